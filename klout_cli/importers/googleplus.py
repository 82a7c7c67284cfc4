"""Google+ as Google Takeout gave it until April 2019: posts with who answered them, and circles.

Folders are named in the owner's language and posts by their first words, so dates and keys
show what a post is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from klout_cli.files.container import Member, by_folder
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import items
from klout_cli.files.text import fold
from klout_cli.files.vcards import cards
from klout_cli.importers.archive import (
    Archive,
    Cells,
    Claims,
    File,
    Json,
    Listed,
    Rows,
    Table,
    Unusable,
)
from klout_cli.importers.authors import most_frequent
from klout_cli.importers.scalars import text_of
from klout_cli.person.rows import Contact, Interaction, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import without_markup

SAMPLE = 5  # files of a folder whose first bytes may show that it is Google+
HEAD = 1 << 16  # pages begin with their styles
HTML = Message(
    "these Google+ posts are in HTML, but klout needs JSON: "
    "Google has offered no download of Google+ since April 2019"
)
NOBODY = Message("no name")
NOT_OWN = Message("post of somebody else")
OWN = Message("your own likes, comments and reshares, left out")
TAKEOUT, IN_HTML = N_("Takeout"), N_("Takeout in HTML")

CIRCLES = "following"
COLUMNS = ("display name", "first name", "last name", "profile url")

_DATED = r"\d{8}(?: ?-.*)?\."
_POST = rb'\A(?=.*"creationTime")(?=.*"author")(?=.*(?:"postAcl"|plus\.google\.com/))'
_CIRCLE = b'"person"'
_ADDRESS = rb"plus\.google\.com/"
_PROFILE = r"plus\.google\.com/(?:u/\d+/)?([^/?#]+)"

Text = str | int | None


class Person(Struct, rename="camel", gc=False):
    """Somebody: posts name them by `resourceName` (users/<id>), circles by their address alone."""

    display_name: Text = None
    resource_name: Text = None
    profile_page_url: Text = None
    profile_url: Text = None


class Answer(Struct, rename="camel"):
    """A comment, a +1 or a reshare, of which only the first has a date of its own."""

    author: Person | None = None
    plus_oner: Person | None = None
    resharer: Person | None = None
    creation_time: Text = None

    @property
    def who(self) -> Person | None:
        """Whose it is."""
        return self.author or self.plus_oner or self.resharer


class Acl(Struct, rename="camel"):
    """To whom a post is shown, or one of the circles it is shown to."""

    is_public: Any = None
    type: Text = None
    circles: list["Acl"] | None = None
    visible_to_standard_acl: "Acl | None" = None

    @property
    def public(self) -> bool:
        """Whether everybody could see it; communities, collections and events do not say so."""
        circles = (self.visible_to_standard_acl or Acl()).circles or ()
        return self.is_public is True or any(one.type == "CIRCLE_TYPE_PUBLIC" for one in circles)


class Activity(Struct, rename="camel"):
    """One post. Lists nobody is in are left out of the file."""

    url: Text = None
    creation_time: Text = None
    author: Person | None = None
    content: Text = None
    comments: list[Answer] | None = None
    plus_ones: list[Answer] | None = None
    reshares: list[Answer] | None = None
    reshared_post: Any = None
    post_acl: Acl | None = None
    activity_id: Text = None
    resource_name: Text = None

    @property
    def answers(self) -> list[tuple[str, Answer]]:
        """All of them, with their kind."""
        kinds = ("reaction", self.plus_ones), ("share", self.reshares), ("comment", self.comments)
        return [(kind, answer) for kind, group in kinds for answer in group or ()]


class GooglePlus(Archive):
    """Google+ in a Takeout: who responded to the owner's posts, and the owner's circles."""

    key = network = "googleplus"
    variant = N_("Takeout, circles only")
    twice_listed = ""
    empty_lists = True
    date_in_name = r"takeout-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z"
    files = (
        File("posts", name=_DATED + "json", whole=True),
        File("page", name=_DATED + "html", twin="json"),
        File("other_posts", "posts", r".*\.json", head=_POST, within=HEAD, whole=True),
        # circles after the posts, which give people their ids
        Table("circle_table", "", r".*\.csv", columns=COLUMNS, needed=COLUMNS[3:], lists=CIRCLES),
        Json("circles", "", r".*\.json", "", _CIRCLE, kind=Person, keys=("person",), lists=CIRCLES),
        File("circle_cards", "", r".*\.vcf", "", _ADDRESS, HEAD, whole=True, lists=CIRCLES),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.draft.names_responders = True
        self.waiting: list[tuple[Intake, int, Activity | Bad]] = []
        self.owner = ""
        self.people: dict[str, str] = {}
        self.profiles: dict[str, str] = {}

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the folders with posts or circles.

        Other files in Google+ folders belong to them, opened or not.
        """
        candidates = [member for member in members if _is_candidate(member, len(members) == 1)]
        proved = {
            folder
            for folder, files in by_folder(candidates).items()
            if any(cls.is_proof(member, reading) for member in files[:SAMPLE])
        }
        exports: dict[str, list[Member]] = {_root(folder): [] for folder in sorted(proved)}
        for member in members:
            folder = _folder(member)
            beside = folder in proved and (folder or member in candidates)
            if _root(folder) in exports and (_is_googleplus(folder) or beside):
                exports[_root(folder)].append(member)
        return [tuple(export) for export in exports.values()]

    @classmethod
    def is_proof(cls, member: Member, reading: Reading) -> bool:
        """Tell by the first bytes: a date in a name is not enough."""
        file = cls.file_of(member, reading)
        if file is None or (file.id == "circles" and _is_googleplus(_folder(member))):
            return file is not None
        marks = {"posts": _POST, "page": _ADDRESS, "circles": rb'"profileUrl"'}
        return re.search(marks.get(file.id, b""), member.head(HEAD), re.DOTALL) is not None

    def read(self, file: File, member: Member) -> None:
        """Read a file; the authors of posts are known before the first circle."""
        if file.lists:
            self.settle_posts()
        super().read(file, member)

    # Posts

    def posts(self, member: Member) -> None:
        """Read posts, which wait until it is known whose they are."""
        values = list(items(member, Activity, self.intake))
        self.waiting += [(self.intake, number, activity) for number, activity in values]
        if values:
            self.draft.variant = TAKEOUT

    def page(self, member: Member) -> None:
        """Count a post in HTML."""
        if HTML not in self.draft.notes:
            self.draft.notes.append(HTML)
        raise Unusable(Message("this is HTML instead of JSON"))

    def settle_posts(self) -> None:
        """Take the posts of whoever wrote most of them."""
        waiting, self.waiting = self.waiting, []
        authors = [_id(post.author) for _, _, post in waiting if isinstance(post, Activity)]
        self.owner = most_frequent(Counter(filter(None, authors))) or self.owner
        for intake, number, post in waiting:
            self.intake = intake
            self.each([(number, post)], self.post)

    def post(self, activity: Activity) -> Rows:
        """Take an own post, and who answered it.

        What the owner gave to it is left out. Somebody who has left is nobody, though counted.
        """
        if _id(activity.author) != self.owner:
            raise Unusable(NOT_OWN)
        ids = map(text_of, (activity.resource_name, activity.activity_id, activity.url))
        answers = activity.answers
        others = [item for item in answers if not self.owner or _id(item[1].who) != self.owner]
        counts = Counter(kind for kind, _ in others)
        post = Post(
            id=self.once(next(filter(None, ids), "")),
            at=self.date(_mend_zone(activity.creation_time)),
            kind="repost" if activity.reshared_post else "original",
            public=activity.post_acl is not None and activity.post_acl.public,
            likes=counts["reaction"],
            comments=counts["comment"],
            shares=counts["share"],
            text=without_markup(text_of(activity.content)),
            url=text_of(activity.url),
        )
        yield post
        self.name(activity.author)
        if len(others) < len(answers):
            self.intake.note(OWN, len(answers) - len(others))
        for kind, answer in others:
            self.dates.append(at := self.known_date(_mend_zone(answer.creation_time)) or post.at)
            if partner := self.name(answer.who):
                yield Interaction(partner, "in", kind, at=at, private=not post.public)

    def name(self, person: Person | None) -> str:
        """Remember a person's name and address, and return their key."""
        key = _id(person)
        if person and key and key not in self.people:
            self.people[key] = text_of(person.display_name)
            self.profiles[_profile(person)] = key
        return key

    # Circles, in three formats; one person may be in several

    def circles(self, person: Person) -> Rows:
        """Take somebody in a circle."""
        profile, name = _profile(person), text_of(person.display_name)
        key = self.required(self.profiles.get(profile, profile) or fold(name), NOBODY)
        if key not in self.draft.following:
            yield Contact(key, name)
            yield Listed(CIRCLES, key)

    def circle_table(self, row: Cells) -> Rows:
        """Take somebody in a circle as a table."""
        name = row["display name"] or f"{row['first name']} {row['last name']}".strip()
        return self.circles(Person(name, profile_url=row["profile url"]))

    def circle_cards(self, member: Member) -> None:
        """Read a circle as vCards."""
        for line, card in self.sound(cards(member, self.intake, self.reading.encoding)):
            person = Person(card.name, profile_url=next(iter(card.urls), None))
            self.each([(line, person)], self.circles)

    def finish(self, members: Sequence[Member]) -> None:
        """Name the account, by the name in its address or by its id, and who is in no circle."""
        self.settle_posts()
        draft, owner = self.draft, self.owner
        known = {owner, *(contact.key for contact in draft.contacts)}
        others = sorted(self.people.keys() - known)
        draft.contacts += [Contact(key, self.people[key]) for key in others]
        names = (re.search(_PROFILE, post.url) for post in draft.posts)
        handles = (match[1].removeprefix("+") for match in names if match)
        handle = most_frequent(Counter(filter(None, handles))) or owner
        self.name_account(handle, owner, self.people.get(owner, ""), personal=bool(owner))
        if HTML in draft.notes and draft.variant != TAKEOUT:
            draft.variant = IN_HTML


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _is_googleplus(folder: str) -> bool:
    """Return True for a folder of Google+ below "Takeout"."""
    within = f"/{folder.lower()}".rpartition("/takeout/")[2]
    return any("google+" in part or part == "+1s" for part in within.split("/"))


