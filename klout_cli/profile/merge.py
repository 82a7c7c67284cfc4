"""From exports to one person: the same account from several exports becomes one, nothing counts twice (reliability rows U).

Order of files never matters: exports are sorted by what they hold before anything is decided.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.profile.profile import Account, day_of, is_response
from klout_cli.profile.rows import Contact, Export, Interaction, Level, Post, Totals
from klout_cli.profile.topics import folded

COUNTS = ("likes", "comments", "shares", "saves", "engagements", "impressions", "reach")
FINER = {"second": 2, "minute": 1, "day": 0}
TEXT_COMPARED = 60

Names = list[tuple[object, ...]]


def one_person(exports: Sequence[Export], wanted: str = "", own: Collection[str] = ()) -> tuple[list[Export], str]:
    """Return the exports of one person, and their name; `wanted` (--person) is a part of a name, handle or id.

    `own` are the account ids that klout.yaml declares: only they let two archives of one network be the same person's.
    Raises InputError naming both where two archives that only their owners can download are of different people (U4).
    """
    if wanted:
        exports = _chosen(exports, wanted)
    for first, *others in _owners(exports).values():
        others += [export for export in exports if _would_join(export, first) and not _same_owner(export, first)]
        other = next((export for export in others if not _is_own(export, own) or not _is_own(first, own)), None)
        if other:
            both = " and ".join(sorted({_introduced(first), _introduced(other)}))
            raise InputError(
                f"these are exports of two people: {both}", "", "choose one with --person NAME, or list both accounts in klout.yaml"
            )
    people = sorted({export.owner.name for export in exports if export.owner.name and export.totals})
    if len(people) > 1 and not wanted:
        listed = ", ".join(people[:5]) + (" …" if len(people) > 5 else "")
        raise InputError(f"a table with {len(people)} people: {listed}", "", "choose one with --person NAME, or use klout rank")
    names = [export.owner.name for export in exports if export.owner.name]
    return list(exports), max(sorted(set(names)), key=lambda name: (names.count(name), len(name)), default="")


def _owners(exports: Iterable[Export]) -> dict[str, list[Export]]:
    """Return, for each network, one archive of each different owner."""
    owners: dict[str, list[Export]] = {}
    named_first = sorted(exports, key=lambda export: (not (export.owner.id or export.owner.name), _order(export)))
    for export in (export for export in named_first if export.owner.personal):
        known = owners.setdefault(export.network, [])
        if not any(_same_owner(export, other) for other in known):
            known.append(export)
    return owners


def _same_owner(one: Export, other: Export) -> bool:
    """Compare ids where both are known, else names; an archive that names nobody could be anybody's."""
    if one.owner.id and other.owner.id:
        return one.owner.id == other.owner.id
    if one.owner.name and other.owner.name:
        return _letters(one.owner.name) == _letters(other.owner.name)
    return True


def _would_join(export: Export, archive: Export) -> bool:
    """Tell an export that names a person but no account, and so would become part of this archive's account."""
    return (
        export.network == archive.network == export.handle and bool(export.owner.name) and not export.owner.personal and not export.totals
    )


def _letters(name: str) -> str:
    """Fold a name so that Anna Kölle, AnnaKoelle and Anna Kolle are one."""
    letters = "".join(char for char in folded(name) if char.isalnum())
    return letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _is_own(export: Export, own: Collection[str]) -> bool:
    return f"{export.network}:{export.handle}" in own


def _chosen(exports: Sequence[Export], wanted: str) -> list[Export]:
    plain = folded(wanted)
    chosen = [
        export
        for export in exports
        if not (export.owner.name or export.owner.id)
        or any(plain in folded(text) for text in (export.owner.name, export.owner.id, export.handle) if text)
    ]
    if not any(export.owner.name or export.owner.id for export in chosen):
        raise InputError("no export is of this person", "--person", "klout inspect names whose exports these are")
    return chosen


def _introduced(export: Export) -> str:
    return f"{export.owner.name or export.handle} ({export.network}:{export.handle})"


def accounts(exports: Sequence[Export]) -> tuple[list[Account], list[str]]:
    """Merge exports into accounts, and say what was merged."""
    said: list[str] = []
    tables = [export for export in exports if not _holds_account(export)]
    holding = _distinct(sorted((export for export in exports if _holds_account(export)), key=_order), said)
    owners = _owners(holding)
    groups: dict[tuple[str, str], list[Export]] = {}
    for export in holding:
        groups.setdefault((export.network, _account_key(export, owners, holding)), []).append(export)
    _adopt_unnamed(groups)
    merged = [_merged(group, said) for _, group in sorted(groups.items())]
    return [_with_contacts(account, tables) for account in merged], said


def _account_key(export: Export, owners: Mapping[str, Sequence[Export]], exports: Sequence[Export]) -> str:
    """Name the account: all archives of one owner are one account, whatever handle they had then; tables join by any of these."""
    for owner in owners.get(export.network, ()):
        if export.owner.personal and _same_owner(export, owner):
            return folded(owner.handle)
        handles = {folded(other.handle) for other in exports if other.network == export.network and other.owner.personal}
        if not export.owner.personal and len(owners[export.network]) == 1 and folded(export.handle) in handles:
            return folded(owner.handle)
    return folded(export.handle)


