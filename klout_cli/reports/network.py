"""The screen and JSON of `klout network`."""

import json
from collections.abc import Iterator
from typing import Any

from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.legacy_facts import count, data_date, percent
from klout_cli.reports.names import TOOL, network_title
from klout_cli.reports.network_svg import letter
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results.around import Circle, Member, few

SCHEMA = "klout.network/1"
PLURALS = {"reply": "replies"}
HOW = (
    "Weight is closeness (who you deal with, and how often) times standing (their followers, else "
    "position, else the reputation you "
    "state), as a share of all whose standing is known. These are other people: keep what names "
    "them to yourself, or use --redact."
)
TIED = {
    "mentioned_together": "mentioned together",
    "group_thread": "in group threads",
    "same_employer": "of one employer",
}
TOO_LARGE = "too large a network to tell"


def network_screen(circle: Circle, top: int, merges: bool, screen: Screen) -> str:
    """Return the screen.

    Lists end after `top` people; `merges` lists the merged people instead.
    """
    blocks: list[Block] = [_title(circle)]
    blocks += [_merges(circle)] if merges else [Pairs(tuple(_shape(circle))), *_people(circle, top)]
    return arrange([*blocks, Note("How", (HOW,), "quiet")], screen)


def network_blocks(circle: Circle, top: int) -> list[Block]:
    """Return a network's figures and its `top` people for a page.

    People are numbered as in the picture.
    """
    rows = (
        (
            str(number),
            *((safe(member.name),) if circle.named else ()),
            letter(member.community),
            _share(member.weight),
            "" if member.standing is None else _one_digit(member),
            "" if member.received is None else str(circle.amount(member.received)),
            "" if member.given is None else str(circle.amount(member.given)),
            _where(member),
        )
        for number, member in enumerate(circle.members[:top], start=1)
    )
    header = (
        "Contact",
        *(("Name",) if circle.named else ()),
        "Community",
        "Weight",
        "Standing",
        "Gave you",
        "Got",
        "Networks",
    )
    return [Pairs(tuple(_shape(circle))), Table(header, tuple(rows)), Note("How", (HOW,), "quiet")]


def _title(circle: Circle) -> Parts:
    people = f"{_amount(circle, len(circle.members))} people"
    person = (Part("Person", safe(circle.person)),) if circle.person else ()
    day = data_date(circle.as_of)
    return Parts((Part("Network", people, f"NETWORK  {people}", "title"), *person, day))


def _shape(circle: Circle) -> Iterator[tuple[str, str]]:
    people = _amount(circle, len(circle.members))
    yield (
        "Standing",
        f"known for {_amount(circle, circle.known)} of {people} people" + _coverage(circle),
    )
    apart = (
        f"{half_up(circle.effective_size, 1):,.1f} of {people}, as far as the exports show who "
        "knows whom"
    )
    yield "Effective size", apart
    yield (
        "Constraint",
        f"{half_up(circle.constraint, 3):.3f} (0: many who do not know each other, 1: a closed "
        "circle)",
    )
    if tied := [
        f"{_amount(circle, pairs)} {TIED[kind]}"
        for kind, pairs in circle.ties.items()
        if pairs or circle.redacted
    ]:
        yield "Ties", f"pairs of people: {', '.join(tied)}"
    yield "Communities", _amount(circle, len(circle.communities)) if circle.whole else TOO_LARGE
    if circle.merges:
        yield (
            "Merged",
            f"{circle.amount(len(circle.merges))} × a contact is the same person on another "
            "network; --merges lists them",
        )
    if circle.own:
        yield "Left out", f"{circle.amount(circle.own)} × the person's own account"


def _amount(circle: Circle, number: int) -> str:
    amount = circle.amount(number)
    return count(amount) if isinstance(amount, int) else str(amount)


def _coverage(circle: Circle) -> str:
    """Return the share of known standings, unless it reveals a small count."""
    return "" if circle.redacted and few(circle.known) else f" ({percent(circle.coverage)})"


def _people(circle: Circle, top: int) -> Iterator[Block]:
    weighty = [member for member in circle.members if member.weight is not None]
    rows = (
        (
            safe(member.name),
            f"{_share(member.weight)}, standing {_one_digit(member)}: {_why(circle, member)}",
        )
        for member in weighty[:top]
    )
    yield Pairs(tuple(rows), "Who carries weight")
    busiest = sorted(
        (member for member in circle.members if _exchanged(member)), key=_exchanged, reverse=True
    )
    yield Pairs(
        tuple((safe(member.name), _given(circle, member)) for member in busiest[:top]),
        "Who gives and gets",
    )
    waiting = sorted(
        (member for member in circle.members if member.waits),
        key=lambda member: member.waits,
        reverse=True,
    )
    rows = (
        (safe(member.name), f"since {member.waits} ({_where(member)})") for member in waiting[:top]
    )
    yield Pairs(tuple(rows), "Whom to answer")
    yield Pairs(tuple(_communities(circle, top)), "Communities, and who carries most of them")


def _share(weight: float | None) -> str:
    return f"{half_up(100 * (weight or 0), 1):.1f} %"


