"""Build the `Options` of a run from a command's flags and klout.yaml."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.cli import settings, streams
from klout_cli.cli.output import warn
from klout_cli.cli.progress import choose_progress
from klout_cli.errors import UsageError
from klout_cli.files.container import STANDARD_INPUT
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.files.text import is_text_encoding
from klout_cli.person.choice import Choice
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, midnight
from klout_cli.values.reading import Reading

if TYPE_CHECKING:
    from klout_cli.pipeline import AsOf, Options

UTC_NAME = "UTC"
GIGABYTE = 1_000_000_000
FIRST_DAY = date(1995, 1, 1)
DAYS_AHEAD = 2  # clocks differ; later dates are in the future
GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Flags(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    rename="kebab",
):
    """Command-line flags: whose exports count and how to read them; "" is unset."""

    as_of: str = ""
    model: str = ""
    person: str = ""
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    include_private: bool | None = None
    encoding: str = ""
    decimal: str = ""
    date_order: str = ""
    tz: str = ""
    today: str = ""


def read_flags(context: typer.Context) -> Flags:
    """Return the values of a command's parameters that are fields of `Flags`."""
    values = {name: context.params.get(name) for name in Flags.__struct_fields__}
    source = context.get_parameter_source("tz")
    if source and source.name == "DEFAULT":
        values["tz"] = None  # the default is for times without a zone, not the person's own
    return Flags(**{name: value for name, value in values.items() if value is not None})


def read_options(context: typer.Context, paths: Sequence[Path] | None) -> "Options":
    """Return a command's options, warning about ignored settings among exports.

    Raises the same errors as `build_options`.
    """
    if paths:
        warn(context, settings.list_left_out(paths))
    return build_options(
        paths,
        read_flags(context),
        limit_gb=context.params.get("limit_gb"),
        progress=choose_progress(context),
    )


def build_options(
    paths: Sequence[Path] | None,
    flags: Flags,
    *,
    limit_gb: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> "Options":
    """Check all flags and merge them into the settings.

    Raises UsageError with the flag.
    """
    from klout_cli.pipeline import Options
    from klout_cli.scoring import model as models

    if not paths:
        raise UsageError(
            N_("There are no exports to read."),
            "",
            N_("klout sources shows where to get them; klout demo shows an example"),
        )
    if STANDARD_INPUT in paths:
        streams.await_input()
    saved = settings.load(paths)
    today = parse_today(flags.today)
    as_of = parse_as_of(flags.as_of, today)
    return Options(
        paths=paths,
        reading=build_reading(flags, saved, today),
        model=models.load(flags.model or saved.model or models.STANDARD),
        limits=replace(saved.limits, unpacked=limit_gb * GIGABYTE) if limit_gb else saved.limits,
        as_of=as_of,
        today=today,
        person=flags.person,
        name=saved.person.name,
        headline=saved.person.headline,
        choice=Choice(flags.only, flags.without, saved.accounts),
        topics=saved.topics,
        zone=_find_zone(flags.tz),
        progress=progress,
    )


def build_reading(
    flags: Flags, saved: settings.Settings | None = None, today: date | None = None
) -> Reading:
    """Check how files are to be read; raises UsageError with the flag."""
    saved = saved or settings.Settings()
    today = today or parse_today("")
    private = saved.private.include if flags.include_private is None else flags.include_private
    return Reading(
        latest=midnight(today.year, today.month, today.day) + (DAYS_AHEAD + 1) * DAY - 1,
        zone=flags.tz or UTC_NAME,
        encoding=_check_encoding(flags.encoding),
        decimal=_check_decimal(flags.decimal),
        date_order=flags.date_order,
        aliases=saved.aliases,
        tables=saved.tables,
        private=private,
        without=flags.without,
        person=flags.person or saved.person.name,
    )


def parse_today(text: str) -> date:
    """Parse the day of a run, by default the clock's; raises UsageError with the flag."""
    return parse_date(text, "--today") if text else datetime.now(UTC).date()


def parse_date(text: str, flag: str) -> date:
    """Parse a date like 2026-03-01 or 1.3.2026; raises UsageError with the flag."""
    try:
        if match := GERMAN_DATE.fullmatch(text):
            return date(*map(int, reversed(match.groups())))
        return date.fromisoformat(text)
    except ValueError as error:
        what = Message("“{text}” isn't a date klout understands.", text=text)
        raise UsageError(what, flag, N_("write it as 2026-03-01")) from error


def parse_as_of(text: str, today: date) -> "AsOf":
    """Parse `Options.as_of`; raises UsageError for an invalid or too distant date."""
    if not text:
        return None
    if text == "newest":
        return "newest"
    day = parse_date(text, "--as-of")
    if (day - today).days > DAYS_AHEAD:
        raise UsageError(N_("This date is in the future."), "--as-of", N_("use today or earlier"))
    if day < FIRST_DAY:
        raise UsageError(N_("This date is before 1995."), "--as-of", N_("use a later date"))
    return day


def _find_zone(name: str) -> tzinfo | None:
    """Return a time zone, None for the system's; raises UsageError for an unknown one."""
    if name in ("", UTC_NAME):
        return UTC if name else None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # slow to import

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            N_("There is no such time zone."), "--tz", N_("use UTC or Europe/Berlin")
        ) from error


def _check_encoding(name: str) -> str:
    if name and not is_text_encoding(name):
        remedy = N_("use utf-8, utf-16 or cp1252")
        raise UsageError(N_("klout can't read text in this encoding."), "--encoding", remedy)
    return name


def _check_decimal(mark: str) -> str:
    if mark not in ("", ",", "."):
        raise UsageError(N_("This isn't a decimal separator."), "--decimal", N_("use , or ."))
    return mark
