"""What the name of a column can mean, before its values decide."""

import re
from collections.abc import Mapping
from functools import lru_cache

from klout_cli.files.text import fold
from klout_cli.values.aliases import Synonyms, aliases

COUNTS = frozenset(
    ("likes", "comments", "shares", "saves", "engagements", "impressions", "views", "reach")
)
NUMBERS = COUNTS | {"followers", "following", "posts"}
EXACT, TRIMMED, LESS_FOR_A_WORD, OWN = 1.0, 0.9, 0.02, 1.2

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NESTED = re.compile(r"[/.\[]\d+([/.\]]|$)")
_INSIDE_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=8192)
def words_of(name: str) -> str:
    """Return the folded words of a name: likesCount, like_count and "Like count" are alike."""
    return fold(_CAMEL.sub(" ", name) if not name.isupper() else name)


def possible_meanings(
    name: str, own: Synonyms, known: Mapping[str, frozenset[str]]
) -> dict[str, float]:
    """Return what a name can mean, with how well it says so; nothing for an item in a list.

    `own` are the person's synonyms, `known` all others.
    """
    forms = _forms(name)
    if _NESTED.search(name) or not aliases().period_columns.isdisjoint(forms):
        return {}
    meanings: dict[str, float] = {}
    for meaning, synonyms in known.items():
        for form, strength in forms.items():
            better = form in synonyms and strength > meanings.get(meaning, 0)
            if better and not (meaning in NUMBERS and _is_other_count(name, form)):
                meanings[meaning] = strength
    for meaning, synonyms in own.items():
        if not synonyms.isdisjoint(forms) or fold(name) in synonyms:
            meanings[meaning] = OWN
    return meanings


@lru_cache(maxsize=8192)
def _forms(name: str) -> Mapping[str, float]:
    """Return the forms of a name that may be a synonym, with how much they are worth."""
    whole = words_of(name)
    forms = {fold(name): EXACT, whole: EXACT, whole.replace(" ", ""): EXACT}
    last = words_of(re.split(r"[./:]", name.strip())[-1])
    plain = words_of(_INSIDE_BRACKETS.sub("", name))
    for text, strength in ((plain, TRIMMED + 0.05), (last, TRIMMED - 0.1), (whole, TRIMMED)):
        words = [word for word in text.split() if word not in aliases().noise]
        cost = LESS_FOR_A_WORD * (len(text.split()) - len(words))
        for form in (text, " ".join(words)):
            if form:
                worth = strength if form == text else strength - cost
                forms[form] = max(forms.get(form, 0), worth)
    forms.pop("", None)
    return forms


def _is_other_count(name: str, form: str) -> bool:
    """Return whether a word that is not part of the synonym makes it another number."""
    rest = f" {words_of(name)} ".replace(f" {form} ", " ", 1)
    return not aliases().other_counts.isdisjoint(rest.split()) or "%" in name


def has_name(name: str, names: frozenset[str]) -> bool:
    """Return whether a column has one of the names."""
    return not names.isdisjoint(_forms(name))
