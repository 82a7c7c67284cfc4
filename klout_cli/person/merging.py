"""Merge several exports of one account, so that nothing counts twice."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from klout_cli.person.account import Account, is_response, newest_row
from klout_cli.person.rows import About, Contact, Export, Group, Interaction, Level
from klout_cli.person.same_posts import merge_posts
from klout_cli.person.topics import folded
from klout_cli.results.names import account_label
from klout_cli.translation import PluralMessage

ActionT = TypeVar("ActionT", Interaction, Group)


def export_order(export: Export) -> tuple[Any, ...]:
    """Return a sort key by date, then content; never by file name."""
    return (
        export.exported_at or newest_row(export) or 0,
        export.owner.personal,
        export.variant,
        _ContentOrder(export),
    )


class _ContentOrder:
    """Orders the exports of one day by content.

    Counts only grow, so the larger sum is the newer export.
    """

    def __init__(self, export: Export) -> None:
        self.export = export

    def __lt__(self, other: "_ContentOrder") -> bool:
        return self.key < other.key

    @cached_property
    def key(self) -> tuple[int, bytes]:
        """The sum of all counts, then all rows as text.

        Computed only where dates are equal.
        """
        export = self.export
        counts = [
            (post.likes, post.comments, post.shares, post.impressions) for post in export.posts
        ]
        rows = (
            export.posts,
            export.levels,
            export.interactions,
            export.contacts,
            sorted(export.followers),
            sorted(export.following),
        )
        total = sum(sum(filter(None, known)) for known in counts)
        return total, msgspec.json.encode((rows, export.totals, export.owner, export.handle))


def merge_exports(distinct: Sequence[Export], notes: list[str]) -> Account:
    """Merge all exports of one account, oldest first, adding to `notes`."""
    posts, settled = merge_posts(distinct)
    twice = len(distinct[0].posts) - len(posts) if len(distinct) == 1 else 0
    named = max(
        distinct,
        key=lambda export: (
            export.handle != export.network,
            bool(export.owner.id),
            export_order(export),
        ),
    )
    label = account_label(named.network, named.handle)
    if twice:
        notes.append(
            PluralMessage(
                "{account}: {n} post is in the export twice, used once",
                "{account}: {n} posts are in the export twice, used once",
                n=twice,
                account=label,
            )
        )
    if settled:
        notes.append(
            PluralMessage(
                "{account}: your own replies are left out of the comments on {n} post",
                "{account}: your own replies are left out of the comments on {n} posts",
                n=settled,
                account=label,
            )
        )
    newest_first = distinct[::-1]
    return Account(
        id=f"{named.network}:{named.handle}",
        network=named.network,
        handle=named.handle,
        exported_at=_newest_date(distinct),
        posts=tuple(posts),
        contacts=tuple(_merge_contacts(distinct)),
        interactions=tuple(_merge_interactions(distinct)),
        groups=tuple(_merge_groups(distinct)),
        levels=tuple(level for export in distinct for level in _date_levels(export)),
        followers=next(filter(None, (one.followers for one in newest_first)), frozenset()),
        following=next(filter(None, (one.following for one in newest_first)), frozenset()),
        totals=next((one.totals for one in newest_first if one.totals is not None), None),
        names_responders=any(
            export.names_responders or any(map(is_response, export.interactions))
            for export in distinct
        ),
        about=merge_profiles(distinct),
        lacks=merge_gaps(distinct),
    )


def merge_profiles(exports: Sequence[Export]) -> About:
    """Return the newest export's profile, completed from older ones."""
    told = [
        (field, getattr(export.about, field))
        for export in exports
        for field in About.__struct_fields__
    ]
    return About(**{field: value for field, value in told if value not in (None, "")})


def merge_gaps(exports: Sequence[Export]) -> dict[str, str]:
    """Return why a factor can't be measured, if none of the exports supports it.

    The archive's reason wins, as it has the most data. Substance needs texts and reactions, which
    may come from two exports: if their reasons differ, the factor gives its own.
    """
    first = max(exports, key=lambda export: export.owner.personal)
    reasons = {
        factor: {export.lacks.get(factor, "") for export in exports} for factor in first.lacks
    }
    return {
        factor: first.lacks[factor]
        for factor, gaps in reasons.items()
        if "" not in gaps and (factor != "substance" or len(gaps) == 1)
    }


