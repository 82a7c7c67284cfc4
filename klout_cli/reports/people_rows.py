"""The rows and the picture of a page about the people around a person."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Any, NamedTuple

from klout_cli.reports.numbers import amount
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Table
from klout_cli.reports.screens.network import list_circles, list_people
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


def people_context(circle: Circle | None) -> dict[str, Any]:
    """Return the rows of a page's network section, none without people."""
    if circle is None or not circle.members:
        return {"people": False, "groups": []}
    ties = draw_ties(circle)
    return {
        "people": True,
        "people_lists": [(table.title, list_rows(table)) for table in list_people(circle, SHOWN)],
        "coverage": _(
            "Reach known for {known} of {total} contacts",
            known=amount(circle.amount(circle.known)),
            total=amount(circle.amount(len(circle.members))),
        ),
        "ties": ties,
        "ties_text": ngettext(
            "One contact who knows another one",
            "{n} contacts who know each other",
            amount(circle.amount(len(ties.dots))),
        ),
        "groups": list_rows(list_circles(circle, len(circle.communities))),
    }


def list_rows(table: Table) -> list[PersonRow]:
    """Return the rows of a screen's table, all facts of a person together."""
    return [PersonRow(name, " · ".join(filter(None, facts))) for name, *facts in table.rows]


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
    near = (place, *_find_ties(circle, place))
    groups = (circle.members[other].community for other in near)
    own = len(circle.communities) + min(near)
    return next((group for group in groups if group is not None), own)


def _find_ties(circle: Circle, place: int) -> Iterator[int]:
    for link in circle.links:
        if place in (link.one, link.other):
            yield link.other if link.one == place else link.one


def _dot(member: Member, turn: float, heaviest: float) -> Dot:
    angle = 2 * pi * turn - pi / 2
    size = 3.0 + 4.0 * ((member.weight or 0.0) / heaviest if heaviest else 0.0) ** 0.5
    x, y = CENTRE + RADIUS * cos(angle), CENTRE + RADIUS * sin(angle)
    return Dot(round(x, 1), round(y, 1), round(size, 1), safe(member.name, 60), member.community)
