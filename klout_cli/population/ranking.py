"""A complete ranking: tables and edges in, ranked people out, on either engine."""

import atexit
import gc
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from klout_cli.errors import UsageError
from klout_cli.files.container import Limits
from klout_cli.population.accounts import USED, Choice, read_accounts
from klout_cli.population.cells import sources
from klout_cli.population.edges import Standings, standings
from klout_cli.population.engine import Engine, Format
from klout_cli.population.rank import COLUMNS, ORDER, rank
from klout_cli.population.sql import aliased, text
from klout_cli.reports.csv_report import FORMULA
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import Model
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading

TEXTS = ("group", "person", "quality")
DECIMALS = 11
"""Decimals written; a breakdown's parts still sum to their score within 1e-9."""


class Ranking(Struct, frozen=True):
    """Ranked people in the view `ranked`; `columns` are those of an output.

    `condition` chooses rows; `refused`: number of people left out because they refuse consent.
    """

    engine: Engine
    columns: tuple[str, ...]
    condition: str
    ledger: tuple[LedgerRow, ...]
    refused: int
    standings: Standings | None

    def first(self, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return the first people as rows, and the total number."""
        source = f"ranked WHERE {self.condition}"
        rows = self.engine.rows(
            f"SELECT {self._listed()} FROM {source} ORDER BY {ORDER} LIMIT {count}"
        )
        ((total,),) = self.engine.rows(f"SELECT count(*) FROM {source}")
        return [dict(zip(self.columns, row, strict=True)) for row in rows], total

    def write(self, place: Path, format: Format) -> None:
        """Write all people in order as csv, parquet or json lines, rounded to `DECIMALS`."""
        # A decimal is written twice as fast as the shortest text of a double.
        listed = self._listed(_harmless, _decimal) if format == "csv" else self._listed()
        query = f"SELECT {listed} FROM ranked WHERE {self.condition} ORDER BY {ORDER}"
        self.engine.write(query, place, format)

    def _listed(
        self, named: Callable[[str], str] = str, number: Callable[[str], str] | None = None
    ) -> str:
        """Return the columns for SELECT, texts and numbers as the functions write them."""
        listed = {}
        for name in self.columns:
            column = "cohort" if name == "group" else name
            if name in TEXTS:
                column = named(column)
            elif name != "rank":
                column = (number or _rounded)(column)
            listed[self.engine.quote(name)] = column
        return aliased(listed)


def _rounded(name: str) -> str:
    """Return a number rounded; adding 0 turns -0.0 into 0.0."""
    return f"round({name}, {DECIMALS}) + 0e0"


def _decimal(name: str) -> str:
    return f"CAST({name} AS DECIMAL(18, {DECIMALS}))"


def _harmless(name: str) -> str:
    """Return a text column that no spreadsheet takes for formulas."""
    signs = ", ".join(map(text, FORMULA))
    return (
        f"CASE WHEN substr(ltrim({name}), 1, 1) IN ({signs}) THEN concat(chr(39), {name}) "
        f"ELSE {name} END"
    )


def import_duckdb() -> None:
    """Import DuckDB with Ctrl-C deferred: interrupted inside, it aborts the process."""
    presses: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, frame: presses.append(number))
    try:
        import duckdb  # noqa: F401
    finally:
        signal.signal(signal.SIGINT, handler)
    if presses:
        signal.raise_signal(signal.SIGINT)


@contextmanager
def started(
    engine: str, master: str = "local[*]", settings: Mapping[str, str] | None = None
) -> Iterator[Engine]:
    """Start an engine, "duckdb" or "spark"; `master` and `settings` are Spark's.

    Raises UsageError if Spark isn't installed.
    """
    if engine == "duckdb":
        atexit.register(gc.unfreeze)  # undo the freeze of __main__: DuckDB must be collected
        import_duckdb()
        from klout_cli.population.duck import Duck

        with Duck() as duck:
            yield duck
        return
    try:
        from klout_cli.population.spark import Spark
    except ImportError as fault:
        remedy = N_("pip install 'klout-cli[spark]', and Java 17 or later")
        raise UsageError(N_("Spark is not installed"), "--engine spark", remedy) from fault
    with Spark(master, settings or {}) as spark:
        yield spark


def ranking(
    engine: Engine,
    tables: Sequence[Path],
    model: Model,
    reading: Reading,
    *,
    limits: Limits | None = None,
    as_of: str = "",
    choice: Choice | None = None,
    top: int = 0,
    edges: Sequence[Path] = (),
) -> Ranking:
    """Read and rank; `top` keeps the top N of each group, ties included.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """
    limits, choice = limits or Limits(), choice or Choice()
    files, links = sources(tables, limits), sources(edges, limits)
    population = read_accounts(engine, files, reading, choice)
    network = standings(engine, links, reading, model) if edges else None
    if network:
        _fill_standing(engine)
    accounts = "standing_accounts" if network else "accounts"
    rank(engine, accounts, model, as_of, cohorts=bool(choice.by))
    columns = ("group", *COLUMNS) if choice.by else COLUMNS
    condition = f"rank <= {top}" if top else "TRUE"
    ledger = population.ledger + (network.ledger if network else ())
    return Ranking(engine, columns, condition, ledger, population.refused, network)


def _fill_standing(engine: Engine) -> None:
    """Fill in the standing from edges where the table has none."""
    columns = ", ".join(
        "COALESCE(standing, earned) AS standing" if name == "standing" else f"accounts.{name}"
        for name in USED
    )
    engine.create(
        "standing_accounts",
        f"SELECT {columns} FROM accounts LEFT JOIN standings ON accounts.key = standings.key",
    )
