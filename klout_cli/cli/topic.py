"""`klout help`: the documents that ship with klout, on the terminal."""

from pathlib import Path
from typing import Annotated

import typer

DOCS = Path(__file__).parents[1] / "docs"


def list_topics() -> list[str]:
    """Return the names of all documents."""
    return sorted(file.stem for file in DOCS.glob("*.md"))


def help(
    context: typer.Context,
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            autocompletion=list_topics,
            help="method, tables, privacy... Without one, all topics.",
        ),
    ] = "",
) -> None:
    """Read about the method, tables, privacy and more.

    Example: klout help method
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.errors import UsageError, meant
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.document import document_text, topics_blocks
    from klout_cli.translation import Message

    topics = list_topics()
    if topic and topic not in topics:
        raise UsageError(Message("There is no topic {name}.", name=topic), "", meant(topic, topics))
    screen = screen_of(context)
    if topic:
        write(document_text((DOCS / f"{topic}.md").read_text(encoding="utf-8"), screen))
    else:
        first_lines = {name: _title(name) for name in topics}
        write(draw(topics_blocks(first_lines), screen))


def _title(topic: str) -> str:
    with (DOCS / f"{topic}.md").open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").strip()
