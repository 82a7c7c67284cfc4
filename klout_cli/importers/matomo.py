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
from klout_cli.files.text import AS_IT_CAME, fold, lines
from klout_cli.importers.archive import Archive, File, Note, Rows
from klout_cli.importers.readers import OTHER, Counted, count_readers, period_of, take_readers
from klout_cli.importers.vocabulary import words_of
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

EMPTY = "No data available"
ADVICE = Message("Export Visitors › Overview of a full month, and keep the name of the file.")

HEADERS = words_of("matomo")
SIGNATURES = ({"readers", "visits"}, {"label", "visits"}, {"site", "visit"})
PARTS = {"label", "site", "visit"}
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

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the reports by their headers, technical, English or German."""
        file = super().file_of(member, reading)
        return file if file and _is_report(member, reading.encoding) else None

    def begin(self, members: Sequence[Member]) -> None:
        """Take the blog and the days of a report without dates from the file's name.

        `Export _ REPORT _ DAYS` from the dashboard, `SITE - DAYS - DESCRIPTION` by mail.
        """
        parts = re.split(" [_-] ", re.sub(_COPY, "", PurePosixPath(members[0].name).stem))
        self.days = next(filter(None, map(period_of, reversed(parts[1:]))), None)
        self.draft.handle = host_in(parts[0]) if self.days else ""
        self.counts: list[Counted] = []

    def report(self, member: Member) -> None:
        """Take the counts of all readers."""
        for table in self.tables(member):
            self.each(table.rows, partial(self.row, table))

    def tables(self, member: Member) -> Iterator[Table]:
        """Open the one table of a report, or those of one by mail, each with a title above it."""
        intake, encoding = self.intake, self.reading.encoding
        table = open_table(member, intake, HEADERS, (), encoding)
        if table is None:
            if "".join(lines(member, Intake(""), encoding)).strip() != EMPTY:
                raise InputError(N_("this is no table of Matomo"), member.where, AS_IT_CAME)
        elif table.line == 1:
            yield table
        else:
            for block in blocks(lines(member, Intake(""), encoding)):
                if part := block.table(member, intake, HEADERS):
                    yield part
                else:
                    intake.use(len(block.lines))
                    intake.note(OTHER, len(block.lines))

    def row(self, table: Table, cells: list[str]) -> Rows:
        """Take one count; rows of anything else are used and noted."""
        if "readers" not in table.columns or PARTS & table.columns.keys():
            yield Note(OTHER)
            return
        dated = table.columns.get("date")
        days = self.days if dated is None else period_of(cells[dated])
        self.counts.append(count_readers(days, cells[table.columns["readers"]], self.reading))

    def finish(self, members: Sequence[Member]) -> None:
        """Make readers of a month of the counts."""
        if not self.draft.faults:
            take_readers(self.draft, [self.counts], ADVICE)


def _is_report(member: Member, encoding: str) -> bool:
    head = member.head()
    is_utf16 = head.startswith(codecs.BOM_UTF16_LE)
    if head.decode("utf-16" if is_utf16 else "utf-8", "replace").strip() == EMPTY:
        return True
    table = None
    with suppress(InputError):
        table = open_table(member, Intake(""), HEADERS, (), encoding)
    if table is None:
        return False
    names = table.columns.keys()
    is_technical = any(fold(cell).startswith("nb ") for cell in table.header)
    return (
        any(signature <= names for signature in SIGNATURES)
        or (is_technical and not names.isdisjoint({"readers", "visits", "label"}))
        or (is_utf16 and "label" in names)
    )
