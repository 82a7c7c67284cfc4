import pytest

from klout_cli.importers.completeness import is_cut_by_range, missing_days, start_together
from klout_cli.values.dates import DAY, midnight

END = midnight(2026, 3, 1)


@pytest.mark.parametrize(
    ("days", "missing"), [(range(10), 0), (range(9), 1), ([0, 9], 8), ([], 10), ([-1, 20], 10)]
)
def test_days_of_a_stated_range_that_no_row_is_of(days: list[int], missing: int) -> None:
    first = END - 9 * DAY
    text = missing_days((first + day * DAY + 3600 for day in days), first, END)
    assert text == (
        ""
        if not missing
        else f"{missing} day{'s' * (missing > 1)} between 20 Feb 2026 and 1 Mar 2026 "
        f"{'are' if missing > 1 else 'is'} missing. Download the file again."
    )


@pytest.mark.parametrize("days", [7, 31, 92, 184, 366, 3 * 366])
def test_a_list_within_a_range_of_an_older_account_may_be_cut(days: int) -> None:
    start = END - days * DAY
    assert is_cut_by_range(start, start - 1, END)
    assert not is_cut_by_range(start, start, END)  # as old as the account


def test_a_list_that_goes_back_further_than_any_range_is_whole() -> None:
    assert not is_cut_by_range(END - 4 * 366 * DAY, END - 11 * 366 * DAY, END)


OLD = END - 9 * 366 * DAY


@pytest.mark.parametrize(
    ("starts", "sign_up", "together"),
    [
        ([0, 20], OLD, True),
        ([0, 20, 900], OLD, True),
        ([0, 40], OLD, False),
        ([0], OLD, False),
        ([0, 20], END - 5 * 366 * DAY, False),
    ],
    ids=["two", "two of three", "apart", "one alone", "soon after the sign-up"],
)
def test_lists_that_start_together_years_after_the_sign_up(
    starts: list[int], sign_up: int, together: bool
) -> None:
    first = END - 4 * 366 * DAY
    assert start_together([first + day * DAY for day in starts], sign_up) == together


def test_a_download_may_be_made_some_days_after_it_was_asked_for() -> None:
    assert is_cut_by_range(END - (366 + 4) * DAY, OLD, END)
