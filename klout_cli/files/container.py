"""A safe read-only view of a download: folder, zip, tar or single file.

The bytes of a file decide what it is, not its name. Nothing is ever extracted to disk by name.
"""

import io
import os
import re
import stat
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from klout_cli.errors import AccessError, InputError, KloutError
from klout_cli.files import archives, tars, zips
from klout_cli.files.archives import ARCHIVES, Entry, Member, Pieces, clean_name, printable
from klout_cli.files.limits import SMALL_ARCHIVE, SMALL_ROWS, Allowance, Limits
from klout_cli.translation import Message, PluralMessage

__all__ = [
    "ARCHIVES",
    "STANDARD_INPUT",
    "Container",
    "Limits",
    "Member",
    "by_folder",
    "open_container",
]

STANDARD_INPUT = Path("-")
TOO_DEEP = Message("folders nested too deep")
NESTED = Message("archive inside an archive")

_SPLIT_SIZE = 2 << 30
_ZIP, _GZIP = (b"PK\3\4", b"PK\5\6", b"PK\7\x08"), b"\x1f\x8b"
_OTHERS = {b"7z\xbc\xaf'\x1c": "7-Zip", b"Rar!\x1a\x07": "RAR", b"BZh": "bzip2"}
_OTHERS |= {b"\xfd7zXZ\0": "xz", b"(\xb5/\xfd": "zstd"}
_DOCUMENT_MARKS = {"[Content_Types].xml", "mimetype"}
_NUMBERED = r"-\d{3}(?=\.\w+$)"
_PART = re.compile(
    rf"[-_. (]part[-_ ]?\d+|\d+[-_ ]?(?:of|von)[-_ ]?\d+|\.\d{{3}}$|\.z\d\d$|{_NUMBERED}",
    re.IGNORECASE,
)


