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
from klout_cli.factors.evidence import Evidence
from klout_cli.factors.interface import Factor, Trait
from klout_cli.factors.kinds import Kinds
from klout_cli.factors.network import Network
from klout_cli.factors.outreach import Outreach
from klout_cli.factors.presence import Presence
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.factors.resonance import Resonance
from klout_cli.factors.steadiness import Steadiness
from klout_cli.factors.style import Style
from klout_cli.factors.substance import Substance
from klout_cli.factors.timing import Timing

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

OBSERVED: tuple[Factor, ...] = (
    Cadence(),
    Evidence(),
    Answering(),
    Timing(),
    Kinds(),
    Presence(),
    Concentration(),
    Activity(),
    Contacts(),
    ByTopic(),
)
"""Per account, for the audit and hints."""

TRAITS: tuple[Trait, ...] = (Steadiness(), Outreach(), Style())
"""For the whole person, displayed beside the score."""
