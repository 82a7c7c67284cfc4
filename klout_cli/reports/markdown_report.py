"""Reports in GitHub's Markdown, with tables instead of pictures.

No text of an export can become a link, an image or a tag.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from klout_cli.reports import sections
from klout_cli.reports.layout import NUMBER, Drawing, Note, Pairs, Parts, Table, Waterfall
from klout_cli.reports.sections import Fold, Item, Picture, Section, Work
from klout_cli.reports.translation import ENGLISH, translator
from klout_cli.results import Comparison, Report, Trend
from klout_cli.results.dossier import Dossier

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$#&]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
_LIST = re.compile(r"^([-+=]|\d+(?=[.)]))(?=[.)]?(\s|$))")


class MarkdownReport:
    """Documents in GitHub's dialect, in one language."""

    def __init__(self, lang: str = ENGLISH) -> None:
        self.say = translator(lang)

    def score(self, report: Report) -> str:
        """Return the report alone."""
        return self.dossier(Dossier(report))

    def dossier(self, dossier: Dossier) -> str:
        """Return the full report."""
        return self._document(sections.title(dossier.report), sections.sections(dossier))

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates."""
        return self._document(
            f"Klout score, {comparison.older.as_of} to {comparison.newer.as_of}",
            sections.changed(comparison),
        )

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        return self._document(
            f"Klout score, {trend.moments[0].as_of} to {trend.moments[-1].as_of}",
            sections.trend_sections(trend),
        )

    def _document(self, title: str, parts: Sequence[Section]) -> str:
        lines = [f"# {plain(self.say(title))}", plain(self.say(sections.NOWHERE))]
        for part in self.say(parts):
            lines += [
                f"## {plain(part.title)}",
                *(text for item in part.items for text in _item_paragraphs(item, 3, self.say)),
            ]
        return "\n\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Escape text so that Markdown shows it literally."""
    escaped = _MARKUP.sub(lambda mark: f"\\{mark[0]}", text)
    return _LIST.sub(lambda mark: mark[0] + "\\" if mark[0].isdigit() else f"\\{mark[0]}", escaped)


def _item_paragraphs(item: Item, level: int, say: Callable[[Any], Any]) -> Iterator[str]:
    """Return an item as paragraphs.

    Pictures are left to the table beside them; folds are open, under a heading.
    """
    match item:
        case Picture():
            return
        case Parts():
            yield "\n".join(f"- {plain(part.name)}: {plain(part.value)}" for part in item.parts)
        case Note():
            mark = f"**{say('Warning')}:** " if item.style == "alert" else ""
            yield from (mark + plain(line) for line in item.lines)
        case Pairs():
            if item.title:
                yield f"{'#' * level} {plain(item.title)}"
            yield "\n".join(f"- {plain(name)}: {plain(value)}" for name, value in item.rows)
        case Table():
            yield _table(item.header, item.rows)
        case Waterfall():
            rows = [
                (step.title, step.points, ": ".join(filter(None, (step.word, step.fact))))
                for step in (*item.steps, item.total)
            ]
            yield _table(say(("Line", "Points", "What was counted")), rows)
        case Drawing():
            yield f"{plain(item.name)}: {plain(item.spoken)}"
        case Work():
            yield f"- {plain(item.told)}: {plain(item.text)}" + (
                f" ({plain(item.link)})" if item.link else ""
            )
        case Fold():
            yield f"{'#' * level} {plain(item.summary)}"
            for inner in item.items:
                yield from _item_paragraphs(inner, level + 1, say)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    right = [
        place > 0 and all(NUMBER.fullmatch(cell) for cell in column)
        for place, column in enumerate(zip(*rows, strict=True))
    ]
    rule = ["---:" if on_right else "---" for on_right in right]
    return "\n".join(
        f"| {' | '.join(cells)} |"
        for cells in (map(plain, header), rule, *(map(plain, row) for row in rows))
    )
