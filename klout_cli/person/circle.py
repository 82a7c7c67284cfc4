"""The people around a person, over all accounts: who carries weight and why, who gives and gets, who waits for an answer."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from klout_cli.person.ego import STATES, EgoGraph
from klout_cli.person.people import Standing, standing
from klout_cli.person.persons import Persons, employer
from klout_cli.person.profile import Account, PeopleRule, day_of, is_dealing
from klout_cli.person.rows import Contact
from klout_cli.person.topics import Topics
from klout_cli.results.around import Circle, Community, Link, Member, Merged


def circle(
    accounts: Sequence[Account],
    topics: Topics,
    rule: PeopleRule,
    worth: Callable[[Standing], float],
    expert: float,
    as_of: str,
    person: str = "",
    *,
    merge: bool = True,
) -> Circle:
    """Gather the people of all accounts, told apart by `rule`.

    Private messages count where the person asked for them.

    `worth` is the model's value of a standing; experts on the person's topics count `expert`-fold.
    """
    around = _Around(
        accounts,
        Persons(accounts, rule, merge=merge),
        rule,
        topics,
        worth,
        expert,
        date.fromisoformat(as_of),
    )
    graph = around.graph
    return Circle(
        person=person,
        as_of=as_of,
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
    """The people and their graph while a circle is made of them."""

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
        self.shown = {account.id: _shown(account) for account in accounts}
        self.close = self.graph.closeness()
        self.known = {
            key: one
            for key, contacts in self.people.items()
            if (one := standing(_one(contacts), topics)) and one.kind
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
        """Return what each account tells of each person in the graph.

        Of a partner in no list, the key alone.
        """
        people: dict[str, list[tuple[Account, Contact]]] = defaultdict(list)
        for account in self.accounts.values():
            contacts = {contact.key: contact for contact in account.contacts}
            met = {one.partner for one in account.interactions if is_dealing(one, messages=True)}
            for key in sorted(contacts.keys() | met):
                if (person := self.persons.key(account, key)) in self.graph.bonds:
                    people[person].append((account, contacts.get(key) or Contact(key)))
        return people

    def member(self, key: str) -> Member:
        """Tell of one person what the exports tell."""
        bond, one, contacts = self.graph.bonds[key], self.known.get(key), self.people[key]
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
            basis=one.kind if one else "",
            basis_value=one.value if one else 0.0,
            expert=bool(one and one.expert),
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
        """Return who knows whom."""
        for (one, other), tie in self.graph.ties.items():
            yield Link(
                self.places[one],
                self.places[other],
                tie.weight,
                tie.together,
                tie.thread,
                tie.employer,
                _iso(tie.newest),
            )

    def community(self, group: Sequence[str]) -> Community:
        """Name a group by the employer or the word of expertise that most of them, and at least two, share."""
        words: Counter[str] = Counter()
        spelled: dict[str, str] = {}
        for key in group:
            told = [
                text
                for _, contact in self.people[key]
                for text in (contact.company, *contact.expertise.split(","))
            ]
            plain = {employer(text): text.strip() for text in told if employer(text)}
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
        """Return which contacts are one person, as far as they are in the graph."""
        for merge in self.persons.merges:
            (one, other), keys = (
                (self.accounts[merge.one[0]], self.accounts[merge.other[0]]),
                (merge.one[1], merge.other[1]),
            )
            place = self.places.get(self.persons.key(one, keys[0]))
            if place is not None:
                names = tuple(
                    _name(self._called(account, key))
                    for account, key in zip((one, other), keys, strict=True)
                )
                yield Merged(
                    place,
                    (one.network, other.network),
                    (names[0], names[1]),
                    merge.evidence,
                    merge.alike,
                )

    def _called(self, account: Account, key: str) -> list[Contact]:
        return [contact for contact in account.contacts if contact.key == key] or [Contact(key)]


def _one(contacts: Known) -> Contact:
    """Return one contact of what several accounts tell: the largest audience, and of the rest what is told first."""
    told = [contact for _, contact in contacts]
    return Contact(
        key=told[0].key,
        followers=max(
            (contact.followers for contact in told if contact.followers is not None), default=None
        ),
        position=next((contact.position for contact in told if contact.position.strip()), ""),
        reputation=next(
            (contact.reputation for contact in told if contact.reputation is not None), None
        ),
        expertise=", ".join(contact.expertise for contact in told if contact.expertise),
    )


def _name(contacts: Sequence[Contact]) -> str:
    """Return the fullest name a person goes by, else what their network knows them by."""
    return max(
        (contact.name or contact.key for contact in contacts),
        key=lambda name: (name.count(" "), len(name), name),
    )


def _shown(account: Account) -> set[str]:
    """Return the directions in which an account's exports show anything given in public at all.

    Messages show theirs alone.
    """
    return {
        one.direction for one in account.interactions if one.kind not in STATES and not one.private
    }


def _iso(at: int) -> str:
    return day_of(at).isoformat() if at else ""


def nameless(found: Circle) -> Circle:
    """Return a circle in which every person is an ordinal, by their place.

    Nothing leads back from one to a name.
    """
    return replace(
        found,
        members=tuple(
            replace(member, name=f"Contact {place}")
            for place, member in enumerate(found.members, start=1)
        ),
        communities=tuple(replace(one, name="") for one in found.communities),
        merges=tuple(replace(merge, names=("", "")) for merge in found.merges),
        named=False,
    )


def redacted(found: Circle) -> Circle:
    """Return a nameless circle to be shown to others: no exact audience, no day, and no small count (reliability P1-P3)."""
    hidden = nameless(found)
    return replace(
        hidden,
        person="",
        members=tuple(map(_blurred, hidden.members)),
        links=tuple(map(_unweighed, hidden.links)),
        merges=tuple(replace(merge, alike=100.0) for merge in hidden.merges),
        redacted=True,
    )


def _unweighed(link: Link) -> Link:
    """Leave of a link what kinds it is of."""
    return replace(
        link, weight=1.0, together=min(link.together, 1), thread=min(link.thread, 1), newest=""
    )


def _blurred(member: Member) -> Member:
    """Round what an exact number would tell of somebody."""
    return replace(
        member,
        closeness=round(member.closeness, 3),
        standing=None if member.standing is None else round(member.standing, 1),
        basis_value=0.0,
        weight=None if member.weight is None else round(member.weight, 3),
        newest=member.newest[:7],
        waits=member.waits[:7],
    )
