"""Answering: responses that wait for a reply. Observed for hints and the audit.

Reciprocity scores the exchange.
"""

from klout_cli.factors.interface import Observed
from klout_cli.person.profile import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Answering(Observed):
    """Do you answer those who talk to you?

    Public comments, replies and mentions since the first counted post, received from each person
    and given to them; what is received beyond what is given waits for an answer (method §8). Only
    counts are kept, nobody's name.

    Blind spots: an answer in another place is not seen; thanks need none.
    """

    id = "answering"
    title = "Answering"
    unit = "unanswered comments and mentions"
    needs = ("interactions",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        talk = [(received, given) for received, given in view.exchange.values() if received]
        if not talk:
            return self.missing(
                N_("this export doesn't show both what you received and what you answered")
            )
        return self.measured(
            received=sum(received for received, _ in talk),
            people=len(talk),
            unanswered=sum(max(0, received - given) for received, given in talk),
            waiting=sum(received > given for received, given in talk),
        )
