"""Which days the cells of a LinkedIn workbook mean: one decision for the whole workbook.

LinkedIn writes days as text, in the order of its language. A workbook that was saved again may have
day numbers instead, which count from 1900, or from 1904 in old ones of a Mac.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct

from klout_cli.files.intake import Bad
from klout_cli.files.text import fold
from klout_cli.files.workbook import Sheet
from klout_cli.importers.linkedin_text import post_number
from klout_cli.importers.vocabulary import words_of
from klout_cli.values import dates
from klout_cli.values.dates import DAY, EXCEL_ZERO, Moment, day_order
from klout_cli.values.reading import Reading

WORDS = words_of("linkedin_workbooks")
LONGEST_LABEL = 80
ID_DIGITS = 19

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_NUMBER = r"[3-6]\d{4}(?:[.,]\d+)?"
_RANGE = rf"({_DAY})\D{{1,9}}({_DAY})"


def is_day(cell: str) -> bool:
    """Return True for a cell that looks like a day."""
    return is_number(cell) or re.fullmatch(_DAY, cell) is not None


def is_number(cell: str) -> bool:
    """Return True for a cell that looks like the number of a day of our time."""
    return re.fullmatch(_NUMBER, cell) is not None


def made_at(link: str) -> int | None:
    """Return the second a post was made, by its number; None where that has no time."""
    number = post_number(link) if "linkedin.com/" in link else ""
    return (int(number) >> 22) // 1000 if len(number) == ID_DIGITS else None


def days_within(text: str) -> list[str]:
    """Return the days in a text."""
    return re.findall(_DAY, text)


def start_of_days(sheet: Sheet) -> int:
    """Return the index of the first row of a table by days, below its header; else the end."""
    labels = [row[0] if row else "" for row in sheet.rows]
    headers = (index for index, label in enumerate(labels, 1) if fold(label) in WORDS["day"])
    days = (index for index, label in enumerate(labels) if is_day(label))
    return next(headers, next(days, len(labels)))


class Days(Struct, frozen=True):
    """One way to read days: the order of day and month, and the day 0 of day numbers."""

    latest: int
    order: str
    zero: int

    def moment(self, cell: str) -> Moment | Bad | None:
        """Read a cell."""
        day = dates.moment(cell, self.latest, self.order)
        return dates.excel_serial(cell, self.latest, self.zero) if day is dates.NOT_A_DATE else day

    def known(self, cells: Iterable[str]) -> Iterator[int]:
        """Yield the moments of the cells that are days."""
        for cell in cells:
            day = self.moment(cell)
            if isinstance(day, tuple):
                yield day[0]

    def periods(self, sheets: Sequence[Sheet]) -> list[tuple[int, int]]:
        """Return the first and last days of the periods that sheets state."""
        cells = (cell for sheet in sheets for row in sheet.rows for cell in row)
        matches = filter(None, (re.fullmatch(_RANGE, cell) for cell in cells))
        periods = (tuple(self.known(match.groups())) for match in matches)
        return [(days[0], days[1]) for days in periods if len(days) == 2 and days[0] <= days[1]]


def choose_days(sheets: Sequence[Sheet], named: tuple[int, int] | None, reading: Reading) -> Days:
    """Choose how a workbook writes days, by the period in its file's name, `named`.

    A day that is no other way possible decides about the order. Else that way is right by which
    more days are in the period, and more rows are of the day after the one above; of equal ones
    that by which more posts are of the day in their numbers.
    """
    columns = [[row[0] for row in sheet.rows[start_of_days(sheet) :] if row] for sheet in sheets]
    rows = [row for sheet in sheets for row in sheet.rows]
    short = {cell for row in rows for cell in row if len(cell) < LONGEST_LABEL}
    posts = [(made, day) for row in rows for link, day in pairwise(row) if (made := made_at(link))]
    numbers = [day for row in rows for link, day in pairwise(row) if "linkedin.com/" in link]
    numbers = list(filter(is_number, numbers))
    order = day_order(
        sorted(day for cell in short for day in days_within(cell)), reading.date_order
    )
    orders = ["dmy", "mdy"]
    if not WORDS["english"].isdisjoint(fold(sheet.name) for sheet in sheets):
        orders.reverse()
    if order in orders and not any(map(is_number, chain(numbers, *columns))):
        return Days(reading.latest, order, EXCEL_ZERO)

    def fit(days: Days) -> tuple[int, int]:
        periods = days.periods(sheets)
        first, last = named or next(iter(periods), (0, -1))
        columns_read = [list(days.known(column)) for column in columns]
        known = chain(*periods, days.known(numbers), *columns_read)
        steps = sum(later - at == DAY for column in columns_read for at, later in pairwise(column))
        same = sum(abs(at - made) <= 2 * DAY for made, day in posts for at in days.known([day]))
        return steps + sum(first <= at <= last for at in known), same

    return max(
        (
            Days(reading.latest, order, zero)
            for order in ([order] if order in orders else orders)
            for zero in (EXCEL_ZERO, dates.EXCEL_1904)
        ),
        key=fit,
    )
