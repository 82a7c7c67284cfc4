"""Read .xlsx with openpyxl, after inspection: it builds whatever a file states.

Only the sheets and the shared strings of a file reach openpyxl, inspected for what building them
would cost. The list of sheets, the styles and the manifest are written anew.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from klout_cli.errors import InputError
from klout_cli.files.archives import format_size
from klout_cli.files.limits import WORKBOOK
from klout_cli.translation import Message

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NAMESPACES = {"": MAIN, "p": f"{PACKAGE}/relationships"}

MANIFEST = "[Content_Types].xml"
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
EFFORT_OF_OTHERS, EFFORT_OF_BYTES = 25, 3

SMALLER = Message("give the export as it was downloaded")
MANY_SHEETS = Message("this spreadsheet has more than {n} sheets", n=WORKBOOK.sheets)
TOO_MUCH = Message("a sheet has too many cells, texts or styles")


def read_xlsx(data: bytes, where: str) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    """Yield name and rows of each sheet, with values of Python and None for blank.

    Raises InputError over a limit, and whatever zipfile, expat and openpyxl raise on damage.
    """
    from openpyxl import load_workbook

    book = load_workbook(_repack(data, where), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # stated, so not to be believed
        yield sheet.title, sheet.iter_rows(values_only=True)


def _repack(data: bytes, where: str) -> io.BytesIO:
    """Return a package of the inspected sheets and strings; all else in it is our own."""
    if data.count(ENTRY) > WORKBOOK.parts:
        what = Message("this spreadsheet has more than {n} parts", n=WORKBOOK.parts)
        raise InputError(what, where, SMALLER)
    package = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(package, "w") as target:
        parts = _Parts(source, where)
        book = ElementTree.fromstring(parts.read(BOOK, WORKBOOK.book))
        relations = ElementTree.fromstring(parts.read(RELATIONS, WORKBOOK.book))
        sheets = _list_sheets(book, relations, parts, where)
        inspection = _Inspection(where)
        for number, (_, name) in enumerate(sheets, 1):
            part = parts.read(name, WORKBOOK.unpacked)
            inspection.inspect(part)
            target.writestr(f"xl/worksheets/sheet{number}.xml", part)
        kinds = {BOOK: "sheet.main"}
        if STRINGS in parts:
            kinds[STRINGS] = "sharedStrings"
            part = parts.read(STRINGS, WORKBOOK.strings)
            inspection.inspect(part)
            target.writestr(STRINGS, part)
        if STYLES in parts:
            styles = ElementTree.fromstring(parts.read(STYLES, WORKBOOK.styles))
            target.writestr(STYLES, _number_formats(styles))
        target.writestr(BOOK, _book([title for title, _ in sheets], _starts_in_1904(book)))
        target.writestr(RELATIONS, _relations(len(sheets)))
        target.writestr(MANIFEST, _manifest(kinds))
    return package


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


def _book(titles: Sequence[str], starts_in_1904: bool) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<workbookPr date1904="{starts_in_1904:d}"/><sheets>{sheets}</sheets></workbook>'
    )


def _relations(count: int) -> str:
    sheets = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, count + 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{sheets}</Relationships>'


def _manifest(kinds: Mapping[str, str]) -> str:
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{FORMAT}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{parts}</Types>'


def _number_formats(old: ElementTree.Element) -> bytes:
    """Return styles that tell dates and durations from numbers, and nothing else.

    openpyxl refuses fonts and fills that other programs write, such as an empty fill, and looks
    at a format once for every style that has it, in time that grows with the square of its length.
    """
    formats = dict.fromkeys(map(str, DATES), "yyyy")
    for format in old.iterfind("numFmts/numFmt", NAMESPACES):
        formats[format.get("numFmtId", "")] = _simplify(format.get("formatCode", ""))
    styles = old.findall("cellXfs/xf", NAMESPACES)
    if len(styles) > WORKBOOK.formats:
        raise ValueError("more formats than cells of an export have")
    new = ElementTree.Element(f"{{{MAIN}}}styleSheet")
    numbers = ElementTree.SubElement(new, f"{{{MAIN}}}numFmts")
    for number, code in formats.items():
        attributes = {"numFmtId": number, "formatCode": code}
        ElementTree.SubElement(numbers, f"{{{MAIN}}}numFmt", attributes)
    cells = ElementTree.SubElement(new, f"{{{MAIN}}}cellXfs")
    for style in styles:
        attributes = {"numFmtId": style.get("numFmtId", "0")}
        ElementTree.SubElement(cells, f"{{{MAIN}}}xf", attributes)
    return ElementTree.tostring(new)


def _simplify(code: str) -> str:
    """Return the shortest format of the same kind: a duration, a date or a number."""
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    code = code[:LONGEST_FORMAT]
    return "[h]" if is_timedelta_format(code) else "yyyy" if is_date_format(code) else "0"


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

    def __init__(self, where: str) -> None:
        self._where = where
        self._effort = 0

    def inspect(self, part: bytes) -> None:
        """Count one part."""
        self._depth = self._nodes = self._row = self._cells = self._place = self._rate = 0
        self._cell = (0, "")
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(part, True)
        self._count_bytes(len(part))

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
