"""Hints: the model's rules over measured facts, with the gain of a full rescore."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import UsageError
from klout_cli.factors.operations import Floats
from klout_cli.results import AccountJudgement, Advised, Hint, Judgement, Measured, Measurement
from klout_cli.scoring.account import clipped
from klout_cli.scoring.combine import bend, combine
from klout_cli.scoring.model import Advice, Condition, HintRule, Model, Remedy
from klout_cli.scoring.whatif import BY_ID, PARTS, Change, Operation, rescored

Facts: TypeAlias = Mapping[str, float | str]

FIELD = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")
COMPARED = ("timing", "kinds")
MAX_Z, BISECTION_STEPS = 8.0, 40  # of a normal distribution; accurate to 12 digits
MIN_VISIBLE_GAIN = 0.05  # points; smaller gains print as 0.0
OPERATIONS: tuple[Operation, ...] = ("to", "plus", "times")


class Idea(Struct, frozen=True):
    """A hint with the changes its gain was rescored from."""

    hint: Hint
    changes: tuple[Change, ...]


def advise(
    measured: Sequence[Measured], judgement: Judgement, model: Model, as_of: str | None
) -> Advised:
    """Return a judged person's hints and their joint gain.

    Follower counts to be stated come first, then hints with a gain, then ranges.
    """
    best = ideas(measured, judgement, model, as_of)
    noticed = [
        hint
        for hint in _ranges(measured, judgement, model)
        if hint.high is not None and hint.high >= MIN_VISIBLE_GAIN
    ]
    ranges = sorted(noticed, key=lambda hint: (-_width(hint), hint.account, hint.factor))
    together = (
        gain(
            [change for idea in best for change in idea.changes], measured, judgement, model, as_of
        )
        if best
        else None
    )
    audiences = [hint for hint in ranges if hint.id == "inferred"]
    others = [hint for hint in ranges if hint.id != "inferred"]
    return Advised((*audiences, *(idea.hint for idea in best), *others), together)


def ideas(
    measured: Sequence[Measured], judgement: Judgement, model: Model, as_of: str | None
) -> list[Idea]:
    """Return what raises the score, the best gain for its effort first.

    Changes that would lower it are left out.
    """
    by_id = {account.id: account for account in measured}
    candidates: list[Idea] = []
    for account in judgement.accounts:
        facts = facts_of(by_id[account.id], account, model)
        for id, rule in model.hints.rules.items():
            changes = _changes(rule, account, facts)
            if (
                not changes
                or not (action := filled(rule.action, facts))
                or not (why := filled(rule.why, facts))
            ):
                continue
            points = gain(changes, measured, judgement, model, as_of)
            if points is not None and points >= MIN_VISIBLE_GAIN:
                posts = facts.get(rule.posts)
                hint = _hint(id, rule.factor, account.id, rule, action, why)
                candidates.append(
                    Idea(
                        replace(
                            hint,
                            gain=points,
                            n=int(posts) if isinstance(posts, int | float) else None,
                        ),
                        changes,
                    )
                )
    efforts = model.hints.efforts
    return sorted(
        candidates,
        key=lambda idea: (
            -(idea.hint.gain or 0) / getattr(efforts, idea.hint.effort),
            idea.hint.id,
            idea.hint.account,
        ),
    )


def gain(
    changes: Sequence[Change],
    measured: Sequence[Measured],
    judgement: Judgement,
    model: Model,
    as_of: str | None,
) -> float | None:
    """Return the score gained by changes, None if they are impossible."""
    with suppress(UsageError):
        if after := rescored(measured, changes, model, as_of, interval=False):
            return after.score.value - judgement.score.value
    return None


def facts_of(account: Measured, judged: AccountJudgement, model: Model) -> Facts:
    """Return all facts that rules can use, by `factor.fact`.

    They are measured, observed and judged numbers, and numbers derived from these.
    """
    facts: dict[str, float | str] = {"account.name": account.id, "account.network": account.network}
    known = [
        measurement
        for measurement in (*account.measurements, *account.observed)
        if measurement.state == "measured"
    ]
    for id, named_facts in [
        *((measurement.factor, measurement.facts) for measurement in known),
        *((measurement.id, measurement.inputs) for measurement in judged.factors),
    ]:
        facts.update(
            {
                f"{id}.{name}": value
                for name, value in named_facts.items()
                if isinstance(value, int | float | str)
            }
        )
    followers, following = judged.audience.followers, judged.audience.following
    if followers is not None and following is not None:
        facts["audience.surplus"] = following - followers
    for measurement in known:
        facts |= _best(measurement, model)
    return facts


def _best(measurement: Measurement, model: Model) -> Facts:
    """Return the group of posts most surely above the others.

    Rows are (name, n, others, log ratio, its error). The interval widens with the number of groups
    compared, so that all together hold with 80 % certainty.
    """
    groups = measurement.facts.get("groups", ())
    fewest = model.hints.fewest_posts
    if measurement.factor not in COMPARED or not isinstance(groups, tuple):
        return {}
    rows = [
        (str(name), float(n or 0), float(others or 0), float(log or 0), float(error or 0))
        for name, n, others, log, error in groups
    ]
    rows = [row for row in rows if min(row[1], row[2]) >= fewest]
    if not rows:
        return {}
    z = _normal(model.interval.normal, len(rows))
    name, n, others, log, error = max(rows, key=lambda row: (row[3] - z * row[4], row[0]))
    low = math.exp(log - z * error)
    lift = (n + others) * low / (n * low + others)
    best: Facts = {
        "best": name,
        "n": n,
        "ratio": math.exp(log),
        "low": low,
        "high": math.exp(log + z * error),
        "lift": lift,
    }
    return {f"{measurement.factor}.{fact}": value for fact, value in best.items()}


def _normal(single: float, number: int) -> float:
    """Return the normal quantile for `number` joint intervals, by bisection.

    Their joint certainty is that of a single interval at the quantile `single`.
    """
    joint = math.erf(single / math.sqrt(2)) ** (1 / number)
    low, high = single, MAX_Z
    for _ in range(BISECTION_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if math.erf(middle / math.sqrt(2)) < joint else (low, middle)
    return high


def filled(text: str, facts: Facts) -> str | None:
    """Replace `{factor.fact}` fields in a text by facts, None if one is unknown.

    Other braces are left alone.
    """
    if any(name not in facts for name in FIELD.findall(text)):
        return None
    return FIELD.sub(lambda field: _format_fact(facts[field[1]]), text)


def _format_fact(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 10 else f"{value:.2f}"


def _changes(rule: HintRule, account: AccountJudgement, facts: Facts) -> tuple[Change, ...]:
    """Return a rule's changes to an account.

    Empty if a condition fails or a fact is unknown, and for reactions that an audience is inferred
    from.
    """
    if account.state != "scored" or (rule.networks and account.network not in rule.networks):
        return ()
    of_reactions = any(remedy.fact in (*PARTS, "on_topic") for remedy in rule.change)
    if of_reactions and account.audience.quality == "inferred":
        return ()
    if not all(_holds(condition, facts) for condition in rule.when):
        return ()
    changes = [_change(remedy, account.id, facts) for remedy in rule.change]
    return tuple(change for change in changes if change) if all(changes) else ()


def _holds(condition: Condition, facts: Facts) -> bool:
    value = _number(condition.fact, facts)
    above, at_least, below = (
        _number(bound, facts) for bound in (condition.above, condition.at_least, condition.below)
    )
    if value is None or [above, at_least, below].count(None) != [
        condition.above,
        condition.at_least,
        condition.below,
    ].count(None):
        return False
    return (
        (above is None or value > above)
        and (at_least is None or value >= at_least)
        and (below is None or value < below)
    )


def _change(remedy: Remedy, account: str, facts: Facts) -> Change | None:
    operation = next(
        operation for operation in OPERATIONS if getattr(remedy, operation) is not None
    )
    amount = _number(getattr(remedy, operation), facts)
    return None if amount is None else Change(account, remedy.fact, operation, amount)


def _number(given: float | str | None, facts: Facts) -> float | None:
    """Return a number, or the number of a fact."""
    value = facts.get(given) if isinstance(given, str) else given
    return value if isinstance(value, int | float) else None


def _ranges(measured: Sequence[Measured], judgement: Judgement, model: Model) -> Iterator[Hint]:
    """Yield how far the unmeasured parts could move the score, for 80 % of people."""
    scores = {
        account.id: account.score for account in judgement.accounts if account.score is not None
    }
    z, scale = model.interval.normal, model.scale

    def moved(id: str, score: float) -> float:
        whole = combine([*{**scores, id: score}.values()], model)
        return bend(whole, model) - judgement.score.value

    by_id = {account.id: account for account in measured}
    for account in judgement.accounts:
        facts = facts_of(by_id[account.id], account, model)
        if account.state == "listed":
            about = {**facts, "missing.reason": account.reason}
            ends = [moved(account.id, scale.average + side * z * scale.spread) for side in (-1, 1)]
            yield from _range("unscored", "audience", account.id, model.hints.unscored, about, ends)
        if account.score is not None and account.audience.quality == "inferred":
            ends = [moved(account.id, account.score + side * account.half) for side in (-1, 1)]
            yield from _range("inferred", "audience", account.id, model.hints.inferred, facts, ends)
        for factor in account.factors:
            if (
                account.score is None
                or factor.state != "missing"
                or (account.audience.quality == "inferred" and factor.id in OF_AUDIENCE)
            ):
                continue
            about = {**facts, "missing.factor": factor.id, "missing.reason": factor.reason}
            points = [
                model.points[factor.id] * clipped(Floats, model, BY_ID[factor.id], side * z)
                for side in (-1, 1)
            ]
            ends = [moved(account.id, account.score + point) for point in points]
            yield from _range(
                "unmeasured", factor.id, account.id, model.hints.unmeasured, about, ends
            )


OF_AUDIENCE = (
    "resonance",
    "amplification",
)  # an audience inferred from reactions leaves nothing to say of these


def _range(
    id: str, factor: str, account: str, advice: Advice, facts: Facts, ends: Sequence[float]
) -> Iterator[Hint]:
    action, why = filled(advice.action, facts), filled(advice.why, facts)
    if action and why:
        yield replace(_hint(id, factor, account, advice, action, why), low=ends[0], high=ends[1])


def _width(hint: Hint) -> float:
    return (hint.high or 0.0) - (hint.low or 0.0)


def _hint(id: str, factor: str, account: str, advice: Advice, action: str, why: str) -> Hint:
    return Hint(
        id=id,
        factor=factor,
        account=account,
        action=action,
        why=why,
        gain=None,
        effort=advice.effort,
        source=advice.source,
        year=advice.year,
        grade=advice.grade,
        confidence=advice.confidence,
    )
