"""X: what the archive lists of itself is compared with what came."""

from functools import partial

import pytest

from klout_cli.importers.x import NOT_WHOLE, OF_POSTS, XArchive
from klout_cli.person.rows import Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.x_archives import (
    Files,
    account,
    archive,
    archive_of_2016,
    archive_of_2020,
    js,
    listed,
    lists,
    manifest,
    old_tweet,
    pretty,
    tweet,
    wrapped,
)

WITHOUT_POSTS, WITHOUT_FOLLOWERS = (
    NOT_WHOLE.format(file=file) for file in ("tweets.js", "follower.js")
)


read = partial(inputs.read_one, XArchive(), latest=midnight(2026, 3, 17))


def missing(stated: int, label: str, found: int) -> str:
    return f"Only {found:,} of {stated:,} {label} are there. Unpack or download the export again."


def without(files: Files, *names: str) -> Files:
    return {name: data for name, data in files.items() if name not in names}


WHOLE = archive(
    tweet(1), tweet(2), manifest=manifest(tweets=2, follower=3, following=2, listsMember=1)
)


def test_a_whole_archive_lacks_nothing() -> None:
    export = read(WHOLE)
    assert (export.notes, export.lacks) == ((), {})
    assert export.followers and export.following


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (None, 0),
        (b"", 0),
        (b"window.YTD.tweets.part0 = [ ]", 0),
        (js("tweets", wrapped(tweet(1), tweet(2)))[:-30], 0),
        (js("tweets", wrapped(tweet(1), {"full_text": "no id"})), 2),
    ],
)
def test_w19_posts_that_are_listed_and_not_there(data: bytes | None, found: int) -> None:
    files = WHOLE | {"data/manifest.js": manifest(tweets=40)} | {"data/tweets.js": data or b""}
    export = read(files if data is not None else without(files, "data/tweets.js"))
    why = missing(40, "posts", found)
    assert why in export.notes
    assert export.lacks == ({} if export.posts else dict.fromkeys(OF_POSTS, why))


def test_a_part_of_the_posts_is_missing() -> None:
    data = manifest(tweets=2).replace(
        b'"count" : "2"', b'"count" : "2"}, {"fileName" : "data/tweets-part1.js", "count" : "5"'
    )
    export = read(WHOLE | {"data/manifest.js": data})
    assert missing(7, "posts", 2) in export.notes
    assert len(export.posts) == 2 and not export.lacks


def test_posts_that_cannot_be_used_are_found_nevertheless() -> None:
    data = js("tweets", [*wrapped(tweet(1)), {"like": {}}, 7])
    assert (
        read(WHOLE | {"data/manifest.js": manifest(tweets=3), "data/tweets.js": data}).notes == ()
    )


@pytest.mark.parametrize("data", [None, b"", b"window.YTD.follower.part0 = [ ]", b"[{"])
def test_for_a_list_that_is_not_there_the_listed_number_stands(data: bytes | None) -> None:
    files = WHOLE | {"data/manifest.js": manifest(follower=102)} | {"data/follower.js": data or b""}
    export = read(files if data is not None else without(files, "data/follower.js"))
    why = missing(102, "followers", 0)
    assert [level for level in export.levels if level.metric == "followers"] == [
        Level("followers", 102)
    ]
    assert why in export.notes and export.lacks == {"reciprocity": why}


def test_a_part_of_a_list_is_cut_and_does_not_tell_who_follows_back() -> None:
    export = read(WHOLE | {"data/manifest.js": manifest(follower=102, following=2)})
    why = missing(102, "followers", 3)
    assert export.levels[:2] == [Level("followers", 3, quality="cut"), Level("following", 2)]
    assert (export.followers, len(export.following)) == (frozenset(), 2)
    assert export.notes == (why,) and export.lacks == {"reciprocity": why}


def test_a_list_that_lost_rows_is_cut() -> None:
    data = js("follower", [*listed("follower", "1", None), 7])
    export = read(WHOLE | {"data/manifest.js": manifest(), "data/follower.js": data})
    assert export.levels[0] == Level("followers", 1, quality="cut")


