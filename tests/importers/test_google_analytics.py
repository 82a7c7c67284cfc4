from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.importers import every_importer
from klout_cli.importers.google_analytics import GoogleAnalytics
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export
from tests.importers import inputs
from tests.importers.analytics import dated, ga4, ga4_table, levels, read
from tests.importers.blogs import item, wxr
from tests.importers.inputs import FIXTURES, members

IMPORTER = GoogleAnalytics()
NAME = "Reports_snapshot.csv"
TREND = ga4_table(
    "Nth day,30 days,7 days,1 day",
    "0000,101,14,1",
    "0001,104,14,3",
    "0030,90,20,4",
    caption="How are active users trending?",
)
WEEKS = ga4_table("Nth week,Active users", "0000,13", "0001,22", "0002,20", "0003,30", "0004,41")


def wordpress() -> Export:
    from klout_cli.importers.wordpress import WordPress

    (export,) = inputs.read(WordPress(), {"blog.xml": wxr(item(1)).encode()})
    return export


def test_the_thirty_days_up_to_every_day_are_dated_levels() -> None:
    export = read(IMPORTER, ga4(WEEKS, TREND), NAME)
    assert (export.network, export.handle, export.variant, export.owner.name) == (
        "blog",
        "blog",
        "Google Analytics 4",
        "",
    )
    assert levels(export) == [
        ("2026-01-01", 101, "exact"),
        ("2026-01-02", 104, "exact"),
        ("2026-01-31", 90, "exact"),
    ]
    assert (dated(export), export.posts, export.notes) == ("2026-01-31", [], ())


def test_rows_that_count_something_else_are_used_and_never_become_readers() -> None:
    pages = ga4_table(
        "Page title and screen class,Views", '"Kaffee, schwarz",977', "# mit Raute,12", caption=""
    )
    empty = ga4_table(
        "Event name,Key events", "", caption="What are your top performing key events?"
    )
    channels = ga4_table(
        "First user primary channel group (Default Channel Group),New users", "Direct,2218"
    )
    hours = ga4_table("Nth hour,Active users", "0000,3")
    export = read(IMPORTER, ga4(pages, empty, channels, hours, TREND), NAME)
    (row,) = export.ledger
    assert (row.read, row.skipped, row.notes) == (7, 0, {"row that doesn't count all readers": 4})
    assert len(export.levels) == 3


def test_calendar_months_within_the_range_are_exact() -> None:
    months = ga4_table(
        "Nth month,Active users",
        "0000,7",
        "0001,31",
        "0002,28",
        "0003,9",
        days=("20251120", "20260210"),
    )
    assert levels(read(IMPORTER, ga4(months), NAME)) == [
        ("2025-12-31", 31, "exact"),
        ("2026-01-31", 28, "exact"),
    ]


def test_weeks_begin_on_sunday_and_are_scaled() -> None:
    # 1 January 2026 is a Thursday: 3 + 7 + 7 + 7 + 7 days up to the 31st
    assert levels(read(IMPORTER, ga4(WEEKS), NAME)) == [
        ("2026-01-31", round((13 + 22 + 20 + 30 + 41) * 30 / 31), "rounded")
    ]


def test_days_are_added_up() -> None:
    days = ga4_table("Nth day,Active users", *(f"{day:04},2" for day in range(31)))
    export = read(IMPORTER, ga4(days), NAME)
    assert levels(export) == [("2026-01-31", 60, "rounded")]
    assert export.notes[0].startswith("Readers per month estimated from 30 days")


@pytest.mark.parametrize(
    "table",
    [
        ga4_table("Active users,New users", "120,100"),
        ga4_table("Page path,Active users,Views", ",120,300", "/,90,200", "/kaffee/,40,100"),
        ga4_table("Page path,Active users,Views", "/,90,200", "Grand total,120,300"),
        ga4_table("Seitenpfad,Aktive Nutzer", "Gesamtsumme,120", "/,90"),
    ],
    ids=["metrics only", "blank", "total", "C14 German"],
)
def test_totals_of_a_month_are_exact(table: str) -> None:
    assert levels(read(IMPORTER, ga4(table), NAME)) == [("2026-01-31", 120, "exact")]


