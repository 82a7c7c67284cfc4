import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers.googleplus import GooglePlus
from klout_cli.person.rows import Interaction, Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import members, reasons, write_zip

FIXTURES = inputs.FIXTURES / "googleplus"
ZIP_NAME = "takeout-20190312T101500Z-001.zip"
STREAM = "Takeout/Google+ Stream/Posts/"
CIRCLES = "Takeout/Google+ Circles/"
AT = midnight(2018, 10, 23) + 9 * 3600


def person(number: int, name: str = "") -> dict[str, str]:
    return {
        "displayName": name or f"Person {number}",
        "profilePageUrl": f"https://plus.google.com/{number}",
        "resourceName": f"users/{number}",
    }


FRIEDA, ANNA, JÖRG = (
    person(101, "Frieda Kölle"),
    person(102, "Anna Muster"),
    person(103, "Jörg Rabe"),
)
PUBLIC = {
    "visibleToStandardAcl": {
        "circles": [{"type": "CIRCLE_TYPE_USER_CIRCLE"}, {"type": "CIRCLE_TYPE_PUBLIC"}]
    }
}


def post(number: int = 1, **more: Any) -> str:
    made = {
        "url": f"https://plus.google.com/+FriedaKölle/posts/{number}",
        "creationTime": "2018-10-23 11:00:00+0200",
        "author": FRIEDA,
        "content": "Setzen mit <b>Blei</b> &amp; <a class='ot-hashtag' href='#'>#satz</a><br>zwei",
        "resourceName": f"users/101/posts/{number}",
        "postAcl": PUBLIC,
    }
    return json.dumps(
        {key: value for key, value in (made | more).items() if value is not None},
        ensure_ascii=False,
    )


def comment(
    author: Mapping[str, str] | None, at: str = "2018-10-24 09:00:00+0000"
) -> dict[str, Any]:
    return {"creationTime": at, "author": author, "content": "Schön!"}


