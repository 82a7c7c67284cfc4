import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.tiktok import CHATS, LIKES_GIVEN, TikTok
from klout_cli.person.rows import About, Export, Level, Owner
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
CANARY = "canary-of-a-chat"
NEWEST = midnight(2026, 2, 28) + 7 * 3600
Json = dict[str, Any]


def profile(**fields: object) -> Json:
    known = {
        "userName": "Erika.Filmt",
        "displayName": "Erika Beispiel",
        "followerCount": 4,
        "followingCount": 2,
        "likesReceived": "387",
    }
    return {
        "App": 1,
        "ProfileMap": known
        | {"bioDescription": "N/A", "profilePhoto": "https://p.example/1"}
        | fields,
    }


def video(number: int = 1, **fields: object) -> Json:
    return {
        "Date": f"2026-01-0{number} 10:00:00",
        "Link": f"https://files.example/{number}?expires=1",
        "Likes": "58",
        "WhoCanView": "Everyone",
        "Title": f"Film {number}",
    } | fields


def people(*names: str, month: str = "2026-01") -> list[Json]:
    return [
        {"Date": f"{month}-1{number} 08:00:00", "UserName": name}
        for number, name in enumerate(names)
    ]


FANS = people("anna", "bernd", month="2025-11") + people("Carla")
FOLLOWED = people("anna", "dora")
VIDEOS = [video(1), video(2, Likes="N/A", Title="None", WhoCanView="Only You")]
COMMENTS = [{"date": "2026-02-01 09:00:00", "comment": "schön", "photo": "N/A", "url": ""}]
LIKES = [{"date": "2026-02-02 09:00:00", "link": "https://www.tiktokv.com/share/video/1/"}] * 2
WATCHED = {
    "VideoList": [
        {"Date": "2026-02-28 07:00:00", "Link": "x"},
        {"Date": "2026-02-27 07:00:00", "Link": "y"},
    ]
}
TALK = {
    "ChatHistory": {
        f"Chat History with {CANARY}:": [
            {"Date": "2026-03-01 09:00:00", "From": CANARY, "Content": CANARY}
        ]
    }
}


def first() -> Json:
    """The layout of until 2024: lists whose keys are all upper-case."""
    return {
        "Activity": {
            "Follower List": {"FansList": FANS},
            "Following List": {"Following": FOLLOWED},
            "Like List": {
                "ItemFavoriteList": [{"Date": like["date"], "Link": like["link"]} for like in LIKES]
            },
            "Video Browsing History": WATCHED,
        },
        "Profile": {"Profile Information": profile()},
        "Video": {"Videos": {"VideoList": VIDEOS}},
        "Comment": {
            "Comments": {
                "CommentsList": [
                    {"Date": one["date"], "Comment": one["comment"]} for one in COMMENTS
                ]
            }
        },
        "Direct Messages": {"Chat History": TALK},
        "App Settings": {
            "Block": {"BlockList": [{"Date": "2026-01-01 00:00:00", "UserName": "zoe"}]}
        },
    }


def second() -> Json:
    """The layout of 2025, with empty sections as null."""
    return {
        "Ads and data": {"Off TikTok Activity": {"OffTikTokActivityDataList": None}},
        "App Settings": {"Settings": {"App": 1, "SettingsMap": {"App Language": "German"}}},
        "Comment": {"Comments": {"App": 1, "CommentsList": COMMENTS}},
        "Direct Message": {"Direct Messages": TALK},
        "Post": {"Posts": {"VideoList": VIDEOS}, "Recently Deleted Posts": {"PostList": []}},
        "Profile": {"AI-Moji": {"AIMojiList": None}, "Profile Info": profile()},
        "Tiktok Live": {"Go Live History": {"GoLiveList": None}},
        "Your Activity": {
            "Follower": {"App": 1, "IsFastLane": False, "FansList": FANS},
            "Following": {"App": 1, "Following": FOLLOWED},
            "Like List": {"ItemFavoriteList": LIKES},
            "Donation": {"DonationList": None},
            "Watch History": WATCHED,
        },
    }


def third() -> Json:
    """The layout of 2026."""
    return {
        "Comment": {"Comments": {"CommentsList": COMMENTS}},
        "Direct Message": {"Direct Messages": TALK},
        "Likes and Favorites": {"Like List": {"ItemFavoriteList": LIKES}},
        "Post": {"Posts": {"VideoList": VIDEOS, "NumberOfCollections": "0"}, "Story": None},
        "Profile And Settings": {
            "Profile Info": profile(accountRegion="DE"),
            "Follower": {"FansList": FANS},
            "Following": {"Following": FOLLOWED},
        },
        "TikTok Live": {"Go Live History": {"GoLiveList": None}},
        "Your Activity": {"Watch History": WATCHED},
    }


