"""The ego graph: the owner, their contacts, ties and communities."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from math import log2
from typing import Any

from msgspec import Struct

from klout_cli.person.account import DAY, TALK, Account, is_dealing
from klout_cli.person.pagerank import compute_pagerank
from klout_cli.person.persons import employer
from klout_cli.person.rows import Interaction
from klout_cli.person.rules import PeopleRule
from klout_cli.person.topics import folded

STATES = frozenset(("connection", "stated", "invitation"))
"""Interactions that show a contact exists, but not that anybody did anything."""
MOST_TIES = 50_000  # above this, only single-pass measures are computed
SEED = 1  # Louvain visits nodes in random order

_MENTION = re.compile(r"(?<![\w@.])@(\w[\w.]*)")


class Bond(Struct):
    """Interactions between the owner and one contact, by direction and kind.

    Times are Unix seconds, 0 if unknown: `newest` is the last interaction, `asked` the last public
    comment, reply or mention received, `gave` the last one given.
    """

    received: int = 0
    given: int = 0
    newest: int = 0
    asked: int = 0
    gave: int = 0
    kinds: dict[str, int] = {}

    def add(self, interaction: Interaction, answers_shown: bool) -> None:
        """Count an interaction.

        Connections and the like create a bond without anything given or received.
        """
        self.kinds[interaction.kind] = self.kinds.get(interaction.kind, 0) + interaction.count
        if interaction.kind in STATES:
            return
        at = interaction.at or 0
        self.newest = max(self.newest, at)
        if interaction.direction == "out":
            self.given += interaction.count
            self.gave = max(self.gave, at)
        else:
            self.received += interaction.count
            if interaction.kind in TALK and answers_shown:
                self.asked = max(self.asked, at)

    @property
    def weight(self) -> float:
        """The edge's weight, log2(1 + interactions)."""
        return log2(1 + sum(self.kinds.values()))


class Tie(Struct):
    """Evidence that two contacts know each other, undirected.

    Posts that mention both, messages to both, or a shared employer. `newest` is the latest in Unix
    seconds, 0 if unknown; for an employer, the day both were known to work there.
    """

    together: int = 0
    thread: int = 0
    newest: int = 0
    employer: bool = False

    @property
    def talk(self) -> float:
        """The weight of their conversations, computed as for a bond."""
        return log2(1 + self.together + self.thread)

    @property
    def weight(self) -> float:
        """The tie's weight, computed as for a bond."""
        return log2(1 + self.together + self.thread + self.employer)


