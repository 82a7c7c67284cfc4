"""The sample person's screens as people see them: on one page, at three widths, piped, in JSON."""

import json
import re
from collections.abc import Callable
from decimal import Decimal

import jsonschema
import pytest

from tests.cli.processes import (
    ERIKA,
    FACEBOOK,
    GOOGLEPLUS,
    INSTAGRAM,
    LINKEDIN,
    LINKEDIN_ANALYTICS,
    PAGES,
    ROOT,
    WORDPRESS,
    XING,
    YOUTUBE,
    X,
    terminal,
    told,
)

Golden = Callable[[str, str], None]

PIPED = {
    "first-steps": (),
    "demo": ("demo",),
    "score": ("score", ERIKA),
    "score-plain": ("score", ERIKA, "--plain"),
    "score-verbose": ("score", ERIKA, "-v"),
    "score-x": ("score", X),
    "score-googleplus": ("score", GOOGLEPLUS, "--as-of", "2019-03-18"),
    "inspect-x": ("inspect", X),
    "inspect-linkedin": ("inspect", LINKEDIN),
    "sources": ("sources",),
    "sources-linkedin": ("sources", "linkedin"),
}
ALONE = (
    X,
    LINKEDIN,
    INSTAGRAM,
    FACEBOOK,
    PAGES,
    GOOGLEPLUS,
    XING,
    WORDPRESS,
    LINKEDIN_ANALYTICS,
    YOUTUBE,
)
ON_ONE_PAGE = {
    "score": ("score", ERIKA, "--no-history"),
    "score of a first impression": ("score", XING, "--no-history"),
    "compare": ("compare", ERIKA, "--as-of", "2025-12-31", "--as-of", "2026-02-28"),
    "compare --period": ("compare", ERIKA, "--period", "month"),
    "explain": ("explain", ERIKA),
    **{
        f"explain {id}": ("explain", id, ERIKA)
        for id in (
            "audience",
            "resonance",
            "amplification",
            "breadth",
            "endorsement",
            "network",
            "reciprocity",
            "substance",
            "interval",
            "style",
            "x:erika_beratet",
        )
    },
    "hints": ("hints", ERIKA),
    "whatif": ("whatif", ERIKA, "--set", "x.followers=+10%"),
    "audit": ("audit", ERIKA),
    "network": ("network", ERIKA),
    "topics": ("topics", ERIKA),
    "perks": ("perks", ERIKA),
    "inspect": ("inspect", ERIKA),
    "sources": ("sources",),
    "sources linkedin": ("sources", "linkedin"),
    "config show": ("config", "show"),
    "first steps": (),
    **{f"score {path}": ("score", path, "--no-history") for path in ALONE},
    **{f"inspect {path}": ("inspect", path) for path in ALONE},
}
LINES = {"en": 38, "de": 42}


@pytest.mark.parametrize("lang", LINES)
@pytest.mark.parametrize("name", ON_ONE_PAGE)
def test_every_default_screen_is_on_one_page(name: str, lang: str) -> None:
    screen = terminal(*ON_ONE_PAGE[name], "--lang", lang, columns=80)
    assert len(screen.splitlines()) <= LINES[lang]


def test_the_score_is_in_the_first_five_lines_and_the_screen_has_250_words() -> None:
    screen = terminal(*ON_ONE_PAGE["score"], "--color", "never", columns=80)
    assert any("of 100" in line for line in screen.splitlines()[:5])
    words = [word for word in screen.split() if re.search(r"\w", word)]
    assert len(words) <= 250


@pytest.mark.parametrize("name", PIPED)
def test_piped_screens_are_golden(golden: Golden, name: str) -> None:
    done = told(*PIPED[name])
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    golden(f"cli-{name}.txt", done.out)


def test_colour_is_written_where_it_is_asked_for() -> None:
    assert "\x1b[" in told("score", X, "--color", "always").out


def test_the_score_on_a_narrow_terminal_is_golden_and_fits(golden: Golden) -> None:
    screen = terminal(*PIPED["score"], columns=60)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", screen).splitlines())) <= 60
    golden("cli-score-60.txt", screen)


def test_the_environment_may_ask_for_another_width() -> None:
    assert terminal("sources", columns=200, env={"COLUMNS": "60"}) == terminal(
        "sources", columns=60
    )


def test_the_json_of_the_sample_person_is_golden_and_keeps_the_schema(golden: Golden) -> None:
    done = told("score", ERIKA, "--format", "json")
    schema = json.loads(
        (ROOT / "klout_cli/reports/schema/report-1.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft202012Validator(schema).validate(json.loads(done.out))
    golden("cli-score.json", done.out)


def test_the_csv_of_the_sample_person_is_golden(golden: Golden) -> None:
    golden("cli-score.csv", told("score", ERIKA, "--format", "csv").out)


def test_the_parts_add_up_in_json_and_on_the_screen() -> None:
    report = json.loads(told("score", ERIKA, "--format", "json").out)
    assert sum(entry["points"] for entry in report["breakdown"]) == pytest.approx(
        report["score"]["value"], abs=1e-6
    )
    assert all(row["read"] == row["used"] + row["skipped"] for row in report["ledger"])
    screen = told("score", ERIKA).out
    factors = screen.partition("WHAT MAKES YOUR SCORE")[2].partition("CHANNELS")[0]
    shown = [
        Decimal(number.replace("−", "-"))
        for number in re.findall(r"([+−]?\d+\.\d)$", factors, re.MULTILINE)
    ]
    score = re.search(r"^  (\d+\.\d) of 100", screen, re.MULTILINE)
    assert score and sum(shown) == Decimal(score[1])


def test_verbose_has_every_number_of_the_short_screen_and_every_channel() -> None:
    short, long = told("score", ERIKA).out, told("score", ERIKA, "-v").out
    numbers = re.compile(r"\d[\d.,]*")
    lost = set(numbers.findall(short)) - set(numbers.findall(long))
    assert lost <= {"6"}  # channels that the short screen leaves out
    accounts = json.loads(told("score", ERIKA, "--format", "json").out)["accounts"]
    table = long.partition("CHANNELS")[2].partition("WHAT TO DO NEXT")[0]
    scored = [account for account in accounts if account["state"] == "scored"]
    assert len(table.strip().splitlines()) - 1 == len(scored)


def test_the_sample_person_measures_every_factor_somewhere() -> None:
    report = json.loads(told("score", ERIKA, "--format", "json").out)
    states = {entry["id"]: entry.get("state") for entry in report["breakdown"]}
    assert all(state in (None, "measured", "inferred") for state in states.values()), states
