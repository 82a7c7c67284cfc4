"""Spark, for more than one machine can hold: one task per file.

Frames stay where they are computed, and Spark recomputes lost parts.
"""

import os
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw
from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.errors import PythonException
from pyspark.sql import SparkSession

from klout_cli import errors
from klout_cli.errors import AccessError
from klout_cli.population.cells import Source
from klout_cli.population.engine import Batches, Frame

KINDS = {
    "int32": "int",
    "int64": "bigint",
    "string": "string",
    "bool": "boolean",
    "double": "double",
}
QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
}
# On one machine listen on localhost only, and use fewer partitions than the default 200.
ALONE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}
OPTIONS: dict[str, dict[str, Any]] = {
    "csv": {"header": True, "quote": '"', "escape": '"', "emptyValue": ""},
    "parquet": {},
    "json": {"ignoreNullFields": False},
}


class Spark:
    """An engine for many machines; `master` is Spark's URL, such as "local[*]".

    All of them must see the same files. Use it as a context manager.
    """

    def __init__(self, master: str) -> None:
        self._master = master

    def __enter__(self) -> "Spark":
        # It asks for pandas, but only Arrow is used here.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        # On one machine the driver does all the work; Spark's default is 1g.
        os.environ.setdefault("SPARK_DRIVER_MEMORY", "4g")
        builder = SparkSession.builder.appName("klout rank").master(self._master)
        for name, value in (QUIET | (ALONE if self._master.startswith("local") else {})).items():
            builder = builder.config(name, value)
        self._session = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("OFF")  # errors are raised as well
        return self

    def __exit__(self, *fault: object) -> None:
        self._session.stop()

    def read(self, sources: Sequence[Source], batches: Batches, schema: Any) -> Frame:
        """Return the rows of all files; raises the reader's errors."""

        def rows(numbers: Iterator[Any]) -> Iterator[Any]:
            for batch in numbers:
                for number in batch.column(0).to_pylist():
                    yield from batches(sources[number])

        kinds = ", ".join(f"`{field.name}` {KINDS[str(field.type)]}" for field in schema)
        numbers = self._session.range(0, len(sources), 1, len(sources))
        return self.keep(nw.from_native(numbers.mapInArrow(rows, kinds)))

    def small(self, table: Any) -> Frame:
        """Return a pyarrow table as a frame."""
        kinds = ", ".join(f"`{field.name}` {KINDS[str(field.type)]}" for field in table.schema)
        return nw.from_native(
            self._session.createDataFrame([tuple(row.values()) for row in table.to_pylist()], kinds)
        )

    def keep(self, frame: Frame) -> Frame:
        """Compute a frame and persist its parts, spilling to disk."""
        persisted = frame.to_native().persist(StorageLevel.MEMORY_AND_DISK)
        with _translated_errors():
            persisted.count()
        result: Frame = nw.from_native(persisted)
        return result

    def write(
        self, frame: Frame, order: Sequence[str], columns: Sequence[str], place: Path, format: str
    ) -> None:
        """Write columns of a frame as a folder of parts."""
        rows = frame.sort(*order, nulls_last=True).select(*columns).to_native()
        with _translated_errors():
            rows.write.mode("overwrite").options(**OPTIONS[format]).format(format).save(
                str(place.resolve())
            )


@contextmanager
def _translated_errors() -> Iterator[None]:
    """Restore errors of ours that a worker has sent as text, and translate Spark's."""
    try:
        yield
    except PythonException as fault:
        match = re.search(r"klout_cli\.errors\.(\w+): (.+)", str(fault))
        if not match:
            raise
        raise getattr(errors, match[1])(*match[2].strip().split(" · ")) from None
    except Py4JError as fault:
        remedy = "SPARK_DRIVER_MEMORY and spark.executor.memory give it more memory"
        raise AccessError("Spark could not finish", _cause(fault), remedy) from fault


def _cause(fault: Py4JError) -> str:
    """Return the class of the root cause; its message may contain data.

    A Java process that has ended gives none.
    """
    cause = getattr(fault, "java_exception", None)
    try:
        while cause and cause.getCause():
            cause = cause.getCause()
        return str(cause.getClass().getSimpleName()) if cause else "Java has ended"
    except (Py4JError, OSError):
        return "Java has ended"
