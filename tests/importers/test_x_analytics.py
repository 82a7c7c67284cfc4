from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.importers.x_analytics import XAnalytics
from klout_cli.person.rows import Export
from klout_cli.values.dates import DAY, iso_day, midnight
from tests.importers import inputs
from tests.importers.inputs import members, table

FIXTURES = inputs.FIXTURES / "x"
IMPORTER = XAnalytics()


def names(header: str) -> list[str]:
    return header.split(",")


NEW = names(
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,"
    "Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks"
)
OVERVIEW = names(
    "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,"
    "Create Post,Video views,Media views"
)
ACTIONS = names(
    "impressions,engagements,engagement rate,retweets,replies,likes,user profile clicks,url clicks,hashtag clicks,detail expands,"
    "permalink clicks,app opens,app installs,follows,email tweet,dial phone,media views,media engagements"
)
OLD = [
    "Tweet id",
    "Tweet permalink",
    "Tweet text",
    "time",
    *ACTIONS,
    *(f"promoted {name}" for name in ACTIONS),
]
DAILY = ["Date", "Tweets published", *OLD[4:]]
PORTUGUESE = names(
    "ID do post,Data,Texto do post,Postar link,Impressões,Curtidas,Engajamentos,Itens salvos,Compartilhamentos,Novos seguidores,Respostas,"
    "Reposts,Visitas ao perfil,Expansões de detalhes,Cliques de URL,Cliques de hashtag,Cliques de link permanente"
)
KOREAN = names("a,날짜,포스트 텍스트,b,노출수,좋아요,c,북마크,d,e,답글,재게시,f,g,h,i,j")
UNKNOWN_LANGUAGE = [f"Spalte {number}" for number in range(17)]

NEW_NAME = "account_analytics_content_2026-06-01_2026-06-28.csv"
OLD_NAME = "tweet_activity_metrics_erika_b_20150901_20151001_en.csv"


def new(
    number: int, text: str = "Kaffee &amp; Kuchen", handle: str = "erika_b", **cells: str
) -> list[str]:
    """A row of the new format: impressions 1,204, likes 31, engagements 88, bookmarks 4, shares 2, replies 6, reposts 5."""
    post = str(2_066_000_000_000_000_000 + number)
    row = [
        post,
        "Wed, Jun 10, 2026",
        text,
        f"https://x.com/{handle}/status/{post}",
        "1,204",
        "31",
        "88",
        "4",
        "2",
        "1",
        "6",
        "5",
        *"12345",
    ]
    for name, cell in cells.items():
        row[[header.lower().replace(" ", "_") for header in NEW].index(name)] = cell
    return row


def old(number: int, text: str = "Hallo Welt\nzweite Zeile") -> list[str]:
    post = str(649_000_000_000_000_000 + number)
    counts = ["424.0", "12.0", "0.028", "1.0", "2.0", "4.0", *["0.0"] * 12]
    return [
        post,
        f"https://twitter.com/erika_b/status/{post}",
        text,
        "2015-09-30 18:42 +0000",
        *counts,
        *["-"] * 18,
    ]


exports = partial(inputs.read, IMPORTER, latest=midnight(2026, 7, 1))


def read(data: str | bytes, name: str = NEW_NAME) -> Export:
    (export,) = exports({name: data})
    return export


def test_the_new_format() -> None:
    export = read(
        table(NEW, new(1, 'Zwei Zeilen,\nmit Komma &amp; "Zitat"'), new(2, "@anna danke!"))
    )
    assert (export.network, export.handle) == ("x", "erika_b")
    assert export.exported_at == midnight(2026, 6, 29) - 1  # the end of the last day in its name
    first, second = export.posts
    assert (first.id, first.at, first.precision, first.kind) == (
        "2066000000000000001",
        midnight(2026, 6, 10),
        "day",
        "original",
    )
    assert (first.impressions, first.likes, first.comments, first.shares, first.saves) == (
        1204,
        31,
        6,
        5,
        4,
    )
    assert first.engagements is None  # they hold clicks
    assert (first.text, first.url) == (
        'Zwei Zeilen,\nmit Komma & "Zitat"',
        "https://x.com/erika_b/status/2066000000000000001",
    )
    assert (second.kind, second.text) == ("reply", "")


