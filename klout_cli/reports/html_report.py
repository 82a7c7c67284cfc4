"""Self-contained pages without scripts, for any width, light, dark and paper.

Every text goes through Jinja's autoescape; templates in `page/` draw the pictures.
"""

import base64
import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from klout_cli import __version__
from klout_cli.reports import application, dashboard, figures, folds, people_rows
from klout_cli.reports.safe import safe
from klout_cli.reports.scale import Scale
from klout_cli.results import Comparison, Line, Report, Trend
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext, translate

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).with_name("page")


class HtmlReport:
    """Pages in the language of the run; `lang` is its code."""

    def __init__(self, lang: str = "en") -> None:
        self.lang = lang

    def score(self, report: Report) -> str:
        """Return a page of the report alone."""
        return self.dossier(Dossier(report))

    def dossier(self, dossier: Dossier) -> str:
        """Return the full report as one page."""
        context = dashboard_context(dossier) | folds.folds_context(dossier)
        return self._page("dashboard.html", context)

    def application(self, dossier: Dossier, options: str) -> str:
        """Return the one-page report for an application.

        `options` are those with which `klout verify` remakes it.
        """
        context = application.application_context(dossier) | {"options": options}
        return self._page("application.html", context)

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return self._page("change.html", change_context(comparison))

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        return self._page("change.html", trend_context(trend))

    def _page(self, template: str, context: Mapping[str, Any]) -> str:
        return render_template(template, lang=self.lang, **context)


def dashboard_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows of the overview."""
    report = dossier.report
    head = dashboard.build_headline(report)
    times_heads, times_rows = dashboard.list_times(dossier)
    return {
        "title": dashboard.title(report),
        "name": dashboard.person_name(report),
        "as_of": figures.day(report.as_of),
        "head": head,
        "alerts": dashboard.list_alerts(report),
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
        "measured": _(
            "{share} could be measured", share=figures.percent(report.judgement.score.measured)
        ),
        "channels": dashboard.list_channels(dossier),
        "most_times": dashboard.MOST_TIMES,
        "weekly": dossier.activity.weekly if dossier.activity else (),
        "growth": dashboard.list_growth(dossier),
        "times_heads": times_heads,
        "times_rows": times_rows,
        "zone_text": dashboard.zone_text(dossier.activity),
        "fewest_posts": dashboard.FEWEST_POSTS,
        "topics": dashboard.list_topics(dossier),
        "posts": dashboard.list_posts(dossier.posts),
        "limits": dashboard.limits(),
        "privacy": dashboard.privacy(report),
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
            after=dashboard.score_text(newer.judgement.score),
            last=figures.day(newer.as_of),
        ),
        "changes": dashboard.list_changes(comparison),
        "trend": None,
        "notes": comparison.notes,
        "limits": dashboard.limits(),
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
        "limits": dashboard.limits(),
        "model": folds.model_text(trend.model),
    }


def render_template(template: str, **values: object) -> str:
    """Render a template of the folder.

    The style is inlined, and the page's policy admits no other.
    """
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        templates()
        .get_template(template)
        .render(style=Markup(style), style_hash=f"sha256-{digest}", **values)
    )


@cache
def templates() -> "Environment":
    """Return the templates with the functions they may call."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["lines"] = wrap
    environment.filters["ordinal"] = lambda iso: date.fromisoformat(iso).toordinal()
    environment.globals |= {
        "_": _,
        "ngettext": ngettext,
        "version": __version__,
        "scale": Scale,
        "text": lambda words, longest=400: safe(translate(words), longest),
        "translate": translate,
        "filled": fill_line,
        "account_name": lambda account: (
            f"{figures.network_name(account.network)} {safe(account.handle)}"
        ),
        "describe_scale": dashboard.describe_scale,
        "describe_trend": dashboard.describe_trend,
        "score_text": dashboard.score_text,
        **{
            function.__name__: function
            for function in (
                figures.day,
                figures.factor_name,
                figures.likely,
                figures.number,
                figures.signed,
            )
        },
    }
    return environment


def fill_line(line: Line) -> str:
    """Return one step of a calculation with its numbers."""
    numbers = {name: "–" if value is None else value for name, value in line.numbers.items()}
    return safe(_(line.text, **numbers), 400)
