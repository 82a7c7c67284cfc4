"""Every step of one factor, for checking it by hand, and what one point more takes."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import asdict, replace

from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import Floats
from klout_cli.factors.rules import FactorRule, Sourced
from klout_cli.results import (
    AccountJudgement,
    Constant,
    Curve,
    Judgement,
    Measured,
    NextPoint,
    PostSums,
    WorkedExample,
)
from klout_cli.results.explained import Line, step
from klout_cli.scoring.account import AUDIENCE, AccountScore, clipped, score_account
from klout_cli.scoring.change import BOUNDS, COUNTS
from klout_cli.scoring.change_posts import first_known
from klout_cli.scoring.combine import combine, unbend
from klout_cli.scoring.judge import count_posts, facts_of, score_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.model_parts import NetworkValues
from klout_cli.translation import gettext_noop as N_

ONE_POINT = 1.0
BISECTION_STEPS = 80  # of the span searched: far below any count
DRAWN = 3.0  # standard deviations drawn on both sides, so that the clip shows
TENFOLDS = (-2, 4)  # audiences drawn, against the median
STEPS = 60


def work_through(
    factor: Factor,
    measured: Sequence[Measured],
    judgement: Judgement,
    model: Model,
    *,
    next_points: bool = True,
) -> tuple[WorkedExample, ...]:
    """Return one factor of every scored account step by step, the largest share first.

    Searching what adds one more point, `next_points`, takes most of the time.
    """
    by_id = {account.id: account for account in measured}
    examples = []
    for account in judgement.ranked:
        own, judged = by_id[account.id], account.of(factor.id)
        steps: tuple[Line, ...] = ()
        x = following = None
        if judged.state in ("measured", "inferred"):
            score = score_of(own, model)
            steps = tuple(_steps(factor, own, score, account, model))
            z = score.points[factor.id] / model.scale.slope
            x = float(z if factor is AUDIENCE else score.z[factor.id])
            if next_points:
                following = _next_point(factor, own, account, judgement, model)
        example = WorkedExample(
            account=account.id,
            network=account.network,
            handle=account.handle,
            state=judged.state,
            reason=judged.reason,
            steps=steps,
            points=judged.points,
            share=account.share,
            grade=model.network(account.network).grade,
            posts=account.window.posts,
            x=x,
            next_point=following,
        )
        examples.append(example)
    return tuple(examples)


def _steps(
    factor: Factor,
    measured: Measured,
    score: AccountScore,
    account: AccountJudgement,
    model: Model,
) -> Iterator[Line]:
    """Yield the factor's own steps to z, then those to points and to the person's score."""
    facts = factor.facts_of(measured) or AUDIENCE.Facts(followers=score.followers)
    yield from factor.working(model.rule(factor), score.given, facts)
    points = float(score.points[factor.id])
    if factor is AUDIENCE:
        z, text = points / model.scale.slope, "{slope} × {z} = {points}"
        yield step(N_("points"), text, model.scale, z=z, points=points)
    else:
        z, counted = float(score.z[factor.id]), float(score.given.counted_z[factor.id])
        if z != counted:
            yield step(N_("counted"), N_("{z} counts as {counted_z}"), z=z, counted_z=counted)
        P, text = model.points[factor.id], "{P} × {counted_z} = {points}"
        yield step(N_("points"), text, P=P, counted_z=counted, points=points)
    text, part = N_("{points} × share {share} = {part}"), points * account.share
    yield step(N_("in the score"), text, account, points=points, part=part)


def curve(factor: Factor, model: Model) -> Curve:
    """Return points over what is measured.

    x is in tenfolds of the median audience, else in standard deviations; `ticks` are (x, the same
    in the factor's own unit).
    """
    first, last = TENFOLDS if factor is AUDIENCE else (-DRAWN, DRAWN)
    xs = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    whole = [float(x) for x in range(math.ceil(first), math.floor(last) + 1)]
    return Curve(
        tuple((x, _height(factor, x, model)) for x in xs),
        tuple((x, factor.in_unit(model.rule(factor), x)) for x in whole),
    )


def _height(factor: Factor, x: float, model: Model) -> float:
    if factor is AUDIENCE:
        return model.scale.slope * x
    return float(model.points[factor.id] * clipped(Floats, model, factor, x))


def _next_point(
    factor: Factor,
    measured: Measured,
    account: AccountJudgement,
    judgement: Judgement,
    model: Model,
) -> NextPoint | None:
    """Search the smallest number that adds one point to the person's score, all else equal.

    None where the factor has no such number, and for an inferred audience, as stating it measures
    other factors too; its `then` is None where no number does.
    """
    if not factor.moved or (factor is AUDIENCE and account.audience.quality == "inferred"):
        return None
    facts = facts_of(measured)
    name, unit = factor.moved, 1.0
    if factor.Facts is PostSums:
        name = first_known(("likes", "carried", "engagements"), facts[factor.id])
    if name in ("likes", "carried", "engagements"):
        unit = float(getattr(facts["resonance"], f"weight_{name}")) or 1.0
    field = factor.changes.get(name, name)
    own = facts[factor.id] or AUDIENCE.Facts(followers=account.audience.followers or 0.0)
    now = factor.current(model.rule(factor), own, field)
    score = _score_by(field, facts, measured, judgement, model)
    _, high = BOUNDS.get(name, COUNTS)
    then = least_number(score, score(now) + ONE_POINT, now, high)
    return NextPoint(name, now / unit, None if then is None else then / unit)


def audience_for(
    goal: float, measured: Sequence[Measured], judgement: Judgement, model: Model
) -> tuple[str, float] | None:
    """Return the strongest account and the audience it needs for a score, all else equal.

    None where none is large enough.
    """
    strongest = max(judgement.scored, key=lambda account: (account.share, account.id))
    account = next(account for account in measured if account.id == strongest.id)
    score = _score_by("followers", facts_of(account), account, judgement, model)
    now = strongest.audience.followers or 0.0
    then = least_number(score, unbend(goal, model), now, COUNTS[1])
    return None if then is None else (strongest.id, then)


def _score_by(
    field: str, facts: Mapping[str, Any], account: Measured, judgement: Judgement, model: Model
) -> Callable[[float], float]:
    """Return the person's score, before the ceiling, as a function of one number of an account.

    It changes in the facts of every factor that hold it.
    """
    reference = model.reference(account.network)
    posts = count_posts(account)
    others = [judged.score or 0.0 for judged in judgement.scored if judged.id != account.id]
    stated = dict(facts)
    if field == "followers" and stated["audience"] is None:
        stated["audience"] = AUDIENCE.Facts(followers=0.0)

    def score(value: float) -> float:
        changed = {
            id: replace(known, **{field: value})
            if known is not None and field in known.__struct_fields__
            else known
            for id, known in stated.items()
        }
        own = score_account(Floats, model, reference, changed, posts).score
        return combine([*others, float(own)], model)

    return score


def least_number(
    score: Callable[[float], float], goal: float, low: float, high: float
) -> float | None:
    """Search the smallest number from `low` that gives a score; None where none does."""
    if not score(high) >= goal:
        return None
    for _ in range(BISECTION_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if score(middle) < goal else (low, middle)
    return high


def constants(factor: Factor, networks: Sequence[str], model: Model) -> tuple[Constant, ...]:
    """Return every number the factor's rule uses, with source, year and grade.

    Of the networks' values those asked for.
    """
    rule: FactorRule = model.rule(factor)
    listed = list(_sourced(f"{factor.id}.", rule))
    if factor is AUDIENCE:
        listed += _sourced("scale.", model.scale)
    else:
        source = N_("from the shares and the spread of the scale")
        listed.append(
            Constant(f"{factor.id}.P", f"{model.points[factor.id]:.4g}", source, rule.year, "J")
        )
    return (*listed, *(_reference(name, model.network(name)) for name in networks))


def _sourced(prefix: str, rule: Sourced) -> Iterator[Constant]:
    """Yield the numbers of one part of the model; tables of numbers by their keys."""
    for name in rule.__struct_fields__:
        value = getattr(rule, name)
        if name == "year" or isinstance(value, str):
            continue
        text = f"{value:g}" if isinstance(value, int | float) else _listed(value)
        yield Constant(prefix + name, text, rule.source, rule.year, rule.grade)


def _listed(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_listed(inner)}" for key, inner in value.items())
    return ", ".join(f"{name} {number:g}" for name, number in asdict(value).items())


def _reference(name: str, network: NetworkValues) -> Constant:
    values = f"m {network.m:g}, c {network.c:g}, b {network.b:g}, phi {network.phi:g}"
    return Constant(name, values, network.basis, None, network.grade)
