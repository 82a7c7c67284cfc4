"""Progress on the error stream: a bar that goes again on terminals, elsewhere nothing."""

import os
import pty
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from klout_cli.files.limits import Limits
from klout_cli.files.progress import Progress
from klout_cli.importers.read import read
from klout_cli.values.reading import Reading
from tests.cli.processes import CLEAN, MANY_SECONDS, ROOT, X, injected, python, start

SLOW = """
import time
from klout_cli.cli import progress
from klout_cli.importers.x import XArchive
progress.FIRST = {first}
extract = XArchive.extract
def slowly(members, reading):
    found = extract(members, reading)
    time.sleep(1)
    return found
XArchive.extract = staticmethod(slowly)
"""

PATIENT = """
from threading import Event
from klout_cli.cli import streams
from klout_cli.importers.x import XArchive
said, say, extract = Event(), streams.say, XArchive.extract
def heard(lines):
    lines = list(lines)
    say(lines)
    if lines:
        said.set()
def slowly(members, reading):
    said.wait(4)
    return extract(members, reading)
streams.say, XArchive.extract = heard, staticmethod(slowly)
"""
NOTICE = "reading x takes longer than 1 seconds. Ctrl-C stops it."


def on_terminal(
    *arguments: str,
    code: str = SLOW.format(first=0.05),
    env: Mapping[str, str] = {},
    cwd: Path = ROOT,
    stop: bool = False,
) -> tuple[int, str]:
    """Run a slow score with its error stream on a terminal.

    Return its code and what was written there. `stop`: Ctrl-C after the first output.
    """
    ours, theirs = pty.openpty()
    command = injected(code, "score", str(ROOT / X), "--no-history", *arguments)
    environ = {name: value for name, value in CLEAN.items() if name != "KLOUT_NO_PROGRESS"}
    with subprocess.Popen(
        command,
        env={**environ, "TERM": "xterm", **env},
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
                if stop:
                    process.send_signal(signal.SIGINT)
                    stop = False
        except OSError:  # how Linux says that the last writer has gone
            pass
        process.communicate(timeout=MANY_SECONDS)
    os.close(ours)
    return process.returncode, written.decode()


def what_stays(written: str) -> str:
    """Return what a terminal shows in the end: the control codes rich uses, applied."""
    lines, row = [""], 0
    for part in re.findall(r"\x1b\[[?\d;]*[A-Za-z]|\r|\n|[^\x1b\r\n]+", written):
        if part == "\n":
            row += 1
            lines += [""] * (row == len(lines))
        elif part == "\x1b[2K":
            lines[row] = ""
        elif part == "\x1b[1A":
            row -= 1
        elif not part.startswith(("\x1b", "\r")):
            lines[row] += part
    return "\n".join(lines).strip()


def shown_text(written: str) -> str:
    return re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", written)


def test_on_a_terminal_a_bar_appears_and_goes() -> None:
    code, written = on_terminal()
    assert code == 0
    assert re.search(r"reading x ━+ 0\.\d of 0\.\d MB", shown_text(written))
    assert what_stays(written) == ""
    assert written.count("\x1b[?25l") == written.count("\x1b[?25h"), "the cursor is back"


def test_it_speaks_the_language_of_the_run() -> None:
    assert re.search(
        r"x wird gelesen ━+ 0,\d von 0,\d MB", shown_text(on_terminal("--lang", "de")[1])
    )


def test_s12_after_ctrl_c_the_line_is_clear() -> None:
    code, written = on_terminal(stop=True)
    assert code == 130
    assert "reading x" in written and what_stays(written).replace("^C", "") == ""
    assert written.endswith("\x1b[2K") and "\x1b[?25h" in written


def test_a_run_that_ends_before_it_is_due_shows_nothing() -> None:
    assert on_terminal(code=SLOW.format(first=MANY_SECONDS)) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (("-q",), {}),
        (("--no-progress",), {}),
        ((), {"KLOUT_NO_PROGRESS": "1"}),
        (("--plain",), {}),
        (("--ascii",), {}),
        ((), {"ACCESSIBLE": "1"}),
        ((), {"TERM": "dumb"}),
    ],
    ids=["quiet", "flag", "environment", "plain", "ascii", "accessible", "dumb"],
)
def test_where_nothing_may_move_nothing_is_shown(
    arguments: tuple[str, ...], env: Mapping[str, str]
) -> None:
    assert on_terminal(*arguments, env=env) == (0, "")


def test_without_colour_the_bar_has_none() -> None:
    code, written = on_terminal(env={"NO_COLOR": "1"})
    assert code == 0 and "━" in written and not re.search(r"\x1b\[[\d;]*m", written)


def test_a22_on_a_pipe_nothing_is_shown() -> None:
    env = {"KLOUT_NO_PROGRESS": "", "FORCE_COLOR": "1", "TERM": "xterm"}
    done = python(SLOW.format(first=0.0), "score", X, "--no-history", "-f", "csv", env=env)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("account,factor")


@pytest.mark.parametrize(
    ("option", "seconds", "times"),
    [("--no-progress", 1, 1), ("--plain", 1, 1), ("-q", 1, 0), ("--plain", 60, 0)],
)
def test_a_download_that_takes_long_is_noted_once(
    tmp_path: Path, option: str, seconds: int, times: int
) -> None:
    (tmp_path / "klout.yaml").write_text(f"limits: {{seconds: {seconds}}}", encoding="utf-8")
    command = injected(PATIENT, "score", str(ROOT / X), "--no-history", option)
    done = start(command, {"KLOUT_NO_PROGRESS": ""}, tmp_path)
    assert done.code == 0
    assert done.err.count(NOTICE) == times


def test_the_notice_stays_above_the_bar(tmp_path: Path) -> None:
    (tmp_path / "klout.yaml").write_text("limits: {seconds: 1}", encoding="utf-8")
    code = "from klout_cli.cli import progress; progress.FIRST = 0.0" + PATIENT
    code_of_run, written = on_terminal(code=code, cwd=tmp_path)
    assert code_of_run == 0 and "━" in written
    assert what_stays(written) == NOTICE


def test_a_terminal_that_has_gone_is_no_fault() -> None:
    ours, theirs = pty.openpty()
    environ = {name: value for name, value in CLEAN.items() if name != "KLOUT_NO_PROGRESS"}
    with subprocess.Popen(
        injected(SLOW.format(first=0.3), "score", X, "--no-history", "-f", "csv"),
        env={**environ, "TERM": "xterm"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        os.close(ours)
        out, _ = process.communicate(timeout=MANY_SECONDS)
    assert process.returncode == 0 and out.startswith(b"account,factor")


class Heard(Progress):
    """Remember what a run reports."""

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
