"""The ego graph: the owner, everyone they dealt with, what passed between them, and who of them belong together (method §4.1)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from math import log2
from typing import Any

from klout_cli.person.pagerank import compute_pagerank
from klout_cli.person.persons import employer
from klout_cli.person.profile import DAY, TALK, Account, PeopleRule, is_dealing
from klout_cli.person.rows import Interaction
from klout_cli.person.topics import folded

STATES = frozenset(("connection", "stated", "invitation"))
"""Kinds of interaction that say somebody is there, not that anybody did something for the other."""
MOST_TIES = 50_000  # above, only what takes one pass over the edges is measured
SEED = 1  # Louvain takes nodes in an order of chance

_MENTION = re.compile(r"(?<![\w@.])@(\w[\w.]*)")


class Bond:
    """What passed between the owner and one contact: counts by direction and by kind, and moments in Unix seconds, 0 where unknown.

    `newest` is the last of anything, `asked` the last public comment, answer or mention received,
    `gave` the last anything given.
    """

    __slots__ = ("asked", "gave", "given", "kinds", "newest", "received")

    def __init__(self) -> None:
        self.received = self.given = 0
        self.newest = self.asked = self.gave = 0
        self.kinds: dict[str, int] = {}

    def add(self, one: Interaction, answers_shown: bool) -> None:
        """Count an interaction.

        Connections and the like make a bond, and nothing given or received.
        """
        self.kinds[one.kind] = self.kinds.get(one.kind, 0) + one.count
        if one.kind in STATES:
            return
        at = one.at or 0
        self.newest = max(self.newest, at)
        if one.direction == "out":
            self.given += one.count
            self.gave = max(self.gave, at)
        else:
            self.received += one.count
            if one.kind in TALK and answers_shown:
                self.asked = max(self.asked, at)

    @property
    def weight(self) -> float:
        """The edge's weight: log2(1 + interactions) (method §4.1)."""
        return log2(1 + sum(self.kinds.values()))


class Tie:
    """What shows that two contacts know each other, in no direction: posts that mention both, messages to both, an employer they share.

    `newest` is the last of these in Unix seconds, 0 where unknown: of an employer the day on which
    both were told to be there.
    """

    __slots__ = ("employer", "newest", "thread", "together")

    def __init__(self) -> None:
        self.together = self.thread = self.newest = 0
        self.employer = False

    @property
    def talk(self) -> float:
        """The weight of what was said, counted as a bond's."""
        return log2(1 + self.together + self.thread)

    @property
    def weight(self) -> float:
        """The tie's weight, counted as a bond's."""
        return log2(1 + self.together + self.thread + self.employer)