def _holds_account(export: Export) -> bool:
    """Tell an account from a table of contacts, which tells of the people around any account, and from a table with no row used."""
    public = any(not one.private for one in export.interactions)
    return (
        public
        or bool(export.posts or export.levels or export.totals or export.followers)
        or (export.owner.personal and not export.contacts)
    )


def _order(export: Export) -> tuple[Any, ...]:
    return (
        export.exported_at or 0,
        export.owner.personal,
        export.variant,
        len(export.posts),
        export.ledger[0].file if export.ledger else "",
    )


def _adopt_unnamed(groups: dict[tuple[str, str], list[Export]]) -> None:
    """Give an export that does not say whose account it is to the person's own of its network, else to the only named one, if there is one.

    The own account is the one with an archive: beside it a page the person runs may be named too.
    """
    for network in {network for network, _ in groups}:
        named = [key for key in groups if key[0] == network and key[1] != network]
        own = [key for key in named if any(export.owner.personal for export in groups[key])] or named
        if len(own) == 1 and (network, network) in groups:
            groups[own[0]] += groups.pop((network, network))


def _distinct(exports: Iterable[Export], said: list[str]) -> list[Export]:
    """Leave out what stands there twice, and say it."""
    distinct: list[Export] = []
    for export in exports:
        if any(_same_content(export, other) for other in distinct):
            said.append(f"{export.network}:{export.handle}: the same export twice; used once")
        else:
            distinct.append(export)
    return distinct


def _merged(distinct: Sequence[Export], said: list[str]) -> Account:
    posts = _posts(distinct)
    twice = len(distinct[0].posts) - len(posts) if len(distinct) == 1 else 0
    named = max(distinct, key=lambda export: (export.handle != export.network, bool(export.owner.id), _order(export)))
    if twice:
        said.append(f"{named.network}:{named.handle}: {twice} posts stand in the export twice; used once")
    dates = [export.exported_at for export in distinct if export.exported_at is not None]
    newest_lists = [export for export in distinct if export.followers or export.following][-1:]
    return Account(
        id=f"{named.network}:{named.handle}",
        network=named.network,
        handle=named.handle,
        exported_at=max(dates) if dates and len(dates) == len(distinct) else _with_undated(dates, distinct),
        posts=tuple(posts),
        contacts=tuple(_contacts(distinct)),
        interactions=tuple(_interactions(distinct)),
        levels=tuple(level for export in distinct for level in _dated(export)),
        followers=newest_lists[0].followers if newest_lists else frozenset(),
        following=newest_lists[0].following if newest_lists else frozenset(),
        totals=_totals(distinct),
        names_responders=any(export.names_responders or any(map(is_response, export.interactions)) for export in distinct),
        lacks=_lacks(distinct),
    )


def _lacks(exports: Sequence[Export]) -> dict[str, str]:
    """Return why a factor cannot be fed, where none of the exports can."""
    return {factor: why for factor, why in exports[0].lacks.items() if all(export.lacks.get(factor) for export in exports)}


def _with_undated(dates: Sequence[int], exports: Sequence[Export]) -> int | None:
    """Return the newest of the exports' dates and the dates inside tables that carry none of their own."""
    if not dates:
        return None
    rows = [newest_row(export) for export in exports if export.exported_at is None]
    return max([*dates, *(at for at in rows if at is not None)])


def newest_row(export: Export) -> int | None:
    """Return the newest date inside an export, for tables that carry none of their own."""
    dates = [post.at for post in export.posts]
    dates += [level.at for level in export.levels if level.at is not None]
    dates += [interaction.at for interaction in export.interactions if interaction.at is not None]
    dates += [contact.since for contact in export.contacts if contact.since is not None]
    return max(dates, default=None)


def _same_content(one: Export, other: Export) -> bool:
    """Tell the same export under another name: equal rows, whatever the files are called (U1, Z21)."""
    return _content(one) == _content(other)


def _content(export: Export) -> Export:
    return replace(export, ledger=(), notes=(), variant="", handle="" if _named_by_file(export) else export.handle)


def _named_by_file(export: Export) -> bool:
    """Tell a table that names no account: its file lends it a handle."""
    return any(PurePosixPath(row.file.rpartition(":")[2]).stem == export.handle for row in export.ledger)


def _dated(export: Export) -> Iterable[Level]:
    for level in export.levels:
        yield level if level.at is not None or export.exported_at is None else replace(level, at=export.exported_at)


def _totals(exports: Sequence[Export]) -> Totals | None:
    found = [export.totals for export in exports if export.totals is not None]
    return found[-1] if found else None


def _contacts(exports: Sequence[Export]) -> list[Contact]:
    merged: dict[str, Contact] = {}
    for export in exports:
        for contact in export.contacts:
            merged[contact.key] = _richer(merged.get(contact.key), contact)
    return [merged[key] for key in sorted(merged)]


