"""Translation of finished texts at output, with local numbers and dates.

A catalogue is `languages/CODE.po`; a further file adds a language. Its msgids are complete texts,
or templates with placeholders: `{n…}` takes a number, `{date…}` a date, `{account…}` an account id,
`{name…}` anything, left as is, `{names…}` a list of such, `{text…}` a known text, `{any…}`
anything, translated if known. Lists and sentences of known texts are translated too. Unknown texts
stay English.
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
from klout_cli.translation import CATALOGUES as MARKED
from klout_cli.translation import Message
from klout_cli.translation import translate as shown

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
register_namespace("", "http://www.w3.org/2000/svg")  # for output without prefixes

LISTED = ("; ", " · ", ", ", ": ", " → ")
KEPT_FIELDS = frozenset(("id", "style", "text", "link"))  # `text`: the words of a post
# Columns and values of names to type again, and of other people's words.
COLUMNS = frozenset(
    ("Text", "Id", "File", "Person", "Download", "Fingerprint", "Factor", "Network", "Setting")
)
VALUES = frozenset(("A column can be", "Try"))
IDS = frozenset(("Other numbers",))  # titles of lists that begin with what to type
# The order of attempts: lists of names, templates of known texts, lists of known texts, templates
# that take anything.
NAMES, KNOWN, ANYTHING = range(3)
# Bounds for hostile text: nesting of lists, characters, items of a list.
MAX_DEPTH, MAX_LENGTH, MAX_ITEMS = 12, 1500, 40

_FORM = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)(?!\d)|(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\.?\d)")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_MARKED = re.compile(r"([▲▼●█!] )(.+)")
_PIECE = re.compile(r"(\S+(?: \S+)*)( *)")

T = TypeVar("T")


class Template(Struct):
    """A msgid with placeholders and its translation.

    `literal` is its longest text between placeholders.
    """

    pattern: str
    becomes: str
    kinds: tuple[tuple[str, str], ...]
    orders: tuple[int, ...]
    literal: str
    weight: int


class Language:
    """One catalogue, with its locale's numbers and dates."""

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
        """Translate a text.

        In unknown texts, known parts of a list are translated.
        """
        if isinstance(text, Message):
            return shown(text)
        translated = self.translate_known(text)
        return self._partly(text) if translated is None else translated

    def block(self, thing: T) -> T:
        """Translate the texts of a block, or of anything that contains blocks."""
        translated: Any = thing
        match thing:
            case str():
                translated = self.say(thing)
            case tuple() | list():
                translated = tuple(map(self.block, thing))
            case Table():
                translated = Table(
                    self.block(thing.header),
                    tuple(self._row(thing.header, row) for row in thing.rows),
                )
            case Pairs():
                rows = tuple(
                    (
                        name if thing.title in IDS else self.say(name),
                        value if name in VALUES else self.say(value),
                    )
                    for name, value in thing.rows
                )
                translated = Pairs(rows, self.say(thing.title))
            case Drawing():
                lines = tuple(
                    _PIECE.sub(lambda piece: self._drawn(piece[1], piece[2]), line)
                    for line in thing.lines
                )
                translated = Drawing(
                    self.say(thing.name), lines, self.say(thing.spoken), self.say(thing.legend)
                )
            case Struct():
                translated = replace(
                    thing,
                    **{
                        name: self._field(name, getattr(thing, name))
                        for name in thing.__struct_fields__
                    },
                )
        return translated  # type: ignore[no-any-return]

    def translate_known(
        self, text: str, marks: tuple[str, ...] = LISTED, depth: int = 0, named: bool = True
    ) -> str | None:
        """Translate a known text, None if it is unknown.

        `marks` are the separators of a list it may be; `named` tells whether it may contain names,
        which match anything.
        """
        if len(text) > MAX_LENGTH or depth > MAX_DEPTH:
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
            and (lower := self.translate_known(text.capitalize(), marks, depth + 1, named))
            is not None
        ):
            return lower.upper()
        if (marked := _MARKED.fullmatch(text)) and (
            rest := self.translate_known(marked[2], marks, depth + 1, named)
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
        """Format the numbers and dates of a text in this language."""
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
        """Translate a list of known items, split as finely as possible.

        An item may itself contain the separator.
        """
        if not 1 < len(parts) <= MAX_ITEMS:
            return None
        best: list[list[str] | None] = [None] * len(parts) + [[]]  # from each position on
        for start in reversed(range(len(parts))):
            for end in range(start + 1, len(parts) + (start > 0)):
                rest = best[end]
                if (
                    rest is not None
                    and (
                        item := self.translate_known(
                            mark.join(parts[start:end]), marks, depth + 1, named
                        )
                    )
                    is not None
                ):
                    best[start] = [item, *rest]
                    break
        return None if best[0] is None else mark.join(best[0])

    def _filled(self, text: str, depth: int, order: int) -> str | None:
        """Fill the matching template with the most letters."""
        begin = text.partition(" ")[0]
        fitting = [
            template
            for key in (begin, "")
            for template in self.templates.get(key, ())
            if order in template.orders
        ]
        for template in sorted(fitting, key=lambda template: -template.weight):
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
            return self.translate_known(text, LISTED, depth + 1, order == ANYTHING)
        return (
            text
            if kind in ("account", "name", "names")
            else self.say(text)
            if depth < MAX_DEPTH
            else text
        )

    def _partly(self, text: str) -> str:
        """Translate the known parts of a list."""
        for mark in LISTED:
            parts = text.split(mark)
            if 1 < len(parts) <= MAX_ITEMS and any(
                _LETTER.search(part) and self.translate_known(part) is not None for part in parts
            ):
                return mark.join(self.say(part) for part in parts)
        return text

    def _row(self, header: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            cell if name in COLUMNS else self.say(cell)
            for name, cell in zip(header, row, strict=True)
        )

    def _drawn(self, piece: str, gap: str) -> str:
        """Translate a piece of a drawing, padded to its old width with the gap after it.

        Pieces are numbers at an axis, a word below it, or a line of the legend.
        """
        mark, space, rest = piece.partition(" ")
        translated = (
            self.formed(piece)
            if "┤" in piece
            else f"{mark} {self.say(rest)}"
            if space and len(mark) == 1
            else self.say(piece)
        )
        return (
            translated.ljust(max(len(piece + gap), len(translated) + len(gap[:1])))
            if gap
            else translated
        )

    def _field(self, name: str, value: object) -> object:
        if name == "svg":
            return self._picture(str(value))
        return value if name in KEPT_FIELDS else self.block(value)

    def _picture(self, svg: str) -> str:
        root = fromstring(svg)
        for element in root.iter():
            element.text = self.say(element.text) if element.text else element.text
            if label := element.get("aria-label"):
                element.set("aria-label", self.say(label))
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
    allowed = {kind for _, kind in kinds}
    orders = (
        (NAMES,)
        if "names" in allowed
        else (ANYTHING,)
        if allowed & {"account", "name"}
        else (KNOWN, ANYTHING)
    )
    return Template(
        pattern, becomes, kinds, orders, max(literals, key=len), sum(map(len, literals))
    )


@cache
def language(code: str) -> Language:
    """Load the catalogue of a language, and the constants marked for `translate`."""
    messages: dict[str, str] = {}
    for path in (CATALOGUES / f"{code}.po", *sorted((MARKED / code).glob("*.po"))):
        with path.open("rb") as file:
            for message in read_po(file, locale=code):
                constant = isinstance(message.id, str) and "{" not in message.id
                if message.id and message.string and (constant or path.parent == CATALOGUES):
                    messages[str(message.id)] = str(message.string)
    return Language(code, messages.items())
