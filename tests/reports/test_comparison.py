"""What the screens of two and of many dates promise."""

import json
import re
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.reports import renderer
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.comparison import SPARKS, sparkline
from klout_cli.reports.terminal import Terminal
from klout_cli.results import Comparison, ModelName, Moment, Part, Published, Side, Trend
from tests.reports.people import STANDARD, consultant
from tests.reports.test_json_report import SCHEMA_FOLDER
from tests.reports.test_score_screen import HOSTILE, hostile

NOW = consultant()
ACCOUNTS = [account.id for account in NOW.judgement.accounts]
OLDER = ModelName("klout", 0, "sha256:0", standard=False)


def comparison(parts: tuple[Part, ...], noise: float = 1.0) -> Comparison:
    """Return the consultant now, and before with as many points less as the parts sum to.

    A model's part was published otherwise.
    """
    after = NOW.judgement
    by_model = sum(part.points for part in parts if part.kind == "model")
    value = after.score.value - sum(part.points for part in parts if part.kind != "model")
    before = replace(after, score=replace(after.score, value=value))
    older = Side("2025-09-01", before, Published(value - by_model, OLDER) if by_model else None)
    return Comparison(STANDARD, NOW.person, older, Side(NOW.as_of, after), parts, noise)


def factors(*points: float) -> tuple[Part, ...]:
    names = ("audience", "resonance", "breadth", "endorsement")
    return tuple(
        Part("factor", one, ACCOUNTS[n % len(ACCOUNTS)], names[n // len(ACCOUNTS)])
        for n, one in enumerate(points)
    )


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.floats(-2, 2), min_size=1, max_size=12))
def test_q17_printed_parts_add_up_to_the_printed_change(points: list[float]) -> None:
    text = Terminal(Screen(width=100)).comparison(comparison(factors(*points)))
    change = re.search(r"^  ([+−]?\d+\.\d) points", text, re.MULTILINE)
    shown = re.findall(r" ([+−]?\d+\.\d)$", text.partition("WHAT CHANGED")[2], re.MULTILINE)
    numbers = [Decimal(number.replace("−", "-")) for number in shown]
    assert change and sum(numbers) == Decimal(change[1].replace("−", "-"))


@pytest.mark.parametrize(
    ("points", "noise", "said"),
    [
        (2.0, 1.0, "▲ more than the margin of error (±1.0)"),
        (-2.0, 1.0, "▼ more than the margin of error (±1.0)"),
        (0.5, 1.0, "● within the margin of error (±1.0)"),
    ],
)
def test_a_word_and_a_shape_say_whether_it_is_more_than_the_margin(
    points: float, noise: float, said: str
) -> None:
    assert said in Terminal(Screen()).comparison(comparison(factors(points), noise))


def test_channels_and_the_method_are_the_largest_first_and_verbose_names_factors() -> None:
    model, source = (
        Part("model", 0.1, note="published by method klout 1"),
        Part("source", -0.2, ACCOUNTS[2], note="no longer in the exports"),
    )
    found = comparison((*factors(0.3, -0.9, 0.02), source, model))
    text = Terminal(Screen(width=100)).comparison(found)
    assert re.findall(r"^  (\S+).* [+−]\d\.\d$", text, re.MULTILINE) == [
        "LinkedIn",
        "X",
        "XING",
        "Method",
    ]
    assert "Audience −0.9" in text and "BY FACTOR" not in text
    assert "BY FACTOR" in Terminal(Screen(width=100, verbose=True)).comparison(found)


def test_a_score_published_by_an_older_method_is_shown_beside_todays() -> None:
    found = comparison((Part("model", 1.5, note="published by method klout 1"), *factors(0.5)))
    text = Terminal(Screen()).comparison(found)
    assert "50.3 on 1 Sep 2025, likely 48–57, 51.8 by today's method" in text


@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_t1_t2_only_our_own_text_reaches_the_screen(format: str) -> None:
    judgement = hostile(NOW).judgement
    parts = (Part("source", 0.5, ACCOUNTS[0], note=HOSTILE), *factors(1.0))
    found = replace(
        comparison(parts), person=HOSTILE, newer=Side(NOW.as_of, judgement), notes=(HOSTILE,)
    )
    trend = Trend(
        STANDARD,
        HOSTILE,
        (Moment("2026-03-01", judgement.score, judgement.breakdown, "2026"),),
        (HOSTILE,),
    )
    screens = renderer(format, Screen(width=80))
    for text in (screens.comparison(found), screens.trend(trend)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\udcff]", text)


def test_both_schemas_are_kept() -> None:
    moments = (
        Moment("2025-12-31", NOW.judgement.score, NOW.judgement.breakdown),
        Moment("2026-03-01", NOW.judgement.score, (), "2026"),
    )
    json_report = renderer("json", Screen())
    texts = {
        "comparison-1": json_report.comparison(comparison((Part("model", 1.5), *factors(1.0)))),
        "trend-1": json_report.trend(Trend(STANDARD, "", moments)),
    }
    for name, text in texts.items():
        schema = json.loads((SCHEMA_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(text))


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(st.floats(-100, 100), min_size=1, max_size=300))
def test_a_sparkline_has_its_highest_mark_at_its_highest_number(values: list[float]) -> None:
    drawn = sparkline(values)
    assert len(drawn) == min(len(values), 40)
    assert set(drawn) <= set(SPARKS)
    if len(values) <= 40 and max(values) - min(values) > 0.1:
        assert (
            drawn[values.index(max(values))] == SPARKS[-1]
            and drawn[values.index(min(values))] == SPARKS[0]
        )


def test_numbers_that_print_as_equal_are_a_level_line() -> None:
    assert sparkline([1.0, 1.01, 0.99]) == SPARKS[3] * 3


def test_a_trend_shows_its_chart_its_periods_and_no_level_factor() -> None:
    moments = tuple(
        Moment(
            f"202{n}-01-01",
            replace(NOW.judgement.score, value=40.0 + n),
            NOW.judgement.breakdown,
            f"202{n}",
        )
        for n in range(3)
    )
    text = Terminal(Screen(width=80)).trend(Trend(STANDARD, "", moments))
    assert re.search(r"^  42\.0 ┤ +●$", text, re.MULTILINE)
    assert re.search(r"^  2021 +1 Jan 2021 +41\.0 +48–57 +\+1\.0$", text, re.MULTILINE)
    assert "POINTS BY FACTOR" not in text
    letters = Terminal(Screen(ascii=True, encoding="ascii")).trend(Trend(STANDARD, "", moments))
    assert letters.isascii()


@pytest.mark.parametrize(("periods", "rest"), [(12, ""), (13, "1 earlier period"), (14, "2 ea")])
def test_twelve_periods_are_on_the_short_screen(periods: int, rest: str) -> None:
    moments = tuple(
        Moment(f"{2000 + n}-01-01", NOW.judgement.score, NOW.judgement.breakdown, f"{2000 + n}")
        for n in range(periods)
    )
    text = Terminal(Screen(width=80)).trend(Trend(STANDARD, "", moments))
    assert rest in text and ("earlier" in text) is bool(rest)
    assert ("2000  " in text) is not bool(rest)
