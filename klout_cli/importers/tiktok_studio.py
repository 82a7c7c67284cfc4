"""TikTok Studio: followers by day and the counts of single videos, as CSV or XLSX (formats/modern-platforms §6).

Days bear no year and speak the language of the app. A video's number holds the second it was made
in; of a series the name of the zip, or the day the zip states for the file, tells the year.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from klout_cli.errors import InputError
from klout_cli.files.container import Member, by_folder
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import first_names, header_names, records
from klout_cli.files.text import fold
from klout_cli.files.workbook import is_workbook, read_sheets
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Level, Post
from klout_cli.values.cells import UNKNOWN
from klout_cli.values.dates import EARLIEST, FUTURE, MONTHS, NOT_A_DATE, OUTSIDE, iso_day, midnight
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

SUMS = "sums by day or group: never added to videos"
NO_YEAR = "days without a year: give the zip as TikTok named it; only the newest number of followers is used"
TWICE = "same video twice"
NO_LINK = Bad("no link to a video")

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
ROLES = {
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

MONTH_NAMES = MONTHS | {
    name: number
    for names in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, name in enumerate(names.split(), start=1)
}

_ZIP = r"(?:^|[:/])(?:Overview|Followers|Content|Viewers)_(?:(\d{4}-\d\d-\d\d)_\d{9,13}_)?([\w.]+?)(?: ?\(\d+\))?(?:\.zip)?[:/]"
_VIDEO = r"tiktok\.com/(?:@([\w.]+)/)?(?:video|photo)/(\d{15,20})"
_WORDS = r"[^\W\d_]+|\d+"


class TikTokStudio:
    """A creator's analytics: the history of followers, and the totals of the videos that were active in the period."""

    network = "tiktok"
    source, feeds = described("tiktok_studio")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the tables by their headers; those of one folder are one export."""
        return [
            tuple(found)
            for found in by_folder(member for member in members if _role(member)).values()
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read the tables of one folder."""
        studio = _Studio(reading)
        for member in sorted(members, key=lambda member: member.name):
            studio.read(member)
        return [studio.finish(members)]


def _role(member: Member) -> str:
    """Tell by its header what a table is; the tables of TikTok's ads look alike, but have costs."""
    names = _names(member)
    found = {column for column, synonyms in HEADERS.items() if names & synonyms}
    if any(name.startswith("cost") for name in names):
        return ""
    return next(
        (
            role
            for role, signatures in ROLES.items()
            if any(signature <= found for signature in signatures)
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


def _rows(
    member: Member, intake: Intake, reading: Reading
) -> Iterator[tuple[object, Mapping[str, str]]]:
    """Yield (line, cells by column) of a CSV or of all sheets of a workbook.

    Rows that cannot be read are counted.
    """
    if not is_workbook(member):
        yield from records(member, intake, HEADERS, (), reading.encoding)
        return
    for sheet in read_sheets(member):
        columns = header_names(sheet.rows[0], HEADERS) if sheet.rows else {}
        for index, row in enumerate(sheet.rows[1:], start=1):
            if columns and any(row):
                yield (
                    sheet.line(index),
                    {name: row[indexes[0]] for name, indexes in columns.items()},
                )


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


class _Studio:
    """The tables of one folder while they are read.

    `handles` are those that links to videos bear.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(TikTokStudio.network, "TikTok Studio")
        self.handles: set[str] = set()
        self.known: set[str] = set()
        self.newest: list[int] = []

    def read(self, member: Member) -> None:
        """Read one table as what it is."""
        with self.draft.reading(member.where) as intake:
            match _role(member):
                case "videos":
                    for line, row in _rows(member, intake, self.reading):
                        self._video(intake, line, row)
                case "followers":
                    self._followers(intake, member, list(_rows(member, intake, self.reading)))
                case "sums":
                    self._sums(intake, member)

    def _video(self, intake: Intake, line: object, row: Mapping[str, str]) -> None:
        """Take one video.

        Its number holds the second it was made in, by which TikTok's personal data name it too.
        """
        found = re.search(_VIDEO, row.get("link", ""))
        at = int(found[2]) >> 32 if found else 0
        if found and found[2] in self.known:
            intake.skip(line, TWICE)
            return
        post = intake.row(
            Post,
            line,
            id=str(at) if found else NO_LINK,
            at=self._believed(at),
            text=row.get("title", ""),
            url=row.get("link", ""),
            impressions=count(row.get("views")),
            **{name: count(row.get(name)) for name in ("likes", "comments", "shares")},
        )
        if post and found:
            self.known.add(found[2])
            self.handles |= {found[1]} - {None}
            self.draft.posts.append(post)

    def _believed(self, at: int) -> int | Bad:
        return FUTURE if at > self.reading.latest else OUTSIDE if at < EARLIEST else at

    def _followers(
        self, intake: Intake, member: Member, rows: Sequence[tuple[object, Mapping[str, str]]]
    ) -> None:
        """Take the number of followers of each day; a young account's first days have none."""
        dated = self._dated(member, [row.get("day", "") for _, row in rows])
        if rows and not dated:
            self.draft.notes.append(NO_YEAR)
        for number, (line, row) in enumerate(rows, start=1):
            value = count(row.get("followers"))
            if value is None or (not dated and number < len(rows)):
                intake.use()
                intake.note(UNKNOWN if value is None else NO_YEAR)
                continue
            at = dated[number - 1] if dated else None
            if level := intake.row(Level, line, metric="followers", value=value, at=at):
                self.draft.levels.append(level)

    def _sums(self, intake: Intake, member: Member) -> None:
        """Count the rows of a table of sums; its newest day may be the newest of all."""
        days: list[str] = []
        for _, row in _rows(member, intake, self.reading):
            intake.use()
            intake.note(SUMS)
            days.append(row.get("day", ""))
        self._dated(member, days)

    def _dated(self, member: Member, days: Sequence[str]) -> list[int | Bad]:
        """Give each day its year, nothing where that cannot be known.

        A series begins on the day in the name of its zip, and ends the day before the one the zip
        states for the file: from there, each day is the nearest one to the day beside it, over any
        1 January.
        """
        start, made = _stated(member)
        anchor = start or made
        if anchor is None:
            return []
        found: list[int | Bad] = []
        for cell in days if start else reversed(days):
            day = _day(cell)
            at = _nearest(day, anchor) if day else None
            anchor = at or anchor
            found.append(NOT_A_DATE if at is None else self._believed(at))
        self.newest += [at for at in found if isinstance(at, int)]
        return found if start else found[::-1]

    def finish(self, members: Sequence[Member]) -> Export:
        """Settle handle and date: the zip's name, else the links, say whose it is.

        The day after the newest one it was made.
        """
        draft = self.draft
        named = {found[2] for member in members if (found := re.search(_ZIP, member.where))}
        for handles in (named, self.handles):
            if len(handles) == 1 and not draft.handle:
                (draft.handle,) = handles
        made = [at for member in members if (at := _stated(member)[1]) is not None]
        dates = [*self.newest, *(post.at for post in draft.posts), *made]
        draft.exported_at = min(max(dates), self.reading.latest) if dates else None
        return draft.finish()


def _stated(member: Member) -> tuple[int | None, int | None]:
    """Return the first day of the period by the name of the zip or folder, and the day the zip states for the file."""
    found = re.search(_ZIP, member.where)
    with suppress(ValueError):
        start = midnight(*map(int, found[1].split("-"))) if found and found[1] else None
        made = midnight(*member.made) if member.made else None
        return start, made if made is None or made >= EARLIEST else None
    return None, None
