"""The 80 % interval of a score, in points."""

import math
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from operator import itemgetter
from random import Random
from typing import Any, TypeAlias

from msgspec.structs import astuple

from klout_cli.results import PostSums
from klout_cli.scoring.formula import (
    UNKNOWN,
    Floats,
    Inputs,
    Reference,
    clipped,
    expected_reactions,
    reaction_z,
)
from klout_cli.scoring.model import Model

Draw: TypeAlias = Callable[[Sequence[Any]], tuple[Any, ...]]
"""Selects a column's weeks of one draw."""
SAMPLED = ("resonance", "amplification", "breadth", "substance")


def sampling_variance(
    model: Model,
    ref: Reference,
    followers: float,
    weeks: Sequence[PostSums],
    crowd: Sequence[tuple[int, float]],
    measured: Sequence[str],
) -> float:
    """Bootstrap the account's points over its ISO weeks; returns points².

    The model gives the number of replicates, its version the seed. Only measured factors that
    depend on posts take part. Few posts widen the result, as a plain bootstrap covers too little.
    """
    factors = [factor for factor in SAMPLED if factor in measured]
    if not factors or len(weeks) < 2:
        return 0.0
    draws = _draws(model.version, len(weeks), model.interval.replicates)
    mu = expected_reactions(Floats, model, ref, followers)
    columns = zip(*map(astuple, weeks), strict=True)
    sums = [[sum(of(column)) for of in draws] if any(column) else repeat(0) for column in columns]
    points = [
        _points(model, ref, mu, PostSums(*drawn), people, factors)
        for people, *drawn in zip(_responders(crowd, draws, len(weeks)), *sums, strict=False)
    ]
    mean = math.fsum(points) / len(points)
    spread = math.sqrt(math.fsum((value - mean) ** 2 for value in points) / len(points))
    deviation = spread * widening(model, sum(week.posts for week in weeks))
    return deviation * deviation


def staleness_variance(model: Model, days: int) -> float:
    """Return the variance for the age of the newest post in days: 2 points a year."""
    deviation = model.interval.staleness * max(0, days) / 365.25
    return deviation * deviation


def widening(model: Model, posts: int) -> float:
    """Return the factor by which a bootstrap over few posts is widened."""
    if posts <= model.interval.few.up_to:
        return model.interval.few.widen
    return model.interval.some.widen if posts <= model.interval.some.up_to else 1.0


@cache
def _draws(seed: str, weeks: int, replicates: int) -> list[Draw]:
    """Draw weeks with replacement, as many as there are, `replicates` times.

    Accounts with equally many weeks share the draws.
    """
    draw = Random(seed)
    return [itemgetter(*draw.choices(range(weeks), k=weeks)) for _ in range(replicates)]


def _responders(
    crowd: Sequence[tuple[int, float]], draws: Sequence[Draw], weeks: int
) -> list[float]:
    """Return for each draw how many people were active in any of its weeks."""
    if not crowd:
        return [0.0] * len(draws)
    bits = [1 << week for week in range(weeks)]
    return [
        sum(people for mask, people in crowd if mask & seen)
        for seen in (sum(set(of(bits))) for of in draws)
    ]


def _points(
    model: Model,
    ref: Reference,
    mu: float,
    sums: PostSums,
    responders: float,
    factors: Sequence[str],
) -> float:
    """Return the points of the sampled factors for the sums of one draw."""
    judged = reaction_z(Floats, model, ref, inputs(sums, responders), mu)
    points = 0.0
    for factor in factors:
        z = _topic_z(model, sums) if factor == "substance" else judged[factor][0]
        points += Floats.or_else(model.points[factor] * clipped(Floats, model, factor, z), 0.0)
    return points


def _topic_z(model: Model, sums: PostSums) -> float:
    shares = sums.on_topic_shares
    return (shares[0] - shares[1]) / model.factors.substance.sd if shares else UNKNOWN


def inputs(sums: PostSums, responders: float) -> Inputs:
    """Return the formula's inputs from post sums; the others are unknown."""
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
