import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers.foursquare import Foursquare
from klout_cli.person.rows import Interaction, Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import members, reasons, write_zip

FIXTURES = inputs.FIXTURES / "foursquare"
PLACE, LATITUDE, LONGITUDE = "KANARIENVOGEL", 53.07929, 8.80169
AT = midnight(2023, 11, 14) + 22 * 3600 + 18 * 60 + 20
VENUE = {"id": f"4b0{PLACE}", "name": f"Café {PLACE}", "url": f"https://foursquare.com/v/{PLACE}"}


def checkin(number: int = 1, **more: Any) -> dict[str, Any]:
    made = {
        "id": f"5f{number:02}",
        "createdAt": "2023-11-14 22:18:20.000000",
        "type": "checkin",
        "timeZoneOffset": 60,
        "venue": VENUE,
        "lat": LATITUDE,
        "lng": LONGITUDE,
        "comments": {"count": 2},
    }
    return made | more


def tip(number: int = 1, **more: Any) -> dict[str, Any]:
    made = {
        "id": f"t{number}",
        "createdAt": "2013-05-06 07:08:09.000000",
        "text": "Take the cake",
        "canonicalUrl": f"https://foursquare.com/item/{PLACE}",
        "viewCount": 412,
        "agreeCount": 9,
        "disagreeCount": 1,
        "venue": VENUE,
    }
    return made | more


def person(number: int, name: str = "Anna") -> dict[str, str]:
    return {"id": str(number), "firstName": name, "lastName": "Muster"}


def users(**lists: Any) -> dict[str, Any]:
    me = {
        "id": "111",
        "firstName": "Frieda",
        "lastName": "Kölle",
        "email": "f@example.org",
        "homeCity": PLACE,
    }
    people = {
        "friends": [person(222), person(223, "Jörg")],
        "followers": [person(224)],
        "following": [],
    }
    return (
        {"self": me}
        | {name: {"count": len(listed), "items": listed} for name, listed in people.items()}
        | lists
    )


def listed(*found: object) -> str:
    return json.dumps({"count": len(found), "items": found})


def download() -> dict[str, str]:
    """A download with all files that are known: three that are read, and others full of places."""
    closed = dict.fromkeys(
        ("visits.json", "unconfirmed_visits.json", "photos1.json", "lists.json", "comments.json"),
        listed(VENUE),
    )
    return closed | {
        "venueRatings.json": json.dumps({"venueLikes": [VENUE]}),
        "pix/1.jpg": "",
        "users.json": json.dumps(users()),
        "checkins1.json": listed(
            checkin(1), checkin(2, createdAt="2012-01-02 08:00:00.000000", venue=None)
        ),
        "checkins2.json": listed(checkin(3)),
        "tips.json": listed(tip()),
    }


extract = partial(inputs.read_one, Foursquare(), container="4sq-export.zip")


def test_a_download_becomes_one_personal_export() -> None:
    export = extract(download())
    assert (export.network, export.variant, export.handle) == ("foursquare", "data download", "111")
    assert (export.owner.id, export.owner.name, export.owner.personal) == (
        "111",
        "Frieda Kölle",
        True,
    )
    assert export.exported_at == AT
    assert len(export.posts) == 4 and not export.notes and not reasons(export)


def test_check_ins_know_their_comments_and_no_likes() -> None:
    (found,) = extract({"checkins1.json": listed(checkin())}).posts
    assert (found.id, found.at, found.kind, found.public) == ("5f01", AT, "original", True)
    assert (found.comments, found.likes, found.shares, found.impressions) == (2, None, None, None)


def test_tips_know_views_and_who_agreed() -> None:
    (found,) = extract({"tips.json": listed(tip())}).posts
    assert (found.likes, found.impressions, found.comments, found.text) == (
        9,
        412,
        None,
        "Take the cake",
    )


