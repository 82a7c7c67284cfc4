"""Arrange blocks on a screen with rich; nothing is ever cut."""

import codecs
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from itertools import zip_longest
from typing import Any
from unicodedata import normalize

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.console import Group as Stack
from rich.measure import Measurement
from rich.table import Table as Grid
from rich.text import Text

from klout_cli.reports.numbers import signed
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens import blocks as made
from klout_cli.reports.screens.blocks import Block, Column, Style
from klout_cli.reports.screens.plain import speak

POINTS_PER_CELL = 0.4  # of every bar of every run, so that bars can be compared
STYLES: Mapping[Style, str] = {
    "": "",
    "title": "bold",
    "plus": "green",
    "minus": "red",
    "quiet": "dim",
    "alert": "yellow",
    "command": "cyan",
}
INDENT = 2
FRAME = 77  # columns to which headers and bars reach where there is room
MARGIN = 1  # kept free at the right edge
GAP = 2
TOGETHER = "\ue000"  # stands for a space at which no line may break: "80 %", "2 ×"
BOUND_SPACE = re.compile(r"(?<=\d) (?=[%×])|(?<=[&×]) | (?=[&×])")
DRAWINGS = "│█▌▐─━┿┤▲▼●·–−×→░▶▁▂▃▄▅▆▇"
ASCII = str.maketrans(DRAWINGS + "›…„“”", '|#==--++^vo.--x>:>1234567>~"""')
GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
_BASE_LETTERS = "klout base letters"


def draw(blocks: Iterable[Block], screen: Screen) -> str:
    """Return the text of a screen, ending with a newline."""
    shown = [block for block in blocks if not made.is_empty(block)]
    if screen.ascii:
        shown = [_map_texts(block, to_ascii) for block in shown]
    if screen.plain:
        return _encode(speak(shown), screen)
    return _encode(Painter(screen).paint(shown), screen)


class Painter:
    """rich's renderables for blocks, on a screen of a known width or a pipe as wide as needed."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.fixed = screen.width is not None
        self.width = (screen.width or 1000) - INDENT - MARGIN
        self.console = Console(
            file=StringIO(),
            width=self.width,
            color_system="standard" if screen.colour else None,
            force_terminal=screen.colour,
            no_color=False,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )

    def paint(self, blocks: Sequence[Block]) -> str:
        """Return all blocks, a blank line between them."""
        if not self.fixed:
            self.width = max(map(self._widest, blocks), default=FRAME)
            self.console.width = self.width
        shown = "\n\n".join("\n".join(self._lines(self.block(block))) for block in blocks)
        return f"{shown}\n".replace(TOGETHER, " ") if shown else ""

    def _widest(self, block: Block) -> int:
        renderable = self.block(block)
        parts = renderable.renderables if isinstance(renderable, Stack) else [renderable]
        return max(map(self._needs, parts))

    def _lines(self, renderable: RenderableType) -> list[str]:
        with self.console.capture() as capture:
            self.console.print(renderable, crop=False, overflow="fold")
        indented = (" " * INDENT + line for line in capture.get().splitlines())
        return [line.rstrip() for line in indented]

    def block(self, block: Block) -> RenderableType:
        """Return the renderable of a block."""
        match block:
            case made.Group():
                parts = (part for part in block.blocks if not made.is_empty(part))
                return Stack(*map(self.block, parts))
            case made.Header():
                return self._header(block)
            case made.Scale():
                return self._scale(block)
            case made.Bars():
                return self._bars(block)
            case made.Table():
                return self._table(block)
            case made.Facts():
                return self._facts(block)
            case made.Lines():
                return self._paragraphs(block)
            case made.Commands():
                return self._commands(block)
            case made.Drawing():
                return Stack(*(Text(line, no_wrap=True) for line in block.lines))
        raise TypeError(type(block))

    def _header(self, header: made.Header) -> RenderableType:
        left = Text.assemble(*((text(span.text, span.style)) for span in header.left))
        right = text(header.right)
        if not (header.left and header.right):
            return left if header.left else right
        if self.fixed and left.cell_len + GAP + right.cell_len > self.width:
            return Stack(left, right)
        grid = self._grid()
        grid.add_column(no_wrap=True, ratio=1)
        grid.add_column(justify="right", no_wrap=True)
        grid.add_row(left, right)
        return self._widen(grid)

    def _scale(self, scale: made.Scale) -> RenderableType:
        columns = min(self.width, FRAME)

        def column(points: float) -> int:
            return round((min(max(points, 1), 100) - 1) / 99 * (columns - 1))

        line = ["━"] * columns
        for points, _ in scale.marks:
            line[column(points)] = "┿"
        first, last = column(scale.low), column(scale.high)
        line[first : last + 1] = ["█"] * (last + 1 - first)
        if scale.value is not None:
            line[column(scale.value)] = "●"
        drawn = Text("".join(line), no_wrap=True)
        drawn.stylize("bold", first, last + 1)
        labels = [(0, "1"), (columns - 1, "100")]
        labels += [(column(points), label) for points, label in scale.marks]
        return Stack(drawn, Text(draw_axis(labels, columns), no_wrap=True))

    def _bars(self, bars: made.Bars) -> RenderableType:
        cells = 30 if not self.fixed or self.width > 100 else 14 if self.width > 70 else 8
        grid = self._grid()
        grid.add_column(no_wrap=self.width > 50)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(no_wrap=True)
        grid.add_column(justify="right", no_wrap=True)
        for bar in bars.bars:
            style: Style = "plus" if (bar.points or 0) > 0 else "minus"
            drawn = text(draw_bar(bar.points or 0, cells), style)
            points = text(bar.word or signed(bar.points or 0))
            grid.add_row(text(bar.name), text(bar.fact), drawn, points)
        wide = self._widen(grid)
        if not bars.title:
            return wide
        title = self._header(made.Header((made.Span(bars.title.upper(), "title"),), bars.right))
        if isinstance(title, Grid):
            title.width = wide.width  # so that it ends where the points do
        return Stack(title, wide)

    def _widen(self, grid: Grid) -> Grid:
        """Widen a grid to the frame, or as far as it needs and the screen allows."""
        grid.width = min(self.width, max(self._needs(grid), FRAME))
        return grid

    def _table(self, table: made.Table) -> RenderableType:
        columns = list(range(len(table.columns)))
        grid = self._columns(table, columns)
        while self.fixed and self._needs(grid) > self.width:
            droppable = [place for place in columns if table.columns[place].drop]
            if not droppable:
                break
            columns.remove(max(droppable, key=lambda place: table.columns[place].drop))
            grid = self._columns(table, columns)
        title = [] if grid.show_header or not table.title else [text(table.title.upper(), "title")]
        return Stack(*title, grid, *([text(table.more)] if table.more else []))

    def _needs(self, part: RenderableType) -> int:
        options = self.console.options.update(width=10_000)
        return Measurement.get(self.console, options, part).maximum

    def _columns(self, table: made.Table, places: Sequence[int]) -> Grid:
        grid = self._grid()
        heads = [table.columns[place].head for place in places]
        grid.show_header = any(heads)
        heads[0] = table.title.upper()
        for place, head in zip(places, heads, strict=True):
            column = table.columns[place]
            grid.add_column(
                text(head, "title"),
                justify="right" if column.right else "left",
                style=STYLES[column.style],
                no_wrap=column.right,
                overflow="fold",
            )
        for row in table.rows:
            cells = [(row[place], table.columns[place]) for place in places]
            grid.add_row(*(text(cell, _sign_style(cell, column)) for cell, column in cells))
        return grid

    def _facts(self, facts: made.Facts) -> RenderableType:
        grid = self._grid()
        longest = max(cell_len(name) for name, _value in facts.rows)
        grid.add_column(no_wrap=longest <= 0.45 * self.width, overflow="fold")
        grid.add_column(overflow="fold")
        for name, value in facts.rows:
            grid.add_row(text(name), text(value))
        return _add_title(facts.title, grid)

    def _paragraphs(self, lines: made.Lines) -> RenderableType:
        mark = "! " if lines.style == "alert" else ""
        return _add_title(lines.title, *(text(mark + line, lines.style) for line in lines.lines))

    def _commands(self, commands: made.Commands) -> RenderableType:
        rows = [(text(command, "command"), text(what)) for command, what in commands.rows]
        nothing = text(""), text("")
        pairs = zip_longest(rows[::2], rows[1::2], fillvalue=nothing)
        grid = self._command_grid([left + right for left, right in pairs])
        if self.fixed and self._needs(grid) > self.width:
            grid = self._command_grid(rows)
        return grid

    def _command_grid(self, rows: Sequence[tuple[Text, ...]]) -> Grid:
        grid = self._grid()
        for row in rows:
            grid.add_row(*row)
        return grid

    def _grid(self) -> Grid:
        return Grid(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))


def text(value: str, style: Style = "") -> Text:
    """Return rich's text of a string that may come from an export; nothing in it is markup."""
    return Text(BOUND_SPACE.sub(TOGETHER, value), STYLES[style])


