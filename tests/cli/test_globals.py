"""What holds for every command: global options anywhere, colours, encodings, and nothing around a process that changes its answer."""

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from klout_cli import __version__
from tests.cli.processes import ERIKA, KLOUT, ROOT, X, klout, start, told
from tests.cli.processes import terminal as on_terminal

SHADES = re.compile(r"\x1b\[[\d;]*m")
JSON = ("score", ERIKA, "--format", "json")


@pytest.mark.parametrize(
    "option",
    [
        "--plain",
        "--ascii",
        "-v",
        "--verbose",
        "-q",
        "--quiet",
        "--debug",
        "--color never",
        "--color=always",
    ],
)
def test_global_options_stand_before_or_behind_the_command(option: str) -> None:
    before, behind = told(*option.split(), "inspect", X), told("inspect", X, *option.split())
    assert before.code == 0 and before == behind


def test_what_follows_two_dashes_is_a_path() -> None:
    done = klout("score", "--", "--plain")
    assert done.code == 5 and "--plain" in done.err
    assert told("score", "--ascii", "--", X).out == told("score", X, "--ascii").out


def test_the_version_is_one_line() -> None:
    for arguments in (("--version",), ("-q", "--version"), ("--version", "score")):
        assert klout(*arguments) == (0, f"klout {__version__}\n", "")


def test_the_command_and_the_module_are_one() -> None:
    command = shutil.which("klout", path=str(Path(sys.executable).parent))
    assert command, "klout is not installed beside this Python"
    assert start((command, "--help")) == told("--help")
    assert start((command, "sources")) == told("sources")


def test_w12_the_module_imports_nothing_from_the_working_folder(tmp_path: Path) -> None:
    """A file beside exports that is named like a module or a plug-in of ours stays unread."""
    hostile = 'raise SystemExit("imported from the working folder")'
    for name in ("msgspec", "typer", "yaml", "signal", "pathlib", "evil"):
        (tmp_path / f"{name}.py").write_text(hostile, encoding="utf-8")
    plugin = tmp_path / "evil-1.0.dist-info"
    plugin.mkdir()
    (plugin / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (plugin / "entry_points.txt").write_text("[klout_cli.importers]\nevil = evil:Evil\n")
    shutil.copytree(ROOT / X, tmp_path / "x")
    done = klout("score", "x", "--format", "json", cwd=tmp_path)
    assert done == told("score", X, "--format", "json")


def test_the_module_runs_from_a_checkout_that_is_not_installed() -> None:
    elsewhere = [path for path in sys.path if Path(path) not in (ROOT, ROOT / "tests")]
    command = (sys.executable, "-S", "-m", "klout_cli")
    env = {"PYTHONPATH": os.pathsep.join(elsewhere)}
    assert start((*command, "sources"), env).out == told("sources").out


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_scripts(name: str) -> None:
    script = klout(env={"_KLOUT_COMPLETE": f"source_{name}"})
    assert script.code == 0 and "_KLOUT_COMPLETE" in script.out
    assert "\x1b" not in script.out


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_takes_its_completion_and_gets_answers() -> None:
    script = """
eval "$("$@" --show-completion)"
COMP_WORDS=(klout s); COMP_CWORD=1
_klout_completion "$0"
echo "${COMPREPLY[@]}"
"""
    command = shutil.which("klout", path=str(Path(sys.executable).parent)) or ""
    shown = start(("bash", "-c", script, command, *KLOUT))
    assert (shown.code, shown.out) == (0, "score sources\n")


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("s", {"score", "sources"}),
        ("score --form", {"--format"}),
        ("sources li", {"linkedin"}),
        ("score --format ", {"table", "json", "csv", "markdown", "html"}),
    ],
)
def test_completion_answers(words: str, answers: set[str]) -> None:
    env = {
        "_KLOUT_COMPLETE": "complete_bash",
        "COMP_WORDS": f"klout {words}",
        "COMP_CWORD": str(len(f"klout {words}".split(" ")) - 1),
    }
    assert set(klout(env=env).out.split()) == answers


# (environment, on a terminal, option) -> colours; the flag goes before all, then NO_COLOR,
# FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM.
COLOURS: tuple[tuple[Mapping[str, str], bool, str, bool], ...] = (
    ({}, True, "auto", True),
    ({}, False, "auto", False),
    ({}, True, "never", False),
    ({}, False, "always", True),
    ({"NO_COLOR": "1"}, True, "auto", False),
    ({"NO_COLOR": ""}, True, "auto", True),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, "auto", False),
    ({"NO_COLOR": "1"}, False, "always", True),
    ({"FORCE_COLOR": "1"}, False, "auto", True),
    ({"FORCE_COLOR": "1"}, False, "never", False),
    ({"FORCE_COLOR": "0"}, True, "auto", False),
    ({"CLICOLOR_FORCE": "1"}, False, "auto", True),
    ({"CLICOLOR": "0"}, True, "auto", False),
    ({"TERM": "dumb"}, True, "auto", False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, "auto", True),
    ({"TERM": ""}, True, "auto", True),
    ({"TERM": "unknown"}, True, "auto", False),
    ({"TERM": "dumb"}, True, "always", True),
    ({"TERM": "dumb", "CLICOLOR_FORCE": "1"}, False, "auto", True),
    ({"CLICOLOR": "0", "FORCE_COLOR": "1"}, False, "auto", True),
    ({"CLICOLOR": "1"}, False, "auto", False),
    ({"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}, True, "auto", False),
    ({"CLICOLOR_FORCE": "0"}, True, "auto", False),
    ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, True, "auto", False),
    ({"NO_COLOR": "1", "TERM": "dumb"}, True, "never", False),
    ({"ACCESSIBLE": "1"}, True, "auto", False),
    ({"ACCESSIBLE": "1", "FORCE_COLOR": "1"}, True, "always", False),
)


