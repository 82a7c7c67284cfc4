"""Periods as tables write them: a month, a week, a quarter, or the days from one to another."""

import re
from calendar import monthrange
from datetime import date
from itertools import pairwise

from klout_cli.values.date_forms import EVERY_MONTH, RANGE
from klout_cli.values.dates import DAY, midnight, moment, utc_day

LONGEST = 400
"""Days of a period."""

_MONTH, _WEEK, _QUARTER = r"(?P<month>\d{1,2})", r"(?P<week>\d{1,2})", r"q(?P<quarter>[1-4])"
_YEAR, _BETWEEN = r"(?P<year>\d{4})", r"[\s,/-]*"
_NAMED = r"([^\W\d_]{3,10})\.?(?:(?:\s+de)?[\s,'’/-]+(\d{4})|['’/-](\d{2}))"
_PERIODS = (
    rf"{_YEAR}\s*[-/.年]\s*{_MONTH}月?",
    rf"{_MONTH}\s*[-/.]\s*{_YEAR}",
    rf"(?i)(?:kw|cw|w|week|woche|wk|semana|semaine|settimana)\s*{_WEEK}[\s,/-]+{_YEAR}",
    rf"(?i){_YEAR}{_BETWEEN}(?:kw|cw|w|week|wk)\s*{_WEEK}",
    rf"(?i){_QUARTER}{_BETWEEN}{_YEAR}",
    rf"(?i){_YEAR}{_BETWEEN}{_QUARTER}",
)


def period_of(cell: str, latest: int, order: str = "") -> tuple[int, int] | None:
    """Return the Unix seconds of the first and the last day of a period; None for any other text.

    A single day is no period.
    """
    text = cell.strip()
    if not 4 <= len(text) <= 60:
        return None
    try:
        return _parse_period(text) or _range(text, latest, order)
    except ValueError:
        return None


def is_month(cell: str) -> bool:
    """Return whether a cell is a whole month, week or quarter."""
    try:
        return 4 <= len(cell) <= 60 and _parse_period(cell.strip()) is not None
    except ValueError:
        return False


def _parse_period(text: str) -> tuple[int, int] | None:
    if (match := re.fullmatch(_NAMED, text)) and match[1].casefold() in EVERY_MONTH:
        year = int(match[2] or f"20{match[3]}")
        return _months(year, EVERY_MONTH[match[1].casefold()], 1)
    for form in _PERIODS:
        if match := re.fullmatch(form, text):
            parts = {name: int(part) for name, part in match.groupdict().items()}
            if "week" in parts:
                return _week(parts["year"], parts["week"])
            if "quarter" in parts:
                return _months(parts["year"], 3 * parts["quarter"] - 2, 3)
            return _months(parts["year"], parts["month"], 1)
    return None


def _range(text: str, latest: int, order: str) -> tuple[int, int] | None:
    parts = re.split(RANGE, text)
    if len(parts) != 2:
        return None
    ends = [moment(part, latest + LONGEST * DAY, order or "dmy") for part in parts]
    first, last = (end[0] // DAY * DAY if isinstance(end, tuple) else 0 for end in ends)
    return (first, last) if first and first < last <= first + LONGEST * DAY else None


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    last = month + count - 1
    return midnight(year, month, 1), midnight(year, last, monthrange(year, last)[1])


def _week(year: int, week: int) -> tuple[int, int]:
    monday = date.fromisocalendar(year, week, 1)
    first = midnight(monday.year, monday.month, monday.day)
    return first, first + 6 * DAY


def last_day(at: int, grain: str) -> int:
    """Return the last day of the week or month that begins on a day; else the day itself."""
    day = utc_day(at)
    if grain == "month" and day.day == 1:
        return _months(day.year, day.month, 1)[1]
    if grain == "week" and day.isoweekday() == 1:
        return at // DAY * DAY + 6 * DAY
    return at // DAY * DAY


def first_day(last: int, grain: str) -> int:
    """Return the first day of the week or month that ends on a day; else the day itself."""
    day = utc_day(last)
    if grain == "month":
        whole = day.day == monthrange(day.year, day.month)[1]
        return midnight(day.year, day.month, 1) if whole else last - 27 * DAY
    return last - 6 * DAY if grain == "week" else last


def grain_of(days: list[int]) -> str:
    """Return "day", "week" or "month" for days that follow each other so, "" for all others."""
    ordered = sorted(days)
    gaps = [later - earlier for earlier, later in pairwise(ordered)]
    if not gaps or 0 in gaps:
        return ""
    usual = sorted(gaps)[len(gaps) // 2]
    for grain, shortest, longest in (("day", 1, 1), ("week", 7, 7), ("month", 28, 31)):
        near = sum(shortest <= gap <= longest for gap in gaps)
        if shortest <= usual <= longest and near * 10 >= len(gaps) * 7:
            return grain
    return ""
