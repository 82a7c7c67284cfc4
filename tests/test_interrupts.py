"""Ctrl-C ends a run with 130 whatever it becomes, and never in the middle of what must be whole (reliability S12)."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.processes import CLEAN, ERIKA, MANY_SECONDS, ROOT

BECOMES = {
    "a fault of a library": 'raise RuntimeError("Query cancelled") from None',
    "a fault of ours": 'raise KloutError("cannot read") from None',
    "the end of the process": "raise KeyboardInterrupt",
}


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-c", code, *arguments),
        env=CLEAN,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=MANY_SECONDS,
        check=False,
    )


@pytest.mark.parametrize("became", BECOMES.values(), ids=BECOMES)
def test_s12_whatever_an_interrupt_becomes_the_code_is_130_and_nothing_is_said(became: str) -> None:
    code = f"""
import os, signal
import klout_cli.cli.run as run
from klout_cli.__main__ import main
from klout_cli.errors import KloutError
def answer(_):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        {became}
run._answer = answer
main()
"""
    done = python(code)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_s12_an_interrupt_while_a_folder_is_made_or_removed_leaves_none(tmp_path: Path) -> None:
    code = """
import os, shutil, signal, sys, tempfile
from pathlib import Path
from klout_cli import interrupts
from klout_cli.scratch import scratch
interrupts.listen()
def interrupted(call):
    def instead(*given, **named):
        result = call(*given, **named)
        os.kill(os.getpid(), signal.SIGINT)
        return result
    return instead
if sys.argv[2] == "made":
    tempfile.mkdtemp = interrupted(tempfile.mkdtemp)
else:
    shutil._rmtree_safe_fd = interrupted(shutil._rmtree_safe_fd)
try:
    with scratch(Path(sys.argv[1])) as folder:
        assert sys.argv[2] == "removed", "reached in spite of an interrupt"
except KeyboardInterrupt:
    print("interrupted")
"""
    for when in ("made", "removed"):
        done = python(code, str(tmp_path), when)
        assert (done.stdout, done.stderr) == ("interrupted\n", "")
        assert not list(tmp_path.iterdir())


def test_s12_an_interrupt_while_duckdb_is_imported_ends_in_order() -> None:
    code = """
import os, signal, sys
from klout_cli.__main__ import main
def watch(event, arguments):
    if event == "object.__setattr__" and str(arguments[0]).startswith("<class '_duckdb.") and not interrupted:
        interrupted.append(True)
        os.kill(os.getpid(), signal.SIGINT)
interrupted = []
sys.addaudithook(watch)
try:
    main()
finally:
    print(interrupted)
"""
    done = python(code, "rank", f"{ERIKA}/accounts.csv")
    assert (done.returncode, done.stdout, done.stderr) == (130, "[True]\n", "")


def test_a_second_interrupt_ends_a_run_that_does_not_heed_the_first() -> None:
    code = """
import os, signal, time
from klout_cli import interrupts
interrupts.listen()
with interrupts.held():
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(600)
"""
    assert python(code).returncode == -signal.SIGINT


def test_a_run_in_the_background_goes_on_ignoring_what_is_meant_for_another() -> None:
    code = """
import os, signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
from klout_cli import interrupts
interrupts.listen()
os.kill(os.getpid(), signal.SIGINT)
print(interrupts.pressed())
"""
    done = python(code)
    assert (done.returncode, done.stdout) == (0, "False\n")


@pytest.mark.skipif(os.name == "nt", reason="asks for processes as POSIX does")
def test_s14_the_next_run_removes_what_killed_ones_left_and_nothing_of_a_living_one(
    tmp_path: Path,
) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from klout_cli.scratch import scratch
with scratch(Path(sys.argv[1])) as folder:
    Path(folder, "half").write_bytes(b"x")
    if sys.argv[2] == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    print(flush=True)
    sys.stdin.read()
"""
    command = (sys.executable, "-c", code, str(tmp_path))
    with subprocess.Popen(
        (*command, "lives"), cwd=ROOT, env=CLEAN, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as living:
        assert living.stdout and living.stdout.readline()
        (kept,) = tmp_path.iterdir()
        assert (
            subprocess.run(
                (*command, "dies"), cwd=ROOT, env=CLEAN, check=False, timeout=MANY_SECONDS
            ).returncode
            == -signal.SIGKILL
        )
        assert len(list(tmp_path.iterdir())) == 2
        assert (
            subprocess.run(
                (*command, "ends"),
                cwd=ROOT,
                env=CLEAN,
                check=False,
                timeout=MANY_SECONDS,
                stdin=subprocess.DEVNULL,
            ).returncode
            == 0
        )
        assert list(tmp_path.iterdir()) == [kept]
        living.communicate()
    assert not list(tmp_path.iterdir())
