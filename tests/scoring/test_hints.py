"""Hints: every gain is the difference of two score runs, none is a guess, and nobody is told to post more (method §8)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.errors import InputError, UsageError
from klout_cli.factors import FACTORS
from klout_cli.person.rows import Export
from klout_cli.reports.hints import hints_screen
from klout_cli.reports.json_report import JsonReport
from klout_cli.reports.screen import Screen
from klout_cli.reports.terminal import Terminal
from klout_cli.results import Report
from klout_cli.scoring.hints import advise, facts_of, filled, ideas
from klout_cli.scoring.model import Changeable, Model, load
from klout_cli.scoring.whatif import changed, rescored
from tests.cli.processes import ROOT, klout
from tests.promises.test_startup import HEAVY, loaded
from tests.scoring.advised import (
    TOPICS,
    blog,
    evenings,
    export,
    follower_of_many,
    hint,
    linkedin,
    post,
    questions,
    report,
    scaled,
    taken,
    topical,
)
from tests.scoring.test_principles import MODELS, people

Golden = Callable[[str, str], None]
MODEL = load("klout")
SCHEMA = json.loads((ROOT / "klout_cli/reports/schema/report-1.json").read_text(encoding="utf-8"))
SCREENS = {
    "60": Screen(width=60),
    "80": Screen(width=80),
    "120": Screen(width=120),
    "plain": Screen(plain=True),
}
few = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def lift(person: Export, id: str) -> float:
    """Return what a rule about groups of posts multiplies reactions by: if all posts did as well as those, at the low end."""
    found = report([person])
    (measured,) = taken([person]).snapshot.measured
    return float(facts_of(measured, found.judgement.accounts[0], MODEL)[f"{id}.lift"])


ANSWERED = {"ben": (2, 2), "dora": (2, 2), "emil": (1, 1)}
"""Talk that is answered: of little more, nothing is scored yet."""
CHANGED: dict[str, tuple[Export, Callable[[], Export]]] = {
    "answer": (
        blog(anna=(3, 0), cem=(1, 0), **ANSWERED),
        lambda: blog(anna=(3, 3), cem=(1, 1), **ANSWERED),
    ),
    "unfollow": (follower_of_many(), lambda: follower_of_many(700)),
    "recommend": (linkedin(2), lambda: linkedin(3)),
    "timing": (evenings(), lambda: scaled(evenings(), lift(evenings(), "timing"))),
    "kind": (questions(), lambda: scaled(questions(), lift(questions(), "kinds"))),
    "topic": (topical(), lambda: topical(everything=True)),
}
"""For each rule a person it speaks to, and the same person with the input really changed."""


def everyone() -> list[Export]:
    return [blog(anna=(3, 0), **ANSWERED), linkedin(), evenings()]


@pytest.mark.parametrize("id", CHANGED)
def test_a_gain_is_the_difference_of_two_score_runs(id: str) -> None:
    before, after = CHANGED[id]
    topics = TOPICS if id == "topic" else {}
    model = load("professional") if id == "topic" else MODEL  # off-topic responses count half there
    was, now = report([before], model, topics), report([after()], model, topics)
    assert hint(was, id).gain == pytest.approx(
        now.judgement.score.value - was.judgement.score.value, abs=1e-9
    )


def test_every_rule_of_the_model_is_among_them() -> None:
    assert set(CHANGED) == set(MODEL.hints.rules)


def test_nobody_is_told_to_post_more() -> None:
    """No rule can change a number of posts, and no change does."""
    assert not [fact for fact in get_args(Changeable) if "post" in fact or "volume" in fact]
    for id, (person, _) in CHANGED.items():
        one = taken([person], topics=TOPICS if id == "topic" else {}).snapshot
        judgement = report([person], topics=TOPICS if id == "topic" else {}).judgement
        for idea in ideas(one.measured, judgement, MODEL, one.as_of):
            (after,) = changed(one.measured, idea.changes, MODEL)
            assert (after.window.posts, sum(week.posts for week in after.weeks)) == (
                one.measured[0].window.posts,
                sum(week.posts for week in one.measured[0].weeks),
            )


@few
@given(people(most=3), st.sampled_from(MODELS))
def test_no_gain_is_negative_and_all_together_are_one_rescore(
    person: list[Export], model: object
) -> None:
    try:
        one = taken(person, model, TOPICS)  # type: ignore[arg-type]
        found = report(person, model, TOPICS)  # type: ignore[arg-type]
    except InputError:
        assume(False)
    found_ideas = ideas(one.snapshot.measured, found.judgement, model, found.as_of)  # type: ignore[arg-type]
    assert [idea.hint for idea in found_ideas] == [
        one for one in found.hints if one.gain is not None
    ]
    assert all(idea.hint.gain is not None and idea.hint.gain > 0 for idea in found_ideas)
    for one_hint in found.hints:
        assert (one_hint.gain is None) == (one_hint.low is not None and one_hint.high is not None)
        assert one_hint.gain is not None or (one_hint.low or 0) <= (one_hint.high or 0)
    if found_ideas:
        changes = [change for idea in found_ideas for change in idea.changes]
        after = rescored(one.snapshot.measured, changes, model, found.as_of)  # type: ignore[arg-type]
        assert after and found.together == pytest.approx(
            after.score.value - found.judgement.score.value
        )
    else:
        assert found.together is None


def test_the_best_gain_for_its_effort_stands_first() -> None:
    gained = [one for one in report(everyone()).hints if one.gain is not None]
    efforts = MODEL.hints.efforts
    worth = [(one.gain or 0) / getattr(efforts, one.effort) for one in gained]
    assert len(worth) >= 2
    assert worth == sorted(worth, reverse=True)


def test_gains_do_not_add() -> None:
    found = report(everyone())
    gains = sum(one.gain for one in found.hints if one.gain is not None)
    assert found.together is not None
    assert abs(found.together - gains) > 0.001


def test_what_is_not_measured_is_a_range_and_never_a_gain() -> None:
    found = report([export("x")])
    ranges = {one.factor: one for one in found.hints}
    assert set(ranges) == {factor.id for factor in FACTORS} - {"audience"}
    assert all(
        one.gain is None and one.low is not None and one.high is not None for one in ranges.values()
    )
    z, points = MODEL.interval.normal, MODEL.points
    assert (ranges["network"].low, ranges["network"].high) == pytest.approx(
        (0, z * points["network"])
    )  # nobody's contacts take points away
    assert (ranges["breadth"].low, ranges["breadth"].high) == pytest.approx(
        (-z * points["breadth"], z * points["breadth"])
    )
    assert ranges["endorsement"].low == pytest.approx(
        -0.5 * points["endorsement"]
    )  # as far as that factor can fall
    assert "klout sources x" in ranges["network"].action


def test_an_account_of_unknown_audience_can_only_help() -> None:
    silent = export("instagram", post(1, 5), levels={})
    found = next(one for one in report([export("x"), silent]).hints if one.id == "unscored")
    assert found.account == "instagram:erika" and found.gain is None
    assert found.low is not None and found.high is not None and 0 < found.low < found.high


def test_an_inferred_audience_is_counted_first_and_never_moved_by_its_reactions() -> None:
    """Its posts would earn more in the evening; but its audience is inferred from just these reactions."""
    unknown = replace(evenings(), levels=[])
    found = report([unknown, blog(anna=(3, 0), **ANSWERED)])
    first = found.hints[0]
    assert (first.id, first.account, first.gain) == ("inferred", "x:erika", None)
    assert first.low is not None and first.high is not None and first.low < 0 < first.high
    assert "follower count" in first.action
    assert [one.id for one in found.hints if one.gain is not None] == ["answer"]
    assert not [one for one in report([evenings()]).hints if one.id == "inferred"]


def test_an_audience_to_be_counted_has_the_range_of_its_account() -> None:
    found = report([replace(evenings(), levels=[])])
    half = found.judgement.accounts[0].half
    assert half > MODEL.interval.normal * 11.2 * 0.67 / (0.25 + 0.67**2) ** 0.5
    first = found.hints[0]
    assert (first.low, first.high) == pytest.approx((-half, half))


def test_times_are_compared_only_where_the_interval_excludes_one() -> None:
    found = hint(report([evenings()]), "timing")
    assert "Tuesday evenings" in found.action
    assert found.n == 8
    even = [
        post(n, 10 + n % 3, post_at) for n, post_at in enumerate(one.at for one in evenings().posts)
    ]
    assert not [one for one in report([export("x", *even)]).hints if one.id == "timing"]


def test_few_posts_of_a_time_say_nothing() -> None:
    fewest = MODEL.hints.fewest_posts
    slow, fast = evenings().posts[:16], evenings().posts[16:]
    assert hint(report([export("x", *slow, *fast[:fewest])]), "timing")
    assert not [
        one for one in report([export("x", *slow, *fast[: fewest - 1])]).hints if one.id == "timing"
    ]


def ids(*person: Export, model: Model = MODEL, topics: bool = False) -> set[str]:
    found = report(person, model, TOPICS if topics else {})
    return {one.id for one in found.hints if one.gain is not None}


def test_one_comment_that_waits_is_enough() -> None:
    assert "answer" in ids(blog(anna=(3, 0), **ANSWERED))
    assert "answer" in ids(blog(anna=(2, 1), **ANSWERED))
    assert "answer" not in ids(blog(anna=(2, 2), **ANSWERED))


@pytest.mark.parametrize(("following", "told"), [(3, False), (4, True)])
def test_one_more_followed_than_follow_is_enough(following: int, told: bool) -> None:
    few = export("x", levels={"followers": 3, "following": following})
    assert ("unfollow" in ids(few)) == told


@pytest.mark.parametrize("recommendations", [0, 1])
def test_nobody_is_recommended_too_much(recommendations: int) -> None:
    assert "recommend" in ids(linkedin(recommendations))


@pytest.mark.parametrize(("posts", "told"), [(4, False), (5, True)])
def test_five_posts_on_topic_are_compared(posts: int, told: bool) -> None:
    on = [post(n, 90, text="work") for n in range(posts)]
    off = [post(50 + n, 5, text="a cat") for n in range(12)]
    assert ("topic" in ids(export("x", *on, *off), topics=True)) == told


def test_where_every_post_is_on_topic_there_is_nothing_to_move() -> None:
    assert "topic" not in ids(topical(everything=True), topics=True)


def test_efforts_order_the_hints() -> None:
    """The gain of an answer is less than that of a recommendation, which takes twice the effort."""
    person = everyone()
    order = [one.id for one in report(person).hints if one.gain is not None]
    assert order.index("recommend") < order.index("answer")
    efforts = replace(MODEL.hints.efforts, medium=40.0)
    patient = replace(MODEL, hints=replace(MODEL.hints, efforts=efforts))
    order = [one.id for one in report(person, patient).hints if one.gain is not None]
    assert order.index("recommend") > order.index("answer")
    assert (MODEL.hints.efforts.low, MODEL.hints.efforts.medium) == (1, 2)
    assert MODEL.hints.efforts.high == 4


def test_more_comparisons_need_more_certainty() -> None:
    """Of many times compared one is best by chance: the interval grows with their number."""

    def low(person: Export) -> object:
        (measured,) = taken([person]).snapshot.measured
        return facts_of(measured, report([person]).judgement.accounts[0], MODEL)["timing.low"]

    two = evenings()
    third = [
        post(200 + n, two.posts[n].likes or 0, two.posts[n].at + 3 * 86_400) for n in range(16)
    ]
    assert low(two) > low(export("x", *two.posts[16:], *two.posts[:8], *third[8:]))  # type: ignore[operator]


def test_answers_wait_only_where_the_export_shows_who_was_answered() -> None:
    assert hint(report([blog(anna=(3, 0), **ANSWERED)]), "answer").gain
    posts = blog().posts
    unknown = export("blog", *posts, levels={"readers": 900})
    assert not [one for one in report([unknown]).hints if one.id == "answer"]
    assert not [one for one in report([blog(anna=(3, 3), ben=(1, 2))]).hints if one.id == "answer"]


def test_fields_of_a_text_are_facts_and_nothing_else() -> None:
    facts = {"account.name": "{timing.best}", "timing.n": 1234.0, "timing.ratio": 2.345}
    assert (
        filled("{account.name}: {timing.n}, {timing.ratio}", facts) == "{timing.best}: 1,234, 2.35"
    )
    assert filled("{kinds.best}", facts) is None
    for text in (
        "{account.name.__class__}",
        "{0}",
        "{account}",
        "{account.name!r}",
        "{account.name:>9}",
        "%(account.name)s",
    ):
        assert filled(text, facts) == text


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ("fact: posts, plus: 3", "hints.rules.mine.change[1].fact", "one of these is needed: "),
        (
            "fact: followers, plus: 3, times: 2",
            "hints.rules.mine.change",
            "one of to, plus and times",
        ),
        ("fact: followers", "hints.rules.mine.change", "one of to, plus and times"),
        ("fact: followers, by: 3", "hints.rules", "by"),
        ("fact: followers, plus: .nan", "hints.rules.mine.change", "finite"),
    ],
)
def test_a_rule_is_loaded_strictly(tmp_path: Path, change: str, place: str, said: str) -> None:
    rule = "{factor: audience, when: [], change: [{%s}], action: a, why: b, effort: low, confidence: low, source: s, year: 2026, grade: J}"
    file = tmp_path / "mine.yaml"
    file.write_text(
        f"based_on: klout\nname: mine\nversion: 1\ntitle: t\nbecause: b\nhints:\n  rules:\n    mine: {rule % change}\n"
    )
    with pytest.raises(UsageError) as fault:
        load(str(file))
    assert place in fault.value.where
    assert said in fault.value.what + fault.value.remedy


def test_a_rule_of_ones_own_that_cannot_be_tried_is_no_hint(tmp_path: Path) -> None:
    rule = "{factor: audience, when: [], change: [{fact: followers, plus: -9999}], action: a, why: b, effort: low, confidence: low, "
    file = tmp_path / "mine.yaml"
    head = "based_on: klout\nname: mine\nversion: 1\ntitle: t\nbecause: b\n"
    file.write_text(f"{head}hints:\n  rules:\n    mine: {rule}source: s, year: 2026, grade: J}}\n")
    found = report([export("x")], load(str(file)))
    assert not [one for one in found.hints if one.gain is not None]


def golden_person() -> Report:
    return report(everyone())


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_of_hints(name: str, golden: Golden) -> None:
    text = hints_screen(golden_person(), SCREENS[name])
    if name in ("80", "plain"):
        golden(f"hints-{name}.txt", text)
    width = SCREENS[name].width
    assert width is None or max(map(len, text.splitlines())) <= width


def test_nothing_to_do_is_said() -> None:
    assert "no rule finds anything" in hints_screen(report([export("x")]), Screen())


def test_the_score_screen_shows_the_best_three() -> None:
    found = golden_person()
    text = Terminal(Screen()).score(found)
    gained = [one.action for one in found.hints if one.gain is not None]
    assert len(gained) >= 3
    assert all(action in text for action in gained[:3])
    assert text.index("Sub-score") < text.index(gained[0]) < text.index("Not measured")


def test_hints_keep_the_schema() -> None:
    shown = json.loads(JsonReport().score(golden_person()))
    jsonschema.Draft202012Validator(SCHEMA).validate(shown)
    assert {one["gain"] is None for one in shown["hints"]} == {True, False}
    assert shown["together"] > 0


def test_an_old_snapshot_without_what_hints_observe_has_hints_still() -> None:
    one = taken(everyone()).snapshot
    old = tuple(
        replace(account, observed=account.of("cadence") and (account.of("cadence"),))
        for account in one.measured
    )
    assert {
        found.id for found in advise(old, report(everyone()).judgement, MODEL, one.as_of).hints
    } >= {"recommend", "unmeasured"}


TABLE = "person,network,account,followers,following,posts,likes\nErika,x,erika,700,4800,20,10\n"


def test_hints_come_from_files_and_from_the_history_and_load_nothing_heavy(tmp_path: Path) -> None:
    table = tmp_path / "accounts.csv"
    table.write_text(TABLE)
    env, day = {"KLOUT_HOME": str(tmp_path)}, ("--as-of", "2026-03-01")
    fresh = klout("hints", str(table), *day, env=env)
    assert fresh.code == 0 and "Unfollow 4,100 of the 4,800" in fresh.out
    assert klout("hints", env=env).code != 0, "nothing is kept yet"
    assert klout("score", str(table), *day, env=env).code == 0
    kept, modules = loaded(tmp_path, "hints")
    assert kept.out == fresh.out
    assert not modules & HEAVY


def test_a_hint_followed_in_a_real_export_brings_what_was_said(tmp_path: Path) -> None:
    """Unfollow in an accounts table, as a process: the score rises by the gain."""

    def score(following: int) -> dict[str, object]:
        table = tmp_path / f"{following}.csv"
        table.write_text(TABLE.replace("4800", str(following)))
        shown: dict[str, object] = json.loads(
            klout("score", str(table), "--format", "json", "--no-history").out
        )
        return shown

    before, after = score(4800), score(700)
    (gained,) = [one for one in before["hints"] if one["gain"] is not None]  # type: ignore[attr-defined]
    assert gained["id"] == "unfollow"
    assert gained["gain"] == pytest.approx(after["score"]["value"] - before["score"]["value"])  # type: ignore[index]


def test_no_name_and_no_text_is_kept_for_hints(tmp_path: Path) -> None:
    import msgspec

    canary = "canary"
    person = blog(canary=(3, 0))
    worded = export(
        "x", *(post(n, n, text=f"{canary} what? https://{canary}.example") for n in range(12))
    )
    stored = msgspec.json.encode(taken([person, worded]).snapshot).decode()
    assert canary not in stored
