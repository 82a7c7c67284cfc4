"""From exports to one person: the same account from several exports becomes one, nothing counts twice (reliability rows U).

Order of files never matters: exports are sorted by what they hold before anything is decided.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from textwrap import wrap
from typing import Any

import msgspec
from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.person.profile import Account, day_of, is_response
from klout_cli.person.rows import About, Contact, Export, Group, Interaction, Level, Totals
from klout_cli.person.same_posts import crossposted, merged_posts, share_a_post
from klout_cli.person.topics import folded
from klout_cli.person.whose import account_id, by_person, names_somebody, same_owner, two_people

COLUMNS = 100
"""Of the list of people."""


def one_person(
    exports: Sequence[Export], wanted: str = "", own: Collection[str] = ()
) -> tuple[list[Export], str]:
    """Return the exports of one person, and their name.

    `wanted` (--person) is a part of a name, handle or id.

    `own` are the account ids that klout.yaml declares: these are one person's, whatever names they
    bear. Raises InputError with all people and their exports where archives that only their owners
    can download are of different people (U4).
    """
    if wanted:
        exports = _chosen(exports, wanted, own)
    if two_people(exports, own):
        raise _several(exports, own)
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


def unnamed_among_several(
    exports: Sequence[Export], taken: Sequence[Export], own: Collection[str] = ()
) -> list[str]:
    """Say which exports that name nobody were taken as the chosen person's, and which were not, where there are several people."""
    if len(by_person(exports, own)) < 2:
        return []
    unnamed, chosen = (
        [one for one in exports if not names_somebody(one) and _holds_account(one)],
        set(map(id, taken)),
    )
    along = _ids(export for export in unnamed if id(export) in chosen)
    left = _ids(export for export in unnamed if id(export) not in chosen)
    said = (
        [
            f"these exports name nobody and are taken as this person's: {along}; --without leaves one out"
        ]
        if along
        else []
    )
    remedy = "list them in klout.yaml, or give them without exports of others"
    return said + (
        [f"whose these exports are, nothing tells, and they are left out: {left}; {remedy}"]
        if left
        else []
    )


def _chosen(exports: Sequence[Export], wanted: str, own: Collection[str]) -> list[Export]:
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
        if account_id(export) in own or _goes_along(export, chosen, others)
    ]


def _goes_along(export: Export, chosen: Sequence[Export], others: Sequence[Export]) -> bool:
    """Tell whether an export that names nobody can only be the chosen person's, where there are others.

    It bears a handle of theirs, or it is a table of a network of which they alone have an archive.
    A table of contacts is nobody's account.
    """
    handles = {folded(one.handle) for one in chosen if one.handle != one.network}
    if not others or not _holds_account(export) or folded(export.handle) in handles:
        return True
    kept, foreign = (
        any(one.owner.personal and one.network == export.network for one in some)
        for some in (chosen, others)
    )
    return kept and not foreign and not export.owner.personal


def _several(exports: Sequence[Export], own: Collection[str]) -> InputError:
    """Say whose exports these are, person by person; two with one export each fit one line."""
    groups = by_person(exports, own)
    remedy = "choose one with --person NAME, or list the accounts of one person in klout.yaml"
    if len(groups) == 2:
        both = " and ".join(f"{_name(group)} ({_ids(group)})" for group in groups)
        return InputError(f"these are exports of two people: {both}", "", remedy)
    lines = [f"{_name(group)}: {_ids(group)}" for group in groups]
    if unnamed := _ids(export for export in exports if not names_somebody(export)):
        lines.append(f"nobody is named in: {unnamed}")
    listed = (
        part
        for line in lines
        for part in wrap(line, COLUMNS, initial_indent="  ", subsequent_indent="      ")
    )
    return InputError(
        f"these are exports of {len(groups)} people", "", remedy, listed=tuple(listed)
    )


def _name(group: Sequence[Export]) -> str:
    """Return the longest name an owner goes by, else a handle."""
    return max(
        (bool(one.owner.name), len(one.owner.name), one.owner.name or one.handle) for one in group
    )[2]


def _ids(exports: Iterable[Export]) -> str:
    """Name each account once."""
    return ", ".join(sorted({account_id(export) for export in exports}))


def accounts(exports: Sequence[Export]) -> tuple[list[Account], list[str]]:
    """Merge exports into accounts, and say what was merged."""
    said: list[str] = []
    tables = [export for export in exports if not _holds_account(export)]
    holding = _distinct(
        sorted(
            _with_own_handles(export for export in exports if _holds_account(export)), key=_order
        ),
        said,
    )
    holding = sorted(_wholes(holding, said), key=_order)
    owners = _owners(holding)
    groups: dict[tuple[str, str], list[Export]] = {}
    for export in holding:
        groups.setdefault((export.network, _account_key(export, owners, holding)), []).append(
            export
        )
    _adopt_unnamed(groups, said)
    merged = [_merged(sorted(group, key=_order), said) for _, group in sorted(groups.items())]
    if count := crossposted(merged):
        said.append(f"posts that stand on several networks: {count}; each counts in its own")
    return [_with_contacts(account, tables) for account in merged], said


