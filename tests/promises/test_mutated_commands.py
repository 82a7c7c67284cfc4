"""Any damage to an export of any network, under any command, ends in an answer or a refusal, never in a fault."""

import random
from pathlib import Path

import pytest

from klout_cli.cli.run import run
from klout_cli.errors import KloutError
from klout_cli.importers import LISTED
from tests.fuzz.targets import exports
from tests.fuzz.test_corpus import CORPUS
from tests.promises.test_mutated_exports import EXPORTS, damaged, small_files, zipped

COMMANDS = (
    (
        "score",
        "{export}",
        "-f",
        "json",
        "-f",
        "markdown",
        "-f",
        "html",
        "-f",
        "csv",
        "-o",
        "{folder}/all",
        "--force",
        "--include-private",
    ),
    ("score", "{export}", "--redact", "--no-history"),
    ("inspect", "{export}", "-v", "--include-private"),
    ("compare", "{export}", "--as-of", "2025-06-01", "--as-of", "2025-08-31"),
    ("compare", "{export}", "--period", "quarter"),
    ("explain", "resonance", "{export}", "--with-posts"),
    ("explain", "network", "{export}", "--redact"),
    ("audit", "{export}"),
    (
        "network",
        "{export}",
        "--merges",
        "--force",
        "--graph",
        "{folder}/graph.gexf",
        "--svg",
        "{folder}/network.svg",
    ),
    ("topics", "{export}"),
    ("report", "{export}", "-o", "{folder}/report.html", "--force"),
    ("report", "{export}", "--redact", "-f", "markdown", "-o", "{folder}/report.md", "--force"),
    ("hints", "{export}"),
    ("perks", "{export}"),
    ("init", "{export}", "-o", "{folder}/klout.yaml", "--force"),
)
ANSWERS = (0, 2, 3, 4)
NETWORKS = [name.lower() for _, name, _ in LISTED if (CORPUS / "exports" / name.lower()).exists()]


def test_almost_every_importer_has_an_export_in_the_corpus() -> None:
    assert len(NETWORKS) >= 0.9 * len(LISTED)


def damage_networks(network: str, times: int) -> None:
    data = (CORPUS / "exports" / network).read_bytes()
    for seed in range(times):
        try:
            exports(damaged({"": data}, random.Random(f"{network} {seed}"))[""])
        except KloutError as fault:
            assert fault.what, seed


@pytest.mark.parametrize("network", NETWORKS)
def test_a_damaged_export_of_any_network_is_read_or_refused(network: str) -> None:
    damage_networks(network, 10)


@pytest.mark.slow
@pytest.mark.parametrize("network", NETWORKS)
def test_many_damaged_exports_of_any_network_are_read_or_refused(network: str) -> None:
    damage_networks(network, 1000)


def try_commands(folder: Path, times: int) -> None:
    files = {name: data for export in EXPORTS for name, data in small_files(export).items()}
    for seed in range(times):
        export = folder / "all.zip"
        chance = random.Random(seed)
        export.write_bytes(zipped(damaged(damaged(files, chance), chance)))
        for command in COMMANDS:
            code = run([word.format(export=export, folder=folder) for word in command] + ["-q"])
            assert code in ANSWERS, (seed, command)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KLOUT_HOME", str(tmp_path))
    monkeypatch.setenv("KLOUT_TODAY", "2026-03-02")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_no_command_fails_at_damaged_exports(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try_commands(home, 2)


@pytest.mark.slow
def test_no_command_fails_at_many_damaged_exports(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try_commands(home, 100)
