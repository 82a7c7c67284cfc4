"""Small exports of the networks that people use today, put together from the parts that the tests of each importer make."""

import json
from collections.abc import Mapping

from tests.importers import (
    inputs,
    test_bluesky,
    test_follower_lists,
    test_github,
    test_mastodon,
    test_pinterest,
    test_reddit,
    test_scheduler_tables,
    test_telegram,
    test_threads,
    test_tiktok,
    test_tiktok_studio,
    test_youtube_takeout,
)

Files = Mapping[str, str | bytes]


def _mastodon() -> Files:
    posts = (
        test_mastodon.post(),
        test_mastodon.post(2, to=(test_mastodon.BEN,), cc=()),
        test_mastodon.boost(),
    )
    contents = {"actor": test_mastodon.actor(), "outbox": test_mastodon.outbox(*posts)}
    return {
        f"{test_mastodon.NAME}/{name}.json": json.dumps(content)
        for name, content in contents.items()
    }


def _bluesky() -> Files:
    records = {
        test_bluesky.key(1): test_bluesky.post(),
        test_bluesky.key(2): test_bluesky.post(reply=test_bluesky.answer(test_bluesky.BEN)),
        test_bluesky.key(3, "feed.like"): test_bluesky.about(test_bluesky.IDA),
    }
    return {"repo.car": test_bluesky.repository(records)}


def _threads() -> Files:
    contents = (
        test_threads.posts(test_threads.post(), test_threads.post(at="yesterday"))
        | test_threads.profile()
    )
    return {
        f"{test_threads.FOLDER}{name}": inputs.encoded(content)
        for name, content in contents.items()
    }


def _telegram() -> Files:
    messages = (
        test_telegram.message(reactions=test_telegram.reactions(3, 4)),
        test_telegram.message(2, type="service"),
    )
    return {f"{test_telegram.FOLDER}result.json": json.dumps(test_telegram.channel(*messages))}


def _reddit() -> Files:
    rows = test_reddit.posts(test_reddit.post(), test_reddit.post("p2", when="yesterday"))
    return {
        **rows,
        **test_reddit.comments(test_reddit.comment()),
        "statistics.csv": test_reddit.STATISTICS,
    }


def _github() -> Files:
    starred = [test_github.star(), test_github.star("ida", at="yesterday")]
    lists = {
        "user": test_github.person(),
        "repos": [test_github.repository()],
        "stargazers": starred,
    }
    return {f"{name}.json": json.dumps(content) for name, content in lists.items()}


def _takeout() -> Files:
    parts = (
        test_youtube_takeout.channel(),
        test_youtube_takeout.videos(
            test_youtube_takeout.video(), test_youtube_takeout.video(2, "Private")
        ),
        test_youtube_takeout.comments(test_youtube_takeout.comment()),
        test_youtube_takeout.subscriptions(test_youtube_takeout.subscription()),
    )
    return {part.name: part.read() for part in parts}


def _tiktok_studio() -> Files:
    parts = (
        test_tiktok_studio.content(test_tiktok_studio.video()),
        test_tiktok_studio.history(["March 1", "120", "3"]),
    )
    return {part.name: part.read() for part in parts}


MODERN: Mapping[str, Files] = {
    "mastodon": _mastodon(),
    "bluesky": _bluesky(),
    "threads": _threads(),
    "telegram": _telegram(),
    "reddit": _reddit(),
    "github": _github(),
    "pinterest": {
        "index.html": test_pinterest.page(
            test_pinterest.pin(), test_pinterest.pin("112", Private="True")
        )
    },
    "youtube-takeout": _takeout(),
    "tiktok": {"user_data_tiktok.json": json.dumps(test_tiktok.second())},
    "tiktok-studio": _tiktok_studio(),
    "follower-list": {
        test_follower_lists.FOLLOWERS: json.dumps(
            [test_follower_lists.user("1", "Anna_K", 1200)], indent=2
        )
    },
    "hootsuite": {"posts.csv": test_scheduler_tables.HOOTSUITE},
}
