"""Dates as people and exports write them: an order of day and month for a column, then its cells.

A parsed cell is (Unix seconds UTC, precision), None (blank or the epoch's zero: unknown) or `Bad`.
Names of months are our own table: never the locale, never a guess for each cell.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from klout_cli.files.intake import Bad
from klout_cli.values.date_forms import EVERY_MONTH, MONTHS, ZONES, find_zone_name, simplify_date
from klout_cli.values.kinds import Precision
from klout_cli.values.numbers import BLANKS, TOO_LARGE

DAY = 86_400
MAX_TEXT = 100
"""Characters of a cell that may be a date."""
EARLIEST = 788_918_400  # 1995-01-01
EXCEL_ZERO, EXCEL_1904 = date(1899, 12, 30).toordinal(), date(1904, 1, 1).toordinal()

# The zero of .NET, Windows, Excel and Unix: a date that was never set (case D6).
ZEROS = tuple(
    (date(*day).toordinal() - 719_163) * DAY
    for day in ((1, 1, 1), (1601, 1, 1), (1899, 12, 30), (1970, 1, 1))
)

NOT_A_DATE = Bad("not a date")
OUTSIDE = Bad("date before 1995")
FUTURE = Bad("date in the future")
NO_ZONE = Bad("unknown time zone")

_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?:\s*uhr)?"
)
_ZONE = r"(?P<zone>[a-z]{1,4}|[+-]\d{2}(?::?\d{2})?)?"
_TIME = rf"(?:[T,\s]+(?:um\s+)?{_CLOCK})?\s*{_ZONE}"
# Patterns are compiled when a date first needs them: most exports never do.
_WEEKDAY = r"(?:[a-zäöü]{2,10}\.?,?\s+)?"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>[^\W\d_]{3,10})", r"(?P<year>\d{4}|\d{2})"
_OF = r"[\s-]+(?:de\s+)?"
_NUMERIC = rf"(?i){_DAY}(?P<mark>[./-])(?P<month>\d{{1,2}})\2{_YEAR}{_TIME}"
_FORMS = (
    rf"(?i)(?P<year>\d{{4}})[-/.年](?P<month>\d{{1,2}})[-/.月]{_DAY}日?{_TIME}",
    _NUMERIC,
    rf"(?i){_WEEKDAY}{_DAY}\.?{_OF}{_MONTH}\.?,?{_OF}{_YEAR}{_TIME}",
    rf"(?i){_WEEKDAY}{_MONTH}\.?\s+{_DAY},?\s+(?P<year>\d{{4}}){_TIME}",
    r"(?i)[a-z]{3}\s+(?P<month>[a-z]{3})\s+(?P<day>\d{1,2})\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r":(?P<second>\d{2})\s+(?P<zone>[a-z]{3,4}|[+-]\d{4})\s+(?P<year>\d{4})",
)
_MONTH_ONLY = r"(?i)([a-zäöü]{3,9})\.?\s+(\d{4})"
_NUMBER = r"\d{9,19}(?:\.\d+)?"
_SERIAL = r"(\d{5})(?:[.,](\d+))?"

Moment = tuple[int, Precision]


class _Minutes(dict[str, int]):
    """Memoised seconds since midnight of "14:30:"; KeyError for what is not such a time."""

    def __missing__(self, time: str) -> int:
        match = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9]):", time)
        if not match:
            raise KeyError(time)
        second = self[time] = 3600 * int(match[1]) + 60 * int(match[2])
        return second


MINUTES = _Minutes()
SECONDS = {f"{second:02}": second for second in range(60)}


def midnight(year: int, month: int, day: int) -> int:
    """Return Unix seconds of a day's start, UTC.

    Raises ValueError for a day that does not exist.
    """
    return (date(year, month, day).toordinal() - 719_163) * DAY


def utc_day(at: int) -> date:
    """Return the day of a Unix second, in UTC."""
    return date.fromordinal(at // DAY + 719_163)


def iso_day(at: int) -> str:
    """Return the UTC day of Unix seconds as YYYY-MM-DD."""
    return utc_day(at).isoformat()


def day_order(cells: Iterable[str], preferred: str = "") -> str:
    """Return "dmy" or "mdy" for a column, "" when no cell needs it, "?" when it is left open.

    Dots mean day first; with slashes or dashes a first part over 12 means day first, a second part
    over 12 month first. A column that is left open is refused (cases D1, D2).
    """
    if preferred:
        return preferred
    undecided = ""
    for cell in cells:
        text = cell.strip()
        if len(text) > MAX_TEXT:
            continue
        match = re.fullmatch(_NUMERIC, text) or re.fullmatch(_NUMERIC, simplify_date(text))
        if not match:
            continue
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12:
            return "dmy"
        if second > 12:
            return "mdy"
        undecided = "?"
    return undecided


def moment(cell: object, latest: int, order: str = "", zone: str = "UTC") -> Moment | Bad | None:
    """Parse one cell.

    `latest` is the last Unix second accepted, `order` the column's from `day_order`, `zone` for
    times without one.
    """
    if type(cell) is int or type(cell) is float:
        return _epoch(cell, latest)
    if cell is None:
        return None
    if type(cell) is not str:
        return NOT_A_DATE
    text = cell.strip()
    if len(text) > MAX_TEXT:
        return NOT_A_DATE
    text = text if text.isascii() else unicodedata.normalize("NFKC", text).strip()
    if text.casefold() in BLANKS:
        return None
    if re.fullmatch(_NUMBER, text):
        return _epoch(float(text), latest)
    try:
        parsed = _parse(text, order, zone)
        if parsed is NOT_A_DATE and (plain := simplify_date(text)) != text:
            parsed = _parse(plain, order, find_zone_name(text) or zone)
    except ValueError:
        return NOT_A_DATE
    if type(parsed) is not tuple:
        return parsed
    return _checked(parsed[0], parsed[1], latest)


def epoch(value: object, latest: int) -> int | Bad | None:
    """Parse Unix time as a number or digits; 0 is unknown (case D6).

    Its magnitude tells seconds, milliseconds and microseconds (case D5).
    """
    if type(value) is str and value.isdecimal() and len(value) <= MAX_TEXT:
        value = int(value)
    if value is None:
        return None
    if type(value) is not int and type(value) is not float:
        return NOT_A_DATE
    parsed = _epoch(value, latest)
    return parsed[0] if isinstance(parsed, tuple) else parsed


def x_moment(text: str, latest: int) -> int | Bad:
    """Parse `Sat Nov 09 12:14:18 +0000 2024`, as in every X archive since 2018 (case D12)."""
    moments = x_moments((text,))
    if moments is None:
        return NOT_A_DATE
    (at,) = moments
    if at > latest:
        return FUTURE
    return at if at >= EARLIEST else OUTSIDE


def x_moments(texts: Iterable[str]) -> "array[int] | None":
    """Parse many of that form, in range or not; None where one has another form.

    Slices of them recur, and are remembered. In an array, an int takes 32 bytes instead of 48.
    """
    try:
        return array(
            "q",
            [
                _x_day(text[4:11], text[19:]) + MINUTES[text[11:17]] + SECONDS[text[17:19]]
                for text in texts
            ],
        )
    except (KeyError, ValueError):
        return None


@lru_cache(maxsize=4096)
def _x_day(day: str, year: str) -> int:
    """Return the start of `Nov 09 ` in ` +0000 2024`."""
    if day[6:] != " " or year[:7] != " +0000 " or len(year) != 11:
        raise ValueError("another zone or form")
    return midnight(int(year[7:]), _X_MONTHS[day[:3]], int(day[4:6]))


_X_MONTHS = {
    name.title(): number for name, number in MONTHS.items() if len(name) == 3 and name.isascii()
}


def _epoch(value: float, latest: int) -> Moment | Bad | None:
    if value == 0:
        return None
    if not abs(value) < TOO_LARGE:  # NaN is not either
        return NOT_A_DATE
    for unit in (1, 10**3, 10**6):
        if EARLIEST * unit <= value <= latest * unit:
            return int(value // unit), "second"
    return FUTURE if value > latest else OUTSIDE


def _checked(at: int, precision: Precision, latest: int) -> Moment | Bad | None:
    if at > latest:
        return FUTURE
    if at >= EARLIEST:
        return at, precision
    return None if any(abs(at - zero) < DAY for zero in ZEROS) else OUTSIDE


def _parse(text: str, order: str, zone: str) -> Moment | Bad:
    for form in _FORMS:
        if match := re.fullmatch(form, text):
            return _build(match.groupdict(), order, zone)
    if match := re.fullmatch(_MONTH_ONLY, text):
        return midnight(int(match[2]), _month(match[1], MONTHS), 1), "day"
    return NOT_A_DATE


def excel_serial(cell: str, latest: int, zero: int = EXCEL_ZERO) -> Moment | Bad | None:
    """Parse an Excel day number, for a column that otherwise has dates only (case D11).

    `zero` is the day 0 of the workbook's date system.
    """
    text = cell.strip()
    match = re.fullmatch(_SERIAL, text) if len(text) <= MAX_TEXT else None
    if not match:
        return NOT_A_DATE
    fraction = float(f"0.{match[2] or 0}")
    at = (zero + int(match[1]) - 719_163) * DAY + round(fraction * DAY)
    return _checked(at, "second" if match[2] else "day", latest)


def _month(name: str, months: Mapping[str, int] = EVERY_MONTH) -> int:
    if name.casefold() not in months:
        raise ValueError("no month")
    return months[name.casefold()]


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return 2000 + int(text) if int(text) < 69 else 1900 + int(text)


def _build(parts: Mapping[str, str | None], order: str, zone: str) -> Moment | Bad:
    """Return the moment of a date's parts; raises ValueError for a day that does not exist."""
    day, month = parts["day"] or "", parts["month"] or ""
    if order == "mdy" and parts.get("mark") in ("/", "-"):
        day, month = month, day
    number = int(month) if month.isdecimal() else _month(month)
    start = midnight(_year(parts["year"] or ""), number, int(day))
    minutes_east = _offset((parts["zone"] or "").casefold())
    if isinstance(minutes_east, Bad):
        return minutes_east
    if parts["hour"] is None:
        return start, "day"
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    second, half = int(parts["second"] or 0), parts.get("half")
    if half:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and minute + second):
        return NOT_A_DATE
    at = start + hour * 3600 + minute * 60 + min(second, 59)
    at -= 60 * (_zone_minutes(zone, at) if minutes_east is None else minutes_east)
    return at, "second" if parts["second"] else "minute"


def _offset(text: str) -> int | Bad | None:
    """Return minutes east of UTC, None where the text has no zone."""
    if text in ZONES:
        return ZONES[text]
    if text[0] not in "+-":
        return NO_ZONE
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:
        return NO_ZONE
    return (hours * 60 + minutes) * (-1 if text[0] == "-" else 1)


def _zone_minutes(zone: str, at: int) -> int:
    if zone == "UTC":
        return 0
    offset = datetime.fromtimestamp(at, UTC).replace(tzinfo=_zone(zone)).utcoffset()
    return int(offset.total_seconds()) // 60 if offset else 0


@lru_cache(maxsize=4)
def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
