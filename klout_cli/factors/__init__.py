"""What is true of an account: one module a question, listed here in the order of the method."""

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.interface import Factor
from klout_cli.factors.network import Network
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.factors.resonance import Resonance
from klout_cli.factors.substance import Substance

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
