from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.importers import every_importer
from klout_cli.importers.jetpack import INFERRED, Jetpack
from tests.importers import inputs
from tests.importers.analytics import dated, levels, read
from tests.importers.inputs import FIXTURES, members

IMPORTER = Jetpack()
NAME = "www.blog.example-posts-month-01-01-2026-01-31-2026.csv"
ROWS = '"Kaffee, schwarz",204,https://blog.example/kaffee/\n"Home page / Archives",900,https://blog.example/\nTee, grün,31,https://blog.example/tee/\n'


def test_readers_are_inferred_from_the_most_viewed_post() -> None:
    export = read(IMPORTER, ROWS, NAME)
    assert (export.network, export.handle, export.variant, export.posts) == (
        "blog",
        "blog.example",
        "Jetpack stats",
        [],
    )
    assert (levels(export), dated(export)) == ([("2026-01-31", 204, "inferred")], "2026-01-31")
    assert export.notes == (INFERRED,)
    assert (export.ledger[0].used, export.ledger[0].notes) == (
        3,
        {"row that doesn't count all readers": 1},
    )


@pytest.mark.parametrize(
    ("days", "day", "readers"),
    [
        ("month-01-01-2026-01-31-2026", "2026-01-31", 204),
        ("month-01.01.2026-31.01.2026", "2026-01-31", 204),
        ("month-2026-01-01-2026-01-31", "2026-01-31", 204),
        ("month-01-02-2026-28-02-2026", "2026-02-28", 204),
        ("month_02_01_2026_02_28_2026", "2026-02-28", 204),
        ("week-05-01-2026-11-01-2026", "2026-01-11", 204),
        ("week-01-05-2026-01-11-2026", "2026-01-11", 204),
        ("year-01-01-2025-12-31-2025", "2025-12-31", 17),
        ("day-01-13-2026-01-13-2026", "2026-01-13", 204),
        ("day-01-01-2026-01-30-2026", "2026-01-30", 204),
    ],
)
def test_d1_the_days_in_the_name_settle_day_and_month(days: str, day: str, readers: int) -> None:
    joint = "_" if "_" in days else "-"
    export = read(IMPORTER, ROWS, f"blog.example{joint}posts{joint}{days}.csv")
    assert [level[:2] for level in levels(export)] == [(day, readers)]


def test_d1_open_days_are_settled_by_the_person() -> None:
    name = "blog.example-posts-day-02-01-2026-02-01-2026.csv"
    export = read(IMPORTER, ROWS, name)
    assert (export.levels, export.ledger[0].reasons) == ([], {"days of the count not known": 2})
    assert levels(read(IMPORTER, ROWS, name, date_order="dmy"))[0][0] == "2026-01-02"


def test_d7_a_month_that_is_not_over() -> None:
    export = read(IMPORTER, ROWS, "blog.example-posts-month-03-01-2026-03-31-2026.csv")
    assert (export.levels, export.exported_at, export.ledger[0].reasons) == (
        [],
        None,
        {"period not over yet": 2},
    )


def test_other_tables_of_jetpack_are_used_and_give_no_readers() -> None:
    export = read(
        IMPORTER,
        '"Suche",120\n"Google",90,https://www.google.com/x\n',
        NAME.replace("posts", "referrers"),
    )
    assert (export.levels, export.ledger[0].used) == ([], 2)
    assert export.notes[0].startswith("No reader count for known days. export Posts & pages")


def test_rows_that_end_in_neither_are_skipped() -> None:
    far = "x" * 5000
    export = read(IMPORTER, f'{ROWS}"{far}",5,https://blog.example/x/\nTotal\n', NAME)
    assert export.ledger[0].reasons == {"neither views nor an address at its end": 1}
    assert (export.ledger[0].read, levels(export)[0][1]) == (5, 204)


def test_q8_a_count_of_too_many_digits() -> None:
    assert read(IMPORTER, f"{ROWS}Neu,{'9' * 30},https://blog.example/neu/\n", NAME).ledger[
        0
    ].reasons == {"more than 18 digits": 1}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("views.csv", ROWS),
        (NAME, "date,likes,comments\n2026-01-01,1,2\n"),
        (NAME, "title,views,url\n"),
        (NAME, ""),
        ("posts-month-01-01-2026-01-31-2026.csv", ROWS),
    ],
    ids=["renamed", "a table with a header", "header only", "empty", "no site"],
)
def test_other_files_are_not_claimed(name: str, data: str) -> None:
    assert IMPORTER.identify(members({name: data.encode()})) == []


def test_no_other_importer_claims_it() -> None:
    found = members({NAME: ROWS.encode()})
    assert IMPORTER.identify(found)
    assert [
        type(one).__name__
        for one in every_importer()
        if not isinstance(one, Jetpack) and one.identify(found)
    ] == []


@given(
    data=st.binary(max_size=200), text=st.text(max_size=60), end=st.text("0123456789-", max_size=24)
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_anything_gives_a_result_or_a_klout_error(data: bytes, text: str, end: str) -> None:
    for content in (data, ROWS.encode() + b"\n" * 4096 + text.encode("utf-8", "replace") + data):
        for name in (NAME, f"blog.example-posts-month-{end}.csv"):
            with suppress(KloutError):
                inputs.read(IMPORTER, {name: content})


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
def test_the_shared_sample() -> None:
    (path,) = (FIXTURES / "jetpack_stats/own__synthetic").glob("*.csv")
    export = read(IMPORTER, path.read_bytes(), path.name)
    assert (export.handle, levels(export), dated(export)) == (
        "blog.example.org",
        [("2024-03-31", 1204, "inferred")],
        "2024-03-31",
    )
    assert (export.ledger[0].read, export.ledger[0].skipped) == (2, 0)
