"""The method's arithmetic, written once for floats and for table expressions.

Floats are for one person, expressions for a population. Every function takes `ops`, a small
namespace of operations, and matching numbers. Unknown is NaN for floats and null for expressions:
it propagates through arithmetic and compares as false; only `known` and `or_else` look at it.
"""

import math
from typing import Any, Protocol, TypeAlias

from msgspec import Struct

from klout_cli.scoring.model import WEIGHTED, Model, Norm

Number: TypeAlias = Any
"""A float, or an expression over a table's columns."""

UNKNOWN = math.nan
SMALLEST = 1e-12


class Operations(Protocol):
    """Operations the formula needs beyond + - * / and comparison."""

    def log10(self, x: Number) -> Number:
        """Return the decimal logarithm; x > 0."""

    def exp10(self, x: Number) -> Number:
        """Return 10 to the power of x."""

    def clip(self, x: Number, low: float, high: float) -> Number:
        """Return x within [low, high]; unknown stays unknown."""

    def where(self, condition: Number, then: Number, otherwise: Number) -> Number:
        """Return `then` if the condition is true, else (also if unknown) `otherwise`."""

    def known(self, x: Number) -> Number:
        """Return whether x is known."""

    def or_else(self, x: Number, default: float) -> Number:
        """Return x, or `default` if unknown."""


class Floats:
    """Operations over Python floats."""

    @staticmethod
    def log10(x: float) -> float:
        """Return the decimal logarithm."""
        return math.log10(x)

    @staticmethod
    def exp10(x: float) -> float:
        """Return 10 to the power of x."""
        return math.pow(10.0, x)

    @staticmethod
    def clip(x: float, low: float, high: float) -> float:
        """Return x within [low, high]; NaN stays NaN."""
        return low if x < low else high if x > high else x

    @staticmethod
    def where(condition: bool, then: float, otherwise: float) -> float:
        """Return one of two values."""
        return then if condition else otherwise

    @staticmethod
    def known(x: float) -> bool:
        """Return True if x isn't NaN."""
        return x == x

    @staticmethod
    def or_else(x: float, default: float) -> float:
        """Return x, or the default for NaN."""
        return x if x == x else default


class Reference(Struct, frozen=True):
    """A network's values as numbers for the formula.

    `norm` values are unknown on networks without endorsements.
    """

    m: Number
    c: Number
    b: Number
    phi: Number
    spread: Number
    mutual: Number
    norm_a: Number
    norm_b: Number
    norm_sd: Number


class Inputs(Struct, frozen=True):
    """One account's measured numbers; unknown is NaN or null.

    Sums are weighted by the posts' weights. `weight_likes` is the weight of posts whose likes are
    known, and so on, as only the expected share of the available parts is compared. `off_topic…`
    are the likes and carried reactions of off-topic posts, `answered` the posts with known
    reactions.
    """

    followers: Number
    following: Number
    posts: Number
    answered: Number
    weight_likes: Number
    likes: Number
    weight_carried: Number
    carried: Number
    weight_engagements: Number
    engagements: Number
    off_topic_likes: Number
    off_topic_carried: Number
    responders: Number
    endorsements: Number
    standing: Number
    give_and_take: Number
    topic_gain: Number


class Account(Struct, frozen=True):
    """One judged account.

    z of each weighted factor (unknown if not measured), points, sub-score and the parts of its
    variance.
    """

    effective: Number
    audience: Number
    inferred: Number
    audience_points: Number
    z: dict[str, Number]
    points: dict[str, Number]
    expected: dict[str, Number]
    score: Number
    measured: Number
    missing_variance: Number
    reference_variance: Number


def reference(model: Model, network: str) -> Reference:
    """Return a network's reference values as floats."""
    values = model.network(network)
    norm = model.factors.endorsement.norms.get(network, Norm(UNKNOWN, UNKNOWN, UNKNOWN))
    spread = float(getattr(model.interval.reference, values.grade))
    return Reference(
        values.m, values.c, values.b, values.phi, spread, values.mutual, norm.a, norm.b, norm.sd
    )


def effective_followers(
    ops: Operations, model: Model, followers: Number, following: Number, mutual: Number
) -> Number:
    """Discount followers gained by mass following.

    F·max((1+F)/(1+G), floor) if G > 500 and G > F, on networks where following isn't mutual.
    """
    rule = model.factors.audience
    ratio = ops.clip((1 + followers) / (1 + following), rule.discount_floor, math.inf)
    # `== False`, not `not`: the operands may be expressions.
    mass_following = (
        (following > rule.discount_above) & (following > followers) & (mutual == False)  # noqa: E712
    )
    return ops.where(mass_following, followers * ratio, followers)