def test_readers_of_all_places_are_all_readers() -> None:
    cities = ga4_table(
        "City,Users", "Köln,53", "Bonn,7", days=("20250101", "20251231"), caption="All Users"
    )
    export = read(IMPORTER, ga4(cities), NAME)
    assert levels(export) == [("2025-12-31", round(60 * 30 / 365), "rounded")]


def test_c14_german_words_above_and_in_the_header() -> None:
    words = ("Startdatum", "Enddatum")
    german = ga4_table("Tag (n-ter),30 Tage,7 Tage,1 Tag", "0000,50,9,1", words=words)
    assert levels(read(IMPORTER, ga4(german), NAME)) == [("2026-01-01", 50, "exact")]
    weeks = ga4_table("N-te Woche,Aktive Nutzer", "0000,3", "0004,7", words=words)
    assert levels(read(IMPORTER, ga4(weeks), NAME)) == [
        ("2026-01-31", round(10 * 30 / 31), "rounded")
    ]


def test_c14_the_thirty_days_are_known_in_languages_that_name_the_rows_otherwise() -> None:
    assert levels(
        read(IMPORTER, ga4(ga4_table("Énième jour,30 jours,7 jours,1 jour", "0000,50,9,1")), NAME)
    ) == [("2026-01-01", 50, "exact")]


def test_a_day_of_the_week_is_no_day_of_the_range() -> None:
    export = read(IMPORTER, ga4(ga4_table("Day of week,Active users", "0,9", "1,7")), NAME)
    assert (export.levels, export.ledger[0].used) == ([], 2)


def test_a_comparison_gives_the_levels_of_both_ranges() -> None:
    before = ga4_table("Nth day,30 days", "0000,70", days=("20250101", "20250131"))
    assert levels(read(IMPORTER, ga4(TREND, before), NAME))[0] == ("2025-01-01", 70, "exact")