def _richer(old: Contact | None, new: Contact) -> Contact:
    """Take the newer contact, with what only the older one knows."""
    if old is None:
        return new
    known = {field: getattr(new, field) for field in new.__struct_fields__ if getattr(new, field) not in (None, "")}
    return replace(old, **known)


def _interactions(exports: Sequence[Export]) -> list[Interaction]:
    """Add up within an export, whose rows are different actions; between exports the same actions stand again, so the larger sum counts."""
    merged: dict[tuple[Any, ...], Interaction] = {}
    for export in exports:
        for key, one in _summed(export.interactions).items():
            other = merged.get(key)
            merged[key] = one if other is None or one.count > other.count else other
    return [merged[key] for key in sorted(merged, key=lambda key: (*key[:4], key[4] or 0))]


def _summed(interactions: Iterable[Interaction]) -> dict[tuple[Any, ...], Interaction]:
    """Add up sums of one kind with one partner; single dated actions stay apart by their moment."""
    sums: dict[tuple[Any, ...], Interaction] = {}
    for one in interactions:
        key = (one.partner, one.direction, one.kind, one.private, one.at if one.count == 1 else None)
        other = sums.get(key)
        newest = max((at for at in (one.at, other.at if other else None) if at is not None), default=None)
        sums[key] = replace(one, count=one.count + (other.count if other else 0), at=newest)
    return sums


def _posts(exports: Sequence[Export]) -> list[Post]:
    """Merge posts by id, else by URL, else by day and text; the newest known count wins, the finer date and kind win (U2, U3).

    Text is evidence only between two exports of which one is a table: archives have ids, and different ids are different posts.
    """
    if len(exports) == 1:
        return sorted({post.id: post for post in exports[0].posts}.values(), key=lambda post: (post.at, post.id))
    merged: dict[str, Post] = {}
    names: dict[tuple[object, ...], str] = {}
    for export in exports:
        table = not export.owner.personal
        links = Counter(_link(post) for post in export.posts)
        fresh: dict[tuple[object, ...], str] = {}
        for post in export.posts:
            ids, texts = _ids(post, links), _texts(post)
            sought: Names = ids + [(*text, kind) for text in texts for kind in ((True, False) if table else (True,))]
            own = next((names[name] for name in sought if name in names), post.id)
            merged[own] = _newer(merged[own], post) if own in merged else post
            fresh.update(dict.fromkeys(ids + [(*text, table) for text in texts], own))
        names |= fresh
    return sorted(merged.values(), key=lambda post: (post.at, post.id))


def _link(post: Post) -> str:
    return post.url.rstrip("/").partition("?")[0]


def _ids(post: Post, links: Mapping[str, int]) -> Names:
    """Return id and link; a link that several posts of one export bear is of a profile, not of a post."""
    ids: Names = [("id", post.id)]
    link = _link(post)
    return [*ids, ("url", link)] if link and links[link] == 1 else ids


def _texts(post: Post) -> Names:
    text = folded(" ".join(post.text.split()))[:TEXT_COMPARED]
    return [("text", day_of(post.at), text)] if len(text) >= TEXT_COMPARED // 3 else []


def _newer(old: Post, new: Post) -> Post:
    counts = {name: getattr(new, name) for name in COUNTS if getattr(new, name) is not None}
    finer = new if FINER[new.precision] > FINER[old.precision] else old
    longer = max((old.text, new.text), key=len)
    return replace(
        old, **counts, id=finer.id, at=finer.at, precision=finer.precision, kind=finer.kind, public=old.public and new.public, text=longer
    )


def _with_contacts(account: Account, tables: Sequence[Export]) -> Account:
    """Add what contacts.csv tells about people of this account: known ones are enriched, others of its network join it."""
    contacts = {contact.key: contact for contact in account.contacts}
    names = _by_name(account.contacts)
    partners = {interaction.partner for interaction in account.interactions}
    joined = list(account.interactions)
    for table in tables:
        for told in table.contacts:
            key = _match(told, contacts, names, partners)
            if key is None and table.network != account.network:
                continue
            contacts[key or told.key] = replace(_richer(contacts.get(key or told.key), told), key=key or told.key)
            if key is None:
                joined.append(Interaction(told.key, "out", "stated"))
    return replace(account, contacts=tuple(contacts[key] for key in sorted(contacts)), interactions=tuple(joined))


def _by_name(contacts: Sequence[Contact]) -> Mapping[str, str | None]:
    """Map folded names to keys; a name that two contacts bear is no evidence."""
    names: dict[str, str | None] = {}
    for contact in contacts:
        name = folded(contact.name)
        if name:
            names[name] = None if name in names else contact.key
    return names


def _match(told: Contact, contacts: Mapping[str, Contact], names: Mapping[str, str | None], partners: set[str]) -> str | None:
    handle = folded(told.key).lstrip("@")
    return next((key for key in (told.key, handle) if key in contacts or key in partners), None) or names.get(folded(told.name) or handle)
