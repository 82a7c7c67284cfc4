from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import KloutError
from klout_cli.files.container import open_container
from klout_cli.importers.x import XArchive
from klout_cli.person.rows import Export, Level, Owner
from klout_cli.values.dates import iso_day, midnight
from tests.importers import inputs
from tests.importers.inputs import members, reasons, write_folder, write_zip
from tests.importers.x_archives import (
    CANARY,
    HANDLE,
    OWNER,
    PRIVATE,
    ZIP_NAME,
    Files,
    archive,
    archive_of_2016,
    archive_of_2018,
    archive_of_2020,
    grailbird_csv,
    js,
    listed,
    lists,
    manifest,
    note,
    old_tweet,
    pretty,
    renamed,
    tweet,
    wrapped,
)

LATEST = midnight(2026, 3, 17)
FIXTURES = inputs.FIXTURES / "x"
IMPORTER = XArchive()


exports = partial(inputs.read, IMPORTER, latest=LATEST)
read = partial(inputs.read_one, IMPORTER, latest=LATEST)


def read_path(path: Path) -> list[Export]:
    return [export for container in open_container(path) for export in exports(*container.members)]


def level(export: Export, metric: str) -> Level | None:
    return next((found for found in export.levels if found.metric == metric), None)


def kinds(export: Export) -> list[str]:
    return [post.kind for post in export.posts]


# Generations


def test_an_archive_of_today() -> None:
    export = read(
        archive(tweet(1, "Kaffee &amp; Kuchen &lt;3", favorite_count="31", retweet_count="4"))
    )
    assert (export.network, export.handle, export.owner) == (
        "x",
        HANDLE,
        Owner(OWNER, "Erika Beispiel", personal=True),
    )
    assert export.variant == "archive 2022 to today"
    assert export.exported_at is not None and iso_day(export.exported_at) == "2026-03-01"
    (post,) = export.posts
    assert (post.id, post.kind, post.public, post.precision) == (
        "1850000000000000001",
        "original",
        True,
        "second",
    )
    assert (post.at, post.text) == (
        midnight(2024, 11, 9) + 12 * 3600 + 14 * 60 + 18,
        "Kaffee & Kuchen <3",
    )
    assert (post.likes, post.shares, post.comments, post.impressions) == (31, 4, None, None)
    assert export.levels == [Level("followers", 3), Level("following", 2), Level("lists", 1)]
    assert export.followers & export.following == {"222"}
    assert not export.contacts


def test_an_archive_of_2020() -> None:
    export = read(archive_of_2020(tweet(1, created_at="Fri Jan 15 10:00:00 +0000 2021")))
    assert export.variant == "archive 2020 to 2022"
    assert kinds(export) == ["original"]
    assert level(export, "followers") is None


def test_an_archive_of_2018_with_bare_tweets_at_the_root() -> None:
    export = read(archive_of_2018(tweet(1), tweet(2, "Weiter", answers=(HANDLE, OWNER))))
    assert (export.variant, export.handle) == ("archive 2018 to 2020", HANDLE)
    assert kinds(export) == ["original", "self_reply"]
    assert level(export, "followers") == Level("followers", 1)
    assert export.exported_at == export.posts[0].at  # nothing states a date: the newest tweet


def test_an_archive_of_2016_has_no_usable_counts() -> None:
    export = read(
        archive_of_2016(
            old_tweet(1, "Hallo &amp; moin"),
            old_tweet(2, "RT @anna: geteilt", retweeted_status={"id": 3}),
        )
    )
    assert (export.variant, export.handle, export.owner.id) == ("archive until 2018", HANDLE, OWNER)
    assert [(post.id[-1], post.kind, post.likes, post.shares) for post in export.posts] == [
        ("1", "original", None, None),
        ("2", "repost", None, None),
    ]
    assert export.posts[0].text == "Hallo & moin"
    assert export.exported_at is not None and iso_day(export.exported_at) == "2016-06-03"
    assert "tweets.csv is skipped" in export.notes[0]
    assert export.levels == []


