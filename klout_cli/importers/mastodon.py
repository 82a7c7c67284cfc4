"""Mastodon: the archive of an account, and the CSV lists beside it.

The outbox has direct messages too, which are only counted. Bookmarks stay closed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.json_items import document
from klout_cli.files.text import fold, lines
from klout_cli.importers.archive import (
    Archive,
    File,
    Json,
    Listed,
    Note,
    Rows,
    Unusable,
    Values,
)
from klout_cli.importers.scalars import Scalar, string_of
from klout_cli.person.rows import About, Interaction, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.kinds import Kind, find_media
from klout_cli.values.web import host_of, links_in, without_markup

NO_ACCOUNT = Message("no account name")
DIRECT = Message("direct messages, only counted")
BEFORE_4_3 = Message(
    "this archive has no likes and boosts received, which need Mastodon 4.3: "
    "if your server is newer now, ask for a new archive under "
    "Preferences › Import and export › Data export"
)

PUBLIC = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))

_LIST_NAME = r"%ss?(?:_accounts)?(?: ?\(\d+\))?\.csv"
_LIST_START = (
    rb"\A(?:\xef\xbb\xbf)?\"?(?:(?i:account address)|[^\s@,;\"]+@[\w.-]+)\"?(?:[,\r\n]|\Z)"
)
_CLOSED = (
    r"(?:bookmarks|lists|(?:blocked|muted)_accounts|blocked_domains)\.csv|(?:avatar|header)\.\w+|"
    r"(?:actor|outbox|likes|bookmarks)\.json|media_attachments/.+"
)
_OUTBOX = rb'"(?:OrderedCollection|outbox\.json)"'
_ADDRESS = r"https?://[^/]+/(?:users/|@)([\w.-]+)(?:/.*)?"
_HREF = r"""href=["']([^"']+)["']"""


class Tag(Struct, gc=False):
    """Something named in a post: a person, a hashtag, an emoji."""

    type: Scalar = None
    href: Scalar = None
    name: Scalar = None


class Attachment(Struct, rename="camel", gc=False):
    """A picture, video or sound of a post."""

    media_type: Scalar = None


class Status(Struct, rename="camel"):
    """A post, or a poll."""

    id: Scalar = None
    published: Scalar = None
    url: Scalar = None
    in_reply_to: Scalar = None
    summary: Scalar = None
    content: Scalar = None
    tag: list[Tag] = field(default_factory=list)
    attachment: list[Attachment] | None = None
    likes: dict[str, Any] | None = None
    shares: dict[str, Any] | None = None


class Activity(Struct):
    """What was done: a post made, or another's post boosted, which is then only an address."""

    type: Scalar = None
    id: Scalar = None
    actor: Scalar = None
    published: Scalar = None
    to: list[str] | str = field(default_factory=list)
    cc: list[str] | str = field(default_factory=list)
    object: Status | str | None = None


class Actor(Struct, rename="camel"):
    """Whose archive it is; `attachment` has the fields of the profile."""

    id: Scalar = None
    preferred_username: Scalar = None
    name: Scalar = None
    summary: Scalar = None
    icon: dict[str, Scalar] | None = None
    attachment: list[dict[str, Any]] = field(default_factory=list)


