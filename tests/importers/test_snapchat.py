"""Snapchat's My Data: numbers and the public profile, and nothing that is private."""

import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member
from klout_cli.importers.snapchat import NOT_NEEDED, Snapchat
from klout_cli.person.rows import Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
AT = midnight(2026, 1, 10)
MADE = midnight(2026, 2, 1)
CANARY = "canary-of-a-chat"

ACCOUNT = {
    "Basic Information": {"Username": "Nele.Snapt", "Name": "Nele", "Registration IP": CANARY},
    "Login History": [{"IP": CANARY}],
}
RANKING = {
    "Statistics": {
        "Snapscore": "9120",
        "Your Total Friends": "73",
        "The Number of Accounts You Follow": "12",
    },
    "Spotlight": [114, {"#kaffee": "6"}],
}
STORIES = {
    "Your Story Views": [
        {"Story Date": "2026-01-10 00:00:00 UTC", "Story Views": 40, "Story Replies": 2},
        {"Story Date": "2026-01-11 00:00:00 UTC", "Story Views": 35, "Story Replies": 0},
    ],
    "Friend and Public Story Views": [
        {"View": CANARY, "Media Type": "IMAGE", "View Date": "2026-01-12 00:00:00 UTC"}
    ],
}
PROFILE = {
    "Profile": {
        "Created": "2024-05-01 00:00:00 UTC",
        "Profile Title": "Nele",
        "Profile Website": "https://nele.example/snaps",
        "Profile Photo": "https://p.example/1",
    },
    "Spotlights": [],
    "Saved Stories": [],
}
FILES = {
    "json/account.json": ACCOUNT,
    "json/ranking.json": RANKING,
    "json/story_history.json": STORIES,
    "json/snap_pro.json": PROFILE,
}


read = partial(inputs.read, Snapchat())
one = partial(inputs.read_one, Snapchat())


def test_numbers_and_the_public_profile() -> None:
    export = one(FILES, container=f"mydata~{MADE * 1000}.zip")
    assert (export.network, export.handle, export.variant) == (
        "other",
        "Snapchat/nele.snapt",
        "My Data",
    )
    assert export.exported_at == MADE
    assert export.levels == [Level("friends", 73), Level("following", 12)]
    first, second = export.posts
    assert (first.at, first.kind, first.impressions, first.comments) == (AT, "story", 40, 2)
    assert (second.impressions, second.comments, second.likes) == (35, 0, None)
    assert (export.about.picture, export.about.links) == (True, ("nele.example/snaps",))
    assert CANARY not in repr(export)
    assert {row.file.rpartition("/")[2]: (row.read, row.skipped) for row in export.ledger} == {
        "account.json": (1, 0),
        "ranking.json": (3, 0),
        "story_history.json": (3, 0),
        "snap_pro.json": (1, 0),
    }
    assert sum(row.notes.get(NOT_NEEDED, 0) for row in export.ledger) == 3


def test_followers_and_spotlights_of_a_public_profile() -> None:
    profile = PROFILE["Profile"] | {"Subscriber Count": "1,204"}
    spotlight = {"Created": "2026-01-12 10:00:00 UTC", "Views": "5300", "Likes": 41}
    export = one({"snap_pro.json": PROFILE | {"Profile": profile, "Spotlights": [spotlight]}})
    assert export.levels == [Level("followers", 1204)]
    (post,) = export.posts
    assert (post.kind, post.impressions, post.likes, post.shares) == ("original", 5300, 41, None)
    assert export.exported_at == post.at


@pytest.mark.parametrize(
    ("story", "reason"),
    [
        ({"Story Date": "2026-01-10 00:00:00 UTC", "Story Views": 3}, "same story twice"),
        ({"Story Date": "", "Story Views": 3}, "no date"),
        ({"Story Date": "gestern"}, "not a date"),
        ({"Story Date": "2044-01-01 00:00:00 UTC"}, "date in the future"),
        ({"Story Date": "2026-01-12 00:00:00 UTC", "Story Views": -3}, "negative count"),
        ("story", "unexpected shape"),
    ],
)
def test_bad_stories_are_skipped_by_reason(story: object, reason: str) -> None:
    stories = [*STORIES["Your Story Views"], story]
    export = one({"json/story_history.json": {"Your Story Views": stories}})
    assert len(export.posts) == 2 and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize("cell", ["", None, "N/A"])
def test_a_number_that_is_missing_is_no_number(cell: object) -> None:
    statistics = {"Snapscore": "1", "Your Total Friends": cell}
    assert one({"json/ranking.json": {"Statistics": statistics}}).levels == []


def test_what_is_private_belongs_to_it_and_is_not_opened() -> None:
    closed = ("json/friends.json", "json/snap_history.json", "html/friends.html", "memories/1.jpg")
    strangers = ("notes.json", "other/friends.json")
    members = [member(json.dumps(RANKING), "json/ranking.json")]
    members += [
        Member("", name, 9, lambda: pytest.fail("opened")) for name in (*closed, *strangers)
    ]
    (claimed,) = Snapchat().identify(members)
    assert {item.name for item in claimed} == {"json/ranking.json", *closed}
    (export,) = inputs.extract(Snapchat(), claimed)
    assert len(export.ledger) == 1


@pytest.mark.parametrize("root", ["", "json/", "mydata~1/json/", "mydata~1/"])
def test_it_is_found_wherever_it_was_unpacked(root: str) -> None:
    files = {f"{root}{name.removeprefix('json/')}": content for name, content in FILES.items()}
    assert one(files).handle == "Snapchat/nele.snapt"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("json/ranking.json", {"Statistics": {}}),
        ("json/account.json", ACCOUNT),
        ("json/snap_pro.json", {}),
        ("stories.json", STORIES),
    ],
)
def test_what_is_not_snapchats_is_not_claimed(name: str, content: object) -> None:
    assert read({name: content}) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "7", "2026-01-10", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["Story Date", "Views", "Username"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@SETTINGS
@given(st.lists(VALUES, max_size=4), VALUES, VALUES)
def test_any_value_is_used_or_skipped(stories: list[Any], profile: Any, account: Any) -> None:
    files = {
        "json/story_history.json": {"Your Story Views": stories},
        "json/snap_pro.json": {"Profile": profile, "Saved Stories": []},
        "json/account.json": {"Basic Information": account},
    }
    assert len(read(files)) == 1
