"""Tar archives, plain or in gzip, with a header reader of our own.

Crafted headers take tarfile 630 MB (298 kB of records) or a RecursionError (a chain of names).
"""

import io
import tempfile
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from klout_cli.errors import AccessError
from klout_cli.files import archives
from klout_cli.files.archives import LINK, NOT_REGULAR, PIECE, Entry, Pieces, read_pieces
from klout_cli.files.limits import Limits
from klout_cli.files.private import names_private
from klout_cli.translation import Message

BLOCK = 512
MAX_HEADERS = 1 << 16  # bytes of headers before the data of one file
SPOOL_MEMORY = 16 << 20
LEAST_PACKED = 128  # bytes of one of many files: a post has some 200
GZIP_WINDOW, GZIP_PIECE = 16 + zlib.MAX_WBITS, 1 << 14
DEVICE, SPARSE = Message("device"), Message("sparse file")
REASONS: dict[bytes, str] = {b"0": "", b"7": "", b"\0": "", b"1": LINK, b"2": LINK, b"S": SPARSE}
REASONS |= {b"3": DEVICE, b"4": DEVICE, b"6": Message("pipe")}


def is_tar(block: bytes) -> bool:
    """Return whether the first 512 bytes of a file are a header, by its checksum."""
    return len(block) == BLOCK and block != bytes(BLOCK) and _has_checksum(block)


def open_gzip(path: Path, limits: Limits) -> BinaryIO:
    """Return the stream inside a gzip file; reading raises InputError for what is a bomb."""
    where = archives.printable(path)
    return archives.open_pieces(lambda: _inflate_gzip(path, limits, where), where)


def _inflate_gzip(path: Path, limits: Limits, where: str) -> Pieces:
    """Yield the content of all gzip members; gzip.GzipFile takes seconds for odd headers."""
    packed, unpacked, count = path.stat().st_size, 0, 0
    most = max(limits.ratio_from, limits.unpacked + 2 * packed)  # media hardly shrinks
    with path.open("rb") as file:
        piece = file.read(GZIP_PIECE)
        while piece:
            inflater, count = zlib.decompressobj(GZIP_WINDOW), count + 1
            if count > limits.members:
                raise ValueError("more gzip members than files")
            while piece and not inflater.eof:
                while data := inflater.decompress(piece, PIECE):
                    yield data
                    unpacked += len(data)
                    archives.refuse_ratio(where, unpacked, packed, limits)
                    if unpacked > most:
                        archives.refuse_excess(where, 0, unpacked, limits)
                    piece = inflater.unconsumed_tail
                piece = inflater.unused_data or file.read(GZIP_PIECE)
            if not inflater.eof:
                raise EOFError
            while piece and not (piece := piece.lstrip(b"\0")):  # padding
                piece = file.read(GZIP_PIECE)


def list_tar(path: Path, limits: Limits) -> list[Entry]:
    """List the files of a plain tar; EOFError: it is cut off, ValueError: it is damaged."""
    with path.open("rb") as source:
        return [
            Entry(name, size, partial(_read_slice, lambda: path.open("rb"), start, size), reason)
            for name, start, size, reason, _ in _HeaderReader(source, str(path), limits)
        ]


def list_tar_gz(path: Path, limits: Limits, *, private: bool) -> list[Entry]:
    """List the files of a tar.gz, and spool what may be read in the one pass that this takes.

    Larger media, and messages unless `private`, are inflated from the start again if opened; their
    CRC-32 is taken in passing, so that nobody opens them for it.
    """
    spool, entries = _Spool(SPOOL_MEMORY), list[Entry]()
    bounds = archives.bound_archive(limits, path.stat().st_size, LEAST_PACKED)
    with open_gzip(path, replace(bounds, members=limits.members)) as source:
        for name, start, size, reason, data in _HeaderReader(source, str(path), bounds):
            if not reason and _is_wanted(archives.clean_name(name), size, private):
                pieces = partial(spool.read_slice, spool.append(data), size)
                entries.append(Entry(name, size, pieces))
            else:
                crc = archives.sum_pieces(data)
                pieces = partial(_read_slice, lambda: open_gzip(path, limits), start, size)
                entries.append(Entry(name, size, pieces, reason, crc))
        while source.read(PIECE):  # to the CRC at the end
            pass
    return entries


def _is_wanted(name: str, size: int, private: bool) -> bool:
    """Return whether a file of this clean name may be read, or looked at since it is small."""
    if name.lower().endswith(archives.ARCHIVES):
        return False
    if archives.is_media(name) and size > archives.HEAD:
        return False
    return private or not names_private(name) or name.rpartition("/")[2] == archives.TELEGRAM


def _read_slice(opener: Callable[[], BinaryIO], start: int, size: int) -> Pieces:
    with opener() as source:
        _skip(source, start, read_pieces(source, start))
        yield from read_pieces(source, size)


def _skip(source: BinaryIO, place: int, pieces: Iterable[bytes]) -> None:
    """Go forward to a place, by reading the pieces before it if a stream cannot seek."""
    if source.seekable():
        source.seek(place)
    else:
        deque(pieces, maxlen=0)


