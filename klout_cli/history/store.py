"""The history: one private SQLite file of snapshots, replaced atomically."""

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import MsgspecError, Struct
from msgspec.json import decode
from msgspec.structs import astuple

from klout_cli.errors import AccessError
from klout_cli.history.rows import Owner, Row, decode_row, hash_content
from klout_cli.history.selection import filter_person
from klout_cli.results import (
    ModelName,
    Score,
    Snapshot,
    StoredSnapshot,
    names_of,
)
from klout_cli.results.plain import encode_json
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from sqlite3 import Connection

VERSION = 2
"""Version of what rows hold; a file with a higher one is read if possible, not written."""
APPLICATION_ID = 0x6B6C6F75
"""SQLite application id of a klout history ("klou")."""
TIMEOUT = 10.0
"""Seconds to wait for another klout."""
SETTINGS = (
    "PRAGMA journal_mode = DELETE",  # the write-ahead log doesn't work on network folders
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)
AUTO_VACUUM = "PRAGMA auto_vacuum = FULL"
"""Deleted rows leave the file at once; must be set before the first table."""
TABLE = """CREATE TABLE kept (
    id INTEGER PRIMARY KEY AUTOINCREMENT, content BLOB NOT NULL UNIQUE,
    snapshot BLOB NOT NULL, model BLOB NOT NULL, score BLOB NOT NULL)"""
ROWS = "SELECT id, content, snapshot, model, score FROM kept"
ADD = "INSERT INTO kept (id, content, snapshot, model, score) VALUES (?, ?, ?, ?, ?)"
UNREADABLE = (MsgspecError, UnicodeDecodeError)
"""Errors of msgspec for damaged bytes, and of sqlite3 for damaged text."""
REPAIR = N_("to save what is readable: klout history repair")
UNCHANGED = N_("saved scores are unchanged")
BUSY = (N_("Another klout is writing the history."), N_("try again when it is done"))
DAMAGED = (N_("The history is damaged. It was left as it is."), REPAIR)
FAULTS = {
    "BUSY": BUSY,
    "LOCKED": BUSY,
    "CORRUPT": DAMAGED,
    "NOTADB": DAMAGED,
    "FULL": (N_("There is no space left for the history."), UNCHANGED),
    "ERROR": (N_("The history is damaged, or made by a newer klout."), REPAIR),
}
"""What SQLite's error names mean, and what to do."""
NO_PLACE = ("CANTOPEN", "READONLY", "PERM")
READ_DAMAGED = "PRAGMA writable_schema = ON"
"""Reads a truncated file as far as possible."""


class NoPlaceError(AccessError):
    """No place for a history: a read-only or missing home. A score doesn't need one."""


class Repair(Struct, frozen=True):
    """The outcome of a repair: rows saved and lost (None if unknown), new file name."""

    saved: int
    lost: int | None
    aside: Path


