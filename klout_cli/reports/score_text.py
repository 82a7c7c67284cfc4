"""A score in words: its number, or of a first impression the range alone."""

from klout_cli.reports.numbers import number
from klout_cli.reports.rounding import half_up
from klout_cli.results import AccountJudgement, Score
from klout_cli.results.judged import ScoreQuality
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

NO_NUMBER = N_("too little is measured for a number")


def is_number(quality: ScoreQuality) -> bool:
    """Return whether there is a number to show, not only a range."""
    return quality == "score"


def score_text(score: Score) -> str:
    """Return the number, 52.4, or the range of a first impression, 43–65."""
    return number(score.value) if is_number(score.quality) else likely(score)


def likely(score: Score) -> str:
    """Return the range in which a score lies with 80 % certainty: 48–57."""
    return f"{number(score.low, 0)}–{number(score.high, 0)}"


def account_range(account: AccountJudgement) -> tuple[float, float]:
    """Return the 80 % interval of an account's score, whole numbers on the scale."""
    value = account.score or 0.0
    return half_up(max(value - account.half, 1.0)), half_up(min(value + account.half, 100.0))


def account_text(account: AccountJudgement) -> str:
    """Return an account's number, or where it is a first impression its range."""
    if is_number(account.quality):
        return number(account.score or 0.0)
    low, high = account_range(account)
    return f"{number(low, 0)}–{number(high, 0)}"


def position(percentile: float | None) -> str:
    """Return the place among people in words, "" where the interval is too wide for one."""
    if percentile is None:
        return ""
    if percentile < 50:
        return _("above about {share} % of people", share=number(percentile, 0))
    return _("about the top {share} %", share=number(max(100 - percentile, 1), 0))
