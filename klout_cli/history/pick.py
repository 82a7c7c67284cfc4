"""Whose snapshot is meant, and which: by date, by number, the latest or the one before."""

from collections.abc import Iterable, Sequence
from datetime import date

from klout_cli.errors import InputError, UsageError
from klout_cli.results import StoredSnapshot

LATEST, PREVIOUS = "latest", "previous"


def people(kept: Iterable[StoredSnapshot]) -> list[list[StoredSnapshot]]:
    """Tell people apart: a name or an account in common makes snapshots one person's, for a name depends on the exports given."""
    found: list[tuple[set[str], list[StoredSnapshot]]] = []
    for one in kept:
        own = one.names
        theirs = [person for person in found if not own.isdisjoint(person[0])]
        strangers = [person for person in found if own.isdisjoint(person[0])]
        names, snapshots = theirs[0] if theirs else (set(), [])
        for more_names, more in theirs[1:]:
            names |= more_names
            snapshots += more
        names |= own
        snapshots.append(one)
        found = [*strangers, (names, snapshots)]
    return [snapshots for _, snapshots in found]


def of_person(kept: Sequence[StoredSnapshot], person: str) -> list[StoredSnapshot]:
    """Return the snapshots of who goes by this name, or has this account, in any of them."""
    ids = {
        one.id
        for theirs in people(kept)
        if any(person.casefold() in one.names for one in theirs)
        for one in theirs
    }
    return [one for one in kept if one.id in ids]


def pick(kept: Sequence[StoredSnapshot], when: str) -> StoredSnapshot:
    """Return the snapshot meant by `when`, of one person's in the order of `History.all`.

    An ISO date means the newest on or before it, `latest` the newest, `previous` the newest of an
    earlier date than that, a number its id. Raises UsageError for anything else, InputError where
    there is no such snapshot.
    """
    if when == LATEST:
        return _last(kept, "nothing is kept yet")
    if when == PREVIOUS:
        newest = _last(kept, "nothing is kept yet").snapshot.as_of
        return _last(
            [one for one in kept if one.snapshot.as_of < newest],
            f"nothing is kept of a date before {newest}",
        )
    if when.isdecimal():
        return _last(
            [one for one in kept if one.id == int(when)], f"no snapshot has the number {when}"
        )
    day = _day(when)
    return _last(
        [one for one in kept if one.snapshot.as_of <= day], f"nothing is kept of {day} or before"
    )


def _last(kept: Sequence[StoredSnapshot], otherwise: str) -> StoredSnapshot:
    if not kept:
        raise InputError(
            otherwise,
            "",
            "klout history list tells what is kept; klout score FILE... keeps a snapshot",
        )
    return kept[-1]


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise UsageError(
            "this names no snapshot",
            text,
            f"give a date as 2026-03-01, {LATEST}, {PREVIOUS} or a number of klout history list",
        ) from fault
