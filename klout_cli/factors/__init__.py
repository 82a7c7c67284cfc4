"""Factors, one module each; `FACTORS` are scored, in the order of the method.

`OBSERVED` and `TRAITS` never are.
"""

from klout_cli.factors.activity import Activity
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.answering import Answering
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.by_topic import ByTopic
from klout_cli.factors.cadence import Cadence
from klout_cli.factors.concentration import Concentration
from klout_cli.factors.contacts import Contacts
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.endorsers import Endorsers
from klout_cli.factors.evidence import Evidence
from klout_cli.factors.interface import Factor, Observed, SampledFactor, Trait
from klout_cli.factors.kinds import Kinds
from klout_cli.factors.linkers import Linkers
from klout_cli.factors.network import Network
from klout_cli.factors.outreach import Outreach
from klout_cli.factors.presence import Presence
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.factors.resonance import Resonance
from klout_cli.factors.responders import Responders
from klout_cli.factors.slots import Slots
from klout_cli.factors.steadiness import Steadiness
from klout_cli.factors.strangers import Strangers
from klout_cli.factors.style import Style
from klout_cli.factors.substance import Substance
from klout_cli.factors.twins import Twins
from klout_cli.factors.views import Views

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
