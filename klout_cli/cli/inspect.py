"""`klout inspect`: what an export is, and what it can tell."""

import typer

from klout_cli.cli import options
from klout_cli.cli.score import refuse_skips
from klout_cli.cli.selection import Selection, selecting


@selecting("as_of", "model", "person", "only", "without")
def inspect(
    context: typer.Context,
    paths: options.Paths = None,
    strict: options.Strict = False,
    *,
    selection: Selection,
) -> None:
    """Tell what exports are: whose, of what date, which rows, which factors they can feed, and what was skipped.

    Example: klout inspect twitter-2026-03-01.zip -v
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.request import build
    from klout_cli.pipeline import inspecting
    from klout_cli.reports.terminal import Terminal

    request = build(paths, **selection, progress=choose_progress(context))
    inspections, others, refused = inspecting.inspect(request)
    write(Terminal(screen_of(context)).inspection(inspections, others, refused))
    if strict:
        refuse_skips([*others, *(row for inspection in inspections for row in inspection.ledger)])
