"""X: what klout reads of the files in an archive, apart from tweets, and where archives begin.

Types that have changed, or that people edit, are checked later. Of a private message only who wrote
whom and when is read: there is no field for its text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.importers.declared import closed_root

LAYOUTS = {
    "data/js/(?:tweets/)?": r"data/.+|(?:css|img|lib|js)/.+|index\.html|readme\.txt|tweets\.csv",
    "data/": r"data/(?:[^/]+|[^/]+_media/.+)|assets/.+|[^/]*archi[^/]*\.html",
    "": r"[^/]+\.js|readme\.txt|[^/]+_media/.+",
}
"""Where the files of an archive lie, and all that then belongs to it."""

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


class Account(Struct, rename="camel", gc=False):
    """The owner, in account.js."""

    username: str = ""
    account_id: Any = None
    account_display_name: str = ""


class UserDetails(Struct, gc=False):
    """The owner, until 2018."""

    screen_name: str = ""
    full_name: str = ""
    id: Any = None


class Renaming(Struct, rename="camel", gc=False):
    """A change of handles."""

    changed_from: str | None = None
    changed_to: str | None = None


class Profile(Struct, gc=False):
    """The owner's profile; the default picture has no address, or that of an egg."""

    description: dict[str, str | None] = {}
    avatar: str | None = field(name="avatarMediaUrl", default=None)


class User(Struct, rename="camel", gc=False):
    """The owner, in manifest.js."""

    account_id: Any = None
    user_name: str = ""
    display_name: str = ""


class DataType(Struct, gc=False):
    """The files of one kind, with the number of items in each."""

    files: list[dict[str, Any]] = []


class Manifest(Struct, rename="camel", gc=False):
    """What manifest.js says about the whole archive."""

    user_info: User | None = None
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
    def sent(self) -> list[Sent]:
        """The messages, without other events."""
        return [event.message_create for event in self.messages if event.message_create]


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
    """Return the folder an archive lies in ("" or with a slash at its end), and its layout."""
    return next(
        (match[1], layout)
        for layout in LAYOUTS
        if (match := re.fullmatch(rf"(?is)((?:.*/)?){layout}[^/]+", member.name))
    )
