"""Screens for screen readers and for `--plain`: one fact a line, words instead of signs."""

import re
from collections.abc import Iterator, Sequence

from klout_cli.reports.numbers import signed
from klout_cli.reports.screens import blocks as made
from klout_cli.reports.screens.blocks import Block
from klout_cli.translation import gettext as _

# A sign of a number, not of a name such as "+1s".
SIGN = re.compile(r"(?<![\w+−])([+−])(?=\d[\d.,]*(?![\w]))")


def speak(blocks: Sequence[Block]) -> str:
    """Return one fact a line, ending with a newline."""
    lines = (line for block in blocks for line in _lines(block) if line)
    return "".join(f"{SIGN.sub(_word, line)}\n" for line in lines)


def _word(sign: re.Match[str]) -> str:
    return _("plus") + " " if sign[1] == "+" else _("minus") + " "


def _lines(block: Block) -> Iterator[str]:
    match block:
        case made.Group():
            for part in block.blocks:
                yield from _lines(part)
        case made.Header():
            said = (span.text if span.spoken is None else span.spoken for span in block.left)
            yield "".join(said).strip()
            yield block.right
        case made.Bars():
            yield block.right
            for bar in block.bars:
                yield _named(bar.name, _bar(bar))
        case made.Table():
            yield from _rows(block)
            yield block.more
        case made.Facts():
            for name, value in block.rows:
                yield _named(name or block.title, value)
        case made.Lines():
            yield from block.lines
        case made.Commands():
            for command, what in block.rows:
                yield _named(command, what)
        case made.Drawing():
            yield block.spoken


def _bar(bar: made.Bar) -> str:
    points = bar.word
    if bar.points is not None and not bar.word:
        points = signed(bar.points)
    return ", ".join(filter(None, (points, bar.fact)))


def _rows(table: made.Table) -> Iterator[str]:
    for row in table.rows:
        first, *cells = (
            f"{column.head} {cell}" if column.head and place else cell
            for place, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            if cell
        )
        yield _named(first, ", ".join(cells)) if cells else first


def _named(name: str, value: str) -> str:
    return f"{name}: {value}" if name and value else name or value
