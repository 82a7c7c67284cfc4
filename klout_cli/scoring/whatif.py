"""What if: a change of one measurement, made so that sums, weeks and crowd still belong together.

Reactions are changed in proportion, week by week and on topic as off topic, so that score and
interval both follow.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict, replace

from klout_cli.errors import UsageError
from klout_cli.factors import FACTORS
from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import Floats
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.results import Judgement, Measured, PostSums
from klout_cli.scoring.account import AUDIENCE
from klout_cli.scoring.interval import total_sums
from klout_cli.scoring.judge import judge, score_of
from klout_cli.scoring.model import Changeable, Model

Operation: TypeAlias = Literal["to", "plus", "times"]

BY_ID = {factor.id: factor for factor in FACTORS}
OF_NUMBER = {name: factor for factor in FACTORS for name in factor.changes}
"""What can be changed -> the factor that has it."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "likes": ("likes",),
    "carried": ("carried",),
    "reactions": ("likes", "carried", "engagements"),
    "resonance": ("likes", "carried", "engagements"),
    "amplification": ("carried",),
}
MULTIPLES = ("resonance", "amplification", "breadth")
"""Factors that are changed as multiples of what is expected."""
BOUNDS: Mapping[str, tuple[float, float]] = {"give_and_take": (0, 1), "standing": (0, 8)}
LARGEST = 1e12
COUNTS = (0.0, LARGEST)  # the bounds of all else
NOT_EXPECTED = 1e-6  # so few reactions or people that no multiple of them says anything


class Change(Struct, frozen=True):
    """One change of an account, by its id.

    A fact is set `to` an amount, or an amount is added (`plus`) or multiplied (`times`). Facts are
    counts of the account or its window; resonance, amplification and breadth are multiples of what
    is expected.
    """

    account: str
    fact: Changeable
    operation: Operation
    amount: float


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
        accounts[change.account] = _changed(accounts[change.account], change, model)
    return tuple(accounts.values())


def _changed(account: Measured, change: Change, model: Model) -> Measured:
    if change.fact in PARTS:
        return _with_reactions(account, change, model)
    if change.fact == "answers":
        return _with_answers(account, change)
    if change.fact == "on_topic":
        return _on_topic(account, change)
    if change.fact == "breadth":
        expected = _expected(account, "breadth", change, model)
        facts = BY_ID["breadth"].facts_of(account)
        now = facts.responders / expected if facts else None
        return _with_responders(account, amount_after(change, now) * expected)
    factor = OF_NUMBER[change.fact]
    facts = factor.facts_of(account)
    if change.fact == "following" and facts is None:
        raise UsageError(
            "the followers are not measured",
            change.account,
            "set them first: --set ACCOUNT.followers=N",
        )
    value = amount_after(change, _current(factor, facts, change.fact, model))
    if change.fact == "responders":
        return _with_responders(account, value)
    if change.fact == "following":
        account = _with_follow_list(account, facts.following, value)
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
        made: dict[str, Any] = {"quality": "manual"} if factor is AUDIENCE else {}
        if factor.id == "endorsement" and field != "vouchers":
            made = {"vouchers": 0.0}
        return factor.Facts(**{field: value}, **made)
    return replace(facts, **{field: value})


def amount_after(change: Change, now: float | None) -> float:
    """Return the amount after a change.

    Raises UsageError where there is none to change, or it would leave its bounds.
    """
    if now is None and change.operation != "to":
        raise UsageError(
            f"{change.fact} is not measured",
            change.account,
            f"set it to a number: {change.fact} to try, without + - % or x",
        )
    value = change.amount
    if now is not None and change.operation != "to":
        value = now + change.amount if change.operation == "plus" else now * change.amount
    low, high = BOUNDS.get(change.fact, COUNTS)
    if not low <= value <= high:
        raise UsageError(
            f"{change.fact} would be {value:,.6g}",
            change.account,
            f"it is a number from {low:,.0f} to {high:,.0f}",
        )
    return value


def with_facts(account: Measured, factor: Factor, facts: Any) -> Measured:
    """Return an account with other facts of one factor."""
    measurements = tuple(
        factor.measurement(facts) if found.factor == factor.id else found
        for found in account.measurements
    )
    return replace(account, measurements=measurements)


def _with_follow_list(account: Measured, before: float | None, value: float) -> Measured:
    """Follow more or fewer: mutual follows stay as far as they can."""
    factor = BY_ID["reciprocity"]
    facts = factor.facts_of(account)
    if before is None or facts is None or facts.following is None:
        return account
    listed = max(0.0, facts.following + value - before)
    return with_facts(
        account, factor, replace(facts, following=listed, mutual=min(facts.mutual, listed))
    )


def _with_responders(account: Measured, value: float) -> Measured:
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