def answers(**lists: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    return {
        "plusOnes": [{"plusOner": one} for one in lists.get("plus", ())],
        "reshares": [{"resharer": one} for one in lists.get("shared", ())],
        "comments": [comment(one) for one in lists.get("said", ())],
    }


def stream(*posts: str) -> dict[str, str]:
    return {
        f"{STREAM}201810{number:02} - Setzen mit Blei.json": text
        for number, text in enumerate(posts, 1)
    }


extract = partial(inputs.read_one, GooglePlus(), container=ZIP_NAME)


# Posts


def test_a_takeout_becomes_one_personal_export() -> None:
    export = extract(stream(post()))
    assert (export.network, export.variant, export.handle) == (
        "googleplus",
        "Takeout",
        "FriedaKölle",
    )
    assert (export.owner.id, export.owner.name, export.owner.personal) == (
        "101",
        "Frieda Kölle",
        True,
    )
    assert export.exported_at == midnight(2019, 3, 12) + 10 * 3600 + 15 * 60
    assert not export.notes


def test_a_post_counts_who_answered_and_knows_no_views() -> None:
    (found,) = extract(
        stream(post(**answers(plus=[ANNA, JÖRG], said=[ANNA, ANNA], shared=[JÖRG])))
    ).posts
    assert (found.id, found.at, found.kind, found.public) == (
        "users/101/posts/1",
        AT,
        "original",
        True,
    )
    assert (found.likes, found.comments, found.shares, found.impressions) == (2, 2, 1, None)
    assert found.text == "Setzen mit Blei & #satz zwei"


def test_lists_that_are_left_out_are_empty_lists() -> None:
    (found,) = extract(stream(post())).posts
    assert (found.likes, found.comments, found.shares) == (0, 0, 0)


def test_everybody_who_answered_is_named_with_a_date() -> None:
    export = extract(stream(post(**answers(plus=[ANNA], said=[JÖRG], shared=[JÖRG]))))
    assert set(export.interactions) == {
        Interaction("102", "in", "reaction", at=AT),
        Interaction("103", "in", "share", at=AT),
        Interaction("103", "in", "comment", at=midnight(2018, 10, 24) + 9 * 3600),
    }
    assert {contact.key: contact.name for contact in export.contacts} == {
        "102": "Anna Muster",
        "103": "Jörg Rabe",
    }


def test_u5_what_the_owner_gave_to_own_posts_is_left_out_and_counted() -> None:
    export = extract(
        stream(post(**answers(plus=[FRIEDA, ANNA], said=[FRIEDA, FRIEDA, JÖRG], shared=[FRIEDA])))
    )
    (found,) = export.posts
    assert (found.likes, found.comments, found.shares) == (1, 1, 0)
    assert {one.partner for one in export.interactions} == {"102", "103"}
    assert sum(sum(row.notes.values()) for row in export.ledger) == 4


def test_who_has_left_counts_without_a_name() -> None:
    export = extract(stream(post(comments=[comment(None)], plusOnes=[{}])))
    assert (export.posts[0].comments, export.posts[0].likes, export.interactions) == (1, 1, [])


def test_an_undated_comment_is_as_old_as_its_post() -> None:
    (found,) = extract(stream(post(comments=[comment(ANNA, "gestern")]))).interactions
    assert found.at == AT


@pytest.mark.parametrize(
    ("acl", "public"),
    [
        (PUBLIC, True),
        ({"isPublic": True}, True),
        ({"isPublic": False}, False),
        ({"isLegacyAcl": True}, False),
        ({"visibleToStandardAcl": {"circles": [{"type": "CIRCLE_TYPE_YOUR_CIRCLES"}]}}, False),
        (
            {
                "visibleToStandardAcl": {
                    "circles": [{"type": "CIRCLE_TYPE_EXTENDED_CIRCLES"}],
                    "users": [ANNA],
                }
            },
            False,
        ),
        ({"communityAcl": {"community": {"displayName": "Satz"}}}, False),
        ({"collectionAcl": {"collection": {"displayName": "Satz"}}}, False),
        ({}, False),
        (None, False),
    ],
)
def test_only_what_everybody_could_see_is_public(acl: object, public: bool) -> None:
    export = extract(stream(post(postAcl=acl, **answers(plus=[ANNA]))))
    assert export.posts[0].public is public
    assert export.interactions[0].private is not public


def test_a_reshare_of_somebody_is_a_repost() -> None:
    export = extract(
        stream(post(), post(2, resharedPost={"author": ANNA, "resourceName": "users/102/posts/7"}))
    )
    assert [found.kind for found in export.posts] == ["original", "repost"]


def test_the_owner_is_who_wrote_most_and_posts_of_others_are_skipped() -> None:
    export = extract(stream(post(author=ANNA), post(2), post(3)))
    assert export.owner.id == "101"
    assert len(export.posts) == 2 and reasons(export) == {"post of somebody else": 1}


def test_the_same_post_twice_counts_once() -> None:
    export = extract(stream(post(), post()))
    assert len(export.posts) == 1 and reasons(export) == {"same post twice": 1}


def test_a_colon_before_the_zone_is_a_date_too() -> None:
    assert extract(stream(post(creationTime="2018-10-23 11:00:00:+0200"))).posts[0].at == AT


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param({"creationTime": "gestern"}, "not a date", id="D4"),
        pytest.param({"creationTime": "2018-02-31 11:00:00+0200"}, "not a date", id="D3"),
        pytest.param({"creationTime": "9999-01-01 00:00:00+0000"}, "date in the future", id="D7"),
        pytest.param({"creationTime": "2018-10-23 11:00:00+9999"}, "unknown time zone", id="D9"),
        pytest.param({"creationTime": None}, "no date", id="D6"),
        pytest.param({"plusOnes": {"plusOner": 1}}, "unexpected shape", id="J6"),
        pytest.param({"resourceName": None, "url": None, "activityId": None}, "no id", id="J13"),
    ],
)
def test_bad_posts_are_skipped_by_reason(values: dict[str, Any], reason: str) -> None:
    export = extract(stream(post(), post(2, **values)))
    assert len(export.posts) == 1 and reasons(export) == {reason: 1}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(post()[:-40], "ends in the middle", id="J4"),
        pytest.param("[" * 100_000, "nested too deep", id="J2"),
        pytest.param("<!doctype html>", "this is HTML instead of JSON", id="J10"),
        pytest.param("{'url': 1}", "hand-edited", id="J7"),
    ],
)
def test_a_broken_post_does_not_hold_up_the_others(text: str, fault: str) -> None:
    export = extract(stream(post(), text))
    assert len(export.posts) == 1
    assert fault in export.notes[0]


@pytest.mark.parametrize("text", ["", "null", "{}", "[]"])
def test_j9_a_file_with_nothing_in_it_is_valid(text: str) -> None:
    export = extract(stream(post(), text))
    assert len(export.posts) == 1 and not export.notes and not reasons(export)


