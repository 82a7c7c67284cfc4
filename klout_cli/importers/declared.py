"""Kinds of files an importer declares: what proves one, and how its rows come out of it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from msgspec import Struct, defstruct, field

from klout_cli.errors import InputError
from klout_cli.files import json_items, table, xml_items
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import HEADER_WITHIN, first_names, header_names, open_table
from klout_cli.files.text import fold, lines
from klout_cli.files.workbook import Sheet as SheetRows
from klout_cli.files.workbook import is_workbook, read_sheets
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, moment
from klout_cli.values.reading import Reading

Columns = Mapping[str, Collection[str]]
"""Canonical name -> what headers call it, folded."""
Values = Iterable[tuple[object, Any]]
"""(where it stands, the value or `Bad`)."""


class Cells(dict[str, str]):
    """A row of a table by canonical name; a column that the table has not is ""."""

    def __missing__(self, name: str) -> str:
        return ""


class File(Struct, frozen=True):
    """A file of an export; of one of no other kind, the handler gets the `Member`.

    `handler` names the method that handles it (else `id` does), or is a function of the archive
    and the value. `name` matches the whole basename (lower case), `path` the whole path, in which
    a group `root` is the folder of the export; `head` is searched in the first `within` bytes.
    `proves`: it alone shows that an export is there. `unless`: not read where a file of that id is
    there. `twin`: nor where a file of the same name with this ending is, of which it is a view.
    `private`: not opened unless asked for. `lists`: its rows are the followers, or the following.
    `whole`: the handler gets the `Member`, reads it by itself and counts, mostly through `each`.
    `batch`: the handler gets up to so many rows at once, as (lines, values), and counts them.
    """

    id: str
    handler: str | Callable[..., Any] = ""
    name: str = ""
    path: str = ""
    head: bytes = b""
    within: int = 4096
    proves: bool = True
    unless: str = ""
    twin: str = ""
    private: bool = False
    lists: str = ""
    whole: bool = False
    batch: int = 0

    def root(self, member: Member) -> str:
        """Return the folder of the export that a file lies in, "" or with a slash at its end."""
        named = re.fullmatch(self.path, member.name) if self.path else None
        if named and "root" in named.re.groupindex:
            return named["root"] or ""
        return member.name[: len(member.name) - len(member.basename)]

    def matches(self, member: Member, reading: Reading) -> bool:
        """Tell by names and first bytes; nothing of a private file is looked at unasked."""
        if self.name and not re.fullmatch(self.name, member.basename):
            return False
        if self.path and not re.fullmatch(self.path, member.name):
            return False
        if self.private and not reading.private:
            return bool(self.name or self.path)
        if self.head and not re.search(self.head, member.head(self.within), re.DOTALL):
            return False
        return self.is_proved(member)

    def is_view(self, member: Member, names: Collection[str]) -> bool:
        """Return whether a file's twin is among files of these names (lower case)."""
        return f"{member.name.lower().rpartition('.')[0]}.{self.twin}" in names

    def is_proved(self, member: Member) -> bool:
        """Tell by what is in a file, whose name and first bytes fit."""
        return True

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the rows of a file; here it is a single one."""
        yield 1, member


class Table(File, frozen=True):
    """A delimited table, whose handler gets `Cells`.

    `columns` may be names alone, where headers call them nothing else. `needed`: columns without
    which it cannot be read; `proof`: columns its first line must show (else the needed ones).
    """

    columns: Columns | Collection[str] = {}
    needed: Collection[str] = ()
    proof: Collection[str] = ()

    def synonyms(self, member: Member) -> Columns:
        """Return what headers may call the columns, folded."""
        if isinstance(self.columns, Mapping):
            return self.columns
        return {name: {fold(name)} for name in self.columns}

    def is_proved(self, member: Member) -> bool:
        """Tell by the first line."""
        names, columns = first_names(member), self.synonyms(member)
        return all(not names.isdisjoint(columns[name]) for name in self.proof or self.needed)

    def wrong_columns(self, member: Member) -> InputError:
        """Return the error for a table that lacks columns."""
        needed = Message("columns needed: {names}", names=", ".join(sorted(self.needed)))
        return InputError(N_("the columns are not those of this file"), member.where, needed)

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the rows. Raises InputError where the table has not the columns needed."""
        table = open_table(member, intake, self.synonyms(member), self.needed, encoding)
        if table is None:
            raise self.wrong_columns(member)
        yield from read_cells(table)


