"""The outcome of every file's rows, counted by the engine, and the usable rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.intake import EXAMPLES_KEPT
from klout_cli.importers.accounts_table import NO_CONSENT, NUMBERS, TOTAL, TWICE
from klout_cli.population.engine import Engine
from klout_cli.population.sql import text
from klout_cli.results import LedgerRow

ACCOUNT = ("key", "network", "account")
USED = ("cohort", "key", "person", "network", *NUMBERS)

Counted: TypeAlias = tuple[int, str | None, str | None, int]
"""File, reason, note and number of rows."""
Example: TypeAlias = tuple[int, int, int, str]
"""File, first line, number of rows and reason."""


class Population(Struct, frozen=True):
    """Many people's accounts in the view `accounts`, a row each with the columns of `USED`.

    `refused` people are left out of it.
    """

    ledger: tuple[LedgerRow, ...]
    refused: int


def settle(engine: Engine, staged: str, files: Sequence[str]) -> Population:
    """Create the view `accounts` of the usable rows of a table of `table.stage`.

    A person who refuses consent in one row is left out entirely; of rows of one account the first
    is used.
    """
    engine.create("refusing", f"SELECT DISTINCT key FROM {staged} WHERE refuses AND key <> ''")
    stays = f"refusing.key IS NULL OR COALESCE(reason = {text(TOTAL)}, FALSE)"
    columns = ", ".join(f"{staged}.{name}" for name in USED)
    judged = f"""(
        SELECT file, line, rows, note, wanted, account, {columns},
            CASE WHEN {stays} THEN reason ELSE {text(NO_CONSENT)} END AS reason
        FROM {staged} LEFT JOIN refusing ON {staged}.key = refusing.key) AS judged"""
    usable = "reason IS NULL AND note IS NULL"
    same = ", ".join(ACCOUNT)
    engine.create(
        "again",
        f"""
        SELECT file, line, rows, {text(TWICE)} AS reason, CAST(NULL AS VARCHAR) AS note FROM (
            SELECT file, line, rows,
                row_number() OVER (PARTITION BY {same} ORDER BY file, line) AS place
            FROM {judged} JOIN (
                SELECT {same} FROM {judged} WHERE {usable} GROUP BY {same} HAVING count(*) > 1
            ) AS several USING ({same}) WHERE {usable}
        ) AS repeated WHERE place > 1""",
    )
    listed = ", ".join(USED)
    engine.view(
        "accounts",
        f"""
        SELECT {listed} FROM {judged} LEFT JOIN (SELECT file, line, TRUE AS repeated FROM again)
            AS repeated USING (file, line)
        WHERE {usable} AND wanted AND repeated IS NULL""",
    )
    ((refused,),) = engine.rows("SELECT count(*) FROM refusing")
    counted = [*_counted(engine, judged), *_counted(engine, "again")]
    examples = [*_examples(engine, judged), *_examples(engine, "again")]
    return Population(_ledger(files, counted, examples), refused)


def ledger_of(engine: Engine, staged: str, files: Sequence[str]) -> tuple[LedgerRow, ...]:
    """Return the ledger of rows whose reasons are all known."""
    return _ledger(files, _counted(engine, staged), _examples(engine, staged))


def _counted(engine: Engine, rows: str) -> Iterable[Counted]:
    return engine.rows(
        "SELECT file, reason, note, CAST(sum(rows) AS BIGINT) FROM "
        f"{rows} GROUP BY file, reason, note"
    )


def _examples(engine: Engine, rows: str) -> Iterable[Example]:
    """Return each file's first unused rows."""
    return engine.rows(f"""
        SELECT file, line, rows, reason FROM (
            SELECT file, line, rows, reason,
                row_number() OVER (PARTITION BY file ORDER BY line) AS place
            FROM {rows} WHERE reason IS NOT NULL
        ) AS skipped WHERE place <= {EXAMPLES_KEPT}""")


def _ledger(
    files: Sequence[str], counted: Iterable[Counted], examples: Iterable[Example]
) -> tuple[LedgerRow, ...]:
    read: defaultdict[int, int] = defaultdict(int)
    reasons: defaultdict[int, dict[str, int]] = defaultdict(dict)
    notes: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for file, reason, note, rows in sorted(counted, key=_most_first):
        if note:
            notes[file][note] = rows
        elif reason != TWICE:  # repeated rows also count as usable above
            read[file] += rows
        if reason:
            reasons[file][reason] = rows
    places: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for file, line, rows, reason in sorted(examples):
        place = str(line) if rows == 1 else f"{line} to {line + rows - 1}"
        places[file].append((place, reason))
    return tuple(
        LedgerRow(
            where,
            read[file],
            read[file] - sum(reasons[file].values()),
            sum(reasons[file].values()),
            reasons[file],
            notes[file],
            tuple(places[file][:EXAMPLES_KEPT]),
        )
        for file, where in enumerate(files)
    )


def _most_first(row: Counted) -> tuple[Any, ...]:
    _, reason, note, rows = row
    return -rows, reason or "", note or ""
