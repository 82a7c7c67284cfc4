"""Read .xlsx with openpyxl, after inspection: it builds whatever a file states.

The parts that hold cells are unpacked, inspected for what building them would cost, and put into a
package of our own, with number formats for styles.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from klout_cli.errors import InputError
from klout_cli.files.limits import WORKBOOK

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"

MANIFEST = "[Content_Types].xml"
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
LARGEST = {
    BOOK: WORKBOOK.book,
    RELATIONS: WORKBOOK.book,
    STYLES: WORKBOOK.styles,
    STRINGS: WORKBOOK.strings,
}
"""The most bytes of a part; worksheets may have all there is."""

SHEETS = "xl/worksheets/"
NAMES = {name.lower(): name for name in LARGEST}
ENTRY = b"PK\1\2"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LONGEST = 1 << 20
LONGEST_FORMAT = 255
ROW = f"{MAIN} row"
CELL = f"{MAIN} c"
SHEET = f"{MAIN} worksheet"
CHEAP = frozenset((CELL, f"{MAIN} v", f"{MAIN} f"))
COSTLY = 5
READS = 3
DATES = (*range(27, 37), *range(50, 59))
"""Built-in formats of East Asian dates, which openpyxl doesn't know."""

SMALLER = "give the export as it was downloaded"


def read_xlsx(data: bytes, where: str) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    """Yield name and rows of each sheet, with values of Python and None for blank.

    Raises InputError over a limit, and whatever zipfile, expat and openpyxl raise on damage.
    """
    from openpyxl import load_workbook

    book = load_workbook(
        _package(_unpack(data, where), where), read_only=True, data_only=True, keep_links=False
    )
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # stated, so not to be believed
        yield sheet.title, sheet.iter_rows(values_only=True)


def _unpack(data: bytes, where: str) -> dict[str, bytes]:
    """Return the parts that hold cells by name, none larger than it states."""
    if data.count(ENTRY) > WORKBOOK.parts:
        raise InputError(f"a spreadsheet of more than {WORKBOOK.parts:,} parts", where, SMALLER)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        unpacked = sum(info.file_size for info in infos)
        if unpacked > WORKBOOK.unpacked:
            raise _too_large("a spreadsheet", unpacked, WORKBOOK.unpacked, where)
        for info in infos:
            name = info.filename.replace("\\", "/")
            name = NAMES.get(name.lower(), name)
            if name in LARGEST or (name.startswith(SHEETS) and name.endswith(".xml")):
                if info.file_size > LARGEST.get(name, WORKBOOK.unpacked):
                    raise _too_large(name, info.file_size, LARGEST[name], where)
                if info.compress_type not in METHODS:
                    raise zipfile.BadZipFile("a method that unpacks without a bound")
                with archive.open(info) as part:
                    parts[name] = part.read(info.file_size)
    return parts


