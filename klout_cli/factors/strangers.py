"""Strangers: active contacts of whom nothing is known. Observed for hints.

Network scores the known ones.
"""

from klout_cli.factors.interface import Observed
from klout_cli.person.people import standings
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Strangers(Observed):
    """Which of your active contacts are unknown?

    Contacts you deal with in public, without followers, position, reputation or expertise: how
    many, and how often you deal with the most active ones. Nobody's name is kept.

    Blind spots: what you know of people is in no export, only in contacts.csv.
    """

    id = "strangers"
    title = N_("Unknown contacts")
    unit = N_("contacts")
    needs = ("contacts", "interactions")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `dealings` are rows of one number each, the largest first."""
        known = standings(view.account.contacts, view.topics)
        dealings = sorted(
            (number for key, number in view.dealings.items() if key not in known), reverse=True
        )
        if not view.dealings:
            return self.missing(N_("the export doesn't show who you deal with"))
        most = view.rules.hints.evidence.active_contacts
        return self.measured(
            strangers=len(dealings),
            known=len(view.dealings) - len(dealings),
            dealings=tuple((number,) for number in dealings[:most]),
        )