class EgoGraph:
    """The owner, who is node 0, and their contacts by key.

    Nobody is their own contact, and `own` counts what said so (G1).
    """

    def __init__(
        self,
        accounts: Iterable[Account],
        rule: PeopleRule,
        who: Callable[[Account, str], str] = lambda _, key: key,
        messages: bool = False,
    ) -> None:
        """Build the graph of all accounts; `who` tells which person a contact of an account is.

        `messages`: private threads make bonds and ties too. A score counts them elsewhere (method
        §4.2), so that it never asks for this.
        """
        self.rule = rule
        self.messages = messages
        self.bonds: dict[str, Bond] = {}
        self.own = 0
        self._ties: dict[tuple[str, str], Tie] = {}
        self._employers: dict[str, dict[str, int]] = {}
        for account in accounts:
            met = self._meet(account, who)
            self._tie(account, met)

    def _meet(self, account: Account, who: Callable[[Account, str], str]) -> Mapping[str, str]:
        """Add the bonds of an account.

        Return the person of each of its contacts who was dealt with.
        """
        own = folded(account.handle)
        met: dict[str, str] = {}
        for one in account.interactions:
            if not one.partner or not is_dealing(one, self.messages):
                continue
            if folded(one.partner) == own:
                self.own += one.count
                continue
            if one.partner not in met:
                met[one.partner] = who(account, one.partner)
                self.bonds.setdefault(met[one.partner], Bond())
            self.bonds[met[one.partner]].add(one, account.shows_exchange)
        return met

    def _tie(self, account: Account, met: Mapping[str, str]) -> None:
        """Add what an account shows of its contacts together."""
        for post in account.posts:
            if "@" in post.text:
                for tie in self._among(
                    {met[handle] for handle in _mentioned(post.text) if handle in met}
                ):
                    tie.together += 1
                    tie.newest = max(tie.newest, post.at)
        for group in account.groups if self.messages else ():
            people = {met[key] for key in group.people if key in met}
            for tie in self._among(people) if len(people) <= self.rule.most_colleagues else ():
                tie.thread += group.count
                tie.newest = max(tie.newest, group.at or 0)
        for contact in account.contacts:
            if contact.key in met and (company := employer(contact.company)):
                told = self._employers.setdefault(company, {})
                told[met[contact.key]] = max(
                    told.get(met[contact.key], 0), account.exported_at or 0
                )

    def _among(self, people: Iterable[str]) -> Iterator[Tie]:
        for pair in combinations(sorted(people), 2):
            yield self._ties.setdefault(pair, Tie())

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Every contact's number; 0 is the owner's."""
        return {key: number for number, key in enumerate(sorted(self.bonds), start=1)}

    @cached_property
    def ties(self) -> Mapping[tuple[str, str], Tie]:
        """Pairs of contacts that the exports show together, in order of their keys."""
        for told in self._employers.values():
            if len(told) <= self.rule.most_colleagues:
                for pair in combinations(sorted(told), 2):
                    self._colleagues(pair, *sorted(map(told.__getitem__, pair)))
        return dict(sorted(self._ties.items()))

    def _colleagues(self, pair: tuple[str, str], first: int, last: int) -> None:
        """Tie two who name one employer, as of days near each other.

        A day that is not known (0) speaks against nothing.
        """
        if not first or last - first <= self.rule.same_time * DAY:
            tie = self._ties.setdefault(pair, Tie())
            tie.employer = True
            tie.newest = max(tie.newest, first)

    def closeness(self) -> dict[str, float]:
        """Return every contact's closeness to the owner, personalised PageRank.

        With the owner's own it sums to 1.

        Contacts who are mentioned together, or in one thread, are tied; sharing an employer is no
        talk and brings nobody closer.
        """
        if not self.bonds:
            return {}
        edges = [(0, self.numbers[key], bond.weight) for key, bond in self.bonds.items()]
        edges += [
            (self.numbers[one], self.numbers[other], tie.talk)
            for (one, other), tie in self.ties.items()
            if tie.talk
        ]
        edges += [(target, source, weight) for source, target, weight in edges]
        sources, targets, weights = zip(*edges, strict=True)
        found = compute_pagerank(1 + len(self.bonds), sources, targets, weights, start=0)
        return {key: float(found.values[number]) for key, number in self.numbers.items()}

    @property
    def whole(self) -> bool:
        """Tell whether the graph is small enough for communities and cores."""
        return len(self.ties) <= MOST_TIES

    def communities(self) -> list[list[str]]:
        """Return groups of contacts who are tied, none smaller than the rule's, the largest first: Louvain with a fixed seed.

        The owner is left out, who knows them all. Empty where the graph is too large to tell.
        """
        if not self.ties or not self.whole:
            return []
        from networkx.algorithms.community import louvain_communities

        found = [
            sorted(group)
            for group in louvain_communities(self._between(), weight="weight", seed=SEED)
        ]
        return sorted(
            (group for group in found if len(group) >= self.rule.smallest_community),
            key=lambda group: (-len(group), group),
        )

    def cores(self) -> dict[str, int]:
        """Return every contact's core number in the graph with the owner: the k of the last k-core that holds them."""
        if not self.ties or not self.whole:
            return dict.fromkeys(self.bonds, 1)
        from networkx import core_number

        # The owner knows everybody, so that each core is one deeper than it is among the contacts
        # alone.
        return dict.fromkeys(self.bonds, 1) | {
            key: 1 + core for key, core in core_number(self._between()).items()
        }

    def _between(self) -> Any:
        """Return the networkx graph of the ties between contacts."""
        from networkx import Graph  # a quarter of a second: only where there is a graph to measure

        graph = Graph()
        graph.add_nodes_from(sorted({key for pair in self.ties for key in pair}))
        graph.add_weighted_edges_from(
            (one, other, tie.weight) for (one, other), tie in self.ties.items()
        )
        return graph

    def effective_size(self) -> float:
        """Return Burt's effective size of the owner's network: contacts less the mean of ties each has to the others, n - 2t/n."""
        contacts = len(self.bonds)
        return contacts - 2 * len(self.ties) / contacts if contacts else 0.0

    def constraint(self) -> float:
        """Return Burt's constraint of the owner, near 0 for many contacts who do not know each other: sum of (p_ij + sum of p_iq p_qj)²."""
        strength = {key: bond.weight for key, bond in self.bonds.items()}
        whole = sum(strength.values())
        for (one, other), tie in self.ties.items():
            strength[one] += tie.weight
            strength[other] += tie.weight
        spent = {key: bond.weight / whole for key, bond in self.bonds.items()}
        direct = dict(spent)
        for (one, other), tie in self.ties.items():
            spent[other] += direct[one] * tie.weight / strength[one]
            spent[one] += direct[other] * tie.weight / strength[other]
        return sum(part**2 for part in spent.values())


def _mentioned(text: str) -> set[str]:
    return {handle.rstrip(".").lower() for handle in _MENTION.findall(text)}
