"""Formats, times and topics of posts, compared so that none looks good by chance."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from klout_cli.factors.contrast import Contrast
from klout_cli.factors.expectation import all_parts
from klout_cli.results import Measured, PostSums, table_rows
from klout_cli.scoring.hint_evidence import Evidence, rows_of
from klout_cli.scoring.hint_texts import Facts
from klout_cli.scoring.judge import score_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.topics import topic_weeks

FEWEST_WEEKS = 3  # of posts on a topic, before their spread says anything
WIDEST = math.log(1e9)  # of a ratio that is not known at all
MOST_FREEDOM = 200  # of Student's t; beyond, it is the normal distribution
BISECTION_STEPS, LARGEST = 60, 1e4


class TopicPosts(Struct, frozen=True):
    """The posts on a topic of one account, against the usual reactions.

    `other_rate`: weighted reactions per post of the account's other posts.
    """

    name: str
    account: str
    posts: int
    ratio: float
    error: float
    weeks: int
    other_rate: float | None


class Comparisons(Struct, frozen=True):
    """Everything that is compared of a person's posts, with enough posts on both sides.

    `formats` by account; `slots` are (weekday, first hour, hour after the last).
    """

    model: Model
    formats: Mapping[str, Sequence[tuple[str, Contrast]]]
    slots: Sequence[tuple[tuple[int, int, int], Contrast]]
    topics: Sequence[TopicPosts]

    @property
    def bound_count(self) -> int:
        """How many bounds are looked at: those of formats and topics both ways, and of times."""
        return 2 * (sum(map(len, self.formats.values())) + len(self.topics)) + len(self.slots)

    def ratio(self, row: Contrast, side: int) -> float:
        """Return the ratio at the low (−1) or high (1) end; all that are compared keep theirs."""
        return self._end(math.exp(row.log_ratio), row.error, row.posts + row.others - 2, side)

    def usual(self, topic: TopicPosts, side: int) -> float:
        """Return a topic's reactions against the usual ones, at the low or high end."""
        return self._end(topic.ratio, topic.error, topic.weeks - 1, side)

    def _end(self, ratio: float, error: float, freedom: int, side: int) -> float:
        errors = quantile(self.model.hints.certainty, self.bound_count, freedom)
        return ratio * math.exp(side * min(errors * error, WIDEST))


def compare_posts(evidence: Evidence) -> Comparisons:
    """Return what can be compared of a person's posts."""
    fewest = evidence.model.hints.fewest_posts
    slots = [
        ((day, first, last), Contrast(*numbers))
        for day, first, last, *numbers in table_rows(evidence.trait("slots"), "slots")
    ]
    return Comparisons(
        model=evidence.model,
        formats={measured.id: _formats(measured, fewest) for measured, _ in evidence.accounts},
        slots=[row for row in slots if _enough(row[1], fewest)],
        topics=[
            topic
            for measured, judged in evidence.accounts
            if judged.of("resonance").state == "measured"
            for topic in _topics(measured, evidence.model)
        ],
    )


def _formats(measured: Measured, fewest: int) -> list[tuple[str, Contrast]]:
    rows = [(row[0], Contrast(*row[1:])) for row in rows_of(measured, "kinds", "formats")]
    return [row for row in rows if _enough(row[1], fewest)]


def _enough(row: Contrast, fewest: int) -> bool:
    return min(row.posts, row.others) >= fewest


def _topics(measured: Measured, model: Model) -> Iterator[TopicPosts]:
    score = score_of(measured, model)
    per_post, prior = float(score.given.per_post), model.factors.resonance.prior
    weeks: dict[str, dict[int, PostSums]] = {}
    for name, week, sums in topic_weeks(measured):
        weeks.setdefault(name, {})[week] = sums
    whole = PostSums.total(measured.weeks)
    for name, by_week in weeks.items():
        total = PostSums.total(by_week.values())
        if not name or total.answered < model.hints.fewest_posts or len(by_week) < FEWEST_WEEKS:
            continue
        pairs = [
            (sums.responses, per_post * all_parts(score.given.reference, sums).share)
            for sums in by_week.values()
        ]
        received, expected = (math.fsum(column) for column in zip(*pairs, strict=True))
        if not (received and expected):
            continue
        rest = whole.weight_answered - total.weight_answered
        yield TopicPosts(
            name=name,
            account=measured.id,
            posts=int(total.posts),
            ratio=(prior + received) / (prior + expected),
            error=_ratio_error(pairs, received, expected),
            weeks=len(by_week),
            other_rate=(whole.responses - received) / rest if rest > 0 else None,
        )


