"""Builds invented X archives of every generation, as bytes by file name."""

import json
from collections.abc import Mapping
from typing import Any

OWNER = "12345678"
HANDLE = "erika_b"
ZIP_NAME = "twitter-2026-03-01-0f3a9c.zip"
EXPORTED = "2026-03-01T12:21:58.798Z"
AT = "Sat Nov 09 12:14:18 +0000 2024"
CANARY = "canary-of-a-private-message"
PRIVATE = (
    "direct-messages",
    "direct-messages-part1",
    "direct-messages-group",
    "direct-message-headers",
    "grok-chat-item",
)

Files = dict[str, bytes]


def js(kind: str, items: object, part: int = 0) -> bytes:
    """A script as X writes it: an assignment, JSON indented by two, no newline at its end."""
    return f"window.YTD.{kind.replace('-', '_')}.part{part} = ".encode() + pretty(items)


def pretty(value: object) -> bytes:
    return json.dumps(value, indent=2, separators=(",", " : "), ensure_ascii=False).encode()


def tweet(number: int, text: str = "Kaffee &amp; Kuchen", **fields: Any) -> dict[str, Any]:
    """A bare tweet with counts as text.

    `mentions` and `answers` (handle, id) fill the fields X fills for them.
    """
    mentions, answers = fields.pop("mentions", ()), fields.pop("answers", None)
    found: dict[str, Any] = {
        "retweeted": False,
        "entities": {
            "hashtags": [],
            "user_mentions": [
                {"name": name.title(), "screen_name": name, "id_str": "9"} for name in mentions
            ],
        },
        "favorite_count": "3",
        "id_str": str(1_850_000_000_000_000_000 + number),
        "id": str(1_850_000_000_000_000_000 + number),
        "retweet_count": "1",
        "created_at": AT,
        "full_text": text,
        "lang": "de",
    }
    if answers:
        found |= {
            "in_reply_to_screen_name": answers[0],
            "in_reply_to_user_id_str": answers[1],
            "in_reply_to_status_id_str": "1",
        }
    return found | fields


def wrapped(*tweets: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"tweet": found} for found in tweets]


def listed(kind: str, *ids: object) -> list[dict[str, Any]]:
    return [
        {kind: {"accountId": found, "userLink": f"https://twitter.com/intent/user?user_id={found}"}}
        for found in ids
    ]


def lists(*addresses: str) -> list[dict[str, Any]]:
    return [{"userListInfo": {"url": address}} for address in addresses]


def renamed(old: str, new: str) -> dict[str, Any]:
    change = {"changedAt": "2019-09-13T16:07:06.000Z", "changedFrom": old, "changedTo": new}
    return {"screenNameChange": {"accountId": OWNER, "screenNameChange": change}}


def note(text: str, at: str = "2024-11-09T12:14:17.000Z") -> dict[str, Any]:
    return {
        "noteTweet": {"noteTweetId": "77", "createdAt": at, "core": {"text": text, "mentions": []}}
    }


def manifest(exported: str = EXPORTED, **counts: int) -> bytes:
    types = {
        kind: {"files": [{"fileName": f"data/{kind}.js", "count": str(count)}]}
        for kind, count in counts.items()
    }
    value = {
        "userInfo": {"accountId": OWNER, "userName": HANDLE, "displayName": "Erika Beispiel"},
        "archiveInfo": {
            "sizeBytes": "11198813",
            "generationDate": exported,
            "isPartialArchive": False,
        },
        "dataTypes": types | {"unused": {"mediaDirectory": "data/unused_media"}},
    }
    return b"window.__THAR_CONFIG = " + pretty(value)


def account() -> bytes:
    return js(
        "account",
        [
            {
                "account": {
                    "username": HANDLE,
                    "accountId": OWNER,
                    "accountDisplayName": "Erika Beispiel",
                }
            }
        ],
    )


def archive(*tweets: Mapping[str, Any], **more: bytes) -> Files:
    """An archive as of today (generation D).

    `more` replaces or adds data files by their names with underscores.
    """
    files: Files = {
        "Your archive.html": b"<html>viewer</html>",
        "assets/js/runtime.js": b"viewer",
        "data/README.txt": b"@erika_b",
        "data/manifest.js": manifest(),
        "data/account.js": account(),
        "data/follower.js": js("follower", listed("follower", "111", "222", "333")),
        "data/following.js": js("following", listed("following", "222", "999")),
        "data/lists-member.js": js("lists-member", lists("https://twitter.com/anna/lists/garten")),
        "data/tweets.js": js("tweets", wrapped(*tweets)),
        "data/deleted-tweets.js": js("deleted-tweets", wrapped(tweet(900, "geloescht"))),
        "data/tweets_media/1-a.jpg": b"\xff\xd8",
    }
    files |= {f"data/{name}.js": CANARY.encode() for name in PRIVATE}
    return files | {f"data/{name.replace('_', '-')}.js": data for name, data in more.items()}


def archive_of_2020(*tweets: Mapping[str, Any]) -> Files:
    """Generation C: `tweet.js`, its items wrapped."""
    return {
        "data/manifest.js": manifest("2021-05-04T05:53:08.411Z"),
        "data/tweet.js": js("tweet", wrapped(*tweets)),
    }


def archive_of_2018(*tweets: Mapping[str, Any]) -> Files:
    """Generation B: everything at the root, tweets not wrapped, followers by id only."""
    return {
        "account.js": account(),
        "follower.js": js("follower", [{"follower": {"accountId": "111"}}]),
        "tweet.js": js("tweet", list(tweets)),
        "direct-message.js": CANARY.encode(),
    }


def archive_of_2016(*tweets: Mapping[str, Any]) -> Files:
    """Generation A (Grailbird): one script a month, ids as numbers, `text`."""
    details = {
        "screen_name": HANDLE,
        "created_at": "2009-03-04 05:18:36 +0000",
        "full_name": "Erika Beispiel",
        "id": OWNER,
    }
    return {
        "index.html": b"<html>viewer</html>",
        "css/application.min.css": b"",
        "tweets.csv": grailbird_csv(*tweets),
        "data/js/user_details.js": b"var user_details =  " + pretty(details),
        "data/js/payload_details.js": b"var payload_details =  "
        + pretty({"tweets": 2, "created_at": "2016-06-03 05:23:58 +0000"}),
        "data/js/tweet_index.js": b"var tweet_index =  " + pretty([]),
        "data/js/tweets/2016_05.js": b"Grailbird.data.tweets_2016_05 = \n" + pretty(list(tweets)),
    }


def old_tweet(number: int, text: str, **fields: Any) -> dict[str, Any]:
    """A tweet of generation A."""
    found = tweet(number, text, created_at="2016-05-03 05:21:50 +0000", **fields)
    found |= {"text": found.pop("full_text"), "id": int(found["id"])}
    return found


def grailbird_csv(*tweets: Mapping[str, Any]) -> bytes:
    columns = (
        "tweet_id",
        "in_reply_to_status_id",
        "in_reply_to_user_id",
        "timestamp",
        "source",
        "text",
        "retweeted_status_id",
    )
    rows = [columns]
    for found in tweets:
        reply = (
            str(found.get("in_reply_to_status_id_str", "")),
            str(found.get("in_reply_to_user_id_str", "")),
        )
        repost = "7" if found["text"].startswith("RT @") else ""
        rows.append(
            (str(found["id"]), *reply, str(found["created_at"]), "web", str(found["text"]), repost)
        )
    return "\n".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows
    ).encode()
