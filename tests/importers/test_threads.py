import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Limits, Member, open_container
from klout_cli.importers.read import read as read_all
from klout_cli.importers.threads import Threads
from klout_cli.person.rows import Export, Interaction, Level
from klout_cli.values.dates import DAY, midnight
from klout_cli.values.reading import Reading
from tests.importers import facebook_exports, inputs, instagram_exports
from tests.importers.inputs import FIXTURES, member, reasons, write_zip
from tests.importers.instagram_exports import mojibake, person

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
READING = Reading(latest=midnight(2026, 3, 3))
AT = midnight(2026, 1, 10)
ROOT = "instagram-mia.muster-2026-02-01-Ab12Cd34"
FOLDER = f"{ROOT}/your_instagram_activity/threads/"
CANARY = "canary-of-something-read"
KEY = "text_post_app_text_post_app_"


def post(
    text: str = "Guten Morgen", at: object = AT, inside: bool = True, **kept: Any
) -> dict[str, Any]:
    """A post; words and time stand at its part, or at itself."""
    said = {"title": mojibake(text), "creation_timestamp": at}
    part = {"uri": "", "text_app_post": {"reply_control": "everyone"} | kept}
    return {"media": [part | said]} if inside else {"media": [part]} | said


def like(author: str, at: object = AT) -> dict[str, Any]:
    link = {
        "href": f"https://www.threads.com/@{author or 'ben'}/post/Dab",
        "value": mojibake("👍"),
        "timestamp": at,
    }
    return {"title": author, "media_list_data": [], "string_list_data": [link]}


def posts(*found: object) -> dict[str, object]:
    return {"threads_and_replies.json": {"text_post_app_text_posts": found}}


def people(name: str, *found: object) -> dict[str, object]:
    return {f"{name}.json": {f"{KEY}{name}": found}}


def profile(user: str = "mia.m") -> dict[str, object]:
    cells = {
        "Username": user,
        "Name": mojibake("Mia Müller"),
        "Bio": "Kaffee",
        "Website": "https://mia.example/",
    }
    said = {
        "string_map_data": {name: {"value": value} for name, value in cells.items()},
        "media_map_data": {"Profile Photo": {"uri": "a.jpg"}},
    }
    return {"personal_information.json": {f"{KEY}profile": [said]}}


def files(contents: dict[str, object], folder: str = FOLDER) -> list[Member]:
    return [member(content, f"{folder}{name}") for name, content in contents.items()]


read = partial(inputs.read, Threads())


def one(contents: dict[str, object], folder: str = FOLDER) -> Export:
    (export,) = read(*files(contents, folder))
    return export


def test_a_download() -> None:
    export = one(
        posts(post())
        | people("followers", person("ben"), person("ida"))
        | people("following", person("ben"))
        | profile()
    )
    assert (export.network, export.handle, export.owner.name, export.owner.personal) == (
        "threads",
        "mia.m",
        "Mia Müller",
        True,
    )
    assert export.exported_at == midnight(2026, 2, 2) - 1
    (found,) = export.posts
    assert (found.at, found.kind, found.public, found.text, found.likes, found.comments) == (
        AT,
        "original",
        True,
        "Guten Morgen",
        None,
        None,
    )
    assert export.followers == {"ben", "ida"} and export.following == {"ben"}
    assert export.levels == [Level("followers", 2), Level("following", 1)]
    assert (export.about.bio, export.about.picture, export.about.links) == (
        True,
        True,
        ("mia.example",),
    )


def test_without_a_profile_the_name_of_the_download_says_whose_it_is() -> None:
    assert one(posts(post())).handle == "mia.muster"
    assert one(posts(post()), "threads/").handle == "threads"


def test_without_a_day_in_its_name_the_newest_date_is_that_of_the_export() -> None:
    assert (
        one(
            posts(post())
            | {"liked_threads.json": {"text_post_app_media_likes": [like("ben", AT + DAY)]}},
            "threads/",
        ).exported_at
        == AT + DAY
    )


@pytest.mark.parametrize("inside", [True, False])
def test_words_and_time_stand_at_either_level_in_metas_encoding(inside: bool) -> None:
    (found,) = one(posts(post("Müde – wer noch? 👍", inside=inside))).posts
    assert (found.text, found.at) == ("Müde – wer noch? 👍", AT)


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (post("genau", is_reply=True), "reply"),
        (post("@ben genau"), "reply"),
        (post("genau", is_reply=False), "original"),
        (post("so @ben"), "original"),
    ],
    ids=["says so", "begins with a name", "says not", "names somebody"],
)
def test_answers_are_no_posts(found: dict[str, Any], kind: str) -> None:
    assert one(posts(found)).posts[0].kind == kind


