"""Foursquare and Swarm: check-ins, tips and friends.

Where somebody was is never read: no shape here has a field for a place. The files of visits, photos
and plans stay closed.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import document, keyed
from klout_cli.importers.archive import Archive, Json, Rows
from klout_cli.importers.scalars import text_of
from klout_cli.person.rows import Contact, Interaction, Level, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.numbers import count

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


class Users(Me, rename={"me": "self"}):
    """users.json: the owner beside the people around them; or an API answer about the owner."""

    me: Person | None = None
    response: Response | None = None


class Tip(Struct, rename="camel", gc=False):
    """A tip without its place."""

    id: Value = None
    created_at: Value = None
    view_count: Value = None
    agree_count: Value = None
    text: Value = None


def _both(id: str, name: str, *marks: bytes, **options: Any) -> tuple[Json, Json]:
    """Declare a file whose first bytes show what its name says, and one that they don't.

    An empty list shows nothing, so one file of an export is enough.
    """
    head = b"".join(b'(?=.*"%s")' % mark for mark in marks)
    name += r"s?(?:[^a-z].*)?\.json"
    return (
        Json(id, name=name, head=head, within=1 << 14, **options),
        Json(f"other {id}", id, name, proves=False, **options),
    )


class Foursquare(Archive):
    """The one download of both apps: check-ins with comments, tips with views, and friends."""

    key = network = "foursquare"
    variant = N_("check-ins and tips")
    twice = Message("same check-in or tip twice")
    twice_listed = ""
    closed = _CLOSED
    files = (
        *_both("users", "users", b"self", b"firstName", whole=True),
        *_both("checkins", "checkin", b"timeZoneOffset", b"createdAt", whole=True),
        *_both("tips", "tips", b"agreeCount", b"createdAt", kind=Tip, keys=("items",)),
    )

    def users(self, member: Member) -> None:
        """Read the owner and the people around them.

        Friends see what followers see, so the audience is both, each person once.
        """
        users = document(member, Users, self.intake) or Users()
        answer = users.response.user if users.response else None
        if me := answer or users.me:
            self.intake.use()
            self.name_account(text_of(me.id), text_of(me.id), me.name)
        keys: dict[str, set[str]] = {}
        counts: dict[str, int] = {}
        for name in ("friends", "followers", "following"):
            people: People | None = getattr(answer or users, name)
            persons = list(people.listed()) if people else []
            self.each(((f"{name} {n}", person) for n, person in enumerate(persons, 1)), self.person)
            keys[name] = {text_of(person.id) for person in persons} - {""}
            if people:
                stated = count(people.count)
                counts[name] = max(stated if isinstance(stated, int) else 0, len(keys[name]))
        if "followers" in counts:
            both = keys["friends"] & keys["followers"]
            counts["followers"] += counts.get("friends", 0) - len(both)
        self.draft.levels += [Level(name, value) for name, value in counts.items()]
        friends = sorted(keys["friends"])
        self.draft.interactions += [Interaction(key, "out", "connection") for key in friends]
        self.draft.variant = N_("data download")

    def person(self, person: Person) -> Rows:
        """Take one person, who may be in another list already."""
        key = self.required(text_of(person.id))
        if key not in self.rows.contact_keys:
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
            id=self.once(text_of(checkin.id)),
            at=self.date(checkin.created_at),
            public=not checkin.private,
            likes=self.count((checkin.likes or {}).get("count")),
            comments=self.count((checkin.comments or {}).get("count")),
            text=text_of(checkin.shout),
        )
        yield post
        users = (tag for tag in checkin.entities or () if tag.get("type") == "user")
        for key in sorted({text_of(tag.get("id")) for tag in users} - {""}):
            yield Interaction(key, "out", "mention", at=post.at, private=not post.public)

    def tips(self, tip: Tip) -> Rows:
        """Take one tip: who agreed liked it, and views are impressions."""
        yield Post(
            id=self.once(text_of(tip.id)),
            at=self.date(tip.created_at),
            likes=self.count(tip.agree_count),
            impressions=self.count(tip.view_count),
            text=text_of(tip.text),
        )
