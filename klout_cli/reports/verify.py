"""A page for an application held against the same page made again: equal letter by letter, or what a reader would see differ."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser

from klout_cli.reports.layout import Block, Part, Parts, Table, arrange
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen

OPTIONS = "klout-options"


class _Seen(HTMLParser):
    """What a page shows: its texts in their order, and its options."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.options: str | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the options."""
        named = dict(attrs)
        if tag == "meta" and named.get("name") == OPTIONS:
            self.options = named.get("content")

    def handle_data(self, data: str) -> None:
        """Keep a text that is not empty."""
        if data.strip():
            self.texts.append(" ".join(data.split()))


def options_of(page: str) -> str | None:
    """Return the options a page was made with, None where it is no page for an application."""
    return _Seen(page).options


def differences(given: str, made: str) -> Iterator[tuple[str, str]]:
    """Yield what a page says and what it should say instead.

    Nothing where they are equal letter by letter.
    """
    if given == made:
        return
    said, right = _Seen(given).texts, _Seen(made).texts
    found = [
        (" ".join(said[first:last]), " ".join(right[start:end]))
        for kind, first, last, start, end in SequenceMatcher(
            None, said, right, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    yield from found or [
        (
            "something that is not text: a picture, the style or the head of the page",
            "what klout writes there",
        )
    ]


def verdict(found: Sequence[tuple[str, str]], screen: Screen) -> str:
    """Return whether a page is accepted, and all that differs."""
    what = (
        "every letter of it follows from these exports"
        if not found
        else "it does not follow from these exports"
    )
    said = (
        Part("Verdict", f"rejected: {what}", style="minus")
        if found
        else Part("Verdict", f"accepted: {what}", style="plus")
    )
    rows = tuple((safe(on_page) or "nothing", safe(made) or "nothing") for on_page, made in found)
    blocks: list[Block] = [Parts((said,)), Table(("On the page", "Computed anew"), rows)]
    return arrange(blocks, screen)