def test_j13_numbers_are_ids_too() -> None:
    export = extract(stream(post(plusOnes=[{"plusOner": {"displayName": 7, "resourceName": 102}}])))
    assert export.interactions[0].partner == "102"


# Where it lies


@pytest.mark.parametrize(
    "folder",
    [
        "Takeout/Google+ Stream/Posts/",
        "Takeout/Stream in Google+/Beiträge/",
        "Takeout/Aktivitäten/Beiträge/",
        "Posts/",
        "",
    ],
)
def test_posts_are_found_in_folders_of_any_language(folder: str) -> None:
    export = extract(
        {f"{folder}20181023 - Setzen.json": post(), f"{folder}20181024 - (1).JSON": post(2)}
    )
    assert len(export.posts) == 2


def test_one_post_alone_is_read_under_any_name() -> None:
    assert len(extract({"beitrag.json": post()}).posts) == 1


def test_two_takeouts_in_one_folder_are_two_exports() -> None:
    files = {f"frieda/{name}": text for name, text in stream(post()).items()}
    files |= {f"anna/{name}": text for name, text in stream(post(author=ANNA)).items()}
    claimed = GooglePlus().identify(members(files))
    assert [inputs.extract(GooglePlus(), one)[0].owner.id for one in claimed] == ["102", "101"]


def test_what_lies_beside_posts_belongs_to_them_and_is_not_read() -> None:
    beside = {
        "Takeout/Google+ Stream/ActivityLog/Comments.html": "<html>",
        "Takeout/Google+ Stream/Photos/Photos of posts/x.jpg": "",
        "Takeout/Google+ Communities/Satz.json": "{}",
        "Takeout/+1s/+1s.html": "<html>",
    }
    strangers = {"Takeout/YouTube/history.json": "[]", "notes.csv": "a,b"}
    opened: list[str] = []
    (claimed,) = GooglePlus().identify(members(stream(post()) | beside | strangers, opened=opened))
    assert {member.name for member in claimed} == {*stream(post()), *beside}
    assert not strangers.keys() & set(opened)
    (export,) = inputs.extract(GooglePlus(), claimed)
    assert len(export.ledger) == 1


def test_exports_of_others_are_nobody_s_here() -> None:
    files = {
        "20190101 - x.json": '{"createdAt": 1}',
        "data/tweets.js": "window.YTD.tweets.part0 = []",
        "Connections.csv": "First Name,Last Name\n",
        "Anna.vcf": "BEGIN:VCARD\nFN:Anna\nEND:VCARD\n",
    }
    assert GooglePlus().identify(members(files)) == []


def test_j10_posts_in_html_are_recognised_and_told_to_choose_json() -> None:
    page = (
        '<html><style>a{}</style><a itemprop="author" href="https://plus.google.com/101">Frieda</a>'
    )
    export = extract({f"{STREAM}20181023 - Setzen.html": page})
    assert export.variant == "Takeout in HTML" and not export.posts
    assert reasons(export) == {"this is HTML instead of JSON": 1}
    assert "klout needs JSON" in export.notes[0]


def test_html_beside_json_says_the_same_and_is_not_read() -> None:
    files = stream(post())
    (name,) = files
    export = extract(files | {name.replace(".json", ".html"): "<html>https://plus.google.com/101"})
    assert len(export.posts) == len(export.ledger) == 1 and not export.notes


def test_a_takeout_without_a_date_in_its_name_is_as_old_as_its_newest_row() -> None:
    export = extract(stream(post(**answers(said=[ANNA]))), container="takeout.zip")
    assert export.exported_at == midnight(2018, 10, 24) + 9 * 3600


# Circles

CSV = (
    "First Name,Last Name,Nickname,Display Name,Profile URL\n"
    "Anna,Muster,,Anna Muster,https://plus.google.com/102\nKai,Fremd,,,https://plus.google.com/+KaiFremd\n"
)
JSON = json.dumps(
    {
        "name": "Satz",
        "person": [{"displayName": "Jörg Rabe", "profileUrl": "https://plus.google.com/103"}],
    }
)
VCF = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Muster\nURL:https://plus.google.com/102\nEND:VCARD\n"


def test_circles_of_all_formats_tell_whom_the_owner_follows() -> None:
    export = extract(
        {
            f"{CIRCLES}Bekannte.csv": CSV,
            f"{CIRCLES}Freunde.json": JSON,
            f"{CIRCLES}Freunde.vcf": VCF,
        }
    )
    assert export.following == {"102", "103", "+kaifremd"}
    assert export.levels == [Level("following", 3)]
    assert {contact.name for contact in export.contacts} == {
        "Anna Muster",
        "Jörg Rabe",
        "Kai Fremd",
    }
    assert (export.variant, export.owner.personal, export.followers) == (
        "Takeout, circles only",
        False,
        frozenset(),
    )
    assert sum(row.used for row in export.ledger) == 4


