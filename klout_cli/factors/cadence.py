"""Cadence: how often and how steadily the person posts.

Observed for the audit and hints, never scored: volume earns no points.
"""

from datetime import timedelta
from itertools import pairwise

from klout_cli.factors.interface import Observed
from klout_cli.person.account import day_of, week_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

WEEKS_SHOWN = 13
GAPS_OF = 365


class Cadence(Observed):
    """How steadily do you post?

    Own public posts: the newest and the oldest, how many weeks of the last 13 have one, and the
    longest pause of the last year, in days. How many of the counted ones have a time of day.

    Blind spots: deleted posts are gone from most exports; a pause is no fault, and costs nothing.
    """

    id = "cadence"
    title = "Cadence"
    unit = "weeks with a post, of 13"
    needs = ("posts",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        days = [day_of(post.at) for post in view.originals]
        if not days:
            return self.missing(N_("no public posts of your own in this export"))
        last = view.week
        weeks = {week_of(post.at) for post in view.originals}
        recent = [day for day in days if day >= view.day - timedelta(days=GAPS_OF)]
        gaps = [(later - earlier).days for earlier, later in pairwise([*recent, view.day])]
        return self.measured(
            newest=days[-1].isoformat(),
            oldest=days[0].isoformat(),
            posts=len(days),
            active_weeks=sum(last - WEEKS_SHOWN < week <= last for week in weeks),
            of_weeks=WEEKS_SHOWN,
            longest_gap=max(gaps, default=None),
            timed=sum(counted.post.precision != "day" for counted in view.counted),
        )
