"""Delimited tables: the header is found by known names, the dialect by the file."""

import csv
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, islice, product, tee
from operator import itemgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from klout_cli.errors import InputError
from klout_cli.files.archives import format_size
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.limits import MOST_TABLE_COLUMNS
from klout_cli.files.text import BLANK, MAX_BLANK, SAVE_AGAIN, fold, lines
from klout_cli.translation import Message

HEADER_WITHIN = 20
HEADER_SIZE = 1 << 20
BLOCK = 256
DELIMITERS, QUOTES = ",;\t|", "\"'"
LONGEST_NAME = 200
ESCAPE = "\\"
EVIDENCE = 4 << 20

LONGER = Bad(Message("more cells than the header"))
UNTERMINATED = Bad(Message("unterminated quote"))
BROKEN = Bad(Message("broken quoting"))
SWALLOWED = Message("behind an unterminated quote")
SHORT = Message("short rows: missing cells are unknown")

Row = tuple[int, list[str] | Bad]


class Block(Struct):
    """Consecutive rows and the line each begins in; there may be more lines than rows."""

    lines: Sequence[int]
    rows: Sequence[list[str] | Bad]

    def __iter__(self) -> Iterator[Row]:
        return zip(self.lines, self.rows, strict=False)


class Dialect(Struct, frozen=True):
    """Delimiter, quote and escape character of a file, as the csv module names them."""

    delimiter: str = DELIMITERS[0]
    quotechar: str = QUOTES[0]
    escapechar: str | None = None

    def reader(self, source: Iterable[str], *, strict: bool = True) -> Any:
        """Return a reader of the csv module; a strict one raises csv.Error for broken quoting."""
        return csv.reader(source, strict=strict, **asdict(self))


class Table(Struct):
    """A table with a known header, to be read once.

    `columns` maps canonical names to indexes, `header` has the names as written, in line `line`;
    `longest` is the most characters of a cell. `rows` are (line, cells) as long as the header or
    (line, Bad), `blocks` the same rows many at once.
    """

    header: list[str]
    columns: Mapping[str, int]
    dialect: Dialect
    line: int
    longest: int
    blocks: Iterator[Block]
    rows: Iterator[Row]

    @property
    def delimiter(self) -> str:
        """The delimiter of the dialect."""
        return self.dialect.delimiter


def label(cell: str) -> str:
    """Fold the name of a column for matching, but not ♥ alone; "" for what is too long."""
    return "" if len(cell) > LONGEST_NAME else _label(cell)


@lru_cache(maxsize=4096)  # every importer of tables asks for the same names
def _label(cell: str) -> str:
    return fold(cell) or cell.strip()


def header_names(
    cells: Sequence[str], known: Mapping[str, Collection[str]]
) -> dict[str, list[int]]:
    """Map canonical names to the indexes of the cells with one of their synonyms."""
    places: dict[str, list[int]] = {}
    for index, cell in enumerate(cells):
        places.setdefault(label(cell), []).append(index)
    places.pop("", None)
    matches = [
        (name, sorted(chain.from_iterable(places[word] for word in words)))
        for name, synonyms in known.items()
        if (words := places.keys() & synonyms)
    ]
    return dict(sorted(matches, key=itemgetter(1)))


@lru_cache(maxsize=1 << 13)  # every importer of tables asks for the same files
def first_names(member: Member) -> frozenset[str]:
    """Return the folded cells of a CSV's first line; nothing for every other file."""
    if not member.basename.endswith(".csv"):
        return frozenset()
    line = member.head().removeprefix(b"\xef\xbb\xbf").splitlines()[:1]
    return frozenset(
        fold(cell)
        for cell in re.split(f"[{DELIMITERS}]", b"".join(line).decode("utf-8", "replace"))
    )


