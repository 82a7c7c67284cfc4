"""`klout perks`: what a catalogue offers for the score, and what is missing."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import flags


def perks(
    context: typer.Context,
    paths: flags.Paths = None,
    catalogue: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A perks.yaml. Default: an invented sample.")
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
    """Show which perks you qualify for.

    Example: klout perks --catalogue perks.yaml
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.snapshots import measure_or_recall
    from klout_cli.reports.json_report import perks_json
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.perks import perks_blocks
    from klout_cli.scoring.perks import SAMPLE
    from klout_cli.scoring.perks import catalogue as read_catalogue

    perks = read_catalogue(catalogue or SAMPLE)
    inputs = measure_or_recall(context, paths, history)
    offers = pipeline.match_perks(inputs.person, inputs.model, perks)
    if format == "json":
        write(perks_json(offers))
    else:
        write(draw(perks_blocks(offers), screen_of(context)))
