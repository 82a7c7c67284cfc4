"""Spark, for who outgrows one machine: a task a file, frames stay where they are computed, and lost parts are computed again by Spark."""

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
# On one machine nothing listens but to itself, and 200 parts are more than it has cores for.
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

    All of them must see the same files. Use it in a `with`.
    """

    def __init__(self, master: str) -> None:
        self._master = master

    def __enter__(self) -> "Spark":
        warnings.filterwarnings(
            "ignore", "PySpark does not yet fully support pandas"
        )  # it asks for pandas, and uses Arrow here
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault(
            "SPARK_DRIVER_MEMORY", "4g"
        )  # on one machine all work is done there, and Spark's own 1g is for less
        builder = SparkSession.builder.appName("klout rank").master(self._master)
        for name, value in (QUIET | (ALONE if self._master.startswith("local") else {})).items():
            builder = builder.config(name, value)
        self._session = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("OFF")  # a fault is raised too, and said once
        return self

    def __exit__(self, *fault: object) -> None:
        self._session.stop()

    def read(self, sources: Sequence[Source], batches: Batches, schema: Any) -> Frame:
        """Return the rows of all files; raises what reading raises."""

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
        """Compute a frame and keep its parts where they are, on disk where memory ends."""
        kept = frame.to_native().persist(StorageLevel.MEMORY_AND_DISK)
        with _told():
            kept.count()
        found: Frame = nw.from_native(kept)
        return found

    def write(
        self, frame: Frame, order: Sequence[str], columns: Sequence[str], place: Path, format: str
    ) -> None:
        """Write columns of a frame as a folder of parts."""
        rows = frame.sort(*order, nulls_last=True).select(*columns).to_native()
        with _told():
            rows.write.mode("overwrite").options(**OPTIONS[format]).format(format).save(
                str(place.resolve())
            )


@contextmanager
def _told() -> Iterator[None]:
    """Turn a fault of ours, which a worker has told as text, into itself again, and what Spark failed at into one that names its kind."""
    try:
        yield
    except PythonException as fault:
        found = re.search(r"klout_cli\.errors\.(\w+): (.+)", str(fault))
        if not found:
            raise
        raise getattr(errors, found[1])(*found[2].strip().split(" · ")) from None
    except Py4JError as fault:
        remedy = "SPARK_DRIVER_MEMORY and spark.executor.memory give it more memory"
        raise AccessError("Spark could not finish", _cause(fault), remedy) from fault


def _cause(fault: Py4JError) -> str:
    """Return the kind of what lies beneath, without its words, which may hold values.

    A Java that is gone tells nothing.
    """
    found = getattr(fault, "java_exception", None)
    try:
        while found and found.getCause():
            found = found.getCause()
        return str(found.getClass().getSimpleName()) if found else "Java has ended"
    except (Py4JError, OSError):
        return "Java has ended"
