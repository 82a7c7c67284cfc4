"""The standard streams, if they are closed, broken or without an encoding."""

import os
import sys
from collections.abc import Iterable
from io import BufferedReader, TextIOWrapper

import typer

from klout_cli.translation import gettext_noop as N_

LONGEST = 1000


def repair() -> None:
    """Replace closed streams: stdout by one that raises, stderr by /dev/null.

    Unencodable characters become "?".
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def say(lines: Iterable[str]) -> None:
    """Print sanitised lines to standard error, which may be closed."""
    from klout_cli.reports.show import show

    try:
        for line in lines:
            print(show(line, LONGEST), file=sys.stderr)
    except OSError:
        close_quietly(sys.stderr.fileno())


def can_ask(context: typer.Context) -> bool:
    """Return whether questions are welcome: on a terminal, and not with --no-input."""
    standard = (sys.stdin, sys.stdout, sys.stderr)
    terminal = all(stream is not None and stream.isatty() for stream in standard)
    return terminal and not context.obj.no_input


def await_input() -> None:
    """Wait for standard input to begin or end, with a notice after a second."""
    from threading import Timer

    if sys.stdin is None or not isinstance(sys.stdin.buffer, BufferedReader):
        return
    notice = Timer(1, say, [[N_("Waiting for standard input. Ctrl-D ends it.")]])
    notice.start()
    try:
        sys.stdin.buffer.peek(1)
    finally:
        notice.cancel()


def close_quietly(descriptor: int) -> None:
    """Redirect a broken stream to nowhere, for the interpreter's flush at exit too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
