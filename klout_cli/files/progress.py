"""Progress of a long run; the default reports nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf


class Progress:
    """Receives the steps of a run, and the bytes and rows read in each; this one ignores them."""

    listens = False

    @contextmanager
    def step(self, what: str, size: int = 0, patience: float = inf) -> Iterator[None]:
        """Enclose one step, of `size` bytes to read (0 where reading is not what takes time).

        A step that takes more than `patience` seconds is worth a notice.
        """
        yield

    def bytes(self, count: int) -> None:
        """Add bytes read in this step."""

    def rows(self, count: int) -> None:
        """Add rows read in this step."""


NO_PROGRESS = Progress()
