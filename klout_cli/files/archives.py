"""What all archives share, and the zip: entries are listed and judged before any is read, then streamed (reliability §3, rows Z).

Nothing is extracted, and no file stays open between calls. The standard library reads the directory
of a zip, but not its members: ZipFile.open inflates up to a gigabyte at once where a size field
lies, and hides the first bytes of a small damaged member.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from glob import has_magic
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from klout_cli.errors import AccessError, InputError
from klout_cli.files.limits import Limits

# Importers never open media, so it does not count towards what an archive unpacks to: 300 MB of it
# are normal.
MEDIA = re.compile(
    r"\.(jpe?g|png|gif|webp|svg|hei[cf]|avif|bmp|tiff?|ico|mp4|m4v|mov|webm|avi|mkv|3gp|mp3|m4a|aac|ogg|opus|wav|flac|woff2?|[ot]tf|eot)$",
    re.IGNORECASE,
)
PACKED_PIECE = 1 << 16
PIECE = 1 << 18
AGAIN = "download it again"
TRUST = "if you trust it, unpack it and give the folder"
CUT_OFF = "the download is cut off"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, struct.error)

_METHODS = {
    1: "shrink",
    6: "implode",
    9: "deflate64",
    12: "bzip2",
    14: "lzma",
    93: "zstd",
    95: "xz",
    98: "ppmd",
}
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_AES = 99
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF8_NAME = 0x800
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_HIGHEST_DEFLATE_RATIO = 1032

Pieces = Generator[bytes, None, None]


class Entry(Struct, frozen=True):
    """One file of an archive: its name as written, the bytes it gives and takes (`packed`), or the `reason` why it is never read.

    `crc` is the CRC-32 the archive states; `lied`: the stated size is more than the packed bytes
    can give. `made` is the day (year, month, day) the archive states for the file, in nobody knows
    whose time zone.
    """

    name: str
    size: int
    packed: int
    pieces: Callable[[], Pieces]
    reason: str = ""
    crc: int | None = None
    lied: bool = False
    made: tuple[int, int, int] | None = None


class PieceStream(io.RawIOBase):
    """A generator of byte pieces as a stream that tells every fault as one of ours.

    Closing it closes the generator.
    """

    def __init__(self, pieces: Pieces, where: str) -> None:
        self._pieces = pieces
        self._where = where
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Hand out what is left of the last piece, or of the next one."""
        if not self._rest:
            with told(self._where):
                self._rest = memoryview(next(self._pieces, b""))
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def readall(self) -> bytes:
        """Join all that is left."""
        with told(self._where):
            return b"".join((self._rest, *self._pieces))

    def close(self) -> None:
        """Close what the pieces come from."""
        self._pieces.close()
        super().close()


def stream(pieces: Pieces, where: str) -> BinaryIO:
    """Make pieces a buffered binary stream.

    Reading it raises InputError "damaged" or AccessError, naming `where`.
    """
    return io.BufferedReader(PieceStream(pieces, where), PIECE)


@contextmanager
def told(where: str, what: str = "damaged") -> Iterator[None]:
    """Turn the faults of broken archives and of the file system into InputError and AccessError."""
    try:
        yield
    except BROKEN as fault:
        raise InputError(what, where, AGAIN) from fault
    except FileNotFoundError as fault:
        remedy = "no file has a name of this pattern" if has_magic(where) else ""
        raise AccessError("there is no such file or folder", where, remedy) from fault
    except OSError as fault:
        raise AccessError("cannot be read", where, (fault.strerror or "").lower()) from fault


def take(source: BinaryIO, size: int) -> Pieces:
    """Yield the next `size` bytes of a stream; raises EOFError where there are fewer."""
    while size:
        piece = source.read(min(size, PACKED_PIECE))
        if not piece:
            raise EOFError
        size -= len(piece)
        yield piece


def is_media(name: str) -> bool:
    """Tell media by its suffix."""
    return MEDIA.search(name) is not None


def megabytes(count: int) -> str:
    """Write a number of bytes for a message."""
    return f"{count / 1e6:,.1f} MB"


def refuse_bombs(path: Path, entries: Sequence[Entry], limits: Limits) -> None:
    """Raise InputError for a member, or a whole, that unpacks to far too much (Z1, Z2)."""
    for entry in entries:
        refuse_ratio(f"{path}:{entry.name}", entry.size, entry.packed, limits)
    counted = [entry for entry in entries if not is_media(entry.name)]
    size = sum(entry.size for entry in counted)
    refuse_ratio(str(path), size, sum(entry.packed for entry in counted), limits)
    if size > limits.unpacked:
        raise InputError(
            f"unpacks to {megabytes(size)}, more than {megabytes(limits.unpacked)}",
            str(path),
            TRUST,
        )


