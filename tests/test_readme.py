"""Everything README shows is run and compared with what it prints.

`pytest --golden` writes the outputs anew.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from klout_cli.cli.settings import Settings
from klout_cli.scoring.model import load
from klout_cli.scoring.structs import as_struct

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n\$ (?P<command>klout [^\n]*)\n(?P<shown>.*?)```", re.DOTALL)


def printed(command: str) -> str:
    arguments = [sys.executable, "-m", "klout_cli", *shlex.split(command)[1:]]
    environ = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KLOUT", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "LANG", "LC_"))
    }
    done = subprocess.run(
        arguments,
        cwd=ROOT,
        env=environ | {"COLUMNS": "110", "KLOUT_HOME": os.environ["KLOUT_HOME"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def test_every_block_shows_what_is_printed(request: pytest.FixtureRequest) -> None:
    text = README.read_text("utf-8")
    fresh = CONSOLE.sub(
        lambda block: f"```console\n$ {block['command']}\n{printed(block['command'])}```", text
    )
    if request.config.getoption("--golden"):
        README.write_text(fresh, "utf-8")
    assert len(CONSOLE.findall(text)) >= 3
    assert fresh == README.read_text("utf-8")


def test_the_two_commands_install_the_lock_and_ci_runs_them() -> None:
    commands = re.findall(r"^python3 -m venv.*$", README.read_text("utf-8"), re.MULTILINE)
    install = "python3 -m venv .venv && .venv/bin/pip install -q -c .ci/constraints.txt"
    assert commands == [
        f"{install} . && .venv/bin/klout demo",
        f"{install} '.[test]' && .venv/bin/pytest -n 2",
    ]
    assert "grep '^python3 -m venv' README.md" in (ROOT / ".ci/run").read_text("utf-8")


def test_the_settings_shown_are_valid() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    settings = as_struct(yaml.safe_load(shown), Settings, "README.md")
    assert settings.accounts["instagram:erika.beispiel"].ignore


def test_the_points_shown_are_the_models() -> None:
    shown = dict(
        re.findall(
            r"^\| ([A-Z][\w &]+) \| .*\? \| (\d\.\d\d) \|$", README.read_text("utf-8"), re.MULTILINE
        )
    )
    points = [round(points, 2) for points in load("klout").points.values()]
    assert [float(point) for point in shown.values()] == points
