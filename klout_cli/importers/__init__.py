"""Downloads in: one module a network, listed here; nothing is found by magic.

Each is listed with the endings of the files that prove an export of its kind, so that only the
importers a download may need are loaded.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from klout_cli.files.container import Member

if TYPE_CHECKING:
    from klout_cli.importers.archive import Archive

TABLES = (".csv", ".tsv", ".tab", ".txt")
BOOKS = (".xlsx", ".xlsm", ".xls")
PAGES = (".json", ".html")

LISTED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("x", "XArchive", (".js", ".csv")),
    ("x_analytics", "XAnalytics", (".csv",)),
    ("follower_lists", "FollowerLists", (".json", ".jsonl", ".csv")),
    ("linkedin", "LinkedIn", (".csv", ".txt")),
    ("linkedin_analytics", "LinkedInAnalytics", BOOKS),
    ("linkedin_posts", "LinkedInPosts", BOOKS),
    ("xing", "Xing", (".csv", ".vcf", *BOOKS)),
    ("facebook", "Facebook", PAGES),
    ("business_suite", "BusinessSuite", TABLES),
    ("instagram", "Instagram", PAGES),
    ("instagram_api", "InstagramAPI", (".json",)),
    ("threads", "Threads", PAGES),
    ("googleplus", "GooglePlus", (*PAGES, ".csv", ".vcf")),
    ("foursquare", "Foursquare", (".json",)),
    ("mastodon", "Mastodon", (".json", ".csv")),
    ("mastodon_tool", "MastodonTool", (".json",)),
    ("bluesky", "Bluesky", (".car",)),
    ("youtube", "YouTubeStudio", (".csv",)),
    ("youtube", "YouTubeTakeout", (".csv",)),
    ("tiktok", "TikTok", (".json",)),
    ("tiktok_studio", "TikTokStudio", (".csv", *BOOKS)),
    ("telegram", "Telegram", (".json",)),
    ("reddit", "Reddit", (".csv",)),
    ("github", "GitHub", (".json",)),
    ("snapchat", "Snapchat", (".json",)),
    ("pinterest", "Pinterest", (".html",)),
    ("wordpress", "WordPress", (".xml",)),
    ("feeds", "Feeds", (".xml", ".rss", ".atom", ".rdf", ".json")),
    ("ghost", "Ghost", (".json", ".csv")),
    ("medium", "Medium", (".html",)),
    ("substack", "Substack", (".csv",)),
    ("substack", "SubstackStatistics", (".csv",)),
    ("newsletters", "Newsletters", (".csv",)),
    ("google_analytics", "GoogleAnalytics", (".csv",)),
    ("matomo", "Matomo", (".csv", ".tsv")),
    ("plausible", "Plausible", (".csv",)),
    ("jetpack", "Jetpack", (".csv",)),
    ("posts_table", "PostsTable", (*TABLES, *BOOKS)),
    ("accounts_table", "AccountsTable", TABLES),
    ("accounts_table", "ContactsTable", TABLES),
)


def every_importer() -> list["Archive"]:
    """Return all importers, in the order of the list."""
    return [_loaded(module, name) for module, name, _ in LISTED]


def importers_for(members: Iterable[Member]) -> list["Archive"]:
    """Return the importers whose exports these members could be, in the order of the list."""
    names = [member.basename for member in members]
    return [
        _loaded(module, name)
        for module, name, endings in LISTED
        if any(file.endswith(endings) for file in names)
    ]


@cache
def _loaded(module: str, name: str) -> "Archive":
    importer: Archive = getattr(import_module(f"{__name__}.{module}"), name)()
    return importer