def test_the_audience_is_friends_and_followers_each_once() -> None:
    lists = {"followers": {"count": 2, "items": [person(224), person(222)]}}
    export = extract({"users.json": json.dumps(users(**lists))})
    assert export.levels == [Level("friends", 2), Level("followers", 3), Level("following", 0)]
    assert {contact.key for contact in export.contacts} == {"222", "223", "224"}
    assert {one.partner for one in export.interactions} == {"222", "223"}


def test_a_list_may_hold_fewer_people_than_its_count_says() -> None:
    lists = {
        "friends": {"count": 174, "items": [person(222)]},
        "followers": None,
        "following": {"count": "3"},
    }
    assert extract({"users.json": json.dumps(users(**lists))}).levels == [
        Level("friends", 174),
        Level("following", 3),
    ]


def test_people_without_an_id_are_skipped_by_their_place() -> None:
    export = extract(
        {"users.json": json.dumps(users(following={"items": [{"firstName": "Anna"}]}))}
    )
    assert export.ledger[0].examples == (("following 1", "no id"),)


def test_tagged_friends_are_mentions() -> None:
    tags = [
        {"type": "user", "id": 222},
        {"type": "user", "id": "222"},
        {"type": "venue", "id": PLACE},
        {"type": "user"},
    ]
    export = extract({"checkins1.json": listed(checkin(entities=tags))})
    assert export.interactions == [Interaction("222", "out", "mention", at=AT)]


def test_no_place_is_kept_or_told() -> None:
    broken = {
        "checkins3.json": listed(checkin(8))[:-9],
        "checkins4.json": listed(checkin(9, comments=PLACE)),
        "tips1.json": json.dumps(VENUE),
    }
    export = extract(download() | broken)
    assert len(export.notes) == 1 and len(reasons(export)) == 3
    told = str(export)
    assert not [place for place in (PLACE, str(LATITUDE), str(LONGITUDE)) if place in told]


def test_files_of_places_stay_closed() -> None:
    opened: list[str] = []
    (claimed,) = Foursquare().identify(
        members(download() | {"notes.json": "{}", "sub/visits.json": "{}"}, opened=opened)
    )
    inputs.extract(Foursquare(), claimed)
    assert {member.name for member in claimed} == set(download())
    assert set(opened) == {"users.json", "checkins1.json", "checkins2.json", "tips.json"}


def test_parts_that_overlap_count_once() -> None:
    export = extract(
        {
            "checkins1.json": listed(checkin(1), checkin(2)),
            "checkins2 (1).json": listed(checkin(2), checkin(3)),
        }
    )
    assert len(export.posts) == 3 and reasons(export) == {"same check-in or tip twice": 1}


def test_a_part_that_breaks_takes_nothing_from_the_next() -> None:
    export = extract(
        {"checkins1.json": listed(checkin(1))[:-1] + ",", "checkins2.json": listed(checkin(1))}
    )
    assert len(export.posts) == 1 and len(export.notes) == 1


@pytest.mark.parametrize(
    "wrap",
    [
        lambda found: found,
        lambda found: [found],
        lambda found: {"response": {"checkins": {"items": [found]}}},
    ],
)
def test_answers_of_the_programming_interface_are_read_too(wrap: Any) -> None:
    answer = checkin(createdAt=1496001790, likes={"count": 3}, private=True, shout="Seven years")
    (found,) = extract({"checkins.json": json.dumps(wrap(answer))}).posts
    assert (found.at, found.likes, found.public, found.text) == (
        1496001790,
        3,
        False,
        "Seven years",
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param({"createdAt": "2023-02-31 10:00:00"}, "not a date", id="D3"),
        pytest.param({"createdAt": None}, "no date", id="D6"),
        pytest.param({"createdAt": "9999-01-01 00:00:00"}, "date in the future", id="D7"),
        pytest.param({"createdAt": []}, "unexpected shape", id="J6"),
        pytest.param({"comments": {"count": -1}}, "negative count", id="Q7"),
        pytest.param({"comments": {"count": "many"}}, "not a number", id="J11"),
        pytest.param({"id": None}, "no id", id="J13"),
    ],
)
def test_bad_check_ins_are_skipped_by_reason(values: dict[str, Any], reason: str) -> None:
    export = extract({"checkins1.json": listed(checkin(1), checkin(2, **values))})
    assert len(export.posts) == 1 and reasons(export) == {reason: 1}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param('{"items": ' + "[" * 100_000, "nested too deep", id="J2"),
        pytest.param('{"items": [', "ends in the middle", id="J4"),
        pytest.param('{"items": [1,]}', "hand-edited", id="J7"),
        pytest.param("<html>", "this is HTML instead of JSON", id="J10"),
    ],
)
@pytest.mark.parametrize("name", ["users.json", "checkins2.json", "tips.json"])
def test_a_broken_file_does_not_hold_up_the_others(name: str, text: str, fault: str) -> None:
    export = extract({"checkins1.json": listed(checkin()), name: text})
    assert len(export.posts) == 1 and fault in export.notes[0]


