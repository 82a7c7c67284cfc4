"""Columns of tables: one decision for a column, then each different cell is parsed once."""

from abc import abstractmethod
from array import array
from collections.abc import Collection, Sequence
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.intake import Bad, Intake
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.date_forms import add_year
from klout_cli.values.dates import (
    DAY,
    FUTURE,
    MINUTES,
    NOT_A_DATE,
    SECONDS,
    Moment,
    day_order,
    excel_serial,
    moment,
)
from klout_cli.values.kinds import Precision
from klout_cli.values.numbers import (
    BLANKS,
    NEGATIVE,
    NOT_A_NUMBER,
    NOT_WHOLE,
    TOO_LONG,
    count,
    decimal_mark,
    rate,
)
from klout_cli.values.periods import is_month, period_of

REMEMBERED = 8_192
IMPLAUSIBLE = 10**10

NO_DATE = Bad("no date")
UNKNOWN = "cells without a value (n/a, - …) are unknown, not 0"
TOO_GREAT = "implausibly large counts (over 10 billion)"
UNREAD_COUNTS = {
    NOT_A_NUMBER.reason: N_("cells of counts that are not numbers are unknown"),
    NEGATIVE.reason: N_("negative counts are unknown"),
    NOT_WHOLE.reason: N_("counts that are not whole numbers are unknown"),
    TOO_LONG.reason: N_("counts of more than 18 digits are unknown"),
}


class Column(dict[str, Any]):
    """The cells of one column as parsed so far: text -> value or `Bad`.

    `clean`: the cells read last are without a `Bad`. `contradicted`: one of them settles what was
    decided without it. `remarks`: what is worth noting of a cell.
    """

    def __init__(self) -> None:
        super().__init__()
        self.clean = True
        self.contradicted = False
        self._unusable: set[str] = set()
        self.remarks: dict[str, str] = {}

    def __missing__(self, cell: str) -> Any:
        value = self[cell] = self._read(cell)
        if type(value) is Bad:
            self._unusable.add(cell)
        return value

    @abstractmethod
    def _read(self, cell: str) -> Any:
        """Read one cell."""

    def read(self, cells: Sequence[str], intake: Intake) -> list[Any]:
        """Read some of the column's cells."""
        if len(self) > REMEMBERED:
            self._forget()
        values = list(map(self.__getitem__, cells))
        self.clean = not self._unusable or self._unusable.isdisjoint(cells)
        if self.remarks:
            for cell in self.remarks.keys() & set(cells):
                intake.note(self.remarks[cell], cells.count(cell))
        return values

    def _forget(self) -> None:
        self.clear()
        self._unusable.clear()
        self.remarks.clear()


