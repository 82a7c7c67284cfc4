"""The history: one private SQLite file of snapshots, always the old or the new one and never half of it (reliability S1 to S8)."""

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import DecodeError, MsgspecError, Struct
from msgspec.json import decode, encode
from msgspec.structs import astuple, replace

from klout_cli.errors import AccessError
from klout_cli.history.selection import filter_person
from klout_cli.results import ModelName, Score, Snapshot, StoredSnapshot, names_of

if TYPE_CHECKING:
    from sqlite3 import Connection

VERSION = 1
"""Of the table below; a file with a higher one is read if it can be, and never written."""
MARK = 0x6B6C6F75
"""Tells a history of klout ("klou") from any other SQLite file."""
PATIENCE = 10.0
"""Seconds to wait for another klout (S2)."""
SETTINGS = (
    "PRAGMA journal_mode = DELETE",  # the write-ahead log does not work on network folders (S8)
    "PRAGMA secure_delete = ON",
)
AT_ONCE = "PRAGMA auto_vacuum = FULL"
"""What is forgotten leaves the file at once; can only be said before there is a table."""
TABLE = """CREATE TABLE kept (
    id INTEGER PRIMARY KEY AUTOINCREMENT, content BLOB NOT NULL UNIQUE,
    snapshot BLOB NOT NULL, model BLOB NOT NULL, score BLOB NOT NULL)"""
ROWS = "SELECT id, content, snapshot, model, score FROM kept"
ADD = "INSERT INTO kept (id, content, snapshot, model, score) VALUES (?, ?, ?, ?, ?)"
UNREADABLE = (MsgspecError, UnicodeDecodeError)
"""What damaged bytes are, to msgspec and in what SQLite says of them."""
REPAIR = "klout history repair saves what can be read of it"
READ_DAMAGED = "PRAGMA writable_schema = ON"
"""Reads a file that was cut off as far as it goes."""

Row: TypeAlias = tuple[int, bytes, bytes, bytes, bytes]


class NoPlaceError(AccessError):
    """There is nowhere to keep a history: a read-only or missing home (S6). A score needs none."""


class Repair(Struct, frozen=True):
    """What became of a damaged file: rows saved and lost, None where unknown, and its new name."""

    saved: int
    lost: int | None
    aside: Path


