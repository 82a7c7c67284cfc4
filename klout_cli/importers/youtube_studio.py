"""YouTube Studio: the tables of the advanced mode, one row a video, in English or German (formats/modern-platforms §7).

A zip holds the table and two series by day, whose sums are the same events again. What is counted
is what happened in the period chosen.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from klout_cli.errors import InputError
from klout_cli.files.container import Member, by_folder
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import open_table, records
from klout_cli.files.text import fold
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Post
from klout_cli.values.aliases import is_series, is_total
from klout_cli.values.dates import DAY, midnight, moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

SUMS = "sums by day or group: never added to videos"
TOTAL = "row of totals, which counts deleted videos too: never added to videos"
FOOTER = "row that says the table is cut"
CUT = "the table is full (500 rows, where YouTube cuts it): videos further down are not in it"
EARLIER = "videos from before the period: counted in it alone, so their counts are unknown"
TWICE = "same video twice"
NO_DATE = Bad("no date")
NO_ID = Bad("no video id")
TABLE_ENDS = 500

HEADERS = {
    "id": {"content", "video", "videos", "inhalt", "inhalte"},
    "day": {"date", "datum"},
    "title": {"video title", "videotitel"},
    "at": {"video publish time", "veröffentlichungszeitpunkt des videos"},
    "views": {"views", "aufrufe"},
    "engaged": {"engaged views", "aktive aufrufe"},
    "reach": {"unique viewers", "einzelne zuschauer"},
    "likes": {"likes", "mag ich bewertungen", "positive bewertungen"},
    "comments": {"comments added", "comments", "hinzugefügte kommentare", "kommentare"},
    "shares": {"shares", "geteilte inhalte", "geteilt"},
    "subscribers": {"subscribers", "abonnenten"},
    "hours": {"watch time hours", "wiedergabezeit stunden"},
    "duration": {"average view duration", "durchschnittliche wiedergabedauer"},
    "status": {"subscription status", "abostatus"},
}
"""What the columns are called, folded: German headers are full of soft hyphens."""
OF_VIDEOS = {"at", "views", "engaged", "hours"}
OF_OTHER_TABS = {"engaged", "hours", "duration", "status"}
METRICS = HEADERS.keys() - {"id", "day", "title", "at"}

_VIDEO_ID = r"[\w-]{11}"
_STATED = (
    r"(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)(?:[ _]+([^/:]+?))?(?: ?\(\d+\))?(?:\.zip)?(?:[:/]|$)"
)


class YouTubeStudio:
    """A channel's tables: views, likes, comments and shares of each video in the period chosen."""

    network = "youtube"
    source, feeds = described("youtube_studio")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files by their headers, series by their names too.

        Those of one folder are one export.
        """
        return [
            tuple(found)
            for found in by_folder(member for member in members if _role(member)).values()
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each table of videos as an export; the first keeps the ledger of all other files."""
        members = sorted(members, key=lambda member: member.name)
        first = Draft(self.network, "YouTube Studio")
        days = [
            day
            for member in members
            if _role(member) == "sums"
            for day in _read_sums(member, first, reading)
        ]
        drafts = [first]
        for number, member in enumerate(member for member in members if _role(member) == "videos"):
            draft = first if number == 0 else Draft(self.network, first.variant)
            drafts += [draft] if number else []
            _Videos(draft, member, reading, days)
        for draft in drafts:
            stated = _stated(members[0], reading.latest)
            draft.handle = stated[2]
            draft.exported_at = stated[1] or max(
                [*days, *(post.at for post in draft.posts)], default=None
            )
        return [draft.finish() for draft in drafts]


def _role(member: Member) -> str:
    """Tell "videos", one row a video, and "sums", all other tables of Studio.

    "" for everything else.
    """
    if not member.basename.endswith(".csv"):
        return ""
    with suppress(InputError):
        table = open_table(member, Intake(""), HEADERS, ())
        return _role_of(set(table.columns), is_series(member)) if table else ""
    return ""


def _role_of(names: set[str], series: bool) -> str:
    if {"id", "title"} <= names and names & OF_VIDEOS:
        return "sums" if "day" in names else "videos"
    return (
        "sums" if names & OF_OTHER_TABS or (series and "day" in names and names & METRICS) else ""
    )


def _stated(member: Member, latest: int) -> tuple[int | None, int | None, str]:
    """Return what the name of the zip, or of the folder it was unpacked to, says: start and end of the period, and the channel."""
    found = re.search(_STATED, member.where)
    if not found:
        return None, None, ""
    with suppress(ValueError):
        start, end = (midnight(*map(int, day.split("-"))) for day in found.groups()[:2])
        return start, min(end + DAY - 1, latest), (found[3] or "").strip()
    return None, None, ""


def _read_sums(member: Member, draft: Draft, reading: Reading) -> list[int]:
    """Count the rows of a table of sums.

    Return the first and the last day of the zip's own series, which are those of the period.
    """
    days: list[int] = []
    with draft.reading(member.where) as intake:
        for _, row in records(member, intake, HEADERS, (), reading.encoding):
            intake.use()
            intake.note(SUMS)
            found = moment(row.get("day", ""), reading.latest)
            days += [found[0]] if isinstance(found, tuple) else []
    return [min(days), max(days)] if days and is_series(member) else []


def _remark(row: Mapping[str, str]) -> str:
    """Say why a row is no video, "" where it may be one.

    The last one may tell, alone in its row, that the table is cut.
    """
    if is_total(fold(row["id"])):
        return TOTAL
    return (
        FOOTER
        if " " in row["id"] and not any(cell for name, cell in row.items() if name != "id")
        else ""
    )


class _Videos:
    """One table of videos being read into a draft; `days` are those of the series beside it."""

    def __init__(self, draft: Draft, member: Member, reading: Reading, days: Sequence[int]) -> None:
        self.draft = draft
        self.reading = reading
        self.begins = _stated(member, reading.latest)[0] or min(days, default=0)
        self.known: set[str] = set()
        with draft.reading(member.where) as intake:
            for line, row in records(member, intake, HEADERS, ("id", "title"), reading.encoding):
                self._row(intake, line, row)
            if intake.read >= TABLE_ENDS or FOOTER in intake.notes:
                draft.notes.append(CUT)

    def _row(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        id = row["id"]
        if remark := _remark(row):
            intake.use()
            intake.note(remark)
        elif id in self.known:
            intake.skip(line, TWICE)
        else:
            self._video(intake, line, row)

    def _video(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        """Take one video.

        Of one published before the period, the counts are of the period alone.
        """
        found = moment(row.get("at", ""), self.reading.latest)
        at, precision = found if isinstance(found, tuple) else (found or NO_DATE, "day")
        counts = {name: count(row.get(name)) for name in ("likes", "comments", "shares", "reach")}
        counts["impressions"] = count(row["engaged"] if "engaged" in row else row.get("views"))
        if isinstance(at, int) and at < self.begins:
            counts = {}
            intake.note(EARLIER)
        id = row["id"]
        post = intake.row(
            Post,
            line,
            id=id if re.fullmatch(_VIDEO_ID, id) else NO_ID,
            at=at,
            text=row["title"],
            url=f"https://youtu.be/{id}",
            precision=precision,
            **counts,
        )
        if post:
            self.known.add(id)
            self.draft.posts.append(post)
