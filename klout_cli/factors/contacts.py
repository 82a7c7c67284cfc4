"""Contacts with names. Observed for the audit; network scores their standing."""

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement


class Contacts(Factor):
    """Are your contacts people with a name?

    The contacts that the export lists one by one, and how many of them bear no name.

    Blind spots: follow lists of bare ids name nobody; pictures of contacts are in no export.
    """

    id = "contacts"
    title = "Contacts"
    unit = "contacts without a name"
    needs = ("contacts",)

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        contacts = seen.account.contacts
        nameless = sum(not contact.name.strip() for contact in contacts)
        if nameless == len(contacts):
            return self.missing("this export names no contacts")
        return self.measured(contacts=len(contacts), nameless=nameless)
