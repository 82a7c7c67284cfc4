"""A safe read-only view on what was downloaded: folder, zip, tar or single file.

Nothing is ever extracted to disk.

Limits and refusals: reliability §3 and rows Z. Member names are matched, never trusted.
"""

import io
import os
import re
import stat
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from klout_cli.errors import AccessError, InputError, KloutError
from klout_cli.files.archives import (
    AGAIN,
    CUT_OFF,
    PIECE,
    Entry,
    Pieces,
    megabytes,
    refuse_crowd,
    stream,
    told,
    zip_entries,
)
from klout_cli.files.limits import Limits
from klout_cli.files.tarballs import (
    BLOCK,
    GZIP_MAGIC,
    gzip_start,
    is_tar,
    tar_entries,
    tar_gz_entries,
)

__all__ = ["STANDARD_INPUT", "Container", "Limits", "Member", "by_folder", "open_container"]

STANDARD_INPUT = Path("-")
DEFAULTS = Limits()

# Left behind by file managers, in archives and folders alike (Z22); with all that begins "._", and
# what a killed klout has left half written, they are ignored without a count.
JUNK = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})
ARCHIVES = frozenset({".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar"})
SPLIT_SIZE = 2 << 30
NESTED = "archive inside an archive"
TWICE = "two different files of this name"

_ZIP_MAGICS = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
_OTHER_MAGICS = {
    b"7z\xbc\xaf'\x1c": "7-Zip",
    b"Rar!\x1a\x07": "RAR",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"(\xb5/\xfd": "zstd",
}
_DOCUMENT_MARKS = frozenset({"[Content_Types].xml", "mimetype"})
_DRIVE = re.compile(r"^[A-Za-z]:")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_PRIVATE = re.compile(r"message|(?:^|/)inbox/", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:^|/)(?:\d{8} - [^/]*|posts/[^/]+\.html)$"
)  # posts of Google+, Medium and Substack bear their titles
_NUMBERED = re.compile(r"-\d{3}")
_PART = re.compile(
    r"[-_. (]part[-_ ]?\d+|\d+[-_ ]?(?:of|von)[-_ ]?\d+|\.\d{3}$|\.z\d\d$|-\d{3}(?=\.\w+$)",
    re.IGNORECASE,
)


class Member:
    """One file inside an export. `name` is its cleaned path with forward slashes.

    `container` names what it lies in.

    `size` is in bytes, `crc` the CRC-32 and `made` the day the file is of (year, month, day), as an
    archive states them. A file on disk has no such day: copying changes it. `limits` are those that
    whoever reads it keeps.
    """

    def __init__(
        self,
        container: str,
        name: str,
        size: int,
        opener: Callable[[], BinaryIO],
        crc: int | None = None,
        made: tuple[int, int, int] | None = None,
        limits: Limits = DEFAULTS,
    ) -> None:
        self.container = container
        self.name = name
        self.size = size
        self.made = made
        self.limits = limits
        self._opener = opener
        self._crc = crc

    @property
    def basename(self) -> str:
        """The last part of the name, lower case."""
        return self.name.rpartition("/")[2].lower()

    @property
    def private(self) -> bool:
        """Whether its name says that it holds private messages: such a file is offered to nobody unless asked for (U7)."""
        return _PRIVATE.search(_TITLED.sub("", self.name)) is not None

    @property
    def where(self) -> str:
        """How messages and the ledger name this file."""
        return f"{self.container}:{self.name}" if self.container else self.name

    def open(self) -> BinaryIO:
        """Open for streaming; the caller closes it.

        Reading raises InputError "damaged" (Z4, Z7) or AccessError (S8).
        """
        return self._opener()

    def read(self) -> bytes:
        """Return the whole member; raises as `open` does."""
        with self.open() as source:
            return source.read()

    def watched(self, told: Callable[[int], None]) -> "Member":
        """Return the same file; whoever reads it tells of every piece of bytes, by their number."""
        return Member(
            *(
                self.container,
                self.name,
                self.size,
                lambda: stream(_counted(self._opener(), told), self.where),
            ),
            *(self._crc, self.made, self.limits),
        )

    def holding(self, data: bytes) -> "Member":
        """Return bytes from this file as a file of the same name, for who reads files."""
        return Member(
            self.container, self.name, len(data), partial(io.BytesIO, data), limits=self.limits
        )

    def checksum(self) -> int:
        """Return the CRC-32 of the content, as the archive states it or read through.

        Raises as `open` does.
        """
        if self._crc is None:
            self._crc = 0
            with self.open() as source:
                while piece := source.read(PIECE):
                    self._crc = zlib.crc32(piece, self._crc)
        return self._crc

    def head(self, count: int = 4096) -> bytes:
        """Return the first bytes, for telling what it is.

        B"" where damage hides them: reading it all then says so.

        The sum at the end is not checked: a damaged file can still be recognised, and then be
        counted as damaged.
        """
        with self.open() as source:
            try:
                return source.read(min(count, self.size))
            except InputError:
                return b""


