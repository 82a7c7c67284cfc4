"""A complete ranking: tables and edges in, ranked people out, on either engine."""

import atexit
import gc
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from klout_cli.errors import UsageError
from klout_cli.files.container import Limits
from klout_cli.population.accounts import USED, Choice, read_accounts
from klout_cli.population.cells import PARQUET, sources
from klout_cli.population.edges import Standings, standings
from klout_cli.population.engine import Engine
from klout_cli.population.listing import Listing
from klout_cli.population.rank import COLUMNS, ORDER, rank
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import Model
from klout_cli.translation import Message
from klout_cli.values.reading import Reading

LARGE = 1 << 30


class Ranking(Struct, frozen=True):
    """Ranked people; `refused`: number of people left out because they refuse consent.

    `large`: the name of a CSV that keeps one machine of a cluster busy for long, "" for none.
    """

    people: Listing
    ledger: tuple[LedgerRow, ...]
    refused: int
    standings: Standings | None
    large: str


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
        remedy = Message("pip install 'klout-cli[spark]', and Java 17 or later")
        raise UsageError(Message("Spark is not installed"), "--engine spark", remedy) from fault
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
    people = Listing(engine, "ranked", columns, ORDER, condition)
    texts = (source for source in files if source.member.head(len(PARQUET)) != PARQUET)
    large = next((source.where for source in texts if source.member.size > LARGE), "")
    return Ranking(people, ledger, population.refused, network, large)


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