class Counts(Column):
    """Counts with the column's decimal mark, which is "" while no cell has settled it."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def _read(self, cell: str) -> int | Bad | None:
        value = count(cell, self._mark)
        if value is None and cell.strip():
            self.remarks[cell] = UNKNOWN
        elif isinstance(value, int) and value > IMPLAUSIBLE:
            self.remarks[cell] = TOO_GREAT
        if not self._mark and ("," in cell or "." in cell) and decimal_mark((cell,)):
            self.contradicted = True
        return value


class OptionalCounts(Counts):
    """Counts of which a bad one is unknown, and noted: it costs the cell, not the row."""

    def _read(self, cell: str) -> int | None:
        value = super()._read(cell)
        if isinstance(value, Bad):
            self.remarks[cell] = UNREAD_COUNTS[value.reason]
            return None
        return value


class Rates(Column):
    """Numbers that are not counts, from `low` to `high`; `what` is their name in reasons."""

    def __init__(self, mark: str, what: str, low: float, high: float) -> None:
        super().__init__()
        self._mark = mark
        self._low = low
        self._high = high
        self._outside = Bad(f"{what} outside {low:g} to {high:g}")

    def _read(self, cell: str) -> float | Bad | None:
        value = rate(cell, self._mark)
        if isinstance(value, float | int):
            return float(value) if self._low <= value <= self._high else self._outside
        return value


def count_column(cells: Collection[str], preferred: str) -> Counts:
    """Decide about a whole column of counts; `preferred` is --decimal."""
    return Counts(decimal_mark(cells, preferred))


def rate_column(
    cells: Collection[str], preferred: str, where: str, what: str, low: float, high: float
) -> Rates:
    """Decide about a column of rates: they are small, so a lone mark is a decimal one (case Q2).

    Raises InputError for percent and plain numbers in one column (case Q15).
    """
    stated = [cell for cell in map(str.strip, cells) if cell.casefold() not in BLANKS]
    if len({cell.endswith("%") for cell in stated}) > 1:
        raise InputError(
            f"percent and plain numbers in one column: {what}", where, "use one of them"
        )
    mark = decimal_mark(cells, preferred) or ("," if any("," in cell for cell in stated) else ".")
    return Rates(mark, what, low, high)


class Dates(Column):
    """Moments in Unix seconds UTC, or `Bad`.

    `order` is the column's of day and month. `dated`: there are real dates in it, and only then
    are day numbers of Excel read (case D11). `year` is that of dates without one, `months`: whole
    months are dates too, and not a heading or a sum between the rows.
    """

    def __init__(
        self,
        order: str,
        dated: bool,
        zone: str,
        latest: int,
        *,
        year: int = 0,
        months: bool = True,
    ) -> None:
        super().__init__()
        self._year = year
        self._months = months
        self._order = order
        self._dated = dated
        self._zone = zone
        self._latest = latest
        self._midnights = _Midnights(order, zone, latest)
        self._precisions: dict[str, Precision] = {}

    def __missing__(self, cell: str) -> Any:
        try:
            (at,) = self._by_clock((cell,))
        except (KeyError, TypeError):
            return super().__missing__(cell)
        return at if at <= self._latest else super().__missing__(cell)

    def read(self, cells: Sequence[str], intake: Intake) -> list[Any]:
        """Read some of the column's cells, at once where all have a clock time."""
        try:
            moments = self._by_clock(cells)
        except (KeyError, TypeError):
            return super().read(cells, intake)
        if max(moments, default=0) > self._latest:
            return super().read(cells, intake)
        self.clean = True
        return moments

    def precisions(self, cells: Sequence[str]) -> list[Precision]:
        """Return the precision of each cell just read; clock times are not kept, and to seconds."""
        known = self._precisions
        if not known:
            return ["second"] * len(cells)
        return [known.get(cell, "second") for cell in cells]

    def _read(self, cell: str) -> int | Bad:
        parsed = self._parse(cell)
        if not self._order and day_order((cell,)):
            self.contradicted = True
        if not isinstance(parsed, tuple):
            return parsed or NO_DATE
        self._precisions[cell] = parsed[1]
        return parsed[0]

    def _parse(self, cell: str) -> Moment | Bad | None:
        if not self._months and is_month(cell):
            return NOT_A_DATE
        how = self._latest, self._order, self._zone
        parsed = moment(cell, *how)
        if parsed is NOT_A_DATE and self._dated:
            parsed = excel_serial(cell, self._latest)
        if parsed is NOT_A_DATE and self._year:
            parsed = moment(add_year(cell, self._year), *how) or NOT_A_DATE
        if parsed is NOT_A_DATE and (period := period_of(cell, self._latest, self._order)):
            return (period[0], "day") if period[0] <= self._latest else FUTURE
        return parsed

    def _by_clock(self, cells: Sequence[str]) -> list[int]:
        """Read `2024-03-01 14:30:15` with any offset by its day: many times share few days.

        Raises KeyError or TypeError where a cell has another form.
        """
        minutes, seconds, midnights = MINUTES, SECONDS, self._midnights
        if len(midnights) > REMEMBERED:
            midnights.clear()
        return array(
            "q",
            [
                minutes[cell[11:17]] + seconds[cell[17:19]] + midnights[cell[:11] + cell[19:]]
                for cell in cells
            ],
        ).tolist()

    def _forget(self) -> None:
        super()._forget()
        self._precisions.clear()


class _Midnights(dict[str, Any]):
    """When a day begins, by all of a cell but its clock time; None for no day, or not 24 hours."""

    def __init__(self, order: str, zone: str, latest: int) -> None:
        super().__init__()
        self._how = latest, order, zone

    def __missing__(self, day: str) -> int | None:
        start = moment(f"{day[:11]}00:00{day[11:]}", *self._how)
        begin = self[day] = (
            start[0] if isinstance(start, tuple) and self._is_whole(day, start[0]) else None
        )
        return begin

    def _is_whole(self, day: str, start: int) -> bool:
        if self._how[2] == "UTC":
            return True
        end = moment(f"{day[:11]}24:00{day[11:]}", *self._how)
        return isinstance(end, tuple) and end[0] - start == DAY
