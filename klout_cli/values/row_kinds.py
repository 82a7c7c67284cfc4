"""What a row of a table stands for: a post, a period of posts, or what an account has on a day."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from klout_cli.files.table import label
from klout_cli.values.aliases import aliases
from klout_cli.values.columns import Column
from klout_cli.values.dates import DAY, day_order, moment
from klout_cli.values.names import COUNTS, has_name, words_of
from klout_cli.values.numbers import count
from klout_cli.values.periods import grain_of, period_of
from klout_cli.values.reading import Reading

POSTS, PERIODS, LEVELS, DAYS, UNCLEAR = "posts", "periods", "levels", "days", "unclear"
REACTIONS = frozenset(("likes", "comments", "shares", "saves", "engagements"))
TOTALS = frozenset(("total", "gesamt", "lifetime", "insgesamt", "cumulative", "kumuliert"))
FEWEST_ROWS = 3
"""Rows of an account from which one a day, week or month is a series."""
MOST_POSTS_A_DAY = 5
"""Posts an account publishes in a day; a higher number is its total so far."""
MOSTLY = 0.8

Account = tuple[str, str]


class RowKind:
    """Looks at the columns of a sample; `columns` are the places of their meanings."""

    def __init__(
        self,
        all: Sequence[Column],
        sample: Sequence[Sequence[str]],
        columns: Mapping[str, int],
        reading: Reading,
    ) -> None:
        self.all = all
        self.sample = sample
        self.columns = columns
        self.reading = reading
        self.by_index = {column.index: column for column in all}

    def cells(self, meaning: str) -> list[str]:
        """Return the cells of a meaning, "" in each row where no column has it."""
        index = self.columns.get(meaning)
        return ["" if index is None else cells[index] for cells in self.sample]

    def decide(self, kinds: Sequence[int]) -> str:
        """Return what a row is, by the columns and by how dates follow each other.

        `kinds` are the columns of kinds of posts. "" where the columns are those of nothing,
        "unclear" where posts and days look alike.
        """
        metrics = not COUNTS.isdisjoint(self.columns)
        if "date" not in self.columns or not (metrics or "followers" in self.columns):
            return ""
        if "posts" in self.columns and {"text", "url"}.isdisjoint(self.columns):
            if self._names_periods() and self.grain in ("", "day") and not self.has_periods:
                return DAYS
            return LEVELS if self._is_running() else PERIODS
        if not metrics:
            return LEVELS
        if self._tells_posts_apart(kinds):
            return POSTS
        if self.has_periods or self._names_periods():
            return DAYS
        if not self._is_one_a_day():
            return POSTS
        only_levels = "followers" in self.columns and REACTIONS.isdisjoint(self.columns)
        return DAYS if only_levels else UNCLEAR

    def _tells_posts_apart(self, kinds: Sequence[int]) -> bool:
        """Return whether rows have a text, link, id or kind, as posts do."""
        places = [self.columns[name] for name in ("text", "url", "id") if name in self.columns]
        named = [self.by_index[place] for place in places]
        if any(map(_differs, named)):
            return "url" in self.columns or not self.has_periods
        if not self.sample and named:
            return True
        return any(self.by_index[index].cells for index in kinds)

    @cached_property
    def has_periods(self) -> bool:
        """Whether the dates are months, weeks or ranges."""
        date = self.by_index.get(self.columns.get("date", -1))
        if date is None or not date.cells:
            return False
        return date.share(lambda cell: period_of(cell, self.reading.latest) is not None) > MOSTLY

    def _names_periods(self) -> bool:
        names = aliases().period_columns | aliases().growth
        return any(has_name(column.name, names) for column in self.all)

    @cached_property
    def grain(self) -> str:
        """Day, week or month, where the rows of most accounts follow each other so."""
        days = [[day for day, _ in rows] for rows in self._group_days("") if len(rows) > 1]
        grains = Counter(map(grain_of, days))
        grain, number = grains.most_common(1)[0] if grains else ("", 0)
        return grain if number * 2 > len(days) else ""

    @cached_property
    def _days(self) -> list[int | None]:
        """The day of each row, None where its date can't be read."""
        dates = self.cells("date")
        order = "mdy" if day_order(dates, self.reading.date_order) == "mdy" else "dmy"
        moments = (moment(cell, self.reading.latest, order) for cell in dates)
        return [at[0] // DAY if isinstance(at, tuple) else None for at in moments]

    def _group_days(self, meaning: str) -> list[list[tuple[int, str]]]:
        """Return (day, cell of a meaning) in the order of the days, for each account."""
        accounts: dict[Account, list[tuple[int, str]]] = {}
        cells = (self.cells(name) for name in ("network", "account", meaning))
        for day, network, account, value in zip(self._days, *cells, strict=True):
            if day is not None:
                accounts.setdefault((network, account), []).append((day, value))
        return [sorted(rows) for rows in accounts.values()]

    def _is_one_a_day(self) -> bool:
        """Return whether no account has two rows on one day, and no row has a time of day."""
        accounts = [rows for rows in self._group_days("") if len(rows) >= FEWEST_ROWS]
        clock = any(re.search(r"\d:\d\d", cell) for cell in self.cells("date"))
        return (
            bool(accounts)
            and not clock
            and all(len({day for day, _ in rows}) == len(rows) for rows in accounts)
        )

    def _is_running(self) -> bool:
        """Return whether counts are totals so far: they only grow, too many for a period."""
        accounts = [rows for rows in self._group_days("posts") if len(rows) >= FEWEST_ROWS]
        names = [name for name in ("posts", *COUNTS) if name in self.columns]
        if not accounts or not all(map(self._only_grows, names)):
            return False
        named = words_of(self.by_index[self.columns["posts"]].name).split()
        return not TOTALS.isdisjoint(named) or all(map(_is_too_many, accounts))

    def _only_grows(self, meaning: str) -> bool:
        numbers = [[count(cell) for _, cell in rows] for rows in self._group_days(meaning)]
        known = [[number for number in row if isinstance(number, int)] for row in numbers]
        return all(earlier <= later for row in known for earlier, later in pairwise(row))


def _differs(column: Column) -> bool:
    """Return whether a column says of each row what it is about, or is named a text."""
    named = label(column.name) in aliases().posts_texts
    return bool(column.cells) and (named or column.distinct > 0.5)


def _is_too_many(rows: Sequence[tuple[int, str]]) -> bool:
    """Return whether an account has more posts in each row than it can publish in between."""
    numbers = [number for _, cell in rows if isinstance(number := count(cell), int)]
    gap = (rows[-1][0] - rows[0][0]) / (len(rows) - 1)
    return bool(numbers) and min(numbers) > MOST_POSTS_A_DAY * max(1.0, gap)
