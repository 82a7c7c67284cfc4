"""How accounts combine to a person: like pooled audiences, each weaker one for less."""

import math
from collections import Counter
from collections.abc import Sequence

from klout_cli.factors.operations import Floats, Number, Operations
from klout_cli.scoring.model import Model


def pool(ops: Operations, model: Model, score: Number) -> Number:
    """Return an account's score as a pooled audience; accounts add in this unit."""
    return ops.exp10((score - model.scale.origin) / model.scale.slope)


def unpool(ops: Operations, model: Model, total: Number) -> Number:
    """Return the score of Σ w·pool, before the ceiling bends it."""
    return model.scale.origin + model.scale.slope * ops.log10(total)


def weights(scores: Sequence[float], model: Model) -> list[float]:
    """Return the weight of each account: 1 for the strongest, then less and less.

    Equal ones share the mean of their weights, whatever their order.
    """
    ranks = Counter(scores)
    by_score: dict[float, float] = {}
    place = 0
    for score in sorted(ranks, reverse=True):
        places = range(place, place + ranks[score])
        by_score[score] = math.fsum(model.scale.next_account**k for k in places) / ranks[score]
        place += ranks[score]
    return [by_score[score] for score in scores]


def pools(scores: Sequence[float], model: Model) -> list[float]:
    """Return w·pool of each account."""
    return [
        weight * pool(Floats, model, score)
        for score, weight in zip(scores, weights(scores, model), strict=True)
    ]


def combine(scores: Sequence[float], model: Model) -> float:
    """Return the score of at least one account, before the ceiling bends it."""
    return float(unpool(Floats, model, math.fsum(pools(scores, model))))


def shares(scores: Sequence[float], model: Model) -> list[float]:
    """Return the share of each account in the person's score; they sum to 1."""
    each = pools(scores, model)
    total = math.fsum(each)
    return [value / total for value in each]


def bend(score: float, model: Model) -> float:
    """Return a score on the scale: it nears the top and never reaches it, and ends at 1 below."""
    ceiling = model.scale.ceiling
    if score > ceiling.start:
        above = (score - ceiling.start) / ceiling.room
        return ceiling.start - ceiling.room * math.expm1(-above)
    return max(score, model.scale.lowest)


def unbend(value: float, model: Model) -> float:
    """Return the score that bends to a value; infinite at or above the top of the scale."""
    ceiling = model.scale.ceiling
    if value <= ceiling.start:
        return value
    above = (value - ceiling.start) / ceiling.room
    return math.inf if above >= 1 else ceiling.start - ceiling.room * math.log1p(-above)


def percentile(model: Model, score: float) -> float:
    """Return how many of 100 people with a real Klout score had less, a label beside a score."""
    z = (score - model.scale.average) / (model.scale.spread * math.sqrt(2))
    return 50 * (1 + math.erf(z))
