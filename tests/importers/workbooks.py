"""Spreadsheets for tests, as bytes: .xlsx as a zip of XML, .xls as records in an OLE file.

No library writes them for us.
"""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

Rows = Sequence[Sequence[object]]
Sheets = Mapping[str, Rows]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
DATE = 1


class Day(float):
    """A cell that holds an Excel day number and looks like a date."""


def parts(sheets: Sheets) -> dict[str, str]:
    """Return the XML files of a workbook.

    None is no cell at all, numbers are numbers, `Day` is a date, all else is text.
    """
    numbers = range(1, len(sheets) + 1)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    links += f'<Relationship Id="rId0" Type="{OFFICE}/styles" Target="styles.xml"/>'
    book = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    )
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{book}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>',
        **{
            f"xl/worksheets/sheet{n}.xml": sheet_xml(rows)
            for n, rows in zip(numbers, sheets.values(), strict=True)
        },
    }


def sheet_xml(rows: Rows) -> str:
    lines = [
        f'<row r="{line}">{"".join(_cell(f"{chr(65 + column)}{line}", value) for column, value in enumerate(row))}</row>'
        for line, row in enumerate(rows, 1)
    ]
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        style = f' s="{DATE}"' if isinstance(value, Day) else ""
        return f'<c r="{place}"{style}><v>{float(value)!r}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return files as a zip, the same bytes every time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED
            )
    return target.getvalue()


def xlsx(sheets: Sheets) -> bytes:
    """Return a workbook of today's form."""
    return zipped(parts(sheets))


SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(sheets: Sheets) -> bytes:
    """Return a workbook of the old binary form (BIFF8)."""
    stream = _biff(sheets)
    size = max(4096, -(-len(stream) // SECTOR) * SECTOR)  # shorter streams would live elsewhere
    count = size // SECTOR
    tables = next(n for n in range(1, 110) if n * SECTOR // 4 > n + count)
    table = [TABLE] * tables + [END, *range(tables + 2, tables + 1 + count), END]
    table += [FREE] * (tables * SECTOR // 4 - len(table))
    header = struct.pack("<8s16sHHHHH6sIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 62, 3, 0xFFFE, 9, 6, b"", 0, tables, tables, 0,
                         4096, END, 0, END, 0)  # fmt: skip
    header += struct.pack(f"<{tables}I", *range(tables))
    folder = (
        _entry("Root Entry", 5, 1, END, 0)
        + _entry("Workbook", 2, FREE, tables + 1, size)
        + _entry("", 0, FREE, 0, 0) * 2
    )
    return (
        header.ljust(SECTOR, b"\xff")
        + struct.pack(f"<{len(table)}I", *table)
        + folder
        + stream.ljust(size, b"\0")
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0" if name else b""
    return struct.pack(
        "<64sHBBIII16sI8s8sIII",
        written,
        len(written),
        kind,
        1,
        FREE,
        FREE,
        child,
        b"",
        0,
        b"",
        b"",
        start,
        size,
        0,
    )


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _biff(sheets: Sheets) -> bytes:
    pages = [_page(rows) for rows in sheets.values()]
    names = [name.encode("utf-16-le") for name in sheets]
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    at = len(begin) + sum(12 + len(name) for name in names) + 4
    listed = b""
    for name, page in zip(names, pages, strict=True):
        listed += _record(0x85, struct.pack("<IBBBB", at, 0, 0, len(name) // 2, 1) + name)
        at += len(page)
    return begin + listed + _record(0x0A) + b"".join(pages)


def _page(rows: Rows) -> bytes:
    cells = b""
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            place = struct.pack("<HHH", line, column, 0)
            if isinstance(value, int | float):
                cells += _record(0x203, place + struct.pack("<d", value))
            elif value is not None:
                text = str(value).encode("utf-16-le")
                cells += _record(0x204, place + struct.pack("<HB", len(text) // 2, 1) + text)
    return _record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 0)) + cells + _record(0x0A)
