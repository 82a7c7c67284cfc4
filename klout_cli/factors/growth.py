"""How an audience grew, month by month. Shown on pages, never scored."""

from collections.abc import Sequence
from datetime import date, timedelta

from klout_cli.person.account import AUDIENCES, DATED_LISTS, EPOCH, FULL_LISTS, day_of
from klout_cli.person.view import AccountView
from klout_cli.results.activity import FollowerGrowth

MONTHS = 13
FEWEST = 3
"""Months with a number; fewer show no growth."""


def measure_growth(view: AccountView) -> FollowerGrowth | None:
    """Return the last known number of each month, else what a list with dates adds up to.

    None where neither covers three months.
    """
    if not view.dated:
        return None
    return _from_levels(view) or _from_list(view)


def _from_levels(view: AccountView) -> FollowerGrowth | None:
    for metric in AUDIENCES:
        months = {
            day.isoformat()[:7]: (day.isoformat(), level.value)
            for level in sorted(view.account.levels, key=lambda level: level.at or 0)
            if level.metric == metric and level.at is not None and level.quality in FULL_LISTS
            for day in (day_of(level.at),)
            if day <= view.day
        }
        if len(months) >= FEWEST:
            numbers = tuple(months.values())[-MONTHS:]
            return FollowerGrowth(view.account.id, metric, numbers, listed=False)
    return None


def _from_list(view: AccountView) -> FollowerGrowth | None:
    """Subtract from a list's length who joined after the end of each month."""
    joined = sorted(
        day_of(contact.since) for contact in view.account.contacts if contact.since is not None
    )
    level = view.level(*DATED_LISTS)
    if level is None or len(joined) < FEWEST:
        return None
    ends = [day for day in _month_ends(view.day) if day >= joined[0]]
    numbers = tuple(
        (day.isoformat(), max(level.value - sum(day < since <= view.day for since in joined), 0))
        for day in ends
    )
    if len(numbers) < FEWEST:
        return None
    return FollowerGrowth(view.account.id, level.metric, numbers, listed=True)


def _month_ends(last: date) -> Sequence[date]:
    """Return the ends of the months before a day, oldest first, and the day itself."""
    ends = [last]
    while len(ends) < MONTHS:
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    return [day for day in reversed(ends) if day >= EPOCH]