def test_the_old_format() -> None:
    export = read(table(OLD, old(1)), OLD_NAME)
    assert export.handle == "erika_b"
    assert (
        export.exported_at is not None and iso_day(export.exported_at) == "2015-09-30"
    )  # the second date is exclusive
    (post,) = export.posts
    assert (post.impressions, post.likes, post.comments, post.shares, post.saves) == (
        424,
        4,
        2,
        1,
        None,
    )
    assert (post.at, post.precision) == (midnight(2015, 9, 30) + 18 * 3600 + 42 * 60, "minute")


def test_favorites_were_likes() -> None:
    header = [name.replace("likes", "favorites") for name in OLD]
    assert read(table(header, old(1)), OLD_NAME).posts[0].likes == 4


@pytest.mark.parametrize("header", [PORTUGUESE, KOREAN, UNKNOWN_LANGUAGE])
def test_c14_headers_in_another_language(header: list[str]) -> None:
    assert read(table(header, new(1))).posts == read(table(NEW, new(1))).posts


def test_c20_columns_in_another_order_and_missing() -> None:
    rows = [dict(zip(NEW, row, strict=True)) for row in (NEW, new(1))]
    kept = ["Likes", "Post Link", "Date", "Impressions", "Something new"]
    (post,) = read(table(*([row.get(name, name) for name in kept] for row in rows))).posts
    assert (post.id, post.likes, post.impressions, post.comments, post.shares) == (
        "2066000000000000001",
        31,
        1204,
        None,
        None,
    )


def test_without_a_name_the_newest_post_dates_the_file() -> None:
    export = read(table(NEW, new(1), new(2, date="Fri, Jun 12, 2026")), "renamed.csv")
    assert export.exported_at == midnight(2026, 6, 12)


def test_d13_a_name_from_the_future_gives_no_date() -> None:
    assert read(
        table(NEW, new(1)), "account_analytics_content_2031-01-01_2031-01-28.csv"
    ).exported_at == midnight(2026, 6, 10)


def test_several_accounts_in_one_file() -> None:
    found = exports({NEW_NAME: table(NEW, new(1), new(2, handle="otto_b"), new(3))})
    assert {export.handle: [post.id[-1] for post in export.posts] for export in found} == {
        "erika_b": ["1", "3"],
        "otto_b": ["2"],
    }
    assert sum(row.read for export in found for row in export.ledger) == 3
    assert {export.exported_at for export in found} == {midnight(2026, 6, 29) - 1}


def test_several_files_keep_their_own_dates() -> None:
    later = NEW_NAME.replace("06-28", "06-30")
    found = exports({later: table(NEW, new(1, likes="40")), NEW_NAME: table(NEW, new(1))})
    assert [(export.exported_at, export.posts[0].likes) for export in found] == [
        (midnight(2026, 6, 29) - 1, 31),
        (midnight(2026, 7, 1) - 1, 40),
    ]


def test_sums_are_recognised_and_never_added() -> None:
    files = {
        NEW_NAME: table(NEW, new(1)),
        "account_overview_analytics.csv": table(
            OVERVIEW,
            ["Sun, Jun 28, 2026", *"12345678901234"],
            ["Sat, Jun 27, 2026", *"12345678901234"],
        ),
        "video_overview_analytics (1).csv": b"Date,Views\n1,2\n\nVideo,Title\n3,4\n",
        "daily_tweet_activity_metrics_erika_b_20150901_20151001_en.csv": table(
            DAILY, ["2015-09-01", *["1"] * 37]
        ),
    }
    (export,) = exports(files)
    assert len(export.posts) == 1
    assert {row.file: row.used for row in export.ledger if row.notes} == {
        "account_overview_analytics.csv": 2,
        "video_overview_analytics (1).csv": 3,
        "daily_tweet_activity_metrics_erika_b_20150901_20151001_en.csv": 1,
    }


def test_sums_alone_are_an_export_without_posts() -> None:
    (export,) = exports(
        {
            "daily_tweet_activity_metrics_erika_b_20150901_20151001_en.csv": table(
                DAILY, ["2015-09-01", *["1"] * 37]
            )
        }
    )
    assert (export.handle, export.posts) == ("erika_b", [])
    (export,) = exports({"account_overview_analytics.csv": b""})
    assert export.posts == [] and export.ledger[0].reasons == {"the file is empty": 1}


