"""The ego graph against networkx's own measures; whom it leaves out."""

from math import log2

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli.person import ego as module
from klout_cli.person.account import DAY
from klout_cli.person.ego import EgoGraph
from klout_cli.person.rows import Contact, Group, Interaction, Post
from tests.person.graphs import RULE, account, around, ego, handle

CLASSICS = [
    networkx.karate_club_graph,
    networkx.florentine_families_graph,
    networkx.les_miserables_graph,
]


def with_owner(found: EgoGraph) -> networkx.Graph:
    graph = networkx.Graph()
    graph.add_weighted_edges_from(("owner", key, bond.weight) for key, bond in found.bonds.items())
    graph.add_weighted_edges_from(
        (one, other, tie.weight) for (one, other), tie in found.ties.items()
    )
    return graph


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 500), min_size=1))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_who_is_dealt_with_more_is_closer(counts: dict[str, int]) -> None:
    close = ego(
        account([], [Interaction(key, "out", "mention", count) for key, count in counts.items()])
    ).closeness()
    assert sorted(close, key=lambda key: (close[key], key)) == sorted(
        counts, key=lambda key: (counts[key], key)
    )


def test_a_bond_counts_both_directions_and_private_talk_is_none() -> None:
    rows = [
        Interaction("a", "in", "reply", 2, 100),
        Interaction("a", "out", "reply", 1, 50),
        Interaction("a", "out", "connection"),
        Interaction("b", "in", "message", 9, private=True),
    ]
    found = ego(account([], rows))
    bond = found.bonds["a"]
    assert (bond.received, bond.given, bond.kinds, bond.newest) == (
        2,
        1,
        {"reply": 3, "connection": 1},
        100,
    )
    assert bond.weight == pytest.approx(log2(1 + 4))
    assert list(found.bonds) == ["a"]


@pytest.mark.parametrize("own", ["me", "ME"])
def test_g1_the_own_account_is_nobodys_contact_and_is_counted(own: str) -> None:
    rows = [
        Interaction(own, "out", "mention", 3),
        Interaction("a", "out", "reply"),
        Interaction("a", "out", "reply"),
    ]
    found = ego(account([Contact(own), Contact("a")], rows, Post("p", 1, text=f"@{own} @a")))
    assert (list(found.bonds), found.own, dict(found.ties)) == (["a"], 3, {})
    assert found.bonds["a"].kinds == {"reply": 2}


def test_g2_nobody_at_all_has_no_shape() -> None:
    found = ego(account([Contact("a")], []))
    assert (
        found.bonds,
        found.communities(),
        found.cores(),
        found.effective_size(),
        found.constraint(),
    ) == ({}, [], {}, 0.0, 0.0)


def test_who_is_mentioned_together_and_who_shares_an_employer_is_tied() -> None:
    contacts = [
        Contact("a", company="Musterwerk AG"),
        Contact("b", company="musterwerk"),
        Contact("c", company="Anderes"),
    ]
    rows = [Interaction(key, "out", "reply") for key in "abc"]
    posts = [
        Post("1", 1, text="Danke @a und @c!"),
        Post("2", 2, text="@A, @c. Und a@b.example ist eine Adresse"),
    ]
    ties = ego(account(contacts, rows, *posts)).ties
    assert {pair: (tie.together, tie.employer) for pair, tie in ties.items()} == {
        ("a", "b"): (0, True),
        ("a", "c"): (2, False),
    }


def test_g5_an_employer_or_a_thread_of_half_the_world_ties_nobody() -> None:
    known = account(
        [Contact(key, company="Konzern") for key in "abcd"],
        [Interaction(key, "out", "connection") for key in "abcd"],
    )
    many = replace(known, groups=(Group(("a", "b", "c", "d"), 9),))
    assert not EgoGraph([many], replace(RULE, most_colleagues=3), messages=True).ties
    assert len(EgoGraph([many], replace(RULE, most_colleagues=4), messages=True).ties) == 6


