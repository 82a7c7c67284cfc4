"""Group exports into accounts.

The order of the files never matters: exports are sorted by content first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from klout_cli.person.account import Account, day_of
from klout_cli.person.merging import (
    add_contact_tables,
    export_order,
    has_account,
    merge_exports,
    merge_gaps,
    merge_profiles,
)
from klout_cli.person.rows import Export, Level, stem_of
from klout_cli.person.same_posts import count_crossposts, merge_posts, share_a_post
from klout_cli.person.topics import folded
from klout_cli.person.whose import names_somebody, same_owner
from klout_cli.results.names import account_label
from klout_cli.translation import Message, PluralMessage


def merge_accounts(exports: Sequence[Export]) -> tuple[list[Account], list[str]]:
    """Merge exports into accounts, with notes on what was merged or dropped."""
    notes: list[str] = []
    tables = [export for export in exports if not has_account(export)]
    holding = _drop_repeated(
        sorted(
            _separate_pages(export for export in exports if has_account(export)), key=export_order
        ),
        notes,
    )
    holding = sorted(_join_parts(_name_alike(holding), notes), key=export_order)
    owners = _find_owners(holding)
    groups: dict[tuple[str, str], list[Export]] = {}
    for export in holding:
        groups.setdefault((export.network, _account_key(export, owners, holding)), []).append(
            export
        )
    _adopt_unnamed(groups, notes)
    merged = [
        merge_exports(sorted(group, key=export_order), notes) for _, group in sorted(groups.items())
    ]
    if count := count_crossposts(merged):
        notes.append(
            PluralMessage(
                "{n} post is on several networks and counts on each",
                "{n} posts are on several networks and count on each",
                n=count,
            )
        )
    return [add_contact_tables(account, tables) for account in merged], notes


def _separate_pages(exports: Iterable[Export]) -> list[Export]:
    """Rename a page that shares its handle with a personal account.

    They are two accounts, and account ids are unique.
    """
    holding = list(exports)
    persons = {
        (export.network, folded(export.handle)) for export in holding if export.owner.personal
    }
    return [
        replace(export, handle=f"{export.handle} (page)")
        if export.page and (export.network, folded(export.handle)) in persons
        else export
        for export in holding
    ]


def _name_alike(exports: Sequence[Export]) -> list[Export]:
    """Give tables that only their files name one handle, if they share ids or links of posts."""
    handles: dict[tuple[str, str], str] = {}
    named: list[Export] = []
    for export in exports:
        if _is_named_by_file(export):
            keys = [(export.network, key) for key in sorted(_post_names(export))]
            handle = next((handles[key] for key in keys if key in handles), export.handle)
            handles |= dict.fromkeys(keys, handle)
            export = replace(export, handle=handle)
        named.append(export)
    return named


def _post_names(export: Export) -> set[str]:
    """Return the links and ids of posts; short ids may only number the rows of a file."""
    links = {post.url for post in export.posts if post.url}
    return links | {post.id for post in export.posts if len(post.id) > 5 and "#" not in post.id}


def _is_named(export: Export) -> bool:
    """Return True if an export says whose account it is."""
    return names_somebody(export) or folded(export.handle) != export.network


def _find_owners(exports: Iterable[Export]) -> dict[str, list[Export]]:
    """Return, for each network, one archive of each different owner."""
    owners: dict[str, list[Export]] = {}
    for export in sorted(exports, key=lambda one: (not names_somebody(one), export_order(one))):
        known = owners.setdefault(export.network, [])
        if (
            export.owner.personal
            and _is_named(export)
            and not any(same_owner(export.owner, other.owner) for other in known)
        ):
            known.append(export)
    return owners


def _account_key(
    export: Export, owners: Mapping[str, Sequence[Export]], exports: Sequence[Export]
) -> str:
    """Return the key of the account an export belongs to.

    All archives of one owner share a key, whatever the handle was at the time. A table joins them
    by any of those handles.
    """
    known = owners[export.network]
    if not export.owner.personal:
        handles = {
            folded(other.handle)
            for other in exports
            if other.network == export.network and other.owner.personal
        }
        joins = len(known) == 1 and folded(export.handle) in handles
        return folded(known[0].handle if joins else export.handle)
    same = (owner for owner in known if _is_named(export) and same_owner(export.owner, owner.owner))
    return folded(next(same, export).handle)


def _adopt_unnamed(groups: dict[tuple[str, str], list[Export]], notes: list[str]) -> None:
    """Assign each network's unnamed exports to an account, or make accounts of their own.

    An archive joins only what it has enough in common with: two downloads that name nobody may be
    of two accounts. Anything else joins the person's own account of its network (the one with an
    archive), else the only named one; a page never absorbs exports that could be personal. Those
    that find none join each other, unless both list people and have too few in common.
    """
    for network in sorted({network for network, _ in groups}):
        unnamed = groups.pop((network, network), [])
        named = [key for key in sorted(groups) if key[0] == network]
        persons = [groups[key] for key in named if not any(export.page for export in groups[key])]
        alone: list[list[Export]] = []
        for archive in (export for export in unnamed if export.owner.personal):
            homes = [home for home in persons + alone if _have_in_common(home, [archive])]
            if len(homes) == 1:
                homes[0].append(archive)
            else:
                alone.append([archive])
        own = [home for home in persons if any(one.owner.personal for one in home)] or persons
        archives, tables = list(alone), list[list[Export]]()
        for table in sorted(
            (export for export in unnamed if not export.owner.personal),
            key=lambda export: not _people([export]),
        ):
            if named and len(own) == 1:
                own[0].append(table)
            elif home := _home_of(table, [] if named else archives) or _home_of(table, tables):
                home.append(table)
            else:
                tables.append([table])
        alone += tables
        for number, group in enumerate(alone, start=1):
            key = network if number == 1 else f"{network} {number}"
            groups[network, key] = [replace(export, handle=key) for export in group]
        if alone and named:
            beside = ", ".join(groups[key][0].handle for key in named)
            notes.append(
                Message(
                    "{network}: an export without an account name is kept apart from {others}",
                    network=account_label(network, ""),
                    others=beside,
                )
            )
        if len(alone) > 1:
            notes.append(
                Message(
                    "{network}: {n} exports have no account name and little in common, so each "
                    "counts as its own account",
                    network=account_label(network, ""),
                    n=len(alone),
                )
            )


def _home_of(table: Export, homes: Sequence[list[Export]]) -> list[Export] | None:
    """Return the exports a table belongs to: what it has in common tells, else the only choice.

    That is none where both list people: they would be the same ones.
    """
    if len(fitting := [home for home in homes if _have_in_common(home, [table])]) == 1:
        return fitting[0]
    lists = {metric for metric, _ in _people([table])}
    if len(homes) == 1 and lists.isdisjoint(metric for metric, _ in _people(homes[0])):
        return homes[0]
    return None


def _people(exports: Sequence[Export]) -> set[tuple[str, str]]:
    """Return everybody exports list, each with the list they are in."""
    return (
        {("follower", name) for export in exports for name in export.followers}
        | {("following", name) for export in exports for name in export.following}
        | {("contact", contact.key) for export in exports for contact in export.contacts}
    )


def _have_in_common(some: Sequence[Export], others: Sequence[Export]) -> bool:
    """Return whether exports share a post, or half of the people of the smaller one."""
    people, other_people = _people(some), _people(others)
    fewer = min(len(people), len(other_people))
    shared = len(people & other_people)
    return 0 < fewer <= 2 * shared or share_a_post(some, others)


def _drop_repeated(exports: Iterable[Export], notes: list[str]) -> list[Export]:
    """Drop duplicate exports, noting each."""
    distinct: list[Export] = []
    contents: defaultdict[tuple[object, ...], list[Export]] = defaultdict(list)
    for export in exports:
        content = _comparable_content(export)
        alike = contents[_content_outline(content)]
        if content in alike:
            label = account_label(export.network, export.handle)
            notes.append(Message("{account}: the same export twice, used once", account=label))
        else:
            alike.append(content)
            distinct.append(export)
    return distinct


def _join_parts(exports: Iterable[Export], notes: list[str]) -> list[Export]:
    """Join the parts of one download, so that their actions add up."""
    wholes: list[Export] = []
    for export in exports:
        parts = enumerate(wholes) if export.owner.personal else ()
        place = next((place for place, whole in parts if _are_parts(whole, export)), None)
        if place is None:
            wholes.append(export)
        else:
            wholes[place] = _join_pair(wholes[place], export)
            account = account_label(wholes[place].network, wholes[place].handle)
            notes.append(Message("{account}: parts of one download, read as one", account=account))
    return wholes


def _are_parts(one: Export, other: Export) -> bool:
    """Return True if two archives are parts of one download.

    They have one owner and one day, but no file in common; a second download would repeat the
    files. Where one of them does not say whose it is, they must be called alike, but for a number.
    """
    personal = one.owner.personal and other.owner.personal
    if one.network != other.network or not (personal and same_owner(one.owner, other.owner)):
        return False
    places = [[row.file.rpartition(":") for row in export.ledger] for export in (one, other)]
    files = [{file for _, _, file in place} for place in places]
    containers = [{container for container, _, _ in place} for place in places]
    numbered = [{re.sub(r"\d+", "", name) for name in names} for names in containers]
    alike = containers[0].isdisjoint(containers[1]) and numbered[0] == numbered[1]
    dates = one.exported_at, other.exported_at
    same_day = None not in dates and len({day_of(at or 0) for at in dates}) == 1
    known = alike or (_is_named(one) and _is_named(other))
    return known and same_day and all(files) and files[0].isdisjoint(files[1])


def _join_pair(one: Export, other: Export) -> Export:
    named = max(
        one,
        other,
        key=lambda export: (bool(export.owner.id), bool(export.owner.name), export_order(export)),
    )
    added = ("contacts", "interactions", "levels", "ledger")
    united = ("followers", "following", "names_responders")
    whole = replace(
        named,
        exported_at=max(export.exported_at or 0 for export in (one, other)),
        posts=merge_posts((one, other))[0],
        groups=[*one.groups, *other.groups],
        about=merge_profiles((one, other)),
        lacks=merge_gaps((one, other)),
        **{name: getattr(one, name) + getattr(other, name) for name in added},
        **{name: getattr(one, name) | getattr(other, name) for name in united},
    )
    whole.levels.extend(
        Level(metric, len(getattr(whole, metric)))
        for metric in ("followers", "following")
        if getattr(one, metric) and getattr(other, metric)
    )
    return whole


def _comparable_content(export: Export) -> Export:
    """Return an export without file names, for comparing contents."""
    return replace(
        export,
        ledger=(),
        notes=(),
        variant="",
        handle="" if _is_named_by_file(export) else export.handle,
    )


def _content_outline(export: Export) -> tuple[object, ...]:
    """Return a cheap key that equal exports share, so that few are compared in full."""
    rows: tuple[Sequence[object], ...] = (
        export.posts,
        export.contacts,
        export.interactions,
        export.levels,
    )
    return (
        export.network,
        export.handle,
        *map(len, rows),
        *(part[0] if part else None for part in rows),
    )


def _is_named_by_file(export: Export) -> bool:
    """Return True if a table's handle is only borrowed from its file name."""
    return any(stem_of(row.file) == export.handle for row in export.ledger)