@pytest.mark.parametrize(
    "data",
    [
        b"Post ID,Page ID,Page name,Permalink,Impressions,Reach,Reactions,Comments,Shares\n1,2,a,https://facebook.com/1,1,1,1,1,1\n",
        b"date,likes,comments\n2026-01-01,1,2\n",
        b"",
        b"\x00\xff" * 50,
        table(UNKNOWN_LANGUAGE, [str(number) for number in range(17)]),
    ],
)
def test_other_tables_are_not_claimed(data: bytes) -> None:
    assert IMPORTER.identify(members({"posts.csv": data})) == []


def test_q13_ids_a_spreadsheet_destroyed_come_from_the_links() -> None:
    data = table(
        NEW, new(1, post_id="2,066E+18"), new(2, post_id="2,066E+18", post_link=""), delimiter=";"
    )
    export = read(data.encode("utf-8-sig"))
    assert [post.id for post in export.posts] == ["2066000000000000001"]
    (row,) = export.ledger
    assert row.notes["ids damaged by a spreadsheet, taken from the links"] == 1
    assert row.reasons == {"id damaged by a spreadsheet, and no link": 1}


@pytest.mark.parametrize(
    ("case", "cells", "reason"),
    [
        ("Q6", {"likes": "-4"}, "negative count"),
        ("Q4", {"likes": "1,2,3"}, "not a number"),
        ("Q10", {"likes": "1_000"}, "not a number"),
        ("Q8", {"impressions": "9" * 30}, "more than 18 digits"),
        ("D3", {"date": "Wed, Jun 31, 2026"}, "not a date"),
        ("D3", {"date": ""}, "not a date"),
        ("D7", {"date": "Wed, Jun 10, 2031"}, "date in the future"),
    ],
)
def test_bad_cells_cost_their_row(case: str, cells: dict[str, str], reason: str) -> None:
    export = read(table(NEW, new(1, **cells), new(2)))
    assert (len(export.posts), export.ledger[0].reasons) == (1, {reason: 1}), case


@pytest.mark.parametrize(
    ("case", "likes", "found"),
    [("Q11", "-", None), ("Q11", "", None), ("Q3", "1.204,0", 1204), ("Q3", "1,204", 1204)],
)
def test_counts_as_they_are_written(case: str, likes: str, found: int | None) -> None:
    assert read(table(NEW, new(1, likes=likes))).posts[0].likes == found, case


def test_c2_header_only_and_c6_c8_c9_rows_of_another_length() -> None:
    assert read(table(NEW)).posts == []
    export = read(table(NEW, new(1), [*new(2), "more"], new(3)[:5]))
    assert [(post.id[-1], post.likes) for post in export.posts] == [("1", 31), ("3", None)]
    assert export.ledger[0].reasons == {"more cells than the header": 1}
    broken = read(table(NEW, new(1)) + '2066,"Wed, Jun 10\n' + table(NEW, new(4)))
    assert len(broken.posts) == 1 and broken.ledger[0].reasons["behind an unterminated quote"] == 2


def test_n2_saved_as_unicode_text() -> None:
    data = table(NEW, new(1, "Jörg"), delimiter="\t").encode("utf-16")
    assert read(data).posts[0].text == "Jörg"


@given(
    data=st.binary(max_size=300),
    rows=st.lists(st.lists(st.text(max_size=12), min_size=15, max_size=18), max_size=4),
)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_anything_gives_a_result_or_a_klout_error(data: bytes, rows: list[list[str]]) -> None:
    text = table(NEW, new(1)) + "\n".join(",".join(row) for row in rows)
    for content in (data, text.encode("utf-8", "replace") + data, table(OLD).encode() + data):
        with suppress(KloutError):
            exports({NEW_NAME: content, "account_overview_analytics.csv": data})


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
def test_a_real_year() -> None:
    files = {
        path.name: path.read_bytes()
        for path in sorted((FIXTURES / "debruine__30DCC-2022").glob("*.csv"))
    }
    found = exports(files)
    posts = [post for export in found for post in export.posts]
    assert len(found) == 12 and len({post.id for post in posts}) == len(posts) == 3087
    assert sum(post.kind == "reply" for post in posts) == 2010
    assert sum(post.impressions or 0 for post in posts) == pytest.approx(6.5e6, rel=0.02)
    assert {export.handle for export in found} == {"owner_handle"}
    assert not any(row.skipped for export in found for row in export.ledger)
    assert (
        found[0].exported_at is not None and found[0].exported_at + 1 == midnight(2021, 1, 31) + DAY
    )
