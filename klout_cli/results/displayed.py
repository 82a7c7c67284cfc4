"""Frozen structs for figures, perks and topics, which are shown beside a report."""

from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.results import ModelName, Plain, Score
from klout_cli.results.explained import Line

Demand: TypeAlias = Literal[
    "score", "on_topic", "any_network", "all_networks", "topics", "valid_from", "valid_until"
]


class Figure(Struct, frozen=True):
    """The explanation of one printed number, with the person's own figures."""

    id: str
    title: str
    question: str
    counted: str
    blind_spots: str
    lines: tuple[Line, ...]


class Requirement(Struct, frozen=True):
    """One condition of a perk, and how far the person meets it.

    `lacks` are the missing points, `change` the `klout whatif --set` value that would reach them.
    """

    demand: Demand
    needs: tuple[Plain, ...]
    has: tuple[Plain, ...]
    met: bool
    lacks: float | None = None
    change: str = ""


class Offer(Struct, frozen=True):
    """One perk; the person qualifies if all requirements are met."""

    id: str
    title: str
    reward: str
    qualifies: bool
    requirements: tuple[Requirement, ...]


class Offers(Struct, frozen=True):
    """All perks for one person and score, in the catalogue's order."""

    catalogue: str
    model: ModelName
    person: str
    as_of: str | None
    score: Score
    on_topic: float | None
    offers: tuple[Offer, ...]


class Channel(Struct, frozen=True):
    """The responses to a topic's posts on one account.

    Reactions per post, and their ratio to the expected ones, None if not measured.
    """

    account: str
    posts: int
    per_post: float | None
    ratio: float | None


class Subject(Struct, frozen=True):
    """One topic over all accounts.

    The ratio with its 80 % interval, also in the older and newer half of its weeks, and the best
    account.
    """

    topic: str
    posts: int
    per_post: float | None
    ratio: float | None
    low: float | None
    high: float | None
    earlier: float | None
    later: float | None
    best: str | None
    channels: tuple[Channel, ...]
