"""The ego graph against networkx's own measures; whom it leaves out; who belongs together (method §4.1, reliability rows G)."""

from math import log2

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.profile import ego
from klout_cli.profile.ego import EgoGraph
from klout_cli.profile.rows import Contact, Interaction, Post
from tests.profile.graphs import account, around, handle

CLASSICS = [networkx.karate_club_graph, networkx.florentine_families_graph, networkx.les_miserables_graph]


def with_owner(found: EgoGraph) -> networkx.Graph:
    graph = networkx.Graph()
    graph.add_weighted_edges_from(("owner", key, bond.weight) for key, bond in found.bonds.items())
    graph.add_weighted_edges_from((one, other, tie.weight) for (one, other), tie in found.ties.items())
    return graph


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 500), min_size=1))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_who_is_dealt_with_more_is_closer(counts: dict[str, int]) -> None:
    close = EgoGraph([account([], [Interaction(key, "out", "mention", count) for key, count in counts.items()])]).closeness()
    assert sorted(close, key=lambda key: (close[key], key)) == sorted(counts, key=lambda key: (counts[key], key))


def test_a_bond_counts_both_directions_and_private_talk_is_none() -> None:
    rows = [
        Interaction("a", "in", "reply", 2, 100),
        Interaction("a", "out", "reply", 1, 50),
        Interaction("a", "out", "connection"),
        Interaction("b", "in", "message", 9, private=True),
    ]
    found = EgoGraph([account([], rows)])
    bond = found.bonds["a"]
    assert (bond.received, bond.given, bond.kinds, bond.newest) == (2, 1, {"reply": 3, "connection": 1}, 100)
    assert bond.weight == pytest.approx(log2(1 + 4))
    assert list(found.bonds) == ["a"]


@pytest.mark.parametrize("own", ["me", "ME"])
def test_g1_the_own_account_is_nobodys_contact_and_is_counted(own: str) -> None:
    rows = [Interaction(own, "out", "mention", 3), Interaction("a", "out", "reply"), Interaction("a", "out", "reply")]
    found = EgoGraph([account([Contact(own), Contact("a")], rows, Post("p", 1, text=f"@{own} @a"))])
    assert (list(found.bonds), found.own, dict(found.ties)) == (["a"], 3, {})
    assert found.bonds["a"].kinds == {"reply": 2}


def test_g2_nobody_at_all_has_no_shape() -> None:
    found = EgoGraph([account([Contact("a")], [])])
    assert (found.bonds, found.communities(), found.cores(), found.effective_size(), found.constraint()) == ({}, [], {}, 0.0, 0.0)


def test_who_is_mentioned_together_and_who_shares_an_employer_is_tied() -> None:
    contacts = [Contact("a", company="Musterwerk AG"), Contact("b", company="musterwerk"), Contact("c", company="Anderes")]
    rows = [Interaction(key, "out", "reply") for key in "abc"]
    posts = [Post("1", 1, text="Danke @a und @c!"), Post("2", 2, text="@A, @c. Und a@b.example ist eine Adresse")]
    ties = EgoGraph([account(contacts, rows, *posts)]).ties
    assert {pair: (tie.together, tie.employer) for pair, tie in ties.items()} == {("a", "b"): (0, True), ("a", "c"): (2, False)}


def test_g5_an_employer_of_half_the_world_ties_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ego, "MOST_COLLEAGUES", 3)
    contacts = [Contact(key, company="Konzern") for key in "abcd"]
    assert not EgoGraph([account(contacts, [Interaction(key, "out", "connection") for key in "abcd"])]).ties


def test_sharing_an_employer_brings_nobody_closer() -> None:
    rows = [Interaction(key, "out", "connection") for key in "abc"]
    found = EgoGraph([account([Contact("a", company="X Werk"), Contact("b", company="X Werk"), Contact("c")], rows)]).closeness()
    assert found["a"] == found["b"] == pytest.approx(found["c"])


@pytest.mark.parametrize("make", CLASSICS)
def test_burts_measures_equal_networkxs(make: type[networkx.Graph]) -> None:
    found = EgoGraph([around(make())])
    graph = with_owner(found)
    assert found.effective_size() == pytest.approx(networkx.effective_size(graph, ["owner"])["owner"])
    assert found.constraint() == pytest.approx(networkx.constraint(graph, ["owner"], weight="weight")["owner"])
    assert found.cores() == {key: core for key, core in networkx.core_number(graph).items() if key != "owner"}


def test_communities_are_the_same_whatever_the_order_of_rows() -> None:
    forward = around(networkx.karate_club_graph())
    backward = account(list(forward.contacts[::-1]), list(forward.interactions[::-1]), *forward.posts[::-1])
    communities = EgoGraph([forward]).communities()
    assert communities == EgoGraph([backward]).communities()
    assert 2 <= len(communities) <= 5
    assert next(group for group in communities if handle(33) in group) != next(group for group in communities if handle(0) in group)


def test_g5_too_large_a_graph_is_measured_by_what_one_pass_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ego, "MOST_TIES", 10)
    found = EgoGraph([around(networkx.karate_club_graph())])
    assert not found.whole
    assert found.communities() == []
    assert set(found.cores().values()) == {1}
    assert found.effective_size() == pytest.approx(34 - 2 * 78 / 34)


@pytest.mark.slow
def test_g5_a_star_of_a_million_is_measured() -> None:
    found = EgoGraph([account([], [Interaction(f"p{number}", "out", "mention") for number in range(1_000_000)])])
    close = found.closeness()
    assert len(close) == 1_000_000
    assert (found.effective_size(), found.communities(), found.constraint()) == (1_000_000, [], pytest.approx(1e-6))
