"""Shown beside the score: the scale with landmarks, and unscored facts."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.layout import INDENT, Drawing
from klout_cli.reports.legacy_facts import count
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import is_number, likely, score_text
from klout_cli.reports.screen import Screen
from klout_cli.results import Fact, Report

LOWEST, HIGHEST = 1, 100
PIPED = 80  # columns of the scale if a screen has no width


def scale(report: Report, screen: Screen) -> Drawing:
    """Draw the scale from 1 to 100 with interval, score and landmarks.

    The legend below lists their numbers and names.
    """
    score, columns = report.judgement.score, (screen.width or PIPED) - 2 * len(INDENT)

    def column(points: float) -> int:
        return round(
            (min(max(points, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST) * (columns - 1)
        )

    line = ["─"] * columns
    for points, _, _ in report.landmarks:
        line[column(points)] = "│"
    first, last = column(score.low), column(score.high)
    line[first : last + 1] = ["█"] * (last + 1 - first)
    if is_number(score.quality):
        line[column(score.value)] = "●"
    marks = [(column(points), f"{points:g}") for points, _, _ in report.landmarks]
    others = [f"{safe(who)} {points:g} ({year})" for points, who, year in report.landmarks]
    between = f"likely {half_up(score.low):.0f} to {half_up(score.high):.0f}"
    number, dot = "", []
    if is_number(score.quality):
        number, dot = f"you are at {score_text(score)}, ", [f"● {score_text(score)}"]
    legend = ", ".join([*dot, f"█ {likely(score)}", *others])
    spoken = ", ".join([f"from {LOWEST} to {HIGHEST}, {number}{between}", *others])
    return Drawing("Scale", ("".join(line), _axis(marks, columns)), spoken, legend)


def _axis(marks: Sequence[tuple[int, str]], columns: int) -> str:
    """Write numbers below their positions, the ends first.

    One without room is only in the legend.
    """
    axis = [" "] * columns
    for place, text in ((0, str(LOWEST)), (columns - 1, str(HIGHEST)), *marks):
        start = min(max(0, place - len(text) // 2), columns - len(text))
        if all(cell == " " for cell in axis[max(0, start - 1) : start + len(text) + 1]):
            axis[start : start + len(text)] = text
    return "".join(axis)


def displayed(report: Report) -> Iterator[tuple[str, str]]:
    """Yield what is known about the person and never scored."""
    if weeks := report.trait("steadiness"):
        h = weeks["h_index"]
        liked = "" if h is None else f", {h} posts with {h} reactions or more each"
        yield (
            "Steadiness",
            f"posts in {weeks['active_weeks']} of {weeks['of_weeks']} weeks{liked} (not scored)",
        )
    if given := report.trait("outreach"):
        actions, points, following = (
            count(float(str(given[key]))) for key in ("actions", "points", "next_level_at")
        )
        yield (
            "Outreach",
            f"level {given['level']}: {actions} likes, answers and shares given, {points} of "
            f"{following} points (not scored)",
        )
    if style := report.trait("style"):
        yield "Style", f"{style['style']}: {', '.join(_axes(style['axes']))} (not scored)"


def _axes(axes: Fact) -> Iterator[str]:
    for axis, side, part, whole, why in axes if isinstance(axes, tuple) else ():
        yield f"{side} ({part} of {whole})" if side else f"{axis} not measured ({why})"
