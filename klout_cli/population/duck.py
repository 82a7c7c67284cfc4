"""DuckDB in this process: bounded memory, spilling to a private temporary folder."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import pyarrow as pa

from klout_cli.errors import AccessError
from klout_cli.population.cells import Source
from klout_cli.population.engine import Batches, Frame

SLICE = 500_000
"""Rows sorted at once; up to twice as many need no slices.

DuckDB's sort of more runs out of memory before it spills.
"""
FORMATS = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet", "json": "FORMAT json"}


class Duck:
    """An engine for one machine; `memory` is DuckDB's limit, such as "200MB".

    Use it as a context manager.
    """

    def __init__(self, memory: str) -> None:
        self._memory = memory
        self._tables = 0
        self._end = ExitStack()

    def __enter__(self) -> "Duck":
        folder = self._end.enter_context(tempfile.TemporaryDirectory(prefix="klout-"))
        settings: dict[str, Any] = {
            "memory_limit": self._memory,
            "temp_directory": folder,
            # threads share the memory, and spilling more costs what they gain
            "threads": 1,
            "autoinstall_known_extensions": False,
            "preserve_insertion_order": False,  # buffers blocks; the output is sorted anyway
            # no table is read often enough for compression to pay off
            "force_compression": "uncompressed",
        }
        self._base = self._end.enter_context(
            duckdb.connect(f"{folder}/rank.duckdb", config=settings)
        )
        self._base.execute("SET enable_progress_bar = false")
        return self

    def __exit__(self, *fault: object) -> None:
        self._end.close()

    def read(self, sources: Sequence[Source], batches: Batches, schema: Any) -> Frame:
        """Return the rows of all files; raises the reader's errors."""
        name = self._named()
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
        pa.default_memory_pool().release_unused()  # frees the reader's memory for DuckDB
        return nw.from_native(self._base.table(name))

    def small(self, table: Any) -> Frame:
        """Return a pyarrow table as a frame."""
        return self._created(self._base.from_arrow(table))

    def keep(self, frame: Frame) -> Frame:
        """Materialise a frame as a table."""
        return self._created(frame.to_native())

    def _created(self, relation: Any) -> Frame:
        name = self._named()
        relation.create(name)
        return nw.from_native(self._base.table(name))

    def _named(self) -> str:
        self._tables += 1
        return f"kept_{self._tables}"

    def write(
        self, frame: Frame, order: Sequence[str], columns: Sequence[str], place: Path, format: str
    ) -> None:
        """Write columns of a frame to a file.

        Raises AccessError if it can't be written, or not sorted in the given memory.
        """
        path = str(place).replace("'", "''")
        try:
            self._sorted(frame, order, columns).create_view("written")
            self._base.execute(f"COPY written TO '{path}' ({FORMATS[format]}, USE_TMP_FILE false)")
        except duckdb.OutOfMemoryException as fault:
            raise AccessError(
                "too many people to sort on one machine",
                place.name,
                "use --engine spark, or a part with --where",
            ) from fault
        except duckdb.IOException as fault:
            raise AccessError(
                "cannot write the ranking", place.name, "make room, or choose another place with -o"
            ) from fault

    def _sorted(
        self, frame: Frame, order: Sequence[str], columns: Sequence[str]
    ) -> duckdb.DuckDBPyRelation:
        """Sort by a group, a rank within it and tie-breakers.

        Long frames are sorted in slices, appended to a table.
        """
        ordered: duckdb.DuckDBPyRelation = (
            frame.sort(*order, nulls_last=True).select(*columns).to_native()
        )
        if frame.select(nw.len()).collect().item() <= 2 * SLICE:
            return ordered
        self._base.execute("SET preserve_insertion_order = true")
        ordered.limit(0).create("in_order")
        self.keep(frame).to_native().create_view("ranked")
        group, rank = (f'"{name}"' for name in order[:2])
        by = ", ".join(f'"{name}" NULLS LAST' for name in order)
        listed = ", ".join(f'"{name}"' for name in columns)
        self._base.execute(f"""
            CREATE TABLE slices AS SELECT {group} AS slice_group, {rank} // {SLICE} AS slice_rank,
            (sum(count(*)) OVER (ORDER BY slice_group NULLS LAST, slice_rank NULLS LAST) - 1)
                // {SLICE} AS slice
            FROM ranked GROUP BY slice_group, slice_rank""")
        for (slice,) in self._base.execute(
            "SELECT DISTINCT slice FROM slices ORDER BY slice"
        ).fetchall():
            self._base.execute(f"""
                INSERT INTO in_order SELECT {listed} FROM ranked JOIN slices
                ON slice_group IS NOT DISTINCT FROM {group}
                AND slice_rank IS NOT DISTINCT FROM {rank} // {SLICE}
                WHERE slice = {slice} ORDER BY {by}""")
        return self._base.table("in_order")


def _record_errors(batches: Any, faults: list[BaseException]) -> Any:
    """Yield batches and record exceptions, of which DuckDB re-raises only the text."""
    try:
        yield from batches
    except BaseException as fault:
        faults.append(fault)
        raise
