"""Spark, for more people than one machine can combine and rank.

The machines read the files themselves: a CSV is one task, a Parquet file as many as it has row
groups. What the driver writes for them (copies of odd texts, the meaning of odd cells) is in a
temporary folder (TMPDIR), which all machines must see, as they must the files.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from py4j.protocol import Py4JError
from pyspark import StorageLevel
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from klout_cli.errors import AccessError
from klout_cli.population.engine import Format, Layout
from klout_cli.population.sql import text, write_lines
from klout_cli.translation import Message

CHECKPOINTS = "spark.checkpoint.dir"
QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.parser.escapedStringLiterals": "true",  # a backslash is a backslash
}
# On one machine listen on localhost only, and use fewer partitions than the default 200.
ALONE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}
READ: dict[str, Any] = {"header": True, "quote": '"', "escape": '"', "multiLine": True}
WRITTEN: dict[Format, dict[str, Any]] = {
    "csv": {"header": True, "quote": '"', "escape": '"', "emptyValue": ""},
    "parquet": {},
    "json": {"ignoreNullFields": False},
}


class Spark:
    """An engine for many machines; `master` is Spark's URL, such as "local[*]".

    `settings` are Spark's own. With a checkpoint folder among them, a lost machine costs time;
    without one it ends the run. Use it as a context manager.
    """

    def __init__(self, master: str, settings: Mapping[str, str]) -> None:
        self._master = master
        self._settings = QUIET | (ALONE if master.startswith("local") else {}) | dict(settings)
        self._end = ExitStack()

    def __enter__(self) -> "Spark":
        self.folder = Path(self._end.enter_context(tempfile.TemporaryDirectory(prefix="klout-")))
        # On one machine the driver does all the work; Spark's default is 1g.
        os.environ.setdefault("SPARK_DRIVER_MEMORY", "4g")
        builder = SparkSession.builder.appName("klout rank").master(self._master)
        for name, value in self._settings.items():
            builder = builder.config(name, value)
        with self._translated_errors():
            self._session = builder.getOrCreate()
        self._session.sparkContext.setLogLevel("OFF")  # errors are raised as well
        if folder := self._settings.get(CHECKPOINTS):
            self._session.sparkContext.setCheckpointDir(folder)
        return self

    def __exit__(self, *fault: object) -> None:
        self._session.stop()
        self._end.close()

    def quote(self, name: str) -> str:
        """Return an identifier that may be a keyword of SQL."""
        return "`" + name.replace("`", "``") + "`"

    def matches(self, column: str, pattern: str) -> str:
        """Return a condition: the whole text matches a pattern."""
        whole = text(rf"\A({pattern})\z")
        return f"{column} RLIKE {whole}"

    def scan(self, name: str, layout: Layout, files: Sequence[Path]) -> list[str]:
        """Create a view of files: `path`, `row` and their columns; return each file's `path`."""
        paths = list(map(str, files))
        columns = [f"c{place}" for place in range(len(layout.header))]
        row = "monotonically_increasing_id()"
        read = self._session.read
        with self._translated_errors():
            if layout.format == "parquet":
                rows = read.parquet(*paths)
                row = "_metadata.row_index"
                columns = [
                    f"{self.quote(column)} AS c{place}"
                    for place, column in enumerate(layout.header)
                ]
            else:
                read = read.schema(", ".join(f"{column} STRING" for column in columns))
                if layout.format == "csv":
                    rows = read.options(**READ, sep=layout.delimiter).csv(paths)
                else:
                    rows = read.json(paths)
            # Spark writes file:/ here and file:/// there; both quote other characters.
            quoted = [urlsplit(url).path for url in rows.inputFiles()]
            path = "regexp_replace(_metadata.file_path, '^file:/*', '/') AS path"
            rows = rows.selectExpr(path, f"{row} AS row", *columns)
        rows.createOrReplaceTempView(name)
        addresses = {unquote(path): path for path in quoted}
        return [addresses.get(path, path) for path in paths]

    def create(self, name: str, query: str) -> None:
        """Create a table from a query, computed at once."""
        with self._translated_errors():
            self._cut(self._session.sql(_translated(query))).createOrReplaceTempView(name)

    def view(self, name: str, query: str) -> None:
        """Name a query."""
        self._session.sql(_translated(query)).createOrReplaceTempView(name)

    def load(self, name: str, fields: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
        """Create a table of rows of Python values; `fields` maps columns to SQL types."""
        file = self.folder / f"{name}.json"
        write_lines(file, fields, rows)
        kinds = ", ".join(f"{self.quote(field)} {kind}" for field, kind in fields.items())
        read = self._session.read.schema(_translated(kinds))
        read.json(str(file)).createOrReplaceTempView(name)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""
        with self._translated_errors():
            yield from map(tuple, self._session.sql(_translated(query)).toLocalIterator())

    def arrays(self, query: str) -> list[Any]:
        """Return the numeric columns of a query as numpy arrays."""
        import numpy

        return list(map(numpy.array, zip(*self.rows(query), strict=True)))

    def write(self, query: str, place: Path, format: Format) -> None:
        """Write a query as a folder of parts."""
        rows = self._session.sql(_translated(query))
        if format == "csv":  # Spark writes a decimal 0 as 0E-11
            rows = rows.selectExpr(
                *(
                    f"CAST({self.quote(name)} AS STRING) AS {self.quote(name)}"
                    for name in rows.columns
                )
            )
        with self._translated_errors():
            rows.write.mode("overwrite").options(**WRITTEN[format]).format(format).save(
                str(place.resolve())
            )

    def _cut(self, rows: Any) -> Any:
        """Compute rows and forget the plan that led to them."""
        if CHECKPOINTS in self._settings:
            return rows.checkpoint()
        return rows.localCheckpoint(storageLevel=StorageLevel.MEMORY_AND_DISK)

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        try:
            yield
        except (Py4JError, PySparkException) as fault:
            remedy = (
                Message("give it more memory: --conf spark.executor.memory=8g")
                if CHECKPOINTS in self._settings
                else Message("to survive a lost machine: --conf spark.checkpoint.dir=FOLDER")
            )
            raise AccessError(
                Message("Spark could not finish"), f"{self.folder.parent}: {_cause(fault)}", remedy
            ) from fault


def _translated(query: str) -> str:
    """Return SQL of DuckDB as Spark writes it: a text type without a length is STRING."""
    return query.replace("VARCHAR", "STRING")


def _cause(fault: Exception) -> str:
    """Return the class of the root cause; its message may contain data.

    A Java process that has ended gives none.
    """
    cause = getattr(fault, "java_exception", None)
    if isinstance(fault, PySparkException):
        return fault.getCondition() or type(fault).__name__
    try:
        while cause and cause.getCause():
            cause = cause.getCause()
        return str(cause.getClass().getSimpleName()) if cause else "Java has ended"
    except (Py4JError, OSError):
        return "Java has ended"
