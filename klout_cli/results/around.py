"""The frozen nouns of a network: the people around a person, who knows whom, and who belong together.

They hold names of others, so that they never leave for a history, a report or a program but
nameless or redacted (reliability P1-P5).
"""

from collections.abc import Mapping

from msgspec import Struct

TIES = ("mentioned_together", "group_thread", "same_employer")
FEW = 5  # smaller counts tell who somebody is (reliability P3)
FEWER = f"<{FEW}"


def few(count: float) -> bool:
    """Tell a small count; nobody is under five too, as that tells something of everybody."""
    return count < FEW


class Member(Struct, frozen=True):
    """One person. `weight` is their share of closeness × standing (experts counted more) over all of known standing, None where unknown.

    `received` and `given` are None where not every export they are known from shows that direction;
    dates are ISO, "" where there is none; `waits` is since when their last public word is
    unanswered. `community` and the places in links are numbers from 0.
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
    """Members who are tied among themselves, named by the employer or the expertise most of them share, "" where nothing is."""

    name: str
    members: tuple[int, ...]
    weight: float


class Link(Struct, frozen=True):
    """Two members who know each other, in no direction: posts that mention both, messages to both, whether they share an employer.

    `newest` is the last of these, as an ISO date, "" where unknown.
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
        """What shows that they do."""
        return tuple(
            kind
            for kind, known in zip(TIES, (self.together, self.thread, self.employer), strict=True)
            if known
        )


class Merged(Struct, frozen=True):
    """Two contacts who are one member, as each network calls them, and the evidence."""

    member: int
    networks: tuple[str, str]
    names: tuple[str, str]
    evidence: str
    alike: float


class Circle(Struct, frozen=True):
    """All members, the weightiest first, and the shape of the graph (method §4.1)."""

    person: str
    as_of: str
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
        """The share of members whose standing is known."""
        return self.known / len(self.members) if self.members else 0.0

    @property
    def ties(self) -> dict[str, int]:
        """How many pairs of members are tied, by each kind."""
        return {kind: sum(kind in link.kinds for link in self.links) for kind in TIES}

    def amount(self, count: int | None) -> int | str | None:
        """Return a count as it may be shown."""
        return FEWER if self.redacted and count is not None and few(count) else count
