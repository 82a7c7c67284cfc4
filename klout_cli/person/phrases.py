"""Key phrases of the person's own posts, suggested as topics.

They are shown to the person and never stored.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field

from klout_cli.person.topics import Topics, folded
from klout_cli.values.yaml_files import load_yaml

MAX_WORDS = 3  # per phrase
MIN_POSTS = 3  # per phrase
MIN_SHARE = 0.25  # of common words in a text, for recognizing its language
CONTEXT = 3  # words on either side of a phrase
_HASHTAG = re.compile(r"#(\w+)")
_NO_WORDS = re.compile(r"https?://\S+|www\.\S+|\S*@\S+|#\w+")
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_GERMAN_ADJECTIVE = re.compile(r"[^\W\d_]{3,}e[mnrs]?")
_ENDING = re.compile(r"(?:e[mnrs]?|n|s)$")

_WORDS = load_yaml(Path(__file__).with_name("common_words.yaml"))
_BEFORE_NOUNS = frozenset(_WORDS["english_before_nouns"].split())
_COMMON = {
    "de": frozenset(folded(_WORDS["german"]).split()),
    "en": frozenset(folded(_WORDS["english"]).split()) | _BEFORE_NOUNS,
}

Phrase: TypeAlias = tuple[str, ...]
"""Folded words."""


class Usage(Struct):
    """Where a phrase is used, its spellings, and whether it is ever used as a noun."""

    posts: set[int] = field(default_factory=set)
    contexts: set[Phrase] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)
    as_noun: bool = False

    def add(self, post: int, context: Phrase, spelling: str, *, as_noun: bool) -> None:
        """Count one use of the phrase."""
        self.posts.add(post)
        self.contexts.add(context)
        self.spellings[spelling] += 1
        self.as_noun |= as_noun

    @property
    def weight(self) -> int:
        """The number of posts; a repeated sentence counts once."""
        return min(len(self.posts), len(self.contexts))

    @property
    def spelling(self) -> str:
        """The most frequent spelling."""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))


Usages: TypeAlias = defaultdict[Phrase, Usage]


def find_key_phrases(texts: Sequence[str], stated: Topics, most: int) -> list[str]:
    """Return up to `most` noun phrases of own posts outside the stated topics.

    Sorted by frequency. Each occurs in at least 3 different texts, and none shares a word with an
    earlier one. Texts in other languages than German and English only count with their hashtags.
    """
    usages: Usages = defaultdict(Usage)
    for number, text in enumerate(dict.fromkeys(texts)):
        _count_hashtags(number, text, usages)
        _count_phrases(number, text, usages)
    chosen: list[str] = []
    stems: set[str] = set()
    for phrase, usage in _rank(usages):
        own = {_ENDING.sub("", word) for word in phrase}
        if len(chosen) < most and stems.isdisjoint(own) and not stated.match(usage.spelling):
            chosen.append(usage.spelling)
            stems |= own
    return chosen


def _rank(usages: Usages) -> list[tuple[Phrase, Usage]]:
    """Sort phrases by weight, dropping those that are mostly part of a longer one."""
    usable = {
        phrase: usage
        for phrase, usage in usages.items()
        if usage.as_noun and usage.weight >= MIN_POSTS
    }
    covered: defaultdict[Phrase, int] = defaultdict(int)
    for phrase, usage in usable.items():
        for start, stop in _spans(len(phrase)):
            part = phrase[start:stop]
            if part != phrase:
                covered[part] = max(covered[part], usage.weight)
    ranked = [
        (phrase, usage) for phrase, usage in usable.items() if covered[phrase] * 2 < usage.weight
    ]
    return sorted(ranked, key=lambda pair: (-pair[1].weight, pair[0]))


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of every phrase in a run of words."""
    for start in range(length):
        for stop in range(start + 1, min(length, start + MAX_WORDS) + 1):
            yield start, stop


def _count_hashtags(number: int, text: str, usages: Usages) -> None:
    for tag in _HASHTAG.findall(text):
        key = folded(tag)
        if _is_word(key) and all(key not in common for common in _COMMON.values()):
            usages[(key,)].add(number, ("#", str(number)), tag, as_noun=True)


def _count_phrases(number: int, text: str, usages: Usages) -> None:
    parts = list(_split(_NO_WORDS.sub(" . ", text)))
    language = _recognize(parts)
    if not language:
        return
    for words in parts:
        keys = tuple(map(_fold_word, words))
        for start, stop in _spans(len(words)):
            if _is_candidate(words[start:stop], keys[start:stop], language):
                usages[keys[start:stop]].add(
                    number,
                    (*keys[max(start - CONTEXT, 0) : start], "", *keys[stop : stop + CONTEXT]),
                    " ".join(words[start:stop]),
                    as_noun=_stands_as_noun(keys, start, stop, language),
                )


def _split(text: str) -> Iterator[list[str]]:
    """Yield the words between two punctuation marks."""
    words: list[str] = []
    for token in _TOKEN.findall(text):
        if token[0].isalnum():
            words.append(token)
        elif words:
            yield words
            words = []
    if words:
        yield words


def _fold_word(word: str) -> str:
    return folded(word).replace("’", "'")


def _is_word(key: str) -> bool:
    return len(key) > 1 and not key.isnumeric()


def _recognize(parts: Sequence[Sequence[str]]) -> str:
    """Return the language with the most common words, "" if they are rare."""
    words = [_fold_word(word) for part in parts for word in part]
    hits = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    language = max(hits, key=hits.__getitem__)
    return language if words and hits[language] >= MIN_SHARE * len(words) else ""


def _is_candidate(words: Sequence[str], keys: Phrase, language: str) -> bool:
    """Return True if no word is common and, in German, the last is capitalized."""
    if not (_COMMON[language].isdisjoint(keys) and all(map(_is_word, keys))):
        return False
    *before, last = words
    return language != "de" or (
        last[0].isupper()
        and all(word[0].isupper() or _GERMAN_ADJECTIVE.fullmatch(word) for word in before)
    )


def _stands_as_noun(keys: Phrase, start: int, stop: int, language: str) -> bool:
    """Return True if the context shows a noun; a sentence's first capital doesn't."""
    if language == "de":
        return stop > 1
    return start > 0 and keys[start - 1] in _BEFORE_NOUNS
