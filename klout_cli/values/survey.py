"""The columns of a table that klout doesn't know: what is in them and could be (`klout map`)."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.limits import MOST_TABLE_COLUMNS
from klout_cli.files.table import DELIMITERS, HEADER_WITHIN, label, open_table
from klout_cli.files.text import lines
from klout_cli.values.aliases import Synonyms, column_names
from klout_cli.values.dates import NOT_A_DATE, moment
from klout_cli.values.numbers import BLANKS, rate
from klout_cli.values.reading import Reading

SAMPLED = 200
SIMILAR = 0.85

WORDS = frozenset(
    (
        "time",
        "network",
        "account",
        "person",
        "name",
        "id",
        "text",
        "url",
        "kind",
        "consent",
        "expertise",
    )
)
SINGLE = {"dates": "date", "links": "url"}
"""What the only column of such values is, whatever it is called."""


class ColumnSeen(Struct, frozen=True):
    """A column of an unknown table: its name as written, and the kind of its values, never a value.

    Then what it could be ("": no idea). `known`: by its name it is read so without any mapping.
    """

    name: str
    holds: str
    guess: str = ""
    known: bool = False


def survey(member: Member, reading: Reading) -> list[ColumnSeen]:
    """Look at the header and the first rows of any delimited table.

    Columns without a name are left out.

    Raises InputError for what is no table, or begins with values instead of names: those are never
    shown.
    """
    intake = Intake("")
    header = _header(
        [
            line
            for line in islice(lines(member, intake, reading.encoding), HEADER_WITHIN)
            if line.strip()
        ]
    )
    table = (
        open_table(
            member,
            intake,
            {name: {name} for name in map(label, header[:MOST_TABLE_COLUMNS]) if name},
            (),
            reading.encoding,
        )
        if header
        else None
    )
    if table is None:
        raise InputError(
            "no table",
            member.where,
            "a table has two columns or more, with their names in the first row",
        )
    if any(_kind(cell, reading.latest) in ("dates", "numbers") for cell in table.header):
        raise InputError(
            "the first row holds values, not names",
            f"{member.where}:{table.line}",
            "write the columns' names above it",
        )
    rows = [cells for _, cells in islice(table.rows, SAMPLED) if not isinstance(cells, Bad)]
    names = {cell.strip(): index for index, cell in enumerate(table.header) if label(cell)}
    holds = {
        name: _holds((cells[index] for cells in rows), reading.latest)
        for name, index in names.items()
    }
    known = column_names(reading.aliases)
    sure = _named(holds, known)
    guesses = sure | _guessed(holds, known, sure)
    return [
        ColumnSeen(name, kind, guesses.get(name, ""), name in sure) for name, kind in holds.items()
    ]


def _header(top: Sequence[str]) -> list[str]:
    """Return the first row that is filled and as wide as most.

    The delimiter is the one that gives most rows one width.
    """
    best: tuple[int, int, list[str]] = (0, 0, [])
    for delimiter in DELIMITERS:
        rows = [cells for line in top if len(cells := _cells(line, delimiter)) > 1]
        for width, count in Counter(map(len, rows)).items():
            filled = [
                cells
                for cells in rows
                if len(cells) == width and sum(map(bool, map(str.strip, cells))) * 2 > width
            ]
            if filled and (count, width) > best[:2]:
                best = (count, width, filled[0])
    return best[2]


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _holds(cells: Iterable[str], latest: int) -> str:
    return " and ".join(sorted({_kind(cell, latest) for cell in cells} - {""})) or "nothing"


def _kind(cell: str, latest: int) -> str:
    if cell.strip().casefold() in BLANKS:
        return ""
    if any(moment(cell, latest, order) is not NOT_A_DATE for order in ("dmy", "mdy")):
        return "dates"
    if any(not isinstance(rate(cell, mark), Bad) for mark in (".", ",")):
        return "numbers"
    return "links" if cell.lstrip().startswith(("http://", "https://")) else "text"


def _named(holds: Iterable[str], known: Synonyms) -> dict[str, str]:
    """Return what columns are by their names, each thing once."""
    fields: dict[str, str] = {}
    for name in holds:
        field = next((field for field, synonyms in known.items() if label(name) in synonyms), "")
        if field and field not in fields.values():
            fields[name] = field
    return fields


def _guessed(holds: Mapping[str, str], known: Synonyms, sure: Mapping[str, str]) -> dict[str, str]:
    """Guess the others by a similar name of something that has such values.

    Then by being the only column of its kind.
    """
    from difflib import get_close_matches  # only a survey guesses

    fields: dict[str, str] = {}
    for name in (name for name in holds if name not in sure):
        free = [
            field
            for field in known
            if field not in (*sure.values(), *fields.values()) and _fits(field, holds[name])
        ]
        words = {synonym: field for field in free for synonym in known[field]}
        if close := get_close_matches(label(name), words, 1, SIMILAR):
            fields[name] = words[close[0]]
    for kind, field in SINGLE.items():
        only = [name for name, held in holds.items() if held == kind]
        if (
            len(only) == 1
            and only[0] not in sure
            and field not in (*sure.values(), *fields.values())
        ):
            fields[only[0]] = field
    return fields


def _fits(field: str, holds: str) -> bool:
    """Tell whether values of a kind can be this."""
    if field in ("date", "url"):
        return SINGLE.get(holds) == field
    return holds == ("text" if field in WORDS else "numbers")
