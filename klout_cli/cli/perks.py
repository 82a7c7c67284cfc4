"""`klout perks`: what a catalogue offers for the score, and what is missing."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting


@selecting()
def perks(
    context: typer.Context,
    paths: options.Paths = None,
    catalogue: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A perks.yaml; default: an invented sample.")
    ] = None,
    format: Annotated[
        options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = options.ExplainFormat.table,
    history: options.History = None,
    *,
    selection: Selection,
) -> None:
    """Tell which perks of a catalogue you qualify for, and what is missing: from the latest snapshot, or from exports.

    Example: klout perks --catalogue perks.yaml
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.subject import subject
    from klout_cli.pipeline import advising
    from klout_cli.reports.perks import perks_json, perks_screen
    from klout_cli.scoring.perks import SAMPLE
    from klout_cli.scoring.perks import catalogue as read

    offered = read(catalogue or SAMPLE)
    one = subject(paths or (), history=history, progress=choose_progress(context), **selection)
    found = advising.perks(one.taken, one.model, offered)
    write(perks_json(found) if format == "json" else perks_screen(found, screen_of(context)))
