"""Matomo: readers of a blog from its reports (CSV, TSV) of the dashboard, the API or by mail."""

import codecs
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath

from klout_cli.errors import InputError
from klout_cli.files.blocks import blocks
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import fold, lines
from klout_cli.importers.archive import Archive, File, Note, Rows
from klout_cli.importers.readers import (
    OTHER,
    Counted,
    Period,
    count_readers,
    period_of,
    take_readers,
)
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

EMPTY = "No data available"
EXPORT_OTHER = (
    "export Visitors › Overview of a whole month, and keep the file's name, which tells the days"
)

HEADERS = {
    "readers": frozenset(("nb uniq visitors", "unique visitors", "eindeutige besucher")),
    "visits": frozenset(("nb visits", "visits", "besuche")),
    "date": frozenset(("date", "datum")),
    "label": frozenset(("label", "bezeichnung")),
    "site": frozenset(("idsite",)),
    "visit": frozenset(("idvisit",)),
}
SIGNATURES = ({"readers", "visits"}, {"label", "visits"}, {"site", "visit"})
TECHNICAL = "nb "
PARTS = ("label", "site", "visit")
"""Columns of tables whose rows count a part of the readers, a site of several, or a visit."""

_COPY = r" ?\(\d+\)$"


class Matomo(Archive):
    """Matomo: every report is recognised, those of all visitors are used.

    Each file is an export of its own.
    """

    key = "matomo"
    network = "blog"
    variant = "Matomo report"
    together = "file"
    dated_by = ()
    files = (File("report", name=r".*\.[ct]sv", whole=True),)

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.days: Period | None = None
        self.counts: list[Counted] = []

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the reports by their headers, technical, English or German."""
        file = super().file_of(member, reading)
        return file if file and _is_report(member, reading.encoding) else None

    def begin(self, members: Sequence[Member]) -> None:
        """Take the blog and the days of a report without dates from the file's name."""
        self.draft.handle, self.days = _parse_name(members[0])

    def report(self, member: Member) -> None:
        """Take the counts of all readers."""
        for table in _open_tables(member, self.intake, self.reading.encoding):
            self.each(table.rows, partial(self.row, table))

    def row(self, table: Table, cells: list[str]) -> Rows:
        """Take one count; rows of anything else are used and noted."""
        if "readers" not in table.columns or any(name in table.columns for name in PARTS):
            yield Note(OTHER)
            return
        dated = table.columns.get("date")
        days = self.days if dated is None else period_of(cells[dated])
        self.counts.append(count_readers(days, cells[table.columns["readers"]], self.reading))

    def finish(self, members: Sequence[Member]) -> None:
        """Make readers of a month of the counts."""
        if not self.draft.faults:
            take_readers(self.draft, [self.counts], EXPORT_OTHER)


def _is_report(member: Member, encoding: str) -> bool:
    head = member.head()
    utf16 = head.startswith(codecs.BOM_UTF16_LE)
    if head.decode("utf-16" if utf16 else "utf-8", "replace").strip() == EMPTY:
        return True
    with suppress(InputError):
        table = open_table(member, Intake(""), HEADERS, (), encoding)
        if table:
            names = set(table.columns)
            technical = names & {"readers", "visits", "label"} and any(
                fold(cell).startswith(TECHNICAL) for cell in table.header
            )
            return (
                bool(technical)
                or any(signature <= names for signature in SIGNATURES)
                or (utf16 and "label" in names)
            )
    return False


def _parse_name(member: Member) -> tuple[str, Period | None]:
    """Return the blog and the days that a file's name tells.

    `Export _ REPORT _ DAYS` from the dashboard, `SITE - DAYS - DESCRIPTION` by mail.
    """
    parts = re.split(" [_-] ", re.sub(_COPY, "", PurePosixPath(member.name).stem))
    days = next(filter(None, map(period_of, reversed(parts[1:]))), None)
    return host_in(parts[0]) if days else "", days


def _open_tables(member: Member, intake: Intake, encoding: str) -> Iterator[Table]:
    """Open the one table of a report, or those of a report by mail, each with a title above it."""
    table = open_table(member, intake, HEADERS, (), encoding)
    if table is None:
        if "".join(lines(member, Intake(""), encoding)).strip() != EMPTY:
            raise InputError(
                "no table of Matomo", member.where, "use the file as it was downloaded"
            )
    elif table.line == 1:
        yield table
    else:
        for block in blocks(lines(member, Intake(""), encoding)):
            if part := block.table(member, intake, HEADERS):
                yield part
            else:
                intake.use(len(block.lines))
                intake.note(OTHER, len(block.lines))
