"""What pages draw over time: growth, weeks and times of the week. Never scored."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from math import fsum

from klout_cli.person.account import AUDIENCES, DATED_LISTS, EPOCH, FULL_LISTS, day_of, week_of
from klout_cli.person.view import AccountView
from klout_cli.results.activity import FollowerGrowth, TimeSlot, TimesOfWeek, WeeklyReactions

MONTHS = 13
FEWEST = 3
"""Months with a number; fewer show no growth."""
WEEKS = 13
SLOT_HOURS = (0, 6, 9, 12, 15, 18, 21)
"""Where a slot of the day begins; the last one ends at midnight."""
SLOT_DAYS = 365


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


def measure_weeks(view: AccountView) -> WeeklyReactions | None:
    """Add up reactions by the week of the post; None without any known reaction."""
    last = view.week
    weeks: dict[int, int | None] = dict.fromkeys(range(last - WEEKS + 1, last + 1), 0)
    known = False
    for post in view.originals:
        week = week_of(post.at)
        if week not in weeks:
            continue
        if post.reactions is None:
            weeks[week] = weeks[week] or None
        else:
            weeks[week] = (weeks[week] or 0) + post.reactions
            known = True
    if not known:
        return None
    monday = EPOCH + timedelta(days=(last - WEEKS + 1) * 7 - 3)
    return WeeklyReactions(view.account.id, monday.isoformat(), tuple(weeks.values()))


def measure_times(views: Sequence[AccountView], zone: tzinfo | None) -> TimesOfWeek | None:
    """Pool the posts of a year, each divided by the average of its account.

    `zone` None is the computer's own. None without any post with a time of day and reactions.
    """
    slots: dict[tuple[int, int], list[float]] = {}
    for view in views:
        for at, ratio in _rate_posts(view):
            local = datetime.fromtimestamp(at, zone)
            first_hour = max(hour for hour in SLOT_HOURS if hour <= local.hour)
            slots.setdefault((local.weekday(), first_hour), []).append(ratio)
    if not slots:
        return None
    return TimesOfWeek(
        str(zone or ""),
        tuple(
            TimeSlot(weekday, hour, len(ratios), fsum(ratios) / len(ratios))
            for (weekday, hour), ratios in sorted(slots.items())
        ),
    )


def _rate_posts(view: AccountView) -> list[tuple[int, float]]:
    """Return when a post was published, and its reactions against the account's average."""
    posts = [
        (post.at, post.reactions)
        for post in view.originals
        if post.reactions is not None
        and post.precision not in ("day", "month")
        and view.day - day_of(post.at) < timedelta(days=SLOT_DAYS)
    ]
    total = sum(reactions for _, reactions in posts)
    return [(at, reactions * len(posts) / total) for at, reactions in posts] if total else []
