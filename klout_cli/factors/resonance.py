"""Resonance: reactions to the posts."""

from msgspec.structs import asdict

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement


class Resonance(Factor):
    """Do people react when you say something?

    Public reactions (likes, comments, shares, saves) on your own posts of the window, against what
    an audience of this size usually gives (method §4). Newer posts weigh more; one viral post
    cannot carry you and posting less cannot sink you.

    Blind spots: what you wrote is not read; posts whose export carries no counts are left out.
    """

    id = "resonance"
    title = "Resonance"
    unit = "× the expected reactions"
    needs = ("posts",)

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        sums = seen.sums
        if not sums.answered:
            return self.missing(seen.why_no_reactions)
        known = max(sums.weight_likes, sums.weight_carried, sums.weight_engagements)
        return self.measured(
            asdict(sums), reactions=sums.responses, per_post=sums.responses / known
        )
