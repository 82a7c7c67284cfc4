"""What a command does not need, it does not load: start-up time counts (performance §1, A31)."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from klout_cli.cli.app import COMMANDS
from tests.cli.processes import LINKEDIN, ROOT, Ended, X, injected, klout, start

HEAVY = {"pandas", "numpy", "networkx", "scipy", "pydantic", "pyarrow", "narwhals"}
LIST = """
import atexit, json, os, sys
def tell():
    with open(os.environ["LOADED"], "w") as file:
        json.dump(sorted({".".join(name.split(".")[:int(os.environ["DEPTH"])]) for name in sys.modules}), file)
atexit.register(tell)
"""


def loaded(
    folder: Path, *arguments: str, env: Mapping[str, str] = {}, depth: int = 1
) -> tuple[Ended, set[str]]:
    """Run klout and return how it ended, and the names of all modules it loaded, `depth` parts of each."""
    told = folder / "loaded.json"
    done = start(injected(LIST, *arguments), {"LOADED": str(told), "DEPTH": str(depth), **env})
    return done, set(json.loads(told.read_text(encoding="utf-8")))


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


def test_the_version_loads_no_command_line_at_all(tmp_path: Path) -> None:
    _, modules = loaded(tmp_path, "--version")
    assert not modules & {"typer", "rich", "msgspec", "yaml", "pathlib"}


def test_help_reads_no_model(tmp_path: Path) -> None:
    _, modules = loaded(tmp_path, "--help")
    assert not modules & {"yaml", "msgspec"}


def test_a_command_loads_no_other(tmp_path: Path) -> None:
    _, modules = loaded(tmp_path, "hints", "--help", depth=3)
    assert modules & {f"klout_cli.cli.{name}" for name in COMMANDS} == {"klout_cli.cli.hints"}


def test_without_settings_the_history_is_listed_without_a_model(tmp_path: Path) -> None:
    done, modules = loaded(tmp_path, "history", "list", env={"KLOUT_HOME": str(tmp_path)})
    assert done.code == 0
    assert "yaml" not in modules


@pytest.mark.parametrize("command", ["list", "show"])
def test_the_history_loads_nothing_heavy(tmp_path: Path, x_zip: str, command: str) -> None:
    loaded(tmp_path, "score", x_zip)
    done, modules = loaded(tmp_path, "history", command, "--person", "x:erika_beratet")
    assert done.code == 0
    assert not modules & HEAVY


def test_what_keeps_nothing_loads_no_database(tmp_path: Path, x_zip: str) -> None:
    _, modules = loaded(tmp_path, "score", x_zip, "--no-history")
    assert "sqlite3" not in modules


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_scoring_an_x_archive_loads_nothing_heavy(tmp_path: Path, x_zip: str, format: str) -> None:
    done, modules = loaded(tmp_path, "score", x_zip, "--format", format)
    assert done.code == 0
    assert not modules & HEAVY


@pytest.mark.parametrize("arguments", [(), ("--period", "month"), ("--format", "json")])
def test_comparing_dates_of_the_history_loads_nothing_heavy_and_no_importer(
    tmp_path: Path, x_zip: str, arguments: tuple[str, ...]
) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    for day in ("2025-12-31", "2026-02-27"):
        assert klout("score", x_zip, "--as-of", day, env=env).code == 0
    done, modules = loaded(tmp_path, "compare", *arguments, env=env, depth=2)
    assert done.code == 0, done.err
    assert not modules & (HEAVY | {"klout_cli.importers", "klout_cli.pipeline"})


@pytest.mark.parametrize(
    "asked",
    [
        ("explain",),
        ("explain", "resonance"),
        ("explain", "--formula"),
        ("hints",),
        ("audit",),
        ("topics",),
        ("perks",),
    ],
)
def test_what_is_asked_of_the_history_loads_nothing_heavy_and_no_importer(
    tmp_path: Path, x_zip: str, asked: tuple[str, ...]
) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    assert klout("score", x_zip, env=env).code == 0
    done, modules = loaded(tmp_path, *asked, env=env, depth=2)
    assert done.code == 0, done.err
    assert not modules & (HEAVY | {"klout_cli.importers"})


def test_no_yaml_is_parsed_from_the_second_time_on(tmp_path: Path, x_zip: str) -> None:
    env = {
        "KLOUT_HOME": str(tmp_path),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    for asked in (
        ("score", x_zip),
        ("explain", "resonance"),
        ("hints",),
        ("history", "show"),
        ("audit",),
    ):
        loaded(tmp_path, *asked, env=env)
        done, modules = loaded(tmp_path, *asked, env=env)
        assert done.code == 0, done.err
        assert "yaml" not in modules, asked


def test_linkedin_loads_no_tables_of_many_people(tmp_path: Path) -> None:
    done, modules = loaded(tmp_path, "score", LINKEDIN)
    assert done.code == 0
    assert not modules & (HEAVY - {"networkx", "numpy", "scipy"})
