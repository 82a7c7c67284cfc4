"""Facebook: which file of a profile's download is what, in every layout: by folder, base name and key, never by a path (formats §3)."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from klout_cli.files.container import Member
from klout_cli.importers.meta_messages import is_thread
from klout_cli.values.dates import moment

STRONG = frozenset(
    ("your_facebook_activity", "your_activity_across_facebook", "apps_and_websites_off_of_facebook")
)
OURS = STRONG.union(
    (
        "friends_and_followers",
        "following_and_followers",
        "profile_information",
        "friends",
        "followers",
    )
)
_FOLDERS = """about_you ads ads_and_businesses ads_information apps_and_websites archive calls_and_messages comments comments_and_reactions
    connections dating events facebook_gaming facebook_marketplace facebook_news facebook_payments facebook_portal groups interactions
    likes_and_reactions location location_history locations logged_information marketplace messages notifications other_activity
    other_logged_information other_personal_information pages payment_history personal_information photos_and_videos polls posts
    preferences reels reviews saved_items saved_items_and_collections search search_history security_and_login_information short_videos
    stories volunteering voting your_interactions_on_facebook your_places your_topics"""
FOLDERS = OURS.union(_FOLDERS.split())
# Instagram and Threads, which may share a download with Facebook: the folders that are not
# Facebook's alone are then theirs.
OTHERS = frozenset(
    ("your_instagram_activity", "followers_and_following", "past_instagram_insights", "threads")
)
KNOWN = FOLDERS | OTHERS
ALONGSIDE = frozenset(("index.html", "start_here.html", "no-data.txt"))
MESSAGES = "messages"
TABLES = (
    ".csv",
    ".js",
    ".ods",
    ".vcf",
    ".xls",
    ".xlsx",
    ".xml",
    ".yaml",
    ".yml",
)  # never Facebook's, whatever folder they lie in

KEYS = {
    "profile": ("profile_v2", "profile"),
    "friends": ("friends_v2", "friends"),
    "followers": ("followers_v3", "followers_v2", "followers"),
    "following": ("following_v3", "following_v2", "following"),
    "posts": ("status_updates", "lasso_videos_v2"),
    "stories": ("archived_stories_v2",),
    "group posts": ("group_posts_v2", "group_posts"),
    "comments": ("comments_v2", "comments", "group_comments_v2", "group_comments"),
    "reactions": ("reactions_v2", "reactions"),
    "others' walls": (),
    "wall posts": ("wall_posts_sent_to_you", "activity_log_data"),
    "groups": ("groups_joined_v2", "groups_joined", "groups_admined_v2", "groups_admined"),
    "pages": ("pages_v2", "pages"),
    "requests": (),
}
"""What a file can be, with the keys its list stands under.

A bare list is told by its name alone.
"""

ROLES_BY_NAME = {  # without number, apostrophes as Drive writes them
    "profile_information": "profile",
    "friends": "friends",
    "your_friends": "friends",
    "followers": "followers",
    "people_who_followed_you": "followers",
    "following": "following",
    "who_you_follow": "following",
    "who_you_ve_followed": "following",
    "your_posts": "posts",
    "your_posts__check_ins__photos_and_videos": "posts",
    "your_reels": "posts",
    "archived_stories": "stories",
    "group_posts_and_comments": "group posts",
    "your_posts_in_groups": "group posts",
    "your_posts_and_comments_in_groups": "group posts",
    "comments": "comments",
    "your_comments_in_groups": "comments",
    "posts_and_comments": "reactions",
    "likes_and_reactions": "reactions",
    "posts_on_other_pages_and_profiles": "others' walls",
    "other_people_s_posts_to_your_timeline": "wall posts",
    "your_group_membership_activity": "groups",
    "your_groups": "groups",
    "your_pages": "pages",
    "your_information_download_requests": "requests",
}
BARE = frozenset(
    (
        "your_posts",
        "your_posts__check_ins__photos_and_videos",
        "likes_and_reactions",
        "people_who_followed_you",
    )
)

LAYOUTS = {  # newest first: a path may hold the folders of several
    "2023": frozenset(("your_facebook_activity", "connections", "personal_information")),
    "2022": frozenset(("your_activity_across_facebook",)),
    "2020": frozenset(("friends_and_followers", "comments_and_reactions")),
    "2018": frozenset(
        ("about_you", "comments", "following_and_followers", "friends", "likes_and_reactions")
    ),
}

# Patterns are compiled when a file first needs them: most exports are not Facebook's.
_FILE = r"(?P<name>[a-z_]+?)_*(?:_\d+)?(?: ?\(\d+\))?\.(?P<form>json|html)"
_FIRST_KEY = rb'(?:\xef\xbb\xbf)?\s*\{\s*"([^"\\]{1,80})"'
_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}"
_EXPORT_NAME = rf"facebook-([\w.]+?)(?:-({_DATE})(?!\d).*|[ (].*)?(?:\.zip)?"
_PART = r"(?:(?<=-[a-z0-9]{8})-|[-_ ]part[-_ ]?)\d{1,3}$"


def split(member: Member) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the folders around the export, and its own ones: from the first that is known.

    None are known where its own are empty.
    """
    folders = PurePosixPath(member.name.lower()).parts[:-1]
    start = next((index for index, name in enumerate(folders) if name in KNOWN), len(folders))
    return folders[:start], folders[start:]


