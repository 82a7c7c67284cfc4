"""Google Analytics 4: readers of a blog from its CSV files, which hold many tables (formats/modern-platforms §16)."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from klout_cli.importers.aliases import is_total
from klout_cli.importers.container import Member
from klout_cli.importers.dates import DAY, iso_day
from klout_cli.importers.interface import PLAIN, Reading
from klout_cli.importers.readers import MONTH, OTHER, Counted, Period, counted, month_span, period_of, take_readers
from klout_cli.importers.table import Table, open_table
from klout_cli.importers.text import fold, lines
from klout_cli.profile.rows import Bad, Draft, Export, Intake
from klout_cli.results import Source

SUFFIX = ".csv"
NO_DAYS = Bad("days of the table not stated")
EXPORT_OTHER = "export the Reports snapshot, which counts the active users of 30 days"

HEADERS = {
    "month": frozenset(("30 days", "30 tage")),
    "readers": frozenset(("active users", "total users", "users", "aktive nutzer", "nutzer insgesamt", "gesamtzahl der nutzer", "nutzer")),
}
UNITS = {"day": "day", "tag": "day", "week": "week", "woche": "week", "month": "month", "monat": "month"}
PLACES = frozenset(("country", "country id", "region", "city", "land", "länder id", "stadt", "ort"))
"""Dimensions that have one value for nearly every reader, so that their rows add up to all of them."""

FIRST = "0000"
PADDING = " \t\r\n,;\ufeff"
_SEPARATOR = r"\ufeff?# ?-{4}"
_PROPERTY = r"(?im)^#\s*property\s*:(.*)$"
_STATED_DAY = r"#[^:]*:\s*(\d{8})"
_HOST = r"(?:[\w-]+\.)+[^\W\d_]{2,}"


class GoogleAnalytics:
    """Google Analytics 4: reports and explorations; each file is an export of its own."""

    network = "blog"
    source = Source(
        network="blog",
        title="Blog: Google Analytics 4",
        where="analytics.google.com › Reports › Reports snapshot › Share › Download file (Berichte › Berichtsübersicht › Teilen)",
        format="CSV with several tables",
        takes="at once",
        holds="readers of every 30 days in the range chosen, or of its days, weeks or months",
        lacks="posts with their dates, comments, who reads: add the blog's own export (WordPress, Ghost) or its feed",
    )
    feeds = {
        "audience": "",
        "resonance": "web analytics hold no comments: add the blog's own export (WordPress) or its feed",
        "amplification": "web analytics hold no linkbacks: add the blog's own export (WordPress)",
        "breadth": "web analytics name nobody: add the blog's own export (WordPress)",
        "endorsement": "web analytics hold no linkbacks: add the blog's own export (WordPress)",
        "network": "web analytics name nobody",
        "reciprocity": "web analytics name nobody: add the blog's own export (WordPress)",
        "substance": "web analytics hold no text of posts: add the blog's own export (WordPress) or its feed",
    }

    def identify(self, members: Sequence[Member], reading: Reading = PLAIN) -> list[tuple[Member, ...]]:
        """Find the files by their first line and the property they name; all of a container are read together."""
        found = tuple(member for member in members if member.basename.endswith(SUFFIX) and _is_ga4(member.head()))
        return [found] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file. A property is a blog's name where it holds a host, or where several properties must be told apart."""
        files = [_File(member, reading) for member in sorted(members, key=lambda member: member.name)]
        unclear = {file.property for file in files if not _host(file.property)}
        for file in files:
            file.draft.handle = _host(file.property) or (file.property if len(unclear) > 1 else "")
        return [file.draft.finish() for file in files]


def _is_ga4(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    return bool(re.match(_SEPARATOR, text)) and _property(text) is not None


def _property(text: str) -> str | None:
    found = re.search(_PROPERTY, text)
    return found[1].strip(PADDING) if found else None


def _host(name: str) -> str:
    """Return the host that the name of a property holds, "" for none."""
    found = re.search(_HOST, name.casefold())
    return found[0].removeprefix("www.") if found else ""


class Block(Struct):
    """One table of a file: the comments above it, the line its header stands in, and its lines."""

    remarks: list[str]
    start: int
    rows: list[str]


def _blocks(source: Iterable[str]) -> Iterator[Block]:
    """Split a file at its blank lines; above a table "#" begins a comment, within one it may begin a title."""
    block = Block([], 0, [])
    for number, line in enumerate(source, start=1):
        blank = not line.strip(PADDING)
        if block.rows and blank:
            yield block
            block = Block([], 0, [])
        elif block.rows or not (blank or line.lstrip("\ufeff").startswith("#")):
            block.start = block.start or number
            block.rows.append(line)
        elif not blank:
            block.remarks.append(line)
    if block.rows:
        yield block


class _File:
    """One file while it is read: the property it names, and the days its tables are of."""

    def __init__(self, member: Member, reading: Reading) -> None:
        self.draft = Draft(GoogleAnalytics.network, "Google Analytics 4")
        self.reading = reading
        self.property = _property(member.head().decode("utf-8", "replace")) or ""
        self.days: Period | None = None
        tables: list[Sequence[Counted]] = []
        with self.draft.reading(member.where) as intake:
            for block in _blocks(lines(member, intake, reading.encoding)):
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
        """Read one table: what it counts of the whole range, of each of its units, and of all places together."""
        data = "".join(block.rows).encode()
        table = open_table(Member(member.container, member.name, len(data), lambda: io.BytesIO(data)), intake, HEADERS, ())
        if table is None or table.line > 1:
            intake.use(len(block.rows) - 1)
            intake.note(OTHER, len(block.rows) - 1)
            return []
        rows = []
        for line, cells in table.rows:
            if isinstance(cells, Bad):
                intake.skip(block.start + line - 1, cells.reason)
            else:
                rows.append((block.start + line - 1, cells))
        return self._counts(table, rows, intake)

    def _counts(self, table: Table, rows: Sequence[tuple[int, list[str]]], intake: Intake) -> list[Sequence[Counted]]:
        dimension = fold(table.header[0])
        unit = next((UNITS[word] for word in dimension.split() if word in UNITS), "")
        column = table.columns.get("month", table.columns.get("readers", 0))
        serial = bool(unit) and any(cells[0].strip() == FIRST for _, cells in rows)
        whole: list[Counted] = []
        units: list[Counted] = []
        places: list[Counted] = []
        for line, cells in rows:
            total = column == 0 or not cells[0].strip() or is_total(cells[0]) or is_total(cells[-1])
            kind = whole if total else units if serial else places if dimension in PLACES else None
            if kind is None:
                intake.use()
                intake.note(OTHER)
            elif one := self._count(intake, line, cells, column, "" if kind is not units else "month" if "month" in table.columns else unit):
                kind.append(one)
        together = [Counted(places[0].first, places[0].last, sum(one.readers for one in places))] if places else []
        return [whole, units, together]

    def _count(self, intake: Intake, line: int, cells: Sequence[str], column: int, unit: str) -> Counted | None:
        if self.days is None:
            intake.skip(line, NO_DAYS.reason)
            return None
        return counted(intake, line, self.days, cells[column], self.reading)
