"""Delimited tables: the header row is found by its known names, rows come by column index and keep their line (reliability rows C)."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.importers.container import Member
from klout_cli.importers.text import fold, lines
from klout_cli.profile.rows import Bad, Intake

HEADER_WITHIN = 20
DELIMITERS = ",;\t|"
LONGEST_FIELD = 1 << 20
LONGEST_LINE = 16 << 20

LONGER = Bad("more cells than the header")
UNTERMINATED = "unterminated quote"

Row = tuple[int, list[str] | Bad]


class Table(Struct):
    """A table whose header was found: `columns` maps each canonical name to its index, `header` keeps the names as written.

    `rows` yields (line, cells), all rows as long as the header; a row that cannot be read is (line, Bad).
    """

    header: list[str]
    columns: Mapping[str, int]
    rows: Iterator[Row]
    delimiter: str
    line: int


def header_names(table: Sequence[str], known: Mapping[str, Collection[str]]) -> dict[str, list[int]]:
    """Map canonical names to the indexes of the header cells that are one of their folded synonyms."""
    found: dict[str, list[int]] = {}
    for index, cell in enumerate(table):
        folded = fold(cell)
        for name, synonyms in known.items():
            if folded in synonyms:
                found.setdefault(name, []).append(index)
    return found


def open_table(
    member: Member, intake: Intake, known: Mapping[str, Collection[str]], needed: Collection[str], encoding: str = ""
) -> Table | None:
    """Open a table by its header: the row among the first 20 lines, and the delimiter, that give the most known names.

    `known`: canonical name -> folded synonyms (`text.fold`); `needed`: names without which it is not this table (None is returned).
    Raises InputError for an empty file, and for two columns of one needed name (C12).
    """
    source = lines(member, intake, encoding)
    top = list(islice(source, HEADER_WITHIN))
    if not "".join(top).strip():
        raise InputError("the file is empty", member.where, "download or save it again")
    best = max(((len(header_names(cells, known)), -line, mark) for line, mark, cells in _candidates(top)), default=(0, 0, ","))
    delimiter = best[2]
    header, start = next(((cells, line) for line, mark, cells in _candidates(top) if (-line, mark) == best[1:]), ([], 0))
    names = header_names(header, known)
    if not header or any(name not in names for name in needed):
        source.close()  # type: ignore[attr-defined]
        return None
    for name in needed:
        if len(names[name]) > 1:
            twice = " and ".join(header[index].strip() for index in names[name])
            raise InputError(f"two columns for {name}: {twice}", member.where, "keep one of them")
    rows = _rows(chain(top[start:], source), start, len(header), delimiter, intake)
    return Table(header, {name: indexes[0] for name, indexes in names.items()}, rows, delimiter, start)


def _candidates(top: Sequence[str]) -> Iterator[tuple[int, str, list[str]]]:
    """Yield (line number from 1, delimiter, cells) for each way to read each of the top lines as a header."""
    for line, text in enumerate(top, start=1):
        for delimiter in DELIMITERS:
            try:
                cells = next(csv.reader([text.rstrip("\r\n")], delimiter=delimiter, strict=True), [])
            except csv.Error:
                continue
            if cells:
                yield line, delimiter, cells


def _rows(source: Iterable[str], start: int, width: int, delimiter: str, intake: Intake) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    while True:
        before = reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield from _faulty(str(fault), start + before + 1, reader.line_num - before, intake)
            continue
        if len(cells) == width:
            if any(cells):
                yield start + before + 1, cells
        elif cells:
            yield _fitted(cells, width, start + before + 1, intake)


def _fitted(cells: list[str], width: int, line: int, intake: Intake) -> Row:
    if len(cells) > width:
        return (line, LONGER) if any(cell.strip() for cell in cells[width:]) else (line, cells[:width])
    if any(cells):
        intake.note("short rows: missing cells are unknown")
    return line, cells + [""] * (width - len(cells))


def _faulty(fault: str, line: int, swallowed: int, intake: Intake) -> Iterator[Row]:
    """Count what a broken row costs: an unterminated quote swallows every line behind it (C9)."""
    if "unexpected end" in fault:
        yield line, Bad(UNTERMINATED)
        if swallowed > 1:
            intake.skip(f"{line + 1} to {line + swallowed - 1}", "behind an unterminated quote", swallowed - 1)
    elif "field larger" in fault:
        yield line, Bad("field over 1 MB")
    else:
        yield line, Bad("broken quoting")
