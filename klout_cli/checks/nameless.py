"""Contacts that may not be people."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, manual, passed, percent
from klout_cli.checks.limits import page


class Nameless(Check):
    """The share of contacts without a name."""

    id = "nameless"
    title = "Contacts are people"
    what = (
        "Which share of the contacts that an export lists bears no name. They are noted and never "
        "left out."
    )
    why = "Accounts without a name are often machines or closed; they inflate numbers of contacts."
    remedy = "Look through them, and remove whom you do not know."
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check the share without a name; only the person can judge if they are people."""
        contacts, nameless = (
            case.number("contacts", "contacts"),
            case.number("contacts", "nameless"),
        )
        if not contacts or nameless is None:
            return could_not_check(case.measurement("contacts").reason)
        share = nameless / contacts
        reason = f"{nameless:,.0f} of {contacts:,.0f} contacts bear no name ({percent(share)})"
        return manual(reason) if share > page().limits.nameless.value else passed(reason)
