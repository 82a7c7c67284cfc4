"""Chance: how far a comparison may be trusted where many are tried."""

import math
from functools import cache

MOST_FREEDOM = 200  # of Student's t; beyond, it is the normal distribution
BISECTION_STEPS, LARGEST = 60, 1e4


@cache
def quantile(certainty: float, comparisons: int, freedom: int) -> float:
    """Return the errors from a mean that a bound must keep.

    All `comparisons` one-sided bounds together then keep their side with this certainty, however
    they depend on each other (Bonferroni). `freedom`: the degrees of freedom of each error.
    """
    outside = (1 - certainty) / max(1, comparisons)
    low, high = 0.0, LARGEST
    for _ in range(BISECTION_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _tail(middle, freedom) > outside else (low, middle)
    return high


def _tail(t: float, freedom: int) -> float:
    """Return the chance that Student's t is larger than `t`, exactly for a whole `freedom`."""
    freedom = min(freedom, MOST_FREEDOM)
    angle = math.atan(t / math.sqrt(freedom))
    square = math.cos(angle) ** 2
    odd = freedom % 2
    term, total = (math.cos(angle), 0.0) if odd else (1.0, 0.0)
    for power in range(odd, freedom - 1, 2):
        total += term
        term *= square * (power + 1) / (power + 2)
    inside = math.sin(angle) * total
    if odd:
        inside = 2 / math.pi * (angle + inside)
    return (1 - inside) / 2
