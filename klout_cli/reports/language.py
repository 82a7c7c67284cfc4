"""Other languages than English: what is said is found in a catalogue and said again at the outlet, numbers and dates in local form.

A catalogue is `languages/CODE.po`; one more file is one more language. Its msgids are whole texts,
or templates with holes: `{n…}` takes a number, `{date…}` a date, `{account…}` the id of one,
`{name…}` anything, left as it is, `{names…}` a list of such, `{text…}` what the catalogue knows,
`{any…}` anything, said again where the catalogue knows it. Lists and sentences of known texts are
known. What is not known stays English.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar
from xml.etree.ElementTree import fromstring, register_namespace, tostring

from babel.core import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.reports.layout import Drawing, Pairs, Table
from klout_cli.reports.translation import CATALOGUES

HOLE = re.compile(r"\{(account|names|name|date|text|any|n)(?:\d+|_\w+)?\}")
KINDS = {
    "n": r"<?[+−±-]?\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]\d+)?",
    "date": r"\d{4}-\d\d-\d\d",
    "account": r"[a-z_]+:\S.*?",
    "name": ".+?",
    "names": ".+",
    "text": ".+?",
    "any": ".+?",
}
register_namespace("", "http://www.w3.org/2000/svg")  # a page knows no prefixes

LISTED = ("; ", " · ", ", ", ": ", " → ")
KEPT_FIELDS = frozenset(("id", "style", "text", "link"))  # `text`: the words of a post
# Columns and values of names to be typed again, and of other people's words.
COLUMNS = frozenset(
    ("Text", "Id", "File", "Person", "Download", "Fingerprint", "Factor", "Network", "Setting")
)
VALUES = frozenset(("A column can be", "Try"))
# In which order a text is tried: lists of names, templates of known texts, lists of known texts,
# templates that take anything.
NAMES, KNOWN, ANYTHING = range(3)
DEEPEST, LONGEST, MANY = (
    12,
    1500,
    40,
)  # bounds for hostile text: lists in lists, characters, items of a list

_FORM = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)(?!\d)|(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\.?\d)")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_MARKED = re.compile(r"([▲▼●█!] )(.+)")
_PIECE = re.compile(r"(\S+(?: \S+)*)( *)")

T = TypeVar("T")


class Template(Struct):
    """A msgid with holes, and what it becomes; `literal` is its longest text between holes."""

    pattern: str
    becomes: str
    kinds: tuple[tuple[str, str], ...]
    orders: tuple[int, ...]
    literal: str
    weight: int


class Language:
    """One catalogue, and its locale's numbers and dates."""

    def __init__(self, code: str, messages: Iterable[tuple[str, str]]) -> None:
        self.messages = dict(messages)
        self.locale = Locale.parse(code)
        self.signs = str.maketrans(
            {".": get_decimal_symbol(self.locale), ",": get_group_symbol(self.locale)}
        )
        self.whole: dict[str, str] = {}
        self.templates: dict[str, list[Template]] = {}
        for english, becomes in self.messages.items():
            if HOLE.search(english):
                begin = english.partition(" ")[0]
                self.templates.setdefault("" if "{" in begin else begin, []).append(
                    _template(english, becomes)
                )
            else:
                self.whole[english] = becomes
        self.known: dict[tuple[str, tuple[str, ...], bool], str | None] = {}

    def say(self, text: str) -> str:
        """Return a text in this language.

        What the catalogue does not know stays as it is, but for what it knows in a list.
        """
        found = self.found(text)
        return self._partly(text) if found is None else found

    def block(self, thing: T) -> T:
        """Return a block of a screen or a page, or whatever holds blocks, with its texts in this language."""
        said: Any = thing
        match thing:
            case str():
                said = self.say(thing)
            case tuple() | list():
                said = tuple(map(self.block, thing))
            case Table():
                said = Table(
                    self.block(thing.header),
                    tuple(self._row(thing.header, row) for row in thing.rows),
                )
            case Pairs():
                rows = tuple(
                    (self.say(name), value if name in VALUES else self.say(value))
                    for name, value in thing.rows
                )
                said = Pairs(rows, self.say(thing.title))
            case Drawing():
                lines = tuple(
                    _PIECE.sub(lambda piece: self._drawn(piece[1], piece[2]), line)
                    for line in thing.lines
                )
                said = Drawing(
                    self.say(thing.name), lines, self.say(thing.spoken), self.say(thing.legend)
                )
            case Struct():
                said = replace(
                    thing,
                    **{
                        name: self._field(name, getattr(thing, name))
                        for name in thing.__struct_fields__
                    },
                )
        return said  # type: ignore[no-any-return]

    def found(
        self, text: str, marks: tuple[str, ...] = LISTED, depth: int = 0, named: bool = True
    ) -> str | None:
        """Return a known text in this language, None where the catalogue does not know it.

        `marks` are those of lists it may be; `named` tells whether there may be names in it, which
        take anything.
        """
        if len(text) > LONGEST or depth > DEEPEST:
            return None
        key = text, marks, named
        if key not in self.known:
            self.known[key] = self._look(text, marks, depth, named)
        return self.known[key]

    def _look(self, text: str, marks: tuple[str, ...], depth: int, named: bool) -> str | None:
        if text in self.whole:
            return self.whole[text]
        if not _LETTER.search(text.replace("log10", "")):
            return self.formed(text)
        if (
            text.isupper()
            and (lower := self.found(text.capitalize(), marks, depth + 1, named)) is not None
        ):
            return lower.upper()
        if (marked := _MARKED.fullmatch(text)) and (
            rest := self.found(marked[2], marks, depth + 1, named)
        ) is not None:
            return marked[1] + rest
        for order in (NAMES, KNOWN):
            if (filled := self._filled(text, depth, order)) is not None:
                return filled
        for mark in marks:
            others = tuple(other for other in marks if other != mark)
            if (joined := self._joined(text.split(mark), mark, others, depth, named)) is not None:
                return joined
        filled = self._filled(text, depth, ANYTHING) if named else None
        return (
            self._joined(_SENTENCE.split(text), " ", marks, depth, named)
            if filled is None
            else filled
        )

    def formed(self, text: str) -> str:
        """Write the numbers and dates of a text as this language does."""
        return _FORM.sub(
            lambda form: self._day(form[0]) if form["date"] else form[0].translate(self.signs), text
        )

    def _day(self, text: str) -> str:
        try:
            return format_date(date.fromisoformat(text), "medium", locale=self.locale)
        except ValueError:
            return text

    def _joined(
        self, parts: Sequence[str], mark: str, marks: tuple[str, ...], depth: int, named: bool
    ) -> str | None:
        """Return a list all of whose items are known, each as short as it can be.

        An item may itself have the mark in it.
        """
        if not 1 < len(parts) <= MANY:
            return None
        said: list[list[str] | None] = [None] * len(parts) + [[]]  # from each place on
        for start in reversed(range(len(parts))):
            for end in range(start + 1, len(parts) + (start > 0)):
                rest = said[end]
                if (
                    rest is not None
                    and (item := self.found(mark.join(parts[start:end]), marks, depth + 1, named))
                    is not None
                ):
                    said[start] = [item, *rest]
                    break
        return None if said[0] is None else mark.join(said[0])

    def _filled(self, text: str, depth: int, order: int) -> str | None:
        """Fill the template with the most letters that fits."""
        begin = text.partition(" ")[0]
        fitting = [
            one for key in (begin, "") for one in self.templates.get(key, ()) if order in one.orders
        ]
        for template in sorted(fitting, key=lambda one: -one.weight):
            if template.literal in text and (match := _compiled(template.pattern).fullmatch(text)):
                values = {
                    name: self._value(kind, match[name], depth, order)
                    for name, kind in template.kinds
                }
                if None not in values.values():
                    return str(template.becomes.format(**values))
        return None

    def _value(self, kind: str, text: str, depth: int, order: int) -> str | None:
        if kind in ("n", "date"):
            return self.formed(text)
        if kind == "text" or (kind == "any" and order == KNOWN):
            return self.found(text, LISTED, depth + 1, order == ANYTHING)
        return (
            text
            if kind in ("account", "name", "names")
            else self.say(text)
            if depth < DEEPEST
            else text
        )

    def _partly(self, text: str) -> str:
        """Say what is known of a list, and leave the rest."""
        for mark in LISTED:
            parts = text.split(mark)
            if 1 < len(parts) <= MANY and any(
                _LETTER.search(part) and self.found(part) is not None for part in parts
            ):
                return mark.join(self.say(part) for part in parts)
        return text

    def _row(self, header: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            cell if name in COLUMNS else self.say(cell)
            for name, cell in zip(header, row, strict=True)
        )

    def _drawn(self, piece: str, gap: str) -> str:
        """Say a piece of a drawing as wide as it was with the gap behind it: numbers at an axis, a word below it, a line of the legend."""
        mark, space, rest = piece.partition(" ")
        said = (
            self.formed(piece)
            if "┤" in piece
            else f"{mark} {self.say(rest)}"
            if space and len(mark) == 1
            else self.say(piece)
        )
        return said.ljust(max(len(piece + gap), len(said) + len(gap[:1]))) if gap else said

    def _field(self, name: str, value: object) -> object:
        if name == "svg":
            return self._picture(str(value))
        return value if name in KEPT_FIELDS else self.block(value)

    def _picture(self, svg: str) -> str:
        root = fromstring(svg)
        for element in root.iter():
            element.text = self.say(element.text) if element.text else element.text
            if told := element.get("aria-label"):
                element.set("aria-label", self.say(told))
        return tostring(root, "unicode")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _template(english: str, becomes: str) -> Template:
    literals = re.split(r"\{\w+\}", english)
    kinds = tuple((hole[0][1:-1], hole[1]) for hole in HOLE.finditer(english))
    holes = [f"(?P<{name}>{KINDS[kind]})" for name, kind in kinds]
    pattern = "".join(
        re.escape(literal) + hole for literal, hole in zip(literals, [*holes, ""], strict=True)
    )
    taken = {kind for _, kind in kinds}
    orders = (
        (NAMES,)
        if "names" in taken
        else (ANYTHING,)
        if taken & {"account", "name"}
        else (KNOWN, ANYTHING)
    )
    return Template(
        pattern, becomes, kinds, orders, max(literals, key=len), sum(map(len, literals))
    )


@cache
def language(code: str) -> Language:
    """Load the catalogue of a language."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    return Language(
        code, ((str(one.id), str(one.string)) for one in catalogue if one.id and one.string)
    )
