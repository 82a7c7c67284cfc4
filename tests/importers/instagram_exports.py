"""Builds invented Instagram downloads in the real shapes of each layout, by file name."""

from collections.abc import Sequence
from typing import Any

ROOT = "instagram-mia.muster-2026-03-01-Ab3dE6gH"
DAY = 86_400
EXPORTED = 1_772_323_200  # 2026-03-01 00:00 UTC
CANARY = "canary-of-a-private-message"

PEOPLE = "connections/followers_and_following/"
MEDIA = "your_instagram_activity/media/"
INSIGHTS = "logged_information/past_instagram_insights/"
PROFILE = "personal_information/personal_information/personal_information.json"
MESSAGE = "your_instagram_activity/messages/inbox/jonas_1784/message_1.json"

Record = dict[str, Any]


def mojibake(text: str) -> str:
    """Write text as Meta does: each byte of its UTF-8 as a character."""
    return text.encode().decode("latin-1")


def broken(data: Any) -> Any:
    """Put keys and values of a record into Meta's double encoding."""
    if isinstance(data, str):
        return mojibake(data)
    if isinstance(data, dict):
        return {mojibake(key): broken(value) for key, value in data.items()}
    return [broken(value) for value in data] if isinstance(data, list) else data


def profile(
    user: str = "mia.muster",
    name: str = "Mia Muster",
    labels: Sequence[str] = ("Email", "Username", "Name"),
) -> Record:
    values = ("mia@example.org", user, name)
    cells = {
        label: {"href": "", "value": value, "timestamp": 0}
        for label, value in zip(labels, values, strict=True)
    }
    return {
        "profile_user": [
            {"title": "User Information", "media_map_data": {}, "string_map_data": cells}
        ]
    }


def person(user: str, since: int = EXPORTED - 1000 * DAY) -> Record:
    link = {"href": f"https://www.instagram.com/{user}", "value": user, "timestamp": since}
    return {"title": "", "media_list_data": [], "string_list_data": [link]}


def titled(user: str, since: int = EXPORTED - 1000 * DAY) -> Record:
    """Name a person by title, as following.json does since late 2025."""
    return {
        "title": user,
        "string_list_data": [{"href": f"https://www.instagram.com/_u/{user}", "timestamp": since}],
    }


def generic(user: str, at: int, url: str = "https://www.instagram.com/p/Cabc/") -> Record:
    """Write a like in the generic shape of 2026, the owner nested twice."""
    owner = [
        {"label": "URL", "value": f"https://www.instagram.com/{user}"},
        {"label": "Username", "value": user},
    ]
    values = [
        {"label": "URL", "value": url, "href": url},
        {"dict": [{"dict": owner, "title": ""}], "title": "Owner"},
    ]
    return {"timestamp": at, "media": [], "label_values": values, "fbid": "1784"}


def post(at: int, caption: str = "", number: int = 0, carousel: bool = False) -> Record:
    uri = f"media/posts/202602/{number or at}.jpg"
    medium = {"uri": uri, "creation_timestamp": at, "title": "" if carousel else mojibake(caption)}
    if not carousel:
        return {"media": [medium]}
    return {
        "media": [medium, {**medium, "uri": uri.replace(".jpg", "b.jpg")}],
        "title": mojibake(caption),
        "creation_timestamp": at,
    }


def story(at: int) -> Record:
    return {"uri": f"media/stories/202602/{at}.jpg", "creation_timestamp": at, "title": ""}


def insight(
    at: int | str, caption: str = "", label: str = "Creation Timestamp", **counts: str
) -> Record:
    """Write the counts of a post; `at` as text stands in the value, as in some exports.

    Blanks in labels are underscores here.
    """
    created = {
        "href": "",
        "value": at if isinstance(at, str) else "",
        "timestamp": 0 if isinstance(at, str) else at,
    }
    cells = {label: created} | {
        name.replace("_", " "): {"href": "", "value": value, "timestamp": 0}
        for name, value in counts.items()
    }
    thumbnail = {} if isinstance(at, str) else {"creation_timestamp": at}
    media = (
        {"Media Thumbnail": {"uri": "", "title": mojibake(caption), **thumbnail}} if caption else {}
    )
    return {"title": "", "media_map_data": media, "string_map_data": cells}


def audience(**values: str) -> Record:
    cells = {
        name.replace("_", " "): {"href": "", "value": value, "timestamp": 0}
        for name, value in values.items()
    }
    return {
        "organic_insights_audience": [{"title": "", "media_map_data": {}, "string_map_data": cells}]
    }


def comment(
    owner: str,
    at: int,
    text: str = "Schön!",
    labels: Sequence[str] = ("Comment", "Media Owner", "Time"),
) -> Record:
    cells = dict(
        zip(labels, ({"value": mojibake(text)}, {"value": owner}, {"timestamp": at}), strict=True)
    )
    return {"media_list_data": [{"uri": ""}], "string_map_data": cells}


def like(owner: str, at: int) -> Record:
    link = {"href": f"https://www.instagram.com/p/{at}/", "value": mojibake("👍"), "timestamp": at}
    return {"title": owner, "string_list_data": [link]}


def download() -> dict[str, object]:
    """Return a whole personal download of the layout of 2025, with private messages, pictures and Threads beside it."""
    threads = {"text_post_app_text_post_app_followers": [person(f"thread{n}") for n in range(9)]}
    return {
        PROFILE: profile(),
        PEOPLE + "followers_1.json": [
            person("anna"),
            person("ben"),
            person("cem", EXPORTED - 5 * DAY),
        ],
        PEOPLE + "following.json": {
            "relationships_following": [titled("anna"), titled("Cem"), titled("dora")]
        },
        PEOPLE + "blocked_profiles.json": {"relationships_blocked_users": [person("zoe")]},
        MEDIA + "posts_1.json": [post(EXPORTED - n * DAY, f"Grüße {n}") for n in range(1, 6)],
        MEDIA + "reels.json": {"ig_reels_media": [post(EXPORTED - 6 * DAY, "Ein Reel")]},
        MEDIA + "stories.json": {"ig_stories": [story(EXPORTED - 7 * DAY)]},
        MEDIA + "archived_posts.json": {
            "ig_archived_post_media": [post(EXPORTED - 8 * DAY, "weg damit")]
        },
        "your_instagram_activity/comments/post_comments_1.json": [
            comment("anna", EXPORTED - DAY),
            comment("anna", EXPORTED - 2 * DAY),
        ],
        "your_instagram_activity/likes/liked_posts.json": {
            "likes_media_likes": [like("ben", EXPORTED - DAY), like("cem", EXPORTED - DAY)]
        },
        "your_instagram_activity/threads/followers.json": threads,
        MESSAGE: {"participants": [], "messages": [{"sender_name": "Jonas", "content": CANARY}]},
        "media/posts/202602/1.jpg": b"\xff\xd8\xff",
    }
