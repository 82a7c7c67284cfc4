"""The blocks of a screen, laid out in columns, stacked, or as `name: value`.

Nothing is ever cut: long text is wrapped, except without a width (a pipe). Widths are terminal
cells (rich's cell widths: emoji, CJK, combining marks). rich's Console and Table aren't used, as
their import would slow down `klout score`.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias
from unicodedata import normalize

from msgspec import Struct
from rich.cells import cell_len, chop_cells
from typer import style as coloured

from klout_cli.reports.rounding import half_up
from klout_cli.reports.screen import DRAWINGS, Screen
from klout_cli.reports.translation import translator

Style: TypeAlias = Literal["", "title", "plus", "minus", "quiet", "alert"]
Line: TypeAlias = list[tuple[str, Style]]

PALETTE: Mapping[Style, Mapping[str, Any]] = {
    "title": {"bold": True},
    "plus": {"fg": "green"},
    "minus": {"fg": "red"},
    "quiet": {"dim": True},
    "alert": {"fg": "yellow"},
}
ASCII = str.maketrans(DRAWINGS + "›…", "|#==-^vo.--x>1234567>~")
INDENT = "  "
GAP = "  "
LAST_COLUMN = 24  # minimum width of a wrapped last column
_BASE_LETTERS = "klout base letters"
NUMBER = re.compile(r"([+−]?[\d.,]+( %)?)?")
_SIGN = re.compile(r"(?<!\S)\(?[+−](?=\d)")
# Keep together: "80 %", "2 × ", "Give & take".
_SPACE = re.compile("(?<![&×]) (?![%&×])")


class Part(Struct, frozen=True):
    """A named value that explains itself when drawn, so that its name is only spoken.

    `drawn` replaces the value in drawings.
    """

    name: str
    value: str
    drawn: str = ""
    style: Style = ""


class Parts(Struct, frozen=True):
    """Short texts side by side if they fit, else one per line."""

    parts: tuple[Part, ...]


class Step(Struct, frozen=True):
    """One line of a waterfall: points as text, a bar (or a word instead), and a fact."""

    title: str
    points: str = ""
    bar: float | None = None
    word: str = ""
    fact: str = ""


class Waterfall(Struct, frozen=True):
    """Steps with bars left and right of a middle line, and their total.

    The first bar begins at `start`.
    """

    steps: tuple[Step, ...]
    total: Step
    start: float = 0.0


class Table(Struct, frozen=True):
    """Rows of cells below a header; number columns after the first align right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Pairs(Struct, frozen=True):
    """Names and values under an optional title."""

    rows: tuple[tuple[str, str], ...]
    title: str = ""


class Note(Struct, frozen=True):
    """Lines of running text, wrapped one by one.

    Their kind is only spoken; an alert is drawn with "!".
    """

    name: str
    lines: tuple[str, ...]
    style: Style = ""


class Drawing(Struct, frozen=True):
    """Preformatted lines, and a legend that is wrapped.

    Where nothing is drawn, `spoken` says the same in a sentence.
    """

    name: str
    lines: tuple[str, ...]
    spoken: str
    legend: str = ""


Block: TypeAlias = Parts | Waterfall | Table | Pairs | Note | Drawing


def arrange(blocks: Sequence[Block], screen: Screen) -> str:
    """Lay out blocks for one screen in its language, separated by empty lines.

    The text ends with a newline.
    """
    translate = translator(screen.lang)
    paragraphs = [
        "\n".join(
            (_worded(line, translate("to")) for line in _spoken(block))
            if screen.plain
            else _painted(block, screen)
        )
        for block in map(translate, blocks)
    ]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"
    if screen.ascii:
        text = text.translate(ASCII)
    return text.encode(screen.encoding, _BASE_LETTERS).decode(screen.encoding)


def _base_letter(error: UnicodeError) -> tuple[str, int]:
    """Replace a letter missing in an encoding by its base letter, else "?".

    The width stays the same.
    """
    assert isinstance(error, UnicodeEncodeError)
    letters = [normalize("NFKD", char)[0] for char in error.object[error.start : error.end]]
    return "".join(letter if letter.isascii() else "?" for letter in letters), error.end


codecs.register_error(_BASE_LETTERS, _base_letter)


