"""Builds invented downloads of Facebook profiles in the real shapes of each layout.

Members and double encoding are Instagram's.
"""

from typing import Any

from tests.importers.instagram_exports import CANARY, DAY, broken, mojibake

ROOT = "facebook-erika.beispiel-2026-03-01-Ab3dE6gH"
EXPORTED = 1_772_323_200  # 2026-03-01 00:00 UTC
OLD = EXPORTED - 1000 * DAY

ACTIVITY = "your_facebook_activity/"
PROFILE = "personal_information/profile_information/profile_information.json"
FRIENDS = "connections/friends/your_friends.json"
FOLLOWERS = "connections/followers/people_who_followed_you_1.json"
FOLLOWING = "connections/followers/who_you've_followed.json"
POSTS = ACTIVITY + "posts/your_posts__check_ins__photos_and_videos_1.json"
COMMENTS = ACTIVITY + "comments_and_reactions/comments.json"
REACTIONS = ACTIVITY + "comments_and_reactions/likes_and_reactions_1.json"
GROUPS = ACTIVITY + "groups/"
REQUESTS = ACTIVITY + "other_activity/your_information_download_requests.json"
MESSAGE = ACTIVITY + "messages/inbox/jonas_1784/message_1.json"

Record = dict[str, Any]


def profile(name: str = "Erika Beispiel", user: str = "erika.beispiel", uri: str = "") -> Record:
    lines: Record = {
        "name": {"full_name": mojibake(name), "first_name": "Erika"},
        "registration_timestamp": OLD,
    }
    return {
        "profile_v2": lines
        | ({"username": user} if user else {})
        | ({"profile_uri": uri} if uri else {})
    }


def friend(name: str, since: int | None = OLD) -> Record:
    return {"name": mojibake(name)} | ({} if since is None else {"timestamp": since})


def follower(name: str, since: int = OLD) -> Record:
    """Write an entry of the list without a key, as it is since 2024."""
    return {
        "title": "",
        "media_list_data": [],
        "string_list_data": [{"value": mojibake(name), "timestamp": since}],
    }


def post(
    at: int,
    text: str = "",
    title: str = "Erika Beispiel shared a post.",
    link: str = "",
    caption: str = "",
) -> Record:
    attached: list[Record] = (
        [{"external_context": {"url": link, "name": "Anderswo"}}] if link else []
    )
    if caption:
        attached.append(
            {
                "media": {
                    "uri": "posts/media/1.jpg",
                    "creation_timestamp": at,
                    "description": mojibake(caption),
                }
            }
        )
    data: list[Record] = ([{"post": mojibake(text)}] if text else []) + [
        {"update_timestamp": at + 60}
    ]
    return {"timestamp": at, "title": mojibake(title), "data": data} | (
        {"attachments": [{"data": attached}]} if attached else {}
    )


def comment(
    title: str, at: int = EXPORTED - DAY, text: str = "Schön!", author: str = "Erika Beispiel"
) -> Record:
    said = {"timestamp": at, "comment": mojibake(text), "author": mojibake(author)}
    return {"timestamp": at, "title": mojibake(title), "data": [{"comment": said}]}


def reaction(title: str, at: int = EXPORTED - DAY) -> Record:
    return {
        "timestamp": at,
        "title": mojibake(title),
        "data": [{"reaction": {"reaction": "LIKE", "actor": "Erika Beispiel"}}],
    }


def generic(at: int, author: str = "", **values: str) -> Record:
    """Write the shape of 2025: labels in the account's language, the author nested twice."""
    labels: list[Record] = [
        {"label": label, "value": mojibake(value), "ent_field_name": "X"}
        for label, value in values.items()
    ]
    labels.append(
        {
            "dict": [{"dict": [{"label": "Name", "value": mojibake(author)}], "title": ""}],
            "title": "Author",
        }
    )
    return {"timestamp": at, "media": [], "label_values": labels, "fbid": str(at)}


def download() -> dict[str, object]:
    """Return a whole download of the layout of 2023, with private messages, albums and pictures beside it."""
    return {
        PROFILE: profile(),
        FRIENDS: {
            "friends_v2": [
                friend("Jörg Müller"),
                friend("Anna Muster"),
                friend("Anna Muster", OLD + DAY),
                friend("Ben"),
            ]
        },
        FOLLOWING: {"following_v3": [friend("Zeitung")]},
        "connections/friends/removed_friends.json": {"deleted_friends_v2": [friend("Zoe Weg")]},
        "connections/friends/no-data.txt": b"You have no data in this section",
        POSTS: [post(EXPORTED - n * DAY, f"Grüße {n} 🎉") for n in range(1, 6)]
        + [post(EXPORTED - 9 * DAY, link="https://example.org/a")],
        COMMENTS: {"comments_v2": [comment("Erika Beispiel commented on Jörg Müller's post.")]},
        REACTIONS: [
            reaction("Erika Beispiel gefällt Jörg Müllers Beitrag."),
            reaction("Erika Beispiel likes Anna Muster's photo."),
        ],
        GROUPS + "group_posts_and_comments.json": {
            "group_posts_v2": [post(EXPORTED - 3 * DAY, "Wer kommt?")]
        },
        GROUPS + "your_comments_in_groups.json": {
            "group_comments_v2": [comment("Erika Beispiel antwortete.", text="Ich!")]
        },
        GROUPS + "your_group_membership_activity.json": {
            "groups_joined_v2": [{"timestamp": OLD, "title": "…", "data": [{"name": "Chor"}]}]
        },
        ACTIVITY + "pages/your_pages.json": broken(
            {"pages_v2": [{"name": "Musterbäckerei", "timestamp": OLD, "url": "https://x"}]}
        ),
        ACTIVITY + "posts/album/0.json": {"name": "Album", "photos": []},
        ACTIVITY + "posts/media/1.jpg": b"\xff\xd8\xff",
        REQUESTS: [
            {"timestamp": EXPORTED - DAY // 2, "media": [], "label_values": [], "fbid": "7"}
        ],
        "security_and_login_information/browser_cookies.json": {"datr_stats_v2": {}},
        MESSAGE: {"participants": [], "messages": [{"sender_name": "Jonas", "content": CANARY}]},
    }
