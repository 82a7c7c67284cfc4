"""What-if: change a measurement consistently and judge again.

Sums, weeks and responders stay consistent. Reactions change in proportion, week by week, on and off
topic, so that score and interval follow.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict, astuple, replace

from klout_cli.errors import UsageError
from klout_cli.results import Fact, Judgement, Measured, Measurement, PostSums
from klout_cli.scoring import formula
from klout_cli.scoring.formula import Floats
from klout_cli.scoring.judge import inputs_of, judge
from klout_cli.scoring.model import Changeable, Model

Operation: TypeAlias = Literal["to", "plus", "times"]

NUMBERS: Mapping[str, tuple[str, str]] = {
    "followers": ("audience", "followers"),
    "following": ("audience", "following"),
    "responders": ("breadth", "responders"),
    "endorsements": ("endorsement", "vouchers"),
    "recommendations": ("endorsement", "recommendations"),
    "standing": ("network", "standing"),
    "give_and_take": ("reciprocity", "give_and_take"),
    "topic_gain": ("substance", "topic_gain"),
}
PARTS: Mapping[str, tuple[str, ...]] = {
    "likes": ("likes",),
    "carried": ("carried",),
    "reactions": ("likes", "carried", "engagements"),
    "resonance": ("likes", "carried", "engagements"),
    "amplification": ("carried",),
}
COMPUTED_BY_MODEL = (
    "standing",
    "give_and_take",
)  # by the model, from groups of contacts and partners
BOUNDS: Mapping[str, tuple[float, float]] = {
    "give_and_take": (0, 1),
    "topic_gain": (-1, 1),
    "standing": (0, 8),
}
LARGEST = 1e12
COUNTS = (0.0, LARGEST)  # the bounds of all others
MIN_EXPECTED = 1e-6  # fewer expected reactions or people make multiples meaningless


class Change(Struct, frozen=True):
    """A change of one account's fact or factor: `to`, `plus` or `times` an amount.

    `account` is its id. Facts are counts of the account or its window. The factors resonance,
    amplification and breadth are multiples of the expected value.
    """

    account: str
    fact: Changeable
    operation: Operation
    amount: float


def rescored(
    measured: Sequence[Measured],
    changes: Iterable[Change],
    model: Model,
    as_of: str,
    *,
    interval: bool = True,
) -> Judgement | None:
    """Judge the accounts after changes; None if there is no score.

    Raises UsageError as `changed` does.
    """
    return judge(changed(measured, changes, model), model, as_of, interval=interval)


def changed(
    measured: Sequence[Measured], changes: Iterable[Change], model: Model
) -> tuple[Measured, ...]:
    """Return the accounts after each change in turn.

    Raises UsageError for an impossible change: of something unmeasured, below zero, or out of a
    share's bounds.
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
        now = _known(account, "breadth", "responders")
        people = _after(change, None if now is None else now / expected) * expected
        return _with_responders(account, people)
    factor, key = NUMBERS[change.fact]
    known = (
        getattr(inputs_of(account, model), change.fact)
        if change.fact in COMPUTED_BY_MODEL
        else _known(account, factor, key)
    )
    value = _after(change, known if known == known else None)
    if change.fact == "responders":
        return _with_responders(account, value)
    if change.fact == "following":
        return _with_following(account, value, change)
    if change.fact == "topic_gain":
        account = _with_gain(account, value)
    unchanged = {
        name: fact
        for name, fact in account.of(factor).facts.items()
        if name not in ("groups", "exchange")
    }
    return _with_fact(account, factor, {**unchanged, **_facts(account, factor, key, value)})


def _after(change: Change, now: float | None) -> float:
    """Return the amount after a change, within its bounds."""
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


def _known(account: Measured, factor: str, key: str) -> float | None:
    number = account.of(factor).facts.get(key)
    return float(number) if isinstance(number, int | float) else None


def _with_fact(account: Measured, factor: str, facts: Mapping[str, Fact]) -> Measured:
    measurements = tuple(
        Measurement(factor, "measured", facts) if measurement.factor == factor else measurement
        for measurement in account.measurements
    )
    return replace(account, measurements=measurements)


def _facts(account: Measured, factor: str, key: str, value: float) -> Mapping[str, Fact]:
    """Return a changed fact with those that depend on it or are needed beside it."""
    if factor == "audience":
        return {
            "metric": "followers",
            "quality": "manual",
            "following": None,
            **account.of(factor).facts,
            key: value,
        }
    if factor == "endorsement":
        counts = {
            name: value
            for name in ("lists", "linkbacks")
            if key == "vouchers" and name in account.of(factor).facts
        }
        return {
            "vouchers": 0,
            "recommendations": 0,
            **account.of(factor).facts,
            **counts,
            key: value,
        }
    return {key: value}


