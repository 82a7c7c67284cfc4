"""`klout perks`: what a catalogue offers for the score, and what is missing."""

from pathlib import Path
from typing import Annotated, Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.output import show_blocks, write
from klout_cli.cli.snapshots import measure_or_recall


def perks(
    context: typer.Context,
    paths: flags.Paths = None,
    catalogue: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A perks.yaml. Default: an invented sample.")
    ] = None,
    format: flags.TableOrJson = "table",
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Show which perks you qualify for.

    Example: klout perks --catalogue perks.yaml
    """
    from klout_cli import pipeline
    from klout_cli.reports.json_report import perks_json
    from klout_cli.reports.screens.perks import perks_blocks
    from klout_cli.scoring.perks import SAMPLE
    from klout_cli.scoring.perks import catalogue as read_catalogue

    perks = read_catalogue(catalogue or SAMPLE)
    inputs = measure_or_recall(context, paths)
    offers = pipeline.match_perks(inputs.person, inputs.model, perks)
    if format == "json":
        write(perks_json(offers))
    else:
        show_blocks(context, perks_blocks(offers))
