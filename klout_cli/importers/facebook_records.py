"""Facebook: the shapes of a profile's files, and what their records say."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.text import fold
from klout_cli.importers.archive import File, Json
from klout_cli.importers.meta import Item, text_of
from klout_cli.importers.meta_files import Layout, first_key
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Contact

_BARE = r"your_posts.*|likes_and_reactions.*|people_who_followed_you.*"
_DATED = rb'"timestamp"|"full_name"|_timestamp'
_LAYOUTS = {
    "2023": {"your_facebook_activity", "connections", "personal_information"},
    "2022": {"your_activity_across_facebook"},
    "2020": {"friends_and_followers", "comments_and_reactions"},
    "2018": {"about_you", "comments", "following_and_followers", "friends", "likes_and_reactions"},
}
"""Folders by year, newest first: a path may show those of several."""


class Profile(Struct):
    """Whose profile it is, and three lines of which only matters what they hold.

    Those that are empty are left out of the file. The name was text until 2018.
    """

    name: dict[str, Any] | Scalar = None
    username: Scalar = None
    profile_uri: Scalar = None
    registration_timestamp: Scalar = None
    intro_bio: Any = None
    work_experiences: Any = None
    websites: Any = None

    @property
    def addresses(self) -> str:
        """The addresses the profile leads to, in one text."""
        sites = self.websites if isinstance(self.websites, list) else []
        return " ".join(
            text_of(site.get("address") if isinstance(site, dict) else site) for site in sites
        )


class Content(Struct, gc=False, omit_defaults=True):
    """What was written, shared or pictured: each kind of it uses some of the fields."""

    comment: Scalar = None
    author: Scalar = None
    actor: Scalar = None
    url: Scalar = None
    description: Scalar = None


class Datum(Struct, gc=False, omit_defaults=True):
    """One part of a record, or of what is attached to it: each kind uses one of the fields."""

    post: Scalar = None
    comment: Content | None = None
    reaction: Content | None = None
    external_context: Content | None = None
    media: Content | None = None

    @property
    def words(self) -> str:
        """What the owner wrote."""
        return text_of(self.comment.comment if self.comment else self.post)

    @property
    def author(self) -> str:
        """Who wrote or reacted: the owner."""
        content = self.comment or self.reaction or Content()
        return text_of(content.author or content.actor)


class Attachment(Struct, gc=False, omit_defaults=True):
    """Things attached to a post together."""

    data: list[Datum] = field(default_factory=list)


class Record(Item, gc=False, omit_defaults=True):
    """Any record of a profile's lists; a list may be wrapped once more, as `activity_log_data`."""

    fbid: Scalar = None
    data: list[Datum] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    activity_log_data: list["Record"] | None = None

    @property
    def called(self) -> str:
        """The name of a person, group or page."""
        name = text_of(self.name) or text_of(self.link.value) or self.labelled("name")
        return name or text_of(self.title)

    @property
    def links(self) -> list[str]:
        """The links that a post shares."""
        contexts = [part.external_context for part in self._attached]
        return [text_of(context.url) for context in contexts if context]

    @property
    def words(self) -> str:
        """What the owner wrote: in post or comment, else under the first picture with a caption."""
        captions = [text_of(part.media.description) for part in self._attached if part.media]
        written = "\n".join(filter(None, (datum.words for datum in self.data)))
        return written or next(filter(None, captions), "") or self.labelled("message")

    @property
    def _attached(self) -> list[Datum]:
        return [part for attachment in self.attachments for part in attachment.data]


def user_of(link: str) -> tuple[str, str]:
    """Return the number or the user name a profile's address ends with, "" for the other."""
    end = link.partition("facebook.com/")[2].rstrip("/").rpartition("/")[2].lower()
    number = end if end.isdecimal() else ""
    if end.startswith("profile.php"):
        return end.partition("id=")[2], ""
    return number, "" if number else end


class Names:
    """Finds the one friend a title names.

    Titles are written in the language of the account, so nothing else of them is understood.
    """

    def __init__(self, friends: Iterable[Contact], owner: str) -> None:
        self.keys: dict[tuple[str, ...], str | None] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for words, key in [(tuple(fold(friend.name).split()), friend.key) for friend in friends]:
            if len(words) > 1:  # a single word may be any word of a title
                self.keys[words] = None if words in self.keys else key
                lengths[words[0]].add(len(words))
        self.lengths = {word: sorted(known, reverse=True) for word, known in lengths.items()}
        self.keys[tuple(fold(owner).split())] = ""

    def in_title(self, title: str) -> str:
        """Return the key of the one friend a title names, "" also for one of two of a name."""
        words = fold(title).split()
        friends: set[str | None] = set()
        for start, word in enumerate(words):
            for length in self.lengths.get(word, ()):
                name = tuple(words[start : start + length])
                if name not in self.keys:
                    name = (*name[:-1], name[-1].removesuffix("s"))  # the German genitive
                if name in self.keys:
                    friends.add(self.keys[name])
                    break
        return _only(friends)

    def of(self, item: Record) -> str:
        """Return the key of the friend a record is about.

        In the generic shape of 2025, a value that is a friend's whole name.
        """
        values = {tuple(fold(text_of(value.value)).split()) for value in item.values}
        friend = _only({self.keys.get(words, "") for words in values})
        return friend or self.in_title(text_of(item.title))


def _only(keys: set[str | None]) -> str:
    """Return the one friend of these, "" for none or several.

    The owner is "" among them, a name that two friends bear None.
    """
    friends = keys - {""}
    return (friends.pop() or "") if len(friends) == 1 else ""


def is_proved(member: Member, file: File | None) -> bool:
    """Tell whether the content of a file shows that it is Facebook's."""
    if not isinstance(file, Json):
        return False
    head, key = member.head(), first_key(member)
    known = key in file.keys
    listed = re.match(_BARE, member.basename) and head.lstrip()[:1] == b"["
    dated = re.search(_DATED, head)
    return (known and key.endswith(("_v2", "_v3"))) or bool(dated and (known or listed))


def layout_of(layout: Layout, members: Sequence[Member]) -> str:
    """Name the layout of files that are read by its first year; a download can hold two."""
    paths = [layout.folders_in(member) for member in members]
    years = {
        next((year for year, marks in _LAYOUTS.items() if not marks.isdisjoint(path)), "")
        for path in paths
    } - {""}
    if "2022" in years:
        years.discard("2020")  # its list of friends had not moved yet
    if not years and any(paths):
        years = {"2018"}
    return f"layout {' and '.join(sorted(years))}" if years else "single files"
