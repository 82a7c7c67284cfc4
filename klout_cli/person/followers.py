"""Compare the lists of followers, connections or friends in two sets of exports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from msgspec import Struct

from klout_cli.person.rows import Export
from klout_cli.results.followers import FollowerChange

CONNECTED = "connection"
LISTS = ("followers", "connections", "friends")


class People(Struct, frozen=True):
    """A complete list: since when each is in it, by key, None if unknown; and names by key."""

    at: int | None
    since: Mapping[str, int | None]
    names: Mapping[str, str]


Lists: TypeAlias = Mapping[tuple[str, str], Sequence[People]]
"""Complete lists of people by network and handle, oldest first."""


def list_people(exports: Iterable[Export]) -> Lists:
    """Return the complete lists of people that one person's exports have."""
    lists: dict[tuple[str, str], list[People]] = defaultdict(list)
    for export in sorted(exports, key=lambda export: export.exported_at or 0):
        cut = any(level.metric in LISTS and level.quality == "cut" for level in export.levels)
        since = _people(export)
        if since and not cut:
            names = {contact.key: contact.name for contact in export.contacts if contact.name}
            lists[export.network, export.handle].append(People(export.exported_at, since, names))
    return lists


def compare_followers(before: Lists, after: Lists) -> tuple[FollowerChange, ...]:
    """Return the change of every account that both sides list people of.

    Of several lists of one account the newest counts on each side; the others of the older side
    show who was there before.
    """
    return tuple(
        _compare(network, handle, before[network, handle], after[network, handle][-1])
        for network, handle in sorted(before.keys() & after.keys())
    )


def _people(export: Export) -> dict[str, int | None]:
    if export.followers:
        return dict.fromkeys(export.followers)
    return {action.partner: action.at for action in export.interactions if action.kind == CONNECTED}


def _compare(network: str, handle: str, before: Sequence[People], after: People) -> FollowerChange:
    last, earlier = before[-1], set(chain.from_iterable(one.since for one in before[:-1]))
    names = {**last.names, **after.names}
    came, left = after.since.keys() - last.since.keys(), last.since.keys() - after.since.keys()
    again = {key for key in after.since.keys() & last.since.keys() if _is_anew(key, last, after)}

    def list_names(keys: Iterable[str]) -> tuple[str, ...]:
        known = (names.get(key) or ("" if key.isdecimal() else key) for key in keys)
        return tuple(sorted(known, key=lambda name: (not name, name.casefold(), name)))

    return FollowerChange(
        network,
        handle,
        len(last.since),
        len(after.since),
        list_names(came),
        list_names(left),
        list_names(again | (came & earlier)),
    )


def _is_anew(key: str, last: People, after: People) -> bool:
    """Return whether somebody on both lists was connected anew after the older export."""
    was, now = last.since[key], after.since[key]
    return None not in (was, now, last.at) and now > max(was, last.at)  # type: ignore[type-var,operator]
