"""Presence: what a profile says about its owner. Observed for the audit."""

from klout_cli.factors.interface import Observed
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_


class Presence(Observed):
    """Does your profile say who you are?

    Whether there is a text, a picture and a position (1 or 0), and where its links lead, as host
    and path; nothing else of a profile is kept.

    Blind spots: an export tells the profile of its own day, and seldom all of it; whether a text is
    good nobody counts.
    """

    id = "presence"
    title = "Profile"
    unit = "parts of a profile"
    needs = ("about",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        A part that no export covers is None; `links` are rows of one address each.
        """
        about = view.account.about
        parts = {"bio": about.bio, "picture": about.picture, "position": about.position}
        facts = {name: None if there is None else int(there) for name, there in parts.items()}
        link = None if about.links is None else int(bool(about.links))
        if link is None and set(facts.values()) == {None}:
            return self.missing(N_("this export doesn't include your profile"))
        return self.measured(
            facts, link=link, links=tuple((address,) for address in about.links or ())
        )
