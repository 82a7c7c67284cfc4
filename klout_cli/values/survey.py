"""The columns of any table: what is in them, what they are read as and could be (`klout map`)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.limits import MOST_TABLE_COLUMNS
from klout_cli.files.table import DELIMITERS, HEADER_WITHIN, label, open_table
from klout_cli.files.text import lines, split_line
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import aliases, column_names, posts_synonyms
from klout_cli.values.columns import FEWEST, Column, choose_columns
from klout_cli.values.dates import NOT_A_DATE, moment
from klout_cli.values.layout import fold_aliases
from klout_cli.values.names import NUMBERS, words_of
from klout_cli.values.numbers import BLANKS, rate
from klout_cli.values.reading import Reading

SAMPLED = 200
EXAMPLES = 3
"""Rows that are shown of each column."""
SIMILAR = 0.85
CHECKED = (*sorted(NUMBERS), "date", "url")
NO_TABLE = N_("this is no table")


class ColumnSeen(Struct, frozen=True):
    """A column: its name as written, the kind of its values, and what it is read as.

    `known`: it is read so without any mapping; else `meaning` is a guess ("": none). `runner_up`:
    what else it could be. `examples`: its first cells, for a terminal only. `readable`: how many
    of the `filled` cells can be read as each of the meanings that are checked.
    """

    name: str
    holds: str
    meaning: str = ""
    known: bool = False
    runner_up: str = ""
    examples: tuple[str, ...] = ()
    filled: int = 0
    readable: Mapping[str, int] = {}


def survey(member: Member, reading: Reading) -> list[ColumnSeen]:
    """Look at the header and the first rows of any delimited table.

    Columns without a name are left out. Raises InputError for what is no table, or begins with
    values instead of names: those are never shown.
    """
    columns = read_columns(member, reading)
    choices = choose_columns(columns, fold_aliases(reading))
    sure = {choice.index: choice.meaning for choice in choices if choice.meaning}
    if "date" not in sure.values():
        sure = _named(columns, reading)
    guesses = _guess(columns, sure)
    others = {choice.index: choice.runner_up for choice in choices}
    return [
        ColumnSeen(
            column.name,
            " and ".join(sorted({_kind(cell, reading.latest) for cell in column.cells} - {""}))
            or "nothing",
            sure.get(column.index) or guesses.get(column.index, ""),
            column.index in sure,
            others.get(column.index, ""),
            column.rows[:EXAMPLES],
            len(column.cells),
            {meaning: sum(map(column.test(meaning), column.cells)) for meaning in CHECKED},
        )
        for column in columns
    ]


def read_columns(member: Member, reading: Reading) -> list[Column]:
    """Return the named columns of a table with their first cells; raises as `survey` does."""
    top = islice(lines(member, Intake(""), reading.encoding), HEADER_WITHIN)
    header = _header([line for line in top if line.strip()])
    names = {name: {name} for name in map(label, header[:MOST_TABLE_COLUMNS]) if name}
    table = open_table(member, Intake(""), names, (), reading.encoding) if header else None
    if table is None:
        raise InputError(
            NO_TABLE,
            member.where,
            N_("a table has two columns or more, with their names in the first row"),
        )
    if any(_kind(cell, reading.latest) in ("dates", "numbers") for cell in table.header):
        raise InputError(
            N_("the first row has values, not names"),
            f"{member.where}:{table.line}",
            N_("write the columns' names above it"),
        )
    rows = [cells for _, cells in islice(table.rows, SAMPLED) if not isinstance(cells, Bad)]
    places = {cell.strip(): index for index, cell in enumerate(table.header) if label(cell)}
    return [
        Column(name, index, tuple(cells[index] for cells in rows), reading.latest)
        for name, index in places.items()
    ]


def _header(top: Sequence[str]) -> list[str]:
    """Return the first row that is filled and as wide as most.

    The delimiter is the one that gives most rows one width.
    """
    best: tuple[int, int, list[str]] = (0, 0, [])
    for delimiter in DELIMITERS:
        split = (split_line(line, delimiter, strict=True) for line in top)
        rows = [cells for cells in split if len(cells) > 1]
        for width, count in Counter(map(len, rows)).items():
            wide = [cells for cells in rows if len(cells) == width]
            filled = [cells for cells in wide if sum(map(bool, map(str.strip, cells))) * 2 > width]
            if filled and (count, width) > best[:2]:
                best = (count, width, filled[0])
    return best[2]


def _kind(cell: str, latest: int) -> str:
    if cell.strip().casefold() in BLANKS:
        return ""
    if any(moment(cell, latest, order) is not NOT_A_DATE for order in ("dmy", "mdy")):
        return "dates"
    if any(not isinstance(rate(cell, mark), Bad) for mark in (".", ",")):
        return "numbers"
    return "links" if cell.lstrip().startswith(("http://", "https://")) else "text"


def _named(columns: Sequence[Column], reading: Reading) -> dict[int, str]:
    """Return what columns of people and accounts are by their names, each meaning once."""
    known = column_names(reading.aliases)
    meanings: dict[int, str] = {}
    for column in columns:
        for meaning, synonyms in known.items():
            if label(column.name) in synonyms and meaning not in meanings.values():
                meanings[column.index] = meaning
    return meanings


def _guess(columns: Sequence[Column], sure: dict[int, str]) -> dict[int, str]:
    """Guess the others by a similar name of something with such values.

    Never a name with a word by which it is another count: unsubscribes are no subscribers.
    """
    from difflib import get_close_matches  # only a survey guesses

    guesses: dict[int, str] = {}
    for column in columns:
        words = words_of(column.name)
        if column.index in sure or not aliases().other_counts.isdisjoint(words.split()):
            continue
        taken = {*sure.values(), *guesses.values()}
        known = {
            synonym: meaning
            for meaning, synonyms in posts_synonyms().items()
            if meaning not in taken and column.fit(meaning) > FEWEST
            for synonym in synonyms
        }
        if column.cells and (close := get_close_matches(words, known, 1, SIMILAR)):
            guesses[column.index] = known[close[0]]
    return guesses
