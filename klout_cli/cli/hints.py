"""`klout hints`: what would raise the score, and what all of it is worth."""

from typing import Annotated

import typer

from klout_cli.cli import flags


def hints(
    context: typer.Context,
    paths: flags.Paths = None,
    format: Annotated[
        flags.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = flags.ExplainFormat.table,
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
    """Tell what would raise your score, each gain by a full rescore: from the latest snapshot, or
    from exports.

    Example: klout hints
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.snapshots import measure_or_recall

    inputs = measure_or_recall(context, paths, history)
    report = pipeline.make_report(inputs.person, inputs.model)
    if format == "json":
        from klout_cli.reports.json_report import JsonReport

        write(JsonReport().score(report))
    else:
        from klout_cli.reports.hints import hints_screen

        write(hints_screen(report, screen_of(context)))
