"""Google+ as Google Takeout gave it until April 2019: posts with everybody who answered them, and circles (formats §8).

Folders are named in the owner's language and posts by their first words, so posts are told by their
dates and keys.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, items
from klout_cli.files.table import open_table
from klout_cli.files.text import fold
from klout_cli.files.vcards import cards
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Interaction, Level, Owner, Post
from klout_cli.values.dates import moment
from klout_cli.values.reading import PLAIN, Reading

LOOKED_INTO = 5  # files of a folder whose first bytes may show that it is Google+
HEAD = 1 << 16  # pages begin with their styles
ADDRESS = b"plus.google.com/"
HTML = "these Google+ posts are in HTML: give the download in format JSON; Google+ has given none since April 2019"

NOBODY = "nobody named"
TWICE = "same post twice"
NOT_OWN = "post of somebody else"
OWN = "own +1s, comments and reshares of own posts left out"
NO_DATE = Bad("no date")
NO_ID = Bad("no id")

CIRCLE_COLUMNS = {
    "name": {"display name"},
    "first": {"first name"},
    "last": {"last name"},
    "url": {"profile url"},
}

_DATED = r"\d{8}(?: ?-.*)?\.(?:json|html)"
_ZIP_NAME = r"takeout-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z"
_PROFILE = r"plus\.google\.com/(?:u/\d+/)?([^/?#]+)"

Text: TypeAlias = str | int | None


class Person(Struct, rename="camel", gc=False):
    """Somebody: posts name them by `resourceName` (users/<id>), circles only by the address of their profile."""

    display_name: Text = None
    resource_name: Text = None
    profile_page_url: Text = None
    profile_url: Text = None


class Comment(Struct, rename="camel"):
    """A comment on a post."""

    author: Person | None = None
    creation_time: Text = None


class PlusOne(Struct, rename="camel"):
    """A +1 on a post; it has no date of its own."""

    plus_oner: Person | None = None


class Reshare(Struct):
    """Somebody's reshare of a post; it has no date of its own."""

    resharer: Person | None = None


class Circle(Struct):
    """One of the circles a post is shown to."""

    type: Text = None


class StandardAcl(Struct):
    """The circles a post is shown to."""

    circles: list[Circle] | None = None


class Acl(Struct, rename="camel"):
    """To whom a post is shown."""

    is_public: Any = None
    visible_to_standard_acl: StandardAcl | None = None

    @property
    def public(self) -> bool:
        """Whether everybody could see the post.

        Communities, collections and events do not say so.
        """
        shown = self.visible_to_standard_acl or StandardAcl()
        return self.is_public is True or any(
            circle.type == "CIRCLE_TYPE_PUBLIC" for circle in shown.circles or ()
        )


class Activity(Struct, rename="camel"):
    """One post. Lists nobody is in are left out of the file."""

    url: Text = None
    creation_time: Text = None
    author: Person | None = None
    content: Text = None
    comments: list[Comment] | None = None
    plus_ones: list[PlusOne] | None = None
    reshares: list[Reshare] | None = None
    reshared_post: Any = None
    post_acl: Acl | None = None
    activity_id: Text = None
    resource_name: Text = None


class CircleFile(Struct):
    """A circle in JSON."""

    person: list[Person] | None = None


class GooglePlus:
    """Google+ in a Takeout: who +1'd, commented and reshared the owner's posts, by name, and whom the owner had in circles."""

    network = "googleplus"
    source, feeds = described("googleplus")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the folders that hold posts or circles.

        What lies beside them under Google+ belongs to them, opened or not.
        """
        folders: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            if _is_candidate(member, alone=len(members) == 1):
                folders[_folder(member)].append(member)
        found = {
            folder
            for folder, files in folders.items()
            if any(map(_kind, islice(files, LOOKED_INTO)))
        }
        exports: dict[str, list[Member]] = {_root(folder): [] for folder in sorted(found)}
        for member in members:
            folder = _folder(member)
            root = _root(folder)
            if root in exports and (
                _is_googleplus(folder)
                or (folder in found and (folder or member in folders[folder]))
            ):
                exports[root].append(member)
        return [tuple(claimed) for claimed in exports.values()]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read posts, then the circles; nothing else is opened."""
        takeout = _Takeout(reading)
        names = {member.name.lower() for member in members}
        circles: list[Member] = []
        for member in sorted(members, key=lambda member: (member.name, member.container)):
            match _role(member):
                case "post":
                    takeout.read_posts(member)
                case "page" if member.name.lower().removesuffix("html") + "json" not in names:
                    takeout.refuse_page(member)
                case "circle":
                    circles.append(member)
        takeout.settle_posts()
        for member in circles:
            takeout.read_circle(member)
        return [takeout.finish(members)]


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _is_googleplus(folder: str) -> bool:
    """Tell by the name.

    Below "Takeout" lie Google's own folders, and what is above it tells nothing of them.
    """
    within = f"/{folder.lower()}".rpartition("/takeout/")[2]
    return any("google+" in part or part == "+1s" for part in within.split("/"))


