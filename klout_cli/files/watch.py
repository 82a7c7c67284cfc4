"""Who hears how far a long run has come; it never answers, and nothing depends on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf


class Watch:
    """Nobody listens: what a run tells if it was not asked for progress."""

    listens = False

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Do one step of the run, of which so many bytes will be read.

        0 where that is not what takes its time.

        After `patience` seconds it takes long.
        """
        yield

    def bytes(self, count: int) -> None:
        """Hear that so many more bytes of this step were read."""

    def rows(self, count: int) -> None:
        """Hear that so many more rows of this step were read."""


SILENT = Watch()
