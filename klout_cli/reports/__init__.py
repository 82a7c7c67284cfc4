"""Renderers, one module per format; they turn results into text.

A format's module is imported when it is needed.
"""

from typing import TYPE_CHECKING

from klout_cli.errors import UsageError

if TYPE_CHECKING:
    from klout_cli.reports.interface import Renderer
    from klout_cli.reports.screen import Screen

FORMATS = ("table", "json", "csv", "markdown", "html")


def renderer(format: str, screen: "Screen") -> "Renderer":
    """Return the renderer of one of `FORMATS` in the screen's language.

    Only tables use the rest of the screen. Raises UsageError for an unknown format.
    """
    if format == "table":
        from klout_cli.reports.terminal import Terminal

        return Terminal(screen)
    if format == "json":
        from klout_cli.reports.json_report import JsonReport

        return JsonReport()
    if format == "csv":
        from klout_cli.reports.csv_report import CsvReport

        return CsvReport()
    if format == "markdown":
        from klout_cli.reports.markdown_report import MarkdownReport

        return MarkdownReport()
    if format == "html":
        from klout_cli.reports.html_report import HtmlReport

        return HtmlReport(screen.lang)
    raise UsageError(f"there is no format {format!r}", remedy=f"choose one of {', '.join(FORMATS)}")
