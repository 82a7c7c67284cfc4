from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers import every_importer
from klout_cli.importers.plausible import Plausible
from tests.importers import inputs
from tests.importers.analytics import dated, levels, read, visitors
from tests.importers.inputs import FIXTURES, members, write_zip

IMPORTER = Plausible()
FULL = "imported_visitors_20260101_20260131.csv"
PAGES = """"date","hostname","page","visits","visitors","pageviews"
"2026-01-01","www.Blog.example","/kaffee",8,8,9
"2026-01-02","shop.example","/",5,5,6
"""
SOURCES = '"date","source","referrer","pageviews","visitors","visits"\n"2026-01-01","LinkedIn","linkedin.com/feed",12,7,8\n'
DASHBOARD = "date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration"
ZIP = "Plausible export blog.example 2026-01-01  to 2026-01-31 .zip"


def test_the_full_export() -> None:
    (export,) = inputs.read(
        IMPORTER,
        {
            FULL: visitors(*[3] * 31),
            "imported_pages_20260101_20260131.csv": PAGES,
        },
    )
    assert (export.network, export.handle, export.variant) == (
        "blog",
        "blog.example",
        "Plausible export",
    )
    assert (levels(export), dated(export)) == ([("2026-01-31", 90, "rounded")], "2026-01-31")
    assert {row.file: row.used for row in export.ledger} == {
        FULL: 31,
        "imported_pages_20260101_20260131.csv": 2,
    }


def test_tables_of_parts_of_the_readers_are_never_added() -> None:
    locations = '"date","country","visitors","visits","visit_duration","bounces","pageviews"\n"2026-01-01","DE",900,900,1,1,1\n'
    files = {
        FULL: visitors(*[3] * 31),
        "imported_locations_20260101_20260131.csv": locations,
        "imported_sources_20260101_20260131.csv": SOURCES,
    }
    (export,) = inputs.read(IMPORTER, files)
    assert levels(export) == [("2026-01-31", 90, "rounded")]
    assert sum(row.notes.get("row that doesn't count all readers", 0) for row in export.ledger) == 2


def test_the_dashboards_zip_names_site_and_days(tmp_path: Path) -> None:
    files = {
        "visitors.csv": visitors(*[2] * 31, header=DASHBOARD).replace('"', ""),
        "pages.csv": "name,visitors,pageviews,bounce_rate,time_on_page\n/kaffee,900,1,1,1\n",
        "custom_props.csv": "property,value,visitors,events,percentage\n",
        "conversions.csv": "name,unique_conversions,total_conversions\nSignup,3,4\n",
    }
    (container,) = open_container(write_zip(tmp_path / ZIP, files))
    (group,) = IMPORTER.identify(container.members)
    assert len(group) == 4
    (export,) = inputs.extract(IMPORTER, group)
    assert (export.handle, levels(export), dated(export)) == (
        "blog.example",
        [("2026-01-31", 60, "rounded")],
        "2026-01-31",
    )
    assert not any(row.skipped for row in export.ledger)


def test_a_persons_own_table_beside_it_stays_the_persons() -> None:
    found = members({"visitors.csv": visitors(3), "pages.csv": b"date,likes\n2026-01-01,3\n"})
    assert [[member.name for member in group] for group in IMPORTER.identify(found)] == [
        ["visitors.csv"]
    ]


def test_months_of_the_dashboard_are_exact_and_the_range_cuts_the_outer_ones() -> None:
    rows = "\n".join(
        f"{day},{count},9,9,1,1,1"
        for day, count in (("2025-11-01", 70), ("2025-12-01", 80), ("2026-01-01", 30))
    )
    files = {"visitors.csv": f"{DASHBOARD}\n{rows}\n".encode()}
    (export,) = inputs.read(
        IMPORTER, files, container="Plausible export blog.example 2025-11-10 to 2026-01-12.zip"
    )
    assert levels(export) == [("2025-12-31", 80, "exact")]
    assert dated(export) == "2026-01-12"


def test_weeks_of_the_dashboard() -> None:
    rows = "\n".join(f"2026-01-{day:02},70,9,9,1,1,1" for day in (5, 12, 19, 26))
    (export,) = inputs.read(
        IMPORTER, {"visitors.csv": f"{DASHBOARD}\n{rows}\n".encode()}, container=ZIP
    )
    assert levels(export) == [("2026-01-31", 280, "cut")]


