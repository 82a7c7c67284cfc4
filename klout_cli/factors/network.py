"""Contacts: who they are, by expertise and standing."""

from klout_cli.factors.interface import Factor
from klout_cli.profile.people import Acquaintance, acquaintances
from klout_cli.profile.profile import Seen
from klout_cli.results import Measurement


class Network(Factor):
    """Who is in your network, by expertise and standing and not only connections?

    The mean standing of your contacts (their followers, else their position, else the reputation you state in contacts.csv), weighted
    by how close they are to you: personalised PageRank over who interacted how often (method §4.1). Experts on your topics count more.

    Blind spots: contacts of unknown standing are left out, and the coverage is said; a position is not a reputation.
    """

    id = "network"
    title = "Network"
    unit = "mean standing"
    needs = ("contacts", "interactions")

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        people = acquaintances(seen.account, seen.topics)
        groups: dict[tuple[str, bool], list[Acquaintance]] = {}
        for one in people:
            if one.standing is not None:
                groups.setdefault((one.standing.kind, one.standing.expert), []).append(one)
        if groups:
            known = sum(len(group) for group in groups.values())
            rows = tuple((kind, int(expert), *_weighed(group)) for (kind, expert), group in sorted(groups.items()))
            return self.found(groups=rows, known=known, contacts=len(people), coverage=known / len(people))
        totals = seen.account.totals
        if totals is not None and totals.standing is not None:
            return self.found(standing=totals.standing)
        return self.missing("the standing of nobody in this export is known")


def _weighed(group: list[Acquaintance]) -> tuple[float, float]:
    """Return the group's closeness and its closeness-weighted mean value."""
    closeness = sum(one.closeness for one in group)
    mean = sum(one.closeness * one.standing.value for one in group if one.standing) / closeness
    return closeness, mean
