"""Lists of an X account's followers, or of whom it follows, as tools save them.

The tools are twitter-web-exporter and twarc. X's own archive holds ids alone, these lists handles
and how many follow each.
"""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import items
from klout_cli.importers.archive import Archive, Cells, File, Json, Rows, Table, Unusable
from klout_cli.importers.declared import Columns, Values
from klout_cli.person.rows import Contact, Interaction, Level
from klout_cli.values.reading import PLAIN, Reading

COLUMNS = {
    "id": {"id"},
    "handle": {"screen name", "username"},
    "screen name": {"screen name"},
    "username": {"username"},
    "name": {"name", "profile name"},
    "followers": {"followers count", "followers", "public metrics followers count"},
    "metrics": {"public metrics followers count"},
    "following": {"friends count", "following count"},
    "follows": {"followed by", "follows you"},
    "retrieved": {"twarc retrieved at"},
}
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
    """An item of twitter-web-exporter."""

    id: str | int | None = None
    screen_name: str = ""
    name: str | None = None
    followers_count: Any = None
    followed_by: bool | None = None


class TwarcUser(Struct, gc=False):
    """A user in an answer of twarc."""

    id: Any = None
    username: Any = None
    name: Any = None
    public_metrics: Any = None


class Line(TwarcUser, gc=False):
    """A line of twarc: an answer with many users, or one user; `call` is what was asked."""

    data: list[TwarcUser] | None = None
    call: dict[str, Any] = field(name="__twarc", default_factory=dict)


class Twarc(File, frozen=True):
    """JSON lines, whose handler gets (user, call)."""

    def values(self, member: Member, columns: Columns, intake: Intake, encoding: str) -> Values:
        """Yield the users of every line; lines are read as the items of one array."""
        array = member.holding(b"[" + member.read().strip().replace(b"\n", b",\n") + b"]")
        for number, line in items(array, Line, intake):
            if isinstance(line, Bad):
                yield number, line
            elif line.data is not None or line.username:
                users = [line] if line.data is None else line.data
                yield from ((number, (user, line.call)) for user in users)


class FollowerLists(Archive):
    """Saved lists of one account, together, since only both tell who follows back."""

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
        """Read one list, for contacts alone where neither name nor call tells its kind."""
        self.keys: dict[str, str] = {}
        self.marks: dict[str, bool | None] = {}
        self.asked = ""
        super().read(file, member)
        if self.intake.refused or not self.keys:
            return
        if metric := re.search(_METRIC, member.basename) or re.search(_METRIC, self.asked):
            self.draft.levels.append(Level(metric[1], len(self.keys), quality="cut"))
            ids = {id: key for key, id in self.keys.items() if id}
            self.lists[metric[1]] = self.lists.get(metric[1], {}) | ids
        if any(follows is not None for follows in self.marks.values()):
            marked = {self.keys[key] for key, follows in self.marks.items() if follows} - {""}
            self.marked = (self.marked or set()) | marked
        if saved := re.search(_SAVED_AT, member.basename):
            self._date(saved[1])

    def answer(self, answer: tuple[TwarcUser, dict[str, Any]]) -> Rows:
        """Take a user that twarc saved."""
        user, call = answer
        self.asked = self.asked or str(call.get("url", "")).partition("?")[0]
        self._date(call.get("retrieved_at"))
        texts, metrics = (user.id, user.username, user.name), user.public_metrics
        followers = metrics.get("followers_count") if isinstance(metrics, dict) else None
        return self._contact(*texts, followers=followers, follows=None)

    def user(self, user: User) -> Rows:
        """Take a user that twitter-web-exporter saved."""
        texts, followers = (user.id, user.screen_name, user.name), user.followers_count
        return self._contact(*texts, followers=followers, follows=user.followed_by)

    def row(self, row: Cells) -> Rows:
        """Take a row of either tool's table."""
        self._date(row["retrieved"])
        mark = row["follows"].casefold()
        texts, follows = (row["id"], row["handle"], row["name"]), mark in YES if mark else None
        return self._contact(*texts, followers=row["followers"], follows=follows)

    def _contact(self, *texts: object, followers: object, follows: bool | None) -> Rows:
        id, handle, name = ("" if text is None else str(text) for text in texts)
        key = self.required(handle.removeprefix("@").lower(), "no handle")
        if key in self.keys:
            raise Unusable("same account twice")
        yield Contact(key, name, self.count(followers))
        self.keys[key], self.marks[key] = id, follows

    def _date(self, written: object) -> None:
        at = self.known_date(written)
        self.dates += [at] if at else []

    def finish(self, members: Sequence[Member]) -> None:
        """Tell who follows back, only where it is known of all who are followed."""
        followers, following = self.lists.get("followers"), self.lists.get("following")
        if following and (followers or self.marked is not None):
            self.draft.following = set(following)
            self.draft.followers = set(followers or ()) | (self.marked or set())
            mutual = sorted(following[id] for id in self.draft.followers & following.keys())
            self.draft.interactions += [Interaction(key, "out", "connection") for key in mutual]