def refuse_ratio(where: str, size: int, packed: int, limits: Limits) -> None:
    """Raise InputError where few bytes become many."""
    if size > limits.ratio_from and size > packed * limits.ratio:
        raise InputError(
            f"looks like a zip bomb: {megabytes(packed)} unpack to {megabytes(size)}", where, TRUST
        )


def refuse_crowd(path: Path, count: int, limits: Limits) -> None:
    """Raise InputError for too many members (Z15)."""
    if count > limits.members:
        raise InputError(
            f"holds more than {limits.members:,} files",
            str(path),
            "give the files of your export alone",
        )


def zip_entries(path: Path, limits: Limits) -> list[Entry]:
    """List the files of a zip, folders left out.

    Raises InputError where it is cut off (Z6), overlaps (Z3), has a password (Z13), needs another
    method (Z14) or exceeds a limit.
    """
    try:
        with (
            told(str(path), f"{CUT_OFF}, or damaged: its list of files cannot be read"),
            zipfile.ZipFile(path) as archive,
        ):
            infos = archive.infolist()
    except NotImplementedError as fault:
        raise InputError(
            "a kind of zip klout does not read", str(path), "unpack it and give the folder"
        ) from fault
    refuse_crowd(path, len(infos), limits)
    _refuse_overlap(path, infos)
    files = [info for info in infos if not info.filename.endswith(("/", "\\"))]
    for info in files:
        _refuse_method(path, info)
    on_disk = path.stat().st_size
    entries = [_zip_entry(path, info, on_disk) for info in files]
    refuse_bombs(path, entries, limits)
    return entries


def _refuse_overlap(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    """Refuse members that share bytes (Z3, CVE-2024-0450), and a list from later on: that of a whole zip inside a cut-off one (Z6)."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise InputError(
                "members overlap: this is no honest zip", f"{path}:{info.filename}", AGAIN
            )
        if end == 0 and info.header_offset not in (0, 4):
            raise InputError(
                f"{CUT_OFF}, or damaged: its list of files is not its own", str(path), AGAIN
            )
        end = info.header_offset + _LOCAL_HEADER.size + len(info.orig_filename) + info.compress_size


def _refuse_method(path: Path, info: zipfile.ZipInfo) -> None:
    where = f"{path}:{info.filename}"
    if info.flag_bits & _ENCRYPTED or info.compress_type == _AES:
        raise InputError("has a password", where, "unpack it yourself and give the folder")
    if info.compress_type not in _READABLE and not is_media(info.filename):
        method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
        raise InputError(
            f"compressed with {method}, which klout does not read",
            where,
            "unpack it and zip it again with ordinary settings",
        )


def _zip_entry(path: Path, info: zipfile.ZipInfo, on_disk: int) -> Entry:
    """Believe a size only as far as the packed bytes can carry it (Z5)."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    reason = (
        "link"
        if kind == stat.S_IFLNK
        else "not a regular file"
        if kind not in (0, stat.S_IFREG)
        else ""
    )
    packed = min(info.compress_size, on_disk)
    size = min(
        info.file_size,
        packed if info.compress_type == zipfile.ZIP_STORED else packed * _HIGHEST_DEFLATE_RATIO,
    )
    return Entry(
        _zip_name(info),
        size,
        packed,
        lambda: _zip_pieces(path, info),
        reason,
        info.CRC,
        size < info.file_size,
        info.date_time[:3],
    )


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Many tools write UTF-8 names without saying so.

    Zipfile then reads them as the DOS code page (Z20).
    """
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _zip_pieces(path: Path, info: zipfile.ZipInfo) -> Pieces:
    """Yield a member.

    Too many bytes or a wrong sum raise BadZipFile at the end, after the bytes (Z4, Z7).
    """
    left, running = info.file_size, 0
    with path.open("rb") as file:
        file.seek(info.header_offset)
        signature, name, extra = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
        if signature != zipfile.stringFileHeader:  # type: ignore[attr-defined]
            raise zipfile.BadZipFile("no header")
        file.seek(name + extra, io.SEEK_CUR)
        packed = take(file, info.compress_size)
        for piece in packed if info.compress_type == zipfile.ZIP_STORED else _inflate(packed):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile("longer than stated")
            running = zlib.crc32(piece, running)
            yield piece
    if running != info.CRC:
        raise zipfile.BadZipFile("wrong sum")


def _inflate(packed: Pieces) -> Pieces:
    """Inflate in pieces of bounded size, whatever is packed."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in packed:
        while piece or not inflater.eof:
            data = inflater.decompress(piece, PIECE)
            if not data:
                break
            yield data
            piece = inflater.unconsumed_tail
        if inflater.eof:
            return
    raise EOFError
