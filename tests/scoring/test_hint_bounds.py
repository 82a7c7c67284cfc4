"""How far hints may go, and what they are sorted by: each bound of the model at n and beside it."""

import math
from typing import Any

import pytest
from scipy import stats

from klout_cli.factors.contrast import Contrast
from klout_cli.factors.twins import _twins
from klout_cli.results import Hint
from klout_cli.scoring import hints
from klout_cli.scoring.comparisons import Comparisons, format_facts, slot_facts
from klout_cli.scoring.hint_facts import _add_views, _growth_facts
from klout_cli.scoring.hint_texts import Facts
from tests.scoring.advised import export, post, report, taken
from tests.scoring.people import MODEL, measured

WEEKS = 5
GOOD_WEEK = 1 + (1 - 1.2815515655446004 / math.sqrt(WEEKS))
"""Times the mean that a good week is, at the low end, where the deviation is the mean."""


def spread(name: str, mean: float = 1, weeks: int = WEEKS) -> Facts:
    return {f"{name}.mean": mean, f"{name}.deviation": mean, f"{name}.weeks": weeks}


def growth(**facts: Any) -> Facts:
    return _growth_facts(facts, measured("x"), MODEL)


@pytest.mark.parametrize(("unwritten", "people"), [(1, 1), (2, 2), (3, 2)])
def test_two_recommendations_are_asked_for(unwritten: int, people: int) -> None:
    assert growth(**{"endorsers.unwritten": unwritten})["recommend.people"] == people


@pytest.mark.parametrize(("responders", "plus"), [(23, 9), (24, 10), (26, 10), (60, 10)])
def test_ten_responders_more_at_most(responders: int, plus: int) -> None:
    own = {"breadth.responders": responders, **spread("responders")}
    assert growth(**own)["responders.plus"] == plus


@pytest.mark.parametrize(("silent", "plus"), [(9, 9), (10, 10), (11, 10)])
def test_ten_links_more_at_most(silent: int, plus: int) -> None:
    own = {"linkers.silent": silent, **spread("linkers", mean=10)}
    assert growth(**own)["links.plus"] == plus


@pytest.mark.parametrize(("weeks", "believed"), [(4, False), (5, True)])
def test_five_weeks_show_a_good_one(weeks: int, believed: bool) -> None:
    own = {"breadth.responders": 30, **spread("responders", weeks=weeks)}
    assert ("responders.plus" in growth(**own)) == believed


@pytest.mark.parametrize(("posts", "told"), [(4, False), (5, True)])
def test_views_of_five_posts_grow_by_a_quarter_at_most(posts: int, told: bool) -> None:
    seen = {"views.rate": 0.01, "views.posts": posts, **spread("views")}
    facts: dict[str, Facts] = {"x:a": seen, "x:b": {"views.rate": 0.05, "views.posts": 9}}
    _add_views(facts, MODEL)
    assert facts["x:a"].get("views.times") == (1.25 if told else None)
    assert GOOD_WEEK > 1.26


@pytest.mark.parametrize(("followers", "plus"), [(4_999, 99), (5_000, 100), (5_049, 100)])
def test_two_of_a_hundred_followers_can_be_led(followers: int, plus: int) -> None:
    accounts = [
        export("linkedin_page", levels={"followers": followers}),
        export("x", levels={"followers": 4_000}),
    ]
    evidence = hints.Evidence(taken(accounts).snapshot, report(accounts).judgement, MODEL)
    assert hints.gather_facts(evidence)["linkedin_page:erika"]["lead.plus"] == plus


def compared(row: Contrast) -> Comparisons:
    return Comparisons(MODEL, {"x:a": [("photo", row)]}, [((0, 6, 12), row)], [])


def test_half_of_the_other_posts_change_their_format_and_a_third_their_time() -> None:
    """A ratio that is certain: what changes is the share of the reactions, times the gain."""
    certain = compared(Contrast(6, 14, math.log(3), 0.0, share=0.4))
    assert format_facts("x:a", certain)["format.times"] == pytest.approx(1 + 0.5 * 0.6 * 2)
    assert slot_facts(certain)["slot.times"] == pytest.approx(1 + 0.3333 * 2)


def test_of_all_that_is_compared_none_looks_good_by_chance_in_96_of_100() -> None:
    """Three bounds are looked at, two of a format and one of a time; freedom of 20 posts."""
    row = Contrast(6, 14, math.log(3), 0.2, share=0.4)
    errors = stats.t.ppf(1 - (1 - 0.96) / 3, 18)
    assert compared(row).ratio(row, -1) == pytest.approx(3 * math.exp(-errors * 0.2))


@pytest.mark.parametrize(
    "order",
    [
        (("low", 1.01), ("medium", 2.0), ("low", 0.99)),
        (("low", 1.01), ("high", 4.0), ("low", 0.99)),
        (("medium", 2.01), ("high", 4.0), ("medium", 1.99)),
    ],
)
def test_little_effort_is_worth_twice_and_four_times_its_gain(
    order: tuple[tuple[str, float], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Efforts of 1, 2 and 4: gains that are nearly the same for their effort."""
    rules = dict(zip(MODEL.hints.rules, order, strict=False))
    snapshot, judgement = taken([export("x")]).snapshot, report([export("x")]).judgement

    def idea(id: str, rule: object, account: str, *_: object) -> hints.Idea | None:
        if id not in rules:
            return None
        effort, gain = rules[id]
        return hints.Idea(
            Hint(id, "audience", account, "", "", gain, effort, "", 2026, "J", "low"), ((),), 1
        )  # type: ignore[arg-type]

    monkeypatch.setattr(hints, "_idea", idea)
    monkeypatch.setattr(hints, "gather_facts", lambda evidence: {"x:a": {}})
    found = hints.find_ideas(snapshot, judgement, MODEL)
    assert [(one.hint.effort, one.hint.gain) for one in found] == list(order)


@pytest.mark.parametrize(("share", "told"), [(0.4, False), (0.41, True)])
def test_answers_of_few_are_more_than_two_in_five(share: float, told: bool) -> None:
    facts: Facts = {"responders.plus": 1, "responders.top_share": share}
    assert hints.applies(MODEL.hints.rules["responders"], facts) == told


@pytest.mark.parametrize(("common", "twins"), [(84, 0), (85, 2)])
def test_texts_of_85_in_100_letters_alike_are_one(common: int, twins: int) -> None:
    """Two texts of 100 letters that begin alike and have no letter in common behind."""
    rule = MODEL.hints.evidence
    texts = ("a" * common).ljust(100, "b"), ("a" * common).ljust(100, "c")
    posts = [(post(number, 1, text=text), f"x:{number}") for number, text in enumerate(texts)]
    assert len(_twins(posts, rule.twin_days, rule.twin_alike)) == twins
