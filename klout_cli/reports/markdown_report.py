"""Reports in GitHub's Markdown, with tables instead of pictures.

No text of an export can become a link, an image or a tag.
"""

import re
from collections.abc import Mapping
from typing import Any

from klout_cli.reports import pages
from klout_cli.reports.templates import markdown_templates
from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier

_BLANK_LINES = re.compile(r"\n{3,}")


class MarkdownReport:
    """Documents in GitHub's dialect, in the language of the run."""

    def score(self, report: Report) -> str:
        """Return the report alone."""
        return self.dossier(Dossier(report))

    def dossier(self, dossier: Dossier) -> str:
        """Return the full report."""
        return _render("report.md", pages.report_context(dossier))

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return _render("change.md", pages.change_context(comparison))

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        return _render("change.md", pages.trend_context(trend))


def _render(template: str, context: Mapping[str, Any]) -> str:
    text = markdown_templates().get_template(template).render(context)
    return _BLANK_LINES.sub("\n\n", text).rstrip() + "\n"