def _ratio_error(pairs: Sequence[tuple[float, float]], received: float, expected: float) -> float:
    """Return the standard error of the logarithm of received over expected, week by week."""
    squares = math.fsum((part - received / expected * usual) ** 2 for part, usual in pairs)
    return math.sqrt(squares * len(pairs) / (len(pairs) - 1)) / received


def format_facts(account: str, compared: Comparisons) -> Facts:
    """Return an account's format that most surely does better, and the one that does worse."""
    rows = compared.formats[account]
    if not rows:
        return {}
    name, best = max(rows, key=lambda row: compared.ratio(row[1], -1))
    low, others = compared.ratio(best, -1), 1 - best.share
    weak, worst = min(rows, key=lambda row: compared.ratio(row[1], 1))
    high = compared.ratio(worst, 1)
    return {
        **_contrast_facts("format", best),
        "format.name": name,
        "format.low": low,
        "format.times": 1 + compared.model.hints.bounds.format * others * (low - 1),
        **_contrast_facts("drop_format", worst),
        "drop_format.name": weak,
        "drop_format.high": high,
        "drop_format.times": 1 + worst.share * (1 / high - 1),
    }


def slot_facts(compared: Comparisons) -> Facts:
    """Return the time that most surely does better."""
    if not compared.slots:
        return {}
    (day, first, last), best = max(compared.slots, key=lambda row: compared.ratio(row[1], -1))
    low = compared.ratio(best, -1)
    return {
        **_contrast_facts("slot", best),
        "slot.day": day,
        "slot.first": first,
        "slot.last": last,
        "slot.low": low,
        "slot.times": 1 + compared.model.hints.bounds.slot * (low - 1),
    }


def _contrast_facts(rule: str, row: Contrast) -> Facts:
    return {
        f"{rule}.ratio": math.exp(row.log_ratio),
        f"{rule}.posts": row.posts,
        f"{rule}.all": row.posts + row.others,
    }


def topic_facts(account: Measured, compared: Comparisons, evidence: Evidence) -> Facts:
    """Return the topic of an account that most surely does better on another one.

    Its posts here are replaced by ones that get what the others here get; as many of the others
    there by posts on the topic, at the low end.
    """
    pairs = [
        (compared.usual(there, -1) - compared.usual(here, 1), here, there)
        for here in compared.topics
        for there in compared.topics
        if here.account == account.id != there.account and here.name == there.name
    ]
    if not pairs:
        return {}
    _, here, there = max(pairs, key=lambda pair: (pair[0], pair[1].name, pair[2].account))
    target = next(judged for _, judged in evidence.accounts if judged.id == there.account)
    sd = evidence.model.factors.resonance.sd
    usual = 10 ** ((target.of("resonance").z or 0.0) * sd)
    moved = min(1.0, here.posts / (target.window.posts or 1))
    total = PostSums.total(account.weeks)
    rate = total.responses / total.weight_answered
    low = compared.usual(there, -1)
    return {
        "move.topic": here.name,
        "move.target": there.account,
        "move.low": low,
        "move.high": compared.usual(here, 1),
        "move.ratio": here.ratio,
        "move.target_ratio": there.ratio,
        "move.own_posts": here.posts,
        "move.target_posts": there.posts,
        "move.posts": here.posts + there.posts,
        "move.times": max(1.0, (rate if here.other_rate is None else here.other_rate) / rate),
        "move.target_times": max(1.0, 1 + moved * (low / usual - 1)),
    }


@cache
def quantile(certainty: float, comparisons: int, freedom: int) -> float:
    """Return the errors from a mean that a bound must keep.

    All `comparisons` one-sided bounds together then keep their side with this certainty, however
    they depend on each other (Bonferroni). `freedom`: the degrees of freedom of each error.
    """
    outside = (1 - certainty) / max(1, comparisons)
    low, high = 0.0, LARGEST
    for _ in range(BISECTION_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _tail(middle, freedom) > outside else (low, middle)
    return high


def _tail(t: float, freedom: int) -> float:
    """Return the chance that Student's t is larger than `t`, exactly for a whole `freedom`."""
    freedom = min(freedom, MOST_FREEDOM)
    angle = math.atan(t / math.sqrt(freedom))
    square = math.cos(angle) ** 2
    odd = freedom % 2
    term, total = (math.cos(angle), 0.0) if odd else (1.0, 0.0)
    for power in range(odd, freedom - 1, 2):
        total += term
        term *= square * (power + 1) / (power + 2)
    inside = math.sin(angle) * total
    if odd:
        inside = 2 / math.pi * (angle + inside)
    return (1 - inside) / 2
