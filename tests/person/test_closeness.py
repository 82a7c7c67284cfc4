"""Closeness against an independent PageRank, and on graphs whose leaders the literature names (method §4.1, reliability G3-G5)."""

from collections.abc import Callable

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.person import closeness as module
from klout_cli.person.closeness import DAMPING, STEPS, Edges, closeness
from tests.person.graphs import FACEBOOK, around, ego, facebook, handle

Graph = Callable[[], networkx.Graph]
CLASSICS: dict[str, Graph] = {
    "karate": networkx.karate_club_graph,
    "florentine": networkx.florentine_families_graph,
    "les miserables": networkx.les_miserables_graph,
    "star": lambda: networkx.star_graph(50),
    "path": lambda: networkx.path_graph(300),
}


def edges_of(graph: networkx.Graph) -> tuple[dict[object, int], Edges]:
    numbers = {node: number for number, node in enumerate(graph)}
    edges = Edges.none()
    for one, other, data in graph.edges(data=True):
        edges.append(numbers[one], numbers[other], data.get("weight", 1.0))
    return numbers, edges


ways = pytest.mark.parametrize("plain_up_to", [10**9, 0], ids=["plain", "arrays"])


@pytest.mark.parametrize("graph", CLASSICS.values(), ids=CLASSICS)
@ways
def test_closeness_equals_networkx_with_scipy(
    graph: Graph, plain_up_to: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PLAIN_UP_TO", plain_up_to)
    drawn = graph()
    numbers, edges = edges_of(drawn)
    start = next(iter(drawn))
    expected = networkx.pagerank(
        drawn, alpha=DAMPING, personalization={start: 1}, tol=1e-13, max_iter=10_000
    )
    found = closeness(len(numbers), edges, numbers[start])
    assert list(found) == pytest.approx([expected[node] for node in drawn], abs=1e-9)
    assert sum(found) == pytest.approx(1)


@ways
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(1e-3, 1e3)), max_size=40
    )
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_g4_the_last_step_never_changes_more_than_a_billionth(
    plain_up_to: int, rows: list[tuple[int, int, float]]
) -> None:
    """Each step shrinks the change to 0.85 of it, on every graph: the bound of steps is enough, and nothing is approximate."""
    assert 2 * DAMPING**STEPS < module.CONVERGED
    edges = Edges.none()
    for one, other, weight in rows:
        if one != other:
            edges.append(one, other, weight)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PLAIN_UP_TO", plain_up_to)
        found = closeness(9, edges)
    graph = networkx.MultiGraph()
    graph.add_nodes_from(range(9))
    graph.add_weighted_edges_from(zip(edges.ones, edges.others, edges.weights, strict=True))
    exact = networkx.pagerank(
        graph, alpha=DAMPING, personalization={0: 1}, dangling={0: 1}, tol=1e-14, max_iter=10_000
    )
    assert list(found) == pytest.approx([exact[node] for node in range(9)], abs=1e-8)


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), -1.0, 0.0])
@ways
def test_g3_weights_that_are_no_weights_are_refused(
    weight: float, plain_up_to: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PLAIN_UP_TO", plain_up_to)
    edges = Edges.none()
    edges.append(0, 1, 1.0)
    edges.append(0, 2, weight)
    with pytest.raises(ValueError, match="weight"):
        closeness(3, edges)


def test_g2_a_graph_without_edges_is_the_owner_alone() -> None:
    assert list(closeness(1, Edges.none())) == [1.0]
    assert ego().closeness() == {}


def leaders(graph: networkx.Graph, count: int) -> list[str]:
    close = ego(around(graph)).closeness()
    return sorted(close, key=lambda key: (-close[key], key))[:count]


def unweighted(graph: networkx.Graph) -> networkx.Graph:
    plain = networkx.Graph()
    plain.add_nodes_from(graph)
    plain.add_edges_from(graph.edges)
    return plain


def test_the_instructor_and_the_president_lead_the_karate_club() -> None:
    """Zachary 1977: 34 and 1 lead, then 33; networkx numbers from 0."""
    first = leaders(unweighted(networkx.karate_club_graph()), 3)
    assert first[0] == handle(33)
    assert set(first) == {handle(33), handle(0), handle(32)}


def test_the_medici_lead_florence() -> None:
    """Padgett and Ansell 1993."""
    assert leaders(networkx.florentine_families_graph(), 1) == [handle("Medici")]


def test_valjean_leads_les_miserables() -> None:
    """Knuth 1993."""
    assert leaders(networkx.les_miserables_graph(), 1) == [handle("Valjean")]


@pytest.mark.skipif(not FACEBOOK.exists(), reason="the collection is not here")
def test_the_owners_of_the_ego_networks_lead_facebooks_collection() -> None:
    """McAuley and Leskovec 2012: ten ego networks in one; whose they are knows most people."""
    assert set(leaders(facebook(), 5)) == {handle(node) for node in (107, 1684, 1912, 3437, 0)}