def _with_answers(account: Measured, change: Change) -> Measured:
    """Answer `amount` of what waits for an answer, whom little is owed first."""
    if change.operation != "plus" or not 0 <= change.amount <= LARGEST:
        raise UsageError("answers are added", change.account, "--set ACCOUNT.answers=+3")
    factor = BY_ID["reciprocity"]
    facts: Reciprocity.Facts | None = factor.facts_of(account)
    left = change.amount
    answered: list[Pair] = []
    pairs = (facts.pairs or ()) if facts else ()
    for pair in sorted(pairs, key=lambda pair: pair.received - pair.given):
        owed = max(0.0, pair.received - pair.given)
        whole = min(pair.people, left // owed) if owed else 0.0
        left -= whole * owed
        part = min(left, owed) if whole < pair.people else 0.0
        left -= part
        groups = (
            Pair(pair.received, pair.received, whole),
            Pair(pair.received, pair.given + part, 1.0 if part else 0.0),
            Pair(pair.received, pair.given, pair.people - whole - bool(part)),
        )
        answered += [group for group in groups if group.people]
    if not facts or not answered:
        raise UsageError(
            "who was answered is not measured",
            change.account,
            "an export that shows comments and answers would",
        )
    return with_facts(account, factor, replace(facts, pairs=tuple(answered)))


def _with_reactions(account: Measured, change: Change, model: Model) -> Measured:
    """Scale what posts received; where that is nothing yet, spread it evenly over them."""
    parts = PARTS[change.fact]
    was = _weeks(account, model)
    part = _first_known(parts, PostSums.total(was))
    weeks = [_made_known(week, part) for week in was]
    account = with_sums(account, weeks)
    total = PostSums.total(weeks)
    received = fsum(getattr(total, name) for name in parts)
    unit = total.weight / total.posts if total.weight and total.posts else 1.0
    if change.fact in MULTIPLES:
        unit = _expected(account, change.fact, change, model)
    measured = any(getattr(week, f"weight_{name}") for week in was for name in parts)
    wanted = amount_after(change, received / unit if measured else None) * unit
    if received:
        scaled = [_scaled(week, parts, wanted / received) for week in weeks]
    else:
        each = wanted / (getattr(total, f"weight_{part}") or 1.0)
        scaled = [_spread(week, part, each) for week in weeks]
    return with_sums(account, scaled)


def _weeks(account: Measured, model: Model) -> tuple[PostSums, ...]:
    """Return the sums of the weeks, or of the whole window.

    An account without a post is tried with as many as count at least.
    """
    if account.weeks:
        return account.weeks
    if account.of("resonance").facts:
        return (total_sums(account),)
    posts = float(account.window.posts or model.window.fewest)
    return (
        PostSums(
            posts=posts, answered=posts, weight=posts, weight_answered=posts, squares=posts,
            on_posts=posts, on_answered=posts, on_weight=posts,
        ),
    )  # fmt: skip


def _first_known(parts: Sequence[str], total: PostSums) -> str:
    return next((part for part in parts if getattr(total, f"weight_{part}")), parts[0])


def _made_known(week: PostSums, part: str) -> PostSums:
    if getattr(week, f"weight_{part}"):
        return week
    known = {f"weight_{part}": week.weight, f"on_weight_{part}": week.on_weight}
    known |= {"answered": week.posts, "weight_answered": week.weight, "on_answered": week.on_posts}
    return replace(week, **known)


def _scaled(week: PostSums, parts: Sequence[str], factor: float) -> PostSums:
    names = [*parts, *(f"on_{part}" for part in parts)]
    return replace(week, **{name: getattr(week, name) * factor for name in names})


def _spread(week: PostSums, part: str, each: float) -> PostSums:
    on_topic = getattr(week, f"on_weight_{part}")
    received = {part: each * getattr(week, f"weight_{part}"), f"on_{part}": each * on_topic}
    return replace(week, **received)


def with_sums(account: Measured, weeks: Sequence[PostSums]) -> Measured:
    """Put new sums into every factor that is counted from them."""
    total = PostSums.total(weeks)
    for factor in FACTORS:
        known = factor.facts_of(account)
        if (
            factor.sampled
            and factor.id != "breadth"
            and (known is not None or _feeds(factor, total))
        ):
            account = with_facts(account, factor, factor.of_sums(total, 0.0))
    window = replace(account.window, posts=account.window.posts or int(total.posts))
    return replace(account, window=window, weeks=tuple(weeks) if account.weeks else ())


def _feeds(factor: Factor, total: PostSums) -> bool:
    """Return whether sums newly measure a factor; topics that nobody stated stay unknown."""
    if factor.id == "amplification":
        return total.weight_carried > 0
    return factor.Facts is PostSums and total.answered > 0


def _on_topic(account: Measured, change: Change) -> Measured:
    """Let every post off topic be one on topic that earns what those do: the only amount is 1."""
    total = PostSums.total(account.weeks)
    stated = BY_ID["substance"].facts_of(account) is not None
    if (change.operation, change.amount) != ("to", 1) or not stated or not total.on_weight:
        raise UsageError(
            "posts can only be all on topic",
            change.account,
            "where topics are stated and met: --set ACCOUNT.on_topic=1",
        )
    each = {
        part: getattr(total, f"on_{part}") / (getattr(total, f"on_weight_{part}") or 1.0)
        for part in PARTS["reactions"]
    }
    return with_sums(account, [_all_on_topic(week, each) for week in account.weeks])


def _all_on_topic(week: PostSums, each: Mapping[str, float]) -> PostSums:
    off = {
        part: getattr(week, f"weight_{part}") - getattr(week, f"on_weight_{part}") for part in each
    }
    sums = {part: getattr(week, f"on_{part}") + each[part] * off[part] for part in each}
    whole = asdict(replace(week, **sums))
    on_topic = {name: whole[name.removeprefix("on_")] for name in whole if name.startswith("on_")}
    return PostSums(**(whole | on_topic))


def _expected(account: Measured, factor: str, change: Change, model: Model) -> float:
    """Return what is expected of this audience and these posts."""
    score = score_of(account, model)
    expected = score.expected.get(factor)
    if expected is None and factor == "breadth":
        of_posts = BY_ID["breadth"].Facts(0.0, account.window.posts)
        rule = model.rule(BY_ID["breadth"])
        expected = BY_ID["breadth"].expected(Floats, rule, score.given, of_posts)
    if factor != "breadth" and score.inferred:
        expected = None  # an inferred audience is inferred from these same reactions
    if expected is None or not expected > NOT_EXPECTED:
        raise UsageError(
            f"nothing is expected of {factor}",
            change.account,
            "set its followers first, and see that it has posts",
        )
    return float(expected)
