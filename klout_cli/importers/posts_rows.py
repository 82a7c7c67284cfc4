"""Rows of a posts table, a block at a time: posts, periods of posts, and follower counts by day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, repeat
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Block, Table
from klout_cli.files.text import fold
from klout_cli.importers.posts_accounts import Account, Accounts, Kinds, Period
from klout_cli.person.rows import Owner, Post
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import is_total
from klout_cli.values.cells import NO_DATE, Dates, OptionalCounts
from klout_cli.values.dates import DAY, NOT_A_DATE
from klout_cli.values.handles import handle_in, site_of
from klout_cli.values.layout import Layout
from klout_cli.values.numbers import BLANKS
from klout_cli.values.periods import first_day, last_day, period_of
from klout_cli.values.reading import Reading
from klout_cli.values.row_kinds import PERIODS, POSTS

COUNTS = ("likes", "comments", "shares", "saves", "engagements", "impressions", "reach")
REACTIONS, FINER = COUNTS[:4], COUNTS[:3]
"""Where one of `FINER` is there, the sum of engagements says nothing more."""
WRITTEN = ("network", "account", "id", "url", "text")
POST_FIELDS = tuple(
    zip(Post.__struct_fields__, (None, None, *Post.__struct_defaults__), strict=True)
)
LONGEST_DAMAGED = 16
MOST_POSTS = 10_000
"""Posts of one period."""

TOTAL = N_("looks like a total")
SUMS = N_("sums of a day without followers")
NO_COUNT = N_("sums of a period without the number of its posts")
REPOST = "RT @"
"""How the text of a repost begins on X."""
UNPUBLISHED = "not published"
DAMAGED = N_("ids damaged by Excel (opened and saved there) are not used")

Columns: TypeAlias = dict[str, Sequence[Any]]

_DAMAGED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)


class Marks(Struct):
    """What cells settle: marks of counts, order of day and month, real dates, day numbers."""

    counts: dict[str, str]
    order: str
    dated: bool = False
    serials: bool = False

    @property
    def open(self) -> bool:
        """Whether more rows could settle what is still open."""
        return self.order == "?" or (self.serials and not self.dated)


class PostRows:
    """A table read in blocks: by column, or row by row where a block is not plain posts."""

    def __init__(
        self,
        table: Table,
        layout: Layout,
        marks: Marks,
        reading: Reading,
        intake: Intake,
        accounts: Accounts,
    ) -> None:
        self.columns = table.columns
        self.layout = layout
        self.intake = intake
        self.latest = reading.latest
        in_utc = fold(table.header[table.columns["date"]]).endswith((" gmt", " utc"))
        self.dates = Dates(
            marks.order,
            marks.dated,
            "UTC" if in_utc else reading.zone,
            reading.latest,
            year=layout.year,
            months=layout.of_months,
        )
        self.order = marks.order
        self.counts = {name: OptionalCounts(mark) for name, mark in marks.counts.items()}
        if not self.counts.keys().isdisjoint(FINER):
            self.counts.pop("engagements", None)
        flags = sorted(layout.flags)
        self.kinds = Kinds([layout.flags[place] for place in flags])
        self.kind_places = (*layout.kinds, *flags)
        self.accounts = accounts
        self.dateless: int | None = None

    @property
    def contradicted(self) -> bool:
        """Whether a cell settles what was decided without it."""
        return any(column.contradicted for column in (self.dates, *self.counts.values()))

    def add(self, block: Block) -> None:
        """Take some rows."""
        if block.rows:
            self._hold_back(NO_DATE.reason)
        if Bad in map(type, block.rows):
            sound = [(line, cells) for line, cells in block if isinstance(cells, list)]
            for line, cells in block:
                if isinstance(cells, Bad):
                    self.intake.skip(line, cells.reason)
            block = Block([line for line, _ in sound], [cells for _, cells in sound])
        if not block.rows:
            return
        read = self._columns(list(zip(*block.rows, strict=True)))
        if self.layout.rows != POSTS:
            self._take_periods(block, read)
            return
        if not self._is_plain(read):
            read = self._sift(block, read)
        for account, part in self._by_account(read):
            self._add_levels(account, part)
            self._add_posts(account, part)

    def finish(self) -> None:
        """Settle what only the last row tells."""
        self._hold_back(TOTAL)
        if self.layout.by_author:
            for account in self.accounts.distinct.values():
                name = account.draft.handle
                account.draft.owner = Owner(name, name, personal=True)

    # Columns

    def _columns(self, cells: Sequence[Sequence[str]]) -> Columns:
        """Read a block's columns: counts and `at` as values, the others as they are written."""
        texts = {name: cells[index] for name, index in self.columns.items()}
        blank = ("",) * len(cells[0])
        read: Columns = {name: texts.get(name, blank) for name in WRITTEN}
        read["network"] = self._networks(texts, read["url"])
        read["account"] = self._handles(texts, read["url"])
        read["kind"], read["media"] = self._kinds(cells)
        read["levels"] = texts.get("followers", blank)
        when = texts["date"]
        if "time" in texts:
            when = [f"{day} {time}".strip() for day, time in zip(when, texts["time"], strict=True)]
        read["at"] = self.dates.read(when, self.intake)
        read["precision"] = self.dates.precisions(when)
        for name, column in self.counts.items():
            read[name] = column.read(texts[name], self.intake)
        if "impressions" not in read and "views" in read:
            read["impressions"] = read["views"]
        return read

    def _networks(self, texts: Mapping[str, Sequence[str]], links: Sequence[str]) -> Sequence[str]:
        """Return the network of each row: its column's, else that of its link."""
        constant = self.layout.constant.get("network", "")
        written = texts.get("network", (constant,) * len(links))
        if all(written) or not any(links):
            return written
        return [name or site_of(link) for name, link in zip(written, links, strict=True)]

    def _handles(self, texts: Mapping[str, Sequence[str]], links: Sequence[str]) -> Sequence[str]:
        """Return the account of each row: its column's, else that of its link."""
        if "account" in texts:
            return texts["account"]
        if "account" in self.layout.constant:
            return (self.layout.constant["account"],) * len(links)
        return [handle_in(link, site_of(link)) for link in links] if any(links) else links

    def _kinds(self, cells: Sequence[Sequence[str]]) -> tuple[Sequence[Any], Sequence[Any]]:
        """Return the kind of each row, and what it shows."""
        if not self.kind_places:
            return ("original",) * len(cells[0]), (None,) * len(cells[0])
        rows = list(zip(*(cells[place] for place in self.kind_places), strict=True))
        return [self.kinds[row] for row in rows], [self.kinds.media[row] for row in rows]

    # Posts

    def _is_plain(self, read: Columns) -> bool:
        """Return whether every row of a block is a post that can be used."""
        if not self.dates.clean or Bad in map(type, read["kind"]):
            return False
        return any(all(read[name]) for name in ("text", "url", "id")) or any(
            None not in read[name] for name in REACTIONS if name in read
        )

    def _sift(self, block: Block, read: Columns) -> Columns:
        """Skip and count what cannot be used, note levels, and return the posts."""
        posts = []
        for (line, cells), *values in zip(block, *read.values(), strict=True):
            self._hold_back(NO_DATE.reason)
            row = dict(zip(read, values, strict=True))
            known = [row[name] for name in COUNTS if row.get(name) is not None]
            stated = any(row[name].strip() for name in ("text", "url", "id")) or any(
                row.get(name) is not None for name in REACTIONS
            )
            if row["kind"] == Bad(UNPUBLISHED) and any(known):
                row["kind"] = "original"
            bad = next((value for value in row.values() if type(value) is Bad), None)
            if bad is not None:
                self._skip(line, cells, row, bad)
            elif not stated and row.get("followers") is not None:
                account = self.accounts[row["network"], row["account"]]
                self._add_levels(account, {name: [value] for name, value in row.items()})
                self.intake.use()
            elif not stated and not known:
                self.intake.skip(line, N_("nothing but a date"))
            else:
                posts.append(list(row.values()))
        return dict(zip(read, zip(*posts, strict=True), strict=True)) if posts else {}

    def _skip(self, line: int, cells: Sequence[str], row: Mapping[str, Any], bad: Bad) -> None:
        """Count a row that is not used.

        One without a date that is named a total, or is the last and has numbers, is a total (C16).
        """
        dateless = row["at"] is NO_DATE
        if (dateless or row["at"] is NOT_A_DATE) and any(map(_begins_total, cells)):
            self.intake.skip(line, TOTAL)
        elif dateless and any(type(row.get(name)) is int for name in COUNTS):
            self.dateless = line
        else:
            self.intake.skip(line, bad.reason)

    def _hold_back(self, reason: str) -> None:
        """Count the row without a date that waited to be known as the last one, or not."""
        if self.dateless is not None:
            self.intake.skip(self.dateless, reason)
            self.dateless = None

    def _by_account(self, read: Columns) -> Iterator[tuple[Account, Columns]]:
        """Divide a block by the accounts its rows name."""
        if not read:
            return
        networks, handles = read["network"], read["account"]
        if networks.count(networks[0]) == handles.count(handles[0]) == len(handles):
            yield self.accounts[networks[0], handles[0]], read
            return
        named = list(zip(networks, handles, strict=True))
        for account in dict.fromkeys(named):
            chosen = [other == account for other in named]
            part: Columns = {name: tuple(compress(cells, chosen)) for name, cells in read.items()}
            yield self.accounts[account], part

    def _add_levels(self, account: Account, read: Columns) -> None:
        """Note the followers on each day with a row; of several rows of a day the last counts."""
        if "followers" in read:
            days = (at // DAY for at in read["at"])
            levels = zip(days, read["followers"], read["levels"], strict=True)
            account.levels |= {
                day: (followers, written)
                for day, followers, written in levels
                if followers is not None
            }

    def _add_posts(self, account: Account, read: Columns) -> None:
        """Make posts of an account's columns."""
        made = {**read, "id": self._ids(account, read)}
        if account.draft.network == "x" and REPOST in "".join(read["text"]):
            made["kind"] = [
                "repost" if text.startswith(REPOST) else kind
                for text, kind in zip(read["text"], read["kind"], strict=True)
            ]
        columns = (made.get(name) or repeat(default) for name, default in POST_FIELDS)
        account.draft.posts.extend(map(Post, *columns))
        self.intake.use(len(read["at"]))

    def _ids(self, account: Account, read: Columns) -> Sequence[str]:
        """Return the ids of posts.

        "" where the text tells a post apart, and one made of the moment where there is none.
        """
        ids = read["id"]
        given = list(map(self._sound_id, ids)) if any(ids) else ids
        if all(given) or all(read["text"]):
            return given
        rows = zip(given, read["url"], read["at"], read["text"], strict=True)
        return [id or ("" if text else link or account.numbered(at)) for id, link, at, text in rows]

    def _sound_id(self, id: str) -> str:
        """Return an id, "" for a blank one and for what Excel made a number of (Q13)."""
        if len(id) > LONGEST_DAMAGED:
            return id
        if _DAMAGED.fullmatch(id):
            self.intake.note(DAMAGED)
            return ""
        return "" if id.casefold() in BLANKS else id

    # Periods

    def _take_periods(self, block: Block, read: Columns) -> None:
        """Take rows that are sums of a day, week or month: follower counts, and equal posts."""
        when = self.columns["date"]
        for (line, cells), *values in zip(block, *read.values(), strict=True):
            row = dict(zip(read, values, strict=True))
            if type(row["at"]) is Bad:
                self._hold_back(NO_DATE.reason)
                self._skip(line, cells, row, row["at"])
                continue
            account = self.accounts[row["network"], row["account"]]
            first, last, begins = self._period(cells[when], row["at"])
            followers, posts = row.get("followers"), row.get("posts")
            if followers is not None:
                account.levels[last // DAY] = followers, row["levels"]
            if self.layout.rows == PERIODS and posts is not None and posts <= MOST_POSTS:
                sums = {name: row[name] for name in COUNTS if row.get(name) is not None}
                account.periods.append(Period(first, last, posts, sums, begins))
            elif followers is None:
                self.intake.skip(line, NO_COUNT if self.layout.rows == PERIODS else SUMS)
                continue
            self.intake.use()

    def _period(self, cell: str, at: int) -> tuple[int, int, bool]:
        """Return the first and last day of a row, and whether it says the first.

        No period goes on after the latest day.
        """
        found = period_of(cell, self.latest, self.order)
        last = found[1] if found else last_day(at, self.layout.grain)
        first = found[0] if found else first_day(last, self.layout.grain)
        return first, min(last, self.latest // DAY * DAY), bool(found) or last > at


def _begins_total(cell: str) -> bool:
    """Return whether a cell is named a total, alone or of something: "Summe Juli"."""
    words = cell.split()
    return is_total(cell) or (1 < len(words) <= 4 and is_total(words[0]))