class History:
    """Snapshots in one file, which may not exist yet.

    Methods raise AccessError if the file isn't usable, and leave it alone.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, snapshot: Snapshot, model: ModelName, score: Score) -> bool:
        """Store a snapshot and its published score as the newest row.

        Returns False if both were stored before (they become the newest). Raises NoPlaceError if
        nothing can be written, AccessError if the disk is full, another klout is writing, or the
        file is damaged or made by a newer klout.
        """
        content = hash_content(snapshot, model)
        with self._writing() as db:
            if db.execute("SELECT content FROM kept ORDER BY id DESC LIMIT 1").fetchone() == (
                content,
            ):
                return False
            known = db.execute("DELETE FROM kept WHERE content = ?", (content,)).rowcount
            db.execute(ADD, (None, content, *map(encode_json, (snapshot, model, score))))
        return not known

    def has_only_others(self, snapshot: Snapshot) -> bool:
        """Return True if there are snapshots, but none of this snapshot's person.

        Raises AccessError as `all` does.
        """
        if not self._exists():
            return False
        with self._open() as db:
            rows = [] if _is_new(db) else db.execute("SELECT snapshot FROM kept").fetchall()
            people = [decode(row[0], type=Owner) for row in rows]
        owners = [
            names_of(owner.person, [astuple(account) for account in owner.measured])
            for owner in people
        ]
        return bool(owners) and not any(snapshot.names & names for names in owners)

    def all(self, person: str = "") -> list[StoredSnapshot]:
        """Return the snapshots of one person or of everybody, by date and then id."""
        if not self._exists():
            return []
        with self._open() as db:
            stored = [] if _is_new(db) else [decode_row(row) for row in db.execute(ROWS)]
        stored.sort(key=lambda snapshot: (snapshot.as_of, snapshot.id))
        return filter_person(stored, person) if person else stored

    def forget(self, chosen: Callable[[Sequence[StoredSnapshot]], Iterable[StoredSnapshot]]) -> int:
        """Delete the chosen snapshots for good, and return their number."""
        if not self._exists():
            return 0
        with self._writing() as db:
            ids = [(stored.id,) for stored in chosen([*map(decode_row, db.execute(ROWS))])]
            db.executemany("DELETE FROM kept WHERE id = ?", ids)
        return len(ids)

    def repair(self) -> Repair | None:
        """Replace a damaged file by one with all readable rows, None if it isn't damaged.

        Only this method ever moves a history, and it overwrites nothing.
        """
        if not self._exists() or self._is_sound():
            return None
        total = self._count_rows()
        rows = list(self._readable_rows())
        fresh = History(self.path.with_name(f"{self.path.name}.new"))
        with self._faults():
            fresh._move(None)  # left over from an interrupted repair
            with fresh._writing() as db:
                db.executemany(ADD, rows)
            aside = self._aside()
            self._move(aside)
            fresh.path.rename(self.path)
        return Repair(len(rows), None if total is None else max(total - len(rows), 0), aside)

    def _exists(self) -> bool:
        """Return True if the file exists.

        Raises AccessError for a folder, a pipe or a device.
        """
        with self._faults():
            if self.path.exists() and not self.path.is_file():
                raise AccessError(
                    N_("The history isn't a plain file."),
                    str(self.path),
                    N_("choose another with --history FILE"),
                )
            return self.path.exists()

    @contextmanager
    def _writing(self) -> "Iterator[Connection]":
        """Open a transaction in a file that is created if missing."""
        if not self._exists():
            with self._faults():
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self.path.touch(mode=0o600)
        with self._open() as db:
            if _is_new(db):
                db.execute(AUTO_VACUUM)
            db.execute("BEGIN IMMEDIATE")
            if _is_new(db):
                for line in (
                    TABLE,
                    f"PRAGMA application_id = {APPLICATION_ID}",
                    f"PRAGMA user_version = {VERSION}",
                ):
                    db.execute(line)
            self._refuse_newer(db)
            db.execute(f"PRAGMA user_version = {VERSION}")  # an older klout only reads it then
            yield db
            db.execute("COMMIT")

    @contextmanager
    def _open(self, *first: str) -> "Iterator[Connection]":
        """Open a connection with klout's settings.

        SQLite rolls back what a killed klout left unfinished.
        """
        import sqlite3

        address = _address_of(self.path.absolute())
        with (
            self._faults(),
            closing(
                sqlite3.connect(address, uri=True, timeout=TIMEOUT, isolation_level=None)
            ) as db,
        ):
            for line in (*first, *SETTINGS):
                db.execute(line)
            if not _is_new(db) and _number(db, "application_id") != APPLICATION_ID:
                raise AccessError(
                    N_("This database belongs to another program."),
                    str(self.path),
                    N_("choose another with --history FILE"),
                )
            self._refuse_other_schema(db)
            yield db

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Translate errors of SQLite and the file system into ones people can act on."""
        import sqlite3

        try:
            yield
        except UNREADABLE as fault:
            raise AccessError(
                N_("The history contains unreadable rows."), str(self.path), REPAIR
            ) from fault
        except sqlite3.Error as fault:
            raise self._translate(getattr(fault, "sqlite_errorname", ""), str(fault)) from fault
        except OSError as fault:
            full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
            raise self._translate(
                "SQLITE_FULL" if full else "SQLITE_CANTOPEN", fault.strerror or ""
            ) from fault

    def _translate(self, name: str, text: str) -> AccessError:
        kind = name.removeprefix("SQLITE_").partition("_")[0]
        if kind in NO_PLACE:
            return NoPlaceError(
                Message("The history can't be opened ({reason}).", reason=text),
                str(self.path),
                N_("choose another place with KLOUT_HOME or --history FILE"),
            )
        other = Message("The history can't be read or written ({reason}).", reason=text)
        what, remedy = FAULTS.get(kind, (other, UNCHANGED))
        return AccessError(what, str(self.path), remedy)

    def _refuse_newer(self, db: "Connection") -> None:
        if _number(db, "user_version") > VERSION:
            raise self._newer_error()

    def _newer_error(self) -> AccessError:
        return AccessError(
            N_("A newer klout made this history, so it is only read."),
            str(self.path),
            N_("update klout-cli to save scores"),
        )

    def _refuse_other_schema(self, db: "Connection") -> None:
        """Refuse anything but the one table; a view could be read without end.

        A newer klout may have more tables, which nothing here reads.
        """
        own = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        found = {name: (kind, "".join(str(sql).split())) for kind, name, sql in db.execute(own)}
        if _number(db, "user_version") > VERSION:
            if found.get("kept", ("", ""))[0] != "table":
                raise self._newer_error()
        elif found and found != {"kept": ("table", "".join(TABLE.split()))}:
            raise self._translate("SQLITE_CORRUPT", "")

    def _is_sound(self) -> bool:
        """Return True if every page and row can be read.

        Raises AccessError if the file isn't klout's to judge.
        """
        try:
            with self._open() as db:
                self._refuse_newer(db)
                return _is_new(db) or (
                    all(map(decode_row, db.execute(ROWS)))
                    and db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                )
        except AccessError as fault:
            if fault.remedy != REPAIR:
                raise
            return False

    def _count_rows(self) -> int | None:
        """Return the number of rows, damaged or not; None if unreadable too."""
        with suppress(AccessError), self._open(READ_DAMAGED) as db:
            return int(db.execute("SELECT count(*) FROM kept").fetchone()[0])
        return None

    def _readable_rows(self) -> Iterator[Row]:
        """Yield the rows up to the first damaged page, without damaged cells."""
        with suppress(AccessError), self._open(READ_DAMAGED) as db:
            for row in db.execute(f"{ROWS} NOT INDEXED ORDER BY id"):
                with suppress(*UNREADABLE):
                    decode_row(row)
                    yield row

    def _aside(self) -> Path:
        """Return an unused name for a damaged file, with the date of its last change."""
        written = datetime.fromtimestamp(self.path.stat().st_mtime, UTC).date().isoformat()
        plain = self.path.with_name(f"{self.path.name}.damaged-{written}")
        names = (plain, *(plain.with_name(f"{plain.name}-{number}") for number in range(2, 1000)))
        return next(name for name in names if not name.exists())

    def _move(self, target: Path | None) -> None:
        """Rename or remove the file with its journals.

        SQLite would replay journals left behind into the next file of this name.
        """
        for suffix in ("-journal", "-wal", "-shm", ""):
            file = self.path.with_name(self.path.name + suffix)
            if target is None:
                file.unlink(missing_ok=True)
            elif file.exists():
                file.rename(target.with_name(target.name + suffix))


def _address_of(path: PurePath) -> str:
    """Return a file's address for SQLite, which takes no server's name as such (UNC)."""
    scheme, _, rest = path.as_uri().partition("//")
    return f"{scheme}//{rest if rest.startswith('/') else f'//{rest}'}?mode=rw"


def _is_new(db: "Connection") -> bool:
    return (
        db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        and _number(db, "user_version") == 0
    )


def _number(db: "Connection", pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])
