"""Progress on the error stream (expectations A22, A26): a line that is redrawn on a terminal, elsewhere a plain line now and then.

A thread draws, since a decoder in C gives no other moment to; it sleeps between steps and ends with
the process.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from math import inf
from threading import TIMEOUT_MAX, Lock, Thread, Timer
from time import sleep
from typing import TextIO

import typer
from rich.cells import set_cell_size

from klout_cli.cli import speech, streams
from klout_cli.files.watch import SILENT, Watch
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import screen

FIRST, REDRAW, SELDOM = 1.0, 0.2, 10.0
MEGABYTE = 1e6
STOP = "Ctrl-C ends it, and nothing is kept"


class Patience(Watch):
    """Say it once of a step that takes long (reliability §3, limits).

    How far it is, nobody tells.
    """

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Do one step; of one without an end to patience nothing is said."""
        notice = Timer(
            min(patience, TIMEOUT_MAX),
            self._tell,
            [f"klout: {what} takes longer than {patience:g} seconds; {STOP}"],
        )
        notice.daemon = True
        if patience < inf:
            notice.start()
        try:
            yield
        finally:
            notice.cancel()

    def _tell(self, line: str) -> None:
        streams.say([line])


class Progress(Patience):
    """Tell of a run on a stream: after `first` seconds, then every so often.

    `redrawn` over itself, or each time on a line of its own.
    """

    listens = True

    def __init__(self, stream: TextIO, redrawn: bool, first: float, every: float) -> None:
        self.stream, self.redrawn, self._first, self._every = stream, redrawn, first, every
        self._lock = Lock()
        self._thread: Thread | None = None
        self._what, self._size, self._bytes, self._rows = "", 0, 0, 0
        self._drawn = False

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Tell of this step until it ends, however it does; nothing of a redrawn line stays."""
        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()
        with self._lock:
            self._what, self._size, self._bytes, self._rows = what, size, 0, 0
        try:
            with super().step(what, size, patience):
                yield
        finally:
            with self._lock:
                self._what = ""
                self._erase()

    def _tell(self, line: str) -> None:
        with self._lock:
            self._erase()
            super()._tell(line)

    def bytes(self, count: int) -> None:
        """Count bytes; a file that is looked into twice does not make them more than there are."""
        self._bytes = min(self._bytes + count, self._size)

    def rows(self, count: int) -> None:
        """Count rows."""
        self._rows += count

    def said(self) -> str:
        """Say how far this step has come."""
        parts = [safe(self._what)]
        if self._size:
            parts.append(f"{self._bytes / MEGABYTE:,.1f} of {self._size / MEGABYTE:,.1f} MB")
        if self._rows:
            parts.append(f"{self._rows:,} rows")
        return "klout: " + ", ".join(map(speech.said, parts))

    def _run(self) -> None:
        sleep(self._first)
        while True:
            with self._lock:
                if self._what:
                    self._draw()
            sleep(self._every)

    def _draw(self) -> None:
        if not self.redrawn:
            streams.say([self.said()])
            return
        self._write("\r" + set_cell_size(self.said(), _room(self.stream)))
        self._drawn = True

    def _erase(self) -> None:
        if self._drawn:
            self._write(f"\r{' ' * _room(self.stream)}\r")
            self._drawn = False

    def _write(self, text: str) -> None:
        with suppress(OSError):  # nobody may be listening
            self.stream.write(text)
            self.stream.flush()


def watch(context: typer.Context) -> Watch:
    """Return who tells of the progress of a command, by the global options."""
    chosen = context.obj
    if chosen.quiet:
        return SILENT
    return Patience() if chosen.no_progress else chosen_for(sys.stderr, os.environ, chosen.plain)


def chosen_for(stream: TextIO, environ: Mapping[str, str], plain: bool) -> Progress:
    """Choose the form: no animation where it is not a terminal, or a dumb one, or read aloud."""
    terminal = stream.isatty()
    still = (
        screen(environ, terminal, "utf-8", 80, plain=plain).plain
        or environ.get("TERM", "").lower() == "dumb"
    )
    redrawn = terminal and not still
    return Progress(stream, redrawn, FIRST if terminal else SELDOM, REDRAW if redrawn else SELDOM)


def _room(stream: TextIO) -> int:
    """Return how long a line may be: one column less than there are, since some terminals break after the last."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max((columns or 80) - 1, 1)