@pytest.mark.parametrize(("env", "terminal", "option", "coloured"), COLOURS)
def test_l4_truth_table_of_colours(
    env: Mapping[str, str], terminal: bool, option: str, coloured: bool
) -> None:
    arguments = ("sources", "--color", option)
    shown = on_terminal(*arguments, env=env) if terminal else klout(*arguments, env=env).out
    assert ("\x1b" in shown) == coloured
    assert "\x1b" not in SHADES.sub("", shown), "nothing but colours"


@pytest.mark.parametrize(("columns", "widest"), [("1", 40), ("20", 40), ("60", 60), ("10000", 200)])
def test_l3_a_width_in_the_environment_is_kept_between_40_and_200(
    columns: str, widest: int
) -> None:
    assert max(map(len, klout("sources", env={"COLUMNS": columns}).out.splitlines())) <= widest


@pytest.mark.parametrize("columns", ["0", "abc", "", "-5"])
def test_l3_what_is_no_width_is_ignored(columns: str) -> None:
    assert klout("sources", env={"COLUMNS": columns}) == told("sources")


ENCODINGS = {
    "L1 C locale": {"LC_ALL": "C"},
    "L1 C locale without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "L1 ASCII": {"PYTHONIOENCODING": "ascii"},
    "L1 cp1252": {"PYTHONIOENCODING": "cp1252"},
    "L2 a locale that is not installed": {"LC_ALL": "de_DE.UTF-8"},
}


@pytest.mark.parametrize("env", ENCODINGS.values(), ids=ENCODINGS)
def test_no_character_is_a_fault(env: Mapping[str, str]) -> None:
    for arguments in ((), ("score", X, "-v"), ("score", "nöwhere.zip")):
        done = klout(*arguments, env=env)
        assert done.code == (5 if "nöwhere.zip" in arguments else 0)
        assert "Traceback" not in done.err
        assert done.out.isascii() or env.get("PYTHONIOENCODING") != "ascii"
    assert klout("score", X, "-f", "json", env=env).out == told("score", X, "-f", "json").out


AROUND = {
    "-O": {"PYTHONOPTIMIZE": "1"},
    "warnings": {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 4711": {"PYTHONHASHSEED": "4711"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "odd time zone": {"TZ": "nowhere/at-all"},
    "language": {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"},
    "terminal": {"COLUMNS": "60", "FORCE_COLOR": "1"},
}


@pytest.mark.parametrize("env", AROUND.values(), ids=AROUND)
def test_l8_nothing_around_changes_the_answer(env: Mapping[str, str]) -> None:
    done = klout(*JSON, env=env)
    assert (done.code, done.err) == (0, "")
    assert done.out == told(*JSON).out


def test_l8_another_working_folder(tmp_path: Path) -> None:
    away = klout("score", str(ROOT / ERIKA), "--format", "json", cwd=tmp_path)
    assert away.out == told(*JSON).out
    inside = klout("score", ".", "--format", "json", cwd=ROOT / ERIKA)
    assert inside.out == told(*JSON).out


def test_a11_the_order_of_arguments_changes_nothing() -> None:
    paths = sorted(f"{ERIKA}/{path.name}" for path in (ROOT / ERIKA).iterdir())
    turned = klout("score", *reversed(paths), "--format", "json")
    assert turned.code == 0
    assert turned.out == klout("score", *paths, "--format", "json").out


def test_a11_other_names_and_another_order_on_disk_change_the_ledger_only(tmp_path: Path) -> None:
    """Tables and archives get other names, but those that carry the date of a download: LinkedIn's and Instagram's folders."""
    renamed = {
        "x": "zuletzt",
        "posts.csv": "a.csv",
        "accounts.csv": "b.csv",
        "account_analytics_content_2025-12-01_2026-02-26.csv": "c.csv",
    }
    for path in sorted((ROOT / ERIKA).iterdir(), reverse=True):
        (shutil.copytree if path.is_dir() else shutil.copy)(
            path, tmp_path / renamed.get(path.name, path.name)
        )
    reports = [
        json.loads(klout("score", str(tmp_path), "--format", "json").out),
        json.loads(told(*JSON).out),
    ]
    for report in reports:
        report["ledger"] = sorted(
            (row["read"], row["used"], sorted(row["reasons"].items())) for row in report["ledger"]
        )
    assert reports[0] == reports[1]


def test_s6_no_home_at_all() -> None:
    for env in (
        {"HOME": ""},
        {"HOME": "/dev/null", "XDG_CONFIG_HOME": "/dev/null", "KLOUT_HOME": ""},
        {"KLOUT_HOME": "/dev/null"},
    ):
        assert klout("score", X, env=env).code == 0
