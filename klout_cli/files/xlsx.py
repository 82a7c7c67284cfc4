"""Read .xlsx with openpyxl's parser of sheets, after inspection: it builds whatever a file states.

Only the sheets and the shared strings of a file reach it, inspected for what building them would
cost.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import repeat
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from msgspec import Struct
from msgspec.structs import asdict

from klout_cli.errors import InputError
from klout_cli.files.archives import Member, format_size
from klout_cli.files.limits import WORKBOOK
from klout_cli.translation import Message

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMESPACES = {"": MAIN, "p": "http://schemas.openxmlformats.org/package/2006/relationships"}

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
ENTRY = b"PK\1\2"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LONGEST = 1 << 20
LONGEST_FORMAT = 255
DATES = (*range(27, 37), *range(50, 59))
"""Built-in formats of East Asian dates, which openpyxl doesn't know."""

ROW, CELL = f"{MAIN} row", f"{MAIN} c"
EFFORT = {f"{MAIN} {name}": 3 for name in ("c", "v", "f")}
EFFORT |= {f"{MAIN} {name}": 6 for name in ("row", "is", "si", "t", "r", "rPr", "rPh")}
EFFORT |= {f"{MAIN} {name}": 6 for name in ("worksheet", "sheetData", "sst")}
EFFORT_OF_OTHERS, EFFORT_OF_BYTES, EFFORT_OF_TABLE_ROW = 25, 3, 20

SMALLER = Message("give the export as it was downloaded")
MANY_SHEETS = Message("this spreadsheet has more than {n} sheets", n=WORKBOOK.sheets)
TOO_MUCH = Message("a sheet has too many cells, texts or styles")


def read_xlsx(data: bytes, member: Member) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    """Yield name and rows of each sheet, with values of Python and None for blank.

    All sheets are inspected before one is read. Raises InputError over a limit, and whatever
    zipfile, expat and openpyxl raise on damage.
    """
    from openpyxl.reader.strings import read_string_table
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

    if data.count(ENTRY) > WORKBOOK.parts:
        what = Message("this spreadsheet has more than {n} parts", n=WORKBOOK.parts)
        raise InputError(what, member.where, SMALLER)
    inspection, strings, formats = _Inspection(member), list[str](), _DateFormats()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _Parts(archive, member.where)
        book = ElementTree.fromstring(parts.read(BOOK, WORKBOOK.book))
        relations = ElementTree.fromstring(parts.read(RELATIONS, WORKBOOK.book))
        sheets = [
            (title, inspection.inspect(parts.read(name, WORKBOOK.unpacked)))
            for title, name in _list_sheets(book, relations, parts, member.where)
        ]
        if STRINGS in parts:
            part = inspection.inspect(parts.read(STRINGS, WORKBOOK.strings))
            strings = read_string_table(io.BytesIO(part))
        if STYLES in parts:
            styles = ElementTree.fromstring(parts.read(STYLES, WORKBOOK.styles))
            formats = _find_date_formats(styles)
    epoch = MAC_EPOCH if _starts_in_1904(book) else WINDOWS_EPOCH
    for title, part in sheets:
        yield title, _read_rows(part, strings, epoch, formats)


def _read_rows(
    part: bytes, strings: list[str], epoch: datetime, formats: "_DateFormats"
) -> Iterator[Sequence[Any]]:
    """Yield the rows of a sheet with openpyxl's parser; those it lacks are empty."""
    from openpyxl.worksheet._reader import WorkSheetParser

    parser = WorkSheetParser(
        io.BytesIO(part), strings, data_only=True, epoch=epoch, **asdict(formats)
    )
    count = 0
    for number, cells in parser.parse():
        yield from repeat((), number - count - 1)
        row = [None] * (cells[-1]["column"] if cells else 0)
        for cell in cells:
            row[cell["column"] - 1] = cell["value"]
        yield row
        count = number


