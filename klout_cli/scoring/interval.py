"""How sure the number is: the 80 % interval of method §6, in points."""

import math
from collections.abc import Sequence
from operator import itemgetter
from random import Random

from msgspec.structs import astuple

from klout_cli.results import PostSums
from klout_cli.scoring.formula import UNKNOWN, Floats, Inputs, Reference, clipped, expected_reactions, reaction_z
from klout_cli.scoring.model import Model

SAMPLED = ("resonance", "amplification", "breadth", "substance")


def sampling_variance(
    model: Model,
    ref: Reference,
    followers: float,
    weeks: Sequence[PostSums],
    crowd: Sequence[tuple[int, float]],
    measured: Sequence[str],
) -> float:
    """Bootstrap the account's points over its ISO weeks (B replicates, seed: the model's version); variance in points².

    Only the measured factors that posts feed take part; few posts widen the result, because a plain bootstrap covers too little.
    """
    factors = [factor for factor in SAMPLED if factor in measured]
    if not factors or len(weeks) < 2:
        return 0.0
    draw = Random(model.version)
    every = range(len(weeks))
    mu = expected_reactions(Floats, model, ref, followers)
    columns = [column if any(column) else () for column in zip(*map(astuple, weeks), strict=True)]
    points = [_points(model, ref, mu, columns, crowd, draw.choices(every, k=len(weeks)), factors) for _ in range(model.interval.replicates)]
    mean = math.fsum(points) / len(points)
    spread = math.sqrt(math.fsum((value - mean) ** 2 for value in points) / len(points))
    deviation = spread * widening(model, sum(week.posts for week in weeks))
    return deviation * deviation


def staleness_variance(model: Model, days: int) -> float:
    """Return the variance that `days` between the newest post and as-of add: 2 points a year."""
    deviation = model.interval.staleness * max(0, days) / 365.25
    return deviation * deviation


def widening(model: Model, posts: int) -> float:
    """Return by how much a bootstrap over so few posts is widened."""
    if posts <= model.interval.few.up_to:
        return model.interval.few.widen
    return model.interval.some.widen if posts <= model.interval.some.up_to else 1.0


def _points(
    model: Model,
    ref: Reference,
    mu: float,
    columns: Sequence[Sequence[float]],
    crowd: Sequence[tuple[int, float]],
    drawn: Sequence[int],
    factors: Sequence[str],
) -> float:
    """Return the points of the sampled factors for one draw of weeks; `columns` are the fields of their sums, empty where all are 0."""
    of = itemgetter(*drawn)
    sums = PostSums(*[sum(of(column)) if column else 0 for column in columns])
    seen = sum({1 << index for index in drawn})
    responders = sum(people for mask, people in crowd if mask & seen)
    z = {factor: z for factor, (z, _) in reaction_z(Floats, model, ref, inputs(sums, responders), mu).items()}
    shares = sums.on_topic_shares
    z["substance"] = (shares[0] - shares[1]) / model.factors.substance.sd if shares else UNKNOWN
    return sum(Floats.or_else(model.points[factor] * clipped(Floats, model, factor, z[factor]), 0.0) for factor in factors)


def inputs(sums: PostSums, responders: float) -> Inputs:
    """Return what the formula needs of post sums; the rest unknown."""
    return Inputs(
        followers=UNKNOWN,
        following=UNKNOWN,
        posts=float(sums.posts),
        answered=float(sums.answered),
        weight_likes=sums.weight_likes,
        likes=sums.likes,
        weight_carried=sums.weight_carried,
        carried=sums.carried,
        weight_engagements=sums.weight_engagements,
        engagements=sums.engagements,
        off_topic_likes=sums.off_topic_likes + sums.off_topic_engagements,
        off_topic_carried=sums.off_topic_carried,
        responders=responders,
        endorsements=UNKNOWN,
        standing=UNKNOWN,
        give_and_take=UNKNOWN,
        topic_gain=UNKNOWN,
    )
