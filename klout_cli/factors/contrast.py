"""Compare groups of posts with all others: ratio of reactions and its error."""

import math
from collections.abc import Iterable, Mapping, Sequence

from klout_cli.person.profile import Counted

Row = tuple[str, int, int, float, float]


def reacted(counted: Iterable[Counted]) -> list[tuple[Counted, float]]:
    """Return posts with known reactions, each with log(1 + reactions)."""
    return [
        (entry, math.log1p(total))
        for entry in counted
        if (total := entry.post.reactions) is not None
    ]


def contrasts(groups: Mapping[str, Sequence[float]], every: Sequence[float]) -> tuple[Row, ...]:
    """Return (name, posts, other posts, log ratio to the others, its standard error).

    Sorted by name. Values are logarithms, so that one viral post can't carry a group; the spread is
    pooled over the group and the others.
    """
    return tuple(
        _row(name, inside, every)
        for name, inside in sorted(groups.items())
        if 0 < len(inside) < len(every) and len(every) > 2
    )


def _row(name: str, inside: Sequence[float], every: Sequence[float]) -> Row:
    n, others = len(inside), len(every) - len(inside)
    mean = math.fsum(inside) / n
    rest = (math.fsum(every) - math.fsum(inside)) / others
    squares = math.fsum(x * x for x in every) - n * mean * mean - others * rest * rest
    error = math.sqrt(max(0.0, squares) / (n + others - 2) * (1 / n + 1 / others))
    return name, n, others, mean - rest, error
