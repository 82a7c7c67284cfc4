"""Endorsement: lists, endorsements, recommendations and links from other sites."""

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement

VOUCHERS = ("lists", "endorsements", "linkbacks")


class Endorsement(Factor):
    """Do others vouch for you?

    Lists of others you are on (X), endorsements and written recommendations received (LinkedIn),
    linkbacks (blog), against what an audience of this size usually brings (method §4).

    Blind spots: endorsements are exchanged as favours; a list may be of people somebody dislikes.
    """

    id = "endorsement"
    title = "Endorsement"
    unit = "vouchers"
    needs = ("levels",)
    of_posts = False

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        vouchers, recommendations = seen.level(*VOUCHERS), seen.level("recommendations")
        if vouchers is not None:
            facts = {vouchers.metric: vouchers.value} if vouchers.metric != "endorsements" else {}
            return self.measured(
                facts,
                vouchers=vouchers.value,
                recommendations=recommendations.value if recommendations else 0,
            )
        totals = seen.account.totals
        if totals is not None and totals.endorsements is not None:
            return self.measured(vouchers=totals.endorsements, recommendations=0)
        return self.missing("this export holds no lists, endorsements or linkbacks")
