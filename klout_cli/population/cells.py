"""Tables as views of text cells, whatever their format, by the same rules as small ones.

The engine itself reads Parquet, and text that it reads as the csv module does; every other text
is copied, row by row, as JSON lines. Columns that folders name (`network=x/part.parquet`) are
columns like others.
"""

import codecs
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Limits, Member, open_container
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, header_names, open_table
from klout_cli.person.topics import folded
from klout_cli.population.engine import Engine, Layout
from klout_cli.population.sql import alias_columns, write_lines
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import Synonyms, refuse_doubles
from klout_cli.values.reading import Reading

PARQUET, BOM = b"PAR1", codecs.BOM_UTF8
DEFAULT_PARTITION = "__HIVE_DEFAULT_PARTITION__"
PATTERN_SIGNS = frozenset("*?[]{}\\:")
COPIED = ("line", "rows", "reason")
REPEATED = N_("given more than once, read once")


class Source(Struct, frozen=True):
    """One file of a population: `member` of the container `path`, given `times`."""

    path: Path
    member: Member
    number: int
    times: int = 1

    @property
    def where(self) -> str:
        """The name of this file in messages and the ledger."""
        return self.member.where

    @property
    def stem(self) -> str:
        """The account's name if the table has none."""
        return PurePosixPath(self.where.rpartition(":")[2]).stem

    @property
    def folders(self) -> dict[str, str]:
        """Columns in the names of folders, as in `network=x/part.parquet`."""
        given = self.path.parent if self.path.is_file() else self.path
        parts = *given.parts, *PurePosixPath(self.member.name).parts[:-1]
        pairs = (part.partition("=") for part in parts if "=" in part)
        return {
            unquote(name): "" if value == DEFAULT_PARTITION else unquote(value)
            for name, _, value in pairs
        }

    def on_disk(self, folder: Path) -> Path:
        """Return the file, or a copy of it in a folder where engines couldn't read it by name."""
        place = _place(self.path, self.member)
        if place.is_file() and place.is_absolute() and PATTERN_SIGNS.isdisjoint(str(place)):
            return place
        copy = folder / f"file_{self.number}"
        with copy.open("wb") as file:
            file.writelines(self.member.pieces())
        return copy


class Rules(Struct, frozen=True):
    """How a kind of table is read.

    `columns` are the names it may have, `needed` those that may not stand there twice; `known`
    returns what a file calls them.
    """

    columns: tuple[str, ...]
    needed: tuple[str, ...]
    known: Callable[[Source], Synonyms]
    reading: Reading
    remedy: str


class Sheet(Struct, frozen=True):
    """One opened file: its columns by canonical name, as in the file (`cells`) and in folders.

    `header` has the names as written. `typed` columns come from a format with number types: their
    decimal separator is the point. `intake` counts notes on the file and its unreadable rows.
    """

    source: Source
    layout: Layout
    file: Path
    header: Sequence[str]
    cells: Mapping[str, int]
    folders: Mapping[str, str]
    typed: frozenset[str]
    intake: Intake

    @property
    def names(self) -> set[str]:
        """The canonical names of all columns."""
        return {*self.cells, *self.folders}


