"""Accounts whose ego graph is a graph of the literature: the person deals with every node equally, and two nodes are mentioned together."""

from pathlib import Path

import networkx

from klout_cli.person.account import Account
from klout_cli.person.ego import EgoGraph
from klout_cli.person.rows import Contact, Interaction, Post
from klout_cli.scoring.model import load

RULE = load("klout").people
FACEBOOK = Path(__file__).parents[2] / "../shared/fixtures/graphs/facebook_combined.txt"


def account(
    contacts: list[Contact],
    interactions: list[Interaction],
    *posts: Post,
    handle: str = "me",
    network: str = "x",
) -> Account:
    people = tuple(contacts), tuple(interactions)
    return Account(
        f"{network}:{handle}",
        network,
        handle,
        None,
        posts,
        *people,
        (),
        frozenset(),
        frozenset(),
        None,
    )


def handle(node: object) -> str:
    return "n" + "".join(char for char in str(node).lower() if char.isalnum())


def around(graph: networkx.Graph) -> Account:
    """One reply to every node, and for every edge as many posts that name both ends as its weight says."""
    nodes = [handle(node) for node in graph]
    posts = [
        Post(f"{one}-{other}-{number}", 1_700_000_000, text=f"@{handle(one)} @{handle(other)}")
        for one, other, data in graph.edges(data=True)
        for number in range(int(data.get("weight", 1)))
    ]
    return account(
        [Contact(node, followers=10) for node in nodes],
        [Interaction(node, "out", "reply") for node in nodes],
        *posts,
    )


def ego(*accounts: Account) -> EgoGraph:
    return EgoGraph(accounts, RULE)


def facebook() -> networkx.Graph:
    return networkx.read_edgelist(FACEBOOK)
