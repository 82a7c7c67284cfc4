"""Whose export it is: the same owner, another one, or nothing to tell by (reliability U4).

Names are weak evidence: people shorten, marry and call an account after their blog. Two networks
tell two people apart only by two full names with no word in common, and only where neither
account's handle bears a word of the other's name.
"""

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from klout_cli.person.rows import Export, Owner
from klout_cli.person.topics import folded

# Words that say nothing of who bears them, folded; a name that begins with an article is of a
# thing.
BORNE_BY_MANY = frozenset(
    (
        "dr",
        "prof",
        "dipl",
        "ing",
        "mba",
        "msc",
        "phd",
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "di",
        "la",
    )
)
ARTICLES = frozenset(("the", "der", "die", "das"))
MOST_WORDS = 4
FEWEST_LETTERS = 3
"""Of a word that is sought in a handle."""
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"[^\w@#]*{_WORD}(?:[.,]? +{_WORD})+[^\w@#]*")


def two_people(exports: Sequence[Export], own: Collection[str]) -> tuple[Export, Export] | None:
    """Return two exports that only two different people can have downloaded, unless both accounts are among the `own` ones."""
    return next(
        (pair for pair in combinations(filter(states_person, exports), 2) if _are_two(*pair, own)),
        None,
    )


def by_person(exports: Sequence[Export], own: Collection[str] = ()) -> list[list[Export]]:
    """Divide the exports that name somebody by person, those of longer names first.

    What is not proven to be one person's stays apart here, though `two_people` may not call it two.
    Rows of a table of accounts, of which there may be many, join by equal names alone.
    """
    groups: list[list[Export]] = []
    known = sorted(filter(names_somebody, exports), key=lambda one: (bearer(one), account_id(one)))
    for export in sorted(
        (one for one in known if not one.totals), key=lambda one: -len(_words(bearer(one)))
    ):
        fitting = (
            group for group in groups if any(_are_one(export, other, own) for other in group)
        )
        group = next(
            (
                group
                for group in fitting
                if not any(_are_two(export, other, own) for other in group)
            ),
            None,
        )
        if group is None:
            groups.append([export])
        else:
            group.append(export)
    by_name = {_letters(bearer(export)): group for group in reversed(groups) for export in group}
    for row in (one for one in known if one.totals):
        name = _letters(bearer(row))
        if name not in by_name:
            groups.append(by_name.setdefault(name, []))
        by_name[name].append(row)
    return groups


def names_somebody(export: Export) -> bool:
    """Tell whether an export says whose it is."""
    return bool(export.owner.name or export.owner.id)


def account_id(export: Export) -> str:
    """Return network and handle as one."""
    return f"{export.network}:{export.handle}"


def _are_two(one: Export, other: Export, own: Collection[str]) -> bool:
    if not (states_person(one) and states_person(other)) or (
        account_id(one) in own and account_id(other) in own
    ):
        return False
    return (
        not same_owner(one.owner, other.owner)
        if one.network == other.network
        else _differ(one, other)
    )


def _are_one(one: Export, other: Export, own: Collection[str]) -> bool:
    """Tell two exports of one account, of accounts that are declared one person's, or of one name, also as a handle spells it."""
    ids = account_id(one), account_id(other)
    if (ids[0] == ids[1] and one.handle != one.network) or (ids[0] in own and ids[1] in own):
        return True
    names = bearer(one), bearer(other)
    words = sorted(map(_words, names), key=len)
    return _letters(names[0]) == _letters(names[1]) or (len(words[0]) > 1 and words[0] <= words[1])


def bearer(export: Export) -> str:
    """Return the name of an export's owner, else the handle."""
    return export.owner.name or export.handle


def states_person(export: Export) -> bool:
    """Tell what only the person named in it can download: an archive, or analytics that bear a name and no account."""
    unnamed = export.handle == export.network and not export.totals and not export.page
    return export.owner.personal or (unnamed and bool(export.owner.name))


def same_owner(one: Owner, other: Owner) -> bool:
    """Compare two owners on one network: by ids of one kind, else by names.

    Who is not named could be anybody.

    One name may be the other without a title or a second name, or both are the same letters:
    ErikaBeispiel, Erika Beispiel.
    """
    if one.id and other.id and one.id.isdecimal() == other.id.isdecimal():
        return one.id == other.id
    if not one.name or not other.name or _letters(one.name) == _letters(other.name):
        return True
    shorter, longer = sorted((_words(one.name), _words(other.name)), key=len)
    return shorter <= longer


def likeness(author: str, person: str) -> int:
    """Return how well the name or login of an author fits a person, 0 where it does not.

    3: the same letters, 2: the same words but for some left out, 1: one word with the last name.
    """
    words, wanted = _words(author), _words(person)
    last_name = _letters(person.split()[-1]) if person.split() else ""
    if _letters(author) == _letters(person):
        return 3
    if words and wanted and (words <= wanted or wanted <= words):
        return 2
    return int(
        len(words) == 1 and len(last_name) >= FEWEST_LETTERS and last_name in _letters(author)
    )


def _differ(one: Export, other: Export) -> bool:
    """Tell two people by their names alone."""
    names = _full_name(one.owner.name), _full_name(other.owner.name)
    if not all(names) or names[0] & names[1]:
        return False
    handles = _letters(other.handle), _letters(one.handle)
    return not any(
        word in handle
        for words, handle in zip(names, handles, strict=True)
        for word in words
        if len(word) >= FEWEST_LETTERS
    )


def _full_name(name: str) -> frozenset[str]:
    """Return the words of a first and a last name.

    None where it is no such name, or in letters that compare with nothing.
    """
    words = _words(name)
    is_name = _NAME.fullmatch(folded(name)) and ARTICLES.isdisjoint(
        re.findall(r"\w+", folded(name))[:1]
    )
    return (
        words
        if is_name and 2 <= len(words) <= MOST_WORDS and all(map(str.isascii, words))
        else frozenset()
    )


def _words(name: str) -> frozenset[str]:
    """Return the folded words of a name, without initials, titles and particles."""
    words = map(_letters, re.split(r"[\W\d_]+", folded(name)))
    return frozenset(word for word in words if len(word) > 1) - BORNE_BY_MANY


def _letters(name: str) -> str:
    """Fold a name so that Anna Kölle, AnnaKoelle and Anna Kolle are one."""
    letters = "".join(char for char in folded(name) if char.isalnum())
    return letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")
