"""The posts table: any network, any spreadsheet, one row a post."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, islice, repeat
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Block, Table, open_table
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, File
from klout_cli.person.rows import Draft, Level, Post
from klout_cli.values.aliases import (
    Synonyms,
    account_of,
    aliases,
    is_total,
    kinds,
    refuse_doubles,
    table_columns,
    table_kind,
)
from klout_cli.values.cells import NO_DATE, Counts, Dates, is_rounded
from klout_cli.values.dates import DAY, NOT_A_DATE, day_order, excel_serial, moment
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import BLANKS, decimal_mark
from klout_cli.values.reading import PLAIN, Reading

VARIANT = "posts table"
COUNTS = ("likes", "comments", "shares", "saves", "engagements", "impressions", "reach")
REACTIONS = COUNTS[:4]
FINER = COUNTS[:3]
"""Where one of these is there, the sum of engagements tells nothing more."""
NEEDED = ("date", *FINER, "followers")
WRITTEN = ("network", "account", "id", "url", "text", "kind")
POST_FIELDS = tuple(
    zip(Post.__struct_fields__, (None, None, *Post.__struct_defaults__), strict=True)
)

SAMPLED = 2000

LONGEST_DAMAGED = 16

TOTAL = "looks like a total"
NOTHING = "nothing but a date"
SUMS = "sums of a day without followers"
DAMAGED = "ids damaged by Excel (opened and saved there) are not used"

Columns: TypeAlias = dict[str, Sequence[Any]]

_DAMAGED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)


class PostsTable(Archive):
    """Posts of any network in a table a person or a scheduling tool keeps.

    Several accounts in one file are several exports.
    """

    key = "posts_table"
    network = "table"
    variant = VARIANT
    dated_by = ()
    files = (File("table", whole=True),)

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Claim tables with a date and a metric that are no vendor's."""
        return [(member,) for member in members if table_kind(member, reading) == "posts"]

    def begin(self, members: Sequence[Member]) -> None:
        """Name an account of no network by the file."""
        self.draft.network, self.draft.handle = "other", PurePosixPath(members[0].name).stem

    def table(self, member: Member) -> None:
        """Read by what the first rows settle about each column.

        Should a later row contradict, once more by what all rows settle.
        """
        if not self._is_read(member, SAMPLED):
            self.intake.forget()
            self._is_read(member, None)

    def _is_read(self, member: Member, sampled: int | None) -> bool:
        """Read the table by what `sampled` rows settle (None: all); False where they do not."""
        known = table_columns(member, self.reading)
        decided = _decide(_open(member, Intake(""), known, self.reading), self.reading, sampled)
        if decided is None:
            return False
        table = _open(member, self.intake, known, self.reading)
        decided = _settled(decided, table, member.where)
        posts = _Posts(table, decided, self.reading, self.intake, self.draft.handle)
        for block in table.blocks:
            posts.add(block)
            if sampled is not None and posts.contradicted:
                return False
        self.drafts = posts.finish()
        return True


class Decided(Struct):
    """What cells settle: marks of counts, order of day and month, real dates, day numbers."""

    marks: dict[str, str]
    order: str
    dated: bool = False
    serials: bool = False

    @property
    def open(self) -> bool:
        """Tell whether more rows could settle what is still open."""
        return self.order == "?" or (self.serials and not self.dated)


def _open(member: Member, intake: Intake, known: Synonyms, reading: Reading) -> Table:
    table = open_table(member, intake, known, ("date",), reading.encoding)
    if table is None:
        raise InputError("no column of dates", member.where, "name one of the columns: date")
    refuse_doubles(table.header, known, NEEDED, member.where)
    if "views" in table.columns:
        table.columns = {"impressions": table.columns["views"], **table.columns}
    return table


def _decide(table: Table, reading: Reading, sampled: int | None) -> Decided | None:
    """Look at rows for what settles a column.

    None where the sample leaves open what rows behind it might settle.
    """
    decided = Decided(
        {name: reading.decimal for name in (*COUNTS, "followers") if name in table.columns},
        reading.date_order,
    )
    counts = [(name, table.columns[name]) for name in decided.marks]
    date = table.columns["date"]
    for _, cells in islice(table.rows, sampled):
        if isinstance(cells, list):
            _look(cells[date], decided, reading)
            for name, index in counts:
                cell = cells[index]
                if not decided.marks[name] and ("," in cell or "." in cell):
                    decided.marks[name] = decimal_mark((cell,))
    return None if decided.open and next(table.rows, None) else decided


def _look(cell: str, decided: Decided, reading: Reading) -> None:
    if decided.order in ("", "?"):
        decided.order = day_order((cell,)) or decided.order
    if not decided.dated:
        decided.dated = isinstance(moment(cell, reading.latest, "dmy"), tuple)
        decided.serials = decided.serials or isinstance(excel_serial(cell, reading.latest), tuple)


