"""`klout whatif`: any change tried out, before and after."""

from typing import Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting


@selecting()
def whatif(
    context: typer.Context,
    set: Annotated[
        list[str],
        typer.Option(
            "--set",
            metavar="CHANGE",
            help="x.followers=+10%, resonance.linkedin=1.5, x:handle.endorsements=+3 ...",
        ),
    ],
    paths: options.Paths = None,
    format: Annotated[
        options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = options.ExplainFormat.table,
    history: options.History = None,
    *,
    selection: Selection,
) -> None:
    """Try out changes and score them: ACCOUNT.FACT or FACTOR.ACCOUNT, to a value (1200), or by +3, -3, +10%, -10%, x1.5.

    Example: klout whatif --set x.followers=+10% --set resonance.linkedin=1.5
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.subject import subject
    from klout_cli.pipeline import advising
    from klout_cli.reports.hints import trial_screen
    from klout_cli.reports.json_report import JsonReport

    one = subject(paths or (), history=history, progress=choose_progress(context), **selection)
    trial = advising.whatif(one.snapshot, one.model, set)
    write(
        JsonReport().trial(trial) if format == "json" else trial_screen(trial, screen_of(context))
    )
