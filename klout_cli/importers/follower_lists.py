"""Lists of an X account's followers, or of whom it follows, as tools save them: twitter-web-exporter (JSON, CSV), twarc (JSON lines, CSV).

X's own archive holds ids alone. These lists hold handles and how many follow each: the standing of
contacts (method §4.1).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import items
from klout_cli.files.table import first_names, records
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Interaction, Level
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

NO_HANDLE = Bad("no handle")
TWICE = "same account twice"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "handle": ("screen name", "username"),
    "name": ("name", "profile name"),
    "followers": ("followers count", "followers", "public metrics followers count"),
    "following_me": ("followed by", "follows you"),
    "retrieved": ("twarc retrieved at",),
}
SIGNATURES = (
    {"screen name", "friends count"},
    {"screen name", "following count"},
    {"username", "public metrics followers count"},
)
YES = {"yes", "true", "1", "是", "はい", "ya"}
"""As twitter-web-exporter and spreadsheets write it."""

_JSON_MARKS = (b'"screen_name"', b'"followers_count"', b'"friends_count"')
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")
# The first thing in it is a user, not a post: of posts the first numbers are not followers, or they
# are their author's.
_TWARC = re.compile(
    rb'\s*\{(?:(?!"public_metrics"|"author).)*"public_metrics":\s*\{[^}]*"followers_count"',
    re.DOTALL,
)
_LIST = re.compile(r"(?<![a-z])(followers|following)(?![a-z])")
_SAVED_AT = re.compile(r"-(1\d{12})(?!\d)")


class User(Struct, gc=False):
    """An item of a JSON list: needed fields only."""

    id: str | int | None = None
    screen_name: str = ""
    name: str | None = None
    followers_count: Any = None
    followed_by: bool | None = None


class Call(Struct, gc=False):
    """What twarc notes beside an answer: the address that was asked, which names the kind of list, and when."""

    url: str = ""
    retrieved_at: str = ""


class Line(Struct, gc=False):
    """A line of twarc: an answer with many users as they are (`data`), or one user, flattened."""

    data: list[dict[str, Any]] | None = None
    id: str | int | None = None
    username: str = ""
    name: str | None = None
    public_metrics: dict[str, Any] | None = None
    call: Call = field(name="__twarc", default_factory=Call)


class Listed(Struct, gc=False):
    """One account of a list.

    `follows` is whether it follows the owner, None where the list does not say, `asked` where it is
    from.
    """

    id: str
    handle: str
    name: str
    followers: int | Bad | None
    follows: bool | None
    retrieved: str = ""
    asked: str = ""


class FollowerLists:
    """Saved lists of one account.

    Those that lie together are read together, since only both tell who follows back.
    """

    network = "x"
    source, feeds = described("follower_lists")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find lists by their first line or first keys."""
        found = tuple(sorted(filter(_is_list, members), key=lambda member: member.name))
        return [found] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read all lists into one export."""
        lists = _Lists(reading)
        for member in members:
            lists.read(member)
        return [lists.finish()]


class _Lists:
    """The lists as read so far: by kind of list, id -> key of everybody in it, and the ids that a list marks as following the owner."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft("x", "saved lists of followers")
        self.lists: dict[str, dict[str, str]] = {}
        self.marked: set[str] | None = None

    def read(self, member: Member) -> None:
        """Read one list; one whose name tells no kind tells about contacts alone."""
        with self.draft.reading(member.where) as intake:
            listed = list(self._listed(member, intake))
            named = _LIST.search(member.basename) or (
                _LIST.search(listed[0].asked.partition("?")[0]) if listed else None
            )
            ids = {one.id: one.handle.lower() for one in listed if one.id}
            if named:
                self.draft.levels.append(Level(named[1], len(listed), quality="cut"))
                self.lists[named[1]] = self.lists.get(named[1], {}) | ids
            if any(one.follows is not None for one in listed):
                self.marked = (self.marked or set()) | {
                    one.id for one in listed if one.follows and one.id
                }
            saved = _SAVED_AT.search(member.basename)
            for written in {one.retrieved for one in listed} | ({saved[1]} if saved else set()):
                self._dated(written)

    def _listed(self, member: Member, intake: Intake) -> Iterator[Listed]:
        seen: set[str] = set()
        for line, one in _rows(member, intake, self.reading):
            if isinstance(one, Bad):
                intake.skip(line, one.reason)
            elif one.handle.lower() in seen:
                intake.skip(line, TWICE)
            elif contact := intake.row(
                Contact,
                line,
                key=one.handle.lower() or NO_HANDLE,
                name=one.name,
                followers=one.followers,
            ):
                seen.add(contact.key)
                self.draft.contacts.append(contact)
                yield one

    def _dated(self, written: str) -> None:
        found = moment(written, self.reading.latest) if written else None
        if isinstance(found, tuple):
            self.draft.exported_at = max(found[0], self.draft.exported_at or 0)

    def finish(self) -> Export:
        """Return the export.

        Who follows back is told only where it is known of all who are followed: half of it would
        mislead.
        """
        followers, following = self.lists.get("followers"), self.lists.get("following")
        if following and (followers or self.marked is not None):
            self.draft.following = set(following)
            self.draft.followers = set(followers or ()) | (self.marked or set())
            mutual = sorted(following[id] for id in self.draft.followers & following.keys())
            self.draft.interactions += [Interaction(key, "out", "connection") for key in mutual]
        return self.draft.finish()