def test_a_blog_read_on_few_days_is_not_taken_for_months() -> None:
    rows = visitors(9, first="2026-01-01") + visitors(5, first="2026-02-01").partition("\n")[2]
    assert levels(read(IMPORTER, rows, "visitors.csv")) == [("2026-02-01", 5, "rounded")]


def test_two_exports_in_one_folder_stay_two() -> None:
    later = "imported_visitors_20260201_20260228.csv"
    found = inputs.read(
        IMPORTER,
        {
            FULL: visitors(*[3] * 31),
            later: visitors(*[4] * 28, first="2026-02-01"),
        },
    )
    assert [levels(export) for export in found] == [
        [("2026-01-31", 90, "rounded")],
        [("2026-02-28", 120, "rounded")],
    ]


def test_a_renamed_table_is_dated_by_its_rows() -> None:
    export = read(IMPORTER, visitors(*[3] * 40), "mein blog.csv")
    assert (export.handle, levels(export), dated(export)) == (
        "blog",
        [("2026-02-09", 90, "rounded")],
        "2026-02-09",
    )


def test_d13_a_name_from_the_future_gives_no_date() -> None:
    assert (
        dated(read(IMPORTER, visitors(*[3] * 31), "imported_visitors_20260101_20310131.csv"))
        == "2026-01-31"
    )


def test_too_few_days_are_at_least_so_many_and_days_without_readers_count() -> None:
    assert levels(
        read(IMPORTER, visitors(119, 166, 0), "imported_visitors_20260101_20260103.csv")
    ) == [("2026-01-03", 285, "cut")]


@pytest.mark.parametrize(
    ("case", "row", "reason"),
    [
        ("Q6", '"2026-01-09",-1,1,1,1,1', "negative count"),
        ("Q11", '"2026-01-09",,1,1,1,1', "no number"),
        ("D3", '"2026-02-31",1,1,1,1,1', "days of the count not known"),
        ("D7", '"2026-05-01",1,1,1,1,1', "period not over yet"),
        ("C6", '"2026-01-09",1,1,1,1,1,1', "more cells than the header"),
    ],
)
def test_bad_rows_are_skipped_and_counted(case: str, row: str, reason: str) -> None:
    export = read(IMPORTER, visitors(3) + row + "\n", "visitors.csv")
    assert (levels(export), export.ledger[0].reasons) == (
        [("2026-01-01", 3, "cut")],
        {reason: 1},
    ), case


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"date,visitors\n",
        b"date,visitors,pageviews,likes\n",
        b"Date,Unique visitors,Visits\n",
        b"\x00\xff" * 50,
    ],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    assert IMPORTER.identify(members({"visitors.csv": data, "pages.csv": b"name,visitors\n"})) == []


def test_no_other_importer_claims_it() -> None:
    found = members(
        {
            FULL: visitors(3),
            "imported_pages_20260101_20260131.csv": PAGES,
            "imported_sources_20260101_20260131.csv": SOURCES.encode(),
        }
    )
    assert [
        type(one).__name__
        for one in every_importer()
        if not isinstance(one, Plausible) and one.identify(found)
    ] == []


@given(
    data=st.binary(max_size=200),
    rows=st.lists(st.lists(st.text(max_size=10), min_size=1, max_size=7), max_size=5),
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_anything_gives_a_result_or_a_klout_error(data: bytes, rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows).encode("utf-8", "replace")
    for content in (data, visitors(3).encode() + text + data):
        with suppress(KloutError):
            inputs.read(
                IMPORTER,
                {FULL: content, "imported_pages_20260101_20260131.csv": PAGES.encode() + data},
            )


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
def test_the_shared_sample() -> None:
    folder = FIXTURES / "plausible/own__synthetic"
    (export,) = inputs.read(
        IMPORTER, {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    )
    assert (export.handle, levels(export), dated(export)) == (
        "blog.example.org",
        [("2024-01-03", 285, "cut")],
        "2024-01-03",
    )


def test_a_header_that_is_not_what_it_seems_is_a_refused_file() -> None:
    """Found by fuzzing: bytes before a name that are no UTF-8 hide nothing from the first look, and the whole of it from the second."""
    table = b'"\x9c\x9c\x9cdate","visitors","pageviews"\n"2026-01-01",3,6\n'
    (row,) = inputs.read(IMPORTER, {"visitors.csv": table})[0].ledger
    assert (row.read, row.reasons) == (1, {"the columns are not those of this file": 1})
