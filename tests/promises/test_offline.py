"""Nothing leaves this computer: no command asks for a socket, and the system sees no call for one (reliability P8)."""

import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.processes import ERIKA, KLOUT, ROOT, X, python, start

STRACE = ("strace", "-f", "-qq", "-e", "trace=network", "-o")
traced = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
ADDRESS = ("203.0.113.1", 9)  # of a range kept for documentation
EARLIER = ERIKA.replace("2026-03-01", "2025-09-01")
# Every command with what it needs, in an order in which those that look at the history find one.
COMMANDS: dict[str, tuple[str, ...]] = {
    "first steps": (),
    "open": ("open",),  # nothing yet: what else it does is another program's
    "help": ("--help",),
    "version": ("--version",),
    "score": ("score", ERIKA),
    "score all formats": (
        "score",
        ERIKA,
        "-f",
        "json",
        "-f",
        "csv",
        "-f",
        "html",
        "-f",
        "markdown",
        "-o",
        "{folder}/all",
    ),
    "score private": ("score", ERIKA, "--include-private", "--no-history"),
    "inspect": ("inspect", ERIKA, "-v"),
    "compare": ("compare", EARLIER, ERIKA),
    "explain": ("explain", "resonance", ERIKA, "--with-posts"),
    "hints": ("hints",),
    "whatif": ("whatif", "--set", "x.followers=+10%"),
    "audit": ("audit", ERIKA),
    "report": ("report", ERIKA, "-o", "{folder}/report.html"),
    "report for an application": (
        "report",
        ERIKA,
        "--application",
        "-o",
        "{folder}/application.html",
    ),
    "verify": ("verify", "{folder}/application.html", ERIKA),
    "card": ("card", ERIKA, "-o", "{folder}/card.svg"),
    "team": ("team", "{folder}/client", "-o", "{folder}/team"),
    "perks": ("perks",),
    "network": (
        "network",
        ERIKA,
        "--merges",
        "--graph",
        "{folder}/graph.graphml",
        "--svg",
        "{folder}/network.svg",
    ),
    "topics": ("topics", ERIKA),
    "sources": ("sources",),
    "export": ("export", ERIKA, "-o", "{folder}/tables"),
    "rank": ("rank", f"{ERIKA}/accounts.csv", "-o", "{folder}/ranked.parquet"),
    "init": ("init", ERIKA, "-o", "{folder}/klout.yaml"),
    "map": ("map", f"{ERIKA}/posts.csv"),
    "config": ("config", "show"),
    "history list": ("history", "list"),
    "history show": ("history", "show", "latest"),
    "history export": ("history", "export"),
    "history repair": ("history", "repair"),
    "history forget": ("history", "forget", "--all"),
    "demo": ("demo",),
    "help topic": ("help", "privacy"),
    "a fault": ("score", "nowhere.zip"),
}


def placed(arguments: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    return tuple(word.format(folder=folder) for word in arguments)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: socket.socket(),
        lambda: socket.create_connection(ADDRESS, timeout=1),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: __import__("urllib.request").request.urlopen("http://example.org", timeout=1),
    ],
    ids=["socket", "connection", "name", "page"],
)
def test_p8_tests_have_no_sockets(ask: Callable[[], object]) -> None:
    with pytest.raises(RuntimeError, match="a socket is asked for"):
        ask()


def test_p8_processes_of_tests_have_none_either() -> None:
    done = python("import socket; socket.socket()")
    assert done.code == 1 and "a socket is asked for" in done.err


@traced
def test_p8_the_system_sees_no_network_call(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    env = {
        "KLOUT_HOME": str(tmp_path),
        "PYTHONPATH": "",
    }  # nothing refuses sockets before the system sees them
    shutil.copytree(ROOT / X, tmp_path / "client")
    (tmp_path / "client" / "klout.yaml").write_text("person: {consent: yes}", encoding="utf-8")
    for name, arguments in COMMANDS.items():
        done = start((*STRACE, str(trace), *KLOUT, *placed(arguments, tmp_path)), env)
        assert done.code == {"a fault": 5, "open": 3}.get(name, 0), (name, done.err)
        assert trace.read_text() == "", name


@traced
def test_p8_the_tracer_sees(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    asking = "import socket\nsocket.socket(socket.AF_UNIX).close()"
    start((*STRACE, str(trace), sys.executable, "-c", asking), {"PYTHONPATH": ""})
    assert "socket(" in trace.read_text()


def test_p8_every_command_is_among_them() -> None:
    from typer.main import get_command

    from klout_cli.cli.app import app

    assert set(get_command(app).commands) <= {
        arguments[0] for arguments in COMMANDS.values() if arguments
    }  # type: ignore[attr-defined]
    assert (ROOT / X).is_dir()
