"""Reciprocity: give and take."""

from collections import Counter

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Fact, Measurement


class Reciprocity(Factor):
    """Is it give and take?

    Public comments, replies and mentions since the first counted post: how even received and given
    are, over all partners with several; private messages count too, and only here, where
    --include-private opens them. Where only follow lists exist: the share of those you follow who
    follow you back (method §4.2).

    Blind spots: following back is a courtesy, not a conversation; of private talk only who, when
    and direction are known, if asked for.
    """

    id = "reciprocity"
    title = "Give & take"
    unit = "g, 0 to 1"
    needs = ("interactions", "followers", "following")

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        account = seen.account
        facts: dict[str, Fact] = {}
        talk = {partner: list(counts) for partner, counts in seen.exchange.items()}
        for partner, (received, given) in seen.threads.items():
            known = talk.setdefault(partner, [0, 0])
            known[0], known[1] = known[0] + received, known[1] + given
        if talk:
            partners = Counter(map(tuple, talk.values()))
            facts["exchange"] = tuple((*talk, people) for talk, people in sorted(partners.items()))
        if account.followers and account.following:
            mutual = len(account.followers & account.following)
            facts |= {
                "give_and_take": mutual / len(account.following),
                "mutual": mutual,
                "following": len(account.following),
            }
        elif account.totals is not None and account.totals.reciprocity is not None:
            facts["give_and_take"] = account.totals.reciprocity
        return (
            self.measured(facts)
            if facts
            else self.missing("this export does not show both who follows and who is followed")
        )
