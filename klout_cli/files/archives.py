"""What zips, tars and folders share: members and their streams, names, limits."""

import gzip
import io
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache, partial
from glob import has_magic
from typing import Any, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import AccessError, InputError
from klout_cli.files.limits import Limits
from klout_cli.files.private import is_public_channel, names_private

SMALL, HEAD, PIECE = 1 << 8, 1 << 12, 1 << 18
MAX_NAME = 1 << 10
ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar")
TELEGRAM = "result.json"
AGAIN = "download it again"
TRUST = "if you trust it, unpack it and give the folder"
CUT_OFF = "the download is cut off"
BROKEN = (
    *(zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, struct.error),
    *(EOFError, ValueError, OverflowError),
)

# Importers never open media: it does not count towards what an archive unpacks to.
_MEDIA = re.compile(
    "jpe?g|png|gif|webp|svg|hei[cf]|avif|bmp|tiff?|ico|mp4|m4v|mov|webm|avi|mkv|3gp|mp3|m4a|aac|"
    "ogg|opus|wav|flac|woff2?|[ot]tf|eot"
)
# Left behind by file managers or a killed klout, and ignored without a count (case Z22).
_JUNK = re.compile(
    r"(?:^|/)(?:\.(?:_|klout-)[^/]*$|(?:\.ds_store|thumbs\.db|desktop\.ini|__macosx)(?:/|$))",
    re.IGNORECASE,
)
_DRIVE = re.compile(r"^[A-Za-z]:")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

Pieces = Generator[bytes, None, None]


class Member(Struct, eq=False, dict=True):
    """One file inside an export: `name` is its path there, `container` what it lies in.

    `size` is in bytes, `crc` the CRC-32 and `made` the day the file is of (year, month, day), as an
    archive states them; a file on disk has no such day, since copying changes it. `limits` are
    those that whoever reads it keeps.
    """

    container: str
    name: str
    size: int
    opener: Callable[[], BinaryIO]
    crc: int | None = None
    made: tuple[int, int, int] | None = None
    limits: Limits = Limits()

    @cached_property
    def basename(self) -> str:
        """The last part of the name, lower case."""
        return self.name.rpartition("/")[2].lower()

    @cached_property
    def where(self) -> str:
        """How messages and the ledger name this file."""
        return f"{self.container}:{self.name}" if self.container else self.name

    @cached_property
    def private(self) -> bool:
        """Whether it holds private talk: offered to nobody unless asked for (case U7)."""
        return names_private(self.name) and not (
            self.basename == TELEGRAM and is_public_channel(self.head())
        )

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
        """Return the first bytes, for telling what it is; b"" where damage hides them.

        The CRC is not checked: a damaged file is still recognised, and then counted as damaged.
        """
        if self.size <= SMALL:
            return _read_small(self, SMALL)[:count]
        return _read_head(self, HEAD)[:count] if count <= HEAD else _read_start(self, count)

    def checksum(self) -> int:
        """Return the CRC-32 as it is stated, or of what is read; raises as `open` does."""
        if self.crc is None:
            crc = 0
            for piece in self.pieces():
                crc = zlib.crc32(piece, crc)
            self.crc = crc
        return self.crc

    def watched(self, notify: Callable[[int], None]) -> "Member":
        """Return the same file; whoever reads it tells of every piece of bytes, by their number."""

        def pieces() -> Pieces:
            for piece in self.pieces():
                notify(len(piece))
                yield piece

        return replace(self, opener=partial(open_pieces, pieces, self.where))

    def holding(self, data: bytes) -> "Member":
        """Return bytes from this file as a file of the same name, for who reads files."""
        opener = partial(io.BytesIO, data)
        return Member(self.container, self.name, len(data), opener, limits=self.limits)


def _read_start(member: Member, count: int) -> bytes:
    if not member.size:
        return b""
    with member.open() as source:
        try:
            return source.read(min(count, member.size))
        except InputError:
            return b""


# A dozen importers look at the head of every file: at most 64 and 32 MB spare opening it again.
_read_head = lru_cache(maxsize=1 << 14)(_read_start)
_read_small = lru_cache(maxsize=1 << 17)(_read_start)