class _Spool(tempfile.SpooledTemporaryFile[bytes]):
    """Bytes in memory or, if many, in a file without a name; gone with the last reference."""

    def __del__(self) -> None:
        self.close()

    def append(self, pieces: Pieces) -> int:
        """Return where the bytes begin; raises AccessError where the disk is full."""
        start = self.seek(0, io.SEEK_END)
        for piece in pieces:
            try:
                self.write(piece)
            except OSError as error:
                with suppress(OSError):
                    self.close()
                cause, folder = (error.strerror or "").lower(), tempfile.gettempdir()
                raise AccessError(
                    Message("there is no room to unpack this"), folder, cause
                ) from error
        return start

    def read_slice(self, start: int, size: int) -> Pieces:
        """Yield `size` bytes from `start` on."""
        for at in range(start, start + size, PIECE):
            self.seek(at)
            yield self.read(min(PIECE, start + size - at))


class _HeaderReader:
    """Yields the files of a tar as (name, start of the data, size, reason not to read it, data).

    The data may be read before the next file is asked for. Every step goes forward, so that no
    header can make it loop.
    """

    def __init__(self, source: BinaryIO, where: str, limits: Limits) -> None:
        self._source, self._where, self._limits = source, where, limits
        self._place = self._header_bytes_left = 0
        self._budget = 50 * limits.members  # for headers, records and the bytes of names

    def __iter__(self) -> Iterator[tuple[str, int, int, str, Pieces]]:
        count = total = 0
        while header := self._read_header():
            name, size, reason = header
            count, total = count + 1, total + (0 if archives.is_media(name) else size)
            archives.refuse_excess(self._where, count, total, self._limits)
            data = read_pieces(self._source, size)
            if not name.endswith("/"):
                yield name, self._place, size, reason, data
            if size:
                self._place += _pad(size)
                padding = read_pieces(self._source, _pad(size) - size)
                _skip(self._source, self._place, chain(data, padding))

    def _read_header(self) -> tuple[str, int, str] | None:
        """Return name, size and reason of the next file; None at the end."""
        self._header_bytes_left, fields = MAX_HEADERS, dict[str, str]()
        while (block := self._read(BLOCK)) != bytes(BLOCK):
            if not _has_checksum(block):
                raise ValueError("no header")
            self._spend(10)
            kind, size = block[156:157], _parse_number(block[124:136])
            if kind == b"L":
                fields["path"] = _parse_text(self._read(_pad(size)))
            elif kind == b"x":
                fields |= self._parse_records(self._read(_pad(size))[:size])
            elif kind in b"gK":
                self._read(_pad(size))
            else:
                return self._describe_file(block, kind, size, fields)
        return None

    def _describe_file(
        self, block: bytes, kind: bytes, size: int, fields: dict[str, str]
    ) -> tuple[str, int, str]:
        more = block[482] if kind == b"S" else 0
        while more:
            more = self._read(BLOCK)[504]
        prefix = _parse_text(block[345:500]) if block[257:263] == b"ustar\0" else ""
        name = fields.get("path") or prefix + "/" * bool(prefix) + _parse_text(block[:100])
        self._spend(len(name[: archives.MAX_NAME].encode()) // 5)
        reason = REASONS.get(kind, NOT_REGULAR)
        if not reason and any(key.startswith("GNU.sparse") for key in fields):
            reason = SPARSE
        elif not reason and name.startswith("/"):
            reason = Message("absolute name")
        size = 0 if kind in b"123456" else int(fields.get("size", size))
        if size < 0:
            raise ValueError("negative size")
        return name[: archives.MAX_NAME + 1] + "/" * (kind == b"5"), size, reason

    def _parse_records(self, data: bytes) -> dict[str, str]:
        """Parse the records "length key=value" of an extended header."""
        start, fields = 0, dict[str, str]()
        while start < len(data):
            blank = data.index(b" ", start)
            end = start + int(data[start:blank])
            if end <= blank:
                raise ValueError("a record without an end")
            self._spend(2)
            key, _, value = data[blank + 1 : end].removesuffix(b"\n").partition(b"=")
            if key in (b"path", b"size") or key.startswith(b"GNU.sparse"):
                fields[_parse_text(key)] = _parse_text(value)
            start = end
        return fields

    def _read(self, size: int) -> bytes:
        self._header_bytes_left -= size
        if self._header_bytes_left < 0:
            raise ValueError("headers of a file over 64 kB")
        if len(data := self._source.read(size)) < size:
            raise EOFError
        self._place += size
        return data

    def _spend(self, cost: int) -> None:
        self._budget -= cost
        if self._budget < 0:
            raise ValueError("more headers than files need")


def _pad(size: int) -> int:
    """Round up to whole blocks."""
    return -size // BLOCK * -BLOCK


def _has_checksum(block: bytes) -> bool:
    # The lower half of Adler-32 is the sum of the bytes, in a tenth of the time of sum().
    total = zlib.adler32(block[:148] + b" " * 8 + block[156:]) - 1 & 0xFFFF
    with suppress(ValueError):
        return (_parse_number(block[148:156]) - total) % 65_521 == 0
    return False


def _parse_number(field: bytes) -> int:
    """Parse an octal number, or a large one in base 256."""
    if field[0] & 0x80:
        return int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big")
    number = int(field.strip(b" \0") or b"0", 8)
    if number < 0:
        raise ValueError("negative number")
    return number


def _parse_text(field: bytes) -> str:
    return field.split(b"\0", 1)[0].decode("utf-8", "replace")
