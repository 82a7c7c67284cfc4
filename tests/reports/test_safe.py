"""The text filter against the named hostile texts of reliability.md, and its promises for any text at all."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.reports.safe import LONGEST, safe

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=400)
DIRECTION = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[2Jb", "a\ufffd[2Jb", id="T1 screen cleared"),
        pytest.param("\x1b]0;title\x07", "\ufffd]0;title\ufffd", id="T1 window title"),
        pytest.param("\x9b31mred", "\ufffd31mred", id="T2 8-bit CSI"),
        pytest.param("a\nb\tc\r\nd", "a b c  d", id="T3 lines and tabs"),
        pytest.param("a\b\v\fb", "a\ufffd\ufffd\ufffdb", id="T3 backspace and feeds"),
        pytest.param(
            "user\u202egpj.exe\u2066", "user\ufffdgpj.exe\ufffd", id="T4 direction turned"
        ),
        pytest.param("a" + "\u0301" * 500, "a" + "\u0301" * 198 + "…", id="T5 combining marks"),
        pytest.param("h" * 10_000, "h" * 199 + "…", id="T5 long handle"),
        pytest.param("[bold]x[/bold] :smile:", "[bold]x[/bold] :smile:", id="T6 T7 markup is text"),
        pytest.param(
            "👨‍👩‍👧 🇩🇪 日本 Jo\u0308rg", "👨‍👩‍👧 🇩🇪 日本 Jo\u0308rg", id="T8 emoji and marks stay"
        ),
        pytest.param("\udcff.csv", "\ufffd.csv", id="S9 name that is no UTF-8"),
        pytest.param("a\u2028b\ufeffc", "a b c", id="T9 odd separators"),
    ],
)
def test_named_text(text: str, shown: str) -> None:
    assert safe(text) == shown


@settings(deadline=None, derandomize=True, max_examples=60)
@given(ANY_TEXT)
def test_any_text_becomes_one_harmless_line(text: str) -> None:
    shown = safe(text)
    assert safe(shown) == shown
    assert len(shown) <= LONGEST
    assert not any(
        unicodedata.category(mark) in ("Cc", "Cs") or mark in DIRECTION for mark in shown
    )
    assert shown.encode("utf-8").decode("utf-8") == shown
