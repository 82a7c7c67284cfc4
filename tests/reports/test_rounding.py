"""Q17: halves go up, and rounded parts add up."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.reports.rounding import apportion, half_up

POINTS = st.floats(-100, 100)


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (0.5, 0, 1),
        (1.5, 0, 2),
        (2.5, 0, 3),
        (-2.5, 0, -3),
        (46.95, 1, 47.0),
        (1.005, 2, 1.01),
        (0.04, 1, 0.0),
        (-0.04, 1, 0.0),
        (1e-9, 1, 0),
    ],
)
def test_q17_half_up(value: float, digits: int, rounded: float) -> None:
    assert half_up(value, digits) == rounded
    assert not str(half_up(value, digits)).startswith("-0.0")


def test_q17_parts_of_a_hundred() -> None:
    assert apportion([1 / 3, 1 / 3, 1 / 3], 1.0, 2) == [0.34, 0.33, 0.33]
    assert apportion([40.0, 4.69, 1.41, 0.42, 1.18, 0.0, 5.14], 52.84, 1) == [
        40.0,
        4.7,
        1.4,
        0.4,
        1.2,
        0.0,
        5.1,
    ]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(POINTS, min_size=1, max_size=12), st.integers(0, 3))
def test_q17_parts_add_up(parts: list[float], digits: int) -> None:
    rounded = apportion(parts, sum(parts), digits)
    unit = Fraction(1, 10**digits)
    assert sum(round(Fraction(part) / unit) for part in rounded) == round(
        Fraction(half_up(sum(parts), digits)) / unit
    )
    assert all(
        abs(Fraction(shown) - Fraction(part)) < unit + Fraction(1, 10**9)
        for shown, part in zip(rounded, parts, strict=True)
    )


@settings(deadline=None, derandomize=True, max_examples=60)
@given(POINTS, st.integers(0, 3))
def test_half_up_is_stable_and_near(value: float, digits: int) -> None:
    once = half_up(value, digits)
    assert half_up(once, digits) == once
    assert abs(once - value) <= 0.5 / 10**digits + 1e-9
