"""`klout hints`: what would raise the score, and what all of it is worth."""

from typing import Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting


@selecting()
def hints(
    context: typer.Context,
    paths: options.Paths = None,
    format: Annotated[
        options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = options.ExplainFormat.table,
    history: options.History = None,
    *,
    selection: Selection,
) -> None:
    """Tell what would raise your score, each gain by a full rescore: from the latest snapshot, or from exports.

    Example: klout hints
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.subject import subject
    from klout_cli.pipeline import judging

    one = subject(paths or (), history=history, progress=choose_progress(context), **selection)
    report = judging.judged(one.taken, one.model)
    if format == "json":
        from klout_cli.reports.json_report import JsonReport

        write(JsonReport().score(report))
    else:
        from klout_cli.reports.hints import hints_screen

        write(hints_screen(report, screen_of(context)))
