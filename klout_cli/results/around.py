"""Frozen structs of a network: people, their ties and communities.

They contain other people's names, so they only go into a history, a report or another program
nameless or redacted.
"""

from collections.abc import Mapping

from msgspec import Struct

TIES = ("mentioned_together", "group_thread", "same_employer")
FEW = 5  # smaller counts could identify somebody
FEWER = f"<{FEW}"


def few(count: float) -> bool:
    """Return True for a small count, including zero, which says something about all."""
    return count < FEW


class Member(Struct, frozen=True):
    """One person. `weight` is their share of closeness × standing, None if unknown.

    The share is of all known standing; experts count more. `received` and `given` are None unless
    every export that includes them covers that direction; dates are ISO, "" if there is none;
    `waits` is the date since which their last public message is unanswered. `community` and the
    positions in links count from 0.
    """

    name: str
    networks: tuple[str, ...]
    closeness: float
    standing: float | None
    basis: str
    basis_value: float
    expert: bool
    weight: float | None
    received: int | None
    given: int | None
    kinds: Mapping[str, int]
    newest: str
    waits: str
    community: int | None
    core: int


class Community(Struct, frozen=True):
    """Members with ties to each other.

    `name` is the employer or skill most of them share, "" if there is none.
    """

    name: str
    members: tuple[int, ...]
    weight: float


class Link(Struct, frozen=True):
    """Two members who know each other, undirected.

    Posts that mention both, messages to both, and whether they share an employer. `newest` is the
    latest of these as an ISO date, "" if unknown.
    """

    one: int
    other: int
    weight: float
    together: int
    thread: int
    employer: bool
    newest: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of evidence."""
        return tuple(
            kind
            for kind, known in zip(TIES, (self.together, self.thread, self.employer), strict=True)
            if known
        )


class Merged(Struct, frozen=True):
    """Two contacts merged into one member, with their names and the evidence."""

    member: int
    networks: tuple[str, str]
    names: tuple[str, str]
    evidence: str
    alike: float


class Circle(Struct, frozen=True):
    """All members, highest weight first, and the shape of the graph."""

    person: str
    as_of: str | None
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    communities: tuple[Community, ...]
    merges: tuple[Merged, ...]
    known: int
    effective_size: float
    constraint: float
    own: int
    whole: bool
    named: bool = True
    redacted: bool = False

    @property
    def coverage(self) -> float:
        """The share of members with known standing."""
        return self.known / len(self.members) if self.members else 0.0

    @property
    def ties(self) -> dict[str, int]:
        """The number of tied pairs by kind."""
        return {kind: sum(kind in link.kinds for link in self.links) for kind in TIES}

    def amount(self, count: int | None) -> int | str | None:
        """Return a count, or "<5" if it is small and the circle is redacted."""
        return FEWER if self.redacted and count is not None and few(count) else count
