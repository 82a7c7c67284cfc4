"""Compare an application page with the same page made again.

They are equal letter by letter, or differ in what a reader sees.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser

from klout_cli.reports.layout import Block, Part, Parts, Table, arrange
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen

OPTIONS = "klout-options"


class _Seen(HTMLParser):
    """A page's visible texts in order, and its options."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.options: str | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Store the options."""
        named = dict(attrs)
        if tag == "meta" and named.get("name") == OPTIONS:
            self.options = named.get("content")

    def handle_data(self, data: str) -> None:
        """Store a non-empty text."""
        if data.strip():
            self.texts.append(" ".join(data.split()))


def options_of(page: str) -> str | None:
    """Return the options of a page, None if it isn't an application page."""
    return _Seen(page).options


def differences(page: str, remade: str) -> Iterator[tuple[str, str]]:
    """Yield what a page says and what it should say instead.

    Nothing if they are equal letter by letter.
    """
    if page == remade:
        return
    shown, right = _Seen(page).texts, _Seen(remade).texts
    differing = [
        (" ".join(shown[first:last]), " ".join(right[start:end]))
        for kind, first, last, start, end in SequenceMatcher(
            None, shown, right, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    yield from differing or [
        (
            "something that is not text: a picture, the style or the head of the page",
            "what klout writes there",
        )
    ]


def verdict(differing: Sequence[tuple[str, str]], screen: Screen) -> str:
    """Return whether a page is accepted, and all differences."""
    result = (
        "every letter of it follows from these exports"
        if not differing
        else "it does not follow from these exports"
    )
    texts = (
        Part("Verdict", f"rejected: {result}", style="minus")
        if differing
        else Part("Verdict", f"accepted: {result}", style="plus")
    )
    rows = tuple(
        (safe(on_page) or "nothing", safe(made) or "nothing") for on_page, made in differing
    )
    blocks: list[Block] = [Parts((texts,)), Table(("On the page", "Computed anew"), rows)]
    return arrange(blocks, screen)