def wrap(text: str, room: int | None) -> list[str]:
    """Wrap text at spaces into lines of `room` columns, longer words anywhere.

    Without `room` it is one line.
    """
    if room is None or cell_len(text) <= room:
        return [text]
    lines = [""]
    for word in _SPACE.split(text):
        if cell_len(word) > room:
            lines += chop_cells(word, room)
        elif lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def _spoken(block: Block) -> Iterator[str]:
    """Yield `name: value` lines for screen readers, words instead of signs."""
    match block:
        case Parts():
            yield from (f"{part.name}: {part.value}" for part in block.parts)
        case Waterfall():
            for step in (*block.steps, block.total):
                yield f"{step.title}: " + ", ".join(
                    part for part in (step.points, step.word, step.fact) if part
                )
        case Table():
            yield from (
                f"{block.header[0]} {row[0]}: {_named(block.header, row)}" for row in block.rows
            )
        case Pairs():
            title = f"{block.title}, " if block.title else ""
            yield from (f"{title}{name}: {value}" for name, value in block.rows)
        case Note():
            yield from (f"{block.name}: {line}" for line in block.lines)
        case Drawing():
            yield f"{block.name}: {block.spoken}"


def _worded(line: str, to: str) -> str:
    """Replace arrows and signs before numbers by words."""
    line = _SIGN.sub(lambda sign: sign[0].replace("+", "plus ").replace("−", "minus "), line)
    return line.replace(" → ", f" {to} ")


def _named(header: Sequence[str], row: Sequence[str]) -> str:
    """Prefix the cells of a row after the first with their columns' names."""
    return ", ".join(
        f"{name} {cell}" for name, cell in zip(header[1:], row[1:], strict=True) if cell
    )


def _painted(block: Block, screen: Screen) -> Iterator[str]:
    for line in _drawn(block, screen):
        while line and not line[-1][0].strip():
            line.pop()
        if line:
            line[-1] = line[-1][0].rstrip(), line[-1][1]
        yield "".join(
            coloured(text, **PALETTE[style]) if text and style and screen.colour else text
            for text, style in line
        )


def _drawn(block: Block, screen: Screen) -> Iterator[Line]:
    match block:
        case Parts():
            yield from _parts(block, screen)
        case Waterfall():
            yield from _waterfall(block, screen)
        case Table():
            yield from _table(block, screen)
        case Pairs():
            yield from _pairs(block, screen)
        case Note():
            start = INDENT + ("! " if block.style == "alert" else "")
            for text in block.lines:
                yield from _hanging(
                    [(start, block.style)], " " * len(start), text, block.style, screen
                )
        case Drawing() if (
            screen.width is not None
            and len(INDENT) + max(map(cell_len, block.lines), default=0) > screen.width
        ):
            yield from _hanging([(INDENT, "")], INDENT, f"{block.name}: {block.spoken}", "", screen)
        case Drawing():
            for line in block.lines:
                yield [(INDENT + line, "")]
            for line in (
                wrap(block.legend, screen.width and screen.width - 2 * len(INDENT))
                if block.legend
                else ()
            ):
                yield [(INDENT + line, "")]


def _hanging(start: Line, indent: str, text: str, style: Style, screen: Screen) -> Iterator[Line]:
    """Yield text after the start of a line, continued below with an indent."""
    begun = sum(cell_len(piece) for piece, _ in start)
    room = None if screen.width is None else screen.width - max(begun, len(indent))
    first, *rest = wrap(text, room)
    yield [*start, (first, style)]
    yield from ([(indent, ""), (line, style)] for line in rest)


def _padded(text: str, size: int) -> str:
    return text + " " * (size - cell_len(text))


def _parts(block: Parts, screen: Screen) -> Iterator[Line]:
    between = " " * 6
    line: Line = [(INDENT, "")]
    for part in block.parts:
        line += [(part.drawn or part.value, part.style), (between, "")]
    if (
        screen.width is None
        or sum(cell_len(text) for text, _ in line) - len(between) <= screen.width
    ):
        yield line
    else:
        for part in block.parts:
            yield from _hanging(
                [(INDENT, "")], INDENT * 2, part.drawn or part.value, part.style, screen
            )


