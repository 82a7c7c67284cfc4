"""TikTok Studio: followers by day and the counts of single videos, as CSV or XLSX.

Days bear no year and speak the language of the app. A video's number holds the second it was made
in; of a series the name of the zip, or the day the zip states for the file, tells the year.
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
from klout_cli.importers.declared import Values
from klout_cli.person.rows import Level, Post
from klout_cli.values.cells import UNKNOWN
from klout_cli.values.dates import (
    EARLIEST,
    EVERY_MONTH,
    FUTURE,
    NOT_A_DATE,
    OUTSIDE,
    iso_day,
    midnight,
)
from klout_cli.values.reading import PLAIN, Reading

SUMS = "sums by day or group: never added to videos"
NO_YEAR = (
    "days without a year: give the zip as TikTok named it; "
    "only the newest number of followers is used"
)
NO_LINK = "no link to a video"

HEADERS = {
    "day": {"date", "datum"},
    "views": {"video views", "videovisningar", "total views"},
    "profile": {"profile views", "profilvisningar"},
    "followers": {"followers"},
    "difference": {"difference in followers from previous day"},
    "viewers": {"total viewers"},
    "new viewers": {"new viewers"},
    "hour": {"hour"},
    "active": {"active followers"},
    "gender": {"gender"},
    "territory": {"top territories", "territory", "territories"},
    "share": {"distribution"},
    "title": {"video title"},
    "link": {"video link"},
    "posted": {"post time"},
    "likes": {"total likes"},
    "comments": {"total comments"},
    "shares": {"total shares"},
}
KINDS = {
    "videos": ({"link", "posted"},),
    "followers": ({"followers", "difference"},),
    "sums": (
        {"views", "profile"},
        {"viewers", "new viewers"},
        {"hour", "active"},
        {"gender", "share"},
        {"territory", "share"},
    ),
}
"""What a table is that has all columns of one of these sets."""

MONTH_NAMES = EVERY_MONTH | {
    name: number
    for names in (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, name in enumerate(names.split(), start=1)
}

_ZIP = (
    r"(?:^|[:/])(?:Overview|Followers|Content|Viewers)_(?:(\d{4}-\d\d-\d\d)_\d{9,13}_)?"
    r"([\w.]+?)(?: ?\(\d+\))?(?:\.zip)?[:/]"
)
_VIDEO = r"tiktok\.com/(?:@([\w.]+)/)?(?:video|photo)/(\d{15,20})"
_WORDS = r"[^\W\d_]+|\d+"


Day = tuple[int | Bad | None, Cells]
"""When a row is of, and the row."""


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
        self.videos_read: set[str] = set()
        self.newest: list[int] = []

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the tables by their headers."""
        return cls.files[0] if _kind_of(member) else None

    def table(self, member: Member) -> None:
        """Read a table as what it is."""
        kind = Sheet if is_workbook(member) else Table
        form = kind("table", columns=HEADERS, needed=())
        rows = form.values(member, HEADERS, self.intake, self.reading.encoding)
        match _kind_of(member):
            case "videos":
                self.each(rows, self.video)
            case "followers":
                self.followers(member, list(self.sound(rows)))
            case "sums":
                self.sums(member, rows)

    def video(self, row: Cells) -> Rows:
        """Take one video.

        Its number holds the second it was made in, by which TikTok's personal data name it too.
        """
        match = re.search(_VIDEO, row["link"])
        if match is None:
            raise Unusable(NO_LINK)
        if match[2] in self.videos_read:
            raise Unusable(self.twice)
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
        self.videos_read.add(match[2])
        self.handles |= {match[1]} - {None}

    def in_range(self, at: int) -> int | Bad:
        """Return a moment that can be believed."""
        return FUTURE if at > self.latest else OUTSIDE if at < EARLIEST else at

    def followers(self, member: Member, rows: Sequence[tuple[object, Cells]]) -> None:
        """Take the number of followers of each day; a young account's first days have none."""
        days = self.date_days(member, [row["day"] for _, row in rows])
        if rows and not days:
            self.draft.notes.append(NO_YEAR)
        newest = len(rows) - 1
        dated: list[tuple[object, tuple[Day, bool]]] = [
            (line, ((days[index] if days else None, row), bool(days) or index == newest))
            for index, (line, row) in enumerate(rows)
        ]
        self.each(dated, self.day)

    def day(self, entry: tuple[Day, bool]) -> Rows:
        """Take the followers of one day; without years, those of the newest one."""
        (at, row), is_usable = entry
        value = self.count(row.get("followers")) if is_usable else None
        if value is None:
            yield Note(NO_YEAR if row["followers"] and not is_usable else UNKNOWN)
        else:
            yield Level("followers", value, None if at is None else self.checked(at))

    def sums(self, member: Member, rows: Values) -> None:
        """Count the rows of a table of sums; its newest day may be the newest of all."""
        days: list[str] = []
        for _, row in self.sound(rows):
            self.intake.use()
            self.intake.note(SUMS)
            days.append(row["day"])
        self.date_days(member, days)

    def date_days(self, member: Member, days: Sequence[str]) -> list[int | Bad]:
        """Give each day its year, nothing where that cannot be known.

        A series begins on the day in the name of its zip, and ends the day before the one the zip
        states for the file: from there, each day is the nearest one to the day beside it, over any
        1 January.
        """
        start, made = _stated(member)
        anchor = start or made
        if anchor is None:
            return []
        dates: list[int | Bad] = []
        for cell in days if start else reversed(days):
            day = _day(cell)
            at = _nearest(day, anchor) if day else None
            anchor = at or anchor
            dates.append(NOT_A_DATE if at is None else self.in_range(at))
        self.newest += [at for at in dates if isinstance(at, int)]
        return dates if start else dates[::-1]

    def finish(self, members: Sequence[Member]) -> None:
        """Settle handle and date: the zip's name, else the links, say whose it is.

        The day after the newest one it was made.
        """
        draft = self.draft
        names = {match[2] for member in members if (match := re.search(_ZIP, member.where))}
        for handles in (names, self.handles):
            if len(handles) == 1 and not draft.handle:
                (draft.handle,) = handles
        made = [at for member in members if (at := _stated(member)[1]) is not None]
        dates = [*self.newest, *(post.at for post in draft.posts), *made]
        draft.exported_at = min(max(dates), self.latest) if dates else None


