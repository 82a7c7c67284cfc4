"""The JSON contract (klout_cli/docs/formats.md)."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

import klout_cli.reports
from klout_cli.reports.json_report import JsonReport
from klout_cli.results import Report
from tests.reports.dossiers import whole
from tests.reports.people import bot, consultant
from tests.reports.test_score_screen import HOSTILE, hostile

SCHEMA_FOLDER = Path(klout_cli.reports.__file__).parent / "schema"
SCHEMA = json.loads((SCHEMA_FOLDER / "report-1.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("person", [consultant, bot])
def test_a13_json_follows_the_shipped_schema(
    person: Callable[[], Report], golden: Callable[[str, str], None]
) -> None:
    text = JsonReport().score(person())
    validator = jsonschema.Draft202012Validator
    validator.check_schema(SCHEMA)
    validator(SCHEMA, format_checker=validator.FORMAT_CHECKER).validate(json.loads(text))
    golden(f"score-{person.__name__}.json", text)


def test_a_report_adds_what_it_got_over_time() -> None:
    document = json.loads(JsonReport().dossier(whole()))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert document["activity"]["times"]["zone"] == "Europe/Berlin"
    assert {row["account"] for row in document["activity"]["weekly"]} >= {"x:erika_beratet"}
    assert len(document["trend"]) == 2
    parts = sum(part["points"] for part in document["change"]["parts"])
    assert parts == pytest.approx(document["change"]["change"])


def test_breakdown_sums_to_the_score_and_the_method_s_golden_number() -> None:
    document = json.loads(JsonReport().score(consultant()))
    assert math.isclose(
        sum(entry["points"] for entry in document["breakdown"]),
        document["score"]["value"],
        abs_tol=1e-6,
    )
    assert round(document["score"]["value"], 2) == 52.35


def test_l1_t1_n8_any_text_survives_in_pure_ascii() -> None:
    text = JsonReport().score(hostile(consultant()))
    assert text.isascii()
    assert not any(ord(mark) < 32 or ord(mark) == 127 for mark in text.replace("\n", ""))
    assert json.loads(text)["person"]["name"] == HOSTILE


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_q7_no_number_that_is_none(value: float) -> None:
    report = consultant()
    score = replace(report.judgement.score, value=value)
    with pytest.raises(ValueError):
        JsonReport().score(replace(report, judgement=replace(report.judgement, score=score)))
