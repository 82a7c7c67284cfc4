"""`klout sources --remind`: a calendar file that calendars can read, and nothing is replaced."""

from datetime import date
from pathlib import Path

import pytest

from klout_cli.reports.calendar_file import next_request, reminder
from klout_cli.results import Source
from tests.cli.processes import Ended, klout

FILE = "klout-reminder.ics"


def remind(folder: Path, *arguments: str) -> Ended:
    return klout("sources", *arguments, "--remind", "--today", "2026-03-02", cwd=folder)


def parse_event(data: bytes) -> dict[str, str]:
    """Return the properties of the event, unfolded and unescaped as RFC 5545 says."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("BEGIN:VALARM")]
    pairs = (line.split(":", 1) for line in event)
    unescaped = {"\\n": "\n", "\\,": ",", "\\;": ";"}
    found = {}
    for name, value in pairs:
        for escape, character in unescaped.items():
            value = value.replace(escape, character)
        found[name] = value
    return found


def test_the_event_is_in_three_months_with_the_steps(tmp_path: Path) -> None:
    done = remind(tmp_path, "linkedin")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        f"saved in {FILE}",
        "Open it to put 2 Jun 2026 into your calendar.",
    ]
    event = parse_event((tmp_path / FILE).read_bytes())
    assert event["DTSTART;VALUE=DATE"] == "20260602" and event["DTSTAMP"] == "20260302T000000Z"
    assert "LinkedIn" in event["SUMMARY"]
    steps = event["DESCRIPTION"].split("\n")
    assert steps[0].startswith("Where: ") and steps[-1].endswith("klout compare previous latest")


def test_it_is_a_calendar_with_one_event_and_one_alarm(tmp_path: Path) -> None:
    assert remind(tmp_path).code == 0
    data = (tmp_path / FILE).read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert data.count(b"BEGIN:VEVENT") == data.count(b"BEGIN:VALARM") == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_lines_are_folded_at_75_octets_between_characters(tmp_path: Path, language: str) -> None:
    assert remind(tmp_path, "facebook_page", "--lang", language).code == 0
    lines = (tmp_path / FILE).read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75 and any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()


def test_the_same_network_has_the_same_identifier(tmp_path: Path) -> None:
    sources = [Source("x", "X archive", "a; b, c", "zip", "a day", "", "")]
    first, later, other = (
        parse_event(reminder(network, sources, day).encode())["UID"]
        for network, day in (
            ("x", date(2026, 3, 2)),
            ("x", date(2026, 6, 2)),
            ("", date(2026, 3, 2)),
        )
    )
    assert first == later != other


def test_marks_of_the_format_are_escaped() -> None:
    sources = [Source("x", "X", "one; two, three \\ four\x1b", "zip", "", "", "")]
    text = reminder("x", sources, date(2026, 3, 2)).replace("\r\n ", "")
    assert r"one\; two\, three \\ four" in text and "\x1b" not in text


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 3, 2), date(2026, 6, 2)),
        (date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 9, 30), date(2026, 12, 30)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
    ],
)
def test_three_months_end_within_a_month(today: date, due: date) -> None:
    assert next_request(today) == due


def test_no_other_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("mine", encoding="utf-8")
    done = remind(tmp_path)
    assert (done.code, done.out) == (2, "") and "exists already" in done.err
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "mine"
    assert remind(tmp_path, "-o", "other.ics").code == 0
    assert remind(tmp_path, "--force").code == 0
    assert (tmp_path / FILE).read_bytes() == (tmp_path / "other.ics").read_bytes()


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    done = remind(tmp_path, "x", "-o", "-")
    assert (done.code, done.err) == (0, "") and done.out.startswith("BEGIN:VCALENDAR")
    assert not list(tmp_path.iterdir())


def test_an_unknown_network_or_day_writes_nothing(tmp_path: Path) -> None:
    assert remind(tmp_path, "linkdin").code == 2
    assert klout("sources", "--remind", "--today", "soon", cwd=tmp_path).code == 2
    assert not list(tmp_path.iterdir())