def file(data: object, name: str = "user_data_tiktok.json") -> Member:
    return member(data, name)


read = partial(inputs.read, TikTok())


def one(data: object, name: str = "user_data_tiktok.json") -> Export:
    (export,) = read(file(data, name))
    return export


@pytest.mark.parametrize(("layout", "year"), [(first, "2024"), (second, "2025"), (third, "2026")])
def test_all_three_layouts_say_the_same(layout: Any, year: str) -> None:
    export = one(layout())
    assert (export.network, export.handle, export.variant) == (
        "tiktok",
        "erika.filmt",
        f"personal data, layout of {year}",
    )
    assert (
        export.owner == Owner("erika.filmt", "Erika Beispiel", personal=True)
        and export.exported_at == NEWEST
    )
    assert export.about == About(bio=False, picture=True, links=())
    assert (export.followers, export.following) == (frozenset(), {"anna", "dora"})
    shown, hidden, reply = export.posts
    assert (shown.at, shown.likes, shown.text, shown.public, shown.url) == (
        midnight(2026, 1, 1) + 36_000,
        58,
        "Film 1",
        True,
        "",
    )
    assert (hidden.likes, hidden.text, hidden.public) == (None, "", False)
    assert shown.comments is shown.shares is shown.impressions is None
    assert (reply.kind, reply.text) == ("reply", "")
    (row,) = export.ledger
    assert (row.read, row.skipped, row.notes) == (11, 0, {CHATS: 1, LIKES_GIVEN: 2})


@pytest.mark.parametrize("layout", [first, second, third])
def test_u7_chats_stay_undecoded(layout: Any) -> None:
    text = json.dumps(layout())
    assert CANARY not in repr(read(file(text.encode())))
    (broken,) = read(file(text.replace('"Content": ', '"Content": 1e999, "More": ').encode()))
    assert broken.posts == one(layout()).posts, "nothing of what is in a chat matters"


def test_the_number_is_the_profile_s_and_the_list_tells_the_growth() -> None:
    export = one(second() | {"Profile": {"Profile Info": profile(followerCount=3)}})
    november = midnight(2025, 12, 1) - 1
    assert export.levels == [
        Level("followers", 3, NEWEST),
        Level("following", 2, NEWEST),
        Level("followers", 2, november, "rounded"),
    ]
    assert export.followers == {"anna", "bernd", "carla"}


def test_a_list_much_shorter_than_the_number_is_not_used_for_who_follows_whom() -> None:
    export = one(second())
    assert not export.followers and export.notes == (
        "Only 3 of 4 followers are listed, so mutual followers aren't counted.",
    )
    assert [level.value for level in export.levels] == [4, 2, 3]


@pytest.mark.parametrize("stated", [None, "N/A", "viele", -3])
def test_without_a_number_the_list_is_counted(stated: object) -> None:
    export = one(
        second() | {"Profile": {"Profile Info": profile(followerCount=stated, followingCount="2")}}
    )
    assert [(level.metric, level.value, level.quality) for level in export.levels][:2] == [
        ("followers", 3, "exact"),
        ("following", 2, "exact"),
    ]


@pytest.mark.parametrize(
    ("view", "public"),
    [
        ("Everyone", True),
        ("", True),
        (None, True),
        ("Only You", False),
        ("Friends", False),
        ("Followers", False),
    ],
)
def test_what_not_everybody_sees_is_not_public(view: object, public: bool) -> None:
    assert (
        one({"Post": {"Posts": {"VideoList": [video(1, WhoCanView=view)]}}}).posts[0].public
        == public
    )


