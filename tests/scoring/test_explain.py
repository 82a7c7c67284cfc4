"""The worked examples: recomputing every step by hand gives the next, and in the end the score."""

import math
import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from klout_cli.factors import FACTORS
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Group, Network
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.factors.substance import Substance
from klout_cli.results import Measured, Snapshot, WorkedExample
from klout_cli.results.explained import Line
from klout_cli.scoring.combine import bend, combine, shares
from klout_cli.scoring.explain import work_through
from klout_cli.scoring.explanation import explain_formula
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import Model, load
from tests.scoring.people import DAY, MODEL, measured, sums

MODELS = (MODEL, load("professional"))


def whole(network: str, handle: str, followers: float | None, posts: int, times: float) -> Measured:
    """Return an account in which everything is measured."""
    posted = sums(posts, 90 * times, 20 * times)
    posted = replace(
        posted,
        on_posts=posts // 2,
        on_weight_likes=posts / 2,
        on_weight_carried=posts / 2,
        on_likes=60 * times,
        on_carried=8 * times,
    )
    known = Group("followers", 4.2, True, 3, 5), Group("owner", 0, False, 1, 30)
    return (
        measured(
            network,
            posts=posts,
            handle=handle,
            audience=None if followers is None else Audience.Facts(followers, following=300),
            resonance=posted,
            amplification=Amplification().of_sums(posted, 0),
            breadth=Breadth.Facts(40 * times, posts),
            endorsement=Endorsement.Facts(6, 2),
            network=Network.Facts(known, 35, 99),
            reciprocity=Reciprocity.Facts((Pair(3, 3, 9), Pair(2, 0, 4)), 20, 90),
            substance=Substance().of_sums(posted, 0),
        )
        if followers is not None
        else measured(network, posts=posts, handle=handle, resonance=posted)
    )


PERSON = (
    whole("x", "loud", 4_000, 200, 9),
    whole("linkedin", "quiet", 650, 20, 0.2),
    whole("blog", "small", 3, 4, 1),
    whole("instagram", "unknown", None, 12, 2),
    measured(
        "mastodon",
        audience=Audience.Facts(90, following=9_000),
        network=Network.Facts(standing=3.3),
        reciprocity=Reciprocity.Facts(stated=0.1),
        endorsement=Endorsement.Facts(0),
    ),
)


def examples(model: Model) -> Iterator[tuple[str, WorkedExample]]:
    judgement = judge(PERSON, model, DAY, interval=False)
    assert judgement is not None
    for factor in FACTORS:
        for example in work_through(factor, PERSON, judgement, model):
            yield factor.id, example


def recomputed(line: Line) -> float | None:
    """Evaluate the left side of a step's equation; None for a step that is none."""
    left, equals, _ = line.text.partition(" = ")
    if not equals:
        return None
    left = re.sub(
        r" \(posts, weighted\)| share(?= )|\{written\} recommendations",
        lambda found: "{written}" if "written" in found[0] else "",
        left,
    )
    for sign, operator in (("×", "*"), ("−", "-"), ("^", "**")):
        left = left.replace(sign, operator)
    return float(eval(left.format(**line.numbers), {"log10": math.log10, "__builtins__": {}}))


def stated(line: Line) -> float:
    """Return the number on the right side."""
    match = re.search(r" = \{(\w+)\}", line.text)
    assert match
    value = line.numbers[match[1]]
    assert isinstance(value, int | float)
    return value


def bounds(line: Line) -> tuple[float, float]:
    """Return where the step says it ends."""
    if "at least 0" in line.text:
        return 0.0, math.inf
    if "counted from" in line.text:
        floor, cap = line.numbers["floor"], line.numbers["cap"]
        assert isinstance(floor, float) and isinstance(cap, float)
        return floor, cap
    return -math.inf, math.inf


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_every_equation_holds(model: Model) -> None:
    equations = 0
    for _, example in examples(model):
        for line in example.steps:
            value = recomputed(line)
            if value is not None:
                low, high = bounds(line)
                assert min(max(value, low), high) == pytest.approx(stated(line)), line
                equations += 1
    assert equations > 80


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_no_number_comes_from_nowhere(model: Model) -> None:
    """What an equation takes is a constant, a fact, or what a step before it came to."""
    for id, example in examples(model):
        known: dict[str, object] = {}
        for line in example.steps:
            for name, value in line.numbers.items():
                if name in known and name in (
                    "z",
                    "expected",
                    "received",
                    "points",
                    "each",
                    "total",
                ):
                    assert value == pytest.approx(known[name]), (id, line)
                known[name] = value
        if example.state == "measured":
            assert example.steps[-2].numbers["points"] == example.points
        names = [line.name for line in example.steps]
        if example.steps:
            assert names[-2:] == ["points", "in the score"]


def test_z_of_the_audience_is_the_sum_of_its_two_terms() -> None:
    example = next(example for id, example in examples(MODEL) if example.account == "x:loud")
    numbers = example.numbers
    balance = 2 * 4_025 / 4_350
    z = math.log10(4_001 / 401) + min(1.5 * math.log10(balance), math.log10(1.5))
    assert numbers["z"] == pytest.approx(z)
    assert example.points == pytest.approx(11.2 * z)
    assert "{tenfolds} + {term} = {z}" in [line.text for line in example.steps]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_the_parts_sum_to_the_score(model: Model) -> None:
    snapshot = Snapshot("Erika Beispiel", DAY, PERSON)
    judgement = judge(PERSON, model, DAY)
    assert judgement is not None
    formula = explain_formula(snapshot, judgement, model)
    parts: list[float] = []
    scores: dict[str, float] = {}
    for explanation in formula.explanations:
        for example in explanation.accounts:
            if example.steps:
                part = example.steps[-1].numbers["part"]
                assert isinstance(part, float)
                parts.append(part)
                scores[example.account] = scores.get(example.account, 40) + example.points
    every = list(scores.values())
    weights = [formula.weights[id] for id in scores]
    pooled = sum(w * 10 ** ((s - 10.9) / 11.2) for w, s in zip(weights, every, strict=True))
    raw = 10.9 + 11.2 * math.log10(pooled)
    assert raw == pytest.approx(combine(every, model))
    channels = raw - sum(p * s for p, s in zip(shares(every, model), every, strict=True))
    assert 40 + sum(parts) + channels == pytest.approx(raw)
    assert bend(raw, model) == pytest.approx(judgement.score.value)


def test_a_clip_is_a_step_of_its_own() -> None:
    steps = {
        line.text: dict(line.numbers)
        for id, example in examples(MODEL)
        for line in example.steps
        if example.account == "mastodon:mastodon" and id == "reciprocity"
    }
    assert steps["{z} counts as {counted_z}"] == {"z": pytest.approx(-2), "counted_z": -0.5}


def test_the_next_point_is_where_the_score_is_one_more() -> None:
    judgement = judge(PERSON, MODEL, DAY)
    assert judgement is not None
    example = next(
        example
        for id, example in examples(MODEL)
        if (id, example.account) == ("audience", "x:loud")
    )
    assert example.next_point is not None and example.next_point.then is not None
    grown = replace(
        PERSON[0],
        measurements=(
            Audience().measurement(Audience.Facts(example.next_point.then, following=300)),
            *PERSON[0].measurements[1:],
        ),
    )
    after = judge((grown, *PERSON[1:]), MODEL, DAY)
    assert after is not None
    assert after.score.value == pytest.approx(judgement.score.value + 1)