def test_a_table_alone_of_2016() -> None:
    tweets = (
        old_tweet(1, 'Hallo @anna, "du"\nda'),
        old_tweet(2, "RT @ben: geteilt"),
        old_tweet(3, "@ben ja", answers=("ben", "77")),
    )
    export = read({"tweets.csv": grailbird_csv(*tweets)})
    assert kinds(export) == ["original", "repost", "reply"]
    assert {(one.partner, one.kind) for one in export.interactions} == {
        ("anna", "mention"),
        ("ben", "repost"),
        ("ben", "reply"),
    }
    assert export.posts[0].text == 'Hallo @anna, "du"\nda'


def test_q13_ids_a_spreadsheet_destroyed_are_no_ids() -> None:
    data = grailbird_csv(old_tweet(1, "a"), old_tweet(2, "b")).replace(
        b"1850000000000000001", b"1,85E+18"
    )
    export = read({"tweets.csv": data})
    assert len(export.posts) == 1 and reasons(export, "tweets.csv") == {"no id": 1}


# Containers


@pytest.mark.parametrize("wrapper", ["", "twitter-2026-03-01-0f3a9c/", "Downloads/x alt/"])
def test_a_zip_as_downloaded_or_packed_again(tmp_path: Path, wrapper: str) -> None:
    files = archive(tweet(1))
    (export,) = read_path(write_zip(tmp_path / ZIP_NAME, files, wrapper))
    assert (export.handle, len(export.posts), level(export, "followers")) == (
        HANDLE,
        1,
        Level("followers", 3),
    )


def test_the_data_folder_alone(tmp_path: Path) -> None:
    files = {
        name.removeprefix("data/"): data
        for name, data in archive(tweet(1)).items()
        if name.startswith("data/")
    }
    (zipped,) = read_path(write_zip(tmp_path / "x.zip", files))
    (export,) = read_path(write_folder(tmp_path / "folder", files))
    assert export.posts == zipped.posts and export.handle == zipped.handle == HANDLE


@pytest.mark.parametrize("name", ["tweets.js", "tweets (1).js", "TWEETS.JS", "meine tweets.js"])
def test_tweets_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(js("tweets", wrapped(tweet(1))))
    (export,) = read_path(path)
    assert (len(export.posts), export.handle, export.owner.id, export.levels) == (1, "x", "", [])


def test_followers_alone(tmp_path: Path) -> None:
    path = tmp_path / "follower.js"
    path.write_bytes(js("follower", listed("follower", "1", "2")))
    (export,) = read_path(path)
    assert export.levels == [Level("followers", 2)] and export.posts == []


def test_parts_in_any_order() -> None:
    files = archive(tweet(1), follower_part1=js("follower", listed("follower", "444"), part=1))
    files["data/tweets-part1.js"] = js(
        "tweets", wrapped(tweet(2, created_at="Wed Mar 02 10:00:00 +0000 2011")), part=1
    )
    export = read(files)
    backwards = read(dict(reversed(files.items())))
    assert {post.id[-1] for post in export.posts} == {"1", "2"}
    assert level(export, "followers") == Level("followers", 4)
    assert export == backwards


def test_several_archives_in_one_folder() -> None:
    other = {
        name: data.replace(HANDLE.encode(), b"otto_b").replace(OWNER.encode(), b"87")
        for name, data in archive(tweet(2)).items()
    }
    files = {f"alt/{name}": data for name, data in archive(tweet(1)).items()} | {
        f"neu/{name}": data for name, data in other.items()
    }
    assert [(export.handle, len(export.posts)) for export in exports(files)] == [
        (HANDLE, 1),
        ("otto_b", 1),
    ]


def test_all_of_an_archive_is_claimed_and_nothing_else() -> None:
    files = archive(tweet(1)) | {
        "Connections.csv": b"Notes",
        "linkedin/Shares.csv": b"Date",
        "media/x.js": b"var a = 1",
    }
    (claimed,) = IMPORTER.identify(members(files))
    assert {member.name for member in claimed} == set(archive(tweet(1)))


