"""Progress on standard error: a bar on terminals after a second, elsewhere nothing."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import inf
from threading import TIMEOUT_MAX, Timer
from time import monotonic

import typer

from klout_cli.cli import streams
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.reports.screen import screen
from klout_cli.reports.show import show
from klout_cli.translation import Message, as_message, format_number, ngettext
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

FIRST = 1.0
MEGABYTE = 1e6


class SlowNotice(Progress):
    """Shows nothing but a notice for a step that takes longer than its patience."""

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Enclose one step; infinite patience gives no notice."""
        text = N_("{what} takes longer than {seconds} seconds. Ctrl-C stops it.")
        line = Message(text, what=as_message(what), seconds=patience)
        notice = Timer(min(patience, TIMEOUT_MAX), streams.say, [[line]])
        notice.daemon = True
        if patience < inf:
            notice.start()
        try:
            yield
        finally:
            notice.cancel()


class ProgressBar(SlowNotice):
    """Shows the current step on a terminal, from a second after the command has begun."""

    listens = True

    def __init__(self, *, colour: bool) -> None:
        from rich import progress
        from rich.console import Console

        console = Console(
            stderr=True, markup=False, color_system="standard" if colour else None, highlight=False
        )
        self._bar = progress.Progress(
            progress.TextColumn("{task.description}", markup=False),
            progress.BarColumn(complete_style="cyan", finished_style="cyan", pulse_style="cyan"),
            progress.TextColumn("{task.fields[amount]}", markup=False),
            console=console,
            transient=True,
            redirect_stdout=False,
        )
        self._due = monotonic() + FIRST

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Show this step until it ends; a size of 0 is unknown."""
        self._size, self._bytes, self._rows = size, 0, 0
        self._task = self._bar.add_task(show(what), total=size or None, amount="")
        appearing = Timer(max(self._due - monotonic(), 0.0), self._bar.start)
        appearing.daemon = True
        appearing.start()
        try:
            with super().step(what, size, patience):
                yield
        finally:
            appearing.cancel()
            appearing.join()
            with suppress(OSError):  # the terminal may be gone
                self._bar.stop()
            self._bar.remove_task(self._task)

    def bytes(self, count: int) -> None:
        """Count bytes, up to the size of the step: a file may be read twice."""
        self._bytes = min(self._bytes + count, self._size)
        self._update()

    def rows(self, count: int) -> None:
        """Count rows."""
        self._rows += count
        self._update()

    def _update(self) -> None:
        self._bar.update(self._task, completed=self._bytes, amount=self._format_amount())

    def _format_amount(self) -> str:
        parts = []
        if self._size:
            done, size = (format_number(n / MEGABYTE, 1) for n in (self._bytes, self._size))
            parts.append(_("{done} of {size} MB", done=done, size=size))
        if self._rows:
            parts.append(ngettext("{n} row", "{n} rows", self._rows))
        return ", ".join(parts)


def choose_progress(context: typer.Context) -> Progress:
    """Return a command's progress reporter: a bar only where a terminal can redraw it."""
    chosen = context.obj
    if chosen.quiet:
        return NO_PROGRESS
    if chosen.no_progress or not sys.stderr.isatty():
        return SlowNotice()
    shape = screen(
        os.environ,
        True,
        sys.stderr.encoding,
        80,
        colour=chosen.colour,
        plain=chosen.plain,
        ascii=chosen.ascii,
    )
    still = shape.plain or shape.ascii or os.environ.get("TERM", "").lower() in ("", "dumb")
    return SlowNotice() if still else ProgressBar(colour=shape.colour)
