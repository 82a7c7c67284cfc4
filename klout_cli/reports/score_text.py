"""A score in words: its number, or of a first impression the range alone."""

from klout_cli.reports.rounding import half_up
from klout_cli.results import AccountJudgement, Score
from klout_cli.results.judged import ScoreQuality

NO_NUMBER = "too little is measured for a number"


def is_number(quality: ScoreQuality) -> bool:
    """Return whether there is a number to tell, not only a range."""
    return quality == "score"


def score_text(score: Score) -> str:
    """Return the number, 52.4, or the range of a first impression, 43–65."""
    return f"{half_up(score.value, 1):.1f}" if is_number(score.quality) else likely(score)


def likely(score: Score) -> str:
    """Return the range in which a score lies with 80 % certainty: 48–57."""
    return f"{half_up(score.low):.0f}–{half_up(score.high):.0f}"


def account_text(account: AccountJudgement) -> str:
    """Return an account's number, or where it is a first impression its range."""
    value = account.score or 0.0
    if is_number(account.quality):
        return f"{half_up(value, 1):.1f}"
    low, high = max(value - account.half, 1.0), min(value + account.half, 100.0)
    return f"{half_up(low):.0f}–{half_up(high):.0f}"


def position(percentile: float | None) -> str:
    """Return the place among people in words, "" where the interval is too wide to tell one."""
    if percentile is None:
        return ""
    if percentile < 50:
        return f"above about {half_up(percentile):.0f} % of people"
    return f"about the top {max(half_up(100 - percentile), 1):.0f} %"
