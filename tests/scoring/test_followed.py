"""Which hints were followed between two dates, and what that brought."""

import json

import jsonschema
import pytest

from klout_cli.person.rows import Export
from klout_cli.reports.json_report import JsonReport
from klout_cli.reports.redact import hidden, redacted_comparison
from klout_cli.results import Comparison
from klout_cli.scoring.compare import compare
from klout_cli.scoring.model import load
from tests.cli.processes import ROOT
from tests.scoring.advised import blog, endorsed, evenings, follower_of_many, report, taken

MODEL = load("klout")
ASKED = blog(anna=(4, 0), ben=(3, 0))


def compared(before: list[Export], after: list[Export]) -> Comparison:
    return compare(taken(before).snapshot, taken(after).snapshot, MODEL)


@pytest.mark.parametrize(
    ("before", "after", "id"),
    [
        (ASKED, blog(anna=(4, 4), ben=(3, 2)), "answer"),
        (follower_of_many(), follower_of_many(4_000), "unfollow"),
        (endorsed(), endorsed(recommendations=1), "recommend"),
    ],
)
def test_a_followed_hint_brought_exactly_its_fact(before: Export, after: Export, id: str) -> None:
    found = compared([before], [after])
    (followed,) = [row for row in found.followed if row.hint.id == id]
    assert followed.brought == pytest.approx(found.change, abs=1e-9), "nothing else has changed"
    assert followed.brought > 0
    assert followed.within_margin == (followed.brought < found.noise)


def test_only_the_change_of_that_fact_counts() -> None:
    louder = [blog(anna=(4, 4), ben=(3, 3)), evenings(3)]
    found = compared([ASKED, evenings()], louder)
    alone = compared([ASKED], [louder[0]]).followed[0]
    followed = next(row for row in found.followed if row.hint.id == "answer")
    assert followed.before == alone.before and followed.after == alone.after == 1
    assert followed.brought < found.change - 0.2


@pytest.mark.parametrize("after", [ASKED, blog(anna=(9, 0), ben=(9, 0))])
def test_a_hint_that_was_not_followed_is_not_claimed(after: Export) -> None:
    assert not compared([ASKED], [after]).followed


def test_an_account_that_is_gone_has_followed_nothing() -> None:
    found = compared([ASKED, evenings()], [evenings()])
    assert "answer" not in {row.hint.id for row in found.followed}


def test_followed_hints_keep_the_schema() -> None:
    shown = json.loads(JsonReport().comparison(compared([ASKED], [blog(anna=(4, 4), ben=(3, 3))])))
    schema = ROOT / "klout_cli/reports/schema/comparison-1.json"
    jsonschema.Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(shown)
    (followed,) = shown["followed"]
    assert followed["hint"]["id"] == "answer" and followed["brought"] > 0


def test_redaction_withholds_names_and_small_counts() -> None:
    sides = hidden([taken([ASKED]).snapshot, taken([blog(anna=(4, 4))]).snapshot])
    shown = JsonReport().comparison(redacted_comparison(compare(*sides, MODEL)))
    assert "erika" not in shown


def test_the_hint_is_the_one_that_was_shown_then() -> None:
    (followed,) = compared([ASKED], [blog(anna=(4, 4), ben=(3, 3))]).followed
    assert followed.hint in report([ASKED]).hints
