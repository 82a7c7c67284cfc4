"""Readers of a blog: what web analytics count over any period becomes readers of a month.

A month is 28 to 31 days. Nothing shorter is scaled up, since who reads a blog in a week says little
of a month.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from operator import attrgetter

from msgspec import Struct

from klout_cli.files.intake import Bad
from klout_cli.importers.archive import Unusable
from klout_cli.person.rows import Draft, Level
from klout_cli.translation import Message, PluralMessage, as_message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, EARLIEST, MONTHS, midnight
from klout_cli.values.numbers import count
from klout_cli.values.reading import Reading

MONTH, SHORTEST, LONGEST = 30, 28, 31

AFTER = midnight(2100, 1, 1)
"""No period is believed to end later, so that counting on from it stays within the calendar."""

OTHER = N_("row that doesn't count all readers")
_ISO_DAY = r"(?<!\d)(\d{4})(-?)(\d\d)\2(\d\d)(?!\d)"
_MONTH_OR_YEAR = r"(\d{4})(?:-(0[1-9]|1[0-2]))?"
_WORDS = r"[^\W\d_]+|\d+"

Period = tuple[int, int]
"""The first and the last day, both included, as Unix seconds of their start."""


class Counted(Struct, frozen=True):
    """Different readers from the first to the last day (Unix seconds, both included)."""

    first: int
    last: int
    readers: int

    @property
    def days(self) -> int:
        """The length of the period."""
        return (self.last - self.first) // DAY + 1


def count_readers(period: Period | None, cell: str, reading: Reading) -> Counted:
    """Make a count of readers of a cell.

    Raises Unusable without a number, without a known period, or with one not over yet.
    """
    readers = count(cell, reading.decimal)
    if period is None:
        raise Unusable(N_("days of the count not known"))
    if period[1] > reading.latest:
        raise Unusable(N_("period not over yet"))
    if isinstance(readers, Bad) or readers is None:
        raise Unusable(N_("no number") if readers is None else readers.reason)
    return Counted(*period, readers)


def period_of(text: str) -> Period | None:
    """Read a period as analytics write it, None where it is none.

    ISO days (one or two), `2024-03`, `2024`, and words in English or German: `January 2024`, `28.
    Dezember 2023 – 3. Januar 2024`.
    """
    with suppress(ValueError):
        if days := [
            midnight(int(day[1]), int(day[3]), int(day[4])) for day in re.finditer(_ISO_DAY, text)
        ]:
            return _ordered(days[0], days[-1])
        if month := re.fullmatch(_MONTH_OR_YEAR, text.strip()):
            return _ordered(*month_span(int(month[1]), int(month[2] or 1), 1 if month[2] else 12))
        return _worded(re.findall(_WORDS, text.casefold()))
    return None


def _worded(words: Sequence[str]) -> Period | None:
    """Read day, month and year in any order.

    A range that stays in one month or year names it once.
    """
    months = [MONTHS[word] for word in words if word in MONTHS]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    if not months or not years:
        return None
    first, last = month_span(years[0], months[0])[0], month_span(years[-1], months[-1])[1]
    if days:
        first, last = (
            midnight(years[0], months[0], days[0]),
            midnight(years[-1], months[-1], days[-1]),
        )
    return _ordered(first, last)


def _ordered(first: int, last: int) -> Period | None:
    return (first, last) if EARLIEST <= first <= last < AFTER else None


def month_span(year: int, month: int, months: int = 1) -> Period:
    """Return the days of a month, or of several; a month over 12 is one of a later year.

    Raises ValueError for a month under 1.
    """
    ends = month + months - 1
    return midnight(year + (month - 1) // 12, (month - 1) % 12 + 1, 1), midnight(
        year + ends // 12, ends % 12 + 1, 1
    ) - DAY


def take_readers(draft: Draft, tables: Iterable[Sequence[Counted]], otherwise: str) -> None:
    """Put the readers of a month into the draft and date it.

    `otherwise` says what to export where no table counts readers.

    Each table holds counts of one kind. Those of whole months are levels as they are. Else one
    table gives the newest month there is: the newest one, of several that whose days are nearest to
    a month. Of two counts of the same days the larger one counts.
    """
    tables = [sorted(table, key=attrgetter("readers")) for table in tables if table]
    if not tables:
        draft.notes.append(
            Message("No reader count for known days. {remedy}", remedy=as_message(otherwise))
        )
        return
    counts = sorted(chain.from_iterable(tables), key=attrgetter("readers"))
    months = {count.last: count.readers for count in counts if SHORTEST <= count.days <= LONGEST}
    if months:
        draft.levels = [Level("readers", readers, at) for at, readers in sorted(months.items())]
    else:
        nearest = max(
            map(_newest_month, tables),
            key=lambda count: (count.last, -abs(count.days - MONTH), count.readers),
        )
        draft.levels = [_level(nearest)]
        draft.notes.append(_describe(nearest))
    draft.exported_at = draft.exported_at or max(count.last for count in counts) + DAY - 1


def _newest_month(table: Sequence[Counted]) -> Counted:
    """Add up, from the newest backwards, the counts that touch the last 30 days.

    Days between them without a count had no reader.
    """
    last = max(count.last for count in table)
    start = last - (MONTH - 1) * DAY
    newest = {(count.first, count.last): count.readers for count in table if count.last >= start}
    first = min(min(newest)[0], max(start, min(count.first for count in table)))
    return Counted(first, last, sum(newest.values()))


def _level(newest: Counted) -> Level:
    if newest.days < SHORTEST:
        return Level("readers", newest.readers, newest.last, "cut")
    return Level("readers", round(newest.readers * MONTH / newest.days), newest.last, "rounded")


def _describe(newest: Counted) -> Message:
    """Describe how the number was made.

    A reader who comes back counts in each of several periods, and once in a long one.
    """
    if newest.days < SHORTEST:
        return PluralMessage(
            "Readers per month: at least as many as on {n} day",
            "Readers per month: at least as many as in {n} days",
            n=newest.days,
        )
    return PluralMessage(
        "Readers per month estimated from {n} day, as returning readers may count twice",
        "Readers per month estimated from {n} days, as returning readers may count twice",
        n=newest.days,
    )
