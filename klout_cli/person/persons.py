"""People across networks: contacts of several accounts who are one person, merged on strong evidence only (reliability G7).

The same address, of a profile or of e-mail, is proof. An equal full name needs a second witness:
the same employer or a handle that is nearly the same. Everybody else stays apart: counting one
person twice does less harm than making one of two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from klout_cli.person.profile import Account, PeopleRule, is_dealing
from klout_cli.person.rows import Contact
from klout_cli.person.topics import folded

HOMES: Mapping[str, str] = {
    "x": "x.com/",
    "instagram": "instagram.com/",
    "linkedin": "linkedin.com/",
    "threads": "threads.net/@",
    "bluesky": "bsky.app/profile/",
    "googleplus": "plus.google.com/",
}
"""Where networks whose exports tell handles or ids keep profiles: a commenter of a blog may give that address. Others tell only names."""

_TITLES = frozenset(("dr", "prof", "phd", "msc", "bsc", "mba", "dipl", "ing", "med"))
_LEGAL_FORMS = frozenset(
    (
        "ag",
        "gmbh",
        "mbh",
        "kg",
        "ohg",
        "gbr",
        "ug",
        "se",
        "ev",
        "inc",
        "ltd",
        "llc",
        "plc",
        "co",
        "corp",
        "company",
    )
)
_WRITTEN_OUT = re.compile("([aou])e")
_END_OF_ADDRESS = re.compile(r"-[0-9a-f]{6,}$")  # LinkedIn tells namesakes apart so

Where = tuple[str, str]


class Merge(Struct, frozen=True):
    """Two contacts who are one person: (account id, contact key) of both, the evidence in words, and how alike it is, of 100."""

    one: Where
    other: Where
    evidence: str
    alike: float


class Persons:
    """Which contacts are one person: `of` maps (account id, contact key) of a merged contact to the person's key."""

    def __init__(
        self, accounts: Sequence[Account], rule: PeopleRule, *, merge: bool = True
    ) -> None:
        self._first: dict[Where, Where] = {}
        self.merges: list[Merge] = (
            [pair for pair in _evidence(accounts, rule) if self._join(pair)] if merge else []
        )

    def key(self, account: Account, contact: str) -> str:
        """Return the person's key for a contact of an account."""
        return "\n".join(self._root((account.id, contact)))

    def _root(self, where: Where) -> Where:
        while where in self._first:
            where = self._first[where]
        return where

    def _join(self, merge: Merge) -> bool:
        """Make one person of two, the first in order; tells whether they were two until now."""
        first, second = sorted((self._root(merge.one), self._root(merge.other)))
        if first == second:
            return False
        self._first[second] = first
        return True


def _evidence(accounts: Sequence[Account], rule: PeopleRule) -> Iterator[Merge]:
    yield from _same(_addresses(accounts), "the same profile address")
    yield from _same(_mails(accounts), "the same e-mail address")
    yield from _same_name(accounts, rule)


def _same(addresses: Iterable[tuple[str, Where]], evidence: str) -> Iterator[Merge]:
    """Find contacts of one address, on two networks or around two accounts of one network."""
    known: dict[str, Where] = {}
    for address, where in addresses:
        other = known.setdefault(address, where)
        if other[0] != where[0]:
            yield Merge(other, where, evidence, 100.0)


def _addresses(accounts: Iterable[Account]) -> Iterator[tuple[str, Where]]:
    for account in accounts:
        dealt = (one.partner for one in account.interactions if is_dealing(one, messages=True))
        for key in sorted({*(contact.key for contact in account.contacts), *dealt}):
            if address := _address(account.network, key):
                yield address, (account.id, key)


def _mails(accounts: Iterable[Account]) -> Iterator[tuple[str, Where]]:
    """Yield hashes of e-mail addresses.

    One that two contacts of an account bear is an office's, and no evidence.
    """
    for account in accounts:
        borne = Counter(contact.mail for contact in account.contacts if contact.mail)
        yield from (
            (contact.mail, (account.id, contact.key))
            for contact in account.contacts
            if borne[contact.mail] == 1
        )


def _address(network: str, key: str) -> str:
    """Return the address of a contact's profile or site.

    "" where the key is a name, which is no evidence by itself.
    """
    plain = folded(key).replace("twitter.com/", "x.com/").rstrip("/")
    if " " in plain or "|" in plain:
        return ""
    return (
        HOMES[network] + plain
        if network in HOMES
        else plain
        if network == "blog" and "." in plain
        else ""
    )


def _same_name(accounts: Iterable[Account], rule: PeopleRule) -> Iterator[Merge]:
    """Find contacts of one full name with a second witness.

    A name that two contacts of one account bear is no evidence.
    """
    named: dict[str, list[tuple[Account, Contact]]] = {}
    for account in accounts:
        mine: dict[str, list[Contact]] = {}
        for contact in account.contacts:
            if " " in (name := full_name(contact.name)):
                mine.setdefault(name, []).append(contact)
        for name, contacts in mine.items():
            if len(contacts) == 1:
                named.setdefault(name, []).append((account, contacts[0]))
    for name in sorted(name for name, found in named.items() if len(found) > 1):
        found = named[name]
        for place, (account, contact) in enumerate(found):
            for other_account, other in found[:place]:
                if witness := _witness(contact, other, rule):
                    yield Merge((other_account.id, other.key), (account.id, contact.key), *witness)


def _witness(one: Contact, other: Contact, rule: PeopleRule) -> tuple[str, float] | None:
    """Return what speaks for two contacts of one name being one person, the employer first, and how alike it is."""
    from rapidfuzz import fuzz  # only where two contacts bear one name

    companies = employer(one.company), employer(other.company)
    if all(companies) and (alike := fuzz.token_sort_ratio(*companies)) >= rule.same_employer:
        return "equal full name and employer", alike
    handles = _handle(one), _handle(other)
    if (
        min(map(len, handles)) >= rule.shortest_handle
        and (alike := fuzz.ratio(*handles)) >= rule.same_handle
    ):
        return "equal full name and handle", alike
    return None


def full_name(name: str) -> str:
    """Fold a name for comparing: case, accents, umlauts however written, titles, and the order of its words."""
    words = "".join(char if char.isalnum() else " " for char in folded(name)).split()
    return " ".join(sorted(_WRITTEN_OUT.sub(r"\1", word) for word in words if word not in _TITLES))


def employer(company: str) -> str:
    """Fold a company's name for comparing: case, accents, umlauts however written, and its legal form."""
    words = "".join(
        char if char.isalnum() else " " for char in folded(company).replace(".", "")
    ).split()
    return " ".join(_WRITTEN_OUT.sub(r"\1", word) for word in words if word not in _LEGAL_FORMS)


def _handle(contact: Contact) -> str:
    """Return the letters of the handle in a contact's key.

    "" where the key is a name or a number.
    """
    last = _END_OF_ADDRESS.sub("", folded(contact.key).rpartition("/")[2])
    letters = "".join(char for char in last if char.isalnum())
    return "" if letters.isdigit() or " " in contact.key.strip() or "|" in contact.key else letters
