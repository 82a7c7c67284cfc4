"""What a table of posts is: the meaning of its columns, and what one of its rows stands for."""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import PurePosixPath

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.archives import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import DELIMITERS, HEADER_WITHIN, Table, label, open_table
from klout_cli.files.text import fold, lines
from klout_cli.values.aliases import Synonyms, aliases, column_names, mapped_columns, posts_synonyms
from klout_cli.values.columns import Choice, Column, choose_columns, holds_dates
from klout_cli.values.dates import DAY, day_order, moment
from klout_cli.values.handles import handle_in, network_in, site_of
from klout_cli.values.names import COUNTS, is_named_so, possible_meanings, words_of
from klout_cli.values.numbers import count
from klout_cli.values.periods import grain_of, period_of
from klout_cli.values.reading import Reading

SAMPLE = 64 << 10
MOST_SAMPLED = 300
FEWEST_DAYS = 3
"""Rows from which one row a day, week or month is a series."""
MOST_POSTS_A_DAY = 5
"""Posts an account publishes in a day; a higher number is its total so far."""
MOST_AUTHORS = 2
"""Authors who write for one account, in a table without other signs of mentions."""

POSTS, PERIODS, LEVELS, DAYS, UNCLEAR = "posts", "periods", "levels", "days", "unclear"
REACTIONS = ("likes", "comments", "shares", "saves", "engagements")
ROWS = (POSTS, PERIODS, LEVELS, DAYS)


class Layout(Struct, frozen=True):
    """How a table is read.

    `rows`: what a row is, "unclear" where days and posts look alike. `columns`: meaning -> place.
    `kinds`: places of columns with kinds of posts. `flags`: place -> kind where the cell says yes.
    `constant`: network and account of a table that has no column of them. `grain`: "day", "week"
    or "month", where rows follow each other so. `of_months`: the dates are whole periods. `year`:
    of dates without one. `dates`: columns of dates that are not read.
    """

    header: tuple[str, ...]
    line: int
    rows: str
    columns: Mapping[str, int]
    choices: tuple[Choice, ...]
    kinds: tuple[int, ...] = ()
    flags: Mapping[int, str] = {}
    constant: Mapping[str, str] = {}
    grain: str = ""
    of_months: bool = False
    year: int = 0
    by_author: bool = False
    dates: tuple[str, ...] = ()
    mapped: bool = False

    @property
    def is_read(self) -> bool:
        """Return whether the rows can be read as posts, or as what is known of days."""
        return self.rows in ROWS


def read_layout(member: Member, reading: Reading) -> Layout | None:
    """Return how a table is read; None for what has no header with a known name."""
    return _layout(member.head(SAMPLE), member.name, reading)


@lru_cache(maxsize=128)
def _layout(head: bytes, name: str, reading: Reading) -> Layout | None:
    sample = Member("", name, len(head), lambda: io.BytesIO(head))
    try:
        top = list(islice(lines(sample, Intake(""), reading.encoding), HEADER_WITHIN))
        table = _open_sample(sample, top, reading)
    except InputError:
        return None
    if table is None:
        return None
    rows = [cells for _, cells in islice(table.rows, MOST_SAMPLED) if not isinstance(cells, Bad)]
    if len(head) == SAMPLE:
        rows = rows[:-1]
    columns = [
        Column(cell.strip(), index, tuple(cells[index] for cells in rows), reading.latest)
        for index, cell in enumerate(table.header)
        if label(cell)
    ]
    mapped = mapped_columns(table.header, reading)
    return _Decision(columns, rows, table, reading).layout(mapped, [*top[: table.line], name])


def _open_sample(sample: Member, top: Sequence[str], reading: Reading) -> Table | None:
    """Open a table at the line of its first rows with most names that can mean something."""
    own = folded_aliases(reading)
    tables = [set(key.split(" | ")) for key in reading.tables]
    cells = {label(cell): cell for line in top for cell in _cells_of(line)}
    names = {
        key: {key}
        for key, cell in cells.items()
        if key
        and (
            possible_meanings(cell, own, posts_synonyms()) or any(key in table for table in tables)
        )
    }
    return open_table(sample, Intake(""), names, (), reading.encoding) if names else None


def folded_aliases(reading: Reading) -> Synonyms:
    """Return the person's own names of columns, folded."""
    column_names(reading.aliases)  # refuses what no column can be
    return {name: frozenset(map(label, names)) for name, names in reading.aliases.items()}


def _cells_of(line: str) -> set[str]:
    cells: set[str] = set()
    for delimiter in DELIMITERS:
        if delimiter in line:
            try:
                cells.update(next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), []))
            except csv.Error:
                continue
    return cells


