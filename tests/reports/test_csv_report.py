"""The long table for spreadsheets."""

import csv
import io
import math
from collections.abc import Callable

import pytest

from klout_cli.reports.csv_report import COLUMNS, CsvReport, text
from klout_cli.results import Report
from tests.reports.people import bot, consultant
from tests.reports.test_score_screen import hostile


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(CsvReport().score(report)), strict=True))


@pytest.mark.parametrize("person", [consultant, bot])
def test_csv(person: Callable[[], Report], golden: Callable[[str, str], None]) -> None:
    golden(f"score-{person.__name__}.csv", CsvReport().score(person()))
    assert tuple(rows(person())[0]) == COLUMNS


def test_rows_add_up() -> None:
    table = rows(consultant())
    person = [float(row["points"]) for row in table if not row["account"]]
    assert round(sum(person), 2) == 52.35
    factors = [float(row["contribution"]) for row in table if row["account"]]
    assert math.isclose(sum(factors), sum(person) - person[0] - person[-1])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "－"])
def test_t13_text_cells_are_never_formulas(start: str) -> None:
    assert text(start + "1+1").startswith("'")


def test_t13_numbers_stay_numbers() -> None:
    assert any(float(row["points"]) < 0 for row in rows(bot()) if row["points"])
    assert text("x:-1") == "x:-1"


def test_t1_hostile_text_stays_in_its_cell() -> None:
    table = CsvReport().score(hostile(bot()))
    assert "\x1b" not in table
    assert len(rows(hostile(bot()))) == len(rows(bot()))