def test_other_scripts_are_not_claimed() -> None:
    assert (
        IMPORTER.identify(
            members(
                {
                    "data/manifest.js": b"{}",
                    "tweets.js": b"[]",
                    "tweets.csv": b"id,text\n1,a",
                    "a.js": b"",
                }
            )
        )
        == []
    )


def test_u7_private_messages_are_never_opened() -> None:
    opened: list[str] = []
    export = inputs.read_one(IMPORTER, *members(archive(tweet(1)), opened=opened), latest=LATEST)
    assert not {f"data/{name}.js" for name in PRIVATE} & set(opened)
    assert (
        "data/deleted-tweets.js" not in opened
        and "data/tweets_media/1-a.jpg" not in opened
        and "assets/js/runtime.js" not in opened
    )
    assert CANARY not in repr(export)


@pytest.mark.parametrize(
    "name", ["direct-messages.js", "direct-messages-group-part1.js", "Messages (1).js"]
)
def test_u7_a_message_file_alone_is_not_even_looked_at(name: str) -> None:
    opened: list[str] = []
    assert IMPORTER.identify(members({name: CANARY.encode()}, opened=opened)) == []
    assert opened == []


# Who and when


def test_the_owner_from_account_js_without_manifest() -> None:
    files = archive(tweet(1))
    del files["data/manifest.js"]
    export = read(files, container=ZIP_NAME)
    assert (export.handle, export.owner.id, export.owner.name) == (HANDLE, OWNER, "Erika Beispiel")
    assert export.exported_at == midnight(2026, 3, 2) - 1  # all of the day in the name


def test_the_owner_from_the_readme() -> None:
    files = {
        "data/README.txt": b"Archive of @erika_b\nName: Erika\nAccount ID: 12345678\n",
        "data/tweets.js": js("tweets", wrapped(tweet(1))),
    }
    assert (read(files).handle, read(files).owner.id) == (HANDLE, OWNER)


def test_without_an_owner_it_is_said() -> None:
    export = read({"data/tweets.js": js("tweets", wrapped(tweet(1)))})
    assert export.handle == "x" and "whose it is" in export.notes[0]


def test_d13_an_archive_from_the_future_gives_no_date() -> None:
    export = read(archive(tweet(1)) | {"data/manifest.js": manifest("2031-01-01T00:00:00.000Z")})
    assert export.exported_at == export.posts[0].at


# Quirks that break scores


def test_u6_reposts_keep_no_counts_even_where_the_archive_has_some() -> None:
    export = read(
        archive(
            tweet(
                1,
                "RT @anna: Kaffee …",
                favorite_count="9000",
                retweet_count="800",
                mentions=("anna", "ben"),
            )
        )
    )
    (post,) = export.posts
    assert (post.kind, post.likes, post.shares, post.text) == ("repost", None, None, "")
    assert [(one.partner, one.kind, one.count) for one in export.interactions] == [
        ("anna", "repost", 1)
    ]


def test_threads_replies_and_quotes_are_told_apart() -> None:
    quote = {"urls": [{"expanded_url": "https://twitter.com/anna/status/5"}], "user_mentions": []}
    export = read(
        archive(
            tweet(1, "Ein Faden 1/2"),
            tweet(2, "2/2", answers=(HANDLE, OWNER)),
            tweet(3, "@anna ja", answers=("anna", "9"), mentions=("anna", "ben")),
            tweet(4, "Lesenswert", entities=quote),
            tweet(5, ".@anna hat recht", mentions=("anna",)),
            tweet(6, "@weg", in_reply_to_status_id_str="5"),
            tweet(7, "RT: so nicht"),
        )
    )
    assert kinds(export) == [
        "original",
        "self_reply",
        "reply",
        "original",
        "original",
        "reply",
        "original",
    ]
    found = {(one.partner, one.kind): one.count for one in export.interactions}
    assert found == {("anna", "reply"): 1, ("ben", "mention"): 1, ("anna", "mention"): 1}
    assert all(
        one.direction == "out" and one.at == export.posts[0].at for one in export.interactions
    )


