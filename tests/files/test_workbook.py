import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError, KloutError
from klout_cli.files.container import Member
from klout_cli.files.limits import WORKBOOK
from klout_cli.files.workbook import Sheet, is_workbook, read_sheets
from tests.cli.processes import start
from tests.importers.workbooks import MAIN, OFFICE, PACKAGE, Day, parts, xls, xlsx, zipped

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


def book(
    rows: str = "", strings: str | None = None, formats: str = "", **others: str | bytes
) -> bytes:
    """A workbook with one sheet of these rows, as XML; parts by path, "__" for "/"."""
    files: dict[str, str | bytes] = dict(parts({"A": [["x"]]}))
    if rows:
        files["xl/worksheets/sheet1.xml"] = sheet(rows)
    if strings is not None:
        files["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    if formats:
        files["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{formats}</styleSheet>'
    return zipped(files | {name.replace("__", "/"): part for name, part in others.items()})


def sheet(rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def cells(data: bytes) -> list[list[str]]:
    return read_sheets(member(data))[0].rows


def test_dates_and_truth_are_told_from_numbers() -> None:
    (sheet,) = read_sheets(member(xlsx({"A": [[Day(46186), Day(46186.5), True]]})))
    assert sheet.rows == [["2026-06-13", "2026-06-13T12:00:00", "True"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<c><v>3</v></c>", "3"),
        ("<c><v>3.0</v></c>", "3"),
        ("<c><v>-1.5E3</v></c>", "-1500"),
        ("<c><v>7400000000000000001</v></c>", "7400000000000000001"),
        ("<c s='1'><v>0.139</v></c>", "0.139000"),
        ("<c s='2'><v>46186</v></c>", "2026-06-13"),
        ("<c s='2'><v>46186.5</v></c>", "2026-06-13T12:00:00"),
        ("<c s='2'><v>0.5</v></c>", "12:00:00"),
        ("<c s='2'><v>2958466</v></c>", ""),
        ("<c s='3'><v>46186</v></c>", "2026-06-13"),
        ("<c s='4'><v>1.5</v></c>", "1 day, 12:00:00"),
        ("<c s='5'><v>46186</v></c>", "2026-06-13"),
        ("<c t='d'><v>2026-01-02T03:04:05</v></c>", "2026-01-02T03:04:05"),
        ("<c t='b'><v>0</v></c>", "False"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ("<c><f>1+1</f></c>", ""),
        ("<c t='str'><f>A1</f><v> a </v></c>", "a"),
        ("<c t='e'><v>#DIV/0!</v></c>", ""),
        ("<c t='s'><v>0</v></c>", "plain"),
        ("<c t='s'><v>1</v></c>", "two runs"),
        ("<c t='s'><v>2</v></c>", "two\r\nlines"),
        ("<c t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>", "inline"),
        ("<c t='inlineStr'/>", ""),
    ],
)
def test_a_cell_of_any_kind_becomes_the_text_that_importers_read(cell: str, text: str) -> None:
    strings = (
        "<si><t>plain</t><rPh sb='0' eb='1'><t>how it is spoken</t></rPh></si>"
        "<si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r></si>"
        "<si><t>two_x000D_\nlines</t></si>"
    )
    formats = (
        "<numFmts><numFmt numFmtId='170' formatCode='[$-407]d. mmmm yyyy;@'/></numFmts>"
        "<fills><fill/></fills>"  # as many tools write it, though openpyxl refuses it
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='170'/>"
        "<xf numFmtId='46'/><xf numFmtId='31'/></cellXfs>"
    )
    row = f"<row>{cell}<c t='str'><v>end</v></c></row>"
    assert cells(book(row, strings, formats)) == [[text, "end"]]


def test_days_may_be_counted_from_1904() -> None:
    listed = f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/>
        <sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"""
    rows = "<row><c s='1'><v>44724</v></c></row>"
    assert cells(book(rows, **{"xl__workbook.xml": listed})) == [["2026-06-13"]]


def test_parts_are_known_however_their_names_are_written() -> None:
    files = parts({"A": [["x"]]})
    strings = f'<sst xmlns="{MAIN}"><si><t>shared</t></si></sst>'
    files["xl/worksheets/sheet1.xml"] = sheet("<row><c t='s'><v>0</v></c></row>")
    renamed = {name.replace("styles", "Styles"): part for name, part in files.items()}
    assert cells(zipped(renamed | {"xl\\SharedStrings.xml": strings})) == [["shared"]]


def test_blank_cells_with_a_format_widen_no_sheet() -> None:
    rows = "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row><row r='9'><c r='A9'/></row>"
    assert cells(book(rows)) == [["1"]]


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
    assert refused(zipped(files)).startswith("a sheet has ")


def test_a_bomb_in_a_workbook_is_refused_Z1() -> None:
    bomb = zipped(parts(SHEETS) | {"xl/media/x.bin": bytes(60_000_000)})
    assert refused(bomb) == "a spreadsheet unpacks to 60 MB, more than 24 MB"


def test_a_workbook_of_more_than_20_megabytes_is_not_even_read() -> None:
    huge = Member("", "a.xlsx", WORKBOOK.packed + 1, lambda: pytest.fail("opened"))
    with pytest.raises(InputError):
        read_sheets(huge)


def far(cell: str, row: str = "1048576") -> str:
    return f"<row r = '1'><c r\n=\n'A1'><v>1</v></c></row><row r ='{row}'><c r = '{cell}'><v>2</v></c></row>"


def furnished(xml: str) -> bytes:
    """A workbook whose one sheet holds more than cells, behind them."""
    part = sheet("<row r='1'><c r='A1'><v>1</v></c></row>").replace("</worksheet>", xml)
    return book(**{"xl__worksheets__sheet1.xml": part + "</worksheet>"})


def listed(entries: str, **others: str) -> bytes:
    """A workbook whose list of sheets holds these entries."""
    names = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
    return book(
        "<row/>", **{"xl__workbook.xml": f"<workbook {names}>{entries}</workbook>"}, **others
    )


def linked(targets: Sequence[str], kind: str = "worksheet", **others: str) -> bytes:
    """A workbook whose sheets are the parts at these places."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, target in enumerate(targets)
    )
    entries = "".join(
        f'<sheet name="S{number}" sheetId="{number + 1}" r:id="rId{number}"/>'
        for number in range(len(targets))
    )
    part = f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'
    return listed(f"<sheets>{entries}</sheets>", **{"xl___rels__workbook.xml.rels": part}, **others)


ONE_SHEET = '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
TITLES = '<definedName name="_xlnm.Print_Titles" localSheetId="0">'


def many(count: int, rows: str) -> bytes:
    files = parts({f"S{number}": [["x"]] for number in range(count)})
    names = [name for name in files if name.startswith("xl/worksheets/")]
    return zipped(files | {name: sheet(rows) for name in names})


def one_sheet_listed_often() -> bytes:
    rows = "".join(f"<row r='{row}'><c r='A{row}'><v>1</v></c></row>" for row in range(1, 40_000))
    entries = "".join(
        f'<sheet name="S{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, 1000)
    )
    listed = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>'
    return book(rows, **{"xl__workbook.xml": listed})


def stated_too_small() -> bytes:
    data = bytearray(book(**{"xl__styles.xml": b"<" + bytes(60_000_000)}))
    place = data.rfind(b"PK\1\2", 0, data.rfind(b"xl/styles.xml"))
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def packed_with_bzip2() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        for name, part in parts({"A": [["x"]]}).items():
            archive.writestr(name, part + " " * 500_000)
    return target.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "far-cell": (lambda: book(far("XFD1048576")), "a sheet has 1,048,576 rows"),
    "far-row-of-twenty-digits": (lambda: book(far("A1", "9" * 20)), "a sheet has 99,999,999,"),
    "cell-in-another-row": (lambda: book(far("A99999999999", "2")), "a sheet has its cells out"),
    "cell-twice": (
        lambda: book("<row r='1'><c r='A1'/><c r='A1'/></row>"),
        "a sheet has its cells out",
    ),
    "rows-backwards": (lambda: book("<row r='2'/><row r='1'/>"), "a sheet has its rows out"),
    "wide-row": (lambda: book(f"<row>{'<c/>' * 400_000}</row>"), "a sheet has more than 16,384"),
    "wide-rows": (
        lambda: book("<row><c/></row><row><c r='XFD2'/></row>" * 50),
        "a sheet has its ce",
    ),
    "near-empty-sheets": (
        lambda: many(40, far("ALL3999", "3999")),
        "this spreadsheet has more than 5",
    ),
    "sheets": (lambda: many(51, ""), "this spreadsheet has more than 50 sheets"),
    "sheet-listed-often": (one_sheet_listed_often, "this spreadsheet lists a sheet again and a"),
    "long-shared-string": (
        lambda: book("<row><c t='s'><v>0</v></c></row>" * 3000, f"<si><t>{'A' * 900_000}</t></si>"),
        "this spreadsheet has more than 16,000,000 characters",
    ),
    "strings-stated": (
        lambda: book(
            "<row><c t='s'><v>99999999</v></c></row>",
            **{"xl__sharedStrings.xml": f"<sst xmlns='{MAIN}' uniqueCount='4294967295'/>"},
        ),
        "this is damaged, or no spreadsheet klout reads",
    ),
    "empty-strings": (
        lambda: book("<row/>", "<si/>" * 3_000_000),
        "a sheet has too many cells, te",
    ),
    "large-strings": (lambda: book("<row/>", " " * 16_000_000), "xl/sharedStrings.xml unpacks "),
    "large-styles": (lambda: book(formats=" " * 1_000_000), "xl/styles.xml unpacks to 1 MB,"),
    "styles": (lambda: book(formats="<cellXfs>" + "<xf/>" * 99_999 + "</cellXfs>"), "this is dam"),
    "long-comment": (lambda: book(f"<!--{'x' * 20_000_000}-->"), "this spreadsheet has a text of "),
    "long-tag": (lambda: book(f"<row a='{'x' * 20_000_000}'/>"), "this spreadsheet has a text of "),
    "entities": (
        lambda: book(**{"xl__styles.xml": "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"}),
        "this spreadsheet has a DOCTYPE",
    ),
    "deep-list": (
        lambda: book(**{"xl__workbook.xml": "<x>" * 100_000 + "</x>" * 100_000}),
        "this is damaged, or no spreadsheet klout reads",
    ),
    "parts": (
        lambda: book(**{f"xl__{number}": "" for number in range(10_001)}),
        "this spreadsheet has more than 10,000 parts",
    ),
    "merged-cells": (
        lambda: furnished("<mergeCells>" + "<mergeCell ref='A1:B2'/>" * 150_000 + "</mergeCells>"),
        "a sheet has too many cells, texts or styles",
    ),
    "views": (
        lambda: furnished("<sheetViews>" + "<sheetView/>" * 140_000 + "</sheetViews>"),
        "a sheet has too many cells, texts or styles",
    ),
    "conditional-formats": (
        lambda: furnished(
            "<conditionalFormatting sqref='A1:XFD1048576'><cfRule type='cellIs' priority='1'>"
            "<formula>1</formula></cfRule></conditionalFormatting>" * 45_000
        ),
        "a sheet has too many cells, texts or styles",
    ),
    "format-of-many-areas": (
        lambda: furnished(f"<conditionalFormatting sqref='{'A1 ' * 330_000}'/>"),
        "a sheet has too many cells, texts or styles",
    ),
    "rule-of-many-areas": (
        lambda: furnished(
            f"<dataValidations><dataValidation sqref='{'A1 ' * 330_000}'/></dataValidations>"
        ),
        "a sheet has too many cells, texts or styles",
    ),
    "merged-cells-in-a-cell": (
        lambda: book(f"<row><c>{'<mergeCells><mergeCell/></mergeCells>' * 60_000}</c></row>"),
        "a sheet has too many cells, texts or styles",
    ),
    "line-ends-in-cells": (
        lambda: book(f"<row><c t='str'><v>{chr(10) * 900_000}</v></c></row>" * 45),
        "a spreadsheet unpacks to 40.5 MB, more than 24 MB",
    ),
    "sheet-under-many-names": (
        lambda: linked(["./" * number + "worksheets/sheet1.xml" for number in range(40)]),
        "this spreadsheet lists a sheet again and again",
    ),
    "stated-too-small": (stated_too_small, "this is damaged, or no spreadsheet klout reads"),
    "bzip2": (packed_with_bzip2, "this is damaged, or no spreadsheet klout reads"),
    "old-sheets": (
        lambda: xls({f"S{number}": [] for number in range(51)}),
        "this spreadsheet has more than 50 sheets",
    ),
    "old-far-cells": (
        lambda: xls({f"S{number}": [[]] * 65_535 + [[1.0]] for number in range(40)}),
        "this spreadsheet has more than 100,000 rows",
    ),
    "old-and-large": (
        lambda: xls({"A": [[None]]}) + bytes(WORKBOOK.packed_old),
        "this spreadsheet is over 4 MB",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_within_2_s_and_256_mb_w1_w2(
    name: str, tmp_path: Path
) -> None:
    make, message = HOSTILE[name]
    path = tmp_path / "Content_2026-01-01_2026-02-28_Erika.xlsx"
    path.write_bytes(make())
    done = start((sys.executable, "-W", "error", "-m", "tests.files.bounded", str(path)))
    assert (done.code, done.out[: len(message)]) == (3, message), done.err


def test_a_long_format_takes_no_time_that_grows_with_its_square(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    format = f"<numFmt numFmtId='170' formatCode='{'[' * 900_000}'/>"
    path.write_bytes(
        book(formats=f"<numFmts>{format}</numFmts><cellXfs><xf numFmtId='170'/></cellXfs>")
    )
    done = start((sys.executable, "-W", "error", "-m", "tests.files.bounded", str(path)))
    assert (done.code, done.out) == (0, "1\n"), done.err


def test_what_the_list_of_sheets_says_beside_them_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    names = f"<definedNames>{TITLES}{'A' * 900_000}</definedName></definedNames>"
    links = "<externalReferences><externalReference r:id='rId9'/></externalReferences>"
    path.write_bytes(listed(ONE_SHEET + names + links))
    done = start((sys.executable, "-W", "error", "-m", "tests.files.bounded", str(path)))
    assert (done.code, done.out) == (0, "0\n"), done.err


@pytest.mark.parametrize(
    "target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/Worksheets/Sheet1.xml"]
)
def test_sheets_are_where_their_links_say(target: str) -> None:
    (sheet,) = read_sheets(member(linked([target])))
    assert sheet.name == "S0"


def test_a_sheet_may_lie_anywhere_and_is_inspected_there_too() -> None:
    part = sheet("<row r='1'><c r='A1'><v>7</v></c></row>")
    assert cells(linked(["/data/a.xml"], **{"data__a.xml": part})) == [["7"]]
    assert refused(linked(["/data/a.xml"], **{"data__a.xml": sheet(far("XFD1048576"))})).startswith(
        "a sheet has 1,048,576 rows"
    )


@pytest.mark.parametrize("target", ["../../etc/passwd", "http://example.org/a.xml", "gone.xml"])
def test_sheets_that_are_not_in_the_file_are_left_out(target: str) -> None:
    sheets = read_sheets(member(linked(["worksheets/sheet1.xml", target])))
    assert [sheet.name for sheet in sheets] == ["S0"]
    assert refused(linked([target])).startswith("this is damaged")


def test_charts_are_no_sheets_of_cells() -> None:
    assert refused(linked(["worksheets/sheet1.xml"], "chartsheet")).startswith("this is damaged")


def test_a_refused_workbook_is_not_held_by_its_error() -> None:
    with pytest.raises(InputError) as refusal:
        read_sheets(member(book("<row><c t='s'><v>9</v></c></row>", "")))
    assert refusal.value.__cause__ is None
    assert refusal.value.__context__ is None


@pytest.mark.parametrize(
    "data",
    [xlsx(SHEETS)[:200], xls(SHEETS)[:700], zipped({"a.txt": "x"}), b"\xd0\xcf\x11\xe0", b""],
)
def test_what_is_damaged_is_said_to_be_Z7(data: bytes) -> None:
    assert refused(data) == "this is damaged, or no spreadsheet klout reads"


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
