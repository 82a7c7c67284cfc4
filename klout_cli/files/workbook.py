"""Spreadsheets (.xlsx, .xls) as sheets of text cells.

One that would unfold to far too much is refused before it is opened.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.errors import InputError, KloutError
from klout_cli.files.archives import BROKEN, megabytes, refuse_ratio
from klout_cli.files.container import Member
from klout_cli.files.limits import Limits

SUFFIXES = (".xlsx", ".xlsm", ".xls")
ZIP, OLE = b"PK\3\4", b"\xd0\xcf\x11\xe0"
LARGEST = 20_000_000
MOST_UNPACKED = 200_000_000
MOST_CELLS = 4_000_000
"""The reader holds a sheet as a full rectangle: two cells at its far ends would be all memory there is, and the end of the process."""

DAMAGED = "damaged, or no spreadsheet klout reads"
AGAIN = "download it again"
SMALLER = "give the export as it was downloaded"
_REFERENCE = rb"""\br=["']([A-Za-z]{0,3})([0-9]{1,9})["']"""

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta


class Sheet(Struct, frozen=True):
    """One sheet: all rows as long as the widest, cells stripped, blank ones "", dates in ISO 8601."""

    name: str
    rows: list[list[str]]

    def line(self, index: int) -> str:
        """Say where a row stands, as spreadsheets count."""
        return f"{self.name}:{index + 1}"


def is_workbook(member: Member) -> bool:
    """Tell a spreadsheet by name and first bytes (Z17)."""
    return member.basename.endswith(SUFFIXES) and member.head(len(OLE)).startswith((ZIP, OLE))


def read_sheets(member: Member) -> list[Sheet]:
    """Read all sheets.

    Raises InputError for what is damaged or would unfold to too much (Z1, Z5).
    """
    where = member.where
    if member.size > LARGEST:
        raise InputError(
            f"a spreadsheet of {megabytes(member.size)}, more than {megabytes(LARGEST)}",
            where,
            SMALLER,
        )
    data = member.read()
    return list(_today(data, where) if data.startswith(ZIP) else _of_old(data, where))


def _today(data: bytes, where: str) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    _refuse_unfolding(data, where)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for index, meta in enumerate(book.sheets_metadata):
                if meta.typ == SheetTypeEnum.WorkSheet:
                    rows = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
                    yield Sheet(meta.name, [list(map(_text, row)) for row in rows])
    except CalamineError as fault:
        raise InputError(DAMAGED, where, AGAIN) from fault


def _of_old(data: bytes, where: str) -> Iterator[Sheet]:
    """Read .xls with xlrd: calamine panics, or never ends, on damaged ones."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True)
        for sheet in book.sheets():
            _refuse_area(sheet.nrows, sheet.ncols, where)
            rows = [
                [_text(_old_value(cell, book.datemode)) for cell in row] for row in sheet.get_rows()
            ]
            yield Sheet(sheet.name, [row + [""] * (sheet.ncols - len(row)) for row in rows])
    except KloutError:
        raise
    except Exception as fault:  # xlrd lets through whatever a damaged record leads to
        raise InputError(DAMAGED, where, AGAIN) from fault


def _old_value(cell: Any, datemode: int) -> Cell:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        moment: datetime = xlrd.xldate_as_datetime(cell.value, datemode)
        return moment
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    value: Cell = "" if cell.ctype == xlrd.XL_CELL_ERROR else cell.value
    return value


def _text(cell: Cell) -> str:
    """Write a cell as text.

    A fraction has six decimals, so that it is never taken for groups of three digits.
    """
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:f}"
    if isinstance(cell, date):
        return cell.isoformat().removesuffix("T00:00:00")
    return str(cell)


def _refuse_unfolding(data: bytes, where: str) -> None:
    """Look at the parts of an .xlsx, a zip, before a reader that trusts what they state."""
    limits = Limits()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
            unpacked = sum(info.file_size for info in infos)
            refuse_ratio(where, unpacked, len(data), limits)
            if len(infos) > limits.members or unpacked > MOST_UNPACKED:
                raise InputError(
                    f"unpacks to {megabytes(unpacked)} in {len(infos):,} parts", where, SMALLER
                )
            for info in infos:
                if info.filename.lower().endswith(".xml"):
                    _refuse_area(*_farthest(parts.read(info)), where)
    except (*BROKEN, RuntimeError) as fault:
        raise InputError(DAMAGED, where, AGAIN) from fault


def _farthest(xml: bytes) -> tuple[int, int]:
    """Return the last row and column that cells of a sheet are said to be in."""
    rows = columns = 0
    for letters, digits in re.findall(_REFERENCE, xml):
        rows = max(rows, int(digits))
        columns = max(
            columns,
            sum((byte - 64) * 26**power for power, byte in enumerate(reversed(letters.upper()))),
        )
    return rows, columns


def _refuse_area(rows: int, columns: int, where: str) -> None:
    if rows * columns > MOST_CELLS:
        raise InputError(f"a sheet of {rows:,} rows by {columns:,} columns", where, SMALLER)