def audience_points(ops: Operations, model: Model, effective: Number, median: Number) -> Number:
    """Return 11.2·log10((1 + F_eff)/(1 + m))."""
    return model.scale.slope * ops.log10((1 + effective) / (1 + median))


def expected_reactions(ops: Operations, model: Model, ref: Reference, followers: Number) -> Number:
    """Return μ, the public reactions an audience of this size gives a post.

    μ = c·F^b, with F at least `least_expected`.
    """
    counted = ops.clip(followers, model.factors.audience.least_expected, math.inf)
    return ref.c * ops.exp10(ref.b * ops.log10(counted))


def volume(ops: Operations, model: Model, posts: Number) -> Number:
    """Return how many of n posts an audience can respond to.

    n up to 90 in the window, 90·√(n/90) above.
    """
    full = model.window.full_volume
    return ops.where(
        posts <= full,
        posts,
        full * ops.exp10(0.5 * ops.log10(ops.clip(posts, full, math.inf) / full)),
    )


def surprise(
    ops: Operations, received: Number, expected: Number, prior: float, sd: float
) -> Number:
    """Return z = log10((prior + received)/(prior + expected))/sd."""
    return ops.log10((prior + received) / (prior + expected)) / sd


def parts_share(ref: Reference, values: Inputs) -> Number:
    """Return Σ w over the available parts of the reactions.

    In units of one post's full expectation.
    """
    return (
        (1 - ref.phi) * values.weight_likes
        + ref.phi * values.weight_carried
        + values.weight_engagements
    )


def reactions(model: Model, values: Inputs) -> Number:
    """Return Σ w·r; reactions to off-topic posts are weighted by the model."""
    lost = 1 - model.factors.substance.off_topic
    return (
        values.likes
        + values.carried
        + values.engagements
        - lost * (values.off_topic_likes + values.off_topic_carried)
    )


def inferred_followers(ops: Operations, model: Model, ref: Reference, values: Inputs) -> Number:
    """Invert μ: F = (r̄/c)^(1/b), if at least 5 posts have known reactions.

    Unknown otherwise.
    """
    share = parts_share(ref, values)
    enough = (values.answered >= model.factors.audience.infer_from) & (share > 0)
    mean = (values.likes + values.carried + values.engagements) / ops.where(share > 0, share, 1.0)
    followers = ops.exp10(ops.log10(ops.clip(mean / ref.c, SMALLEST, math.inf)) / ref.b)
    return ops.where(enough, followers, UNKNOWN)


def reaction_z(
    ops: Operations, model: Model, ref: Reference, values: Inputs, mu: Number
) -> dict[str, tuple[Number, Number]]:
    """Return (z, expected) of resonance, amplification and breadth.

    `mu` is the number of reactions an audience gives a post.
    """
    answerable = volume(ops, model, values.posts)
    per_post = mu * ops.where(
        values.posts > 0, answerable / ops.clip(values.posts, 1.0, math.inf), UNKNOWN
    )
    share = parts_share(ref, values)
    rules = model.factors
    lost = 1 - rules.substance.off_topic
    expected = ops.where(share > 0, per_post * share, UNKNOWN)
    carried = ops.where(
        (values.weight_carried > 0) & (ref.phi > 0),
        per_post * ref.phi * values.weight_carried,
        UNKNOWN,
    )
    people = expected_responders(ops, model, mu * answerable)
    return {
        "resonance": (
            surprise(
                ops, reactions(model, values), expected, rules.resonance.prior, rules.resonance.sd
            ),
            expected,
        ),
        "amplification": (
            surprise(
                ops,
                values.carried - lost * values.off_topic_carried,
                carried,
                rules.amplification.prior,
                rules.amplification.sd,
            ),
            carried,
        ),
        "breadth": (
            surprise(ops, values.responders, people, rules.breadth.prior, rules.breadth.sd),
            people,
        ),
    }


def expected_responders(ops: Operations, model: Model, reactions: Number) -> Number:
    """Return the number of distinct people expected from so many reactions.

    D_exp = .9·(Σ μ·v)^.85
    """
    rule = model.factors.breadth
    return rule.people * ops.exp10(
        rule.exponent * ops.log10(ops.clip(reactions, SMALLEST, math.inf))
    )


