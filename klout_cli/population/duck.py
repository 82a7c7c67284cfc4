"""DuckDB in this process: bounded memory, spilling to a private temporary folder."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from klout_cli.errors import AccessError
from klout_cli.population.sql import quoted, text, write_lines

MEMORY = "230MB"
"""DuckDB's limit; the interpreter comes on top."""
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

    def quote(self, name: str) -> str:
        """Return a name that may be a word of SQL."""
        return f'"{name}"'

    def matches(self, column: str, pattern: str) -> str:
        """Return whether a whole text has a pattern."""
        return f"regexp_full_match({column}, {text(pattern)})"

    def create(self, name: str, query: str) -> None:
        """Create a table from a query; raises AccessError where it does not fit."""
        with _translated_errors(name):
            self._base.execute(f"CREATE TABLE {name} AS {query}")

    def view(self, name: str, query: str) -> None:
        """Name a query."""
        self._base.execute(f"CREATE VIEW {name} AS {query}")

    def take(self, name: str, fields: Mapping[str, str], query: str) -> None:
        """Create a table from DuckDB's query over files; raises DuckDB's errors."""
        self._base.execute(f"CREATE TABLE {name} AS {query}")

    def drop(self, name: str) -> None:
        """Remove a table."""
        self._base.execute(f"DROP TABLE {name}")

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
                f"COPY ({query}) TO {quoted(place)} ({FORMATS[format]}, USE_TMP_FILE false)"
            )


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
