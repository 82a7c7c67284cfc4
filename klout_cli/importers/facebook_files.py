"""Facebook: which file of a profile's download is what, in every layout: by folder, name, key."""

import re
from collections.abc import Collection, Sequence

from klout_cli.files.container import Member
from klout_cli.importers.meta import first_key, root_of, split

STRONG = frozenset(
    ("your_facebook_activity", "your_activity_across_facebook", "apps_and_websites_off_of_facebook")
)
_OURS = "friends_and_followers following_and_followers profile_information friends followers"
OURS = STRONG.union(_OURS.split())
_FOLDERS = """about_you ads ads_and_businesses ads_information apps_and_websites archive
    calls_and_messages comments comments_and_reactions connections dating events facebook_gaming
    facebook_marketplace facebook_news facebook_payments facebook_portal groups interactions
    likes_and_reactions location location_history locations logged_information marketplace messages
    notifications other_activity other_logged_information other_personal_information pages
    payment_history personal_information photos_and_videos polls posts preferences reels reviews
    saved_items saved_items_and_collections search search_history security_and_login_information
    short_videos stories volunteering voting your_interactions_on_facebook your_places
    your_topics"""
FOLDERS = OURS.union(_FOLDERS.split())
OTHERS = frozenset(
    ("your_instagram_activity", "followers_and_following", "past_instagram_insights", "threads")
)
"""Instagram and Threads, which may share a download: what is not Facebook's alone is theirs."""
ALONGSIDE = frozenset(("index.html", "start_here.html", "no-data.txt"))
TABLES = (".csv", ".js", ".ods", ".vcf", ".xls", ".xlsx", ".xml", ".yaml", ".yml")
"""Never Facebook's, whatever folder they lie in."""

NAMES = {
    "profile": "profile_information",
    "friends": "friends|your_friends",
    "followers": "followers|people_who_followed_you",
    "following": "following|who_you_follow|who_you.ve_followed",
    "posts": "your_posts|your_posts__check_ins__photos_and_videos|your_reels",
    "stories": "archived_stories",
    "group_posts": "group_posts_and_comments|your_posts_(?:and_comments_)?in_groups",
    "comments": "comments|your_comments_in_groups",
    "reactions": "posts_and_comments|likes_and_reactions",
    "others_walls": "posts_on_other_pages_and_profiles",
    "wall_posts": "other_people.s_posts_to_your_timeline",
    "groups": "your_group_membership_activity|your_groups",
    "pages": "your_pages",
    "requests": "your_information_download_requests",
}
"""What files are called; Google Drive writes apostrophes as underscores."""
KEYS = {
    "profile": ("profile_v2", "profile"),
    "friends": ("friends_v2", "friends"),
    "followers": ("followers_v3", "followers_v2", "followers"),
    "following": ("following_v3", "following_v2", "following"),
    "posts": ("status_updates", "lasso_videos_v2"),
    "stories": ("archived_stories_v2",),
    "group_posts": ("group_posts_v2", "group_posts"),
    "comments": ("comments_v2", "comments", "group_comments_v2", "group_comments"),
    "reactions": ("reactions_v2", "reactions"),
    "others_walls": (),
    "wall_posts": ("wall_posts_sent_to_you", "activity_log_data"),
    "groups": ("groups_joined_v2", "groups_joined", "groups_admined_v2", "groups_admined"),
    "pages": ("pages_v2", "pages"),
    "requests": (),
}
"""The keys that lists stand under. A bare list is told by its name alone."""
_BARE = r"your_posts.*|likes_and_reactions.*|people_who_followed_you.*"
_DATED = rb'"timestamp"|"full_name"|_timestamp'
_LAYOUTS = {
    "2023": {"your_facebook_activity", "connections", "personal_information"},
    "2022": {"your_activity_across_facebook"},
    "2020": {"friends_and_followers", "comments_and_reactions"},
    "2018": {"about_you", "comments", "following_and_followers", "friends", "likes_and_reactions"},
}
"""Folders by year, newest first: a path may show those of several."""

_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}"
DOWNLOAD = (rf"facebook-([\w.]+?)(?:-({_DATE})(?!\d).*|[ (].*)?(?:\.zip)?\Z",)
"""What downloads are called, with user and day."""
_WRAPPER = r"facebook-[\w.]+-(?:\d{4}|\d{1,2})[-.]"


def folders_in(member: Member) -> list[str]:
    """Return the folders of the export that a member lies in; none where it lies loose."""
    return split(member, FOLDERS | OTHERS, _WRAPPER)[1]


def root_in(member: Member, *, proved: bool) -> str | None:
    """Return the folder the member's export starts in, None for a member of none of Meta's."""
    around, inside = split(member, FOLDERS | OTHERS, _WRAPPER)
    loose = member.basename in ALONGSIDE or proved
    belongs = not member.basename.endswith(TABLES) if inside else loose
    return root_of(around) if belongs else None


def is_proved(member: Member, keys: Collection[str]) -> bool:
    """Tell whether the content of a file shows that it is Facebook's."""
    head, key = member.head(), first_key(member)
    known = key in keys
    listed = re.match(_BARE, member.basename) and head.lstrip()[:1] == b"["
    dated = re.search(_DATED, head)
    return (known and key.endswith(("_v2", "_v3"))) or bool(dated and (known or listed))


def layout_of(members: Sequence[Member]) -> str:
    """Name the layout of files that are read by its first year; a download can hold two."""
    paths = [folders_in(member) for member in members]
    years = {
        next((year for year, marks in _LAYOUTS.items() if not marks.isdisjoint(path)), "")
        for path in paths
    } - {""}
    if "2022" in years:
        years.discard("2020")  # its list of friends had not moved yet
    if not years and any(paths):
        years = {"2018"}
    return f"layout {' and '.join(sorted(years))}" if years else "single files"
