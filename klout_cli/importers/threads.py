"""Threads: its folder in a download of Meta's Accounts Centre, beside Instagram and Facebook.

What was read, saved and blocked stays closed.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from klout_cli.files.container import Member, by_folder
from klout_cli.importers import meta
from klout_cli.importers.archive import Archive, Claims, Listed, Rows
from klout_cli.importers.meta import Item, Medium, text_of
from klout_cli.importers.meta_files import build_files, root_of, user_and_days
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Interaction, Post
from klout_cli.values.kinds import Kind, find_media
from klout_cli.values.reading import PLAIN, Reading

_EVIDENCE = rb'(?:\xef\xbb\xbf)?\s*\{\s*"text_post_app_'
_HTML_FOLDER = r"(?:.*/)?your_instagram_activity/threads"
_MENTION = r"(?<![\w.@])@(\w[\w.]*)"


class Kept(Struct, gc=False):
    """What Threads keeps of a post; whether it is an answer, newer downloads say."""

    is_reply: Scalar = None


class Part(Medium):
    """A picture, a video or the words of a post."""

    text_app_post: Kept | None = None


class Written(Struct):
    """A post: words and time stand at it or at its first part."""

    title: Scalar = None
    creation_timestamp: Scalar = None
    media: list[Part] = field(default_factory=list)


class Threads(Archive):
    """The owner's posts, followers, following, and likes given; nothing that was received."""

    key = network = "threads"
    variant = "Accounts Centre"
    twice = twice_listed = meta.DUPLICATE
    harmless = (meta.NOBODY, meta.DELETED)
    adds_up = True
    files = build_files("threads", {"posts": Written, "archived": Written})

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find Threads' folders: by name and one key of Threads', or by the keys of all files.

        Parts of a download are one.
        """
        exports: dict[str, list[Member]] = defaultdict(list)
        for folder, files in by_folder(members).items():
            if _is_ours(folder.lower(), files):
                exports[root_of(folder)] += files
        return [tuple(exports[root]) for root in sorted(exports)]

    def begin(self, members: Sequence[Member]) -> None:
        """Take user and day from the name of the download."""
        user, days = user_and_days(members[0], "threads", self.latest)
        self.span = meta.Span(days)
        meta.name_owner(self, user)

    profile = meta.take_profile

    def posts(self, item: Written) -> Rows:
        """Take a post or an answer, and whom it names unless it was taken out of sight.

        What begins with a name is an answer too, since older downloads don't say so, and the first
        who is named there is the one answered.
        """
        first = item.media[0] if item.media else Part()
        texts = map(text_of, (item.title, *(part.title for part in item.media)))
        text, public = next(filter(None, texts), ""), self.file.id != "archived"
        at = self.span.add("posts", self.date(item.creation_timestamp or first.creation_timestamp))
        answer = text.startswith("@") or any(
            part.text_app_post and part.text_app_post.is_reply is True for part in item.media
        )
        kind: Kind = "reply" if answer else "original"
        shown = find_media(text_of(part.uri) for part in item.media)
        yield Post(meta.post_id(first.uri, at, text), at, kind, public, text=text, media=shown)
        people = [name.rstrip(".").lower() for name in re.findall(_MENTION, text) if public]
        answered = people[0] if people and text.startswith("@") else ""
        if answered:
            yield Interaction(answered, "out", "reply", at=at)
        for name in set(people) - {answered}:
            yield Interaction(name, "out", "mention", at=at)

    def person(self, item: Item) -> list[Listed]:
        """Take somebody who follows, or is followed: by user name, else by what they are called."""
        user = text_of(item.link.value) or item.address or text_of(item.title)
        return meta.list_person(self, self.file.lists, user.lower(), item.link.timestamp, self.span)

    def likes(self, item: Item) -> Rows:
        """Take whose post the owner liked: the title is the author, the value only a sign."""
        at = self.optional_date(item.link.timestamp)
        author = self.required(text_of(item.title) or item.address, meta.NOBODY)
        yield Interaction(author.lower(), "out", "reaction", at=at and self.span.add("likes", at))

    def finish(self, members: Sequence[Member]) -> None:
        """Date the download, and look for lists that its date range cut."""
        self.draft.exported_at = self.span.exported_at
        meta.cut_lists(self, self.span)


def _is_ours(folder: str, files: Sequence[Member]) -> bool:
    pages = [member for member in files if member.basename.endswith(".json")]
    ours = [re.match(_EVIDENCE, page.head(100)) is not None for page in pages]
    if folder.rpartition("/")[2] == "threads":
        return any(ours) or (not pages and re.fullmatch(_HTML_FOLDER, folder) is not None)
    return bool(pages) and all(ours)
