"""The texts and rows of whole pages, the same for HTML and Markdown."""

from typing import Any, NamedTuple

from klout_cli.reports import channel_rows, folds, people_rows
from klout_cli.reports.breakdown import describe_gaps, list_breakdown, list_known, print_points
from klout_cli.reports.facts import scored
from klout_cli.reports.names import account_name, factor_title, line_title
from klout_cli.reports.numbers import data_date, day, number, signed
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import (
    build_headline,
    describe_method,
    is_number,
    limits,
    score_text,
    warn_of_method,
)
from klout_cli.reports.screens.comparison import (
    NO_CHANGE,
    describe_change,
    has_numbers,
    list_changes,
    list_ranges,
    list_sides,
)
from klout_cli.reports.screens.hints import describe_gain
from klout_cli.reports.show import show
from klout_cli.results import Comparison, Judgement, Report, Trend
from klout_cli.results.around import FEW
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _

LONGEST_BAR = 12.0
"""Points of a full bar, the same in every report: 0.4 for each cell of the terminal's."""
NEXT_STEPS, CHANGES = 4, 4


class Step(NamedTuple):
    """One hint: what it brings, what to do and why."""

    gain: str
    action: str
    why: str


class FactorRow(NamedTuple):
    """One line of the breakdown; `points` are None on a first impression or without any."""

    title: str
    reason: str
    text: str = ""
    points: float | None = None


def report_context(dossier: Dossier) -> dict[str, Any]:
    """Return everything a full report shows."""
    return overview_context(dossier) | folds.folds_context(dossier)


def shared_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows that the application page shows too."""
    report = dossier.report
    score = _("Klout score {score}", score=score_text(report.judgement.score))
    return {
        "title": " – ".join(filter(None, (score, name_person(report), day(report.as_of)))),
        "name": name_person(report),
        "head": build_headline(report),
        "alerts": warn_of_method(report.model),
        "channels": channel_rows.list_rows(dossier),
        "most_times": channel_rows.MOST_TIMES,
        "weekly": dossier.activity.weekly if dossier.activity else (),
        "topics": channel_rows.list_topics(dossier),
        "posts": channel_rows.list_posts(dossier.posts),
    }


def overview_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows of the overview."""
    report, change = dossier.report, dossier.change
    times_heads, times_rows = channel_rows.list_times(dossier)
    return shared_context(dossier) | {
        "data_date": data_date(report.as_of),
        "contents": list_contents(dossier),
        "steps": [
            Step(describe_gain(hint), show(hint.action), show(hint.why))
            for hint in sorted(report.hints, key=lambda hint: hint.id == "unmeasured")
        ],
        "most_steps": NEXT_STEPS,
        "trend": dossier.trend,
        "change": change,
        "verdict": describe_verdict(change) if change else "",
        "changes": list_changes(change) if change and has_numbers(change) else [],
        "most_changes": CHANGES,
        "factors": list_factors(report.judgement),
        "longest_bar": LONGEST_BAR,
        "gaps": describe_gaps(report),
        "growth": channel_rows.list_growth(dossier),
        "times_heads": times_heads,
        "times_rows": times_rows,
        "zone_text": channel_rows.describe_zone(dossier.activity),
        "fewest_posts": FEW if report.redacted else channel_rows.FEWEST_POSTS,
        "limits": limits(),
        "privacy": _describe_privacy(dossier),
        **people_rows.people_context(dossier.around),
    }


def change_context(comparison: Comparison) -> dict[str, Any]:
    """Return the texts and rows of a change between two dates."""
    known = has_numbers(comparison)
    return {
        "title": _title(comparison.older.as_of, comparison.newer.as_of),
        "verdict": describe_verdict(comparison),
        "sides": [*list_sides(comparison)]
        if known
        else [f"{score} ({date})" for date, score in list_ranges(comparison)],
        "changes": list_changes(comparison) if known else [],
        "trend": None,
        "notes": comparison.notes,
        "limits": limits(),
        "method": describe_method(comparison.model),
    }


def trend_context(trend: Trend) -> dict[str, Any]:
    """Return the texts and rows of a score over many dates."""
    return {
        "title": _title(trend.moments[0].as_of, trend.moments[-1].as_of),
        "trend": trend,
        "notes": trend.notes,
        "limits": limits(),
        "method": describe_method(trend.model),
    }


def _title(first: str, last: str) -> str:
    return _("Klout score, {first} to {last}", first=day(first), last=day(last))


def name_person(report: Report) -> str:
    """Return whose report it is: a name, else the account with most weight."""
    if report.redacted:
        return _("Redacted report")
    return safe(report.person, 80) or next(map(account_name, scored(report.judgement)), "klout")


def list_factors(judgement: Judgement) -> list[FactorRow]:
    """Return the lines of the breakdown; rounded, they add up to the rounded score.

    Of a first impression without points, which would add up to a number.
    """
    if not is_number(judgement.score.quality):
        return [FactorRow(*known) for known in list_known(judgement)]
    average = number(print_points(judgement)["average"])
    rows = [FactorRow(line_title("average"), "", average)]
    for id, points, fact in list_breakdown(judgement):
        text = "–" if points is None else signed(points)
        rows.append(FactorRow(factor_title(id), fact, text, points))
    return rows


def describe_verdict(change: Comparison) -> str:
    """Return whether a score has changed, in one sentence."""
    return ", ".join(describe_change(change)) if has_numbers(change) else _(NO_CHANGE)


def list_contents(dossier: Dossier) -> list[tuple[str, str]]:
    """Return the sections that a page links to at its top."""
    sections = [
        ("score", _("Overview"), True),
        ("channels", _("Channels"), True),
        ("posts", _("Posts"), bool(dossier.posts)),
        ("topics", _("Topics"), any(topic.topic for topic in dossier.topics)),
        ("network", _("Network"), bool(dossier.around and dossier.around.members)),
        ("details", _("Details"), True),
    ]
    return [(id, label) for id, label, there in sections if there]


def _describe_privacy(dossier: Dossier) -> str:
    """Return whether the page may be passed on, "" where nothing speaks against it."""
    if dossier.report.redacted:
        return _("Names, texts and small counts are left out.")
    if not (dossier.around and dossier.around.members):
        return ""
    return _("This page names other people. To share one, use klout report --share")
