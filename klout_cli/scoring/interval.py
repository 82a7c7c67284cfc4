"""How sure a score is: the parts of its variance, in points²."""

import math
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from operator import itemgetter
from random import Random
from typing import Any, TypeAlias

from msgspec.structs import astuple

from klout_cli.factors import SAMPLED
from klout_cli.factors.expectation import whole_share
from klout_cli.factors.interface import SampledFactor
from klout_cli.factors.operations import Floats, Number, Operations
from klout_cli.factors.rules import Given
from klout_cli.results import Measured, PostSums
from klout_cli.scoring.account import AccountScore, clipped, given_for
from klout_cli.scoring.model import Model

Draw: TypeAlias = Callable[[Sequence[Any]], tuple[Any, ...]]
"""Takes the weeks of one draw from a column."""


def variance_parts(
    account: Measured, score: AccountScore, model: Model, days: int
) -> dict[str, float]:
    """Return the parts of an account's variance by name.

    `days`: from its newest counted post to the day of the score.
    """
    return {
        "sampling": sampling_variance(account, score, model),
        "missing": float(score.missing_variance(model)),
        "reference": float(score.reference_variance),
        "staleness": staleness(model, days) ** 2,
    }


def staleness(model: Model, days: int) -> float:
    """Return the SD that days since the newest post add, in points."""
    return model.interval.staleness * max(0, days) / 365.25


def sampling_variance(account: Measured, score: AccountScore, model: Model) -> float:
    """Return the variance that comes of so many posts: the larger of two estimates.

    One is a bootstrap over weeks, which a few posts of one week cannot feed; the other is what the
    reactions to own posts usually scatter by.
    """
    factors = sampled_factors(score)
    if not factors or not score.given.posts:
        return 0.0
    points = math.fsum(model.points[factor.id] for factor in factors)
    scatter = scatter_variance(Floats, model, score.given, total_sums(account), points)
    return float(max(bootstrap_deviation(account, score, model, factors) ** 2, scatter))


def sampled_factors(score: AccountScore) -> list[SampledFactor]:
    """Return the measured factors that posts feed."""
    return [factor for factor in SAMPLED if Floats.known(score.z[factor.id])]


def scatter_variance(
    ops: Operations, model: Model, given: Given, sums: PostSums, points: Number
) -> Number:
    """Return (ΣP · scatter/sd · E/(prior + E))²/n: E is expected, n the posts by their weights.

    `points`: ΣP of the measured factors that posts feed; 0 without posts.
    """
    rule = model.factors.resonance
    share = whole_share(
        given.reference, sums.weight_likes, sums.weight_carried, sums.weight_engagements
    )
    expected = given.per_post * ops.where(share > 0, share, sums.weight)
    steps = points * model.interval.scatter / rule.sd * expected / (rule.prior + expected)
    squares = ops.where(sums.squares > 0, sums.squares, 1.0)
    posts = ops.where(sums.squares > 0, sums.weight * sums.weight / squares, given.posts)
    return ops.where(posts > 0, steps * steps / ops.where(posts > 0, posts, 1.0), 0.0)


def total_sums(account: Measured) -> PostSums:
    """Return the sums of the whole window: those of its weeks, else those a table states."""
    if account.weeks:
        return PostSums.total(account.weeks)
    facts = account.of("resonance").facts
    known = {name: facts[name] for name in PostSums.__struct_fields__ if name in facts}
    return PostSums(**known)  # type: ignore[arg-type]


def bootstrap_deviation(
    account: Measured, score: AccountScore, model: Model, factors: Sequence[SampledFactor]
) -> float:
    """Draw the weeks with known reactions again and again; the SD of the points, widened.

    0 for fewer than two such weeks.
    """
    weeks = [week for week, sums in enumerate(account.weeks) if sums.answered]
    if len(weeks) < 2:
        return 0.0
    points = drawn_points(account, weeks, score.given, model, factors)
    return deviation(points) * widening(model, len(weeks))


def drawn_points(
    account: Measured,
    weeks: Sequence[int | None],
    given: Given,
    model: Model,
    factors: Sequence[SampledFactor],
) -> list[float]:
    """Return the points of the factors for each draw of weeks, None for a week without posts."""
    draws = draw_weeks(model.version, len(weeks), model.interval.replicates)
    sums = [PostSums() if week is None else account.weeks[week] for week in weeks]
    columns = list(zip(*map(astuple, sums), strict=True))
    totals = [
        [math.fsum(draw(column)) for draw in draws] if any(column) else repeat(0.0)
        for column in columns
    ]
    people = _responders(account.crowd, draws, weeks)
    return [
        _points(PostSums(*drawn), responders, given, model, factors)
        for responders, *drawn in zip(people, *totals, strict=False)
    ]


def deviation(values: Sequence[float]) -> float:
    """Return the SD of values."""
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))


def widening(model: Model, weeks: int) -> float:
    """Return by how much a bootstrap over so few weeks is widened."""
    return 1 + model.interval.widen / (weeks - 1)


@cache
def draw_weeks(seed: int, weeks: int, replicates: int) -> list[Draw]:
    """Draw as many weeks as there are, with replacement, again and again.

    Accounts of as many weeks share the draws.
    """
    draw = Random(seed)
    return [itemgetter(*draw.choices(range(weeks), k=weeks)) for _ in range(replicates)]


def _responders(
    crowd: Sequence[tuple[int, float]], draws: Sequence[Draw], weeks: Sequence[int | None]
) -> list[float]:
    """Return for each draw how many people were active in one of its weeks."""
    if not crowd:
        return [0.0] * len(draws)
    bits = [0 if week is None else 1 << week for week in weeks]
    return [
        math.fsum(people for mask, people in crowd if mask & drawn)
        for drawn in (sum(set(draw(bits))) for draw in draws)
    ]


def _points(
    sums: PostSums,
    responders: float,
    given: Given,
    model: Model,
    factors: Sequence[SampledFactor],
) -> float:
    """Return the points of the sampled factors for what one draw of weeks adds up to."""
    drawn = given_for(Floats, model, given.reference, given.followers, given.counted, sums.posts)
    points = 0.0
    for factor in factors:
        z = factor.z(Floats, model.rule(factor), drawn, factor.of_sums(sums, responders))
        drawn.counted_z[factor.id] = clipped(Floats, model, factor, z)
        points += Floats.or_else(model.points[factor.id] * drawn.counted_z[factor.id], 0.0)
    return points
