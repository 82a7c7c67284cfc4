"""Hints: every gain is the difference of two score runs, none is a guess, and nobody is told to post more."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from typing import get_args
from zoneinfo import ZoneInfo

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.errors import InputError, UsageError
from klout_cli.importers.read import ExportSet
from klout_cli.person.rows import About, Export, Post
from klout_cli.reports.json_report import JsonReport
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.hints import hints_blocks, missing_blocks
from klout_cli.results import Hint, Measurement
from klout_cli.results.plain import encode_json
from klout_cli.scoring.hint_evidence import Evidence
from klout_cli.scoring.hint_facts import gather_facts
from klout_cli.scoring.hint_rules import Changeable
from klout_cli.scoring.hint_texts import TEXTS, Facts
from klout_cli.scoring.hint_words import place_of
from klout_cli.scoring.hints import RANGES, applies, find_ideas
from klout_cli.scoring.model import load
from klout_cli.scoring.whatif import changed, rescored
from klout_cli.translation import translate, use_language
from klout_cli.values.reading import Reading
from tests.cli.processes import ROOT, klout
from tests.promises.test_startup import HEAVY, loaded
from tests.scoring.advised import (
    DAY,
    EXPORTED,
    TOPICS,
    blog,
    circle,
    contacts,
    endorsed,
    evenings,
    export,
    follower_of_many,
    hint,
    linked,
    linkedin,
    on_and_off,
    post,
    questions,
    report,
    scaled,
    seen,
    taken,
    weekly_posts,
)
from tests.scoring.test_principles import MODELS, people

Golden = Callable[[str, str], None]
MODEL = load("klout")
RULES = MODEL.hints.rules
SCHEMA = json.loads((ROOT / "klout_cli/reports/schema/report-1.json").read_text(encoding="utf-8"))
few = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
ANSWERED = {"ben": (2, 2), "dora": (2, 2), "emil": (1, 1)}
"""Talk that is answered: of little more, nothing is scored yet."""

Edit = Callable[[list[Export], Facts], list[Export]]


def facts(exports: list[Export]) -> Facts:
    """Return what rules can use of the first account."""
    snapshot = taken(exports, topics=TOPICS).snapshot
    judgement = report(exports, topics=TOPICS).judgement
    first = f"{exports[0].network}:{exports[0].handle}"
    return gather_facts(Evidence(snapshot, judgement, MODEL))[first]


def every(name: str, place: int = 0) -> Edit:
    """Return an edit that multiplies all reactions of one export."""

    def edit(exports: list[Export], facts: Facts) -> list[Export]:
        edited = list(exports)
        edited[place] = scaled(exports[place], float(facts[name]))
        return edited

    return edit


def moved(exports: list[Export], facts: Facts) -> list[Export]:
    edited = every("move.times")(exports, facts)
    return every("move.target_times", 1)(edited, facts)


def reused(exports: list[Export], facts: Facts) -> list[Export]:
    """Let the weakest post of the other account get its median, times what is sure of the lift."""
    source, target = exports
    ranked = sorted(target.posts, key=lambda post: (post.likes or 0, post.at))
    middle = median(post.likes or 0 for post in target.posts)
    lift = 60 / 10 / 10 ** (MODEL.interval.normal * MODEL.interval.scatter)
    posts = [
        replace(post, likes=middle * lift) if post is ranked[0] else post for post in target.posts
    ]
    return [source, replace(target, posts=posts)]


def led(exports: list[Export], facts: Facts) -> list[Export]:
    return [exports[0], export("x", levels={"followers": 1_300 + int(facts["lead.plus"])})]


LUCKY = [10.0] * 10 + [60.0] + [10.0] * 9
EVEN = [float(n) for n in range(1, 21)]
CHANGED: dict[str, tuple[list[Export], Edit]] = {
    "answer": (
        [blog(anna=(3, 0), cem=(1, 0), **ANSWERED)],
        lambda *_: [blog(anna=(3, 3), cem=(1, 1), **ANSWERED)],
    ),
    "unfollow": ([follower_of_many()], lambda *_: [follower_of_many(3_840)]),
    "describe": ([contacts()], lambda *_: [contacts(described=5)]),
    "move": ([on_and_off("instagram", 1, 60), on_and_off("x", 400, 20)], moved),
    "reuse": ([weekly_posts("mastodon", LUCKY), weekly_posts("x", EVEN)], reused),
    "format": ([questions()], every("format.times")),
    "drop_format": ([questions(8, 90)], every("drop_format.times")),
    "slot": ([evenings()], every("slot.times")),
    "responders": (
        [circle(0, 4, 0, 4, 0, 4, 0, 4, 4, 4)],
        lambda _, facts: [
            circle(0, 4, 0, 4, 0, 4, 0, 4, 4, 4, extra=int(facts["responders.plus"]))
        ],
    ),
    "links": (
        [linked(*range(100, 300, 20))],
        lambda _, facts: [linked(*range(100, 300, 20), links=10 + int(facts["links.plus"]))],
    ),
    "recommend": ([endorsed()], lambda *_: [endorsed(recommendations=2)]),
    "views": (
        [seen("x", 400, [2.0, 9.0] * 8), seen("linkedin", 400, [90.0, 99.0] * 8)],
        every("views.times"),
    ),
    "lead": (
        [
            export("facebook_page", levels={"followers": 3_000}, about=About(links=())),
            export("x", levels={"followers": 1_300}),
        ],
        led,
    ),
}
"""For each rule that moves the score a person it speaks to, and how the input is really changed."""
UNSCORED: dict[str, list[Export]] = {
    "weekly": [weekly_posts("x", [90.0] * 9)],
    "weak": [weekly_posts("x", [0.0] * 10)],
}


def found(exports: list[Export], id: str) -> Hint:
    return hint(report(exports, topics=TOPICS), id)


def ids(*person: Export) -> set[str]:
    return {one.id for one in report(person, topics=TOPICS).hints if one.gain is not None}


@pytest.mark.parametrize("id", CHANGED)
def test_a_gain_is_the_difference_of_two_score_runs(id: str) -> None:
    before, edit = CHANGED[id]
    was = report(before, topics=TOPICS)
    now = report(edit(before, facts(before)), topics=TOPICS)
    gained = hint(was, id)
    assert gained.gain == pytest.approx(
        now.judgement.score.value - was.judgement.score.value, abs=1e-9
    )
    scores = {account.id: account.score or 0 for account in was.judgement.accounts}
    channels = [(after.score or 0) - scores[after.id] for after in now.judgement.accounts]
    assert gained.gain_channel == pytest.approx(max(channels), abs=1e-9)
    assert max(gained.gain, gained.gain_channel) >= MODEL.hints.visible


@pytest.mark.parametrize("id", UNSCORED)
def test_a_hint_that_moves_nothing_says_so(id: str) -> None:
    gained = found(UNSCORED[id], id)
    assert (gained.gain, gained.gain_channel) == (0, 0)
    assert "change the score" in gained.why


def test_every_rule_of_the_model_is_among_them() -> None:
    assert {*CHANGED, *UNSCORED} == set(RULES) == set(TEXTS)
    assert len(RULES) == 15


def test_every_rule_says_how_it_could_be_gamed() -> None:
    assert all(len(rule.gamed.split(".")) >= 3 for rule in RULES.values()), "how, and its bound"


FIRES: dict[str, list[tuple[dict[str, float | str], dict[str, float | str]]]] = {
    "answer": [({"answering.open": 3}, {"answering.open": 2})],
    "unfollow": [
        ({"follow.ratio": 1.51}, {"follow.ratio": 1.5}),
        ({"follow.mutual_share": 0.59}, {"follow.mutual_share": 0.6}),
        ({"follow.fewer": 1}, {"follow.fewer": 0}),
    ],
    "describe": [
        ({"strangers.known": 4}, {"strangers.known": 5}),
        ({"account.share": 0.05}, {"account.share": 0.049}),
        ({"describe.people": 1}, {"describe.people": 0}),
    ],
    "move": [({"move.low": 1.1, "move.high": 1.0}, {"move.low": 1.0, "move.high": 1.0})],
    "reuse": [({"reuse.posts": 1}, {"reuse.posts": 0})],
    "weekly": [
        ({"cadence.active_weeks": 9}, {"cadence.active_weeks": 10}),
        ({"resonance.times": 1.5}, {"resonance.times": 1.49}),
    ],
    "format": [({"format.low": 1.01}, {"format.low": 1.0})],
    "drop_format": [({"drop_format.high": 0.99}, {"drop_format.high": 1.0})],
    "slot": [({"slot.low": 1.11}, {"slot.low": 1.1})],
    "responders": [
        ({"responders.top_share": 0.41}, {"responders.top_share": 0.4, "responders.new": 9}),
        (
            {"responders.top_share": 0.1, "responders.new": 4},
            {"responders.top_share": 0.1, "responders.new": 5},
        ),
        ({"responders.plus": 1}, {"responders.plus": 0}),
    ],
    "links": [
        ({"linkers.silent": 1}, {"linkers.silent": 0}),
        ({"links.plus": 1}, {"links.plus": 0}),
    ],
    "recommend": [
        ({"recommend.people": 1}, {"recommend.people": 0}),
        ({"account.network": "linkedin"}, {"account.network": "xing"}),
    ],
    "views": [
        ({"views.per_post": 300}, {"views.per_post": 299}),
        ({"views.posts": 5}, {"views.posts": 4}),
        ({"views.against_best": 0.49}, {"views.against_best": 0.5}),
    ],
    "weak": [
        ({"resonance.times": 0.99}, {"resonance.times": 1.0}),
        ({"account.posts": 10}, {"account.posts": 9}),
    ],
    "lead": [
        ({"lead.followers": 101}, {"lead.followers": 100}),
        ({"lead.on_topic": 0.24}, {"lead.on_topic": 0.25, "lead.linked": 1}),
        ({"lead.on_topic": 1, "lead.linked": 0}, {"lead.on_topic": 1, "lead.linked": 1}),
    ],
}
"""For each condition of each rule, facts on its threshold and one step beside."""
OTHERS: dict[str, float | str] = {
    "account.network": "x",
    "responders.new_before": 5,
    "responders.new": 9,
    "lead.target_followers": 100,
}


@pytest.mark.parametrize(
    ("id", "place"), [(id, place) for id, pairs in FIRES.items() for place in range(len(pairs))]
)
def test_a_rule_fires_on_its_threshold_and_not_one_below(id: str, place: int) -> None:
    fires, doesnt = FIRES[id][place]
    base = {**OTHERS}
    for values, _ in reversed(FIRES[id]):
        base |= values
    base |= FIRES[id][0][0] if place == 0 else {}
    assert applies(RULES[id], {**base, **fires})
    assert not applies(RULES[id], {**base, **doesnt})


def test_every_condition_has_a_threshold_test() -> None:
    for id, rule in RULES.items():
        tested = {name for pair in FIRES[id] for values in pair for name in values}
        assert {condition.fact for condition in (*rule.when, *rule.any)} <= tested


@pytest.mark.parametrize("id", RULES)
def test_a_rule_whose_facts_are_unknown_is_silent(id: str) -> None:
    assert not applies(RULES[id], {"account.network": "linkedin"})


# The facts, where a number of things is needed


def test_three_open_comments_are_needed() -> None:
    assert "answer" in ids(blog(anna=(3, 0), **ANSWERED))
    assert "answer" not in ids(blog(anna=(2, 0), **ANSWERED))


@pytest.mark.parametrize(("days", "open"), [(59, 3), (60, 0)])
def test_a_comment_stays_open_for_sixty_days(days: int, open: int) -> None:
    one = blog(anna=(3, 0), **ANSWERED)
    old = [
        replace(talk, at=EXPORTED - days * DAY) if talk.partner == "anna" else talk
        for talk in one.interactions
    ]
    posts = [*one.posts, post(99, 3, EXPORTED - 80 * DAY)]
    assert facts([replace(one, interactions=old, posts=posts)])["answering.open"] == open


@pytest.mark.parametrize(("following", "fewer"), [(1_050, 210), (10_000, 2_000), (705, 5)])
def test_at_most_a_fifth_is_unfollowed_and_no_more_than_the_surplus(
    following: int, fewer: int
) -> None:
    assert facts([follower_of_many(following)])["follow.fewer"] == fewer


def test_five_posts_of_a_format_are_compared() -> None:
    asked, others = questions().posts[:8], questions().posts[8:]
    fewest = MODEL.hints.fewest_posts
    assert "format" in ids(export("x", *asked[:fewest], *others))
    assert "format" not in ids(export("x", *asked[: fewest - 1], *others))
    assert "drop_format" not in ids(export("x", *asked, *others[: fewest - 1]))


def test_five_posts_of_a_time_are_compared() -> None:
    slow, fast = evenings().posts[:16], evenings().posts[16:]
    fewest = MODEL.hints.fewest_posts
    assert "slot" in ids(export("x", *slow, *fast[:fewest]))
    assert "slot" not in ids(export("x", *slow, *fast[: fewest - 1]))


def test_the_time_is_that_of_the_person() -> None:
    """19:00 UTC on a Tuesday is already Wednesday in Auckland."""
    assert "on Tuesdays" in found([evenings()], "slot").action
    options = pipeline.Options(
        paths=[Path()],
        model=MODEL,
        reading=Reading(latest=EXPORTED * 2),
        today=date(2026, 3, 1),
        zone=ZoneInfo("Pacific/Auckland"),
    )
    there = pipeline.make_report(pipeline.measure_person(ExportSet([evenings()]), options), MODEL)
    assert "on Wednesdays" in hint(there, "slot").action


@pytest.mark.parametrize(("posts", "told"), [(5, True), (4, False)])
def test_five_posts_on_a_topic_are_compared(posts: int, told: bool) -> None:
    person = CHANGED["move"][0]
    on = [one for one in person[0].posts if one.text == "work"]
    off = [one for one in person[0].posts if one.text != "work"]
    few_on = replace(person[0], posts=sorted([*on[:posts], *off], key=lambda one: one.at))
    assert ("move.topic" in facts([few_on, person[1]])) == told


@pytest.mark.parametrize(("days", "silent"), [(91, 1), (90, 0)])
def test_a_site_is_silent_after_ninety_days(days: int, silent: int) -> None:
    assert facts([linked(days, 200, sites=1)])["linkers.silent"] == silent


@pytest.mark.parametrize(("links", "regular"), [((100, 200), 1), ((100,), 0)])
def test_two_links_make_a_regular_site(links: tuple[int, ...], regular: int) -> None:
    assert facts([linked(*links, sites=1)])["linkers.regular"] == regular


@pytest.mark.parametrize(
    ("count", "days", "people"), [(2, 179, 2), (1, 179, 0), (2, 180, 0), (2, 30, 2)]
)
def test_two_endorsements_within_half_a_year_are_needed(count: int, days: int, people: int) -> None:
    assert facts([endorsed(count, days)])["recommend.people"] == people


@pytest.mark.parametrize(("weeks", "told"), [(5, True), (4, False)])
def test_a_good_week_is_believed_from_five_weeks_on(weeks: int, told: bool) -> None:
    likes = [2.0, 9.0, 2.0, 9.0, 2.0][:weeks]
    person = [seen("x", 400, likes), seen("linkedin", 400, [90.0] * 8)]
    assert ("views.times" in facts(person)) == told


def test_without_a_spread_there_is_no_number() -> None:
    person = [seen("x", 400, [2.0] * 16), seen("linkedin", 400, [90.0, 99.0] * 8)]
    assert "views" not in ids(*person)


def test_gains_are_bounded() -> None:
    person = [seen("x", 400, [1.0, 99.0] * 8), seen("linkedin", 40, [90.0, 99.0] * 8)]
    assert facts(person)["views.times"] == MODEL.hints.bounds.views
    many = facts([circle(0, 90, 1, 90, 0, 90, 1, 90, 90, 90)])
    assert many["responders.plus"] == MODEL.hints.bounds.responders


@pytest.mark.parametrize(("days", "told"), [(30, False), (31, True)])
def test_a_post_on_two_channels_within_a_month_was_used_twice(days: int, told: bool) -> None:
    source, target = CHANGED["reuse"][0]
    best = max(source.posts, key=lambda one: one.likes or 0)
    twin = Post("twin", best.at - days * DAY, likes=3, text=best.text.upper() + "!")
    assert ("reuse" in ids(source, replace(target, posts=[*target.posts, twin]))) == told


# Properties


def test_nobody_is_told_to_post_more() -> None:
    """No rule can change a number of posts, and no change does."""
    assert not [fact for fact in get_args(Changeable) if "post" in fact or "volume" in fact]
    for person, _ in CHANGED.values():
        one = taken(person, topics=TOPICS).snapshot
        judgement = report(person, topics=TOPICS).judgement
        for idea in find_ideas(one, judgement, MODEL):
            for before, after in zip(
                one.measured, changed(one.measured, idea.changes, MODEL), strict=True
            ):
                assert after.window.posts == before.window.posts
                assert [week.posts for week in after.weeks] == [week.posts for week in before.weeks]


@few
@given(people(most=3), st.sampled_from(MODELS))
def test_gains_are_visible_and_all_together_are_one_rescore(
    person: list[Export], model: object
) -> None:
    try:
        one = taken(person, model, TOPICS)  # type: ignore[arg-type]
        given_report = report(person, model, TOPICS)  # type: ignore[arg-type]
    except InputError:
        assume(False)
    ideas = find_ideas(one.snapshot, given_report.judgement, model)  # type: ignore[arg-type]
    gained = [one for one in given_report.hints if one.gain is not None]
    assert [idea.hint for idea in ideas] == gained
    for idea in ideas:
        gains = idea.hint.gain or 0, idea.hint.gain_channel or 0
        assert min(gains) >= 0
        assert max(gains) >= MODEL.hints.visible or not idea.changes
    for other in given_report.hints:
        assert (other.gain is None) == (other.low is not None) == (other.id in RANGES)
        assert other.gain is not None or (other.low or 0) <= (other.high or 0)
    changes = [change for idea in ideas for change in idea.changes]
    if changes:
        after = rescored(one.snapshot.measured, changes, model, given_report.as_of)  # type: ignore[arg-type]
        assert after and given_report.together == pytest.approx(
            after.score.value - given_report.judgement.score.value
        )
    else:
        assert given_report.together is None


def everyone() -> list[Export]:
    return [blog(anna=(3, 0), **ANSWERED), endorsed(), evenings()]


def test_the_best_gain_for_its_effort_stands_first_and_what_moves_nothing_last() -> None:
    gained = [one for one in report([*everyone(), *UNSCORED["weak"]]).hints if one.gain is not None]
    efforts = MODEL.hints.efforts
    worth = [(one.gain or 0) / getattr(efforts, one.effort) for one in gained]
    assert len(worth) >= 4
    assert worth == sorted(worth, reverse=True)
    assert gained[-1].id in UNSCORED


def test_gains_do_not_add() -> None:
    one = report(everyone())
    gains = sum(hint.gain for hint in one.hints if hint.gain is not None)
    assert one.together is not None
    assert abs(one.together - gains) > 0.001


def noise(random: Random) -> Export:
    """Return posts whose reactions have nothing to do with their format or time."""
    signs = ("", "?", "#tag", "https://a.example", "@anna", "\n", "long " * 50)
    likes = random.choice((3, 10, 40))
    posts = [
        post(
            n,
            round(likes * random.lognormvariate(0, 1)),
            EXPORTED - random.randrange(90 * DAY),
            "words " + " ".join(random.sample(signs, random.randrange(4))),
        )
        for n in range(random.randrange(15, 60))
    ]
    return export("x", *sorted(posts, key=lambda one: one.at))


def test_chance_gives_no_advice() -> None:
    """Of 1,000 accounts of pure noise at most 5 % get a hint on a format or a time."""
    random = Random(20)
    advised = 0
    for _ in range(1_000):
        snapshot = taken([noise(random)]).snapshot
        judgement = replace(JUDGED, accounts=(replace(JUDGED.accounts[0], id="x:erika"),))
        one = gather_facts(Evidence(snapshot, judgement, MODEL))["x:erika"]
        advised += any(applies(RULES[id], one) for id in ("format", "drop_format", "slot"))
    assert 0 < advised <= 50


JUDGED = report([evenings()]).judgement


def test_more_comparisons_need_more_certainty() -> None:
    """Of many times compared one is best by chance: the interval grows with their number."""
    two = evenings()
    third = [
        post(200 + n, two.posts[n].likes or 0, two.posts[n].at + 3 * 86_400) for n in range(16)
    ]
    more = export("x", *two.posts[16:], *two.posts[:8], *third[8:])
    assert float(facts([two])["slot.low"]) > float(facts([more])["slot.low"])


# What is not measured


def test_what_is_not_measured_is_one_range_an_account_and_never_a_gain() -> None:
    (only,) = report([export("x")]).hints
    assert (only.id, only.gain, only.gain_channel) == ("unmeasured", None, None)
    assert only.low is not None and only.high is not None and only.low < 0 < only.high
    assert "klout sources x" in only.action


def test_the_range_of_one_factor_is_what_most_people_move_within() -> None:
    full = export(
        "x",
        *(post(n, 9, EXPORTED - n * DAY) for n in range(12)),
        levels={"followers": 400, "following": 10, "lists": 3},
        followers=frozenset(("a", "b")),
        following=frozenset(("a",)),
        interactions=[],
        names_responders=True,
    )
    (only,) = [one for one in report([full]).hints if one.id == "unmeasured"]
    factors = {f.id: f.state for f in report([full]).judgement.accounts[0].factors}
    missing = {id for id, state in factors.items() if state == "missing"}
    assert missing == {"network", "substance"}
    z, points = MODEL.interval.normal, MODEL.points
    a, b = points["network"], points["substance"]
    rho = MODEL.scale.correlation
    assert only.high == pytest.approx(z * (rho * (a + b) ** 2 + (1 - rho) * (a * a + b * b)) ** 0.5)
    assert only.low == pytest.approx(-z * b), "nobody's contacts take points away"


def test_an_account_of_unknown_audience_can_only_help() -> None:
    silent = export("instagram", post(1, 5), levels={})
    one = next(one for one in report([export("x"), silent]).hints if one.id == "unscored")
    assert one.account == "instagram:erika" and one.gain is None
    assert one.low is not None and one.high is not None and 0 < one.low < one.high


def test_an_inferred_audience_is_counted_first_and_never_moved_by_its_reactions() -> None:
    """Its posts would earn more in the evening; but its audience is inferred from just these reactions."""
    unknown = replace(evenings(), levels=[])
    given_report = report([unknown, blog(anna=(3, 0), **ANSWERED)])
    first = given_report.hints[0]
    assert (first.id, first.account, first.gain) == ("inferred", "x:erika", None)
    assert first.low is not None and first.high is not None and first.low < 0 < first.high
    assert "follower count" in first.action
    gained = [one for one in given_report.hints if one.gain is not None]
    assert "answer" in {one.id for one in gained}
    assert "x:erika" not in {one.account for one in gained}
    assert not [one for one in report([evenings()]).hints if one.id == "inferred"]


def test_an_audience_to_be_counted_has_the_range_of_its_account() -> None:
    given_report = report([replace(evenings(), levels=[])])
    half = given_report.judgement.accounts[0].half
    first = given_report.hints[0]
    assert (first.low, first.high) == pytest.approx((-half, half))


# Texts


@pytest.mark.parametrize(
    ("id", "person", "text"),
    [
        ("answer", [blog(anna=(1, 0), **ANSWERED)], "Reply to the open comment on your blog"),
        ("answer", [blog(anna=(3, 0), **ANSWERED)], "Reply to the 3 open comments on your blog"),
        ("reuse", CHANGED["reuse"][0], "Use your best post on Mastodon again on X"),
        ("recommend", [endorsed()], "Ask 2 endorsers for a recommendation on LinkedIn"),
        ("links", [linked(*range(100, 300, 20), sites=1)], "Write to the site that used to link"),
        ("links", CHANGED["links"][0], "Write to the 2 sites that used to link to you"),
        ("unfollow", CHANGED["unfollow"][0], "Unfollow 960 accounts on X that don't follow you"),
        ("describe", CHANGED["describe"][0], "Describe your 5 most active contacts on X"),
    ],
)
def test_texts_count_one_and_many(id: str, person: list[Export], text: str) -> None:
    one = facts(person)
    place = place_of(taken(person, topics=TOPICS).snapshot.measured)
    assert TEXTS[id].action(one, place).startswith(text)


@pytest.mark.parametrize("id", RULES)
def test_every_text_is_short_and_translated(id: str) -> None:
    person = CHANGED[id][0] if id in CHANGED else UNSCORED[id]
    one = found(person, id)
    use_language("de")
    german = [translate(text) for text in (one.action, one.evidence, one.why, one.certainty)]
    use_language("en")
    for english, other in zip(
        (one.action, one.evidence, one.why, one.certainty), german, strict=True
    ):
        assert english != other
        assert len(english.split()) <= 20
        assert english.count(":") - len(re.findall(r"\d:\d", english)) <= 1
    assert ":erika" not in "".join((one.action, one.evidence, one.why)), "a display name, no id"
    assert one.minutes and one.minutes >= 1


def test_several_accounts_of_a_network_are_told_apart() -> None:
    two = replace(blog(anna=(3, 0), **ANSWERED), handle="second")
    one = found([blog(anna=(3, 0), **ANSWERED), two], "answer")
    assert "on your blog (erika)" in one.action or "on your blog (second)" in one.action


# Models of one's own


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ("fact: posts, plus: 3", "hints.rules.answer.change[1].fact", "use one of "),
        ("fact: followers, plus: 3, times: 2", "hints.rules.answer.change", "one of to, plus"),
        ("fact: followers", "hints.rules.answer.change", "one of to, plus and times"),
        ("fact: followers, by: 3", "hints.rules", "by"),
        ("fact: followers, plus: .nan", "hints.rules.answer.change", "finite"),
    ],
)
def test_a_rule_is_loaded_strictly(tmp_path: Path, change: str, place: str, said: str) -> None:
    with pytest.raises(UsageError) as fault:
        load(own_model(tmp_path, f"answer: {{change: [{{{change}}}]}}"))
    assert place in fault.value.where
    assert said in fault.value.what + fault.value.remedy


def own_model(folder: Path, rule: str) -> str:
    file = folder / "mine.yaml"
    head = "based_on: klout\nname: mine\nversion: 1\ntitle: t\nbecause: b\n"
    file.write_text(f"{head}hints:\n  rules:\n    {rule}\n")
    return str(file)


def test_a_rule_without_a_text_is_refused(tmp_path: Path) -> None:
    rule = "{factor: audience, when: [], change: [], minutes: 1, days: 1, effort: low, confidence: low, gamed: g, source: s, year: 2026, grade: J}"
    with pytest.raises(UsageError) as fault:
        load(own_model(tmp_path, f"anser: {rule}"))
    assert "answer" in fault.value.remedy


def test_a_change_that_cannot_be_tried_is_no_hint(tmp_path: Path) -> None:
    model = load(own_model(tmp_path, "answer: {change: [{fact: followers, plus: -9999}]}"))
    person = [blog(anna=(3, 0), **ANSWERED)]
    assert "answer" in ids(*person)
    assert not [one for one in report(person, model).hints if one.id == "answer"]


# Screens


def test_the_screen_of_hints(golden: Golden) -> None:
    one = report([*everyone(), *UNSCORED["weak"]])
    golden("hints-80.txt", draw(hints_blocks(one, verbose=False), Screen(width=80)))
    golden("hints-plain.txt", draw(hints_blocks(one, verbose=False), Screen(plain=True)))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_screen_keeps_its_width(width: int) -> None:
    one = report([*everyone(), *UNSCORED["weak"]])
    text = draw(hints_blocks(one, verbose=True), Screen(width=width))
    assert max(map(len, text.splitlines())) <= width


def test_five_are_shown_and_the_rest_counted() -> None:
    person = [*everyone(), *CHANGED["views"][0][:1], *CHANGED["move"][0][:1], contacts()]
    one = report([replace(export, handle=f"e{n}") for n, export in enumerate(person)])
    gained = [hint for hint in one.hints if hint.gain is not None]
    assert len(gained) > 5
    text = draw(hints_blocks(one, verbose=False), Screen(width=200))
    assert f"{len(gained) - 5} more: klout hints -v" in text
    assert gained[4].action in text and gained[5].action not in text
    full = draw(hints_blocks(one, verbose=True), Screen(width=200))
    assert gained[5].action in full and "more:" not in full


def test_nothing_to_do_is_said() -> None:
    text = draw(hints_blocks(report([export("x")]), verbose=False), Screen())
    assert "Nothing in this export would raise your score." in text


def test_missing_is_one_line_a_network() -> None:
    one = report([export("x"), replace(export("x"), handle="second"), linkedin()])
    text = draw(missing_blocks(one), Screen())
    assert text.count("klout sources x") == 1
    assert text.count("klout sources linkedin") == 1


def test_hints_keep_the_schema() -> None:
    shown = json.loads(JsonReport().score(report(everyone())))
    jsonschema.Draft202012Validator(SCHEMA).validate(shown)
    assert {one["gain"] is None for one in shown["hints"]} == {True, False}
    assert shown["together"] > 0
    assert {"gain_channel", "evidence", "minutes", "certainty"} <= set(shown["hints"][0])


def test_an_old_snapshot_without_what_hints_observe_has_hints_still() -> None:
    one = taken([follower_of_many()]).snapshot
    old = replace(one, measured=tuple(replace(a, observed=()) for a in one.measured), traits=())
    judgement = report([follower_of_many()]).judgement
    assert [idea.hint.id for idea in find_ideas(old, judgement, MODEL)] == ["unfollow"]
    groups = (("with a link", 9, 9, 0.5, 0.01),)  # as the first versions stored formats
    kinds = Measurement("kinds", "measured", {"groups": groups})
    older = replace(old, measured=tuple(replace(a, observed=(kinds,)) for a in old.measured))
    assert [idea.hint.id for idea in find_ideas(older, judgement, MODEL)] == ["unfollow"]


def test_hints_come_from_files_and_from_the_history_and_load_nothing_heavy(tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    rows = "".join(f"2026-02-{n + 1:02},x,text,{n}\n" for n in range(12))
    table.write_text(f"date,network,text,likes\n{rows}")
    env, day = {"KLOUT_HOME": str(tmp_path)}, ("--as-of", "2026-03-01")
    fresh = klout("hints", str(table), *day, env=env)
    assert fresh.code == 0 and "Add your follower count on X" in fresh.out
    assert klout("hints", env=env).code != 0, "nothing is kept yet"
    assert klout("score", str(table), *day, env=env).code == 0
    kept, modules = loaded(tmp_path, "hints")
    assert kept.out == fresh.out
    assert not modules & HEAVY


def test_no_name_and_no_text_is_kept_for_hints() -> None:
    canary = "canary"
    person = [
        blog(canary=(3, 0)),
        export(
            "x", *(post(n, n, text=f"{canary} what? https://{canary}.example") for n in range(12))
        ),
        replace(contacts(), handle="second"),
    ]
    assert canary not in encode_json(taken(person).snapshot).decode()