def draw_bar(points: float, cells: int) -> str:
    """Draw points in cells of 0.4: full for plus, hollow for minus, "▶" where it goes on."""
    length = abs(points) / POINTS_PER_CELL
    if points < 0:
        return "░" * min(round(length), cells - 1) + "▶" * (round(length) >= cells)
    if length > cells:
        return "█" * (cells - 1) + "▶"
    return "█" * int(length) + "▌" * (length % 1 >= 0.5)


def to_ascii(value: str) -> str:
    """Write a text with ASCII alone: ü as ue, é as e, other letters as "?"."""
    return value.translate(ASCII).encode("ascii", _BASE_LETTERS).decode()


def _add_title(title: str, *parts: RenderableType) -> RenderableType:
    return Stack(text(title.upper(), "title"), *parts) if title else Stack(*parts)


def _sign_style(cell: str, column: Column) -> Style:
    """Return the colour of signed numbers, which are coloured everywhere."""
    if column.style or not column.right:
        return ""
    return "plus" if cell.startswith("+") else "minus" if cell.startswith("−") else ""


def draw_axis(labels: Sequence[tuple[int, str]], columns: int) -> str:
    """Write labels below their places; one without room is left out."""
    axis = [" "] * columns
    for place, label in labels:
        start = min(max(0, place - len(label) // 2), columns - len(label))
        if not "".join(axis[max(0, start - 1) : start + len(label) + 1]).strip():
            axis[start : start + len(label)] = label
    return "".join(axis).rstrip()


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_map_texts(part, change) for part in value)
    if isinstance(value, Struct):
        fields = {
            name: part if name == "style" else _map_texts(part, change)
            for name in value.__struct_fields__
            for part in (getattr(value, name),)
        }
        return type(value)(**fields)
    return value


def _encode(shown: str, screen: Screen) -> str:
    """Replace what the stream's encoding lacks by base letters, drawings by ASCII ones."""
    if screen.ascii:
        shown = shown.translate(ASCII)
    return shown.encode(screen.encoding, _BASE_LETTERS).decode(screen.encoding)


def _base_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_base_letter, lacking)), error.end


def _base_letter(letter: str) -> str:
    return GERMAN.get(letter) or normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"


codecs.register_error(_BASE_LETTERS, _base_letters)