def _counted(source: BinaryIO, told: Callable[[int], None]) -> Pieces:
    with source:
        while piece := source.read(PIECE):
            told(len(piece))
            yield piece


class Container:
    """What one path on the command line holds; no file is open between calls.

    `skipped` are (member, reason) pairs of entries that are never read, `notes` remarks on the
    whole.
    """

    def __init__(
        self,
        path: Path,
        members: Sequence[Member],
        skipped: Sequence[tuple[str, str]] = (),
        notes: Sequence[str] = (),
    ) -> None:
        self.path = path
        self.name = container_name(path)
        self.members = tuple(members)
        self.skipped = tuple(skipped)
        self.notes = tuple(notes)


def by_folder(members: Iterable[Member]) -> dict[str, list[Member]]:
    """Group members by the folder they lie in, folders in the order of their names, members as they come."""
    folders: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        folders[member.name.rpartition("/")[0]].append(member)
    return dict(sorted(folders.items()))


def open_container(path: Path, limits: Limits | None = None) -> list[Container]:
    """Open a path as the exports it holds: one container for an archive or a file.

    For a folder one for itself and one for each archive.

    What a file is, its bytes decide, not its name (Z17). Raises AccessError where it cannot be
    read, InputError where it is refused.
    """
    limits = limits or Limits()
    if path == STANDARD_INPUT:
        return [_standard_input(limits)]
    where = shown(str(path))
    with told(where):
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return _open_folder(path, limits)
    if stat.S_ISREG(mode):
        return [
            _open_archive(path, limits)
            or Container(path, [_file_member("", container_name(path), path, limits)])
        ]
    raise InputError("not a regular file or folder", where, "give a file, or the folder it lies in")


def _standard_input(limits: Limits) -> Container:
    """Take what is piped in as one file, held in memory: JSON and XML are told by their first character, all else is a table (L7)."""
    if sys.stdin is None:
        raise AccessError("standard input is closed", str(STANDARD_INPUT), "give a file")
    data = bytearray()
    with told(str(STANDARD_INPUT)):
        while piece := sys.stdin.buffer.read(PIECE):
            data += piece
            if len(data) > limits.unpacked:
                raise InputError(
                    f"larger than {megabytes(limits.unpacked)}",
                    str(STANDARD_INPUT),
                    "give a part of it",
                )
    if data.startswith((*_ZIP_MAGICS, GZIP_MAGIC, *_OTHER_MAGICS)) or is_tar(bytes(data[:BLOCK])):
        raise InputError("an archive on standard input", str(STANDARD_INPUT), "give its file")
    ending = {b"{": "json", b"[": "json", b"<": "xml"}.get(
        bytes(data[:PIECE]).removeprefix(b"\xef\xbb\xbf").lstrip()[:1], "csv"
    )
    held = bytes(data)
    return Container(
        STANDARD_INPUT,
        [
            Member(
                "", f"standard-input.{ending}", len(held), lambda: io.BytesIO(held), limits=limits
            )
        ],
    )


