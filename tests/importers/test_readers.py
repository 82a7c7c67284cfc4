from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.importers.readers import Counted, period_of, take_readers
from klout_cli.person.rows import Draft
from klout_cli.values.dates import DAY, iso_day, midnight

FIRST = midnight(2026, 1, 1)


def span(start: int, days: int, readers: int) -> Counted:
    return Counted(FIRST + start * DAY, FIRST + (start + days - 1) * DAY, readers)


def taken(*tables: Sequence[Counted]) -> Draft:
    draft = Draft("blog")
    take_readers(draft, tables, "export a month")
    return draft


def levels(draft: Draft) -> list[tuple[str, int, str]]:
    return [(iso_day(level.at or 0), level.value, level.quality) for level in draft.levels]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-01-05", "2026-01-05", "2026-01-05"),
        ("2025-12-29,2026-01-04", "2025-12-29", "2026-01-04"),
        ("imported_visitors_20260101_20260331.csv", "2026-01-01", "2026-03-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("January 2026", "2026-01-01", "2026-01-31"),
        ("Wednesday, January 7, 2026", "2026-01-07", "2026-01-07"),
        ("week January 5 – 11, 2026", "2026-01-05", "2026-01-11"),
        ("December 29, 2025 – January 4, 2026", "2025-12-29", "2026-01-04"),
        ("Mittwoch, 7. Januar 2026", "2026-01-07", "2026-01-07"),
        ("5. – 11. März 2026", "2026-03-05", "2026-03-11"),
        ("28. Feb. – 3. März 2026", "2026-02-28", "2026-03-03"),
    ],
)
def test_periods_as_they_are_written(text: str, first: str, last: str) -> None:
    period = period_of(text)
    assert period is not None
    assert tuple(map(iso_day, period)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Besucher",
        "2026-02-31",
        "janvier 2026",
        "31. Februar 2026",
        "2026-02-02,2026-02-01",
        "1066",
        "9999-12",
    ],
)
def test_d3_what_is_no_period(text: str) -> None:
    assert period_of(text) is None


def test_months_are_taken_as_they_are() -> None:
    draft = taken([span(0, 31, 310), span(31, 28, 290), span(59, 3, 40)])
    assert levels(draft) == [("2026-01-31", 310, "exact"), ("2026-02-28", 290, "exact")]
    assert draft.notes == []
    assert draft.exported_at == midnight(2026, 3, 4) - 1


def test_months_go_before_all_else_and_the_larger_count_of_one_day_wins() -> None:
    assert levels(
        taken([span(0, 30, 100)], [span(0, 31, 90)], [span(2, 28, 70)], [span(30, 1, 5000)])
    ) == [
        ("2026-01-30", 100, "exact"),
        ("2026-01-31", 90, "exact"),
    ]


def test_days_of_the_last_thirty_add_up() -> None:
    draft = taken([span(day, 1, 1000 if day < 10 else 5) for day in range(40)])
    assert levels(draft) == [("2026-02-09", 150, "rounded")]
    assert draft.notes == [
        "Readers per month estimated from 30 days, as returning readers may count twice"
    ]


def test_days_without_a_row_had_no_reader() -> None:
    assert levels(taken([span(0, 1, 7), span(36, 1, 5)])) == [("2026-02-06", 5, "rounded")]


def test_weeks_and_years_are_scaled_to_thirty_days() -> None:
    assert levels(taken([span(7 * week, 7, 70) for week in range(6)])) == [
        ("2026-02-11", 300, "rounded")
    ]
    assert levels(taken([span(0, 365, 3650)])) == [("2026-12-31", 300, "rounded")]


def test_less_than_a_month_is_never_scaled_up() -> None:
    draft = taken([span(day, 1, 4) for day in range(27)])
    assert levels(draft) == [("2026-01-27", 108, "cut")]
    assert draft.notes == ["Readers per month: at least as many as in 27 days"]


def test_of_several_tables_the_newest_then_the_one_nearest_to_a_month_counts() -> None:
    assert levels(
        taken(
            [span(0, 365, 9999)],
            [span(358, 7, 50)],
            [span(week * 7 + 1, 7, 7) for week in range(52)],
        )
    ) == [("2026-12-31", 30, "rounded")]


def test_nothing_counted_gives_no_level_and_says_what_to_export() -> None:
    draft = taken([], [])
    assert (draft.levels, draft.exported_at) == ([], None)
    assert draft.notes == ["No reader count for known days. export a month"]


def test_q16_no_reader_is_a_count() -> None:
    assert levels(taken([span(0, 30, 0)])) == [("2026-01-30", 0, "exact")]


@given(
    st.lists(
        st.builds(span, st.integers(0, 90), st.integers(1, 400), st.integers(0, 10**6)), max_size=8
    )
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_the_order_of_rows_never_matters_and_more_readers_never_give_fewer(
    table: list[Counted],
) -> None:
    once = levels(taken(table))
    assert levels(taken(list(reversed(table)))) == once
    more = [Counted(one.first, one.last, one.readers + 9) for one in table]
    for (day, readers, quality), (same, grown, alike) in zip(
        once, levels(taken(more)), strict=True
    ):
        assert (day, quality) == (same, alike)
        assert grown >= readers


@given(st.text(max_size=40))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_any_text_is_a_period_or_none(text: str) -> None:
    period = period_of(text)
    assert period is None or period[0] <= period[1]
