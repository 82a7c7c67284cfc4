"""Instagram: which file of a download is what, in every layout: by folder, base name and first key, never by a path (formats §5)."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from klout_cli.files.container import Member
from klout_cli.importers.meta_messages import is_thread
from klout_cli.values.dates import moment

OTHER_KEYS = ("text_post_app_", "basel_app_", "subscriptions_")  # Threads, Edits, subscriptions
ALONGSIDE = frozenset(("index.html", "start_here.html", "no-data.txt"))

OURS = frozenset(("your_instagram_activity", "followers_and_following", "past_instagram_insights"))
_FOLDERS = """account_information ads_and_businesses ads_and_topics ads_information apps_and_websites apps_and_websites_off_of_instagram
    autofill_information avatars_store comments comments_settings connections contacts content device_information digital_wallets events
    fundraisers guides information_about_you likes logged_information login_and_account_creation loyalty_accounts media messages
    monetization personal_information preferences recent_searches reports saved security_and_login_information shopping
    story_sticker_interactions subscriptions your_topics"""
FOLDERS = OURS.union(_FOLDERS.split())
_OTHERS = """threads your_facebook_activity your_activity_across_facebook apps_and_websites_off_of_facebook friends_and_followers
    following_and_followers profile_information friends followers"""
OTHERS = frozenset(
    _OTHERS.split()
)  # Threads and Facebook, whose files may lie in the same zip under the same names
MESSAGES = "messages"
PRIVATE = frozenset(("messages", "inbox", "message_requests"))
NAMESAKES = frozenset(
    ("subscriptions", "edits")
)  # hold a reels.json and a personal_information.json of something else

ROLES_BY_KEY = {
    "profile_user": "profile",
    "ig_reels_media": "posts",
    "ig_igtv_media": "posts",
    "ig_archived_post_media": "archived",
    "ig_stories": "stories",
    "organic_insights_posts": "insights",
    "organic_insights_reels": "insights",
    "organic_insights_live": "insights",
    "organic_insights_stories": "story insights",
    "organic_insights_audience": "audience",
    "relationships_followers": "followers",
    "relationships_following": "following",
    "comments_media_comments": "comments",
    "comments_reels_comments": "comments",
    "likes_media_likes": "likes",
    "likes_comment_likes": "likes",
}
ROLES_BY_NAME = {  # for bare lists, and for files whose content is broken
    "personal_information": "profile",
    "posts": "posts",
    "reels": "posts",
    "igtv_videos": "posts",
    "archived_posts": "archived",
    "stories": "stories",
    "live_videos": "insights",
    "audience_insights": "audience",
    "followers": "followers",
    "following": "following",
    "post_comments": "comments",
    "reels_comments": "comments",
    "liked_posts": "likes",
    "liked_comments": "likes",
}
FIRST_LAYOUT = {  # until 2020, at the root; each has at least one of its keys
    "profile": (b'"username"',),
    "connections": (b'"followers"', b'"following"', b'"follow_requests_sent"'),
    "likes": (b'"media_likes"', b'"comment_likes"'),
    "comments": (b'"media_comments"',),
    "media": (b'"photos"', b'"videos"', b'"stories"'),
}
MARKS = (b'"string_list_data"', b'"string_map_data"', b'"creation_timestamp"', b'"label_values"')

_FILE = re.compile(r"(?P<name>[a-z_]+?)(?:_\d+)?(?: ?\(\d+\))?\.(?P<form>json|html)")
_FIRST_KEY = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"([^"\\]{1,80})"')
_EXPORT_NAME = re.compile(r"instagram-(?P<user>[\w.]+)-(?P<day>\d{4}-\d{2}-\d{2})(?!\d)")
_OLD_EXPORT_NAME = re.compile(r"(?!instagram)(?P<user>[a-z0-9._]+)_(?P<day>20\d{6})(?!\d)")
_DAY_IN_NAME = re.compile(r"(?P<user>)instagram.*?(?P<day>20\d{2}[-_]\d{2}[-_]\d{2}|20\d{6})(?!\d)")
_PART = re.compile(r"[-_ ]part[-_ ]?\d+$")


def split(member: Member) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the folders around a folder named like an export, it included, and the ones inside.

    All are inside where there is none.
    """
    folders = PurePosixPath(member.name.lower()).parts[:-1]
    start = max(
        (index + 1 for index, name in enumerate(folders) if _EXPORT_NAME.match(name)), default=0
    )
    return folders[:start], folders[start:]


