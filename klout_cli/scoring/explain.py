"""All numbers behind one factor, and what one more point would take."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec.structs import asdict, replace

from klout_cli.results import (
    AccountJudgement,
    Constant,
    Curve,
    Judgement,
    Measured,
    Reckoned,
    Wanted,
)
from klout_cli.scoring import formula
from klout_cli.scoring.formula import Floats, Inputs
from klout_cli.scoring.judge import inputs_of
from klout_cli.scoring.model import Model, Network, Rule, Sourced
from klout_cli.scoring.whatif import BOUNDS, COUNTS

ONE_POINT = 1.0
BISECTION_STEPS = 80  # halves the range to far below any count
CURVE_RANGE = 3.0  # standard deviations drawn on both sides, so that the clipping is visible
AUDIENCE_RANGE = (-2, 4)  # powers of ten drawn, relative to the median audience
STEPS = 60

MOVED: Mapping[str, str] = {
    "audience": "followers",
    "resonance": "likes",
    "amplification": "carried",
    "breadth": "responders",
    "endorsement": "endorsements",
    "network": "standing",
    "reciprocity": "give_and_take",
    "substance": "topic_gain",
}
"""Factor -> the number that is changed to gain a point, as in `klout whatif`."""


def reckoned(
    factor: str, measured: Sequence[Measured], judgement: Judgement, model: Model
) -> tuple[Reckoned, ...]:
    """Return one factor of every scored account, largest share first."""
    by_id = {account.id: account for account in measured}
    scored = sorted(
        (account for account in judgement.accounts if account.state == "scored"),
        key=lambda judged: (-judged.share, judged.id),
    )
    return tuple(
        _reckoned(factor, by_id[account.id], account, judgement, model) for account in scored
    )


def curve(factor: str, model: Model) -> Curve:
    """Return the curve of a factor's points.

    x is the power of ten relative to the median audience, else standard deviations of the
    reference. `ticks` are (x, the factor's own unit); for endorsement, whose norm depends on the
    audience, x itself.
    """
    first, last = AUDIENCE_RANGE if factor == "audience" else (-CURVE_RANGE, CURVE_RANGE)
    xs = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    whole = [float(x) for x in range(math.ceil(first), math.floor(last) + 1)]
    return Curve(
        tuple((x, _height(factor, x, model)) for x in xs),
        tuple((x, _in_unit(factor, x, model)) for x in whole),
    )


SHAPE = ("known", "contacts", "effective_size", "communities")
"""Facts that no rule uses, but show how reliable the mean standing is."""


def _height(factor: str, x: float, model: Model) -> float:
    if factor == "audience":
        return model.scale.slope * x
    return model.points[factor] * float(formula.clipped(Floats, model, factor, x))


def _in_unit(factor: str, x: float, model: Model) -> float:
    rules = model.factors
    if factor == "audience":
        return float(10**x)
    if factor in ("resonance", "amplification", "breadth"):
        return float(10 ** (x * getattr(rules, factor).sd))
    if factor in ("network", "reciprocity"):
        rule = getattr(rules, factor)
        return float(rule.mean + x * rule.sd)
    return x * rules.substance.sd if factor == "substance" else x


def _reckoned(
    factor: str, measured: Measured, account: AccountJudgement, judgement: Judgement, model: Model
) -> Reckoned:
    judged = account.of(factor)
    values = inputs_of(measured, model)
    known = judged.state in ("measured", "inferred")
    numbers = _numbers(factor, account, values, model) if known else {}
    return Reckoned(
        account=account.id,
        network=account.network,
        handle=account.handle,
        state=judged.state,
        reason=judged.reason,
        numbers=numbers,
        points=judged.points,
        share=account.share,
        grade=model.network(account.network).grade,
        posts=account.window.posts,
        x=numbers.get("z", numbers.get("x")),
        wanted=_next_point(factor, values, account, judgement, model) if known else None,
    )


def _numbers(
    factor: str, account: AccountJudgement, values: Inputs, model: Model
) -> dict[str, float]:
    """Return the numbers of the factor's rule by their names in it."""
    ref = formula.reference(model, account.network)
    followers = account.audience.followers or 0.0
    numbers = _RULES[factor](values, ref, followers, model)
    if factor == "audience":
        effective = account.audience.effective or 0.0
        x = math.log10((1 + effective) / (1 + ref.m))
        return {
            **numbers,
            "followers": followers,
            "effective": effective,
            "median": ref.m,
            "slope": model.scale.slope,
            "x": x,
        }
    inputs = account.of(factor).inputs if factor == "network" else {}
    numbers |= {
        name: float(value) for name in SHAPE if isinstance(value := inputs.get(name), int | float)
    }
    z = account.of(factor).z or 0.0
    return {
        **numbers,
        "z": z,
        "counted_z": formula.clipped(Floats, model, factor, z),
        "P": model.points[factor],
    }


Numbers = Callable[[Inputs, formula.Reference, float, Model], dict[str, float]]


def _audience(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    return {} if values.following != values.following else {"following": values.following}


def _expectation(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    posts = max(values.posts, 1.0)
    mu = formula.expected_reactions(Floats, model, ref, followers)
    answerable = formula.volume(Floats, model, values.posts)
    return {
        "c": ref.c,
        "b": ref.b,
        "phi": ref.phi,
        "followers": followers,
        "mu": mu,
        "posts": values.posts,
        "v": answerable / posts,
    }


def _resonance(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    numbers = _expectation(values, ref, followers, model)
    weight = formula.parts_share(ref, values)
    rule = model.factors.resonance
    counted = {
        "reactions": formula.reactions(model, values),
        "weight": weight,
        "expected": numbers["mu"] * numbers["v"] * weight,
    }
    return {**numbers, **counted, "prior": rule.prior, "sd": rule.sd}


def _amplification(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    numbers = _expectation(values, ref, followers, model)
    weight = ref.phi * values.weight_carried
    rule = model.factors.amplification
    carried = values.carried - (1 - model.factors.substance.off_topic) * values.off_topic_carried
    return {
        **numbers,
        "carried": carried,
        "weight": weight,
        "expected": numbers["mu"] * numbers["v"] * weight,
        "prior": rule.prior,
        "sd": rule.sd,
    }


def _breadth(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    numbers = _expectation(values, ref, followers, model)
    rule = model.factors.breadth
    expected = formula.expected_responders(
        Floats, model, numbers["mu"] * formula.volume(Floats, model, values.posts)
    )
    people = {
        "responders": values.responders,
        "people": rule.people,
        "exponent": rule.exponent,
        "expected": expected,
    }
    return {**numbers, **people, "prior": rule.prior, "sd": rule.sd}


def _endorsement(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    norm = {"a": ref.norm_a, "b": ref.norm_b, "sd": ref.norm_sd}
    expected = max(1.0, (1 + followers) ** ref.norm_b * 10**ref.norm_a) - 1
    return {"vouchers": values.endorsements, "followers": followers, "expected": expected, **norm}


def _network(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    rule = model.factors.network
    return {"standing": values.standing, "mean": rule.mean, "sd": rule.sd}


def _reciprocity(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    rule = model.factors.reciprocity
    return {"g": values.give_and_take, "mean": rule.mean, "sd": rule.sd}


def _substance(
    values: Inputs, ref: formula.Reference, followers: float, model: Model
) -> dict[str, float]:
    return {"T": values.topic_gain, "sd": model.factors.substance.sd}


_RULES: Mapping[str, Numbers] = {
    "audience": _audience,
    "resonance": _resonance,
    "amplification": _amplification,
    "breadth": _breadth,
    "endorsement": _endorsement,
    "network": _network,
    "reciprocity": _reciprocity,
    "substance": _substance,
}


def _next_point(
    factor: str, values: Inputs, account: AccountJudgement, judgement: Judgement, model: Model
) -> Wanted:
    """Find the smallest number that adds one point to the score, all else equal.

    None if there is none.
    """
    field, unit = MOVED[factor], 1.0
    if factor in ("resonance", "amplification"):
        field = (
            field
            if field == "carried" or values.weight_likes > 0
            else "carried"
            if values.weight_carried > 0
            else "engagements"
        )
        unit = float(getattr(values, f"weight_{field}"))
    now = float(
        (account.audience.followers if factor == "audience" else getattr(values, field)) or 0.0
    )
    score = _score_by(field, values, account, judgement, model)
    then = _least(score, now, field, score(now) + ONE_POINT, model)
    return Wanted(field, now / unit, None if then is None else then / unit)


def audience_for(
    goal: float, measured: Sequence[Measured], judgement: Judgement, model: Model
) -> tuple[str, float] | None:
    """Return the strongest account and the audience it needs for a score.

    All else is equal. None if no audience is large enough.
    """
    strongest = max(
        (account for account in judgement.accounts if account.state == "scored"),
        key=lambda account: (account.share, account.id),
    )
    values = inputs_of(next(account for account in measured if account.id == strongest.id), model)
    score = _score_by("followers", values, strongest, judgement, model)
    then = _least(score, strongest.audience.followers or 0.0, "followers", goal, model)
    return None if then is None else (strongest.id, then)


def _score_by(
    field: str, values: Inputs, account: AccountJudgement, judgement: Judgement, model: Model
) -> Callable[[float], float]:
    """Return the person's score as a function of one number of one account."""
    ref = formula.reference(model, account.network)
    others = [
        other for other in judgement.accounts if other.state == "scored" and other.id != account.id
    ]
    pools = [formula.pooled(Floats, model, other.score) for other in others]

    def score(value: float) -> float:
        own = formula.pooled(
            Floats,
            model,
            formula.account(Floats, model, ref, replace(values, **{field: value})).score,
        )
        return float(formula.combined(Floats, model, math.fsum([*pools, own]), max([*pools, own])))

    return score


def _least(
    score: Callable[[float], float], low: float, field: str, goal: float, model: Model
) -> float | None:
    """Find the smallest number from `low` that gives a score.

    None if no number within its bounds does, or the scale ends before.
    """
    _, high = BOUNDS.get(field, COUNTS)
    if goal > model.scale.highest or score(high) < goal:
        return None
    for _ in range(BISECTION_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if score(middle) < goal else (low, middle)
    return high


def constants(factor: str, networks: Sequence[str], model: Model) -> tuple[Constant, ...]:
    """Return every number the factor's rule uses, with source, year and grade.

    Network values are limited to the given networks.
    """
    rule: Rule = getattr(model.factors, factor)
    constants = [*_sourced(f"{factor}.", rule)]
    if factor == "audience":
        constants += _sourced("scale.", model.scale)
    else:
        points = f"{model.points[factor]:g}"
        constants.append(
            Constant(
                f"{factor}.P",
                points,
                "from the shares and the spread of the scale (method §9)",
                rule.year,
                "J",
            )
        )
    return (*constants, *(_reference(name, model.network(name)) for name in networks))


def _sourced(prefix: str, rule: Sourced) -> list[Constant]:
    """List the plain numbers of one part of the model, tables by their keys."""
    constants = []
    for name in rule.__struct_fields__:
        value = getattr(rule, name)
        if isinstance(value, int | float) and name != "year":
            constants.append(
                Constant(prefix + name, f"{value:g}", rule.source, rule.year, rule.grade)
            )
        elif not isinstance(value, str | int):
            constants.append(
                Constant(prefix + name, _listed(value), rule.source, rule.year, rule.grade)
            )
    return constants


def _listed(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_listed(inner)}" for key, inner in value.items())
    return ", ".join(f"{name} {number:g}" for name, number in asdict(value).items())


def _reference(name: str, network: Network) -> Constant:
    values = f"m {network.m:g}, c {network.c:g}, b {network.b:g}, phi {network.phi:g}"
    return Constant(name, values, network.basis, None, network.grade)
