"""Choose whose exports are scored; several people's are refused by name."""

from collections.abc import Collection, Iterable, Sequence
from textwrap import wrap

from klout_cli.errors import InputError
from klout_cli.person.merging import has_account
from klout_cli.person.rows import Export
from klout_cli.person.topics import folded
from klout_cli.person.whose import account_id, by_person, names_somebody, two_people

LIST_WIDTH = 100  # columns of the list of people


def choose_person(
    exports: Sequence[Export], wanted: str = "", own: Collection[str] = ()
) -> tuple[list[Export], str]:
    """Return the exports of one person, and their name.

    `wanted` (--person) is a part of a name, handle or id.

    `own` are the account ids that klout.yaml declares: these are one person's, whatever names they
    bear. Raises InputError with all people and their exports where archives that only their owners
    can download are of different people (U4).
    """
    if wanted:
        exports = _select_exports(exports, wanted, own)
    if two_people(exports, own):
        raise _refuse_several(exports, own)
    people = sorted(
        {export.owner.name for export in exports if export.owner.name and export.totals}
    )
    if len(people) > 1 and not wanted:
        listed = ", ".join(people[:5]) + (" …" if len(people) > 5 else "")
        raise InputError(
            f"a table with {len(people)} people: {listed}",
            "",
            "choose one with --person NAME, or use klout rank",
        )
    names = [export.owner.name for export in exports if export.owner.name]
    return list(exports), max(
        sorted(set(names)), key=lambda name: (names.count(name), len(name)), default=""
    )


def explain_unnamed(
    exports: Sequence[Export], taken: Sequence[Export], own: Collection[str] = ()
) -> list[str]:
    """Say which exports that name nobody were taken as the chosen person's, and which were not, where there are several people."""
    if len(by_person(exports, own)) < 2:
        return []
    unnamed, chosen = (
        [one for one in exports if not names_somebody(one) and has_account(one)],
        set(map(id, taken)),
    )
    along = _list_accounts(export for export in unnamed if id(export) in chosen)
    left = _list_accounts(export for export in unnamed if id(export) not in chosen)
    notes = (
        [
            f"these exports name nobody and are taken as this person's: {along}; --without leaves one out"
        ]
        if along
        else []
    )
    remedy = "list them in klout.yaml, or give them without exports of others"
    return notes + (
        [f"whose these exports are, nothing tells, and they are left out: {left}; {remedy}"]
        if left
        else []
    )


def _select_exports(exports: Sequence[Export], wanted: str, own: Collection[str]) -> list[Export]:
    """Leave out what is of others, and what names nobody where it may be theirs."""
    plain, groups = folded(wanted), by_person(exports, own)
    texts = [
        {
            folded(text)
            for one in group
            for text in (one.owner.name, one.owner.id, one.handle)
            if text
        }
        for group in groups
    ]
    whole = [group for group, known in zip(groups, texts, strict=True) if plain in known]
    found = whole or [
        group
        for group, known in zip(groups, texts, strict=True)
        if any(plain in text for text in known)
    ]
    if not found:
        raise InputError(
            "no export is of this person", "--person", "klout inspect names whose exports these are"
        )
    chosen = [export for group in found for export in group]
    others = [export for group in groups if group not in found for export in group]
    unnamed = [export for export in exports if not names_somebody(export)]
    return chosen + [
        export
        for export in unnamed
        if account_id(export) in own or _belongs_with(export, chosen, others)
    ]


def _belongs_with(export: Export, chosen: Sequence[Export], others: Sequence[Export]) -> bool:
    """Tell whether an export that names nobody can only be the chosen person's, where there are others.

    It bears a handle of theirs, or it is a table of a network of which they alone have an archive.
    A table of contacts is nobody's account.
    """
    handles = {folded(one.handle) for one in chosen if one.handle != one.network}
    if not others or not has_account(export) or folded(export.handle) in handles:
        return True
    kept, foreign = (
        any(one.owner.personal and one.network == export.network for one in some)
        for some in (chosen, others)
    )
    return kept and not foreign and not export.owner.personal


def _refuse_several(exports: Sequence[Export], own: Collection[str]) -> InputError:
    """Say whose exports these are, person by person; two with one export each fit one line."""
    groups = by_person(exports, own)
    remedy = "choose one with --person NAME, or list the accounts of one person in klout.yaml"
    if len(groups) == 2:
        both = " and ".join(f"{_longest_name(group)} ({_list_accounts(group)})" for group in groups)
        return InputError(f"these are exports of two people: {both}", "", remedy)
    lines = [f"{_longest_name(group)}: {_list_accounts(group)}" for group in groups]
    if unnamed := _list_accounts(export for export in exports if not names_somebody(export)):
        lines.append(f"nobody is named in: {unnamed}")
    listed = (
        part
        for line in lines
        for part in wrap(line, LIST_WIDTH, initial_indent="  ", subsequent_indent="      ")
    )
    return InputError(
        f"these are exports of {len(groups)} people", "", remedy, listed=tuple(listed)
    )


def _longest_name(group: Sequence[Export]) -> str:
    """Return the longest name an owner goes by, else a handle."""
    return max(
        (bool(one.owner.name), len(one.owner.name), one.owner.name or one.handle) for one in group
    )[2]


def _list_accounts(exports: Iterable[Export]) -> str:
    """Name each account once."""
    return ", ".join(sorted({account_id(export) for export in exports}))
