"""Pages that ship with klout are parsed once, and never older than what stands on disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import klout_cli
from klout_cli.bundled import bundled
from klout_cli.scoring.pages import read_yaml
from klout_cli.scoring.perks import SAMPLE
from tests.cli.processes import CLEAN, MANY_SECONDS, ROOT

PAGES = sorted(set(Path(klout_cli.__file__).parent.rglob("*.yaml")) - {SAMPLE})


@pytest.fixture(autouse=True)
def _kept_in_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "compiled").rglob("*.pyc"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_strict_yaml_and_says_the_same_compiled(page: Path, tmp_path: Path) -> None:
    strictly = read_yaml(page.read_text("utf-8"), page.name)
    assert bundled(page) == strictly  # as it is compiled
    assert len(compiled(tmp_path)) == 1
    assert bundled(page) == strictly  # as it was


def test_a_changed_page_is_read_anew(tmp_path: Path) -> None:
    page = tmp_path / "page.yaml"
    page.write_text("followers: 1\n", "utf-8")
    assert bundled(page) == {"followers": 1}
    page.write_text("followers: 2\n", "utf-8")
    os.utime(page, (0, 0))  # of the same size
    assert bundled(page) == {"followers": 2}
    page.write_text("followers: 22\n", "utf-8")
    os.utime(page, (0, 0))  # of the same date
    assert bundled(page) == {"followers": 22}


def test_pages_and_modules_of_one_name_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "names.py").write_text("tree = 'a module'\n", "utf-8")
    (tmp_path / "names.yaml").write_text("a: page\n", "utf-8")
    code = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
from pathlib import Path
from klout_cli.bundled import bundled
page = bundled(Path({str(tmp_path)!r}, "names.yaml"))
import names
assert (page, names.tree) == ({{"a": "page"}}, "a module")
"""
    for _ in range(2):
        python(code, tmp_path)
    assert len({file.name for file in compiled(tmp_path) if file.name.startswith("names.")}) == 2


def test_where_nothing_can_be_kept_pages_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "compiled").write_text("no folder", "utf-8")
    page = tmp_path / "page.yaml"
    page.write_text("followers: 1\n", "utf-8")
    assert bundled(page) == bundled(page) == {"followers": 1}


def test_the_standard_method_is_loaded_without_pyyaml_from_the_second_time_on(
    tmp_path: Path,
) -> None:
    code = "import sys; from klout_cli.scoring.model import load; load('professional'); print('yaml' in sys.modules)"
    assert [python(code, tmp_path) for _ in range(2)] == ["True\n", "False\n"]


def python(code: str, tmp_path: Path) -> str:
    env = {name: value for name, value in CLEAN.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(tmp_path / "compiled")
    ran = subprocess.run(
        (sys.executable, "-c", code),
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=MANY_SECONDS,
        check=True,
    )
    return ran.stdout
