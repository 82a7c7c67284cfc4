"""Foursquare and Swarm: check-ins, tips and friends.

Where somebody was is never read: no shape here has a field for a place. The files of visits, photos
and plans stay closed.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import document, keyed
from klout_cli.importers.archive import Archive, Claims, Json, Rows
from klout_cli.person.rows import Contact, Interaction, Level, Owner, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

NO_ID = Message("no id")

# What the first bytes of a file show that may be opened; an empty list shows nothing, so one file
# of an export is enough.
MARKS = {
    "users": (b'"self"', b'"firstName"'),
    "checkins": (b'"timeZoneOffset"', b'"createdAt"'),
    "tips": (b'"agreeCount"', b'"createdAt"'),
}
HEAD = 1 << 14

_ENDING = r"s?(?:[^a-z].*)?\.json"
_CLOSED = (
    r"(?i:(?:comments|expertise|lists|photos|plans|shares|unconfirmed_visits|venueratings|visits)"
    r"\d*\.json|pix/[^/]*)"
)

Value: TypeAlias = str | int | float | None


class Person(Struct, rename="camel", gc=False):
    """Somebody, as lists name them."""

    id: Value = None
    first_name: Value = None
    last_name: Value = None

    @property
    def name(self) -> str:
        """First and last name, as far as given."""
        return " ".join(str(part) for part in (self.first_name, self.last_name) if part)


class Group(Struct):
    """A part of a list of people."""

    items: list[Person] | None = None


class People(Struct):
    """A list of people, whole or in groups; `count` may be more than are listed."""

    count: Value = None
    items: list[Person] | None = None
    groups: list[Group] | None = None

    def listed(self) -> Iterator[Person]:
        """Yield those in the list."""
        yield from self.items or ()
        for group in self.groups or ():
            yield from group.items or ()


class Me(Person):
    """The owner in an API answer, with the lists of people inside."""

    friends: People | None = None
    followers: People | None = None
    following: People | None = None


class Checkin(Struct, rename="camel"):
    """A check-in without its place, or an API answer; only the API has likes and privacy."""

    id: Value = None
    created_at: Value = None
    entities: list[dict[str, Any]] | None = None
    comments: dict[str, Any] | None = None
    likes: dict[str, Any] | None = None
    private: Any = None
    shout: Value = None
    response: "Response | None" = None


class Checkins(Struct):
    """A list of check-ins in an API answer."""

    items: list[Checkin] | None = None


class Response(Struct):
    """What is inside an API answer."""

    user: Me | None = None
    checkins: Checkins | None = None


class Users(Struct, rename={"me": "self"}):
    """users.json: the owner and the people around them; or an API answer about the owner."""

    me: Person | None = None
    friends: People | None = None
    followers: People | None = None
    following: People | None = None
    response: Response | None = None


class Tip(Struct, rename="camel", gc=False):
    """A tip without its place."""

    id: Value = None
    created_at: Value = None
    view_count: Value = None
    agree_count: Value = None
    text: Value = None


class Foursquare(Archive):
    """The one download of both apps: check-ins with comments, tips with views, and friends."""

    key = network = "foursquare"
    variant = N_("check-ins and tips")
    twice = Message("same check-in or tip twice")
    twice_listed = ""
    closed = _CLOSED
    files = (
        Json("users", name="users" + _ENDING, whole=True),
        Json("checkins", name="checkin" + _ENDING, whole=True),
        Json("tips", name="tips" + _ENDING, kind=Tip, keys=("items",)),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.contact_keys: set[str] = set()

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the folders in which users, check-ins or tips are what their names say."""
        exports = super().identify(members, reading)
        return [export for export in exports if any(map(cls.is_evidence, export))]

    @classmethod
    def is_evidence(cls, member: Member) -> bool:
        """Return True for a file whose first bytes show what its name says."""
        file = cls.file_of(member)
        return file is not None and all(mark in member.head(HEAD) for mark in MARKS[file.id])

    def users(self, member: Member) -> None:
        """Read the owner and the people around them.

        Friends see what followers see, so the audience is both, each person once.
        """
        users = document(member, Users, self.intake) or Users()
        answer = users.response.user if users.response else None
        me = answer or users.me
        if me is not None:
            self.intake.use()
            self.draft.owner = Owner(_text(me.id), me.name, personal=True)
            self.draft.handle = _text(me.id)
        keys: dict[str, set[str]] = {}
        counts: dict[str, int] = {}
        for name in ("friends", "followers", "following"):
            people: People | None = getattr(answer or users, name)
            keys[name] = self.read_people(people, name)
            if people:
                stated = count(people.count)
                listed = len(keys[name])
                counts[name] = max(stated, listed) if isinstance(stated, int) else listed
        if "followers" in counts:
            counts["followers"] += counts.get("friends", 0) - len(
                keys["friends"] & keys["followers"]
            )
        self.draft.levels += [Level(name, value) for name, value in counts.items()]
        self.draft.interactions += [
            Interaction(key, "out", "connection") for key in sorted(keys["friends"])
        ]
        self.draft.variant = N_("data download")

    def read_people(self, people: People | None, name: str) -> set[str]:
        """Make contacts of those in a list, and return their ids."""
        persons = list(people.listed()) if people else []
        self.each(
            ((f"{name} {number}", each) for number, each in enumerate(persons, 1)), self.person
        )
        return {_text(person.id) for person in persons} - {""}

    def person(self, person: Person) -> Rows:
        """Take one person, who may be in another list already."""
        key = self.required(_text(person.id), NO_ID)
        if key not in self.contact_keys:
            self.contact_keys.add(key)
            yield Contact(key=key, name=person.name)

    def checkins(self, member: Member) -> None:
        """Read a part of the check-ins: a list, or API answers with many of them."""
        for number, item in keyed(member, ("items",), Checkin, self.intake):
            if isinstance(item, Bad) or not item.response or item.response.checkins is None:
                self.each([(number, item)], self.checkin)
            else:
                inside = item.response.checkins.items or ()
                self.each(((number, checkin) for checkin in inside), self.checkin)

    def checkin(self, checkin: Checkin) -> Rows:
        """Take one check-in, and the friends tagged in it."""
        post = Post(
            id=self.once(_text(checkin.id), NO_ID),
            at=self.date(checkin.created_at),
            public=not checkin.private,
            likes=self.count((checkin.likes or {}).get("count")),
            comments=self.count((checkin.comments or {}).get("count")),
            text=_text(checkin.shout),
        )
        yield post
        users = (tag for tag in checkin.entities or () if tag.get("type") == "user")
        for key in sorted({_text(tag.get("id")) for tag in users} - {""}):
            yield Interaction(key, "out", "mention", at=post.at, private=not post.public)

    def tips(self, tip: Tip) -> Rows:
        """Take one tip: who agreed liked it, and views are impressions."""
        yield Post(
            id=self.once(_text(tip.id), NO_ID),
            at=self.date(tip.created_at),
            likes=self.count(tip.agree_count),
            impressions=self.count(tip.view_count),
            text=_text(tip.text),
        )


def _text(value: Value) -> str:
    return "" if value is None else str(value).strip()