def _with_own_handles(exports: Iterable[Export]) -> list[Export]:
    """Tell a page from a person who bears the same handle: they are two accounts, and ids of accounts are unique."""
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


def _owners(exports: Iterable[Export]) -> dict[str, list[Export]]:
    """Return, for each network, one archive of each different owner."""
    owners: dict[str, list[Export]] = {}
    named_first = sorted(
        exports, key=lambda export: (not (export.owner.id or export.owner.name), _order(export))
    )
    for export in (export for export in named_first if export.owner.personal):
        known = owners.setdefault(export.network, [])
        if not any(same_owner(export.owner, other.owner) for other in known):
            known.append(export)
    return owners


def _account_key(
    export: Export, owners: Mapping[str, Sequence[Export]], exports: Sequence[Export]
) -> str:
    """Name the account: all archives of one owner are one account, whatever handle they had then.

    Tables join by any of these.
    """
    for owner in owners.get(export.network, ()):
        if export.owner.personal and same_owner(export.owner, owner.owner):
            return folded(owner.handle)
        handles = {
            folded(other.handle)
            for other in exports
            if other.network == export.network and other.owner.personal
        }
        if (
            not export.owner.personal
            and len(owners[export.network]) == 1
            and folded(export.handle) in handles
        ):
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
        export.exported_at or newest_row(export) or 0,
        export.owner.personal,
        export.variant,
        _Weight(export),
    )


class _Weight:
    """Orders exports of one day by what is in them, never by a file's name.

    Counts grow, so the larger sum is the newer.
    """

    def __init__(self, export: Export) -> None:
        self.export = export

    def __lt__(self, other: "_Weight") -> bool:
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


def _adopt_unnamed(groups: dict[tuple[str, str], list[Export]], said: list[str]) -> None:
    """Give what does not say whose account it is to the person's own of its network, else to the only named one, if there is one.

    The own account is the one with an archive: beside it a page the person runs may be named too,
    and a page never takes in what may be the person's. An archive without a name joins only an
    account with which it has a post in common.
    """
    for network in sorted({network for network, _ in groups}):
        named = [key for key in sorted(groups) if key[0] == network and key[1] != network]
        unnamed = groups.get((network, network), [])
        if not named or not unnamed:
            continue
        persons = [key for key in named if not any(export.page for export in groups[key])]
        own = [
            key for key in persons if any(export.owner.personal for export in groups[key])
        ] or persons
        archive = any(export.owner.personal for export in unnamed)
        if len(own) == 1 and (not archive or share_a_post(groups[own[0]], unnamed)):
            groups[own[0]] += groups.pop((network, network))
        else:
            beside = ", ".join(f"{network}:{groups[key][0].handle}" for key in named)
            said.append(
                f"{network}: an export that names no account is not mixed with {beside}; it is an account of its own"
            )


def _distinct(exports: Iterable[Export], said: list[str]) -> list[Export]:
    """Leave out what stands there twice, and say it."""
    distinct: list[Export] = []
    contents: defaultdict[tuple[object, ...], list[Export]] = defaultdict(list)
    for export in exports:
        content = _content(export)
        alike = contents[_outline(content)]
        if content in alike:
            said.append(f"{export.network}:{export.handle}: the same export twice; used once")
        else:
            alike.append(content)
            distinct.append(export)
    return distinct


def _wholes(exports: Iterable[Export], said: list[str]) -> list[Export]:
    """Make one export of the parts of one download, so that their actions add up and their lists are one."""
    wholes: list[Export] = []
    for export in exports:
        parts = (
            (place for place, whole in enumerate(wholes) if _are_parts(whole, export))
            if export.owner.personal
            else ()
        )
        place = next(iter(parts), None)
        if place is None:
            wholes.append(export)
        else:
            wholes[place] = _joined(wholes[place], export)
            said.append(
                f"{wholes[place].network}:{wholes[place].handle}: parts of one download; read as one"
            )
    return wholes


def _are_parts(one: Export, other: Export) -> bool:
    """Tell archives of one owner and day that have no file in common: a second download would have the same files again."""
    if one.network != other.network or not (
        one.owner.personal and other.owner.personal and same_owner(one.owner, other.owner)
    ):
        return False
    files = [{row.file.rpartition(":")[2] for row in export.ledger} for export in (one, other)]
    same_day = (
        one.exported_at is not None
        and other.exported_at is not None
        and day_of(one.exported_at) == day_of(other.exported_at)
    )
    return same_day and all(files) and files[0].isdisjoint(files[1])


