from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.importers import every_importer
from klout_cli.importers.matomo import Matomo
from tests.importers import inputs
from tests.importers.analytics import dated, levels, read, utf16
from tests.importers.inputs import FIXTURES, members

IMPORTER = Matomo()
NAME = "Export _ Main metrics _ January 2026.csv"
TECHNICAL = "nb_uniq_visitors,nb_users,nb_visits,nb_actions,bounce_rate"
ENGLISH = "Unique visitors,Users,Visits,Actions,Bounce Rate"
GERMAN = "Eindeutige Besucher,Benutzer,Besuche,Aktionen,Absprungsrate"
UNKNOWN = "No reader count for known days. export Visitors › Overview of a whole month, and keep the file's name, which tells the days"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (TECHNICAL, "1204,0,2000,3000,66.67%"),
        (ENGLISH, "1204,0,2000,3000,66.67%"),
        (GERMAN, '1204,0,2000,3000,"66,67 %"'),
    ],
    ids=["technical", "English", "C14 German"],
)
def test_n2_the_one_row_of_a_month(header: str, row: str) -> None:
    export = read(IMPORTER, utf16(header, row), NAME)
    assert (export.network, export.handle, export.variant) == ("blog", "blog", "Matomo report")
    assert (levels(export), dated(export), export.notes) == (
        [("2026-01-31", 1204, "exact")],
        "2026-01-31",
        (),
    )


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Exportieren _ Hauptmetriken _ Januar 2026 (1).csv", ("2026-01-31", 120, "exact")),
        ("Export _ Main metrics _ week January 5 – 11, 2026.csv", ("2026-01-11", 120, "cut")),
        ("Export _ Main metrics _ Wednesday, January 7, 2026.csv", ("2026-01-07", 120, "cut")),
        ("Export _ Main metrics _ 2025.csv", ("2025-12-31", 10, "rounded")),
        (
            "Export _ Main metrics _ December 3, 2025 – January 1, 2026.csv",
            ("2026-01-01", 120, "exact"),
        ),
    ],
)
def test_the_name_tells_the_days(name: str, found: tuple[str, int, str]) -> None:
    assert levels(read(IMPORTER, utf16(TECHNICAL, "120,0,200,300,6%"), name)) == [found]


def test_without_known_days_there_are_no_readers() -> None:
    export = read(IMPORTER, utf16(TECHNICAL, "120,0,200,300,6%"), "renamed.csv")
    assert (export.levels, export.exported_at, export.notes) == ([], None, (UNKNOWN,))
    assert export.ledger[0].reasons == {"days of the count not known": 1}


def test_d7_a_month_that_is_not_over() -> None:
    export = read(
        IMPORTER, utf16(TECHNICAL, "120,0,200,300,6%"), "Export _ Main metrics _ March 2026.csv"
    )
    assert (export.levels, export.ledger[0].reasons) == ([], {"period not over yet": 1})


def test_dates_in_the_first_column() -> None:
    months = utf16(f"Date,{ENGLISH}", "2025-12,90,0,1,1,1%", "2026-01,120,0,1,1,1%")
    assert levels(read(IMPORTER, months, "months.csv")) == [
        ("2025-12-31", 90, "exact"),
        ("2026-01-31", 120, "exact"),
    ]
    days = "".join(f"2026-01-{day:02},2,0,1,1,1%\n" for day in range(1, 32))
    assert levels(read(IMPORTER, f"date,{TECHNICAL}\n{days}", "days.csv")) == [
        ("2026-01-31", 60, "rounded")
    ]


def test_weeks_in_one_quoted_cell() -> None:
    weeks = utf16(
        f"date,{TECHNICAL}",
        *(f'"2026-01-{day:02},2026-01-{day + 6:02}",70,0,1,1,1%' for day in (4, 11, 18, 25)),
    )
    assert levels(read(IMPORTER, weeks, "weeks.csv")) == [("2026-01-31", 300, "rounded")]


def test_half_a_character_at_the_end() -> None:
    export = read(IMPORTER, utf16(f"date,{TECHNICAL}", "2026-01,120,0,1,1,1", half=True), "x.csv")
    assert levels(export) == [("2026-01-31", 120, "exact")]
    assert any(note.startswith("undecodable bytes replaced") for note in export.ledger[0].notes)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_tsv_and_utf_8(delimiter: str) -> None:
    data = f"{TECHNICAL}\n120,0,200,300,6%\n".replace(",", delimiter)
    assert levels(read(IMPORTER, data, NAME.replace(".csv", ".tsv"))) == [
        ("2026-01-31", 120, "exact")
    ]


