"""Topics the person wants to be known for, matched in posts as whole words."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import filterfalse
from typing import Annotated

from msgspec import Meta, Struct

Word = Annotated[str, Meta(pattern=r"[^\s*#]")]
"""A topic's keyword; blanks and marks alone would match everything."""


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """One topic of klout.yaml. A keyword may be a phrase.

    `marketing*` also matches longer words (German compounds).
    """

    keywords: list[Word] = []
    hashtags: list[Word] = []


def folded(text: str) -> str:
    """Fold case, accents and ornate letters: `Ä` to a, `ß` to ss, bold `𝐚` to a."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(filterfalse(unicodedata.combining, plain))


class Topics:
    """All topics of a person; false if there are none."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.names = tuple(topics)
        words = {name: "|".join(map(_pattern, _words(topic))) for name, topic in topics.items()}
        self._words = {name: pattern for name, pattern in words.items() if pattern}
        self._any = re.compile("|".join(self._words.values())) if self._words else None

    def __bool__(self) -> bool:
        return self._any is not None

    def match(self, text: str) -> bool:
        """Return True if a text is on any topic."""
        return bool(self._any and self._any.search(folded(text)))

    def of(self, text: str) -> list[str]:
        """Return the names of a text's topics, in the order of klout.yaml."""
        plain = folded(text)
        return [name for name, words in self._each.items() if words.search(plain)]

    @cached_property
    def _each(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(words) for name, words in self._words.items()}


def _words(topic: Topic) -> Sequence[str]:
    return [*topic.keywords, *(f"#{tag.lstrip('#')}" for tag in topic.hashtags)]


def _pattern(word: str) -> str:
    """Return a pattern for a whole word, including its own signs (C++, .NET).

    Blanks match any whitespace; a final `*` leaves the end open.
    """
    plain = folded(word).strip()
    stem = r"\s+".join(map(re.escape, plain.rstrip("*").split()))
    return r"(?<!\w)" + stem + ("" if plain.endswith("*") else r"(?!\w)")
