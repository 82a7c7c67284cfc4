"""Endorsers: who endorsed without writing a recommendation. Observed for hints."""

from collections import Counter
from datetime import timedelta

from klout_cli.factors.interface import Observed
from klout_cli.person.account import day_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Endorsers(Observed):
    """Who knows your work and hasn't recommended you yet?

    People who endorsed several of your skills, at least once lately, without a written
    recommendation. Only their number is kept.

    Blind spots: colleagues who never endorsed you are not among them.
    """

    id = "endorsers"
    title = N_("Endorsers")
    unit = N_("people")
    needs = ("interactions",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        rule = view.rules.hints.evidence
        endorsed: Counter[str] = Counter()
        newest: dict[str, int] = {}
        recommended: set[str] = set()
        for vouched in view.account.interactions:
            if vouched.direction != "in" or (vouched.at or 0) >= view.end:
                continue
            if vouched.kind == "recommendation":
                recommended.add(vouched.partner)
            elif vouched.kind == "endorsement" and vouched.at is not None:
                endorsed[vouched.partner] += vouched.count
                newest[vouched.partner] = max(vouched.at, newest.get(vouched.partner, vouched.at))
        if not endorsed:
            return self.missing(N_("the export doesn't say who endorsed you, and when"))
        since = view.day - timedelta(days=rule.endorsed_days)
        return self.measured(
            people=len(endorsed),
            unwritten=sum(
                number >= rule.endorsements
                and person not in recommended
                and day_of(newest[person]) > since
                for person, number in endorsed.items()
            ),
        )
