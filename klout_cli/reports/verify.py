"""Compare an application page with the same page made again.

They are equal letter by letter, or differ in what a reader sees.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser

from klout_cli.reports.safe import safe
from klout_cli.translation import gettext as _

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
            _("a picture, the style or the head of the page"),
            _("another one"),
        )
    ]


def verdict(differing: Sequence[tuple[str, str]]) -> str:
    """Return whether a page is accepted, and all differences."""
    if not differing:
        return _("Verified: everything on this page matches the exports") + "\n"
    lines = [_("Rejected: this page doesn't match the exports")]
    for on_page, computed in differing:
        lines += [
            "",
            _("  on the page        {text}", text=safe(on_page) or "–"),
            _("  from the exports   {text}", text=safe(computed) or "–"),
        ]
    return "\n".join(lines) + "\n"