class _Decision:
    """Looks at one sample; `layout` is what it comes to."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        table: Table,
        reading: Reading,
    ) -> None:
        self.all = columns
        self.by_index = {column.index: column for column in columns}
        self.sample = rows
        self.table = table
        self.reading = reading
        self.columns: dict[str, int] = {}
        self.constant: dict[str, str] = {}

    def layout(self, mapped: Mapping[str, str] | None, titles: Sequence[str]) -> Layout:
        """Decide columns, then rows; what a person has mapped stands."""
        own = folded_aliases(self.reading)
        choices = choose_columns(self.all, own) if mapped is None else self._mapped(mapped)
        kinds = tuple(choice.index for choice in choices if choice.meaning == "kind")
        self.columns = {choice.meaning: choice.index for choice in choices if choice.meaning}
        self.columns.pop("kind", None)
        self.titles = titles
        if any(network_in(cell)[1] for cell in self._cells("network") if network_in(cell)[0]):
            kinds += (self.columns["network"],)
        if any(re.search(r"\d[:.h]\d\d", cell) for cell in self._cells("date")):
            self.columns.pop("time", None)
        rows = (mapped or {}).get("rows") or self._rows(kinds)
        if rows == POSTS:
            self._drop_weak_followers()
        by_author = self._settle_author()
        self._settle_constant(mapped or {})
        return Layout(
            header=tuple(self.table.header),
            line=self.table.line,
            rows=rows,
            columns=self.columns,
            choices=tuple(choices),
            kinds=kinds,
            flags=self._flags(),
            constant=self.constant,
            grain=self.grain,
            of_months="date" in self.columns and self._has_periods(),
            year=self._year(),
            by_author=by_author,
            dates=self._other_dates(),
            mapped=mapped is not None,
        )

    def _mapped(self, mapped: Mapping[str, str]) -> list[Choice]:
        meanings = {label(name): field for field, name in mapped.items()}
        return [
            Choice(column.name, column.index, meanings.get(label(column.name), ""), 1.0)
            for column in self.all
        ]

    # Rows

    def _rows(self, kinds: Sequence[int]) -> str:
        """Return what a row is, by what the columns are and how dates follow each other."""
        metrics = [self.by_index[self.columns[name]] for name in COUNTS if name in self.columns]
        if "date" not in self.columns or not (metrics or "followers" in self.columns):
            return ""
        if set(self.columns).isdisjoint(("text", "url")) and "posts" in self.columns:
            if self._names_periods() and self.grain in ("", "day") and not self._has_periods():
                return DAYS
            return LEVELS if self._is_running() else PERIODS
        if self._tells_posts_apart(kinds):
            return POSTS if metrics else LEVELS
        if not metrics:
            return LEVELS
        if self._has_periods() or self._names_periods() or self._is_running():
            return DAYS
        if not self._is_one_a_day():
            return POSTS
        reactions = set(self.columns) & set(REACTIONS)
        return UNCLEAR if reactions or "followers" not in self.columns else DAYS

    def _tells_posts_apart(self, kinds: Sequence[int]) -> bool:
        """Return whether rows have a text, link, id or kind, as posts do."""
        named = [
            self.by_index[self.columns[name]]
            for name in ("text", "url", "id")
            if name in self.columns
        ]
        if any(map(self._differs, named)):
            return not (self._has_periods() and "url" not in self.columns)
        if not self.sample and named:
            return True
        return any(self.by_index[index].cells for index in kinds)

    @staticmethod
    def _differs(column: Column) -> bool:
        """Return whether a column says of each row what it is about, or is named a text."""
        named = label(column.name) in aliases().posts_texts
        return bool(column.cells) and (named or column.distinct > 0.5)

    def _has_periods(self) -> bool:
        """Return whether the dates are months, weeks or ranges."""
        date = self.by_index[self.columns["date"]]
        return (
            bool(date.cells)
            and date.share(lambda cell: period_of(cell, self.reading.latest) is not None) > 0.8
        )

    def _names_periods(self) -> bool:
        names = aliases().period_columns | aliases().growth
        return any(is_named_so(column.name, names) for column in self.all)

    def _days(self) -> dict[tuple[str, str], list[int]]:
        """Return the days of each account's rows."""
        order = day_order(self._cells("date")) or self.reading.date_order
        days: dict[tuple[str, str], list[int]] = {}
        accounts = zip(self._cells("network"), self._cells("account"), strict=True)
        for account, cell in zip(accounts, self._cells("date"), strict=True):
            at = moment(cell, self.reading.latest, "mdy" if order == "mdy" else "dmy")
            if isinstance(at, tuple):
                days.setdefault(account, []).append(at[0] // DAY)
        return days

    def _cells(self, meaning: str) -> list[str]:
        index = self.columns.get(meaning)
        return ["" if index is None else cells[index] for cells in self.sample]

    @property
    def grain(self) -> str:
        """Day, week or month, where the rows of every account follow each other so."""
        if "date" not in self.columns:
            return ""
        days = [days for days in self._days().values() if len(days) > 1]
        grains = Counter(map(grain_of, days))
        grain, number = grains.most_common(1)[0] if grains else ("", 0)
        return grain if number * 2 > len(days) else ""

    def _is_one_a_day(self) -> bool:
        """Return whether no account has two rows on one day, and no row has a time of day."""
        days = [days for days in self._days().values() if len(days) >= FEWEST_DAYS]
        clock = any(re.search(r"\d:\d\d", cell) for cell in self._cells("date"))
        return bool(days) and not clock and all(len(set(days)) == len(days) for days in days)

    def _is_running(self) -> bool:
        """Return whether counts are totals so far: they only grow, too many for a period."""
        names = [name for name in ("posts", *COUNTS) if name in self.columns]
        if "posts" not in self.columns:
            names = [name for name in names if name in ("likes", "comments", "views")]
        series = [self._series(name) for name in names]
        if not series or any(later < earlier for one in series for earlier, later in pairwise(one)):
            return False
        days = [days for days in self._days().values() if len(days) >= FEWEST_DAYS]
        gaps = [(max(days) - min(days)) / (len(days) - 1) for days in days]
        if not gaps or min(map(len, series)) < FEWEST_DAYS or "posts" not in self.columns:
            return False
        name = words_of(self.by_index[self.columns["posts"]].name).split()
        total = {"total", "gesamt", "lifetime", "insgesamt"} & set(name)
        posts = self._series("posts")
        return bool(total) or min(posts) > MOST_POSTS_A_DAY * max(1.0, min(gaps))

    def _series(self, meaning: str) -> list[int]:
        """Return a column's counts in the order of the dates."""
        dated = [
            (at[0], number)
            for cell, written in zip(self._cells("date"), self._cells(meaning), strict=True)
            if isinstance(at := moment(cell, self.reading.latest, "dmy"), tuple)
            and isinstance(number := count(written), int)
        ]
        return [number for _, number in sorted(dated)]

    # Whose

    def _drop_weak_followers(self) -> None:
        """Leave out an audience of single posts, which is no number of followers."""
        index = self.columns.get("followers")
        if index is not None and words_of(self.by_index[index].name) == "audience":
            del self.columns["followers"]

    def _settle_author(self) -> bool:
        """Take authors for accounts where posts of several people are listed, or of one."""
        index = self.columns.pop("author", None)
        if index is None:
            return False
        authors = set(self.by_index[index].cells)
        mentions = sum(is_named_so(one.name, aliases().mention_columns) for one in self.all)
        if len(authors) > MOST_AUTHORS and mentions:
            self.columns["account"] = index
            return True
        if len(authors) == 1 and "account" not in self.columns:
            self.columns["account"] = index
        return False

    def _settle_constant(self, mapped: Mapping[str, str]) -> None:
        """Find the network of a table without a column or links of one: as mapped, or in titles."""
        header = set(map(label, self.table.header))
        for field in ("network", "account"):
            if field in mapped and label(mapped[field]) not in header:
                self.constant[field] = mapped[field]
        links = self._cells("url")
        if {"network"} & {*self.columns, *self.constant} or any(map(site_of, links)):
            return
        named = {network_in(word)[0] for title in self.titles for word in _words(title)}
        named -= {""}
        if len(named) == 1:
            self.constant["network"] = named.pop()

    def _flags(self) -> dict[int, str]:
        """Return columns of yes and no that say what kind of post a row is."""
        words = {
            word
            for words in (*aliases().kinds.values(), *aliases().no_posts.values())
            for word in words
        }
        return {
            column.index: name
            for column in self.all
            if (name := words_of(column.name)) in words and name.startswith(("is ", "in reply"))
        }

    def _other_dates(self) -> tuple[str, ...]:
        """Return the columns of dates that are not read."""
        read = self.columns.values()
        return tuple(one.name for one in self.all if one.index not in read and holds_dates(one))

    def _year(self) -> int:
        """Return the year of dates that are written without one, as a title or the file says."""
        index = self.columns.get("date")
        if index is None or self.by_index[index].share(self.by_index[index].is_yearless) < 0.5:
            return 0
        years = {
            int(year) for title in self.titles for year in re.findall(r"(?<!\d)20\d\d(?!\d)", title)
        }
        return years.pop() if len(years) == 1 else 0


def _words(title: str) -> list[str]:
    stem = PurePosixPath(title).stem if "/" in title or "." in title else title
    return [word for word in re.split(r"[\W_]+", stem) if fold(word) in aliases().told_by_name]


def open_layout(member: Member, intake: Intake, layout: Layout, encoding: str) -> Table:
    """Open a table with the columns of its layout."""
    labels = Counter(map(label, layout.header))
    known = {name: {name} for name, number in labels.items() if name and number == 1}
    table = open_table(member, intake, known, (), encoding)
    if table is None:
        raise InputError("no table", member.where)
    table.columns = layout.columns
    return table


def handles_in(links: Sequence[str], network: str) -> set[str]:
    """Return the handles in links to posts."""
    return {handle for link in links if (handle := handle_in(link, network))}
