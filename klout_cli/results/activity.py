"""Frozen structs of what posts got over time: weeks, hours of the week, and followers.

Measured for the pages of a report from exports; never scored and never stored.
"""

from msgspec import Struct


class WeeklyReactions(Struct, frozen=True):
    """Reactions on an account's own posts of each of the last weeks, oldest first.

    None for a week whose posts have no known reactions. `first` is the Monday of the first week.
    """

    account: str
    first: str
    reactions: tuple[int | None, ...]


class FollowerGrowth(Struct, frozen=True):
    """An account's audience at the end of months: (ISO date, number), oldest first.

    `listed`: counted from the dates in a list, which leaves out people who left since.
    """

    account: str
    metric: str
    numbers: tuple[tuple[str, int], ...]
    listed: bool


class TimeSlot(Struct, frozen=True):
    """Posts of all accounts published on one weekday (0 is Monday) between two hours.

    `ratio` is their reactions against the average of their own account.
    """

    weekday: int
    first_hour: int
    posts: int
    ratio: float


class TimesOfWeek(Struct, frozen=True):
    """When posts did well: slots with any post. `zone` is "" for the computer's own."""

    zone: str
    slots: tuple[TimeSlot, ...]


class Activity(Struct, frozen=True):
    """Everything of one person over time."""

    weekly: tuple[WeeklyReactions, ...] = ()
    growth: tuple[FollowerGrowth, ...] = ()
    times: TimesOfWeek | None = None
