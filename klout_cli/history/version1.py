"""Snapshots as klout 0.1 stored them, read as those of today.

They knew no numbers of weeks, of posts on topic only sums, and of contacts only groups weighed by
closeness: what network and substance need now is not in them.
"""

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import VOUCHERS, Endorsement
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.results import Input, Measured, Measurement, PostSums, Snapshot, Window
from klout_cli.translation import gettext_noop as N_

NOT_STORED = ("network", "substance")
LACKING = N_("the klout version that measured this didn't save it")


class Sums(Struct, frozen=True):
    """Sums of posts, with those off topic beside the whole."""

    posts: float = 0
    answered: float = 0
    weight: float = 0.0
    weight_likes: float = 0.0
    likes: float = 0.0
    weight_carried: float = 0.0
    carried: float = 0.0
    weight_engagements: float = 0.0
    engagements: float = 0.0
    off_topic_likes: float = 0.0
    off_topic_carried: float = 0.0
    off_topic_engagements: float = 0.0

    def upgrade(self) -> PostSums:
        """Return today's sums; the weights of posts on topic are not known, and stay 0."""
        return PostSums(
            posts=self.posts,
            answered=self.answered,
            weight=self.weight,
            weight_answered=max(self.weight_likes, self.weight_carried, self.weight_engagements),
            weight_likes=self.weight_likes,
            likes=self.likes,
            weight_carried=self.weight_carried,
            carried=self.carried,
            weight_engagements=self.weight_engagements,
            engagements=self.engagements,
            on_likes=self.likes - self.off_topic_likes,
            on_carried=self.carried - self.off_topic_carried,
            on_engagements=self.engagements - self.off_topic_engagements,
        )


class Account(Struct):
    """One measured account."""

    id: str
    network: str
    handle: str
    exported_at: str | None
    seen_at: str
    window: Window
    measurements: list[Measurement]
    weeks: list[Sums] = []
    crowd: tuple[tuple[int, float], ...] = ()
    observed: list[Measurement] = []

    def upgrade(self) -> Measured:
        """Return the account as it is measured today."""
        return Measured(
            id=self.id,
            network=self.network,
            handle=self.handle,
            exported_at=self.exported_at,
            seen_at=self.seen_at,
            window=self.window,
            measurements=tuple(map(self._upgrade, self.measurements)),
            weeks=tuple(week.upgrade() for week in self.weeks),
            crowd=self.crowd,
            observed=tuple(map(_upgrade_observed, self.observed)),
        )

    def _upgrade(self, found: Measurement) -> Measurement:
        if found.factor in NOT_STORED:
            return Measurement(found.factor, "missing", {}, found.reason or LACKING)
        if found.state != "measured":
            return found
        facts = dict(found.facts)
        upgraded: Any = facts
        if found.factor == "audience":
            upgraded = msgspec.convert(facts, Audience.Facts)
        elif found.factor == "resonance":
            upgraded = self._total().upgrade()
        elif found.factor == "amplification":
            upgraded = Amplification().of_sums(self._total().upgrade(), 0.0)
        elif found.factor == "breadth":
            upgraded = msgspec.convert(facts, Breadth.Facts)
        elif found.factor == "endorsement":
            metric = next((name for name in VOUCHERS if name in facts), "vouchers")
            upgraded = msgspec.convert({**facts, "metric": metric}, Endorsement.Facts)
        elif found.factor == "reciprocity":
            upgraded = _upgrade_reciprocity(facts)
        return Measurement(found.factor, "measured", asdict(upgraded))

    def _total(self) -> Sums:
        resonance = next(found for found in self.measurements if found.factor == "resonance")
        return msgspec.convert(resonance.facts, Sums)


class Stored(Struct):
    """A snapshot."""

    person: str
    as_of: str
    measured: list[Account]
    on_topic: list[Account] = []
    traits: tuple[Measurement, ...] = ()
    inputs: tuple[Input, ...] = ()
    topics: tuple[str, ...] = ()


def decode_snapshot(data: bytes) -> Snapshot:
    """Read a snapshot of klout 0.1. Raises msgspec.DecodeError for damaged bytes."""
    stored = msgspec.json.decode(data, type=Stored)
    return Snapshot(
        person=stored.person,
        as_of=stored.as_of,
        measured=tuple(account.upgrade() for account in stored.measured),
        on_topic=tuple(account.upgrade() for account in stored.on_topic),
        traits=stored.traits,
        inputs=stored.inputs,
        topics=stored.topics,
        not_stored=NOT_STORED,
    )


def _upgrade_reciprocity(facts: dict[str, Any]) -> Reciprocity.Facts:
    pairs = facts.get("exchange")
    lists = "mutual" in facts
    return Reciprocity.Facts(
        pairs=None if pairs is None else tuple(Pair(*map(float, row)) for row in pairs),
        mutual=facts.get("mutual"),
        following=facts.get("following"),
        stated=None if lists else facts.get("give_and_take") if pairs is None else None,
    )


def _upgrade_observed(found: Measurement) -> Measurement:
    """Give rows of topics the sums that were not stored: as many posts answered as counted."""
    if found.factor != "by_topic" or found.state != "measured":
        return found
    rows = found.facts["weeks"]
    assert isinstance(rows, tuple)
    weeks = tuple((*row[:5], row[4], 0.0, *row[5:]) for row in rows)
    return Measurement(found.factor, "measured", {"weeks": weeks})
