"""The engine interface: DuckDB in this process, or Spark.

All queries are narwhals, the same for both.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import narwhals as nw

from klout_cli.population.cells import Source

Frame: TypeAlias = nw.LazyFrame[Any]
Batches: TypeAlias = Callable[[Source], Iterable[Any]]
"""Reads one file as pyarrow record batches."""


class Engine(Protocol):
    """Holds frames larger than memory."""

    def read(self, sources: Sequence[Source], batches: Batches, schema: Any) -> Frame:
        """Return the rows of all files, read once and stored outside memory."""

    def small(self, table: Any) -> Frame:
        """Return a pyarrow table as a frame."""

    def keep(self, frame: Frame) -> Frame:
        """Materialise a frame, so that later steps don't recompute it or extend its plan."""

    def write(
        self, frame: Frame, order: Sequence[str], columns: Sequence[str], place: Path, format: str
    ) -> None:
        """Write columns of a frame as csv, parquet or json lines.

        DuckDB writes a file, Spark a folder of parts. `order` are columns: a group, a rank within
        it, and tie-breakers.
        """
