"""The score in words, its place on the scale, and what every page says about it."""

from typing import NamedTuple

from klout_cli.reports.facts import scored
from klout_cli.reports.figures import account_name, day, likely, number, position, standing
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import score_text
from klout_cli.results import Report
from klout_cli.translation import gettext as _


class Mark(NamedTuple):
    """A labelled place on the scale of the score."""

    value: float
    label: str


class Headline(NamedTuple):
    """The score in words, and its places on the scale; `number` is "" on a first impression."""

    number: str
    rounded: str
    likely: str
    standing: str
    position: str
    value: float
    low: float
    high: float
    average: Mark
    top: Mark | None


def find_mark(report: Report, who: str) -> float | None:
    """Return the score of a landmark of the model."""
    return next((score for score, name, _year in report.landmarks if name == who), None)


def build_headline(report: Report) -> Headline:
    """Return the score in words and where it is on the scale."""
    score = report.judgement.score
    known = score.quality == "score"
    average = next(entry.points for entry in report.judgement.breakdown if entry.id == "average")
    top = find_mark(report, "top 5 %")
    return Headline(
        number=number(score.value, 1) if known else "",
        rounded=number(score.value) if known else "",
        likely=likely(score),
        standing=standing(score, average) if known else "",
        position=position(score, average) if known else "",
        value=score.value,
        low=score.low,
        high=score.high,
        average=Mark(average, _("average {score}", score=number(average))),
        top=None if top is None else Mark(top, _("top 5 %: {score}", score=number(top))),
    )


def describe_scale(head: Headline) -> str:
    """Return what the picture of the scale shows."""
    if not head.number:
        return _("Scale from 1 to 100, {range}", range=head.likely)
    return _(
        "Scale from 1 to 100, score {score}, {range}, {average}",
        score=head.number,
        range=head.likely,
        average=head.average.label,
    )


def person_name(report: Report) -> str:
    """Return whose report it is: a name, else the account with most weight."""
    if report.redacted:
        return _("Redacted report")
    return safe(report.person, 80) or next(map(account_name, scored(report.judgement)), "klout")


def title(report: Report) -> str:
    """Return a page's title: number, person and date."""
    score = _("Klout score {score}", score=score_text(report.judgement.score))
    return " – ".join(filter(None, (score, person_name(report), day(report.as_of))))


def list_alerts(report: Report) -> list[str]:
    """Return what a reader has to know before the number."""
    if report.model.standard:
        return []
    return [_("Made with a changed method. This score can't be compared with others.")]


def limits() -> str:
    """Return what a score is, and isn't."""
    return _(
        "An estimate of how far your posts carry, from your own exports. It says nothing about "
        "knowledge or character, and should never decide anything about a person on its own."
    )


def privacy(report: Report, *, names_others: bool) -> str:
    """Return whether the page may be passed on, "" where nothing speaks against it."""
    if report.redacted:
        return _("Names, texts and small counts are left out.")
    if not names_others:
        return ""
    return _("This page names other people. To share one, use klout report --share")
