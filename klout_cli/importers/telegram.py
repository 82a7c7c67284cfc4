"""Telegram: a channel that its owner exported by itself (formats/modern-platforms §19).

Chats and groups are private talk: they are told by the first bytes of the file and stay closed. So
does the export of a whole account, in which nothing tells an own channel from one that is only
followed.
"""

import re
from collections.abc import Sequence
from operator import is_not
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, keyed
from klout_cli.importers.others import NETWORK, draft_of, name_account
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Post
from klout_cli.values.dates import DAY, epoch, moment
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

NO_DATE = Bad("no date")
NO_ID = Bad("no id")
TWICE = "same post twice"
UNSUPPORTED = "a kind of message that Telegram does not export"
SERVICE = "notices of the channel itself"
PRIVATE = "private chat or group, not opened"
WHOLE_ACCOUNT = "export of a whole account, not opened"
WHERE = described("telegram")[0].where
ONE_CHANNEL = f"only a channel of your own that is exported by itself is read, since nothing else tells whose it is: {WHERE}"
TITLE = "Telegram"

CHANNEL, ACCOUNT = "public_channel", "account"

_TEXT = rb'(?:"(?:[^"\\]|\\.)*"|null)'
_ONE = (
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"name"\s*:\s*'
    + _TEXT
    + rb'\s*,\s*"type"\s*:\s*"(\w+)"\s*,\s*"id"\s*:'
)
_ALL = (
    rb'(?:\xef\xbb\xbf)?\s*\{\s*"about"\s*:\s*'
    + _TEXT
    + rb'\s*,\s*"(?:personal_information|profile_pictures|stories|contacts|chats)"'
)
_CHAT = r"\w+_(?:chat|group|supergroup|channel)|saved_messages|replies|verification_codes"
_BESIDE = r"(?:.*/)?(?:chats|contacts|files|photos|profile_pictures|round_video_messages|stickers|stories|video_files|voice_messages)/.+"
_FOLDER = r"ChatExport_(\d{4}-\d\d-\d\d)"

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
    text: list[Piece | str] | str = ""
    reactions: list[Reaction] = field(default_factory=list)


class Channel(Struct):
    """Which channel it is."""

    name: Value = None
    id: Value = None


class Telegram:
    """A public channel of the person's own, with the reactions to each post."""

    network = NETWORK
    source, feeds = described("telegram")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find exports by the first bytes of a JSON file.

        To each belong the folders of media beside it.
        """
        found = [
            member for member in members if member.basename.endswith(".json") and _type_of(member)
        ]
        return [
            (
                member,
                *(
                    other
                    for other in members
                    if is_not(other, member) and _is_beside(other, member)
                ),
            )
            for member in found
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read a channel; anything else is counted and stays closed."""
        member, draft = members[0], draft_of(TITLE, "channel")
        with draft.reading(member.where) as intake:
            kind = _type_of(member)
            if kind == CHANNEL:
                _read(member, draft, intake, reading)
            else:
                intake.skip(1, WHOLE_ACCOUNT if kind == ACCOUNT else PRIVATE)
                draft.notes.append(ONE_CHANNEL)
        return [draft.finish()]


def _type_of(member: Member) -> str:
    """Tell what was exported: the kind of a single chat, or a whole account.

    "" for any other file.
    """
    head = member.head()
    if re.match(_ALL, head):
        return ACCOUNT
    found = re.match(_ONE, head)
    kind = found[1].decode() if found else ""
    return kind if re.fullmatch(_CHAT, kind) else ""


def _is_beside(other: Member, member: Member) -> bool:
    folder = member.name[: -len(member.basename)]
    return (
        other.name.startswith(folder)
        and re.fullmatch(_BESIDE, other.name[len(folder) :]) is not None
    )


def _read(member: Member, draft: Draft, intake: Intake, reading: Reading) -> None:
    """Read a channel.

    Without any reaction at all they may be switched off, or not exported yet, so their number is
    unknown.
    """
    channel = document(member, Channel, intake) or Channel()
    name_account(draft, TITLE, _text(channel.name) or _text(channel.id), _text(channel.id))
    messages = [(number, item) for number, item in keyed(member, ("messages",), Message, intake)]
    heard = any(isinstance(item, Message) and item.reactions for _, item in messages)
    known: set[str] = set()
    for number, item in messages:
        if isinstance(item, Bad) or item.type not in ("message", "service"):
            intake.skip(number, item.reason if isinstance(item, Bad) else UNSUPPORTED)
        elif item.type == "service":
            intake.use()
            intake.note(SERVICE)
        elif _text(item.id) in known:
            intake.skip(number, TWICE)
        elif post := intake.row(Post, number, **_values(item, heard, reading)):
            known.add(post.id)
            draft.posts.append(post)
    day = next(
        (
            found[1]
            for part in member.where.replace(":", "/").split("/")
            if (found := re.match(_FOLDER, part))
        ),
        None,
    )
    exported = moment(day, reading.latest)
    newest = max((post.at for post in draft.posts), default=None)
    draft.exported_at = exported[0] + DAY - 1 if isinstance(exported, tuple) else newest


def _values(item: Message, heard: bool, reading: Reading) -> dict[str, Any]:
    """Return what a post is; what was forwarded from elsewhere is not the channel's own."""
    local = moment(item.date, reading.latest, zone=reading.zone)
    at = (
        epoch(item.date_unixtime, reading.latest)
        or (local[0] if isinstance(local, tuple) else local)
        or NO_DATE
    )
    kind: Kind = (
        "repost"
        if item.forwarded_from is not None
        else "self_reply"
        if item.reply_to_message_id
        else "original"
    )
    parts = item.text if isinstance(item.text, list) else [item.text]
    text = "".join(part if isinstance(part, str) else _text(part.text) for part in parts)
    return {
        "id": _text(item.id) or NO_ID,
        "at": at,
        "kind": kind,
        "likes": _likes(item.reactions, heard),
        "text": text,
    }


def _likes(reactions: Sequence[Reaction], heard: bool) -> int | Bad | None:
    """Add up all kinds of reactions; a post that nobody reacted to has none in the file."""
    counts = [count(reaction.count) for reaction in reactions]
    bad = next((one for one in counts if isinstance(one, Bad)), None)
    return bad or (sum(one for one in counts if isinstance(one, int)) if heard else None)


def _text(value: Value) -> str:
    return "" if value is None else str(value)
