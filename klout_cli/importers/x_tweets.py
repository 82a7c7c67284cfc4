"""X: tweets, as the archives of all years have them."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.importers.archive import Json, Table, Values
from klout_cli.importers.declared import Columns
from klout_cli.importers.scalars import Scalar
from klout_cli.translation import Message
from klout_cli.values.dates import NOT_A_DATE, midnight, moment, x_moment, x_moments
from klout_cli.values.kinds import Kind, Media, find_media

FIRST_TWEET = midnight(2006, 3, 21)
BATCH = 500

BEFORE_X = Bad(Message("date before 2006"))
NO_ID = Bad(Message("no id"))

_BARE = rb'[^\[{]*\[?\s*\{\s*"(?!tweet"\s*:)'
_HANDLE = re.compile(r"@(\w{1,20})")


class Mention(Struct, gc=False):
    """An account named in a tweet."""

    screen_name: str = ""


class Entities(Struct, gc=False):
    """What X found in a tweet's text."""

    user_mentions: list[Mention] | None = None


class Attachment(Struct, gc=False):
    """A photo, video or animation of a tweet."""

    type: str = ""


class Attachments(Struct, gc=False):
    """Everything attached to a tweet."""

    media: list[Attachment] | None = None


class Tweet(Struct, gc=False):
    """A tweet. Counts and ids are text since 2018; `full_text` was called `text` before."""

    id_str: Scalar = None
    id: Scalar = None
    created_at: str = ""
    full_text: str | None = None
    text: str = ""
    favorite_count: Scalar = None
    retweet_count: Scalar = None
    in_reply_to_status_id_str: str | int | None = None
    in_reply_to_user_id_str: str | int | None = None
    in_reply_to_screen_name: str | None = None
    retweeted_status: Any = None
    entities: Entities | None = None
    extended_entities: Attachments | None = None

    @property
    def media(self) -> Media | None:
        """What is attached; None in archives before 2018, whose tables don't say."""
        if self.full_text is None:
            return None
        if self.extended_entities is None:
            return "none"
        return find_media(item.type for item in self.extended_entities.media or ())

    @property
    def words(self) -> str:
        """The text."""
        return self.text if self.full_text is None else self.full_text

    def kind(self, owner: str, own: Collection[str]) -> Kind:
        """Return its kind, for the owner's id and handles.

        The text marks a repost, and alone since 2018; a thread differs from a conversation by whom
        it answers.
        """
        if self.words.startswith("RT @") or self.retweeted_status:
            return "repost"
        answered, name = self.in_reply_to_user_id_str, self.in_reply_to_screen_name
        if not (answered or name or self.in_reply_to_status_id_str):
            return "original"
        if answered and owner:
            return "self_reply" if answered == owner else "reply"
        return "self_reply" if name and name.lower() in own else "reply"

    def partners(self, kind: Kind) -> Sequence[tuple[str, str]]:
        """Return (kind of interaction, handle) of whom it answers, names or reposts, each once.

        The accounts named in a repost are its author's doing.
        """
        if self.entities is None:
            handles = _HANDLE.findall(self.words)
        else:
            handles = [mention.screen_name for mention in self.entities.user_mentions or ()]
        if kind == "repost":
            return [("repost", handle) for handle in handles[:1]]
        answered = self.in_reply_to_screen_name if kind == "reply" else None
        if kind == "reply" and not answered and handles and self.words.startswith("@"):
            answered = handles[0]
        mentions = [("mention", handle) for handle in dict.fromkeys(handles) if handle != answered]
        return [("reply", answered), *mentions] if answered else mentions


class Tweets(Json, frozen=True):
    """A file of tweets, each in a wrapper since 2020."""

    kind: Any = Tweet
    inside: Sequence[str] = ("tweet",)
    batch: int = BATCH

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the tweets."""
        file = replace(self, inside=()) if is_bare(member) else self
        return Json.values(file, member, intake, encoding)


def is_bare(member: Member) -> bool:
    """Tell by its first bytes a file of tweets without wrappers."""
    return re.match(_BARE, member.head(400)) is not None


FIELDS = {
    **{"tweet_id": "id_str", "timestamp": "created_at", "text": "text"},
    "in_reply_to_status_id": "in_reply_to_status_id_str",
    "in_reply_to_user_id": "in_reply_to_user_id_str",
    "retweeted_status_id": "retweeted_status",
}
"""Columns of the table of tweets -> what they are called since."""


class TweetTable(Table, frozen=True):
    """The table of the archives until 2018."""

    columns: Columns | Collection[str] = tuple(FIELDS)
    needed: Collection[str] = ("tweet_id", "timestamp", "text")
    batch: int = BATCH

    def is_proved(self, member: Member) -> bool:
        """Tell by the name alone, so that a damaged table is refused by name."""
        return True

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the tweets."""
        for line, row in super().values(member, intake, encoding):
            is_bad = isinstance(row, Bad)
            yield line, row if is_bad else Tweet(**{FIELDS[name]: row[name] for name in row})


def parse_dates(written: Sequence[str], latest: int) -> Sequence[int | Bad]:
    """Parse the dates of tweets, at once where all of them are of one form and plausible."""
    dates = x_moments(written)
    if dates and min(dates) >= FIRST_TWEET and max(dates) <= latest:
        return dates
    return [parse_date(cell, latest) for cell in written]


def parse_date(written: str, latest: int) -> int | Bad:
    """Parse `Sat Nov 09 12:14:18 +0000 2024`, as tweets have it since 2018, or ISO."""
    at = x_moment(written, latest)
    if at is NOT_A_DATE:
        iso = moment(written, latest)
        at = iso[0] if isinstance(iso, tuple) else iso or NOT_A_DATE
    return BEFORE_X if isinstance(at, int) and at < FIRST_TWEET else at


def parse_id(value: object) -> str | Bad:
    """Return an id as text; one damaged by a spreadsheet is none."""
    if type(value) is int:
        return str(value)
    return value if type(value) is str and value.isdecimal() else NO_ID


def text_id(value: object) -> str:
    """Return an id as text, "" for none."""
    id = parse_id(value)
    return "" if isinstance(id, Bad) else id