def _newest_date(exports: Sequence[Export]) -> int | None:
    """Return the newest of the exports' dates and of undated tables' rows; None without a date."""
    if all(export.exported_at is None for export in exports):
        return None
    dates = [
        newest_row(export) if export.exported_at is None else export.exported_at
        for export in exports
    ]
    return max(at for at in dates if at is not None)


def _date_levels(export: Export) -> Iterable[Level]:
    for level in export.levels:
        at = export.exported_at if level.at is None else level.at
        yield replace(level, at=at) if at != level.at else level


def _merge_contacts(exports: Sequence[Export]) -> list[Contact]:
    merged: dict[str, Contact] = {}
    for export in exports:
        for contact in export.contacts:
            merged[contact.key] = _merge_contact(merged.get(contact.key), contact)
    return [merged[key] for key in sorted(merged)]


def _merge_contact(old: Contact | None, new: Contact) -> Contact:
    """Return the newer contact, completed from the older one."""
    if old is None:
        return new
    known = {
        field: getattr(new, field)
        for field in new.__struct_fields__
        if getattr(new, field) not in (None, "")
    }
    return replace(old, **known)


def _merge_interactions(exports: Sequence[Export]) -> list[Interaction]:
    """Merge the interactions of one kind with one partner; dated single ones stay separate."""
    merged = _merge_actions(
        (export.interactions for export in exports),
        lambda action: (
            *(action.partner, action.direction, action.kind, action.private),
            action.at or 0 if action.count == 1 else 0,
        ),
    )
    return [merged[key] for key in sorted(merged)]


def _merge_groups(exports: Sequence[Export]) -> list[Group]:
    """Merge group messages among the same people."""
    merged = _merge_actions((export.groups for export in exports), lambda group: group.people)
    return [merged[people] for people in sorted(merged)]


def _merge_actions(
    exports: Iterable[Iterable[ActionT]], key: Callable[[ActionT], Any]
) -> dict[Any, ActionT]:
    """Add up within an export, and take the larger sum between exports.

    Rows of one export are different actions; another export lists the same ones again.
    """
    merged: dict[Any, ActionT] = {}
    for actions in exports:
        sums: dict[Any, ActionT] = {}
        for action in actions:
            if other := sums.get(key(action)):
                newest = max(action.at or 0, other.at or 0) or None
                action = replace(action, count=action.count + other.count, at=newest)
            sums[key(action)] = action
        for place, action in sums.items():
            if place not in merged or action.count > merged[place].count:
                merged[place] = action
    return merged


def has_account(export: Export) -> bool:
    """Return True for an account's export that has usable rows.

    A table of contacts describes people around any account and is not one itself.
    """
    public = any(not interaction.private for interaction in export.interactions)
    return (
        public
        or bool(export.posts or export.levels or export.totals or export.followers)
        or (export.owner.personal and not export.contacts)
    )


def add_contact_tables(account: Account, tables: Sequence[Export]) -> Account:
    """Add the contacts of contacts.csv that belong to this account's network.

    Known contacts are completed, others added.
    """
    contacts = {contact.key: contact for contact in account.contacts}
    names = _index_names(account.contacts)
    partners = {interaction.partner for interaction in account.interactions}
    joined = list(account.interactions)
    for table in tables:
        for described in table.contacts:
            key = _match_contact(described, contacts, names, partners)
            if key is None and table.network != account.network:
                continue
            key = key or described.key
            contacts[key] = replace(_merge_contact(contacts.get(key), described), key=key)
            if key not in partners:
                joined.append(Interaction(key, "out", "stated"))
    return replace(
        account,
        contacts=tuple(contacts[key] for key in sorted(contacts)),
        interactions=tuple(joined),
    )


def _index_names(contacts: Sequence[Contact]) -> Mapping[str, str | None]:
    """Map folded names to keys, None for a name that two contacts share."""
    names: dict[str, str | None] = {}
    for contact in contacts:
        name = folded(contact.name)
        if name:
            names[name] = None if name in names else contact.key
    return names


def _match_contact(
    described: Contact,
    contacts: Mapping[str, Contact],
    names: Mapping[str, str | None],
    partners: set[str],
) -> str | None:
    handle = folded(described.key).lstrip("@")
    return next(
        (key for key in (described.key, handle) if key in contacts or key in partners), None
    ) or names.get(folded(described.name) or handle)
