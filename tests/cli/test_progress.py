"""Progress on the error stream: on a terminal one line that goes again, elsewhere rare lines.

Never beside a result, off when asked.
"""

import io
import os
import pty
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest

from klout_cli.cli.progress import SELDOM, ProgressLine, SlowNotice, choose_line
from klout_cli.files.limits import Limits
from klout_cli.files.progress import Progress
from klout_cli.importers.read import read
from klout_cli.values.reading import Reading
from tests.cli.processes import CLEAN, MANY_SECONDS, ROOT, X, injected, python, start

SLOW = """
import sys, time
from klout_cli.cli import progress
from klout_cli.importers.x import XArchive
progress.FIRST = progress.SELDOM = progress.REDRAW = 0.05
extract = XArchive.extract
def slowly(members, reading):
    found = extract(members, reading)
    print("read", flush=True)
    time.sleep(2)
    return found
XArchive.extract = staticmethod(slowly)
"""

PATIENT = """
from threading import Event
from klout_cli.cli import progress
from klout_cli.importers.x import XArchive
told, tell, extract = Event(), progress.SlowNotice._print_notice, XArchive.extract
def heard(self, line):
    tell(self, line)
    told.set()
def slowly(members, reading):
    told.wait(4)
    return extract(members, reading)
progress.SlowNotice._print_notice, XArchive.extract = heard, staticmethod(slowly)
"""


