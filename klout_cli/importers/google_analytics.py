"""Google Analytics 4: readers of a blog from its CSV files, which have many tables."""

import re
from collections.abc import Sequence

from klout_cli.files.blocks import PADDING, blocks
from klout_cli.files.container import Member
from klout_cli.files.table import Table
from klout_cli.files.text import fold, lines
from klout_cli.importers import readers
from klout_cli.importers.archive import Archive, File, Note, Rows
from klout_cli.importers.readers import Counted, Period
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Export
from klout_cli.translation import Message
from klout_cli.values.aliases import is_total
from klout_cli.values.dates import DAY, iso_day
from klout_cli.values.reading import Reading
from klout_cli.values.web import host_in

ADVICE = Message("Export the Reports snapshot, which counts the active users of 30 days.")
HEADERS = words_of("google_analytics")
DIMENSIONS = words_of("google_analytics_dimensions")
UNITS = ("day", "week", "month")
FIRST = "0000"

_HEAD = rb"\A(?:\xef\xbb\xbf)?# ?-{4}(?:.*[\r\n])?#\s*(?i:property)\s*:"
_PROPERTY = r"(?im)^#\s*property\s*:(.*)$"
_STATED_DAY = r"#[^:]*:\s*(\d{8})"


class GoogleAnalytics(Archive):
    """Google Analytics 4: reports and explorations; each file is an export of its own."""

    key = "google_analytics"
    network = "blog"
    variant = "Google Analytics 4"
    together = "all"
    dated_by = ()
    files = (File("report", name=r".*\.csv", head=_HEAD, whole=True),)

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file by itself.

        A property is a blog's name where it contains a host, or where several properties must be
        told apart.
        """
        reports = {member: cls(reading) for member in sorted(members, key=lambda one: one.name)}
        names = [_property(member) for member in reports]
        unclear = {name for name in names if not host_in(name)}
        for (member, report), name in zip(reports.items(), names, strict=True):
            report.read(cls.files[0], member)
            report.draft.handle = host_in(name) or (name if len(unclear) > 1 else "")
        return [report.draft.finish() for report in reports.values()]

    def report(self, member: Member) -> None:
        """Take the readers of every table of a file."""
        days: Period | None = None
        counts: list[Sequence[Counted]] = []
        for block in blocks(lines(member, self.intake, self.reading.encoding)):
            stated = [match[1] for text in block.remarks if (match := re.match(_STATED_DAY, text))]
            days = readers.period_of(" ".join(stated)) if len(stated) == 2 else days
            table = block.table(member, self.intake, HEADERS)
            if table is None or table.line > 1:
                self.intake.use(len(block.lines) - 1)
                self.intake.note(readers.OTHER, len(block.lines) - 1)
            else:
                counts += self.table(table, days)
        readers.take_readers(self.draft, counts, ADVICE)

    def table(self, table: Table, days: Period | None) -> list[list[Counted]]:
        """Return what a table counts: in the whole range, in each of its units, in all places."""
        rows = list(self.sound(table.rows))
        dimension = fold(table.header[0])
        rolling = "month" in table.columns  # what is counted for a day is the 30 days up to it
        column = table.columns["month" if rolling else "readers"]
        words = set(dimension.split())
        unit = "day" if rolling else next((unit for unit in UNITS if words & DIMENSIONS[unit]), "")
        is_numbered = unit and any(cells[0].strip() == FIRST for _, cells in rows)
        whole: list[Counted] = []
        units: list[Counted] = []
        places: list[Counted] = []

        def row(cells: list[str]) -> Rows:
            if not column or not cells[0].strip() or is_total(cells[0]) or is_total(cells[-1]):
                counts, period = whole, days
            elif is_numbered:
                counts, period = units, _unit_days(cells[0].strip(), unit, days)
                if rolling and period:
                    period = period[0] - (readers.MONTH - 1) * DAY, period[0]
            elif dimension in DIMENSIONS["place"]:
                counts, period = places, days
            else:
                yield Note(readers.OTHER)
                return
            counts.append(readers.count_readers(period, cells[column], self.reading))

        self.each(rows, row)
        people = sum(count.readers for count in places)
        return [whole, units, [Counted(*days, people)] if places and days else []]


def _property(member: Member) -> str:
    match = re.search(_PROPERTY, member.head().decode("utf-8", "replace"))
    return match[1].strip(PADDING) if match else ""


def _unit_days(index: str, unit: str, days: Period | None) -> Period | None:
    """Return the days of a unit, numbered from the first day of the range, which cuts the outer."""
    if days is None or not re.fullmatch(r"\d{4}", index):
        return None
    number = int(index)
    if unit == "day":
        first = last = days[0] + number * DAY
    elif unit == "week":
        since_sunday = (days[0] // DAY + 4) % 7  # 1 January 1970 was a Thursday
        first = days[0] + (7 * number - since_sunday) * DAY
        last = first + 6 * DAY
    else:
        year, month, _ = map(int, iso_day(days[0]).split("-"))
        first, last = readers.month_span(year, month + number)
    return (max(first, days[0]), min(last, days[1])) if first <= days[1] else None
