"""Decide what the columns of a table of posts mean, by their names and a sample of their cells."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from statistics import fmean

from msgspec import Struct

from klout_cli.files.table import label
from klout_cli.values.aliases import Synonyms, aliases, posts_synonyms
from klout_cli.values.date_forms import add_year
from klout_cli.values.dates import NOT_A_DATE, excel_serial, moment
from klout_cli.values.handles import is_network, site_of
from klout_cli.values.names import NUMBERS, possible_meanings, words_of
from klout_cli.values.numbers import BLANKS, NEGATIVE, count
from klout_cli.values.periods import period_of

FEWEST = 0.5
"""Share of filled cells that must fit a meaning."""
POOR = 0.1
"""How well cells fit that are mostly damaged, but nothing else either."""
TEXT_WORDS, TEXT_DISTINCT = 2.5, 0.8
"""Words in a cell and share of different cells, from which unnamed ones are texts of posts."""
LATER = frozenset(("scheduled", "schedule", "created", "erstellt", "creation"))
NETWORKS = frozenset(("network", "netzwerk", "platform", "plattform"))
ANY_YEAR = 2000

_CLOCK = r"\d{1,2}[:.h]\d{2}.*"


class Column(Struct, frozen=True, dict=True):
    """One column of a sample: its name as written, its place, and all its cells."""

    name: str
    index: int
    rows: tuple[str, ...]
    latest: int

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The cells that are filled."""
        return tuple(cell for cell in map(str.strip, self.rows) if cell.casefold() not in BLANKS)

    @cached_property
    def distinct(self) -> float:
        """Share of filled cells that differ from each other."""
        return len(set(self.cells)) / len(self.cells) if self.cells else 1.0

    @cached_property
    def words(self) -> float:
        """Mean number of words in a filled cell."""
        return fmean(len(cell.split()) for cell in self.cells) if self.cells else 0.0

    @cached_property
    def filled(self) -> float:
        """Share of rows with a cell."""
        return len(self.cells) / len(self.rows) if self.rows else 1.0

    def share(self, test: Callable[[str], bool]) -> float:
        """Share of filled cells that pass a test; 1 where none is filled."""
        return sum(map(test, self.cells)) / len(self.cells) if self.cells else 1.0

    def is_date(self, cell: str) -> bool:
        """Return whether a cell is a date, of any form and with or without its year."""
        return (
            any(moment(cell, self.latest, order) is not NOT_A_DATE for order in ("dmy", "mdy"))
            or period_of(cell, self.latest) is not None
            or excel_serial(cell, self.latest) is not NOT_A_DATE
            or self.is_yearless(cell)
        )

    def is_yearless(self, cell: str) -> bool:
        """Return whether a cell is a day without its year."""
        day = add_year(cell, ANY_YEAR)
        return any(isinstance(moment(day, self.latest, order), tuple) for order in ("dmy", "mdy"))

    def test(self, meaning: str) -> Callable[[str], bool]:
        """Return what says of a cell whether it fits a meaning."""
        return self.is_date if meaning == "date" else TESTS[meaning]

    def fit(self, meaning: str) -> float:
        """Return how well the cells fit a meaning, from 0 to 1."""
        share = self.share(self.test(meaning))
        if meaning in NUMBERS and share < FEWEST:
            return POOR * (1 + share) if self.share(_is_remark) < FEWEST else 0.0
        if meaning == "date" and 0 < share < FEWEST:
            return POOR
        if meaning == "network":
            share = max(share, 0.5 * self.share(_is_name))
        if share < FEWEST:
            return 0.0
        if meaning == "date":
            return share * (0.4 + 0.6 * self.distinct) * (0.4 + 0.6 * self.filled)
        if meaning == "text":
            return share * (0.5 + 0.5 * min(1.0, self.words / 6)) * (0.2 + 0.8 * self.filled)
        if meaning in ("id", "url"):
            return share * (0.3 + 0.7 * self.distinct) * (0.4 + 0.6 * self.filled)
        if meaning in ("account", "author"):
            handles = 0.7 + 0.3 * self.share(lambda cell: " " not in cell)
            return (1 - 0.9 * self.share(is_network)) * handles * (0.1 + 0.9 * self.filled)
        return share * (0.4 + 0.6 * self.filled)

    @cached_property
    def total(self) -> int:
        """The sum of the cells that are counts."""
        numbers = (count(cell) for cell in self.cells)
        return sum(number for number in numbers if isinstance(number, int))


def is_count(cell: str) -> bool:
    """Return whether a cell is a whole number; -1 is written for a hidden one."""
    if "%" in cell:
        return False
    numbers = [count(cell, mark) for mark in (".", ",")]
    return any(isinstance(number, int) or number is NEGATIVE for number in numbers)


def _is_remark(cell: str) -> bool:
    return re.search(r"[^\W\d_]{4}", cell) is not None and not is_count(cell)


