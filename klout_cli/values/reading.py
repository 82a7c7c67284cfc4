"""How ambiguous text is read: date order, decimal mark, zone, encoding, names of columns."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct


class Reading(Struct, frozen=True, eq=False):
    """How ambiguous text is to be read; everything has a safe default and a flag.

    `latest`: no date after this Unix second is believed (today + 2 days, reliability D6/D7).
    `zone`: IANA name for times without one. `decimal` "," or "." and `date_order` "dmy" or "mdy"
    settle what a column leaves open. `aliases`: the user's own header synonyms. `tables`: by the
    header of one table, canonical name -> what it calls that column (`klout map`). `private`: open
    private messages too. `without`: networks that are left out, so that a fault of their importers
    holds nothing up. `person`: whose posts count where several people wrote them, "" unless stated.
    """

    latest: int
    zone: str = "UTC"
    encoding: str = ""
    decimal: str = ""
    date_order: str = ""
    aliases: Mapping[str, Sequence[str]] = {}
    tables: Mapping[str, Mapping[str, str]] = {}
    private: bool = False
    without: Collection[str] = ()
    person: str = ""


PLAIN = Reading(latest=0)
"""Nothing settled by the person: enough for telling files apart."""
