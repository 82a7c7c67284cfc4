"""Choose whose exports are scored, refusing those of several people."""

import shlex
from collections.abc import Collection, Iterable, Sequence
from textwrap import wrap

from klout_cli.errors import InputError
from klout_cli.person.merging import has_account
from klout_cli.person.rows import Export
from klout_cli.person.topics import folded
from klout_cli.person.whose import account_id, group_by_person, names_somebody, two_people
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

LIST_WIDTH = 100  # columns of the list of people


def choose_person(
    exports: Sequence[Export], wanted: str = "", own: Collection[str] = ()
) -> tuple[list[Export], str]:
    """Return one person's exports, and their name.

    `wanted` (--person) is part of a name, handle or id. `own` are the account ids in klout.yaml,
    which all belong to one person whatever their names. Raises InputError, listing all people and
    their exports, if archives that only their owners can download belong to different people.
    """
    if wanted:
        exports = _select_exports(exports, wanted, own)
    if two_people(exports, own):
        raise _refuse_several(exports, own)
    names = [export.owner.name for export in exports if export.owner.name]
    people = sorted({export.owner.name for export in exports if export.totals} - {""})
    if len(people) > 1 and not wanted:
        listed = ", ".join(people[:5]) + (" …" if len(people) > 5 else "")
        raise InputError(
            Message("This table has {n} people, {names}.", n=len(people), names=listed),
            "",
            Message(
                "choose one with --person {name}, or use klout rank", name=shlex.quote(people[0])
            ),
        )
    return list(exports), max(
        sorted(set(names)), key=lambda name: (names.count(name), len(name)), default=""
    )


def explain_unnamed(
    exports: Sequence[Export], taken: Sequence[Export], own: Collection[str] = ()
) -> list[str]:
    """Return notes on which anonymous exports were used, if there are several people."""
    if len(group_by_person(exports, own)) < 2:
        return []
    unnamed = [export for export in exports if not names_somebody(export) and has_account(export)]
    chosen = set(map(id, taken))
    used = _list_accounts(export for export in unnamed if id(export) in chosen)
    left_out = _list_accounts(export for export in unnamed if id(export) not in chosen)
    assumed = Message(
        "These exports contain no name; klout assumes they are yours ({accounts})", accounts=used
    )
    dropped = Message(
        "Left out, because they don't say whose they are: {accounts}. List yours in klout.yaml",
        accounts=left_out,
    )
    return [note for note, listed in ((assumed, used), (dropped, left_out)) if listed]


def _select_exports(exports: Sequence[Export], wanted: str, own: Collection[str]) -> list[Export]:
    """Drop other people's exports, and anonymous ones that may be theirs."""
    plain, groups = folded(wanted), group_by_person(exports, own)
    known = [
        {
            folded(text)
            for export in group
            for text in (export.owner.name, export.owner.id, export.handle)
            if text
        }
        for group in groups
    ]
    named = list(zip(groups, known, strict=True))
    matches = [group for group, texts in named if plain in texts] or [
        group for group, texts in named if any(plain in text for text in texts)
    ]
    if not matches:
        raise InputError(
            N_("None of these exports belongs to this person."),
            "--person",
            N_("klout inspect shows whose exports these are"),
        )
    chosen = [export for group in matches for export in group]
    others = [export for group in groups if group not in matches for export in group]
    unnamed = [export for export in exports if not names_somebody(export)]
    return chosen + [
        export
        for export in unnamed
        if account_id(export) in own or _belongs_with(export, chosen, others)
    ]


def _belongs_with(export: Export, chosen: Sequence[Export], others: Sequence[Export]) -> bool:
    """Return True if an anonymous export must belong to the chosen person.

    It has one of their handles, or it is a table from a network of which only they have an archive.
    A table of contacts belongs to no account.
    """
    handles = {folded(other.handle) for other in chosen if other.handle != other.network}
    if not others or not has_account(export) or folded(export.handle) in handles:
        return True
    anonymous, foreign = (
        any(other.owner.personal and other.network == export.network for other in some)
        for some in (chosen, others)
    )
    return anonymous and not foreign and not export.owner.personal


def _refuse_several(exports: Sequence[Export], own: Collection[str]) -> InputError:
    """Return the error that lists each person's exports.

    Two people with one export each fit one line.
    """
    groups = group_by_person(exports, own)
    remedy = Message(
        "choose one with --person {name}, or list one person's accounts in klout.yaml",
        name=shlex.quote(_longest_name(groups[0])),
    )
    if len(groups) == 2:
        one, other = (f"{_longest_name(group)} ({_list_accounts(group)})" for group in groups)
        what = Message(
            "These exports belong to two people, {one} and {other}.", one=one, other=other
        )
        return InputError(what, "", remedy)
    lines: list[str] = [f"{_longest_name(group)}: {_list_accounts(group)}" for group in groups]
    if unnamed := _list_accounts(export for export in exports if not names_somebody(export)):
        lines.append(Message("without a name: {accounts}", accounts=unnamed))
    listed = (
        part
        for line in lines
        for part in wrap(line, LIST_WIDTH, initial_indent="  ", subsequent_indent="      ")
    )
    return InputError(
        Message("These exports belong to {n} people.", n=len(groups)),
        "",
        remedy,
        listed=tuple(listed),
    )


def _longest_name(group: Sequence[Export]) -> str:
    """Return the longest of an owner's names, else a handle."""
    return max(
        (bool(export.owner.name), len(export.owner.name), export.owner.name or export.handle)
        for export in group
    )[2]


def _list_accounts(exports: Iterable[Export]) -> str:
    """Return the distinct account ids, comma-separated."""
    return ", ".join(sorted({account_id(export) for export in exports}))
