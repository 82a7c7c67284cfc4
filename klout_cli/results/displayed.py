"""The frozen nouns beside a report: a printed number that is no factor, explained.

What a catalogue offers for a score, and topics.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.results import ModelName, Plain
from klout_cli.results.explained import Line

Demand: TypeAlias = Literal[
    "score", "on_topic", "any_network", "all_networks", "topics", "valid_from", "valid_until"
]


class Figure(Struct, frozen=True):
    """What one printed number asks, how it comes about, and the person's own numbers in it."""

    id: str
    title: str
    question: str
    counted: str
    blind_spots: str
    lines: tuple[Line, ...]


class Requirement(Struct, frozen=True):
    """One condition of a perk and how the person stands to it.

    `lacks` are the points that are missing, `change` is what `klout whatif --set` takes to reach
    them.
    """

    demand: Demand
    needs: tuple[Plain, ...]
    has: tuple[Plain, ...]
    met: bool
    lacks: float | None = None
    change: str = ""


class Offer(Struct, frozen=True):
    """One perk; the person qualifies where all requirements are met."""

    id: str
    title: str
    reward: str
    qualifies: bool
    requirements: tuple[Requirement, ...]


class Offers(Struct, frozen=True):
    """What a catalogue offers one person for one score, in the catalogue's order."""

    catalogue: str
    model: ModelName
    person: str
    as_of: str
    score: float
    on_topic: float | None
    offers: tuple[Offer, ...]


class Channel(Struct, frozen=True):
    """What posts on a topic get on one account: reactions a post, and their ratio to the expected ones, None where not measured."""

    account: str
    posts: int
    per_post: float | None
    ratio: float | None


class Subject(Struct, frozen=True):
    """One topic over all accounts: the ratio with its 80 % interval, in the older and the newer half of its weeks, and the best account."""

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