def _settled(decided: Decided, table: Table, where: str) -> Decided:
    """Let the header's language or tool, or `;`, settle an open order of day and month.

    Refuse what stays open (D1, D11).
    """
    header = frozenset(map(fold, table.header))
    if decided.order == "?" and header & aliases().month_first:
        decided.order = "mdy"
    if decided.order == "?" and (table.delimiter == ";" or header & aliases().day_first):
        decided.order = "dmy"
    if decided.order == "?":
        raise InputError(
            "day or month first? No date in this table tells",
            where,
            "say it: --date-order dmy or mdy",
        )
    if decided.open:
        raise InputError(
            "the date column holds numbers only",
            where,
            "give it a date format in the spreadsheet and save again",
        )
    return decided


def _is_by_day(table: Table) -> bool:
    """Tell a report by day: it has followers won or lost, and nothing that a post would have."""
    return table.columns.keys().isdisjoint(
        ("text", "url", "id")
    ) and not aliases().growth.isdisjoint(map(fold, table.header))


class _Posts:
    """A table read in blocks: by column, or row by row where a block is not plain posts."""

    def __init__(
        self, table: Table, decided: Decided, reading: Reading, intake: Intake, stem: str
    ) -> None:
        self.columns = table.columns
        self.intake = intake
        zone = (
            "UTC"
            if fold(table.header[table.columns["date"]]).endswith((" gmt", " utc"))
            else reading.zone
        )
        self.dates = Dates(decided.order, decided.dated, zone, reading.latest)
        self.counts = {name: Counts(mark) for name, mark in decided.marks.items()}
        if not self.counts.keys().isdisjoint(FINER):
            self.counts.pop("engagements", None)
        self.by_day = _is_by_day(table)
        if self.by_day:
            self.counts = {
                name: column for name, column in self.counts.items() if name == "followers"
            }
        self.kinds = _Kinds()
        self.accounts = _Accounts(stem)
        self.dateless: int | None = None

    @property
    def contradicted(self) -> bool:
        """Tell whether a cell settles what was decided without it."""
        return self.dates.contradicted or any(
            column.contradicted for column in self.counts.values()
        )

    def add(self, block: Block) -> None:
        """Take some rows."""
        if block.rows:
            self._held_back(NO_DATE.reason)
        if Bad in map(type, block.rows):
            block = self._without_bad(block)
        if block.rows:
            read = self._columns(list(zip(*block.rows, strict=True)))
            if not self._is_plain(read):
                read = self._sifted(block, read)
            for account, part in self._by_account(read):
                self._level(account, part)
                self._take(account, part)

    def _without_bad(self, block: Block) -> Block:
        for line, broken in block:
            if isinstance(broken, Bad):
                self.intake.skip(line, broken.reason)
        whole = [isinstance(cells, list) for cells in block.rows]
        return Block(list(compress(block.lines, whole)), list(compress(block.rows, whole)))

    def _columns(self, cells: Sequence[Sequence[str]]) -> Columns:
        """Read a block's columns: counts and `at` as values, the others as they are written."""
        texts = {name: cells[index] for name, index in self.columns.items()}
        blank = ("",) * len(cells[0])
        read: Columns = {name: texts.get(name, blank) for name in WRITTEN}
        read["levels"] = texts.get("followers", blank)
        when = texts["date"]
        if "time" in texts:
            when = [f"{day} {time}".strip() for day, time in zip(when, texts["time"], strict=True)]
        read["at"] = self.dates.read(when, self.intake)
        read["precision"] = self.dates.precisions(when)
        for name, column in self.counts.items():
            read[name] = column.read(texts[name], self.intake)
        return read

    def _is_plain(self, read: Columns) -> bool:
        """Tell whether every row of a block is a post that can be used."""
        if not self.dates.clean or not all(column.clean for column in self.counts.values()):
            return False
        return any(all(read[name]) for name in ("text", "url", "id")) or any(
            None not in read[name] for name in REACTIONS if name in read
        )

    def _sifted(self, block: Block, read: Columns) -> Columns:
        """Skip and count what cannot be used, note levels, and return the posts."""
        posts = []
        for (line, cells), *values in zip(block, *read.values(), strict=True):
            self._held_back(NO_DATE.reason)
            row = dict(zip(read, values, strict=True))
            bad = next((value for value in values if type(value) is Bad), None)
            stated = any(row[name].strip() for name in ("text", "url", "id")) or any(
                row.get(name) is not None for name in REACTIONS
            )
            if bad is not None:
                self._skip(line, cells, row, bad)
            elif not stated and row.get("followers") is not None:
                self._level(
                    self.accounts[row["network"], row["account"]],
                    {name: [value] for name, value in row.items()},
                )
                self.intake.use()
            elif not stated and all(row.get(name) is None for name in COUNTS):
                self.intake.skip(line, SUMS if self.by_day else NOTHING)
            else:
                posts.append(values)
        return dict(zip(read, zip(*posts, strict=True), strict=True)) if posts else {}

    def _skip(self, line: int, cells: Sequence[str], row: Mapping[str, Any], bad: Bad) -> None:
        """Count a row that is not used.

        One without a date that is named a total, or is the last and has numbers, is a total (C16).
        """
        dateless = row["at"] is NO_DATE
        if (dateless or row["at"] is NOT_A_DATE) and any(map(is_total, cells)):
            self.intake.skip(line, TOTAL)
        elif dateless and any(type(row.get(name)) is int for name in COUNTS):
            self.dateless = line
        else:
            self.intake.skip(line, bad.reason)

    def _held_back(self, reason: str) -> None:
        """Count the row without a date that waited to be known as the last one, or not."""
        if self.dateless is not None:
            self.intake.skip(self.dateless, reason)
            self.dateless = None

    def _by_account(self, read: Columns) -> Iterator[tuple["_Account", Columns]]:
        """Divide a block by the accounts its rows name."""
        if not read:
            return
        written = [
            column if column.count(column[0]) < len(column) else column[:1]
            for column in (read["network"], read["account"])
        ]
        if max(map(len, written)) == 1:
            yield self.accounts[read["network"][0], read["account"][0]], read
            return
        named = list(zip(read["network"], read["account"], strict=True))
        for one in dict.fromkeys(named):
            chosen = [other == one for other in named]
            yield (
                self.accounts[one],
                {name: tuple(compress(column, chosen)) for name, column in read.items()},
            )

    def _level(self, account: "_Account", read: Columns) -> None:
        """Note the followers on each day with a row; of several rows of a day the last counts."""
        if "followers" in read:
            days = (at // DAY for at in read["at"])
            levels = zip(days, zip(read["followers"], read["levels"], strict=True), strict=True)
            account.levels.update(
                levels
                if None not in read["followers"]
                else (one for one in levels if one[1][0] is not None)
            )

    def _take(self, account: "_Account", read: Columns) -> None:
        """Make posts of an account's columns."""
        made = {
            **read,
            "id": self._ids(account, read),
            "kind": map(self.kinds.__getitem__, read["kind"]),
        }
        account.draft.posts.extend(
            map(
                Post,
                *(made[name] if name in made else repeat(default) for name, default in POST_FIELDS),
            )
        )
        self.intake.use(len(read["at"]))

    def _ids(self, account: "_Account", read: Columns) -> Sequence[str]:
        """Return the ids of posts.

        "" where the text tells a post apart, and one made of the moment where there is none.
        """
        given = self._stated(read["id"])
        if all(given) or all(read["text"]):
            return given
        rows = zip(given, read["at"], read["text"], strict=True)
        return [one or ("" if text else account.numbered(at)) for one, at, text in rows]

    def _stated(self, ids: Sequence[str]) -> Sequence[str]:
        """Return ids without blanks and without what Excel made numbers of (Q13)."""
        if min(map(len, ids)) > LONGEST_DAMAGED or not any(ids):
            return ids
        damaged = [bool(_DAMAGED.fullmatch(id)) for id in ids]
        if any(damaged):
            self.intake.note(DAMAGED, sum(damaged))
        return [
            "" if bad or id.casefold() in BLANKS else id
            for id, bad in zip(ids, damaged, strict=True)
        ]

    def finish(self) -> list[Draft]:
        """Return the accounts with their rows."""
        self._held_back(TOTAL)
        return [account.finish() for _, account in sorted(self.accounts.distinct.items())]


class _Kinds(dict[str, Kind]):
    """Kinds of posts by how they are written.

    What is no known word is an original (Photo, Reel, article …).
    """

    def __missing__(self, cell: str) -> Kind:
        kind = self[cell] = kinds().get(fold(cell), "original")
        return kind


class _Account:
    """One account of the table: its posts, and its followers by day as (number, as written)."""

    def __init__(self, network: str, handle: str) -> None:
        self.draft = Draft(network, VARIANT)
        self.draft.handle = handle
        self.levels: dict[int, tuple[int, str]] = {}
        self._alike: Counter[int] = Counter()

    def numbered(self, at: int) -> str:
        """Make an id of the moment alone: posts without text are numbered within it."""
        self._alike[at] += 1
        return f"{at}#{self._alike[at]}"

    def finish(self) -> Draft:
        """Return the draft with its levels."""
        for day, (value, written) in sorted(self.levels.items()):
            self.draft.levels.append(
                Level("followers", value, day * DAY, "rounded" if is_rounded(written) else "exact")
            )
        return self.draft


class _Accounts(dict[tuple[str, str], _Account]):
    """Accounts by network and handle as they are written; `distinct` has each of them once."""

    def __init__(self, stem: str) -> None:
        super().__init__()
        self.distinct: dict[tuple[str, str], _Account] = {}
        self._stem = stem

    def __missing__(self, written: tuple[str, str]) -> _Account:
        network, handle = account_of(*written, self._stem)
        key = network, unicodedata.normalize("NFC", handle).casefold()
        account = self[written] = self.distinct.setdefault(key, _Account(network, handle))
        return account