def test_partners_are_counted_per_handle_whatever_its_case() -> None:
    export = read(
        archive(
            tweet(1, "a", mentions=("Anna",)),
            tweet(2, "b", mentions=("anna",), created_at="Sun Nov 10 00:00:00 +0000 2024"),
        )
    )
    (one,) = export.interactions
    assert (one.partner, one.kind, one.count, one.at) == (
        "anna",
        "mention",
        2,
        midnight(2024, 11, 10),
    )


def test_partners_are_summed_over_the_parts_of_an_archive() -> None:
    files = archive(
        *(tweet(n, mentions=(name,)) for n, name in enumerate(("anna", "ben", "anna"), 1))
    )
    later = "Sun Nov 10 00:00:00 +0000 2024"
    files["data/tweets-part1.js"] = js(
        "tweets",
        wrapped(*(tweet(n, mentions=("Ben", "cem"), created_at=later) for n in (4, 5))),
        part=1,
    )
    export = read(files)
    found = [(one.partner, one.count, one.at) for one in export.interactions]
    assert found == [
        ("ben", 3, midnight(2024, 11, 10)),
        ("cem", 2, midnight(2024, 11, 10)),
        ("anna", 2, export.posts[-1].at),
    ]


def test_former_handles_are_the_person_too() -> None:
    export = read(
        archive(
            tweet(1, "Danke @ErikaAlt und @anna", mentions=("ErikaAlt", "anna")),
            tweet(2, "weiter", in_reply_to_screen_name="erikaalt"),
            screen_name_change=js("screen-name-change", [renamed("ErikaAlt", HANDLE)]),
            lists_member=js(
                "lists-member",
                lists("https://twitter.com/erikaalt/lists/ich", "https://x.com/ben/lists/du"),
            ),
        )
    )
    assert kinds(export) == ["original", "self_reply"]
    assert [one.partner for one in export.interactions] == ["anna"]
    assert level(export, "lists") == Level("lists", 1)
    assert reasons(export, "lists-member.js") == {"a list of your own": 1}
    assert next(row.notes for row in export.ledger if row.file.endswith("tweets.js")) == {
        "mentions of yourself, left out": 1
    }


def test_long_posts_get_their_whole_text() -> None:
    start = (
        "Warum ich seit zehn Jahren jeden Morgen eine Stunde mit dem Rad durch das Münsterland fahre. "
        * 3
    )
    export = read(
        archive(
            tweet(1, start + "… https://t.co/abc"),
            tweet(2, start + "… https://t.co/abc", created_at="Sun Nov 10 12:14:18 +0000 2024"),
            note_tweet=js("note-tweet", [note(start + "Und noch viel mehr &amp; mehr.")]),
        )
    )
    assert export.posts[0].text == start + "Und noch viel mehr & mehr."
    assert (
        export.posts[1].text == start + "… https://t.co/abc"
    )  # begins alike, written on another day


def test_d6_d7_dates_outside_x_and_behind_the_export_are_skipped() -> None:
    export = read(
        archive(
            tweet(1, created_at="Sat Nov 09 12:14:18 +0000 1997"),
            tweet(2, created_at="Thu Nov 09 12:14:18 +0000 2003"),
            tweet(3, created_at="Mon Mar 02 12:14:18 +0000 2026"),
            tweet(4),
        )
    )
    assert len(export.posts) == 1
    assert reasons(export, "tweets.js") == {"date before 2006": 2, "date in the future": 1}


