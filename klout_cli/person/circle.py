"""The people around a person, across all accounts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from klout_cli.person.account import NEVER, Account, day_of, is_dealing
from klout_cli.person.ego import STATES, EgoGraph
from klout_cli.person.people import Standing, standing
from klout_cli.person.persons import Persons, employer
from klout_cli.person.rows import Contact
from klout_cli.person.rules import PeopleRule
from klout_cli.person.topics import Topics
from klout_cli.results.around import Circle, Community, Link, Member, Merged


def circle(
    accounts: Sequence[Account],
    topics: Topics,
    rule: PeopleRule,
    worth: Callable[[Standing], float],
    expert: float,
    as_of: date | None,
    person: str = "",
    *,
    merge: bool = True,
) -> Circle:
    """Gather the people of all accounts, identified by `rule`.

    Private messages count only if the person opted in. `worth` is the model's value of a standing;
    experts on the person's topics count `expert` times.
    """
    around = _Around(
        accounts,
        Persons(accounts, rule, merge=merge),
        rule,
        topics,
        worth,
        expert,
        as_of or NEVER,
    )
    graph = around.graph
    return Circle(
        person=person,
        as_of=None if as_of is None else as_of.isoformat(),
        members=tuple(around.member(key) for key in around.order),
        links=tuple(around.links()),
        communities=tuple(around.community(group) for group in around.groups),
        merges=tuple(around.merged()),
        known=len(around.known),
        effective_size=graph.effective_size(),
        constraint=graph.constraint(),
        own=graph.own,
        whole=graph.whole,
    )


Known = Sequence[tuple[Account, Contact]]


class _Around:
    """The people and their graph while a circle is being built."""

    def __init__(
        self,
        accounts: Sequence[Account],
        persons: Persons,
        rule: PeopleRule,
        topics: Topics,
        worth: Callable[[Standing], float],
        expert: float,
        day: date,
    ) -> None:
        self.accounts = {account.id: account for account in accounts}
        self.persons = persons
        self.rule = rule
        self.day = day
        self.graph = EgoGraph(accounts, rule, persons.key, messages=True)
        self.people = self._people()
        self.shown = {account.id: _covered_directions(account) for account in accounts}
        self.close = self.graph.closeness()
        self.known = {
            key: one
            for key, contacts in self.people.items()
            if (one := standing(_merge_contacts(contacts), topics)) and one.kind
        }
        self.worths = {key: worth(one) for key, one in self.known.items()}
        carried = {
            key: self.close[key] * value * (expert if self.known[key].expert else 1)
            for key, value in self.worths.items()
        }
        whole = sum(carried.values())
        self.weights = {key: value / whole for key, value in carried.items()} if whole else {}
        self.order = sorted(
            self.graph.bonds, key=lambda key: (-self.weights.get(key, -1.0), -self.close[key], key)
        )
        self.places = {key: place for place, key in enumerate(self.order)}
        self.groups = self.graph.communities()
        self.groups_of = {key: number for number, group in enumerate(self.groups) for key in group}
        self.cores = self.graph.cores()

    def _people(self) -> Mapping[str, Known]:
        """Return each account's data on every person in the graph.

        A partner that no list contains has a key only.
        """
        people: dict[str, list[tuple[Account, Contact]]] = defaultdict(list)
        for account in self.accounts.values():
            contacts = {contact.key: contact for contact in account.contacts}
            met = {
                action.partner
                for action in account.interactions
                if is_dealing(action, messages=True)
            }
            for key in sorted(contacts.keys() | met):
                if (person := self.persons.key(account, key)) in self.graph.bonds:
                    people[person].append((account, contacts.get(key) or Contact(key)))
        return people

    def member(self, key: str) -> Member:
        """Return what the exports say about one person."""
        bond, known, contacts = self.graph.bonds[key], self.known.get(key), self.people[key]
        directions = set.intersection(
            *[self.shown[account.id] for account, _ in contacts if self.shown[account.id]]
            or [set()]
        )
        waits = (
            bond.asked > bond.gave
            and (self.day - day_of(bond.asked)).days <= self.rule.answer_within
        )
        return Member(
            name=_name([contact for _, contact in contacts]),
            networks=tuple(dict.fromkeys(account.network for account, _ in contacts)),
            closeness=self.close[key],
            standing=self.worths.get(key),
            basis=known.kind if known else "",
            basis_value=known.value if known else 0.0,
            expert=bool(known and known.expert),
            weight=self.weights.get(key),
            received=bond.received if "in" in directions else None,
            given=bond.given if "out" in directions else None,
            kinds=dict(sorted(bond.kinds.items())),
            newest=_iso(bond.newest),
            waits=_iso(bond.asked) if waits else "",
            community=self.groups_of.get(key),
            core=self.cores[key],
        )

    def links(self) -> Iterator[Link]:
        """Yield the ties between people."""
        for (first, second), tie in self.graph.ties.items():
            ends, kinds = (self.places[first], self.places[second]), (tie.together, tie.thread)
            yield Link(*ends, tie.weight, *kinds, tie.employer, _iso(tie.newest))

    def community(self, group: Sequence[str]) -> Community:
        """Name a group after the employer or skill that most members share.

        At least two have to share it.
        """
        words: Counter[str] = Counter()
        spelled: dict[str, str] = {}
        for key in group:
            named = [
                text
                for _, contact in self.people[key]
                for text in (contact.company, *contact.expertise.split(","))
            ]
            plain = {employer(text): text.strip() for text in named if employer(text)}
            words.update(plain.keys())
            spelled = plain | spelled
        name = min(words, key=lambda word: (-words[word], word), default="")
        members = tuple(sorted(self.places[key] for key in group))
        return Community(
            spelled[name] if words[name] > 1 else "",
            members,
            sum(self.weights.get(key, 0.0) for key in group),
        )

    def merged(self) -> Iterator[Merged]:
        """Yield the contacts that were merged, if they are in the graph."""
        for merge in self.persons.merges:
            one, other = (
                (self.accounts[account], key) for account, key in (merge.one, merge.other)
            )
            place = self.places.get(self.persons.key(*one))
            if place is not None:
                networks, names = (
                    (one[0].network, other[0].network),
                    (self._name(*one), self._name(*other)),
                )
                yield Merged(place, networks, names, merge.evidence, merge.alike)

    def _name(self, account: Account, key: str) -> str:
        listed = [contact for contact in account.contacts if contact.key == key]
        return _name(listed or [Contact(key)])


def _merge_contacts(contacts: Known) -> Contact:
    """Merge one person's contacts: the largest audience, else the first known value."""
    known = [contact for _, contact in contacts]
    return Contact(
        key=known[0].key,
        followers=max(
            (contact.followers for contact in known if contact.followers is not None), default=None
        ),
        position=next((contact.position for contact in known if contact.position.strip()), ""),
        reputation=next(
            (contact.reputation for contact in known if contact.reputation is not None), None
        ),
        expertise=", ".join(contact.expertise for contact in known if contact.expertise),
    )