def _with_following(account: Measured, value: float, change: Change) -> Measured:
    """Change the number followed; followers and, if possible, mutual follows stay."""
    if account.of("audience").state != "measured":
        raise UsageError(
            "the followers are not measured",
            change.account,
            "set them first: --set ACCOUNT.followers=N",
        )
    facts = account.of("reciprocity").facts
    before, listed, mutual = (_known(account, *key) for key in FOLLOWS)
    if before is not None and listed is not None and mutual is not None:
        listed = max(0.0, listed + value - before)
        mutual = min(mutual, listed)
        g = mutual / listed if listed else 0.0
        account = _with_fact(
            account,
            "reciprocity",
            {**facts, "give_and_take": g, "mutual": mutual, "following": listed},
        )
    return _with_fact(account, "audience", {**account.of("audience").facts, "following": value})


FOLLOWS = (("audience", "following"), ("reciprocity", "following"), ("reciprocity", "mutual"))


def _with_responders(account: Measured, value: float) -> Measured:
    """Change the number of distinct responders.

    They grow in proportion, or from zero evenly over the weeks.
    """
    people = sum(people for _, people in account.crowd)
    if people:
        crowd = tuple((mask, number * value / people) for mask, number in account.crowd)
    else:
        crowd = tuple((1 << week, value / len(account.weeks)) for week in range(len(account.weeks)))
    facts = {"posts": account.window.posts, **account.of("breadth").facts, "responders": value}
    return replace(_with_fact(account, "breadth", facts), crowd=crowd)


