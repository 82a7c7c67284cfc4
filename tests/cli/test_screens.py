"""The sample person's screens as people see them: on terminals of three widths, on a pipe, spoken, in letters, and as JSON."""

import json
import re
from collections.abc import Callable
from decimal import Decimal

import jsonschema
import pytest

from tests.cli.processes import (
    ERIKA,
    GOOGLEPLUS,
    LINKEDIN,
    ROOT,
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
    steps, _, rest = (
        "\n  average person" + told("score", ERIKA).out.partition("\n  average person")[2]
    ).partition("  ───")
    shown = [
        Decimal(number.replace("−", "-"))
        for number in re.findall(r"^  \S.*?  +([+−]?\d+\.\d)(?: |$)", steps, re.MULTILINE)
    ]
    total = re.search(r"^  Score +(\d+\.\d)", rest, re.MULTILINE)
    assert total and sum(shown) == Decimal(total[1])
    assert f"KLOUT SCORE  {total[1]} / 100" in told("score", ERIKA).out


def test_the_sample_person_measures_every_factor_somewhere() -> None:
    report = json.loads(told("score", ERIKA, "--format", "json").out)
    states = {entry["id"]: entry.get("state") for entry in report["breakdown"]}
    assert all(state in (None, "measured", "inferred") for state in states.values()), states