@pytest.mark.parametrize(
    ("data", "level"),
    [
        (js("lists-member", lists("https://x.com/anna/lists/a")), Level("lists", 1, quality="cut")),
        (js("lists-member", []), None),
        (b"", None),
        (js("lists-member", lists("https://x.com/anna/lists/a"))[:-5], None),
    ],
)
def test_lists_the_owner_is_on(data: bytes, level: Level | None) -> None:
    export = read(
        WHOLE | {"data/manifest.js": manifest(listsMember=8), "data/lists-member.js": data}
    )
    assert [one for one in export.levels if one.metric == "lists"] == ([level] if level else [])
    assert export.lacks["endorsement"] == missing(8, "lists you are on", 1 if level else 0)


def test_files_without_a_byte_are_no_empty_lists() -> None:
    names = ("follower", "following", "lists-member")
    export = read(archive(tweet(1)) | {f"data/{name}.js": b"" for name in names})
    assert export.levels == []
    assert export.notes == (WITHOUT_FOLLOWERS,)


def test_an_account_alone() -> None:
    export = read({"data/account.js": account()})
    assert export.notes == (WITHOUT_POSTS, WITHOUT_FOLLOWERS)
    assert export.lacks == {
        **dict.fromkeys(OF_POSTS, WITHOUT_POSTS),
        "audience": WITHOUT_FOLLOWERS,
        "reciprocity": WITHOUT_FOLLOWERS,
    }


def test_other_files_are_named_once_and_private_ones_never() -> None:
    counts = {"like": 500, "directMessages": 9, "block": 3, "mute": 0, "adEngagements": 7}
    files = WHOLE | {"data/manifest.js": manifest(**counts), "data/block.js": b"[1, 2, 3]"}
    assert read(files).notes == (
        "2 files that the archive lists are missing or empty, such as like.js: unpack it again",
    )
    likes = js("like", [{"like": {"tweetId": str(number)}} for number in range(500)])
    assert read(files | {"data/like.js": likes, "data/ad-engagements.js": b"[]"}).notes == ()


@pytest.mark.parametrize(
    ("id", "label"),
    [("like", "likes given"), ("block", "accounts you block"), ("mute", "accounts you mute")],
)
def test_other_lists_are_counted_and_compared(id: str, label: str) -> None:
    items = [{id: {"accountId": str(number)}} for number in range(3)]
    files = WHOLE | {"data/manifest.js": manifest(**{id: 40}), f"data/{id}.js": js(id, items)}
    export = read(files)
    assert export.notes == (missing(40, label, 3),)
    (row,) = [row for row in export.ledger if row.file.endswith(f"{id}.js")]
    assert (row.read, row.used, row.notes) == (3, 3, {label: 3})
    assert read(files | {"data/manifest.js": manifest(**{id: 3})}).notes == ()


def test_months_of_an_archive_until_2018() -> None:
    index = [{"file_name": f"data/js/tweets/2016_0{n}.js", "tweet_count": n} for n in (4, 5)]
    files = archive_of_2016(*(old_tweet(n, "Moin") for n in range(5)))
    files["data/js/tweet_index.js"] = b"var tweet_index =  " + pretty(index)
    assert missing(9, "posts", 5) in read(files).notes
    table_alone = without(files, "data/js/tweets/2016_05.js")
    assert read(table_alone).notes == (missing(9, "posts", 5),)


def test_headers_of_tweets_count_them_where_no_manifest_does() -> None:
    headers = {"data/tweet-headers.js": js("tweet-headers", [{"tweet": {"tweet_id": "1"}}] * 9)}
    assert read(WHOLE | headers).notes == ()
    alone = without(WHOLE | headers, "data/manifest.js")
    assert read(alone).notes == (missing(9, "posts", 2),)
    why = missing(9, "posts", 0)
    assert read(without(alone, "data/tweets.js")).lacks == dict.fromkeys(OF_POSTS, why)


def test_an_empty_file_does_not_change_the_age_of_an_archive() -> None:
    export = read(archive_of_2020() | {"data/tweet.js": b""})
    assert export.variant == "archive 2020 to 2022"
