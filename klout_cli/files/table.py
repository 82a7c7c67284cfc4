"""Delimited tables: the header row is found by its known names, rows come by column index and keep their line (reliability rows C)."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, islice
from operator import itemgetter

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import fold, lines

HEADER_WITHIN = 20
BLOCK = 256
DELIMITERS = ",;\t|"
LONGEST_NAME = 200

LONGER = Bad("more cells than the header")
UNTERMINATED = Bad("unterminated quote")
BROKEN = Bad("broken quoting")
SWALLOWED = "behind an unterminated quote"

Row = tuple[int, list[str] | Bad]


class Block(Struct):
    """Some rows behind each other, and the line each begins in.

    There may be more lines than rows.
    """

    lines: Sequence[int]
    rows: Sequence[list[str] | Bad]

    def __iter__(self) -> Iterator[Row]:
        return zip(self.lines, self.rows, strict=False)


class Table(Struct):
    """A table whose header was found: `columns` maps each canonical name to its index, `header` keeps the names as written.

    `rows` yields (line, cells), all rows as long as the header; a row that cannot be read is (line,
    Bad). `line` is the header's. `blocks` yields the same rows many at once, and `lines` is the
    text behind the header, for who reads either instead; `longest` is how long a field may be.
    """

    header: list[str]
    columns: Mapping[str, int]
    rows: Iterator[Row]
    delimiter: str
    line: int
    blocks: Iterator[Block]
    lines: Iterator[str]
    longest: int


def label(cell: str) -> str:
    """Fold the name of a column for matching.

    Signs alone (♥) stay as they are, and what is too long for a name is none.
    """
    return "" if len(cell) > LONGEST_NAME else _label(cell)


@lru_cache(maxsize=4096)  # every importer of tables asks for the same ones
def _label(cell: str) -> str:
    return fold(cell) or cell.strip()


def header_names(
    table: Sequence[str], known: Mapping[str, Collection[str]]
) -> dict[str, list[int]]:
    """Map canonical names to the indexes of the header cells whose label is one of their synonyms."""
    return _named(table, _names_by_label(known))


def _names_by_label(known: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, synonyms in known.items():
        for written in set(synonyms):
            found.setdefault(written, []).append(name)
    return found


def _named(cells: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, cell in enumerate(cells):
        if written := label(cell):
            for name in names.get(written, ()):
                found.setdefault(name, []).append(index)
    return found


@lru_cache(maxsize=256)  # every importer of tables asks for the same ones
def first_names(member: Member) -> frozenset[str]:
    """Return the folded cells of a CSV's first line, for telling files of tools apart.

    Empty for every other file.
    """
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

    Rows that cannot be read are counted.

    Raises InputError where a needed name is missing, and as `open_table` does.
    """
    table = open_table(member, intake, known, needed, encoding)
    if table is None:
        raise InputError(
            "the columns are not those of this file", member.where, f"needed: {', '.join(needed)}"
        )
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
    """Open a table by its header: the row among the first 20 lines that are not blank, and the delimiter, that give the most known names.

    `known`: canonical name -> synonyms as `label` writes them; `needed`: names without which it is
    not this table (None is returned). Raises InputError for an empty file, and for two columns of
    one needed name (C12); of another name the first is used, and noted.
    """
    source = lines(member, intake, encoding)
    blank, top = _top(source)
    if not top:
        raise InputError("the file is empty", member.where, "download or save it again")
    start, delimiter, header, names = _header(top, known)
    if not header or any(name not in names for name in needed):
        return None
    for name, indexes in names.items():
        if len(indexes) > 1:
            twice = " and ".join(repr(header[index].strip()) for index in indexes)
            if name in needed:
                raise InputError(
                    f"two columns for {name}: {twice}",
                    f"{member.where}:{blank + start}",
                    "keep one of them",
                )
            intake.note(f"two columns for {name}, the first is used: {twice}")
    behind = chain(top[start:], source)
    columns = {name: indexes[0] for name, indexes in names.items()}
    table = Table(
        header, columns, iter(()), delimiter, blank + start, iter(()), behind, member.limits.field
    )
    table.blocks = _row_blocks(behind, table.line, table, intake)
    table.rows = chain.from_iterable(table.blocks)
    return table