def _root(folder: str) -> str:
    """Return where the Takeout begins: above the folder of that name, else two above the posts."""
    parts = folder.split("/")
    named = [index for index, part in enumerate(parts) if _is_googleplus(part)]
    return "/".join(parts[: named[0]] if named else parts[:-2])


def _is_candidate(member: Member, is_alone: bool) -> bool:
    """Return True for a file that may be read, by its name."""
    if re.fullmatch(_DATED + "(?:json|html)", member.basename):
        return True
    named = is_alone or _is_googleplus(_folder(member))
    return named and member.basename.endswith((".json", ".html", ".csv", ".vcf"))


def _mend_zone(written: Text) -> str:
    """Return `2018-10-23 09:11:12+0000`, which may have a colon before the zone."""
    text = text_of(written)
    return text[:19] + text[19:].lstrip(":")


def _profile(person: Person) -> str:
    """Return how the person's address ends: an id, or a name they chose with a plus before it."""
    match = re.search(_PROFILE, text_of(person.profile_page_url) or text_of(person.profile_url))
    return match[1].casefold() if match else ""


def _id(person: Person | None) -> str:
    """Return the key of somebody a post names, "" where it names nobody."""
    if person is None:
        return ""
    id = text_of(person.resource_name).rpartition("/")[2]
    return id or _profile(person) or fold(text_of(person.display_name))
