"""Ctrl-C ends a run with 130 and without a word, at any moment and whatever it becomes (S12)."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.processes import CLEAN, ERIKA, MANY_SECONDS, ROOT, X

BECOMES = {
    "a fault of a library": 'raise RuntimeError("Query cancelled") from None',
    "a fault of ours": 'raise KloutError("cannot read") from None',
    "the end of the process": "raise KeyboardInterrupt",
}
INTERRUPT = "os.kill(os.getpid(), signal.SIGINT)"
COMMANDS = {
    "archive": ("score", X, "--no-history"),
    "person": ("score", ERIKA, "--no-history"),
    "rank": ("rank", f"{ERIKA}/accounts.csv"),
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


def with_command(body: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run klout with this body in place of every command."""
    return python(
        f"""
import os, signal, weakref
import klout_cli.cli.run as run
from klout_cli.__main__ import main
from klout_cli.errors import KloutError
def answer(_):
{body}
run._answer = answer
main()
""",
        *arguments,
    )


@pytest.mark.parametrize("became", BECOMES.values(), ids=BECOMES)
def test_s12_whatever_an_interrupt_becomes_the_code_is_130_and_nothing_is_said(became: str) -> None:
    done = with_command(f"""
    print("the beginning of a result", end="")
    try:
        {INTERRUPT}
    except KeyboardInterrupt:
        {became}
""")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_s12_a_run_that_swallows_an_interrupt_ends_with_130_too() -> None:
    done = with_command(f"""
    try:
        {INTERRUPT}
    except KeyboardInterrupt:
        return 0
""")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_s12_an_interrupt_in_a_callback_that_lets_no_exception_out_ends_the_run() -> None:
    done = with_command(f"""
    class Thing: pass
    thing = Thing()
    callback = weakref.ref(thing, lambda _: {INTERRUPT})
    del thing
    print("went on", flush=True)
""")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233])
def test_s12_w15_an_interrupt_while_a_module_is_imported(number: int) -> None:
    code = f"""
import os, signal, sys
from klout_cli.__main__ import main
left = {number}
def watch(event, _):
    global left
    left -= event == "import"
    if left == 0 and event == "import":
        {INTERRUPT}
sys.addaudithook(watch)
try:
    main()
finally:
    assert left <= 0
"""
    done = python(code, *COMMANDS["person"])
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_s12_an_interrupt_while_duckdb_is_imported_ends_in_order() -> None:
    code = f"""
import os, signal, sys
from klout_cli.__main__ import main
def watch(event, arguments):
    if event == "object.__setattr__" and str(arguments[0]).startswith("<class '_duckdb.") and not interrupted:
        interrupted.append(True)
        {INTERRUPT}
interrupted = []
sys.addaudithook(watch)
try:
    main()
finally:
    assert interrupted
"""
    done = python(code, *COMMANDS["rank"])
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("archive", 12),
        *(pytest.param(name, 40, marks=pytest.mark.slow) for name in COMMANDS),
    ],
)
def test_s12_interrupted_at_random_moments(name: str, times: int) -> None:
    """From the first statement of `main` on; a run that was over by then proves nothing."""
    chance = random.Random(name)
    longest = min(interrupted_after(MANY_SECONDS, name)[0] for _ in range(3))
    ends: list[tuple[int, bytes]] = []
    while len(ends) < times:
        _, code, output = interrupted_after(chance.uniform(0, longest), name)
        if code != 0:
            ends.append((code, output))
    assert ends == [(130, b"")] * times


def interrupted_after(seconds: float, name: str) -> tuple[float, int, bytes]:
    """Interrupt a command; return how long it ran, its exit code and what it said of that."""
    code = "import os; from klout_cli.__main__ import main; os.write(2, b'.'); main()"
    with subprocess.Popen(
        (sys.executable, "-c", code, *COMMANDS[name]),
        env=CLEAN,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr and os.read(process.stderr.fileno(), 1) == b"."
        began = time.perf_counter()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=MANY_SECONDS)[1]
        return time.perf_counter() - began, process.returncode, said


def test_a_second_interrupt_ends_a_run_that_does_not_heed_the_first() -> None:
    done = with_command(f"""
    try:
        {INTERRUPT}
    except KeyboardInterrupt:
        {INTERRUPT}
    print("went on", flush=True)
""")
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_a_run_in_the_background_goes_on_ignoring_what_is_meant_for_another() -> None:
    code = f"""
import os, signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
import klout_cli.cli.run as run
from klout_cli.__main__ import main
answer = run._answer
def interrupted(arguments):
    {INTERRUPT}
    code = answer(arguments)
    {INTERRUPT}
    return code
run._answer = interrupted
main()
"""
    done = python(code, *COMMANDS["rank"])
    assert (done.returncode, done.stderr) == (0, "") and done.stdout


def test_a_run_that_is_over_keeps_its_exit_code() -> None:
    code = f"""
import atexit, os, signal
from klout_cli.__main__ import main
atexit.register(lambda: {INTERRUPT})
main()
"""
    done = python(code, "score", "nowhere.zip")
    assert done.returncode == 5 and done.stderr.startswith("There is no such file or folder.\n")


def test_s12_an_interrupt_while_a_file_is_written_leaves_it_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("before", encoding="utf-8")
    done = with_command(f"""
    import sys
    from pathlib import Path
    from klout_cli.cli.output import replacing
    with replacing(Path(sys.argv[1])) as place:
        place.write_text("half", encoding="utf-8")
        {INTERRUPT}
""", str(target))  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert [*tmp_path.iterdir()] == [target] and target.read_text(encoding="utf-8") == "before"