def root_of(member: Member) -> str | None:
    """Return the folder the member's export starts in, without the number of a part.

    None for a member that is none of Meta's.
    """
    around, inside = split(member)
    known = (
        member.basename in ALONGSIDE or role_of(member)[1]
        if not inside
        else not member.basename.endswith(TABLES)
    )
    return "/".join(re.sub(_PART, "", name) for name in around) if known else None


def in_folder(member: Member) -> bool:
    """Tell a member that lies in a folder of an export, not loose."""
    return bool(split(member)[1])


def is_others(member: Member) -> bool:
    """Tell a member of Instagram or Threads."""
    return not OTHERS.isdisjoint(split(member)[1])


def is_ours(member: Member) -> bool:
    """Tell a member that is Facebook's even where other networks lie in the same download."""
    inside = split(member)[1]
    return not OURS.isdisjoint(inside) or (not inside and role_of(member)[1])


def is_evidence(member: Member) -> bool:
    """Tell whether this member alone proves a Facebook profile's download."""
    inside = split(member)[1]
    role, proven = role_of(member)
    return (
        proven or not STRONG.isdisjoint(inside) or (role == "html" and not OURS.isdisjoint(inside))
    )


def role_of(member: Member) -> tuple[str, bool]:
    """Tell what a member is for us, "" for nothing, and whether its content proves it.

    Only files of known names are opened.
    """
    if is_thread(member) and not is_others(member):
        return MESSAGES, False
    found = re.fullmatch(_FILE, re.sub("['’]", "_", member.basename))
    if not found or found["name"] not in ROLES_BY_NAME or member.private or is_others(member):
        return "", False
    if found["form"] == "html":
        return "html", False
    role = ROLES_BY_NAME[found["name"]]
    head = member.head()
    first = re.match(_FIRST_KEY, head)
    key = first[1].decode("utf-8", "replace") if first else ""
    listed = found["name"] in BARE and head.lstrip()[:1] == b"["
    dated = b'"timestamp"' in head or b'"full_name"' in head or b"_timestamp" in head
    ours = key in KEYS[role]
    return role, (ours and key.endswith(("_v2", "_v3"))) or (dated and (ours or listed))


def told_by_name(members: Sequence[Member], latest: int) -> tuple[str, list[int]]:
    """Return user and day (its start) from the name of download or wrapper folder: two days where it leaves their order open."""
    places = [*reversed(split(members[0])[0]), members[0].container.lower()]
    found = next((found for name in places if (found := re.fullmatch(_EXPORT_NAME, name))), None)
    if not found:
        return "", []
    days = {moment(found[2], latest, order) for order in ("dmy", "mdy")} if found[2] else set()
    return found[1], sorted(day[0] for day in days if isinstance(day, tuple))


def layout_of(members: Sequence[Member]) -> str:
    """Name the layout of files of known roles by its first year; one download can hold two."""
    paths = [split(member)[1] for member in members]
    years = {
        next((year for year, marks in LAYOUTS.items() if not marks.isdisjoint(path)), "")
        for path in paths
    } - {""}
    if "2022" in years:
        years.discard("2020")  # its list of friends had not moved yet
    if not years and any(paths):
        years = {"2018"}
    return f"layout {' and '.join(sorted(years))}" if years else "single files"