class PieceStream(io.RawIOBase):
    """Pieces of bytes as a stream; reading raises InputError or AccessError, naming `where`."""

    def __init__(self, pieces: Pieces, where: str) -> None:
        self._pieces, self._where, self._rest = pieces, where, memoryview(b"")

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what is left of the last piece, or with the next one."""
        if not self._rest:
            with translate_errors(self._where):
                self._rest = memoryview(next(self._pieces, b""))
        count = min(len(buffer), len(self._rest))
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count

    def close(self) -> None:
        """Close what the pieces come from."""
        self._pieces.close()
        super().close()


def open_pieces(pieces: Callable[[], Pieces], where: str) -> BinaryIO:
    """Return pieces as a buffered stream, whose errors name `where`."""
    return io.BufferedReader(PieceStream(pieces(), where), PIECE)


@contextmanager
def translate_errors(where: str, what: str = "damaged") -> Iterator[None]:
    """Turn the errors of broken archives and of the file system into ours."""
    try:
        yield
    except EOFError as error:
        raise InputError(CUT_OFF, where, AGAIN) from error
    except BROKEN as error:
        raise InputError(what, where, AGAIN) from error
    except FileNotFoundError as error:
        remedy = "no file has a name of this pattern" if has_magic(where) else ""
        raise AccessError("there is no such file or folder", where, remedy) from error
    except OSError as error:
        raise AccessError("cannot be read", where, (error.strerror or "").lower()) from error


def read_pieces(source: BinaryIO, size: int) -> Pieces:
    """Yield the next `size` bytes of a stream; raises EOFError where there are fewer."""
    while size:
        if not (piece := source.read(min(size, PIECE))):
            raise EOFError
        size -= len(piece)
        yield piece


def printable(name: str) -> str:
    """Make a name of the file system printable: what is not UTF-8 becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", name)


def clean_name(name: str) -> str:
    """Make a member's name relative: no drive, root or "..", forward slashes, composed letters."""
    path = _DRIVE.sub("", unicodedata.normalize("NFC", printable(name)).replace("\\", "/"))
    return "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def points_outside(name: str) -> bool:
    """Return whether a member's name, as written, leaves the folder it is unpacked into."""
    path = name.replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/")


def is_media(name: str) -> bool:
    """Return whether a name ends like that of a picture, film, sound or font."""
    return _MEDIA.fullmatch(name.rpartition(".")[2].lower()) is not None


def is_junk(name: str) -> bool:
    """Return whether a clean name is that of something a file manager left behind."""
    return _JUNK.search(name) is not None


def megabytes(count: int) -> str:
    """Write a number of bytes for a message."""
    return f"{count / 1e6:,.1f} MB"


def refuse_ratio(where: str, size: int, packed: int, limits: Limits) -> None:
    """Raise InputError where few bytes become many (case Z1)."""
    if size > limits.ratio_from and size > packed * limits.ratio:
        raise InputError(
            f"looks like a zip bomb: {megabytes(packed)} unpack to {megabytes(size)}", where, TRUST
        )


def refuse_excess(where: str, count: int, size: int, limits: Limits) -> None:
    """Raise InputError for too many files, or too many bytes to read (cases Z2, Z15)."""
    if count > limits.members:
        remedy = "give the files of your export alone"
        raise InputError(f"holds more than {limits.members:,} files", where, remedy)
    if size > limits.unpacked:
        raise InputError(
            f"unpacks to {megabytes(size)}, more than {megabytes(limits.unpacked)}", where, TRUST
        )


class Entry(Struct, frozen=True):
    """A file as an archive lists it: its name as written, and the `reason` why it is never read.

    `crc` is the CRC-32 and `made` the day that are stated; `oversized`: the packed bytes cannot
    give the stated size, and `size` is what they can.
    """

    name: str
    size: int
    pieces: Callable[[], Pieces]
    reason: str = ""
    crc: int | None = None
    made: tuple[int, int, int] | None = None
    oversized: bool = False