def read_cells(table: table.Table) -> Values:
    """Yield the rows of an open table by canonical names."""
    names, indexes = list(table.columns), list(table.columns.values())
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            yield line, cells
        else:
            yield line, Cells(zip(names, [cells[index].strip() for index in indexes], strict=True))


class Sheet(Table, frozen=True):
    """A table in a workbook, below its header in any of the sheets."""

    def is_proved(self, member: Member) -> bool:
        """Tell by the headers."""
        with suppress(InputError):
            return is_workbook(member) and any(True for _ in self._headers(member))
        return False

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the rows that are not blank. Raises InputError where no sheet has the header."""
        headless = True
        for sheet, start, names in self._headers(member):
            headless = False
            for index, row in enumerate(sheet.rows[start:], start):
                if any(row):
                    cells = {name: row[indexes[0]] for name, indexes in names.items()}
                    yield sheet.line(index), Cells(cells)
        if headless:
            raise self.wrong_columns(member)

    def _headers(self, member: Member) -> Iterator[tuple[SheetRows, int, dict[str, list[int]]]]:
        """Yield each sheet with a header, the number of rows down to it, and its columns."""
        columns, needed = self.synonyms(member), set(self.proof or self.needed)
        for sheet in read_sheets(member):
            for number, row in enumerate(sheet.rows[:HEADER_WITHIN], start=1):
                if needed <= (names := header_names(row, columns)).keys():
                    yield sheet, number, names
                    break


class Json(File, frozen=True):
    """JSON, whose handler gets each item of the array, or of the one under `keys`, as a `kind`.

    `inside`: the names of the fields that lead to it, where each item is an object around it.
    """

    kind: Any = dict
    keys: Collection[str] = ()
    inside: Sequence[str] = ()

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the items."""
        kind = self.kind
        for name in reversed(self.inside):
            kind = defstruct("Wrapper", [("value", kind, field(name=name))], gc=False)
        for number, item in json_items.keyed(member, self.keys, kind, intake):
            for _ in self.inside:
                item = item if isinstance(item, Bad) else item.value
            yield number, item


class Html(File, frozen=True):
    """A page, whose handler gets its text."""

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the text."""
        yield 1, "".join(lines(member, intake, encoding))


class Xml(File, frozen=True):
    """An RSS document, whose handler gets item by item as lxml elements; whole, for its channel."""

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the items, without the channel."""
        return islice(xml_items.items(member, intake, encoding), 1, None)


def closed_root(name: str, closed: str, roots: Collection[str]) -> str | None:
    """Return the innermost folder of an export below which a path matches `closed`, else None."""
    starts = [0, *(slash.end() for slash in re.finditer("/", name))]
    for start in reversed(starts):
        if name[:start] in roots and re.fullmatch(closed, name[start:]):
            return name[:start]
    return None


def date_in_names(pattern: str, members: Iterable[Member], latest: int) -> int | None:
    """Return the newest moment that names of files and folders state, None without one.

    The groups of `pattern` are year, month, day and, if there are more, the time in UTC; a day
    without a time counts to its end.
    """
    stated: list[int] = []
    for member in members if pattern else ():
        if match := re.search(pattern, member.where):
            year, month, day, *clock = filter(None, match.groups())
            time = f" {':'.join(clock)}Z" if clock else ""
            at = moment(f"{year}-{month}-{day}{time}", latest)
            stated += [at[0] + (0 if clock else DAY - 1)] if isinstance(at, tuple) else []
    return max(stated, default=None)
