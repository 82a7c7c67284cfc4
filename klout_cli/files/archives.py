"""Members of archives and folders, their streams, names and limits."""

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property, lru_cache, partial
from glob import has_magic
from typing import Any, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import AccessError, InputError
from klout_cli.files.limits import (
    SMALL_ARCHIVE,
    SMALL_FILES,
    SMALL_UNPACKED,
    TRUST,
    Allowance,
    Limits,
)
from klout_cli.files.private import is_public_channel, names_private
from klout_cli.translation import Message

SMALL, HEAD, PIECE = 1 << 8, 1 << 12, 1 << 18
MAX_NAME = 1 << 10
ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar")
TELEGRAM = "result.json"
LINK, NOT_REGULAR = Message("link"), Message("not a regular file")
AGAIN = Message("download it again")
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, OverflowError)

# Importers never open media: it does not count towards what an archive unpacks to.
_MEDIA = re.compile(
    "jpe?g|png|gif|webp|svg|hei[cf]|avif|bmp|tiff?|ico|mp4|m4v|mov|webm|avi|mkv|3gp|mp3|m4a|aac|"
    "ogg|opus|wav|flac|woff2?|[ot]tf|eot"
)
# Leftovers of file managers, or of a killed klout, are ignored without a count (case Z22).
_JUNK = re.compile(
    r"(?:^|/)(?:\.(?:_|klout-)[^/]*$|(?:\.ds_store|thumbs\.db|desktop\.ini|__macosx)(?:/|$))",
    re.IGNORECASE,
)
_DRIVE = re.compile(r"^[A-Za-z]:")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

Pieces = Generator[bytes, None, None]


class Entry(Struct, frozen=True):
    """A file as an archive lists it: its name as written, and the `reason` not to read it.

    `crc` and `made` are those of `Member`. `oversized`: the packed bytes cannot give the stated
    size, and `size` is what they can.
    """

    name: str
    size: int
    pieces: Callable[[], Pieces]
    reason: str = ""
    crc: int | None = None
    made: tuple[int, int, int] | None = None
    oversized: bool = False


class Member(Struct, eq=False, dict=True):
    """One file of an export: `name` is its path there, `container` the archive or folder.

    `size` is in bytes, `crc` the CRC-32 and `made` the day of the file (year, month, day), as an
    archive states them; a file on disk has no such day, since copying changes it. `limits` bind
    whoever reads it, and so does the `allowance` of a small archive.
    """

    container: str
    name: str
    size: int
    opener: Callable[[], BinaryIO]
    crc: int | None = None
    made: tuple[int, int, int] | None = None
    limits: Limits = Limits()
    allowance: Allowance | None = None

    @cached_property
    def basename(self) -> str:
        """The last part of the name, lower case."""
        return self.name.rpartition("/")[2].lower()

    @cached_property
    def where(self) -> str:
        """The name of this file in messages and the ledger."""
        return f"{self.container}:{self.name}" if self.container else self.name

    @cached_property
    def private(self) -> bool:
        """Whether it contains private talk: no importer sees it unless the user asks (case U7)."""
        return names_private(self.name) and not (
            self.basename == TELEGRAM and is_public_channel(self.head())
        )

    def spend(self, rows: float) -> None:
        """Count what takes as long as so many rows. Raises InputError over the allowance."""
        if self.allowance:
            self.allowance.spend(rows, self.where)

    def open(self) -> BinaryIO:
        """Open for streaming; reading raises InputError (cases Z4, Z7) or AccessError (case S8)."""
        return self.opener()

    def read(self) -> bytes:
        """Return the whole member; raises as `open` does."""
        with self.open() as source:
            return source.read()

    def pieces(self) -> Pieces:
        """Yield the whole member in pieces; raises as `open` does."""
        with self.open() as source:
            while piece := source.read(PIECE):
                yield piece

    def head(self, count: int = HEAD) -> bytes:
        """Return the first bytes, to recognise the file by; b"" where damage hides them.

        The CRC is not checked: a damaged file is still recognised, and then counted as damaged.
        """
        if self.size <= SMALL:
            return _read_small(self, SMALL)[:count]
        return _read_head(self, HEAD)[:count] if count <= HEAD else _read_start(self, count)

    def damage(self) -> InputError | None:
        """Return the error of reading a file that nobody recognises, which may be why.

        A large one is read only where not even its head can be.
        """
        if is_media(self.name) or (self.size > PIECE and self.head()):
            return None
        try:
            sum_pieces(self.pieces())
        except InputError as error:
            return error
        return None

    def checksum(self) -> int:
        """Return the CRC-32 as stated, or of the bytes; raises as `open` does."""
        if self.crc is None:
            self.crc = sum_pieces(self.pieces())
        return self.crc

    def watched(self, notify: Callable[[int], None]) -> "Member":
        """Return the same file, which notifies of the number of bytes in every piece read."""

        def pieces() -> Pieces:
            for piece in self.pieces():
                notify(len(piece))
                yield piece

        return replace(self, opener=partial(open_pieces, pieces, self.where))

    def holding(self, data: bytes) -> "Member":
        """Return a file of the same name with these bytes."""
        return replace(self, size=len(data), opener=partial(io.BytesIO, data), crc=None)


