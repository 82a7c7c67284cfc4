"""Responders: the same few, or new ones? Observed for hints; breadth scores their number."""

from collections import Counter, defaultdict

from klout_cli.factors.contrast import spread
from klout_cli.factors.interface import Observed
from klout_cli.person.account import is_response, week_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

TOP = 5


class Responders(Observed):
    """Do new people respond, or always the same few?

    Named people who responded in public since the first counted post: how many, the share of the
    five most active ones, and how many responded for the first time in the newer and in the older
    half of these days. People a week, with their spread. Nobody's name is kept.

    Blind spots: most exports don't say who reacted; one person may have two accounts.
    """

    id = "responders"
    title = N_("New responders")
    unit = N_("people")
    needs = ("posts", "interactions")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `mean` and `deviation` are of people a week."""
        if not view.responses:
            return self.missing(N_("the export doesn't say who responded"))
        counts: Counter[str] = Counter()
        weeks: dict[int, set[str]] = defaultdict(set)
        for response in view.responses:
            counts[response.partner] += response.count
            weeks[week_of(response.at or 0)].add(response.partner)
        first, last = min(weeks), view.week
        people = [float(len(weeks.get(week, ()))) for week in range(first, last + 1)]
        mean, deviation = spread(people)
        newer, older = self._new(view, (first + last + 1) // 2, first)
        return self.measured(
            people=len(counts),
            responses=counts.total(),
            top_share=sum(number for _, number in counts.most_common(TOP)) / counts.total(),
            new=newer,
            new_before=older,
            weeks=len(people),
            mean=mean,
            deviation=deviation,
        )

    @staticmethod
    def _new(view: AccountView, middle: int, first: int) -> tuple[int, int]:
        """Return how many responded for the first time since the middle week, and before it."""
        firsts: dict[str, int] = {}
        for response in view.account.interactions:
            if is_response(response) and response.at is not None and response.at < view.end:
                week = week_of(response.at)
                firsts[response.partner] = min(week, firsts.get(response.partner, week))
        return (
            sum(week >= middle for week in firsts.values()),
            sum(first <= week < middle for week in firsts.values()),
        )
