"""Run klout as the processes people start: a clean environment, piped, closed or full streams, and terminals of any width."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
ERIKA = "sample_data/erika/2026-03-01"
X, LINKEDIN, INSTAGRAM = (
    f"{ERIKA}/x",
    f"{ERIKA}/Complete_LinkedInDataExport_02-28-2026",
    f"{ERIKA}/instagram-erika.beispiel-2026-02-28-Kq7mT2xW",
)
FACEBOOK, PAGES, GOOGLEPLUS, XING = (
    f"{ERIKA}/facebook-erika.beispiel-2026-02-28-Qz8LkP4w",
    f"{ERIKA}/business-suite",
    f"{ERIKA}/takeout-20190318T201509Z-001",
    f"{ERIKA}/xing-datenauskunft",
)
WORDPRESS, LINKEDIN_ANALYTICS = (
    f"{ERIKA}/kaffeepause.WordPress.2026-02-28.xml",
    f"{ERIKA}/Content_2025-12-01_2026-02-28_ErikaBeispiel.xlsx",
)
YOUTUBE = f"{ERIKA}/Videos 2024-10-07_2026-02-28 Kaffeepause am Flipchart"
KLOUT = (sys.executable, "-m", "klout_cli")
MANY_SECONDS = 120
# No settings of whoever runs the tests, no talk that depends on how fast it is, and no clock: the
# sample person's files are of 2026.
CLEAN = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "KLOUT_HOME": os.environ["KLOUT_HOME"],
    "KLOUT_TODAY": "2026-03-02",
    "KLOUT_NO_PROGRESS": "1",
    "TZ": "UTC",  # times of day are shown in the zone of the system
    "KLOUT_I_HAVE_CONSENT": "1",  # everybody in tests is invented
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONPATH": str(ROOT / "tests/offline"),  # refuses sockets
}


class Ended(NamedTuple):
    """How a process ended, and what it said."""

    code: int
    out: str
    err: str


def start(
    command: tuple[str, ...],
    env: Mapping[str, str] = {},
    cwd: Path = ROOT,
    timeout: int = MANY_SECONDS,
) -> Ended:
    """Run any command on pipes and an empty standard input."""
    done = subprocess.run(
        command,
        env={**CLEAN, **env},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=timeout,
        check=False,
    )
    return Ended(
        done.returncode,
        done.stdout.decode("utf-8", "backslashreplace"),
        done.stderr.decode("utf-8", "backslashreplace"),
    )


def klout(*arguments: str, env: Mapping[str, str] = {}, cwd: Path = ROOT) -> Ended:
    """Run klout on pipes."""
    return start((*KLOUT, *arguments), env, cwd)


@cache
def told(*arguments: str) -> Ended:
    """Run klout on pipes in the clean environment, each command once for all tests that look at it."""
    return klout(*arguments)


def shell(script: str, *arguments: str, env: Mapping[str, str] = {}) -> Ended:
    """Run klout from a script of sh, in which "$@" stands for it and its arguments."""
    return start(("sh", "-c", script, "sh", *KLOUT, *arguments), env)


def python(code: str, *arguments: str, env: Mapping[str, str] = {}) -> Ended:
    """Run klout after code that changes something inside it."""
    return start(injected(code, *arguments), env)


def injected(code: str, *arguments: str) -> tuple[str, ...]:
    """Return the command that runs code, and then klout."""
    return (
        sys.executable,
        "-c",
        f"{code}\nfrom klout_cli.__main__ import main\nmain()",
        *arguments,
    )


def terminal(
    *arguments: str,
    columns: int = 80,
    env: Mapping[str, str] = {},
    cwd: Path = ROOT,
    typed: str = "",
) -> str:
    """Run klout on a terminal of a width and return what appears there, line ends as the program wrote them.

    Where something is typed, the error stream, on which klout asks, is that terminal too.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environ = {**CLEAN, "TERM": "xterm-256color", **env}
    process = subprocess.Popen(
        (*KLOUT, *arguments),
        env=environ,
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if typed else None,
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # how Linux tells that the last writer has gone
        pass
    finally:
        os.close(ours)
        process.wait(MANY_SECONDS)
    return shown.decode().replace("\r\n", "\n")
