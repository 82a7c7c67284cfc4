"""Merge the rows of several exports of one account, so that nothing counts twice."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from msgspec.structs import replace

from klout_cli.person.profile import Account, is_response
from klout_cli.person.rows import About, Contact, Export, Group, Interaction, Level, Totals
from klout_cli.person.same_posts import merged_posts
from klout_cli.person.topics import folded


def export_order(export: Export) -> tuple[Any, ...]:
    """Return a sort key by date, then content; never by a file's name."""
    return (
        export.exported_at or newest_row(export) or 0,
        export.owner.personal,
        export.variant,
        _ContentOrder(export),
    )


class _ContentOrder:
    """Orders exports of one day by what is in them, never by a file's name.

    Counts grow, so the larger sum is the newer.
    """

    def __init__(self, export: Export) -> None:
        self.export = export

    def __lt__(self, other: "_ContentOrder") -> bool:
        return self.key < other.key

    @cached_property
    def key(self) -> tuple[int, bytes]:
        """Return the sum of all counts, and all rows as one text for where that leaves it open.

        Asked for only where days are equal.
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
    """Merge all exports of one account, oldest first; `notes` gets what was left out."""
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
    if twice:
        notes.append(
            f"{named.network}:{named.handle}: {twice} posts stand in the export twice; used once"
        )
    if settled:
        notes.append(
            f"{named.network}:{named.handle}: own answers, which another export counts too, are left out of {settled} posts"
        )
    dates = [export.exported_at for export in distinct if export.exported_at is not None]
    return Account(
        id=f"{named.network}:{named.handle}",
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
    """Return what the newest export tells of the profile, with what only older ones tell."""
    told = [
        (field, getattr(export.about, field))
        for export in exports
        for field in About.__struct_fields__
    ]
    return About(**{field: value for field, value in told if value is not None})


def merge_gaps(exports: Sequence[Export]) -> dict[str, str]:
    """Return why a factor cannot be fed, where none of the exports can.

    An archive, which holds most, says it best.

    Substance needs texts and reactions, which two exports may hold one each: where they lack
    different things, the factor itself says why.
    """
    first = max(exports, key=lambda export: export.owner.personal)
    reasons = {
        factor: {export.lacks.get(factor, "") for export in exports} for factor in first.lacks
    }
    return {
        factor: first.lacks[factor]
        for factor, found in reasons.items()
        if "" not in found and (factor != "substance" or len(found) == 1)
    }


def _newest_date(dates: Sequence[int], exports: Sequence[Export]) -> int | None:
    """Return the newest of the exports' dates and the dates inside tables that carry none of their own."""
    if not dates:
        return None
    rows = [newest_row(export) for export in exports if export.exported_at is None]
    return max([*dates, *(at for at in rows if at is not None)])


def newest_row(export: Export) -> int | None:
    """Return the newest date inside an export, for tables that carry none of their own."""
    dates = [post.at for post in export.posts]
    dates += [level.at for level in export.levels if level.at is not None]
    dates += [
        interaction.at
        for interaction in export.interactions
        if interaction.at is not None and not interaction.private
    ]
    dates += [contact.since for contact in export.contacts if contact.since is not None]
    return max(dates, default=None)


def _date_levels(export: Export) -> Iterable[Level]:
    for level in export.levels:
        yield (
            level
            if level.at is not None or export.exported_at is None
            else replace(level, at=export.exported_at)
        )


def _newest_totals(exports: Sequence[Export]) -> Totals | None:
    found = [export.totals for export in exports if export.totals is not None]
    return found[-1] if found else None


def _merge_contacts(exports: Sequence[Export]) -> list[Contact]:
    merged: dict[str, Contact] = {}
    for export in exports:
        for contact in export.contacts:
            merged[contact.key] = _merge_contact(merged.get(contact.key), contact)
    return [merged[key] for key in sorted(merged)]


