"""Contacts with names. Observed for the audit; network scores their standing."""

from klout_cli.factors.interface import Observed
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Contacts(Observed):
    """Are your contacts people with a name?

    The contacts that the export lists one by one, and how many of them bear no name.

    Blind spots: follow lists of bare ids name nobody; pictures of contacts are in no export.
    """

    id = "contacts"
    title = "Contacts"
    unit = "contacts without a name"
    needs = ("contacts",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        contacts = view.account.contacts
        nameless = sum(not contact.name.strip() for contact in contacts)
        if nameless == len(contacts):
            return self.missing(N_("this export doesn't list contacts"))
        return self.measured(contacts=len(contacts), nameless=nameless)
