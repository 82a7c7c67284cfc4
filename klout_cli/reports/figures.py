"""Numbers, dates and names as pages write them, in the language of the run."""

from collections.abc import Sequence
from datetime import date

from klout_cli.reports import numbers
from klout_cli.reports.names import factor_title, is_alone, network_title
from klout_cli.reports.numbers import percent
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.results import AccountJudgement, Score, WorkedExample
from klout_cli.translation import format_date
from klout_cli.translation import gettext as _


def factor_name(id: str) -> str:
    """Return the title of a line of the breakdown."""
    return _("Starting point") if id == "average" else factor_title(id)


def number(value: float | str | None, digits: int = 0) -> str:
    """Return a number, rounded half up; "–" if unknown, a withheld count as it is."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else numbers.number(value, digits)


def times(ratio: float | None) -> str:
    """Return a ratio: 3.1×, from ten on without decimals."""
    if ratio is None:
        return "–"
    return _("{ratio}×", ratio=number(ratio, 0 if ratio >= 9.95 else 1))


def day(iso: str | None) -> str:
    """Return an ISO date as the language writes it, a month as it is, "" for None."""
    if not iso:
        return ""
    return format_date(date.fromisoformat(iso)) if len(iso) == len("2026-03-01") else iso


def account_label(account: AccountJudgement, accounts: Sequence[AccountJudgement]) -> str:
    """Return the network's name, with the handle where the person has several accounts there."""
    alone = is_alone(account.network, accounts)
    return network_title(account.network) if alone else account_name(account)


def account_name(account: AccountJudgement | WorkedExample) -> str:
    """Return the network's name and the handle."""
    return f"{network_title(account.network)} {safe(account.handle)}"


def likely(score: Score) -> str:
    """Return the 80 % interval in words."""
    return _("likely between {low} and {high}", low=number(score.low), high=number(score.high))


def standing(score: Score, average: float) -> str:
    """Return how a score compares with the average: only where the whole interval does."""
    if score.low > average:
        return _("above average")
    if score.high < average:
        return _("below average")
    return _("can't be told apart from average yet")


def position(score: Score, average: float) -> str:
    """Return the place among people, "" where the interval doesn't show one."""
    if score.percentile is None or score.low <= average <= score.high:
        return ""
    if score.percentile < 50:
        return _("higher than about {share} of people", share=percent(score.percentile / 100))
    top = max(half_up(100 - score.percentile), 1) / 100
    return _("about the top {share}", share=percent(top))
