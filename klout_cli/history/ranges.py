"""Numbers that a stored snapshot can hold; others are damage."""

from collections.abc import Iterator
from typing import Any

from msgspec import ValidationError
from msgspec.structs import astuple

from klout_cli.results import Snapshot, StoredSnapshot

LARGEST = 1e18
"""Far beyond any count; larger numbers overflow where they are rounded."""


def check_ranges(stored: StoredSnapshot) -> None:
    """Raise ValidationError for a number that no export can have given."""
    score = stored.score
    for value in (score.value, score.low, score.high):
        _check(value, 0.0, 100.0)
    _check(score.measured, 0.0, 1.0)
    for value in _counts(stored.snapshot):
        _check(value, 0.0, LARGEST)
    for value in _others(stored.snapshot):
        _check(value, -LARGEST, LARGEST)


def _check(value: float, least: float, most: float) -> None:
    if not least <= value <= most:  # also refuses NaN
        raise ValidationError("a number out of range")


def _counts(snapshot: Snapshot) -> Iterator[float]:
    """Yield the numbers of scored factors and of weeks, which are never negative."""
    for account in (*snapshot.measured, *snapshot.on_topic):
        for measurement in account.measurements:
            yield from _numbers(tuple(measurement.facts.values()))
        for week in account.weeks:
            yield from astuple(week)
        yield from _numbers(account.crowd)
        yield account.window.posts or 0


def _others(snapshot: Snapshot) -> Iterator[float]:
    """Yield displayed numbers, some of which are logarithms."""
    for account in (*snapshot.measured, *snapshot.on_topic):
        for measurement in account.observed:
            yield from _numbers(tuple(measurement.facts.values()))
    for trait in snapshot.traits:
        yield from _numbers(tuple(trait.facts.values()))


def _numbers(value: Any) -> Iterator[float]:
    """Yield every number in nested tuples, lists and mappings."""
    if isinstance(value, dict):
        yield from _numbers(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _numbers(part)
    elif isinstance(value, int | float):
        yield value
