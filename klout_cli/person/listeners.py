"""Who the person's connections are, from the positions and companies that networks list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from klout_cli.person.account import CONNECTIONS, Account
from klout_cli.person.people import field_of_work, position_class
from klout_cli.person.persons import Persons, employer
from klout_cli.person.rows import Contact
from klout_cli.person.rules import PeopleRule
from klout_cli.results.listeners import Listeners

NETWORKS = ("linkedin", "xing")


def count_listeners(
    accounts: Sequence[Account], rule: PeopleRule, as_of: date | None, person: str = ""
) -> Listeners:
    """Count the connections on LinkedIn and XING; who is on both, by `rule`, counts once."""
    listed = [account for account in accounts if account.network in NETWORKS]
    people = _connections(listed, Persons(listed, rule))
    positions = [position for contacts in people if (position := _first(contacts, "position"))]
    return Listeners(
        person=person,
        as_of=None if as_of is None else as_of.isoformat(),
        networks=tuple(dict.fromkeys(account.network for account in listed)),
        people=len(people),
        levels=_count_names(map(position_class, positions)),
        fields=_count_names(map(field_of_work, positions)),
        companies=_companies(_first(contacts, "company") for contacts in people),
    )


def _connections(accounts: Iterable[Account], persons: Persons) -> list[list[Contact]]:
    """Return what the accounts know of each connection."""
    people: dict[str, list[Contact]] = defaultdict(list)
    for account in accounts:
        connected = {act.partner for act in account.interactions if act.kind in CONNECTIONS}
        for contact in account.contacts:
            if contact.key in connected:
                people[persons.key(account, contact.key)].append(contact)
    return list(people.values())


def _first(contacts: Iterable[Contact], what: str) -> str:
    return next(filter(None, (getattr(contact, what) for contact in contacts)), "")


def _count_names(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Count names, the most frequent first and "" last."""
    counts = Counter(names)
    return tuple(sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0])))


def _companies(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Count companies whatever their legal form; each is called as most people write it."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for name in filter(None, names):
        written[employer(name) or name][name] += 1
    companies = (
        (min(spelled, key=lambda name: (-spelled[name], name)), spelled.total())
        for spelled in written.values()
    )
    return tuple(sorted(companies, key=lambda pair: (-pair[1], pair[0])))
