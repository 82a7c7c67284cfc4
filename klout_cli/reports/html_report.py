"""Self-contained pages without scripts, for any width, light, dark and paper.

Every text goes through Jinja's autoescape; only our own SVG, written by a serialiser, is inserted
as is.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from klout_cli.reports import charts, sections
from klout_cli.reports.layout import NUMBER, Block, Part, Step, Table, Waterfall
from klout_cli.reports.sections import Picture, Section
from klout_cli.reports.translation import ENGLISH, translator
from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).with_name("page")
SHAPES = "▲▼●"


class HtmlReport:
    """Pages in one language."""

    def __init__(self, lang: str = ENGLISH) -> None:
        self.lang = lang

    def score(self, report: Report) -> str:
        """Return a page of the report alone."""
        return self.dossier(Dossier(report))

    def dossier(self, dossier: Dossier) -> str:
        """Return the full report as one page."""
        return self._page(sections.title(dossier.report), sections.sections(dossier))

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return self._page(
            f"Klout score, {comparison.older.as_of} to {comparison.newer.as_of}",
            sections.changed(comparison),
        )

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        first, last = trend.moments[0].as_of, trend.moments[-1].as_of
        return self._page(f"Klout score, {first} to {last}", sections.trend_sections(trend))

    def application(self, dossier: Dossier, asked: str) -> str:
        """Return the one-page report for an application.

        `asked` holds the options with which `klout verify` remakes it.
        """
        return self._page(sections.title(dossier.report), sections.application(dossier), asked)

    def _page(self, title: str, parts: Sequence[Section], asked: str = "") -> str:
        say = translator(self.lang)
        context = {"title": say(title), "subtitle": say(sections.NOWHERE), "sections": say(parts)}
        return render_template("page.html", lang=self.lang, say=say, asked=asked, **context)


def render_template(template: str, **values: object) -> str:
    """Render a template of the folder.

    The style is inlined, and its policy admits no other.
    """
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _templates()
        .get_template(template)
        .render(style=Markup(style), style_hash=f"sha256-{digest}", **values)
    )


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "kind": _kind,
        "shape": _shape,
        "numeric": _numeric,
        "bars": _bars,
        "drawn": _drawn,
    }
    return environment


def _kind(item: Block) -> str:
    return type(item).__name__


def _shape(part: Part) -> str:
    """Return the shape before a word, as colour alone must not convey meaning."""
    return f"{part.drawn[0]} " if part.drawn[:1] and part.drawn[0] in SHAPES else ""


def _numeric(table: Table) -> list[bool]:
    columns = zip(*table.rows, strict=True)
    return [
        place > 0 and all(NUMBER.fullmatch(cell) for cell in column)
        for place, column in enumerate(columns)
    ]


def _bars(block: Waterfall) -> Iterator[tuple[Step, Markup]]:
    """Return every step with its bar, which begins where the previous one ends."""
    ends = [block.start]
    for step in block.steps:
        ends.append(ends[-1] + (step.bar or 0.0))
    low, high = min(ends), max(ends)
    for step, start in zip(block.steps, ends, strict=False):
        drawn = step.bar is not None and high > low
        yield step, Markup(charts.bar(start, step.bar or 0.0, low, high)) if drawn else Markup("")


def _drawn(picture: Picture) -> Markup:
    return Markup(picture.svg)
