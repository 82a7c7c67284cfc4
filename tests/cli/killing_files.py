"""Processes that write a file as every command does, and are ended while they do.

Run as a program, so that it may fork.
"""

import json
import os
import resource
import sys
import tempfile  # here, so that importing it is none of the calls that are counted
from collections.abc import Callable
from pathlib import Path

from klout_cli.cli.output import replacing, write_bytes
from klout_cli.errors import AccessError
from tests.history.killing import fork, killed_at

OLD, NEW = b"what was there before\n", b"what is there now\n" * 1000


def write_file(target: Path) -> None:
    write_bytes(NEW, target)


def write_folder(target: Path) -> None:
    """Write a folder of two files, where there is none yet."""
    with replacing(target) as place:
        place.mkdir()
        for name in ("a", "b"):
            (place / name).write_bytes(NEW)


def state(target: Path) -> object:
    """Return what is at a place: nothing, the bytes of a file, or those of all files of a folder."""
    if target.is_dir():
        return [path.read_bytes() for path in sorted(target.iterdir())]
    return target.read_bytes() if target.exists() else None


FORMS: dict[str, tuple[Callable[[Path], None], object, object]] = {
    "new": (write_file, None, NEW),
    "replaced": (write_file, OLD, NEW),
    "folder": (write_folder, None, [NEW, NEW]),
}


def placed(folder: Path, before: object) -> Path:
    target = Path(tempfile.mkdtemp(dir=folder), "target")
    if isinstance(before, bytes):
        target.write_bytes(before)
    return target


def at_every_call(folder: Path, form: str) -> list[str]:
    """Kill a writer between all calls of the system.

    Return what was neither the old nor the new.
    """
    write, before, behind = FORMS[form]
    wrong, call, alive = [], 0, True
    while alive:
        call += 1
        target = placed(folder, before)
        alive = killed_at(call, lambda target=target: write(target))
        if state(target) not in ((before, behind) if alive else (behind,)):
            wrong.append(f"killed at call {call}: {target}")
    return [*wrong, *(["hardly a call was made"] if call < 20 else [])]


def at_every_size(folder: Path, form: str) -> list[str]:
    """Let no file grow beyond a size: the writer fails in our words, changes nothing and leaves nothing, or is done."""
    write, before, behind = FORMS[form]
    wrong = []
    for size in (0, 1, 100, 4096, len(NEW) - 1, len(NEW)):
        target = placed(folder, before)

        def work(target: Path = target, size: int = size) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            try:
                write(target)
            except AccessError:
                os._exit(1)

        ended = os.waitstatus_to_exitcode(os.waitpid(fork(work), 0)[1])
        expected = behind if size == len(NEW) else before
        left = [path.name for path in target.parent.iterdir() if path != target]
        if state(target) != expected or ended != (expected != behind) or left:
            wrong.append(f"{size} bytes: ended {ended}, left {left}")
    return wrong


if __name__ == "__main__":
    how, where, form = sys.argv[1:]
    json.dump(globals()[how](Path(where), form), sys.stdout)