def _one_digit(member: Member) -> str:
    return f"{half_up(member.standing or 0, 1):.1f}"


def _exchanged(member: Member) -> int:
    """Return how much was exchanged with a member, 0 if a direction is unknown."""
    return 0 if member.received is None or member.given is None else member.received + member.given


def _why(circle: Circle, member: Member) -> str:
    parts = [_basis(circle, member), *(["expert on your topics"] if member.expert else [])]
    parts += [_counted(circle, kind, number) for kind, number in _busiest(member)]
    parts += [f"last {member.newest}"] if member.newest else []
    return f"{', '.join(parts)} ({_where(member)})"


def _busiest(member: Member) -> list[tuple[str, int]]:
    """Return kinds of exchange, most frequent first, without contacts.csv entries."""
    passed = [(kind, number) for kind, number in member.kinds.items() if kind != "stated"]
    return sorted(passed, key=lambda item: (-item[1], item[0]))


def _basis(circle: Circle, member: Member) -> str:
    if member.basis == "followers":
        return (
            "known by followers"
            if circle.redacted
            else f"{count(10**member.basis_value - 1)} followers"
        )
    if member.basis == "reputation":
        return (
            "known by reputation"
            if circle.redacted
            else f"reputation {half_up(member.basis_value):.0f}"
        )
    return f"{member.basis} by position"


def _counted(circle: Circle, kind: str, number: int) -> str:
    noun = kind.replace("_", " ")
    amount = circle.amount(number)
    return f"{amount} {noun}" if amount == 1 else f"{amount} {PLURALS.get(kind, noun + 's')}"


def _where(member: Member) -> str:
    return ", ".join(network_title(network) for network in member.networks)


def _given(circle: Circle, member: Member) -> str:
    received, given = member.received or 0, member.given or 0
    balance = (
        ", gives more" if received > 2 * given else ", gets more" if given > 2 * received else ""
    )
    return f"gave you {circle.amount(received)}, got {circle.amount(given)}{balance}"


def _communities(circle: Circle, top: int) -> Iterator[tuple[str, str]]:
    for number, community in enumerate(circle.communities[:top], start=1):
        first = ", ".join(safe(circle.members[place].name) for place in community.members[:3])
        yield (
            f"{number} {safe(community.name)}".rstrip(),
            f"{circle.amount(len(community.members))} people, {_share(community.weight)}: {first}",
        )


def _merges(circle: Circle) -> Table | Note:
    """List the merged people with the evidence."""
    if not circle.merges:
        return Note("Merged", ("no two contacts are taken for one person",))
    rows = tuple(
        (
            safe(circle.members[merge.member].name),
            _called(merge.networks[0], merge.names[0]),
            _called(merge.networks[1], merge.names[1]),
            merge.evidence
            + ("" if circle.redacted else f" ({half_up(merge.alike):.0f} of 100 alike)"),
        )
        for merge in circle.merges
    )
    return Table(("One person", "AccountView as", "And as", "Evidence"), rows)


def _called(network: str, name: str) -> str:
    return f"{network_title(network)} {safe(name)}".rstrip()


def network_json(circle: Circle) -> str:
    """Return a circle as JSON, schema `klout.network/1`, pure ASCII.

    People are numbered, with names if the circle has them. In a redacted circle small counts are
    "<5" and dates months.
    """
    tree = {
        "schema": SCHEMA,
        "tool": TOOL,
        "person": {"name": circle.person if circle.named else None, "redacted": circle.redacted},
        "as_of": circle.as_of,
        "people": circle.amount(len(circle.members)),
        "known": circle.amount(circle.known),
        "coverage": None if circle.redacted and few(circle.known) else circle.coverage,
        "effective_size": circle.effective_size,
        "constraint": circle.constraint,
        "own_account_left_out": circle.amount(circle.own),
        "ties": {kind: circle.amount(pairs) for kind, pairs in circle.ties.items()},
        "members": [
            _member(circle, place, member) for place, member in enumerate(circle.members, start=1)
        ],
        "communities": [
            {
                "community": number,
                **({"name": community.name or None} if circle.named else {}),
                "people": circle.amount(len(community.members)),
                "weight": community.weight,
            }
            for number, community in enumerate(circle.communities, start=1)
        ],
        "merges": [
            {
                "contact": merge.member + 1,
                "networks": list(merge.networks),
                "evidence": merge.evidence,
                "alike": merge.alike,
            }
            for merge in circle.merges
        ],
    }
    return json.dumps(tree, indent=2, allow_nan=False) + "\n"


def _member(circle: Circle, place: int, member: Member) -> dict[str, Any]:
    return {
        "contact": place,
        **({"name": member.name} if circle.named else {}),
        "networks": list(member.networks),
        "weight": member.weight,
        "closeness": member.closeness,
        "standing": member.standing,
        "standing_from": member.basis or None,
        "expert": member.expert,
        "received": circle.amount(member.received),
        "given": circle.amount(member.given),
        "kinds": {kind: circle.amount(number) for kind, number in member.kinds.items()},
        "newest": member.newest or None,
        "waits_since": member.waits or None,
        "community": None if member.community is None else member.community + 1,
        "core": member.core,
    }