def test_the_form_of_2021_with_a_segment_and_a_blank_line_above_the_header() -> None:
    table = (
        "# \n# All Users\n# Start date: 20260101\n# End date: 20260131\n\nCity,Users\nBonn,6\n\n"
    )
    assert levels(read(IMPORTER, ga4(table), NAME)) == [("2026-01-31", 6, "exact")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_n1_c4_saved_again_by_a_spreadsheet(encoding: str) -> None:
    lines = ga4(TREND).replace(",", ";").splitlines()
    assert (
        len(
            levels(
                read(IMPORTER, "".join(f"{line};;\r\n" for line in lines).encode(encoding), NAME)
            )
        )
        == 3
    )


@pytest.mark.parametrize(
    ("property", "handle"),
    [
        ("www.Blog.example - GA4", "blog.example"),
        ("https://blog.example", "blog.example"),
        ("Website", "blog"),
        ("", "blog"),
    ],
)
def test_a_property_with_a_host_names_the_blog(property: str, handle: str) -> None:
    assert read(IMPORTER, ga4(TREND, property=property), NAME).handle == handle


@pytest.mark.parametrize("property", ["blog.example - GA4", "Website"])
def test_readers_join_the_posts_of_the_same_blog(property: str) -> None:
    (account,), _ = merge_accounts(
        [wordpress(), read(IMPORTER, ga4(TREND, property=property), NAME)]
    )
    assert (account.id, len(account.posts), account.lacks.get("audience")) == (
        "blog:blog.example",
        1,
        None,
    )
    assert max(level.value for level in account.levels if level.metric == "readers") == 104


def test_several_properties_are_several_accounts() -> None:
    files = {
        "a.csv": ga4(TREND, property="Kaffee").encode(),
        "b.csv": ga4(TREND, property="Tee").encode(),
    }
    assert {export.handle for export in inputs.read(IMPORTER, files)} == {"Kaffee", "Tee"}
    assert {
        export.handle for export in inputs.read(IMPORTER, {**files, "b.csv": files["a.csv"]})
    } == {"blog"}


@pytest.mark.parametrize(
    ("case", "row", "reason"),
    [
        ("Q6", "0001,-4,1,1", "negative count"),
        ("Q4", "0001,1x,1,1", "not a number"),
        ("Q11", "0001,,1,1", "no number"),
        ("C6", "0001,1,1,1,1", "more cells than the header"),
        ("D3", "0031,5,1,1", "days of the count not known"),
        ("D3", "zwei,5,1,1", "days of the count not known"),
    ],
)
def test_bad_rows_are_skipped_and_counted(case: str, row: str, reason: str) -> None:
    table = ga4_table("Nth day,30 days,7 days,1 day", "0000,101,14,1", row)
    export = read(IMPORTER, ga4(table), NAME)
    assert (len(export.levels), export.ledger[0].reasons) == (1, {reason: 1}), case
    assert export.ledger[0].examples == (("12", reason),)


@pytest.mark.parametrize(
    "days", [(), ("20260101",), ("20260231", "20260301"), ("20260131", "20260101")]
)
def test_d3_a_table_of_unknown_days_gives_no_readers(days: tuple[str, ...]) -> None:
    export = read(IMPORTER, ga4(ga4_table("Active users", "120", days=days)), NAME)
    assert (export.levels, export.ledger[0].reasons) == ([], {"days of the count not known": 1})
    assert export.notes[0].startswith("No reader count for known days. export the Reports snapshot")


def test_d7_a_range_that_is_not_over() -> None:
    export = read(
        IMPORTER, ga4(ga4_table("Active users", "120", days=("20260201", "20260331"))), NAME
    )
    assert (export.levels, export.exported_at, export.ledger[0].reasons) == (
        [],
        None,
        {"period not over yet": 1},
    )


def test_c2_a_report_without_rows() -> None:
    export = read(IMPORTER, ga4(ga4_table("Nth day,30 days")), NAME)
    assert (export.levels, export.ledger[0].read) == ([], 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"# ----\n# a note\nday,likes\n",
        b"date,likes\n2026-01-01,3\n",
        b"# Property: x\n",
        b"\x00\xff" * 50,
        b"\xff\xfe#\0",
    ],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    assert IMPORTER.identify(members({"posts.csv": data})) == []


def test_no_other_importer_claims_it() -> None:
    date = ga4_table("Date,Shares,Active users", "20260101,3,4")
    for table in (TREND, date, ga4_table("Country,Active users", "DE,3")):
        found = members({NAME: ga4(table).encode()})
        assert [
            one
            for one in every_importer()
            if not isinstance(one, GoogleAnalytics) and one.identify(found)
        ] == []


@given(
    data=st.binary(max_size=200),
    rows=st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=5), max_size=5),
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_anything_gives_a_result_or_a_klout_error(data: bytes, rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    for content in (
        data,
        ga4(TREND, text).encode("utf-8", "replace") + data,
        ga4(ga4_table("Nth month,Users", "0000,1", text)).encode("utf-8", "replace"),
    ):
        with suppress(KloutError):
            inputs.read(IMPORTER, {NAME: content})


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
def test_the_real_files() -> None:
    snapshot = read(
        IMPORTER,
        (FIXTURES / "ga4/Joel-hanson__joel-hanson.github.io/Reports_snapshot.csv").read_bytes(),
        NAME,
    )
    assert len(snapshot.levels) == 365
    assert (levels(snapshot)[-1], dated(snapshot)) == (("2025-12-31", 565, "exact"), "2025-12-31")
    assert (snapshot.ledger[0].read, snapshot.ledger[0].skipped) == (848, 0)
    report = read(
        IMPORTER,
        (FIXTURES / "ga4/rustom__website-analytics/data-export.csv").read_bytes(),
        "data-export.csv",
    )
    assert (levels(report), dated(report)) == ([("2021-10-22", 24, "rounded")], "2021-10-22")
    assert (report.ledger[0].read, report.ledger[0].skipped) == (313, 0)