def records(
    member: Member,
    intake: Intake,
    known: Mapping[str, Collection[str]],
    needed: Collection[str],
    encoding: str = "",
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, cells by canonical name) of a table that has all needed names.

    Unreadable rows are counted. Raises InputError for a missing name, and as `open_table` does.
    """
    table = open_table(member, intake, known, needed, encoding)
    if table is None:
        remedy = Message("needed: {columns}", columns=", ".join(needed))
        raise InputError(Message("the columns are not those of this file"), member.where, remedy)
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            intake.skip(line, cells.reason)
        else:
            yield line, {name: cells[index].strip() for name, index in table.columns.items()}


def open_table(
    member: Member,
    intake: Intake,
    known: Mapping[str, Collection[str]],
    needed: Collection[str],
    encoding: str = "",
) -> Table | None:
    """Open a table by its header: the line with most known names of the first 20.

    Blank lines above don't count. `known` maps canonical names to folded synonyms (`label`); a
    table without one of the `needed` names is none (None). Raises InputError for an empty file, too
    many columns, and two columns of one needed name (case C12); of another name the first is used,
    and noted.
    """
    source = lines(member, intake, encoding)
    blank, top = _read_top(source)
    if not top:
        raise InputError(Message("the file is empty"), member.where, SAVE_AGAIN)
    place, dialect, header, names = _find_header(top, known, member.where)
    if not header or any(name not in names for name in needed):
        return None
    line, width, longest = blank + place, len(header), member.limits.field
    for name, indexes in names.items():
        if len(indexes) > 1:
            columns = ", ".join(repr(header[index].strip()) for index in indexes)
            both = {"name": name, "columns": columns}
            if name in needed:
                what = Message("there are two columns for {name}: {columns}", **both)
                where = f"{member.where}:{line}"
                raise InputError(what, where, Message("keep one of them"))
            note = Message("two columns for {name}, the first is used: {columns}", **both)
            intake.note(note)
    places = {name: indexes[0] for name, indexes in names.items()}
    dialect = _choose_escape(dialect, member, line, width, encoding)
    rest = chain(top[place:], source)
    blocks = _read_blocks(rest, line, dialect, width, longest, intake)
    rows = chain.from_iterable(blocks)
    return Table(header, places, dialect, line, longest, blocks, rows)


def _read_top(source: Iterator[str]) -> tuple[int, list[str]]:
    """Return the number of leading blank lines, and the lines after them."""
    top: list[str] = []
    size = blank = 0
    for line in source:
        if not top and not line.strip():
            blank += 1
            continue
        top.append(line)
        size += len(line)
        if len(top) == HEADER_WITHIN or size > HEADER_SIZE:
            break
    return blank, top


def _find_header(
    top: Sequence[str], known: Mapping[str, Collection[str]], where: str
) -> tuple[int, Dialect, list[str], Mapping[str, list[int]]]:
    """Return place, dialect, cells and known names of the line with most known names.

    Among equals the first wins, and the comma. A header all in single quotes is read without them.
    """
    best: tuple[int, Dialect, list[str], Mapping[str, list[int]]] = (0, Dialect(), [], {})
    rank, wide, synonyms = (0, False), False, frozenset().union(*known.values())
    for place, text in enumerate(top, start=1):
        delimiters = DELIMITERS[0] + "".join(sign for sign in DELIMITERS[1:] if sign in text)
        for delimiter, quote in product(delimiters, QUOTES if QUOTES[1] in text else QUOTES[0]):
            dialect = Dialect(delimiter, quote)
            if text.count(delimiter) >= MOST_TABLE_COLUMNS:
                wide = True
                continue
            try:
                cells: list[str] = next(dialect.reader([text.rstrip("\r\n")]), [])
            except csv.Error:
                continue
            if synonyms.isdisjoint(map(label, cells)):
                continue
            names = header_names(cells, known)
            bare = not all(len(cell) > 1 and cell[0] == cell[-1] == "'" for cell in cells if cell)
            if names and (len(names), bare) > rank:
                best, rank = (place, dialect, cells, names), (len(names), bare)
    if wide and not rank[0]:
        what = Message("this has more than {n} columns", n=MOST_TABLE_COLUMNS)
        raise InputError(what, where, Message("keep those you need"))
    return best


def _choose_escape(
    dialect: Dialect, member: Member, line: int, width: int, encoding: str
) -> Dialect:
    """Take the backslash for an escape character if that makes more rows readable.

    Most programs double quotes and write backslashes as they are; LinkedIn escapes some quotes.
    """
    head = member.head(EVIDENCE)
    marks = (
        (ESCAPE + dialect.quotechar).encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")
    )
    if not any(mark in head for mark in marks):
        return dialect
    sample = replace(member.holding(head), allowance=None)

    def count_faults(dialect: Dialect) -> int:
        intake = Intake("")
        source = islice(lines(sample, intake, encoding), line, None)
        blocks = _read_blocks(source, line, dialect, width, member.limits.field, intake)
        bad = sum(isinstance(cells, Bad) for block in blocks for cells in block.rows)
        return bad + intake.read

    return min((dialect, replace(dialect, escapechar=ESCAPE)), key=count_faults)


def _read_blocks(
    source: Iterable[str], start: int, dialect: Dialect, width: int, longest: int, intake: Intake
) -> Iterator[Block]:
    """Yield rows in blocks; a step of Python for each would take as long as reading it."""
    blank, at_end = 0, False

    def mark_end() -> Iterator[str]:
        nonlocal at_end
        at_end = True
        yield from ()

    csv.field_size_limit(longest)
    lines, again = tee(chain(source, mark_end()))
    reader = dialect.reader(lines)
    more = True
    while more:
        first, broken = start + reader.line_num + 1, False
        block: list[list[str]] = []
        try:
            block.extend(islice(reader, BLOCK))  # what was read before a fault stays in it
            more = len(block) == BLOCK
        except csv.Error:
            broken = True
        end = start + reader.line_num
        intake.spend(len(block) / 2)
        numbers = _line_numbers(block, first, end)
        if block:
            fitted = _fit_block(block, numbers, width, intake)
            blank += len(block) - len(fitted.rows)
            if blank > MAX_BLANK:
                raise InputError(BLANK, intake.file, SAVE_AGAIN)
            yield fitted
        texts = list(islice(again, end - first + 1))
        if not broken:
            continue
        line = numbers[-1]
        bad = UNTERMINATED if at_end else _explain(texts[line - first :], dialect, longest)
        if bad is UNTERMINATED:
            del again
            end += sum(1 for _ in lines)
        yield Block([line], [bad])
        if end > line:
            intake.skip(f"{line + 1} to {end}", SWALLOWED, end - line)
        if bad is UNTERMINATED:
            return


def _explain(texts: Sequence[str], dialect: Dialect, longest: int) -> Bad:
    """Return what broke a row of these lines; a long cell of several has an open quote too."""
    if sum(map(len, texts)) <= longest:
        return BROKEN
    try:
        deque(dialect.reader(texts, strict=False), maxlen=0)
    except csv.Error:  # quotes don't matter here, so a cell is too long
        too_long = Message("field over {size}", size=format_size(longest))
        return UNTERMINATED if len(texts) > 1 else Bad(too_long)
    return BROKEN


def _line_numbers(block: Sequence[Sequence[str]], first: int, end: int) -> Sequence[int]:
    """Return the line each row of a block begins in, and the line after them.

    Cells may contain line ends, all of which the reader keeps.
    """
    if end - first + 1 == len(block):
        return range(first, end + 2)
    ends = (
        sum(cell.count("\n") + cell.count("\r") - cell.count("\r\n") for cell in cells)
        for cells in block
    )
    return list(accumulate((1 + count for count in ends), initial=first))


def _fit_block(
    block: Sequence[list[str]], numbers: Sequence[int], width: int, intake: Intake
) -> Block:
    """Drop blank rows, and fill up the others to the width."""
    if set(map(len, block)) == {width} and all(map(str.strip, map(itemgetter(0), block))):
        return Block(numbers, block)
    filled = [any(map(str.strip, cells)) for cells in block]
    rows = [
        cells if len(cells) == width else _fit_row(cells, width, intake)
        for cells in compress(block, filled)
    ]
    return Block(list(compress(numbers, filled)), rows)


def _fit_row(cells: list[str], width: int, intake: Intake) -> list[str] | Bad:
    if len(cells) > width:
        return LONGER if any(map(str.strip, cells[width:])) else cells[:width]
    intake.note(SHORT)
    return cells + [""] * (width - len(cells))
