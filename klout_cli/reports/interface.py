"""The renderer interface: results to text, without computing, reading or writing."""

from typing import Protocol

from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier


class Renderer(Protocol):
    """One output format, with one method per result type.

    All text ends with a newline. Text from exports only leaves through `safe.safe`, or escaped as
    the format requires.
    """

    def score(self, report: Report) -> str:
        """Return the result of `klout score`."""
        ...

    def dossier(self, dossier: Dossier) -> str:
        """Return one person's full report.

        A format without sections returns the score only.
        """
        ...

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        ...

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        ...
