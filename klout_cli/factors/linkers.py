"""Linkers: sites that link regularly. Observed for hints; endorsement scores the links."""

from collections import Counter
from datetime import timedelta

from klout_cli.factors.contrast import spread
from klout_cli.factors.interface import Observed
from klout_cli.person.account import day_of, week_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

WEEKS = 52


class Linkers(Observed):
    """Who used to link to you, and no longer does?

    Sites with several links to you, and how many of them have been silent for a while. Links a week
    over the last year, with their spread. No site's name is kept.

    Blind spots: only links that your blog noticed are in its export.
    """

    id = "linkers"
    title = N_("Links from other sites")
    unit = N_("sites")
    needs = ("interactions",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `mean` and `deviation` are of links a week."""
        links = [
            link
            for link in view.account.interactions
            if link.kind == "linkback" and link.direction == "in"
            and link.at is not None and link.at < view.end
        ]  # fmt: skip
        if not links:
            return self.missing(N_("the export doesn't show who linked to you"))
        rule = view.rules.hints.evidence
        counts: Counter[str] = Counter()
        newest: dict[str, int] = {}
        weeks: Counter[int] = Counter()
        for link in links:
            at = link.at or 0
            counts[link.partner] += link.count
            newest[link.partner] = max(at, newest.get(link.partner, at))
            weeks[week_of(at)] += link.count
        regular = [site for site, number in counts.items() if number >= rule.regular_links]
        since = view.day - timedelta(days=rule.silent_days)
        first = max(min(weeks), view.week - WEEKS + 1)
        each = [float(weeks[week]) for week in range(first, view.week + 1)]
        mean, deviation = spread(each)
        return self.measured(
            links=counts.total(),
            regular=len(regular),
            silent=sum(day_of(newest[site]) < since for site in regular),
            weeks=len(each),
            mean=mean,
            deviation=deviation,
        )