def container_name(path: Path) -> str:
    """Return the last part of a path, also of "." and "..", printable."""
    return shown(path.name if path.name.strip(".") else path.resolve().name)


def shown(name: str) -> str:
    """Make a name of the file system printable: what is not UTF-8 becomes U+FFFD (S9)."""
    return _SURROGATES.sub("\ufffd", name)


def cleaned(name: str) -> str:
    """Make a member's name relative to nothing but the export: no drive, no root, no "..", forward slashes, composed letters (Z9)."""
    path = _DRIVE.sub("", unicodedata.normalize("NFC", shown(name)).replace("\\", "/"))
    return "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def _points_outside(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/")


def _is_junk(name: str) -> bool:
    parts = name.lower().split("/")
    return parts[-1].startswith(("._", ".klout-")) or not JUNK.isdisjoint(parts)


def _file_member(container: str, name: str, path: Path, limits: Limits) -> Member:
    where = f"{container}:{name}" if container else name
    with told(where):
        size = path.stat().st_size
    return Member(
        container,
        name,
        size,
        lambda: stream(_file_pieces(path, where, limits), where),
        limits=limits,
    )


def _file_pieces(path: Path, where: str, limits: Limits) -> Pieces:
    with path.open("rb", buffering=0) as file:
        if path.stat().st_size > limits.unpacked:
            raise InputError(
                f"larger than {megabytes(limits.unpacked)}", where, "give a part of it"
            )
        while piece := file.read(PIECE):
            yield piece


def _open_archive(path: Path, limits: Limits) -> Container | None:
    """Open a file as an archive by what is in it.

    None where it is none, or a document in zip form (a spreadsheet), read as a whole.
    """
    with told(shown(str(path))):
        hint = _split_hint(path)
        try:
            entries = _entries(path, limits)
        except InputError as fault:
            raise InputError(fault.what, shown(fault.where), hint or fault.remedy) from fault
    if entries is None or any(entry.name in _DOCUMENT_MARKS for entry in entries):
        return None
    return _archive(path, entries, [hint] if hint else [], limits)


def _entries(path: Path, limits: Limits) -> list[Entry] | None:
    with path.open("rb") as file:
        start = file.read(BLOCK)
    if start.startswith(_ZIP_MAGICS):
        return zip_entries(path, limits)
    if is_tar(start):
        return tar_entries(path, limits)
    if start.startswith(GZIP_MAGIC):
        if is_tar(gzip_start(path)):
            return tar_gz_entries(path, limits)
        raise InputError(
            "a gzip file that is no tar archive", str(path), "unpack it and give the file"
        )
    for magic, name in _OTHER_MAGICS.items():
        if start.startswith(magic):
            raise InputError(
                f"packed with {name}, which klout does not read",
                str(path),
                "unpack it and give the folder",
            )
    if len(start) < len(_ZIP_MAGICS[0]) and path.suffix.lower() in ARCHIVES:
        raise InputError(CUT_OFF, str(path), AGAIN)
    return None


def _archive(path: Path, entries: Sequence[Entry], notes: list[str], limits: Limits) -> Container:
    """Sort the entries into members and what is skipped."""
    container = container_name(path)
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    skipped: list[tuple[str, str]] = []
    for entry in entries:
        name = cleaned(entry.name)
        reason = entry.reason or (
            NESTED if PurePosixPath(name).suffix.lower() in ARCHIVES else "" if name else "no name"
        )
        if reason:
            skipped.append((name or entry.name, reason))
        elif not _is_junk(name):
            by_name[name].append(entry)
    members: list[Member] = []
    for name, same in sorted(by_name.items()):
        if any(
            entry.crc is None or (entry.crc, entry.size) != (same[0].crc, same[0].size)
            for entry in same[1:]
        ):
            skipped.extend((name, TWICE) for _ in same)
            continue
        if same[1:]:
            notes.append(f"{name} is in it {len(same)} times, all the same: used once")
        members.append(_entry_member(container, name, same[0], limits))
    notes += _oddities(entries)
    if not members:
        raise _nothing(path, skipped)
    return Container(path, members, skipped, notes)


