"""Snapshots as klout 0.1 stored them, read as those of today.

They knew no numbers of weeks, of posts on topic only sums, and of contacts only groups weighed by
closeness: what network and substance need now is not in them.
"""

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import VOUCHERS, Endorsement
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.results import Measured, Measurement, PostSums, Snapshot
from klout_cli.translation import gettext_noop as N_

NOT_STORED = ("network", "substance")
LACKING = N_("the klout version that measured this didn't save it")


class Sums(PostSums, frozen=True):
    """Sums of posts, with those off topic beside the whole."""

    off_topic_likes: float = 0.0
    off_topic_carried: float = 0.0
    off_topic_engagements: float = 0.0

    def upgrade(self) -> PostSums:
        """Return today's sums; the weights of posts on topic are not known, and stay 0."""
        whole = PostSums(*(getattr(self, name) for name in PostSums.__struct_fields__))
        return replace(
            whole,
            weight_answered=max(self.weight_likes, self.weight_carried, self.weight_engagements),
            on_likes=self.likes - self.off_topic_likes,
            on_carried=self.carried - self.off_topic_carried,
            on_engagements=self.engagements - self.off_topic_engagements,
        )


class _Weeks(Struct):
    weeks: list[Sums] = []


class _Stored(Struct):
    """What today's snapshot would lose of an old one."""

    measured: list[_Weeks]
    on_topic: list[_Weeks] = []


def decode_snapshot(data: bytes) -> Snapshot:
    """Read a snapshot of klout 0.1. Raises msgspec.DecodeError for damaged bytes."""
    snapshot = msgspec.json.decode(data, type=Snapshot)
    stored = msgspec.json.decode(data, type=_Stored)
    return replace(
        snapshot,
        measured=tuple(map(_upgrade_account, snapshot.measured, stored.measured)),
        on_topic=tuple(map(_upgrade_account, snapshot.on_topic, stored.on_topic)),
        not_stored=NOT_STORED,
    )


def _upgrade_account(account: Measured, stored: _Weeks) -> Measured:
    return replace(
        account,
        measurements=tuple(_upgrade(found, account) for found in account.measurements),
        weeks=tuple(week.upgrade() for week in stored.weeks),
        observed=tuple(map(_upgrade_observed, account.observed)),
    )


def _upgrade(found: Measurement, account: Measured) -> Measurement:
    if found.factor in NOT_STORED:
        return Measurement(found.factor, "missing", {}, found.reason or LACKING)
    if found.state != "measured":
        return found
    facts = dict(found.facts)
    upgraded: Any = facts
    if found.factor == "resonance":
        upgraded = _total(account)
    elif found.factor == "amplification":
        upgraded = Amplification().of_sums(_total(account), 0.0)
    elif found.factor == "audience":
        upgraded = msgspec.convert(facts, Audience.Facts)
    elif found.factor == "breadth":
        upgraded = msgspec.convert(facts, Breadth.Facts)
    elif found.factor == "endorsement":
        metric = next((name for name in VOUCHERS if name in facts), "vouchers")
        upgraded = msgspec.convert({**facts, "metric": metric}, Endorsement.Facts)
    elif found.factor == "reciprocity":
        upgraded = _upgrade_reciprocity(facts)
    return Measurement(found.factor, "measured", asdict(upgraded))


def _total(account: Measured) -> PostSums:
    return msgspec.convert(account.of("resonance").facts, Sums).upgrade()


def _upgrade_reciprocity(facts: dict[str, Any]) -> Reciprocity.Facts:
    pairs = facts.get("exchange")
    stated = pairs is None and "mutual" not in facts
    return Reciprocity.Facts(
        pairs=None if pairs is None else tuple(Pair(*map(float, row)) for row in pairs),
        mutual=facts.get("mutual"),
        following=facts.get("following"),
        stated=facts.get("give_and_take") if stated else None,
    )


def _upgrade_observed(found: Measurement) -> Measurement:
    """Give rows of topics the sums that were not stored: as many posts answered as counted."""
    if found.factor != "by_topic" or found.state != "measured":
        return found
    rows = found.facts["weeks"]
    assert isinstance(rows, tuple)
    weeks = tuple((*row[:5], row[4], 0.0, *row[5:]) for row in rows)
    return Measurement(found.factor, "measured", {"weeks": weeks})
