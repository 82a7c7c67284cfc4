"""Outreach: actions towards others.

Displayed as points and levels, never scored.
"""

from collections import Counter
from collections.abc import Sequence

from klout_cli.factors.interface import Trait
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

GIVEN = frozenset(
    ("reaction", "comment", "reply", "mention", "repost", "share", "endorsement", "recommendation")
)


class Outreach(Trait):
    """How much do you give to others?

    Public likes, comments, replies, mentions, reposts, endorsements and recommendations you
    gave, on all accounts. The method gives points for each and sets the levels. Everything in
    the exports counts, whenever it was, so a level never falls.

    Blind spots: most exports include only some of these, so the number says little where
    nothing is recorded; private messages don't count.
    """

    id = "outreach"
    title = "Outreach"

    def measure(self, seen: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together: actions in total and by kind."""
        kinds = sum((given(account) for account in seen), Counter[str]())
        rows = sorted((-count, kind) for kind, count in kinds.items())
        if not kinds.total():
            return Measurement(
                self.id,
                "missing",
                {},
                N_("these exports don't include likes, comments or mentions you gave"),
            )
        return Measurement(
            self.id,
            "measured",
            {"actions": kinds.total(), "kinds": tuple((kind, -count) for count, kind in rows)},
        )


def given(seen: AccountView) -> Counter[str]:
    """Count an account's public actions towards others by kind.

    Some exports list replies and reposts as posts, without a partner.
    """
    named: Counter[str] = Counter()
    for interaction in seen.account.interactions:
        if interaction.direction == "out" and interaction.kind in GIVEN and not interaction.private:
            named[interaction.kind] += interaction.count
    return named | Counter(
        str(post.kind) for post in seen.account.posts if post.kind in GIVEN and post.public
    )