def endorsement_z(
    ops: Operations, ref: Reference, endorsements: Number, followers: Number
) -> Number:
    """Return (log10(1+L) − expected)/sd, expected = a + b·log10(1+F), but never less than none."""
    expected = ops.clip(ref.norm_a + ref.norm_b * ops.log10(1 + followers), 0, math.inf)
    return (ops.log10(1 + endorsements) - expected) / ref.norm_sd


def clipped(ops: Operations, model: Model, factor: str, z: Number) -> Number:
    """Return z within the range in which the factor counts."""
    rule = model.factors.endorsement
    low, high = (
        (rule.low, rule.high) if factor == "endorsement" else (-model.scale.clip, model.scale.clip)
    )
    return ops.clip(z, low, high)


def account(ops: Operations, model: Model, ref: Reference, values: Inputs) -> Account:
    """Judge one account.

    Its score is unknown if its audience is neither known nor can be inferred.
    """
    counted = ops.known(values.followers)
    followers = ops.where(counted, values.followers, inferred_followers(ops, model, ref, values))
    inferred = (counted == False) & ops.known(followers)  # noqa: E712 - also over expressions
    effective = effective_followers(ops, model, followers, values.following, ref.mutual)
    rules = model.factors
    reactions_z = reaction_z(
        ops, model, ref, values, expected_reactions(ops, model, ref, followers)
    )
    z = {
        "resonance": ops.where(counted, reactions_z["resonance"][0], UNKNOWN),
        "amplification": ops.where(counted, reactions_z["amplification"][0], UNKNOWN),
        "breadth": reactions_z["breadth"][0],
        "endorsement": endorsement_z(ops, ref, values.endorsements, followers),
        "network": (values.standing - rules.network.mean) / rules.network.sd,
        "reciprocity": (values.give_and_take - rules.reciprocity.mean) / rules.reciprocity.sd,
        "substance": values.topic_gain / rules.substance.sd,
    }
    points = {
        factor: ops.or_else(model.points[factor] * clipped(ops, model, factor, z[factor]), 0.0)
        for factor in WEIGHTED
    }
    audience = audience_points(ops, model, effective, ref.m)
    missing = {
        factor: ops.where(ops.known(z[factor]), 0.0, model.points[factor]) for factor in WEIGHTED
    }
    unsure = inferred | (
        values.weight_engagements > 0
    )  # an inferred audience, or a sum that includes clicks, has grade C
    spread = ops.where(unsure, model.interval.reference.C, ref.spread)
    return Account(
        effective=effective,
        audience=followers,
        inferred=inferred,
        audience_points=audience,
        z=z,
        points=points,
        expected={factor: expected for factor, (_, expected) in reactions_z.items()},
        score=model.scale.average + audience + sum(points.values()),
        measured=1 - sum(missing.values()) / sum(model.points.values()),
        missing_variance=missing_variance(model, missing),
        reference_variance=spread * spread,
    )


def missing_variance(model: Model, missing: dict[str, Number]) -> Number:
    """Return Σ_ij P_i·P_j·ρ_ij over the missing factors.

    `missing` is P for a missing factor, else 0.
    """
    rho = model.scale.correlation
    total = sum(missing.values())
    return rho * total * total + (1 - rho) * sum(p * p for p in missing.values())


def pooled(ops: Operations, model: Model, score: Number) -> Number:
    """Return an account's score as a pooled audience, 10^((S_n − 10.9)/11.2).

    Accounts add up in this unit.
    """
    return ops.exp10((score - model.scale.origin) / model.scale.slope)


def combined(ops: Operations, model: Model, total: Number, strongest: Number) -> Number:
    """Return the score of Σ w·pooled, before clipping.

    w is 1 for the strongest account and 0.7 for every other.
    """
    weighed = model.scale.other_accounts * total + (1 - model.scale.other_accounts) * strongest
    return model.scale.origin + model.scale.slope * ops.log10(weighed)


def share(
    ops: Operations,
    model: Model,
    own: Number,
    total: Number,
    strongest: Number,
    ties: Number,
    is_strongest: Number,
) -> Number:
    """Return p_n = w_n·pooled_n/Σ.

    Equally strong accounts divide the strongest one's weight, whatever their order.
    """
    other = model.scale.other_accounts
    weight = ops.where(is_strongest, other + (1 - other) / ties, other)
    return weight * own / (other * total + (1 - other) * strongest)


def percentile(model: Model, score: float) -> float:
    """Return the percentile shown beside the score, 100·Φ((S − 40)/14)."""
    return 50 * (1 + math.erf((score - model.scale.average) / (model.scale.spread * math.sqrt(2))))