def _entry_member(container: str, name: str, entry: Entry, limits: Limits) -> Member:
    return Member(
        container,
        name,
        entry.size,
        lambda: stream(entry.pieces(), f"{container}:{name}"),
        entry.crc,
        entry.made,
        limits,
    )


def _oddities(entries: Sequence[Entry]) -> Iterator[str]:
    if outside := sum(_points_outside(entry.name) for entry in entries):
        yield f"{outside} names point outside the archive: read by what is left of them, never written"
    if lied := sum(entry.lied for entry in entries):
        yield f"{lied} stated sizes are larger than what is there"


def _nothing(path: Path, skipped: Sequence[tuple[str, str]]) -> InputError:
    """Say why there is nothing to read (Z16, Z18)."""
    where = shown(str(path))
    if not skipped:
        return InputError("holds no files", where, "give the export as it was downloaded")
    name, reason = skipped[0]
    remedy = (
        "unpack the outer one and give its folder"
        if reason == NESTED
        else "give the export as it was downloaded"
    )
    return InputError(f"holds no files that can be read: {reason}", f"{where}:{name}", remedy)


def _open_folder(path: Path, limits: Limits) -> list[Container]:
    """Take each archive in it as an export of its own, and all other files together as one.

    Only files named like an archive are looked into, since others may be private messages; one that
    is refused does not hold up the rest.
    """
    folder = container_name(path)
    members: list[Member] = []
    archives: list[Container] = []
    skipped: list[tuple[str, str]] = []
    faults: list[KloutError] = []
    for count, (file, reason) in enumerate(_walk(path, limits.depth), 1):
        refuse_crowd(path, count, limits)
        name = cleaned(file.relative_to(path).as_posix())
        if reason:
            skipped.append((name, reason))
            continue
        try:
            archive = _open_archive(file, limits) if file.suffix.lower() in ARCHIVES else None
            if archive:
                archives.append(archive)
            else:
                members.append(_file_member(folder, name, file, limits))
        except KloutError as fault:
            faults.append(fault)
            skipped.append((name, fault.what))
    if faults and not members and not archives:
        raise faults[0]
    if not members and not archives:
        raise _nothing(path, skipped)
    return ([Container(path, members, skipped)] if members or skipped else []) + archives


def _walk(folder: Path, depth: int) -> Iterator[tuple[Path, str]]:
    """Yield (file, "" or the reason to skip it) in the order of names.

    Links are not followed (S10).
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder, "cannot be read"
        return
    for entry in entries:
        path = folder / entry.name
        if _is_junk(entry.name):
            continue
        if entry.is_symlink():
            yield path, "link"
        elif not entry.is_dir():
            yield path, "" if entry.is_file() else "not a regular file"
        elif depth:
            yield from _walk(path, depth - 1)
        else:
            yield path, "too many folders inside each other"


def _split_hint(path: Path) -> str:
    """Say that a file looks like one part of several, and which parts lie beside it.

    "" where it does not (Z19).
    """
    name = path.name
    found = _PART.search(name)
    parts = [name]
    if found:
        mark = re.sub(r"\d+", r"\\d+", re.escape(found[0]))
        same = re.compile(re.escape(name[: found.start()]) + mark + re.escape(name[found.end() :]))
        with suppress(OSError):
            parts = sorted(
                other.name for other in path.parent.iterdir() if same.fullmatch(other.name)
            )
    counted = found and not _NUMBERED.fullmatch(found[0])
    if counted or len(parts) > 1 or path.stat().st_size == SPLIT_SIZE:
        return f"looks like part of a split download: give all parts; here are {', '.join(map(shown, parts))}"
    return ""
