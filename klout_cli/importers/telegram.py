"""Telegram: a channel that its owner exported by itself.

Chats and groups are private talk: they are told by the first bytes of the file and stay closed. So
does the export of a whole account, in which nothing tells an own channel from one that is only
followed.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import document, keyed
from klout_cli.importers.archive import Archive, File, Note, Rows, Unusable
from klout_cli.importers.sources import described
from klout_cli.person.rows import Post
from klout_cli.values.dates import epoch
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading

MESSAGES = ("messages",)
UNSUPPORTED = "a kind of message that Telegram does not export"
SERVICE = "notices of the channel itself"
ALBUM = "further pictures of an album, which is one post"
PRIVATE = "private chat or group, not opened"
WHOLE_ACCOUNT = "export of a whole account, not opened"
WHERE = described("telegram")[0].where
ONE_CHANNEL = (
    "only a channel of your own that is exported by itself is read, "
    f"since nothing else tells whose it is: {WHERE}"
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

Value = str | int | float | bool | None


class Piece(Struct, gc=False):
    """A part of a text that is bold, a link, a name."""

    text: Value = None


class Reaction(Struct, gc=False):
    """One kind of reaction, and how often it was given."""

    count: Value = None


class Message(Struct):
    """A message of a channel. `date` is local time, for old exports; the other one is Unix time."""

    id: Value = None
    type: Value = None
    date: Value = None
    date_unixtime: Value = None
    reply_to_message_id: Value = None
    forwarded_from: Value = None
    photo: Value = None
    file: Value = None
    text: list[Piece | str] | str = ""
    reactions: list[Reaction] = field(default_factory=list)


class FurtherPicture:
    """A message of an album that is not its first."""


class Channel(Struct):
    """Which channel it is."""

    name: Value = None
    id: Value = None


class Telegram(Archive):
    """A public channel of the person's own, with the reactions to each post."""

    key = "telegram"
    title = "Telegram"
    variant = "channel"
    together = "file"
    date_in_name = r"(?:^|[:/])ChatExport_(\d{4})-(\d\d)-(\d\d)"
    files = (
        File("channel", name=r".*\.json", head=_CHAT % rb"public_channel", whole=True),
        File("account", name=r".*\.json", head=_ACCOUNT),
        File("chat", name=r".*\.json", head=_CHAT % _KINDS),
    )

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
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
        messages = join_albums(keyed(member, MESSAGES, Message, self.intake))
        self.counts_reactions = any(
            isinstance(item, Message) and item.reactions for _, item in messages
        )
        self.each(messages, self.message)

    def message(self, item: Message | FurtherPicture) -> Rows:
        """Take a post; what was forwarded from elsewhere is not the channel's own."""
        if isinstance(item, FurtherPicture):
            yield Note(ALBUM)
            return
        if item.type == "service":
            yield Note(SERVICE)
            return
        if item.type != "message":
            raise Unusable(UNSUPPORTED)
        yield Post(
            id=self.once(_text(item.id), "no id"),
            at=self.checked(epoch(item.date_unixtime, self.latest))
            or self.date(item.date, zone=self.reading.zone),
            kind=_kind(item),
            likes=self._likes(item.reactions),
            text=_words(item),
        )

    def _likes(self, reactions: Sequence[Reaction]) -> int | None:
        """Add up all kinds of reactions; a post that nobody reacted to has none in the file."""
        counts = [self.count(reaction.count) for reaction in reactions]
        return sum(filter(None, counts)) if self.counts_reactions else None

    def account(self, member: Member) -> Rows:
        """Leave the export of a whole account closed."""
        self.draft.notes.append(ONE_CHANNEL)
        raise Unusable(WHOLE_ACCOUNT)

    def chat(self, member: Member) -> Rows:
        """Leave private talk closed."""
        self.draft.notes.append(ONE_CHANNEL)
        raise Unusable(PRIVATE)


def _is_beside(other: Member, member: Member) -> bool:
    folder = member.name[: -len(member.basename)]
    beside = other.name.startswith(folder) and re.fullmatch(_BESIDE, other.name[len(folder) :])
    return other is not member and bool(beside)


def join_albums(
    items: Iterable[tuple[int, Message | Bad]],
) -> list[tuple[int, Message | FurtherPicture | Bad]]:
    """Give the first message of each album the text and the reactions of all.

    An album is stored as a message for each picture, with consecutive ids and one moment, and
    without anything that says so. Text and reactions stand at one of them.
    """
    joined: list[tuple[int, Message | FurtherPicture | Bad]] = []
    first = last = Message()
    for number, item in items:
        if isinstance(item, Message) and _continues(last, item) and not _are_two(first, item):
            first.text = first.text or item.text
            first.reactions = first.reactions or item.reactions
            joined.append((number, FurtherPicture()))
            last = item
        else:
            joined.append((number, item))
            first = last = item if isinstance(item, Message) else Message()
    return joined


def _continues(last: Message, item: Message) -> bool:
    """Return True for media that could be of one album."""
    return (
        isinstance(last.id, int)
        and item.id == last.id + 1
        and item.date_unixtime is not None
        and item.date_unixtime == last.date_unixtime
        and item.forwarded_from == last.forwarded_from
        and all(each.type == "message" and (each.photo or each.file) for each in (last, item))
    )


def _are_two(first: Message, item: Message) -> bool:
    return bool((_words(first) and _words(item)) or (first.reactions and item.reactions))


def _words(item: Message) -> str:
    parts = item.text if isinstance(item.text, list) else [item.text]
    return "".join(part if isinstance(part, str) else _text(part.text) for part in parts)


def _kind(item: Message) -> Kind:
    if item.forwarded_from is not None:
        return "repost"
    return "self_reply" if item.reply_to_message_id else "original"


def _text(value: Value) -> str:
    return "" if value is None else str(value)
