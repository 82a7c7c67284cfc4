"""Factors, one module each; `FACTORS` are scored, in the order of the method.

`OBSERVED` and `TRAITS` never are.
"""

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.interface import Factor, Observed, SampledFactor, Trait
from klout_cli.factors.kinds import Kinds
from klout_cli.factors.network import Network
from klout_cli.factors.observed_people import (
    Activity,
    Answering,
    Contacts,
    Endorsers,
    Linkers,
    Responders,
    Strangers,
)
from klout_cli.factors.observed_posts import (
    ByTopic,
    Cadence,
    Concentration,
    Evidence,
    Presence,
    Views,
)
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.factors.resonance import Resonance
from klout_cli.factors.slots import Slots
from klout_cli.factors.substance import Substance
from klout_cli.factors.traits import Outreach, Steadiness, Style
from klout_cli.factors.twins import Twins

FACTORS: tuple[Factor, ...] = (
    Audience(),
    Resonance(),
    Amplification(),
    Breadth(),
    Endorsement(),
    Network(),
    Reciprocity(),
    Substance(),
)

WEIGHTED = FACTORS[1:]
"""Those with a share of the points; the audience is what they are added to."""

SAMPLED = tuple(factor for factor in FACTORS if isinstance(factor, SampledFactor))
"""Those that posts feed."""

OBSERVED: tuple[Observed, ...] = (
    Cadence(),
    Evidence(),
    Answering(),
    Kinds(),
    Presence(),
    Concentration(),
    Activity(),
    Contacts(),
    ByTopic(),
    Strangers(),
    Responders(),
    Linkers(),
    Endorsers(),
    Views(),
)
"""Per account, for the audit and hints."""

TRAITS: tuple[Trait, ...] = (Steadiness(), Outreach(), Style(), Slots(), Twins())
"""For the whole person, displayed beside the score."""
