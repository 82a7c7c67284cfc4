"""The few operations a formula needs: over floats for one person, over SQL for a population.

Unknown is NaN among floats and NULL in SQL: it runs through arithmetic by itself, compares as
false, and only `known` and `or_else` look at it.
"""

import math
from collections.abc import Iterable
from typing import Any, Protocol, TypeAlias

Number: TypeAlias = Any
"""A float, or an expression over the columns of a table."""

UNKNOWN = math.nan


def total(values: Iterable[Number]) -> Number:
    """Return the sum; of floats exactly rounded, as `sum` differs between versions of Python."""
    values = list(values)
    floats = all(isinstance(value, float | int) for value in values)
    return math.fsum(values) if floats else sum(values)


class Operations(Protocol):
    """What a formula needs beside + - * / and comparison."""

    def log10(self, x: Number) -> Number:
        """Return the decimal logarithm; x > 0."""

    def exp10(self, x: Number) -> Number:
        """Return 10 to the power of x."""

    def clip(self, x: Number, low: float, high: float) -> Number:
        """Return x within [low, high]; unknown stays unknown."""

    def where(self, condition: Number, then: Number, otherwise: Number) -> Number:
        """Return `then` where the condition holds, else (also where it is unknown) `otherwise`."""

    def known(self, x: Number) -> Number:
        """Return whether x is known."""

    def or_else(self, x: Number, default: float) -> Number:
        """Return x, and `default` where it is unknown."""


class Floats:
    """Operations over Python floats."""

    @staticmethod
    def log10(x: float) -> float:
        """Return the decimal logarithm."""
        return math.log10(x)

    @staticmethod
    def exp10(x: float) -> float:
        """Return 10 to the power of x."""
        return math.pow(10.0, x)

    @staticmethod
    def clip(x: float, low: float, high: float) -> float:
        """Return x within [low, high]; NaN stays NaN."""
        return x if x != x else min(max(x, low), high)

    @staticmethod
    def where(condition: bool, then: float, otherwise: float) -> float:
        """Return one of two."""
        return then if condition else otherwise

    @staticmethod
    def known(x: float) -> bool:
        """Return whether x is not NaN."""
        return x == x

    @staticmethod
    def or_else(x: float, default: float) -> float:
        """Return x, and the default for NaN."""
        return x if x == x else default