def _name(contacts: Sequence[Contact]) -> str:
    """Return a person's longest name, else their key on the network."""
    return max(
        (contact.name or contact.key for contact in contacts),
        key=lambda name: (name.count(" "), len(name), name),
    )


def _covered_directions(account: Account) -> set[str]:
    """Return the directions (received, given) an account's exports cover in public.

    Messages are looked at on their own.
    """
    return {
        action.direction
        for action in account.interactions
        if action.kind not in STATES and not action.private
    }


def _iso(at: int) -> str:
    return day_of(at).isoformat() if at else ""


def nameless(circle: Circle) -> Circle:
    """Return a circle that replaces every person by an ordinal.

    The ordinals cannot be traced back to names.
    """
    return replace(
        circle,
        members=tuple(
            replace(member, name=f"Contact {place}")
            for place, member in enumerate(circle.members, start=1)
        ),
        communities=tuple(replace(community, name="") for community in circle.communities),
        merges=tuple(replace(merge, names=("", "")) for merge in circle.merges),
        named=False,
    )


def redacted(circle: Circle) -> Circle:
    """Return a nameless circle that is safe to share.

    It has no exact audiences, no dates and no small counts.
    """
    hidden = nameless(circle)
    return replace(
        hidden,
        person="",
        members=tuple(map(_blur_member, hidden.members)),
        links=tuple(
            replace(
                link,
                weight=1.0,
                together=min(link.together, 1),
                thread=min(link.thread, 1),
                newest="",
            )
            for link in hidden.links
        ),
        merges=tuple(replace(merge, alike=100.0) for merge in hidden.merges),
        redacted=True,
    )


def _blur_member(member: Member) -> Member:
    """Round the exact numbers that could identify somebody."""
    return replace(
        member,
        closeness=round(member.closeness, 3),
        standing=None if member.standing is None else round(member.standing, 1),
        basis_value=0.0,
        weight=None if member.weight is None else round(member.weight, 3),
        newest=member.newest[:7],
        waits=member.waits[:7],
    )
