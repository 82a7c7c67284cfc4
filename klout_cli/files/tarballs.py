"""Tar and tar.gz. Headers are read here, because crafted ones make tarfile loop (CVE-2025-8194) and backtrack (CVE-2024-6232).

Both are open in Pythons we support.
"""

import io
import zlib
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.archives import (
    AGAIN,
    CUT_OFF,
    PACKED_PIECE,
    PIECE,
    TRUST,
    Entry,
    Pieces,
    megabytes,
    refuse_bombs,
    refuse_crowd,
    refuse_ratio,
    stream,
    take,
    told,
)
from klout_cli.files.limits import Limits

if TYPE_CHECKING:
    from zlib import _Decompress

BLOCK = 512
GZIP_MAGIC = b"\x1f\x8b"

_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_LONGEST_HEADER = 1 << 16
_POINT_EVERY = 2 << 20
_NO_DATA = b"123456"
_REASONS = {
    b"1": "link",
    b"2": "link",
    b"3": "device",
    b"4": "device",
    b"6": "fifo",
    b"S": "sparse file",
}


class _Point(Struct, frozen=True):
    """A place in a gzip file to go on from: offset in the unpacked bytes, offset in the file, and the inflater as it was there."""

    at: int
    read: int
    inflater: "_Decompress"


class _Header(Struct):
    """What one tar header says of its file.

    `reason` as in Entry, `folder` for what is no file at all.
    """

    name: str
    size: int
    folder: bool
    reason: str


def is_tar(block: bytes) -> bool:
    """Tell a tar by its first 512 bytes: a header carries its own sum."""
    return len(block) == BLOCK and block.strip(b"\0") != b"" and _sum_holds(block)


def gzip_start(path: Path) -> bytes:
    """Return the first 512 bytes inside a gzip file.

    Raises InputError where even they are cut off or damaged.
    """
    with stream(_gunzip(path, _beginning()), str(path)) as inside:
        return inside.read(BLOCK)


def tar_entries(path: Path, limits: Limits) -> list[Entry]:
    """List the files of an uncompressed tar, folders left out.

    Raises InputError where it is cut off, damaged or exceeds a limit.
    """

    def pieces(at: int, size: int) -> Pieces:
        with path.open("rb") as file:
            file.seek(at)
            yield from take(file, size)

    with path.open("rb") as source:
        return _Tape(source, path, limits).entries(pieces)


def tar_gz_entries(path: Path, limits: Limits) -> list[Entry]:
    """List the files of a tar.gz in one pass to the sum at its end, which leaves points from which single files are cheap to reach."""
    points = [_beginning()]

    def pieces(at: int, size: int) -> Pieces:
        point = points[bisect_right(points, at, key=lambda point: point.at) - 1]
        with stream(_gunzip(path, point), str(path)) as source:
            for _ in take(source, at - point.at):
                pass
            yield from take(source, size)

    with stream(_bounded(_gunzip(path, points[0], points), path, limits), str(path)) as source:
        entries = _Tape(source, path, limits).entries(pieces)
        while source.read(PIECE):
            pass
    return entries


def _beginning() -> _Point:
    return _Point(0, 0, zlib.decompressobj(_GZIP_WINDOW))


def _gunzip(path: Path, start: _Point, points: list[_Point] | None = None) -> Pieces:
    """Inflate from a point to the end, a file of several parts as one.

    `points` gets a new one every 2 MB.
    """
    at, inflater = start.at, start.inflater.copy()
    with path.open("rb", buffering=0) as file:
        file.seek(start.read)
        while True:
            packed = (
                inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            ) or file.read(PACKED_PIECE)
            if inflater.eof:
                if not packed.strip(b"\0"):
                    return
                inflater = zlib.decompressobj(_GZIP_WINDOW)
            piece = inflater.decompress(packed, PIECE)
            if not packed and not piece and not inflater.eof:
                raise InputError(CUT_OFF, str(path), AGAIN)
            at += len(piece)
            if points and at - points[-1].at >= _POINT_EVERY:
                points.append(_Point(at, file.tell(), inflater.copy()))
            if piece:
                yield piece


def _bounded(pieces: Pieces, path: Path, limits: Limits) -> Pieces:
    """Stop at a bomb (Z1): media hardly shrinks, so an honest archive gives at most the limit and twice its own size."""
    packed, unpacked = path.stat().st_size, 0
    for piece in pieces:
        unpacked += len(piece)
        refuse_ratio(str(path), unpacked, packed, limits)
        if unpacked > max(limits.ratio_from, limits.unpacked + 2 * packed):
            raise InputError(f"unpacks to more than {megabytes(limits.unpacked)}", str(path), TRUST)
        yield piece


