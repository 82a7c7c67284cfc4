import csv
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.tiktok import TikTok
from klout_cli.importers.tiktok_studio import NO_YEAR, SUMS, TikTokStudio
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Export, Level
from klout_cli.values.aliases import table_kind
from klout_cli.values.cells import UNKNOWN
from klout_cli.values.dates import iso_day, midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, LATEST, member, table, write_zip
from tests.importers.workbooks import xlsx

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
OVERVIEW = "Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"
HISTORY = "Date", "Followers", "Difference in followers from previous day"
CONTENT = (
    "Time",
    "Video title",
    "Video link",
    "Post time",
    "Total likes",
    "Total comments",
    "Total shares",
    "Total views",
)
VIEWERS = "Date", "Total Viewers", "New Viewers", "Returning Viewers"
POSTED = midnight(2026, 1, 9) + 36_000
Rows = Sequence[Sequence[object]]


def quoted(rows: Rows) -> bytes:
    """As TikTok writes it: with a BOM, every field quoted, without a last line end."""
    return table(*rows, quoting=csv.QUOTE_ALL).removesuffix("\n").encode("utf-8-sig")


def history(
    *rows: Sequence[object],
    container: str = "Followers_erika.zip",
    made: tuple[int, int, int] | None = (2026, 3, 1),
) -> Member:
    return member(quoted([HISTORY, *rows]), "FollowerHistory.csv", container, made)


def video(at: int = POSTED, serial: int = 7, **cells: object) -> list[object]:
    link = f"https://www.tiktok.com/@erika.filmt/video/{(at << 32) + serial}"
    return list(
        dict(
            zip(
                CONTENT, ("March 1", "Film", link, "January 9", "12", "3", "1", "340"), strict=True
            ),
            **cells,
        ).values()
    )


def content(
    *rows: Sequence[object], name: str = "Content.csv", container: str = "Content_erika.filmt.zip"
) -> Member:
    return member(quoted([CONTENT, *rows]), name, container)


read = partial(inputs.read, TikTokStudio())
one = partial(inputs.read_one, TikTokStudio())


def dated(export: Export) -> list[tuple[str, int]]:
    return [("" if level.at is None else iso_day(level.at), level.value) for level in export.levels]


def test_videos_have_the_second_in_their_number() -> None:
    export = one(content(video()))
    assert (export.network, export.handle, export.exported_at) == ("tiktok", "erika.filmt", POSTED)
    (post,) = export.posts
    assert (post.at, post.precision, post.text) == (POSTED, "second", "Film")
    assert (post.likes, post.comments, post.shares, post.impressions) == (12, 3, 1, 340)
    assert post.url.endswith(str((POSTED << 32) + 7))


def test_views_of_the_week_are_not_those_of_the_video() -> None:
    header = [*CONTENT[:7], "Views in the last 7 days"]
    assert one(member(quoted([header, video()]), "Content.csv")).posts[0].impressions is None


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Video link": ""}, "no link to a video"),
        ({"Video link": "https://www.tiktok.com/@erika.filmt"}, "no link to a video"),
        (
            {"Video link": f"https://www.tiktok.com/@e/video/{midnight(2044, 1, 1) << 32}"},
            "date in the future",
        ),
        ({"Video link": "https://www.tiktok.com/@e/video/123456789012345"}, "date before 1995"),
        ({"Total likes": "-1"}, "negative count"),
        ({"Total views": "viele"}, "not a number"),
    ],
    ids=["none", "profile", "D7", "D6", "Q negative", "Q text"],
)
def test_bad_videos_are_skipped_by_reason(cells: dict[str, object], reason: str) -> None:
    export = one(content(video(serial=8), video(**cells)))
    assert len(export.posts) == 1 and export.ledger[0].reasons == {reason: 1}


def test_several_downloads_overlap_and_each_video_counts_once() -> None:
    alone = one(content(video()), content(video(), name="Content (1).csv"))
    assert len(alone.posts) == 1 and [row.skipped for row in alone.ledger] == [0, 1]
    exports = read(
        content(video()), content(video(**{"Total likes": "40"}), name="neu/Content.csv")
    )
    (account,), _ = merge_accounts(exports)
    assert [post.likes for post in account.posts] == [40]


