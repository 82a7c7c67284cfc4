"""Rows as handlers yield them: each goes to its place in the draft, once."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.intake import Intake
from klout_cli.person.rows import Contact, Draft, Group, Interaction, Level, Post


class Unusable(Exception):
    """A row that cannot be used; `reason` becomes its count in the ledger."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Listed(Struct, frozen=True, gc=False):
    """Somebody in the list of followers or of following (`metric`), by key."""

    metric: str
    key: str


class Of(Struct, frozen=True, gc=False):
    """A post of one of several accounts in an export, by whatever tells them apart."""

    account: str
    post: Post


class Note(Struct, frozen=True, gc=False):
    """Something worth saying that costs no row."""

    text: str


Rows: TypeAlias = Iterator[Post | Of | Contact | Interaction | Group | Level | Listed | Note]


TABLES: dict[type, str] = {
    Contact: "contacts",
    Interaction: "interactions",
    Group: "groups",
    Level: "levels",
}


class Given:
    """What the owner did to others, added up: how often to whom, of which kind, and when last."""

    def __init__(self) -> None:
        self._times: dict[tuple[str, str], list[int]] = {}

    def add(self, partner: str, kind: str, at: int | None = None) -> None:
        """Count an action towards a partner ("": nobody is named), at Unix seconds if known."""
        known = self._times.setdefault((partner, kind), [0, 0])
        known[0] += 1
        known[1] = max(known[1], at or 0)

    def interactions(self, own: Collection[str]) -> list[Interaction]:
        """Return them as rows, without what went to the owner's own names or to nobody named."""
        return [
            Interaction(partner, "out", kind, times, at or None)
            for (partner, kind), (times, at) in sorted(self._times.items())
            if partner and partner not in own
        ]


class Collected:
    """The rows of one export, in its draft.

    Posts are known by id, within their account; contacts and people of lists by key. `twice` and
    `twice_listed` are the reasons to refuse one that is known ("": none is refused). `adds_up`:
    what the owner did to others in a file is added up by partner and kind.
    """

    def __init__(self, draft: Draft, twice: str, twice_listed: str, adds_up: bool) -> None:
        self.draft = draft
        self.accounts: list[str] = []
        reasons = {Post: twice, Of: twice, Contact: twice_listed, Listed: twice_listed}
        self._reasons: dict[type, str] = {kind: why for kind, why in reasons.items() if why}
        self._adds_up = adds_up
        self._given = Given()
        self.post_ids: set[str] = set()
        self.contact_keys: set[str] = set()
        self._ids_of: dict[str, set[str]] = {}

    def take(self, rows: Sequence[Any], intake: Intake) -> None:
        """Put rows where they belong. Raises Unusable, before any is, where one is known."""
        for row in rows if len(rows) > 1 else ():
            self._identity(row)
        for row in rows:
            self._put(row, intake)

    def _put(self, row: Any, intake: Intake) -> None:
        draft, kind = self.draft, type(row)
        known, key = self._identity(row)
        if key:
            known.add(key)
        if kind is Post:
            draft.posts.append(row)
        elif kind is Interaction and self._adds_up and row.direction == "out":
            self._given.add(row.partner, row.kind, row.at)
        elif kind is Listed:
            getattr(draft, row.metric).add(row.key)
        elif kind is Note:
            intake.note(row.text)
        elif kind is Of:
            del self.accounts[len(draft.posts) :]  # those of a file that was taken back
            self.accounts.append(row.account)
            draft.posts.append(row.post)
        else:
            getattr(draft, TABLES[kind]).append(row)

    def _identity(self, row: Any) -> tuple[set[str], str]:
        """Return among which a row is known, by what. Raises Unusable where it is."""
        kind = type(row)
        if kind is Post:
            known, key = self.post_ids, row.id
        elif kind is Listed:
            known, key = getattr(self.draft, row.metric), row.key
        elif kind is Contact:
            known, key = self.contact_keys, row.key
        elif kind is Of:
            known, key = self._ids_of.setdefault(row.account, set()), row.post.id
        else:
            return set(), ""
        if key in known and kind in self._reasons:
            raise Unusable(self._reasons[kind])
        return known, key

    def end_file(self, *, refused: bool) -> None:
        """Keep the rows of a file; what is known of one that was refused is forgotten."""
        draft, given, self._given = self.draft, self._given, Given()
        if not refused:
            draft.interactions += given.interactions((draft.handle,))
            return
        self.contact_keys = {contact.key for contact in draft.contacts}
        self._ids_of = {}
        for account, post in zip(self.accounts, draft.posts, strict=False):
            self._ids_of.setdefault(account, set()).add(post.id)
        if not self.accounts:
            self.post_ids = {post.id for post in draft.posts}

    def count_list(
        self, metric: str, people: int | None = None, *, cut: bool = False, empty: bool = False
    ) -> None:
        """Make a level of a list of people, unless the export states their number.

        `people`: how many there are, where the draft does not keep the list itself.
        """
        people = len(getattr(self.draft, metric)) if people is None else people
        stated = any(level.metric == metric for level in self.draft.levels)
        if not stated and (people or empty):
            self.draft.levels.append(Level(metric, people, quality="cut" if cut else "exact"))

    def split(self) -> dict[str, Draft]:
        """Divide posts by the account they are of; the first account keeps the ledger."""
        posts: dict[str, list[Post]] = {}
        for account, post in zip(self.accounts, self.draft.posts, strict=False):
            posts.setdefault(account, []).append(post)
        drafts: dict[str, Draft] = {}
        for account, own in posts.items():
            draft = Draft(self.draft.network, self.draft.variant) if drafts else self.draft
            drafts[account], draft.posts = draft, own
            draft.handle = account or draft.handle
        return drafts
