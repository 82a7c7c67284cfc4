"""Network: who the contacts are, by expertise and standing."""

import math

from klout_cli.factors.interface import Factor
from klout_cli.person.ego import EgoGraph
from klout_cli.person.people import standings
from klout_cli.person.profile import Seen
from klout_cli.results import Fact, Measurement

NO_STANDING = "the standing of nobody in this export is known"
NO_DEALINGS = (
    "this export does not show what passed between you and the people whose standing it tells; add "
    "the archive of the network"
)


class Network(Factor):
    """Who is in your network, by expertise and standing and not only connections?

    The mean standing of your contacts (their followers, else their position, else the reputation
    you state in contacts.csv), weighted by how close they are to you: personalised PageRank over
    who interacted how often (method §4.1). Experts on your topics count more.

    Blind spots: contacts of unknown standing are left out, and the coverage is said; a position is
    not a reputation.
    """

    id = "network"
    title = "Network"
    unit = "mean standing"
    needs = ("contacts", "interactions")
    of_posts = False

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        account = seen.account
        known = standings(account.contacts, seen.topics)
        if known and (graph := EgoGraph([account], seen.people)).bonds:
            close = graph.closeness()
            groups: dict[tuple[str, bool], list[tuple[float, float]]] = {}
            for key in sorted(close.keys() & known.keys()):
                groups.setdefault((known[key].kind, known[key].expert), []).append(
                    (close[key], known[key].value)
                )
            if groups:
                rows = tuple(
                    (kind, int(expert), *_weighed(group))
                    for (kind, expert), group in sorted(groups.items())
                )
                return self.measured(
                    {
                        "groups": rows,
                        **_coverage(sum(map(len, groups.values())), len(close)),
                        **_shape(graph),
                    }
                )
        totals = account.totals
        if totals is not None and totals.standing is not None:
            return self.measured(standing=totals.standing)
        return self.missing(NO_DEALINGS if known else NO_STANDING)


def _coverage(known: int, contacts: int) -> dict[str, Fact]:
    return {"known": known, "contacts": contacts, "coverage": known / contacts}


def _shape(graph: EgoGraph) -> dict[str, Fact]:
    return {
        "communities": len(graph.communities()) if graph.whole else None,
        "effective_size": graph.effective_size(),
    }


def _weighed(group: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the group's closeness and its closeness-weighted mean value."""
    closeness = math.fsum(close for close, _ in group)
    return closeness, math.fsum(close * value for close, value in group) / closeness
