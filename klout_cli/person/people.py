"""The standing of contacts, from exports or contacts.csv."""

from collections.abc import Iterable
from functools import cache
from math import log10
from pathlib import Path

from msgspec import Struct

from klout_cli.person.rows import Contact
from klout_cli.person.topics import Topics, folded
from klout_cli.values.yaml_files import load_yaml


class Standing(Struct, frozen=True):
    """One contact's standing: kind is followers, reputation or a position class.

    `value` is only set for the first two.
    """

    kind: str
    value: float
    expert: bool


def standings(contacts: Iterable[Contact], topics: Topics) -> dict[str, Standing]:
    """Return the contacts' standings by key, where known."""
    pairs = ((contact.key, standing(contact, topics)) for contact in contacts)
    return {key: known for key, known in pairs if known}


def standing(contact: Contact, topics: Topics) -> Standing | None:
    """Return a contact's standing: followers, else position, else reputation."""
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
    """Classify a position in English or German.

    The classes are owner, director, manager, junior, else specialist.
    """
    words = " ".join("".join(char if char.isalnum() else " " for char in folded(position)).split())
    padded = f" {words} "
    for name, titles in _titles().items():
        if any(f" {word} " in padded for word in titles["words"]) or any(
            part in words for part in titles["parts"]
        ):
            return name
    return "specialist"


@cache
def _titles() -> dict[str, dict[str, list[str]]]:
    tree: dict[str, dict[str, list[str]]] = load_yaml(Path(__file__).with_name("titles.yaml"))
    return tree
