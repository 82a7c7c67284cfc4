"""X (Twitter) analytics: the CSV files of analytics.twitter.com and x.com, one row a post."""

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import AS_IT_CAME, fold, lines, unescape_x
from klout_cli.importers.archive import Archive, Cells, Claims, File, Note, Of, Rows
from klout_cli.importers.declared import read_cells
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, NOT_A_DATE, midnight
from klout_cli.values.reading import PLAIN, Reading

SUMS = Message("sums by day or video: never added to posts")
DAMAGED_ID = Message("id damaged by a spreadsheet, and no link")
MENDED_ID = Message("ids damaged by a spreadsheet, taken from the links")

COUNTS = ("impressions", "likes", "comments", "shares", "saves")
HEADERS = words_of("x_analytics")
# Engagements include clicks, and shares are links sent privately: neither is read.
PLACES = {
    **{"id": 0, "date": 1, "text": 2, "link": 3, "impressions": 4, "likes": 5},
    **{"saves": 7, "comments": 10, "shares": 11},
}
WIDTH = 17

_LINK = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w+)/status/(\d+)")
_SUMS = r"daily_tweet_activity_metrics_.*\.csv|(?:account|video)_overview_analytics.*\.csv"
_OLD_NAME = re.compile(r"tweet_activity_metrics_(?P<handle>\w+?)_\d{8}_(\d{4})(\d\d)(\d\d)_")
_NEW_NAME = re.compile(r"analytics_content_\d{4}-\d\d-\d\d_(\d{4})-(\d\d)-(\d\d)")


class XAnalytics(Archive):
    """Analytics of an X account: replies, bookmarks and impressions of each post.

    The archive doesn't include these. The files of sums by day are recognised, but they are the
    same events again.
    """

    key = "x_analytics"
    network = "x"
    variant = N_("analytics")
    twice = ""
    files = (
        File("posts", name=rf"(?!{_SUMS}).*\.csv", whole=True),
        File("sums", name=_SUMS, whole=True),
    )

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find files of sums by their names, of posts by headers or 17 columns with links."""
        file = super().file_of(member, reading)
        return file if file and (file.id == "sums" or _is_posts(member)) else None

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find each file of posts, which has its own date; sums belong to the first one."""
        files = sorted(cls.files_of(members, reading), key=lambda pair: pair[0].name)
        posts, sums = ([member for member, file in files if file is kind] for kind in cls.files)
        exports: list[tuple[Member, ...]] = [(member,) for member in posts]
        return [(*chain(*exports[:1]), *sums), *exports[1:]] if sums else exports

    def begin(self, members: Sequence[Member]) -> None:
        """Name the account by the file, unless a link does."""
        self.draft.handle = _handle_in_name(members[0])

    def posts(self, member: Member) -> None:
        """Read a file of posts."""
        self.draft.exported_at = _date_in_name(member, self.latest)
        table = _open(member, self.intake, self.reading.encoding)
        if table is None:
            raise InputError("this is no table of X analytics", member.where, AS_IT_CAME)
        self.each(read_cells(table), self.post)

    def post(self, row: Cells) -> Rows:
        """Take one post, of the account in its link; replies begin with "@"."""
        link, id, text = _LINK.match(row["link"]), row["id"], row["text"]
        if link and id and not id.isdecimal():
            yield Note(MENDED_ID)
        reply = text.startswith("@")
        id = self.required(link[2] if link else id if id.isdecimal() else "", DAMAGED_ID)
        at, precision = self.moment(row["date"], NOT_A_DATE.reason, zone="UTC")
        counts: dict[str, Any] = {name: self.count(row.get(name)) for name in COUNTS}
        post = Post(
            id=id,
            at=at,
            precision=precision,
            kind="reply" if reply else "original",
            text="" if reply else unescape_x(text),
            url=link[0] if link else "",
            **counts,
        )
        handle = link[1] if link and link[1] != "i" else ""
        yield Of(handle or _handle_in_name(self.member), post)

    def sums(self, member: Member) -> None:
        """Count the rows of a file of sums; they are the posts' events again."""
        rows = sum(1 for line in lines(member, self.intake) if line.strip()) - 1
        if rows < 0:
            raise InputError("the file is empty", member.where, "download it again")
        self.intake.use(rows)
        self.intake.note(SUMS)


def _is_posts(member: Member) -> bool:
    with suppress(InputError):
        return _open(member, Intake(member.where), "") is not None
    return False


def _open(member: Member, intake: Intake, encoding: str) -> Table | None:
    """Open a file of posts by its headers, in other languages by the order of its columns.

    None for any other file.
    """
    table = open_table(member, intake, HEADERS, ("impressions",), encoding)
    if table is not None and ("link" in table.columns or {"id", "shares"} <= set(table.columns)):
        return table
    places = _places(member, encoding) if b"/status/" in member.head() else {}
    return open_table(member, intake, places, tuple(places), encoding) if places else None


def _places(member: Member, encoding: str) -> Mapping[str, Collection[str]]:
    """Return the headers where X puts them, if the row below links to a post in its place."""
    for delimiter in ",;\t":
        with suppress(csv.Error, StopIteration):
            rows = csv.reader(lines(member, Intake(member.where), encoding), delimiter=delimiter)
            header, first = next(rows), next(rows)
            if len(header) == len(first) == WIDTH and _LINK.match(first[PLACES["link"]]):
                return {name: {fold(header[place])} for name, place in PLACES.items()}
    return {}


def _handle_in_name(member: Member) -> str:
    """Return the handle that old files have in their names, "" for others."""
    match = _OLD_NAME.search(member.basename)
    return match["handle"] if match else ""


def _date_in_name(member: Member, latest: int) -> int | None:
    """Return the end of the last day in a file's name; in old files that is the day after."""
    old, new = _OLD_NAME.search(member.basename), _NEW_NAME.search(member.basename)
    parts = old.groups()[1:] if old else new.groups() if new else ()
    with suppress(ValueError):
        end = midnight(*map(int, parts)) + (DAY if new else 0) - 1 if parts else None
        return end if end is not None and end <= latest else None
    return None