def test_whom_posts_answer_and_name() -> None:
    export = one(
        posts(
            post("@Ben.x. genau, @ida"),
            post("Danke @ida und m@mail.example", AT + 1),
            post("@mia.muster x", AT + 2),
        )
    )
    assert export.interactions == [
        Interaction("ben.x", "out", "reply", 1, AT),
        Interaction("ida", "out", "mention", 2, AT + 1),
    ]


def test_archived_posts_are_not_public() -> None:
    export = one(
        {"archived_threads.json": {"text_post_app_text_app_archived_posts": [post("@ben x")]}}
    )
    assert [found.public for found in export.posts] == [False] and not export.interactions


@pytest.mark.parametrize(
    ("link", "user"),
    [
        ({"value": "Ben.X", "href": "https://www.threads.net/@other"}, "ben.x"),
        ({"href": "https://www.threads.net/@ben.x"}, "ben.x"),
        ({"href": "https://www.threads.com/ben.x?hl=de"}, "ben.x"),
        ({}, "jörg"),
    ],
    ids=["value", "threads.net", "threads.com", "title"],
)
def test_people_are_told_by_value_address_or_title(link: dict[str, str], user: str) -> None:
    entry = {"title": mojibake("Jörg"), "string_list_data": [link | {"timestamp": AT}]}
    assert one(people("followers", entry)).followers == {user}


def test_people_who_are_nobody_twice_or_gone() -> None:
    nobody = {"title": "", "string_list_data": []}
    export = one(
        people("followers", person("ben"), person("Ben"), nobody, person("__deleted__1"), 7)
    )
    assert export.followers == {"ben"}
    assert reasons(export) == {
        "duplicate record": 1,
        "no name": 1,
        "deleted account": 1,
        "unexpected shape": 1,
    }


def test_a_date_of_a_follower_that_cannot_be_costs_the_date() -> None:
    assert one(people("followers", person("ben", since=AT * 2))).followers == {"ben"}


def test_a_list_that_the_date_range_cut_is_a_part_and_shows_nobody_mutual() -> None:
    export = one(
        people("followers", person("ben", since=AT - 50 * DAY))
        | people("following", person("ben", since=AT - 4000 * DAY))
    )
    assert export.levels == [Level("followers", 1, quality="cut"), Level("following", 1)]
    assert not export.followers and export.following == {"ben"}
    (note,) = export.notes
    assert "All time" in note and export.lacks == {"reciprocity": note}


def test_lists_may_come_in_parts() -> None:
    export = one(
        {
            "followers_1.json": {f"{KEY}followers": [person("ben")]},
            "followers_2.json": {f"{KEY}followers": [person("ida")]},
        }
    )
    assert export.levels == [Level("followers", 2)]


def test_likes_given() -> None:
    given = [
        like("ben"),
        like("ben", AT + 1),
        like("", AT),
        like("mia.muster"),
        like("ida", "gestern"),
        {"title": "", "string_list_data": []},
    ]
    export = one({"liked_threads.json": {"text_post_app_media_likes": given}})
    assert export.interactions == [Interaction("ben", "out", "reaction", 3, AT + 1)]
    assert reasons(export) == {"not a date": 1, "no name": 1}


@pytest.mark.parametrize(
    "name", ["saved_threads", "threads_viewed", "blocked_profiles", "recent_follow_requests"]
)
def test_other_files_belong_to_it_and_stay_closed(name: str) -> None:
    members = files(posts(post()) | {f"{name}.json": {f"{KEY}{name}": [{"title": CANARY}]}})
    (claimed,) = Threads().identify(members)
    (export,) = inputs.extract(Threads(), claimed)
    assert len(claimed) == 2 and len(export.ledger) == 1 and CANARY not in repr(export)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (post(at="gestern"), "not a date"),
        (post(at=AT * 2), "date in the future"),
        (post(at=None), "no date"),
        ("x", "unexpected shape"),
    ],
    ids=["D4", "D7", "none", "J"],
)
def test_bad_posts_are_skipped_and_counted(found: Any, reason: str) -> None:
    export = one(posts(post(), found))
    assert len(export.posts) == 1 and reasons(export) == {reason: 1}


def test_a_post_that_stands_there_twice_counts_once() -> None:
    export = one(
        {"threads_and_replies_1.json": posts(post())["threads_and_replies.json"]} | posts(post())
    )
    assert len(export.posts) == 1 and reasons(export) == {"duplicate record": 1}