def _joined(one: Export, other: Export) -> Export:
    named = max(
        one,
        other,
        key=lambda export: (bool(export.owner.id), bool(export.owner.name), _order(export)),
    )
    whole = replace(
        named,
        exported_at=max(export.exported_at or 0 for export in (one, other)),
        posts=merged_posts((one, other))[0],
        contacts=one.contacts + other.contacts,
        interactions=one.interactions + other.interactions,
        groups=[*one.groups, *other.groups],
        levels=one.levels + other.levels,
        followers=one.followers | other.followers,
        following=one.following | other.following,
        ledger=one.ledger + other.ledger,
        names_responders=one.names_responders or other.names_responders,
        about=_about((one, other)),
        lacks=_lacks((one, other)),
    )
    lists = (
        ("followers", one.followers, other.followers),
        ("following", one.following, other.following),
    )
    whole.levels.extend(
        Level(metric, len(some | more)) for metric, some, more in lists if some and more
    )
    return whole


def _merged(distinct: Sequence[Export], said: list[str]) -> Account:
    posts, settled = merged_posts(distinct)
    twice = len(distinct[0].posts) - len(posts) if len(distinct) == 1 else 0
    named = max(
        distinct,
        key=lambda export: (export.handle != export.network, bool(export.owner.id), _order(export)),
    )
    if twice:
        said.append(
            f"{named.network}:{named.handle}: {twice} posts stand in the export twice; used once"
        )
    if settled:
        said.append(
            f"{named.network}:{named.handle}: own answers, which another export counts too, are left out of {settled} posts"
        )
    dates = [export.exported_at for export in distinct if export.exported_at is not None]
    return Account(
        id=f"{named.network}:{named.handle}",
        network=named.network,
        handle=named.handle,
        exported_at=max(dates)
        if dates and len(dates) == len(distinct)
        else _with_undated(dates, distinct),
        posts=tuple(posts),
        contacts=tuple(_contacts(distinct)),
        interactions=tuple(_interactions(distinct)),
        groups=tuple(_groups(distinct)),
        levels=tuple(level for export in distinct for level in _dated(export)),
        followers=next(
            filter(None, (export.followers for export in reversed(distinct))), frozenset()
        ),
        following=next(
            filter(None, (export.following for export in reversed(distinct))), frozenset()
        ),
        totals=_totals(distinct),
        names_responders=any(
            export.names_responders or any(map(is_response, export.interactions))
            for export in distinct
        ),
        about=_about(distinct),
        lacks=_lacks(distinct),
    )


def _about(exports: Sequence[Export]) -> About:
    """Return what the newest export tells of the profile, with what only older ones tell."""
    told = [
        (field, getattr(export.about, field))
        for export in exports
        for field in About.__struct_fields__
    ]
    return About(**{field: value for field, value in told if value is not None})


def _lacks(exports: Sequence[Export]) -> dict[str, str]:
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
    dates += [
        interaction.at
        for interaction in export.interactions
        if interaction.at is not None and not interaction.private
    ]
    dates += [contact.since for contact in export.contacts if contact.since is not None]
    return max(dates, default=None)


def _content(export: Export) -> Export:
    """Return what an export holds, whatever its files are called: equal ones are the same under another name (U1, Z21)."""
    return replace(
        export,
        ledger=(),
        notes=(),
        variant="",
        handle="" if _named_by_file(export) else export.handle,
    )


def _outline(export: Export) -> tuple[object, ...]:
    """Return what equal exports have in common, so that among thousands few are compared."""
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


def _named_by_file(export: Export) -> bool:
    """Tell a table that names no account: its file lends it a handle."""
    return any(
        PurePosixPath(row.file.rpartition(":")[2]).stem == export.handle for row in export.ledger
    )


def _dated(export: Export) -> Iterable[Level]:
    for level in export.levels:
        yield (
            level
            if level.at is not None or export.exported_at is None
            else replace(level, at=export.exported_at)
        )


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
    known = {
        field: getattr(new, field)
        for field in new.__struct_fields__
        if getattr(new, field) not in (None, "")
    }
    return replace(old, **known)


def _interactions(exports: Sequence[Export]) -> list[Interaction]:
    """Add up within an export, whose rows are different actions.

    Between exports the same actions stand again, so the larger sum counts.
    """
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


def _groups(exports: Sequence[Export]) -> list[Group]:
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
            contacts[key or told.key] = replace(
                _richer(contacts.get(key or told.key), told), key=key or told.key
            )
            if key is None:
                joined.append(Interaction(told.key, "out", "stated"))
    return replace(
        account,
        contacts=tuple(contacts[key] for key in sorted(contacts)),
        interactions=tuple(joined),
    )


def _by_name(contacts: Sequence[Contact]) -> Mapping[str, str | None]:
    """Map folded names to keys; a name that two contacts bear is no evidence."""
    names: dict[str, str | None] = {}
    for contact in contacts:
        name = folded(contact.name)
        if name:
            names[name] = None if name in names else contact.key
    return names


def _match(
    told: Contact,
    contacts: Mapping[str, Contact],
    names: Mapping[str, str | None],
    partners: set[str],
) -> str | None:
    handle = folded(told.key).lstrip("@")
    return next(
        (key for key in (told.key, handle) if key in contacts or key in partners), None
    ) or names.get(folded(told.name) or handle)
