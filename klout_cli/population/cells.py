"""Large tables as columns of text in an engine, by the same rules as small ones.

DuckDB itself reads Parquet, and text in which every line is a row as wide as the header; the csv
module reads every other text.
"""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from glob import has_magic
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Limits, Member, open_container
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, header_names, open_table
from klout_cli.population.engine import Engine
from klout_cli.population.sql import quoted, text
from klout_cli.values.aliases import Synonyms, refuse_doubles
from klout_cli.values.reading import Reading

PARQUET, BOM = b"PAR1", codecs.BOM_UTF8
DEFAULT_PARTITION = "__HIVE_DEFAULT_PARTITION__"
LONGEST_LINE = 2_000_000
COUNTED = {"line": "BIGINT", "rows": "BIGINT", "reason": "VARCHAR"}
"""Where a row stands, how many it is about, and why it is not used."""


class Source(Struct, frozen=True):
    """One file of a population: `member` of the container `path`."""

    path: Path
    member: Member
    number: int

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
        """Columns that folders state, as in `network=x/part.parquet`."""
        given = self.path.parent if self.path.is_file() else self.path
        parts = *given.parts, *PurePosixPath(self.member.name).parts[:-1]
        stated = (part.partition("=") for part in parts if "=" in part)
        return {
            unquote(name): "" if value == DEFAULT_PARTITION else unquote(value)
            for name, _, value in stated
        }


