"""The screen of `klout demo`: the sample person's score, and the change since the older date."""

from collections.abc import Iterator

from klout_cli.reports.screens.blocks import Block, Commands, Lines
from klout_cli.reports.screens.comparison import comparison_blocks
from klout_cli.reports.screens.score import score_blocks
from klout_cli.results import Comparison, Report
from klout_cli.translation import gettext as _


def demo_blocks(report: Report, comparison: Comparison, *, verbose: bool) -> Iterator[Block]:
    """Yield the score without its commands, one line on the change, and what to do next."""
    yield Lines((_("Sample data: Erika Beispiel is invented, and so is everyone she knows."),))
    for block in score_blocks(report, verbose=verbose):
        if not isinstance(block, Commands):
            yield block
    change = list(comparison_blocks(comparison, verbose=verbose))
    yield from change if verbose else change[:2]  # the dates and the verdict
    yield Lines((_("Now yours: klout sources shows where to request your data."),))
