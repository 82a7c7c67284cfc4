"""What-if: a change of a measurement is judged as if the export had held it."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from klout_cli import pipeline
from klout_cli.cli.options import Flags, build_options
from klout_cli.errors import InputError, UsageError
from klout_cli.factors import FACTORS
from klout_cli.person.rows import Export
from klout_cli.reports.json_report import JsonReport
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.hints import trial_blocks
from klout_cli.results import Measured, PostSums, Snapshot, Trial
from klout_cli.scoring.assignment import FACTORS as IN_THEIR_UNITS
from klout_cli.scoring.assignment import assignment
from klout_cli.scoring.change import Change
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import load
from klout_cli.scoring.whatif import changed, rescored
from tests.cli.processes import ROOT, klout
from tests.scoring.advised import (
    TOPICS,
    blog,
    evenings,
    export,
    linkedin,
    post,
    scaled,
    taken,
    topical,
)
from tests.scoring.test_principles import MODELS, people

Golden = Callable[[str, str], None]
MODEL = load("klout")
SCREENS = {
    "60": Screen(width=60),
    "80": Screen(width=80),
    "120": Screen(width=120),
    "plain": Screen(plain=True),
}
ROW = {
    "followers": 400, "following": 900, "posts": 20, "likes": 60, "comments": 10, "shares": 6, "responders": 30,
    "endorsements": 12, "standing": 2.8, "reciprocity": 0.4,
}  # fmt: skip
few = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def table(folder: Path, name: str = "accounts", **row: float | str) -> Path:
    """Write an accounts table of one account of X."""
    values = {"person": "Erika", "network": "x", "account": "erika", **ROW, **row}
    file = folder / f"{name}.csv"
    file.write_text(",".join(values) + "\n" + ",".join(map(str, values.values())) + "\n")
    return file


def snapshot(file: Path) -> Snapshot:
    return pipeline.measure_exports(build_options([file], Flags(today="2026-03-02"))).snapshot


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("x.followers=+10%", {"followers": 440}),
        ("x.followers=5000", {"followers": 5000}),
        ("x.following=-400", {"following": 500}),
        ("x:erika.likes=x1,5", {"likes": 90}),
        ("x.likes=200", {"likes": 200}),
        ("erika.comments=+4", {"comments": 14}),
        ("x.shares=-6", {"shares": 0}),
        ("x.carried=*2", {"comments": 20, "shares": 12}),
        ("x.reactions=x2", {"likes": 120, "comments": 20, "shares": 12}),
        ("x.responders=+30", {"responders": 60}),
        ("x.endorsements=+3", {"endorsements": 15}),
        ("endorsement.x=40", {"endorsements": 40}),
        ("x.standing=3.4", {"standing": 3.4}),
        ("network.x=+10%", {"standing": 3.08}),
        ("x.give_and_take=+10%", {"reciprocity": 0.44}),
        ("reciprocity.x:erika=60%", {"reciprocity": 0.6}),
        ("audience.x=−100", {"followers": 300}),
    ],
)
def test_a_change_scores_like_a_table_with_the_changed_number(
    tmp_path: Path, asked: str, row: dict[str, float]
) -> None:
    before = snapshot(table(tmp_path))
    (after,) = changed(before.measured, [assignment(asked, before.measured)], MODEL)
    wanted = judge(snapshot(table(tmp_path, "changed", **row)).measured, MODEL, before.as_of)
    found = judge([after], MODEL, before.as_of)
    assert wanted and found
    assert found.score.value == pytest.approx(wanted.score.value, abs=1e-9)
    assert (found.score.low, found.score.high) == pytest.approx(
        (wanted.score.low, wanted.score.high), abs=1e-9
    )


def test_a_written_recommendation_counts_as_in_the_export() -> None:
    before = taken([linkedin(2)]).snapshot
    after = rescored(
        before.measured,
        [assignment("linkedin.recommendations=+3", before.measured)],
        MODEL,
        before.as_of,
    )
    assert after == judge(taken([linkedin(5)]).snapshot.measured, MODEL, before.as_of)


def test_answers_count_as_in_the_export() -> None:
    before = taken([blog(anna=(4, 1), ben=(2, 0))]).snapshot
    for answers, then in ((2, (4, 1, 2)), (5, (4, 4, 2)), (4, (4, 3, 2)), (99, (4, 4, 2))):
        after = rescored(
            before.measured, [Change("blog:erika", "answers", "plus", answers)], MODEL, before.as_of
        )
        wanted = judge(
            taken([blog(anna=then[:2], ben=(2, then[2]))]).snapshot.measured, MODEL, before.as_of
        )
        assert after and wanted
        assert after.score == wanted.score


def test_reactions_of_every_week_grow_alike_and_so_does_the_interval() -> None:
    before, double = taken([evenings()]).snapshot, taken([scaled(evenings(), 2)]).snapshot
    (after,) = changed(before.measured, [Change("x:erika", "reactions", "times", 2)], MODEL)
    assert [astuple(week) for week in after.weeks] == [
        pytest.approx(astuple(week)) for week in double.measured[0].weeks
    ]
    found, wanted = (
        judge(accounts, MODEL, before.as_of) for accounts in ([after], double.measured)
    )
    assert found and wanted
    assert (found.score.value, found.score.low) == pytest.approx(
        (wanted.score.value, wanted.score.low)
    )


def test_more_responders_are_a_larger_crowd() -> None:
    before = taken([blog(anna=(1, 0), ben=(1, 0), cem=(2, 1))]).snapshot
    (after,) = changed(before.measured, [Change("blog:erika", "responders", "times", 3)], MODEL)
    assert sum(people for _, people in after.crowd) == pytest.approx(9)
    assert after.of("breadth").facts["responders"] == pytest.approx(9)


@pytest.mark.parametrize(
    ("factor", "ratio"),
    [("resonance", "reactions"), ("amplification", "carried"), ("breadth", "responders")],
)
@pytest.mark.parametrize("account", ["x", "linkedin", "blog"])
@pytest.mark.parametrize("value", [0.5, 3.0])
def test_a_multiple_of_what_is_expected_is_shown_as_such(
    factor: str, ratio: str, account: str, value: float
) -> None:
    """Also where the factor, or any post, was not measured."""
    one = taken([evenings(), linkedin(), blog(anna=(3, 1))]).snapshot
    asked = [assignment(f"{factor}.{account}={value}", one.measured)]
    if factor == "breadth" and account == "linkedin":
        with pytest.raises(UsageError, match="nothing is expected"):
            rescored(one.measured, asked, MODEL, one.as_of)
        return
    after = rescored(one.measured, asked, MODEL, one.as_of)
    assert after
    judged = next(found for found in after.accounts if found.network == account).of(factor)
    assert judged.state == "measured"
    assert judged.inputs[ratio] / judged.inputs["expected"] == pytest.approx(value)  # type: ignore[operator]


@pytest.mark.parametrize("factor", [*IN_THEIR_UNITS][:-1])  # substance needs topics
def test_setting_what_is_not_measured_measures_it(factor: str) -> None:
    bare = taken(
        [export("x", *(post(n, 0) for n in range(12)), levels={"followers": 400})]
    ).snapshot.measured
    unmeasured = [one.factor for one in bare[0].measurements if one.state == "missing"]
    assert set(unmeasured) == {"breadth", "endorsement", "network", "reciprocity", "substance"}
    after = rescored(
        bare,
        [assignment(f"{factor}.x={'50%' if factor == 'reciprocity' else 3}", bare)],
        MODEL,
        "2026-03-02",
    )
    assert after and after.accounts[0].of(factor).state == "measured"


def test_every_post_on_topic_earns_what_those_do() -> None:
    """Ten of 22 posts are on topic and get 40 reactions each; then all do, and substance says nothing."""
    one = taken([topical()], topics=TOPICS).snapshot
    (after,) = changed(one.measured, [assignment("x.on_topic=1", one.measured)], MODEL)
    total = PostSums.total(after.weeks)
    assert (total.on_posts, total.on_weight) == (total.posts, total.weight)
    assert total.likes == total.on_likes == pytest.approx(40 * total.weight_likes)
    judged = judge([after], MODEL, one.as_of)
    assert judged is not None
    assert judged.accounts[0].of("substance").points == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("asked", "what", "remedy"),
    [
        ("x.folowers=3", "nothing of this name", "did you mean x.followers"),
        ("resonace.x=3", "nothing of this name", "did you mean resonance.x"),
        ("followers=3", "no account of this name", "one of: x:erika"),
        ("zzz.qqq=3", "nothing of this name", "ACCOUNT.FACT"),
        ("y.followers=3", "no account", "x:erika"),
        ("x:erica.followers=3", "no account", "did you mean x:erika"),
        ("x.posts=+3", "nothing of this name", "followers"),
        ("x.followers", "nothing is set here", "--set x.followers=+10%"),
        ("x.followers=many", "this is no amount", "+10%"),
        ("x.followers=", "this is no amount", "+10%"),
        ("x.followers=nan", "this is no amount", "+10%"),
        ("x.followers=1e400", "this is no amount", "+10%"),
        ("x.followers=50%", "percentage of what", "+50%"),
        ("x.followers=1.200", "two ways", "write 1200 or 1.2000"),
        ("x.followers=1,200", "two ways", "write 1200 or 1.2000"),
        ("x.followers=-401", "would be -1", "from 0"),
        ("x.followers=999999999999999", "would be", "to 1,000,000,000,000"),
        ("x.give_and_take=1.5", "would be 1.5", "from 0 to 1"),
        ("substance.x=0.3", "no reactions to posts on your topics", "klout topics"),
        ("substance.x=x2", "no reactions to posts on your topics", "klout topics"),
        ("x.comments=x2", "one sum", "x:erika.carried"),
        ("x.shares=4", "one sum", "x:erika.carried"),
        ("x.answers=4", "can only be added", "+3"),
        ("x.answers=+4", "doesn't show replies", "klout sources"),
        ("x.on_topic=1", "all on topic", "topics"),
    ],
)
def test_what_cannot_be_tried_is_refused_with_a_suggestion(
    tmp_path: Path, asked: str, what: str, remedy: str
) -> None:
    one = snapshot(table(tmp_path))
    with pytest.raises(UsageError) as fault:
        rescored(one.measured, [assignment(asked, one.measured)], MODEL, one.as_of)
    assert what in fault.value.what
    assert remedy in fault.value.remedy


def test_an_account_goes_by_its_network_only_where_that_is_one() -> None:
    from msgspec.structs import replace

    person = [export("blog"), replace(export("blog"), handle="a.b.example")]
    two = taken(person).snapshot.measured
    assert assignment("a.b.example.followers=+1", two).account == "blog:a.b.example"
    assert assignment("resonance.blog:a.b.example=1.5", two).account == "blog:a.b.example"
    with pytest.raises(UsageError, match="several accounts"):
        assignment("blog.followers=+1", two)


@few
@given(st.text(max_size=30) | st.from_regex(r"x\.followers=[-+x*]?[0-9.,]{0,8}%?", fullmatch=True))
def test_any_text_is_a_change_or_a_usage_error(text: str) -> None:
    one = taken([export("x")]).snapshot
    with suppress(UsageError):
        rescored(one.measured, [assignment(text, one.measured)], MODEL, one.as_of)


BETTER = (
    "followers",
    "likes",
    "carried",
    "reactions",
    "responders",
    "endorsements",
    "standing",
    "give_and_take",
)


@few
@given(
    people(most=3),
    st.sampled_from(BETTER),
    st.integers(0, 2),
    st.floats(1, 50),
    st.sampled_from(MODELS),
)
def test_a_better_measurement_never_lowers_the_score(
    person: list[Export], fact: str, which: int, by: float, model: object
) -> None:
    try:
        one = taken(person, model).snapshot  # type: ignore[arg-type]
    except InputError:
        assume(False)
    before = judge(one.measured, model, one.as_of)  # type: ignore[arg-type]
    assume(before is not None)
    account = one.measured[which % len(one.measured)]
    try:
        after = rescored(one.measured, [Change(account.id, fact, "times", by)], model, one.as_of)  # type: ignore[arg-type]
    except UsageError:
        return  # not measured, or beyond its bounds
    assert before and after
    assert after.score.value >= before.score.value - 1e-9


@few
@given(people(most=2), st.sampled_from(("likes", "carried", "reactions")), st.floats(0, 20))
def test_sums_weeks_and_factors_stay_one_account(
    person: list[Export], fact: str, by: float
) -> None:
    try:
        one = taken(person, topics=TOPICS).snapshot
        after: tuple[Measured, ...] = changed(
            one.measured, [Change(one.measured[0].id, fact, "times", by)], MODEL
        )  # type: ignore[arg-type]
    except (InputError, UsageError):
        return
    total, facts = PostSums.total(after[0].weeks), after[0].of("resonance").facts
    assert all(
        facts[name] == pytest.approx(getattr(total, name)) for name in PostSums.__struct_fields__
    )
    assert after[0].window.posts == one.measured[0].window.posts
    if after[0].of("amplification").state == "measured":
        assert after[0].of("amplification").facts["carried"] == pytest.approx(total.carried)


def test_every_factor_can_be_set_in_its_unit() -> None:
    assert [*IN_THEIR_UNITS] == [factor.id for factor in FACTORS]


def test_substance_is_set_by_the_reactions_to_posts_on_topic() -> None:
    def doubled(one: Export) -> Export:
        posts = [replace(post, likes=2 * (post.likes or 0)) for post in one.posts]
        return replace(
            one,
            posts=[
                new if new.text == "work" else old
                for new, old in zip(posts, one.posts, strict=True)
            ],
        )

    before, wanted = (taken([one], topics=TOPICS) for one in (topical(), doubled(topical())))
    changes = [assignment("substance.x=x2", before.snapshot.measured)]
    after = rescored(before.snapshot.measured, changes, MODEL, before.snapshot.as_of)
    judged = judge(wanted.snapshot.measured, MODEL, wanted.snapshot.as_of)
    assert after and judged
    assert after.score == judged.score
    assert after.accounts[0].of("substance").points > 0.1


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("linkedin.following=10", "mutual"),
        ("x.followers=400", "already"),
        ("x.resonance=100", "already"),
    ],
)
def test_a_change_that_moves_nothing_says_why(asked: str, reason: str) -> None:
    loud = export("x", *(post(n, 9_999) for n in range(12)))
    one = taken([loud, linkedin()]).snapshot
    found = pipeline.try_changes(one, MODEL, [asked.replace("x.resonance", "resonance.x")])
    assert reason in " ".join(found.reasons)
    assert reason in draw(trial_blocks(found), Screen())


def test_a_weak_channel_says_how_little_of_the_score_it_is() -> None:
    small = export("mastodon", levels={"followers": 1})
    big = export("x", levels={"followers": 1_000_000})
    found = pipeline.try_changes(taken([small, big]).snapshot, MODEL, ["mastodon.followers=2"])
    assert "of your score comes from what happens on Mastodon" in found.reasons[0]


def test_what_moves_has_no_reason() -> None:
    assert trial().reasons == ()


def test_a_hint_can_be_tried_by_its_id_and_account() -> None:
    one = taken([blog(anna=(4, 0), ben=(3, 0)), linkedin()]).snapshot
    by_hint = pipeline.try_changes(one, MODEL, [], ["answer"])
    by_change = pipeline.try_changes(one, MODEL, ["blog.answers=+7"])
    assert by_hint.after.score == by_change.after.score
    assert by_hint.changes == ("Reply to the 7 open comments on your blog",)
    assert pipeline.try_changes(one, MODEL, [], ["answer.blog"]).after.score == by_hint.after.score
    with pytest.raises(UsageError) as fault:
        pipeline.try_changes(one, MODEL, [], ["slot"])
    assert "answer" in fault.value.remedy


def trial() -> Trial:
    one = taken([evenings(), linkedin(), blog(anna=(3, 1))]).snapshot
    return pipeline.try_changes(
        one, MODEL, ["x.followers=+10%", "resonance.x=1.5", "linkedin.recommendations=+2"]
    )


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_of_a_trial(name: str, golden: Golden) -> None:
    text = draw(trial_blocks(trial()), SCREENS[name])
    if name == "80":
        golden(f"trial-{name}.txt", text)
    width = SCREENS[name].width
    assert width is None or max(map(len, text.splitlines())) <= width


def test_each_column_and_each_row_adds_up() -> None:
    import re
    from decimal import Decimal

    rows = re.findall(
        r"^  (\S.*?)  +([+−]?[\d.]+)  +([+−]?[\d.]+)(?:  +([+−]?[\d.]+))?$",
        draw(trial_blocks(trial()), Screen()),
        re.MULTILINE,
    )
    numbers = [[Decimal(cell.replace("−", "-") or 0) for cell in row[1:]] for row in rows]
    *lines, total = numbers
    assert rows[-1][0] == "Score" and len(lines) >= 10
    assert [sum(column) for column in zip(*lines, strict=True)] == total
    assert all(now - was == difference for was, now, difference in numbers)


def test_the_json_of_a_trial_holds_two_judgements_of_the_schema() -> None:
    shown = json.loads(JsonReport().trial(trial()))
    assert shown["schema"] == "klout.trial/1"
    assert shown["change"] == pytest.approx(
        shown["after"]["score"]["value"] - shown["before"]["score"]["value"]
    )
    schema = json.loads(
        (ROOT / "klout_cli/reports/schema/report-1.json").read_text(encoding="utf-8")
    )
    for side in (shown["before"], shown["after"]):
        part = {
            "$defs": schema["$defs"],
            "properties": {name: schema["properties"][name] for name in side},
            "required": list(side),
        }
        jsonschema.Draft202012Validator(part).validate(side)
        assert sum(entry["points"] for entry in side["breakdown"]) == pytest.approx(
            side["score"]["value"], abs=1e-6
        )


def test_as_a_process(tmp_path: Path) -> None:
    file = table(tmp_path)
    done = klout(
        "whatif",
        "--set",
        "x.followers=+10%",
        "--set",
        "network.x=3,1",
        str(file),
        "--as-of",
        "2026-03-01",
        "--format",
        "json",
    )
    changed_file = table(tmp_path, "changed", followers=440, standing=3.1)
    wanted = json.loads(
        klout(
            "score", str(changed_file), "--as-of", "2026-03-01", "--format", "json", "--no-history"
        ).out
    )
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["after"]["score"] == pytest.approx(wanted["score"])
    wrong = klout("whatif", "--set", "x.folowers=+10%", str(file))
    assert wrong.code == 2 and "did you mean x.followers?" in wrong.err
    assert klout("whatif", str(file)).code == 2
