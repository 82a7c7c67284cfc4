"""The shortest plan to a goal: rescored together, least minutes, then fewest hints."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.errors import UsageError
from klout_cli.reports.json_report import JsonReport
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.console import draw
from klout_cli.reports.screens.hints import duration, plan_blocks
from klout_cli.results import Plan
from klout_cli.scoring.hints import Idea, find_ideas
from klout_cli.scoring.model import load
from klout_cli.scoring.whatif import rescored
from tests.cli.processes import klout
from tests.scoring.advised import (
    blog,
    circle,
    contacts,
    endorsed,
    evenings,
    follower_of_many,
    linked,
    report,
    taken,
)

MODEL = load("klout")
PERSON = [
    blog(anna=(4, 0), ben=(3, 0), dora=(2, 2)),
    endorsed(),
    replace(evenings(), handle="second"),
    follower_of_many(),
    replace(linked(*range(100, 300, 20)), handle="third"),
    replace(contacts(), handle="fourth"),
    replace(circle(0, 4, 0, 4, 0, 4, 0, 4, 4, 4), handle="fifth"),
]
TAKEN = taken(PERSON)
JUDGEMENT = report(PERSON).judgement
IDEAS = [idea for idea in find_ideas(TAKEN.snapshot, JUDGEMENT, MODEL) if idea.changes]
START = JUDGEMENT.score.value


def score(ideas: tuple[Idea, ...]) -> float:
    changes = [change for idea in ideas for change in idea.changes]
    after = rescored(TAKEN.snapshot.measured, changes, MODEL, TAKEN.snapshot.as_of, interval=False)
    assert after
    return after.score.value


def cheapest(goal: float) -> tuple[int, int] | None:
    """Return minutes and number of hints of the best plan, by trying every combination."""
    plans = [
        (sum(idea.hint.minutes or 0 for idea in ideas), len(ideas))
        for size in range(len(IDEAS) + 1)
        for ideas in combinations(IDEAS, size)
        if score(ideas) >= goal
    ]
    return min(plans, default=None)


def plan(goal: float) -> Plan:
    return pipeline.plan_hints(TAKEN, MODEL, goal)


BEST = score(tuple(IDEAS))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_a_plan_is_the_cheapest_of_all_combinations(share: float) -> None:
    assert len(IDEAS) >= 5
    goal = START + share * (BEST - START) - 1e-9
    found = plan(goal)
    assert found.reached and found.score >= goal
    assert (found.minutes, len(found.hints)) == cheapest(goal)
    chosen = tuple(idea for idea in IDEAS if idea.hint in found.hints)
    assert found.score == pytest.approx(score(chosen), abs=1e-9), "rescored together"


def test_beyond_all_hints_the_plan_says_how_far_they_reach() -> None:
    found = plan(99)
    assert (found.reached, len(found.hints)) == (False, len(IDEAS))
    assert found.score == pytest.approx(BEST)
    text = draw(plan_blocks(found, "2026-03-02"), Screen())
    assert "The rest is audience and time." in text


def test_a_goal_that_is_reached_needs_nothing() -> None:
    found = plan(START - 1)
    assert (found.hints, found.minutes, found.reached) == ((), 0, True)
    assert "You are there already" in draw(plan_blocks(found, None), Screen())


def test_only_what_shows_by_the_date_is_planned() -> None:
    from datetime import date

    soon = pipeline.plan_hints(TAKEN, MODEL, 99, date(2026, 3, 3))
    assert {hint.id for hint in soon.hints} == {"answer", "describe"}
    assert all(MODEL.hints.rules[hint.id].days <= 1 for hint in soon.hints)
    with pytest.raises(UsageError):
        pipeline.plan_hints(TAKEN, MODEL, 99, date(2026, 3, 1))


def test_a_plan_as_json() -> None:
    shown = json.loads(JsonReport().plan(plan(START + 0.5)))
    assert shown["schema"] == "klout.plan/1"
    assert shown["reached"] and shown["hints"][0]["action"]


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (6, "6 min"),
        (54, "54 min"),
        (55, "about 1 hour"),
        (89, "about 1 hour"),
        (150, "about 2 hours"),
    ],
)
def test_durations_are_rounded(minutes: int, text: str) -> None:
    assert duration(minutes) == text


TABLE = "date,network,text,likes,followers\n" + "".join(
    f"2026-02-{n + 1:02},x,text {n},{n},400\n" for n in range(12)
)


def test_as_a_process(tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text(TABLE)
    done = klout("hints", str(table), "--goal", "90", "--by", "2026-12")
    assert (done.code, done.err) == (0, "")
    assert "Plan to 90.0" in done.out
    assert klout("hints", str(table), "--by", "2026-12").code == 2
    assert klout("hints", str(table), "--goal", "90", "--by", "soon").code == 2