def _top(source: Iterator[str]) -> tuple[int, list[str]]:
    """Return how many blank lines a table begins with, and the lines among which its header is looked for."""
    for blank, line in enumerate(source):
        if line.strip():
            return blank, [line, *islice(source, HEADER_WITHIN - 1)]
    return 0, []


def _header(
    top: Sequence[str], known: Mapping[str, Collection[str]]
) -> tuple[int, str, list[str], dict[str, list[int]]]:
    """Return (line from 1, delimiter, cells, names) of the header: of equals the earliest line, and the comma before others."""
    best: tuple[int, str, list[str], dict[str, list[int]]] = (0, ",", [], {})
    by_label = _names_by_label(known)
    for line, text in enumerate(top, start=1):
        for delimiter in [DELIMITERS[0], *(other for other in DELIMITERS[1:] if other in text)]:
            try:
                cells = next(
                    csv.reader([text.rstrip("\r\n")], delimiter=delimiter, strict=True), []
                )
            except csv.Error:
                continue
            names = _named(cells, by_label)
            if len(names) > len(best[3]):
                best = (line, delimiter, cells, names)
    return best


def cell_rows(source: Iterable[str], start: int, table: Table, intake: Intake) -> Iterator[Row]:
    """Yield (line, cells) of a table's lines behind line `start`, as many cells as its header.

    A row that cannot be read is (line, Bad).
    """
    return chain.from_iterable(_row_blocks(source, start, table, intake))


def _row_blocks(source: Iterable[str], start: int, table: Table, intake: Intake) -> Iterator[Block]:
    """Yield the rows in blocks, since a step of Python for each of a million rows takes as long as reading them."""
    csv.field_size_limit(table.longest)
    reader = csv.reader(source, delimiter=table.delimiter, strict=True)
    more = True
    while more:
        first, fault = start + reader.line_num + 1, ""
        block: list[list[str]] = []
        try:
            block.extend(islice(reader, BLOCK))  # what was read before a fault stays in it
            more = len(block) == BLOCK
        except csv.Error as error:
            fault = str(error)
        end = start + reader.line_num
        lines = _line_numbers(block, first, end)
        yield _of_width(block, lines, len(table.header), intake)
        if fault:
            line = lines[-1]
            found = _faulty(fault, end > line, table.longest)
            if found is UNTERMINATED:
                end += sum(1 for _ in source)
            yield Block([line], [found])
            if end > line:
                intake.skip(f"{line + 1} to {end}", SWALLOWED, end - line)


def _line_numbers(block: Sequence[Sequence[str]], first: int, end: int) -> Sequence[int]:
    """Return the line each row of a block begins in, and the one behind them: cells may hold line ends, all of which the reader keeps."""
    if end - first + 1 == len(block):
        return range(first, end + 2)
    ends = (
        sum(cell.count("\n") + cell.count("\r") - cell.count("\r\n") for cell in cells)
        for cells in block
    )
    return list(accumulate((1 + count for count in ends), initial=first))


def _of_width(
    block: Sequence[list[str]], lines: Sequence[int], width: int, intake: Intake
) -> Block:
    """Return the rows with their lines, without blank ones, brought to the width."""
    if set(map(len, block)) == {width} and all(map(str.strip, map(itemgetter(0), block))):
        return Block(lines, block)
    filled = [any(map(str.strip, cells)) for cells in block]
    rows = [
        cells if len(cells) == width else _fitted(cells, width, intake)
        for cells in compress(block, filled)
    ]
    return Block(list(compress(lines, filled)), rows)


def _faulty(fault: str, several: bool, longest: int) -> Bad:
    """Tell what broke a row.

    A field that is too long on several lines is a quote never closed too: all behind it is lost
    (C9).
    """
    if "unexpected end" in fault or ("field larger" in fault and several):
        return UNTERMINATED
    return Bad(f"field over {longest / 1e6:g} MB") if "field larger" in fault else BROKEN


def _fitted(cells: list[str], width: int, intake: Intake) -> list[str] | Bad:
    if len(cells) > width:
        return LONGER if any(map(str.strip, cells[width:])) else cells[:width]
    intake.note("short rows: missing cells are unknown")
    return cells + [""] * (width - len(cells))
