"""The base of importers: a subclass declares its files and says what a row of each means.

A handler gets one row of a file (`Cells` of a table, an item of JSON, a page …) and yields what it
means: `Post`, `Interaction`, `Contact`, `Group`, `Level`, `Listed` or `Note`. What cannot be used
raises `Unusable`, mostly through the helpers below, and is counted by its reason; a handler that
yields nothing has used its row. An instance is one export being read, so handlers may keep what
they need to know in `self`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar, TypeAlias

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.importers.declared import (
    Cells,
    Columns,
    File,
    Html,
    Json,
    Sheet,
    Table,
    Values,
    Xml,
    sound,
)
from klout_cli.importers.given import Given
from klout_cli.importers.others import draft_of, name_account
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Group, Interaction, Level, Owner, Post
from klout_cli.results import Source
from klout_cli.values import dates, numbers
from klout_cli.values.reading import PLAIN, Reading

__all__ = ["Archive", "Cells", "File", "Html", "Json", "Listed", "Note", "Rows"]
__all__ += ["Sheet", "Table", "Unusable", "Values", "Xml"]

CLOSED = "file of private messages, not opened"
MISSING = "the export lists {:,} {}, {:,} were found: unpack it again, or download it again"


class Unusable(Exception):
    """A row that cannot be used; `reason` becomes its count in the ledger."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Listed(Struct, frozen=True, gc=False):
    """Somebody in the list of followers or of following (`metric`), by key."""

    metric: str
    key: str


class Note(Struct, frozen=True, gc=False):
    """Something worth saying that costs no row."""

    text: str
    count: int = 1


Rows: TypeAlias = Iterator[Post | Contact | Interaction | Group | Level | Listed | Note]


