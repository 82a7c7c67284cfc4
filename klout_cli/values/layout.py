"""What a table of posts is: the meaning of its columns, and what one of its rows stands for."""

import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.archives import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import DELIMITERS, HEADER_WITHIN, Table, label, open_table
from klout_cli.files.text import fold, lines, split_line
from klout_cli.values.aliases import Synonyms, aliases, column_names, find_mapping, posts_synonyms
from klout_cli.values.columns import Choice, Column, choose_columns, holds_dates
from klout_cli.values.handles import network_in, site_of
from klout_cli.values.names import has_name, possible_meanings, words_of
from klout_cli.values.reading import Reading
from klout_cli.values.row_kinds import DAYS, LEVELS, PERIODS, POSTS, RowKind

SAMPLE, SMALL_SAMPLE = 64 << 10, 1 << 10
MOST_SAMPLED = 300
MOST_AUTHORS = 2
"""Authors who write for one account, in a table without other signs of mentions."""

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

    @property
    def decisions(self) -> tuple[tuple[str, str, str], ...]:
        """Each column's name, what it is read as, and what else it could be, by name."""
        return tuple(sorted((one.name, one.meaning, one.runner_up) for one in self.choices))


def read_layout(member: Member, reading: Reading) -> Layout | None:
    """Return how a table is read; None for what has no header with a known name."""
    head = member.head(SAMPLE)
    find = _find_small_layout if len(head) <= SMALL_SAMPLE else _find_large_layout
    return find(head, member.name, reading)


def _find_layout(head: bytes, name: str, reading: Reading) -> Layout | None:
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
    mapped = find_mapping(table.header, reading)
    return _Decision(columns, rows, table, reading).layout(mapped, [*top[: table.line], name])


# Each importer of tables asks for the same files: thousands of small ones, or a few large ones.
_find_small_layout = lru_cache(maxsize=1 << 13)(_find_layout)
_find_large_layout = lru_cache(maxsize=128)(_find_layout)


def _open_sample(sample: Member, top: Sequence[str], reading: Reading) -> Table | None:
    """Open a table at the line of its first rows with most names that can mean something."""
    own = fold_aliases(reading)
    tables = [set(key.split(" | ")) for key in reading.tables]
    cells = {
        label(cell): cell
        for line in top
        for delimiter in DELIMITERS
        if delimiter in line
        for cell in split_line(line, delimiter)
    }
    names = {
        key: {key}
        for key, cell in cells.items()
        if key
        and (
            possible_meanings(cell, own, posts_synonyms()) or any(key in table for table in tables)
        )
    }
    return open_table(sample, Intake(""), names, (), reading.encoding) if names else None


def fold_aliases(reading: Reading) -> Synonyms:
    """Return the person's own names of columns, folded."""
    column_names(reading.aliases)  # refuses what no column can be
    return {name: frozenset(map(label, names)) for name, names in reading.aliases.items()}


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
        self.table = table
        self.reading = reading
        self.columns: dict[str, int] = {}
        self.kind = RowKind(columns, rows, self.columns, reading)
        self.constant: dict[str, str] = {}

    def layout(self, mapped: Mapping[str, str] | None, titles: Sequence[str]) -> Layout:
        """Decide columns, then rows; what a person has mapped stands."""
        own = fold_aliases(self.reading)
        choices = choose_columns(self.all, own) if mapped is None else self._follow(mapped)
        kinds = tuple(choice.index for choice in choices if choice.meaning == "kind")
        self.columns |= {choice.meaning: choice.index for choice in choices if choice.meaning}
        self.columns.pop("kind", None)
        self.titles = titles
        kinds += self._kinds_in_networks()
        if any(re.search(r"\d[:.h]\d\d", cell) for cell in self.kind.cells("date")):
            self.columns.pop("time", None)
        rows = (mapped or {}).get("rows") or self.kind.decide(kinds)
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
            grain=self.kind.grain,
            of_months=self.kind.has_periods,
            year=self._year(),
            by_author=by_author,
            dates=self._other_dates(),
            mapped=mapped is not None,
        )

    def _follow(self, mapped: Mapping[str, str]) -> list[Choice]:
        meanings = {label(name): field for field, name in mapped.items()}
        return [
            Choice(column.name, column.index, meanings.get(label(column.name), ""), 1.0)
            for column in self.all
        ]

    def _kinds_in_networks(self) -> tuple[int, ...]:
        """Return the column of networks, if its cells also say kinds: "Instagram Reel"."""
        named = [network_in(cell) for cell in self.kind.cells("network")]
        return (self.columns["network"],) if any(all(parts) for parts in named) else ()

    # Whose

    def _drop_weak_followers(self) -> None:
        """Leave out an audience of single posts, which is no number of followers."""
        index = self.columns.get("followers")
        if index is not None and words_of(self.kind.by_index[index].name) == "audience":
            del self.columns["followers"]

    def _settle_author(self) -> bool:
        """Take authors for accounts where posts of several people are listed, or of one."""
        index = self.columns.pop("author", self.columns.get("account"))
        if index is None:
            return False
        authors = set(self.kind.by_index[index].cells)
        mentions = any(has_name(one.name, aliases().mention_columns) for one in self.all)
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
        links = self.kind.cells("url")
        if {"network"} & {*self.columns, *self.constant} or any(map(site_of, links)):
            return
        named = {network_in(word)[0] for title in self.titles for word in _words(title)}
        named -= {""}
        if len(named) == 1:
            self.constant["network"] = named.pop()

    def _flags(self) -> dict[int, str]:
        """Return columns of yes and no that say what kind of post a row is."""
        words = frozenset().union(*aliases().kinds.values(), *aliases().no_posts.values())
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
        date = None if index is None else self.kind.by_index[index]
        if date is None or date.share(date.is_yearless) < 0.5:
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
        raise InputError("this is no table", member.where)
    table.columns = layout.columns
    return table