class Faults(Intake):
    """Collects (line, rows, reason) of lines that are no rows for an engine to count."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.bad: list[tuple[int, int, str]] = []

    def skip(self, line: object, reason: str, count: int = 1) -> None:
        """Record unused lines; `line` is a number, or "from to" for several."""
        self.bad.append((int(str(line).split()[0]), count, reason))
        self.reasons[reason] += count


def sources(paths: Sequence[Path], limits: Limits) -> list[Source]:
    """Return the files of these paths, each once; of folders not those that begin with "_".

    Raises AccessError if one can't be read, InputError if it is refused.
    """
    found: dict[tuple[str, str], tuple[Path, Member, int]] = {}
    for path in paths:
        for container in open_container(path, limits):
            for member in container.members:
                if container.path.is_dir() and member.basename.startswith("_"):
                    continue
                place = _place(container.path, member)
                key = (str(place), "") if place.is_file() else (str(place), member.name)
                first_path, first, times = found.get(key, (container.path, member, 0))
                found[key] = first_path, first, times + 1
    return [
        Source(path, member, n, times) for n, (path, member, times) in enumerate(found.values())
    ]


def _place(path: Path, member: Member) -> Path:
    """Return where a member is on disk, or the place of its archive."""
    inside = path / member.name
    return (inside if path.is_dir() and inside.is_file() else path).resolve()


def open_sheets(engine: Engine, view: str, sources: Sequence[Source], rules: Rules) -> list[Sheet]:
    """Create a view of all files' rows: file, row, line, rows, reason and the columns as text.

    A missing column is NULL, an empty cell "". `line` is NULL where it follows from the row.
    Raises InputError for a file that isn't such a table, or has two columns of a needed name.
    """
    sheets = [_open(engine, source, rules) for source in sources]
    groups: defaultdict[tuple[Any, ...], list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        groups[sheet.layout, tuple(sheet.cells.items())].append(sheet)
    parts, files = [], []
    folders = sorted({name for sheet in sheets for name in sheet.folders})
    for number, group in enumerate(groups.values()):
        scan = f"{view}_{number}"
        paths = engine.scan(scan, group[0].layout, [sheet.file for sheet in group])
        for sheet, path in zip(group, paths, strict=True):
            stated = (sheet.folders.get(name) for name in folders)
            files.append((sheet.source.number, path, folded(sheet.source.stem), *stated))
        parts.append(
            f"SELECT {alias_columns(_columns(group[0], rules, folders))} FROM {scan} "
            f"JOIN {view}_files AS files ON files.path = {scan}.path"
        )
    fields = {
        "number": "BIGINT",
        **dict.fromkeys(("path", "stem"), "VARCHAR"),
        **{f"in_{n}": "VARCHAR" for n in folders},
    }
    engine.load(f"{view}_files", fields, files)
    engine.view(view, " UNION ALL ".join(parts))
    return sheets


def _columns(sheet: Sheet, rules: Rules, folders: Sequence[str]) -> dict[str, str]:
    """Return the columns of the view for files of one layout."""
    copied = sheet.layout.format == "json"
    columns = {
        "file": "files.number",
        "stem": "files.stem",
        "row": "CAST(c0 AS BIGINT)" if copied else "CAST(row AS BIGINT)",
        "line": f"CAST({'c0' if copied else 'NULL'} AS BIGINT)",
        "rows": f"CAST({'c1' if copied else '1'} AS BIGINT)",
        "reason": "c2" if copied else "CAST(NULL AS VARCHAR)",
    }
    for name in rules.columns:
        if name in sheet.cells:
            place = sheet.cells[name]
            kind = sheet.layout.kinds[place] if sheet.layout.kinds else "VARCHAR"
            columns[name] = f"COALESCE({_text(f'c{place}', kind)}, '')"
        else:
            columns[name] = f"files.in_{name}" if name in folders else "CAST(NULL AS VARCHAR)"
    return columns


def _text(column: str, kind: str) -> str:
    """Return a column as text; a whole number is written alike by all engines."""
    if kind == "VARCHAR":
        return column
    written = f"CAST({column} AS VARCHAR)"
    if kind not in ("DOUBLE", "FLOAT"):
        return written
    whole = f"{column} = floor({column}) AND abs({column}) < 1e18"
    return f"CASE WHEN {whole} THEN CAST(CAST({column} AS BIGINT) AS VARCHAR) ELSE {written} END"


def _open(engine: Engine, source: Source, rules: Rules) -> Sheet:
    from klout_cli.population.duck import describe_parquet

    known, intake = rules.known(source), Intake(source.where)
    places: Mapping[str, int]
    kinds: Mapping[str, str] = {}
    table = None
    if is_parquet := source.member.head(len(PARQUET)) == PARQUET:
        file = source.on_disk(engine.folder)
        kinds = describe_parquet(file, source.where)
        header = list(kinds)
        places = {name: found[0] for name, found in header_names(header, known).items()}
    else:
        table = open_table(source.member, intake, known, (), rules.reading.encoding)
        if table is None:
            raise InputError(
                Message("there is no header with known columns"), source.where, rules.remedy
            )
        header, places = table.header, table.columns
    refuse_doubles(header, known, rules.needed, source.where)
    cells = {name: place for name, place in places.items() if name in rules.columns}
    typed: frozenset[str] = frozenset()
    if is_parquet:
        types = ["VARCHAR" if kind.startswith("ENUM") else kind for kind in kinds.values()]
        layout = Layout("parquet", tuple(header), tuple(types))
        typed = frozenset(name for name, place in cells.items() if types[place] != "VARCHAR")
    elif table and (found := _lay_out(engine, source, table, rules.reading)):
        layout, file = found
    else:
        intake = Faults(source.where)
        layout, file = _copy(engine, source, rules, known, list(cells), intake)
        cells = {name: place for place, name in enumerate(cells, len(COPIED))}
    if source.times > 1:
        intake.note(REPEATED)
    folders = _stated(source, rules, known, cells)
    return Sheet(source, layout, file, [*header, *source.folders], cells, folders, typed, intake)


def _stated(
    source: Source, rules: Rules, known: Synonyms, cells: Mapping[str, int]
) -> dict[str, str]:
    """Return the columns that folders name and the file doesn't have."""
    values = list(source.folders.values())
    return {
        name: values[places[0]]
        for name, places in header_names(list(source.folders), known).items()
        if name in rules.columns and name not in cells
    }


