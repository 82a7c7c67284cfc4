"""Google Analytics 4: readers of a blog from its CSV files, which hold many tables."""

import re
from collections.abc import Sequence
from functools import partial

from klout_cli.files.blocks import PADDING, blocks, sound_rows
from klout_cli.files.container import Member
from klout_cli.files.table import Table
from klout_cli.files.text import fold, lines
from klout_cli.importers.archive import Archive, File, Note, Rows
from klout_cli.importers.readers import (
    MONTH,
    OTHER,
    Counted,
    Period,
    count_readers,
    month_span,
    period_of,
    take_readers,
)
from klout_cli.person.rows import Export
from klout_cli.values.aliases import is_total
from klout_cli.values.dates import DAY, iso_day
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

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
"""Dimensions with one value for nearly every reader: their rows add up to all of them."""

_SEPARATOR = r"\ufeff?# ?-{4}"
_PROPERTY = r"(?im)^#\s*property\s*:(.*)$"
_STATED_DAY = r"#[^:]*:\s*(\d{8})"
_INDEX = r"\d{4}"


class GoogleAnalytics(Archive):
    """Google Analytics 4: reports and explorations; each file is an export of its own."""

    key = "google_analytics"
    network = "blog"
    variant = "Google Analytics 4"
    together = "all"
    dated_by = ()
    files = (File("report", name=r".*\.csv", whole=True),)

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the files by their first line and the property they name."""
        file = super().file_of(member, reading)
        return file if file and _is_ga4(member.head()) else None

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file by itself.

        A property is a blog's name where it holds a host, or where several properties must be told
        apart.
        """
        reports = [cls(reading) for _ in members]
        ordered = sorted(members, key=lambda member: member.name)
        names = [_property(member.head().decode("utf-8", "replace")) or "" for member in ordered]
        unclear = {name for name in names if not host_in(name)}
        for report, member, name in zip(reports, ordered, names, strict=True):
            report.read(cls.files[0], member)
            report.draft.handle = host_in(name) or (name if len(unclear) > 1 else "")
        return [report.draft.finish() for report in reports]

    def report(self, member: Member) -> None:
        """Take the readers of every table of a file."""
        days: Period | None = None
        counts: list[Sequence[Counted]] = []
        for block in blocks(lines(member, self.intake, self.reading.encoding)):
            days = _stated_days(block.remarks, days)
            table = block.table(member, self.intake, HEADERS)
            if table is None or table.line > 1:
                self.intake.use(len(block.lines) - 1)
                self.intake.note(OTHER, len(block.lines) - 1)
            else:
                report_table = _ReportTable(table, list(sound_rows(table, self.intake)), days)
                self.each(report_table.rows, partial(self.row, report_table))
                counts += report_table.counts()
        take_readers(self.draft, counts, EXPORT_OTHER)

    def row(self, table: "_ReportTable", cells: list[str]) -> Rows:
        """Take one count; rows of anything else are used and noted."""
        counts = table.counts_of(cells)
        if counts is None:
            yield Note(OTHER)
        else:
            days = table.days_of(cells) if counts is table.units else table.days
            counts.append(count_readers(days, cells[table.column], self.reading))


class _ReportTable:
    """One table: what it counts in the whole range, in each of its units, and in each place.

    `rolling`: what is counted for a day is the 30 days up to it.
    """

    def __init__(
        self, table: Table, rows: Sequence[tuple[int, list[str]]], days: Period | None
    ) -> None:
        self.rows = rows
        self.days = days
        self.dimension = fold(table.header[0])
        self.rolling = "month" in table.columns
        self.column = table.columns["month" if self.rolling else "readers"]
        words = (UNITS[word] for word in self.dimension.split() if word in UNITS)
        self.unit = "day" if self.rolling else next(words, "")
        self.numbered = self.unit != "" and any(cells[0].strip() == FIRST for _, cells in rows)
        self.whole: list[Counted] = []
        self.units: list[Counted] = []
        self.places: list[Counted] = []

    def counts_of(self, cells: Sequence[str]) -> list[Counted] | None:
        """Return where a row's count belongs, None where to none."""
        blank = self.column == 0 or not cells[0].strip()
        if blank or is_total(cells[0]) or is_total(cells[-1]):
            return self.whole
        if self.numbered:
            return self.units
        return self.places if self.dimension in PLACES else None

    def days_of(self, cells: Sequence[str]) -> Period | None:
        """Return the days of a row that counts one unit."""
        return _unit_days(cells[0].strip(), self.unit, self.rolling, self.days)

    def counts(self) -> list[Sequence[Counted]]:
        """Return the counts by kind; those of all places are one."""
        readers = sum(count.readers for count in self.places)
        together = [Counted(*self.days, readers)] if self.places and self.days else []
        return [self.whole, self.units, together]


def _is_ga4(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    return bool(re.match(_SEPARATOR, text)) and _property(text) is not None


def _property(text: str) -> str | None:
    match = re.search(_PROPERTY, text)
    return match[1].strip(PADDING) if match else None


def _stated_days(remarks: Sequence[str], days: Period | None) -> Period | None:
    """Return the first and the last day from the comments above a table, else those above it."""
    stated = [match[1] for remark in remarks if (match := re.match(_STATED_DAY, remark))]
    return period_of(" ".join(stated)) if len(stated) == 2 else days


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
