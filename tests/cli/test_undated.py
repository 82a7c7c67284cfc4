"""Files without any date: no date is made up from the clock, and the score says that it has none."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.processes import ROOT, klout

TABLE = """network,account,followers,following,posts,likes,comments,shares
x,frieda,1200,400,20,300,40,30
googleplus,frieda,700,,,,,
"""
POST = """date,network,account,text,likes,comments,shares
2025-11-30,mastodon,frieda,hello,3,1,0
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    file = tmp_path / "accounts.csv"
    file.write_text(TABLE, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    "command",
    [("score", "--no-history"), ("audit",), ("perks",), ("hints",)],
    ids=lambda command: command[0],
)
def test_the_json_is_the_same_on_any_day(command: tuple[str, ...], table: str) -> None:
    days = [
        klout(*command, table, "--format", "json", env={"KLOUT_TODAY": day})
        for day in ("2026-03-01", "2031-12-24")
    ]
    assert [day.code for day in days] == [0, 0]
    assert days[0].out == days[1].out


def test_the_date_is_null_and_screens_say_so(table: str) -> None:
    report = json.loads(klout("score", table, "--no-history", "--format", "json").out)
    by_network = {account["network"]: account for account in report["accounts"]}
    assert report["as_of"] is None
    assert by_network["x"]["window"] == {"from": None, "to": None, "posts": 20}
    assert by_network["googleplus"]["state"] == "historical"
    for command in ("score", "hints", "audit", "perks"):
        assert "no date in these files" in klout(command, table).out


@pytest.mark.parametrize(("command", "schema"), [("score", "report"), ("audit", "audit")])
def test_the_json_without_a_date_keeps_to_its_schema(command: str, schema: str, table: str) -> None:
    rules = (ROOT / f"klout_cli/reports/schema/{schema}-1.json").read_text("utf-8")
    shown = klout(command, table, "--format", "json")
    jsonschema.Draft202012Validator(json.loads(rules)).validate(json.loads(shown.out))


@pytest.mark.parametrize(
    ("language", "date"), [("en", "no date in these files"), ("de", "kein Datum in diesen Dateien")]
)
def test_a_report_without_a_date_is_checked_like_any_other(
    language: str, date: str, table: str, tmp_path: Path
) -> None:
    page = str(tmp_path / "page.html")
    made = klout("--lang", language, "report", table, "--application", "-o", page)
    assert made.code == 0, made.err
    text = Path(page).read_text("utf-8")
    assert date in text and "None" not in text and "9999" not in text
    assert klout("verify", page, table).code == 0


def test_as_of_gives_the_score_a_date(table: str) -> None:
    shown = klout("score", table, "--as-of", "2019-04-02", "--no-history", "--format", "json")
    report = json.loads(shown.out)
    states = {account["network"]: account["state"] for account in report["accounts"]}
    assert report["as_of"] == "2019-04-02"
    assert states == {"x": "scored", "googleplus": "scored"}


def test_one_date_in_any_file_is_the_day_of_all(table: str, tmp_path: Path) -> None:
    posts = tmp_path / "posts.csv"
    posts.write_text(POST, encoding="utf-8")
    shown = klout("score", table, str(posts), "--no-history", "--format", "json")
    assert json.loads(shown.out)["as_of"] == "2025-11-30"


def test_a_score_without_a_date_is_not_saved_and_says_how_it_would_be(
    table: str, tmp_path: Path
) -> None:
    env = {"KLOUT_HOME": str(tmp_path / "home")}
    shown = klout("score", table, env=env)
    assert shown.code == 0
    assert "Not saved" in shown.err and "--as-of 2026-03-01" in shown.err
    assert klout("perks", env=env).code == 3
    dated = klout("score", table, "--as-of", "2026-02-01", env=env)
    assert dated.err == ""
    assert klout("perks", env=env).code == 0


@pytest.mark.parametrize("more", [(), ("--period", "month")], ids=["two files", "months"])
def test_scores_without_a_date_cannot_be_compared(table: str, more: tuple[str, ...]) -> None:
    shown = klout("compare", table, *(more or (table,)))
    assert (shown.code, shown.out) == (3, "")
    assert "These files have no date" in shown.err
    assert "klout score FILE --as-of 2026-03-01" in shown.err


def test_two_days_asked_for_can_be_compared(table: str) -> None:
    days = ("--as-of", "2026-01-01", "--as-of", "2026-02-01")
    shown = klout("compare", table, *days, "--format", "json")
    assert shown.code == 0
    assert json.loads(shown.out)["change"] == 0
