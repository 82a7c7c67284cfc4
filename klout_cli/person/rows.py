"""Rows: the typed contents of exports; bad ones are counted and dropped here.

Importers pass values that are a number, a text, None (not in this export: unknown, never 0) or
`Bad` (present but unusable); a row with a `Bad` is skipped and counted by reason, so that read =
used + skipped for every file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any, Literal, TypeAlias
from zlib import crc32

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.intake import Intake
from klout_cli.results import LedgerRow, Quality
from klout_cli.values.kinds import Kind, Media, Precision

Direction: TypeAlias = Literal["in", "out"]


class Post(Struct, frozen=True, gc=False):
    """Something the person published. `at` is Unix seconds UTC.

    A count that is not in the export is None. `id` is "" if the source has none but there is a
    text; `key` is then made of time and text. `engagements` is the sum of all actions, for sources
    with nothing finer (it includes clicks, so it only counts for resonance, with grade C). `media`
    is None where the source doesn't say what is attached. `days`: of one of the equal posts of a
    period, how many days that has, which ends with `at`.
    """

    id: str
    at: int
    kind: Kind = "original"
    public: bool = True
    likes: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    engagements: int | None = None
    impressions: int | None = None
    reach: int | None = None
    text: str = ""
    url: str = ""
    precision: Precision = "second"
    media: Media | None = None
    days: int = 1

    @property
    def key(self) -> str:
        """The post's stable key: its id, else a hash of time and text."""
        return (
            self.id or f"{self.at << 28 | crc32(self.text.encode('utf-8', 'surrogatepass')) >> 4:x}"
        )

    @property
    def first_day(self) -> int:
        """The day it begins, in days since 1970."""
        return self.at // 86_400 - self.days + 1

    @property
    def reactions(self) -> int | None:
        """Known public reactions (likes, comments, shares, saves), else `engagements`.

        None if unknown.
        """
        known = [
            count
            for count in (self.likes, self.comments, self.shares, self.saves)
            if count is not None
        ]
        return sum(known) if known else self.engagements


class Contact(Struct, frozen=True, gc=False):
    """Somebody in the person's network.

    `key` is unique within the network: id, profile URL, handle, else the name. `mail` is a hash of
    their e-mail address, compared but never shown or stored.
    """

    key: str
    name: str = ""
    followers: int | None = None
    position: str = ""
    company: str = ""
    reputation: float | None = None
    expertise: str = ""
    since: int | None = None
    mail: str = ""


class Interaction(Struct, frozen=True, gc=False):
    """`count` actions of one kind between the person and one contact.

    `partner` is the contact's key. kind: mention, reply, comment, reaction, endorsement,
    recommendation, invitation, connection, wall_post, message … `at` is the newest action in Unix
    seconds, None if the export has no date. Private conversations are marked.
    """

    partner: str
    direction: Direction
    kind: str
    count: int = 1
    at: int | None = None
    private: bool = False


class Group(Struct, frozen=True, gc=False):
    """`count` messages of a private thread of the owner and several others.

    `people` are sorted keys; `at` as for an interaction.
    """

    people: tuple[str, ...]
    count: int = 1
    at: int | None = None


class Level(Struct, frozen=True, gc=False):
    """A number of the account at a date (Unix seconds, None: the export's own).

    metric: followers, following, connections, friends, subscribers, readers, lists, endorsements,
    recommendations, linkbacks.
    """

    metric: str
    value: int
    at: int | None = None
    quality: Quality = "exact"


class Totals(Struct, frozen=True, gc=False):
    """An account given as one row of sums (accounts table).

    The posts are those of the window of 90 days, with equal weight.
    """

    posts: int | None = None
    likes: int | None = None
    comments: int | None = None
    shares: int | None = None
    responders: int | None = None
    endorsements: float | None = None
    standing: float | None = None
    reciprocity: float | None = None


class Owner(Struct, frozen=True):
    """Whose export it is.

    `personal`: an archive only its owner can download, so two different ids are two people.
    """

    id: str = ""
    name: str = ""
    personal: bool = False


