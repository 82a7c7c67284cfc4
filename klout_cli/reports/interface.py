"""What a renderer is: it turns frozen results into text, and never computes, reads or writes anything."""

from typing import Protocol

from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier


class Renderer(Protocol):
    """One output format: one method for each result type. All text ends with a line end.

    Text that came out of an export leaves only through `safe.safe`, or escaped as the format itself
    demands.
    """

    def score(self, report: Report) -> str:
        """Return what `klout score` found."""
        ...

    def dossier(self, found: Dossier) -> str:
        """Return the whole report of one person.

        A format that has no sections tells the score alone.
        """
        ...

    def comparison(self, found: Comparison) -> str:
        """Return what changed between two dates."""
        ...

    def trend(self, found: Trend) -> str:
        """Return how a score went over many dates."""
        ...
