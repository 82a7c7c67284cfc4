"""Reactions week by week. Shown on pages, never scored."""

from datetime import timedelta

from klout_cli.person.account import EPOCH, week_of
from klout_cli.person.view import AccountView
from klout_cli.results.activity import WeeklyReactions

WEEKS = 13


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
