"""The same measurements under many other models: how much the method's own numbers decide.

Shares of factors, the half-life of posts, the weight of weaker channels and the reference values of
networks are drawn within the ranges of the model file. A model that would be refused as a file is
drawn again. Everybody's score is tried under the same models.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import mul
from random import Random
from typing import Any

from msgspec.structs import astuple, replace

from klout_cli.factors import SAMPLED, WEIGHTED
from klout_cli.factors.operations import Floats
from klout_cli.results import Judgement, Measured, PostSums, Snapshot
from klout_cli.results.robustness import Ranges, Robustness
from klout_cli.scoring.account import score_account
from klout_cli.scoring.combine import bend, combine
from klout_cli.scoring.judge import count_posts, facts_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.model_parts import NetworkValues

NUMBERS = frozenset(("posts", "answered", "on_posts", "on_answered"))
"""Sums of posts that no weight changes."""


def try_models(snapshot: Snapshot, judgement: Judgement, model: Model) -> Robustness:
    """Score a judged snapshot under every drawn model."""
    channels = judgement.scored
    strongest = max(channels, key=lambda account: account.score or 0.0)
    measured = {account.id: account for account in snapshot.measured}
    accounts = [_Account(measured[channel.id]) for channel in channels]
    place = channels.index(strongest)
    scores, first = [], 0
    for drawn in draw_models(model):
        each = [account.score(drawn, model) for account in accounts]
        first += each[place] == max(each)
        scores.append(bend(combine(each, drawn), drawn))
    return Robustness(
        model=model.label,
        as_of=snapshot.as_of,
        score=judgement.score,
        average=model.scale.average,
        scores=tuple(sorted(scores)),
        strongest=(strongest.network, strongest.handle),
        channels=len(channels),
        stays_first=first / len(scores),
        ranges=_ranges(model),
    )


def draw_models(model: Model) -> Iterator[Model]:
    """Yield the models of the file's ranges, the same at every call."""
    draw = Random(model.version)
    for _ in range(model.robustness.models):
        drawn = _draw_model(draw, model)
        while min(map(drawn.least_slope, drawn.networks)) <= 0:
            drawn = _draw_model(draw, model)
        yield drawn


def _draw_model(draw: Random, model: Model) -> Model:
    ranges = model.robustness
    farthest = ranges.next_account
    next_account = model.scale.next_account + draw.uniform(-farthest, farthest)
    half_life = model.window.half_life * _draw_ratio(draw, ranges.half_life)
    return replace(
        model,
        scale=replace(model.scale, next_account=Floats.clip(next_account, 0.0, 1.0)),
        window=replace(model.window, half_life=half_life),
        factors=replace(model.factors, **_draw_shares(draw, model)),
        networks={
            name: _draw_network(draw, values, model) for name, values in model.networks.items()
        },
    )


def _draw_ratio(draw: Random, most: float) -> float:
    """Return a ratio from 1/most to most, where halves are as likely as doubles."""
    return float(most ** draw.uniform(-1, 1))


def _draw_shares(draw: Random, model: Model) -> dict[str, Any]:
    """Return the blocks of all weighted factors; their shares add up to 1."""
    rules = {factor.id: model.rule(factor) for factor in WEIGHTED}
    shares = {
        id: rule.share * _draw_ratio(draw, model.robustness.share) for id, rule in rules.items()
    }
    whole = sum(shares.values())
    return {id: replace(rule, share=shares[id] / whole) for id, rule in rules.items()}


def _draw_network(draw: Random, values: NetworkValues, model: Model) -> NetworkValues:
    """Draw the usual audience and the usual reactions by as many points as the grade allows."""
    points = float(getattr(model.interval.reference, values.grade))
    most = Floats.exp10(points / model.scale.slope)
    return replace(
        values, m=values.m * _draw_ratio(draw, most), c=values.c * _draw_ratio(draw, most)
    )


class _Account:
    """A measured account, ready to be scored many times."""

    def __init__(self, measured: Measured) -> None:
        self.network = measured.network
        self.posts = count_posts(measured)
        self.facts = facts_of(measured)
        breadth = self.facts["breadth"]
        self.responders = 0.0 if breadth is None else breadth.responders
        newest = max(measured.iso_weeks, default=0)
        self.ages = [7 * (newest - week) for week in measured.iso_weeks]
        self.columns = list(zip(*map(astuple, measured.weeks), strict=True))

    def score(self, drawn: Model, model: Model) -> float:
        """Return the account's score under a drawn model."""
        facts = self._reweigh_facts(1 / drawn.window.half_life - 1 / model.window.half_life)
        reference = drawn.reference(self.network)
        return float(score_account(Floats, drawn, reference, facts, self.posts).score)

    def _reweigh_facts(self, rate: float) -> Mapping[str, Any]:
        """Return the facts with weeks that lose half of their weight faster by a rate a day."""
        if len(self.ages) < 2:
            return self.facts
        sums = reweigh(self.columns, [2.0 ** (-rate * age) for age in self.ages])
        return self.facts | {
            factor.id: factor.of_sums(sums, self.responders)
            for factor in SAMPLED
            if self.facts[factor.id] is not None
        }


def reweigh(columns: Sequence[Sequence[float]], weights: Sequence[float]) -> PostSums:
    """Add up weeks, given column by column, where each counts by a further weight."""
    by = dict.fromkeys(NUMBERS, [1.0] * len(weights))
    by["squares"] = [weight * weight for weight in weights]
    return PostSums(
        *(
            sum(map(mul, column, by.get(name, weights)))
            for name, column in zip(PostSums.__struct_fields__, columns, strict=True)
        )
    )


def _ranges(model: Model) -> Ranges:
    known = model.robustness
    return Ranges(
        known.share, known.half_life, known.next_account, astuple(model.interval.reference)
    )