class About(Struct, frozen=True):
    """Which parts of the profile are filled in, None if unknown.

    `links` are host and path of the profile's addresses; `headline` is the only text of it, which
    an application page shows. `employers` are compared with those of contacts, and never shown.
    """

    bio: bool | None = None
    picture: bool | None = None
    position: bool | None = None
    links: tuple[str, ...] | None = None
    headline: str = ""
    employers: tuple[str, ...] | None = None


class Export(Struct, frozen=True):
    """One export as read: rows of one account, and the outcome of every file."""

    network: str
    handle: str
    owner: Owner
    variant: str
    exported_at: int | None
    posts: list[Post]
    contacts: list[Contact]
    interactions: list[Interaction]
    levels: list[Level]
    followers: frozenset[str]
    following: frozenset[str]
    totals: Totals | None
    ledger: tuple[LedgerRow, ...]
    notes: tuple[str, ...]
    names_responders: bool = False
    """Responders are named: no responder means nobody; own replies aren't counted."""
    page: bool = False
    """An organisation's account run by the person; never merged with personal ones."""
    about: About = About()
    lacks: Mapping[str, str] = {}
    """Factor id -> why this kind of export doesn't support it, and which one does."""
    groups: Sequence[Group] = ()
    checksums: Sequence[int] = ()
    """Of the files, where an export holds numbers alone, which two accounts may have in common."""


POST_TABLES = {
    "original": "own posts",
    "reply": "replies",
    "self_reply": "self-replies",
    "repost": "reposts",
    "story": "stories",
}


def count_rows(export: Export) -> dict[str, int]:
    """Count the rows of each table of an export, posts by kind."""
    rows: dict[str, int] = {}
    for post in export.posts:
        rows[POST_TABLES[post.kind]] = rows.get(POST_TABLES[post.kind], 0) + 1
    tables: dict[str, Sized] = {
        "contacts": export.contacts,
        "interactions": export.interactions,
        "follower ids": export.followers,
        "following ids": export.following,
    }
    rows |= {name: len(table) for name, table in tables.items() if table}
    levels = sorted(export.levels, key=lambda level: level.at or 0)
    return rows | {level.metric: level.value for level in levels}


def stem_of(file: str) -> str:
    """Return the name of a table's file without its ending and marks of copies: "posts (1).csv"."""
    name = PurePosixPath(re.split(r":(?!\s)", file)[-1]).stem
    return re.sub(r"[ _-]*(?:\(\d+\)|copy|kopie)$", "", name, flags=re.IGNORECASE) or name


class Draft(Struct, eq=False):
    """An export being read: importers fill it, `finish` freezes it."""

    network: str
    variant: str = ""
    handle: str = ""
    owner: Owner = Owner()
    exported_at: int | None = None
    posts: list[Post] = []
    contacts: list[Contact] = []
    interactions: list[Interaction] = []
    groups: list[Group] = []
    levels: list[Level] = []
    followers: set[str] = set()
    following: set[str] = set()
    totals: Totals | None = None
    names_responders: bool = False
    page: bool = False
    about: About = About()
    intakes: list[Intake] = []
    notes: list[str] = []
    faults: list[str] = []
    lacks: dict[str, str] = {}

    @contextmanager
    def reading(self, file: str) -> Iterator[Intake]:
        """Read one file all or nothing.

        An InputError rolls back its rows and counts the file as skipped.
        """
        intake = Intake(file)
        self.intakes.append(intake)
        names = ("posts", "contacts", "interactions", "groups", "levels")
        tables: list[list[Any]] = [getattr(self, name) for name in names]
        marks = [len(table) for table in tables]
        lists = set(self.followers), set(self.following)
        try:
            yield intake
        except InputError as fault:
            for table, mark in zip(tables, marks, strict=True):
                del table[mark:]
            self.followers, self.following = lists
            intake.refuse(fault)
            self.faults.append(str(fault))

    def finish(self) -> Export:
        """Freeze the draft; the handle defaults to the network's name."""
        shared = set(self.__struct_fields__) & set(Export.__struct_fields__)
        return Export(
            **{name: getattr(self, name) for name in shared}
            | {
                "handle": self.handle or self.network,
                "followers": frozenset(self.followers),
                "following": frozenset(self.following),
                "ledger": tuple(intake.ledger() for intake in self.intakes),
                "notes": tuple(self.notes + self.faults),
            }
        )