@pytest.mark.parametrize(
    "at",
    ["Sat Nov 31 12:14:18 +0000 2024", "Sab Nov 09", "gestern", "Sat Nov 09 99:14:18 +0000 2024"],
)
def test_d3_d12_what_is_no_date_of_x_is_skipped(at: str) -> None:
    export = read(archive(tweet(1, created_at=at), tweet(2)))
    assert (len(export.posts), reasons(export, "tweets.js")) == (1, {"not a date": 1})


def test_deleted_tweets_are_not_read_and_circles_are_not_public() -> None:
    export = read(
        archive(
            tweet(1),
            community_tweet=js("community-tweet", wrapped(tweet(2))),
            twitter_circle_tweet=js("twitter-circle-tweet", wrapped(tweet(3))),
        )
    )
    assert {post.id[-1]: post.public for post in export.posts} == {
        "1": True,
        "2": False,
        "3": False,
    }


def test_the_manifest_counts_where_a_list_is_missing_or_damaged() -> None:
    files = archive(
        tweet(1),
        manifest=manifest(follower=102, following=7),
        following=js("following", listed("following", "1"))[:-9],
    )
    del files["data/follower.js"]
    export = read(files)
    assert level(export, "followers") == Level("followers", 102)
    assert level(export, "following") == Level("following", 7)
    assert export.followers == export.following == frozenset()


def test_a_list_shorter_than_the_manifest_says_is_cut() -> None:
    export = read(archive(tweet(1), manifest=manifest(follower=102, following=2)))
    assert level(export, "followers") == Level("followers", 3, quality="cut")
    assert level(export, "following") == Level("following", 2)


def test_empty_lists_are_zero_and_absent_lists_unknown() -> None:
    files = archive(
        tweet(1), follower=js("follower", []), lists_member=b"window.YTD.lists_member.part0 = [ ]"
    )
    del files["data/following.js"]
    assert read(files).levels == [Level("followers", 0), Level("lists", 0)]


# Bad input


@pytest.mark.parametrize(
    ("case", "count", "reason"),
    [
        ("Q6", "-4", "negative count"),
        ("Q7", "NaN", "not a number"),
        ("Q8", "9" * 30, "more than 18 digits"),
        ("Q9", True, "not a number"),
        ("Q10", "1_000", "not a number"),
        ("J6", ["3"], "unexpected shape"),
    ],
)
def test_bad_counts_cost_their_tweet(case: str, count: Any, reason: str) -> None:
    export = read(archive(tweet(1, favorite_count=count), tweet(2)))
    assert (len(export.posts), reasons(export, "tweets.js")) == (1, {reason: 1}), case


@pytest.mark.parametrize(
    ("case", "count", "likes"),
    [("J11", 7, 7), ("Q11", None, None), ("Q10", " 12\n", 12), ("Q11", "-", None)],
)
def test_counts_as_numbers_text_and_nothing(case: str, count: Any, likes: int | None) -> None:
    assert read(archive(tweet(1, favorite_count=count))).posts[0].likes == likes, case


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (None, "no id"),
        ("", "no id"),
        (True, "no id"),
        ([1], "unexpected shape"),
        ("1,85E+18", "no id"),
    ],
)
def test_j13_ids_are_text_or_the_tweet_is_skipped(found: Any, reason: str) -> None:
    export = read(archive(tweet(1, id_str=found, id=None), tweet(2, id_str=1850000000000000009)))
    assert [post.id for post in export.posts] == ["1850000000000000009"]
    assert reasons(export, "tweets.js") == {reason: 1}


def test_j13_follower_ids_may_be_numbers() -> None:
    export = read(
        archive(
            tweet(1),
            follower=js("follower", [*listed("follower", 5, None, "6"), {"accountId": "7"}]),
        )
    )
    assert export.followers == {"5", "6", "7"} and reasons(export, "follower.js") == {"no id": 1}