@pytest.mark.parametrize("text", ["", "null", "{}", "[]", '{"items": []}'])
@pytest.mark.parametrize("name", ["users.json", "checkins2.json", "tips.json"])
def test_j9_a_file_with_nothing_in_it_is_valid(name: str, text: str) -> None:
    export = extract({"checkins1.json": listed(checkin()), name: text})
    assert len(export.posts) == 1 and not export.notes and not reasons(export)


@pytest.mark.parametrize("folder", ["", "4sq-export/", "a/b/"])
def test_the_download_is_found_in_any_folder(folder: str) -> None:
    assert len(extract({f"{folder}{name}": text for name, text in download().items()}).posts) == 4


def test_files_of_others_are_nobody_s_here() -> None:
    files = {
        "users.json": '[{"id": "U1", "name": "anna"}]',
        "tips.json": '{"tips": []}',
        "checkins.json": "[]",
        "visits.json": "{}",
    }
    assert Foursquare().identify(members(files)) == []


# Any input


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.sampled_from(["users.json", "checkins1.json", "tips.json"]), st.data())
def test_any_damage_gives_a_result_or_a_klout_error(name: str, data: st.DataObject) -> None:
    plain = download()[name].encode()
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    try:
        extract(
            {**download(), name: plain[:start] + data.draw(st.binary(max_size=30)) + plain[end:]}
        )
    except KloutError:
        return


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6)
)
VALUES = (
    LEAVES
    | st.lists(LEAVES, max_size=2)
    | st.dictionaries(st.sampled_from(["count", "id", "items", "checkins"]), LEAVES, max_size=2)
)
KEYS = [
    "id",
    "createdAt",
    "comments",
    "likes",
    "entities",
    "private",
    "response",
    "shout",
    "viewCount",
    "agreeCount",
]


@settings(deadline=None, derandomize=True, max_examples=40)
@given(
    st.sampled_from(["checkins2.json", "tips.json"]),
    st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4), max_size=4),
)
def test_items_are_used_or_skipped(name: str, found: list[dict[str, Any]]) -> None:
    export = extract({"checkins1.json": listed(checkin()), name: listed(*found)})
    assert sum(row.used for row in export.ledger) == len(export.posts)


# The shapes in the wild


def test_a_zip_is_read_as_a_folder_is(tmp_path: Path) -> None:
    (container,) = open_container(write_zip(tmp_path / "4sq-export.zip", download()))
    assert len(inputs.read_one(Foursquare(), *container.members).posts) == 4


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are not on this machine")
@pytest.mark.parametrize(
    ("folder", "handle", "posts", "levels"),
    [
        ("synthetic_seed", "111", 3, {"friends": 2, "followers": 3, "following": 0}),
        ("perkeep__perkeep", "13674", 0, {"friends": 174, "following": 1}),
        ("dogsheep__swarm-to-sqlite", "foursquare", 1, {}),
    ],
)
def test_fixtures(folder: str, handle: str, posts: int, levels: dict[str, int]) -> None:
    (container,) = open_container(FIXTURES / folder)
    export = inputs.read_one(Foursquare(), *container.members)
    assert (export.handle, len(export.posts)) == (handle, posts)
    assert {level.metric: level.value for level in export.levels} == levels