def _root(folder: str) -> str:
    """Return where the Takeout begins: above the folder that bears the name, else above the one that posts lie in."""
    parts = folder.split("/")
    named = [index for index, part in enumerate(parts) if _is_googleplus(part)]
    return "/".join(parts[: named[0]] if named else parts[:-2])


def _is_candidate(member: Member, alone: bool) -> bool:
    """Tell by its name whether a file may be one that is read."""
    if re.fullmatch(_DATED, member.basename):
        return True
    return (alone or _is_googleplus(_folder(member))) and member.basename.endswith(
        (".json", ".html", ".csv", ".vcf")
    )


def _role(member: Member) -> str:
    """Tell what a file of a Takeout is: of posts there are many, and their dates are enough."""
    if re.fullmatch(_DATED, member.basename):
        return "post" if member.basename.endswith(".json") else "page"
    return _kind(member) if member.basename.endswith((".json", ".csv", ".vcf")) else ""


def _kind(member: Member) -> str:
    """Tell post, page (a post in HTML) and circle by their first bytes, "" for everything else."""
    head = member.head(HEAD)
    match member.basename.rpartition(".")[2]:
        case "json" if (
            b'"creationTime"' in head
            and b'"author"' in head
            and (b'"postAcl"' in head or ADDRESS in head)
        ):
            return "post"
        case "json" if b'"person"' in head and (
            b'"profileUrl"' in head or _is_googleplus(_folder(member))
        ):
            return "circle"
        case "html" if re.fullmatch(_DATED, member.basename) and ADDRESS in head:
            return "page"
        case "csv" if b"Profile URL" in head:
            return "circle"
        case "vcf" if ADDRESS in head:
            return "circle"
    return ""


def _text(value: Text) -> str:
    return "" if value is None else str(value).strip()


def _profile(person: Person) -> str:
    """Return how the person's address ends: an id, or a name they chose with a plus before it."""
    found = re.search(_PROFILE, _text(person.profile_page_url) or _text(person.profile_url))
    return found[1].casefold() if found else ""


def _id(person: Person | None) -> str:
    """Return the key of somebody a post names, "" where it names nobody."""
    if person is None:
        return ""
    return (
        _text(person.resource_name).rpartition("/")[2]
        or _profile(person)
        or fold(_text(person.display_name))
    )


def _plain(content: str) -> str:
    """Take the tags out of a post's HTML."""
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", content)).split())