class History:
    """Snapshots in one file, which need not be there yet.

    A method raises AccessError where the file is not usable, and leaves it alone.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, snapshot: Snapshot, model: ModelName, score: Score) -> bool:
        """Store a snapshot and the score published of it as the newest row.

        False where both were there (they become the newest).

        Raises NoPlaceError where nothing can be written, AccessError where the disk is full,
        another klout is writing, or the file is damaged or made by a newer klout.
        """
        content = _content(snapshot, model)
        with self._writing() as db:
            if db.execute("SELECT content FROM kept ORDER BY id DESC LIMIT 1").fetchone() == (
                content,
            ):
                return False
            known = db.execute("DELETE FROM kept WHERE content = ?", (content,)).rowcount
            db.execute(ADD, (None, content, *map(encode, (snapshot, model, score))))
        return not known

    def has_only_others(self, snapshot: Snapshot) -> bool:
        """Tell whether people are kept, and none of them is the one of this snapshot (P6).

        Raises AccessError as `all` does.
        """
        if not self._exists():
            return False
        with self._open() as db:
            rows = [] if _is_new(db) else db.execute("SELECT snapshot FROM kept").fetchall()
            people = [decode(row[0], type=_Person) for row in rows]
        kept = [
            names_of(one.person, [astuple(account) for account in one.measured]) for one in people
        ]
        return bool(kept) and not any(snapshot.names & names for names in kept)

    def all(self, person: str = "") -> list[StoredSnapshot]:
        """Return what is kept, of one person or of everybody, by date and then as it was stored."""
        if not self._exists():
            return []
        with self._open() as db:
            found = [] if _is_new(db) else [_kept(row) for row in db.execute(ROWS)]
        found.sort(key=lambda kept: (kept.snapshot.as_of, kept.id))
        return filter_person(found, person) if person else found

    def forget(self, chosen: Callable[[Sequence[StoredSnapshot]], Iterable[StoredSnapshot]]) -> int:
        """Delete what is chosen of all so that nothing of it stays in the file, and return how many snapshots that were."""
        if not self._exists():
            return 0
        with self._writing() as db:
            gone = [(kept.id,) for kept in chosen([*map(_kept, db.execute(ROWS))])]
            db.executemany("DELETE FROM kept WHERE id = ?", gone)
        return len(gone)

    def repair(self) -> Repair | None:
        """Replace a damaged file by one with all rows that can be read, None where none is damaged.

        Only this ever moves a history, and it overwrites nothing.
        """
        if not self._exists() or self._is_sound():
            return None
        total = self._count_rows()
        rows = list(self._readable_rows())
        fresh = History(self.path.with_name(f"{self.path.name}.new"))
        with self._faults():
            fresh._move(None)  # what a repair that was killed has left
            with fresh._writing() as db:
                db.executemany(ADD, rows)
            aside = self._aside()
            self._move(aside)
            fresh.path.rename(self.path)
        return Repair(len(rows), None if total is None else max(total - len(rows), 0), aside)

    def _exists(self) -> bool:
        """Tell whether there is a file.

        Raises AccessError for what is none: a folder, a pipe or a device (S7).
        """
        with self._faults():
            if self.path.exists() and not self.path.is_file():
                raise AccessError(
                    "the history is not a plain file",
                    str(self.path),
                    "--history FILE names another",
                )
            return self.path.exists()

    @contextmanager
    def _writing(self) -> "Iterator[Connection]":
        """Give a transaction in a file that is ours to write, made where there is none: all of it happens, or nothing."""
        if not self._exists():
            with self._faults():
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self.path.touch(mode=0o600)
        with self._open() as db:
            if _is_new(db):
                db.execute(AT_ONCE)
            db.execute("BEGIN IMMEDIATE")
            if _is_new(db):
                for line in (
                    TABLE,
                    f"PRAGMA application_id = {MARK}",
                    f"PRAGMA user_version = {VERSION}",
                ):
                    db.execute(line)
            self._refuse_newer(db)
            yield db
            db.execute("COMMIT")

    @contextmanager
    def _open(self, *first: str) -> "Iterator[Connection]":
        """Give a connection with our settings, and those that come first.

        SQLite undoes what a killed klout has left half-done.
        """
        import sqlite3

        address = f"{self.path.absolute().as_uri()}?mode=rw"
        with (
            self._faults(),
            closing(
                sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
            ) as db,
        ):
            for line in (*first, *SETTINGS):
                db.execute(line)
            if not _is_new(db) and _number(db, "application_id") != MARK:
                raise AccessError(
                    "this is another program's database",
                    str(self.path),
                    "--history FILE names another file",
                )
            yield db

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn what SQLite and the file system say into faults a person can do something about."""
        import sqlite3

        try:
            yield
        except UNREADABLE as fault:
            raise AccessError(
                "the history holds what this klout cannot read", str(self.path), REPAIR
            ) from fault
        except sqlite3.Error as fault:
            raise self._told(getattr(fault, "sqlite_errorname", ""), str(fault)) from fault
        except OSError as fault:
            full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
            raise self._told(
                "SQLITE_FULL" if full else "SQLITE_CANTOPEN", fault.strerror or ""
            ) from fault

    def _told(self, name: str, said: str) -> AccessError:
        where = str(self.path)
        match name.removeprefix("SQLITE_").partition("_")[0]:
            case "BUSY" | "LOCKED":
                return AccessError(
                    "another klout is writing the history", where, "try again when it is done"
                )
            case "CORRUPT" | "NOTADB":
                return AccessError("the history is damaged, and left as it is", where, REPAIR)
            case "FULL":
                return AccessError(
                    "no space is left for the history", where, "what was kept before is unchanged"
                )
            case "CANTOPEN" | "READONLY" | "PERM":
                return NoPlaceError(
                    f"the history cannot be opened: {said}",
                    where,
                    "KLOUT_HOME or --history FILE names another place",
                )
            case "ERROR":
                return AccessError(
                    "the history is damaged, or made by a newer klout", where, REPAIR
                )
            case _:
                return AccessError(
                    f"the history cannot be read or written: {said}",
                    where,
                    "what was kept before is unchanged",
                )

    def _refuse_newer(self, db: "Connection") -> None:
        if _number(db, "user_version") > VERSION:
            raise AccessError(
                "the history was made by a newer klout, and is only read",
                str(self.path),
                "update klout-cli to add to it",
            )

    def _is_sound(self) -> bool:
        """Tell whether every page and row can be read.

        Raises AccessError where that is not for this klout to say.
        """
        try:
            with self._open() as db:
                self._refuse_newer(db)
                return _is_new(db) or (
                    all(map(_kept, db.execute(ROWS)))
                    and db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                )
        except AccessError as fault:
            if fault.remedy != REPAIR:
                raise
            return False

    def _count_rows(self) -> int | None:
        """Return how many rows there are, damaged or not; None where that can't be read either."""
        with suppress(AccessError), self._open(READ_DAMAGED) as db:
            return int(db.execute("SELECT count(*) FROM kept").fetchone()[0])
        return None

    def _readable_rows(self) -> Iterator[Row]:
        """Yield the rows up to the first damaged page, without those whose own cells are damaged."""
        with suppress(AccessError), self._open(READ_DAMAGED) as db:
            for row in db.execute(f"{ROWS} NOT INDEXED ORDER BY id"):
                with suppress(*UNREADABLE):
                    _kept(row)
                    yield row

    def _aside(self) -> Path:
        """Return a name that is free for a damaged file, with the date it was last written."""
        written = datetime.fromtimestamp(self.path.stat().st_mtime, UTC).date().isoformat()
        plain = self.path.with_name(f"{self.path.name}.damaged-{written}")
        names = (plain, *(plain.with_name(f"{plain.name}-{number}") for number in range(2, 1000)))
        return next(name for name in names if not name.exists())

    def _move(self, target: Path | None) -> None:
        """Rename or remove the file with its journals: left behind, they would be played into the next file of this name."""
        for suffix in ("-journal", "-wal", "-shm", ""):
            file = self.path.with_name(self.path.name + suffix)
            if target is None:
                file.unlink(missing_ok=True)
            elif file.exists():
                file.rename(target.with_name(target.name + suffix))


class _Account(Struct):
    id: str
    network: str
    handle: str


class _Person(Struct):
    """A snapshot without all that does not tell whose it is: a tenth of the time to read."""

    person: str
    measured: list[_Account]


def _content(snapshot: Snapshot, model: ModelName) -> bytes:
    """Tell what was measured and who judged it apart from all else, whatever the files were called."""
    import hashlib

    return hashlib.sha256(encode((replace(snapshot, inputs=()), model.fingerprint))).digest()


def _kept(row: Row) -> StoredSnapshot:
    try:
        id, _, snapshot, model, score = row
        return StoredSnapshot(
            id,
            decode(snapshot, type=Snapshot),
            decode(model, type=ModelName),
            decode(score, type=Score),
        )
    except TypeError as fault:  # a damaged row or cell is something else
        raise DecodeError("a damaged row") from fault


def _is_new(db: "Connection") -> bool:
    return (
        db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        and _number(db, "user_version") == 0
    )


def _number(db: "Connection", pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])
