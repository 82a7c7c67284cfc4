"""The texts and rows of whole pages, the same for HTML and Markdown."""

from typing import Any

from klout_cli.reports import channel_rows, dashboard, figures, folds, headline, people_rows
from klout_cli.reports.numbers import percent
from klout_cli.reports.score_text import score_text
from klout_cli.results import Comparison, Trend
from klout_cli.results.around import FEW
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _


def report_context(dossier: Dossier) -> dict[str, Any]:
    """Return everything a full report shows."""
    return overview_context(dossier) | folds.folds_context(dossier)


def shared_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows that the application page shows too."""
    report = dossier.report
    return {
        "title": headline.title(report),
        "name": headline.person_name(report),
        "head": headline.build_headline(report),
        "alerts": headline.list_alerts(report),
        "channels": channel_rows.list_channels(dossier),
        "most_times": channel_rows.MOST_TIMES,
        "weekly": dossier.activity.weekly if dossier.activity else (),
        "topics": channel_rows.list_topics(dossier),
        "posts": channel_rows.list_posts(dossier.posts),
    }


def overview_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows of the overview."""
    report = dossier.report
    times_heads, times_rows = channel_rows.list_times(dossier)
    return shared_context(dossier) | {
        "as_of": figures.day(report.as_of),
        "contents": dashboard.contents(dossier),
        "steps": dashboard.list_steps(report),
        "most_steps": dashboard.NEXT_STEPS,
        "trend": dossier.trend,
        "change": dossier.change,
        "verdict": dashboard.verdict(dossier.change) if dossier.change else "",
        "changes": dashboard.list_changes(dossier.change) if dossier.change else [],
        "most_changes": dashboard.CHANGES,
        "factors": dashboard.list_factors(report.judgement),
        "longest_bar": dashboard.LONGEST_BAR,
        "measured": _("{share} could be measured", share=percent(report.judgement.score.measured)),
        "growth": channel_rows.list_growth(dossier),
        "times_heads": times_heads,
        "times_rows": times_rows,
        "zone_text": channel_rows.zone_text(dossier.activity),
        "fewest_posts": FEW if report.redacted else channel_rows.FEWEST_POSTS,
        "limits": headline.limits(),
        "privacy": headline.privacy(
            report, names_others=bool(dossier.around and dossier.around.members)
        ),
        **people_rows.people_context(dossier.around),
    }


def change_context(comparison: Comparison) -> dict[str, Any]:
    """Return the texts and rows of a change between two dates."""
    older, newer = comparison.older, comparison.newer
    return {
        "title": _(
            "Klout score, {first} to {last}",
            first=figures.day(older.as_of),
            last=figures.day(newer.as_of),
        ),
        "verdict": dashboard.verdict(comparison),
        "before_after": _(
            "Before {before} ({first}), now {after} ({last})",
            before=figures.number(comparison.was, 1),
            first=figures.day(older.as_of),
            after=score_text(newer.judgement.score),
            last=figures.day(newer.as_of),
        ),
        "changes": dashboard.list_changes(comparison),
        "trend": None,
        "notes": comparison.notes,
        "limits": headline.limits(),
        "model": folds.model_text(comparison.model),
    }


def trend_context(trend: Trend) -> dict[str, Any]:
    """Return the texts and rows of a score over many dates."""
    first, last = trend.moments[0].as_of, trend.moments[-1].as_of
    return {
        "title": _(
            "Klout score, {first} to {last}", first=figures.day(first), last=figures.day(last)
        ),
        "trend": trend,
        "notes": trend.notes,
        "limits": headline.limits(),
        "model": folds.model_text(trend.model),
    }
