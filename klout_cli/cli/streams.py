"""The standard streams: closed, broken or without an encoding, they are no fault of ours."""

import os
import sys
from collections.abc import Iterable
from io import BufferedReader, TextIOWrapper


def repair() -> None:
    """Replace closed streams: standard output by one that raises, the error stream by none.

    Characters the output lacks become "?".
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def say(lines: Iterable[str]) -> None:
    """Write harmless lines to the error stream; nobody may be listening."""
    from klout_cli.cli.language import translate
    from klout_cli.reports.safe import safe

    try:
        for line in lines:
            print(translate(safe(line, longest=1000)), file=sys.stderr)
    except OSError:
        close_quietly(sys.stderr.fileno())


def await_input() -> None:
    """Wait for standard input to begin or to end, and say so after a second."""
    from threading import Timer

    if sys.stdin is None or not isinstance(sys.stdin.buffer, BufferedReader):
        return
    notice = Timer(1, say, [["klout: waiting for standard input; Ctrl-D ends it"]])
    notice.start()
    try:
        sys.stdin.buffer.peek(1)
    finally:
        notice.cancel()


def close_quietly(descriptor: int) -> None:
    """Let the rest of a broken stream go nowhere, also what the interpreter flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
