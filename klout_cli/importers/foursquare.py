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
from klout_cli.importers.archive import Archive, Json, Rows
from klout_cli.person.rows import Contact, Interaction, Level, Owner, Post
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

NOBODY = "nobody named"

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


class Count(Struct, gc=False):
    """How many of something there are."""

    count: Value = None


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


class People(Count):
    """A list of people, whole or in groups; `count` may say that there are more."""

    items: list[Person] | None = None
    groups: list[Group] | None = None

    def listed(self) -> Iterator[Person]:
        """Yield those in the list."""
        yield from self.items or ()
        for group in self.groups or ():
            yield from group.items or ()


class Lists(Struct, rename={"me": "self"}):
    """users.json: its owner and the people around them."""

    me: Person | None = None
    friends: People | None = None
    followers: People | None = None
    following: People | None = None


class Me(Person):
    """The owner as the programming interface tells, the lists inside."""

    friends: People | None = None
    followers: People | None = None
    following: People | None = None


class Tag(Struct, gc=False):
    """Something named in a check-in's words, such as a friend."""

    id: Value = None
    type: Any = None


class Checkin(Struct, rename="camel"):
    """A check-in without its place.

    Only the programming interface counts likes, and says what is private.
    """

    id: Value = None
    created_at: Value = None
    entities: list[Tag] | None = None
    comments: Count | None = None
    likes: Count | None = None
    private: Any = None
    shout: Value = None


class Checkins(Struct):
    """A list of check-ins."""

    items: list[Checkin] | None = None


class Response(Struct):
    """What is inside an answer of the programming interface."""

    user: Me | None = None
    checkins: Checkins | None = None


class Answered(Checkin):
    """A check-in, or an answer of the programming interface with many of them."""

    response: Response | None = None


class Users(Lists):
    """users.json, or an answer of the programming interface about the owner."""

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

    key = "foursquare"
    network = "foursquare"
    variant = "check-ins and tips"
    twice = "same check-in or tip twice"
    twice_listed = ""
    closed = _CLOSED
    files = (
        Json("users", name="users" + _ENDING, whole=True),
        Json("checkins", name="checkin" + _ENDING, whole=True),
        Json("tips", name="tips" + _ENDING, kind=Tip, keys=("items",)),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.known_keys: set[str] = set()

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the folders in which users, check-ins or tips are what their names say."""
        return [
            export
            for export in super().identify(members, reading)
            if any(map(cls.is_evidence, export))
        ]

    @classmethod
    def is_evidence(cls, member: Member) -> bool:
        """Return True for a file whose first bytes show what its name says."""
        file = cls.file_of(member)
        return file is not None and all(mark in member.head(HEAD) for mark in MARKS[file.id])

    def users(self, member: Member) -> None:
        """Read the owner and the people around them."""
        lists = document(member, Users, self.intake) or Users()
        me = lists.me
        if lists.response and lists.response.user:
            me = lists.response.user
            lists = Users(me, me.friends, me.followers, me.following)
        if me is not None:
            self.intake.use()
            self.draft.owner = Owner(_text(me.id), me.name, personal=True)
            self.draft.handle = _text(me.id)
        friends = self.read_people(lists.friends, "friends")
        followers = self.read_people(lists.followers, "followers")
        following = self.read_people(lists.following, "following")
        self.draft.interactions += [
            Interaction(key, "out", "connection") for key in sorted(friends)
        ]
        self.draft.levels += _levels(lists, friends, followers, following)
        self.draft.variant = "data download"

    def read_people(self, people: People | None, name: str) -> set[str]:
        """Make contacts of those in a list, and return their ids."""
        persons = list(people.listed() if people else ())
        self.known_keys = {contact.key for contact in self.draft.contacts}
        rows = ((f"{name} {number}", person) for number, person in enumerate(persons, 1))
        self.each(rows, self.person)
        return {_text(person.id) for person in persons} - {""}

    def person(self, person: Person) -> Rows:
        """Take one person, who may be in another list already."""
        key = self.required(_text(person.id), NOBODY)
        if key not in self.known_keys:
            yield Contact(key=key, name=person.name)

    def checkins(self, member: Member) -> None:
        """Read a part of the check-ins: a list, or answers of the programming interface."""
        items = keyed(member, ("items",), Answered, self.intake)
        self.each(_single_checkins(items), self.checkin)

    def checkin(self, checkin: Checkin) -> Rows:
        """Take one check-in, and the friends tagged in it."""
        post = Post(
            id=self.once(_text(checkin.id), "no id"),
            at=self.date(checkin.created_at),
            public=not checkin.private,
            likes=self.count(checkin.likes.count) if checkin.likes else None,
            comments=self.count(checkin.comments.count) if checkin.comments else None,
            text=_text(checkin.shout),
        )
        yield post
        tagged = {_text(tag.id) for tag in checkin.entities or () if tag.type == "user"} - {""}
        for key in sorted(tagged):
            yield Interaction(key, "out", "mention", at=post.at, private=not post.public)

    def tips(self, tip: Tip) -> Rows:
        """Take one tip: who agreed liked it, and views are impressions."""
        yield Post(
            id=self.once(_text(tip.id), "no id"),
            at=self.date(tip.created_at),
            likes=self.count(tip.agree_count),
            impressions=self.count(tip.view_count),
            text=_text(tip.text),
        )


def _single_checkins(items: Iterator[tuple[int, Any]]) -> Iterator[tuple[int, Checkin | Bad]]:
    """Yield the check-ins of a list whose items may be answers with many of them."""
    for number, item in items:
        if isinstance(item, Bad) or not item.response or item.response.checkins is None:
            yield number, item
        else:
            yield from ((number, checkin) for checkin in item.response.checkins.items or ())


def _levels(
    lists: Lists, friends: set[str], followers: set[str], following: set[str]
) -> list[Level]:
    """Count the people.

    Friends see what followers see, so the audience is both, each person once.
    """
    levels: list[Level] = []
    if lists.friends:
        levels.append(Level("friends", _count_people(lists.friends, friends)))
    if lists.followers:
        both = len(friends & followers)
        levels.append(
            Level(
                "followers",
                _count_people(lists.followers, followers)
                + _count_people(lists.friends, friends)
                - both,
            )
        )
    if lists.following:
        levels.append(Level("following", _count_people(lists.following, following)))
    return levels


def _count_people(people: People | None, listed: set[str]) -> int:
    """Return how many people there are: a list may hold fewer than its count says."""
    stated = count(people.count) if people else None
    return max(stated, len(listed)) if isinstance(stated, int) else len(listed)


def _text(value: Value) -> str:
    return "" if value is None else str(value).strip()
