"""Heavy libraries are loaded by the commands that need them, and by no other (A31)."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.processes import ROOT, Ended, X, injected, klout, start

HEAVY = {"pandas", "numpy", "networkx", "duckdb", "scipy", "pyarrow", "pydantic"}
LIST = """
import atexit, json, os, sys
def tell():
    with open(os.environ["LOADED"], "w") as file:
        json.dump(sorted({name.partition(".")[0] for name in sys.modules}), file)
atexit.register(tell)
"""


def loaded(folder: Path, *arguments: str) -> tuple[Ended, set[str]]:
    """Run klout and return how it ended, and the names of all libraries it loaded."""
    names = folder / "loaded.json"
    env = {"LOADED": str(names), "KLOUT_HOME": str(folder)}
    done = start(injected(LIST, *arguments), env)
    return done, set(json.loads(names.read_text(encoding="utf-8")))


@pytest.fixture
def x_zip(tmp_path: Path) -> str:
    path = tmp_path / "twitter-2026-03-01.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((ROOT / X).rglob("*.*")):
            archive.write(file, file.relative_to(ROOT / X).as_posix())
    return str(path)


@pytest.mark.parametrize(
    "arguments", [(), ("--help",), ("--version",), ("sources",), ("score", "--help"), ("scor",)]
)
def test_a31_talk_loads_nothing_heavy(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    _, modules = loaded(tmp_path, *arguments)
    assert not modules & HEAVY


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_scoring_an_x_archive_loads_nothing_heavy(tmp_path: Path, x_zip: str, format: str) -> None:
    done, modules = loaded(tmp_path, "score", x_zip, "--format", format)
    assert done.code == 0
    assert not modules & HEAVY


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A history of two dates."""
    file = str(tmp_path_factory.mktemp("home") / "history.sqlite3")
    for day in ("2025-12-31", "2026-02-27"):
        assert klout("score", X, "--as-of", day, "--history", file).code == 0
    return file


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "resonance"),
        ("explain", "--formula"),
        ("compare",),
        ("compare", "--period", "month"),
        ("hints",),
        ("history", "list"),
        ("history", "show"),
    ],
    ids=" ".join,
)
def test_the_history_loads_nothing_heavy(
    tmp_path: Path, history: str, arguments: tuple[str, ...]
) -> None:
    done, modules = loaded(tmp_path, *arguments, "--history", history)
    assert done.code == 0, done.err
    assert not modules & HEAVY
