"""Results as screens; the modules of `screens` write them, `console` lays them out."""

from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.comparison import comparison_blocks, trend_blocks
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.score import score_blocks
from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier


class Terminal:
    """The renderer of screens."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def score(self, report: Report) -> str:
        """Return the score screen."""
        return draw(score_blocks(report, verbose=self.screen.verbose), self.screen)

    def dossier(self, dossier: Dossier) -> str:
        """Return the score screen."""
        return self.score(dossier.report)

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return draw(comparison_blocks(comparison, verbose=self.screen.verbose), self.screen)

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        return draw(trend_blocks(trend, verbose=self.screen.verbose), self.screen)
