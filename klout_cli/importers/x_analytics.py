"""X (Twitter) analytics: the CSV files of analytics.twitter.com and x.com, one row a post (formats/seed-platforms §2)."""

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import fold, lines, unescape_x
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Post
from klout_cli.values.dates import DAY, NOT_A_DATE, midnight, moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

SUMS = "sums by day or video: never added to posts"
DAMAGED_ID = Bad("id damaged by a spreadsheet, and no link")

# X translates its headers but not their order. Engagements hold clicks, and shares are links sent
# privately: neither is read.
HEADERS = {
    "id": ("Tweet id", "Post id", "ID do post", "포스트 ID"),
    "link": ("Tweet permalink", "Post Link", "Postar link", "포스트 링크"),
    "date": ("time", "Date", "Data", "날짜"),
    "text": ("Tweet text", "Post text", "Texto do post", "포스트 텍스트"),
    "impressions": ("impressions", "Impressões", "노출수"),
    "likes": ("likes", "favorites", "Curtidas", "좋아요"),
    "comments": ("replies", "Respostas", "답글"),
    "shares": ("retweets", "Reposts", "재게시"),
    "saves": ("Bookmarks", "Itens salvos", "북마크"),
}
PLACES = {
    "id": 0,
    "date": 1,
    "text": 2,
    "link": 3,
    "impressions": 4,
    "likes": 5,
    "saves": 7,
    "comments": 10,
    "shares": 11,
}
WIDTH = 17
COUNTS = ("likes", "comments", "shares", "saves", "impressions")

_LINK = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w+)/status/(\d+)")
_SUMS_NAME = re.compile(
    r"daily_tweet_activity_metrics_.*\.csv|(?:account|video)_overview_analytics.*\.csv"
)
_OLD_NAME = re.compile(r"tweet_activity_metrics_(?P<handle>\w+?)_\d{8}_(\d{4})(\d\d)(\d\d)_")
_NEW_NAME = re.compile(r"analytics_content_\d{4}-\d\d-\d\d_(\d{4})-(\d\d)-(\d\d)")


class XAnalytics:
    """Analytics of an X account: replies, bookmarks and impressions of each post, which the archive does not hold.

    The files of sums by day are recognised, but they are the same events again.
    """

    network = "x"
    source, feeds = described("x_analytics")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files by their headers, or by 17 columns with links to posts.

        Files of sums by their names. All are one export.
        """
        found = tuple(
            member
            for member in members
            if member.basename.endswith(".csv") and (_is_sums(member) or _is_posts(member))
        )
        return [found] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file of posts as one export for each account in it: every file has its own date, and the newest counts win."""
        drafts: list[Draft] = []
        for member in sorted(
            (member for member in members if not _is_sums(member)), key=lambda member: member.name
        ):
            drafts += _read_posts(member, reading)
        sums = sorted(
            (member for member in members if _is_sums(member)), key=lambda member: member.name
        )
        if sums and not drafts:
            drafts.append(Draft("x", "analytics"))
            drafts[0].handle = _stated_handle(sums[0])
        for member in sums:
            _read_sums(member, drafts[0])
        return [draft.finish() for draft in drafts]


def _is_sums(member: Member) -> bool:
    return bool(_SUMS_NAME.fullmatch(member.basename))


def _is_posts(member: Member) -> bool:
    with suppress(InputError):
        return _open(member, Intake(member.where), "") is not None
    return False


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Collection[str]]:
    return {name: frozenset(map(fold, headers)) for name, headers in HEADERS.items()}


def _open(member: Member, intake: Intake, encoding: str) -> Table | None:
    """Open a file of posts by its headers, in a language not known here by the order of its columns; None when it is something else."""
    table = open_table(member, intake, _known(), ("impressions",), encoding)
    if table is not None and ("link" in table.columns or {"id", "shares"} <= set(table.columns)):
        return table
    places = _places(member, encoding)
    return open_table(member, intake, places, tuple(places), encoding) if places else None