class AccountList(File, frozen=True):
    """A CSV list of accounts, whose handler gets the first cell of each row."""

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the accounts; not every version has a header."""
        for number, line in enumerate(lines(member, intake, encoding), start=1):
            cell = line.partition(",")[0].strip().strip('"')
            if line.strip() and fold(cell) != "account address":
                yield number, cell


class Mastodon(Archive):
    """An account's archive with its lists, or a list alone.

    Several accounts are several exports.
    """

    key = network = "mastodon"
    variant = N_("lists of accounts")
    closed = f"(?i:{_CLOSED})"
    twice_listed = Message("same account twice")
    adds_up = True
    date_in_name = r"(?:^|[:/])archive-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]"
    files = (
        File("actor", name=r"actor\.json", proves=False, whole=True),
        Json("outbox", name=r"outbox\.json", head=_OUTBOX, kind=Activity, keys=("orderedItems",)),
        Json("likes", name=r"likes\.json", proves=False, kind=str, keys=("orderedItems",)),
        AccountList(
            "followers", "person", _LIST_NAME % "follower", head=_LIST_START, lists="followers"
        ),
        AccountList(
            "following", "person", _LIST_NAME % "following", head=_LIST_START, lists="following"
        ),
    )
    counts_received = False

    def actor(self, member: Member) -> None:
        """Read whose archive it is, and what the profile has."""
        actor = document(member, Actor, self.intake) or Actor()
        name, host = string_of(actor.preferred_username), host_of(string_of(actor.id))
        handle = f"{name}@{host}".lower() if name and host else _account(actor.id)
        self.name_account(handle, string_of(actor.id), string_of(actor.name))
        fields = " ".join(string_of(item.get("value")) for item in actor.attachment)
        links = links_in(" ".join(re.findall(_HREF, fields)))
        has_text = bool(without_markup(string_of(actor.summary)))
        self.draft.about = About(has_text, bool(actor.icon), links=links)
        self.intake.use()

    def outbox(self, item: Activity) -> Rows:
        """Take a post or a boost; the outbox's own total is wrong on old servers and never used.

        What is only for followers counts nowhere, but is theirs to know.
        """
        readers = {*_as_list(item.to), *_as_list(item.cc)}
        public = not PUBLIC.isdisjoint(readers)
        if item.type not in ("Create", "Announce"):
            raise Unusable(N_("neither a post nor a boost"))
        if not public and not any(address.endswith("/followers") for address in readers):
            yield Note(DIRECT)
            return
        status = item.object if isinstance(item.object, Status) else Status(id=item.object)
        boost = item.type == "Announce"
        id = string_of(item.id) if boost else string_of(status.id) or string_of(item.id)
        post = Post(
            id=self.once(id),
            at=self.date(item.published or status.published),
            kind="repost" if boost else self._kind(status, item),
            public=public,
            **({} if boost else self._content(status)),
        )
        yield post
        if public:
            yield from _list_addressees(status, post)

    def _content(self, status: Status) -> dict[str, Any]:
        """Return text, address and what was received.

        The few replies listed in a post are the owner's own.
        """
        likes, shares = status.likes, status.shares
        self.counts_received |= likes is not None or shares is not None
        return {
            "likes": self.count((likes or {}).get("totalItems")),
            "shares": self.count((shares or {}).get("totalItems")),
            "text": without_markup(f"{string_of(status.summary)} {string_of(status.content)}"),
            "url": string_of(status.url),
            "media": find_media(string_of(item.media_type) for item in status.attachment or ()),
        }

    def _kind(self, status: Status, item: Activity) -> Kind:
        """Return whether a post begins, continues an own thread, or answers somebody."""
        answered = string_of(status.in_reply_to)
        if not answered:
            return "original"
        own = [address for address in (string_of(item.actor), self.draft.owner.id) if address]
        mine = (
            any(answered.startswith(f"{address}/") for address in own)
            or _account(answered) == self.draft.handle
        )
        return "self_reply" if mine else "reply"

    def likes(self, address: str) -> Rows:
        """Take whose post the owner liked: an address without a date."""
        yield Interaction(self.required(_account(address), NO_ACCOUNT), "out", "reaction")

    def person(self, cell: str) -> Rows:
        """Take somebody who follows the owner, or whom the owner follows."""
        account = cell.removeprefix("@").lower()
        if "@" not in account:
            raise Unusable(NO_ACCOUNT)
        yield Listed(self.file.lists, account)

    def finish(self, members: Sequence[Member]) -> None:
        """Say what the archive is, and what one of an old server lacks."""
        draft = self.draft
        if self.intakes["outbox"]:
            draft.variant = N_("archive")
        if any(post.kind != "repost" for post in draft.posts) and not self.counts_received:
            draft.notes.append(BEFORE_4_3)


def _as_list(value: list[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else value


def _account(address: object) -> str:
    """Return name@host of the address of a profile or post, "" for numbered ids."""
    match = re.fullmatch(_ADDRESS, string_of(address))
    return f"{match[1]}@{host_of(match[0])}".lower() if match else ""


def _find_mentions(status: Status) -> dict[str, str]:
    """Return the people named in a post: address of the profile -> name@host."""
    people: dict[str, str] = {}
    for tag in status.tag:
        if tag.type == "Mention" and (name := string_of(tag.name).removeprefix("@").lower()):
            people[string_of(tag.href)] = (
                name if "@" in name else f"{name}@{host_of(string_of(tag.href))}"
            )
    return people


def _list_addressees(status: Status, post: Post) -> Iterator[Interaction]:
    """Yield whom a post answers, names or boosts, each once."""
    if post.kind == "repost":
        yield Interaction(_account(status.id), "out", "repost", at=post.at)
        return
    people = _find_mentions(status)
    target = string_of(status.in_reply_to)
    answered = next(
        (name for profile, name in people.items() if profile and target.startswith(f"{profile}/")),
        _account(target),
    )
    if post.kind == "reply":
        yield Interaction(answered, "out", "reply", at=post.at)
    for name in sorted({*people.values()} - {answered}):
        yield Interaction(name, "out", "mention", at=post.at)
