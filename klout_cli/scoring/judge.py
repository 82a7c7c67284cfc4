"""The judgement: measurements under a model become points that add up exactly."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from klout_cli.factors import FACTORS
from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import Floats
from klout_cli.results import (
    AccountJudgement,
    Audience,
    Entry,
    Fact,
    FactorJudgement,
    Judgement,
    Measured,
    Quality,
    Score,
    ScoreQuality,
    Snapshot,
    State,
)
from klout_cli.results.names import label_of
from klout_cli.scoring.account import AUDIENCE, AccountScore, score_account
from klout_cli.scoring.combine import bend, combine, percentile, shares
from klout_cli.scoring.interval import variance_parts
from klout_cli.scoring.model import Model
from klout_cli.translation import Message, as_message
from klout_cli.translation import gettext_noop as N_

STATES: tuple[State, ...] = ("measured", "inferred", "missing")
DOES_NOT_APPLY = N_("there are no endorsements on this network")
NO_AUDIENCE = N_("the audience isn't known")
NOTHING_EXPECTED = N_("this network has no usual value for what this export shows")
INFERRED = N_("the audience is estimated from these same reactions")
HIDDEN = frozenset(("groups", "pairs"))
"""Facts of single contacts, which no report carries."""


def judge(
    measured: Sequence[Measured], model: Model, as_of: str | None, *, interval: bool = True
) -> Judgement | None:
    """Score every account and combine them.

    None where no account can be scored (then there is no number at all).

    `interval`: estimate it, by a bootstrap that takes nearly all of the time; without it, low and
    high are the value itself, and everything counts as a score.
    """
    accounts = [
        judge_account(account, model, as_of, interval=interval)
        for account in sorted(measured, key=lambda account: account.id)
    ]
    scored = [account for account in accounts if account.state == "scored"]
    if not scored:
        return None
    each = shares([account.score or 0.0 for account in scored], model)
    by_id = dict(zip((account.id for account in scored), each, strict=True))
    accounts = [replace(account, share=by_id.get(account.id, 0.0)) for account in accounts]
    return Judgement(*_score_and_breakdown(accounts, model), tuple(accounts))


def judged_accounts(
    measured: Sequence[Measured], model: Model, as_of: str | None
) -> list[AccountJudgement]:
    """Return the accounts alone, for saying why none of them can be scored."""
    return [judge_account(account, model, as_of, interval=False) for account in measured]


def list_reasons(snapshot: Snapshot, model: Model) -> list[Message]:
    """Return for each account why it can't be scored."""
    return [
        Message(
            "{channel}: {reason}", channel=label_of(account.id), reason=as_message(account.reason)
        )
        for account in judged_accounts(snapshot.measured, model, snapshot.as_of)
    ]


def facts_of(account: Measured) -> dict[str, Any]:
    """Return the facts of every factor by its id, None where they are missing."""
    return {factor.id: factor.facts_of(account) for factor in FACTORS}


def count_posts(account: Measured) -> float:
    """Return how many posts count, NaN if that isn't known."""
    return math.nan if account.window.posts is None else float(account.window.posts)


def score_of(account: Measured, model: Model) -> AccountScore:
    """Return an account's points under a model."""
    reference, posts = model.reference(account.network), count_posts(account)
    return score_account(Floats, model, reference, facts_of(account), posts)


def half_width(variance: float, model: Model) -> float:
    """Return half the width of the 80 % interval."""
    return model.interval.normal * math.sqrt(variance)


def variance(accounts: Sequence[AccountJudgement]) -> float:
    """Return Σ p_n²·var_n of a person's accounts, in points²."""
    return math.fsum(account.share**2 * account.variance for account in accounts)


def judge_account(
    account: Measured, model: Model, as_of: str | None, *, interval: bool = True
) -> AccountJudgement:
    """Score one account; its share of a person is not told yet."""
    network = model.network(account.network)
    score = score_of(account, model)
    closed = bool(network.until) and not (as_of and as_of <= network.until)
    scored = not closed and score.score == score.score
    factors = tuple(_judge_factor(factor, account, score, model) for factor in FACTORS)
    doubts: dict[str, float] = {}
    if scored and interval:
        days = days_between(account.window.newest, as_of)
        doubts = variance_parts(account, score, model, days)
    measured = measured_share(factors, model)
    total = math.fsum(doubts.values())
    return AccountJudgement(
        id=account.id,
        network=account.network,
        handle=account.handle,
        state="scored" if scored else "historical" if closed else "listed",
        exported_at=account.exported_at,
        window=account.window,
        audience=_judge_audience(account, score),
        factors=factors,
        score=float(score.score) if scored else None,
        variance=total,
        doubts=doubts,
        reason="" if scored else _unscored(account, model, closed=closed),
        measured=measured,
        half=half_width(total, model),
        quality=_quality(measured, total, model, impression=bool(score.inferred))
        if scored and interval
        else "score",
    )


