"""Edges between people: PageRank, and the standing derived from it.

An edge is a row (source, target, weight): the source follows, mentions or endorses the target; the
weight defaults to 1. Standing is a person's PageRank relative to all others, on the factor's scale:
its mean, and its SD per SD of log10 rank.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.importers.accounts_table import RATES
from klout_cli.person.pagerank import CONVERGED, compute_pagerank
from klout_cli.population.accounts import NO_PERSON, ledger_of
from klout_cli.population.cells import Rules, Source, open_sheets
from klout_cli.population.engine import Engine
from klout_cli.population.readings import PERSON, Numbers, Readings, Text, read_text
from klout_cli.population.sql import text
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import Model
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.cells import rate_column
from klout_cli.values.reading import Reading

KNOWN = {
    "source": frozenset(("source", "from", "von", "quelle")),
    "target": frozenset(("target", "to", "an", "ziel")),
    "weight": frozenset(("weight", "gewicht")),
}
REMEDY = Message("name the columns source, target, weight")
LARGEST = 1e12
NO_WEIGHT = N_("weight not above 0")


class Standings(Struct, frozen=True):
    """How PageRank went; the table `standings` has key and `earned`, 0 to 6.

    `people`, `edges` (pairs of different people), the number of `steps` and the last L1 `change`.
    """

    ledger: tuple[LedgerRow, ...]
    people: int
    edges: int
    steps: int
    change: float


def _read_edges(
    engine: Engine, sources: Sequence[Source], reading: Reading
) -> tuple[LedgerRow, ...]:
    """Create the table `edge_rows`, and return the ledger of its files.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """
    rules = Rules(tuple(KNOWN), tuple(KNOWN), lambda source: KNOWN, reading, REMEDY)
    sheets = open_sheets(engine, "links", sources, rules)
    for sheet in sheets:
        if not {"source", "target"} <= sheet.names:
            raise InputError(
                Message("there are no columns source and target"), sheet.source.where, REMEDY
            )
    columns: dict[str, Numbers | Text] = {
        "source": Text(PERSON, read_text),
        "target": Text(PERSON, read_text),
        "weight": Numbers(
            lambda cells, decimal, where: rate_column(cells, decimal, where, "weight", 0, LARGEST),
            rate=True,
        ),
    }
    readings = Readings(engine, "links", sheets, columns, reading.decimal)
    weight = f"COALESCE({readings.number('weight')}, 1e0)"
    source, target = readings.key("source"), readings.key("target")
    reason = readings.of("weight", "reason")
    engine.create(
        "edge_rows",
        f"""SELECT cells.file, cells.row, line, rows,
            CASE WHEN cells.reason IS NOT NULL THEN cells.reason
                WHEN {reason} IS NOT NULL THEN {reason}
                WHEN {weight} <= 0 THEN {text(NO_WEIGHT)}
                WHEN {source} = '' OR {target} = '' THEN {text(NO_PERSON)} END AS reason,
            {source} AS source, {target} AS target, {weight} AS weight
        FROM {readings.joined}""",
    )
    return ledger_of(engine, "edge_rows", sheets, readings)


def standings(
    engine: Engine, sources: Sequence[Source], reading: Reading, model: Model
) -> Standings:
    """Read edges and rank the people in them. Raises InputError if no edge is usable."""
    ledger = _read_edges(engine, sources, reading)
    engine.create(
        "pairs",
        """SELECT source, target, sum(weight) AS weight FROM edge_rows
        WHERE reason IS NULL AND source <> target GROUP BY source, target""",
    )
    engine.create(
        "nodes",
        """SELECT key, row_number() OVER (ORDER BY key) - 1 AS number FROM (
            SELECT source AS key FROM pairs UNION SELECT target FROM pairs) AS ends""",
    )
    ((people,),) = engine.rows("SELECT count(*) FROM nodes")
    ((edges,),) = engine.rows("SELECT count(*) FROM pairs")
    if not edges:
        files = ", ".join(source.where for source in sources)
        raise InputError(Message("there is no edge between two people"), files, REMEDY)
    pagerank = compute_pagerank(
        people,
        *engine.arrays(
            """SELECT origin.number AS origin, aim.number AS aim, weight FROM pairs
            JOIN nodes AS origin ON origin.key = source JOIN nodes AS aim ON aim.key = target"""
        ),
    )
    ranks = enumerate(_earn(pagerank.values, model).tolist())
    engine.load("ranks", {"number": "BIGINT", "earned": "DOUBLE"}, ranks)
    engine.create("standings", "SELECT key, earned FROM nodes JOIN ranks USING (number)")
    return Standings(ledger, people, edges, pagerank.steps, pagerank.change)


def _earn(ranks: Any, model: Model) -> Any:
    """Return the standing of each PageRank."""
    import numpy

    rule, logged = model.factors.network, numpy.log10(ranks)
    sd = logged.std()
    z = (logged - logged.mean()) / (sd if sd > CONVERGED else 1.0)
    return numpy.clip(rule.mean + rule.sd * z, *RATES["standing"])
