"""What a screen consists of; `draw` arranges blocks with rich, `speak` as one fact a line."""

from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.reports.numbers import data_date
from klout_cli.reports.safe import safe
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

Style: TypeAlias = Literal["", "title", "plus", "minus", "quiet", "alert", "command"]


class Span(Struct, frozen=True):
    """A piece of a line; `spoken` replaces it where nothing is drawn."""

    text: str
    style: Style = ""
    spoken: str | None = None


class Header(Struct, frozen=True):
    """One line: spans at the left, a text at the right edge."""

    left: tuple[Span, ...]
    right: str = ""


class Scale(Struct, frozen=True):
    """A range on the scale from 1 to 100, with a dot at `value` unless that is None.

    `marks` are other places and their labels. Not spoken: the header says the same.
    """

    low: float
    high: float
    value: float | None
    marks: tuple[tuple[float, str], ...]


class Bar(Struct, frozen=True):
    """A named number of points with a fact; without points, `word` stands in their place."""

    name: str
    points: float | None
    fact: str = ""
    word: str = ""


class Bars(Struct, frozen=True):
    """Points on one fixed scale; `right` is written at the right edge of the title."""

    title: str
    bars: tuple[Bar, ...]
    right: str = ""


class Column(Struct, frozen=True):
    """A column of a table. Where it is narrow, columns of the highest `drop` are left out first.

    Columns with 0 always stay.
    """

    head: str = ""
    right: bool = False
    drop: int = 0
    style: Style = ""


class Table(Struct, frozen=True):
    """Rows below the heads of their columns; the title is the head of the first one.

    `more` is a line below.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str = ""


class Facts(Struct, frozen=True):
    """Names and values under an optional title."""

    title: str
    rows: tuple[tuple[str, str], ...]


class Lines(Struct, frozen=True):
    """Sentences, wrapped one by one, under an optional title; alerts are marked with "!"."""

    lines: tuple[str, ...]
    style: Style = ""
    title: str = ""


class Commands(Struct, frozen=True):
    """Commands and what they do."""

    rows: tuple[tuple[str, str], ...]


class Drawing(Struct, frozen=True):
    """Preformatted lines; where nothing is drawn, `spoken` says the same in a sentence."""

    lines: tuple[str, ...]
    spoken: str = ""


class Group(Struct, frozen=True):
    """Blocks without blank lines between them."""

    blocks: tuple["Block", ...]


def head(title: str, right: str = "") -> Header:
    """Return the first line of a screen: its title, and a text at the right edge."""
    return Header((Span(title, "title"),), right)


def person_and_date(person: str, as_of: str | None, unnamed: str = N_("YOUR SCORE")) -> Header:
    """Return whose it is and of what day; `unnamed`: the title where nobody is named."""
    return head(safe(person).upper() or _(unnamed), data_date(as_of))


def say(*lines: str, style: Style = "", title: str = "") -> Lines:
    """Return sentences as a block."""
    return Lines(lines, style, title)


def suggest(*rows: tuple[str, str]) -> Commands:
    """Return commands, each with what it does, as a block."""
    return Commands(rows)


Block: TypeAlias = Header | Scale | Bars | Table | Facts | Lines | Commands | Drawing | Group


def is_empty(block: "Block") -> bool:
    """Return whether a block has nothing to show."""
    match block:
        case Bars(bars=content) | Group(blocks=content) | Lines(lines=content):
            return not content
        case Table(rows=content) | Facts(rows=content) | Commands(rows=content):
            return not content
        case Drawing(lines=content) | Header(left=content):
            return not content
    return False