def _is_link(cell: str) -> bool:
    return cell.startswith(("http://", "https://", "www."))


def _is_words(cell: str) -> bool:
    return not _is_link(cell) and not is_count(cell) and any(map(str.isalpha, cell))


def _is_name(cell: str) -> bool:
    return not _is_link(cell) and len(cell) <= 60


def _is_id(cell: str) -> bool:
    return not _is_link(cell) and " " not in cell


TESTS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(NUMBERS, is_count),
    "time": lambda cell: re.fullmatch(_CLOCK, cell) is not None,
    "network": is_network,
    "account": _is_name,
    "author": _is_name,
    "text": _is_words,
    "url": _is_link,
    "id": _is_id,
    "kind": _is_name,
}


class Choice(Struct, frozen=True):
    """What a column is read as ("": not at all), how sure that is, and what else it could be."""

    name: str
    index: int
    meaning: str
    score: float
    runner_up: str = ""


def choose_columns(columns: Sequence[Column], own: Synonyms) -> list[Choice]:
    """Decide each column's meaning: the best score first, every meaning once but for `kind`."""
    known = posts_synonyms()
    scores = {
        (column.index, meaning): strength * column.fit(meaning) * _preference(column, meaning)
        for column in columns
        for meaning, strength in possible_meanings(column.name, own, known).items()
    }
    by_index = {column.index: column for column in columns}

    def order(pair: tuple[int, str]) -> tuple[object, ...]:
        column = by_index[pair[0]]
        return -round(scores[pair], 6), -column.total, label(column.name), pair[1]

    chosen: dict[int, str] = {}
    for index, meaning in sorted((pair for pair in scores if scores[pair] > 0), key=order):
        if index not in chosen and (meaning == "kind" or meaning not in chosen.values()):
            chosen[index] = meaning
    _drop_ids_of_accounts(by_index, chosen)
    _choose_by_values(columns, chosen)
    return [_choice(column, chosen.get(column.index, ""), scores) for column in columns]


def _drop_ids_of_accounts(by_index: Mapping[int, Column], chosen: dict[int, str]) -> None:
    """Leave out an id that most rows share although their links or texts differ: a page's."""
    columns = {meaning: by_index[index] for index, meaning in chosen.items()}
    id = columns.get("id")
    differs = any(
        columns[name].distinct > TEXT_DISTINCT for name in ("url", "text") if name in columns
    )
    if id is not None and id.distinct <= FEWEST and differs:
        del chosen[id.index]


def _preference(column: Column, meaning: str) -> float:
    """Return less for what a name says but is seldom meant."""
    if meaning == "date":
        return 1.0 if LATER.isdisjoint(words_of(column.name).split()) else 0.9
    if meaning == "network":
        if column.share(is_network) >= FEWEST:
            return 1.0
        named = not NETWORKS.isdisjoint(words_of(column.name).split())
        return 0.3 if named and column.words < 3 else 0.0
    return 1.0


def _choice(column: Column, meaning: str, scores: Mapping[tuple[int, str], float]) -> Choice:
    others = [
        (-score, other)
        for (index, other), score in scores.items()
        if index == column.index and other != meaning and score > 0
    ]
    runner_up = min(others)[1] if others else ""
    score = round(scores.get((column.index, meaning), 0.0), 3)
    return Choice(column.name, column.index, meaning, score, runner_up)


def _choose_by_values(columns: Sequence[Column], chosen: dict[int, str]) -> None:
    """Take the one column of dates, of links to posts, or of texts, whatever it is called.

    A column with a name of its own, such as consent, is none of these.
    """
    people = frozenset().union(aliases().dates_of_people, *aliases().columns.values())
    free = [
        column
        for column in columns
        if column.index not in chosen and column.cells and label(column.name) not in people
    ]
    for meaning, fits in (("date", holds_dates), ("url", _holds_links), ("text", _holds_texts)):
        if meaning in chosen.values():
            continue
        fitting = [column for column in free if column.index not in chosen and fits(column)]
        if meaning == "date" and len(fitting) > 1:
            continue
        if fitting:
            best = max(fitting, key=lambda column: (column.words, column.filled, column.rows))
            chosen[best.index] = meaning


def holds_dates(column: Column) -> bool:
    """Return whether nearly all cells of a column are written dates, not numbers."""
    return (
        len(column.cells) > 1
        and column.share(lambda cell: not cell.isdigit() and column.is_date(cell)) > 0.8
    )


def _holds_links(column: Column) -> bool:
    return column.share(lambda cell: bool(site_of(cell))) > 0.8 and column.distinct > TEXT_DISTINCT


def _holds_texts(column: Column) -> bool:
    return (
        column.words >= TEXT_WORDS
        and column.distinct > TEXT_DISTINCT
        and column.filled > FEWEST
        and column.share(_is_words) > TEXT_DISTINCT
        and column.share(column.is_date) < FEWEST
    )
