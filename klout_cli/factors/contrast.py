"""Compare groups of posts with all others: ratio of reactions and its error."""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from klout_cli.person.account import Counted, known_reactions
from klout_cli.results import Fact

Name = TypeVar("Name", bound=Hashable)


class Reacted(Struct, frozen=True):
    """A counted post with known reactions: `log` is log(1 + reactions)."""

    counted: Counted
    log: float

    @property
    def weighted_reactions(self) -> float:
        """What the post adds to resonance."""
        return self.counted.weight * math.expm1(self.log)


class Contrast(Struct, frozen=True):
    """A group against the other posts: log ratio, its standard error, share of the reactions."""

    posts: int
    others: int
    log_ratio: float
    error: float
    share: float


def reacted(counted: Iterable[Counted]) -> list[Reacted]:
    """Return the posts with known reactions."""
    return [Reacted(entry, math.log1p(total)) for entry, total in known_reactions(counted)]


def contrasts(
    groups: Mapping[Name, Sequence[Reacted]], every: Sequence[Reacted]
) -> list[tuple[Name, Contrast]]:
    """Return each group that leaves other posts to compare with.

    Logarithms, so that one viral post can't carry a group; the spread is pooled over the group and
    the others.
    """
    return [
        (name, _contrast(inside, every))
        for name, inside in groups.items()
        if 0 < len(inside) < len(every) and len(every) > 2
    ]


def _contrast(inside: Sequence[Reacted], every: Sequence[Reacted]) -> Contrast:
    n, others = len(inside), len(every) - len(inside)
    total = math.fsum(post.log for post in every)
    mean = math.fsum(post.log for post in inside) / n
    rest = (total - mean * n) / others
    squares = math.fsum(post.log**2 for post in every) - n * mean * mean - others * rest * rest
    error = math.sqrt(max(0.0, squares) / (n + others - 2) * (1 / n + 1 / others))
    received = math.fsum(post.weighted_reactions for post in every)
    part = math.fsum(post.weighted_reactions for post in inside)
    return Contrast(n, others, mean - rest, error, part / received if received else 0.0)


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return mean and standard deviation of at least one value, which alone doesn't deviate."""
    mean = math.fsum(values) / len(values)
    squares = math.fsum((value - mean) ** 2 for value in values)
    return mean, math.sqrt(squares / max(1, len(values) - 1))


def spread_facts(values: Sequence[float]) -> dict[str, Fact]:
    """Return how many weeks there are, with mean and standard deviation of their values."""
    mean, deviation = spread(values)
    return {"weeks": len(values), "mean": mean, "deviation": deviation}
