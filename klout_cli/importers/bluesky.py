"""Bluesky: the repository of an account, a CAR file (formats/modern-platforms §3).

Blocks and records of other apps are not used.

Records have their keys only in the tree, in which each key leaves out what it shares with the one
before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import SHAPE
from klout_cli.importers.given import Given
from klout_cli.importers.sources import described
from klout_cli.person.rows import About, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import DAY, epoch, moment
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

MISSING = "not in the file, though its tree names it"
DAMAGED = Bad("damaged")
NO_DATE = Bad("no date")
NOT_NEEDED = "records of other apps and of no use here, not used"
BROKEN = "a damaged repository, or none that klout can read"
AGAIN = "download it again: Settings › Account › Export my data"

HEADER_WITHIN = 20
DIGITS = "234567abcdefghijklmnopqrstuvwxyz"

_KEY = r"[234567a-j][2-7a-z]{12}"
_SUBJECT = r"at://(did:[^/\s]+)(?:/.*)?"
_MENTION = "app.bsky.richtext.facet#mention"

T = TypeVar("T")


class Header(Struct):
    """Where a file begins: its one root."""

    roots: list[bytes]


class Entry(Struct):
    """A record in a node of the tree: how much of the key before it goes on, the rest of it, the record, the keys behind it."""

    p: int
    k: bytes
    v: bytes
    t: bytes | None = None


class Node(Struct):
    """A node of the tree: the keys before its own, and its own."""

    e: list[Entry]
    l: bytes | None = None  # noqa: E741 - the format's name


class Commit(Struct):
    """The root of a repository: whose it is, its tree, and when it was last changed, written like the key of a record."""

    did: str
    data: bytes
    rev: str = ""


class Subject(Struct):
    """What a record is about: another record."""

    uri: str


class Feature(Struct, rename={"type": "$type"}):
    """What a part of a text is: the naming of somebody, a link, a tag."""

    type: str = ""
    did: str = ""


class Facet(Struct):
    """A part of a text that is more than words."""

    features: list[Feature] = field(default_factory=list)


class Reply(Struct):
    """Which post is answered."""

    parent: Subject


class Record(Struct, rename="camel"):
    """A post."""

    created_at: str | None = None
    text: str = ""
    reply: Reply | None = None
    facets: list[Facet] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


class Gift(Struct, rename="camel"):
    """A like or repost given."""

    subject: Subject
    created_at: str | None = None


class Follow(Struct):
    """Somebody followed."""

    subject: str


class Profile(Struct, rename="camel"):
    """The profile, of which only this is looked at."""

    display_name: str = ""
    description: str = ""
    avatar: object = None


class Bluesky:
    """The repository of an account: posts, follows, likes and reposts given.

    People in it have no names, only ids (DIDs).
    """

    network = "bluesky"
    source, feeds = described("bluesky")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find repositories by their first bytes; each is an export of its own."""
        return [(member,) for member in members if b"\xa2eroots" in member.head(HEADER_WITHIN)]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one repository."""
        return [_Repository(members[0], reading).export()]


class _Repository:
    """One repository while it is read."""

    def __init__(self, member: Member, reading: Reading) -> None:
        self.member = member
        self.latest = reading.latest
        self.draft = Draft(Bluesky.network, "repository")
        self.given = Given()

    def export(self) -> Export:
        """Read it; a record that is damaged is skipped alone."""
        draft = self.draft
        with draft.reading(self.member.where) as intake:
            commit, blocks = self._opened()
            draft.handle, draft.owner = commit.did, Owner(commit.did, personal=True)
            for key, record in sorted(
                _records(commit.data, blocks, intake), key=lambda found: found[0]
            ):
                self._record(key, record, intake)
            draft.interactions += self.given.interactions((commit.did,))
            if draft.following:
                draft.levels.append(
                    Level(
                        "following",
                        len(draft.following),
                        quality="cut" if MISSING in intake.reasons else "exact",
                    )
                )
            changed = epoch(_key_time(commit.rev), self.latest)
            newest = max((post.at for post in draft.posts), default=None)
            draft.exported_at = changed if isinstance(changed, int) else newest
        return draft.finish()

    def _opened(self) -> tuple[Commit, Mapping[bytes, bytes]]:
        """Return the root, and all blocks as they are.

        Raises InputError for a file that is cut off, or without its root or its tree.
        """
        try:
            header, *parts = _parts(self.member.read())
            blocks = {part[: (size := 4 + part[3])]: part[size:] for part in parts}
        except IndexError as fault:
            raise InputError(BROKEN, self.member.where, AGAIN) from fault
        roots = _decoded(header, Header)
        commit = (
            SHAPE
            if isinstance(roots, Bad) or not roots.roots
            else _decoded(blocks.get(roots.roots[0], b""), Commit)
        )
        if (
            isinstance(commit, Bad)
            or not commit.did.startswith("did:")
            or commit.data not in blocks
        ):
            raise InputError(BROKEN, self.member.where, AGAIN)
        return commit, blocks

    def _record(self, key: str, record: bytes, intake: Intake) -> None:
        collection, _, name = key.partition("/")
        match collection:
            case "app.bsky.feed.post":
                self._post(name, key, record, intake)
            case "app.bsky.feed.like":
                self._gift("reaction", name, record, intake)
            case "app.bsky.feed.repost":
                self._gift("repost", name, record, intake)
            case "app.bsky.graph.follow":
                follow = _decoded(record, Follow)
                if isinstance(follow, Bad):
                    intake.skip(key, follow.reason)
                else:
                    self.draft.following.add(follow.subject)
                    intake.use()
            case "app.bsky.actor.profile":
                self._profile(record, key, intake)
            case _:
                intake.use()
                intake.note(NOT_NEEDED)

    def _profile(self, record: bytes, key: str, intake: Intake) -> None:
        profile = _decoded(record, Profile)
        if isinstance(profile, Bad):
            intake.skip(key, profile.reason)
            return
        intake.use()
        said = profile.description.strip()
        self.draft.owner = Owner(self.draft.handle, profile.display_name.strip(), personal=True)
        self.draft.about = About(bool(said), profile.avatar is not None, links=links_in(said))

    def _post(self, name: str, key: str, record: bytes, intake: Intake) -> None:
        """Take a post, and whom it answers and names."""
        said = _decoded(record, Record)
        if isinstance(said, Bad):
            intake.skip(key, said.reason)
            return
        answered = _owner_of(said.reply.parent) if said.reply else ""
        kind: Kind = (
            "original"
            if not said.reply
            else "self_reply"
            if answered == self.draft.handle
            else "reply"
        )
        at = self._moment(said.created_at, name)
        address = f"https://bsky.app/profile/{self.draft.handle}/post/{name}"
        text = " ".join((said.text, *said.tags))
        if post := intake.row(Post, key, id=name, at=at, kind=kind, text=text, url=address):
            self.draft.posts.append(post)
            if kind == "reply":
                self.given.add(answered, "reply", post.at)
            named = {
                feature.did
                for facet in said.facets
                for feature in facet.features
                if feature.type == _MENTION
            }
            for person in named - {answered}:
                self.given.add(person, "mention", post.at)

    def _gift(self, kind: str, name: str, record: bytes, intake: Intake) -> None:
        """Take a like or a repost given; the repost is one among the own posts too."""
        gift = _decoded(record, Gift)
        if isinstance(gift, Bad):
            intake.skip(f"{kind} {name}", gift.reason)
            return
        at = self._moment(gift.created_at, name)
        if isinstance(at, Bad):
            intake.skip(f"{kind} {name}", at.reason)
            return
        intake.use()
        if kind == "repost":
            self.draft.posts.append(Post(id=name, at=at, kind="repost"))
        self.given.add(_owner_of(gift.subject), kind, at)

    def _moment(self, stated: str | None, name: str) -> int | Bad:
        """Return when a record was made: what its app states, unless its key, which the server makes, tells another day."""
        found = moment(stated, self.latest)
        at = found[0] if isinstance(found, tuple) else found or NO_DATE
        made = epoch(_key_time(name), self.latest)
        if isinstance(made, int) and (isinstance(at, Bad) or abs(at - made) > DAY):
            return made
        return at


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


def _records(
    root: bytes, blocks: Mapping[bytes, bytes], intake: Intake
) -> Iterator[tuple[str, bytes]]:
    """Yield (key, record) of the whole tree.

    What it names and the file does not hold is counted.
    """
    ahead, seen = [root], set[bytes]()
    while ahead:
        name = ahead.pop()
        node = _decoded(blocks[name], Node) if name in blocks else Bad(MISSING)
        if isinstance(node, Bad) or name in seen:
            intake.skip("tree", node.reason if isinstance(node, Bad) else SHAPE.reason)
            continue
        seen.add(name)
        ahead += [link for link in (node.l, *(entry.t for entry in node.e)) if link is not None]
        key = b""
        for entry in node.e:
            key = key[: max(0, entry.p)] + entry.k
            written = key.decode("utf-8", "replace")
            if entry.v in blocks:
                yield written, blocks[entry.v]
            else:
                intake.skip(written, MISSING)


def _decoded(block: bytes, kind: type[T]) -> T | Bad:
    """Return what a block holds as this kind, or `Bad` where it is damaged or has another shape."""
    from libipld import (
        decode_dag_cbor,  # a compiled library, needed only where there is a repository
    )

    try:
        return msgspec.convert(decode_dag_cbor(block), kind)
    except msgspec.ValidationError:
        return SHAPE
    except (ValueError, RecursionError):
        return DAMAGED


def _owner_of(subject: Subject) -> str:
    """Return the id of whose record it is; "" where the address does not tell."""
    found = re.fullmatch(_SUBJECT, subject.uri)
    return found[1] if found else ""


def _key_time(name: str) -> int | None:
    """Return the microseconds since 1970 that a key is made of; None for a key of another kind."""
    if not re.fullmatch(_KEY, name):
        return None
    number = 0
    for char in name:
        number = number << 5 | DIGITS.index(char)
    return number >> 10
