"""The ego graph: the owner, everyone they dealt with, and how close each of them is (method §4.1)."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log2, log10
from pathlib import Path
from typing import Any

from msgspec import Struct

from klout_cli.profile.profile import Account
from klout_cli.profile.rows import Contact
from klout_cli.profile.topics import Topics, folded

OWNER = ""
DAMPING = 0.85  # the usual chance to walk on instead of starting again at the owner
CONVERGED = 1e-9  # absolute L1; networkx stops at N times its tolerance, which is wrong for scores
MOST_STEPS = 1000
PLAIN_UP_TO = 20_000  # edges; above, arrays pay for their import

Adjacency = Mapping[str, Mapping[str, float]]


class Standing(Struct, frozen=True):
    """What is known of one contact's standing: kind is followers, reputation or a class of position; value belongs to the first two."""

    kind: str
    value: float
    expert: bool


class Acquaintance(Struct, frozen=True):
    """A contact with closeness to the owner, and standing where it is known."""

    contact: Contact
    closeness: float
    standing: Standing | None


def acquaintances(account: Account, topics: Topics) -> list[Acquaintance]:
    """Return the account's network with closeness; empty where the standing of nobody is known (then no graph is built)."""
    contacts = {contact.key: contact for contact in account.contacts}
    known = {key: standing(contact, topics) for key, contact in contacts.items()}
    if not any(known.values()):
        return []
    close = closeness(ego_graph(account).adj, OWNER)
    return [Acquaintance(contacts.get(key) or Contact(key), close[key], known.get(key)) for key in sorted(close) if key != OWNER]


def ego_graph(account: Account) -> Any:
    """Build the networkx graph of owner and partners: edge attributes in and out (interactions) and weight, log2(1 + both)."""
    import networkx  # a quarter of a second: only where there is a graph to measure

    graph = networkx.Graph()
    graph.add_node(OWNER)
    for interaction in account.interactions:
        if interaction.private or not interaction.partner:
            continue
        if not graph.has_edge(OWNER, interaction.partner):
            graph.add_edge(OWNER, interaction.partner, **{"in": 0, "out": 0})
        edge = graph.edges[OWNER, interaction.partner]
        edge[interaction.direction] += interaction.count
        edge["weight"] = log2(1 + edge["in"] + edge["out"])
    return graph


def closeness(graph: Adjacency, start: str) -> dict[str, float]:
    """Return personalised PageRank from `start` by power iteration until the change is below 1e-9 (absolute L1).

    `graph`: node -> neighbour -> weight, or networkx's adjacency with the edge attribute `weight`. Closeness sums to 1.
    """
    nodes = list(graph)
    index = {node: number for number, node in enumerate(nodes)}
    edges = [(index[node], index[other], _weight(edge)) for node in nodes for other, edge in graph[node].items()]
    walk = _plain_walk if len(edges) <= PLAIN_UP_TO else _array_walk
    return dict(zip(nodes, walk(len(nodes), edges, index[start]), strict=True))


def _weight(edge: Any) -> float:
    return float(edge["weight"] if isinstance(edge, Mapping) else edge)


def _plain_walk(count: int, edges: Sequence[tuple[int, int, float]], start: int) -> list[float]:
    out = [0.0] * count
    for source, _, weight in edges:
        out[source] += weight
    steps = [(source, target, DAMPING * weight / out[source]) for source, target, weight in edges]
    rank = [0.0] * count
    rank[start] = 1.0
    for _ in range(MOST_STEPS):
        following = [0.0] * count
        for source, target, share in steps:
            following[target] += rank[source] * share
        following[start] += 1.0 - sum(following)
        change = sum(abs(new - old) for new, old in zip(following, rank, strict=True))
        rank = following
        if change < CONVERGED:
            break
    return rank


def _array_walk(count: int, edges: Sequence[tuple[int, int, float]], start: int) -> list[float]:
    import numpy  # only for large graphs

    sources = numpy.array([edge[0] for edge in edges])
    targets = numpy.array([edge[1] for edge in edges])
    weights = numpy.array([edge[2] for edge in edges])
    out = numpy.bincount(sources, weights, count)
    shares = DAMPING * weights / out[sources]
    rank = numpy.zeros(count)
    rank[start] = 1.0
    for _ in range(MOST_STEPS):
        following = numpy.bincount(targets, rank[sources] * shares, count)
        following[start] += 1.0 - following.sum()
        change = float(numpy.abs(following - rank).sum())
        rank[:] = following
        if change < CONVERGED:
            break
    return [float(value) for value in rank]


def standing(contact: Contact, topics: Topics) -> Standing | None:
    """Return what is known of a contact: followers first, else position, else the reputation of contacts.csv, else nothing."""
    expert = bool(contact.expertise) and topics.match(contact.expertise)
    if contact.followers is not None:
        return Standing("followers", log10(1 + contact.followers), expert)
    if contact.position.strip():
        return Standing(position_class(contact.position), 0.0, expert)
    if contact.reputation is not None:
        return Standing("reputation", contact.reputation, expert)
    return None


@cache
def position_class(position: str) -> str:
    """Class a position, English or German: owner, director, manager, junior, else specialist."""
    words = " ".join("".join(char if char.isalnum() else " " for char in folded(position)).split())
    padded = f" {words} "
    for name, titles in _titles().items():
        if any(f" {word} " in padded for word in titles["words"]) or any(part in words for part in titles["parts"]):
            return name
    return "specialist"


@cache
def _titles() -> dict[str, dict[str, list[str]]]:
    import yaml

    tree: dict[str, dict[str, list[str]]] = yaml.load(Path(__file__).with_name("titles.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tree
