"""Key phrases of the person's own posts, as topics to choose from.

They are shown to the person and kept nowhere.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from klout_cli.person.topics import Topic, Topics, folded

LANGUAGES = ("de", "en")
WORDS = 2  # in a phrase
CANDIDATES = 200
FEWEST = 3  # posts a phrase must be in
_NOT_WORDS = re.compile(r"https?://\S+|[@]\w+|#")


def phrases(texts: Sequence[str], stated: Topics, most: int) -> list[str]:
    """Return the key phrases of own posts that no stated topic covers, YAKE's most telling ones first.

    Each is in at least 3 different texts, and none shares a word with one before it.
    """
    import yake  # loads numpy and networkx

    plain = [_NOT_WORDS.sub(" ", text) for text in dict.fromkeys(texts)]
    finder = yake.KeywordExtractor(
        lan=LANGUAGES[0], n=WORDS, top=CANDIDATES, stopwords=set(_stop_words())
    )
    found: list[str] = []
    taken: set[str] = set()
    for phrase, _ in finder.extract_keywords("\n\n".join(plain)) if plain else ():
        words = folded(phrase).split()
        if len(found) < most and taken.isdisjoint(words) and _worth(phrase, plain, stated):
            found.append(phrase)
            taken.update(words)
    return found


def _worth(phrase: str, texts: Sequence[str], stated: Topics) -> bool:
    topic = Topics({phrase: Topic(keywords=[phrase])})
    return not stated.match(phrase) and sum(map(topic.match, texts)) >= FEWEST


@cache
def _stop_words() -> frozenset[str]:
    """Return words that tell nothing: YAKE takes one language at a time, and posts are of both."""
    lists = files("yake") / "core" / "StopwordsList"
    return frozenset(
        word
        for name in LANGUAGES
        for word in (lists / f"stopwords_{name}.txt").read_text("utf-8").split()
    )
