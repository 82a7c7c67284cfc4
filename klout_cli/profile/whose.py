"""Whose export it is: the same owner, another one, or nothing to tell by (reliability U4).

Names are weak evidence: people shorten, marry and call an account after their blog. Two networks tell two people apart only by two
full names with no word in common, and only where neither account's handle bears a word of the other's name.
"""

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from klout_cli.profile.rows import Export, Owner
from klout_cli.profile.topics import folded

# Words that say nothing of who bears them, folded; a name that begins with an article is of a thing.
BORNE_BY_MANY = frozenset(("dr", "prof", "dipl", "ing", "mba", "msc", "phd", "von", "van", "der", "den", "de", "da", "di", "la"))
ARTICLES = frozenset(("the", "der", "die", "das"))
MOST_WORDS = 4
FEWEST_LETTERS = 3
"""Of a word that is sought in a handle."""
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"[^\w@#]*{_WORD}(?:[.,]? +{_WORD})+[^\w@#]*")


def two_people(exports: Sequence[Export], own: Collection[str]) -> tuple[Export, Export] | None:
    """Return two exports that only two different people can have downloaded, unless both accounts are among the `own` ones."""
    for one, other in combinations(filter(states_person, exports), 2):
        different = not same_owner(one.owner, other.owner) if one.network == other.network else _differ(one, other)
        if different and not (_id(one) in own and _id(other) in own):
            return one, other
    return None


def states_person(export: Export) -> bool:
    """Tell what only the person named in it can download: an archive, or analytics that bear a name and no account."""
    unnamed = export.handle == export.network and not export.totals and not export.page
    return export.owner.personal or (unnamed and bool(export.owner.name))


def same_owner(one: Owner, other: Owner) -> bool:
    """Compare two owners on one network: by ids of one kind, else by names; who is not named could be anybody.

    One name may be the other without a title or a second name, or both are the same letters: ErikaBeispiel, Erika Beispiel.
    """
    if one.id and other.id and one.id.isdecimal() == other.id.isdecimal():
        return one.id == other.id
    if not one.name or not other.name or _letters(one.name) == _letters(other.name):
        return True
    shorter, longer = sorted((_words(one.name), _words(other.name)), key=len)
    return shorter <= longer


def _differ(one: Export, other: Export) -> bool:
    """Tell two people by their names alone."""
    names = _full_name(one.owner.name), _full_name(other.owner.name)
    if not all(names) or names[0] & names[1]:
        return False
    handles = _letters(other.handle), _letters(one.handle)
    return not any(word in handle for words, handle in zip(names, handles, strict=True) for word in words if len(word) >= FEWEST_LETTERS)


def _full_name(name: str) -> frozenset[str]:
    """Return the words of a first and a last name; none where it is no such name, or in letters that compare with nothing."""
    words = _words(name)
    is_name = _NAME.fullmatch(folded(name)) and ARTICLES.isdisjoint(re.findall(r"\w+", folded(name))[:1])
    return words if is_name and 2 <= len(words) <= MOST_WORDS and all(map(str.isascii, words)) else frozenset()


def _words(name: str) -> frozenset[str]:
    """Return the folded words of a name, without initials, titles and particles."""
    words = map(_letters, re.split(r"[\W\d_]+", folded(name)))
    return frozenset(word for word in words if len(word) > 1) - BORNE_BY_MANY


def _letters(name: str) -> str:
    """Fold a name so that Anna Kölle, AnnaKoelle and Anna Kolle are one."""
    letters = "".join(char for char in folded(name) if char.isalnum())
    return letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _id(export: Export) -> str:
    return f"{export.network}:{export.handle}"
