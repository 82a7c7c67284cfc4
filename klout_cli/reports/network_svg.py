"""The network as a picture: SVG without a browser, a script or chance.

The owner in the middle, the strongest numbered around them.

Places are reckoned, not simulated: an inner ring of the strongest, outer rings of the others, both
in order of communities, so that no two people overlap and the same network is always the same
picture.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from klout_cli.reports.facts import count
from klout_cli.reports.names import network_title
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.results.around import Circle, Member

SVG = "http://www.w3.org/2000/svg"
MOST = 200  # people drawn
NUMBERED = 20  # of them with a number and a name beside the picture
COLOURS = ("#1b6ca8", "#b8461e", "#2c7a3f", "#7a4fa3", "#8a6d00", "#b03060", "#00797a", "#5b5b00")
APART = "#6b6b6b"
SIZE, LEGEND, LINE = 900, 360, 22
INNER, OUTER = 180.0, (270.0, 320.0, 370.0, 420.0)
LONGEST = 34  # letters of a name beside the picture

Point = tuple[float, float]


def picture(found: Circle, most: int = MOST, legend: bool = True) -> str:
    """Return the picture as one SVG document.

    Every name is in it as text only, cut and without control characters.

    `most` people are drawn; without a `legend` a table beside the picture names the numbered ones.
    """
    places = _places(found, most)
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
    shown, people = count(len(places)), count(len(found.members))
    title = f"Network of {safe(found.person)}" if found.named and found.person else "Network"
    SubElement(root, "title").text = f"{title}: {shown} of {people} people"
    SubElement(
        root,
        "rect",
        {"width": str(width), "height": str(SIZE), "fill": "#ffffff", "class": "ground"},
    )
    _lines(root, found, places)
    dots = SubElement(root, "g", {"font-size": "12", "text-anchor": "middle", "fill": "#ffffff"})
    _dot(dots, (SIZE / 2, SIZE / 2), 22, "#222222", "you", "the owner").set("class", "owner")
    for number, place in places.items():
        member = found.members[number]
        strong = number < NUMBERED
        _dot(
            dots,
            place,
            14 if strong else 7,
            _colour(member),
            str(number + 1) if strong else letter(member.community),
            _told(member),
        )
    if legend:
        _legend(root, found)
    indent(root, "")
    return tostring(root, "unicode") + "\n"


def _places(found: Circle, most: int) -> dict[int, Point]:
    """Give every drawn member a place on a ring, in order of communities."""
    drawn = sorted(
        range(min(most, len(found.members))),
        key=lambda number: (_order(found.members[number]), number),
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


def _lines(root: Element, found: Circle, places: dict[int, Point]) -> None:
    """Draw who knows whom, and spokes to the strongest, thicker for the closer."""
    closest = max((found.members[number].closeness for number in places), default=1.0)
    group = SubElement(root, "g", {"stroke": "#b8b8b8", "stroke-width": "0.8"})
    for number in range(min(NUMBERED, len(places))):
        width = 1 + 4 * found.members[number].closeness / closest
        SubElement(
            group,
            "path",
            {"d": _line((SIZE / 2, SIZE / 2), places[number]), "stroke-width": f"{width:.1f}"},
        )
    ties = [
        _line(places[link.one], places[link.other])
        for link in found.links
        if link.one in places and link.other in places
    ]
    if ties:
        SubElement(group, "path", {"d": "".join(ties)})


def _line(one: Point, other: Point) -> str:
    return f"M{one[0]:.0f} {one[1]:.0f}L{other[0]:.0f} {other[1]:.0f}"


def _dot(root: Element, place: Point, radius: float, colour: str, mark: str, told: str) -> Element:
    x, y = (f"{value:.0f}" for value in place)
    group = SubElement(root, "g")
    SubElement(group, "title").text = told
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
    """Return the letter of a community, so that its colour is not all that tells it."""
    return "" if community is None or community >= len(COLOURS) else "abcdefgh"[community]


def _told(member: Member) -> str:
    weight = "" if member.weight is None else f", weight {half_up(100 * member.weight, 1):.1f} %"
    networks = ", ".join(network_title(network) for network in member.networks)
    mark = letter(member.community)
    group = f", community {mark}" if mark else ""
    return f"{safe(member.name)} ({networks}){weight}{group}"


def _legend(root: Element, found: Circle) -> None:
    """Name the numbered people, then the communities."""
    people = [
        (
            f"{number} {_short(member.name)}",
            _colour(member),
            "" if member.weight is None else f"{half_up(100 * member.weight, 1):.1f} %",
        )
        for number, member in enumerate(found.members[:NUMBERED], start=1)
    ]
    groups = [
        (f"{letter(number)} {_short(one.name) or 'community'}", COLOURS[number], "")
        for number, one in enumerate(found.communities[: len(COLOURS)])
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
