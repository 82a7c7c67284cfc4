"""Amplification: comments and shares of the posts."""

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement


class Amplification(Factor):
    """Do people carry it further?

    Comments and shares alone, which cost more than a like, on the posts that resonance counts,
    against the part of the expected reactions that are comments or shares on this network (method
    §4).

    Blind spots: a share with a scornful remark counts like any other; links passed on in private
    are not seen.
    """

    id = "amplification"
    title = "Amplification"
    unit = "× the expected comments and shares"
    needs = ("posts",)

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        sums = seen.sums
        if not sums.weight_carried:
            return self.missing(
                seen.why_no_reactions
                if not sums.answered
                else "this export holds neither comments nor shares received"
            )
        return self.measured(carried=sums.carried, posts=sums.posts)
