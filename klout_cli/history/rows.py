"""What a row of the history holds: a snapshot, its model and its score."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from msgspec import DecodeError, Struct, ValidationError
from msgspec.json import decode
from msgspec.structs import astuple, replace

from klout_cli.results import (
    SNAPSHOT_VERSION,
    ModelName,
    Score,
    Snapshot,
    StoredSnapshot,
)
from klout_cli.results.plain import encode_json

Row: TypeAlias = tuple[int, bytes, bytes, bytes, bytes]

LARGEST = 1e18
"""Far beyond any count; larger numbers overflow where they are rounded."""


class _Account(Struct):
    id: str
    network: str
    handle: str


class _Versioned(Struct):
    """The version of a snapshot; the first did not name itself."""

    version: int = 1


class Owner(Struct):
    """The owner fields of a snapshot; decoding only these is ten times faster."""

    person: str
    measured: list[_Account]


def hash_content(snapshot: Snapshot, model: ModelName) -> bytes:
    """Hash what was measured and by which model, regardless of file names."""
    import hashlib

    return hashlib.sha256(encode_json((replace(snapshot, inputs=()), model.fingerprint))).digest()


def decode_row(row: Row) -> StoredSnapshot:
    """Read a row; raises DecodeError if it is damaged."""
    try:
        id, _, snapshot, model, score = row
        stored = StoredSnapshot(
            id,
            _decode_snapshot(snapshot),
            decode(model, type=ModelName),
            decode(score, type=Score),
        )
    except TypeError as fault:  # TypeError: a damaged row or cell isn't a tuple or bytes
        raise DecodeError("a damaged row") from fault
    _check_ranges(stored)
    return stored


def _decode_snapshot(data: bytes) -> Snapshot:
    """Read a snapshot, also one of an earlier version."""
    if decode(data, type=_Versioned).version < SNAPSHOT_VERSION:
        from klout_cli.history.version1 import decode_snapshot

        return decode_snapshot(data)
    return decode(data, type=Snapshot)


def _check_ranges(stored: StoredSnapshot) -> None:
    """Raise ValidationError for a number that no export can have given: it is damage."""
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
        yield from _numbers([measurement.facts for measurement in account.measurements])
        yield from _numbers([[astuple(week) for week in account.weeks], account.crowd])
        yield account.window.posts or 0


def _others(snapshot: Snapshot) -> Iterator[float]:
    """Yield displayed numbers, some of which are logarithms."""
    for account in (*snapshot.measured, *snapshot.on_topic):
        yield from _numbers([measurement.facts for measurement in account.observed])
    yield from _numbers([trait.facts for trait in snapshot.traits])


def _numbers(value: Any) -> Iterator[float]:
    """Yield every number in nested tuples, lists and mappings."""
    if isinstance(value, dict):
        yield from _numbers(list(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _numbers(part)
    elif isinstance(value, int | float):
        yield value
