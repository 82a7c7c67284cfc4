"""Links between the person's networks."""

from collections.abc import Iterator

from klout_cli.checks.interface import (
    Case,
    Check,
    Result,
    could_not_check,
    manual,
    not_applicable,
    opportunity,
    passed,
)
from klout_cli.checks.limits import page
from klout_cli.results import Measured


class Crosslinks(Check):
    """The targets of the profile's links."""

    id = "crosslinks"
    title = "Leads to your other accounts"
    what = "Whether a link in the profile leads to another of your accounts."
    why = "Who found you in one place can find you in the others, and can tell that it is you."
    remedy = "Link the account or page that you want people to know best."
    effort = "low"

    def check(self, case: Case) -> Result:
        """Compare the profile's links with the other accounts' addresses.

        Nothing is looked up online.
        """
        if case.account.network not in page().profiles:
            return not_applicable("there is no profile beside the pages themselves")
        if not case.others:
            return not_applicable("there is no other account among these exports")
        if case.number("presence", "link") is None:
            return could_not_check(
                case.measurement("presence").reason
                or "this export does not tell where the profile's links lead"
            )
        rows = case.measurement("presence").facts.get("links", ())
        links = [str(row[0]) for row in rows] if isinstance(rows, tuple) else []
        reached = [
            other.id
            for other in case.others
            if any(_leads(link, place) for link in links for place in _places(other))
        ]
        if reached:
            return passed(f"leads to {', '.join(reached)}")
        if hidden := [link for link in links if link.partition("/")[0] in page().shorteners]:
            return manual(
                f"{hidden[0]} hides where it leads: follow it and see whether that is you"
            )
        return opportunity("leads elsewhere" if links else "leads nowhere")


def _places(account: Measured) -> Iterator[str]:
    """Yield an account's addresses."""
    for place in page().addresses.get(account.network, ()):
        yield place.format(handle=account.handle.casefold())


def _leads(link: str, place: str) -> bool:
    """Return True if a link leads to a place or below it, on any subdomain."""
    return f".{place}/" in f".{link}/"