@pytest.mark.parametrize(
    ("case", "data", "reason"),
    [
        ("J4", js("tweets", wrapped(tweet(1), tweet(2)))[:-300], "this JSON ends in the middle"),
        ("J10", b"<!DOCTYPE html><html></html>", "this is HTML instead of JSON"),
        (
            "J7",
            b"window.YTD.tweets.part0 = [ {'tweet': 1} ]",
            "this isn't JSON: it looks hand-edited",
        ),
        ("J2", b"window.YTD.tweets.part0 = " + b"[" * 100_000, "this JSON is nested too deep"),
        ("J3", js("tweets", wrapped(tweet(1))) + b" [1]", "this JSON goes on behind its end"),
    ],
)
def test_broken_tweets_cost_only_themselves(case: str, data: bytes, reason: str) -> None:
    export = read(archive() | {"data/tweets.js": data})
    assert (export.posts, export.interactions) == ([], []), case
    assert list(reasons(export, "tweets.js")) == [reason]
    assert level(export, "followers") == Level("followers", 3)
    assert any("tweets.js" in said for said in export.notes)


def test_j4_a_part_that_breaks_off_leaves_nothing_of_itself() -> None:
    files = archive(tweet(1, mentions=("anna",)))
    files["data/tweets-part1.js"] = js(
        "tweets", wrapped(*(tweet(n, mentions=("ben",)) for n in range(2, 4_000)))
    )[:-40]
    export = read(files)
    assert [one.partner for one in export.interactions] == ["anna"] and len(export.posts) == 1


@pytest.mark.parametrize(
    "data",
    [b"", b"   ", b"window.YTD.tweets.part0 = [ ]", b"window.YTD.tweets.part0 = {}", b"null"],
)
def test_j9_nothing_in_it_is_no_fault(data: bytes) -> None:
    export = read(archive() | {"data/tweets.js": data})
    assert export.posts == [] and reasons(export, "tweets.js") == {}


def test_j6_other_things_in_a_tweets_file_are_counted() -> None:
    data = js(
        "tweets", [*wrapped(tweet(1)), {"like": {"tweetId": "1"}}, 7, "text", [], {"tweet": None}]
    )
    export = read(archive() | {"data/tweets.js": data})
    assert len(export.posts) == 1 and reasons(export, "tweets.js") == {"unexpected shape": 5}


def test_n1_n5_n8_n9_encodings() -> None:
    data = b"\xef\xbb\xbf" + js(
        "tweets",
        wrapped(tweet(1, "Jö@rg"), tweet(2, "a?b"), tweet(3, "a\0b"), tweet(4, "👩‍👩‍👧 \u202eabc")),
    )
    data = data.replace("ö@".encode(), b"\xf6").replace(b"a?b", b"a\\ud800b")
    export = read(archive() | {"data/tweets.js": data})
    assert [post.text for post in export.posts] == [
        "J\ufffdrg",
        "a\ufffdb",
        "a\ufffdb",
        "👩‍👩‍👧 \u202eabc",
    ]
    notes = next(row.notes for row in export.ledger if row.file.endswith("tweets.js"))
    assert notes == {
        "lone surrogates replaced": 1,
        "undecodable bytes replaced": 1,
        "NUL characters replaced": 1,
    }


def test_hostile_names_in_text_stay_text() -> None:
    export = read(archive(tweet(1, '<script>"__proto__" =cmd() \x1b[2J', mentions=("__proto__",))))
    assert export.posts[0].text == '<script>"__proto__" =cmd() \x1b[2J'
    assert export.interactions[0].partner == "__proto__"


def test_faults_carry_no_text_of_the_person() -> None:
    broken = js("tweets", wrapped(tweet(1, CANARY)))[:-20] + CANARY.encode()
    assert CANARY not in repr(read(archive() | {"data/tweets.js": broken}))


# Anything at all: a result or a KloutError, and nothing uncounted

ARCHIVES: tuple[Files, ...] = (
    archive(
        tweet(1, mentions=("anna",)),
        tweet(2, "RT @anna: x"),
        note_tweet=js("note-tweet", [note("Ein langer Text")]),
    ),
    archive_of_2020(tweet(1)),
    archive_of_2018(tweet(1)),
    archive_of_2016(old_tweet(1, "Hallo")),
)


