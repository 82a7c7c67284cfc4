"""Matomo: readers of a blog from its reports as CSV or TSV, of the dashboard, the API or by mail (formats/modern-platforms §17)."""

import codecs
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from klout_cli.errors import InputError
from klout_cli.files.blocks import blocks, sound_rows
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import fold, lines
from klout_cli.importers.readers import (
    OTHER,
    Counted,
    Period,
    counted,
    period_of,
    take_readers,
)
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

SUFFIXES = (".csv", ".tsv")
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
"""With one of these columns a row counts a part of the readers, those of one of several sites, or one visit."""

_COPY = r" ?\(\d+\)$"


class Matomo:
    """Matomo: every report is recognised, those of all visitors are used.

    Each file is an export of its own.
    """

    network = "blog"
    source, feeds = described("matomo")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the reports by their headers, technical, English or German."""
        return [
            (member,)
            for member in members
            if member.basename.endswith(SUFFIXES) and _is_report(member, reading.encoding)
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one report; the days of one without dates stand in its name."""
        (member,) = members
        draft = Draft(self.network, "Matomo report")
        draft.handle, days = _named(member)
        found: list[Counted] = []
        with draft.reading(member.where) as intake:
            for table in _tables(member, intake, reading.encoding):
                found += _counts(table, intake, days, reading)
        if not draft.faults:
            take_readers(draft, [found], EXPORT_OTHER)
        return [draft.finish()]


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


def _named(member: Member) -> tuple[str, Period | None]:
    """Return the blog and the days that a file's name tells.

    `Export _ REPORT _ DAYS` from the dashboard, `SITE - DAYS - DESCRIPTION` by mail.
    """
    parts = re.split(" [_-] ", re.sub(_COPY, "", PurePosixPath(member.name).stem))
    days = next(filter(None, map(period_of, reversed(parts[1:]))), None)
    return host_in(parts[0]) if days else "", days


def _tables(member: Member, intake: Intake, encoding: str) -> Iterator[Table]:
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


def _counts(
    table: Table, intake: Intake, days: Period | None, reading: Reading
) -> Iterator[Counted]:
    """Yield the counts of all readers in a table; rows of anything else are used and noted."""
    column = table.columns.get("readers")
    dated = table.columns.get("date")
    for line, cells in sound_rows(table, intake):
        if column is None or any(name in table.columns for name in PARTS):
            intake.use()
            intake.note(OTHER)
        elif one := counted(
            intake, line, days if dated is None else period_of(cells[dated]), cells[column], reading
        ):
            yield one
