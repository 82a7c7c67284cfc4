"""Charts as script-free SVG for pages: gauge, bars, curve, line over time.

They have no colours of their own: the page's style sets these by class, for light, dark and paper.
Each is 320 units wide, to stay readable on the narrowest screen, and describes itself in a
sentence; a table beside it lists the numbers.
"""

from collections.abc import Sequence
from datetime import date
from math import cos, pi, sin
from xml.etree.ElementTree import Element, SubElement, tostring

from klout_cli.reports.explain import MARKS, tick
from klout_cli.reports.legacy_facts import signed
from klout_cli.reports.rounding import half_up
from klout_cli.reports.score_text import is_number, likely, score_text
from klout_cli.results import Explanation, Moment, Score, WorkedExample

WIDE = 320
LOWEST, HIGHEST = 1, 100

Point = tuple[float, float]


def gauge(score: Score, description: str) -> str:
    """Draw the scale from 1 to 100 as an arc, with interval band and needle.

    `description` is its text alternative.
    """
    root = _picture(190, description)
    radius, centre = 120.0, (WIDE / 2, 150.0)

    def place(points: float, out: float = 0) -> Point:
        angle = pi * (1 - (min(max(points, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST))
        return centre[0] + (radius + out) * cos(angle), centre[1] - (radius + out) * sin(angle)

    def arc(first: float, last: float, name: str) -> None:
        (left, top), (right, bottom) = place(first), place(last)
        path = f"M{left:.1f} {top:.1f}A{radius:g} {radius:g} 0 0 1 {right:.1f} {bottom:.1f}"
        SubElement(root, "path", {"d": path, "class": name})

    arc(LOWEST, HIGHEST, "track")
    arc(score.low, score.high, "band")
    if is_number(score.quality):
        _line(root, place(score.value, -22), place(score.value, 16), "needle")
        _text(root, (centre[0], centre[1] - 4), likely(score), "middle")
    _text(root, (centre[0], centre[1] - 28), score_text(score), "large middle")
    for points in (LOWEST, HIGHEST):
        x, y = place(points)
        _text(root, (x, y + 24), f"{points}", "middle")
    return _to_svg(root)


def bar(start: float, points: float, first: float, last: float) -> str:
    """Draw one step of a waterfall between two ends of an axis.

    It has no description, as its number is beside it.
    """
    root = Element(
        "svg",
        {
            "viewBox": "0 0 100 10",
            "preserveAspectRatio": "none",
            "aria-hidden": "true",
            "class": "bar",
        },
    )
    scale = 100 / (last - first)
    left = (min(start, start + points) - first) * scale
    kind = "plus" if points >= 0 else "minus"
    SubElement(
        root,
        "rect",
        {
            "x": f"{left:.2f}",
            "y": "1",
            "width": f"{max(abs(points) * scale, 0.5):.2f}",
            "height": "8",
            "class": kind,
        },
    )
    return _to_svg(root)


def curve(explanation: Explanation, accounts: Sequence[WorkedExample], description: str) -> str:
    """Draw the curve of a factor's points, with a letter for each account."""
    root = _picture(200, description)
    line = explanation.curve.line
    low, high = min(y for _, y in line), max(y for _, y in line)
    place = _axes((line[0][0], line[-1][0]), (low, high), 200)
    for points in (low, (low + high) / 2, high):
        _text(root, (38, place(line[0][0], points)[1] + 4), signed(points, 1), "end")
        _line(root, place(line[0][0], points), place(line[-1][0], points), "grid")
    free = 0.0
    for x, value in explanation.curve.ticks:
        text = tick(explanation.id, value)
        across, below = place(x, low)
        across = min(across, WIDE - 4 * len(text))
        if across - 4 * len(text) >= free:
            _text(root, (across, below + 18), text, "middle")
            free = across + 4 * len(text)
    _path(root, [place(x, y) for x, y in line])
    for mark, account in zip(MARKS, accounts, strict=False):
        if account.x is not None:
            _dot(root, place(account.x, account.points), mark)
    return _to_svg(root)


def over_time(moments: Sequence[Moment], description: str) -> str:
    """Draw scores as a line with a dot per day, and their intervals as a band."""
    root = _picture(180, description)
    days = [date.fromisoformat(moment.as_of).toordinal() for moment in moments]
    low, high = (
        min(moment.score.low for moment in moments),
        max(moment.score.high for moment in moments),
    )
    place = _axes((days[0], max(days[-1], days[0] + 1)), (low, high), 180)
    for points in (low, high):
        _text(root, (38, place(days[0], points)[1] + 4), f"{half_up(points):.0f}", "end")
        _line(root, place(days[0], points), place(days[-1], points), "grid")
    pairs = list(zip(days, (moment.score for moment in moments), strict=True))
    outline = [place(day, score.high) for day, score in pairs] + [
        place(day, score.low) for day, score in reversed(pairs)
    ]
    SubElement(root, "polygon", {"points": _points(outline), "class": "interval"})
    told = [(day, score) for day, score in pairs if is_number(score.quality)]
    _path(root, [place(day, score.value) for day, score in told])
    for day, score in told:
        _dot(root, place(day, score.value), "")
    bottom = place(days[0], low)[1] + 18
    _text(root, (44, bottom), moments[0].as_of, "")
    if len(moments) > 1:
        _text(root, (WIDE - 12, bottom), moments[-1].as_of, "end")
    return _to_svg(root)


class _axes:
    """The coordinates of value pairs, with room for numbers at the left and below."""

    def __init__(self, across: Point, up: Point, height: float) -> None:
        self.across, self.up, self.height = across, up, height

    def __call__(self, x: float, y: float) -> Point:
        (left, right), (low, high) = self.across, self.up
        part = (min(max(x, left), right) - left) / (right - left)
        rise = (min(max(y, low), high) - low) / (high - low) if high > low else 0.5
        return 44 + part * (WIDE - 56), self.height - 28 - rise * (self.height - 44)


def _picture(height: int, description: str) -> Element:
    return Element(
        "svg",
        {
            "viewBox": f"0 0 {WIDE} {height}",
            "role": "img",
            "aria-label": description,
            "class": "chart",
        },
    )


def _line(root: Element, start: Point, end: Point, name: str) -> None:
    ends = zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True)
    SubElement(root, "line", {key: f"{value:.1f}" for key, value in ends} | {"class": name})


def _path(root: Element, points: Sequence[Point]) -> None:
    SubElement(root, "polyline", {"points": _points(points), "class": "line"})


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _dot(root: Element, place: Point, mark: str) -> None:
    x, y = (f"{value:.1f}" for value in place)
    SubElement(root, "circle", {"cx": x, "cy": y, "r": "7" if mark else "4", "class": "dot"})
    if mark:
        _text(root, (place[0], place[1] + 3.5), mark, "mark middle")


def _text(root: Element, place: Point, words: str, name: str) -> None:
    SubElement(
        root, "text", {"x": f"{place[0]:.1f}", "y": f"{place[1]:.1f}", "class": name}
    ).text = words


def _to_svg(root: Element) -> str:
    return tostring(root, "unicode")
