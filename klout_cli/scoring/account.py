"""One account under a model: its factors' points, and what is not known of them."""

import math
from collections.abc import Mapping
from typing import Any, cast

from msgspec import Struct

from klout_cli.factors import FACTORS, WEIGHTED
from klout_cli.factors.audience import Audience
from klout_cli.factors.expectation import expected_reactions
from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import UNKNOWN, Number, Operations, total
from klout_cli.factors.rules import Given, Reference
from klout_cli.results import PostSums
from klout_cli.scoring.model import Model

AUDIENCE = cast(Audience, FACTORS[0])


class AccountScore(Struct, frozen=True):
    """One account scored.

    `followers` may be inferred; `effective` is the audience that the number followed makes of it.
    `z` is unknown where a factor is not measured, `counted_z` within its bounds; `score` is unknown
    where the audience is neither known nor to be inferred. Variances are in points².
    """

    given: Given
    followers: Number
    inferred: Number
    effective: Number
    z: dict[str, Number]
    points: dict[str, Number]
    expected: dict[str, Number]
    score: Number
    missing: dict[str, Number]
    reference_variance: Number

    def missing_variance(self, model: Model) -> Number:
        """Return the variance of what is not measured."""
        return correlated_variance(model, self.missing.values())


def score_account(
    ops: Operations,
    model: Model,
    reference: Reference,
    facts: Mapping[str, Any],
    posts: Number,
) -> AccountScore:
    """Score an account by the facts of each factor, None where they are missing.

    `posts`: how many count.
    """
    audience = facts["audience"] or Audience.Facts(followers=UNKNOWN)
    volume = _volume(ops, model, posts)
    counted = ops.known(audience.followers)
    followers = audience.followers
    if facts["resonance"] is not None:
        followers = ops.where(counted, followers, _infer(ops, model, reference, facts, volume))
    given = given_for(ops, model, reference, followers, counted, posts)
    tenfolds = AUDIENCE.z(ops, model.factors.audience, given, audience)
    z: dict[str, Number] = {}
    points: dict[str, Number] = {AUDIENCE.id: model.scale.slope * tenfolds}
    missing: dict[str, Number] = {}
    for factor in WEIGHTED:
        rule, known = model.rule(factor), facts[factor.id]
        z[factor.id] = UNKNOWN if known is None else factor.z(ops, rule, given, known)
        given.counted_z[factor.id] = clipped(ops, model, factor, z[factor.id])
        points[factor.id] = ops.or_else(model.points[factor.id] * given.counted_z[factor.id], 0.0)
        lacking = 1.0 if known is None else factor.unmeasured(rule, known)
        whole = model.points[factor.id]
        missing[factor.id] = ops.where(ops.known(z[factor.id]), whole * lacking, whole)
    inferred = ops.known(followers) & (counted == False)  # noqa: E712 - also in SQL
    return AccountScore(
        given=given,
        followers=followers,
        inferred=inferred,
        effective=followers
        * ops.exp10(
            AUDIENCE.following_term(
                ops, model.factors.audience, reference, followers, audience.following
            )
        ),
        z=z,
        points=points,
        expected={
            factor.id: factor.expected(ops, model.rule(factor), given, facts[factor.id])
            for factor in WEIGHTED
            if facts[factor.id] is not None
        },
        score=total((model.scale.average, *points.values())),
        missing=missing,
        reference_variance=_reference_variance(ops, model, reference, facts, inferred),
    )


def given_for(
    ops: Operations,
    model: Model,
    reference: Reference,
    followers: Number,
    counted: Number,
    posts: Number,
) -> Given:
    """Return what the factors of an account with such an audience are held against."""
    volume = _volume(ops, model, posts)
    reacting = AUDIENCE.reacting(ops, model.factors.audience, followers)
    per_post = expected_reactions(ops, reference, reacting) * volume
    return Given(reference, followers, reacting, counted, posts, volume, per_post, model.points, {})


def clipped(ops: Operations, model: Model, factor: Factor, z: Number) -> Number:
    """Return z within what the factor can move."""
    return ops.clip(z, model.rule(factor).low, model.scale.clip)


def correlated_variance(model: Model, parts: Any) -> Number:
    """Return Σ_ij P_i·P_j·ρ_ij of parts of P, in points²."""
    parts = list(parts)
    whole, squares = total(parts), total(part * part for part in parts)
    return model.scale.correlation * whole * whole + (1 - model.scale.correlation) * squares


def _volume(ops: Operations, model: Model, posts: Number) -> Number:
    """Return what one post counts where an audience answers at most one a day."""
    full = model.window.full_volume
    return ops.where(
        posts > 0, ops.clip(posts, 0.0, full) / ops.clip(posts, 1.0, math.inf), UNKNOWN
    )


def _infer(
    ops: Operations, model: Model, reference: Reference, facts: Mapping[str, Any], volume: Number
) -> Number:
    breadth = facts["breadth"]
    return AUDIENCE.infer(
        ops,
        model.factors.audience,
        model.factors.resonance,
        reference,
        cast(PostSums, facts["resonance"]),
        volume,
        UNKNOWN if breadth is None else breadth.responders,
    )


def _reference_variance(
    ops: Operations,
    model: Model,
    reference: Reference,
    facts: Mapping[str, Any],
    inferred: Number,
) -> Number:
    """Return the variance of a network's reference values, or of an inferred audience."""
    spread = reference.spread
    if (sums := facts["resonance"]) is not None:
        at_least = float(getattr(model.interval.reference, model.interval.one_sum))
        one_sum = (sums.weight_engagements > 0) & (spread < at_least)
        spread = ops.where(one_sum, at_least, spread)
    guess = model.scale.slope * AUDIENCE.inferred_spread(
        ops, model.factors.audience, model.factors.resonance, reference
    )
    spread = ops.where(inferred, guess, spread)
    return spread * spread