def _merge_contact(old: Contact | None, new: Contact) -> Contact:
    """Take the newer contact, with what only the older one knows."""
    if old is None:
        return new
    known = {
        field: getattr(new, field)
        for field in new.__struct_fields__
        if getattr(new, field) not in (None, "")
    }
    return replace(old, **known)


def _merge_interactions(exports: Sequence[Export]) -> list[Interaction]:
    """Add up within an export, whose rows are different actions.

    Between exports the same actions stand again, so the larger sum counts.
    """
    merged: dict[tuple[Any, ...], Interaction] = {}
    for export in exports:
        for key, one in _sum_interactions(export.interactions).items():
            other = merged.get(key)
            merged[key] = one if other is None or one.count > other.count else other
    return [merged[key] for key in sorted(merged, key=lambda key: (*key[:4], key[4] or 0))]


def _sum_interactions(interactions: Iterable[Interaction]) -> dict[tuple[Any, ...], Interaction]:
    """Add up sums of one kind with one partner; single dated actions stay apart by their moment."""
    sums: dict[tuple[Any, ...], Interaction] = {}
    for one in interactions:
        key = (
            one.partner,
            one.direction,
            one.kind,
            one.private,
            one.at if one.count == 1 else None,
        )
        other = sums.get(key)
        newest = max(
            (at for at in (one.at, other.at if other else None) if at is not None), default=None
        )
        sums[key] = replace(one, count=one.count + (other.count if other else 0), at=newest)
    return sums


def _merge_groups(exports: Sequence[Export]) -> list[Group]:
    """Make one row of all messages among the same people, added up and between exports the larger sum as interactions are."""
    merged: dict[tuple[str, ...], Group] = {}
    for export in exports:
        sums: dict[tuple[str, ...], Group] = {}
        for one in export.groups:
            other = sums.get(one.people, Group(one.people, 0))
            sums[one.people] = Group(
                one.people, one.count + other.count, max(one.at or 0, other.at or 0) or None
            )
        merged |= {
            people: one
            for people, one in sums.items()
            if people not in merged or one.count > merged[people].count
        }
    return [merged[people] for people in sorted(merged)]


def has_account(export: Export) -> bool:
    """Tell an account from a table of contacts, which tells of the people around any account, and from a table with no row used."""
    public = any(not one.private for one in export.interactions)
    return (
        public
        or bool(export.posts or export.levels or export.totals or export.followers)
        or (export.owner.personal and not export.contacts)
    )


def add_contact_tables(account: Account, tables: Sequence[Export]) -> Account:
    """Add what contacts.csv tells about people of this account: known ones are enriched, others of its network join it."""
    contacts = {contact.key: contact for contact in account.contacts}
    names = _index_names(account.contacts)
    partners = {interaction.partner for interaction in account.interactions}
    joined = list(account.interactions)
    for table in tables:
        for told in table.contacts:
            key = _match_contact(told, contacts, names, partners)
            if key is None and table.network != account.network:
                continue
            contacts[key or told.key] = replace(
                _merge_contact(contacts.get(key or told.key), told), key=key or told.key
            )
            if key is None:
                joined.append(Interaction(told.key, "out", "stated"))
    return replace(
        account,
        contacts=tuple(contacts[key] for key in sorted(contacts)),
        interactions=tuple(joined),
    )


def _index_names(contacts: Sequence[Contact]) -> Mapping[str, str | None]:
    """Map folded names to keys; a name that two contacts bear is no evidence."""
    names: dict[str, str | None] = {}
    for contact in contacts:
        name = folded(contact.name)
        if name:
            names[name] = None if name in names else contact.key
    return names


def _match_contact(
    told: Contact,
    contacts: Mapping[str, Contact],
    names: Mapping[str, str | None],
    partners: set[str],
) -> str | None:
    handle = folded(told.key).lstrip("@")
    return next(
        (key for key in (told.key, handle) if key in contacts or key in partners), None
    ) or names.get(folded(told.name) or handle)
