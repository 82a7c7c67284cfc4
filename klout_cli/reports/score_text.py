"""A score in words: its number, or of a first impression the range alone, and what it is not."""

from typing import NamedTuple

from klout_cli import __version__
from klout_cli.reports.numbers import number
from klout_cli.reports.safe import safe
from klout_cli.results import AccountJudgement, Judgement, ModelName, Report, Score
from klout_cli.results.judged import ScoreQuality
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

NO_NUMBER = N_("too little is measured for a number")
TOP = "top 5 %"
"""A landmark of the model that is marked on every scale."""
LONGEST_FINGERPRINT = len("sha256:") + 12


class Mark(NamedTuple):
    """A labelled place on the scale of the score."""

    value: float
    label: str


class Headline(NamedTuple):
    """The score in words, and its places on the scale.

    `number` and `rounded` are "" on a first impression. `side` is 1 where the whole range is above
    the average, -1 where it is below, else 0; `verdict` says the same, and `position` the place
    among people.
    """

    score: Score
    number: str
    rounded: str
    likely: str
    side: int
    verdict: str
    position: str
    marks: tuple[Mark, ...]


def build_headline(report: Report) -> Headline:
    """Return the score in words and where it is on the scale."""
    score, average = report.judgement.score, average_of(report.judgement)
    known = is_number(score.quality)
    side = (score.low > average) - (score.high < average)
    verdicts = _("about average"), _("above average"), _("below average")
    marks = [Mark(average, _("{score} average", score=number(average, 0)))]
    marks += [
        Mark(points, _("{score} top 5 %", score=number(points, 0)))
        for points, who, _year in report.landmarks
        if who == TOP
    ]
    return Headline(
        score=score,
        number=number(score.value) if known else "",
        rounded=number(score.value, 0) if known else "",
        likely=_(
            "likely between {low} and {high}", low=number(score.low, 0), high=number(score.high, 0)
        ),
        side=side,
        verdict=verdicts[side] if known else "",
        position=position(score.percentile) if known else "",
        marks=tuple(marks),
    )


def average_of(judgement: Judgement) -> float:
    """Return the score of an average person, from which the breakdown starts."""
    return next(entry.points for entry in judgement.breakdown if entry.id == "average")


def is_number(quality: ScoreQuality) -> bool:
    """Return whether there is a number to show, not only a range."""
    return quality == "score"


def score_text(score: Score) -> str:
    """Return the number, 52.4, or the range of a first impression, 43–65."""
    return number(score.value) if is_number(score.quality) else likely(score)


def likely(score: Score) -> str:
    """Return the range in which a score lies with 80 % certainty: 48–57."""
    return f"{number(score.low, 0)}–{number(score.high, 0)}"


def account_text(account: AccountJudgement) -> str:
    """Return an account's number, or where it is a first impression its range."""
    value = account.score or 0.0
    if is_number(account.quality):
        return number(value)
    low, high = max(value - account.half, 1.0), min(value + account.half, 100.0)
    return f"{number(low, 0)}–{number(high, 0)}"


def position(percentile: float | None) -> str:
    """Return the place among people in words, "" where the interval is too wide for one."""
    if percentile is None:
        return ""
    if percentile < 50:
        return _("above about {share} % of people", share=number(percentile, 0))
    return _("about the top {share} %", share=number(max(100 - percentile, 1), 0))


def limits() -> str:
    """Return the sentence on what a score is not."""
    return _("An estimate from your exports. One of many factors, never a judgement.")


def describe_method(model: ModelName) -> tuple[tuple[str, str], ...]:
    """Return the model and the version of the program, with their names."""
    kind = _("the standard method") if model.standard else _("not the standard method")
    fingerprint = safe(model.fingerprint)[:LONGEST_FINGERPRINT]
    named = f"{safe(model.name)} {model.version} ({fingerprint}), {kind}"
    return (_("Method"), named), (_("Program"), f"klout-cli {__version__}")


def warn_of_method(model: ModelName) -> list[str]:
    """Return what a reader has to know before a number of another method, if it is one."""
    if model.standard:
        return []
    return [_("This isn't the standard method. Compare it only with itself.")]