def _places(member: Member, encoding: str) -> Mapping[str, Collection[str]]:
    """Return the headers found where X puts them, when the row below holds a link to a post in its place; else nothing."""
    for delimiter in ",;\t":
        with suppress(csv.Error, StopIteration):
            rows = csv.reader(lines(member, Intake(member.where), encoding), delimiter=delimiter)
            header, first = next(rows), next(rows)
            if len(header) == len(first) == WIDTH and _LINK.match(first[PLACES["link"]]):
                return {name: {fold(header[place])} for name, place in PLACES.items()}
    return {}


def _read_posts(member: Member, reading: Reading) -> list[Draft]:
    """Read one file: a draft for each account in it, of which the first keeps the ledger."""
    draft = Draft("x", "analytics")
    posts: dict[str, list[Post]] = defaultdict(list)
    with draft.reading(member.where) as intake:
        table = _open(member, intake, reading.encoding)
        if table is None:
            raise InputError(
                "no table of X analytics", member.where, "use the file as it was downloaded"
            )
        for line, cells in table.rows:
            if isinstance(cells, Bad):
                intake.skip(line, cells.reason)
            else:
                row = {name: cells[index].strip() for name, index in table.columns.items()}
                handle, post = _post(row, line, intake, reading)
                if post:
                    posts[handle or _stated_handle(member)].append(post)
    if draft.faults or not posts:
        posts = defaultdict(list, {_stated_handle(member): []})
    drafts = [draft, *(Draft("x", "analytics") for _ in range(len(posts) - 1))]
    for one, (handle, found) in zip(drafts, posts.items(), strict=True):
        one.handle, one.posts = handle, found
        one.exported_at = _stated_date(member, reading.latest) or max(
            (post.at for post in found), default=None
        )
    return drafts


def _post(
    row: Mapping[str, str], line: int, intake: Intake, reading: Reading
) -> tuple[str, Post | None]:
    """Make a post of a row; return it with the handle in its link, "" where there is none.

    Replies are told by the "@" they begin with.
    """
    link = _LINK.match(row.get("link", ""))
    written = row.get("id", "")
    if link and written and not written.isdecimal():
        intake.note("ids damaged by a spreadsheet, taken from the links")
    found = moment(row.get("date", ""), reading.latest, zone="UTC")
    at, precision = found if isinstance(found, tuple) else (found or NOT_A_DATE, "day")
    text = row.get("text", "")
    reply = text.startswith("@")
    counts = {name: count(row[name]) for name in COUNTS if name in row}
    post = intake.row(
        Post,
        line,
        id=link[2] if link else written if written.isdecimal() else DAMAGED_ID,
        at=at,
        precision=precision,
        kind="reply" if reply else "original",
        text="" if reply else unescape_x(text),
        url=link[0] if link else "",
        **counts,
    )
    return link[1] if link and link[1] != "i" else "", post


def _read_sums(member: Member, draft: Draft) -> None:
    """Count the rows of a file of sums; they are the posts' events again."""
    with draft.reading(member.where) as intake:
        rows = sum(1 for line in lines(member, intake) if line.strip()) - 1
        if rows < 0:
            raise InputError("the file is empty", member.where, "download it again")
        intake.use(rows)
        intake.note(SUMS)


def _stated_handle(member: Member) -> str:
    """Return the handle that old files have in their names, "" for others."""
    found = _OLD_NAME.search(member.basename)
    return found["handle"] if found else ""


def _stated_date(member: Member, latest: int) -> int | None:
    """Return the end of the last day that a file's name states.

    The second date of old files is the day after.
    """
    old, new = _OLD_NAME.search(member.basename), _NEW_NAME.search(member.basename)
    parts = old.groups()[1:] if old else new.groups() if new else None
    with suppress(ValueError):
        end = midnight(*map(int, parts)) + (DAY if new else 0) - 1 if parts else None
        return end if end is not None and end <= latest else None
    return None
