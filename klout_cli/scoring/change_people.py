"""Changes of the people around an account: who was answered, who responds, whom one knows."""

import math
from math import fsum

from msgspec.structs import replace

from klout_cli.errors import UsageError
from klout_cli.factors.contrast import spread
from klout_cli.factors.network import MAX_INTERACTIONS, Group, Network
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.results import Measured
from klout_cli.scoring.change import BY_ID, LARGEST, Change, with_facts
from klout_cli.scoring.hint_evidence import rows_of
from klout_cli.scoring.model import Model
from klout_cli.translation import Message


def with_follow_list(account: Measured, before: float | None, value: float) -> Measured:
    """Follow more or fewer: mutual follows stay as far as they can."""
    factor = BY_ID["reciprocity"]
    facts = factor.facts_of(account)
    if before is None or facts is None or facts.following is None:
        return account
    listed = max(0.0, facts.following + value - before)
    return with_facts(
        account, factor, replace(facts, following=listed, mutual=min(facts.mutual, listed))
    )


def with_responders(account: Measured, value: float) -> Measured:
    """Change the number of distinct people.

    The crowd grows in proportion, from nobody evenly over the weeks.
    """
    people = fsum(people for _, people in account.crowd)
    if people:
        crowd = tuple((mask, number * value / people) for mask, number in account.crowd)
    else:
        crowd = tuple((1 << week, value / len(account.weeks)) for week in range(len(account.weeks)))
    factor = BY_ID["breadth"]
    facts = factor.Facts(value, account.window.posts)
    return replace(with_facts(account, factor, facts), crowd=crowd)


def with_answers(account: Measured, change: Change) -> Measured:
    """Answer `amount` of what waits for an answer, the newest first, whom little is owed first."""
    if change.operation != "plus" or not 0 <= change.amount <= LARGEST:
        raise UsageError(
            Message("replies can only be added"), change.account, "--set ACCOUNT.answers=+3"
        )
    factor = BY_ID["reciprocity"]
    facts: Reciprocity.Facts | None = factor.facts_of(account)
    if not facts or not facts.pairs:
        raise UsageError(
            Message("can't try that: this export doesn't show replies"),
            change.account,
            Message("klout sources"),
        )
    left = change.amount
    pairs = {(pair.received, pair.given): pair.people for pair in facts.pairs}
    for step in (_open_talk(account), None):  # what is still open, then all that waits
        groups = step if step is not None else [(*key, None, n) for key, n in pairs.items()]
        for received, given, limit, people in sorted(groups, key=lambda row: row[0] - row[1]):
            owed = max(0.0, received - given) if limit is None else limit
            left = _answer(pairs, (received, given), owed, people, left)
    answered = (Pair(*key, people) for key, people in sorted(pairs.items()) if people)
    return with_facts(account, factor, replace(facts, pairs=tuple(answered)))


def _open_talk(account: Measured) -> list[tuple[float, float, float | None, float]]:
    """Return rows of (received, given, open, people) with something open."""
    return [row for row in rows_of(account, "answering", "talk") if row[2]]


def _answer(
    pairs: dict[tuple[float, float], float],
    talk: tuple[float, float],
    owed: float,
    people: float,
    left: float,
) -> float:
    """Answer people who are owed as much, one after another; return what is left to give."""
    whole = min(people, left // owed) if owed else 0.0
    part = min(left - whole * owed, owed) if whole < people else 0.0
    for given, number in ((owed, whole), (part, 1.0 if part else 0.0)):
        moved = min(number, pairs.get(talk, 0.0))
        if moved:
            pairs[talk] -= moved
            after = (talk[0], talk[1] + given)
            pairs[after] = pairs.get(after, 0.0) + moved
    return left - whole * owed - part


def with_contacts(
    account: Measured, change: Change, everybody: list[Measured], model: Model
) -> Measured:
    """Describe `amount` of the most active unknown contacts, as typical known ones.

    Their standing is that of all known contacts, at the low end of its mean.
    """
    dealings = [float(number) for (number,) in rows_of(account, "strangers", "dealings")]
    if change.operation != "plus" or not 0 <= change.amount <= len(dealings):
        raise UsageError(
            Message("{n} active contacts are unknown here", n=len(dealings)),
            change.account,
            Message("--set ACCOUNT.contacts=+3"),
        )
    factor = BY_ID["network"]
    standing = _typical_standing(everybody, model)
    groups = tuple(
        Group("followers", standing, False, min(number, MAX_INTERACTIONS), 1)
        for number in dealings[: int(change.amount)]
    )
    facts: Network.Facts = factor.facts_of(account) or Network.Facts()
    known = facts.known + len(groups)
    after = replace(
        facts, groups=(*facts.groups, *groups), known=known, contacts=max(facts.contacts, known)
    )
    return with_facts(account, factor, after)


def _typical_standing(everybody: list[Measured], model: Model) -> float:
    rule = model.factors.network
    values = [
        standing
        for account in everybody
        if (facts := BY_ID["network"].facts_of(account))
        for group in facts.groups
        if (standing := rule.standing_of(group.kind, group.value)) is not None
        for _ in range(group.people)
    ]
    if not values:
        return float(rule.mean)
    mean, deviation = spread(values)
    return float(mean - model.interval.normal * deviation / math.sqrt(len(values)))
