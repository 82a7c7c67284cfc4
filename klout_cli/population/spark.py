"""Spark, for more than one machine can hold: one task per file.

Frames stay where they are computed, and Spark recomputes lost parts.
"""

import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.errors import PythonException
from pyspark.sql import SparkSession

from klout_cli import errors
from klout_cli.errors import AccessError
from klout_cli.population.cells import Source

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

    def quote(self, name: str) -> str:
        """Return a name that may be a word of SQL."""
        return f"`{name}`"

    def read(
        self, name: str, sources: Sequence[Source], batches: Callable[[Source], Any], schema: Any
    ) -> None:
        """Create a table of the rows of all files; raises the reader's errors."""

        def rows(numbers: Iterator[Any]) -> Iterator[Any]:
            for batch in numbers:
                for number in batch.column(0).to_pylist():
                    yield from batches(sources[number])

        kinds = ", ".join(f"`{field.name}` {KINDS[str(field.type)]}" for field in schema)
        numbers = self._session.range(0, len(sources), 1, len(sources))
        self._keep(name, numbers.mapInArrow(rows, kinds))

    def create(self, name: str, query: str) -> None:
        """Compute a query and persist its parts, spilling to disk."""
        self._keep(name, self._session.sql(_translated(query)))

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""
        kinds = ", ".join(f"`{field}` {kind}" for field, kind in fields.items())
        values = [tuple(row) for row in rows]
        self._keep(name, self._session.createDataFrame(values, _translated(kinds)))

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""
        with _translated_errors():
            yield from map(tuple, self._session.sql(_translated(query)).toLocalIterator())

    def arrays(self, query: str) -> list[Any]:
        """Return the numeric columns of a query as numpy arrays."""
        import numpy

        return list(map(numpy.array, zip(*self.rows(query), strict=True)))

    def write(self, query: str, place: Path, format: str) -> None:
        """Write a query as a folder of parts."""
        rows = self._session.sql(_translated(query))
        with _translated_errors():
            rows.write.mode("overwrite").options(**OPTIONS[format]).format(format).save(
                str(place.resolve())
            )

    def _keep(self, name: str, rows: Any) -> None:
        persisted = rows.persist(StorageLevel.MEMORY_AND_DISK)
        with _translated_errors():
            persisted.count()
        persisted.createOrReplaceTempView(name)


def _translated(query: str) -> str:
    """Return SQL of DuckDB as Spark writes it: a text type without a length is STRING."""
    return query.replace("VARCHAR", "STRING")


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