def test_a_video_is_the_same_one_in_the_personal_data() -> None:
    data = b'{"Post": {"Posts": {"VideoList": [{"Date": "2026-01-09 10:00:00", "Likes": "9"}]}}, "Profile": {"Profile Info": {"ProfileMap": '
    personal = member(data + b'{"userName": "erika.filmt"}}}}', "user_data_tiktok.json")
    exports = [*inputs.extract(TikTok(), [personal]), one(content(video()))]
    (account,), _ = merge_accounts(exports)
    assert [(post.comments, post.impressions) for post in account.posts] == [(3, 340)]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("December 30", "December 31", "January 1", "January 2"), "2025-12-30"),
        (("30 December", "31 December", "1 January", "2 January"), "2025-12-30"),
        (("30 de diciembre", "31 de diciembre", "1 de enero", "2 de enero"), "2025-12-30"),
        (("30. Dezember", "31. Dezember", "1. Januar", "2. Januar"), "2025-12-30"),
        (("30 декабря", "31 декабря", "1 января", "2 января"), "2025-12-30"),
    ],
    ids=["English", "British", "Spanish", "German", "Russian"],
)
@pytest.mark.parametrize(
    "container", ["Overview_2025-12-30_1767398400_erika.zip", "Followers_erika.zip"]
)
def test_days_get_their_year_over_new_year(days: Sequence[str], first: str, container: str) -> None:
    made = (2026, 1, 3) if container.startswith("Followers") else None
    export = one(
        history(
            *((day, 90 + number, 1) for number, day in enumerate(days)),
            container=container,
            made=made,
        )
    )
    assert dated(export) == [
        (first, 90),
        ("2025-12-31", 91),
        ("2026-01-01", 92),
        ("2026-01-02", 93),
    ]
    assert (export.handle, iso_day(export.exported_at or 0)) == (
        "erika",
        "2026-01-03" if made else "2026-01-02",
    )


def test_a_whole_year_of_days() -> None:
    days = [midnight(2025, 3, 1) + 86_400 * number for number in range(365)]
    rows = [(f"{_month(at)} {int(iso_day(at)[8:])}", 5, 0) for at in days]
    for container, made in (
        ("Overview_2025-03-01_1772323200_erika.zip", None),
        ("Followers_erika.zip", (2026, 3, 1)),
    ):
        assert [
            level.at for level in one(history(*rows, container=container, made=made)).levels
        ] == days


def _month(at: int) -> str:
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    return months[int(iso_day(at)[5:7]) - 1]


def test_days_before_the_account_was_there_are_unknown_and_cost_no_row() -> None:
    export = one(history(("February 27", "undefined", "undefined"), ("February 28", "7", "7")))
    assert dated(export) == [("2026-02-28", 7)]
    assert export.ledger[0].notes == {UNKNOWN: 1} and export.ledger[0].skipped == 0


def test_without_a_year_only_the_newest_number_is_used_and_that_is_said() -> None:
    export = one(
        history(("February 27", "6", "0"), ("February 28", "7", "1"), container="", made=None)
    )
    assert (
        export.levels == [Level("followers", 7)]
        and export.notes == (NO_YEAR,)
        and export.exported_at is None
    )
    assert export.ledger[0].used == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("gestern", 7, 0), "not a date"),
        (("February 30", 7, 0), "not a date"),
        (("February 28", -7, 0), "negative count"),
    ],
    ids=["D4", "D3", "Q negative"],
)
def test_bad_days_are_skipped_by_reason(row: Sequence[object], reason: str) -> None:
    export = one(history(("February 26", 5, 0), row))
    assert len(export.levels) == 1 and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize(
    "header",
    [
        OVERVIEW,
        (*OVERVIEW, "New followers"),
        VIEWERS,
        ("Date", "Hour", "Active followers"),
        ("Gender", "Distribution"),
        ("Top territories", "Distribution"),
        ("Datum", "Videovisningar", "Målgrupp som nåtts", "Profilvisningar"),
    ],
)
def test_sums_are_counted_and_never_added(header: Sequence[str]) -> None:
    export = one(
        member(
            quoted([header, *([["March 1", "-3", "undefined", *"1234"][: len(header)]] * 3)]),
            "Overview.csv",
            "Overview_2025-12-30_1767398400_erika.zip",
        )
    )
    assert not export.posts and not export.levels
    assert export.ledger[0].notes == {SUMS: 3} and export.ledger[0].used == 3


