"""CI installs what was tested, and everything klout depends on is among it."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def named(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_the_lock_holds_every_dependency_and_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / ".ci/constraints.txt").read_text("utf-8").splitlines()
    pinned = {named(line) for line in lines if re.fullmatch(r"[\w.-]+==[\w.+-]+", line)}
    assert {
        named(line)
        for line in (*project["dependencies"], *project["optional-dependencies"]["test"])
    } <= pinned
    assert "PIP_CONSTRAINT=.ci/constraints.txt" in (ROOT / ".ci/run").read_text("utf-8")


def test_every_dependency_has_a_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert not [line for line in project["dependencies"] if ">=" not in line]
