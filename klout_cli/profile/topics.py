"""Topics: what the person wants to be known for, matched in posts as whole words, accents and case folded (method §4.3)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct


class Topic(Struct, frozen=True, forbid_unknown_fields=True):
    """One topic of klout.yaml. A keyword may be a phrase; `marketing*` also matches what begins with it (German compounds)."""

    keywords: list[str] = []
    hashtags: list[str] = []


def folded(text: str) -> str:
    """Fold case and accents: `Ä` and `a` are one letter, `ß` is ss."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class Topics:
    """All topics of a person; empty where none are stated."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self.names = tuple(topics)
        words = [_pattern(word) for topic in topics.values() for word in _words(topic)]
        self._any = re.compile("|".join(words)) if words else None

    def __bool__(self) -> bool:
        return self._any is not None

    def match(self, text: str) -> bool:
        """Tell whether a text is on any topic."""
        return bool(self._any and self._any.search(folded(text)))


def _words(topic: Topic) -> Sequence[str]:
    return [*topic.keywords, *(f"#{tag.lstrip('#')}" for tag in topic.hashtags)]


def _pattern(word: str) -> str:
    plain = folded(word).strip()
    stem = plain.rstrip("*")
    start = "" if stem.startswith("#") else r"\b"
    return start + re.sub(r"\\?\s+", r"\\s+", re.escape(stem)) + ("" if plain.endswith("*") else r"\b")