class _Tape:
    """Reads the headers of a tar in order.

    Every step goes forward, so that no header can make it loop (Z12).
    """

    def __init__(self, source: BinaryIO, path: Path, limits: Limits) -> None:
        self._source = source
        self._path = path
        self._limits = limits
        self._at = 0

    def entries(self, pieces: Callable[[int, int], Pieces]) -> list[Entry]:
        """List the files; `pieces(offset, size)` streams one."""
        found: list[Entry] = []
        with told(str(self._path)):
            while header := self._header():
                if not header.folder:
                    at, size = self._at, header.size
                    found.append(
                        Entry(
                            header.name,
                            size,
                            size,
                            lambda at=at, size=size: pieces(at, size),
                            header.reason,
                        )
                    )  # type: ignore[misc]
                    refuse_crowd(self._path, len(found), self._limits)
                self._skip(header.size)
        refuse_bombs(self._path, found, self._limits)
        return found

    def _header(self) -> _Header | None:
        """Read up to the data of the next file; None at the end mark.

        ValueError for what is no header.
        """
        said: dict[str, str] = {}
        while (block := self._read(BLOCK)).strip(b"\0"):
            if not _sum_holds(block):
                raise ValueError("no header")
            kind, size = block[156:157], _number(block[124:136])
            if kind == b"L":
                said["path"] = _text(self._read_data(size))
            elif kind == b"x":
                said |= _pax(self._read_data(size))
            elif kind in b"gK":
                self._skip(size)
            else:
                return self._file(block, kind, size, said)
        return None

    def _file(self, block: bytes, kind: bytes, size: int, said: dict[str, str]) -> _Header:
        more = block[482] if kind == b"S" else 0
        while more:
            more = self._read(BLOCK)[504]
        name = said.get("path") or _name(block)
        regular = kind in b"07\0" and not any(key.startswith("GNU.sparse") for key in said)
        reason = (
            ""
            if regular
            else _REASONS.get(kind, "sparse file" if kind in b"07\0" else "not a regular file")
        )
        size = 0 if kind in _NO_DATA else _positive(int(said.get("size", size)))
        return _Header(
            name,
            size,
            kind == b"5" or name.endswith("/"),
            "absolute name" if not reason and name.startswith("/") else reason,
        )

    def _read(self, size: int) -> bytes:
        data = self._source.read(size)
        if len(data) < size:
            raise InputError(CUT_OFF, str(self._path), AGAIN)
        self._at += size
        return data

    def _read_data(self, size: int) -> bytes:
        if size > _LONGEST_HEADER:
            raise ValueError("header too long")
        return self._read(-size // BLOCK * -BLOCK)[:size]

    def _skip(self, size: int) -> None:
        size = -size // BLOCK * -BLOCK
        if self._source.seekable():
            self._source.seek(size, io.SEEK_CUR)
            self._at += size
            return
        end = self._at + size
        while self._at < end:
            self._read(min(PIECE, end - self._at))


def _sum_holds(block: bytes) -> bool:
    try:
        return _number(block[148:156]) == sum(block[:148]) + sum(b" " * 8) + sum(block[156:])
    except ValueError:
        return False


def _number(field: bytes) -> int:
    """Read an octal number, or a large one in base 256."""
    if field[0] & 0x80:
        return int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big")
    return _positive(int(field.strip(b" \0") or b"0", 8))


def _positive(number: int) -> int:
    if number < 0:
        raise ValueError("negative size")
    return number


def _text(field: bytes) -> str:
    return field.split(b"\0", 1)[0].decode("utf-8", "replace")


def _name(block: bytes) -> str:
    prefix = _text(block[345:500]) if block[257:263] == b"ustar\0" else ""
    return f"{prefix}/{_text(block[:100])}" if prefix else _text(block[:100])


def _pax(data: bytes) -> dict[str, str]:
    """Read the records "length key=value" of an extended header."""
    said: dict[str, str] = {}
    while data:
        length = int(data.split(b" ", 1)[0])
        record, data = data[:length], data[max(length, 1) :]
        key, _, value = record.partition(b" ")[2].rstrip(b"\n").partition(b"=")
        said[_text(key)] = _text(value)
    return said