@pytest.mark.parametrize(("people", "ties"), [(50, 50 * 49 // 2), (51, 0)])
def test_g5_fifty_may_know_each_other(people: int, ties: int) -> None:
    keys = [f"p{number}" for number in range(people)]
    dealt = [Interaction(key, "out", "connection") for key in keys]
    employed = account([Contact(key, company="Konzern") for key in keys], dealt)
    talking = replace(account(list(map(Contact, keys)), dealt), groups=(Group(tuple(keys), 9),))
    found = [EgoGraph([one], RULE, messages=True).ties for one in (employed, talking)]
    assert list(map(len, found)) == [ties, ties]


def test_threads_tie_those_in_them_and_messages_make_bonds_only_where_both_are_asked_for() -> None:
    rows = [
        Interaction("a", "in", "reply", 3, 50),
        Interaction("b", "out", "reply"),
        Interaction("c", "in", "message", 2, 90, private=True),
        Interaction("d", "in", "comment", 1, 90, private=True),
    ]
    talk = replace(
        account([], rows), groups=(Group(("a", "b", "c"), 3, 70), Group(("a", "b", "stranger"), 1))
    )
    shut, opened = ego(talk), EgoGraph([talk], RULE, messages=True)
    assert (list(shut.bonds), dict(shut.ties)) == (["a", "b"], {})
    assert shut.closeness() == ego(account([], rows[:2])).closeness()
    assert opened.bonds["c"].kinds == {"message": 2} and "d" not in opened.bonds
    ties = {
        pair: (tie.thread, tie.together, tie.employer, tie.newest)
        for pair, tie in opened.ties.items()
    }
    assert ties == {
        ("a", "b"): (4, 0, False, 70),
        ("a", "c"): (3, 0, False, 70),
        ("b", "c"): (3, 0, False, 70),
    }
    assert {key: (bond.received, bond.given) for key, bond in opened.bonds.items()} == {
        "a": (3, 0),
        "b": (0, 1),
        "c": (2, 0),
    }


@pytest.mark.parametrize(("days", "tied"), [(None, True), (0, True), (365, True), (366, False)])
def test_colleagues_are_who_names_one_employer_at_the_same_time(
    days: int | None, tied: bool
) -> None:
    now = 20_000 * DAY
    then = None if days is None else now - days * DAY
    one, other = (
        replace(
            account([Contact(key, company="Musterwerk")], [Interaction(key, "out", "connection")]),
            exported_at=at,
        )
        for key, at in (("a", now), ("b", then))
    )
    ties = ego(one, other).ties
    assert {pair: (tie.employer, tie.newest) for pair, tie in ties.items()} == (
        {("a", "b"): (True, then or 0)} if tied else {}
    )


def test_sharing_an_employer_brings_nobody_closer() -> None:
    rows = [Interaction(key, "out", "connection") for key in "abc"]
    found = ego(
        account(
            [Contact("a", company="X Werk"), Contact("b", company="X Werk"), Contact("c")], rows
        )
    ).closeness()
    assert found["a"] == found["b"] == pytest.approx(found["c"])


@pytest.mark.parametrize("make", CLASSICS)
def test_burts_measures_equal_networkxs(make: type[networkx.Graph]) -> None:
    found = ego(around(make()))
    graph = with_owner(found)
    assert found.effective_size() == pytest.approx(
        networkx.effective_size(graph, ["owner"])["owner"]
    )
    assert found.constraint() == pytest.approx(
        networkx.constraint(graph, ["owner"], weight="weight")["owner"]
    )
    assert found.cores() == {
        key: core for key, core in networkx.core_number(graph).items() if key != "owner"
    }


def test_communities_are_the_same_whatever_the_order_of_rows() -> None:
    forward = around(networkx.karate_club_graph())
    backward = account(
        list(forward.contacts[::-1]), list(forward.interactions[::-1]), *forward.posts[::-1]
    )
    communities = ego(forward).communities()
    assert communities == ego(backward).communities()
    assert 2 <= len(communities) <= 5
    assert next(group for group in communities if handle(33) in group) != next(
        group for group in communities if handle(0) in group
    )


def test_g5_too_large_a_graph_is_measured_by_what_one_pass_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_TIES", 10)
    found = ego(around(networkx.karate_club_graph()))
    assert not found.whole
    assert found.communities() == []
    assert set(found.cores().values()) == {1}
    assert found.effective_size() == pytest.approx(34 - 2 * 78 / 34)


@pytest.mark.slow
def test_g5_a_star_of_a_million_is_measured() -> None:
    found = ego(
        account([], [Interaction(f"p{number}", "out", "mention") for number in range(1_000_000)])
    )
    close = found.closeness()
    assert len(close) == 1_000_000
    assert (found.effective_size(), found.communities(), found.constraint()) == (
        1_000_000,
        [],
        pytest.approx(1e-6),
    )
