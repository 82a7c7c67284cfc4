"""The screen and the JSON of `klout network`: who carries weight and why, who gives and gets, whom to answer, who belong together."""

import json
from collections.abc import Iterator
from typing import Any

from klout_cli.reports.facts import count, percent
from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.names import TOOL, network_title
from klout_cli.reports.network_svg import letter
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results.around import Circle, Member, few

SCHEMA = "klout.network/1"
PLURALS = {"reply": "replies"}
HOW = (
    "Weight is closeness (who you deal with, and how often) times standing (their followers, else position, else the reputation you "
    "state), as a share of all whose standing is known. These are other people: keep what names them to yourself, or use --redact."
)
TIED = {
    "mentioned_together": "mentioned together",
    "group_thread": "in group threads",
    "same_employer": "of one employer",
}
TOO_LARGE = "too large a network to tell"


def network_screen(found: Circle, top: int, merges: bool, screen: Screen) -> str:
    """Return the screen.

    Lists end after `top` people, `merges` lists who was taken for one person instead.
    """
    blocks: list[Block] = [_title(found)]
    blocks += [_merges(found)] if merges else [Pairs(tuple(_shape(found))), *_people(found, top)]
    return arrange([*blocks, Note("How", (HOW,), "quiet")], screen)


def network_blocks(found: Circle, top: int) -> list[Block]:
    """Return the shape of a network and its `top` people, numbered as in its picture, for a page."""
    rows = (
        (
            str(number),
            *((safe(member.name),) if found.named else ()),
            letter(member.community),
            _share(member.weight),
            "" if member.standing is None else _one_digit(member),
            "" if member.received is None else str(found.amount(member.received)),
            "" if member.given is None else str(found.amount(member.given)),
            _where(member),
        )
        for number, member in enumerate(found.members[:top], start=1)
    )
    header = (
        "Contact",
        *(("Name",) if found.named else ()),
        "Community",
        "Weight",
        "Standing",
        "Gave you",
        "Got",
        "Networks",
    )
    return [Pairs(tuple(_shape(found))), Table(header, tuple(rows)), Note("How", (HOW,), "quiet")]


def _title(found: Circle) -> Parts:
    people = f"{_amount(found, len(found.members))} people"
    person = (Part("Person", safe(found.person)),) if found.person else ()
    day = Part("Data up to", found.as_of, f"data up to {found.as_of}")
    return Parts((Part("Network", people, f"NETWORK  {people}", "title"), *person, day))


def _shape(found: Circle) -> Iterator[tuple[str, str]]:
    people = _amount(found, len(found.members))
    yield (
        "Standing",
        f"known for {_amount(found, found.known)} of {people} people" + _coverage(found),
    )
    apart = f"{half_up(found.effective_size, 1):,.1f} of {people}, as far as the exports show who knows whom"
    yield "Effective size", apart
    yield (
        "Constraint",
        f"{half_up(found.constraint, 3):.3f} (0: many who do not know each other, 1: a closed circle)",
    )
    if tied := [
        f"{_amount(found, pairs)} {TIED[kind]}"
        for kind, pairs in found.ties.items()
        if pairs or found.redacted
    ]:
        yield "Ties", f"pairs of people: {', '.join(tied)}"
    yield "Communities", _amount(found, len(found.communities)) if found.whole else TOO_LARGE
    if found.merges:
        yield (
            "Merged",
            f"{found.amount(len(found.merges))} × a contact is the same person on another network; --merges lists them",
        )
    if found.own:
        yield "Left out", f"{found.amount(found.own)} × the person's own account"


def _amount(found: Circle, number: int) -> str:
    shown = found.amount(number)
    return count(shown) if isinstance(shown, int) else str(shown)


def _coverage(found: Circle) -> str:
    """Return the share of members whose standing is known, but where it would tell a small count."""
    return "" if found.redacted and few(found.known) else f" ({percent(found.coverage)})"


def _people(found: Circle, top: int) -> Iterator[Block]:
    weighty = [member for member in found.members if member.weight is not None]
    rows = (
        (
            safe(member.name),
            f"{_share(member.weight)}, standing {_one_digit(member)}: {_why(found, member)}",
        )
        for member in weighty[:top]
    )
    yield Pairs(tuple(rows), "Who carries weight")
    busiest = sorted(
        (member for member in found.members if _exchanged(member)), key=_exchanged, reverse=True
    )
    yield Pairs(
        tuple((safe(member.name), _given(found, member)) for member in busiest[:top]),
        "Who gives and gets",
    )
    waiting = sorted(
        (member for member in found.members if member.waits),
        key=lambda member: member.waits,
        reverse=True,
    )
    rows = (
        (safe(member.name), f"since {member.waits} ({_where(member)})") for member in waiting[:top]
    )
    yield Pairs(tuple(rows), "Whom to answer")
    yield Pairs(tuple(_communities(found, top)), "Communities, and who carries most of them")


def _share(weight: float | None) -> str:
    return f"{half_up(100 * (weight or 0), 1):.1f} %"