class EgoGraph:
    """The owner, who is node 0, and their contacts by key.

    The owner is nobody's contact; `own` counts the rows that claimed so.
    """

    def __init__(
        self,
        accounts: Iterable[Account],
        rule: PeopleRule,
        who: Callable[[Account, str], str] = lambda _, key: key,
        messages: bool = False,
    ) -> None:
        """Build the graph of all accounts; `who` maps an account's contact to a person.

        `messages`: include private threads. Scores never do; they count messages separately.
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
        """Add an account's bonds.

        Returns the person behind each contact with any interaction.
        """
        own = folded(account.handle)
        met: dict[str, str] = {}
        for interaction in account.interactions:
            if not interaction.partner or not is_dealing(interaction, self.messages):
                continue
            if folded(interaction.partner) == own:
                self.own += interaction.count
                continue
            if interaction.partner not in met:
                met[interaction.partner] = who(account, interaction.partner)
                self.bonds.setdefault(met[interaction.partner], Bond())
            self.bonds[met[interaction.partner]].add(interaction, account.shows_exchange)
        return met

    def _tie(self, account: Account, met: Mapping[str, str]) -> None:
        """Add an account's ties between contacts."""
        for post in account.posts:
            if "@" in post.text:
                for tie in self._among(
                    {met[handle] for handle in _find_mentions(post.text) if handle in met}
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
                employees = self._employers.setdefault(company, {})
                employees[met[contact.key]] = max(
                    employees.get(met[contact.key], 0), account.exported_at or 0
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
        """Pairs of contacts that appear together, in order of their keys."""
        for employees in self._employers.values():
            if len(employees) <= self.rule.most_colleagues:
                for pair in combinations(sorted(employees), 2):
                    self._colleagues(pair, *sorted(map(employees.__getitem__, pair)))
        return dict(sorted(self._ties.items()))

    def _colleagues(self, pair: tuple[str, str], first: int, last: int) -> None:
        """Tie two contacts with the same employer at about the same time.

        An unknown day (0) matches any other.
        """
        if not first or last - first <= self.rule.same_time * DAY:
            tie = self._ties.setdefault(pair, Tie())
            tie.employer = True
            tie.newest = max(tie.newest, first)

    def closeness(self) -> dict[str, float]:
        """Return every contact's closeness to the owner, personalised PageRank.

        It sums to 1 including the owner. Contacts mentioned together or in one thread are tied; a
        shared employer is not a conversation and brings nobody closer.
        """
        if not self.bonds:
            return {}
        edges = [(0, self.numbers[key], bond.weight) for key, bond in self.bonds.items()]
        edges += [
            (self.numbers[first], self.numbers[second], tie.talk)
            for (first, second), tie in self.ties.items()
            if tie.talk
        ]
        edges += [(target, source, weight) for source, target, weight in edges]
        sources, targets, weights = zip(*edges, strict=True)
        ranks = compute_pagerank(1 + len(self.bonds), sources, targets, weights, start=0)
        return {key: float(ranks.values[number]) for key, number in self.numbers.items()}

    @property
    def whole(self) -> bool:
        """Return True if the graph is small enough for communities and cores."""
        return len(self.ties) <= MOST_TIES

    def communities(self) -> list[list[str]]:
        """Return communities of contacts, largest first: Louvain with a fixed seed.

        The owner, who knows everybody, is left out. Communities below the rule's minimum size are
        dropped; the list is empty for a graph that is too large.
        """
        if not self.ties or not self.whole:
            return []
        from networkx.algorithms.community import louvain_communities

        communities = [
            sorted(group)
            for group in louvain_communities(self._between(), weight="weight", seed=SEED)
        ]
        return sorted(
            (group for group in communities if len(group) >= self.rule.smallest_community),
            key=lambda group: (-len(group), group),
        )

    def cores(self) -> dict[str, int]:
        """Return every contact's core number in the graph that includes the owner."""
        if not self.ties or not self.whole:
            return dict.fromkeys(self.bonds, 1)
        from networkx import core_number

        # The owner knows everybody, so every core is one deeper than among the contacts alone.
        return dict.fromkeys(self.bonds, 1) | {
            key: 1 + core for key, core in core_number(self._between()).items()
        }

    def _between(self) -> Any:
        """Return the networkx graph of the ties between contacts."""
        from networkx import Graph  # slow to import

        graph = Graph()
        graph.add_nodes_from(sorted({key for pair in self.ties for key in pair}))
        graph.add_weighted_edges_from(
            (first, second, tie.weight) for (first, second), tie in self.ties.items()
        )
        return graph

    def effective_size(self) -> float:
        """Return Burt's effective size of the owner's network, n - 2t/n.

        n contacts, less the mean number of ties (t in all) each has to the others.
        """
        contacts = len(self.bonds)
        return contacts - 2 * len(self.ties) / contacts if contacts else 0.0

    def constraint(self) -> float:
        """Return Burt's constraint of the owner, the sum of (p_ij + sum of p_iq p_qj)².

        It is near 0 if there are many contacts who don't know each other.
        """
        strength = {key: bond.weight for key, bond in self.bonds.items()}
        whole = sum(strength.values())
        for (first, second), tie in self.ties.items():
            strength[first] += tie.weight
            strength[second] += tie.weight
        spent = {key: bond.weight / whole for key, bond in self.bonds.items()}
        direct = dict(spent)
        for (first, second), tie in self.ties.items():
            spent[second] += direct[first] * tie.weight / strength[first]
            spent[first] += direct[second] * tie.weight / strength[second]
        return sum(part**2 for part in spent.values())


def _find_mentions(text: str) -> set[str]:
    return {handle.rstrip(".").lower() for handle in _MENTION.findall(text)}
