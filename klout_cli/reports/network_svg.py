"""The network as a deterministic SVG, made without a browser.

The owner is in the middle, the strongest contacts are numbered around them. Positions are computed,
not simulated: an inner ring of the strongest and outer rings of the others, both ordered by
community, so that nobody overlaps and the same network always gives the same picture.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from klout_cli.reports.figures import network_name
from klout_cli.reports.figures import number as count
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.results.around import Circle, Member

SVG = "http://www.w3.org/2000/svg"
MOST = 200  # people drawn
NUMBERED = 20  # of them with a number, and a name beside the picture
COLOURS = ("#1b6ca8", "#b8461e", "#2c7a3f", "#7a4fa3", "#8a6d00", "#b03060", "#00797a", "#5b5b00")
APART = "#6b6b6b"
SIZE, LEGEND, LINE = 900, 360, 22
INNER, OUTER = 180.0, (270.0, 320.0, 370.0, 420.0)
LONGEST = 34  # letters of a name beside the picture

Point = tuple[float, float]


def picture(circle: Circle, most: int = MOST, legend: bool = True) -> str:
    """Return the picture as one SVG document.

    Names are only inserted as text, cut and without control characters. `most` people are drawn;
    without a `legend` a table beside the picture lists the numbered ones.
    """
    places = _places(circle, most)
    width = SIZE + LEGEND if legend else SIZE
    root = Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {width} {SIZE}",
            "font-family": "sans-serif",
            "role": "img",
        },
    )
    drawn, people = count(len(places)), count(len(circle.members))
    title = f"Network of {safe(circle.person)}" if circle.named and circle.person else "Network"
    SubElement(root, "title").text = f"{title}: {drawn} of {people} people"
    SubElement(
        root,
        "rect",
        {"width": str(width), "height": str(SIZE), "fill": "#ffffff", "class": "ground"},
    )
    _lines(root, circle, places)
    dots = SubElement(root, "g", {"font-size": "12", "text-anchor": "middle", "fill": "#ffffff"})
    _dot(dots, (SIZE / 2, SIZE / 2), 22, "#222222", "you", "the owner").set("class", "owner")
    for number, place in places.items():
        member = circle.members[number]
        strong = number < NUMBERED
        _dot(
            dots,
            place,
            14 if strong else 7,
            _colour(member),
            str(number + 1) if strong else letter(member.community),
            _describe(member),
        )
    if legend:
        _legend(root, circle)
    indent(root, "")
    return tostring(root, "unicode") + "\n"


def _places(circle: Circle, most: int) -> dict[int, Point]:
    """Place every drawn member on a ring, ordered by community."""
    drawn = sorted(
        range(min(most, len(circle.members))),
        key=lambda number: (_order(circle.members[number]), number),
    )
    strongest = [number for number in drawn if number < NUMBERED]
    others = [number for number in drawn if number >= NUMBERED]
    places = {
        number: _point(INNER, place / len(strongest)) for place, number in enumerate(strongest)
    }
    for place, number in enumerate(others):
        places[number] = _point(OUTER[place % len(OUTER)], place / len(others))
    return places


def _order(member: Member) -> float:
    return float("inf") if member.community is None else member.community


def _point(radius: float, turn: float) -> Point:
    angle = 2 * pi * turn - pi / 2
    return SIZE / 2 + radius * cos(angle), SIZE / 2 + radius * sin(angle)


def _lines(root: Element, circle: Circle, places: dict[int, Point]) -> None:
    """Draw ties between members, and spokes to the strongest, thicker if closer."""
    closest = max((circle.members[number].closeness for number in places), default=1.0)
    group = SubElement(root, "g", {"stroke": "#b8b8b8", "stroke-width": "0.8"})
    for number in range(min(NUMBERED, len(places))):
        width = 1 + 4 * circle.members[number].closeness / closest
        SubElement(
            group,
            "path",
            {"d": _line((SIZE / 2, SIZE / 2), places[number]), "stroke-width": f"{width:.1f}"},
        )
    ties = [
        _line(places[link.one], places[link.other])
        for link in circle.links
        if link.one in places and link.other in places
    ]
    if ties:
        SubElement(group, "path", {"d": "".join(ties)})


def _line(start: Point, end: Point) -> str:
    return f"M{start[0]:.0f} {start[1]:.0f}L{end[0]:.0f} {end[1]:.0f}"


def _dot(root: Element, place: Point, radius: float, colour: str, mark: str, title: str) -> Element:
    x, y = (f"{value:.0f}" for value in place)
    group = SubElement(root, "g")
    SubElement(group, "title").text = title
    SubElement(group, "circle", {"cx": x, "cy": y, "r": f"{radius:g}", "fill": colour})
    if mark:
        SubElement(group, "text", {"x": x, "y": y, "dy": "0.35em"}).text = mark
    return group


def _colour(member: Member) -> str:
    return (
        COLOURS[member.community]
        if member.community is not None and letter(member.community)
        else APART
    )


def letter(community: int | None) -> str:
    """Return the letter of a community, as colour alone must not identify it."""
    return "" if community is None or community >= len(COLOURS) else "abcdefgh"[community]


def _describe(member: Member) -> str:
    weight = "" if member.weight is None else f", weight {half_up(100 * member.weight, 1):.1f} %"
    networks = ", ".join(network_name(network) for network in member.networks)
    mark = letter(member.community)
    group = f", community {mark}" if mark else ""
    return f"{safe(member.name)} ({networks}){weight}{group}"


def _legend(root: Element, circle: Circle) -> None:
    """List the numbered people, then the communities."""
    people = [
        (
            f"{number} {_short(member.name)}",
            _colour(member),
            "" if member.weight is None else f"{half_up(100 * member.weight, 1):.1f} %",
        )
        for number, member in enumerate(circle.members[:NUMBERED], start=1)
    ]
    groups = [
        (f"{letter(number)} {_short(community.name) or 'community'}", COLOURS[number], "")
        for number, community in enumerate(circle.communities[: len(COLOURS)])
    ]
    for line, (name, colour, value) in enumerate(_spaced(people, groups)):
        y = 40 + line * LINE
        if name:
            SubElement(
                root, "circle", {"cx": f"{SIZE + 10}", "cy": f"{y}", "r": "6", "fill": colour}
            )
            _text(root, SIZE + 24, y, name, "start")
            _text(root, SIZE + LEGEND - 16, y, value, "end")


def _spaced(*groups: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    for group in groups:
        yield from group
        yield "", "", ""


def _text(root: Element, x: float, y: float, words: str, anchor: str) -> None:
    if words:
        style = {"font-size": "14", "fill": "#222222", "text-anchor": anchor, "dy": "0.35em"}
        SubElement(root, "text", {"x": f"{x:g}", "y": f"{y:g}", **style}).text = words


def _short(name: str) -> str:
    return safe(name, LONGEST)
