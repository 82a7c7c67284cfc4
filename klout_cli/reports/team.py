"""Several people side by side: a table, an index page and a workbook."""

from collections.abc import Sequence
from typing import NamedTuple

from klout_cli.reports.html_report import render_template
from klout_cli.reports.names import line_title
from klout_cli.reports.numbers import day, percent
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import is_number, likely, limits, score_text
from klout_cli.reports.workbook import Sheet, Value, write_sheets
from klout_cli.results import Report
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext


class TeamMember(NamedTuple):
    """One folder: its report and the file it is in, or why there is none."""

    name: str
    report: Report | None = None
    file: str = ""
    problem: str = ""


class TeamRow(NamedTuple):
    """One person as the index page shows them."""

    name: str
    score: str = "–"
    likely: str = ""
    measured: str = ""
    as_of: str = ""
    file: str = ""
    problem: str = ""


def _row(member: TeamMember) -> TeamRow:
    if member.report is None:
        return TeamRow(safe(member.name), problem=safe(member.problem))
    score = member.report.judgement.score
    return TeamRow(
        name=safe(member.name),
        score=score_text(score) if is_number(score.quality) else _("First impression"),
        likely=likely(score),
        measured=percent(score.measured),
        as_of=day(member.report.as_of),
        file=member.file,
    )


def refusal_text(refused: int) -> str:
    """Return how many people were left out for want of consent, "" if none."""
    if not refused:
        return ""
    return ngettext(
        "One person has not given consent and was left out.",
        "{n} people have not given consent and were left out.",
        refused,
    )


def team_table(members: Sequence[TeamMember], refused: int) -> str:
    """Return the table for a terminal."""
    heads = (_("Person"), _("Score"), _("Range"), _("Measured"), _("Report"))
    lines = [heads] + [
        (row.name, row.score, row.likely, row.measured, row.file or row.problem)
        for row in map(_row, members)
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    table = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    return "\n".join(filter(None, (*table, refusal_text(refused)))) + "\n"


def team_page(members: Sequence[TeamMember], refused: int, lang: str) -> str:
    """Return the index page."""
    return render_template(
        "team.html",
        lang=lang,
        title=_("Klout scores of a team"),
        rows=[*map(_row, members)],
        refusal=refusal_text(refused),
        limits=limits(),
    )


def team_workbook(members: Sequence[TeamMember]) -> bytes:
    """Return one row for each person, with the points of every factor."""
    reports = [(member.name, member.report) for member in members if member.report]
    breakdowns = [
        {entry.id: entry.points for entry in report.judgement.breakdown}
        for _name, report in reports
    ]
    factors = dict.fromkeys(id for points in breakdowns for id in points)
    heads = (_("Person"), _("Score"), _("Lowest"), _("Highest"), _("Measured"))
    rows: list[Sequence[Value]] = []
    for (name, report), points in zip(reports, breakdowns, strict=True):
        score = report.judgement.score
        known = is_number(score.quality)
        numbers = score.value if known else None, score.low, score.high, score.measured
        rows.append((safe(name), *numbers, *(points.get(id) if known else None for id in factors)))
    return write_sheets([Sheet(_("Team"), (*heads, *map(line_title, factors)), rows)])
