"""Why a what-if moves nothing."""

from collections.abc import Sequence

from klout_cli.results import VISIBLE_POINTS, AccountJudgement, Judgement
from klout_cli.scoring.change import BY_ID, OF_NUMBER, Change
from klout_cli.scoring.change_posts import PARTS
from klout_cli.scoring.hint_words import Place
from klout_cli.scoring.model import Model
from klout_cli.translation import Message

POSTS = ("resonance", "amplification")


def explain_standstill(
    before: Judgement, after: Judgement, changes: Sequence[Change], model: Model, place: Place
) -> tuple[str, ...]:
    """Return why changes don't move the printed score, one reason for each changed account.

    Empty if they move it.
    """
    if abs(after.score.value - before.score.value) >= VISIBLE_POINTS:
        return ()
    was = {account.id: account for account in before.accounts}
    now = {account.id: account for account in after.accounts}
    reasons = (
        _reason(change, was[change.account], now[change.account], model, place)
        for change in changes
    )
    return tuple(dict.fromkeys(reasons))


def _reason(
    change: Change, was: AccountJudgement, now: AccountJudgement, model: Model, place: Place
) -> str:
    at = place(change.account)
    if now.state != "scored":
        return now.reason or Message("Nothing {place} counts in the score", place=at)
    if change.fact == "following" and model.network(now.network).mutual:
        return Message("Contacts {place} are mutual, so following doesn't count", place=at)
    if abs((now.score or 0) - (was.score or 0)) >= VISIBLE_POINTS:
        share = max(0.1, round(100 * now.share, 1))
        return Message(
            "Only {share} % of your score comes from what happens {place}", share=share, place=at
        )
    factors = [now.of(id) for id in _factors(change) if id in {one.id for one in now.factors}]
    missing = [factor.reason for factor in factors if factor.state == "missing"]
    if factors and len(missing) == len(factors):
        return missing[0]
    limits = {factor.id: getattr(model.rule(BY_ID[factor.id]), "low", None) for factor in factors}
    for factor in factors:
        low, high = limits[factor.id], model.scale.clip
        if factor.z is not None and low is not None and not low < factor.z < high:
            return Message("This is already at the end of what counts {place}", place=at)
    return Message("The number {place} is already as high, or nearly", place=at)


def _factors(change: Change) -> tuple[str, ...]:
    """Return the factors that a change moves."""
    if change.fact in PARTS or change.fact in ("on_topic", "substance"):
        return POSTS
    if change.fact == "answers":
        return ("reciprocity",)
    if change.fact == "contacts":
        return ("network",)
    if change.fact in OF_NUMBER:
        return (OF_NUMBER[change.fact].id,)
    return (change.fact,)