def _one_digit(member: Member) -> str:
    return f"{half_up(member.standing or 0, 1):.1f}"


def _exchanged(member: Member) -> int:
    """Return how much passed with somebody of whom both directions are known, else 0."""
    return 0 if member.received is None or member.given is None else member.received + member.given


def _why(found: Circle, member: Member) -> str:
    parts = [_basis(found, member), *(["expert on your topics"] if member.expert else [])]
    parts += [_counted(found, kind, number) for kind, number in _busiest(member)]
    parts += [f"last {member.newest}"] if member.newest else []
    return f"{', '.join(parts)} ({_where(member)})"


def _busiest(member: Member) -> list[tuple[str, int]]:
    """Return what passed, the most first; that contacts.csv states somebody is no reason."""
    passed = [(kind, number) for kind, number in member.kinds.items() if kind != "stated"]
    return sorted(passed, key=lambda item: (-item[1], item[0]))


def _basis(found: Circle, member: Member) -> str:
    if member.basis == "followers":
        return (
            "known by followers"
            if found.redacted
            else f"{count(10**member.basis_value - 1)} followers"
        )
    if member.basis == "reputation":
        return (
            "known by reputation"
            if found.redacted
            else f"reputation {half_up(member.basis_value):.0f}"
        )
    return f"{member.basis} by position"


def _counted(found: Circle, kind: str, number: int) -> str:
    noun = kind.replace("_", " ")
    shown = found.amount(number)
    return f"{shown} {noun}" if shown == 1 else f"{shown} {PLURALS.get(kind, noun + 's')}"


def _where(member: Member) -> str:
    return ", ".join(network_title(network) for network in member.networks)


def _given(found: Circle, member: Member) -> str:
    received, given = member.received or 0, member.given or 0
    balance = (
        ", gives more" if received > 2 * given else ", gets more" if given > 2 * received else ""
    )
    return f"gave you {found.amount(received)}, got {found.amount(given)}{balance}"


def _communities(found: Circle, top: int) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(found.communities[:top], start=1):
        first = ", ".join(safe(found.members[place].name) for place in one.members[:3])
        yield (
            f"{number} {safe(one.name)}".rstrip(),
            f"{found.amount(len(one.members))} people, {_share(one.weight)}: {first}",
        )


def _merges(found: Circle) -> Table | Note:
    """List who was taken for one person, and why."""
    if not found.merges:
        return Note("Merged", ("no two contacts are taken for one person",))
    rows = tuple(
        (
            safe(found.members[merge.member].name),
            _called(merge.networks[0], merge.names[0]),
            _called(merge.networks[1], merge.names[1]),
            merge.evidence
            + ("" if found.redacted else f" ({half_up(merge.alike):.0f} of 100 alike)"),
        )
        for merge in found.merges
    )
    return Table(("One person", "AccountView as", "And as", "Evidence"), rows)


def _called(network: str, name: str) -> str:
    return f"{network_title(network)} {safe(name)}".rstrip()


def network_json(found: Circle) -> str:
    """Return a circle as one JSON object, schema `klout.network/1`, in pure ASCII: people by ordinal, with names where it has them.

    Small counts of a redacted circle are "<5", dates months.
    """
    tree = {
        "schema": SCHEMA,
        "tool": TOOL,
        "person": {"name": found.person if found.named else None, "redacted": found.redacted},
        "as_of": found.as_of,
        "people": found.amount(len(found.members)),
        "known": found.amount(found.known),
        "coverage": None if found.redacted and few(found.known) else found.coverage,
        "effective_size": found.effective_size,
        "constraint": found.constraint,
        "own_account_left_out": found.amount(found.own),
        "ties": {kind: found.amount(pairs) for kind, pairs in found.ties.items()},
        "members": [
            _member(found, place, member) for place, member in enumerate(found.members, start=1)
        ],
        "communities": [
            {
                "community": number,
                **({"name": one.name or None} if found.named else {}),
                "people": found.amount(len(one.members)),
                "weight": one.weight,
            }
            for number, one in enumerate(found.communities, start=1)
        ],
        "merges": [
            {
                "contact": merge.member + 1,
                "networks": list(merge.networks),
                "evidence": merge.evidence,
                "alike": merge.alike,
            }
            for merge in found.merges
        ],
    }
    return json.dumps(tree, indent=2, allow_nan=False) + "\n"


def _member(found: Circle, place: int, member: Member) -> dict[str, Any]:
    return {
        "contact": place,
        **({"name": member.name} if found.named else {}),
        "networks": list(member.networks),
        "weight": member.weight,
        "closeness": member.closeness,
        "standing": member.standing,
        "standing_from": member.basis or None,
        "expert": member.expert,
        "received": found.amount(member.received),
        "given": found.amount(member.given),
        "kinds": {kind: found.amount(number) for kind, number in member.kinds.items()},
        "newest": member.newest or None,
        "waits_since": member.waits or None,
        "community": None if member.community is None else member.community + 1,
        "core": member.core,
    }