def test_the_html_form_is_refused_with_the_way_to_ask_again() -> None:
    export = one({"threads_and_replies.html": b"<html>", "followers.html": b"<html>"})
    assert (
        export.notes
        == (
            f"This download is in HTML, and klout needs JSON. Ask for it again: {Threads.source.where}",
        )
        and reasons(export) == {"this is HTML instead of JSON": 2}
        and not export.posts
    )


def test_a_cut_off_file_costs_only_itself() -> None:
    cut = json.dumps(posts(post())["threads_and_replies.json"])[:-9].encode()
    export = one({"threads_and_replies.json": cut} | people("followers", person("ben")))
    assert (
        not export.posts
        and export.followers == {"ben"}
        and reasons(export) == {"this JSON ends in the middle": 1}
    )


@pytest.mark.parametrize(
    ("contents", "folder"),
    [
        ({"1.json": {"title": "x"}}, "threads/"),
        ({"1.html": b"<html>"}, "threads/"),
        (posts(post()) | {"other.json": {"relationships_following": []}}, "all/"),
    ],
    ids=["other threads", "pages", "mixed folder"],
)
def test_what_is_no_threads_is_not_claimed(contents: dict[str, object], folder: str) -> None:
    assert read(*files(contents, folder)) == []


@pytest.mark.parametrize("folder", ["", "threads/", "your_instagram_activity/threads/", "x/"])
def test_the_folder_may_have_moved(folder: str) -> None:
    assert len(one(posts(post()), folder).posts) == 1


def test_each_part_of_an_accounts_centre_download_goes_to_its_importer(tmp_path: Path) -> None:
    both = instagram_exports.download() | facebook_exports.download()
    threads = {
        f"your_instagram_activity/threads/{name}": content
        for name, content in (posts(post()) | people("followers", person("ben"))).items()
    }
    found = read_all([write_zip(tmp_path / f"{ROOT}.zip", both | threads)], READING, Limits())
    networks = sorted(export.network for export in found.exports)
    assert networks == ["facebook_profile", "instagram", "threads"] and not found.refused
    (export,) = (export for export in found.exports if export.network == "threads")
    assert export.followers == {"ben"} and len(export.posts) == 1
    claims = [row.file for row in found.ledger if row.reasons.get("not a known export") is None]
    assert len(claims) == len(set(claims))


def test_the_order_of_files_does_not_matter() -> None:
    members = files(
        posts(post(), post("@ben x", AT + 1)) | people("followers", person("ben")) | profile()
    )
    assert read(*members) == read(*members[::-1])


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    (container,) = open_container(FIXTURES / "threads/own__synthetic")
    (export,) = read(*container.members)
    assert (export.handle, len(export.followers), len(export.following)) == ("erika_beispiel", 2, 1)
    assert [found.kind for found in export.posts] == ["original", "reply"] and not reasons(export)
    assert {(one.partner, one.kind) for one in export.interactions} == {
        ("max.muster", "reply"),
        ("joerg.x", "reaction"),
    }


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["", "@ben x", "1768000000", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["title", "href", "value", "timestamp", "uri"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)
FIELDS = [
    "title",
    "media",
    "string_list_data",
    "string_map_data",
    "creation_timestamp",
    "media_map_data",
    "label_values",
]


@SETTINGS
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4))
def test_any_record_is_used_or_skipped(record: dict[str, Any]) -> None:
    likes = {"liked_threads.json": {"text_post_app_media_likes": [record]}}
    export = one(
        posts(post())
        | people("followers", record)
        | likes
        | {"personal_information.json": {f"{KEY}profile": [record]}}
    )
    assert [row.read for row in export.ledger] == [1, 1, 1, 1]


@SETTINGS
@given(
    st.sampled_from(["threads_and_replies", "followers", "liked_threads", "personal_information"]),
    st.binary(max_size=200),
)
def test_any_bytes_are_counted_or_refused(name: str, data: bytes) -> None:
    read(*files(people("following", person("ben")) | {f"{name}.json": data}))


def test_pictures_and_videos_are_parts_with_a_file() -> None:
    shown = [post(f"Tag {n}", AT + n * DAY) for n in range(3)]
    for part, name in zip(shown[1:], ("a.jpg", "b.mp4"), strict=True):
        part["media"][0]["uri"] = name
    assert [found.media for found in one(posts(*shown)).posts] == ["none", "image", "video"]
