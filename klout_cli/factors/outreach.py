"""Outreach: what the person gives to others.

Displayed as points and levels, never scored (method §4).
"""

from collections import Counter
from collections.abc import Sequence

from klout_cli.factors.interface import Trait
from klout_cli.person.profile import AccountView
from klout_cli.results import Measurement

GIVEN = frozenset(
    ("reaction", "comment", "reply", "mention", "repost", "share", "endorsement", "recommendation")
)


class Outreach(Trait):
    """How much do you give to others?

    Public likes, comments, replies, mentions, reposts, endorsements and recommendations given, on
    all accounts. The model gives points for each and says where the levels are. All actions that
    the exports hold count, whenever they were, so that a level never falls.

    Blind spots: most exports hold only some of these, so the number says least about who gave where
    nothing is kept of it; what is given in private messages is not counted.
    """

    id = "outreach"
    title = "Outreach"

    def measure(self, seen: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together: actions, and how many of each kind."""
        kinds = sum((given(one) for one in seen), Counter[str]())
        rows = sorted((-count, kind) for kind, count in kinds.items())
        if not kinds.total():
            return Measurement(
                self.id,
                "missing",
                {},
                "these exports hold no likes, comments, replies or mentions given",
            )
        return Measurement(
            self.id,
            "measured",
            {"actions": kinds.total(), "kinds": tuple((kind, -count) for count, kind in rows)},
        )


def given(view: AccountView) -> Counter[str]:
    """Count what one account gave in public, by kind.

    Some exports hold replies and reposts as posts, without a partner.
    """
    named: Counter[str] = Counter()
    for one in view.account.interactions:
        if one.direction == "out" and one.kind in GIVEN and not one.private:
            named[one.kind] += one.count
    return named | Counter(
        str(post.kind) for post in view.account.posts if post.kind in GIVEN and post.public
    )
