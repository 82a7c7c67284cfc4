"""What Meta's downloads have in common: names, records, labels in many languages, date ranges.

All of their lists are of one shape; text is encoded twice.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from klout_cli.files.intake import Bad
from klout_cli.files.text import fold, repair_meta
from klout_cli.importers.archive import Archive, Listed, Unusable
from klout_cli.importers.completeness import is_cut_by_range, start_together
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import About, Owner
from klout_cli.translation import Message, as_message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, midnight, moment, utc_day
from klout_cli.values.web import links_in
from klout_cli.values.yaml_files import load_yaml

NOBODY = N_("no name")
DUPLICATE = N_("duplicate record")
DELETED = N_("deleted account")
HTML = N_("this is HTML instead of JSON")
CUT = N_("The date range probably cut your list of {people} ({n} entries). Ask for “All time”.")
CUT_AT = N_(
    "The date range probably cut your list of {people}: "
    "the oldest of its {n} entries is from {day}. Ask for “All time”."
)
LISTS = {"followers": N_("followers"), "following": N_("following"), "friends": N_("friends")}

MONTH = 31 * DAY
AFTER = midnight(2100, 1, 1)
UNLIKELY = 0.05
WHOLE = 0.9  # a list of followers shorter than this share of the total is not all of it
_MEDIA_ID = re.compile(r"(\d{15,})(?:\.[^./]+)?$")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:instagram\.com/(?:_u/)?([\w.]+)/?(?:\?.*)?|"
    r"threads\.(?:net|com)/@?([\w.]+)(?:[/?].*)?)",
    re.IGNORECASE,
)


# Records


class Cell(Struct, gc=False):
    """One labelled value; counts and even dates come as text."""

    value: Scalar = None
    timestamp: Scalar = None


class Link(Struct, gc=False):
    """One person or post in a list; the value is missing where the record's title is the name."""

    href: Scalar = None
    value: Scalar = None
    timestamp: Scalar = None


class Medium(Struct, gc=False):
    """One picture or video of a post."""

    uri: Scalar = None
    title: Scalar = None
    creation_timestamp: Scalar = None


class Labelled(Struct, gc=False):
    """One value of the generic shape that replaces the others since 2025; others nest in it."""

    label: Scalar = None
    value: Scalar = None
    href: Scalar = None
    nested: list["Labelled"] = field(name="dict", default_factory=list)
    media: list[Medium] = field(default_factory=list)


class Item(Struct, gc=False):
    """Any record: each list uses some of these fields. An empty map may come as an empty list."""

    title: Scalar = None
    uri: Scalar = None
    creation_timestamp: Scalar = None
    timestamp: Scalar = None
    username: Scalar = None
    name: Scalar = None
    media: list[Medium] = field(default_factory=list)
    string_list_data: list[Link] = field(default_factory=list)
    string_map_data: dict[str, Cell] | list[Any] = field(default_factory=dict)
    media_map_data: dict[str, Medium] | list[Any] = field(default_factory=dict)
    label_values: list[Labelled] = field(default_factory=list)

    @property
    def cells(self) -> dict[str, Cell]:
        """The labelled values."""
        return self.string_map_data if isinstance(self.string_map_data, dict) else {}

    @property
    def link(self) -> Link:
        """The person or post of a record of a list."""
        return self.string_list_data[0] if self.string_list_data else Link()

    @property
    def values(self) -> Iterator[Labelled]:
        """The generic values, however deep they are nested."""
        return _flat(self.label_values)

    def labelled(self, meaning: str) -> str:
        """Return the first generic value with a label of this meaning."""
        values = (value for value in self.values if meaning_of(text_of(value.label)) == meaning)
        return next((text_of(value.value) for value in values), "")

    @property
    def address(self) -> str:
        """The user name that the address of a profile, or of a post of Threads, shows."""
        match = _ADDRESS.fullmatch(text_of(self.link.href))
        return (match[1] or match[2]) if match else ""


def _flat(values: Iterable[Labelled]) -> Iterator[Labelled]:
    for value in values:
        yield value
        yield from _flat(value.nested)