class _Parts:
    """The parts of a package by name, whatever its case and slashes."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive, self._where = archive, where
        infos = archive.infolist()
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in infos}
        unpacked = sum(info.file_size for info in infos)
        if unpacked > WORKBOOK.unpacked:
            raise _too_large(Message("a spreadsheet"), unpacked, WORKBOOK.unpacked, where)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    def read(self, name: str, limit: int) -> bytes:
        """Unpack a part, at most the bytes it states; it may be UTF-16."""
        info = self._infos[name.lower()]
        if info.file_size > limit:
            raise _too_large(name, info.file_size, limit, self._where)
        if info.compress_type not in METHODS:
            raise zipfile.BadZipFile("a method that unpacks without a bound")
        with self._archive.open(info) as part:
            data = part.read(info.file_size)
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise InputError(Message("this spreadsheet has a DOCTYPE"), self._where, SMALLER)
        return data


def _list_sheets(
    book: ElementTree.Element, relations: ElementTree.Element, parts: _Parts, where: str
) -> list[tuple[str, str]]:
    """Return title and part of each worksheet, not of charts."""
    targets = {
        relation.get("Id"): posixpath.join("/xl", relation.get("Target", ""))
        for relation in relations.iterfind("p:Relationship", NAMESPACES)
        if relation.get("Type", "").endswith("/worksheet")
    }
    sheets = [
        (sheet.get("name", ""), posixpath.normpath(target)[1:])
        for sheet in book.iterfind("sheets/sheet", NAMESPACES)
        if (target := targets.get(sheet.get(f"{{{OFFICE}}}id")))
    ]
    if len({name.lower() for _, name in sheets}) < len(sheets):
        what = Message("this spreadsheet lists a sheet again and again")
        raise InputError(what, where, SMALLER)
    if len(sheets) > WORKBOOK.sheets:
        raise InputError(MANY_SHEETS, where, SMALLER)
    sheets = [(title, name) for title, name in sheets if name in parts]
    if not sheets:
        raise ValueError("no worksheet")
    return sheets


def _starts_in_1904(book: ElementTree.Element) -> bool:
    settings = book.find("workbookPr", NAMESPACES)
    return settings is not None and settings.get("date1904") in ("1", "true")


class _DateFormats(Struct):
    """Which styles, by number, are of dates; and which of these of durations."""

    date_formats: set[int] = set()
    timedelta_formats: set[int] = set()


def _find_date_formats(styles: ElementTree.Element) -> _DateFormats:
    """Tell dates and durations from numbers, by as much of a format as openpyxl can take.

    It looks at a format in time that grows with the square of its length.
    """
    from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format

    codes = dict.fromkeys(map(str, DATES), "yyyy")
    for format in styles.iterfind("numFmts/numFmt", NAMESPACES):
        codes[format.get("numFmtId", "")] = format.get("formatCode", "")[:LONGEST_FORMAT]
    numbers = [style.get("numFmtId", "0") for style in styles.iterfind("cellXfs/xf", NAMESPACES)]
    if len(numbers) > WORKBOOK.formats:
        raise ValueError("more formats than cells of an export have")
    for number in {*numbers} - codes.keys():
        codes[number] = builtin_format_code(int(number))
    durations = {number for number, code in codes.items() if is_timedelta_format(code)}
    dates = durations | {number for number, code in codes.items() if is_date_format(code)}
    return _DateFormats(
        {place for place, number in enumerate(numbers) if number in dates},
        {place for place, number in enumerate(numbers) if number in durations},
    )


def _too_large(name: str, size: int, limit: int, where: str) -> InputError:
    sizes = {"name": name, "size": format_size(size), "limit": format_size(limit)}
    what = Message("{name} unpacks to {size}, more than {limit}", **sizes)
    return InputError(what, where, SMALLER)


class _Inspection:
    """Counts what building sheets and strings would cost, without building them.

    Raises InputError over a limit.

    `effort` is in microseconds of openpyxl, of all parts together: elements of cells and texts, and
    attributes, cost few; others, such as merged cells and formats, more, and by their length. Nodes
    are the elements and attributes in memory at once: those since the last row. Rows and cells must
    be in order, since openpyxl drops others.
    """

    def __init__(self, member: Member) -> None:
        self._member, self._where = member, member.where
        self._effort = 0

    def inspect(self, part: bytes) -> bytes:
        """Count one part, and return it."""
        self._depth = self._nodes = self._row = self._cells = self._place = self._rate = 0
        self._cell = (0, "")
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        before = self._effort
        try:
            self._parser.Parse(part, True)
            self._count_bytes(len(part))
        finally:
            self._member.spend((self._effort - before) / EFFORT_OF_TABLE_ROW)
        return part

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count_bytes(self._parser.CurrentByteIndex)
        self._rate = 0 if name in EFFORT else EFFORT_OF_BYTES
        self._depth += 1
        self._effort += EFFORT.get(name, EFFORT_OF_OTHERS) + len(attributes)
        self._nodes += 1 + len(attributes)
        if name == CELL:
            self._count_cell(attributes.get("r", ""))
        elif name == ROW:
            self._count_row(int(attributes.get("r", self._row + 1)))

    def _end(self, name: str) -> None:
        self._count_bytes(self._parser.CurrentByteIndex)
        self._rate = 0 if name in EFFORT else EFFORT_OF_BYTES
        if name == ROW and self._depth == 3:
            self._nodes = self._cells = 0
        self._depth -= 1

    def _count_bytes(self, place: int) -> None:
        """Count the bytes since the last tag; parsers look at long ones over and over."""
        if place - self._place > LONGEST:
            what = Message("this spreadsheet has a text of over 1 MB")
            raise InputError(what, self._where, SMALLER)
        self._effort += self._rate * (place - self._place)
        self._place = place
        if self._effort > WORKBOOK.effort or self._nodes > WORKBOOK.nodes:
            raise InputError(TOO_MUCH, self._where, SMALLER)

    def _count_row(self, number: int) -> None:
        if number > WORKBOOK.rows:
            raise InputError(Message("a sheet has {n} rows", n=number), self._where, SMALLER)
        if number <= self._row:
            raise InputError(Message("a sheet has its rows out of order"), self._where, SMALLER)
        self._row, self._cell = number, (0, "")

    def _count_cell(self, reference: str) -> None:
        self._cells += 1
        if self._cells > WORKBOOK.columns:
            what = Message("a sheet has more than {n} columns", n=WORKBOOK.columns)
            raise InputError(what, self._where, SMALLER)
        if reference:
            cell = len(reference), reference
            if cell <= self._cell or not reference.removesuffix(str(self._row)).isalpha():
                raise InputError(
                    Message("a sheet has its cells out of order"), self._where, SMALLER
                )
            self._cell = cell
