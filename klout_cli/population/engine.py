"""The engine interface: DuckDB in this process, or Spark. Both run the same SQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol


class Engine(Protocol):
    """Holds tables larger than memory; `folder` is for temporary files."""

    folder: Path

    def quote(self, name: str) -> str:
        """Return a name that may be a word of SQL."""

    def matches(self, column: str, pattern: str) -> str:
        """Return whether a whole text has a pattern."""

    def create(self, name: str, query: str) -> None:
        """Create a table from a query; raises AccessError where it does not fit."""

    def view(self, name: str, query: str) -> None:
        """Name a query."""

    def take(self, name: str, fields: Mapping[str, str], query: str) -> None:
        """Create a table from a query over files in DuckDB's SQL; raises DuckDB's errors."""

    def drop(self, name: str) -> None:
        """Remove a table."""

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""

    def arrays(self, query: str) -> list[Any]:
        """Return the numeric columns of a query as numpy arrays."""

    def write(self, query: str, place: Path, format: str) -> None:
        """Write a query as csv, parquet or json lines: DuckDB a file, Spark a folder of parts."""