@cache
def _meanings() -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the folded labels with their meaning, and how labels begin that nobody needs."""
    table = load_yaml(Path(__file__).with_name("meta_labels.yaml"))
    beginnings = tuple(fold(label) for label in table.pop("not needed beginnings"))
    meanings = {fold(label): meaning for meaning, labels in table.items() for label in labels}
    return meanings, beginnings


@lru_cache(maxsize=1024)
def meaning_of(label: str) -> str:
    """Return what a label says, "" where it is not understood; never guessed."""
    meanings, beginnings = _meanings()
    folded = fold(repair_meta(label))
    return meanings.get(folded, "not needed" if folded.startswith(beginnings) else "")


def text_of(value: Scalar) -> str:
    """Return text as it was meant; a number is a name too."""
    if isinstance(value, str):
        return repair_meta(value).strip()
    return str(value) if type(value) is int else ""


def post_id(uri: Scalar, at: int, text: str) -> str:
    """Name a post by the number its file ends with, the same in every export.

    Else by its second and caption.
    """
    match = _MEDIA_ID.search(uri) if isinstance(uri, str) else None
    return match[1] if match else f"{at}-{zlib.crc32(text.encode('utf-8', 'replace')):08x}"


# What handlers share


def name_owner(archive: Archive, user: str, name: str = "") -> None:
    """State whose download it is."""
    archive.draft.handle = user.lower()
    archive.draft.owner = Owner(archive.draft.handle, name, personal=True)


def take_profile(archive: Archive, item: Item) -> None:
    """Take whose account it is, and whether the profile has a text, a picture and a link.

    Lines that are empty are left out of the file; a label that is not understood may be any.
    """
    cells = {meaning_of(label): cell for label, cell in item.cells.items()}
    user = text_of(cells.get("username", Cell(item.username)).value)
    name = text_of(cells.get("name", Cell(item.name)).value)
    name_owner(archive, user or archive.draft.handle, name)
    if item.cells:
        absent = False if all(cells) else None
        bio, website = (text_of(cells.get(line, Cell()).value) for line in ("bio", "website"))
        links = links_in(website) if website or absent is False else None
        archive.draft.about = About(bool(bio) or absent, bool(item.media_map_data), links=links)


def list_person(
    archive: Archive, metric: str, user: str, since: Scalar, span: "Span"
) -> list[Listed]:
    """Take one of the followers, or of the following."""
    if archive.required(user, NOBODY).startswith("__deleted__"):
        raise Unusable(DELETED)
    read_date(archive, metric, since, span)
    return [Listed(metric, user)]


def read_date(archive: Archive, what: str, value: Scalar, span: "Span") -> int | None:
    """Return a date; one that cannot be believed costs the date, not the row."""
    at = moment(value, archive.latest, zone=archive.reading.zone)
    if isinstance(at, Bad):
        archive.intake.note(Message("used without a date ({reason})", reason=as_message(at.reason)))
        return None
    return span.add(what, at[0]) if at else None


# Dates


class Span:
    """The oldest moments that were read, by what they are of, and the newest of all."""

    def __init__(self, days: Sequence[int] = ()) -> None:
        self.days = days
        self.oldest: dict[str, int] = {}
        self.newest = 0

    def add(self, what: str, at: int) -> int:
        """Take a moment in."""
        if at > self.newest:
            self.newest = at
        if at < self.oldest.get(what, AFTER):
            self.oldest[what] = at
        return at

    @property
    def exported_at(self) -> int | None:
        """The end of the day in the download's name, if it is not before what was read.

        Else the newest moment, as also where the name may be of two days.
        """
        days = [day + DAY - 1 for day in self.days if day + DAY > self.newest]
        return (days[0] if len(days) == 1 else self.newest) or None

    def is_cut(self, metric: str, listed: int) -> bool:
        """Return True where the date range that was asked for may have cut a list of so many.

        Few people may well have come late: all of them would have by a chance of `share` each.
        """
        starts = {what: at for what, at in self.oldest.items() if what != "sign-up"}
        account, end = min(self.oldest.values(), default=0), self.exported_at or self.newest
        oldest = starts.get(metric, account)
        if oldest - account < MONTH or ((end - oldest) / (end - account)) ** listed > UNLIKELY:
            return False
        return is_cut_by_range(oldest, account, end) or start_together(
            starts.values(), self.oldest.get("sign-up", account)
        )


def cut_lists(archive: Archive, span: Span, total: int | None = None) -> None:
    """State which lists of people are cut: these are numbers, but show nobody who is missing.

    Followers are, where the export states a greater total, else by the date range. Whom the owner
    follows, older downloads list in full whatever the range.
    """
    draft = archive.draft
    listed, following = len(draft.followers), len(draft.following)
    shorter = span.is_cut("followers", listed) if total is None else 0 < listed < WHOLE * total
    cut = ["followers"] if shorter else []
    if (cut or not listed) and span.is_cut("following", following):
        cut.append("following")
    for metric in cut:
        people: set[str] = getattr(draft, metric)
        say_cut(archive, metric, len(people), span, mutual=True)
        archive.rows.count_list(metric, cut=True, empty=False)
        people.clear()


def say_cut(
    archive: Archive, metric: str, entries: int, span: Span, *, mutual: bool = False
) -> None:
    """Record that a list is cut, in a note, and for the factor that needs all of it."""
    oldest = span.oldest.get(metric)
    values = {"people": Message(LISTS[metric]), "n": entries}
    cut = Message(CUT_AT, **values, day=utc_day(oldest)) if oldest else Message(CUT, **values)
    if mutual:
        cut = Message("{cut} Mutual follows aren't counted.", cut=cut)
    archive.cut(metric, cut, ("reciprocity",) if mutual else ())
