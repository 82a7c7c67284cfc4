"""Facebook: the shapes of a profile's files, and what their records say."""

from typing import Any

from msgspec import Struct, field

from klout_cli.importers.meta import Item, Value, text_of


class Name(Struct):
    """The owner's name since 2019; before, it was text."""

    full_name: Value = None


class ProfileLines(Struct):
    """Whose profile it is, and three lines of which only matters what they hold.

    Those that are empty are left out of the file.
    """

    name: Name | Value = None
    username: Value = None
    profile_uri: Value = None
    registration_timestamp: Value = None
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


class ProfileFile(Struct):
    """The profile, under the key of its layout."""

    profile_v2: ProfileLines | None = None
    profile: ProfileLines | None = None


class Comment(Struct, gc=False, omit_defaults=True):
    """A comment the owner wrote."""

    comment: Value = None
    author: Value = None


class Reaction(Struct, gc=False, omit_defaults=True):
    """A reaction the owner gave."""

    actor: Value = None


class Datum(Struct, gc=False, omit_defaults=True):
    """One part of a record: each kind of record uses one of the fields."""

    post: Value = None
    comment: Comment | None = None
    reaction: Reaction | None = None

    @property
    def words(self) -> str:
        """What the owner wrote."""
        return text_of(self.comment.comment if self.comment else self.post)

    @property
    def author(self) -> str:
        """Who wrote or reacted: the owner."""
        by = self.comment.author if self.comment else None
        return text_of(self.reaction.actor if self.reaction and not self.comment else by)


class Linked(Struct, gc=False, omit_defaults=True):
    """A link that was shared."""

    url: Value = None


class Pictured(Struct, gc=False, omit_defaults=True):
    """A picture or video; its description is the caption."""

    description: Value = None


class Attached(Struct, gc=False, omit_defaults=True):
    """One thing attached to a post."""

    external_context: Linked | None = None
    media: Pictured | None = None


class Attachment(Struct, gc=False, omit_defaults=True):
    """Things attached to a post together."""

    data: list[Attached] = field(default_factory=list)


class Record(Item, gc=False, omit_defaults=True):
    """Any record of a profile's lists; a list may be wrapped once more, as `activity_log_data`."""

    fbid: Value = None
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
    def _attached(self) -> list[Attached]:
        return [part for attachment in self.attachments for part in attachment.data]


def user_of(link: str) -> tuple[str, str]:
    """Return the number or the user name a profile's address ends with, "" for the other."""
    end = link.partition("facebook.com/")[2].rstrip("/").rpartition("/")[2].lower()
    number = end if end.isdecimal() else ""
    if end.startswith("profile.php"):
        return end.partition("id=")[2], ""
    return number, "" if number else end
