"""Telegram: a channel that its owner exported by itself.

Chats and groups are private: the first bytes of a file show what it is, and it stays closed. So
does the export of a whole account, where own channels look like those that are only followed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import document, keyed
from klout_cli.importers.archive import Archive, Claims, File, Note, Rows, Unusable
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import epoch
from klout_cli.values.kinds import Kind, find_media
from klout_cli.values.reading import PLAIN, Reading

MESSAGES = ("messages",)
UNSUPPORTED = Message("a kind of message that Telegram doesn't export")
SERVICE = Message("notices of the channel itself")
ALBUM = Message("further pictures of an album, which is one post")
PICTURE = "further picture"
NOTES: Mapping[object, str] = {"service": SERVICE, PICTURE: ALBUM}
PRIVATE = Message("private chat or group, not opened")
WHOLE_ACCOUNT = Message("export of a whole account, not opened")
ONE_CHANNEL = Message(
    "klout reads only a channel of your own, exported by itself: see klout sources telegram"
)

_TEXT = rb'(?:"(?:[^"\\]|\\.)*"|null)'
_START = rb"\A(?:\xef\xbb\xbf)?\s*\{\s*"
_CHAT = _START + rb'"name"\s*:\s*' + _TEXT + rb'\s*,\s*"type"\s*:\s*"%s"\s*,\s*"id"\s*:'
_KINDS = rb"(?:\w+_(?:chat|group|supergroup|channel)|saved_messages|replies|verification_codes)"
_ACCOUNT = (
    _START
    + rb'"about"\s*:\s*'
    + _TEXT
    + rb'\s*,\s*"(?:personal_information|profile_pictures|stories|contacts|chats)"'
)
_BESIDE = (
    r"(?:.*/)?(?:chats|contacts|files|photos|profile_pictures|round_video_messages|stickers|"
    r"stories|video_files|voice_messages)/.+"
)


class Entry(Struct):
    """A message of a channel. `date` is local time, for old exports; the other one is Unix time."""

    id: Scalar = None
    type: Scalar = None
    date: Scalar = None
    date_unixtime: Scalar = None
    reply_to_message_id: Scalar = None
    forwarded_from: Scalar = None
    photo: Scalar = None
    file: Scalar = None
    media_type: Scalar = None
    text: list[dict[str, Any] | str] | str = ""
    reactions: list[dict[str, Any]] = field(default_factory=list)


class Channel(Struct):
    """Which channel it is."""

    name: Scalar = None
    id: Scalar = None


class Telegram(Archive):
    """A public channel of the person's own, with the reactions to each post."""

    key = "telegram"
    title = "Telegram"
    variant = N_("channel")
    together = "file"
    date_in_name = r"(?:^|[:/])ChatExport_(\d{4})-(\d\d)-(\d\d)"
    files = (
        File("channel", name=r".*\.json", head=_CHAT % rb"public_channel", whole=True),
        File("account", "leave_closed", r".*\.json", head=_ACCOUNT),
        File("chat", "leave_closed", r".*\.json", head=_CHAT % _KINDS),
    )

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find each JSON file; the folders of media beside it belong to it."""
        return [
            (file, *(other for other in members if _is_beside(other, file)))
            for (file,) in super().identify(members, reading)
        ]

    def channel(self, member: Member) -> None:
        """Read a channel.

        Without any reaction at all they may be switched off, or not exported yet, so their number
        is unknown.
        """
        channel = document(member, Channel, self.intake, without=MESSAGES) or Channel()
        self.name_account(_text(channel.name) or _text(channel.id), _text(channel.id))
        messages = join_albums(keyed(member, MESSAGES, Entry, self.intake))
        self.counts_reactions = any(
            isinstance(item, Entry) and item.reactions for _, item in messages
        )
        self.each(messages, self.message)

    def message(self, item: Entry) -> Rows:
        """Take a post; what was forwarded from elsewhere is not the channel's own.

        Its likes are all kinds of reactions; one that nobody reacted to has none in the file.
        """
        if item.type in NOTES:
            yield Note(NOTES[item.type])
            return
        if item.type != "message":
            raise Unusable(UNSUPPORTED)
        yield Post(
            id=self.once(_text(item.id)),
            at=self.checked(epoch(item.date_unixtime, self.latest))
            or self.date(item.date, zone=self.reading.zone),
            kind=_kind(item),
            likes=sum(self.count(reaction.get("count")) or 0 for reaction in item.reactions)
            if self.counts_reactions
            else None,
            text=_words(item),
            media=find_media(("photo" if item.photo else "", _text(item.media_type))),
        )

    def leave_closed(self, member: Member) -> Rows:
        """Leave private chats and whole accounts closed."""
        self.draft.notes.append(ONE_CHANNEL)
        raise Unusable(PRIVATE if self.file.id == "chat" else WHOLE_ACCOUNT)


def _is_beside(other: Member, member: Member) -> bool:
    folder = member.name[: -len(member.basename)]
    beside = other.name.startswith(folder) and re.fullmatch(_BESIDE, other.name[len(folder) :])
    return other is not member and bool(beside)


def join_albums(
    items: Iterable[tuple[int, Entry | Bad]],
) -> list[tuple[int, Entry | Bad]]:
    """Give the first message of each album the text and the reactions of all.

    An album is stored as a message for each picture, with consecutive ids and one moment, but no
    mark. Text and reactions are those of one of them.
    """
    joined: list[tuple[int, Entry | Bad]] = []
    first = last = Entry()
    for number, item in items:
        if isinstance(item, Entry) and _continues(last, item) and not _are_two(first, item):
            first.text = first.text or item.text
            first.reactions = first.reactions or item.reactions
            joined.append((number, replace(item, type=PICTURE)))
            last = item
        else:
            joined.append((number, item))
            first = last = item if isinstance(item, Entry) else Entry()
    return joined


def _continues(last: Entry, item: Entry) -> bool:
    """Return True for media that could be of one album."""
    return (
        isinstance(last.id, int)
        and item.id == last.id + 1
        and item.date_unixtime is not None
        and item.date_unixtime == last.date_unixtime
        and item.forwarded_from == last.forwarded_from
        and all(each.type == "message" and (each.photo or each.file) for each in (last, item))
    )


def _are_two(first: Entry, item: Entry) -> bool:
    return bool((_words(first) and _words(item)) or (first.reactions and item.reactions))


def _words(item: Entry) -> str:
    parts = item.text if isinstance(item.text, list) else [item.text]
    return "".join(part if isinstance(part, str) else _text(part.get("text")) for part in parts)


def _kind(item: Entry) -> Kind:
    if item.forwarded_from is not None:
        return "repost"
    return "self_reply" if item.reply_to_message_id else "original"


def _text(value: Scalar) -> str:
    return "" if value is None else str(value)