def _file(member: Member) -> tuple[str, str]:
    """Return name and form of a file of the two lists, without its number; "" for any other."""
    found = _FILE.fullmatch(member.basename)
    return (
        (found["name"], found["form"])
        if found and (found["name"] in ROLES_BY_NAME or found["name"] in FIRST_LAYOUT)
        else ("", "")
    )


def _first_key(head: bytes) -> str:
    """Return the first key of a JSON object, "" where it begins otherwise."""
    first = _FIRST_KEY.match(head)
    return first[1].decode("utf-8", "replace") if first else ""


def root_of(member: Member) -> str | None:
    """Return the folder the member's export starts in, without the number of a part.

    None for a member that is none of ours.
    """
    around, inside = split(member)
    if not OTHERS.isdisjoint(inside):
        return None
    start = next((index for index, name in enumerate(inside) if name in FOLDERS), None)
    loose = start is None and member.basename not in ALONGSIDE
    if loose and (not _file(member)[0] or _first_key(member.head()).startswith(OTHER_KEYS)):
        return None
    return "/".join(_PART.sub("", name) for name in around + inside[:start])


def is_evidence(member: Member) -> bool:
    """Tell whether this member alone proves an Instagram export."""
    named = _EXPORT_NAME.match(member.container.lower()) is not None
    return named or not OURS.isdisjoint(split(member)[1]) or role_of(member)[1]


def role_of(member: Member) -> tuple[str, bool]:
    """Tell what a member is for us, "" for nothing, and whether its content proves it.

    Only files of known names are opened.
    """
    if is_thread(member):
        return MESSAGES, False
    name, form = _file(member)
    if not name or not (PRIVATE | NAMESAKES | OTHERS).isdisjoint(split(member)[1]):
        return "", False
    if form == "html":
        return "html" if name in ROLES_BY_NAME else "", False
    head = member.head()
    if name in FIRST_LAYOUT:
        proven = any(key in head for key in FIRST_LAYOUT[name])
        return ("profile" if name == "profile" else "first layout") if proven else "", proven
    key = _first_key(head)
    if key.startswith(OTHER_KEYS):
        return "", False
    return ROLES_BY_KEY.get(key, ROLES_BY_NAME[name]), key in ROLES_BY_KEY or any(
        mark in head for mark in MARKS
    )


def named(members: Sequence[Member], latest: int) -> tuple[str, int | None]:
    """Return user name and day (its start) from the names of download and wrapper folder, "" and None where they do not say."""
    places = [*reversed((root_of(members[0]) or "").split("/")), members[0].container.lower()]
    found = next(
        (
            found
            for form in (_EXPORT_NAME, _OLD_EXPORT_NAME, _DAY_IN_NAME)
            for name in places
            if (found := form.match(name))
        ),
        None,
    )
    if not found:
        return "", None
    digits = re.sub(r"\D", "", found["day"])
    day = moment(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", latest)
    return found["user"], day[0] if isinstance(day, tuple) else None


def layout_of(members: Sequence[Member]) -> str:
    """Name the layout by its first year."""
    paths = [split(member)[1] for member in members if member.basename.endswith((".json", ".html"))]
    if any("your_instagram_activity" in path and path[-1] == "media" for path in paths):
        return "layout 2025"
    if any("your_instagram_activity" in path or "connections" in path for path in paths):
        return "layout 2023"
    if not all(FOLDERS.isdisjoint(path) for path in paths):
        return "layout 2021"
    return (
        "layout 2020"
        if any(role_of(member)[0] == "first layout" for member in members)
        else "single files"
    )
