"""What every room's tests share: golden files, rewritten only by `pytest --golden` and then read as a diff."""

from collections.abc import Callable
from pathlib import Path

import pytest

from klout_cli import __version__

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files instead of comparing with them")


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
