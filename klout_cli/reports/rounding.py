"""Rounding for people: halves up, and rounded parts add up to their rounded sum."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def half_up(value: float, digits: int = 0) -> float:
    """Round halves away from zero: 0.5 is 1, 2.5 is 3, 46.95 is 47.0 to one digit."""
    return _scaled(_units(value, digits), digits)


def apportion(parts: Sequence[float], total: float, digits: int = 0) -> list[float]:
    """Round parts so that they add up to `half_up(total, digits)` exactly.

    Largest remainders are rounded up. `total` is the sum of `parts` up to float error. Each part
    moves by less than one unit of the last digit.
    """
    exact = [Decimal(repr(part)).scaleb(digits) for part in parts]
    units = [int(part.to_integral_value(ROUND_FLOOR)) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: units[place] - exact[place])
    for place in by_remainder[: _units(total, digits) - sum(units)]:
        units[place] += 1
    return [_scaled(unit, digits) for unit in units]


def _units(value: float, digits: int) -> int:
    # repr, not the binary value: the number as a person would read it.
    return int(Decimal(repr(value)).scaleb(digits).to_integral_value(ROUND_HALF_UP))


def _scaled(units: int, digits: int) -> float:
    # An integer over a power of ten is the nearest float, and never a negative zero.
    return units / 10.0**digits
