"""Markdown as GitHub reads it, and nothing of an export is markup in it (reliability T14)."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from klout_cli.reports.markdown_report import MarkdownReport
from klout_cli.reports.safe import safe
from klout_cli.reports.templates import plain
from tests.reports.dossiers import HOSTILE, hostile, short, trend
from tests.reports.test_comparison import comparison, factors

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = {
    "link_open",
    "image",
    "html_inline",
    "html_block",
    "code_inline",
    "fence",
    "code_block",
    "s_open",
    "em_open",
}


def tokens(text: str) -> Iterator[Token]:
    """Yield what a reader of Markdown finds, also inside lines."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def test_the_document_is_golden(golden: Callable[[str, str], None]) -> None:
    golden("report-short.md", MarkdownReport().dossier(short()))


def test_comparisons_and_trends_are_documents_too() -> None:
    assert "| Channel | Points |" in MarkdownReport().comparison(comparison(factors(2.0, -1.0)))
    assert "| 1 Mar 2026 |" in MarkdownReport().trend(trend())


def test_t14_hostile_text_is_no_markup() -> None:
    found = [*tokens(MarkdownReport().dossier(hostile()))]
    assert not MARKUP & {token.type for token in found}
    assert any(
        safe(HOSTILE) in "".join(child.content for child in token.children or ()) for token in found
    )


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(alphabet="\\`*_[]<>|~$@#&!-+=.():/ 1aw\n"))
def test_t14_text_is_shown_letter_by_letter(text: str) -> None:
    line = safe(text).strip()
    shown = "".join(token.content for token in tokens(plain(line)) if token.type == "text")
    assert shown.split() == line.split()


@pytest.mark.parametrize("text", ["https://evil.example", "www.evil.example"])
def test_t14_nothing_that_github_links_by_itself(text: str) -> None:
    assert text not in plain(text)
