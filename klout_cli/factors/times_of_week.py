"""When posts did well, by weekday and hour. Shown on pages, never scored."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from math import fsum

from klout_cli.person.account import day_of
from klout_cli.person.view import AccountView
from klout_cli.results.activity import TimeSlot, TimesOfWeek

SLOT_HOURS = (0, 6, 9, 12, 15, 18, 21)
"""Where a slot of the day begins; the last one ends at midnight."""
DAYS = 365


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
        and view.day - day_of(post.at) < timedelta(days=DAYS)
    ]
    total = sum(reactions for _, reactions in posts)
    return [(at, reactions * len(posts) / total) for at, reactions in posts] if total else []
