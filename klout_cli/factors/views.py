"""Views: how many of those who see a post react. Observed for hints, never scored."""

from collections import defaultdict
from math import fsum

from klout_cli.factors.contrast import spread
from klout_cli.factors.interface import Observed
from klout_cli.person.account import known_reactions
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Views(Observed):
    """How many of those who see a post react?

    Counted posts with known views and reactions: how many, views per post, reactions per view, and
    the spread of that rate over the weeks.

    Blind spots: networks count views differently, and some count the person's own.
    """

    id = "views"
    title = N_("Views")
    unit = N_("reactions per view")
    needs = ("posts",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `mean` and `deviation` are of the weeks' rates."""
        known = [
            (counted.week, counted.post.impressions, total)
            for counted, total in known_reactions(view.counted)
            if counted.post.impressions
        ]
        if not known:
            return self.missing(N_("the export doesn't show views of single posts"))
        weeks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for week, views, reactions in known:
            weeks[week].append((views, reactions))
        rates = [
            fsum(reactions for _, reactions in posts) / fsum(views for views, _ in posts)
            for posts in weeks.values()
        ]
        views = sum(views for _, views, _ in known)
        mean, deviation = spread(rates)
        return self.measured(
            posts=len(known),
            per_post=views / len(known),
            rate=sum(reactions for *_, reactions in known) / views,
            weeks=len(rates),
            mean=mean,
            deviation=deviation,
        )
