"""`klout inspect`: what an export is, and what it can be used for."""

from typing import Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.options import read_options
from klout_cli.cli.output import show_blocks
from klout_cli.cli.score import refuse_skips


def inspect(
    context: typer.Context,
    paths: flags.Paths = None,
    strict: flags.Strict = False,
    include_private: flags.IncludePrivate = None,
    **shared: Unpack[flags.ReadingFlags],
) -> None:
    """Show what is in an export, and what was skipped.

    Example: klout inspect twitter-2026-03-01.zip -v
    """
    from klout_cli import details
    from klout_cli.reports.screens.inspection import inspection_blocks

    inspections, others, refused = details.inspect(read_options(context, paths))
    show_blocks(
        context,
        inspection_blocks(inspections, others, refused, verbose=context.obj.verbose),
    )
    if strict:
        refuse_skips([*others, *(row for inspection in inspections for row in inspection.ledger)])
