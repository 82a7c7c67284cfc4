"""Dates as people and exports write them: each row D of the reliability catalogue."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.intake import Bad
from klout_cli.values.dates import (
    DAY,
    FUTURE,
    NO_ZONE,
    NOT_A_DATE,
    OUTSIDE,
    Moment,
    day_order,
    epoch,
    excel_serial,
    iso_day,
    midnight,
    moment,
    x_moment,
)

SETTINGS = settings(deadline=None, derandomize=True, max_examples=60)
LATEST = 1_772_496_000  # 2026-03-03


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    return int(datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["01.02.2025"], "dmy"),
        (["01/02/2025", "13/02/2025"], "dmy"),
        (["01/02/2025", "02/13/2025"], "mdy"),
        (["08-02-2024", "16-02-2024"], "dmy"),
        (["01/02/2025", "03/04/2025"], "?"),
        (["01/02/2025 5:00 PM", "25/02/2025 5:00 PM"], "dmy"),
        (["1/2/25"], "?"),
        (["2025-02-01", "12. März 2024", ""], ""),
        ([], ""),
    ],
)
def test_d1_d2_a_column_says_what_comes_first(cells: list[str], order: str) -> None:
    assert day_order(cells) == order
    assert day_order(cells, "mdy") == "mdy"


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("01.02.2025", "", at(2025, 2, 1)),
        ("01.02.2025", "mdy", at(2025, 2, 1)),
        ("01/02/2025", "dmy", at(2025, 2, 1)),
        ("01/02/2025", "mdy", at(2025, 1, 2)),
        ("16-02-2024", "dmy", at(2024, 2, 16)),
    ],
)
def test_d1_one_order_for_a_column(cell: str, order: str, expected: int) -> None:
    assert moment(cell, LATEST, order) == (expected, "day")


def test_d2_a_cell_against_the_order_of_its_column_is_no_date() -> None:
    assert moment("02/16/2024", LATEST, "dmy") == NOT_A_DATE


@pytest.mark.parametrize(
    "cell",
    [
        "31.02.2025",
        "00.00.0000",
        "29.02.2023",
        "2023-02-29",
        "2024-13-01",
        "32. März 2024",
        "2024-00-10",
    ],
)
def test_d3_days_that_do_not_exist(cell: str) -> None:
    assert moment(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize(
    ("cell", "expected", "precision"),
    [
        ("12. März 2024", at(2024, 3, 12), "day"),
        ("12. Ma\u0308rz 2024", at(2024, 3, 12), "day"),
        ("12. Mär. 2024", at(2024, 3, 12), "day"),
        ("3 Sept. 2024", at(2024, 9, 3), "day"),
        ("24. Dez 2024", at(2024, 12, 24), "day"),
        ("5. Jänner 2024", at(2024, 1, 5), "day"),
        ("16 Dec 2024", at(2024, 12, 16), "day"),
        ("16-Dec-24", at(2024, 12, 16), "day"),
        ("Dec 16, 2024", at(2024, 12, 16), "day"),
        ("Mittwoch, 12. März 2024 um 14:05 Uhr", at(2024, 3, 12, 14, 5), "minute"),
        ("14. Nov. 2023, 22:13", at(2023, 11, 14, 22, 13), "minute"),
        ("Nov 20, 2025 1:46 am", at(2025, 11, 20, 1, 46), "minute"),
        ("Nov 20, 2025 1:46\u202fPM", at(2025, 11, 20, 13, 46), "minute"),
        ("Nov 20, 2025, 12:05 a.m.", at(2025, 11, 20, 0, 5), "minute"),
        ("Nov 20, 2025, 12:05 p.m.", at(2025, 11, 20, 12, 5), "minute"),
        ("Wed, 10 Oct 2018 20:19:24 +0000", at(2018, 10, 10, 20, 19, 24), "second"),
        ("Mar 2024", at(2024, 3, 1), "day"),
        ("２０２４-03-12", at(2024, 3, 12), "day"),
    ],
)
def test_d4_names_of_months_in_german_and_english(cell: str, expected: int, precision: str) -> None:
    assert moment(cell, LATEST) == (expected, precision)


@pytest.mark.parametrize(
    "cell",
    [
        "gestern",
        "vor 3 Tagen",
        "yesterday",
        "3 days ago",
        "12. Foo 2024",
        "Total 2024",
        "2024",
        "12:30",
        "soon",
    ],
)
def test_d4_relative_and_other_words_are_no_date(cell: str) -> None:
    assert moment(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize(
    "cell",
    [
        *("12 ene 2026", "12 de enero de 2026", "12 janv. 2026", "12 janvier 2026"),
        *("12 de jan. de 2026", "12 de janeiro de 2026", "12 gen 2026", "12 gennaio 2026"),
        *("2026年1月12日", "2026年01月12日", "ene 12, 2026"),
    ],
)
def test_d4_months_of_other_languages(cell: str) -> None:
    assert moment(cell, LATEST) == (at(2026, 1, 12), "day")


@pytest.mark.parametrize("cell", ["12 enx 2026", "12 de de 2026", "2026年13月1日", "de 2026"])
def test_d4_a_word_that_is_no_month_makes_no_date(cell: str) -> None:
    assert moment(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize("unit", [1, 10**3, 10**6], ids=["seconds", "milliseconds", "microseconds"])
def test_d5_times_by_magnitude(unit: int) -> None:
    value = at(2024, 3, 12, 8) * unit
    for cell in (value, float(value), str(value), f" {value} "):
        assert moment(cell, LATEST) == (at(2024, 3, 12, 8), "second")
    assert epoch(value, LATEST) == epoch(str(value), LATEST) == at(2024, 3, 12, 8)


@pytest.mark.parametrize(
    "cell",
    [
        0,
        0.0,
        "0001-01-01",
        "1601-01-01T00:00:00Z",
        "30.12.1899",
        "1970-01-01",
        "1970-01-01 01:00:00",
        "",
        "--",
        None,
    ],
)
def test_d6_the_zero_of_a_clock_is_unknown(cell: object) -> None:
    assert moment(cell, LATEST) is None
    assert moment(cell, LATEST, zone="Europe/Berlin") is None


@pytest.mark.parametrize(
    "cell", ["1994-12-31", "1900-01-01", "1969-07-20", 86_400, 17_397_255, "-1", -5]
)
def test_d6_before_1995_is_not_believed(cell: object) -> None:
    assert moment(cell, LATEST) in (OUTSIDE, NOT_A_DATE)
    assert not isinstance(epoch(cell, LATEST), int)


@pytest.mark.parametrize(
    "cell",
    ["9999-12-31", "2026-03-04", "31.12.2099", LATEST + 1, (LATEST + 1) * 1000, 10**18 - 1, 9e17],
)
def test_d6_d7_the_future_is_not_believed(cell: object) -> None:
    assert moment(cell, LATEST) == FUTURE


HUGE = [10**18, -(10**18), 10**30, 10**400, -(10**400), 1e18, 1e300, float("nan"), float("inf")]


@pytest.mark.parametrize("cell", [*HUGE, "9" * 19, "9" * 400, "9" * 5_000, "9" * 10**6, "٩" * 400])
def test_q8_over_18_digits_are_no_date(cell: object) -> None:
    assert moment(cell, LATEST) == epoch(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize(
    "start", ["1/2/2025 12:30", "2025-01-02", "2 Jan 2025", "Jan 2 2025", "Wed Jan 1 10:00:00"]
)
@pytest.mark.parametrize("filling", [" ", ",", "0", "\u00a0", "a"])
def test_a_long_text_is_no_date_and_takes_no_time(start: str, filling: str) -> None:
    cell = f"{start}{filling * 1_000_000}!"
    assert moment(cell, LATEST) == excel_serial(cell, LATEST) == NOT_A_DATE
    assert day_order([cell]) == ""
    assert moment(f"{' ' * 1_000_000}2025-01-02{' ' * 1_000_000}", LATEST) == (
        at(2025, 1, 2),
        "day",
    )


def test_d7_two_days_ahead_are() -> None:
    assert moment("2026-03-03", LATEST) == (LATEST, "day")


@pytest.mark.parametrize(
    ("cell", "year"),
    [("01.02.25", 2025), ("01.02.00", 2000), ("01.02.99", 1999), ("01.02.95", 1995)],
)
def test_d8_two_digits_of_a_year(cell: str, year: int) -> None:
    assert moment(cell, LATEST) == (at(year, 2, 1), "day")


def test_d8_two_digits_obey_the_range() -> None:
    assert (moment("01.02.69", LATEST), moment("01.02.68", LATEST)) == (OUTSIDE, FUTURE)


@pytest.mark.parametrize(
    ("cell", "zone", "expected"),
    [
        ("2024-03-12T10:00:00Z", "Europe/Berlin", at(2024, 3, 12, 10)),
        ("2024-03-12T10:00:00.123Z", "UTC", at(2024, 3, 12, 10)),
        ("2024-03-12 10:00:00 UTC", "Europe/Berlin", at(2024, 3, 12, 10)),
        ("2024-03-12T10:00:00+0100", "UTC", at(2024, 3, 12, 9)),
        ("2024-03-12T10:00:00+01:00", "UTC", at(2024, 3, 12, 9)),
        ("2024-03-12 10:00:00+01", "UTC", at(2024, 3, 12, 9)),
        ("2024-03-12 10:00:00-05:30", "UTC", at(2024, 3, 12, 15, 30)),
        ("12.03.2024 10:00 MEZ", "UTC", at(2024, 3, 12, 9)),
        ("12.07.2024 10:00 CEST", "UTC", at(2024, 7, 12, 8)),
        ("2024-03-12 10:00", "Europe/Berlin", at(2024, 3, 12, 9)),
        ("2024-07-12 10:00", "Europe/Berlin", at(2024, 7, 12, 8)),
        ("2024-03-12 10:00", "UTC", at(2024, 3, 12, 10)),
    ],
)
def test_d9_zones(cell: str, zone: str, expected: int) -> None:
    found = moment(cell, LATEST, zone=zone)
    assert isinstance(found, tuple) and found[0] == expected


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-12T10:00:00+99:99",
        "2024-03-12T10:00:00-15:00",
        "2024-03-12 10:00 XYZ",
        "2024-03-12 10:00 +01:75",
    ],
)
def test_d9_zones_that_do_not_exist(cell: str) -> None:
    assert moment(cell, LATEST) == NO_ZONE


def test_d9_a_day_is_a_day_in_every_zone() -> None:
    assert moment("2024-03-12", LATEST, zone="America/Los_Angeles") == (at(2024, 3, 12), "day")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2024-03-31 02:30:00", at(2024, 3, 31, 1, 30)),
        ("2024-10-27 02:30:00", at(2024, 10, 27, 0, 30)),
        ("2024-03-12 24:00:00", at(2024, 3, 12, 23)),
        ("2024-03-12 10:59:60", at(2024, 3, 12, 9, 59, 59)),
    ],
    ids=["gap", "overlap", "24:00", "leap second"],
)
def test_d10_odd_clock_times(cell: str, expected: int) -> None:
    assert moment(cell, LATEST, zone="Europe/Berlin") == (expected, "second")


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-12 25:00",
        "2024-03-12 24:01",
        "2024-03-12 10:60",
        "2024-03-12 10:00:61",
        "2024-03-12 1:2",
    ],
)
def test_d10_clock_times_that_do_not_exist(cell: str) -> None:
    assert moment(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("45321", (at(2024, 1, 30), "day")),
        ("45321,5", (at(2024, 1, 30, 12), "second")),
        ("45321.25", (at(2024, 1, 30, 6), "second")),
    ],
)
def test_d11_day_numbers_of_excel_only_where_asked(cell: str, expected: Moment) -> None:
    assert excel_serial(cell, LATEST) == expected
    assert moment(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("99999", FUTURE), ("10000", OUTSIDE), ("4532", NOT_A_DATE), ("2024-01-30", NOT_A_DATE)],
)
def test_d11_other_numbers_are_no_days(cell: str, reason: Bad) -> None:
    assert excel_serial(cell, LATEST) == reason


def test_d12_the_form_of_twitter() -> None:
    expected = at(2018, 10, 10, 20, 19, 24)
    assert x_moment("Wed Oct 10 20:19:24 +0000 2018", LATEST) == expected
    assert moment("Wed Oct 10 20:19:24 +0000 2018", LATEST) == (expected, "second")
    assert moment("Wed Oct 10 20:19:24 +0200 2018", LATEST) == (expected - 7200, "second")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NOT_A_DATE),
        ("Wed Oct 10 20:19:24 +0200 2018", NOT_A_DATE),
        ("Mit Okt 10 20:19:24 +0000", NOT_A_DATE),
        ("Wed Feb 30 20:19:24 +0000 2018", NOT_A_DATE),
        ("Wed Oct 10 99:99:99 +0000 2018", NOT_A_DATE),
        ("Wed Oct 10 20:19:24 +0000 2099", FUTURE),
        ("Wed Oct 10 20:19:24 +0000 1970", OUTSIDE),
    ],
)
def test_d12_what_twitter_never_writes(text: str, reason: Bad) -> None:
    assert x_moment(text, LATEST) == reason


@pytest.mark.parametrize("cell", [True, [], {}, b"2024-01-01", object()])
def test_j13_other_types_are_no_date(cell: object) -> None:
    assert moment(cell, LATEST) == NOT_A_DATE
    assert epoch(cell, LATEST) == NOT_A_DATE


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), float("-inf")])
def test_q7_endless_times_are_not_believed(seconds: float) -> None:
    assert isinstance(moment(seconds, LATEST), Bad)


def test_days_go_there_and_back() -> None:
    assert iso_day(midnight(2024, 2, 29)) == "2024-02-29"
    assert iso_day(midnight(2024, 2, 29) + DAY - 1) == "2024-02-29"


FORMS = st.from_regex(
    r"([A-Za-zäö]{3,9}\.?,? )?[0-9]{1,4}[-./ ][0-9A-Za-zä]{1,9}[-./ ,]{1,2}[0-9]{1,4}( [0-9]{1,2}:[0-9]{2}( [a-z]{2,4}|[+-][0-9]{2,4})?)?",
    fullmatch=True,
)
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu"])


@SETTINGS
@given(st.text(max_size=30) | FORMS, st.sampled_from(["", "dmy", "mdy", "?"]), ZONES)
def test_any_text_is_a_moment_unknown_or_bad(cell: str, order: str, zone: str) -> None:
    for found in (moment(cell, LATEST, order, zone), excel_serial(cell, LATEST)):
        assert (
            found is None or isinstance(found, Bad) or (midnight(1995, 1, 1) <= found[0] <= LATEST)
        )
    assert not isinstance(x_moment(cell, LATEST), int) or len(cell) == 30
    assert day_order([cell]) in ("", "?", "dmy", "mdy")


@SETTINGS
@given(st.none() | st.booleans() | st.integers() | st.floats())
def test_any_number_is_a_moment_unknown_or_bad(cell: object) -> None:
    found = moment(cell, LATEST)
    assert found is None or isinstance(found, Bad) or found[0] <= LATEST


@SETTINGS
@given(st.datetimes(datetime(1995, 1, 2), datetime(2026, 3, 1)), st.integers(-14 * 4, 14 * 4))
def test_written_times_come_back(naive: datetime, quarters: int) -> None:
    naive = naive.replace(microsecond=0)
    sign, minutes = "-" if quarters < 0 else "+", abs(quarters) * 15
    written = f"{naive.isoformat()}{sign}{minutes // 60:02}:{minutes % 60:02}"
    expected = int((naive.replace(tzinfo=UTC) - timedelta(minutes=quarters * 15)).timestamp())
    assert moment(written, LATEST) == (expected, "second")
    assert moment(naive.strftime("%d.%m.%Y %H:%M:%S"), LATEST) == (
        int(naive.replace(tzinfo=UTC).timestamp()),
        "second",
    )
