"""Bluesky: the repository of an account, a CAR file.

Blocks and records of other apps are not used. Keys of records are only in the tree, where each
leaves out what it shares with the one before. So a small file can unfold into a large one: keys
are at most as long as the protocol allows, and not all records with many keys are read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import SHAPE
from klout_cli.importers.archive import Archive, File, Listed, Note, Rows, Unusable, Values
from klout_cli.person.rows import About, Interaction, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, epoch
from klout_cli.values.kinds import find_media
from klout_cli.values.web import links_in

MISSING = Message("listed in the file, but missing")
DAMAGED = Bad(Message("damaged"))
NOT_NEEDED = Message("records of other apps, not used")
BROKEN = Message("this is damaged, or no repository that klout can read")
AGAIN = Message("download it again: Settings › Account › Export my data")

LONGEST_KEY, LONGEST_DID = 1024, 2048  # by the protocol
DIGITS = "234567abcdefghijklmnopqrstuvwxyz"

_KEY = r"[234567a-j][2-7a-z]{12}"
_SUBJECT = r"at://(did:[^/\s]+)(?:/.*)?"
_MENTION = "app.bsky.richtext.facet#mention"

T = TypeVar("T")


class Header(Struct):
    """Where a file begins: its one root."""

    roots: list[bytes]


class Entry(Struct):
    """A record in a node: what its key shares with the one before, the rest, the keys behind."""

    p: int
    k: bytes
    v: bytes
    t: bytes | None = None


class Node(Struct):
    """A node of the tree: the keys before its own, and its own."""

    e: list[Entry]
    l: bytes | None = None  # noqa: E741 - the format's name


class Commit(Struct):
    """The root of a repository: whose it is, its tree, and when it was last changed, as a key."""

    did: str
    data: bytes
    rev: str = ""


class Subject(Struct):
    """What a record is about: another record."""

    uri: str


class Feature(Struct, rename={"type": "$type"}, gc=False):
    """What a part of a text is: the naming of somebody, a link, a tag."""

    type: str = ""
    did: str = ""


class Facet(Struct, gc=False):
    """A part of a text that is more than words."""

    features: tuple[Feature, ...] = ()


class Embed(Struct, rename={"type": "$type"}):
    """What is attached to a post; `media` where another post is quoted too."""

    type: str = ""
    media: "Embed | None" = None


class Reply(Struct):
    """Which post is answered."""

    parent: Subject


class Record(Struct, rename="camel"):
    """A post, a like or repost given, somebody followed, or the profile."""

    created_at: str | None = None
    subject: Subject | str | None = None
    text: str = ""
    reply: Reply | None = None
    facets: tuple[Facet, ...] = ()
    embed: Embed | None = None
    tags: tuple[str, ...] = ()
    display_name: str = ""
    description: str = ""
    avatar: object = None


RECORDS: Mapping[str, str] = {
    "app.bsky.actor.profile": "profile",
    "app.bsky.feed.post": "post",
    "app.bsky.feed.like": "like",
    "app.bsky.feed.repost": "repost",
    "app.bsky.graph.follow": "follow",
}
"""Collection -> what takes a record of it."""


class Bluesky(Archive):
    """The repository of an account: posts, follows, likes and reposts given.

    People in it have no names, only ids (DIDs).
    """

    key = network = "bluesky"
    variant = N_("repository")
    together = "file"
    twice_listed = ""
    adds_up = True
    files = (File("repository", head=rb"\xa2eroots", within=20, whole=True),)

    def repository(self, member: Member) -> None:
        """Read the records in the order of their keys; a damaged one is skipped alone."""
        commit, blocks = _open(member)
        self.name_account(commit.did, commit.did)
        changed = epoch(_key_time(commit.rev), self.latest)
        self.draft.exported_at = changed if isinstance(changed, int) else None
        records = sorted(_records(commit.data, blocks), key=lambda record: str(record[0]))
        self.each(records, self.record)
        lost = self.intake.reasons.keys() & {MISSING, DAMAGED.reason, SHAPE.reason}
        self.rows.count_list("following", cut=bool(lost))

    def record(self, item: tuple[str, bytes]) -> Rows:
        """Take a record as what its collection is."""
        key, block = item
        collection, _, name = key.partition("/")
        if collection not in RECORDS:
            return iter((Note(NOT_NEEDED),))
        rows: Rows = getattr(self, RECORDS[collection])(name, self.checked(_decode(block, Record)))
        return rows

    def profile(self, name: str, profile: Record) -> Rows:
        """Take the name, and whether there are a text and a picture."""
        text = profile.description.strip()
        self.name_account("", name=profile.display_name.strip())
        self.draft.about = About(bool(text), profile.avatar is not None, links=links_in(text))
        yield from ()

    def post(self, name: str, record: Record) -> Rows:
        """Take a post, and whom it answers and names."""
        own = self.draft.handle
        answered = _owner_of(record.reply.parent) if record.reply else ""
        is_reply = record.reply is not None and answered != own
        at = self.made_at(record.created_at, name)
        yield Post(
            id=name,
            at=at,
            kind="reply" if is_reply else "self_reply" if record.reply else "original",
            text=" ".join((record.text, *record.tags)),
            url=f"https://bsky.app/profile/{own}/post/{name}",
            media=find_media(_types(record.embed)),
        )
        if is_reply:
            yield Interaction(answered, "out", "reply", at=at)
        features = (feature for facet in record.facets for feature in facet.features)
        for person in {item.did for item in features if item.type == _MENTION} - {answered}:
            yield Interaction(person, "out", "mention", at=at)

    def like(self, name: str, gift: Record) -> Rows:
        """Take a like given."""
        at = self.made_at(gift.created_at, name)
        yield Interaction(_owner_of(gift.subject), "out", "reaction", at=at)

    def repost(self, name: str, gift: Record) -> Rows:
        """Take a repost, one of the own posts too."""
        at = self.made_at(gift.created_at, name)
        yield Post(id=name, at=at, kind="repost")
        yield Interaction(_owner_of(gift.subject), "out", "repost", at=at)

    def follow(self, name: str, follow: Record) -> Rows:
        """Take somebody followed."""
        if not isinstance(follow.subject, str):
            raise Unusable(SHAPE.reason)
        yield Listed("following", follow.subject)

    def made_at(self, created_at: str | None, name: str) -> int:
        """Return when a record was made, as its app has it.

        The key is made by the server: where it is of another day, the key is right.
        """
        at, made = self.known_date(created_at), epoch(_key_time(name), self.latest)
        if isinstance(made, int) and (at is None or abs(at - made) > DAY):
            return made
        return self.date(created_at) if at is None else at


def _open(member: Member) -> tuple[Commit, Mapping[bytes, bytes]]:
    """Return the root, and all blocks as they are.

    Raises InputError for a file that is cut off, or without its root or its tree.
    """
    try:
        header, *parts = _parts(member.read())
        blocks = {part[: (size := 4 + part[3])]: part[size:] for part in parts}
    except IndexError as error:
        raise InputError(BROKEN, member.where, AGAIN) from error
    roots = _decode(header, Header)
    root = roots.roots[0] if isinstance(roots, Header) and roots.roots else b""
    commit = _decode(blocks.get(root), Commit)
    if (
        isinstance(commit, Bad)
        or not commit.did.startswith("did:")
        or len(commit.did) > LONGEST_DID
        or commit.data not in blocks
    ):
        raise InputError(BROKEN, member.where, AGAIN)
    return commit, blocks


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the header and the blocks, each behind its length of seven bits a byte.

    Raises IndexError where one is cut off.
    """
    at = 0
    while at < len(data):
        size = bits = 0
        while data[at] > 127 and bits < 64:
            size |= (data[at] & 127) << bits
            at, bits = at + 1, bits + 7
        size |= data[at] << bits
        at += 1
        if at + size > len(data):
            raise IndexError
        yield data[at : at + size]
        at += size


