"""`klout hints`: what would raise the score, a plan to a goal, and what could be measured."""

import re
from datetime import date, timedelta
from typing import Annotated

import typer

from klout_cli.cli import flags
from klout_cli.errors import UsageError
from klout_cli.translation import Message


def hints(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.TableOrJson = flags.ExplainFormat.table,
    goal: Annotated[
        float | None, typer.Option(metavar="N", help="Find the shortest plan to a score.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="DATE", help="With --goal, only what shows in the score by then.")
    ] = "",
    missing: Annotated[
        bool, typer.Option("--missing", help="Show what could still be measured, by network.")
    ] = False,
    history: flags.History = None,
    as_of: flags.AsOf = None,
    model: flags.ModelName = None,
    person: flags.Person = "",
    only: flags.Only = None,
    without: flags.Without = None,
    include_private: flags.IncludePrivate = None,
    encoding: flags.Encoding = "",
    decimal: flags.Decimal = "",
    date_order: flags.DateOrder = None,
    tz: flags.TimeZone = "UTC",
    today: flags.Today = None,
    limit_gb: flags.LimitGb = None,
) -> None:
    """Show how to raise your score, and by how much.

    Example: klout hints --goal 60 --by 2026-12
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.snapshots import measure_or_recall
    from klout_cli.reports.json_report import JsonReport
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.hints import hints_blocks, missing_blocks, plan_blocks

    day = _last_day(by) if by else None
    if by and goal is None:
        raise UsageError(
            Message("--by needs a goal"),
            f"--by {by}",
            Message("klout hints --goal 60 --by {by}", by=by),
        )
    inputs = measure_or_recall(context, paths, history)
    screen = screen_of(context)
    if goal is not None:
        plan = pipeline.plan_hints(inputs.person, inputs.model, goal, day)
        snapshot = inputs.person.snapshot
        write(
            JsonReport().plan(plan)
            if format == "json"
            else draw(plan_blocks(plan, snapshot.as_of), screen)
        )
        return
    report = pipeline.make_report(inputs.person, inputs.model)
    if format == "json":
        write(JsonReport().score(report))
    else:
        blocks = missing_blocks(report) if missing else hints_blocks(report, verbose=screen.verbose)
        write(draw(blocks, screen))


def _last_day(text: str) -> date:
    """Parse a date, or a month as its last day; raises UsageError."""
    from klout_cli.cli.options import parse_date

    if not re.fullmatch(r"\d{4}-\d{2}", text):
        return parse_date(text, "--by")
    first = parse_date(f"{text}-01", "--by")
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
