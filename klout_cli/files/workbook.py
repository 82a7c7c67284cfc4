"""Spreadsheets (.xlsx, .xls) as sheets of text cells, counted as they come."""

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.errors import InputError, KloutError
from klout_cli.files.archives import AGAIN
from klout_cli.files.container import Member
from klout_cli.files.limits import WORKBOOK
from klout_cli.files.xlsx import MANY_SHEETS, SMALLER, read_xlsx
from klout_cli.translation import Message

SUFFIXES = (".xlsx", ".xlsm", ".xls")
ZIP, OLE = b"PK\3\4", b"\xd0\xcf\x11\xe0"
ROWS_OF_WORKBOOK, BYTES_OF_ROW = 300, 100
"""Opening a workbook takes as long as 300 rows of a table, a row as 100 bytes of an .xls."""
ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None


class Sheet(Struct, frozen=True):
    """One sheet as text: rows of equal length, dates in ISO 8601, "" for blank."""

    name: str
    rows: list[list[str]]

    def line(self, index: int) -> str:
        """Say where a row stands, as spreadsheets count."""
        return f"{self.name}:{index + 1}"


def is_workbook(member: Member) -> bool:
    """Tell a spreadsheet by name and first bytes (case Z17)."""
    return member.basename.endswith(SUFFIXES) and member.head(len(OLE)).startswith((ZIP, OLE))


def read_sheets(member: Member) -> list[Sheet]:
    """Read all sheets.

    Raises InputError for what is damaged, and for more than an export has (cases Z1, Z5).
    """
    sheets = _try_sheets(member)
    if isinstance(sheets, KloutError):
        raise sheets
    return sheets


@lru_cache(maxsize=1)  # several importers look at a workbook before one reads it
def _try_sheets(member: Member) -> list[Sheet] | KloutError:
    try:
        _refuse_large(member.size, WORKBOOK.packed, member.where)
        return _read_sheets(member)
    except KloutError as error:
        return error.with_traceback(None)  # which would hold the workbook in memory
    except Exception:  # both libraries let through whatever damage leads to
        what = Message("this is damaged, or no spreadsheet klout reads")
        return InputError(what, member.where, AGAIN)


def _read_sheets(member: Member) -> list[Sheet]:
    member.spend(ROWS_OF_WORKBOOK)
    data = member.read()
    tally = _Tally(member.where)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out, styles and charts
        read = read_xlsx if data.startswith(ZIP) else _read_xls
        return [tally.read_sheet(name, rows) for name, rows in read(data, member)]


def _refuse_large(size: int, limit: int, where: str) -> None:
    if size > limit:
        what = Message("this spreadsheet is over {size} MB", size=limit // 1_000_000)
        raise InputError(what, where, SMALLER)


class _Tally:
    """Counts rows, cells and text of a workbook; raises InputError over a limit."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._rows = self._cells = self._area = self._text = 0

    def read_sheet(self, name: str, rows: Iterable[Sequence[Cell]]) -> Sheet:
        """Make texts of the cells, and count them before more are asked for."""
        texts: list[list[str]] = []
        width = 0
        for row in rows:
            cells = [_text(cell) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            texts.append(cells)
            width = max(width, len(cells))
            self._count(len(row), len(texts) * width, sum(map(len, cells)))
        while texts and not texts[-1]:
            texts.pop()
        self._area += len(texts) * width
        return Sheet(name, [cells + [""] * (width - len(cells)) for cells in texts])

    def _count(self, cells: int, area: int, text: int) -> None:
        """Count a row; `area` is that of its sheet so far, with short rows filled up."""
        self._rows += 1
        self._cells += cells
        self._text += text
        if self._rows > WORKBOOK.rows:
            what = Message("this spreadsheet has more than {n} rows", n=WORKBOOK.rows)
            raise InputError(what, self._where, SMALLER)
        if max(self._cells, self._area + area) > WORKBOOK.cells:
            what = Message("this spreadsheet has more than {n} cells", n=WORKBOOK.cells)
            raise InputError(what, self._where, SMALLER)
        if self._text > WORKBOOK.text:
            what = Message("this spreadsheet has more than {n} characters", n=WORKBOOK.text)
            raise InputError(what, self._where, SMALLER)


def _read_xls(data: bytes, member: Member) -> Iterator[tuple[str, Iterator[Sequence[Cell]]]]:
    """Yield name and rows of each sheet of the old form, loaded only when asked for."""
    import xlrd

    _refuse_large(len(data), WORKBOOK.packed_old, member.where)
    member.spend(len(data) / BYTES_OF_ROW)
    book = xlrd.open_workbook(
        file_contents=data, logfile=io.StringIO(), ragged_rows=True, on_demand=True
    )
    if book.nsheets > WORKBOOK.sheets:
        raise InputError(MANY_SHEETS, member.where, SMALLER)
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        rows = sheet.get_rows()
        yield sheet.name, ([_old_value(cell, book.datemode) for cell in row] for row in rows)
        book.unload_sheet(number)


def _old_value(cell: Any, datemode: int) -> Cell:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        moment: datetime = xlrd.xldate_as_datetime(cell.value, datemode)
        return moment
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    value: Cell = None if cell.ctype == xlrd.XL_CELL_ERROR else cell.value
    return value


def _text(cell: Cell) -> str:
    """Write a cell as text.

    A fraction has six decimals, so that it is never taken for groups of three digits.
    """
    if cell is None or cell in ERRORS:
        return ""
    if isinstance(cell, str):
        return cell.replace("_x000D_", "\r").strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:f}"
    if isinstance(cell, date):
        return cell.isoformat().removesuffix("T00:00:00")
    return str(cell)
