"""A card and a badge for a profile: number, range, three facts and a date, as SVG."""

from klout_cli.reports.application import list_tiles
from klout_cli.reports.numbers import day
from klout_cli.reports.score_text import build_headline, likely
from klout_cli.reports.templates import html_templates
from klout_cli.results import Report
from klout_cli.translation import gettext as _

CARD_SIZE, BADGE_SIZE = (1200, 630), (196, 28)


def draw_card(report: Report) -> str:
    """Return the card of a redacted report."""
    return _draw("card.svg", report, tiles=list(list_tiles(report)))


def draw_badge(report: Report) -> str:
    """Return the badge of a report."""
    head = build_headline(report)
    span = likely(report.judgement.score)
    words = f"{head.rounded} ({span})" if head.number else _("about {range}", range=span)
    return _draw("badge.svg", report, words=f"{words} · {day(report.as_of)[-4:]}")


def _draw(template: str, report: Report, **values: object) -> str:
    page = html_templates().get_template(template)
    return page.render(head=build_headline(report), as_of=day(report.as_of), **values)
