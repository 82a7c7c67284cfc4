"""Documents on a screen, rendered from Markdown by rich."""

from collections.abc import Iterator, Mapping
from io import StringIO

from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.blocks import Block, Column, Table, suggest
from klout_cli.translation import gettext as _

WIDEST = 100


def document_text(markdown: str, screen: Screen) -> str:
    """Return a document; on a pipe or a plain screen, the Markdown as it is."""
    if screen.plain or screen.width is None:
        return markdown
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(
        file=StringIO(),
        width=min(screen.width, WIDEST),
        color_system="standard" if screen.colour else None,
        force_terminal=screen.colour,
        markup=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(Markdown(markdown, hyperlinks=False))
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def topics_blocks(titles: Mapping[str, str]) -> Iterator[Block]:
    """Yield the list of documents."""
    yield Table(_("Topic"), (Column(), Column()), tuple(titles.items()))
    yield suggest(("klout help method", _("how the score works")))
