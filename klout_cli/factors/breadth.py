"""Breadth: how many different people respond."""

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement


class Breadth(Factor):
    """Many people, or always the same few?

    Distinct people who publicly responded in the window, against how many the expected reactions
    usually come from (method §4).

    Blind spots: most exports name nobody who reacted; one person under two names counts twice.
    """

    id = "breadth"
    title = "Breadth"
    unit = "distinct responders"
    needs = ("interactions",)

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        if seen.counted and seen.account.names_responders:
            return self.measured(responders=len(seen.crowd), posts=len(seen.counted))
        totals = seen.account.totals
        if totals is not None and totals.responders is not None:
            return self.measured(responders=totals.responders, posts=totals.posts)
        return self.missing("this export names nobody who responded")
