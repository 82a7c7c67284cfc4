"""Closeness against independent implementations; standing by followers, position, reputation (method §4.1)."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klout_cli.profile import people
from klout_cli.profile.people import OWNER, acquaintances, closeness, position_class, standing
from klout_cli.profile.profile import Account
from klout_cli.profile.rows import Contact, Interaction
from klout_cli.profile.topics import Topic, Topics

NONE = Topics({})


def adjacency(graph: networkx.Graph) -> dict[str, dict[str, float]]:
    return {str(node): {str(other): data.get("weight", 1.0) for other, data in graph[node].items()} for node in graph}


def account(contacts: list[Contact], interactions: list[Interaction]) -> Account:
    return Account("x:me", "x", "me", None, (), tuple(contacts), tuple(interactions), (), frozenset(), frozenset(), None)


@pytest.mark.parametrize(
    "graph",
    [networkx.karate_club_graph(), networkx.florentine_families_graph(), networkx.les_miserables_graph(), networkx.star_graph(50)],
    ids=["karate", "florentine", "les miserables", "star"],
)
@pytest.mark.parametrize("plain_up_to", [10**9, 0], ids=["plain", "arrays"])
def test_closeness_equals_networkx_with_scipy(graph: networkx.Graph, plain_up_to: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "PLAIN_UP_TO", plain_up_to)
    start = next(iter(graph))
    expected = networkx.pagerank(graph, alpha=people.DAMPING, personalization={start: 1}, tol=1e-13, max_iter=10_000)
    found = closeness(adjacency(graph), str(start))
    assert found == pytest.approx({str(node): value for node, value in expected.items()}, abs=1e-7)
    assert sum(found.values()) == pytest.approx(1)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 500), min_size=1))
def test_who_is_dealt_with_more_is_closer(counts: dict[str, int]) -> None:
    contacts = [Contact(key, followers=10) for key in counts]
    found = acquaintances(account(contacts, [Interaction(key, "out", "mention", count) for key, count in counts.items()]), NONE)
    by_closeness = [one.contact.key for one in sorted(found, key=lambda one: (one.closeness, one.contact.key))]
    assert by_closeness == sorted(counts, key=lambda key: (counts[key], key))


def test_both_directions_make_the_edge_and_private_talk_does_not() -> None:
    interactions = [
        Interaction("a", "in", "reply", 2),
        Interaction("a", "out", "reply", 1),
        Interaction("b", "in", "message", 9, private=True),
    ]
    graph = people.ego_graph(account([], interactions))
    assert graph.edges[OWNER, "a"] == {"in": 2, "out": 1, "weight": 2.0}
    assert "b" not in graph


def test_g2_nobody_of_known_standing_needs_no_graph() -> None:
    assert acquaintances(account([Contact("a")], [Interaction("a", "out", "mention")]), NONE) == []
    assert acquaintances(account([], []), NONE) == []


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("CEO & Founder", "owner"),
        ("Geschäftsführerin", "owner"),
        ("Inhaber", "owner"),
        ("Partner", "owner"),
        ("Vice President Marketing", "director"),
        ("Head of Communications", "director"),
        ("Bereichsleiterin Vertrieb", "director"),
        ("Product Manager", "manager"),
        ("Teamleiter", "manager"),
        ("Professorin für Medien", "manager"),
        ("Dr.", "manager"),
        ("Redakteurin", "specialist"),
        ("Software Engineer", "specialist"),
        ("Assistenz der Geschäftsführung", "junior"),
        ("Werkstudentin Marketing", "junior"),
        ("Praktikant", "junior"),
        ("Leadership Coach", "specialist"),
    ],
)
def test_positions_in_english_and_german(position: str, expected: str) -> None:
    assert position_class(position) == expected


def test_standing_takes_followers_first_then_position_then_reputation() -> None:
    topics = Topics({"pr": Topic(keywords=["PR"])})
    everything = Contact("a", followers=999, position="CEO", reputation=80.0, expertise="PR, Krise")
    assert standing(everything, topics) == people.Standing("followers", 3.0, True)
    assert standing(Contact("a", position="CEO", reputation=80.0), topics) == people.Standing("owner", 0.0, False)
    assert standing(Contact("a", reputation=80.0), topics) == people.Standing("reputation", 80.0, False)
    assert standing(Contact("a", name="Anna"), topics) is None