def test_a_workbook_says_the_same_as_the_csv() -> None:
    rows = [HISTORY, ("February 27", "6", "0"), ("February 28", "7", "1")]
    book = member(
        xlsx({"sheet1": rows}), "FollowerHistory.xlsx", "Followers_erika.zip", (2026, 3, 1)
    )
    assert one(book).levels == one(history(*rows[1:])).levels
    videos = member(xlsx({"sheet1": [CONTENT, video()]}), "Content.xlsx", "Content_erika.filmt.zip")
    assert one(videos).posts == one(content(video())).posts


def test_both_forms_of_a_section_side_by_side_count_once() -> None:
    export = one(
        content(video()),
        member(xlsx({"sheet1": [CONTENT, video()]}), "Content.xlsx", "Content_erika.filmt.zip"),
    )
    assert len(export.posts) == 1


@pytest.mark.parametrize(
    "header",
    [
        ("Date", "Cost (EUR)", "Video Views", "Profile Views"),
        ("Date", "Likes"),
        ("Date", "Followers"),
        ("Content", "Video title", "Views"),
        ("",),
    ],
    ids=["TikTok Ads", "posts table", "own table", "YouTube Studio", "empty"],
)
def test_what_is_not_of_studio_is_not_claimed(header: Sequence[str]) -> None:
    rows = [header, ["March 1", *["1"] * (len(header) - 1)]]
    assert (
        read(
            member(quoted(rows), "Overview.csv"),
            member(xlsx({"a": rows}), "a.xlsx"),
            member(b"PK\3\4", "b.xlsx"),
        )
        == []
    )


@pytest.mark.parametrize("header", [OVERVIEW, HISTORY, CONTENT, VIEWERS])
def test_no_table_of_a_person_is_like_these(header: Sequence[str]) -> None:
    assert table_kind(member(quoted([header]), "a.csv")) == ""


def test_the_zip_as_downloaded_states_the_day_of_its_files(tmp_path: Path) -> None:
    files = {"FollowerHistory.csv": quoted([HISTORY, ("January 1", "7", "1")])}
    path = write_zip(tmp_path / "Followers_erika.zip", files, made=(2026, 1, 2))
    (container,) = open_container(path)
    export = one(*container.members)
    assert (dated(export), export.handle) == ([("2026-01-01", 7)], "erika")


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    paths = sorted((FIXTURES / "tiktok_studio").iterdir())
    exports = [
        export for path in paths for one in open_container(path) for export in read(*one.members)
    ]
    assert [[row.notes[SUMS] for row in export.ledger] for export in exports] == [[7, 7], [7], [7]]
    assert [export.exported_at for export in exports] == [None, LATEST, None], (
        "no later than any date is believed"
    )


@SETTINGS
@given(st.sampled_from((OVERVIEW, HISTORY, CONTENT, VIEWERS)), st.binary(max_size=200))
def test_any_bytes_are_counted_or_refused(header: Sequence[str], data: bytes) -> None:
    read(
        member(
            ",".join(header).encode() + b"\n" + data,
            "a.csv",
            "Overview_2025-12-30_1767398400_erika.zip",
        )
    )


CELLS = st.text(
    alphabet=st.characters(exclude_characters="\0", exclude_categories=("Cs", "Cc")), max_size=12
)
LIVELY = CELLS | st.sampled_from(
    (
        "March 1",
        "29 de febrero",
        "7",
        "-2",
        "undefined",
        "https://www.tiktok.com/@e/video/7400000000000000000",
    )
)


@SETTINGS
@given(
    st.lists(st.lists(LIVELY, min_size=8, max_size=8), max_size=6),
    st.none() | st.tuples(*[st.integers(0, 9999)] * 3),
)
def test_every_row_is_counted_once(
    rows: list[list[str]], made: tuple[int, int, int] | None
) -> None:
    for header in (OVERVIEW, HISTORY, CONTENT):
        lines = [[f"{number} {row[0]}", *row[1 : len(header)]] for number, row in enumerate(rows)]
        assert one(member(quoted([header, *lines]), "a.csv", "", made)).ledger[0].read == len(rows)
