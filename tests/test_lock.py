"""CI installs what was tested, and everything klout depends on is among it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (*project["dependencies"], *project["optional-dependencies"]["test"])
    return [Requirement(line) for line in lines]


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_has_a_version_of_every_dependency_within_its_bounds() -> None:
    lines = (ROOT / ".ci/constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    versions = {normalized(name): version for name, version in pins}
    assert not [
        str(requirement)
        for requirement in requirements()
        if not requirement.specifier.contains(versions.get(normalized(requirement.name), "0"))
    ]


def test_every_dependency_has_a_lower_bound() -> None:
    assert not [
        requirement.name for requirement in requirements() if ">=" not in str(requirement.specifier)
    ]


def test_ci_tries_the_lowest_version_of_every_dependency() -> None:
    command = (sys.executable, ROOT / ".ci/floors.py")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    floors = {floor.name: floor for floor in map(Requirement, done.stdout.splitlines())}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert floors.keys() == {Requirement(line).name for line in project["dependencies"]}
    for requirement in requirements():
        if floor := floors.get(requirement.name):
            (lowest,) = floor.specifier
            assert f">={lowest.version}" in str(requirement.specifier)
