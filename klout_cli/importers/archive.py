"""The base of importers: a subclass declares its files and says what a row of each means.

A handler gets one row of a file (`Cells` of a table, an item of JSON, a page …) and yields what it
means: `Post`, `Interaction`, `Contact`, `Group`, `Level`, `Listed`, `Of` or `Note`. What cannot be
used raises `Unusable`, mostly through the functions below, and is counted by its reason; a handler
that yields nothing has used its row. An instance is one export being read, so handlers may keep
what they need to know in `self`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, ClassVar, TypeVar

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.importers.collected import Collected, Listed, Note, Of, Rows, Unusable
from klout_cli.importers.declared import (
    Cells,
    File,
    Html,
    Json,
    Sheet,
    Table,
    Values,
    Xml,
    closed_root,
    date_in_names,
)
from klout_cli.importers.interface import Claims
from klout_cli.importers.vocabulary import load_source
from klout_cli.person.rows import Draft, Export, Owner
from klout_cli.results import Source
from klout_cli.translation import Message, as_message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values import dates, numbers
from klout_cli.values.reading import PLAIN, Reading

__all__ = ["Archive", "Cells", "Claims", "File", "Html", "Json", "Listed", "Note"]
__all__ += ["Of", "Rows", "Sheet", "Table", "Unusable", "Values", "Xml"]

CLOSED = N_("private messages, not opened")
NO_DATE = N_("no date")
NO_ID = N_("no id")

T = TypeVar("T")


class Archive:
    """One network's exports of one kind, as a description.

    `key` is its block in sources.yaml; `title` that of a network without reference values, which
    counts as "other". Files are read in the order of `files`.

    `together`: which files are one export, those of a "folder", of a "tree" of folders, "all" of a
    container, or each "file"; `closed` matches what else belongs to it, by its path from there, and
    is never opened. `twice` and `twice_listed`: why a post, or a person, that was read already is
    skipped ("": none is). `harmless`: other reasons after which a list is still whole;
    `empty_lists`: a whole one without anybody is a level of 0. `adds_up`: what the owner did to
    others is added up, file by file. `date_in_name` finds the parts of a date in names of files and
    folders, the end of the day without hours; else the newest of the rows `dated_by` dates an
    export.
    """

    key: ClassVar[str] = ""
    network: str = "other"
    variant: ClassVar[str] = ""
    title: ClassVar[str] = ""
    source: Source
    feeds: Mapping[str, str]
    files: ClassVar[Sequence[File]] = ()
    together: ClassVar[str] = "folder"
    closed: ClassVar[str] = ""
    twice: ClassVar[str] = N_("same post twice")
    twice_listed: ClassVar[str] = N_("duplicate record")
    harmless: ClassVar[Collection[str]] = ()
    empty_lists: ClassVar[bool] = False
    adds_up: ClassVar[bool] = False
    date_in_name: ClassVar[str] = ""
    dated_by: ClassVar[Collection[str]] = ("posts",)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.key:
            cls.source, cls.feeds = load_source(cls.key)

    def __init__(self, reading: Reading = PLAIN) -> None:
        self.draft = Draft(self.network, self.variant)
        if self.title:
            self.draft.handle = self.title
            self.draft.notes.append(
                Message(
                    "{network} has no benchmarks of its own, so those for “other” networks count",
                    network=self.title,
                )
            )
        self.reading = reading
        self.latest = reading.latest
        self.rows = Collected(self.draft, self.twice, self.twice_listed, self.adds_up)
        self.intakes: dict[str, list[Intake]] = {file.id: [] for file in self.files}
        self.intake = Intake("")
        self.file: File
        self.member: Member
        self.line: object = 0
        self.dates: list[int] = []
        self.cuts: set[str] = set()
        self.drafts: list[Draft] = []

    # Which files are an export

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Return the first declaration that fits a file."""
        return next((file for file in cls.files if file.matches(member, reading)), None)

    @classmethod
    def files_of(
        cls, members: Sequence[Member], reading: Reading
    ) -> Iterable[tuple[Member, File | None]]:
        """Return each file with its declaration, if it has one."""
        return [(member, cls.file_of(member, reading)) for member in members]

    @classmethod
    def is_message(cls, member: Member) -> bool:
        """Return whether a file is declared private, by its name."""
        return any(file.private and file.matches(member, PLAIN) for file in cls.files)

    @classmethod
    def root_of(cls, member: Member, file: File | None, roots: Collection[str]) -> str | None:
        """Return the export a file belongs to, None where to none."""
        if file is not None:
            if cls.together == "tree":
                return closed_root(member.name, ".*", roots)
            if (root := cls._root(member, file)) in roots:
                return root
        return closed_root(member.name, cls.closed, roots) if cls.closed else None

    @classmethod
    def _root(cls, member: Member, file: File) -> str:
        return "" if cls.together == "all" else file.root(member)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find exports by the files that prove one; other files declared or closed belong to it."""
        files = list(cls.files_of(members, reading))
        if cls.together == "file":
            return [(member,) for member, file in files if file and file.proves]
        roots = {cls._root(member, file) for member, file in files if file and file.proves}
        exports: dict[str, list[Member]] = {root: [] for root in sorted(roots)}
        for member, file in files if exports else ():
            if (root := cls.root_of(member, file, exports.keys())) is not None:
                exports[root].append(member)
        return [tuple(export) for export in exports.values()]

    # Reading one

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one export; a private file that a name shows as such only if it is asked for."""
        archive = cls(reading)
        by_file: dict[str, list[Member]] = {file.id: [] for file in cls.files}
        ordered = sorted(members, key=lambda member: (member.name, member.container))
        names = {member.name.lower() for member in members}
        for member, file in cls.files_of(ordered, reading):
            is_open = file and (reading.private or not (file.private and member.private))
            if file and is_open and not (file.twin and file.is_view(member, names)):
                by_file[file.id].append(member)
        archive.begin(members)
        for file in cls.files:
            for member in () if by_file.get(file.unless) else by_file[file.id]:
                archive.read(file, member)
        archive.finish(members)
        return [draft.finish() for draft in archive.settle(members)]

    def begin(self, members: Sequence[Member]) -> None:
        """Use what the names of files say; none is read yet."""

    def finish(self, members: Sequence[Member]) -> None:
        """Settle what depends on the whole export; all files are read."""

    def read(self, file: File, member: Member) -> None:
        """Read one file as a whole or not at all."""
        self.file, self.member = file, member
        if file.lists and not member.size:
            self.cuts.add(file.lists)
        with self.draft.reading(member.where) as self.intake:
            self.intakes[file.id].append(self.intake)
            if file.private and not self.reading.private:
                self.intake.note(CLOSED)
            else:
                self._handle(file, member)
        self.rows.end_file(refused=self.intake.refused)

    def _handle(self, file: File, member: Member) -> None:
        method = file.handler or file.id
        handle = getattr(self, method) if isinstance(method, str) else partial(method, self)
        if file.whole:
            handle(member)
            return
        values = file.values(member, self.intake, self.reading.encoding)
        if file.batch:
            values = self.sound(values)
            while batch := list(islice(values, file.batch)):
                handle(*zip(*batch, strict=True))
        else:
            self.each(values, handle)

    def sound(self, values: Values) -> Values:
        """Yield the values that could be read; skip and count the others."""
        for line, value in values:
            if type(value) is Bad:
                self.intake.skip(line, value.reason)
            else:
                yield line, value

    def each(self, values: Values, handle: Callable[[Any], Iterable[Any] | None]) -> None:
        """Hand over value by value, and count what becomes of each: used as a whole or skipped."""
        intake, take = self.intake, self.rows.take
        for line, value in self.sound(values):
            self.line = line
            try:
                if rows := handle(value):
                    take(list(rows), intake)
            except Unusable as error:
                intake.skip(line, error.reason)
            else:
                intake.use()

    # What handlers use

    def required(self, text: str, reason: str = NO_ID) -> str:
        """Return a text. Raises Unusable where it is empty."""
        if not text:
            raise Unusable(reason)
        return text

    def once(self, id: str, reason: str = NO_ID) -> str:
        """Return a post's id. Raises Unusable without one, or where that post was read already."""
        if self.required(id, reason) in self.rows.post_ids:
            raise Unusable(self.twice)
        return id

    def checked(self, value: T | Bad) -> T:
        """Return a value. Raises Unusable for a bad one."""
        if isinstance(value, Bad):
            raise Unusable(value.reason)
        return value

    def moment(self, cell: object, reason: str = NO_DATE, zone: str = "UTC") -> dates.Moment:
        """Return (Unix seconds, precision). Raises Unusable for no date or a bad one.

        `zone` is that of times without one.
        """
        moment = self.checked(dates.moment(cell, self.latest, zone=zone))
        if moment is None:
            raise Unusable(reason)
        return moment

    def date(self, cell: object, reason: str = NO_DATE, zone: str = "UTC") -> int:
        """Return Unix seconds, as `moment` does."""
        return self.moment(cell, reason, zone)[0]

    def optional_date(self, cell: object) -> int | None:
        """Return Unix seconds, None for no date. Raises Unusable for a bad one."""
        moment = self.checked(dates.moment(cell, self.latest))
        return moment[0] if moment else None

    def known_date(self, cell: object) -> int | None:
        """Return Unix seconds, None for no date or a bad one."""
        moment = dates.moment(cell, self.latest)
        return moment[0] if isinstance(moment, tuple) else None

    def count(self, cell: object, mark: str = "") -> int | None:
        """Return a count, None where it is unknown. Raises Unusable for what is no count."""
        return self.checked(numbers.count(cell, mark))

    def name_account(
        self, handle: str, id: str = "", name: str = "", personal: bool = True
    ) -> None:
        """Name the account and its owner; what is known already stays.

        On networks without reference values names are made as the table importers make them, so
        that tables join. There no owner is personal: ids of two networks tell no people apart.
        """
        draft, owner = self.draft, self.draft.owner
        if self.title:
            draft.handle = f"{self.title}/{handle}" if handle else self.title
            draft.owner = Owner(id or handle)
        else:
            draft.handle = draft.handle or handle
            draft.owner = Owner(owner.id or id, owner.name or name, personal)

    # Whether it is all there

    def expect(self, id: str, count: int, label: str, factors: Collection[str] = ()) -> None:
        """Compare the rows read of the files of an id with how many the export states."""
        read = sum(intake.read for intake in self.intakes[id] if not intake.refused)
        if read < count:
            lists = next(file.lists for file in self.files if file.id == id)
            missing = Message(
                "Only {read} of {count} {things} are there. Unpack or download the export again.",
                read=read,
                count=count,
                things=as_message(label),
            )
            self.cut(lists, missing, factors)

    def cut(self, metric: str, why: str, factors: Collection[str] = ()) -> None:
        """Record that a list, or what else factors need, is not whole: in a note, and for them."""
        self.cuts.add(metric)
        self.draft.lacks |= dict.fromkeys(factors, why)
        self.draft.notes.append(why)

    def listed(self, metric: str) -> Collection[str]:
        """Return who is in a list."""
        people: Collection[str] = getattr(self.draft, metric)
        return people

    # The end

    def settle(self, members: Sequence[Member]) -> Iterable[Draft]:
        """Count the lists of people, date the export, and return its accounts."""
        harmless = {*self.harmless, self.twice_listed}
        for metric in dict.fromkeys(file.lists for file in self.files if file.lists):
            ids = [file.id for file in self.files if file.lists == metric]
            intakes = [intake for id in ids for intake in self.intakes[id]]
            cut = metric in self.cuts or any(intake.reasons.keys() - harmless for intake in intakes)
            if intakes:
                people, empty = len(self.listed(metric)), self.empty_lists and not cut
                self.rows.count_list(metric, people, cut=cut, empty=empty)
        stated = self.draft.exported_at or date_in_names(self.date_in_name, members, self.latest)
        drafts = list(self.rows.split().values()) or self.drafts or [self.draft]
        drafts[0].intakes, drafts[0].faults = self.draft.intakes, self.draft.faults
        for draft in drafts:
            rows = (row for name in self.dated_by for row in getattr(draft, name))
            moments = [*self.dates, *(row.at for row in rows if row.at)]
            draft.exported_at = stated or max(moments, default=None)
        return drafts
