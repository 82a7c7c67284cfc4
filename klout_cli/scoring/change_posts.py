"""Changes of what posts received, so that sums, weeks and crowd still belong together.

Reactions are changed in proportion, week by week and on topic as off topic, so that score and
interval both follow.
"""

from collections.abc import Mapping, Sequence
from math import fsum

from msgspec.structs import asdict, replace

from klout_cli.errors import UsageError
from klout_cli.factors import SAMPLED
from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import Floats
from klout_cli.results import Measured, PostSums
from klout_cli.scoring.change import BY_ID, Change, amount_after, with_facts
from klout_cli.scoring.interval import total_sums
from klout_cli.scoring.judge import score_of
from klout_cli.scoring.model import Model
from klout_cli.translation import Message

PARTS: Mapping[str, tuple[str, ...]] = {
    "likes": ("likes",),
    "carried": ("carried",),
    "reactions": ("likes", "carried", "engagements"),
    "resonance": ("likes", "carried", "engagements"),
    "amplification": ("carried",),
}
MULTIPLES = ("resonance", "amplification", "breadth")
"""Factors that are changed as multiples of what is expected."""
NOT_EXPECTED = 1e-6  # so few reactions or people that no multiple of them says anything


def with_reactions(account: Measured, change: Change, model: Model) -> Measured:
    """Scale what posts received; where that is nothing yet, spread it evenly over them."""
    parts = PARTS[change.fact]
    was = _weeks(account, model)
    part = first_known(parts, PostSums.total(was))
    weeks = [_made_known(week, part) for week in was]
    account = with_sums(account, weeks)
    total = PostSums.total(weeks)
    received = fsum(getattr(total, name) for name in parts)
    unit = total.weight / total.posts if total.weight and total.posts else 1.0
    if change.fact in MULTIPLES:
        unit = expected_of(account, change.fact, change, model)
    measured = any(getattr(week, f"weight_{name}") for week in was for name in parts)
    wanted = amount_after(change, received / unit if measured else None) * unit
    if not received:
        weeks = [_spread(week, part) for week in weeks]
        received = getattr(total, f"weight_{part}") or 1.0
    return with_sums(account, [_scaled(week, parts, wanted / received) for week in weeks])


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


def first_known(parts: Sequence[str], total: PostSums) -> str:
    """Return the first part of reactions that is known of any post."""
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


def _spread(week: PostSums, part: str) -> PostSums:
    """Return a week in which every post received one of a part."""
    on_topic = getattr(week, f"on_weight_{part}")
    received = {part: getattr(week, f"weight_{part}"), f"on_{part}": on_topic}
    return replace(week, **received)


def with_sums(account: Measured, weeks: Sequence[PostSums]) -> Measured:
    """Put new sums into every factor that is counted from them."""
    total = PostSums.total(weeks)
    for factor in SAMPLED:
        known = factor.facts_of(account)
        if factor.id != "breadth" and (known is not None or _feeds(factor, total)):
            account = with_facts(account, factor, factor.of_sums(total, 0.0))
    window = replace(account.window, posts=account.window.posts or int(total.posts))
    return replace(account, window=window, weeks=tuple(weeks) if account.weeks else ())


def _feeds(factor: Factor, total: PostSums) -> bool:
    """Return whether sums newly measure a factor; topics that nobody stated stay unknown."""
    if factor.id == "amplification":
        return total.weight_carried > 0
    return factor.Facts is PostSums and total.answered > 0


def with_all_on_topic(account: Measured, change: Change) -> Measured:
    """Let every post off topic be one on topic that earns what those do: the only amount is 1."""
    total = PostSums.total(account.weeks)
    stated = BY_ID["substance"].facts_of(account) is not None
    if (change.operation, change.amount) != ("to", 1) or not stated or not total.on_weight:
        raise UsageError(
            Message("posts can only be all on topic"),
            change.account,
            Message("set topics in klout.yaml first, then --set ACCOUNT.on_topic=1"),
        )
    each = {
        part: getattr(total, f"on_{part}") / (getattr(total, f"on_weight_{part}") or 1.0)
        for part in PARTS["reactions"]
    }
    return with_sums(account, [_move_on_topic(week, each) for week in account.weeks])


def _move_on_topic(week: PostSums, each: Mapping[str, float]) -> PostSums:
    off = {
        part: getattr(week, f"weight_{part}") - getattr(week, f"on_weight_{part}") for part in each
    }
    sums = {part: getattr(week, f"on_{part}") + each[part] * off[part] for part in each}
    whole = asdict(replace(week, **sums))
    on_topic = {name: whole[name.removeprefix("on_")] for name in whole if name.startswith("on_")}
    return PostSums(**(whole | on_topic))


def with_substance(account: Measured, change: Change, model: Model) -> Measured:
    """Change the reactions to posts on topic, as a multiple of what is expected of these."""
    total = PostSums.total(account.weeks)
    received = fsum(getattr(total, f"on_{part}") for part in PARTS["reactions"])
    if BY_ID["substance"].facts_of(account) is None or not received:
        raise UsageError(
            Message("no reactions to posts on your topics are measured"),
            change.account,
            Message("set topics in klout.yaml first: klout topics"),
        )
    expected = expected_of(account, "substance", change, model)
    times = amount_after(change, received / expected) * expected / received
    return with_sums(account, [_scale_on_topic(week, times) for week in account.weeks])


def _scale_on_topic(week: PostSums, times: float) -> PostSums:
    sums: dict[str, float] = {}
    for part in PARTS["reactions"]:
        on_topic = getattr(week, f"on_{part}")
        sums |= {part: getattr(week, part) + on_topic * (times - 1), f"on_{part}": on_topic * times}
    return replace(week, **sums)


def expected_of(account: Measured, factor: str, change: Change, model: Model) -> float:
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
            Message("nothing is expected of {factor}", factor=factor),
            change.account,
            Message("set its followers first, and see that it has posts"),
        )
    return float(expected)
