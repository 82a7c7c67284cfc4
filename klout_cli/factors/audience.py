"""Who can see you: the size of the audience."""

import math
from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from klout_cli.factors.expectation import ReactionRule, all_parts, expected_reactions
from klout_cli.factors.interface import Factor, Missing
from klout_cli.factors.operations import UNKNOWN, Floats, Number, Operations
from klout_cli.factors.rules import FactorRule, Given, Positive, Reference, Share
from klout_cli.person.account import AUDIENCES, day_of
from klout_cli.person.view import AccountView
from klout_cli.results import Line, PostSums, Quality
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_


class Audience(Factor):
    """How many people can see you?

    Followers, connections, friends, subscribers or monthly readers, as of the day the account
    is seen. An audience counts for more if you follow few accounts, and for less if you follow
    many.

    Blind spots: bought and inactive followers count like others; people reached through others
    don't count here.
    """

    id = "audience"
    title = N_("Audience")
    unit = N_("followers")
    of_posts = False
    moved = "followers"
    changes: ClassVar = {"followers": "followers", "following": "following"}
    stated: ClassVar = {"quality": "manual"}

    class Rule(FactorRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """Followers against those followed, and how an unknown audience is inferred.

        `decade`: SD of the logarithm of audiences around the median, which an inferred one is
        shrunk to.
        """

        following_weight: Positive
        following_softening: Positive
        following_floor: Share
        following_cap: Positive
        least_expected: Positive
        infer_from: int
        decade: Positive

    class Facts(Struct, frozen=True):
        """The number of people, what they are called, of which day; the number followed."""

        followers: float
        metric: str = "followers"
        quality: Quality = "exact"
        as_of: str | None = None
        following: float | None = None

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        level = view.level(*AUDIENCES)
        if level is None:
            return Missing(N_("this export doesn't include a follower count"))
        following = view.level("following")
        return self.Facts(
            followers=level.value,
            metric=level.metric,
            quality=level.quality,
            as_of=None if level.at is None else day_of(level.at).isoformat(),
            following=None if following is None else following.value,
        )

    def z(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Return the tenfolds above the median audience."""
        median = given.reference.median
        return ops.log10((1 + given.followers) / (1 + median)) + self.following_term(
            ops, rule, given.reference, given.followers, facts.following
        )

    def following_term(
        self,
        ops: Operations,
        rule: Rule,
        reference: Reference,
        followers: Number,
        following: Number | None,
    ) -> Number:
        """Return what the number followed adds or takes, in tenfolds; 0 where it is unknown."""
        if following is None:
            return 0.0
        soft = rule.following_softening
        balance = 2 * (soft + followers) / (2 * soft + followers + following)
        term = ops.clip(
            rule.following_weight * ops.log10(balance),
            math.log10(rule.following_floor),
            math.log10(rule.following_cap),
        )
        return ops.or_else(ops.where(reference.mutual, 0.0, term), 0.0)

    def infer(
        self,
        ops: Operations,
        rule: Rule,
        reactions: ReactionRule,
        reference: Reference,
        sums: PostSums,
        volume: Number,
        responders: Number,
    ) -> Number:
        """Return the audience that reactions speak for, shrunk to the median.

        Unknown below `infer_from` posts of known reactions, and where nobody reacted; never below
        the number of distinct responders.
        """
        parts = all_parts(reference, sums)
        usual = expected_reactions(ops, reference, self.reacting(ops, rule, reference.median))
        whole = sums.weight_answered / ops.where(parts.share > 0, parts.share, UNKNOWN)
        received = reactions.prior + parts.received * whole
        expected = reactions.prior + sums.weight_answered * usual * volume
        followers = reference.median * ops.exp10(
            self.shrinkage(rule, reactions, reference) * ops.log10(received / expected)
        )
        enough = (sums.answered >= rule.infer_from) & (parts.received > 0)
        least = ops.clip(ops.or_else(responders, 1.0), 1.0, math.inf)
        return ops.where(enough, ops.where(followers < least, least, followers), UNKNOWN)

    def reacting(self, ops: Operations, rule: Rule, followers: Number) -> Number:
        """Return of how many followers reactions are expected: of a few at least."""
        return ops.clip(followers, rule.least_expected, math.inf)

    def shrinkage(self, rule: Rule, reactions: ReactionRule, reference: Reference) -> Number:
        """Return β = b·s²/(b²·s² + sd²)."""
        spread = rule.decade**2
        return reference.b * spread / (reference.b**2 * spread + reactions.sd**2)

    def inferred_spread(
        self, ops: Operations, rule: Rule, reactions: ReactionRule, reference: Reference
    ) -> Number:
        """Return the SD of an inferred audience in tenfolds: s·sd/√(b²·s² + sd²)."""
        variance = reference.b**2 * rule.decade**2 + reactions.sd**2
        return rule.decade * reactions.sd / ops.exp10(0.5 * ops.log10(variance))

    def working(self, rule: Rule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to the tenfolds above the median."""
        reference, followers = given.reference, float(given.followers)
        tenfolds = math.log10((1 + followers) / (1 + reference.median))
        term = None
        if facts.following is not None and not reference.mutual:
            term = float(self.following_term(Floats, rule, reference, followers, facts.following))
            yield Line(
                "following",
                N_(
                    "{weight} × log10(2 × ({soft} + {followers}) / ({twice} + {followers} + "
                    "{following})) = {term}, counted from {floor} to {cap}"
                ),
                {
                    "weight": rule.following_weight,
                    "soft": rule.following_softening,
                    "twice": 2 * rule.following_softening,
                    "followers": followers,
                    "following": facts.following,
                    "floor": math.log10(rule.following_floor),
                    "cap": math.log10(rule.following_cap),
                    "term": term,
                },
            )
        text = "log10((1 + {followers}) / (1 + {median})) = {tenfolds}"
        yield step("tenfolds", text, given, reference, tenfolds=tenfolds)
        if term is not None:
            text = "{tenfolds} + {term} = {z}"
            yield step("both", text, tenfolds=tenfolds, term=term, z=tenfolds + term)

    def in_unit(self, rule: Rule, z: float) -> float:
        """Return how many times the median audience so many tenfolds are."""
        return float(10**z)
