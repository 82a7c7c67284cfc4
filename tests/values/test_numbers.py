"""Numbers as people and exports write them: each row Q of the reliability catalogue."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.intake import Bad
from klout_cli.values.numbers import (
    NEGATIVE,
    NOT_A_NUMBER,
    NOT_WHOLE,
    TOO_LARGE,
    TOO_LONG,
    count,
    decimal_mark,
    is_rounded,
    rate,
)

SETTINGS = settings(deadline=None, derandomize=True, max_examples=60)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["3,5"], ","),
        (["3.5"], "."),
        (["1.234", "3,5"], ","),
        (["1.234,5"], ","),
        (["1,234.5"], "."),
        (["1.234.567,8"], ","),
        (["1 234,5"], ","),
        (["12,5 %"], ","),
        (["1,2 Tsd."], ","),
        (["1.234", "5.678"], ""),
        (["1,234"], ""),
        (["1.234.567"], ""),
        (["12", "", "-"], ""),
        ([], ""),
        (["Summe, 3"], ""),
        (["1.2345"], "."),
        (["0.250"], ""),
    ],
)
def test_q1_a_column_says_which_mark_is_decimal(cells: list[str], mark: str) -> None:
    assert decimal_mark(cells) == mark
    assert decimal_mark(cells, ",") == ","


@pytest.mark.parametrize(
    ("cell", "mark", "value"),
    [
        ("3,5", ",", 3.5),
        ("3,5", ".", NOT_A_NUMBER),
        ("3.5", ",", NOT_A_NUMBER),
        ("1.234", "", 1234),
        ("1.234", ".", 1.234),
        ("1.234", ",", 1234),
    ],
)
def test_q1_q2_a_rate_is_read_with_the_mark_of_its_column(
    cell: str, mark: str, value: float | Bad
) -> None:
    assert rate(cell, mark) == value


@pytest.mark.parametrize(
    "cell",
    [
        "1.234",
        "1,234",
        "1 234",
        "1\u00a0234",
        "1\u202f234",
        "1'234",
        "1’234",
        "1234",
        "+1234",
        "1234.0",
        "1.234,0",
    ],
)
def test_q2_q3_a_count_is_whole_so_threes_are_groups(cell: str) -> None:
    assert count(cell) == 1234


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        ("1.234,5", ","),
        ("1,234.5", "."),
        ("1'234.5", "."),
        ("1 234,5", ","),
        ("1\u202f234,5", ","),
        ("1\u00a0234.5", "."),
    ],
)
def test_q3_group_marks_of_any_country(cell: str, mark: str) -> None:
    assert rate(cell, mark) == 1234.5
    assert decimal_mark([cell]) == mark


@pytest.mark.parametrize(
    "cell", ["12.34.5", "1,2,3", "1.23.456", "12 34", "1 2345", "1,234,56", "1..2", "1.,2"]
)
def test_q4_groups_not_of_three_are_no_number(cell: str) -> None:
    assert count(cell) == NOT_A_NUMBER


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,2 Tsd.", 1_200),
        ("1,2 tsd", 1_200),
        ("3.4K", 3_400),
        ("63.3K", 63_300),
        ("12k", 12_000),
        ("1,1 Mio.", 1_100_000),
        ("1.1M", 1_100_000),
        ("2 Mio", 2_000_000),
        ("2,3 Mrd.", 2_300_000_000),
        ("1.5B", 1_500_000_000),
        ("~500", 500),
        ("~ 500", 500),
        ("≈500", 500),
        ("500+", 500),
    ],
)
def test_q5_rounded_counts(cell: str, value: int) -> None:
    assert count(cell) == value
    assert is_rounded(cell)


@pytest.mark.parametrize(
    "cell", ["500", "1.234", "1,234", "+5", "12,5 %", "", "--", "viele", "5.", None, 500, 3.5, True]
)
def test_q5_other_counts_are_not_rounded(cell: object) -> None:
    assert not is_rounded(cell)


@pytest.mark.parametrize("cell", ["-4", "−4", "-1,5 Tsd.", -4, -4.0, "-1.234"])
def test_q6_negative(cell: object) -> None:
    assert count(cell) == NEGATIVE


def test_q6_a_rate_may_be_negative() -> None:
    assert rate("−1,9 %", ",") == pytest.approx(-0.019)


@pytest.mark.parametrize(
    "cell",
    [
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "Infinity",
        "1e999",
        "1E5",
        float("nan"),
        float("inf"),
        float("-inf"),
    ],
)
def test_q7_nothing_endless_comes_in(cell: object) -> None:
    assert count(cell) == rate(cell) == NOT_A_NUMBER


@pytest.mark.parametrize(
    "cell",
    ["1" + "0" * 30, 10**30, 10**18, "9" * 5000, "9" * 19, "9" * 18 + "K", 1e30, "1" * 30 + ",5"],
)
def test_q8_more_than_18_digits(cell: object) -> None:
    assert count(cell) == TOO_LONG


@pytest.mark.parametrize(
    "cell", ["9" * 10**6, "9." * 10**6, "1" + ".000" * 10**5, "1." + "0" * 10**6 + "x", "٩" * 10**5]
)
def test_q8_long_texts_take_no_time(cell: str) -> None:
    assert isinstance(count(cell), Bad) and isinstance(rate(cell), Bad)
    assert decimal_mark([cell]) in ("", ".")


def test_q8_18_digits_are_kept() -> None:
    assert count("9" * 18) == count(TOO_LARGE - 1) == 999_999_999_999_999_999


@pytest.mark.parametrize("cell", [True, False, "true", "wahr", [1], {"a": 1}, b"12", object()])
def test_q9_true_is_no_number(cell: object) -> None:
    assert count(cell) == rate(cell) == NOT_A_NUMBER


@pytest.mark.parametrize("cell", ["12", " 12\n", "１２", "\u00a012 ", "012", "12.0", 12, 12.0])
def test_q10_twelve(cell: object) -> None:
    assert count(cell) == 12


@pytest.mark.parametrize(
    "cell",
    [
        "1_000",
        "²",
        "10²",
        "½",
        "①",
        "١٢",
        "0x10",
        "1e3",
        "12 Stück",
        "#12",
        "1-2",
        "--1",
        "K",
        ".",
        "1 000 Tsd. K",
    ],
)
def test_q10_other_digits_are_no_number(cell: str) -> None:
    assert count(cell) == rate(cell) == NOT_A_NUMBER


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "-",
        "–",
        "—",
        "--",
        "_-",
        "n/a",
        "N/A",
        "k. A.",
        "k.\u00a0A.",
        "k.A.",
        "null",
        "NULL",
        "None",
        "#NV",
        "#N/A",
        "#DIV/0!",
        None,
    ],
)
def test_q11_blank_is_unknown_not_zero(cell: object) -> None:
    assert count(cell) is None
    assert rate(cell) is None


@pytest.mark.parametrize("cell", ["1,58765E+18", "1.58765E+18"])
def test_q13_ids_ruined_by_excel_are_no_number(cell: str) -> None:
    assert count(cell) == NOT_A_NUMBER


@pytest.mark.parametrize(
    ("cell", "mark", "value"),
    [("12,5 %", ",", 0.125), ("12.5%", ".", 0.125), ("0,125", ",", 0.125), ("100 %", "", 1)],
)
def test_q15_percent(cell: str, mark: str, value: float) -> None:
    assert rate(cell, mark) == pytest.approx(value)


@pytest.mark.parametrize(
    "cell", ["100%", "300 %", "12,5 %", "3.5", "1,2", 3.5, "0.5", "1,2345 Tsd."]
)
def test_q15_a_count_is_whole_and_no_share(cell: object) -> None:
    assert count(cell) == NOT_WHOLE


def test_a_count_read_with_the_mark_of_its_column() -> None:
    assert [count(cell, ",") for cell in ("1.234", "1,2 Tsd.", "1,5")] == [1234, 1200, NOT_WHOLE]
    assert [count(cell, ".") for cell in ("1,234", "1.2K", "1.234")] == [1234, 1200, NOT_WHOLE]


@SETTINGS
@given(
    st.text(max_size=20) | st.from_regex(r"[~+-]?[0-9.,' ]{1,12}(K|Mio\.|%|\+)?", fullmatch=True),
    st.sampled_from(["", ",", "."]),
)
def test_any_text_is_a_number_unknown_or_bad(cell: str, mark: str) -> None:
    value, share = count(cell, mark), rate(cell, mark)
    assert (
        value is None or isinstance(value, Bad) or (type(value) is int and 0 <= value < TOO_LARGE)
    )
    assert share is None or isinstance(share, Bad) or abs(share) < TOO_LARGE
    assert decimal_mark([cell]) in ("", ",", ".")
    assert is_rounded(cell) in (True, False)


@SETTINGS
@given(st.none() | st.booleans() | st.integers() | st.floats() | st.lists(st.integers()))
def test_any_json_value_is_a_number_unknown_or_bad(cell: object) -> None:
    assert count(cell) is None or isinstance(count(cell), Bad | int)
    assert rate(cell) is None or isinstance(rate(cell), Bad | int | float)


@SETTINGS
@given(st.integers(0, 10**17), st.sampled_from([",", ".", " ", "\u202f", "'"]))
def test_grouped_numbers_come_back(value: int, mark: str) -> None:
    assert count(f"{value:,}".replace(",", mark)) == value
