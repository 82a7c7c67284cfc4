"""Spark, for more people than one machine can combine and rank.

Files are read on the driver, by the rules of DuckDB's way; their rows reach the other machines as
JSON lines in a temporary folder (TMPDIR), which all of them must see.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.sql import SparkSession

from klout_cli.errors import AccessError
from klout_cli.population.duck import MEMORY, Duck
from klout_cli.population.sql import text, write_lines

QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parser.escapedStringLiterals": "true",  # a backslash is a backslash
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

    Use it as a context manager.
    """

    def __init__(self, master: str) -> None:
        self._master = master
        self._tables: dict[str, Any] = {}
        self._end = ExitStack()

    def __enter__(self) -> "Spark":
        self.folder = Path(self._end.enter_context(tempfile.TemporaryDirectory(prefix="klout-")))
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
        self._end.close()

    def quote(self, name: str) -> str:
        """Return a name that may be a word of SQL."""
        return f"`{name}`"

    def matches(self, column: str, pattern: str) -> str:
        """Return whether a whole text has a pattern."""
        return f"{column} RLIKE {text(f'^({pattern})$')}"

    def create(self, name: str, query: str) -> None:
        """Compute a query and persist its parts, spilling to disk."""
        self._keep(name, self._session.sql(_translated(query)))

    def view(self, name: str, query: str) -> None:
        """Name a query."""
        self._session.sql(_translated(query)).createOrReplaceTempView(name)

    def take(self, name: str, fields: Mapping[str, str], query: str) -> None:
        """Create a table from a query over files in DuckDB's SQL; raises DuckDB's errors."""
        with Duck(MEMORY) as duck:
            self.load(name, fields, duck.rows(query))

    def drop(self, name: str) -> None:
        """Remove a table."""
        self._tables.pop(name).unpersist()
        self._session.catalog.dropTempView(name)

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""
        file = self.folder / f"{name}.json"
        write_lines(file, fields, rows)
        kinds = ", ".join(f"`{field}` {kind}" for field, kind in fields.items())
        self._keep(name, self._session.read.schema(_translated(kinds)).json(str(file)))

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
        self._tables[name] = persisted


def _translated(query: str) -> str:
    """Return SQL of DuckDB as Spark writes it: a text type without a length is STRING."""
    return query.replace("VARCHAR", "STRING")


@contextmanager
def _translated_errors() -> Iterator[None]:
    try:
        yield
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