def _kind_of(member: Member) -> str:
    """Tell by its header what a table is; the tables of TikTok's ads look alike, but have costs."""
    names = _names(member)
    columns = {column for column, synonyms in HEADERS.items() if names & synonyms}
    if any(name.startswith("cost") for name in names):
        return ""
    return next(
        (
            kind
            for kind, signatures in KINDS.items()
            if any(signature <= columns for signature in signatures)
        ),
        "",
    )


def _names(member: Member) -> frozenset[str]:
    if not is_workbook(member):
        return first_names(member)
    with suppress(InputError):
        return frozenset(
            fold(cell) for sheet in read_sheets(member) for row in sheet.rows[:1] for cell in row
        )
    return frozenset()


def _day(cell: str) -> tuple[int, int] | None:
    """Read month and day of `February 28`, `28 August` or `8 de marzo`.

    None where there are none.
    """
    words = re.findall(_WORDS, cell.casefold())
    months = [MONTH_NAMES[word] for word in words if word in MONTH_NAMES]
    days = [int(word) for word in words if word.isdecimal() and len(word) < 3]
    return (months[0], days[0]) if len(months) == len(days) == 1 else None


def _nearest(day: tuple[int, int], anchor: int) -> int | None:
    """Return the start of the day in the year in which it is nearest to a moment.

    None where there is no such day.
    """
    year = int(iso_day(anchor)[:4])
    found: list[int] = []
    for candidate in (year - 1, year, year + 1):
        with suppress(ValueError):
            found.append(midnight(candidate, *day))
    return min(found, key=lambda at: abs(at - anchor), default=None)


def _stated(member: Member) -> tuple[int | None, int | None]:
    """Return the first day of the period by its folder's name, and the day of the file."""
    found = re.search(_ZIP, member.where)
    with suppress(ValueError):
        start = midnight(*map(int, found[1].split("-"))) if found and found[1] else None
        made = midnight(*member.made) if member.made else None
        return start, made if made is None or made >= EARLIEST else None
    return None, None
