"""The engine interface: DuckDB in this process, or Spark. Both run the same SQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

from msgspec import Struct

Format: TypeAlias = Literal["csv", "parquet", "json"]


class Layout(Struct, frozen=True):
    """What files have in common that are read at once: a CSV has one header line and no escapes.

    `header` names the columns, `kinds` are DuckDB's types of Parquet columns.
    """

    format: Format
    header: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    delimiter: str = ","
    newline: str = "\\n"


class Engine(Protocol):
    """Stores and queries tables larger than memory; `folder` is for temporary files."""

    folder: Path

    def quote(self, name: str) -> str:
        """Return an identifier that may be a keyword of SQL."""

    def matches(self, column: str, pattern: str) -> str:
        """Return a condition: the whole text matches a pattern."""

    def scan(self, name: str, layout: Layout, files: Sequence[Path]) -> list[str]:
        """Create a view of files: `path`, `row` (rising within a file) and their columns.

        Columns are named c0, c1 … by position. Returns each file's `path`.
        """

    def create(self, name: str, query: str) -> None:
        """Create a table from a query; raises AccessError if there is no room for it."""

    def view(self, name: str, query: str) -> None:
        """Name a query."""

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""

    def arrays(self, query: str) -> list[Any]:
        """Return the numeric columns of a query as numpy arrays."""

    def write(self, query: str, place: Path, format: Format) -> None:
        """Write a query: DuckDB to a file, Spark to a folder of parts. JSON is a row a line."""
