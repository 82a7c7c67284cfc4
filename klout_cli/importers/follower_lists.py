"""Lists of an X account's followers, or of whom it follows, as tools save them.

The tools are twitter-web-exporter and twarc. X's own archive lists ids alone, these lists have
handles and how many follow each.
"""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import items
from klout_cli.importers.archive import Archive, Cells, File, Json, Rows, Table, Unusable
from klout_cli.importers.declared import Values
from klout_cli.importers.scalars import Scalar
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Contact, Interaction, Level
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading

COLUMNS = words_of("follower_lists")
YES = {"yes", "true", "1", "是", "はい", "ya"}
"""As twitter-web-exporter and spreadsheets write it."""

_USERS = (
    rb"\A(?:\xef\xbb\xbf)?\s*\[\s*\{"
    rb'(?=.*"screen_name")(?=.*"followers_count")(?=.*"friends_count")'
)
# The first thing in it is a user, not a post: of posts the first numbers are not followers, or they
# are their author's.
_TWARC = (
    rb'\A\s*\{(?=.*"username")(?:(?!"public_metrics"|"author").)*'
    rb'"public_metrics":\s*\{[^}]*"followers_count"'
)
_METRIC = r"(?<![a-z])(followers|following)(?![a-z])"
_SAVED_AT = r"-(1\d{12})(?!\d)"


class User(Struct, gc=False):
    """A user, as twitter-web-exporter or as twarc saves one."""

    id: Scalar = None
    screen_name: str = ""
    username: Scalar = None
    name: Scalar = None
    followers_count: Any = None
    followed_by: bool | None = None
    public_metrics: Any = None


class Line(User, gc=False):
    """A line of twarc: an answer with many users, or one user; `call` is what was asked."""

    data: list[User] | None = None
    call: dict[str, Any] = field(name="__twarc", default_factory=dict)


class Twarc(File, frozen=True):
    """JSON lines, whose handler gets (user, call)."""

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the users of every line; lines are read as the items of one array."""
        array = member.holding(b"[" + member.read().strip().replace(b"\n", b",\n") + b"]")
        for number, line in items(array, Line, intake):
            if isinstance(line, Bad):
                yield number, line
            elif line.data is not None or line.username:
                users = [line] if line.data is None else line.data
                yield from ((number, (user, line.call)) for user in users)


class FollowerLists(Archive):
    """Saved lists of one account, together, since only both show who follows back."""

    key = "follower_lists"
    network = "x"
    variant = "saved lists of followers"
    together = "all"
    twice_listed = ""
    dated_by = ()
    files = (
        Twarc("answer", name=r".*\.jsonl?", head=_TWARC, within=1 << 14),
        Json("user", name=r".*\.jsonl?", head=_USERS, within=1 << 14, kind=User),
        Table("row", columns=COLUMNS, needed=("handle",), proof=("screen name", "following")),
        Table("flat", "row", columns=COLUMNS, needed=("handle",), proof=("username", "metrics")),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.lists: dict[str, dict[str, str]] = {}
        self.marked: set[str] | None = None

    def read(self, file: File, member: Member) -> None:
        """Read one list, for contacts alone where neither name nor call shows its kind."""
        self.ids: dict[str, str] = {}
        self.marks: dict[str, bool | None] = {}
        self.asked = ""
        super().read(file, member)
        if self.intake.refused or not self.ids:
            return
        if metric := re.search(_METRIC, member.basename) or re.search(_METRIC, self.asked):
            self.draft.levels.append(Level(metric[1], len(self.ids), quality="cut"))
            keys = {id: key for key, id in self.ids.items() if id}
            self.lists[metric[1]] = self.lists.get(metric[1], {}) | keys
        if any(follows is not None for follows in self.marks.values()):
            marked = {self.ids[key] for key, follows in self.marks.items() if follows} - {""}
            self.marked = (self.marked or set()) | marked
        if saved := re.search(_SAVED_AT, member.basename):
            self.date_by(saved[1])

    def answer(self, answer: tuple[User, dict[str, Any]]) -> Rows:
        """Take a user that twarc saved."""
        user, call = answer
        self.asked = self.asked or str(call.get("url", "")).partition("?")[0]
        self.date_by(call.get("retrieved_at"))
        metrics = user.public_metrics if isinstance(user.public_metrics, dict) else {}
        yield self.contact(user.id, user.username, user.name, metrics.get("followers_count"), None)

    def user(self, user: User) -> Rows:
        """Take a user that twitter-web-exporter saved."""
        followers, follows = user.followers_count, user.followed_by
        yield self.contact(user.id, user.screen_name, user.name, followers, follows)

    def row(self, row: Cells) -> Rows:
        """Take a row of either tool's table."""
        self.date_by(row["retrieved"])
        mark = row["follows"].casefold()
        follows = mark in YES if mark else None
        yield self.contact(row["id"], row["handle"], row["name"], row["followers"], follows)

    def contact(
        self, id: object, handle: object, name: object, followers: object, follows: bool | None
    ) -> Contact:
        """Return somebody in a list, once."""
        id, handle, name = ("" if text is None else str(text) for text in (id, handle, name))
        key = self.required(handle.removeprefix("@").lower(), N_("no handle"))
        if key in self.ids:
            raise Unusable(N_("same account twice"))
        contact = Contact(key, name, self.count(followers))
        self.ids[key], self.marks[key] = id, follows
        return contact

    def date_by(self, written: object) -> None:
        """Note when a list was saved."""
        self.dates += filter(None, [self.known_date(written)])

    def finish(self, members: Sequence[Member]) -> None:
        """Find who follows back, only where it is known of all who are followed."""
        followers, following = self.lists.get("followers"), self.lists.get("following")
        if following and (followers or self.marked is not None):
            self.draft.following = set(following)
            self.draft.followers = set(followers or ()) | (self.marked or set())
            mutual = sorted(following[id] for id in self.draft.followers & following.keys())
            self.draft.interactions += [Interaction(key, "out", "connection") for key in mutual]
