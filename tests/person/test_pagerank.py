"""PageRank against an independent one, and on graphs whose leaders the literature names."""

from collections.abc import Callable

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.person.pagerank import CONVERGED, DAMPING, STEPS, compute_pagerank
from tests.person.graphs import FACEBOOK, around, ego, facebook, handle

Graph = Callable[[], networkx.Graph]
CLASSICS: dict[str, Graph] = {
    "karate": networkx.karate_club_graph,
    "florentine": networkx.florentine_families_graph,
    "les miserables": networkx.les_miserables_graph,
    "star": lambda: networkx.star_graph(50),
    "path": lambda: networkx.path_graph(300),
}
Rows = list[tuple[int, int, float]]


def columns(rows: Rows) -> tuple[list[int], list[int], list[float]]:
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def both_ways(graph: networkx.Graph) -> Rows:
    numbers = {node: number for number, node in enumerate(graph)}
    rows = [(numbers[a], numbers[b], w) for a, b, w in graph.edges(data="weight", default=1.0)]
    return rows + [(target, source, weight) for source, target, weight in rows]


@pytest.mark.parametrize("graph", CLASSICS.values(), ids=CLASSICS)
def test_ranks_seen_from_a_node_equal_those_of_networkx(graph: Graph) -> None:
    drawn = graph()
    expected = networkx.pagerank(
        drawn, alpha=DAMPING, personalization={next(iter(drawn)): 1}, tol=1e-13, max_iter=10_000
    )
    found = compute_pagerank(len(drawn), *columns(both_ways(drawn)), start=0)
    assert list(found.values) == pytest.approx([expected[node] for node in drawn], abs=1e-8)
    assert sum(found.values) == pytest.approx(1) and found.change < CONVERGED


rows = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(1e-3, 1e3)), max_size=40
).map(lambda rows: [row for row in rows if row[0] != row[1]])


@given(rows, st.sampled_from([None, 0, 5]))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_g4_ranks_of_any_graph_converge(rows: Rows, start: int | None) -> None:
    assert 2 * DAMPING**STEPS < CONVERGED
    found = compute_pagerank(9, *columns(rows), start=start)
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(range(9))
    graph.add_weighted_edges_from(rows)
    again = None if start is None else {start: 1}
    exact = networkx.pagerank(
        graph, alpha=DAMPING, personalization=again, dangling=again, tol=1e-14, max_iter=10_000
    )
    assert list(found.values) == pytest.approx([exact[node] for node in range(9)], abs=1e-8)
    assert found.change < CONVERGED and found.steps <= STEPS


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), -1.0, 0.0])
def test_g3_weights_that_are_no_weights_are_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        compute_pagerank(3, [0, 0], [1, 2], [1.0, weight], start=0)


def test_g2_a_graph_without_edges_is_the_owner_alone() -> None:
    assert list(compute_pagerank(1, [], [], [], start=0).values) == [1.0]
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
