"""Rows as handlers yield them: each goes to its place in the draft, once."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.intake import Intake
from klout_cli.importers.given import Given
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
    count: int = 1


Rows: TypeAlias = Iterator[Post | Of | Contact | Interaction | Group | Level | Listed | Note]


class Collection:
    """The rows of one export, in its draft.

    Posts are known by id, within their account; contacts and people of lists by key. `twice` and
    `twice_listed` are the reasons to refuse one that is known ("": none is refused).
    """

    def __init__(self, draft: Draft, twice: str, twice_listed: str) -> None:
        self.draft = draft
        self.accounts: list[str] = []
        self._reasons: dict[object, str] = {
            Post: twice,
            Of: twice,
            Contact: twice_listed,
            Listed: twice_listed,
        }
        self._known: dict[object, set[str]] = {}
        self._new: dict[object, set[str]] = {}
        self._start = 0

    def begin_file(self) -> None:
        """Prepare for a file, which is used as a whole or not at all."""
        self._new = {}
        self._start = len(self.draft.interactions)

    def keep_file(self) -> None:
        """Know from now on what was read of a file."""
        for kind, keys in self._new.items():
            self._known.setdefault(kind, set()).update(keys)
        self._new = {}

    def knows(self, key: str, kind: object = Post) -> bool:
        """Tell whether a post, or another kind of row, was read already."""
        return key in self._known.get(kind, ()) or key in self._new.get(kind, ())

    def refuse_twice(self, rows: Sequence[Any]) -> None:
        """Raise Unusable for rows of which one is known already."""
        for row in rows:
            if reason := self._reasons.get(type(row)):
                if type(row) is Listed:
                    known = row.key in getattr(self.draft, row.metric)
                else:
                    kind, key = _identity(row)
                    known = key != "" and self.knows(key, kind)
                if known:
                    raise Unusable(reason)

    def add(self, rows: Sequence[Any], intake: Intake) -> None:
        """Put rows where they belong."""
        draft = self.draft
        for row in rows:
            if self._reasons.get(type(row)) and type(row) is not Listed:
                kind, key = _identity(row)
                self._new.setdefault(kind, set()).add(key)
            match row:
                case Post():
                    draft.posts.append(row)
                case Of():
                    del self.accounts[len(draft.posts) :]  # those of a file that was taken back
                    draft.posts.append(row.post)
                    self.accounts.append(row.account)
                case Interaction():
                    draft.interactions.append(row)
                case Contact():
                    draft.contacts.append(row)
                case Listed():
                    getattr(draft, row.metric).add(row.key)
                case Level():
                    draft.levels.append(row)
                case Group():
                    draft.groups.append(row)
                case Note():
                    intake.note(row.text, row.count)

    def add_up(self) -> None:
        """Add up what the owner did to others in this file, by partner and kind."""
        given, others = Given(), []
        for row in self.draft.interactions[self._start :]:
            if row.direction == "out" and not row.private:
                given.add(row.partner, row.kind, row.at)
            else:
                others.append(row)
        self.draft.interactions[self._start :] = [
            *others,
            *given.interactions((self.draft.handle,)),
        ]

    def count_list(self, metric: str, cut: bool, empty: bool) -> None:
        """Make a level of a list of people, unless the export states their number."""
        people: set[str] = getattr(self.draft, metric)
        stated = any(level.metric == metric for level in self.draft.levels)
        if not stated and (people or empty):
            self.draft.levels.append(Level(metric, len(people), quality="cut" if cut else "exact"))

    def split(self) -> dict[str, Draft]:
        """Divide posts by the account they are of; the first account keeps the ledger."""
        posts: dict[str, list[Post]] = {}
        for account, post in zip(self.accounts, self.draft.posts, strict=False):
            posts.setdefault(account, []).append(post)
        drafts: dict[str, Draft] = {}
        for account, own in posts.items():
            draft = Draft(self.draft.network, self.draft.variant) if drafts else self.draft
            drafts[account], draft.posts = draft, own
        return drafts


def _identity(row: Any) -> tuple[object, str]:
    if type(row) is Of:
        return (Post, row.account), row.post.id
    return type(row), row.id if type(row) is Post else row.key
