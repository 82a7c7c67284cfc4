"""X: the files of an archive, what klout reads of them, and where archives begin.

Types that have changed, or that people edit, are checked later. Of a private message only who wrote
whom and when is read: there is no field for its text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.importers.archive import File, Json
from klout_cli.importers.declared import closed_root
from klout_cli.importers.x_tweets import Tweets, TweetTable

COUNTED = ("like", "block", "mute")
"""Lists of which only the length is used."""
LAYOUTS = {
    "data/js/(?:tweets/)?": r"data/.+|(?:css|img|lib|js)/.+|index\.html|readme\.txt|tweets\.csv",
    "data/": r"data/(?:[^/]+|[^/]+_media/.+)|assets/.+|[^/]*archi[^/]*\.html",
    "": r"[^/]+\.js|readme\.txt|[^/]+_media/.+",
}
"""Folders of an archive -> everything that belongs to it there."""

_SCRIPT = r"%s(?:-part\d+)?(?: ?\(\d+\))?\.js"
_HEADERS = "direct-message-headers"
_RENAMING = ("screenNameChange", "screenNameChange")
_MARK = (
    rb"(?:\xef\xbb\xbf)?\s*(?:window\.(?:YTD\.|__THAR_CONFIG)|Grailbird\.data"
    rb'|var (?:user|payload)_details|var tweet_index|"?tweet_id"?,"?in_reply_to_status_id)'
)
_KIND = rb"(?:\xef\xbb\xbf)?\s*window\.YTD\.([a-z_]+)\.part\d"


class Listed(Struct, rename="camel", gc=False):
    """An account in a follow list, wrapped or bare."""

    account_id: Any = None
    follower: "Listed | None" = None
    following: "Listed | None" = None


class Core(Struct, gc=False):
    """The text of a long post."""

    text: str


class LongPost(Struct, rename="camel", gc=False):
    """A long post; its id is never the tweet's."""

    created_at: str
    core: Core


class Profile(Struct, gc=False):
    """The owner's profile; the default picture has no address, or that of an egg."""

    description: dict[str, str | None] = {}
    avatar: str | None = field(name="avatarMediaUrl", default=None)


class DataType(Struct, gc=False):
    """The files of one kind, with the number of items in each."""

    files: list[dict[str, Any]] = []


class Manifest(Struct, rename="camel", gc=False):
    """What manifest.js says about the whole archive."""

    user_info: dict[str, Any] | None = None
    archive_info: dict[str, Any] | None = None
    data_types: dict[str, DataType] = {}


class Sent(Struct, rename="camel", gc=False):
    """Who wrote whom, and when."""

    sender_id: Any = None
    recipient_id: Any = None
    created_at: str = ""


class Event(Struct, rename="camel", gc=False):
    """A private message, or something else that happened in the conversation."""

    message_create: Sent | None = None


class Conversation(Struct, gc=False):
    """A private conversation of two people; those of groups stay closed."""

    messages: list[Event] = []

    @property
    def direct_messages(self) -> list[Sent]:
        """The messages, without other events."""
        return [event.message_create for event in self.messages if event.message_create]


def _json(id: str, handler: str = "", name: str = "", **how: Any) -> Json:
    return Json(id, handler, _SCRIPT % (name or id), **how)


def _tweets(id: str, name: str = "") -> Tweets:
    return Tweets(id, "tweets", _SCRIPT % (name or id))


_MESSAGES: dict[str, Any] = {
    **{"kind": Conversation, "inside": ("dmConversation",), "whole": True},
    **{"private": True, "proves": False},
}
FILES: Sequence[File] = (
    _json("manifest", kind=Manifest),
    _json("account", inside=("account",)),
    _json("user_details"),
    _json("payload_details"),
    _json("screen-name-change", "renaming", inside=_RENAMING),
    _json("tweet_index", "month"),
    _json("profile", kind=Profile, inside=("profile",)),
    _json("follower", "follow", kind=Listed, lists="followers"),
    _json("following", "follow", kind=Listed, lists="following"),
    _json("lists-member", "entry", kind=str, inside=("userListInfo", "url"), lists="lists"),
    _json("tweet-headers", "header", inside=("tweet",), proves=False, unless="manifest"),
    *(_json(id, "counted", proves=False) for id in COUNTED),
    _json("note-tweet", "long_post", kind=LongPost, inside=("noteTweet",)),
    _tweets("tweets"),
    _tweets("tweet"),
    _tweets("month", r"\d{4}_\d\d"),
    _tweets("community-tweet"),
    _tweets("twitter-circle-tweet"),
    TweetTable("csv", "tweets", name=r"tweets\.csv", unless="month"),
    _json(_HEADERS, "messages", **_MESSAGES),
    _json("direct-messages", "messages", "direct-messages?", unless=_HEADERS, **_MESSAGES),
)


def name_inside(member: Member) -> str:
    """Return what X calls a script, by its first bytes, "" where they don't say.

    Files with names of private messages are not opened.
    """
    if not member.basename.endswith(".js") or re.search("message|chat|dm", member.basename):
        return ""
    match = re.match(_KIND, member.head(400))
    return match[1].decode().replace("_", "-") + ".js" if match else ""


def find_archives(
    members: Sequence[Member], candidates: Iterable[Member]
) -> list[tuple[Member, ...]]:
    """Return the archives that candidates prove by their first bytes.

    All files inside an archive belong to it, opened or not.
    """
    places: dict[str, set[str]] = {layout: set() for layout in LAYOUTS}
    proofs: dict[Member, str] = {}
    for member in candidates:
        if re.match(_MARK, member.head(400)):
            proofs[member], layout = _place(member)
            places[layout].add(proofs[member])
    archives: dict[str, list[Member]] = {root: [] for root in sorted(proofs.values())}
    for member in members if proofs else ():
        roots = [
            closed_root(member.name, f"(?i:{belonging})", places[layout])
            for layout, belonging in LAYOUTS.items()
        ]
        if matches := [root for root in (proofs.get(member), *roots) if root is not None]:
            archives[max(matches, key=len)].append(member)
    return [tuple(archive) for archive in archives.values()]


def _place(member: Member) -> tuple[str, str]:
    """Return the folder of an archive ("" or with a slash at its end), and its layout."""
    return next(
        (match[1], layout)
        for layout in LAYOUTS
        if (match := re.fullmatch(rf"(?is)((?:.*/)?){layout}[^/]+", member.name))
    )
