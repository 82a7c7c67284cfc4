"""How much a score moves where nothing has changed: one person seen twice, not two strangers."""

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from klout_cli.results import AccountJudgement, Judgement, Measured, Snapshot
from klout_cli.scoring.account import AccountScore, correlated_variance
from klout_cli.scoring.interval import (
    deviation,
    drawn_points,
    sampled_factors,
    total_sums,
    widening,
)
from klout_cli.scoring.judge import half_width, score_of
from klout_cli.scoring.model import Model

Side: TypeAlias = tuple[Snapshot, Judgement]


class ScoredAccount(Struct, frozen=True):
    """One account on one date: measured, scored, and judged as part of the person."""

    measured: Measured
    score: AccountScore
    judged: AccountJudgement


def noise(older: Side, newer: Side, model: Model) -> float:
    """Return half the width of the 80 % interval of a change, in points."""
    old, new = _scored(older, model), _scored(newer, model)
    total = (_staleness(new) - _staleness(old)) ** 2
    for id in sorted({*old, *new}):
        before, after = old.get(id), new.get(id)
        total += _paired_variance(before, after, model)
        total += _reference_variance(before, after)
        total += _missing_variance(before, after, model)
    return half_width(total, model)


def _scored(side: Side, model: Model) -> dict[str, ScoredAccount]:
    snapshot, judgement = side
    judged = {account.id: account for account in judgement.scored}
    return {
        account.id: ScoredAccount(account, score_of(account, model), judged[account.id])
        for account in snapshot.measured
        if account.id in judged
    }


def _staleness(accounts: Mapping[str, ScoredAccount]) -> float:
    """Return the SD that the age of the posts gives a person's score."""
    return math.sqrt(
        math.fsum(
            account.judged.share**2 * account.judged.doubts["staleness"]
            for account in accounts.values()
        )
    )


def _share(account: ScoredAccount | None) -> float:
    return account.judged.share if account else 0.0


def _paired_variance(
    before: ScoredAccount | None, after: ScoredAccount | None, model: Model
) -> float:
    """Return the variance of the difference when the weeks of both windows are drawn together.

    Weeks without a number, in snapshots of an earlier version, are drawn apart, and so are fewer
    than two; the same posts on both sides differ by what they count in the person's score alone.
    """
    if before and after and before.measured.iso_weeks and after.measured.iso_weeks:
        weeks = sorted({*_answered(before), *_answered(after)})
        if len(weeks) > 1:
            old, new = (_drawn(account, weeks, model) for account in (before, after))
            change = [
                after.judged.share * now - before.judged.share * then
                for then, now in zip(old, new, strict=True)
            ]
            return (deviation(change) * widening(model, len(weeks))) ** 2
    if before and after and total_sums(before.measured) == total_sums(after.measured):
        return (after.judged.share - before.judged.share) ** 2 * after.judged.doubts["sampling"]
    return math.fsum(
        account.judged.share**2 * account.judged.doubts["sampling"]
        for account in (before, after)
        if account
    )


def _answered(account: ScoredAccount) -> list[int]:
    """Return the numbers of the weeks that hold a post with known reactions."""
    pairs = zip(account.measured.iso_weeks, account.measured.weeks, strict=True)
    return [week for week, sums in pairs if sums.answered]


def _drawn(account: ScoredAccount, weeks: Sequence[int], model: Model) -> list[float]:
    own = set(_answered(account))
    places = {week: place for place, week in enumerate(account.measured.iso_weeks) if week in own}
    return drawn_points(
        account.measured,
        [places.get(week) for week in weeks],
        account.score.given,
        model,
        sampled_factors(account.score),
    )


def _reference_variance(before: ScoredAccount | None, after: ScoredAccount | None) -> float:
    account = after or before
    reference = account.judged.doubts["reference"] if account else 0.0
    return (_share(after) - _share(before)) ** 2 * reference


def _missing_variance(
    before: ScoredAccount | None, after: ScoredAccount | None, model: Model
) -> float:
    """Return the variance of what is measured on neither side, or on one alone."""
    then, now = (account.score.missing if account else model.points for account in (before, after))
    both = {factor: min(then[factor], now[factor]) for factor in model.points}
    lost = [now[factor] - both[factor] for factor in model.points]
    gained = [then[factor] - both[factor] for factor in model.points]
    fleeting = 2 * (1 - model.interval.persistence)
    total = fleeting * correlated_variance(model, both.values())
    total += correlated_variance(model, lost) + correlated_variance(model, gained)
    mean = (_share(before) + _share(after)) / 2
    return float(mean * mean * total)