def _is_list(member: Member) -> bool:
    if member.basename.endswith((".json", ".jsonl")):
        head = member.head(1 << 14)
        return _is_twarc(head) or (
            bool(_ARRAY.match(head)) and all(mark in head for mark in _JSON_MARKS)
        )
    names = first_names(member)
    return any(signature <= names for signature in SIGNATURES)


def _is_twarc(head: bytes) -> bool:
    return _TWARC.match(head) is not None and b'"username"' in head


def _rows(member: Member, intake: Intake, reading: Reading) -> Iterator[tuple[int, Listed | Bad]]:
    if _is_twarc(member.head(1 << 14)):
        yield from _of_twarc(member, intake)
        return
    if member.basename.endswith(".json"):
        for number, user in items(member, User, intake):
            yield number, user if isinstance(user, Bad) else _listed(user)
        return
    for line, row in records(member, intake, COLUMNS, ("handle",), reading.encoding):
        flag = row.get("following_me", "").casefold()
        follows = flag in YES if flag else None
        handle, id = row["handle"].removeprefix("@"), row.get("id", "")
        yield (
            line,
            Listed(
                id,
                handle,
                row.get("name", ""),
                count(row.get("followers", "")),
                follows,
                row.get("retrieved", ""),
            ),
        )


def _of_twarc(member: Member, intake: Intake) -> Iterator[tuple[int, Listed | Bad]]:
    """Yield the users of every line, which are read as the items of one array."""
    array = member.holding(b"[" + member.read().strip().replace(b"\n", b",\n") + b"]")
    for number, line in items(array, Line, intake):
        if isinstance(line, Bad):
            yield number, line
        elif line.data is not None:
            yield from ((number, _answered(user, line.call)) for user in line.data)
        elif line.username:
            flat = {
                "id": line.id,
                "username": line.username,
                "name": line.name,
                "public_metrics": line.public_metrics,
            }
            yield number, _answered(flat, line.call)


def _answered(user: Mapping[str, Any], call: Call) -> Listed:
    numbers = user.get("public_metrics")
    followers = count(numbers.get("followers_count")) if isinstance(numbers, dict) else None
    id, handle, name = (str(user.get(key) or "") for key in ("id", "username", "name"))
    return Listed(id, handle, name, followers, None, call.retrieved_at, call.url)


def _listed(user: User) -> Listed:
    id = "" if user.id is None else str(user.id)
    return Listed(
        id,
        user.screen_name.removeprefix("@"),
        user.name or "",
        count(user.followers_count),
        user.followed_by,
    )
