"""What if: the score after changes of single numbers, and why it doesn't move."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from klout_cli.errors import UsageError
from klout_cli.factors.interface import Factor
from klout_cli.results import VISIBLE_POINTS, AccountJudgement, Judgement, Measured
from klout_cli.scoring.change import BOUNDS, BY_ID, OF_NUMBER, Change, amount_after, with_facts
from klout_cli.scoring.change_people import (
    with_answers,
    with_contacts,
    with_follow_list,
    with_responders,
)
from klout_cli.scoring.change_posts import (
    PARTS,
    expected_of,
    with_all_on_topic,
    with_reactions,
    with_substance,
)
from klout_cli.scoring.hint_words import Place
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import Model
from klout_cli.translation import Message

MOVED: Mapping[str, tuple[str, ...]] = {
    **{fact: (factor.id,) for fact, factor in OF_NUMBER.items()},
    **dict.fromkeys((*PARTS, "on_topic", "substance"), ("resonance", "amplification")),
    "breadth": ("breadth",),
    "answers": ("reciprocity",),
    "contacts": ("network",),
}
"""What is changed -> the factors it moves."""


def rescored(
    measured: Sequence[Measured],
    changes: Iterable[Change],
    model: Model,
    as_of: str | None,
    *,
    interval: bool = True,
) -> Judgement | None:
    """Judge the accounts after changes; None where nothing gives a number.

    Raises UsageError as `changed` does.
    """
    return judge(changed(measured, changes, model), model, as_of, interval=interval)


def changed(
    measured: Sequence[Measured], changes: Iterable[Change], model: Model
) -> tuple[Measured, ...]:
    """Return the accounts after each change in turn.

    Raises UsageError for a change that cannot be made: of what is not measured, below zero, out of
    a share's bounds.
    """
    accounts = {account.id: account for account in measured}
    for change in changes:
        accounts[change.account] = _change(
            accounts[change.account], change, [*accounts.values()], model
        )
    return tuple(accounts.values())


def _change(account: Measured, change: Change, everybody: list[Measured], model: Model) -> Measured:
    if change.fact in PARTS:
        return with_reactions(account, change, model)
    if change.fact == "substance":
        return with_substance(account, change, model)
    if change.fact == "answers":
        return with_answers(account, change)
    if change.fact == "contacts":
        return with_contacts(account, change, everybody, model)
    if change.fact == "on_topic":
        return with_all_on_topic(account, change)
    if change.fact == "breadth":
        expected = expected_of(account, "breadth", change, model)
        facts = BY_ID["breadth"].facts_of(account)
        now = facts.responders / expected if facts else None
        return with_responders(account, amount_after(change, now) * expected)
    factor = OF_NUMBER[change.fact]
    facts = factor.facts_of(account)
    if change.fact == "following" and facts is None:
        raise UsageError(
            Message("the followers are not measured"),
            change.account,
            Message("set them first: --set ACCOUNT.followers=N"),
        )
    value = amount_after(change, _current(factor, facts, change.fact, model))
    if change.fact == "responders":
        return with_responders(account, value)
    if change.fact == "following":
        account = with_follow_list(account, facts.following, value)
    return with_facts(account, factor, _with_number(factor, facts, change.fact, value))


def _current(factor: Factor, facts: Any, fact: str, model: Model) -> float | None:
    """Return a number as it is, None where it is not measured."""
    if facts is None:
        return None
    field = factor.changes[fact]
    if fact in BOUNDS:
        return factor.current(model.rule(factor), facts, field)
    value = getattr(facts, field)
    return None if value is None else float(value)


def _with_number(factor: Factor, facts: Any, fact: str, value: float) -> Any:
    """Return facts with one number of theirs, which stands for all else that told it."""
    field = factor.changes[fact]
    if facts is None:
        return factor.Facts(**{**factor.stated, field: value})
    return replace(facts, **{field: value})


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
    factors = [factor for factor in now.factors if factor.id in MOVED[change.fact]]
    missing = [factor.reason for factor in factors if factor.state == "missing"]
    if factors and len(missing) == len(factors):
        return missing[0]
    for factor in factors:
        if factor.z is None:
            continue
        if not model.rule(BY_ID[factor.id]).low < factor.z < model.scale.clip:
            return Message("This is already at the end of what counts {place}", place=at)
    return Message("The number {place} is already as high, or nearly", place=at)
