"""`klout compare`: two dates under one model, or all of them."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, Unpack

import typer
from msgspec.structs import replace

from klout_cli.cli import flags, settings
from klout_cli.cli.options import parse_as_of, read_options
from klout_cli.cli.output import show, targets, warn
from klout_cli.cli.score import refuse_impressions
from klout_cli.cli.snapshots import find_snapshots, read_one_person
from klout_cli.errors import GateError, UsageError
from klout_cli.results import Published, Snapshot
from klout_cli.results.followers import FollowerChange
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from klout_cli.person.followers import Lists

Warn: TypeAlias = Callable[[Iterable[str]], None]

# names of snapshots; everything else is a path, even ./2026-03-01
SNAPSHOT_NAME = r"\d+|\d{4}-\d\d-\d\d|latest|previous"

When: TypeAlias = Annotated[
    str | None,
    typer.Argument(
        metavar="DATE|ID|FILE",
        autocompletion=flags.complete_snapshots,
        help="A saved score (date, number, latest, previous) or an export.",
    ),
]


def compare(
    context: typer.Context,
    older: When = None,
    newer: When = None,
    days: Annotated[
        list[str] | None,
        typer.Option(
            "--as-of", metavar="DATE", help="Give it twice to compare two days of one export."
        ),
    ] = None,
    period: Annotated[
        Literal["month", "quarter", "year"] | None,
        typer.Option(help="Show all saved scores by month, quarter or year."),
    ] = None,
    fail_on_drop: Annotated[
        float | None,
        typer.Option(metavar="N", help="Exit with code 1 if the score fell by more than N."),
    ] = None,
    format: flags.Formats = None,
    output: flags.Output = None,
    force: flags.Force = False,
    redact: flags.Redact = False,
    with_names: Annotated[
        bool,
        typer.Option("--with-names", help="Write who came and left into JSON too."),
    ] = False,
    history: flags.History = None,
    model: flags.ModelName = None,
    person: flags.Person = "",
    only: flags.Only = None,
    without: flags.Without = None,
    include_private: flags.IncludePrivate = None,
    **shared: Unpack[flags.ReadingFlags],
) -> None:
    """Show what changed between two dates.

    Example: klout compare twitter-2026-03-01.zip --as-of 2025-09-01 --as-of 2026-03-01
    """
    from klout_cli.person.followers import compare_followers
    from klout_cli.reports.redact import counted, hidden, redacted_comparison, redacted_trend
    from klout_cli.scoring import compare as comparing
    from klout_cli.scoring import model as models

    flags.refuse_names(redact=redact, with_names=with_names)
    sides = [side for side in (older, newer) if side]
    paths = [Path(side) for side in sides if not re.fullmatch(SNAPSHOT_NAME, side)]
    formats = list(dict.fromkeys(format or [flags.Format.table]))
    files = targets(output, formats, paths, force)
    judge = models.load(model or settings.load(paths).model or models.STANDARD)

    def warn_once(warnings: Iterable[str]) -> None:
        lines = dict.fromkeys(warnings)
        warn(context, counted(lines) if redact else lines)

    if ((days or period) and newer) or (days and (not paths or len(days) != 2 or period)):
        raise UsageError(
            N_("--as-of compares two days of one export."),
            "--as-of",
            N_("klout compare FILE --as-of 2025-09-01 --as-of 2026-03-01"),
        )
    if period:
        dates = (
            _measure_periods(context, paths[0], period, warn_once)
            if paths
            else _recall_dates(person, history)
        )
        trend = comparing.trend(hidden(dates) if redact else dates, judge, period)
        trend = redacted_trend(trend) if redact else trend
        show(context, formats, files, lambda renderer: renderer.trend(trend))
        return
    people: tuple[FollowerChange, ...] = ()
    if days:
        before, after = _measure_days(context, paths[0], days, warn_once)
        published = None
    else:
        names = (older or "previous", newer or "latest")
        (before, published, was), (after, _, now) = _find_sides(
            context, names, person, history, warn_once
        )
        people = compare_followers(was, now)
    if redact:
        before, after = hidden((before, after))
    comparison = comparing.compare(before, after, judge, published)
    comparison = replace(comparison, followers=people, with_names=with_names)
    comparison = redacted_comparison(comparison) if redact else comparison
    show(context, formats, files, lambda renderer: renderer.comparison(comparison))
    drop = -comparison.change
    if fail_on_drop is not None:
        refuse_impressions(comparison.older.judgement.score, comparison.newer.judgement.score)
    if fail_on_drop is not None and not drop <= fail_on_drop:  # true for NaN as well
        raise GateError(
            Message(
                "The score fell by {drop}, more than {limit}.",
                drop=round(drop, 2),
                limit=fail_on_drop,
            ),
            "--fail-on-drop",
        )


def _find_sides(
    context: typer.Context,
    names: Sequence[str],
    person: str,
    history: Path | None,
    warn: Warn,
) -> "list[tuple[Snapshot, Published | None, Lists]]":
    """Look up snapshots with their published scores, or measure exports and list their people."""
    from klout_cli.results import Published

    stored = [name for name in names if re.fullmatch(SNAPSHOT_NAME, name)]
    snapshots = dict(zip(stored, find_snapshots(stored, person, history), strict=True))
    sides: list[tuple[Snapshot, Published | None, Lists]] = []
    for name in names:
        if name in snapshots:
            old = snapshots[name]
            sides.append((old.snapshot, Published(old.value, old.model), {}))
        else:
            from klout_cli import (  # imports all importers, which the history doesn't need
                details,
                pipeline,
            )

            options = read_options(context, [Path(name)])
            exports = pipeline.read_exports(options)
            side = pipeline.measure_person(exports, options)
            warn(side.warnings)
            sides.append((side.snapshot, None, details.list_followers(exports, options)))
    return sides


def _measure_days(
    context: typer.Context, path: Path, days: Sequence[str], warn: Warn
) -> list[Snapshot]:
    """Measure one export on several days."""
    from klout_cli import pipeline

    options = read_options(context, [path])
    dates = [parse_as_of(day, options.today) for day in days]
    sides = pipeline.measure_days(options, dates)
    warn(warning for side in sides for warning in side.warnings)
    return [side.snapshot for side in sides]


def _measure_periods(context: typer.Context, path: Path, period: str, warn: Warn) -> list[Snapshot]:
    """Measure one export at the end of every period."""
    from klout_cli import pipeline

    dates = pipeline.measure_periods(read_options(context, [path]), period)
    warn(dates[-1].warnings)
    return [date.snapshot for date in dates]


def _recall_dates(person: str, history: Path | None) -> list[Snapshot]:

    return [stored.snapshot for stored in read_one_person(person, history)]
