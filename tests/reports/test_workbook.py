"""Workbooks, read again by a second reader and compared with the JSON."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import fromstring

import openpyxl
import pytest
from msgspec.structs import replace

from klout_cli.reports.json_report import JsonReport
from klout_cli.reports.workbook import Sheet, make_workbook, write_sheets
from tests.reports.dossiers import HOSTILE, hostile, whole
from tests.reports.test_html_report import in_language

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in book}


def test_six_sheets_with_the_numbers_of_the_json() -> None:
    sheets, tree = rows_of(make_workbook(whole())), json.loads(JsonReport().dossier(whole()))
    assert [*sheets] == ["Channels", "Factors", "Posts", "Contacts", "History", "Hints"]
    for row, account in zip(sheets["Channels"][1:], tree["accounts"], strict=True):
        known = account["state"] == "scored" and account["quality"] == "score"
        assert row[1:5] == (
            account["handle"],
            pytest.approx(account["score"]) if known else None,
            pytest.approx(account["share"]),
            pytest.approx(account["audience"]["followers"]),
        )
    points = {row[1]: row[2] for row in sheets["Factors"][1:] if not row[0]}
    assert sum(points.values()) == pytest.approx(tree["score"]["value"])
    gains = [hint["gain"] for hint in tree["hints"]]
    for row, gain in zip(sheets["Hints"][1:], gains, strict=True):
        assert row[2] == (None if gain is None else pytest.approx(gain, abs=1e-12))


def test_dates_are_dates_and_heads_stand_still() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(whole())))
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    assert all(isinstance(row[0].value, datetime) for row in book["History"].iter_rows(min_row=2))
    assert all(8 < width.width <= 60 for width in book["Posts"].column_dimensions.values())


def test_heads_are_german_where_the_language_is() -> None:
    data = in_language("de", lambda _report: make_workbook(whole()).hex())
    assert [*rows_of(bytes.fromhex(data))][:2] == ["Kanäle", "Faktoren"]


@pytest.mark.parametrize("text", ["=1+1", "+49 170", "-x", "@sum", "＝1", " =1", HOSTILE])
def test_texts_that_look_like_formulas_stay_texts(text: str) -> None:
    data = write_sheets([Sheet("a", ("b",), [(text,)])])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not [*sheet.iter(f"{SPREADSHEET}f")]
    assert rows_of(data)["a"][1] == (text,)


def test_no_hostile_text_is_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(hostile())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_same_report_is_the_same_file_whenever_it_is_made() -> None:
    data = make_workbook(whole())
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {info.date_time[0] for info in file.infolist()} == {1980}
        core = file.read("docProps/core.xml")
    assert core.count(b">1980-01-01T00:00:00Z<") == 2
    assert data == make_workbook(whole())


def test_without_people_or_dates_sheets_are_empty() -> None:
    sheets = rows_of(make_workbook(replace(whole(), around=None, trend=None, posts=())))
    assert {len(sheets[name]) for name in ("Posts", "Contacts", "History")} == {1}