def _package(parts: Mapping[str, bytes], where: str) -> io.BytesIO:
    """Put inspected parts into a package whose manifest and styles are our own."""
    inspection = _Inspection(where)
    for part in parts.values():
        inspection.inspect(part)
    if inspection.sheets > WORKBOOK.sheets:
        raise InputError(f"a spreadsheet of more than {WORKBOOK.sheets} sheets", where, SMALLER)
    content = dict(parts)
    if STYLES in content:
        content[STYLES] = _number_formats(content[STYLES])
    content[MANIFEST] = _manifest(STRINGS in content)
    package = _Package(where)
    with zipfile.ZipFile(package, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    package.allow(READS * len(package.getbuffer()))
    return package


def _manifest(strings: bool) -> bytes:
    kinds = {BOOK: "sheet.main"} | ({STRINGS: "sharedStrings"} if strings else {})
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{FORMAT}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return f'<Types xmlns="{TYPES}">{parts}</Types>'.encode()


def _number_formats(styles: bytes) -> bytes:
    """Return styles that tell dates and durations from numbers, and nothing else.

    openpyxl refuses fonts and fills that other programs write, such as an empty fill, and looks
    at a format once for every style that has it, in time that grows with the square of its length.
    """
    old = ElementTree.fromstring(styles)
    formats = dict.fromkeys(map(str, DATES), "yyyy")
    for format in old.iterfind("numFmts/numFmt", {"": MAIN}):
        formats[format.get("numFmtId", "")] = _simplify(format.get("formatCode", ""))
    new = ElementTree.Element(f"{{{MAIN}}}styleSheet")
    numbers = ElementTree.SubElement(new, f"{{{MAIN}}}numFmts")
    for number, code in formats.items():
        attributes = {"numFmtId": number, "formatCode": code}
        ElementTree.SubElement(numbers, f"{{{MAIN}}}numFmt", attributes)
    styles_of_cells = old.findall("cellXfs/xf", {"": MAIN})
    if len(styles_of_cells) > WORKBOOK.formats:
        raise ValueError("more formats than cells of an export have")
    cells = ElementTree.SubElement(new, f"{{{MAIN}}}cellXfs")
    for style in styles_of_cells:
        attributes = {"numFmtId": style.get("numFmtId", "0")}
        ElementTree.SubElement(cells, f"{{{MAIN}}}xf", attributes)
    return ElementTree.tostring(new)


def _simplify(code: str) -> str:
    """Return the shortest format of the same kind: a duration, a date or a number."""
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    code = code[:LONGEST_FORMAT]
    return "[h]" if is_timedelta_format(code) else "yyyy" if is_date_format(code) else "0"


def _too_large(name: str, size: int, limit: int, where: str) -> InputError:
    return InputError(
        f"{name} of {size / 1e6:,.1f} MB unpacked, more than {limit / 1e6:,.0f} MB", where, SMALLER
    )


class _Package(io.BytesIO):
    """A package that can be read a few times over.

    A list of sheets may name one large part again and again.
    """

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where
        self._left: float = float("inf")

    def allow(self, count: int) -> None:
        """Let so many more bytes be read."""
        self._left = count

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as any stream does; raises InputError where more is read than allowed."""
        data = super().read(size)
        self._left -= len(data)
        if self._left < 0:
            raise InputError(
                "a spreadsheet that lists a sheet again and again", self._where, SMALLER
            )
        return data


class _Inspection:
    """Counts what building parts would cost, without building them.

    Raises InputError over a limit.

    `effort` is of all parts: an element of a cell counts 1, others 5, an attribute 1, which is
    about a microsecond each. Nodes are the elements and attributes in memory at once: those since
    the last row. Rows and cells must be in order, since openpyxl drops others.
    """

    def __init__(self, where: str) -> None:
        self.sheets = 0
        self._where = where
        self._effort = 0

    def inspect(self, part: bytes) -> None:
        """Count one part."""
        self._depth = self._nodes = self._row = self._cells = self._place = 0
        self._cell = (0, "")
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.Parse(part, True)
        self._refuse_length(len(part))

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._effort += (1 if name in CHEAP else COSTLY) + len(attributes)
        self._nodes += 1 + len(attributes)
        self._refuse_length(self._parser.CurrentByteIndex)
        if name == CELL:
            self._count_cell(attributes.get("r", ""))
        elif name == ROW:
            self._count_row(int(attributes.get("r", self._row + 1)))
        elif name == SHEET:
            self.sheets += 1
        if self._effort > WORKBOOK.effort or self._nodes > WORKBOOK.nodes:
            raise InputError("a sheet of too many cells, texts or styles", self._where, SMALLER)

    def _end(self, name: str) -> None:
        if name == ROW and self._depth == 3:
            self._nodes = self._cells = 0
        self._depth -= 1

    def _count_row(self, number: int) -> None:
        if number > WORKBOOK.rows:
            raise InputError(f"a sheet of {number:,} rows", self._where, SMALLER)
        if number <= self._row:
            raise InputError("a sheet of rows that are out of order", self._where, SMALLER)
        self._row, self._cell = number, (0, "")

    def _count_cell(self, reference: str) -> None:
        self._cells += 1
        if self._cells > WORKBOOK.columns:
            raise InputError(
                f"a sheet of more than {WORKBOOK.columns:,} columns", self._where, SMALLER
            )
        if reference:
            cell = len(reference), reference
            if cell <= self._cell or not reference.removesuffix(str(self._row)).isalpha():
                raise InputError("a sheet of cells that are out of order", self._where, SMALLER)
            self._cell = cell

    def _refuse_length(self, place: int) -> None:
        """Refuse text, tags and comments so long that parsers look at them over and over."""
        if place - self._place > LONGEST:
            raise InputError("a spreadsheet with a text of over 1 MB", self._where, SMALLER)
        self._place = place

    def _refuse_doctype(self, *_: object) -> None:
        raise InputError("a spreadsheet with a DOCTYPE", self._where, SMALLER)
