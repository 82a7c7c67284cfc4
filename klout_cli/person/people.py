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
    """What is known of one contact: a standing, expertise in a topic of the person, or both.

    `kind` is followers, reputation or a class of position, "" where no standing is known; `value`
    belongs to the first two.
    """

    kind: str
    value: float
    expert: bool


def standings(contacts: Iterable[Contact], topics: Topics) -> dict[str, Standing]:
    """Return the contacts' standings by key, where known."""
    pairs = ((contact.key, standing(contact, topics)) for contact in contacts)
    return {key: known for key, known in pairs if known}


def standing(contact: Contact, topics: Topics) -> Standing | None:
    """Return what is known of a contact, None for nothing.

    Followers go before a position, and that before the reputation of contacts.csv.
    """
    expert = bool(contact.expertise) and topics.match(contact.expertise)
    if contact.followers is not None:
        return Standing("followers", log10(1 + contact.followers), expert)
    if position := position_class(contact.position):
        return Standing(position, 0.0, expert)
    if contact.reputation is not None:
        return Standing("reputation", contact.reputation, expert)
    return Standing("", 0.0, expert) if expert else None


@cache
def position_class(position: str) -> str:
    """Return the class of an English or German job title, "" for an unknown one."""
    return _first_match(position, "titles.yaml")


@cache
def field_of_work(position: str) -> str:
    """Return the field of an English or German job title, "" for an unknown one."""
    return _first_match(position, "fields.yaml")


def _first_match(position: str, table: str) -> str:
    words = " ".join("".join(char if char.isalnum() else " " for char in folded(position)).split())
    padded = f" {words} "
    for name, titles in _titles(table).items():
        if any(f" {word} " in padded for word in titles["words"]) or any(
            part in words for part in titles["parts"]
        ):
            return name
    return ""


@cache
def _titles(table: str) -> dict[str, dict[str, list[str]]]:
    tree: dict[str, dict[str, list[str]]] = load_yaml(Path(__file__).with_name(table))
    return tree
