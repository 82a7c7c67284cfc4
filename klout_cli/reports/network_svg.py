"""The network as a deterministic SVG, made without a browser.

The owner is in the middle, the strongest contacts are numbered around them. Positions are computed,
not simulated: an inner ring of the strongest and outer rings of the others, both ordered by
community, so that nobody overlaps and the same network always gives the same picture.
"""

from collections.abc import Iterator, Mapping
from math import cos, pi, sin
from typing import NamedTuple

from klout_cli.reports.names import network_titles
from klout_cli.reports.numbers import number
from klout_cli.reports.safe import safe
from klout_cli.reports.templates import html_templates
from klout_cli.results.around import Circle, Member
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

MOST = 200  # people drawn
NUMBERED = 20  # of them with a number, and a name beside the picture
COLOURS = ("#1b6ca8", "#b8461e", "#2c7a3f", "#7a4fa3", "#8a6d00", "#b03060", "#00797a", "#5b5b00")
LETTERS = "abcdefgh"
APART = "#6b6b6b"
CENTRE = 450.0
INNER, OUTER = 180.0, (270.0, 320.0, 370.0, 420.0)
LONGEST = 34  # letters of a name beside the picture


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


class Dot(NamedTuple):
    """A person: where, how large, and what the dot says."""

    place: Point
    radius: int
    colour: str
    mark: str
    title: str


def picture(circle: Circle, most: int = MOST) -> str:
    """Return the picture of at most so many people as one SVG document.

    Names are only inserted as text, cut and without control characters.
    """
    places = _places(circle, most)
    page = html_templates().get_template("network.svg")
    return page.render(
        title=_title(circle, len(places)),
        centre=Point(CENTRE, CENTRE),
        ties=list(_ties(circle, places)),
        dots=[_dot(circle, place, point) for place, point in places.items()],
        keys=list(_keys(circle)),
    )


def _title(circle: Circle, drawn: int) -> str:
    people = ngettext(
        "{drawn} of one person", "{drawn} of {n} people", len(circle.members), drawn=drawn
    )
    if circle.named and circle.person:
        return _("Network of {person}, {people}", person=safe(circle.person), people=people)
    return _("Network, {people}", people=people)


def _places(circle: Circle, most: int) -> dict[int, Point]:
    """Place every drawn member on a ring, ordered by community."""
    drawn = sorted(
        range(min(most, len(circle.members))),
        key=lambda place: (_order(circle.members[place]), place),
    )
    strongest = [place for place in drawn if place < NUMBERED]
    others = [place for place in drawn if place >= NUMBERED]
    points = {place: _point(INNER, turn / len(strongest)) for turn, place in enumerate(strongest)}
    for turn, place in enumerate(others):
        points[place] = _point(OUTER[turn % len(OUTER)], turn / len(others))
    return points


def _order(member: Member) -> float:
    return float("inf") if member.community is None else member.community


def _point(radius: float, turn: float) -> Point:
    angle = 2 * pi * turn - pi / 2
    return Point(round(CENTRE + radius * cos(angle)), round(CENTRE + radius * sin(angle)))


def _ties(circle: Circle, places: Mapping[int, Point]) -> Iterator[tuple[Point, Point, float]]:
    """Yield lines with their width: spokes to the strongest, thicker if closer, and ties."""
    closest = max((circle.members[place].closeness for place in places), default=1.0)
    for place in range(min(NUMBERED, len(places))):
        width = 1 + 4 * circle.members[place].closeness / closest
        yield Point(CENTRE, CENTRE), places[place], round(width, 1)
    for link in circle.links:
        if link.one in places and link.other in places:
            yield places[link.one], places[link.other], 0.8


def _dot(circle: Circle, place: int, point: Point) -> Dot:
    member, strong = circle.members[place], place < NUMBERED
    return Dot(
        point,
        14 if strong else 7,
        _colour(member),
        str(place + 1) if strong else letter(member.community),
        _describe(member),
    )


def _colour(member: Member) -> str:
    known = member.community is not None and letter(member.community)
    return COLOURS[member.community or 0] if known else APART


def letter(community: int | None) -> str:
    """Return the letter of a community, as colour alone must not identify it."""
    return "" if community is None or community >= len(COLOURS) else LETTERS[community]


def _describe(member: Member) -> str:
    facts = [
        network_titles(member.networks),
        "" if member.weight is None else _("weight {share}", share=_share(member.weight)),
        letter(member.community) and _("group {letter}", letter=letter(member.community)),
    ]
    return f"{safe(member.name)} ({', '.join(filter(None, facts))})"


def _share(weight: float | None) -> str:
    return "" if weight is None else f"{number(100 * weight, 1)} %"


def _keys(circle: Circle) -> Iterator[tuple[str, str, str]]:
    """Yield lines beside the picture: the numbered people, a blank one, and the communities."""
    for place, member in enumerate(circle.members[:NUMBERED], start=1):
        yield f"{place} {safe(member.name, LONGEST)}", _colour(member), _share(member.weight)
    yield "", "", ""
    for place, group in enumerate(circle.communities[: len(COLOURS)]):
        name = safe(group.name, LONGEST) or _("group")
        yield f"{letter(place)} {name}", COLOURS[place], ""
