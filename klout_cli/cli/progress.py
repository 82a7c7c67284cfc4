"""Progress on standard error: a redrawn line on terminals, else occasional lines.

A daemon thread draws it, as a decoder written in C never yields.
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

from klout_cli.cli import streams
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.reports.screen import screen
from klout_cli.reports.show import show
from klout_cli.translation import Message, format_number, ngettext
from klout_cli.translation import gettext as _

FIRST, REDRAW, SELDOM = 1.0, 0.2, 10.0
MEGABYTE = 1e6


class SlowNotice(Progress):
    """Reports nothing, except once that a step takes longer than its patience."""

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Enclose one step; infinite patience gives no notice."""
        notice = Timer(
            min(patience, TIMEOUT_MAX),
            self._print_notice,
            [
                Message(
                    "{what} takes longer than {seconds} seconds. Ctrl-C stops it.",
                    what=Message(what),
                    seconds=patience,
                )
            ],
        )
        notice.daemon = True
        if patience < inf:
            notice.start()
        try:
            yield
        finally:
            notice.cancel()

    def _print_notice(self, line: str) -> None:
        streams.say([line])


class ProgressLine(SlowNotice):
    """Reports progress on a stream after `first` seconds, then every `every` seconds.

    `redrawn`: overwrite the line; otherwise write a new line each time.
    """

    listens = True

    def __init__(self, stream: TextIO, *, redrawn: bool, first: float, every: float) -> None:
        self.stream, self.redrawn, self._first, self._every = stream, redrawn, first, every
        self._lock = Lock()
        self._thread: Thread | None = None
        self._what, self._size, self._bytes, self._rows = "", 0, 0, 0
        self._drawn = False

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Report this step until it ends; a redrawn line is erased then."""
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

    def _print_notice(self, line: str) -> None:
        with self._lock:
            self._erase()
            super()._print_notice(line)

    def bytes(self, count: int) -> None:
        """Count bytes, up to the size of the step: a file may be read twice."""
        self._bytes = min(self._bytes + count, self._size)

    def rows(self, count: int) -> None:
        """Count rows."""
        self._rows += count

    def format_line(self) -> str:
        """Return the progress of this step as text."""
        parts = [show(self._what)]
        if self._size:
            done, size = (format_number(n / MEGABYTE, 1) for n in (self._bytes, self._size))
            parts.append(_("{done} of {size} MB", done=done, size=size))
        if self._rows:
            parts.append(ngettext("{n} row", "{n} rows", self._rows))
        return ", ".join(parts)

    def _run(self) -> None:
        sleep(self._first)
        while True:
            with self._lock:
                if self._what:
                    self._draw()
            sleep(self._every)

    def _draw(self) -> None:
        if not self.redrawn:
            streams.say([self.format_line()])
            return
        self._write("\r" + set_cell_size(self.format_line(), _line_width(self.stream)))
        self._drawn = True

    def _erase(self) -> None:
        if self._drawn:
            self._write(f"\r{' ' * _line_width(self.stream)}\r")
            self._drawn = False

    def _write(self, text: str) -> None:
        with suppress(OSError):  # the stream may be closed
            self.stream.write(text)
            self.stream.flush()


def choose_progress(context: typer.Context) -> Progress:
    """Return a command's progress reporter, from the global options."""
    if context.obj.quiet:
        return NO_PROGRESS
    if context.obj.no_progress:
        return SlowNotice()
    return choose_line(sys.stderr, os.environ, plain=context.obj.plain)


def choose_line(stream: TextIO, environ: Mapping[str, str], *, plain: bool) -> ProgressLine:
    """Choose the form: pipes, dumb terminals and screen readers get no redrawing."""
    terminal = stream.isatty()
    still = (
        screen(environ, terminal, "utf-8", 80, plain=plain).plain
        or environ.get("TERM", "").lower() == "dumb"
    )
    redrawn = terminal and not still
    return ProgressLine(
        stream,
        redrawn=redrawn,
        first=FIRST if terminal else SELDOM,
        every=REDRAW if redrawn else SELDOM,
    )


def _line_width(stream: TextIO) -> int:
    """Return the usable columns: all but one, as some terminals wrap early."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max((columns or 80) - 1, 1)
