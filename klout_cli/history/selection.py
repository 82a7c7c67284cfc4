"""Select snapshots of the history by person, date or number."""

from collections.abc import Iterable, Sequence
from datetime import date

from klout_cli.errors import InputError, UsageError
from klout_cli.results import StoredSnapshot
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

LATEST, PREVIOUS = "latest", "previous"


def group_people(snapshots: Iterable[StoredSnapshot]) -> list[list[StoredSnapshot]]:
    """Group snapshots by person: those that share a name or an account.

    Names alone aren't enough, as a name depends on the exports that were read.
    """
    groups: list[tuple[set[str], list[StoredSnapshot]]] = []
    for stored in snapshots:
        own = stored.names
        same = [group for group in groups if not own.isdisjoint(group[0])]
        groups = [group for group in groups if own.isdisjoint(group[0])]
        names, members = same[0] if same else (set(), [])
        for other_names, others in same[1:]:
            names |= other_names
            members += others
        names |= own
        members.append(stored)
        groups.append((names, members))
    return [members for _, members in groups]


def filter_person(snapshots: Sequence[StoredSnapshot], person: str) -> list[StoredSnapshot]:
    """Return the snapshots of the person with this name or account in any of them."""
    ids = {
        stored.id
        for members in group_people(snapshots)
        if any(person.casefold() in stored.names for stored in members)
        for stored in members
    }
    return [stored for stored in snapshots if stored.id in ids]


def select_snapshot(snapshots: Sequence[StoredSnapshot], name: str) -> StoredSnapshot:
    """Return one snapshot of a person, from a list in the order of `History.all`.

    An ISO date selects the newest on or before it, `latest` the newest, `previous` the newest of an
    earlier date than that, a number its id. Raises UsageError for any other name, InputError if
    there is no such snapshot.
    """
    if name == LATEST:
        return _last(snapshots, N_("No scores are saved yet."))
    if name == PREVIOUS:
        newest = _last(snapshots, N_("No scores are saved yet.")).as_of
        earlier = [stored for stored in snapshots if stored.as_of < newest]
        return _last(
            earlier, Message("No score is saved from before {day}.", day=date.fromisoformat(newest))
        )
    if name.isdecimal():
        numbered = [stored for stored in snapshots if stored.id == int(name)]
        return _last(numbered, Message("No saved score has the number {number}.", number=name))
    day = _parse_day(name)
    until = [stored for stored in snapshots if stored.as_of <= day]
    return _last(
        until, Message("No score is saved from {day} or before.", day=date.fromisoformat(day))
    )


def _last(snapshots: Sequence[StoredSnapshot], message: str) -> StoredSnapshot:
    if not snapshots:
        raise InputError(
            message,
            "",
            N_("klout history list shows what is saved; klout score FILE saves a score"),
        )
    return snapshots[-1]


def _parse_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(
            N_("There is no such saved score."),
            text,
            N_("use a date like 2026-03-01, latest, previous or a number from klout history list"),
        ) from error