class Line(io.StringIO):
    """A terminal, or a file, that tells when something was written to it."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal
        self.told = Event()

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        written = super().write(text)
        self.told.set()
        return written


def typed(*arguments: str, env: Mapping[str, str] = {}, stop: bool = False) -> tuple[int, str]:
    """Run a slow score with its error stream on a terminal.

    Return its code and what appears there. `stop`: Ctrl-C after the first line.
    """
    ours, theirs = pty.openpty()
    command = injected(SLOW, "score", X, "--no-history", *arguments)
    environ = {name: value for name, value in CLEAN.items() if name != "KLOUT_NO_PROGRESS"} | {
        "TERM": "xterm",
        **env,
    }
    with subprocess.Popen(
        command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
                if stop:
                    process.send_signal(signal.SIGINT)
                    stop = False
        except OSError:  # how Linux tells that the last writer has gone
            pass
        process.communicate(timeout=MANY_SECONDS)
    os.close(ours)
    return process.returncode, shown.decode()


def left(shown: str) -> str:
    """Return what stays on a terminal whose lines are written over from their start."""
    lines = []
    for line in shown.replace("\r\n", "\n").split("\n"):
        seen = ""
        for piece in line.split("\r"):
            seen = piece + seen[len(piece) :]
        lines.append(seen.rstrip())
    return "\n".join(lines).strip()


def test_on_a_terminal_one_line_is_redrawn_and_goes() -> None:
    code, shown = typed()
    assert code == 0
    assert re.search(r"klout: reading x, 0\.\d of 0\.\d MB", shown)
    assert left(shown) == "" and "\n" not in shown and "\x1b" not in shown


def test_s12_after_ctrl_c_the_line_is_clear() -> None:
    code, shown = typed(stop=True)
    assert code == 130
    assert "reading x" in shown and left(shown).replace("^C", "") == ""


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(("--plain",), {}), ((), {"ACCESSIBLE": "1"}), ((), {"TERM": "dumb"})],
    ids=["plain", "accessible", "dumb"],
)
def test_where_nothing_may_move_lines_stay(
    arguments: tuple[str, ...], env: Mapping[str, str]
) -> None:
    code, shown = typed(*arguments, env=env)
    assert code == 0
    assert shown.startswith("klout: reading x, ") and shown.count("\r") == shown.count("\r\n")


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(("-q",), {}), (("--no-progress",), {}), ((), {"KLOUT_NO_PROGRESS": "1"})],
    ids=["quiet", "flag", "environment"],
)
def test_it_can_be_switched_off(arguments: tuple[str, ...], env: Mapping[str, str]) -> None:
    assert typed(*arguments, env=env) == (0, "")


def test_on_a_pipe_plain_lines_beside_the_result() -> None:
    done = python(SLOW, "score", X, "--no-history", "-f", "csv", env={"KLOUT_NO_PROGRESS": ""})
    assert done.code == 0
    assert "reading" not in done.out and done.out.startswith("read\naccount,factor")
    assert {re.sub(r"\d\.\d", "N", line) for line in done.err.splitlines()} >= {
        "klout: reading x, N of N MB"
    }


def test_a22_on_a_pipe_they_are_rare() -> None:
    assert SELDOM >= 10


@pytest.mark.parametrize(
    ("terminal", "env", "plain", "redrawn"),
    [
        (True, {"TERM": "xterm"}, False, True),
        (True, {"TERM": "dumb"}, False, False),
        (True, {"TERM": "xterm", "ACCESSIBLE": "1"}, False, False),
        (True, {"TERM": "xterm"}, True, False),
        (False, {"TERM": "xterm", "FORCE_COLOR": "1"}, False, False),
    ],
)
def test_where_a_line_is_redrawn(
    terminal: bool, env: Mapping[str, str], plain: bool, redrawn: bool
) -> None:
    stream = Line(terminal)
    one = choose_line(stream, env, plain=plain)
    assert one.redrawn == redrawn


def test_a_line_tells_phase_bytes_and_rows_and_no_control_characters() -> None:
    one = ProgressLine(Line(True), redrawn=True, first=0.0, every=0.01)
    with one.step("reading \x1b[2Ja.zip", 2_500_000):
        one.bytes(1_000_000)
        one.rows(12_345)
        assert one.format_line() == "klout: reading \ufffd[2Ja.zip, 1.0 of 2.5 MB, 12,345 rows"
        one.bytes(9_000_000)
        assert "2.5 of 2.5 MB" in one.format_line()
        assert one.stream.told.wait(MANY_SECONDS)  # type: ignore[attr-defined]
    with one.step("measuring"):
        assert one.format_line() == "klout: measuring"


@pytest.mark.parametrize("progress", [True, False])
def test_a_step_that_takes_long_is_said_once_on_a_line_of_its_own(
    progress: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Line(True)
    monkeypatch.setattr("sys.stderr", stream)
    one = (
        ProgressLine(stream, redrawn=True, first=MANY_SECONDS, every=MANY_SECONDS)
        if progress
        else SlowNotice()
    )
    with one.step("reading \x1b[2Ja.zip", 7, patience=0):
        assert stream.told.wait(MANY_SECONDS)
    with one.step("reading b.zip", 7, patience=MANY_SECONDS), one.step("measuring"):
        pass
    said = "klout: reading \ufffd[2Ja.zip takes longer than 0 seconds; Ctrl-C ends it, and nothing is kept\n"
    assert stream.getvalue() == said


@pytest.mark.parametrize(("option", "times"), [("--no-progress", 1), ("--plain", 1), ("-q", 0)])
def test_how_long_is_a_setting(tmp_path: Path, option: str, times: int) -> None:
    (tmp_path / "klout.yaml").write_text("limits: {seconds: 1}", encoding="utf-8")
    done = start(
        injected(PATIENT, "score", str(ROOT / X), "--no-history", option),
        {"KLOUT_NO_PROGRESS": ""},
        tmp_path,
    )
    assert done.code == 0
    assert (
        done.err.count("reading x takes longer than 1 seconds; Ctrl-C ends it, and nothing is kept")
        == times
    )


def test_nobody_listening_to_it_is_no_fault() -> None:
    class Gone(Line):
        def write(self, text: str) -> int:
            super().write(text)
            raise BrokenPipeError

    stream = Gone(True)
    with ProgressLine(stream, redrawn=True, first=0.0, every=0.01).step("measuring"):
        assert stream.told.wait(MANY_SECONDS)


class Heard(Progress):
    """Remember what a run tells."""

    listens = True

    def __init__(self) -> None:
        self.read = self.seen = 0

    def bytes(self, count: int) -> None:
        self.read += count

    def rows(self, count: int) -> None:
        self.seen += count


def test_whoever_listens_hears_every_byte_and_row_and_changes_nothing() -> None:
    heard = Heard()
    reading, limits = Reading(latest=1_772_500_000), Limits()
    found = read([ROOT / X], reading, limits, heard)
    assert found.exports == read([ROOT / X], reading, limits).exports
    assert heard.seen == sum(row.read for export in found.exports for row in export.ledger) > 0
    assert heard.read >= max(member.size for member in found.files["x"])
