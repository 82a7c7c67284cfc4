"""Large tables as blocks of Arrow columns, by the same rules as small ones.

Arrow splits text without quotes; the csv module reads a block with quotes and everything after it,
and blocks with rows of a different length.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet
from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Limits, Member, open_container
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, cell_rows, header_names, open_table
from klout_cli.values.aliases import Synonyms, refuse_doubles
from klout_cli.values.reading import Reading

BLOCK = 1 << 14
PARQUET = b"PAR1"

Column: TypeAlias = Any
"""A pyarrow string array without nulls: a missing value is an empty cell."""


class Source(Struct, frozen=True):
    """One file of a population: `member` of the container `path`.

    Any process that sees the same path can open it.
    """

    path: Path
    member: int
    number: int
    limits: Limits
    where: str

    def open(self) -> Member:
        """Open the file; raises the same errors as `open_container`."""
        return _members(self.path, self.limits)[self.member]

    @property
    def stem(self) -> str:
        """The account's name if the table has none."""
        return PurePosixPath(self.where.rpartition(":")[2]).stem


class Faults(Intake):
    """Collects (line, rows, reason) of unreadable rows for an engine to count."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.bad: list[tuple[int, int, str]] = []

    def skip(self, line: object, reason: str, count: int = 1) -> None:
        """Record unused rows; `line` is a number, or "from to" for several."""
        self.bad.append((int(str(line).split()[0]), count, reason))


class Cells(Struct):
    """Some rows of a table: their line (Parquet: row) numbers, and columns by name."""

    lines: Any
    columns: Mapping[str, Column]


class Sheet(Struct):
    """A table with its header.

    `typed` columns come from a format with number types: their decimal separator is the point.
    """

    written: Sequence[str]
    names: frozenset[str]
    typed: frozenset[str]
    blocks: Iterator[Cells]


def sources(paths: Sequence[Path], limits: Limits) -> list[Source]:
    """Return the files of these paths.

    Raises AccessError if one can't be read, InputError if it is refused.
    """
    members = [
        (path, place, member)
        for path in paths
        for place, member in enumerate(_members(path, limits))
    ]
    return [
        Source(path, place, number, limits, member.where)
        for number, (path, place, member) in enumerate(members)
    ]


def _members(path: Path, limits: Limits) -> list[Member]:
    return [member for container in open_container(path, limits) for member in container.members]


def open_sheet(
    source: Source,
    intake: Faults,
    known: Synonyms,
    needed: Sequence[str],
    reading: Reading,
    remedy: str,
) -> Sheet:
    """Open a CSV or Parquet table by its header.

    Raises InputError for anything else, and for two columns with one `needed` name.
    """
    member = source.open()
    if member.head(len(PARQUET)) == PARQUET:
        return _parquet(member, source, known, needed)
    table = open_table(member, intake, known, (), reading.encoding)
    if table is None:
        raise InputError("no header with known columns", member.where, remedy)
    refuse_doubles(table.header, known, needed, member.where)
    return Sheet(table.header, frozenset(table.columns), frozenset(), _csv(table, intake))


def _csv(table: Table, intake: Faults) -> Iterator[Cells]:
    """Yield blocks of a CSV.

    A row's line number is only known to the csv reader if a cell spans several lines.
    """
    line = table.line
    while block := list(islice(table.lines, BLOCK)):
        text = "".join(block)
        cells = None
        if '"' in text:
            yield from _by_rows(chain(block, table.lines), line, table, intake)
            return
        if len(text) <= table.longest or max(map(len, block)) <= table.longest:
            cells = _by_columns(text, line, len(block), table)
        yield from _by_rows(block, line, table, intake) if cells is None else (cells,)
        line += len(block)


def _by_columns(text: str, line: int, count: int, table: Table) -> Cells | None:
    """Split text without quotes; None if its rows aren't as long as the header."""
    names = [str(place) for place in range(len(table.header))]
    try:
        parsed = pyarrow.csv.read_csv(
            pa.BufferReader(text.encode()),
            pyarrow.csv.ReadOptions(
                use_threads=False, block_size=4 * len(text) + 1, column_names=names
            ),
            pyarrow.csv.ParseOptions(
                delimiter=table.delimiter, quote_char=False, ignore_empty_lines=False
            ),
            pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
        ).combine_chunks()
    except pa.ArrowInvalid:
        return None
    if len(parsed) != count:
        return None
    columns = [
        pa.array([], pa.string()) if not column.num_chunks else column.chunk(0)
        for column in parsed.columns
    ]
    if pc.any(pc.equal(columns[0], "")).as_py():
        filled = [pc.not_equal(pc.utf8_trim_whitespace(column), "") for column in columns]
        if not pc.all(_any(filled)).as_py():
            return None
    lines = pa.arange(line + 1, line + 1 + count)
    return Cells(lines, {name: columns[place] for name, place in table.columns.items()})


def _any(masks: Sequence[Any]) -> Any:
    either = masks[0]
    for mask in masks[1:]:
        either = pc.or_(either, mask)
    return either


def _by_rows(lines: Any, line: int, table: Table, intake: Faults) -> Iterator[Cells]:
    rows = cell_rows(lines, line, table, intake)
    while block := list(islice(rows, BLOCK)):
        good: list[tuple[int, list[str]]] = []
        for place, cells in block:
            if isinstance(cells, Bad):
                intake.skip(place, cells.reason)
            else:
                good.append((place, cells))
        columns = {
            name: pa.array([cells[index] for _, cells in good], pa.string())
            for name, index in table.columns.items()
        }
        yield Cells(pa.array([place for place, _ in good], pa.int64()), columns)


def _parquet(member: Member, source: Source, known: Synonyms, needed: Sequence[str]) -> Sheet:
    # A separate file is read in place, one row group at a time; a member of an archive isn't
    # seekable.
    place: Any = io.BytesIO(member.read()) if member.container else source.path
    try:
        file = pyarrow.parquet.ParquetFile(place)
    except (OSError, ValueError, NotImplementedError) as fault:
        raise InputError("damaged Parquet", member.where, "write it again") from fault
    header = list(file.schema_arrow.names)
    refuse_doubles(header, known, needed, member.where)
    names = {name: header[indexes[0]] for name, indexes in header_names(header, known).items()}
    typed = {
        name for name, column in names.items() if not _is_text(file.schema_arrow.field(column).type)
    }
    return Sheet(
        header, frozenset(names), frozenset(typed), _parquet_blocks(file, names, member.where)
    )


def _is_text(kind: Any) -> bool:
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(
        pa.types.is_string(value)
        or pa.types.is_large_string(value)
        or pa.types.is_string_view(value)
    )


def _parquet_blocks(file: Any, names: Mapping[str, str], where: str) -> Iterator[Cells]:
    row = 0
    try:
        for batch in file.iter_batches(BLOCK, columns=sorted(set(names.values()))):
            lines = pa.arange(row + 1, row + 1 + len(batch))
            columns = {
                name: batch.column(column).cast(pa.string()).fill_null("")
                for name, column in names.items()
            }
            yield Cells(lines, columns)
            row += len(batch)
    except (OSError, ValueError, NotImplementedError) as fault:
        raise InputError("damaged Parquet", where, "write it again") from fault
    finally:
        file.close()
