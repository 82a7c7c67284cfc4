"""Any damage to an export ends in a report or a KloutError, and read = used + skipped for every file."""

import io
import random
import zipfile
from datetime import date
from pathlib import Path

import pytest

from klout_cli import details, pipeline
from klout_cli.errors import KloutError
from klout_cli.results import LedgerRow
from klout_cli.scoring.model import load
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading

SAMPLE = Path(__file__).parents[2] / "sample_data/erika/2025-09-01"
EXPORTS = sorted(path for path in SAMPLE.iterdir() if path.name != "klout.yaml")
HOSTILE = (
    b'"',
    b"\0",
    b"\xff",
    b"{",
    b"]",
    b";",
    b"\n",
    b"1e999",
    b"NaN",
    b"-1",
    b"true",
    b"null",
    b"=1+1",
    b"\xe2\x80\xae",
    b"\\ud800",
    b"99.99.9999",
)
QUICK, FULL = 6, 800


def small_files(path: Path) -> dict[str, bytes]:
    """Return the files of an export, the largest cut to a size that reads quickly."""
    files = (
        [path] if path.is_file() else [file for file in sorted(path.rglob("*")) if file.is_file()]
    )
    return {file.relative_to(path.parent).as_posix(): file.read_bytes()[:40_000] for file in files}


def damaged(files: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """Cut, repeat, insert into and overwrite some places of some files."""
    result = dict(files)
    for _ in range(chance.randint(1, 6)):
        name = chance.choice(sorted(result))
        data = result[name]
        at = chance.randint(0, len(data))
        end = min(len(data), at + chance.choice((0, 1, 3, 200)))
        insertion = chance.choice(
            (b"", *HOSTILE, data[at : at + 300], bytes(chance.randrange(256) for _ in range(4)))
        )
        result[name] = data[:at] if chance.random() < 0.1 else data[:at] + insertion + data[end:]
    return result


def zipped(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return archive.getvalue()


def conserved(ledger: tuple[LedgerRow, ...] | list[LedgerRow]) -> None:
    for row in ledger:
        assert row.read == row.used + row.skipped == row.used + sum(row.reasons.values())


def try_all(tmp_path: Path, export: Path, times: int) -> None:
    model, reading = load("klout"), Reading(latest=midnight(2026, 3, 3))
    files = small_files(export)
    for seed in range(times):
        chance = random.Random(f"{export.name} {seed}")
        data = zipped(damaged(files, chance))
        if chance.random() < 0.2:
            at = chance.randrange(len(data))
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        path = tmp_path / f"{export.name[:40]}.zip"
        path.write_bytes(data)
        options = pipeline.Options(
            paths=[path], model=model, reading=reading, today=date(2026, 3, 2)
        )
        try:
            inspections, others, _ = details.inspect(options)
            for inspection in inspections:
                conserved(inspection.ledger)
            conserved(others)
            conserved(pipeline.make_report(pipeline.measure_exports(options), model).ledger)
        except KloutError as fault:
            assert fault.what, seed


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name[:24])
def test_a_damaged_export_is_read_or_refused(tmp_path: Path, export: Path) -> None:
    try_all(tmp_path, export, QUICK)


@pytest.mark.slow
@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name[:24])
def test_many_damaged_exports_are_read_or_refused(tmp_path: Path, export: Path) -> None:
    try_all(tmp_path, export, FULL)
