"""Edges between people: PageRank, and the standing derived from it.

An edge is a row (source, target, weight): the source follows, mentions or endorses the target; the
weight defaults to 1. Standing is a person's PageRank relative to all others, on the factor's scale:
its mean, and its SD per SD of log10 rank.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.importers.accounts_table import RATES, person_key
from klout_cli.person.pagerank import CONVERGED, compute_pagerank
from klout_cli.population.cells import Cells, Faults, Source, open_sheet
from klout_cli.population.engine import Engine
from klout_cli.population.ledger import ledger_of
from klout_cli.population.table import (
    COUNTED,
    NO_PERSON,
    Reasons,
    evidence,
    lowered,
    numbers,
    skipped_rows,
    telling_cells,
)
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
SCHEMA = pa.schema(
    [*COUNTED, ("source", pa.string()), ("target", pa.string()), ("weight", pa.float64())]
)


class Standings(Struct, frozen=True):
    """How PageRank went; the table `standings` has key and `earned`, 0 to 6.

    `people`, `edges` (pairs of different people), the number of `steps` and the last L1 `change`.
    """

    ledger: tuple[LedgerRow, ...]
    people: int
    edges: int
    steps: int
    change: float


class EdgeRows:
    """Reads one file of edges.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """

    def __init__(self, source: Source, reading: Reading) -> None:
        self.source = source
        self.reading = reading

    def __iter__(self) -> Iterator[Any]:
        """Yield record batches of SCHEMA."""
        sheet = self._sheet(Faults(self.source.where))
        telling: dict[str, str] = {}
        if "weight" in sheet.names - sheet.typed:
            for cells in sheet.blocks:
                telling_cells(cells.columns["weight"], telling)
        mark = "." if "weight" in sheet.typed else self.reading.decimal
        reader = rate_column(evidence(telling), mark, self.source.where, "weight", 0, LARGEST)
        intake = Faults(self.source.where)
        for cells in self._sheet(intake).blocks:
            yield self._batch(cells, reader, intake)
            yield from skipped_rows(self.source.number, intake, SCHEMA)
        yield from skipped_rows(self.source.number, intake, SCHEMA)

    def _sheet(self, intake: Faults) -> Any:
        sheet = open_sheet(self.source, intake, KNOWN, tuple(KNOWN), self.reading, REMEDY)
        if not {"source", "target"} <= sheet.names:
            raise InputError("no columns source and target", self.source.where, REMEDY)
        return sheet

    def _batch(self, cells: Cells, reader: Any, intake: Faults) -> Any:
        count = len(cells.lines)
        reasons = Reasons(count)
        ends = [
            lowered(pc.utf8_trim_whitespace(cells.columns[name]), person_key)
            for name in ("source", "target")
        ]
        ones = pa.array([1.0] * count, pa.float64())
        weights = (
            numbers(cells.columns["weight"], reader, reasons, intake)
            if "weight" in cells.columns
            else ones
        )
        weights = pc.fill_null(weights, 1.0)
        reasons.give(pc.less_equal(weights, 0.0), NO_WEIGHT)
        for end in ends:
            reasons.give(pc.equal(end, ""), NO_PERSON)
        file, rows = (
            pa.array([self.source.number] * count, pa.int32()),
            pa.array([1] * count, pa.int64()),
        )
        return pa.record_batch(
            [file, cells.lines, rows, reasons.texts, pa.nulls(count, pa.string()), *ends, weights],
            schema=SCHEMA,
        )


def standings(
    engine: Engine, sources: Sequence[Source], reading: Reading, model: Model
) -> Standings:
    """Read edges and rank the people in them. Raises InputError if no edge is usable."""
    engine.read("edge_rows", sources, lambda source: EdgeRows(source, reading), SCHEMA)
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