def _waterfall(block: Waterfall, screen: Screen) -> Iterator[Line]:
    steps = (*block.steps, block.total)
    names = max(cell_len(step.title) for step in steps)
    numbers = max(len(step.points) for step in steps)
    half = 9 if screen.width is None or screen.width >= 80 else 7
    beside = len(INDENT) + numbers + 2 * half + 1 + 2 * len(GAP)
    above = (
        screen.width is not None and names + beside > screen.width
    )  # titles have lines of their own
    names = len(INDENT) if above else names
    below = screen.width is not None and screen.width - names - beside - len(GAP) < LAST_COLUMN
    longest = max((abs(step.bar) for step in steps if step.bar), default=1.0)
    for step in steps:
        if step is block.total:
            yield [(INDENT + "─" * (names + len(GAP) + numbers), "quiet")]
        style: Style = "title" if step is block.total else ""
        if above:
            yield from _hanging([(INDENT, "")], INDENT * 2, step.title, style, screen)
        bar: Line = [(step.word, "quiet")] if step.bar is None else _bar(step.bar / longest, half)
        filled = sum(cell_len(text) for text, _ in bar)
        start = [
            (
                INDENT
                + _padded("" if above else step.title, names)
                + GAP
                + step.points.rjust(numbers)
                + GAP,
                style,
            ),
            *bar,
        ]
        if not step.fact:
            yield start
        elif below:
            yield start
            yield from _hanging([(INDENT * 2, "")], INDENT * 2, step.fact, "quiet", screen)
        else:
            start.append((" " * (2 * half + 1 - filled) + GAP, ""))
            yield from _hanging(
                start, " " * sum(cell_len(text) for text, _ in start), step.fact, "", screen
            )


def _bar(length: float, half: int) -> Line:
    """Draw a length from −1 to 1 as a bar left or right of the middle.

    Up to `half` columns per side, in half columns.
    """
    full, odd = divmod(int(half_up(abs(length) * half * 2)), 2)
    if length < 0:
        drawn = "▐" * odd + "█" * full
        return [("·" * (half - len(drawn)), "quiet"), (drawn, "minus"), ("│", "quiet")]
    return [("·" * half + "│", "quiet"), ("█" * full + "▌" * odd, "plus")]


def _table(block: Table, screen: Screen) -> Iterator[Line]:
    """Draw columns, wrapping the last one; without enough room, stack the rows."""
    rows = (block.header, *block.rows) if block.rows else ()
    sizes = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    begun = sum(sizes[:-1]) + len(GAP) * len(sizes)
    if screen.stacked or (
        rows and screen.width is not None and screen.width - begun < min(sizes[-1], LAST_COLUMN)
    ):
        yield from _stacked(block, screen)
        return
    right = [
        place > 0 and all(NUMBER.fullmatch(cell) for cell in column[1:])
        for place, column in enumerate(zip(*rows, strict=True))
    ]
    for row in rows:
        cells = [
            " " * (size - cell_len(cell)) + cell if on_right else _padded(cell, size)
            for cell, size, on_right in zip(row, sizes, right, strict=True)
        ]
        style: Style = "title" if row is block.header else ""
        yield from _hanging(
            [(INDENT + "".join(cell + GAP for cell in cells[:-1]), style)],
            " " * begun,
            cells[-1].rstrip(),
            style,
            screen,
        )


def _stacked(block: Table, screen: Screen) -> Iterator[Line]:
    for row in block.rows:
        yield from _hanging([(INDENT, "")], INDENT * 2, row[0], "title", screen)
        yield from _hanging([(INDENT * 2, "")], INDENT * 2, _named(block.header, row), "", screen)


def _pairs(block: Pairs, screen: Screen) -> Iterator[Line]:
    if block.title and block.rows:
        yield from _hanging([(INDENT, "")], INDENT, block.title, "title", screen)
    indent = INDENT * 2 if block.title else INDENT
    names = max((cell_len(name) for name, _ in block.rows), default=0)
    for name, value in block.rows:
        if screen.stacked or (screen.width is not None and names > screen.width // 2):
            yield from _hanging([(indent, "")], indent + INDENT, name, "", screen)
            yield from _hanging([(indent + INDENT, "")], indent + INDENT, value, "", screen)
        else:
            yield from _hanging(
                [(indent + _padded(name, names) + GAP, "")],
                indent + " " * names + GAP,
                value,
                "",
                screen,
            )
