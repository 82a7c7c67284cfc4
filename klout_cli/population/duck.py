"""DuckDB in this process: bounded memory, spilling to a private temporary folder."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pyarrow as pa

from klout_cli.errors import AccessError
from klout_cli.population.cells import Source

FORMATS = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet", "json": "FORMAT json"}
FETCHED = 10_000
"""Rows of a query in Python at once."""


class Duck:
    """An engine for one machine; `memory` is DuckDB's limit, such as "200MB".

    Use it as a context manager.
    """

    def __init__(self, memory: str) -> None:
        self._memory = memory
        self._end = ExitStack()

    def __enter__(self) -> "Duck":
        self.folder = Path(self._end.enter_context(tempfile.TemporaryDirectory(prefix="klout-")))
        settings: dict[str, Any] = {
            "memory_limit": self._memory,
            "temp_directory": str(self.folder),
            # threads share the memory, and spilling more costs what they gain
            "threads": 1,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            # no table is read often enough for compression to pay off
            "force_compression": "uncompressed",
        }
        self._base = self._end.enter_context(
            duckdb.connect(str(self.folder / "rank.duckdb"), config=settings)
        )
        self._base.execute("SET enable_progress_bar = false")
        return self

    def __exit__(self, *fault: object) -> None:
        self._end.close()

    def read(
        self, name: str, sources: Sequence[Source], batches: Callable[[Source], Any], schema: Any
    ) -> None:
        """Create a table of the rows of all files; raises the reader's errors."""
        self._base.from_arrow(schema.empty_table()).create(name)
        for source in sources:
            faults: list[BaseException] = []
            rows = pa.RecordBatchReader.from_batches(
                schema, _record_errors(batches(source), faults)
            )
            try:
                self._base.from_arrow(rows).insert_into(name)
            except duckdb.Error:
                if faults:
                    raise faults[0] from None
                raise

    def quote(self, name: str) -> str:
        """Return a name that may be a word of SQL."""
        return f'"{name}"'

    def create(self, name: str, query: str) -> None:
        """Create a table from a query; raises AccessError where it does not fit."""
        with _translated_errors(name):
            self._base.execute(f"CREATE TABLE {name} AS {query}")

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""
        file = self.folder / f"{name}.json"
        with file.open("wb") as lines:
            for row in rows:
                lines.write(msgspec.json.encode(dict(zip(fields, row, strict=True))) + b"\n")
        kinds = ", ".join(f"{field}: '{kind}'" for field, kind in fields.items())
        self.create(
            name,
            f"SELECT * FROM read_json('{quoted(file)}', format='newline_delimited', "
            f"columns={{{kinds}}})",
        )
        file.unlink()

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""
        with self._base.cursor() as cursor:
            cursor.execute(query)
            while rows := cursor.fetchmany(FETCHED):
                yield from rows

    def arrays(self, query: str) -> list[Any]:
        """Return the numeric columns of a query as numpy arrays."""
        return list(self._base.execute(query).fetchnumpy().values())

    def write(self, query: str, place: Path, format: str) -> None:
        """Write a query to a file."""
        with _translated_errors(place.name):
            self._base.execute(
                f"COPY ({query}) TO '{quoted(place)}' ({FORMATS[format]}, USE_TMP_FILE false)"
            )


def quoted(path: Path) -> str:
    """Return a path for an SQL text."""
    return str(path).replace("'", "''")


@contextmanager
def _translated_errors(where: str) -> Iterator[None]:
    try:
        yield
    except duckdb.OutOfMemoryException as fault:
        raise AccessError(
            "too many people to sort on one machine",
            where,
            "use --engine spark, or a part with --where",
        ) from fault
    except duckdb.IOException as fault:
        raise AccessError(
            "cannot write the ranking", where, "make room, or choose another place with -o"
        ) from fault


def _record_errors(batches: Any, faults: list[BaseException]) -> Any:
    """Yield batches and record exceptions, of which DuckDB re-raises only the text."""
    try:
        yield from batches
    except BaseException as fault:
        faults.append(fault)
        raise
