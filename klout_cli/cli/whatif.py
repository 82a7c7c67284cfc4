"""`klout whatif`: the score before and after any change."""

from typing import Annotated, Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.output import show_blocks, write
from klout_cli.cli.snapshots import measure_or_recall
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
    format: flags.TableOrJson = "table",
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Try out changes and hints before you make them.

    Set ACCOUNT.FACT or FACTOR.ACCOUNT to a value (1200), or change it by +3, -3, +10%, -10%, x1.5.

    Example: klout whatif --set x.followers=+10% --hint answer
    """
    from klout_cli import pipeline
    from klout_cli.reports.json_report import JsonReport
    from klout_cli.reports.screens.hints import trial_blocks

    if not (set or hint):
        raise UsageError(
            Message("There is nothing to try out."),
            "whatif",
            Message("klout whatif --set x.followers=+10%"),
        )
    inputs = measure_or_recall(context, paths)
    trial = pipeline.try_changes(inputs.person.snapshot, inputs.model, set or (), hint or ())
    if format == "json":
        write(JsonReport().trial(trial))
    else:
        show_blocks(context, trial_blocks(trial))
