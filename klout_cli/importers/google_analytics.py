"""Google Analytics 4: readers of a blog from its CSV files, which hold many tables (formats/modern-platforms §16)."""

import re
from collections.abc import Sequence

from klout_cli.files.blocks import PADDING, Block, blocks, sound_rows
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import Table
from klout_cli.files.text import fold, lines
from klout_cli.importers.readers import (
    MONTH,
    OTHER,
    Counted,
    Period,
    counted,
    month_span,
    period_of,
    take_readers,
)
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export
from klout_cli.values.aliases import is_total
from klout_cli.values.dates import DAY, iso_day
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

SUFFIX = ".csv"
WEEK = 7 * DAY
EPOCH_WEEKDAY = 4
"""1 January 1970 was a Thursday, the fourth day after Sunday."""

EXPORT_OTHER = "export the Reports snapshot, which counts the active users of 30 days"

HEADERS = {
    "month": frozenset(
        f"30 {days}"
        for days in ("days", "tage", "jours", "días", "dias", "giorni", "dagen", "dage")
    ),
    "readers": frozenset(
        (
            "active users",
            "total users",
            "users",
            "aktive nutzer",
            "nutzer insgesamt",
            "gesamtzahl der nutzer",
            "nutzer",
        )
    ),
}
FIRST = "0000"
UNITS = {
    "day": "day",
    "tag": "day",
    "week": "week",
    "woche": "week",
    "month": "month",
    "monat": "month",
}
PLACES = frozenset(("country", "country id", "region", "city", "land", "länder id", "stadt", "ort"))
"""Dimensions that have one value for nearly every reader, so that their rows add up to all of them."""

_SEPARATOR = r"\ufeff?# ?-{4}"
_PROPERTY = r"(?im)^#\s*property\s*:(.*)$"
_STATED_DAY = r"#[^:]*:\s*(\d{8})"
_INDEX = r"\d{4}"


class GoogleAnalytics:
    """Google Analytics 4: reports and explorations; each file is an export of its own."""

    network = "blog"
    source, feeds = described("google_analytics")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files by their first line and the property they name.

        All of a container are read together.
        """
        found = tuple(
            member
            for member in members
            if member.basename.endswith(SUFFIX) and _is_ga4(member.head())
        )
        return [found] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file.

        A property is a blog's name where it holds a host, or where several properties must be told
        apart.
        """
        files = [
            _File(member, reading) for member in sorted(members, key=lambda member: member.name)
        ]
        unclear = {file.property for file in files if not host_in(file.property)}
        for file in files:
            file.draft.handle = host_in(file.property) or (
                file.property if len(unclear) > 1 else ""
            )
        return [file.draft.finish() for file in files]


def _is_ga4(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    return bool(re.match(_SEPARATOR, text)) and _property(text) is not None


def _property(text: str) -> str | None:
    found = re.search(_PROPERTY, text)
    return found[1].strip(PADDING) if found else None


class _File:
    """One file while it is read: the property it names, and the days its tables are of."""

    def __init__(self, member: Member, reading: Reading) -> None:
        self.draft = Draft(GoogleAnalytics.network, "Google Analytics 4")
        self.reading = reading
        self.property = _property(member.head().decode("utf-8", "replace")) or ""
        self.days: Period | None = None
        tables: list[Sequence[Counted]] = []
        with self.draft.reading(member.where) as intake:
            for block in blocks(lines(member, intake, reading.encoding)):
                self._stated(block.remarks)
                tables += self._tables(block, intake, member)
        if not self.draft.faults:
            take_readers(self.draft, tables, EXPORT_OTHER)

    def _stated(self, remarks: Sequence[str]) -> None:
        """Take the first and the last day from the comments above a table, whatever the language."""
        days = [found[1] for remark in remarks if (found := re.match(_STATED_DAY, remark))]
        if len(days) == 2:
            self.days = period_of(" ".join(days))

    def _tables(self, block: Block, intake: Intake, member: Member) -> list[Sequence[Counted]]:
        """Read one table: what it counts in the whole range, in each of its units, and in all places together."""
        table = block.table(member, intake, HEADERS)
        if table is None or table.line > 1:
            intake.use(len(block.lines) - 1)
            intake.note(OTHER, len(block.lines) - 1)
            return []
        return self._counts(table, list(sound_rows(table, intake)), intake)

    def _counts(
        self, table: Table, rows: Sequence[tuple[int, list[str]]], intake: Intake
    ) -> list[Sequence[Counted]]:
        dimension = fold(table.header[0])
        rolling = "month" in table.columns
        column = table.columns["month" if rolling else "readers"]
        unit = (
            "day"
            if rolling
            else next((UNITS[word] for word in dimension.split() if word in UNITS), "")
        )
        serial = unit != "" and any(cells[0].strip() == FIRST for _, cells in rows)
        whole: list[Counted] = []
        units: list[Counted] = []
        places: list[Counted] = []
        for line, cells in rows:
            total = column == 0 or not cells[0].strip() or is_total(cells[0]) or is_total(cells[-1])
            kind = whole if total else units if serial else places if dimension in PLACES else None
            if kind is None:
                intake.use()
                intake.note(OTHER)
                continue
            days = (
                _unit_days(cells[0].strip(), unit, rolling, self.days)
                if kind is units
                else self.days
            )
            if one := counted(intake, line, days, cells[column], self.reading):
                kind.append(one)
        together = (
            [Counted(*self.days, sum(one.readers for one in places))]
            if places and self.days
            else []
        )
        return [whole, units, together]


def _unit_days(index: str, unit: str, rolling: bool, days: Period | None) -> Period | None:
    """Return the days of a unit, numbered from the first day of the range.

    Weeks begin on Sunday, the range cuts its outer units.

    `rolling`: what is counted for a day is the 30 days up to it.
    """
    if days is None or not re.fullmatch(_INDEX, index):
        return None
    number = int(index)
    if unit == "day":
        first = last = days[0] + number * DAY
    elif unit == "week":
        first = days[0] - _since_sunday(days[0]) * DAY + number * WEEK
        last = first + WEEK - DAY
    else:
        year, month, _ = map(int, iso_day(days[0]).split("-"))
        first, last = month_span(year, month + number)
    if first > days[1]:
        return None
    return (
        (first - (MONTH - 1) * DAY, first) if rolling else (max(first, days[0]), min(last, days[1]))
    )


def _since_sunday(at: int) -> int:
    return (at // DAY + EPOCH_WEEKDAY) % 7
