"""Small snapshots of invented people, each unlike the others."""

import sqlite3
from contextlib import closing
from pathlib import Path

from klout_cli.results import Measured, Measurement, ModelName, Score, Snapshot, Window

MODEL = ModelName("klout", 1, "sha256:00", True)
SCORE = Score(52.5, 48.0, 57.0, 0.75, 83.0)
ANNA = "Anna Beispiel"


def snapshot(
    number: int = 0,
    person: str = ANNA,
    as_of: str = "2026-03-01",
    network: str = "x",
    handle: str = "anna_b",
) -> Snapshot:
    """Return what was measured of one account, of several pages' size as real ones are.

    The number makes it another.
    """
    found = Measurement(
        "audience",
        "measured",
        {"followers": number, "metric": "followers", "mean": None, "list": ((1, 0.5, "a"),)},
    )
    window = Window("2025-12-01", as_of, 12)
    padding = Measurement("resonance", "missing", {}, "no reactions in this export " * 350)
    account = Measured(
        f"{network}:{handle}",
        network,
        handle,
        as_of,
        as_of,
        window,
        (found, padding),
        crowd=((number, 1),),
    )
    return Snapshot(person, as_of, (account,))


def numbers(path: Path) -> list[int]:
    """Return the numbers of the snapshots in a file in the order they were kept, as SQLite alone reads them once it finds no fault."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return []
        return [
            row[0]
            for row in db.execute(
                "SELECT snapshot ->> '$.measured[0].crowd[0][0]' FROM kept ORDER BY id"
            )
        ]
