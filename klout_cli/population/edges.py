"""Edges between people: PageRank, and the standing derived from it.

An edge is a row (source, target, weight): the source follows, mentions or endorses the target; the
weight defaults to 1. Standing is a person's PageRank relative to all others, on the factor's scale:
its mean, and its SD per SD of log10 rank.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.importers.accounts_table import RATES
from klout_cli.person.pagerank import CONVERGED, compute_pagerank
from klout_cli.population.cells import Source, open_sheet
from klout_cli.population.engine import Engine
from klout_cli.population.ledger import ledger_of
from klout_cli.population.readings import PLAIN, Readings, read_text
from klout_cli.population.sql import text
from klout_cli.population.table import NO_PERSON
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import Model
from klout_cli.values.cells import rate_column
from klout_cli.values.reading import Reading

KNOWN = {
    "source": frozenset(("source", "from", "von", "quelle")),
    "target": frozenset(("target", "to", "an", "ziel")),
    "weight": frozenset(("weight", "gewicht")),
}
REMEDY = "name the columns: source, target, weight"
LARGEST = 1e12
NO_WEIGHT = "weight not above 0"
ROW = {
    **{"file": "BIGINT", "line": "BIGINT", "rows": "BIGINT", "reason": "VARCHAR"},
    **dict.fromkeys(("note", "source", "target"), "VARCHAR"),
    "weight": "DOUBLE",
}


class Standings(Struct, frozen=True):
    """How PageRank went; the table `standings` has key and `earned`, 0 to 6.

    `people`, `edges` (pairs of different people), the number of `steps` and the last L1 `change`.
    """

    ledger: tuple[LedgerRow, ...]
    people: int
    edges: int
    steps: int
    change: float


def _stage(engine: Engine, source: Source, reading: Reading) -> str:
    """Load one file of edges, and return the query of its rows.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """
    number = source.number
    sheet = open_sheet(engine, f"links_{number}", source, KNOWN, tuple(KNOWN), reading, REMEDY)
    if not {"source", "target"} <= sheet.names:
        raise InputError("no columns source and target", source.where, REMEDY)
    readings = Readings(engine, sheet)
    for name in ("source", "target"):
        readings.add(name, name, PLAIN, read_text)
    if "weight" in sheet.names:
        readings.add_number("weight", partial(_weights, source.where), reading.decimal, rate=True)
    readings.read()
    weight, why = "1e0", ""
    if "weight" in sheet.names:
        weight, reason = (
            f"COALESCE({readings.number('weight')}, 1e0)",
            readings.of("weight", "reason"),
        )
        why = f"WHEN {reason} IS NOT NULL THEN {reason}"
    ends = readings.key("source"), readings.key("target")
    engine.create(
        f"edges_{number}",
        f"""SELECT {number} AS file, line, rows,
            CASE WHEN cells.reason IS NOT NULL THEN cells.reason {why}
                WHEN {weight} <= 0 THEN {text(NO_WEIGHT)}
                WHEN {ends[0]} = '' OR {ends[1]} = '' THEN {text(NO_PERSON)} END AS reason,
            CAST(NULL AS VARCHAR) AS note,
            {ends[0]} AS source, {ends[1]} AS target, {weight} AS weight
        FROM {readings.joined}""",
    )
    readings.drop()
    notes = (
        (number, None, rows, None, note, None, None, None) for note, rows in readings.notes.items()
    )
    engine.load(f"edge_notes_{number}", ROW, notes)
    return f"SELECT * FROM edges_{number} UNION ALL SELECT * FROM edge_notes_{number}"


def _weights(where: str, cells: Any, preferred: str) -> Any:
    return rate_column(cells, preferred, where, "weight", 0, LARGEST)


def standings(
    engine: Engine, sources: Sequence[Source], reading: Reading, model: Model
) -> Standings:
    """Read edges and rank the people in them. Raises InputError if no edge is usable."""
    parts = [_stage(engine, source, reading) for source in sources]
    engine.view("edge_rows", " UNION ALL ".join(parts))
    engine.create(
        "pairs",
        """SELECT source, target, sum(weight) AS weight FROM edge_rows
        WHERE reason IS NULL AND note IS NULL AND source <> target GROUP BY source, target""",
    )
    engine.create(
        "nodes",
        """SELECT key, row_number() OVER (ORDER BY key) - 1 AS number FROM (
            SELECT source AS key FROM pairs UNION SELECT target FROM pairs) AS ends""",
    )
    ((people,),) = engine.rows("SELECT count(*) FROM nodes")
    ((edges,),) = engine.rows("SELECT count(*) FROM pairs")
    files = [source.where for source in sources]
    if not edges:
        raise InputError("no edge between two people", ", ".join(files), REMEDY)
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
    ledger = ledger_of(engine, "edge_rows", files)
    return Standings(ledger, people, edges, pagerank.steps, pagerank.change)


def _earn(ranks: Any, model: Model) -> Any:
    """Return the standing of each PageRank."""
    import numpy

    rule, logged = model.factors.network, numpy.log10(ranks)
    sd = logged.std()
    z = (logged - logged.mean()) / (sd if sd > CONVERGED else 1.0)
    return numpy.clip(rule.mean + rule.sd * z, *RATES["standing"])
