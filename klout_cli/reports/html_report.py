"""Self-contained pages without scripts, for any width, light, dark and paper."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from klout_cli.reports import application, pages
from klout_cli.reports.templates import FOLDER, html_templates
from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier


class HtmlReport:
    """Pages in the language of the run; `lang` is its code."""

    def __init__(self, lang: str = "en") -> None:
        self.lang = lang

    def score(self, report: Report) -> str:
        """Return a page of the report alone."""
        return self.dossier(Dossier(report))

    def dossier(self, dossier: Dossier) -> str:
        """Return the full report as one page."""
        return self._page("dashboard.html", pages.report_context(dossier))

    def application(self, dossier: Dossier, options: str) -> str:
        """Return the one-page report for an application.

        `options` are those with which `klout verify` remakes it.
        """
        context = application.application_context(dossier) | {"options": options}
        return self._page("application.html", context)

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return self._page("change.html", pages.change_context(comparison))

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        return self._page("change.html", pages.trend_context(trend))

    def _page(self, template: str, context: Mapping[str, Any]) -> str:
        return render_template(template, lang=self.lang, **context)


def render_template(template: str, **values: object) -> str:
    """Render a template of the folder.

    The style is inlined, and the page's policy admits no other.
    """
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        html_templates()
        .get_template(template)
        .render(style=Markup(style), style_hash=f"sha256-{digest}", **values)
    )
