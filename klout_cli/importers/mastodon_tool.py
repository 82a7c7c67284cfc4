"""Mastodon by the tool mastodon-archive: one file of an account, as the server's API gives it.

It has more than Mastodon's own archive: followers, and who replied. Servers that speak the same
API (GoToSocial, Pleroma) fill it too. Bookmarks, mutes, blocks and notes are not read.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.json_items import document, items
from klout_cli.importers.archive import Archive, File, Listed, Note, Rows
from klout_cli.importers.mastodon import DIRECT, NO_ACCOUNT
from klout_cli.importers.scalars import Scalar, text_of
from klout_cli.person.rows import About, Contact, Interaction, Level, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import count
from klout_cli.values.web import host_of, links_in, without_markup

FEWER = N_("the file has {n} of {total} posts: run mastodon-archive again")
CUT = N_("the list has {n} of {total} followers: mutual followers are not counted")
WHOLE = 0.9  # a list shorter than this share of the stated number is not all of it
_ACCOUNT = rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"account"\s*:\s*\{.*?"acct"\s*:'
_STATUSES = rb'"(?:statuses|favourites|account)"\s*:'


class Account(Struct, gc=False):
    """An account as the API gives it; `acct` has no host on the own server."""

    id: Scalar = None
    username: Scalar = None
    acct: Scalar = None
    url: Scalar = None
    display_name: Scalar = None
    note: Scalar = None
    avatar: Scalar = None
    followers_count: Scalar = None
    following_count: Scalar = None
    statuses_count: Scalar = None
    fields: list[dict[str, Scalar]] = field(default_factory=list)


class Status(Struct):
    """A post, a boost of another's, or what somebody wrote to the owner."""

    id: Scalar = None
    uri: Scalar = None
    url: Scalar = None
    created_at: Scalar = None
    visibility: Scalar = None
    in_reply_to_id: Scalar = None
    in_reply_to_account_id: Scalar = None
    spoiler_text: Scalar = None
    content: Scalar = None
    favourites_count: Scalar = None
    reblogs_count: Scalar = None
    replies_count: Scalar = None
    account: Account = field(default_factory=Account)
    mentions: list[Account] = field(default_factory=list)
    reblog: "Status | None" = None
    status: "Status | None" = None
    """What a notification is about."""


NONE = msgspec.Raw(b"[]")


class Saved(Struct):
    """The whole file; its lists are decoded item by item."""

    account: Account = field(default_factory=Account)
    statuses: msgspec.Raw = NONE
    favourites: msgspec.Raw = NONE
    mentions: msgspec.Raw = NONE
    followers: msgspec.Raw = NONE
    following: msgspec.Raw = NONE