def _lay_out(
    engine: Engine, source: Source, table: Table, reading: Reading
) -> tuple[Layout, Path] | None:
    """Return how an engine reads a text; None where it couldn't as the csv module does."""
    from klout_cli.population.duck import count_rows

    dialect = table.dialect
    odd = table.line != 1 or dialect.quotechar != '"' or dialect.escapechar
    if odd or reading.encoding.lower() not in ("", "utf-8", "utf8", "utf-8-sig"):
        return None
    lines, newline, blank = _count_lines(source.member, table.delimiter)
    if not lines:
        return None
    layout = Layout("csv", tuple(table.header), (), table.delimiter, newline)
    file = source.on_disk(engine.folder)
    return (layout, file) if count_rows(file, layout, blank=blank) == lines - 1 else None


def _count_lines(member: Member, delimiter: str) -> tuple[int, str, bool]:
    """Return the number of lines of plain UTF-8, how they end, and if one may be blank.

    0 for any other text. Quotes are plain where each stands at the edge of a cell.
    """
    mark = delimiter.encode()
    blanks = (b"\n" + mark, b"\n\n", b"\n\r", b"\n ", b"\n\t")
    edges = (mark + b'"', b'"' + mark, b'\n"', b'"\n', b'"\r')
    strict = codecs.getincrementaldecoder("utf-8")("strict")
    ends = returns = pairs = quotes = at_edges = 0
    last, blank = b"\n", False
    for number, block in enumerate(member.pieces()):
        block = block.removeprefix(BOM) if number == 0 else block
        try:
            strict.decode(block)
        except UnicodeDecodeError:
            return 0, "", False
        joined = last + block
        if b"\0" in block:
            return 0, "", False
        blank = blank or any(start in joined for start in blanks)
        ends += block.count(b"\n")
        returns += block.count(b"\r")
        pairs += joined.count(b"\r\n")
        if b'"' in joined:
            quotes += block.count(b'"')
            at_edges += sum(map(joined.count, edges))
        last = block[-1:] or last
    at_edges += last == b'"'
    if returns not in (0, ends) or pairs != returns or quotes != at_edges:
        return 0, "", False
    return ends + (last != b"\n"), "\\r\\n" if returns else "\\n", blank


def _copy(
    engine: Engine,
    source: Source,
    rules: Rules,
    known: Synonyms,
    names: Sequence[str],
    faults: Faults,
) -> tuple[Layout, Path]:
    """Copy the rows that the csv module reads; unreadable ones are among them, with reasons."""
    table = open_table(source.member, faults, known, (), rules.reading.encoding)
    assert table is not None
    file = engine.folder / f"rows_{rules.columns[0]}_{source.number}.json"
    layout = Layout("json", (*COPIED, *names))
    fields = [f"c{place}" for place in range(len(layout.header))]
    write_lines(file, fields, _read_rows(table, [table.columns[name] for name in names], faults))
    return layout, file


def _read_rows(table: Table, places: Sequence[int], faults: Faults) -> Iterator[tuple[Any, ...]]:
    nothing = (None,) * len(places)
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            faults.reasons[cells.reason] += 1
            yield str(line), "1", str(cells.reason), *nothing
        else:
            yield str(line), "1", None, *(cells[place] for place in places)
    for line, count, reason in faults.bad:
        yield str(line), str(count), str(reason), *nothing