def _with_answers(account: Measured, change: Change) -> Measured:
    """Answer `amount` of the waiting messages, smallest debts first.

    Rows are (received, given, people).
    """
    if change.operation != "plus" or not 0 <= change.amount <= LARGEST:
        raise UsageError("answers are added", change.account, "--set ACCOUNT.answers=+3")
    rows = account.of("reciprocity").facts.get("exchange", ())
    exchange = (
        [[float(cell or 0) for cell in row] for row in rows] if isinstance(rows, tuple) else []
    )
    left = change.amount
    answered: list[tuple[float, ...]] = []
    for received, given, people in sorted(exchange, key=lambda row: row[0] - row[1]):
        owed = max(0.0, received - given)
        whole = min(people, left // owed) if owed else 0.0
        left -= whole * owed
        part = min(left, owed) if whole < people else 0.0
        left -= part
        groups = (
            (received, received, whole),
            (received, given + part, 1.0 if part else 0.0),
            (received, given, people - whole - bool(part)),
        )
        answered += [group for group in groups if group[2]]
    if not answered:
        raise UsageError(
            "who was answered is not measured",
            change.account,
            "an export that shows comments and answers would",
        )
    return _with_fact(
        account, "reciprocity", {**account.of("reciprocity").facts, "exchange": tuple(answered)}
    )


def _with_reactions(account: Measured, change: Change, model: Model) -> Measured:
    """Scale the reactions to posts; if there are none yet, spread them evenly."""
    parts = PARTS[change.fact]
    was = _sums(account, model)
    part = _first_known(parts, PostSums.total(map(astuple, was)))
    weeks = tuple(_made_known(week, part) for week in was)
    with_sums = _with_sums(account, weeks)
    total = PostSums.total(map(astuple, weeks))
    received = sum(getattr(total, name) for name in parts)
    unit = total.weight / total.posts if total.weight and total.posts else 1.0
    if change.fact in ("resonance", "amplification"):
        unit = _expected(with_sums, change.fact, change, model)
    measured = any(getattr(week, f"weight_{name}") for week in was for name in parts)
    target = _after(change, received / unit if measured else None) * unit
    if received:
        factor = target / received
        scaled = [_scaled(week, parts, factor) for week in weeks]
    else:
        scaled = [
            _spread(week, part, target / (getattr(total, f"weight_{part}") or 1.0))
            for week in weeks
        ]
    return _with_sums(account, tuple(scaled))


def _sums(account: Measured, model: Model) -> tuple[PostSums, ...]:
    """Return the sums of the weeks, or of the whole window.

    An account without posts is tried with as many as the fallback counts.
    """
    if account.weeks:
        return account.weeks
    facts = account.of("resonance").facts
    if facts:
        sums = {name: facts[name] for name in PostSums.__struct_fields__ if name in facts}
        return (PostSums(**sums),)  # type: ignore[arg-type]
    posts = account.window.posts or model.window.fallback
    return (PostSums(posts=posts, answered=posts, weight=posts),)


def _first_known(parts: Sequence[str], total: PostSums) -> str:
    return next((part for part in parts if getattr(total, f"weight_{part}")), parts[0])


def _made_known(week: PostSums, part: str) -> PostSums:
    known = getattr(week, f"weight_{part}")
    return week if known else replace(week, answered=week.posts, **{f"weight_{part}": week.weight})


def _scaled(week: PostSums, parts: Sequence[str], factor: float) -> PostSums:
    names = [*parts, *(f"off_topic_{part}" for part in parts)]
    return replace(week, **{name: getattr(week, name) * factor for name in names})


def _spread(week: PostSums, part: str, each: float) -> PostSums:
    known = getattr(week, f"weight_{part}")
    off_topic = week.off_topic_weight / week.weight if week.weight else 0.0
    return replace(week, **{part: each * known, f"off_topic_{part}": each * known * off_topic})


def _with_sums(account: Measured, weeks: Sequence[PostSums]) -> Measured:
    """Put new sums into every factor computed from them."""
    total = PostSums.total(map(astuple, weeks))
    known = max(total.weight_likes, total.weight_carried, total.weight_engagements)
    facts: Mapping[str, Fact] = {
        **asdict(total),
        "reactions": total.responses,
        "per_post": total.responses / (known or 1.0),
    }
    account = _with_fact(account, "resonance", {**account.of("resonance").facts, **facts})
    if total.weight_carried:
        account = _with_fact(
            account, "amplification", {"carried": total.carried, "posts": total.posts}
        )
    shares = total.on_topic_shares
    if account.of("substance").state == "measured" and shares:
        gain = {
            "topic_gain": shares[0] - shares[1],
            "share_of_responses": shares[0],
            "share_of_posts": shares[1],
        }
        account = _with_fact(account, "substance", {**account.of("substance").facts, **gain})
    window = replace(account.window, posts=account.window.posts or total.posts)
    return replace(account, window=window, weeks=tuple(weeks) if account.weeks else ())


def _with_gain(account: Measured, gain: float) -> Measured:
    """Move responses between on- and off-topic posts to reach a gain.

    Without off-topic posts nothing can move.
    """
    total = PostSums.total(map(astuple, account.weeks))
    shares = total.on_topic_shares
    if shares is None or shares[0] == 1 or account.of("substance").state != "measured":
        return account
    factor = Floats.clip(1 - (gain + shares[1]), 0.0, 1.0) / (1 - shares[0])
    names = ("off_topic_likes", "off_topic_carried", "off_topic_engagements")
    return _with_sums(
        account,
        [
            replace(week, **{name: getattr(week, name) * factor for name in names})
            for week in account.weeks
        ],
    )


def _on_topic(account: Measured, change: Change) -> Measured:
    """Turn every off-topic post into an average on-topic one; the only amount is 1."""
    total = PostSums.total(map(astuple, account.weeks))
    on_topic = {
        part: getattr(total, part) - getattr(total, f"off_topic_{part}")
        for part in PARTS["reactions"]
    }
    weight = total.weight - total.off_topic_weight
    if (
        (change.operation, change.amount) != ("to", 1)
        or account.of("substance").state != "measured"
        or not weight
    ):
        raise UsageError(
            "posts can only be all on topic",
            change.account,
            "where topics are stated and met: --set ACCOUNT.on_topic=1",
        )
    return _with_sums(
        account,
        [
            _topical(week, {part: value / weight for part, value in on_topic.items()})
            for week in account.weeks
        ],
    )


def _topical(week: PostSums, each: Mapping[str, float]) -> PostSums:
    parts = {
        part: getattr(week, part)
        - getattr(week, f"off_topic_{part}")
        + value * week.off_topic_weight
        for part, value in each.items()
    }
    return replace(
        week, off_topic_weight=0.0, **parts, **{f"off_topic_{part}": 0.0 for part in parts}
    )


def _expected(account: Measured, factor: str, change: Change, model: Model) -> float:
    """Return the expected value for this audience and these posts."""
    ref = formula.reference(model, account.network)
    values = inputs_of(account, model)
    expected = float(formula.account(Floats, model, ref, values).expected[factor])
    if factor != "breadth" and values.followers != values.followers:
        expected = math.nan  # an inferred audience comes from these same reactions
    if not expected > MIN_EXPECTED:
        raise UsageError(
            f"nothing is expected of {factor}",
            change.account,
            "set its followers first, and see that it has posts",
        )
    return expected
