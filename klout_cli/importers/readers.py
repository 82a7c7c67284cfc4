"""Readers of a blog: what web analytics count over any period becomes readers of a month.

A month is 28 to 31 days. Nothing shorter is scaled up, since who reads a blog in a week says little
about a month.
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
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.date_forms import MONTHS
from klout_cli.values.dates import DAY, EARLIEST, midnight
from klout_cli.values.numbers import count
from klout_cli.values.reading import Reading

MONTH, SHORTEST, LONGEST = 30, 28, 31

AFTER = midnight(2100, 1, 1)
"""No period is believed to end later, so that counting on from it stays within the calendar."""

OTHER = Message("rows that don't count all readers")
ESTIMATE = N_("Readers a month are an estimate from counts over {n} days.")
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
        raise Unusable(N_("count for unknown days"))
    if period[1] > reading.latest:
        raise Unusable(N_("period not over yet"))
    if isinstance(readers, Bad) or readers is None:
        raise Unusable(N_("no number") if readers is None else readers.reason)
    return Counted(*period, readers)


def period_of(text: str) -> Period | None:
    """Read a period as analytics write it, None where it is none.

    ISO days (one or two), `2024-03`, `2024`, and words in English or German: `January 2024`, `28.
    Dezember 2023 – 3. Januar 2024`. A range that stays in one month or year names it once.
    """
    words = re.findall(_WORDS, text.casefold())
    months = [MONTHS[word] for word in words if word in MONTHS]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    iso = [(int(day[1]), int(day[3]), int(day[4])) for day in re.finditer(_ISO_DAY, text)]
    first, last = 0, 0
    with suppress(ValueError):
        if iso:
            first, last = midnight(*iso[0]), midnight(*iso[-1])
        elif month := re.fullmatch(_MONTH_OR_YEAR, text.strip()):
            first, last = month_span(int(month[1]), int(month[2] or 1), 1 if month[2] else 12)
        elif months and years and days:
            first = midnight(years[0], months[0], days[0])
            last = midnight(years[-1], months[-1], days[-1])
        elif months and years:
            first, last = month_span(years[0], months[0])[0], month_span(years[-1], months[-1])[1]
    return (first, last) if EARLIEST <= first <= last < AFTER else None


def month_span(year: int, month: int, months: int = 1) -> Period:
    """Return the days of a month, or of several; a month over 12 is one of a later year.

    Raises ValueError for a month under 1.
    """

    def start(month: int) -> int:
        return midnight(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)

    return start(month), start(month + months) - DAY


def take_readers(draft: Draft, tables: Iterable[Sequence[Counted]], advice: Message) -> None:
    """Put the readers of a month into the draft and date it.

    `advice` says what to export where no table counts readers.

    Each table has counts of one kind. Those of whole months are levels as they are. Else one table
    gives the newest month there is: the newest one, of several that whose days are nearest to a
    month. Of two counts of the same days the larger one counts.
    """
    tables = [sorted(table, key=attrgetter("readers")) for table in tables if table]
    if not tables:
        draft.notes.append(Message("No reader counts for known days. {advice}", advice=advice))
        return
    counts = sorted(chain.from_iterable(tables), key=attrgetter("readers"))
    months = {count.last: count.readers for count in counts if SHORTEST <= count.days <= LONGEST}
    draft.levels = [Level("readers", readers, at) for at, readers in sorted(months.items())]
    draft.exported_at = draft.exported_at or max(count.last for count in counts) + DAY - 1
    if months:
        return
    newest = max(
        map(_newest_month, tables),
        key=lambda count: (count.last, -abs(count.days - MONTH), count.readers),
    )
    days, readers = newest.days, newest.readers
    if days < SHORTEST:
        draft.levels = [Level("readers", readers, newest.last, "cut")]
        draft.notes.append(
            PluralMessage(
                "Only {n} day is included, so there may be more readers a month.",
                "Only {n} days are included, so there may be more readers a month.",
                n=days,
            )
        )
    else:
        draft.levels = [Level("readers", round(readers * MONTH / days), newest.last, "rounded")]
        draft.notes.append(Message(ESTIMATE, n=days))


def _newest_month(table: Sequence[Counted]) -> Counted:
    """Add up, from the newest backwards, the counts that touch the last 30 days.

    Days between them without a count had no reader.
    """
    last = max(count.last for count in table)
    start = last - (MONTH - 1) * DAY
    newest = {(count.first, count.last): count.readers for count in table if count.last >= start}
    first = min(min(newest)[0], max(start, min(count.first for count in table)))
    return Counted(first, last, sum(newest.values()))
