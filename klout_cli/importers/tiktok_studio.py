"""TikTok Studio: followers by day and the counts of single videos, as CSV or XLSX.

Days have no year and are in the language of the app. A video's number contains the second it was
made in; of a series the name of the zip, or the day the zip gives the file, shows the year.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.table import first_names
from klout_cli.files.text import fold
from klout_cli.files.workbook import is_workbook, read_sheets
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Sheet, Table, Unusable
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Level, Post
from klout_cli.translation import Message
from klout_cli.values import dates
from klout_cli.values.cells import UNKNOWN
from klout_cli.values.date_forms import EVERY_MONTH
from klout_cli.values.reading import PLAIN, Reading

SUMS = Message("totals by day or group, not added to videos")
NO_YEAR = Message(
    "The days have no year, so only the newest follower count is used. "
    "Use the zip with the name TikTok gave it."
)
NO_LINK = Message("no link to a video")
UNDATED = Bad(NO_YEAR)

HEADERS = words_of("tiktok_studio")
KINDS = (
    ("videos", {"link", "posted"}),
    ("followers", {"followers", "difference"}),
    ("sums", {"views", "profile"}),
    ("sums", {"viewers", "new viewers"}),
    ("sums", {"hour", "active"}),
    ("sums", {"gender", "share"}),
    ("sums", {"territory", "share"}),
)
"""What a table is that has all of these columns."""
MONTHS = EVERY_MONTH | {
    word: int(month) for month, words in words_of("tiktok_months").items() for word in words
}

_ZIP = (
    r"(?:^|[:/])(?:Overview|Followers|Content|Viewers)_(?:(\d{4}-\d\d-\d\d)_\d{9,13}_)?"
    r"([\w.]+?)(?: ?\(\d+\))?(?:\.zip)?[:/]"
)
_VIDEO = r"tiktok\.com/(?:@([\w.]+)/)?(?:video|photo)/(\d{15,20})"
_WORDS = r"[^\W\d_]+|\d+"


class TikTokStudio(Archive):
    """A creator's analytics: the history of followers, and the totals of videos.

    Only videos that were active in the period are in it.
    """

    key = "tiktok_studio"
    network = "tiktok"
    variant = "TikTok Studio"
    twice = "same video twice"
    files = (File("table", whole=True),)

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.handles: set[str] = set()
        self.newest: list[int] = []

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the tables by their headers."""
        return cls.files[0] if _kind_of(member) else None

    def table(self, member: Member) -> None:
        """Read a table as what it is."""
        form = Sheet if is_workbook(member) else Table
        rows = form("table", columns=HEADERS).values(member, self.intake, self.reading.encoding)
        match _kind_of(member):
            case "videos":
                self.each(rows, self.video)
            case "followers":
                self.followers(member, list(self.sound(rows)))
            case "sums":
                days = [row["day"] for _, row in self.sound(rows)]
                self.intake.use(len(days))
                self.intake.note(SUMS, len(days))
                self.date_days(member, days)  # the newest of them may be the newest of all

    def video(self, row: Cells) -> Rows:
        """Take one video, named by the second in its number as in TikTok's personal data."""
        match = re.search(_VIDEO, row["link"])
        if match is None:
            raise Unusable(NO_LINK)
        at = int(match[2]) >> 32
        yield Post(
            id=str(at),
            at=self.checked(self.in_range(at)),
            text=row["title"],
            url=row["link"],
            impressions=self.count(row.get("views")),
            likes=self.count(row.get("likes")),
            comments=self.count(row.get("comments")),
            shares=self.count(row.get("shares")),
        )
        self.handles |= {match[1]} - {None}

    def in_range(self, at: int) -> int | Bad:
        """Return a moment that is possible."""
        return dates.FUTURE if at > self.latest else dates.OUTSIDE if at < dates.EARLIEST else at

    def followers(self, member: Member, rows: Sequence[tuple[object, Cells]]) -> None:
        """Take the number of followers of each day; without years, that of the newest one."""
        days: list[int | Bad | None] = [*self.date_days(member, [row["day"] for _, row in rows])]
        if rows and not days:
            self.draft.notes.append(NO_YEAR)
            days = [UNDATED] * (len(rows) - 1) + [None]
        dated = zip(days, rows, strict=True)
        self.each(((line, (day, row)) for day, (line, row) in dated), self.day)

    def day(self, entry: tuple[int | Bad | None, Cells]) -> Rows:
        """Take the followers of one day; a young account's first days have none."""
        at, row = entry
        value = None if at is UNDATED else self.count(row.get("followers"))
        if value is None:
            yield Note(NO_YEAR if at is UNDATED and row["followers"] else UNKNOWN)
        else:
            yield Level("followers", value, None if at is None else self.checked(at))

    def date_days(self, member: Member, days: Sequence[str]) -> list[int | Bad]:
        """Give each day its year, nothing where that cannot be known.

        A series begins on the day in the name of its zip, and ends the day before the one the zip
        gives the file: from there, each day is the nearest one to the day beside it, over any
        1 January.
        """
        start, made = _stated(member)
        anchor = start or made
        if anchor is None:
            return []
        moments: list[int | Bad] = []
        for cell in days if start else reversed(days):
            at = _nearest(cell, anchor)
            anchor = at or anchor
            moments.append(dates.NOT_A_DATE if at is None else self.in_range(at))
        self.newest += [at for at in moments if isinstance(at, int)]
        return moments if start else moments[::-1]

    def finish(self, members: Sequence[Member]) -> None:
        """Name the account by the zip, else by the links, and date the export by its newest day."""
        draft = self.draft
        names = {match[2] for member in members if (match := re.search(_ZIP, member.where))}
        for handles in (names, self.handles):
            if len(handles) == 1 and not draft.handle:
                (draft.handle,) = handles
        made = [at for member in members if (at := _stated(member)[1]) is not None]
        moments = [*self.newest, *(post.at for post in draft.posts), *made]
        draft.exported_at = min(max(moments), self.latest) if moments else None


def _kind_of(member: Member) -> str:
    """Return what a table is by its header; TikTok's ads have tables like these, with costs."""
    names: set[str] = set(first_names(member))
    if is_workbook(member):
        with suppress(InputError):
            rows = [row for sheet in read_sheets(member) for row in sheet.rows[:1]]
            names = {fold(cell) for row in rows for cell in row}
    if any(name.startswith("cost") for name in names):
        return ""
    columns = {column for column, synonyms in HEADERS.items() if names & synonyms}
    return next((kind for kind, signature in KINDS if signature <= columns), "")


def _nearest(cell: str, anchor: int) -> int | None:
    """Return the day of `February 28` or `8 de marzo` that is nearest to a moment, else None."""
    words = re.findall(_WORDS, cell.casefold())
    months = [MONTHS[word] for word in words if word in MONTHS]
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    candidates: list[int] = []
    if len(months) == len(days) == 1:
        year = int(dates.iso_day(anchor)[:4])
        for candidate in (year - 1, year, year + 1):
            with suppress(ValueError):
                candidates.append(dates.midnight(candidate, months[0], days[0]))
    return min(candidates, key=lambda at: abs(at - anchor), default=None)


def _stated(member: Member) -> tuple[int | None, int | None]:
    """Return the first day of the period by its folder's name, and the day of the file."""
    match = re.search(_ZIP, member.where)
    with suppress(ValueError):
        start = dates.midnight(*map(int, match[1].split("-"))) if match and match[1] else None
        made = dates.midnight(*member.made) if member.made else None
        return start, made if made is None or made >= dates.EARLIEST else None
    return None, None