class Archive:
    """One network's exports of one kind, as a description.

    `key` is its block in sources.yaml; `title` that of a network without reference values, which
    counts as "other". Files are read in the order of `files`. `together`: which files are one
    export: those of a "folder", "all" of a container, or each "file". `closed` matches what else
    belongs to an export, by its path from there, and is never opened. `twice` and `twice_listed`
    are the reasons a post, or a person, that was read already is skipped for ("": it is not).
    `adds_up`: what the owner did to others is added up by partner and kind, file by file.
    `date_in_name` finds the parts of a date in names of files and folders; without hours it is the
    end of that day. `dated_by` are the rows whose newest moment dates an export without one.
    """

    key: ClassVar[str] = ""
    network: ClassVar[str] = "other"
    variant: ClassVar[str] = ""
    title: ClassVar[str] = ""
    source: ClassVar[Source]
    feeds: ClassVar[Mapping[str, str]]
    files: ClassVar[Sequence[File]] = ()
    together: ClassVar[str] = "folder"
    closed: ClassVar[str] = ""
    twice: ClassVar[str] = "same post twice"
    twice_listed: ClassVar[str] = "duplicate record"
    harmless: ClassVar[Collection[str]] = ()
    empty_lists: ClassVar[bool] = False
    adds_up: ClassVar[bool] = False
    date_in_name: ClassVar[str] = ""
    dated_by: ClassVar[Collection[str]] = ("posts",)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.key:
            cls.source, cls.feeds = described(cls.key)

    def __init__(self, reading: Reading = PLAIN) -> None:
        self.reading = reading
        self.latest = reading.latest
        self.draft = (
            draft_of(self.title, self.variant) if self.title else Draft(self.network, self.variant)
        )
        self.intake = Intake("")
        self.member: Member
        self.line: object = 0
        self.intakes: dict[str, list[Intake]] = {}
        self.dates: set[int] = set()
        self._known: dict[type, set[str]] = {Post: set(), Contact: set()}
        self._new: dict[type, set[str]] = {Post: set(), Contact: set()}
        self._cuts: set[str] = set()
        self._expected: list[tuple[str, int, str, Collection[str]]] = []

    # Which files

    @classmethod
    def columns(cls, file: File, member: Member, reading: Reading) -> Columns:
        """Return the synonyms of a table's columns."""
        return file.columns if isinstance(file, Table) else {}

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Return what is declared of a file: the first declaration that fits."""
        return next(
            (
                file
                for file in cls.files
                if file.matches(member, cls.columns(file, member, reading), reading)
            ),
            None,
        )

    @classmethod
    def is_message(cls, member: Member) -> bool:
        """Tell a file of private messages by its name."""
        return any(file.private and file.matches(member, {}, PLAIN) for file in cls.files)

    @classmethod
    def root(cls, member: Member, file: File) -> str:
        """Return what the files of one export have in common: a folder, "" or ending in "/"."""
        roots = {"all": "", "file": member.name}
        return roots.get(cls.together, file.root(member) if cls.together == "folder" else "")

    @classmethod
    def root_of(cls, member: Member, file: File | None, roots: Collection[str]) -> str | None:
        """Return to which of the exports a file belongs, None where to none."""
        if file is not None and (root := cls.root(member, file)) in roots:
            return root
        places = (place.end() for place in re.finditer("/|^", member.name))
        for place in sorted(places, reverse=True) if cls.closed else ():
            if member.name[:place] in roots and re.fullmatch(cls.closed, member.name[place:]):
                return member.name[:place]
        return None

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find exports by the files that prove one; what is declared or closed beside them belongs to them."""
        files = [cls.file_of(member, reading) for member in members]
        pairs = list(zip(members, files, strict=True))
        exports: dict[str, list[Member]] = {
            root: []
            for root in sorted(
                {cls.root(member, file) for member, file in pairs if file and file.proves}
            )
        }
        for member, file in pairs:
            root = cls.root_of(member, file, exports.keys()) if exports else None
            if root is not None:
                exports[root].append(member)
        return [tuple(members) for members in exports.values()]

    # Reading

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one export."""
        archive = cls(reading)
        by_file: dict[str, list[Member]] = {file.id: [] for file in cls.files}
        for member in sorted(members, key=lambda member: (member.name, member.container)):
            if file := cls.file_of(member, reading):
                by_file[file.id].append(member)
        archive.begin(members)
        for file in cls.files:
            if not by_file.get(file.unless):
                for member in by_file[file.id]:
                    archive.read(file, member)
        archive.finish()
        archive.settle(members)
        return [archive.draft.finish()]

    def begin(self, members: Sequence[Member]) -> None:
        """Take what names of files say; nothing is read yet."""

    def finish(self) -> None:
        """Settle what only all of the export tells: names, notes."""

    def read(self, file: File, member: Member) -> None:
        """Read one file as a whole or not at all."""
        self.member = member
        self._new = {kind: set() for kind in self._known}
        mark = len(self.draft.interactions)
        with self.draft.reading(member.where) as self.intake:
            self.intakes.setdefault(file.id, []).append(self.intake)
            if file.private and not self.reading.private:
                self.intake.note(CLOSED)
                return
            columns = self.columns(file, member, self.reading)
            rest = member, columns, self.intake, self.reading.encoding
            handle = getattr(self, file.handler or file.id)
            if file.whole:
                handle(file.load(*rest))
            elif file.batch:
                rows = sound(file.values(*rest), self.intake)
                while batch := list(islice(rows, file.batch)):
                    handle(*zip(*batch, strict=True))
            else:
                self.each(file.values(*rest), handle)
            if self.adds_up:
                self._add_up(mark)
            for kind, keys in self._new.items():
                self._known[kind] |= keys

    def each(self, values: Values, handle: Callable[[Any], Iterable[Any] | None]) -> None:
        """Hand over row by row, and count what becomes of each."""
        for self.line, value in values:
            if type(value) is Bad:
                self.intake.skip(self.line, value.reason)
                continue
            try:
                rows = list(handle(value) or ())
                for row in rows:
                    self._refuse_twice(row)
            except Unusable as fault:
                self.intake.skip(self.line, fault.reason)
                continue
            self.intake.use()
            for row in rows:
                self._add(row)

    def _refuse_twice(self, row: Any) -> None:
        kind = type(row)
        if kind is Listed:
            key, known, reason = row.key, self._people(row), self.twice_listed
        elif kind is Post or kind is Contact:
            key, known = (row.id if kind is Post else row.key), self._known[kind]
            reason = self.twice if kind is Post else self.twice_listed
        else:
            return
        if key and reason and (key in known or (kind is not Listed and key in self._new[kind])):
            raise Unusable(reason)

    def _people(self, row: Listed) -> set[str]:
        return self.draft.followers if row.metric == "followers" else self.draft.following

    def _add(self, row: Any) -> None:
        draft = self.draft
        match row:
            case Post():
                draft.posts.append(row)
                if row.id and self.twice:
                    self._new[Post].add(row.id)
            case Contact():
                draft.contacts.append(row)
                self._new[Contact].add(row.key)
            case Interaction():
                draft.interactions.append(row)
            case Listed():
                self._people(row).add(row.key)
            case Level():
                draft.levels.append(row)
            case Group():
                draft.groups.append(row)
            case Note():
                self.intake.note(row.text, row.count)

    def _add_up(self, mark: int) -> None:
        given, rest = Given(), []
        for row in self.draft.interactions[mark:]:
            if row.direction == "out" and not row.private:
                given.add(row.partner, row.kind, row.at)
            else:
                rest.append(row)
        self.draft.interactions[mark:] = rest + given.interactions((self.draft.handle,))

    # What handlers use

    def required(self, text: str, reason: str) -> str:
        """Return a text. Raises Unusable where it is empty."""
        if not text:
            raise Unusable(reason)
        return text

    def once(self, id: str, reason: str = "") -> str:
        """Return a post's id. Raises Unusable where that post was read already, or without an id."""
        if id and self.twice and (id in self._known[Post] or id in self._new[Post]):
            raise Unusable(self.twice)
        return self.required(id, reason) if reason else id

    def moment(
        self, cell: object, reason: str = "no date", order: str = "", zone: str = "UTC"
    ) -> dates.Moment:
        """Return (Unix seconds, precision). Raises Unusable where there is no date, or a bad one."""
        moment = dates.moment(cell, self.latest, order, zone)
        if not isinstance(moment, tuple):
            raise Unusable(moment.reason if moment else reason)
        return moment

    def date(
        self, cell: object, reason: str = "no date", order: str = "", zone: str = "UTC"
    ) -> int:
        """Return Unix seconds. Raises Unusable where there is no date, or a bad one."""
        return self.moment(cell, reason, order, zone)[0]

    def optional_date(self, cell: object) -> int | None:
        """Return Unix seconds, None where there is no date. Raises Unusable for a bad one."""
        moment = dates.moment(cell, self.latest)
        return self.checked(moment[0] if isinstance(moment, tuple) else moment)

    def known_date(self, cell: object) -> int | None:
        """Return Unix seconds, None where there is no date or a bad one."""
        moment = dates.moment(cell, self.latest)
        return moment[0] if isinstance(moment, tuple) else None

    def count(self, cell: object, mark: str = "") -> int | None:
        """Return a count, None where it is unknown. Raises Unusable for what is none."""
        return self.checked(numbers.count(cell, mark))

    def checked(self, value: Any) -> Any:
        """Return a value. Raises Unusable for a `Bad` one."""
        if type(value) is Bad:
            raise Unusable(value.reason)
        return value

    def name_account(
        self, handle: str, id: str = "", name: str = "", *, personal: bool = True
    ) -> None:
        """State whose export it is; what was stated before stays."""
        draft, owner = self.draft, self.draft.owner
        if self.title:
            name_account(draft, self.title, handle, id)
        else:
            draft.handle = draft.handle or handle
            draft.owner = Owner(owner.id or id, owner.name or name, personal)

    # Completeness

    def expect(self, id: str, count: int, label: str, factors: Collection[str] = ()) -> None:
        """State how many rows the export says its files of an id hold; fewer are said."""
        self._expected.append((id, count, label, factors))

    def cut(self, metric: str, why: str, factors: Collection[str] = ()) -> None:
        """State that a list is not whole: its level is cut, and the factors say why."""
        self._cuts.add(metric)
        self.draft.lacks |= dict.fromkeys(factors, why)
        if why not in self.draft.notes:
            self.draft.notes.append(why)

    # The end

    def settle(self, members: Sequence[Member]) -> None:
        """Compare with what was stated, count the lists and date the export."""
        for id, count, label, factors in self._expected:
            read = sum(intake.read for intake in self.intakes.get(id, ()))
            if read < count:
                lists = next((file.lists for file in self.files if file.id == id), "")
                self.cut(lists, MISSING.format(count, label, read), factors)
        for metric in dict.fromkeys(file.lists for file in self.files if file.lists):
            if intakes := [
                intake
                for file in self.files
                if file.lists == metric
                for intake in self.intakes.get(file.id, ())
            ]:
                self.count_list(metric, intakes)
        draft = self.draft
        draft.exported_at = draft.exported_at or self.stated_date(members)
        if draft.exported_at is None:
            ats = {row.at for name in self.dated_by for row in getattr(draft, name) if row.at}
            draft.exported_at = max(ats | self.dates, default=None)

    def count_list(self, metric: str, intakes: Sequence[Intake]) -> None:
        """Make a level of a list, unless the export states the number; cut where rows were lost."""
        harmless = {*self.harmless, self.twice_listed}
        lost = any(intake.reasons.keys() - harmless for intake in intakes)
        people: set[str] = getattr(self.draft, metric)
        stated = any(level.metric == metric for level in self.draft.levels)
        if not stated and (people or self.empty_lists):
            quality = "cut" if lost or metric in self._cuts else "exact"
            self.draft.levels.append(Level(metric, len(people), quality=quality))

    def stated_date(self, members: Iterable[Member]) -> int | None:
        """Return the newest date in names of files and folders, the end of the day without hours."""
        if not self.date_in_name:
            return None
        stated = []
        for found in (re.search(self.date_in_name, member.where) for member in members):
            if found and (parts := [part for part in found.groups() if part]):
                clock = ":".join(parts[3:])
                at = self.known_date(f"{'-'.join(parts[:3])} {clock}{'Z' if clock else ''}".strip())
                stated += [] if at is None else [at if clock else at + dates.DAY - 1]
        return max(stated, default=None)
