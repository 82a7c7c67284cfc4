"""Concentration: the largest share of one post, or of one person.

Observed for the audit, never scored; breadth scores the responders.
"""

from collections import Counter

from klout_cli.factors.interface import Observed
from klout_cli.person.account import known_reactions
from klout_cli.person.view import AccountView
from klout_cli.results import Fact, Measurement


class Concentration(Observed):
    """Does one post or one person carry your response?

    Reactions of the posts that count: all of them, and those of the post that has most. Public
    responses of named people in the window: all of them, and those of whoever responded most. Only
    counts are kept, nobody's name.

    Blind spots: most exports name nobody who reacted; a share among few is large by chance.
    """

    id = "concentration"
    title = "Concentration"
    unit = "share of the largest"
    needs = ("posts", "interactions")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        Numbers of posts or people are None if nothing is known about them.
        """
        known = [total for _, total in known_reactions(view.counted)]
        people = Counter[str]()
        for response in view.responses:
            people[response.partner] += response.count
        if not known and not people:
            return self.missing(view.why_no_reactions)
        facts: dict[str, Fact] = {
            "top_post": None,
            "reactions": None,
            "posts": None,
            "top_fan": None,
            "responses": None,
            "people": None,
        }
        if known:
            facts |= {"top_post": max(known), "reactions": sum(known), "posts": len(known)}
        if people:
            facts |= {
                "top_fan": max(people.values()),
                "responses": people.total(),
                "people": len(people),
            }
        return self.measured(facts)
