"""Foursquare and Swarm: check-ins, tips and friends (formats §9).

Where somebody was is never read: no shape here has a field for a place.

The files of visits, photos and plans stay closed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, keyed
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Interaction, Level, Owner, Post
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

TWICE = "same check-in or tip twice"
NOBODY = "nobody named"
NO_DATE = Bad("no date")
NO_ID = Bad("no id")

# What the first bytes of a file show that may be opened; an empty list shows nothing, so one file
# of an export is enough.
MARKS = {
    "users": (b'"self"', b'"firstName"'),
    "checkin": (b'"timeZoneOffset"', b'"createdAt"'),
    "tips": (b'"agreeCount"', b'"createdAt"'),
}
HEAD = 1 << 14

_OPENED = r"(users|checkin|tips)s?(?:[^a-z].*)?\.json"
_CLOSED = r"(?:comments|expertise|lists|photos|plans|shares|unconfirmed_visits|venueratings|visits)\d*\.json"

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


class Foursquare:
    """The one download of both apps: check-ins with their comments, tips with views and agreement, friends and followers."""

    network = "foursquare"
    source, feeds = described("foursquare")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the folders in which users, check-ins or tips are what their names say.

        All files of the download are claimed.
        """
        folders: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            folders[_folder(member)].append(member)
        found = [
            folder for folder, files in sorted(folders.items()) if any(map(_is_evidence, files))
        ]
        return [tuple(member for member in members if _belongs(member, folder)) for folder in found]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read users, check-ins and tips; nothing else is opened."""
        download = _Download(reading)
        files = sorted(members, key=lambda member: (member.name, member.container))
        for role, read in READERS.items():
            for member in files:
                if _role(member) == role:
                    read(download, member)
        return [download.finish()]


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _role(member: Member) -> str:
    found = re.fullmatch(_OPENED, member.basename)
    return found[1] if found else ""


def _belongs(member: Member, folder: str) -> bool:
    """Tell the files of a download, pictures among them, from strangers beside it."""
    if _folder(member) == f"{folder}/pix".lstrip("/"):
        return True
    return _folder(member) == folder and bool(
        _role(member) or re.fullmatch(_CLOSED, member.basename)
    )


def _is_evidence(member: Member) -> bool:
    role = _role(member)
    return bool(role) and all(mark in member.head(HEAD) for mark in MARKS[role])


class _Download:
    """One download while it is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(Foursquare.network, "check-ins and tips")
        self.known: set[str] = set()

    def users(self, member: Member) -> None:
        """Read the owner and the people around them."""
        with self.draft.reading(member.where) as intake:
            told = document(member, Users, intake) or Users()
            me = told.me
            if told.response and told.response.user:
                me = told.response.user
                told = Users(me, me.friends, me.followers, me.following)
            if me is not None:
                intake.use()
                self.draft.owner = Owner(_text(me.id), me.name, personal=True)
                self.draft.handle = _text(me.id)
            friends = self._people(told.friends, "friends", intake)
            followers = self._people(told.followers, "followers", intake)
            following = self._people(told.following, "following", intake)
            self.draft.interactions += [
                Interaction(key, "out", "connection") for key in sorted(friends)
            ]
            self.draft.levels += _levels(told, friends, followers, following)
            self.draft.variant = "data download"

    def _people(self, people: People | None, name: str, intake: Intake) -> set[str]:
        """Make contacts of those in a list, and return their ids."""
        known = {contact.key for contact in self.draft.contacts}
        listed: set[str] = set()
        for number, person in enumerate(people.listed() if people else (), 1):
            key = _text(person.id)
            if not key:
                intake.skip(f"{name} {number}", NOBODY)
            elif key in known:
                intake.use()
            elif contact := intake.row(Contact, f"{name} {number}", key=key, name=person.name):
                self.draft.contacts.append(contact)
            listed |= {key} - {""}
        return listed

    def checkins(self, member: Member) -> None:
        """Read a part of the check-ins: `{count, items}`, a list, or answers of the programming interface."""
        with self.draft.reading(member.where) as intake:
            known = set(self.known)
            for number, item in keyed(member, ("items",), Answered, intake):
                if isinstance(item, Bad):
                    intake.skip(number, item.reason)
                    continue
                inside = item.response.checkins if item.response else None
                for checkin in [item] if inside is None else inside.items or ():
                    self._checkin(checkin, number, known, intake)
            self.known = known

    def _checkin(self, checkin: Checkin, number: int, known: set[str], intake: Intake) -> None:
        post = self._post(
            intake,
            number,
            known,
            checkin,
            public=not checkin.private,
            likes=count(checkin.likes.count) if checkin.likes else None,
            comments=count(checkin.comments.count) if checkin.comments else None,
            text=_text(checkin.shout),
        )
        if post:
            tagged = {_text(tag.id) for tag in checkin.entities or () if tag.type == "user"} - {""}
            mentions = [
                Interaction(key, "out", "mention", at=post.at, private=not post.public)
                for key in sorted(tagged)
            ]
            self.draft.interactions += mentions

    def tips(self, member: Member) -> None:
        """Read tips: who agreed liked them, and views are impressions."""
        with self.draft.reading(member.where) as intake:
            known = set(self.known)
            for number, tip in keyed(member, ("items",), Tip, intake):
                if isinstance(tip, Bad):
                    intake.skip(number, tip.reason)
                else:
                    likes, views = count(tip.agree_count), count(tip.view_count)
                    self._post(
                        intake,
                        number,
                        known,
                        tip,
                        likes=likes,
                        impressions=views,
                        text=_text(tip.text),
                    )
            self.known = known

    def _post(
        self, intake: Intake, number: int, known: set[str], item: Checkin | Tip, **values: object
    ) -> Post | None:
        """Make a post of a check-in or tip that no other part has brought."""
        key = _text(item.id)
        if key in known:
            intake.skip(number, TWICE)
            return None
        found = moment(item.created_at, self.reading.latest)
        at = found[0] if isinstance(found, tuple) else found or NO_DATE
        post = intake.row(Post, number, id=key or NO_ID, at=at, **values)
        if post:
            known.add(key)
            self.draft.posts.append(post)
        return post

    def finish(self) -> Export:
        """Date the download by its newest check-in or tip: it bears no date of its own."""
        self.draft.exported_at = max((post.at for post in self.draft.posts), default=None)
        return self.draft.finish()


READERS = {"users": _Download.users, "checkin": _Download.checkins, "tips": _Download.tips}


def _levels(
    told: Lists, friends: set[str], followers: set[str], following: set[str]
) -> list[Level]:
    """Count the people.

    Friends see what followers see, so the audience is both, each person once.
    """
    levels: list[Level] = []
    if told.friends:
        levels.append(Level("friends", _stated(told.friends, friends)))
    if told.followers:
        both = len(friends & followers)
        levels.append(
            Level(
                "followers",
                _stated(told.followers, followers) + _stated(told.friends, friends) - both,
            )
        )
    if told.following:
        levels.append(Level("following", _stated(told.following, following)))
    return levels


def _stated(people: People | None, listed: set[str]) -> int:
    """Return how many people there are: a list may hold fewer than its count says."""
    stated = count(people.count) if people else None
    return max(stated, len(listed)) if isinstance(stated, int) else len(listed)


def _text(value: Value) -> str:
    return "" if value is None else str(value).strip()
