"""`klout hints`: what would raise the score, a plan to a goal, and what could be measured."""

import re
from datetime import date, timedelta
from typing import Annotated, Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.options import parse_date
from klout_cli.cli.output import show_blocks, write
from klout_cli.cli.snapshots import measure_or_recall
from klout_cli.errors import UsageError
from klout_cli.translation import Message


def hints(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.TableOrJson = "table",
    goal: Annotated[
        float | None, typer.Option(metavar="N", help="Find the shortest plan to a score.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="DATE", help="With --goal, only what shows in the score by then.")
    ] = "",
    missing: Annotated[
        bool, typer.Option("--missing", help="Show what could still be measured, by network.")
    ] = False,
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Show how to raise your score, and by how much.

    Example: klout hints --goal 60 --by 2026-12
    """
    from klout_cli import pipeline
    from klout_cli.reports.json_report import JsonReport
    from klout_cli.reports.screens.hints import hints_blocks, missing_blocks, plan_blocks

    day = _last_day(by) if by else None
    if by and goal is None:
        raise UsageError(
            Message("--by needs a goal."),
            f"--by {by}",
            Message("klout hints --goal 60 --by {by}", by=by),
        )
    inputs = measure_or_recall(context, paths)
    if goal is not None:
        plan = pipeline.plan_hints(inputs.person, inputs.model, goal, day)
        if format == "json":
            write(JsonReport().plan(plan))
        else:
            show_blocks(context, plan_blocks(plan, inputs.person.snapshot.as_of))
        return
    report = pipeline.make_report(inputs.person, inputs.model)
    if format == "json":
        write(JsonReport().score(report))
    elif missing:
        show_blocks(context, missing_blocks(report))
    else:
        show_blocks(context, hints_blocks(report, verbose=context.obj.verbose))


def _last_day(text: str) -> date:
    """Parse a date, or a month as its last day; raises UsageError."""
    if not re.fullmatch(r"\d{4}-\d{2}", text):
        return parse_date(text, "--by")
    first = parse_date(f"{text}-01", "--by")
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