def days_between(first: object, last: object) -> int:
    """Return the days between two ISO dates, 0 if one is unknown."""
    if not first or not last:
        return 0
    return (date.fromisoformat(str(last)) - date.fromisoformat(str(first))).days


def measured_share(factors: Sequence[FactorJudgement], model: Model) -> float:
    """Return the measured share of all factors' points; what does not apply counts as missing."""
    points = math.fsum(
        model.points[judged.id]
        for judged in factors
        if judged.id in model.points and judged.state == "measured"
    )
    return points / math.fsum(model.points.values())


def _quality(measured: float, total: float, model: Model, *, impression: bool) -> ScoreQuality:
    """Return whether there is a score: enough is measured and the interval is narrow enough."""
    limits = model.interval.first_impression
    wide = half_width(total, model) > limits.wider or measured < limits.measured
    return "first_impression" if impression or wide else "score"


def _unscored(account: Measured, model: Model, *, closed: bool) -> str:
    if closed:
        until = model.network(account.network).until
        return Message("the network closed on {day}", day=date.fromisoformat(str(until)))
    fewest = model.factors.audience.infer_from
    return Message(
        "{reason}, and fewer than {n} posts have reactions to estimate it from",
        reason=as_message(account.of(AUDIENCE.id).reason),
        n=fewest,
    )


def _judge_audience(account: Measured, score: AccountScore) -> Audience:
    facts = AUDIENCE.facts_of(account)
    known = score.followers == score.followers
    quality: Quality = facts.quality if facts else "inferred" if known else "unknown"
    return Audience(
        followers=float(score.followers) if known else None,
        following=facts.following if facts else None,
        effective=float(score.effective) if known else None,
        quality=quality,
    )


def _judge_factor(
    factor: Factor, account: Measured, score: AccountScore, model: Model
) -> FactorJudgement:
    if factor is AUDIENCE:
        return _audience_points(account, score)
    z, measurement = score.z[factor.id], account.of(factor.id)
    if z == z:
        shown = {name: value for name, value in measurement.facts.items() if name not in HIDDEN}
        expected = score.expected[factor.id]
        if expected is not None:
            shown["expected"] = float(expected)
        shown |= factor.shown(model.rule(factor), factor.facts_of(account), float(z))
        points = float(score.points[factor.id])
        return FactorJudgement(factor.id, "measured", points, float(z), shown)
    state: State = "missing"
    reason = measurement.reason
    if not factor.applies(score.given.reference):
        state, reason = "not_applicable", DOES_NOT_APPLY
    elif measurement.state == "measured":
        known = score.followers == score.followers
        reason = INFERRED if score.inferred else NOTHING_EXPECTED if known else NO_AUDIENCE
    return FactorJudgement(factor.id, state, 0.0, None, {}, reason)


def _audience_points(account: Measured, score: AccountScore) -> FactorJudgement:
    measurement = account.of(AUDIENCE.id)
    if score.followers != score.followers:
        return FactorJudgement(AUDIENCE.id, "missing", 0.0, None, {}, measurement.reason)
    shown: dict[str, Fact] = {
        "followers": float(score.followers),
        "effective": float(score.effective),
        "median": float(score.given.reference.median),
    }
    following = measurement.facts.get("following")
    if following is not None:
        shown["following"] = following
    state: State = "inferred" if score.inferred else "measured"
    return FactorJudgement(AUDIENCE.id, state, float(score.points[AUDIENCE.id]), None, shown)


def _score_and_breakdown(
    accounts: Sequence[AccountJudgement], model: Model
) -> tuple[Score, tuple[Entry, ...]]:
    scored = [account for account in accounts if account.score is not None]
    limits = model.interval.first_impression
    raw = combine([account.score or 0.0 for account in scored], model)
    value, half = bend(raw, model), half_width(variance(scored), model)
    measured = math.fsum(account.share * account.measured for account in scored)
    impressions = math.fsum(
        account.share for account in scored if account.quality == "first_impression"
    )
    quality = _quality(measured, variance(scored), model, impression=impressions > limits.share)
    ranked = quality == "score" and half <= limits.percentile
    score = Score(
        value=value,
        low=bend(raw - half, model),
        high=bend(raw + half, model),
        measured=measured,
        percentile=percentile(model, value) if ranked else None,
        quality=quality if any(account.doubts for account in scored) else "score",
    )
    shared = math.fsum(account.share * (account.score or 0.0) for account in scored)
    ceiling = [Entry("ceiling", value - raw)] if value != raw else []
    return score, (
        Entry("average", model.scale.average),
        *(_entry(factor, scored) for factor in FACTORS),
        Entry("channels", raw - shared),
        *ceiling,
    )


def _entry(factor: Factor, scored: Sequence[AccountJudgement]) -> Entry:
    judged = [(account.share, account.of(factor.id)) for account in scored]
    states = {one.state for _, one in judged}
    state: State = next((state for state in STATES if state in states), "not_applicable")
    return Entry(factor.id, math.fsum(share * one.points for share, one in judged), state)