def test_reposts_are_no_own_posts() -> None:
    data = second() | {
        "Post": {"Reposts": {"RepostList": [{"Date": "2026-01-05 10:00:00", "Link": "x"}]}}
    }
    assert {post.kind for post in one(data).posts} == {"repost", "reply"}


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        ({"Posts": {"VideoList": [video(1), video(1, Likes="3")]}}, "duplicate record"),
        ({"Posts": {"VideoList": [video(1), video(2, Date="")]}}, "no date"),
        ({"Posts": {"VideoList": [video(1), video(2, Date="gestern")]}}, "not a date"),
        (
            {"Posts": {"VideoList": [video(1), video(2, Date="2044-01-01 00:00:00")]}},
            "date in the future",
        ),
        ({"Posts": {"VideoList": [video(1), video(2, Likes="viele")]}}, "not a number"),
        ({"Posts": {"VideoList": [video(1), video(2, Likes="-4")]}}, "negative count"),
        ({"Posts": {"VideoList": [video(1), "Film"]}}, "unexpected shape"),
        ({"Follower": {"FansList": [*people("anna", "ANNA")]}}, "duplicate record"),
        ({"Follower": {"FansList": [*people("anna", "N/A")]}}, "no name"),
    ],
    ids=["U1", "D", "D4", "D7", "Q text", "Q negative", "J6", "U1 person", "nobody"],
)
def test_bad_rows_are_skipped_by_reason(held: Json, reason: str) -> None:
    (row,) = one({"Post": held}).ledger
    assert row.reasons == {reason: 1} and row.used == 1


def test_a_follower_without_a_date_is_a_follower() -> None:
    export = one(
        {
            "Your Activity": {
                "Follower": {
                    "FansList": [
                        {"UserName": "anna", "Date": None},
                        {"UserName": "bernd", "Date": "x"},
                    ]
                }
            }
        }
    )
    assert export.followers == {"anna", "bernd"} and export.levels == [Level("followers", 2)]


@pytest.mark.parametrize(
    "name",
    ["user_data_tiktok.json", "user_data.json", "user_data_tiktok (1).json", "meine Daten.json"],
)
def test_it_is_told_by_its_sections_whatever_it_is_called(name: str) -> None:
    assert len(one(third(), name).posts) == 3


@pytest.mark.parametrize(
    "data",
    [
        {"Activity": {}, "Other": {}},
        {"Post": [], "x": 1},
        [],
        {},
        b"not JSON",
        b'{"Profile": ',
        b"\xff\xfe{",
        b'{"Post": {}, "Video": {}, "Comment"',
    ],
    ids=["one section", "another's", "array", "empty", "text", "cut", "UTF-16", "cut later"],
)
def test_what_is_no_tiktok_is_not_claimed(data: object) -> None:
    assert read(file(data, "daten.json")) == []


@pytest.mark.parametrize(
    "data",
    [b"<html>", b'{"Profile": {', b"", b"[]", b"{}"],
    ids=["J10", "J4", "J9", "array", "nothing"],
)
def test_a_file_of_the_name_that_cannot_be_read_is_refused_with_a_reason(data: bytes) -> None:
    export = one(data)
    assert not export.posts and export.ledger[0].skipped == 1 and export.notes


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    paths = sorted((FIXTURES / "tiktok_userdata").iterdir())
    (export,) = [
        export for path in paths for one in open_container(path) for export in read(*one.members)
    ]
    assert [len(found) for found in (export.followers, export.following, export.posts)] == [
        62,
        122,
        71,
    ]
    assert (
        sum(post.kind == "original" and post.public for post in export.posts) == 3
        and export.levels[0].value == 62
    )
    assert not any(row.skipped for row in export.ledger)


@SETTINGS
@given(st.binary(max_size=300))
def test_any_bytes_are_counted_or_refused(data: bytes) -> None:
    read(file(data), file(b'{"Post": {"Posts": {"VideoList": ' + data + b"}}}"))


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(("2026-01-09 10:00:00", "Everyone", "N/A", "7"))
)
ROWS = st.lists(
    st.dictionaries(
        st.sampled_from(("Date", "date", "UserName", "Likes", "WhoCanView", "Title")),
        VALUES | st.lists(VALUES),
    ),
    max_size=6,
)


@SETTINGS
@given(
    ROWS,
    ROWS,
    ROWS,
    st.dictionaries(st.sampled_from(("userName", "followerCount", "bioDescription")), VALUES),
)
def test_every_row_is_counted_once(
    fans: list[Json], films: list[Json], said: list[Json], who: Json
) -> None:
    data = {
        "Your Activity": {"Follower": {"FansList": fans}},
        "Post": {"Posts": {"VideoList": films}},
        "Comment": {"Comments": {"CommentsList": said}},
        "Profile": {"Profile Info": {"ProfileMap": who}},
    }
    assert one(data).ledger[0].read == len(fans) + len(films) + len(said) + bool(who)