def test_people_in_circles_and_under_posts_are_the_same() -> None:
    anna = ANNA | {"profilePageUrl": "https://plus.google.com/+KaiFremd"}
    export = extract(stream(post(**answers(plus=[anna]))) | {f"{CIRCLES}Bekannte.csv": CSV})
    assert export.following == {"102"} and len(export.contacts) == 1


def test_a_circle_that_lost_rows_gives_a_level_that_is_cut() -> None:
    export = extract({f"{CIRCLES}Bekannte.csv": CSV + ",,,,\n,,,,,,,too long\n,,x,,\n"})
    assert export.levels == [Level("following", 2, quality="cut")]
    assert reasons(export) == {"more cells than the header": 1, "no name": 1}


def test_j9_an_empty_circle_is_valid() -> None:
    export = extract({f"{CIRCLES}Leer.json": '{"name": "Leer", "person": []}'})
    assert export.levels == [Level("following", 0)] and not reasons(export)


def test_takeout_without_circles_says_nothing_of_following() -> None:
    assert extract(stream(post())).levels == []


# Any input


CANARY = "KANARIENVOGEL"


def test_faults_tell_no_values() -> None:
    broken = post(content=CANARY, author={"displayName": CANARY})[:-30]
    shaped = json.dumps({"name": CANARY, "person": {CANARY: 1}})
    export = extract(stream(post(), broken) | {f"{CIRCLES}Freunde.json": shaped})
    assert CANARY not in str(export.notes) + str(export.ledger)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(
    st.sampled_from(
        [
            f"{STREAM}20181001 - Setzen mit Blei.json",
            f"{CIRCLES}a.csv",
            f"{CIRCLES}b.json",
            f"{CIRCLES}c.vcf",
        ]
    ),
    st.data(),
)
def test_any_damage_gives_a_result_or_a_klout_error(name: str, data: st.DataObject) -> None:
    files = stream(post(**answers(plus=[ANNA], said=[JÖRG])), post(2)) | {
        f"{CIRCLES}a.csv": CSV,
        f"{CIRCLES}b.json": JSON,
        f"{CIRCLES}c.vcf": VCF,
    }
    plain = files[name].encode()
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    try:
        extract({**files, name: plain[:start] + data.draw(st.binary(max_size=30)) + plain[end:]})
    except KloutError:
        return


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=6)
    | st.sampled_from([FRIEDA, ANNA, "2018-10-23 11:00:00+0200"])
)
VALUES = (
    LEAVES
    | st.lists(LEAVES, max_size=3)
    | st.dictionaries(
        st.sampled_from(["author", "plusOner", "resharer", "type"]), LEAVES, max_size=2
    )
)
KEYS = [
    "author",
    "comments",
    "plusOnes",
    "reshares",
    "creationTime",
    "content",
    "postAcl",
    "resourceName",
    "resharedPost",
    "url",
]


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES | st.lists(VALUES, max_size=2), max_size=6))
def test_any_post_is_used_or_skipped(values: dict[str, Any]) -> None:
    export = extract(stream(post(), post(2), post(3, **values)))
    assert len(export.posts) >= 2
    assert sum(row.read for row in export.ledger) == 3


# The shape in the wild


def test_a_zip_is_read_as_a_folder_is(tmp_path: Path) -> None:
    (container,) = open_container(write_zip(tmp_path / ZIP_NAME, stream(post())))
    (claimed,) = GooglePlus().identify(container.members)
    assert (
        inputs.extract(GooglePlus(), claimed)[0].exported_at
        == midnight(2019, 3, 12) + 10 * 3600 + 15 * 60
    )


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the shared fixtures are not on this machine")
def test_fixture() -> None:
    (container,) = open_container(FIXTURES / "synthetic_seed")
    export = inputs.read_one(GooglePlus(), *container.members)
    (found,) = export.posts
    assert (export.handle, export.owner.name) == ("ErikaBeispiel", "Erika Beispiel")
    assert (found.likes, found.comments, found.shares, found.public) == (2, 1, 1, True)
    assert (export.following, export.levels) == ({"102", "103"}, [Level("following", 2)])
    assert {one.partner for one in export.interactions} == {"102", "103"}
