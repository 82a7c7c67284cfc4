"""The manual page that is installed says what --help says; `pytest --golden` writes it anew."""

import shutil
import subprocess

import pytest

from tests.cli.processes import ROOT
from tests.manual import page

PAGE = ROOT / "klout_cli" / "cli" / "klout.1"


def test_the_manual_page_is_of_today(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--golden"):
        PAGE.write_text(page(), encoding="utf-8")
    assert page() == PAGE.read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_groff_has_nothing_to_say_about_it() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tascii", str(PAGE)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "klout score twitter-2026-03-01.zip" in " ".join(done.stdout.split())


def test_it_is_installed_where_man_looks() -> None:
    assert '"klout_cli/cli/klout.1" = "share/man/man1/klout.1"' in (
        ROOT / "pyproject.toml"
    ).read_text(encoding="utf-8")
