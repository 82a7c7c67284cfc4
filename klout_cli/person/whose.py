"""Compare the owners of exports: the same person, two people, or unknown.

Names are weak evidence: people shorten them, marry, and name an account after their blog. Across
networks, two people are only told apart by two full names with no word in common, if neither
account's handle contains a word of the other's name.
"""

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from klout_cli.person.rows import Export, Owner
from klout_cli.person.topics import folded

# Words that many names share, folded. A name that begins with an article is a thing's.
_TITLES_AND_PARTICLES = "dr prof dipl ing mba msc phd von van der den de da di la"
BORNE_BY_MANY = frozenset(_TITLES_AND_PARTICLES.split())
ARTICLES = frozenset(("the", "der", "die", "das"))
MOST_WORDS = 4
FEWEST_LETTERS = 3
"""Minimum length of a word that is looked up in a handle."""
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"[^\w@#]*{_WORD}(?:[.,]? +{_WORD})+[^\w@#]*")


def two_people(exports: Sequence[Export], own: Collection[str]) -> tuple[Export, Export] | None:
    """Return two exports that only two different people can have downloaded.

    Not if both accounts are among the `own` ones.
    """
    return next(
        (pair for pair in combinations(filter(states_person, exports), 2) if _are_two(*pair, own)),
        None,
    )


def group_by_person(exports: Sequence[Export], own: Collection[str] = ()) -> list[list[Export]]:
    """Group the exports that name their owner by person, longest names first.

    Exports not proven to be one person's stay apart, even if `two_people` doesn't call them two.
    Rows of an accounts table, which can be many, join by equal names only.
    """
    groups: list[list[Export]] = []
    known = sorted(
        filter(names_somebody, exports), key=lambda export: (name_of(export), account_id(export))
    )
    for export in sorted(
        (export for export in known if not export.totals),
        key=lambda export: -len(_words(name_of(export))),
    ):
        for group in groups:
            if any(_are_one(export, other, own) for other in group) and not any(
                _are_two(export, other, own) for other in group
            ):
                group.append(export)
                break
        else:
            groups.append([export])
    by_name = {_letters(name_of(export)): group for group in reversed(groups) for export in group}
    for row in (export for export in known if export.totals):
        name = _letters(name_of(row))
        if name not in by_name:
            groups.append(by_name.setdefault(name, []))
        by_name[name].append(row)
    return groups


def names_somebody(export: Export) -> bool:
    """Return True if an export says whose it is."""
    return bool(export.owner.name or export.owner.id)


def account_id(export: Export) -> str:
    """Return `network:handle`."""
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
    """Return True for two exports of one account or person.

    One account, accounts declared as one person's, or one name (possibly written as in a handle).
    """
    ids = account_id(one), account_id(other)
    if (ids[0] == ids[1] and one.handle != one.network) or (ids[0] in own and ids[1] in own):
        return True
    names = name_of(one), name_of(other)
    words = sorted(map(_words, names), key=len)
    return _letters(names[0]) == _letters(names[1]) or (len(words[0]) > 1 and words[0] <= words[1])


def name_of(export: Export) -> str:
    """Return the name of an export's owner, else the handle."""
    return export.owner.name or export.handle


def states_person(export: Export) -> bool:
    """Return True if only the person named in an export can have downloaded it.

    That is an archive, or analytics with a name but no account.
    """
    unnamed = export.handle == export.network and not export.totals and not export.page
    return export.owner.personal or (unnamed and bool(export.owner.name))


def same_owner(one: Owner, other: Owner) -> bool:
    """Compare two owners on one network: by ids of one kind, else by names.

    An owner without a name could be anybody. Names match if one is the other without a title or
    second name, or if their letters are equal: ErikaBeispiel, Erika Beispiel.
    """
    if one.id and other.id and one.id.isdecimal() == other.id.isdecimal():
        return one.id == other.id
    if not one.name or not other.name or _letters(one.name) == _letters(other.name):
        return True
    shorter, longer = sorted((_words(one.name), _words(other.name)), key=len)
    return shorter <= longer


def rate_name(author: str, person: str) -> int:
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
    """Return True if two people's names alone tell them apart."""
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
    """Return the words of a first and last name.

    Empty if it isn't such a name, or in letters that can't be compared.
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
    """Fold a name so that Anna Kölle, AnnaKoelle and Anna Kolle are equal."""
    letters = "".join(char for char in folded(name) if char.isalnum())
    return letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")
