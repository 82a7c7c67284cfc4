"""The outcome of every file's rows, counted by the engine, and the usable rows."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import narwhals as nw
from msgspec import Struct

from klout_cli.files.intake import EXAMPLES_KEPT
from klout_cli.importers.accounts_table import NO_CONSENT, TOTAL, TWICE
from klout_cli.population.cells import Source
from klout_cli.population.engine import Engine, Frame
from klout_cli.population.table import SCHEMA, Choice, Rows
from klout_cli.results import LedgerRow
from klout_cli.values.reading import Reading

WITHOUT_CONSENT = "people without consent are left out of the ranking"


class Population(Struct, frozen=True):
    """Many people's accounts, one row each with the columns of `table.SCHEMA`.

    `refused` people are left out of it.
    """

    accounts: Frame
    ledger: tuple[LedgerRow, ...]
    refused: int


def read(engine: Engine, sources: Sequence[Source], reading: Reading, choice: Choice) -> Population:
    """Read tables of accounts.

    A person who refuses consent in one row is left out entirely. Raises InputError for a file that
    isn't such a table, AccessError for an unreadable one.
    """
    staged = engine.read(sources, lambda source: Rows(source, reading, choice), SCHEMA)
    refusing = engine.keep(
        staged.filter(nw.col("refuses"), nw.col("key") != "")
        .select("key")
        .unique()
        .with_columns(refusing=nw.lit(True))
    )
    judged = staged.join(refusing, on="key", how="left").with_columns(reason=_reason())
    usable = judged.filter(nw.col("reason").is_null(), nw.col("note").is_null()).drop("refusing")
    again = engine.keep(_again(usable))
    usable = usable.join(again, on=["file", "line"], how="anti")
    skipped = [
        *_rows(_counted(judged)),
        *_rows(_counted(again.with_columns(reason=nw.lit(TWICE), note=nw.lit(None, nw.String)))),
    ]
    examples = [*_rows(_first(judged)), *_rows(_first(again.with_columns(reason=nw.lit(TWICE))))]
    refused = int(refusing.select(nw.len()).collect().item())
    return Population(usable.filter(nw.col("wanted")), _ledger(sources, skipped, examples), refused)


def counted_rows(sources: Sequence[Source], rows: Frame) -> tuple[LedgerRow, ...]:
    """Return the ledger of rows whose reasons are all known."""
    return _ledger(sources, _rows(_counted(rows)), _rows(_first(rows)))


def _reason() -> Any:
    stays = nw.col("refusing").is_null() | (nw.col("reason") == TOTAL).fill_null(False)
    return nw.when(stays).then(nw.col("reason")).otherwise(nw.lit(NO_CONSENT))


def _again(usable: Frame) -> Frame:
    """Return (file, line) of rows that repeat an account."""
    same = ("key", "network", "account")
    several = usable.group_by(*same).agg(nw.len().alias("times")).filter(nw.col("times") > 1)
    rows = usable.select("file", "line", "rows", *same).join(several, on=list(same), how="inner")
    order = nw.col("line").cum_count().over(*same, order_by=["file", "line"])
    return rows.with_columns(place=order).filter(nw.col("place") > 1).select("file", "line", "rows")


def _counted(rows: Frame) -> Frame:
    return rows.group_by("file", "reason", "note").agg(nw.col("rows").sum().cast(nw.Int64))


def _first(rows: Frame) -> Frame:
    """Return each file's first unused rows."""
    skipped = rows.filter(~nw.col("reason").is_null())
    place = nw.col("line").cum_count().over("file", order_by="line")
    return (
        skipped.with_columns(place=place)
        .filter(nw.col("place") <= EXAMPLES_KEPT)
        .select("file", "line", "rows", "reason")
    )


def _rows(frame: Frame) -> list[dict[str, Any]]:
    return list(frame.collect().iter_rows(named=True))


def _ledger(
    sources: Sequence[Source], counted: Sequence[dict[str, Any]], examples: Sequence[dict[str, Any]]
) -> tuple[LedgerRow, ...]:
    read: defaultdict[int, int] = defaultdict(int)
    reasons: defaultdict[int, dict[str, int]] = defaultdict(dict)
    notes: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for row in sorted(
        counted, key=lambda row: (-row["rows"], row["reason"] or "", row["note"] or "")
    ):
        if row["note"]:
            notes[row["file"]][row["note"]] = row["rows"]
        elif row["reason"] != TWICE:  # repeated rows also count as usable above
            read[row["file"]] += row["rows"]
        if row["reason"]:
            reasons[row["file"]][row["reason"]] = row["rows"]
    places: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in sorted(examples, key=lambda row: (row["file"], row["line"])):
        line, rows = row["line"], row["rows"]
        places[row["file"]].append(
            (str(line) if rows == 1 else f"{line} to {line + rows - 1}", row["reason"])
        )
    ledger = []
    for source in sources:
        why, total = reasons[source.number], read[source.number]
        lost = sum(why.values())
        first = tuple(places[source.number][:EXAMPLES_KEPT])
        ledger.append(
            LedgerRow(source.where, total, total - lost, lost, why, notes[source.number], first)
        )
    return tuple(ledger)
