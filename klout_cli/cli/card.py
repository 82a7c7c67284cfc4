"""`klout card`: a picture of the score for a profile or a post."""

from pathlib import Path
from typing import Annotated, Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.output import targets, write, write_bytes
from klout_cli.cli.snapshots import measure_or_recall
from klout_cli.errors import UsageError
from klout_cli.translation import gettext as _

DEFAULT_FILE = Path("klout-card.svg")


def card(
    context: typer.Context,
    paths: flags.Paths = None,
    output: flags.Output = DEFAULT_FILE,
    badge: Annotated[bool, typer.Option("--badge", help="Draw a small badge.")] = False,
    force: flags.Force = False,
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Draw your score as a card, without any name.

    Example: klout card twitter-2026-03-01.zip -o card.png
    """
    from klout_cli import pipeline
    from klout_cli.reports.card import BADGE_SIZE, CARD_SIZE, draw_badge, draw_card

    suffix = output.suffix.lower() if output and str(output) != "-" else ".svg"
    if suffix not in (".svg", ".png"):
        raise UsageError(_("A card is .svg or .png."), str(output), _("-o card.svg"))
    (file,) = targets(output, ["svg"], paths or [], force)
    inputs = measure_or_recall(context, paths)
    report = pipeline.make_report(inputs.person, inputs.model, redact=True)
    svg, size = (draw_badge(report), BADGE_SIZE) if badge else (draw_card(report), CARD_SIZE)
    if suffix == ".png" and file:
        from klout_cli.cli.browser import draw_png

        write_bytes(draw_png(svg, *size), file)
    else:
        write(svg, file)
