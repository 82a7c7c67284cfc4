"""Results as screens; the modules of `screens` write them, `console` lays them out."""

from collections.abc import Iterator

from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.blocks import Block, Commands, say
from klout_cli.reports.screens.comparison import comparison_blocks, trend_blocks
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.score import score_blocks
from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _


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


def demo_blocks(report: Report, comparison: Comparison, *, verbose: bool) -> Iterator[Block]:
    """Yield the score without its commands, one line on the change, and what to do next."""
    yield say(_("Sample data: Erika Beispiel is invented, and so is everyone she knows."))
    for block in score_blocks(report, verbose=verbose):
        if not isinstance(block, Commands):
            yield block
    change = list(comparison_blocks(comparison, verbose=verbose))
    yield from change if verbose else change[:2]  # the dates and the verdict
    yield say(_("Now yours: klout sources shows where to request your data."))
