"""`klout perks`, and the explanations of numbers that are no factor, as people start them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.processes import ERIKA, klout, told
from tests.cli.test_explain import EQUATION, worth

Golden = Callable[[str, str], None]
FIGURES = ("average", "channels", "ceiling", "interval", "percentile", "measured", "on_topic")
TRAITS = ("steadiness", "outreach", "style")


def test_perks_from_history_are_those_from_the_exports(tmp_path: Path) -> None:
    env = {"KLOUT_HOME": str(tmp_path)}
    assert klout("perks", env=env).code == 3
    assert klout("score", ERIKA, env=env).code == 0
    catalogue = tmp_path / "perks.yaml"
    perks = "{a: {title: A, reward: b, minimum_score: 70}, t: {title: T, reward: b, topics: [kommunikation]}}"
    catalogue.write_text(f"title: c\nperks: {perks}\n", encoding="utf-8")
    recalled, read = (
        klout("perks", *path, "--catalogue", str(catalogue), env=env) for path in ((), (ERIKA,))
    )
    assert (recalled.code, recalled.err) == (0, "")
    assert recalled.out == read.out
    offered = json.loads(
        klout("perks", "--catalogue", str(catalogue), "--format", "json", env=env).out
    )["offers"]
    assert [(offer["id"], offer["qualifies"]) for offer in offered] == [("a", False), ("t", True)]


def test_the_change_perks_calculates_reaches_the_perk() -> None:
    offers = json.loads(told("perks", ERIKA, "--format", "json").out)["offers"]
    (needed,) = (one for offer in offers for one in offer["requirements"] if one["needs"] == [60.0])
    assert f"needs a score of 60, {needed['lacks']:.1f} more" in told("perks", ERIKA).out
    tried = klout("whatif", "--set", needed["change"], ERIKA, "--format", "json")
    assert 60 <= json.loads(tried.out)["after"]["score"]["value"] < 60.01


def test_perks_as_json_agree_with_the_score() -> None:
    found = json.loads(told("perks", ERIKA, "--format", "json").out)
    score = json.loads(told("score", ERIKA, "--format", "json").out)
    assert (found["schema"], found["score"], found["on_topic"]) == (
        "klout.perks/1",
        score["score"]["value"],
        score["on_topic"]["score"],
    )
    assert all(
        offer["qualifies"] == all(one["met"] for one in offer["requirements"])
        for offer in found["offers"]
    )


def test_a_catalogue_that_is_wrong_is_named_with_its_place(tmp_path: Path) -> None:
    catalogue = tmp_path / "perks.yaml"
    catalogue.write_text(
        "title: c\nperks:\n  a: {title: A, reward: b, minimum_scor: 70}\n", encoding="utf-8"
    )
    done = klout("perks", ERIKA, "--catalogue", str(catalogue))
    assert done.code == 2 and "did you mean minimum_score?" in done.err and "perks" in done.err
    assert klout("perks", ERIKA, "--catalogue", str(tmp_path / "none.yaml")).code == 5


@pytest.mark.parametrize("figure", FIGURES)
def test_every_equation_of_a_number_holds(figure: str) -> None:
    done = told("explain", figure, ERIKA)
    assert (done.code, done.err) == (0, "")
    for found in EQUATION.finditer(
        re.sub(r" (sampling|missing|reference|staleness)\b", "", done.out)
    ):
        assert worth(found["left"]) == pytest.approx(worth(found["right"]), rel=2e-5, abs=6e-3), (
            found[0]
        )


@pytest.mark.parametrize("key", ["percentile", "measured"])
def test_a_number_explained_is_the_number_printed(key: str) -> None:
    lines = json.loads(told("explain", key, ERIKA, "--format", "json").out)["lines"]
    score = json.loads(told("score", ERIKA, "--format", "json").out)["score"]
    assert (
        next(line["numbers"][key] for line in lines if line["name"] in ("below you", "measured"))
        == score[key]
    )


def test_the_parts_of_the_interval_give_the_interval() -> None:
    lines = json.loads(told("explain", "interval", ERIKA, "--format", "json").out)["lines"]
    variance = next(line["numbers"]["variance"] for line in lines if line["name"] == "variance")
    assert sum(line["numbers"].get("part", 0) for line in lines) == pytest.approx(variance)
    score = json.loads(told("score", ERIKA, "--format", "json").out)["score"]
    assert score["high"] - score["low"] == pytest.approx(2 * 1.2815515655446004 * variance**0.5)


def test_perks_are_golden(golden: Golden) -> None:
    golden("cli-perks.txt", told("perks", ERIKA).out)


@pytest.mark.parametrize("what", ["interval", "outreach"])
def test_explanations_of_other_numbers_are_golden(golden: Golden, what: str) -> None:
    golden(f"cli-explain-{what}.txt", told("explain", what, ERIKA).out)
