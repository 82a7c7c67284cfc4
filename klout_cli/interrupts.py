"""Ctrl-C (reliability S12): the first ends a run in order, whatever fault it surfaces as.

A second ends the process at once.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_pressed = _held = False


def listen() -> None:
    """Note from now on that Ctrl-C was pressed: libraries turn a KeyboardInterrupt into faults of their own.

    A run that was started with it ignored, as shells start what runs in the background, goes on
    ignoring it.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _press)


def ignore() -> None:
    """Let Ctrl-C do nothing from now on: the run is over, and its exit code stands."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def pressed() -> bool:
    """Tell whether Ctrl-C was pressed."""
    return _pressed


@contextmanager
def held() -> Iterator[None]:
    """Let Ctrl-C wait until something short is done; raises KeyboardInterrupt then."""
    yield from _switched(True)


@contextmanager
def heard() -> Iterator[None]:
    """Let Ctrl-C interrupt again, inside of `held`."""
    yield from _switched(False)


def _switched(to: bool) -> Iterator[None]:
    global _held
    before, _held = _held, to
    try:
        _raise_if_due()
        yield
    finally:
        _held = before
    _raise_if_due()


def _raise_if_due() -> None:
    if _pressed and not _held:
        raise KeyboardInterrupt


def _press(number: int, frame: FrameType | None) -> None:
    global _pressed
    _pressed = True
    signal.signal(number, signal.SIG_DFL)
    _raise_if_due()
