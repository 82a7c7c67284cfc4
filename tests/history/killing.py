"""Processes that write a history and are ended while they do.

Run as a program, so that it may fork: one line of JSON on its output.

The work is a list of steps, most of them a snapshot more, every fourth the forgetting of one. What
is in the file after any end must be what it was before or after one step, and never less than what
was reported done.
"""

import ctypes
import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from klout_cli.errors import AccessError
from klout_cli.history.store import History
from tests.history.snapshots import MODEL, SCORE, numbers, snapshot

STEPS = 12
TRACE_ME, NEXT_CALL = 0, 24
"""Requests of Linux's ptrace."""


def step(history: History, number: int) -> None:
    if number % 4 == 3:
        history.forget(lambda kept: kept[:1])
    else:
        history.keep(snapshot(number), MODEL, SCORE)


def states() -> list[list[int]]:
    """Return what is kept after no, one, two ... steps."""
    after: list[list[int]] = [[]]
    for number in range(STEPS):
        after.append(after[-1][1:] if number % 4 == 3 else [*after[-1], number])
    return after


def fork(work: Callable[[], None]) -> int:
    """Start a process that only works, and return its id."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return child


def after(history: History, steps: int) -> History:
    """Return a history in which so many steps are done: a copy of one that is made once."""
    made = History(history.path.with_name("made"))
    if not made.path.exists():
        for number in range(steps):
            step(made, number)
    if steps:
        history.path.write_bytes(made.path.read_bytes())
    return history


def killed_at_random(folder: Path, runs: int) -> list[str]:
    """Kill a writer after any time up to that of all its steps; return what was wrong."""
    chance, wrong = random.Random(4711), []
    began = time.perf_counter()
    for number in range(STEPS):
        step(History(folder / "whole"), number)
    longest = time.perf_counter() - began
    for run in range(runs):
        history = History(folder / f"{run}")
        ours, theirs = os.pipe()

        def work(history: History = history, theirs: int = theirs) -> None:
            for number in range(STEPS):
                step(history, number)
                os.write(theirs, b".")

        child = fork(work)
        os.close(theirs)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        done = len(os.read(ours, STEPS))
        os.close(ours)
        wrong += judge(history, done, f"after {done} steps")
    return wrong


def killed_at(call: int, work: Callable[[], None]) -> bool:
    """Start a process that works, and kill it at this stop among all begins and ends of system calls; False: it was done before."""
    ptrace = ctypes.CDLL(None).ptrace

    def traced() -> None:
        ptrace(TRACE_ME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        work()

    child = fork(traced)
    for _ in range(call + 1):
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            return False
        ptrace(NEXT_CALL, child, 0, 0)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def killed_at_every_call(folder: Path, number: int) -> list[str]:
    """Kill a writer between all calls of the system that one step makes: every write, every sync, every removal."""
    wrong: list[str] = []
    call, alive = 0, True
    while alive:
        call += 2  # the end of one is the beginning of the next
        history = after(History(folder / f"{call}"), number)
        alive = killed_at(call, lambda history=history: step(history, number))
        wrong += judge(history, number, f"killed at call {call}")
    return [*wrong, *(["the step made hardly a call"] if call < 80 else [])]


def full_at_every_size(folder: Path, number: int) -> list[str]:
    """Let no file grow beyond each size in turn: the step fails in our words and changes nothing, or is done."""
    wrong, finished, size = [], False, 0
    while not finished:
        history = after(History(folder / f"{size}"), number)

        def work(history: History = history, size: int = size) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            try:
                step(history, number)
            except AccessError:
                os._exit(1)

        _, status = os.waitpid(fork(work), 0)
        finished = os.waitstatus_to_exitcode(status) == 0
        kept = numbers(history.path) if history.path.exists() else []
        if kept != states()[number + finished]:
            wrong.append(f"{kept} where {size} bytes fit")
        size += 1024
    return wrong


def together(folder: Path, writers: int) -> list[str]:
    """Let many processes write at once; return what is missing."""
    history = History(folder / "shared")

    def work(writer: int) -> None:
        for number in range(5):
            history.keep(snapshot(5 * writer + number), MODEL, SCORE)

    children = [fork(lambda writer=writer: work(writer)) for writer in range(writers)]
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    missing = sorted(set(range(5 * writers)) - set(numbers(history.path)))
    return [f"writers ended {ends}, missing {missing}"] if any(ends) or missing else []


def judge(history: History, done: int, when: str) -> list[str]:
    """Say what is wrong with a history in which so many steps were reported done: klout reads it, SQLite finds no fault in it.

    What the dead have left beside it is gone when the next snapshot is kept.
    """
    ours = [one.snapshot.measured[0].crowd[0][0] for one in history.all()]
    history.keep(snapshot(-1), MODEL, SCORE)
    left = [path.name for path in history.path.parent.glob(f"{history.path.name}-*")]
    allowed = states()[done : done + 2]
    return (
        [f"{ours} {when}, left {left}"]
        if ours not in allowed or numbers(history.path) != [*ours, -1] or left
        else []
    )


if __name__ == "__main__":
    how, where, count = sys.argv[1:]
    json.dump(globals()[how](Path(where), int(count)), sys.stdout)
