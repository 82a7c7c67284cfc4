import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError, KloutError
from klout_cli.files.container import Member
from klout_cli.files.workbook import LARGEST, Sheet, is_workbook, read_sheets
from tests.importers.workbooks import Day, parts, xls, xlsx, zipped

SHEETS = {"One": [["Ünï ", 3, 0.139], [], ["x", None, -12840.0]], "Two": [["only"]]}
READ = [
    Sheet("One", [["Ünï", "3", "0.139000"], ["", "", ""], ["x", "", "-12840"]]),
    Sheet("Two", [["only"]]),
]


def member(data: bytes, name: str = "kept.xlsx") -> Member:
    return Member("", name, len(data), lambda: io.BytesIO(data))


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as fault:
        read_sheets(member(data))
    return fault.value.what


@pytest.mark.parametrize("form", [xlsx, xls])
def test_all_cells_become_text_in_their_places(form: type) -> None:
    assert read_sheets(member(form(SHEETS))) == READ
    assert READ[0].line(2) == "One:3"


def test_dates_and_truth_are_told_from_numbers() -> None:
    (sheet,) = read_sheets(member(xlsx({"A": [[Day(46186), Day(46186.5), True]]})))
    assert sheet.rows == [["2026-06-13", "2026-06-13T12:00:00", "True"]]


def test_rows_and_columns_before_the_first_cell_keep_their_places() -> None:
    (sheet,) = read_sheets(member(xlsx({"A": [[], [None, "x"]]})))
    assert sheet.rows == [["", ""], ["", "x"]]


@pytest.mark.parametrize(
    ("name", "data", "is_one"),
    [
        ("a.xlsx", xlsx(SHEETS), True),
        ("A.XLS", xls(SHEETS), True),
        ("a.xls", xlsx(SHEETS), True),
        ("a.zip", xlsx(SHEETS), False),
        ("a.xls", b"<html><table>", False),
        ("a.xlsx", b"Date,Likes\n", False),
        ("a.xlsx", b"", False),
    ],
)
def test_a_workbook_is_known_by_name_and_first_bytes_Z17(
    name: str, data: bytes, is_one: bool
) -> None:
    assert is_workbook(member(data, name)) is is_one


@pytest.mark.parametrize("place", ["XFD1048576", "A99999999", "zz1048576"])
def test_a_cell_at_the_end_of_the_world_is_refused_and_not_allocated_Z1(place: str) -> None:
    files = parts({"A": [["x"]]})
    files["xl/worksheets/sheet1.xml"] = files["xl/worksheets/sheet1.xml"].replace(
        "</row>", f'<c r="{place}"><v>1</v></c><c r="ZZ1"/></row>'
    )
    assert refused(zipped(files)).startswith("a sheet of ")


def test_a_bomb_in_a_workbook_is_refused_Z1() -> None:
    assert refused(zipped(parts(SHEETS) | {"xl/media/x.bin": bytes(60_000_000)})).startswith(
        "looks like a zip bomb"
    )


def test_a_workbook_of_more_than_20_megabytes_is_not_even_read() -> None:
    huge = Member("", "a.xlsx", LARGEST + 1, lambda: pytest.fail("opened"))
    with pytest.raises(InputError):
        read_sheets(huge)


@pytest.mark.parametrize(
    "data",
    [xlsx(SHEETS)[:200], xls(SHEETS)[:700], zipped({"a.txt": "x"}), b"\xd0\xcf\x11\xe0", b""],
)
def test_what_is_damaged_is_said_to_be_Z7(data: bytes) -> None:
    assert refused(data) == "damaged, or no spreadsheet klout reads"


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.sampled_from(sorted(parts(SHEETS))), st.data())
def test_any_damage_to_a_part_gives_sheets_or_a_klout_error(name: str, data: st.DataObject) -> None:
    files: dict[str, str | bytes] = dict(parts(SHEETS))
    plain = str(files[name]).encode()
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    files[name] = plain[:start] + data.draw(st.binary(max_size=20)) + plain[end:]
    try:
        sheets = read_sheets(member(zipped(files)))
    except KloutError:
        return
    assert all(isinstance(cell, str) for sheet in sheets for row in sheet.rows for cell in row)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.integers(0, 2500), st.binary(min_size=1, max_size=40))
def test_any_damage_to_an_old_workbook_gives_sheets_or_a_klout_error(
    start: int, patch: bytes
) -> None:
    plain = xls(SHEETS)
    try:
        sheets = read_sheets(member(plain[:start] + patch + plain[start + len(patch) :]))
    except KloutError:
        return
    assert all(len(row) == len(sheet.rows[0]) for sheet in sheets for row in sheet.rows)
