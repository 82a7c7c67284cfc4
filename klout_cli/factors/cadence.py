"""Cadence: how often and how steadily the person posts.

Observed for the audit and hints, never scored: volume earns no points.
"""

from datetime import timedelta
from itertools import pairwise

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen, day_of, week_of
from klout_cli.results import Measurement

WEEKS_SHOWN = 13
GAPS_OF = 365


class Cadence(Factor):
    """How steadily do you post?

    Own public posts: the newest and the oldest, how many weeks of the last 13 have one, and the
    longest pause of the last year, in days.

    Blind spots: deleted posts are gone from most exports; a pause is no fault, and costs nothing
    (method §1).
    """

    id = "cadence"
    title = "Cadence"
    unit = "weeks with a post, of 13"
    needs = ("posts",)

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        days = [day_of(post.at) for post in seen.originals]
        if not days:
            return self.missing("no own public posts in this export")
        last = seen.week
        weeks = {week_of(post.at) for post in seen.originals}
        recent = [day for day in days if day >= seen.day - timedelta(days=GAPS_OF)]
        gaps = [(later - earlier).days for earlier, later in pairwise([*recent, seen.day])]
        return self.measured(
            newest=days[-1].isoformat(),
            oldest=days[0].isoformat(),
            posts=len(days),
            active_weeks=sum(last - WEEKS_SHOWN < week <= last for week in weeks),
            of_weeks=WEEKS_SHOWN,
            longest_gap=max(gaps, default=None),
        )