class Faults(Intake):
    """Collects (line, rows, reason) of lines that are no rows for an engine to count."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.bad: list[tuple[int, int, str]] = []

    def skip(self, line: object, reason: str, count: int = 1) -> None:
        """Record unused lines; `line` is a number, or "from to" for several."""
        self.bad.append((int(str(line).split()[0]), count, reason))


class Sheet(Struct, frozen=True):
    """A table in an engine: `rows` is its name there, of COUNTED and the columns `names` as text.

    `written`: the header as it stands. `typed` columns come from a format with number types: their
    decimal separator is the point. `notes` count what is worth noting of the file.
    """

    rows: str
    written: Sequence[str]
    names: frozenset[str]
    typed: frozenset[str]
    notes: Mapping[str, int]


def sources(paths: Sequence[Path], limits: Limits) -> list[Source]:
    """Return the files of these paths.

    Raises AccessError if one can't be read, InputError if it is refused.
    """
    members = [
        (path, member)
        for path in paths
        for container in open_container(path, limits)
        for member in container.members
    ]
    return [Source(path, member, number) for number, (path, member) in enumerate(members)]


def open_sheet(
    engine: Engine,
    rows: str,
    source: Source,
    known: Synonyms,
    needed: Sequence[str],
    reading: Reading,
    remedy: str,
) -> Sheet:
    """Load a CSV or Parquet table by its header into an engine, as the table `rows`.

    Raises InputError for anything else, and for two columns with one `needed` name.
    """
    stated = {name: text(value) for name, value in _canonical(source.folders, known).items()}
    if source.member.head(len(PARQUET)) == PARQUET:
        return _load_parquet(engine, rows, source, known, needed, stated)
    notes = Faults(source.where)
    table = open_table(source.member, notes, known, (), reading.encoding)
    if table is None:
        raise InputError("no header with known columns", source.where, remedy)
    refuse_doubles(table.header, known, needed, source.where)
    stated = {name: value for name, value in stated.items() if name not in table.columns}
    if not _load_plain(engine, rows, source, table, stated, reading):
        notes = Faults(source.where)
        again = open_table(source.member, notes, known, (), reading.encoding)
        assert again is not None
        _load_rows(engine, rows, again, stated, notes)
    names = frozenset((*table.columns, *stated))
    written = [*table.header, *source.folders]
    return Sheet(rows, written, names, frozenset(), dict(notes.notes))


def _canonical(columns: Mapping[str, str], known: Synonyms) -> dict[str, str]:
    """Return values by the canonical names of their columns."""
    values = list(columns.values())
    return {name: values[places[0]] for name, places in header_names(list(columns), known).items()}


def _load_plain(
    engine: Engine,
    rows: str,
    source: Source,
    table: Table,
    stated: dict[str, str],
    reading: Reading,
) -> bool:
    """Let DuckDB read a text; False where a line of it is more, or less, than a row."""
    import duckdb

    lines, ending = _count_plain_lines(source.member, table)
    if not lines or reading.encoding.lower() not in ("", "utf-8", "utf8"):
        return False
    width = len(table.header)
    every = [f"c{place}" for place in range(width)]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in every)
    scan = (
        f"read_csv({quoted(_local(engine, source))}, auto_detect=false, header=false, "
        f"columns={{{columns}}}, delim={text(table.delimiter)}, quote='', escape='', "
        f"skip={table.line}, new_line={text(ending)}, encoding='utf-8', "
        f"max_line_size={min(LONGEST_LINE, table.longest)})"
    )
    cells = {name: f"COALESCE(c{place}, '')" for name, place in table.columns.items()} | stated
    try:
        engine.take(
            rows,
            COUNTED | dict.fromkeys(cells, "VARCHAR") | {"blank": "BOOLEAN"},
            f"SELECT {table.line} + row_number() OVER () AS line, 1 AS rows, "
            f"CAST(NULL AS VARCHAR) AS reason, {_named(cells)}, "
            f"CASE WHEN COALESCE(trim(c0), '') = '' "
            f"THEN NOT regexp_matches(concat({', '.join(every)}), '\\S') ELSE FALSE END AS blank "
            f"FROM {scan}",
        )
        ((read, blank),) = engine.rows(
            f"SELECT count(*), count(CASE WHEN blank THEN 1 END) FROM {rows}"
        )
    except duckdb.Error:
        return False
    if read == lines - table.line and not blank:
        return True
    engine.drop(rows)
    return False


def _named(columns: Mapping[str, str]) -> str:
    return ", ".join(f"{value} AS {name}" for name, value in columns.items())


def _count_plain_lines(member: Member, table: Table) -> tuple[int, str]:
    """Return the number of lines of UTF-8 without quotes, and how they end; 0 for other text."""
    strict = codecs.getincrementaldecoder("utf-8")("strict")
    quote = table.dialect.quotechar.encode()
    ends = returns = pairs = 0
    last = b""
    for block in member.pieces():
        if quote in block or b"\0" in block or (block.startswith(BOM) and not last):
            return 0, ""
        try:
            strict.decode(block)
        except UnicodeDecodeError:
            return 0, ""
        ends += block.count(b"\n")
        returns += block.count(b"\r")
        pairs += block.count(b"\r\n") + (last.endswith(b"\r") and block.startswith(b"\n"))
        last = block or last
    if returns not in (0, ends) or pairs != returns:
        return 0, ""
    return ends + (not last.endswith(b"\n")), "\\r\\n" if returns else "\\n"


def _local(engine: Engine, source: Source) -> Path:
    """Return the file on disk, a copy of it where it is in an archive or named like a pattern."""
    path = source.path
    if not source.member.container and path.is_file() and not has_magic(str(path)):
        return path
    copy = engine.folder / f"file_{source.number}"
    with copy.open("wb") as file:
        for piece in source.member.pieces():
            file.write(piece)
    return copy


def _load_rows(
    engine: Engine, rows: str, table: Table, stated: dict[str, str], intake: Faults
) -> None:
    """Load the rows that the csv module reads; reasons of unreadable ones are among them."""
    fields = COUNTED | dict.fromkeys(table.columns, "VARCHAR")
    engine.load(f"{rows}_read", fields, _read_rows(table, intake))
    listed = ", ".join(fields)
    engine.create(rows, f"SELECT {listed}{_more(stated)} FROM {rows}_read")


def _more(columns: Mapping[str, str]) -> str:
    return f", {_named(columns)}" if columns else ""


def _read_rows(table: Table, intake: Faults) -> Iterator[tuple[Any, ...]]:
    nothing = (None,) * len(table.columns)
    places = list(table.columns.values())
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            yield line, 1, cells.reason, *nothing
        else:
            yield line, 1, None, *(cells[place] for place in places)
    for line, count, reason in intake.bad:
        yield line, count, reason, *nothing


def _load_parquet(
    engine: Engine,
    rows: str,
    source: Source,
    known: Synonyms,
    needed: Sequence[str],
    stated: dict[str, str],
) -> Sheet:
    import duckdb

    path = quoted(_local(engine, source))
    scan = f"read_parquet({path}, hive_partitioning=false, file_row_number=true)"
    try:
        with duckdb.connect(config={"autoload_known_extensions": False}) as base:
            described = base.execute(
                f"DESCRIBE SELECT * EXCLUDE file_row_number FROM {scan}"
            ).fetchall()
    except duckdb.Error as fault:
        raise InputError("damaged Parquet", source.where, "write it again") from fault
    kinds = {str(name): str(kind) for name, kind, *_ in described}
    refuse_doubles(list(kinds), known, needed, source.where)
    header = list(kinds)
    columns = {name: header[places[0]] for name, places in header_names(header, known).items()}
    stated = {name: value for name, value in stated.items() if name not in columns}
    cells = {
        name: "COALESCE(CAST(\"{}\" AS VARCHAR), '')".format(column.replace('"', '""'))
        for name, column in columns.items()
    }
    try:
        engine.take(
            rows,
            COUNTED | dict.fromkeys([*cells, *stated], "VARCHAR"),
            "SELECT file_row_number + 1 AS line, 1 AS rows, CAST(NULL AS VARCHAR) AS reason"
            f"{_more(cells | stated)} FROM {scan}",
        )
    except duckdb.Error as fault:
        raise InputError("damaged Parquet", source.where, "write it again") from fault
    typed = frozenset(name for name, column in columns.items() if not _is_text(kinds[column]))
    return Sheet(rows, [*header, *source.folders], frozenset((*columns, *stated)), typed, {})


def _is_text(kind: str) -> bool:
    return kind == "VARCHAR" or kind.startswith("ENUM")
