"""Facebook: the shapes of a profile's files, and what their records say (formats §3.2)."""

from typing import Any

from msgspec import Struct, field

from klout_cli.importers.meta_records import Item, Value, labelled, link_of, text_of


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


def name_of(item: Record) -> str:
    """Return the name of a person, group or page."""
    return (
        text_of(item.name)
        or text_of(link_of(item).value)
        or labelled(item, "name")
        or text_of(item.title)
    )


def attached(item: Record) -> list[Attached]:
    """Return everything attached to a post."""
    return [part for attachment in item.attachments for part in attachment.data]


def words_of(item: Record) -> str:
    """Return what the owner wrote: in the post or comment, else under its first picture that has a caption."""
    written = [
        text_of(datum.comment.comment if datum.comment else datum.post) for datum in item.data
    ]
    captions = [text_of(part.media.description) for part in attached(item) if part.media]
    return (
        "\n".join(filter(None, written))
        or next(filter(None, captions), "")
        or labelled(item, "message")
    )


def author_of(datum: Datum) -> str:
    """Return who wrote or reacted: the owner."""
    return text_of(
        datum.comment.author if datum.comment else datum.reaction.actor if datum.reaction else None
    )


def user_of(link: str) -> tuple[str, str]:
    """Return the number or the user name a profile's address ends with, "" for the other."""
    end = link.partition("facebook.com/")[2].rstrip("/").rpartition("/")[2].lower()
    number = (
        end.partition("id=")[2] if end.startswith("profile.php") else end if end.isdecimal() else ""
    )
    return number, "" if number or end.startswith("profile.php") else end
