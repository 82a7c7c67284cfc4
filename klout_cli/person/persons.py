"""Contacts of several accounts who are one person, merged on strong evidence.

The same profile or e-mail address is proof. An equal full name needs a second witness, either the
same employer or a nearly equal handle. Everybody else stays apart: counting one person twice does
less harm than merging two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from klout_cli.person.account import Account, is_dealing
from klout_cli.person.rows import Contact
from klout_cli.person.rules import PeopleRule
from klout_cli.person.topics import folded
from klout_cli.translation import gettext_noop as N_

HOMES: Mapping[str, str] = {
    "x": "x.com/",
    "instagram": "instagram.com/",
    "linkedin": "linkedin.com/",
    "threads": "threads.net/@",
    "bluesky": "bsky.app/profile/",
    "googleplus": "plus.google.com/",
}
"""Profile URLs on networks with handles or ids; blog commenters may leave these."""

_TITLES = frozenset(("dr", "prof", "phd", "msc", "bsc", "mba", "dipl", "ing", "med"))
_COMPANIES = "ag gmbh mbh kg ohg gbr ug se ev inc ltd llc plc co corp company"
_LEGAL_FORMS = frozenset(_COMPANIES.split())
_WRITTEN_OUT = re.compile("([aou])e")
_END_OF_ADDRESS = re.compile(r"-[0-9a-f]{6,}$")  # LinkedIn's suffix for namesakes

Where = tuple[str, str]


class Merge(Struct, frozen=True):
    """Two contacts who are one person.

    Both as (account id, contact key), the evidence in words, and their similarity from 0 to 100.
    """

    one: Where
    other: Where
    evidence: str
    alike: float


class Persons:
    """Which contacts are one person.

    `of` maps (account id, contact key) of a merged contact to the person's key.
    """

    def __init__(
        self, accounts: Sequence[Account], rule: PeopleRule, *, merge: bool = True
    ) -> None:
        self._first: dict[Where, Where] = {}
        pairs = _find_merges(accounts, rule) if merge else ()
        self.merges = [pair for pair in pairs if self._join(pair)]

    def key(self, account: Account, contact: str) -> str:
        """Return the person's key for an account's contact."""
        return "\n".join(self._root((account.id, contact)))

    def _root(self, where: Where) -> Where:
        while where in self._first:
            where = self._first[where]
        return where

    def _join(self, merge: Merge) -> bool:
        """Merge two people into the first in order, returning False if already merged."""
        first, second = sorted((self._root(merge.one), self._root(merge.other)))
        if first != second:
            self._first[second] = first
        return first != second


def _find_merges(accounts: Sequence[Account], rule: PeopleRule) -> Iterator[Merge]:
    yield from _same(_addresses(accounts), N_("same profile address"))
    yield from _same(_mails(accounts), N_("same email address"))
    yield from _same_name(accounts, rule)


def _same(addresses: Iterable[tuple[str, Where]], evidence: str) -> Iterator[Merge]:
    """Find contacts with one address, on two networks or around two accounts."""
    known: dict[str, Where] = {}
    for address, where in addresses:
        other = known.setdefault(address, where)
        if other[0] != where[0]:
            yield Merge(other, where, evidence, 100.0)


def _addresses(accounts: Iterable[Account]) -> Iterator[tuple[str, Where]]:
    for account in accounts:
        dealt = (
            action.partner for action in account.interactions if is_dealing(action, messages=True)
        )
        for key in sorted({*(contact.key for contact in account.contacts), *dealt}):
            if address := _address(account.network, key):
                yield address, (account.id, key)


def _mails(accounts: Iterable[Account]) -> Iterator[tuple[str, Where]]:
    """Yield hashes of e-mail addresses.

    An address that two contacts of one account share is an office's, and not used.
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

    "" if the key is a name, which isn't enough evidence.
    """
    plain = folded(key).replace("twitter.com/", "x.com/").rstrip("/")
    if " " in plain or "|" in plain:
        return ""
    if network in HOMES:
        return HOMES[network] + plain
    return plain if network == "blog" and "." in plain else ""


def _same_name(accounts: Iterable[Account], rule: PeopleRule) -> Iterator[Merge]:
    """Find contacts with one full name and a second witness.

    A name that two contacts of one account share is not used.
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
    for name in sorted(name for name, namesakes in named.items() if len(namesakes) > 1):
        namesakes = named[name]
        for place, (account, contact) in enumerate(namesakes):
            for other_account, other in namesakes[:place]:
                if witness := _witness(contact, other, rule):
                    yield Merge((other_account.id, other.key), (account.id, contact.key), *witness)


def _witness(one: Contact, other: Contact, rule: PeopleRule) -> tuple[str, float] | None:
    """Return the evidence that two namesakes are one person, and their similarity.

    The employer comes first.
    """
    from rapidfuzz import fuzz  # only needed for namesakes

    companies = employer(one.company), employer(other.company)
    if all(companies) and (alike := fuzz.token_sort_ratio(*companies)) >= rule.same_employer:
        return N_("same full name and employer"), alike
    handles = _handle(one), _handle(other)
    if (
        min(map(len, handles)) >= rule.shortest_handle
        and (alike := fuzz.ratio(*handles)) >= rule.same_handle
    ):
        return N_("same full name and handle"), alike
    return None


def full_name(name: str) -> str:
    """Fold a name for comparing: case, accents, umlauts, titles and word order."""
    words = "".join(char if char.isalnum() else " " for char in folded(name)).split()
    return " ".join(sorted(_WRITTEN_OUT.sub(r"\1", word) for word in words if word not in _TITLES))


def employer(company: str) -> str:
    """Fold a company's name for comparing: case, accents, umlauts and legal form."""
    words = "".join(
        char if char.isalnum() else " " for char in folded(company).replace(".", "")
    ).split()
    return " ".join(_WRITTEN_OUT.sub(r"\1", word) for word in words if word not in _LEGAL_FORMS)


def _handle(contact: Contact) -> str:
    """Return the letters of the handle in a contact's key.

    "" if the key is a name or a number.
    """
    last = _END_OF_ADDRESS.sub("", folded(contact.key).rpartition("/")[2])
    letters = "".join(char for char in last if char.isalnum())
    return "" if letters.isdigit() or " " in contact.key.strip() or "|" in contact.key else letters
