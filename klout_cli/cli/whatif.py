"""`klout whatif`: the score before and after any change."""

from typing import Annotated

import typer

from klout_cli.cli import flags
from klout_cli.errors import UsageError
from klout_cli.translation import Message


def whatif(
    context: typer.Context,
    paths: flags.Paths = None,
    set: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="CHANGE",
            help="x.followers=+10%, resonance.linkedin=1.5, x:handle.endorsements=+3 ...",
        ),
    ] = None,
    hint: Annotated[
        list[str] | None,
        typer.Option("--hint", metavar="ID", help="A hint by its id: answer, or answer.blog."),
    ] = None,
    format: flags.TableOrJson = flags.ExplainFormat.table,
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
    """Try out changes and hints before you make them.

    Set ACCOUNT.FACT or FACTOR.ACCOUNT to a value (1200), or change it by +3, -3, +10%, -10%, x1.5.

    Example: klout whatif --set x.followers=+10% --hint answer
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.snapshots import measure_or_recall
    from klout_cli.reports.json_report import JsonReport
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.hints import trial_blocks

    if not (set or hint):
        raise UsageError(
            Message("nothing to try out"), "whatif", Message("klout whatif --set x.followers=+10%")
        )
    inputs = measure_or_recall(context, paths, history)
    trial = pipeline.try_changes(inputs.person.snapshot, inputs.model, set or (), hint or ())
    write(
        JsonReport().trial(trial)
        if format == "json"
        else draw(trial_blocks(trial), screen_of(context))
    )
