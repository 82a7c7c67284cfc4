"""What a row of the history holds: a snapshot, its model and its score."""

from typing import TypeAlias

from msgspec import DecodeError, Struct
from msgspec.json import decode
from msgspec.structs import replace

from klout_cli.history.ranges import check_ranges
from klout_cli.results import (
    SNAPSHOT_VERSION,
    ModelName,
    Score,
    Snapshot,
    StoredSnapshot,
)
from klout_cli.results.plain import encode_json

Row: TypeAlias = tuple[int, bytes, bytes, bytes, bytes]


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
    check_ranges(stored)
    return stored


def _decode_snapshot(data: bytes) -> Snapshot:
    """Read a snapshot, also one of an earlier version."""
    if decode(data, type=_Versioned).version < SNAPSHOT_VERSION:
        from klout_cli.history.version1 import decode_snapshot

        return decode_snapshot(data)
    return decode(data, type=Snapshot)
