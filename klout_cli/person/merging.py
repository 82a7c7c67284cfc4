"""Merge several exports of one account, so that nothing counts twice."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from msgspec.structs import replace

from klout_cli.person.account import Account, is_response, newest_row
from klout_cli.person.rows import About, Contact, Export, Group, Interaction, Level, Totals
from klout_cli.person.same_posts import merged_posts
from klout_cli.person.topics import folded
from klout_cli.results.names import account_label
from klout_cli.translation import PluralMessage


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
    posts, settled = merged_posts(distinct)
    twice = len(distinct[0].posts) - len(posts) if len(distinct) == 1 else 0
    named = max(
        distinct,
        key=lambda export: (
            export.handle != export.network,
            bool(export.owner.id),
            export_order(export),
        ),
    )
    account_id = f"{named.network}:{named.handle}"
    if twice:
        label = account_label(named.network, named.handle)
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
                account=account_label(named.network, named.handle),
            )
        )
    dates = [export.exported_at for export in distinct if export.exported_at is not None]
    return Account(
        id=account_id,
        network=named.network,
        handle=named.handle,
        exported_at=max(dates)
        if dates and len(dates) == len(distinct)
        else _newest_date(dates, distinct),
        posts=tuple(posts),
        contacts=tuple(_merge_contacts(distinct)),
        interactions=tuple(_merge_interactions(distinct)),
        groups=tuple(_merge_groups(distinct)),
        levels=tuple(level for export in distinct for level in _date_levels(export)),
        followers=next(
            filter(None, (export.followers for export in reversed(distinct))), frozenset()
        ),
        following=next(
            filter(None, (export.following for export in reversed(distinct))), frozenset()
        ),
        totals=_newest_totals(distinct),
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


def _newest_date(dates: Sequence[int], exports: Sequence[Export]) -> int | None:
    """Return the newest of the exports' dates and of the dates in undated tables."""
    if not dates:
        return None
    rows = [newest_row(export) for export in exports if export.exported_at is None]
    return max([*dates, *(at for at in rows if at is not None)])


def _date_levels(export: Export) -> Iterable[Level]:
    for level in export.levels:
        yield (
            level
            if level.at is not None or export.exported_at is None
            else replace(level, at=export.exported_at)
        )


def _newest_totals(exports: Sequence[Export]) -> Totals | None:
    totals = [export.totals for export in exports if export.totals is not None]
    return totals[-1] if totals else None


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
    """Add up within an export, and take the larger sum between exports.

    Rows of one export are different actions; another export lists the same ones again.
    """
    merged: dict[tuple[Any, ...], Interaction] = {}
    for export in exports:
        for key, interaction in _sum_interactions(export.interactions).items():
            other = merged.get(key)
            merged[key] = interaction if other is None or interaction.count > other.count else other
    return [merged[key] for key in sorted(merged, key=lambda key: (*key[:4], key[4] or 0))]


def _sum_interactions(interactions: Iterable[Interaction]) -> dict[tuple[Any, ...], Interaction]:
    """Sum interactions of one kind with one partner; dated single ones stay separate."""
    sums: dict[tuple[Any, ...], Interaction] = {}
    for interaction in interactions:
        key = (
            interaction.partner,
            interaction.direction,
            interaction.kind,
            interaction.private,
            interaction.at if interaction.count == 1 else None,
        )
        other = sums.get(key)
        newest = max(
            (at for at in (interaction.at, other.at if other else None) if at is not None),
            default=None,
        )
        sums[key] = replace(
            interaction, count=interaction.count + (other.count if other else 0), at=newest
        )
    return sums


def _merge_groups(exports: Sequence[Export]) -> list[Group]:
    """Merge group messages among the same people, summed as interactions are."""
    merged: dict[tuple[str, ...], Group] = {}
    for export in exports:
        sums: dict[tuple[str, ...], Group] = {}
        for group in export.groups:
            other = sums.get(group.people, Group(group.people, 0))
            sums[group.people] = Group(
                group.people, group.count + other.count, max(group.at or 0, other.at or 0) or None
            )
        merged |= {
            people: group
            for people, group in sums.items()
            if people not in merged or group.count > merged[people].count
        }
    return [merged[people] for people in sorted(merged)]


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
