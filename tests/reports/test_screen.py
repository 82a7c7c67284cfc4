"""L3, L4: what a screen can show, as a truth table."""

import pytest

from klout_cli.reports.screen import Screen, screen


def on_terminal(**environ: str) -> Screen:
    return screen(environ, True, "utf-8", 100)


@pytest.mark.parametrize(
    ("environ", "on_a_terminal", "on_a_pipe"),
    [
        ({}, True, False),
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "unknown"}, False, False),
        ({"TERM": ""}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"NO_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"CLICOLOR": "0"}, False, False),
        ({"CLICOLOR": "1"}, True, False),
        ({"ACCESSIBLE": "1"}, False, False),
        ({"ACCESSIBLE": "1", "FORCE_COLOR": "1"}, False, False),
    ],
)
def test_l4_colour(environ: dict[str, str], on_a_terminal: bool, on_a_pipe: bool) -> None:
    assert screen(environ, True, "utf-8", 80).colour is on_a_terminal
    assert screen(environ, False, "utf-8", 80).colour is on_a_pipe
    assert screen(environ, True, "utf-8", 80, colour="never").colour is False
    assert screen(environ, False, "utf-8", 80, colour="always").colour is (
        "ACCESSIBLE" not in environ
    )


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("0", 100),
        ("", 100),
        ("abc", 100),
        ("-5", 100),
        ("9" * 5000, 100),
        ("1", 40),
        ("20", 40),
        ("60", 60),
        ("120", 120),
        ("10000", 200),
    ],
)
def test_l3_columns_are_clamped(columns: str, width: int) -> None:
    assert on_terminal(COLUMNS=columns).width == width


def test_a24_a_pipe_has_no_width_unless_asked_for() -> None:
    assert screen({}, False, "utf-8", 80).width is None
    assert screen({"COLUMNS": "90"}, False, "utf-8", 80).width == 90


def test_a26_accessible_is_plain() -> None:
    assert on_terminal(ACCESSIBLE="1").plain
    assert not on_terminal(ACCESSIBLE="0").plain
    assert screen({}, True, "utf-8", 80, plain=True) == screen(
        {"ACCESSIBLE": "yes"}, True, "utf-8", 80
    )


@pytest.mark.parametrize(
    ("encoding", "letters"),
    [
        ("utf-8", False),
        ("utf-16", False),
        ("ascii", True),
        ("cp1252", True),
        ("latin-1", True),
        ("cp437", True),
    ],
)
def test_l1_drawings_need_an_encoding_that_carries_them(encoding: str, letters: bool) -> None:
    assert screen({}, True, encoding, 80).ascii is letters
    assert screen({}, True, encoding, 80, ascii=True).encoding == "ascii"
