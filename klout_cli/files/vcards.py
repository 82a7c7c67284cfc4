"""vCards (.vcf) as address books and networks write them, one contact per card."""

import re
from collections.abc import Iterator

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import SAVE_AGAIN, lines
from klout_cli.translation import Message

MOST_URLS = 100
ENDLESS = Bad(Message("card without an end"))


class Card(Struct):
    """The contact of a card; "" for a missing property. `urls` are in the order of the card."""

    name: str = ""
    company: str = ""
    position: str = ""
    urls: tuple[str, ...] = ()
    mail: str = ""


def cards(member: Member, intake: Intake, encoding: str = "") -> Iterator[tuple[int, Card | Bad]]:
    """Yield (first line, card) of each card; one without an end is `Bad`.

    Raises InputError for a file without any card.
    """
    card: Card | None = None
    start = 0
    for line, name, value in _properties(member, intake, encoding):
        if name == "BEGIN":
            if card is not None:
                yield start, ENDLESS
            card, start = Card(), line
        elif card is not None and name == "END":
            intake.spend(1 / 2)
            yield start, card
            card = None
        elif card is not None:
            _set_property(card, name, value)
    if card is not None:
        yield start, ENDLESS
    elif not start:
        raise InputError(Message("this vCard file has no contact"), member.where, SAVE_AGAIN)


def _properties(member: Member, intake: Intake, encoding: str) -> Iterator[tuple[int, str, str]]:
    """Yield (line, name, value); a line that begins with a blank continues the one before."""
    start, whole = 0, ""
    for line, text in enumerate(lines(member, intake, encoding), 1):
        text = text.rstrip("\r\n")
        if text[:1] in (" ", "\t") and start:
            whole += text[1:]
            continue
        yield from _property(start, whole)
        start, whole = line, text
    yield from _property(start, whole)


def _property(line: int, text: str) -> Iterator[tuple[int, str, str]]:
    """Split `item1.URL;TYPE=profile:https://…` into name and value."""
    before, colon, value = text.partition(":")
    if colon:
        yield line, before.partition(";")[0].rpartition(".")[2].strip().upper(), value.strip()


def _set_property(card: Card, name: str, value: str) -> None:
    match name:
        case "FN":
            card.name = _parts(value, "")[0]
        case "N":
            last, first, *_ = [*_parts(value), ""]
            card.name = card.name or f"{first} {last}".strip()
        case "ORG":
            card.company = _parts(value)[0]
        case "TITLE":
            card.position = _parts(value, "")[0]
        case "EMAIL":
            card.mail = card.mail or value
        case "URL" if len(card.urls) < MOST_URLS:
            card.urls += _parts(value, "")[:1]


def _parts(value: str, separator: str = ";") -> tuple[str, ...]:
    r"""Split a value at unescaped separators, and undo the escapes \; \, \\ and \n."""
    parts = re.split(r"(?<!\\);", value) if separator else [value]
    return tuple(
        " ".join(
            re.sub(r"\\(.)", lambda match: " " if match[1] in "nN" else match[1], part).split()
        )
        for part in parts
    )