@pytest.mark.parametrize(
    "header",
    [
        "label,nb_uniq_visitors,nb_visits",
        "Bezeichnung,Eindeutige Besucher,Besuche",
        "idSite,nb_uniq_visitors,nb_visits",
        "label,1. Köln,2. Bonn",
    ],
    ids=["pages", "German", "several sites", "pivot"],
)
def test_rows_of_a_part_are_used_and_are_not_all_readers(header: str) -> None:
    export = read(IMPORTER, utf16(header, "'=1+1,90,100", "/kaffee,40,41"), NAME)
    assert (export.levels, export.notes) == ([], (UNKNOWN,))
    assert (export.ledger[0].used, export.ledger[0].notes) == (
        2,
        {"row that doesn't count all readers": 2},
    )


def test_a_log_of_single_visits_gives_nothing() -> None:
    export = read(IMPORTER, utf16("idSite,idVisit,visitIp,siteName", "1,271,192.0.2.77,Blog"), NAME)
    assert (export.levels, export.contacts, export.ledger[0].used) == ([], [], 1)
    assert "192.0.2.77" not in repr(export)


REPORT = (
    'All Websites dashboard\nlabel,nb_visits,nb_actions,nb_pageviews\n"Blog, privat",11,43,43\nZwei,1,3,3\n\n'
    "Visits Summary\nnb_uniq_visitors,nb_visits,nb_actions\n240,311,430\n\n"
    "Country\nlabel,nb_visits,nb_actions,revenue\nUnknown,8,40,$0\n\n"
    "Goals\nmetric,value\nx,1\n"
)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_c15_a_report_by_mail_has_several_tables_with_titles(delimiter: str) -> None:
    data = REPORT if delimiter == "," else REPORT.replace(",", "\t").replace("Blog\t", "Blog,")
    export = read(IMPORTER, data, "blog.example - January 2026 - Monatsbericht.csv")
    assert (export.handle, levels(export)) == ("blog.example", [("2026-01-31", 240, "exact")])
    assert (export.ledger[0].skipped, export.ledger[0].used) == (0, 7)


def test_an_empty_report_is_valid() -> None:
    for data in (utf16("No data available"), b"No data available"):
        export = read(IMPORTER, data, NAME)
        assert (export.levels, export.ledger[0].read, export.ledger[0].reasons) == ([], 0, {})


@pytest.mark.parametrize(
    ("case", "row", "reason"),
    [
        ("Q6", "2026-01,-4,0,1,1,1%", "negative count"),
        ("Q4", "2026-01,1x,0,1,1,1%", "not a number"),
        ("Q11", "2026-01,-,0,1,1,1%", "no number"),
        ("D3", "2026-13,4,0,1,1,1%", "days of the count not known"),
        ("C6", "2026-01-05,2026-01-11,4,0,1,1,1%", "more cells than the header"),
    ],
)
def test_bad_rows_are_skipped_and_counted(case: str, row: str, reason: str) -> None:
    export = read(IMPORTER, utf16(f"date,{TECHNICAL}", "2025-12,90,0,1,1,1%", row), "x.csv")
    assert (len(export.levels), export.ledger[0].reasons) == (1, {reason: 1}), case


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"date,visitors,pageviews\n",
        b"date,likes\n2026-01-01,3\n",
        b"label,likes\na,1\n",
        b"\x00\xff" * 50,
    ],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    assert IMPORTER.identify(members({"posts.csv": data})) == []


@pytest.mark.parametrize(
    "header",
    [
        f"date,{TECHNICAL}",
        f"Date,{ENGLISH},Impressions",
        f"Datum,Bezeichnung,{GERMAN},Impressionen",
        "idSite,idVisit,visitIp,interactions",
    ],
)
def test_no_other_importer_claims_it(header: str) -> None:
    found = members({NAME: utf16(header, ",".join("1" for _ in header.split(",")))})
    assert [
        type(one).__name__
        for one in every_importer()
        if not isinstance(one, Matomo) and one.identify(found)
    ] == []
    assert IMPORTER.identify(found)


@given(
    data=st.binary(max_size=200),
    rows=st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=7), max_size=5),
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_anything_gives_a_result_or_a_klout_error(data: bytes, rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")
    for content in (
        data,
        f"date,{TECHNICAL}\n".encode() + text + data,
        REPORT.encode() + text,
        utf16(GERMAN) + data,
    ):
        with suppress(KloutError):
            inputs.read(IMPORTER, {NAME: content})


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
def test_the_official_samples() -> None:
    folder = FIXTURES / "matomo/matomo-org__matomo"
    found = inputs.read(
        IMPORTER, {path.name: path.read_bytes() for path in sorted(folder.glob("*.?sv"))}
    )
    assert len(found) == len(list(folder.glob("*.?sv"))) == 17
    assert sum(row.read for export in found for row in export.ledger) == 1299
    assert {level for export in found for level in levels(export)} == {
        ("2010-03-31", 1, "exact"),
        ("2010-01-03", 2, "cut"),
    }
    assert sum(UNKNOWN in export.notes for export in found) == 15