class _Takeout:
    """One Takeout while it is read: posts wait until it is known whose they are."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(GooglePlus.network)
        self.draft.names_responders = True
        self.found: list[tuple[Intake, int, Activity]] = []
        self.owner = ""
        self.people: dict[str, str] = {}
        self.profiles: dict[str, str] = {}
        self.newest: int | None = None
        self.circles: list[Intake] = []

    def read_posts(self, member: Member) -> None:
        """Read a file, which holds one post."""
        with self.draft.reading(member.where) as intake:
            found: list[tuple[Intake, int, Activity]] = []
            for number, item in items(member, Activity, intake):
                if isinstance(item, Bad):
                    intake.skip(number, item.reason)
                else:
                    found.append((intake, number, item))
            self.found += found

    def refuse_page(self, page: Member) -> None:
        """Count a post in HTML (J10)."""
        with self.draft.reading(page.where) as intake:
            intake.skip(1, "HTML instead of JSON")
        if HTML not in self.draft.notes:
            self.draft.notes.append(HTML)

    def settle_posts(self) -> None:
        """Make rows of the posts of whoever wrote most of them."""
        votes = Counter(filter(None, (_id(activity.author) for _, _, activity in self.found)))
        self.owner = min(votes, key=lambda vote: (-votes[vote], vote), default="")
        known: set[str] = set()
        for intake, number, activity in self.found:
            identity = (
                _text(activity.resource_name) or _text(activity.activity_id) or _text(activity.url)
            )
            if _id(activity.author) != self.owner:
                intake.skip(number, NOT_OWN)
            elif identity in known:
                intake.skip(number, TWICE)
            else:
                known.add(identity)
                self._post(intake, number, activity, identity)

    def _post(self, intake: Intake, number: int, activity: Activity, identity: str) -> None:
        plus_ones = self._others([one.plus_oner for one in activity.plus_ones or ()], intake)
        reshares = self._others([one.resharer for one in activity.reshares or ()], intake)
        comments = [one for one in activity.comments or () if self._is_other(one.author, intake)]
        post = intake.row(
            Post,
            number,
            id=identity or NO_ID,
            at=self._at(activity.creation_time) or NO_DATE,
            kind="repost" if activity.reshared_post else "original",
            public=activity.post_acl is not None and activity.post_acl.public,
            likes=len(plus_ones),
            comments=len(comments),
            shares=len(reshares),
            text=_plain(_text(activity.content)),
            url=_text(activity.url),
        )
        if post is None:
            return
        self.draft.posts.append(post)
        self._name(activity.author)
        for person in plus_ones:
            self._answer(post, person, "reaction", post.at)
        for person in reshares:
            self._answer(post, person, "share", post.at)
        for comment in comments:
            at = self._at(comment.creation_time)
            self._answer(post, comment.author, "comment", at if isinstance(at, int) else post.at)

    def _others(self, people: Sequence[Person | None], intake: Intake) -> list[Person | None]:
        return [person for person in people if self._is_other(person, intake)]

    def _is_other(self, person: Person | None, intake: Intake) -> bool:
        """Leave out, and count, what the owner gave to posts of their own (U5)."""
        if self.owner and _id(person) == self.owner:
            intake.note(OWN)
            return False
        return True

    def _answer(self, post: Post, person: Person | None, kind: str, at: int) -> None:
        """Note who answered; somebody who has left is nobody, though counted in the post."""
        self.newest = max(self.newest or 0, at)
        if partner := self._name(person):
            self.draft.interactions.append(
                Interaction(partner, "in", kind, at=at, private=not post.public)
            )

    def _name(self, person: Person | None) -> str:
        """Remember a person's name and address, and return their key."""
        key = _id(person)
        if person is not None and key and key not in self.people:
            self.people[key] = _text(person.display_name)
            self.profiles[_profile(person)] = key
        return key

    def _at(self, written: Text) -> int | Bad | None:
        """Parse `2018-10-23 09:11:12+0000`, also with a colon before the zone."""
        text = _text(written)
        found = moment(text[:19] + text[19:].lstrip(":"), self.reading.latest)
        return found[0] if isinstance(found, tuple) else found

    def read_circle(self, member: Member) -> None:
        """Read the people of one circle.

        The same circle may lie there in three formats, and one person in several circles.
        """
        with self.draft.reading(member.where) as intake:
            self.circles.append(intake)
            for line, person in self._circle(member, intake):
                profile, name = _profile(person), _text(person.display_name)
                key = self.profiles.get(profile, profile) or fold(name)
                if not key:
                    intake.skip(line, NOBODY)
                elif key in self.draft.following:
                    intake.use()
                elif contact := intake.row(Contact, line, key=key, name=name):
                    self.draft.contacts.append(contact)
                    self.draft.following.add(key)

    def _circle(self, member: Member, intake: Intake) -> Iterator[tuple[int, Person]]:
        if member.basename.endswith(".json"):
            yield from enumerate(
                (document(member, CircleFile, intake) or CircleFile()).person or (), 1
            )
        elif member.basename.endswith(".vcf"):
            for line, card in cards(member, intake, self.reading.encoding):
                if isinstance(card, Bad):
                    intake.skip(line, card.reason)
                else:
                    yield line, Person(card.name, profile_url=next(iter(card.urls), None))
        else:
            yield from self._circle_table(member, intake)

    def _circle_table(self, member: Member, intake: Intake) -> Iterator[tuple[int, Person]]:
        table = open_table(member, intake, CIRCLE_COLUMNS, ("url",), self.reading.encoding)
        if table is None:
            raise InputError(
                "the columns are not those of a circle",
                member.where,
                "use the file as it was downloaded",
            )
        for line, cells in table.rows:
            if isinstance(cells, Bad):
                intake.skip(line, cells.reason)
                continue
            row = {name: cells[index].strip() for name, index in table.columns.items()}
            name = row.get("name") or f"{row.get('first', '')} {row.get('last', '')}".strip()
            yield line, Person(name, profile_url=row["url"])

    def finish(self, members: Sequence[Member]) -> Export:
        """Settle owner, date, variant, and the contacts that are in no circle."""
        draft = self.draft
        cut = any(intake.reasons for intake in self.circles)
        if draft.following or (self.circles and not cut):
            draft.levels.append(
                Level("following", len(draft.following), quality="cut" if cut else "exact")
            )
        named = {contact.key for contact in draft.contacts} | {self.owner}
        draft.contacts += [
            Contact(key, name) for key, name in sorted(self.people.items()) if key not in named
        ]
        draft.owner = Owner(self.owner, self.people.get(self.owner, ""), personal=bool(self.owner))
        draft.handle = self._handle()
        draft.exported_at = self._dated(members) or self._newest()
        draft.variant = (
            "Takeout"
            if self.found
            else "Takeout in HTML"
            if HTML in draft.notes
            else "Takeout, circles only"
        )
        return draft.finish()

    def _handle(self) -> str:
        """Return the name the owner chose for the address, which their posts bear, else their id."""
        names = (re.search(_PROFILE, post.url) for post in self.draft.posts)
        votes = Counter(found[1].removeprefix("+") for found in names if found)
        return min(votes, key=lambda vote: (-votes[vote], vote), default=self.owner)

    def _dated(self, members: Sequence[Member]) -> int | None:
        """Return the moment in the name of the download."""
        written = (re.search(_ZIP_NAME, member.where) for member in members)
        found = (
            moment("{}-{}-{} {}:{}:{}".format(*stamp.groups()), self.reading.latest)
            for stamp in written
            if stamp
        )
        return max((one[0] for one in found if isinstance(one, tuple)), default=None)

    def _newest(self) -> int | None:
        return max(
            filter(None, [self.newest, *(post.at for post in self.draft.posts)]), default=None
        )
