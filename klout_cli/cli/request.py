"""From options and settings to one Request."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from klout_cli.cli import settings, streams
from klout_cli.errors import UsageError
from klout_cli.files.container import STANDARD_INPUT
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.person.choice import Choice
from klout_cli.pipeline.measuring import Request
from klout_cli.scoring import model as models
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

UTC_NAME = "UTC"
GIGABYTE = 1_000_000_000
FIRST_DAY = date(1995, 1, 1)
DAYS_AHEAD = 2  # clocks differ; anything later is in the future (reliability D7)


def build(
    paths: Sequence[Path] | None,
    *,
    as_of: str | None = None,
    model: str | None = None,
    person: str = "",
    only: Sequence[str] | None = None,
    without: Sequence[str] | None = None,
    include_private: bool | None = None,
    encoding: str = "",
    decimal: str = "",
    date_order: str | None = None,
    tz: str = "UTC",
    today: str | None = None,
    limit_gb: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> Request:
    """Check every option and lay flags over settings. Raises UsageError naming the option."""
    if not paths:
        raise UsageError(
            "no exports given",
            "PATH...",
            "klout score FILE...; klout sources tells where to get them, klout demo shows one",
        )
    if STANDARD_INPUT in paths:
        streams.await_input()
    chosen = settings.load(paths)
    last = day(today, "--today") if today else datetime.now(UTC).date()
    if as_of and as_of != "newest":
        _refuse_far(day(as_of, "--as-of"), last)
    reading = Reading(
        latest=midnight(last.year, last.month, last.day) + (DAYS_AHEAD + 1) * 86_400 - 1,
        zone=_zone(tz),
        encoding=_encoding(encoding),
        decimal=_decimal(decimal),
        date_order=date_order or "",
        aliases=chosen.aliases,
        tables=chosen.tables,
        private=chosen.private.include if include_private is None else include_private,
        without=without or (),
    )
    return Request(
        paths=paths,
        model=models.load(model or chosen.model or models.STANDARD),
        reading=reading,
        limits=replace(chosen.limits, unpacked=limit_gb * GIGABYTE) if limit_gb else chosen.limits,
        as_of=as_of or "",
        today=last.isoformat(),
        person=person,
        name=chosen.person.name,
        choice=Choice(only or (), without or (), chosen.accounts),
        topics=chosen.topics,
        progress=progress,
    )


def day(text: str, option: str) -> date:
    """Return the day that is meant by an ISO date. Raises UsageError naming the option."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise UsageError("not a date", option, "write it as 2026-03-01") from fault


def _refuse_far(as_of: date, last: date) -> None:
    if as_of > last + timedelta(days=DAYS_AHEAD):
        raise UsageError("the date is in the future", "--as-of", "a score is of today or earlier")
    if as_of < FIRST_DAY:
        raise UsageError("the date is before 1995", "--as-of", "no post is believed to be so old")


def _zone(name: str) -> str:
    if name == UTC_NAME:
        return name
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # costs more than the whole check

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise UsageError("no such time zone", "--tz", "for example UTC or Europe/Berlin") from fault
    return name


def _encoding(name: str) -> str:
    try:
        "".encode(name or "utf-8")
    except LookupError as fault:
        raise UsageError(
            "no such encoding", "--encoding", "for example utf-8, utf-16 or cp1252"
        ) from fault
    return name


def _decimal(mark: str) -> str:
    if mark not in ("", ",", "."):
        raise UsageError("not a decimal mark", "--decimal", "one of , and .")
    return mark
