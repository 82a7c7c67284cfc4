"""`klout compare` as people run it: dates of the history, exports, two dates within one, gates, and every form of output."""

import csv
import io
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from klout_cli.history.store import History
from tests.cli.processes import LINKEDIN, ROOT, Ended, X, klout, terminal, told

Golden = Callable[[str, str], None]
BEFORE, NOW = "sample_data/erika/2025-09-01", "sample_data/erika/2026-03-01"
WITHIN = (X, "--as-of", "2025-12-31", "--as-of", "2026-02-27")
SCHEMAS = ROOT / "klout_cli/reports/schema"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in whose history the sample person was scored on two dates."""
    home = tmp_path_factory.mktemp("home")
    for exports in (BEFORE, NOW):
        assert klout("score", exports, env={"KLOUT_HOME": str(home)}).code == 0
    return home


def at_home(home: Path, *arguments: str) -> Ended:
    return klout("compare", *arguments, env={"KLOUT_HOME": str(home)})


def document(done: Ended, schema: str) -> Any:
    found = json.loads(done.out)
    validator = jsonschema.Draft202012Validator
    shipped = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    validator.check_schema(shipped)
    validator(shipped, format_checker=validator.FORMAT_CHECKER).validate(found)
    return found


FORMS = {
    "": (),
    "-plain": ("--plain",),
    "-json": ("--format", "json"),
    "-csv": ("--format", "csv"),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_two_dates_of_the_sample_person_are_golden(golden: Golden, form: str) -> None:
    done = told("compare", BEFORE, NOW, *FORMS[form], "-q")
    assert (done.code, done.err) == (0, "")
    golden(f"cli-compare{form}.txt", done.out)


def test_periods_within_one_export_are_golden(golden: Golden) -> None:
    done = told("compare", X, "--period", "quarter")
    assert (done.code, done.err) == (0, "")
    golden("cli-compare-period.txt", done.out)


def test_on_a_narrow_terminal_it_is_golden_and_fits(golden: Golden) -> None:
    screen = terminal("compare", BEFORE, NOW, "-q", columns=60)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", screen).splitlines())) <= 60
    golden("cli-compare-60.txt", screen)


def test_the_printed_parts_add_up_to_the_printed_change() -> None:
    shown = told("compare", BEFORE, NOW, "-q").out.replace("−", "-")
    header = re.search(
        r"^  ([+-]\d+\.\d) points .*\n  (\d+\.\d) on .*\n  (\d+\.\d) on ", shown, re.MULTILINE
    )
    assert header
    change, was, now = map(Decimal, header.groups())
    listed = shown.partition("WHAT CHANGED\n")[2].partition("\n\n")[0].splitlines()
    parts = [Decimal(line.split()[-1]) for line in listed]
    assert len(parts) >= 3 and sum(parts) == change and was + change == now


def test_json_parts_sum_to_the_change_of_two_scores() -> None:
    found = document(told("compare", BEFORE, NOW, "--format", "json", "-q"), "comparison-1")
    scores = [
        json.loads(told("score", exports, "--format", "json", "-q").out)["score"]["value"]
        for exports in (BEFORE, NOW)
    ]
    assert found["change"] == pytest.approx(scores[1] - scores[0], abs=1e-9)
    assert sum(part["points"] for part in found["parts"]) == pytest.approx(
        found["change"], abs=1e-9
    )
    rows = list(
        csv.DictReader(io.StringIO(told("compare", BEFORE, NOW, "--format", "csv", "-q").out))
    )
    assert sum(float(row["points"]) for row in rows) == pytest.approx(found["change"], abs=1e-9)


def test_the_history_gives_what_the_exports_give(home: Path) -> None:
    by_default = at_home(home, "--format", "json")
    assert by_default.code == 0, by_default.err
    fresh = document(told("compare", BEFORE, NOW, "--format", "json", "-q"), "comparison-1")
    kept = document(by_default, "comparison-1")
    assert kept["from"].pop("published")["value"] == pytest.approx(fresh["from"]["score"]["value"])
    assert fresh["from"].pop("published") is None
    assert (fresh.pop("followers") != [], kept.pop("followers")) == (True, [])  # of exports alone
    assert kept == fresh
    for names in (
        ("previous", "latest"),
        ("1", "2"),
        ("2025-09-01", "2026-03-01"),
        ("2025-09-01",),
        (BEFORE,),
    ):
        assert json.loads(at_home(home, *names, "--format", "json", "-q").out)[
            "change"
        ] == pytest.approx(fresh["change"])


def test_a_snapshot_of_an_older_model_is_judged_by_todays_and_gets_a_line(
    home: Path, tmp_path: Path
) -> None:
    """The history says that the older score was published as 2 points lower by version 0 of the model."""
    file = tmp_path / "history.sqlite3"
    older, newer = History(home / "history.sqlite3").all()
    History(file).keep(
        older.snapshot,
        replace(older.model, version=0, fingerprint="sha256:0"),
        replace(older.score, value=older.value - 2),
    )
    History(file).keep(newer.snapshot, newer.model, newer.score)
    done = klout("compare", "--history", str(file), "--format", "json")
    assert done.code == 0, done.err
    found = document(done, "comparison-1")
    first = found["parts"][0]
    assert (first["kind"], first["note"]) == ("model", "published by method klout 0")
    assert first["points"] == pytest.approx(2.0, abs=1e-9)
    assert found["change"] == pytest.approx(
        found["to"]["score"]["value"] - found["from"]["published"]["value"], abs=1e-9
    )
    shown = klout("compare", "--history", str(file)).out
    assert re.search(r"^  Method  .* \+2\.0$", shown, re.MULTILINE)
    assert "by today's method" in shown


def test_two_dates_within_one_export_say_what_is_held_constant() -> None:
    found = document(told("compare", *WITHIN, "--format", "json"), "comparison-1")
    assert [found[side]["as_of"] for side in ("from", "to")] == ["2025-12-31", "2026-02-27"]
    assert found["notes"] == [
        "X erika_beratet: the follower count of 27 Feb 2026 is used for every date"
    ]
    assert {part["factor"] for part in found["parts"]} <= {
        "resonance",
        "amplification",
        "breadth",
        "substance",
        "reciprocity",
        "network",
    }
    assert found["notes"][0] in told("compare", *WITHIN, "-v").out


def test_connections_carry_their_dates() -> None:
    done = told(
        "compare", LINKEDIN, "--as-of", "2025-06-30", "--as-of", "2026-02-28", "--format", "json"
    )
    found = document(done, "comparison-1")
    assert found["notes"] == []
    assert next(part["points"] for part in found["parts"] if part["factor"] == "audience") > 0


def test_periods_carry_their_names_and_every_date_is_judged(home: Path) -> None:
    found = document(at_home(home, "--period", "quarter", "--format", "json"), "trend-1")
    assert [(moment["period"], moment["as_of"]) for moment in found["moments"]] == [
        ("2025-Q3", "2025-08-31"),
        ("2026-Q1", "2026-02-28"),
    ]
    for moment in found["moments"]:
        assert sum(entry["points"] for entry in moment["breakdown"]) == pytest.approx(
            moment["score"]["value"], abs=1e-6
        )
    shown = at_home(home, "--period", "quarter").out
    assert re.search(r"^  2026-Q1 .* \+\d\.\d$", shown, re.MULTILINE)


@pytest.mark.parametrize(("limit", "code"), [("0", 1), ("0.5", 1), ("50", 0), ("nan", 1)])
def test_a16_the_gate_and_the_printed_change_are_one_number(
    home: Path, limit: str, code: int
) -> None:
    done = at_home(home, "latest", "previous", "--fail-on-drop", limit, "--format", "json")
    drop = -json.loads(done.out)["change"]
    assert drop > 0.5
    assert done.code == code
    assert done.err == (
        f"The score fell by {drop:.1f}, more than {limit}.\n--fail-on-drop\n" if code else ""
    )


def test_a16_a_rise_passes(home: Path) -> None:
    assert at_home(home, "--fail-on-drop", "0").code == 0


def test_o_writes_each_format_to_a_file(home: Path, tmp_path: Path) -> None:
    done = at_home(home, "--format", "json", "--format", "csv", "-o", str(tmp_path / "change"))
    assert (done.code, done.out) == (0, "")
    assert (
        json.loads((tmp_path / "change.json").read_text(encoding="utf-8"))["schema"]
        == "klout.comparison/1"
    )
    assert (
        (tmp_path / "change.csv")
        .read_text(encoding="utf-8")
        .startswith("kind,account,factor,points,note\n")
    )


def test_another_model_judges_both(home: Path) -> None:
    found = json.loads(at_home(home, "--model", "professional", "--format", "json").out)
    assert found["model"]["name"] == "professional"
    assert found["parts"][0]["kind"] == "model"
    assert sum(part["points"] for part in found["parts"]) == pytest.approx(
        found["change"], abs=1e-9
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--as-of", "2025-09-01"), 2, "--as-of compares two days of one export."),
        ((X, "--as-of", "2025-09-01"), 2, "--as-of compares two days of one export."),
        (
            (X, LINKEDIN, "--as-of", "2025-09-01", "--as-of", "2026-01-01"),
            2,
            "--as-of compares two days of one export.",
        ),
        ((X, LINKEDIN, "--period", "month"), 2, "--as-of compares two days of one export."),
        ((X, "--as-of", "2025-09-01", "--as-of", "tomorrow"), 2, "“tomorrow” isn't a date"),
        (("1999-01-01",), 3, "No score is saved from 1 Jan 1999 or before."),
        (("nowhere.zip",), 5, "nowhere.zip"),
        (("--period", "week"), 2, "quarter"),
    ],
)
def test_wrong_usage_says_what_to_do(
    home: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = at_home(home, *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_an_empty_history_says_how_to_fill_it(tmp_path: Path) -> None:
    done = at_home(tmp_path)
    assert done.code == 3
    assert "klout score FILE saves a score" in done.err


def test_the_demo_shows_the_same_comparison() -> None:
    shown = told("compare", BEFORE, NOW, "-q").out
    verdict = shown.partition("\n\n  WHAT CHANGED")[0]
    assert verdict.count("\n") == 4 and verdict in told("demo").out


CAME, LEFT = "Dörte Beispielsen", "Stefan Nullwert"


def test_who_came_and_left_is_named_on_the_own_screen_alone() -> None:
    shown = told("compare", BEFORE, NOW, "-q", "-v").out
    assert CAME in shown and LEFT in shown and "finn.platzhalter" in shown
    assert CAME not in told("compare", BEFORE, NOW, "-q").out
    for form in ("json", "csv", "markdown", "html"):
        out = told("compare", BEFORE, NOW, "-q", "--format", form).out
        assert not re.search(f"{CAME}|{LEFT}|finn.platzhalter", out), form
    redacted = told("compare", BEFORE, NOW, "-q", "--redact").out
    assert not re.search(f"{CAME}|{LEFT}|platzhalter|erika", redacted, re.IGNORECASE)


def test_counts_of_who_came_and_left_add_up_to_the_totals() -> None:
    options = ("compare", BEFORE, NOW, "-q", "--format", "json")
    found = document(told(*options), "comparison-1")["followers"]
    assert [one["network"] for one in found] == [
        "facebook_profile", "instagram", "linkedin", "x", "xing",
    ]  # fmt: skip
    assert all(one["before"] + one["came"] - one["left"] == one["after"] for one in found)
    assert not any("names" in one for one in found)
    named = document(told(*options, "--with-names"), "comparison-1")["followers"]
    assert all(len(one["names"]["left"]) == one["left"] for one in named if one["network"] != "x")
    (x,) = (one for one in named if one["network"] == "x")
    assert x["names"] == {"came": [], "left": [], "back": []}  # the archive has numbers alone


def test_a_small_count_is_not_given_away_by_the_totals() -> None:
    options = ("compare", BEFORE, NOW, "-q", "--format", "json", "--redact")
    found = {one["network"]: one for one in document(told(*options), "comparison-1")["followers"]}
    assert (found["linkedin"]["came"], found["linkedin"]["left"]) == (None, "<5")
    assert (found["instagram"]["came"], found["instagram"]["left"]) == (62, 6)
    assert {one["handle"] for one in found.values()} == {None}


def test_names_are_either_shown_or_hidden() -> None:
    assert klout("compare", BEFORE, NOW, "--redact", "--with-names").code == 2


def test_a_saved_score_has_no_list_of_people(home: Path) -> None:
    done = at_home(home, "--format", "json")
    assert json.loads(done.out)["followers"] == []
    for file in home.rglob("*"):
        if file.is_file():
            assert not re.search(rb"Nullwert|Beispielsen|finn\.platzhalter", file.read_bytes())
