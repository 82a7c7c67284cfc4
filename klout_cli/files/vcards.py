"""vCards (.vcf) as address books and networks write them: one contact a card."""

import re
from collections.abc import Iterator

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import lines

ENDLESS = Bad("card without an end")


class Card(Struct):
    """What a card says of somebody; "" where it does not say.

    `urls` are all its addresses, in their order.
    """

    name: str = ""
    company: str = ""
    position: str = ""
    urls: tuple[str, ...] = ()
    mail: str = ""


def cards(member: Member, intake: Intake, encoding: str = "") -> Iterator[tuple[int, Card | Bad]]:
    """Yield (line it begins in, card) of each card.

    One that does not end before the next begins is `Bad`.

    Raises InputError where there is no card at all.
    """
    card: Card | None = None
    start = 0
    for line, name, value in _properties(member, intake, encoding):
        if name == "BEGIN":
            if card is not None:
                yield start, ENDLESS
            card, start = Card(), line
        elif card is not None and name == "END":
            yield start, card
            card = None
        elif card is not None:
            _take(card, name, value)
    if card is not None:
        yield start, ENDLESS
    elif not start:
        raise InputError("no contact in this vCard file", member.where, "download or save it again")


def _properties(member: Member, intake: Intake, encoding: str) -> Iterator[tuple[int, str, str]]:
    """Yield (line, name, value).

    A line that begins with a blank goes on with the one before, and is joined to it.
    """
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
    """Split `item1.URL;TYPE=profile:https://…` into its name and its value."""
    before, colon, value = text.partition(":")
    if colon:
        yield line, before.partition(";")[0].rpartition(".")[2].strip().upper(), value.strip()


def _take(card: Card, name: str, value: str) -> None:
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
        case "URL":
            card.urls += _parts(value, "")[:1]


def _parts(value: str, separator: str = ";") -> tuple[str, ...]:
    r"""Split a value where its separator is not escaped, and undo the escapes: \; \, \\ and \n."""
    parts = re.split(r"(?<!\\);", value) if separator else [value]
    return tuple(
        " ".join(
            re.sub(r"\\(.)", lambda found: " " if found[1] in "nN" else found[1], part).split()
        )
        for part in parts
    )
