"""What every room's tests share: a home of their own, and golden files, rewritten only by `pytest --golden` and then read as a diff."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klout_cli import __version__
from tests import cases
from tests.offline import sitecustomize as offline

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"
CASES = pytest.StashKey[cases.Found]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite the golden files instead of comparing with them",
    )


def pytest_configure() -> None:
    """Keep whatever a test keeps in a folder that goes with the run: no test sees or touches the history of who runs it."""
    os.environ["KLOUT_HOME"] = tempfile.mkdtemp(prefix="klout-tests-")
    os.environ["KLOUT_LANG"] = "en"
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # ignored where the suite runs in the background, and by all it starts


def pytest_runtest_protocol(item: pytest.Item) -> None:
    """Refuse every socket; Spark and browsers may talk to their own processes here."""
    offline.local = "spark" in item.nodeid or "/browser/" in item.nodeid


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["KLOUT_HOME"], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Look which cases of the catalogue have a test, before any is deselected.

    A part of the tests proves nothing of it.
    """
    if [config.invocation_params.dir / argument for argument in config.args] == [TESTS]:
        config.stash[CASES] = cases.found(item.nodeid for item in items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what a worker of xdist found to the process that prints."""
    if (
        CASES in session.config.stash
        and (output := getattr(session.config, "workeroutput", None)) is not None
    ):
        output["cases"] = session.config.stash[CASES]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take it from a worker: each has collected all tests."""
    if "cases" in getattr(node, "workeroutput", {}):
        node.config.stash[CASES] = node.workeroutput["cases"]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print which tests cover which case."""
    if CASES in config.stash:
        terminalreporter.section("cases of the catalogue of bad inputs")
        for line in cases.table(config.stash[CASES]):
            terminalreporter.write_line(line)


@pytest.fixture
def covered(request: pytest.FixtureRequest) -> cases.Found:
    """Return which tests there are of each case.

    Skipped where only a part of the tests was asked for.
    """
    if CASES not in request.config.stash:
        pytest.skip("only a part of the tests was asked for")
    return request.config.stash[CASES]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with tests/golden/NAME.

    The program's version stands there as VERSION, so that a release changes nothing.
    """

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        text = text.replace(__version__, "VERSION")
        if request.config.getoption("--golden"):
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_text(encoding="utf-8")

    return check
