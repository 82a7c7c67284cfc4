"""The dialog of `klout map` on a terminal: a table with its first rows, changed by numbers."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from klout_cli.cli.map import ROWS, UNREAD
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.files.container import Member
    from klout_cli.values.reading import Reading
    from klout_cli.values.survey import ColumnSeen

OFFERED = (
    *("date", "time", "likes", "comments", "shares", "saves", "impressions", "reach"),
    *("followers", "posts", "text", "url", "id", "kind", "network", "account"),
    *("person", "name", "reputation", "expertise"),
)
WIDTH = 24
"""Characters of an example."""


def ask_mapping(
    context: typer.Context,
    columns: Sequence["ColumnSeen"],
    member: "Member",
    reading: "Reading",
) -> dict[str, str]:
    """Ask what the columns are; raises KeyboardInterrupt if the answers end early."""
    meanings = {column.name: column.meaning for column in columns if column.meaning}
    while True:
        _show(context, columns, meanings)
        number = _ask_number(_("Number of a column to change, or Enter to save"), len(columns))
        if not number:
            break
        name = columns[number - 1].name
        if meaning := _ask_meaning(name):
            meanings = {one: kept for one, kept in meanings.items() if kept != meaning}
            meanings[name] = meaning
        else:
            meanings.pop(name, None)
    mapping = {meaning: name for name, meaning in meanings.items()}
    return mapping | _ask_rows(mapping, columns, member, reading)


def _show(
    context: typer.Context, columns: Sequence["ColumnSeen"], meanings: dict[str, str]
) -> None:
    from klout_cli.cli.output import screen_of, write
    from klout_cli.reports.safe import safe
    from klout_cli.reports.screens.blocks import Column, Table
    from klout_cli.reports.screens.console import draw

    rows = tuple(
        (
            str(number),
            safe(column.name),
            meanings.get(column.name, UNREAD),
            *(safe(cell[:WIDTH]) for cell in [*column.examples, "", "", ""][:3]),
        )
        for number, column in enumerate(columns, start=1)
    )
    heads = ("", _("column"), _("read as"), _("first rows"), "", "")
    write(draw([Table(_("No."), tuple(map(Column, heads)), rows)], screen_of(context)))


def _ask_meaning(name: str) -> str:
    """Ask what a column is; "" where it is not to be read."""
    choices = "  ".join(f"{number} {meaning}" for number, meaning in enumerate(OFFERED, start=1))
    _say(f"0 {_('not read')}  {choices}")
    number = _ask_number(_("What is {column}?", column=name), len(OFFERED))
    return OFFERED[number - 1] if number else ""


def _ask_rows(
    mapping: dict[str, str],
    columns: Sequence["ColumnSeen"],
    member: "Member",
    reading: "Reading",
) -> dict[str, str]:
    """Ask whether rows are posts or days, where that is not clear."""
    from klout_cli.cli.mapping import apply_mapping, are_rows_unclear

    if not are_rows_unclear(member, apply_mapping(reading, columns, mapping)):
        return {}
    _say(_("Is each row a post (1), or the sum of a day (2)?"))
    number = 0
    while not number:
        number = _ask_number(_("1 or 2"), len(ROWS))
    return {"rows": ROWS[number - 1]}


def _ask_number(question: str, most: int) -> int:
    """Return a number up to `most`, 0 for an empty line."""
    while True:
        _say(f"{question}: ", end="")
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        answer = line.strip()
        if not answer:
            return 0
        if answer.isdecimal() and int(answer) <= most:
            return int(answer)
        _say(_("a number from 0 to {most}", most=most))


def _say(text: str, end: str = "\n") -> None:
    from klout_cli.reports.safe import safe

    print(safe(text, longest=1000), end=end, file=sys.stderr, flush=True)