@given(data=st.data())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_mutated_archives(data: st.DataObject) -> None:
    files = dict(data.draw(st.sampled_from(ARCHIVES)))
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(files)))
        content = bytearray(files[name])
        start = data.draw(st.integers(0, len(content)))
        content[start : start + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
        files[name] = bytes(content)
    survived(files)


@given(
    name=st.sampled_from(
        [
            "data/tweets.js",
            "data/follower.js",
            "data/manifest.js",
            "data/note-tweet.js",
            "tweets.csv",
        ]
    ),
    data=st.binary(max_size=300),
)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_any_bytes(name: str, data: bytes) -> None:
    survived(archive(tweet(1)) | {name: data})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3),
)
FIELDS = st.dictionaries(
    st.sampled_from([*tweet(1), "in_reply_to_screen_name", "text", "retweeted_status"]),
    JSON,
    max_size=6,
)


@given(
    fields=FIELDS,
    kind=st.sampled_from(
        ["tweets", "follower", "lists-member", "note-tweet", "screen-name-change", "account"]
    ),
)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_any_json(fields: dict[str, Any], kind: str) -> None:
    survived(
        archive(tweet(1) | fields)
        | {f"data/{kind}.js": js(kind, [fields, {"tweet": fields}, {"noteTweet": fields}])}
    )
    survived(archive() | {"data/manifest.js": b"window.__THAR_CONFIG = " + pretty(fields)})


def survived(files: Mapping[str, bytes]) -> None:
    try:
        for export in exports(files):
            assert all(isinstance(post.id, str) and post.id for post in export.posts)
    except KloutError:
        pass


# Real archives, anonymised, where they are at hand


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared fixtures are not here")
@pytest.mark.parametrize(
    ("folder", "handle", "day", "found", "levels"),
    [
        (
            "AlliePinnell__FinalTwitterBackup",
            "xftahvjo_",
            "2025-01-22",
            {"original": 15, "reply": 25, "repost": 36, "self_reply": 4},
            [Level("followers", 150, quality="cut"), Level("following", 102), Level("lists", 0)],
        ),
        (
            "Corn-Coder__firsttwit",
            "vzqpgwfbx",
            "2020-05-04",
            {},
            [Level("followers", 115), Level("following", 121), Level("lists", 8)],
        ),
        (
            "andreruffert__twitter",
            "xorfntwbzvcs",
            "2022-11-14",
            {"original": 33, "reply": 19, "repost": 27, "self_reply": 1},
            [
                Level("followers", 150, quality="cut"),
                Level("following", 150, quality="cut"),
                Level("lists", 20),
            ],
        ),
        (
            "milahu__twitter-milahu104",
            "wtetez123",
            "2026-03-06",
            {"original": 1, "reply": 73, "repost": 7, "self_reply": 2},
            [Level("followers", 61), Level("following", 150, quality="cut"), Level("lists", 0)],
        ),
    ],
)
def test_real_archives(
    folder: str, handle: str, day: str, found: dict[str, int], levels: list[Level]
) -> None:
    (export,) = read_path(FIXTURES / folder)
    assert (export.handle, export.levels) == (handle, levels)
    assert export.exported_at is not None and iso_day(export.exported_at) == day
    assert {kind: kinds(export).count(kind) for kind in sorted(set(kinds(export)))} == found
    assert not any(row.skipped for row in export.ledger)


def test_photos_and_videos_are_known_from_what_is_attached() -> None:
    attached = [{"extended_entities": {"media": [{"type": type}]}} for type in ("photo", "video")]
    export = read(archive(tweet(1), *(tweet(n, **more) for n, more in enumerate(attached, 2))))
    assert [post.media for post in export.posts] == ["none", "image", "video"]
    assert {post.media for post in read(archive_of_2016(old_tweet(1, "Kaffee"))).posts} == {None}
