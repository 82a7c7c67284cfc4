"""A complete ranking: tables and edges in, ranked people out, on either engine."""

import atexit
import gc
import re
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw
from msgspec import Struct

from klout_cli.errors import UsageError
from klout_cli.files.container import Limits
from klout_cli.population.cells import sources
from klout_cli.population.edges import Standings, standings
from klout_cli.population.engine import Engine, Frame
from klout_cli.population.ledger import Population, read
from klout_cli.population.rank import COLUMNS, ORDER, rank
from klout_cli.population.table import Choice
from klout_cli.reports.csv_report import FORMULA
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import Model
from klout_cli.values.reading import Reading

DECIMALS = 11
"""Decimals written; a breakdown's parts still sum to their score within 1e-9."""
MEMORY = "150MB"
"""DuckDB's limit; the interpreter and the blocks being read come on top."""


class Ranking(Struct, frozen=True):
    """Ranked people; `columns` are those of an output.

    `refused`: number of people left out because they refuse consent.
    """

    engine: Engine
    people: Frame
    columns: tuple[str, ...]
    ledger: tuple[LedgerRow, ...]
    refused: int
    standings: Standings | None

    def first(self, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return the first people as rows, and the total number."""
        rows = self.people.sort(*ORDER, nulls_last=True).head(count).select(*self.columns).collect()
        return list(rows.iter_rows(named=True)), int(self.people.select(nw.len()).collect().item())

    def write(self, place: Path, format: str) -> None:
        """Write all people in order as csv, parquet or json lines, rounded to `DECIMALS`."""
        numbers = [name for name in COLUMNS if name not in ("person", "rank")]
        # Adding 0.0 turns -0.0 into 0.0.
        people = self.people.with_columns(nw.col(*numbers).round(DECIMALS) + 0.0)
        if format == "csv":
            texts = [_harmless(name) for name in self.columns if name in ("group", "person")]
            people = people.with_columns(ordered_by=nw.col("person")).with_columns(*texts)
        order = [name if name != "person" or format != "csv" else "ordered_by" for name in ORDER]
        self.engine.write(people, order, self.columns, place, format)


def _harmless(name: str) -> Any:
    """Return a text column that no spreadsheet takes for formulas."""
    looks_like = nw.col(name).str.contains(rf"^\s*[{re.escape(''.join(FORMULA))}]")
    return (
        nw.when(looks_like)
        .then(nw.concat_str(nw.lit("'"), nw.col(name)))
        .otherwise(nw.col(name))
        .alias(name)
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
def started(engine: str, master: str) -> Iterator[Engine]:
    """Start an engine, "duckdb" or "spark".

    Raises UsageError if Spark isn't installed.
    """
    if engine == "duckdb":
        atexit.register(gc.unfreeze)  # undo the freeze of __main__: DuckDB must be collected
        import_duckdb()
        from klout_cli.population.duck import Duck

        with Duck(MEMORY) as duck:
            yield duck
        return
    try:
        from klout_cli.population.spark import Spark
    except ImportError as fault:
        raise UsageError(
            "Spark is not installed",
            "--engine spark",
            "pip install 'klout-cli[spark]', and Java 17 or later",
        ) from fault
    with Spark(master) as spark:
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
    population = read(engine, sources(tables, limits), reading, choice)
    network = standings(engine, sources(edges, limits), reading, model) if edges else None
    people = rank(engine, _with_standing(population, network), model, as_of)
    if top:
        people = people.filter(nw.col("rank") <= top)
    columns = ("group", *COLUMNS) if choice.by else COLUMNS
    ledger = population.ledger + (network.ledger if network else ())
    return Ranking(engine, people, columns, ledger, population.refused, network)


def _with_standing(population: Population, network: Standings | None) -> Frame:
    """Fill in the standing from edges where the table has none."""
    if network is None:
        return population.accounts
    accounts = population.accounts.join(network.frame, on="key", how="left")
    return accounts.with_columns(standing=nw.coalesce("standing", "earned")).drop("earned")
