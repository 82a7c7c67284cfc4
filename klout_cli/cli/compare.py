"""`klout compare`: two dates under one model, or all of them."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from klout_cli.pipeline.measuring import Request
    from klout_cli.results import Published, Snapshot

    Tell: TypeAlias = Callable[[Iterable[str]], None]

# names a snapshot; anything else is a path, also ./2026-03-01
KEPT = r"\d+|\d{4}-\d\d-\d\d|latest|previous"

When: TypeAlias = Annotated[
    str | None,
    typer.Argument(
        metavar="DATE|ID|PATH",
        autocompletion=options.snapshots,
        help="In the history, also latest or previous; or an export.",
    ),
]


@selecting("as_of")
def compare(
    context: typer.Context,
    older: When = None,
    newer: When = None,
    as_of: Annotated[
        list[str] | None,
        typer.Option(metavar="DATE", help="Given twice: two dates within one export."),
    ] = None,
    period: Annotated[
        options.Period | None,
        typer.Option(help="All dates of the history, or of one export, by period."),
    ] = None,
    fail_on_drop: Annotated[
        float | None,
        typer.Option(metavar="N", help="Exit with 1 when the score fell by more than N."),
    ] = None,
    format: options.Formats = None,
    output: options.Output = None,
    force: options.Force = False,
    redact: options.Redact = False,
    history: options.History = None,
    *,
    selection: Selection,
) -> None:
    """Compare two dates, by default the previous and the latest of the history: what changed, in parts that add up.

    Example: klout compare twitter-2026-03-01.zip --as-of 2025-09-01 --as-of 2026-03-01
    """
    from klout_cli.cli import settings
    from klout_cli.cli.output import show, targets, warn
    from klout_cli.errors import GateError, UsageError
    from klout_cli.reports.redact import counted, hidden, redacted_comparison, redacted_trend
    from klout_cli.scoring import compare as comparing
    from klout_cli.scoring import model as models

    paths = [Path(one) for one in (older, newer) if one and not re.fullmatch(KEPT, one)]
    formats = list(dict.fromkeys(format or [options.Format.table]))
    files = targets(output, formats, paths, force)
    opinion = models.load(selection["model"] or settings.load(paths).model or models.STANDARD)

    def read(path: Path, as_of: str | None = None) -> "Request":
        from klout_cli.cli.progress import choose_progress
        from klout_cli.cli.request import (
            build,  # knows the importers, which the history does not need
        )

        return build([path], as_of=as_of, **selection, progress=choose_progress(context))

    def tell(warnings: "Iterable[str]") -> None:
        told = dict.fromkeys(warnings)
        warn(context, counted(told) if redact else told)

    if ((as_of or period) and newer) or (as_of and (not paths or len(as_of) != 2 or period)):
        raise UsageError(
            "two dates, or all, of one export",
            "--as-of",
            "klout compare PATH --as-of DATE --as-of DATE, or --period month",
        )
    if period:
        dates = _all_dates(paths, period, read, selection["person"], history, tell)
        trend = comparing.trend(hidden(dates) if redact else dates, opinion, period)
        trend = redacted_trend(trend) if redact else trend
        show(context, formats, files, lambda renderer: renderer.trend(trend))
        return
    if as_of:
        (before, published), (after, _) = _within(paths[0], as_of, read, tell)
    else:
        sides = (older or "previous", newer or "latest")
        (before, published), (after, _) = _sides(sides, read, selection["person"], history, tell)
    if redact:
        before, after = hidden((before, after))
    found = comparing.compare(before, after, opinion, published)
    found = redacted_comparison(found) if redact else found
    show(context, formats, files, lambda renderer: renderer.comparison(found))
    drop = -found.change
    if fail_on_drop is not None and not drop <= fail_on_drop:  # also where N is no number
        raise GateError(
            f"the score fell by {drop:.2f}, more than {fail_on_drop:g}", "--fail-on-drop"
        )


def _sides(
    asked: "Sequence[str]",
    read: "Callable[..., Request]",
    person: str,
    history: Path | None,
    tell: "Tell",
) -> "Iterator[tuple[Snapshot, Published | None]]":
    """Recall snapshots with what was published of them, or read exports now."""
    from klout_cli.cli.recall import recalled
    from klout_cli.results import Published

    remembered = [one for one in asked if re.fullmatch(KEPT, one)]
    kept = dict(zip(remembered, recalled(remembered, person, history), strict=True))
    for one in asked:
        if one in kept:
            yield kept[one].snapshot, Published(kept[one].value, kept[one].model)
            continue
        from klout_cli.pipeline import measuring

        taken = measuring.take(read(Path(one)))
        tell(taken.warnings)
        yield taken.snapshot, None


def _within(
    path: Path, days: "Sequence[str]", read: "Callable[..., Request]", tell: "Tell"
) -> "list[tuple[Snapshot, None]]":
    """Measure one export on two days."""
    from klout_cli.pipeline import measuring

    taken = measuring.on_days([read(path, day) for day in days])
    tell(warning for one in taken for warning in one.warnings)
    return [(one.snapshot, None) for one in taken]


def _all_dates(
    paths: "Sequence[Path]",
    period: str,
    read: "Callable[..., Request]",
    person: str,
    history: Path | None,
    tell: "Tell",
) -> "list[Snapshot]":
    """Recall every snapshot, or measure an export at the end of every period."""
    if paths:
        from klout_cli.pipeline import measuring

        taken = measuring.at_ends(read(paths[0]), period)
        tell(taken[-1].warnings)
        return [one.snapshot for one in taken]
    from klout_cli.cli.recall import kept

    return [one.snapshot for one in kept(person, history)]