def _records(root: bytes, blocks: Mapping[bytes, bytes]) -> Values:
    """Yield (key, (key, block)) of the whole tree, `Bad` where there is none.

    All blocks together may be read twice: records are not shared by many keys in earnest.
    """
    left = 2 * sum(map(len, blocks.values()))
    ahead, seen = [root], set[bytes]()
    while ahead:
        link = ahead.pop()
        node = SHAPE if link in seen else _decode(blocks.get(link), Node)
        if isinstance(node, Bad):
            yield "tree", node
            continue
        seen.add(link)
        ahead += [link for link in (node.l, *(entry.t for entry in node.e)) if link is not None]
        key = b""
        for entry in node.e:
            key = (key[: max(0, entry.p)] + entry.k)[: LONGEST_KEY + 1]
            name, block = key.decode("utf-8", "replace"), blocks.get(entry.v)
            left -= len(block or b"")
            if block is None:
                yield name, Bad(MISSING)
            elif len(key) > LONGEST_KEY or left < 0:
                yield "tree", DAMAGED
            else:
                yield name, (name, block)


def _decode(block: bytes | None, kind: type[T]) -> T | Bad:
    """Return a block as this kind, `Bad` where it is missing, damaged or of another shape."""
    from libipld import decode_dag_cbor

    if block is None:
        return Bad(MISSING)
    try:
        return msgspec.convert(decode_dag_cbor(block), kind)
    except msgspec.ValidationError:
        return SHAPE
    except (ValueError, RecursionError):
        return DAMAGED


def _types(embed: Embed | None) -> Iterator[str]:
    while embed is not None:
        yield embed.type
        embed = embed.media


def _owner_of(subject: Subject | str | None) -> str:
    """Return the id of whose record it is, "" where the address doesn't say.

    Raises Unusable without a subject.
    """
    if not isinstance(subject, Subject):
        raise Unusable(SHAPE.reason)
    match = re.fullmatch(_SUBJECT, subject.uri)
    return match[1] if match else ""


def _key_time(name: str) -> int | None:
    """Return the microseconds since 1970 that a key is made of; None for a key of another kind."""
    if not re.fullmatch(_KEY, name):
        return None
    number = 0
    for char in name:
        number = number << 5 | DIGITS.index(char)
    return number >> 10
