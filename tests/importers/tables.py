"""Small tables for the tests of the table importers, and how to read one."""

import io
from pathlib import Path

from klout_cli.files.container import Member
from klout_cli.importers.interface import Importer
from klout_cli.person.rows import Export
from klout_cli.results import LedgerRow
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

FIXTURES = Path(__file__).parents[2] / "../shared/fixtures"
LATEST = midnight(2026, 3, 3)


def member(text: str | bytes, name: str = "kept.csv") -> Member:
    data = text.encode() if isinstance(text, str) else text
    return Member("", name, len(data), lambda: io.BytesIO(data))


def extract(importer: Importer, text: str | bytes, **reading: object) -> list[Export]:
    return importer.extract([member(text)], Reading(latest=LATEST, **reading))  # type: ignore[arg-type]


def ledger(exports: list[Export]) -> LedgerRow:
    """The one row of the ledger a table makes; read = used + skipped always."""
    (row,) = [row for export in exports for row in export.ledger]
    assert row.read == row.used + row.skipped
    assert row.skipped == sum(row.reasons.values())
    return row


def day(year: int, month: int, date: int) -> int:
    return midnight(year, month, date)
