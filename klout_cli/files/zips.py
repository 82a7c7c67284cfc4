"""Zip archives: zipfile reads the list of files, which is checked before any is read.

ZipFile.open would keep the archive open or read the list again for each file, and doesn't return
the first bytes of a small damaged one.
"""

import io
import stat
import struct
import zipfile
import zlib
from functools import partial
from itertools import pairwise
from pathlib import Path

from klout_cli.errors import InputError
from klout_cli.files import archives
from klout_cli.files.archives import AGAIN, BROKEN, Entry, Pieces
from klout_cli.files.limits import Limits
from klout_cli.translation import Message

UNPACK = Message("unpack it and give the folder")
LEAST_PACKED = 256  # bytes of one of many files, with its two headers

_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED, _AES, _UTF8_NAME = 0x1 | 0x40 | 0x2000, 99, 0x800
_MAX_DEFLATE_RATIO = 1032
_METHODS = {1: "shrink", 6: "implode", 9: "deflate64", 12: "bzip2", 14: "lzma", 93: "zstd"}
_METHODS |= {95: "xz", 98: "ppmd"}


def list_zip(path: Path, limits: Limits) -> list[Entry]:
    """List the files of a zip, without folders.

    Raises InputError if it is cut off, has overlapping members, a password or an unknown method, or
    exceeds a limit.
    """
    where = str(path)
    infos, directory = _read_directory(path)
    archives.refuse_excess(where, len(infos), 0, limits)
    infos.sort(key=lambda info: info.header_offset)
    ends = [*(info.header_offset for info in infos), directory]
    if ends[0] not in (0, 4, directory):
        raise InputError(Message("this is cut off or damaged: the start is missing"), where, AGAIN)
    entries: list[Entry] = []
    total = total_packed = 0
    for info, (_, end) in zip(infos, pairwise(ends), strict=True):
        _refuse_member(info, end, f"{path}:{info.filename}")
        if info.filename.endswith(("/", "\\")):
            continue
        entries.append(_make_entry(path, info, end))
        if not archives.is_media(info.filename):
            size, packed = entries[-1].size, info.compress_size
            archives.refuse_ratio(f"{path}:{info.filename}", size, packed, limits)
            total, total_packed = total + size, total_packed + packed
    archives.refuse_ratio(where, total, total_packed, limits)
    filled = sum(entry.size > 0 for entry in entries)
    bounds = archives.bound_archive(limits, path.stat().st_size, LEAST_PACKED)
    archives.refuse_excess(where, filled, total, bounds)
    return entries


def _read_directory(path: Path) -> tuple[list[zipfile.ZipInfo], int]:
    """Return the entries of the directory, and where it begins."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist(), archive.start_dir
    except NotImplementedError as error:
        raise InputError(
            Message("this is a kind of zip klout can't read"), str(path), UNPACK
        ) from error
    except (EOFError, *BROKEN) as error:
        what = Message("this is cut off or damaged: the list of files can't be read")
        raise InputError(what, str(path), AGAIN) from error


def _refuse_member(info: zipfile.ZipInfo, end: int, where: str) -> None:
    if info.header_offset + _HEADER.size + len(info.orig_filename) + info.compress_size > end:
        raise InputError(Message("this isn't an honest zip: its files overlap"), where, AGAIN)
    if info.flag_bits & _ENCRYPTED or info.compress_type == _AES:
        remedy = Message("unpack it yourself and give the folder")
        raise InputError(Message("this has a password"), where, remedy)
    readable = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if not readable and not archives.is_media(info.filename):
        method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
        what = Message("this is compressed with {method}, which klout can't read", method=method)
        remedy = Message("unpack it and zip it again with ordinary settings")
        raise InputError(what, where, remedy)


def _make_entry(path: Path, info: zipfile.ZipInfo, end: int) -> Entry:
    """Describe a file; its size is at most what its packed bytes can give (case Z5)."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    reason: str = archives.LINK if kind == stat.S_IFLNK else ""
    if kind not in (0, stat.S_IFREG, stat.S_IFLNK):
        reason = archives.NOT_REGULAR
    stored = info.compress_type == zipfile.ZIP_STORED
    size = min(info.file_size, info.compress_size * (1 if stored else _MAX_DEFLATE_RATIO))
    pieces, oversized = partial(_read_member, path, info, end), size < info.file_size
    return Entry(_decode_name(info), size, pieces, reason, info.CRC, info.date_time[:3], oversized)


def _decode_name(info: zipfile.ZipInfo) -> str:
    """Read as UTF-8 what zipfile took for CP437: many tools don't set the flag (case Z20)."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _read_member(path: Path, info: zipfile.ZipInfo, end: int) -> Pieces:
    """Yield a member; a wrong size or CRC raises BadZipFile, after the bytes (cases Z4, Z7)."""
    left, crc = info.file_size, 0
    with path.open("rb") as file:
        file.seek(info.header_offset)
        signature, name, extra = _HEADER.unpack(file.read(_HEADER.size))
        start = file.seek(name + extra, io.SEEK_CUR)
        if signature != b"PK\3\4" or start + info.compress_size > end:
            raise zipfile.BadZipFile("no header, or members overlap")
        packed = archives.read_pieces(file, info.compress_size)
        for piece in packed if info.compress_type == zipfile.ZIP_STORED else _inflate(packed):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile("longer than stated")
            crc = zlib.crc32(piece, crc)
            yield piece
    if crc != info.CRC:
        raise zipfile.BadZipFile("wrong CRC")


def _inflate(packed: Pieces) -> Pieces:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in packed:
        while data := inflater.decompress(piece, archives.PIECE):
            yield data
            piece = inflater.unconsumed_tail
        if inflater.eof:
            return
    raise zipfile.BadZipFile("no end of the deflated bytes")
