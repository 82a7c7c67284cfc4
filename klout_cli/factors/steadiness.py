"""Steadiness: weeks with a post, and posts with many reactions.

Displayed, never scored.
"""

from collections.abc import Sequence

from klout_cli.factors.cadence import WEEKS_SHOWN
from klout_cli.factors.interface import Trait
from klout_cli.person.account import week_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement


class Steadiness(Trait):
    """Do you keep at it?

    Weeks with a post on any account among the last 13, and the h-index of your recent posts. It
    is h if h posts have at least h reactions each.

    Blind spots: the h-index grows with the audience, and posts without known reactions are left
    out.
    """

    id = "steadiness"
    title = "Steadiness"

    def measure(self, seen: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together; `h_index` is None without known reactions."""
        last = max(account.week for account in seen)
        weeks = {week_of(post.at) for account in seen for post in account.originals}
        counts = [counted.post.reactions for account in seen for counted in account.counted]
        ranked = sorted((known for known in counts if known is not None), reverse=True)
        return Measurement(
            self.id,
            "measured",
            {
                "active_weeks": sum(last - WEEKS_SHOWN < week <= last for week in weeks),
                "of_weeks": WEEKS_SHOWN,
                "h_index": sum(count > place for place, count in enumerate(ranked))
                if ranked
                else None,
            },
        )
