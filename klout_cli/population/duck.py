"""DuckDB in this process: bounded memory, spilling to a private temporary folder."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from klout_cli.errors import AccessError, InputError
from klout_cli.population.engine import Format, Layout
from klout_cli.population.sql import quoted, text, write_lines
from klout_cli.translation import Message

MEMORY = "230MB"
"""DuckDB's limit; the interpreter comes on top."""
FORMATS = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet", "json": "FORMAT json"}
FETCHED = 10_000
"""Rows of a query in Python at once."""


def connect(memory: str = MEMORY, folder: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open a database in memory, or one that spills to a folder."""
    settings: dict[str, Any] = {
        "memory_limit": memory,
        # Threads share the memory, and spilling more costs what they gain.
        "threads": 1,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # No table is read often enough for compression to pay off.
        "force_compression": "uncompressed",
    }
    place = ":memory:"
    if folder:
        place = str(folder / "rank.duckdb")
        settings["temp_directory"] = str(folder)
    base = duckdb.connect(place, config=settings)
    base.execute("SET enable_progress_bar = false")
    return base


def count_rows(file: Path, layout: Layout, *, blank: bool) -> int:
    """Return the rows of a CSV; -1 if one has more or fewer cells than the header.

    `blank`: -1 also if all cells of a row are blank.
    """
    scan = _read(layout, [file])
    cells = ", ".join(f"c{place}" for place in range(len(layout.header)))
    blanks = f"SELECT count(*) FROM {scan} WHERE NOT regexp_matches(concat({cells}), '\\S')"
    try:
        with connect() as base:
            if blank and base.execute(blanks).fetchall() != [(0,)]:
                return -1
            ((rows,),) = base.execute(f"SELECT count(*) FROM {scan}").fetchall()
    except duckdb.Error:
        return -1
    return int(rows)


def describe_parquet(file: Path, where: str) -> dict[str, str]:
    """Return the columns of a Parquet file with their types.

    Raises InputError if it is damaged.
    """
    layout = Layout("parquet", ())
    try:
        with connect() as base:
            rows = base.execute(f"DESCRIBE SELECT * FROM {_read(layout, [file])}").fetchall()
    except duckdb.Error as fault:
        remedy = Message("write the file again")
        raise InputError(Message("this Parquet file is damaged"), where, remedy) from fault
    # The last two are `filename` and `file_row_number`.
    return {str(name): str(kind) for name, kind, *_ in rows[:-2]}


def _read(layout: Layout, files: Sequence[Path]) -> str:
    """Return a table function over files, for FROM."""
    listed = ", ".join(map(quoted, files))
    if layout.format == "parquet":
        options = "hive_partitioning=false, union_by_name=false, file_row_number=true"
        return f"read_parquet([{listed}], {options}, filename=true)"
    places = range(len(layout.header))
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in places)
    if layout.format == "json":
        options = f"format='newline_delimited', columns={{{columns}}}"
        return f"read_json([{listed}], {options}, filename=true)"
    options = (
        f"auto_detect=false, header=false, skip=1, columns={{{columns}}}, strict_mode=true, "
        f"delim={text(layout.delimiter)}, quote='\"', escape='\"', encoding='utf-8', "
        f"new_line={text(layout.newline)}, hive_partitioning=false"
    )
    return f"read_csv([{listed}], {options}, filename=true)"


class Duck:
    """An engine for one machine; `memory` is DuckDB's limit, such as "200MB".

    Use it as a context manager.
    """

    def __init__(self, memory: str = MEMORY) -> None:
        self._memory = memory
        self._end = ExitStack()

    def __enter__(self) -> "Duck":
        self.folder = Path(self._end.enter_context(tempfile.TemporaryDirectory(prefix="klout-")))
        with translate_errors(self.folder.parent):
            self._base = self._end.enter_context(connect(self._memory, self.folder))
        return self

    def __exit__(self, *fault: object) -> None:
        self._end.close()

    def quote(self, name: str) -> str:
        """Return an identifier that may be a keyword of SQL."""
        return '"' + name.replace('"', '""') + '"'

    def matches(self, column: str, pattern: str) -> str:
        """Return a condition: the whole text matches a pattern."""
        return f"regexp_full_match({column}, {text(pattern)})"

    def scan(self, name: str, layout: Layout, files: Sequence[Path]) -> list[str]:
        """Create a view of files: `path`, `row` and their columns; return each file's `path`."""
        if layout.format == "parquet":
            row = "file_row_number"
            columns = ", ".join(
                f"{self.quote(column)} AS c{place}" for place, column in enumerate(layout.header)
            )
        else:
            row = "row_number() OVER ()"
            columns = ", ".join(f"c{place}" for place in range(len(layout.header)))
        self.view(
            name, f"SELECT filename AS path, {row} AS row, {columns} FROM {_read(layout, files)}"
        )
        return list(map(str, files))

    def create(self, name: str, query: str) -> None:
        """Create a table from a query; raises AccessError if there is no room for it."""
        with translate_errors(self.folder.parent):
            self._base.execute(f"CREATE TABLE {name} AS {query}")

    def view(self, name: str, query: str) -> None:
        """Name a query."""
        self._base.execute(f"CREATE VIEW {name} AS {query}")

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""
        file = self.folder / f"{name}.json"
        write_lines(file, fields, rows)
        kinds = ", ".join(f"{field}: '{kind}'" for field, kind in fields.items())
        self.create(
            name,
            f"SELECT * FROM read_json({quoted(file)}, format='newline_delimited', "
            f"columns={{{kinds}}})",
        )
        file.unlink()

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""
        with translate_errors(self.folder.parent), self._base.cursor() as cursor:
            cursor.execute(query)
            while rows := cursor.fetchmany(FETCHED):
                yield from rows

    def arrays(self, query: str) -> list[Any]:
        """Return the numeric columns of a query as numpy arrays."""
        return list(self._base.execute(query).fetchnumpy().values())

    def write(self, query: str, place: Path, format: Format) -> None:
        """Write a query to a file; JSON is a row a line."""
        with translate_errors(place.parent.parent):
            self._base.execute(
                f"COPY ({query}) TO {quoted(place)} ({FORMATS[format]}, USE_TMP_FILE false)"
            )


@contextmanager
def translate_errors(folder: Path) -> Iterator[None]:
    """Turn DuckDB's errors into ours; `folder` is the one it writes to."""
    try:
        yield
    except duckdb.OutOfMemoryException as fault:
        remedy = Message("try --engine spark, or rank fewer people with --where")
        raise AccessError(
            Message("these are too many people for this machine"), str(folder), remedy
        ) from fault
    except duckdb.Error as fault:
        remedy = Message("free some space there, or choose another folder (-o, TMPDIR)")
        raise AccessError(
            Message("klout can't write to this folder"), str(folder), remedy
        ) from fault
