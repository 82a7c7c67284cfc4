"""What every room's tests share: a home of their own, and golden files, rewritten only by `pytest --golden` and then read as a diff."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from klout_cli import __version__

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files instead of comparing with them")


def pytest_configure() -> None:
    """Keep whatever a test keeps in a folder that goes with the run: no test sees or touches the history of who runs it."""
    os.environ["KLOUT_HOME"] = tempfile.mkdtemp(prefix="klout-tests-")


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["KLOUT_HOME"], ignore_errors=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with tests/golden/NAME; the program's version stands there as VERSION, so that a release changes nothing."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        text = text.replace(__version__, "VERSION")
        if request.config.getoption("--golden"):
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_text(encoding="utf-8")

    return check