def _read_start(member: Member, count: int) -> bytes:
    if not member.size:
        return b""
    with suppress(InputError), member.open() as source:
        return source.read(min(count, member.size))
    return b""


# A dozen importers look at the head of every file: at most 64 and 32 MB spare opening it again.
_read_head = lru_cache(maxsize=1 << 14)(_read_start)
_read_small = lru_cache(maxsize=1 << 17)(_read_start)


class _PieceStream(io.RawIOBase):
    def __init__(self, pieces: Pieces, where: str) -> None:
        self._pieces, self._where, self._rest = pieces, where, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            with translate_errors(self._where):
                self._rest = memoryview(next(self._pieces, b""))
        count = min(len(buffer), len(self._rest))
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count

    def close(self) -> None:
        self._pieces.close()
        super().close()


def open_pieces(pieces: Callable[[], Pieces], where: str) -> BinaryIO:
    """Return a stream of pieces; reading raises InputError or AccessError, naming `where`."""
    return io.BufferedReader(_PieceStream(pieces(), where), PIECE)


@contextmanager
def translate_errors(where: str) -> Iterator[None]:
    """Raise InputError for errors of broken archives, AccessError for those of the file system."""
    try:
        yield
    except EOFError as error:
        raise InputError(Message("the download is cut off"), where, AGAIN) from error
    except BROKEN as error:
        raise InputError(Message("this file is damaged"), where, AGAIN) from error
    except FileNotFoundError as error:
        remedy = Message("no file matches this pattern") if has_magic(where) else ""
        raise AccessError(Message("there is no such file or folder"), where, remedy) from error
    except OSError as error:
        cause = (error.strerror or "").lower()
        raise AccessError(Message("this can't be read"), where, cause) from error


def read_pieces(source: BinaryIO, size: int) -> Pieces:
    """Yield the next `size` bytes of a stream; raises EOFError where there are fewer."""
    while size:
        if not (piece := source.read(min(size, PIECE))):
            raise EOFError
        size -= len(piece)
        yield piece


def sum_pieces(pieces: Pieces) -> int:
    """Return the CRC-32 of all bytes."""
    crc = 0
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
    return crc


def printable(name: object) -> str:
    """Replace what is not UTF-8 in a name of the file system by U+FFFD."""
    return _SURROGATES.sub("\ufffd", str(name))


def clean_name(name: str) -> str:
    """Make a member's name relative: no drive, root or "..", forward slashes, composed letters."""
    path = _DRIVE.sub("", unicodedata.normalize("NFC", printable(name)).replace("\\", "/"))
    return "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def points_outside(name: str) -> bool:
    """Return whether a member's name, as written, leaves the folder it is unpacked into."""
    path = name.replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/")


def is_media(name: str) -> bool:
    """Return whether a name has the suffix of an image, video, sound or font."""
    return _MEDIA.fullmatch(name.rpartition(".")[2].lower()) is not None


def is_junk(name: str) -> bool:
    """Return whether a clean name is that of a leftover of file managers, or of klout's own."""
    return _JUNK.search(name) is not None


def format_size(count: int) -> Message:
    """Format a number of bytes for a message."""
    if count < 1000:
        return Message("{n} bytes", n=count)
    if count < 1_000_000:
        return Message("{size} kB", size=round(count / 1000, 1))
    return Message("{size} MB", size=round(count / 1e6, 1))


def refuse_ratio(where: str, size: int, packed: int, limits: Limits) -> None:
    """Raise InputError for a compression ratio over the limit (case Z1)."""
    if size > limits.ratio_from and size > packed * limits.ratio:
        sizes = {"packed": format_size(packed), "size": format_size(size)}
        what = Message("this looks like a zip bomb: {packed} unpack to {size}", **sizes)
        raise InputError(what, where, TRUST)


def bound_archive(limits: Limits, packed: int, least: int) -> Limits:
    """Allow a small archive less, a larger one files of `least` packed bytes each (case W4)."""
    small = packed <= SMALL_ARCHIVE
    files, size = (SMALL_FILES, SMALL_UNPACKED) if small else (packed // least, limits.unpacked)
    return replace(limits, members=min(limits.members, files), unpacked=min(limits.unpacked, size))


def refuse_excess(where: str, count: int, size: int, limits: Limits) -> None:
    """Raise InputError for too many files, or too many bytes to read (cases Z2, Z15)."""
    if count > limits.members:
        what = Message("this contains more than {n} files", n=limits.members)
        raise InputError(what, where, Message("give only the files of your export"))
    if size > limits.unpacked:
        sizes = {"size": format_size(size), "limit": format_size(limits.unpacked)}
        raise InputError(
            Message("this unpacks to {size}, more than {limit}", **sizes), where, TRUST
        )
