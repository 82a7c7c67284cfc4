"""Instagram: which file of a download is what, in every layout: by folder, base name and key."""

import re
from collections.abc import Sequence

from klout_cli.files.container import Member
from klout_cli.importers.archive import File
from klout_cli.importers.meta import first_key, root_of, split

NAMES = {
    "profile": "personal_information",
    "sign_up": "instagram_signup_details|signup_information",
    "posts": "posts|reels|igtv_videos",
    "archived": "archived_posts",
    "stories": "stories",
    "insights": "live_videos|posts|reels",
    "story_insights": "stories",
    "audience": "audience_insights",
    "followers": "followers",
    "following": "following",
    "comments": "post_comments|reels_comments",
    "likes": "liked_posts|liked_comments",
}
"""What files are called, for bare lists and for files whose content is broken."""
KEYS = {
    "profile_user": "profile",
    "account_history_registration_info": "sign_up",
    "ig_reels_media": "posts",
    "ig_igtv_media": "posts",
    "ig_archived_post_media": "archived",
    "ig_stories": "stories",
    "organic_insights_posts": "insights",
    "organic_insights_reels": "insights",
    "organic_insights_live": "insights",
    "organic_insights_stories": "story_insights",
    "organic_insights_audience": "audience",
    "relationships_followers": "followers",
    "relationships_following": "following",
    "comments_media_comments": "comments",
    "comments_reels_comments": "comments",
    "likes_media_likes": "likes",
    "likes_comment_likes": "likes",
}
"""What a file is by its first key, whatever it is called."""
OTHER_KEYS = ("text_post_app_", "basel_app_", "subscriptions_")  # Threads, Edits, subscriptions

OURS = frozenset(("your_instagram_activity", "followers_and_following", "past_instagram_insights"))
_FOLDERS = """account_information ads_and_businesses ads_and_topics ads_information apps_and_websites
    apps_and_websites_off_of_instagram autofill_information avatars_store comments
    comments_settings connections contacts content device_information digital_wallets events
    fundraisers guides information_about_you likes logged_information login_and_account_creation
    loyalty_accounts media messages monetization personal_information preferences recent_searches
    reports saved security_and_login_information shopping story_sticker_interactions subscriptions
    your_topics"""
FOLDERS = OURS.union(_FOLDERS.split())
_OTHERS = """threads your_facebook_activity your_activity_across_facebook
    apps_and_websites_off_of_facebook friends_and_followers following_and_followers
    profile_information friends followers"""
OTHERS = frozenset(_OTHERS.split())
"""Threads and Facebook, whose files may lie in the same zip under the same names."""
ALONGSIDE = frozenset(("index.html", "start_here.html", "no-data.txt"))

FIRST_NAMES = r"(?:connections|likes|comments|media)\.json"
FIRST_KEYS = (
    rb'"(?:followers|following|follow_requests_sent|(?:media|comment)_likes|media_comments|'
    rb'photos|videos|stories)"'
)
"""Of the files at the root until 2020."""
_MARKS = rb'"(?:string_(?:list|map)_data|creation_timestamp|label_values)"'
_WRAPPER = r"instagram-[\w.]+-\d{4}-\d{2}-\d{2}(?!\d)"
DOWNLOAD = (
    r"instagram-([\w.]+)-(\d{4}-\d{2}-\d{2})(?!\d)",
    r"(?!instagram)([a-z0-9._]+)_(20\d{6})(?!\d)",
    r"()instagram.*?(20\d{2}[-_]\d{2}[-_]\d{2}|20\d{6})(?!\d)",
)
"""What downloads are called, with user and day."""


def folders_in(member: Member) -> list[str]:
    """Return the folders of the export that a member lies in; none where it lies loose."""
    return split(member, FOLDERS | OTHERS, _WRAPPER)[1]


def root_in(member: Member, file: File | None) -> str | None:
    """Return the folder the member's export starts in, None for a member of none of ours."""
    around, inside = split(member, FOLDERS | OTHERS, _WRAPPER)
    if not OTHERS.isdisjoint(inside) or not (inside or file or member.basename in ALONGSIDE):
        return None
    return root_of(around)


def is_evidence(member: Member, file: File | None) -> bool:
    """Tell whether this member alone proves an Instagram export."""
    if re.match(_WRAPPER, member.container.lower()) or not OURS.isdisjoint(folders_in(member)):
        return True
    if not file or file.id == "html":
        return False
    return bool(file.head or first_key(member) in KEYS or re.search(_MARKS, member.head()))


def layout_of(members: Sequence[Member], *, first: bool) -> str:
    """Name the layout by its first year; private messages change nothing of it."""
    files = [member for member in members if member.basename.endswith((".json", ".html"))]
    paths = [folders_in(member) for member in files if not member.private]
    if any("your_instagram_activity" in path and path[-1] == "media" for path in paths):
        return "layout 2025"
    if any("your_instagram_activity" in path or "connections" in path for path in paths):
        return "layout 2023"
    if any(paths):
        return "layout 2021"
    return "layout 2020" if first else "single files"
