"""Progress callbacks; the default does nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf


class Progress:
    """Callbacks for the steps of a run, and the bytes and rows read in each; these do nothing."""

    listens = False

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Enclose one step of `size` bytes to read (0: reading isn't what takes the time).

        A step of more than `patience` seconds is worth a notice.
        """
        yield

    def bytes(self, count: int) -> None:
        """Add bytes read in this step."""

    def rows(self, count: int) -> None:
        """Add rows read in this step."""


NO_PROGRESS = Progress()