class Container(Struct, dict=True):
    """The files under one path of the command line; none stays open.

    `skipped` are (name, reason) of files that are never read, `notes` remarks on the whole.
    """

    path: Path
    members: tuple[Member, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def name(self) -> str:
        """The last part of the path, printable."""
        return _name(self.path)


def by_folder(members: Iterable[Member]) -> dict[str, list[Member]]:
    """Group members by folder, sorted by its name."""
    folders: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        folders[member.name.rpartition("/")[0]].append(member)
    return dict(sorted(folders.items()))


def open_container(
    path: Path, limits: Limits | None = None, *, private: bool = False
) -> list[Container]:
    """Open an archive or a file, or a folder and each archive in it.

    `private`: messages will be read, so that those of a tar.gz are spooled too. Raises AccessError
    for a path that cannot be read, InputError for one that is refused.
    """
    limits = limits or Limits()
    if path == STANDARD_INPUT:
        return [_read_standard_input(limits)]
    where = printable(path)
    with archives.translate_errors(where):
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return _open_folder(path, limits, private)
    if not stat.S_ISREG(mode):
        remedy = Message("give a file or its folder")
        raise InputError(Message("this isn't a regular file or folder"), where, remedy)
    archive = _open_archive(path, limits, private)
    return [archive or Container(path, (_make_member("", _name(path), path, limits),))]


def _name(path: Path) -> str:
    return printable(path.name if path.name.strip(".") else path.resolve().name)


def _read_standard_input(limits: Limits) -> Container:
    """Read piped input: JSON and XML by their first character, else a table (case L7)."""
    where = str(STANDARD_INPUT)
    if sys.stdin is None:
        raise AccessError(Message("standard input is closed"), where, Message("give a file"))
    data = bytearray()
    with archives.translate_errors(where):
        while piece := sys.stdin.buffer.read(archives.PIECE):
            data += piece
            _refuse_large(where, len(data), limits)
    if data.startswith((*_ZIP, _GZIP, *_OTHERS)) or tars.is_tar(bytes(data[: tars.BLOCK])):
        remedy = Message("give the file itself")
        raise InputError(Message("standard input can't be an archive"), where, remedy)
    start = data[: archives.PIECE].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    ending = {b"{": "json", b"[": "json", b"<": "xml"}.get(bytes(start), "csv")
    opener = partial(io.BytesIO, bytes(data))
    member = Member("", f"standard-input.{ending}", len(data), opener, limits=limits)
    return Container(STANDARD_INPUT, (member,))


def _refuse_large(where: str, size: int, limits: Limits) -> None:
    if size > limits.unpacked:
        what = Message("this is larger than {limit}", limit=archives.format_size(limits.unpacked))
        raise InputError(what, where, Message("give a part of it"))


def _make_member(container: str, name: str, path: Path, limits: Limits) -> Member:
    """Return a file on disk as a member."""
    where = f"{container}:{name}" if container else name

    def pieces() -> Pieces:
        with path.open("rb", buffering=0) as file:
            _refuse_large(where, path.stat().st_size, limits)
            while piece := file.read(archives.PIECE):
                yield piece

    with archives.translate_errors(where):
        size = path.stat().st_size
    opener = partial(archives.open_pieces, pieces, where)
    return Member(container, name, size, opener, limits=limits)


def _open_archive(path: Path, limits: Limits, private: bool) -> Container | None:
    """Open a file as an archive; None if it isn't one, or is a document in a zip (a workbook)."""
    with archives.translate_errors(printable(path)):
        hint = _describe_parts(path)
        try:
            entries = _list_entries(path, limits, private)
        except InputError as error:
            raise InputError(error.what, printable(error.where), hint or error.remedy) from error
    if entries is None or any(entry.name in _DOCUMENT_MARKS for entry in entries):
        return None
    return _make_container(path, entries, [hint] if hint else [], limits)


def _list_entries(path: Path, limits: Limits, private: bool) -> list[Entry] | None:
    """List an archive by its first bytes; None if the file isn't one."""
    with path.open("rb") as file:
        start = file.read(tars.BLOCK)
    if start.startswith(_ZIP):
        return zips.list_zip(path, limits)
    if tars.is_tar(start):
        return tars.list_tar(path, limits)
    if start.startswith(_GZIP):
        with tars.open_gzip(path, limits) as source:
            inside = source.read(tars.BLOCK)
        if not tars.is_tar(inside):
            remedy = Message("unpack it and give the file")
            raise InputError(
                Message("this is a gzip file, but not a tar archive"), str(path), remedy
            )
        return tars.list_tar_gz(path, limits, private=private)
    for magic, name in _OTHERS.items():
        if start.startswith(magic):
            what = Message("this is packed with {name}, which klout can't read", name=name)
            raise InputError(what, str(path), zips.UNPACK)
    if len(start) < len(_ZIP[0]) and path.suffix.lower() in ARCHIVES:
        raise EOFError
    return None


def _make_container(
    path: Path, entries: Sequence[Entry], notes: list[str], limits: Limits
) -> Container:
    """Sort entries into members and skipped files."""
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    skipped: list[tuple[str, str]] = []
    for entry in entries:
        name = clean_name(entry.name)
        if reason := entry.reason or _refuse_name(entry.name, name, limits):
            skipped.append((name or entry.name, reason))
        elif not archives.is_junk(name):
            by_name[name].append(entry)
    small = path.stat().st_size <= SMALL_ARCHIVE
    allowance = Allowance(SMALL_ROWS) if small else None
    container, members = _name(path), list[Member]()

    def make_member(name: str, entry: Entry) -> Member:
        opener = partial(archives.open_pieces, entry.pieces, f"{container}:{name}")
        stated = entry.size, opener, entry.crc, entry.made
        return Member(container, name, *stated, limits, allowance)

    for name, copies in sorted(by_name.items()):
        first, *others = [make_member(name, entry) for entry in copies]
        if any(
            other.size != first.size or other.checksum() != first.checksum() for other in others
        ):
            skipped += [(name, Message("two different files with this name"))] * len(copies)
            continue
        if others:
            times = {"name": name, "n": len(copies)}
            note = Message("{name} is in the archive {n} times, all identical; used once", **times)
            notes.append(note)
        members.append(first)
    if not members:
        raise _describe_nothing(path, skipped)
    return Container(path, tuple(members), tuple(skipped), (*notes, *_describe_oddities(entries)))


def _describe_oddities(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what an archive states that is not so (cases Z5, Z9)."""
    if count := sum(archives.points_outside(entry.name) for entry in entries):
        yield PluralMessage(
            "{n} file name points outside the archive; nothing is written there",
            "{n} file names point outside the archive; nothing is written there",
            n=count,
        )
    if count := sum(entry.oversized for entry in entries):
        yield PluralMessage(
            "{n} file is smaller than the archive says",
            "{n} files are smaller than the archive says",
            n=count,
        )


def _refuse_name(written: str, name: str, limits: Limits) -> str:
    """Return why a file of this name is never read, or ""."""
    if name.lower().endswith(ARCHIVES):
        return NESTED
    if len(written) > archives.MAX_NAME:
        return Message("name too long")
    if name.count("/") > limits.depth:
        return TOO_DEEP
    return "" if name else Message("no name")


def _describe_nothing(path: Path, skipped: Sequence[tuple[str, str]]) -> InputError:
    """Return an error that says why there is nothing to read (cases Z16, Z18)."""
    where, whole = printable(path), Message("give the export as it was downloaded")
    if not skipped:
        return InputError(Message("this contains no files"), where, whole)
    name, reason = skipped[0]
    remedy = Message("unpack the outer one and give its folder") if reason == NESTED else whole
    what = Message("this contains no readable files: {reason}", reason=reason)
    return InputError(what, f"{where}:{name}", remedy)


def _open_folder(path: Path, limits: Limits, private: bool) -> list[Container]:
    """Open each archive in a folder as an export of its own, and all other files as one.

    Only files named like an archive are looked into, since others may be private messages. A
    refused archive is skipped.
    """
    folder = _name(path)
    members, opened, skipped, errors = list[Member](), list[Container](), [], list[KloutError]()
    for count, (file, reason) in enumerate(_walk(path, limits.depth), 1):
        archives.refuse_excess(str(path), count, 0, limits)
        name = clean_name(file.relative_to(path).as_posix())
        if reason:
            skipped.append((name, reason))
            continue
        try:
            named = file.suffix.lower() in ARCHIVES
            if archive := _open_archive(file, limits, private) if named else None:
                opened.append(archive)
            else:
                members.append(_make_member(folder, name, file, limits))
        except KloutError as error:
            errors.append(error)
            skipped.append((name, error.what))
    if not members and not opened:
        raise errors[0] if errors else _describe_nothing(path, skipped)
    loose = [Container(path, tuple(members), tuple(skipped))] if members or skipped else []
    return loose + opened


def _walk(folder: Path, depth: int) -> Iterator[tuple[Path, str]]:
    """Yield (file, "" or the reason to skip it) by name; links are not followed (case S10)."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder, Message("this can't be read")
        return
    for entry in entries:
        path = folder / entry.name
        if archives.is_junk(entry.name):
            continue
        if entry.is_symlink():
            yield path, archives.LINK
        elif not entry.is_dir():
            yield path, "" if entry.is_file() else archives.NOT_REGULAR
        elif depth:
            yield from _walk(path, depth - 1)
        else:
            yield path, TOO_DEEP


def _describe_parts(path: Path) -> str:
    """Say that a file looks like one part of several, and list the others (case Z19)."""
    name = path.name
    match = _PART.search(name)
    parts = [name]
    if match:
        number = re.sub(r"\d+", r"\\d+", re.escape(match[0]))
        start, end = re.escape(name[: match.start()]), re.escape(name[match.end() :])
        with suppress(OSError):
            names = sorted(other.name for other in path.parent.iterdir())
            parts = [other for other in names if re.fullmatch(start + number + end, other)]
    counted = match and not re.fullmatch(r"-\d{3}", match[0])
    if counted or len(parts) > 1 or path.stat().st_size == _SPLIT_SIZE:
        shown = ", ".join(map(printable, parts))
        return Message("part of a split download, give all its parts (found {parts})", parts=shown)
    return ""