class MastodonTool(Archive):
    """A file of mastodon-archive."""

    key = "mastodon_tool"
    network = "mastodon"
    variant = N_("file of mastodon-archive")
    together = "file"
    twice_listed = Message("same account twice")
    adds_up = True
    dated_by = ("posts", "interactions")
    files = (
        File("saved", name=r".*\.json", head=_ACCOUNT, whole=True),
        File("named", "saved", name=r".+\.user\..+\.json", head=_STATUSES, whole=True),
    )

    def saved(self, member: Member) -> None:
        """Read whose file it is, then list by list."""
        self.own_replies: Counter[str] = Counter()
        self.numbers: dict[str, str] = {}
        saved = document(member, Saved, self.intake) or Saved()
        self.account(saved.account)
        self.intake.use()
        lists: dict[str, tuple[Any, Callable[[Any], Rows]]] = {
            "statuses": (Status, self.post),
            "favourites": (Status, self.liked),
            "mentions": (Status, self.received),
            "followers": (Account, partial(self.person, "followers")),
            "following": (Account, partial(self.person, "following")),
        }
        for name, (kind, handle) in lists.items():
            raw = member.holding(bytes(getattr(saved, name)))
            self.each(((f"{name} {n}", item) for n, item in items(raw, kind, self.intake)), handle)
        stated, found = count(saved.account.statuses_count), len(self.draft.posts)
        if isinstance(stated, int) and found < WHOLE * stated:
            self.cut("posts", Message(FEWER, n=found, total=stated))

    def account(self, account: Account) -> None:
        """Take whose file it is, as the account's own archive names it, and the stated numbers."""
        self.host = host_of(text_of(account.url))
        self.own_id, name = text_of(account.id), text_of(account.username)
        self.name_account(
            self.key_of(account), f"https://{self.host}/users/{name}", text_of(account.display_name)
        )
        links = " ".join(text_of(item.get("value")) for item in account.fields)
        self.draft.about = About(
            bool(without_markup(text_of(account.note))),
            bool(text_of(account.avatar)) and "missing.png" not in text_of(account.avatar),
            links=links_in(without_markup(links)),
        )
        stated = {"followers": account.followers_count, "following": account.following_count}
        for metric, cell in stated.items():
            if isinstance(value := count(cell), int):
                self.draft.levels.append(Level(metric, value))

    def key_of(self, account: Account) -> str:
        """Return name@host of an account, lower case; "" where the file does not name it."""
        name = text_of(account.acct).lower()
        return name if not name or "@" in name else f"{name}@{self.host}"

    def post(self, status: Status) -> Rows:
        """Take an own post or boost; what is only for followers counts nowhere."""
        if status.visibility == "direct":
            yield Note(DIRECT)
            return
        boost = status.reblog
        known = f"{self.draft.owner.id}/statuses/{text_of(status.id)}{'/activity' if boost else ''}"
        id = self.once(text_of(status.uri) or (known if text_of(status.id) else ""))
        at = self.date(status.created_at)
        public = status.visibility not in ("private", "limited")
        if boost:
            yield Post(id=id, at=at, kind="repost", public=public)
        else:
            yield Post(
                id=id,
                at=at,
                kind=self.kind(status),
                public=public,
                likes=self.count(status.favourites_count),
                shares=self.count(status.reblogs_count),
                comments=self.count(status.replies_count),
                text=without_markup(f"{text_of(status.spoiler_text)} {text_of(status.content)}"),
                url=text_of(status.url),
            )
            self.numbers[id] = text_of(status.id)
        if self.kind(status) == "self_reply":
            self.own_replies[text_of(status.in_reply_to_id)] += 1
        if public:
            yield from self.list_addressees(status, at)

    def kind(self, status: Status) -> Kind:
        """Return whether a post begins, continues an own thread, or answers somebody."""
        if not text_of(status.in_reply_to_id):
            return "original"
        return "self_reply" if text_of(status.in_reply_to_account_id) == self.own_id else "reply"

    def list_addressees(self, status: Status, at: int) -> Rows:
        """Yield whom a post answers, names or boosts, each once."""
        if status.reblog:
            yield Interaction(self.key_of(status.reblog.account), "out", "repost", at=at)
            return
        answered = text_of(status.in_reply_to_account_id)
        if self.kind(status) == "reply":
            known = {text_of(person.id): self.key_of(person) for person in status.mentions}
            yield Interaction(known.get(answered, ""), "out", "reply", at=at)
        others = (person for person in status.mentions if text_of(person.id) != answered)
        for name in sorted(set(map(self.key_of, others)) - {self.draft.handle}):
            yield Interaction(name, "out", "mention", at=at)

    def liked(self, status: Status) -> Rows:
        """Take whose post the owner liked; when is not in the file."""
        key = self.required(self.key_of(status.account), NO_ACCOUNT)
        yield Interaction(key, "out", "reaction")

    def received(self, item: Status) -> Rows:
        """Take a reply, or another's post that names the owner."""
        status = item.status or item
        if status.visibility == "direct":
            yield Note(DIRECT)
            return
        key = self.required(self.key_of(status.account), NO_ACCOUNT)
        is_reply = text_of(status.in_reply_to_account_id) == self.own_id
        at = self.known_date(status.created_at)
        yield Interaction(key, "in", "reply" if is_reply else "mention", at=at)

    def person(self, metric: str, account: Account) -> Rows:
        """Take somebody who follows the owner, or whom the owner follows."""
        key = self.required(self.key_of(account), NO_ACCOUNT)
        yield Listed(metric, key)
        if key not in self.rows.contact_keys:
            followers = count(account.followers_count)
            known = followers if isinstance(followers, int) else None
            yield Contact(key, text_of(account.display_name), known)

    def finish(self, members: Sequence[Member]) -> None:
        """Leave own answers out of the counts, and lists that are not whole."""
        draft, answers = self.draft, self.own_replies
        draft.posts = [
            replace(post, comments=max(0, post.comments - answers[self.numbers.get(post.id, "")]))
            if post.comments
            else post
            for post in draft.posts
        ]
        for metric in ("followers", "following"):
            self.rows.count_list(metric)
        total = next((level.value for level in draft.levels if level.metric == "followers"), 0)
        if draft.followers and len(draft.followers) < WHOLE * total:
            draft.notes.append(Message(CUT, n=len(draft.followers), total=total))
            draft.followers.clear()
