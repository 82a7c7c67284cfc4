"""The rows of a page about the people around a person."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Any, NamedTuple

from klout_cli.reports.figures import day, number
from klout_cli.reports.names import network_title
from klout_cli.reports.numbers import percent
from klout_cli.reports.safe import safe
from klout_cli.results.around import Circle, Member
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

SHOWN = 4
MOST_DOTS = 60
CENTRE, RADIUS = 100.0, 82.0


class PersonRow(NamedTuple):
    """One person with one fact."""

    name: str
    fact: str


class Dot(NamedTuple):
    """A person in the picture of a network; `group` is a number from 0, None outside of groups."""

    x: float
    y: float
    size: float
    name: str
    group: int | None


class Ties(NamedTuple):
    """The people who know each other: dots on a circle, and lines between them."""

    dots: Sequence[Dot]
    lines: Sequence[tuple[Dot, Dot]]


class People(NamedTuple):
    """The lists of a page's network section."""

    waiting: Sequence[PersonRow]
    supporters: Sequence[PersonRow]
    influential: Sequence[PersonRow]
    all_waiting: int
    known: int
    total: int


def list_people(circle: Circle) -> People:
    """Return who waits for a reply, who responds most, and who has most reach."""
    members = circle.members
    waiting = sorted(
        (member for member in members if member.waits), key=lambda one: one.waits, reverse=True
    )
    supporters = sorted(
        (member for member in members if member.received), key=lambda one: -(one.received or 0)
    )
    influential = [one for one in members if one.weight]
    return People(
        waiting=[
            PersonRow(safe(one.name, 60), f"{_networks(one)} · {day(one.waits)}")
            for one in waiting[:SHOWN]
        ],
        supporters=[
            PersonRow(safe(one.name, 60), _exchange(circle, one)) for one in supporters[:SHOWN]
        ],
        influential=[
            PersonRow(safe(one.name, 60), f"{_networks(one)} · {percent(one.weight or 0.0)}")
            for one in influential[:SHOWN]
        ],
        all_waiting=len(waiting),
        known=circle.known,
        total=len(members),
    )


def _networks(member: Member) -> str:
    return ", ".join(network_title(network) for network in member.networks)


def _exchange(circle: Circle, member: Member) -> str:
    received, given = circle.amount(member.received), circle.amount(member.given)
    text = _("responded {n} times", n=received) if received != 1 else _("responded once")
    if given is None:
        return text
    return _("{responses}, you {n} times", responses=text, n=given)


def draw_ties(circle: Circle) -> Ties:
    """Place everybody with a tie to somebody else on a circle, groups beside each other.

    Who is tied to nobody but the person is left out: a dot without a line shows nothing.
    """
    linked = {place for link in circle.links for place in (link.one, link.other)}
    order = sorted(linked, key=lambda place: (_group_of(circle, place), place))[:MOST_DOTS]
    heaviest = max((circle.members[place].weight or 0.0 for place in order), default=0.0)
    dots = {
        place: _dot(circle.members[place], turn / len(order), heaviest)
        for turn, place in enumerate(order)
    }
    lines = [
        (dots[link.one], dots[link.other])
        for link in circle.links
        if link.one in dots and link.other in dots
    ]
    drawn = {dot for line in lines for dot in line}
    return Ties([dot for dot in dots.values() if dot in drawn], lines)


def _group_of(circle: Circle, place: int) -> float:
    """Return the group to stand beside: one's own, else that of somebody one is tied to."""
    for near in (place, *_tied(circle, place)):
        if (group := circle.members[near].community) is not None:
            return group
    return float(len(circle.communities) + min((place, *_tied(circle, place))))


def _tied(circle: Circle, place: int) -> Iterator[int]:
    for link in circle.links:
        if place in (link.one, link.other):
            yield link.other if link.one == place else link.one


def _dot(member: Member, turn: float, heaviest: float) -> Dot:
    angle = 2 * pi * turn - pi / 2
    size = 3.0 + 4.0 * ((member.weight or 0.0) / heaviest if heaviest else 0.0) ** 0.5
    x, y = CENTRE + RADIUS * cos(angle), CENTRE + RADIUS * sin(angle)
    return Dot(round(x, 1), round(y, 1), round(size, 1), safe(member.name, 60), member.community)


def describe_groups(circle: Circle) -> list[PersonRow]:
    """Return the groups of the network with how many people they have, and the best known."""
    return [
        PersonRow(
            safe(group.name, 60) or _("Group {n}", n=place),
            f"{ngettext('one person', '{n} people', len(group.members))} · "
            + ", ".join(safe(circle.members[one].name, 60) for one in group.members[:3]),
        )
        for place, group in enumerate(circle.communities, start=1)
    ]


def coverage_text(people: People) -> str:
    """Return of how many people the reach is known."""
    return _(
        "Reach known for {known} of {total} contacts",
        known=number(people.known),
        total=number(people.total),
    )


def people_context(circle: Circle | None) -> dict[str, Any]:
    """Return the rows of a page's network section, none without people."""
    if circle is None or not circle.members:
        return {"people": None, "groups": []}
    people, ties = list_people(circle), draw_ties(circle)
    return {
        "people": people,
        "people_lists": (
            (_("Waiting for your reply ({n})", n=people.all_waiting), people.waiting),
            (_("Your most active supporters"), people.supporters),
            (_("Your most influential contacts"), people.influential),
        ),
        "coverage": coverage_text(people),
        "ties": ties,
        "ties_text": ngettext(
            "One contact who knows another one",
            "{n} contacts who know each other",
            len(ties.dots),
        ),
        "groups": describe_groups(circle),
    }
