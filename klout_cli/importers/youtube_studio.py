"""YouTube Studio: the tables of the advanced mode, one row per video, in seven languages.

A zip contains the table and two series by day, whose sums are the same events again. What is
counted is what happened in the period chosen.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import open_table
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Table
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Export, Post
from klout_cli.translation import Message
from klout_cli.values.aliases import is_series, is_total
from klout_cli.values.dates import DAY, midnight
from klout_cli.values.reading import PLAIN, Reading

SUMS = Message("totals by day or group, not added to videos")
TOTAL = Message("row of totals, which counts deleted videos too")
FOOTER = Message("row saying that the table is cut off")
CUT = Message("YouTube cuts tables off at 500 rows, so the videos further down are missing")
EARLIER = Message("videos from before the period, so their full counts are unknown")
TABLE_ENDS = 500

COLUMNS = words_of("youtube_studio")
OF_VIDEOS = {"at", "views", "engaged", "hours"}
OF_OTHER_TABS = {"engaged", "hours", "duration", "status"}
RECEIVED = ("likes", "comments", "shares", "reach")
METRICS = COLUMNS.keys() - {"id", "day", "title", "at"}

_VIDEO_ID = r"[\w-]{11}"
_PERIOD = (
    r"(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)(?:[ _]+([^/:]+?))?(?: ?\(\d+\))?(?:\.zip)?(?:[:/]|$)"
)


class YouTubeStudio(Archive):
    """A channel's tables: views, likes, comments and shares of each video in the period chosen."""

    key = "youtube_studio"
    network = "youtube"
    variant = "YouTube Studio"
    twice = "same video twice"
    files = (
        Table("sums", name=r".*\.csv", columns=COLUMNS),
        Table("videos", name=r".*\.csv", columns=COLUMNS, needed=("id", "title")),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.series: list[int] = []
        self.period: list[int] = []
        self.begins = 0

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the tables of videos, one row per video, and all other tables of Studio."""
        kind = _kind_of(member)
        return next((file for file in cls.files if file.id == kind), None)

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each table of videos as an export; the first keeps the ledger of the other files."""
        sums, videos = cls.files
        ordered = sorted(members, key=lambda member: member.name)
        tables = [member for member in ordered if cls.file_of(member) is videos]
        archives = [cls(reading) for _ in range(max(1, len(tables)))]
        first = archives[0]
        for member in ordered:
            if cls.file_of(member) is sums:
                first.read(sums, member)
        for archive, member in zip(archives, tables, strict=False):
            archive.begins = _stated(member, reading.latest)[0] or min(first.period, default=0)
            archive.read(videos, member)
        _, end, channel = _stated(ordered[0], reading.latest)
        for archive in archives:
            archive.draft.handle, archive.draft.exported_at = channel, end
            archive.dates += first.period
        return [draft.finish() for archive in archives for draft in archive.settle(members)]

    def read(self, file: File, member: Member) -> None:
        """Read a table; the zip's own series shows the days of the period."""
        self.series = []
        super().read(file, member)
        if self.series and _is_series(member):
            self.period += [min(self.series), max(self.series)]
        full = self.intake.read >= TABLE_ENDS or FOOTER in self.intake.notes
        if file.id == "videos" and full and not self.draft.faults:
            self.draft.notes.append(CUT)

    def sums(self, row: Cells) -> Rows:
        """Take one row of sums for its day."""
        self.series += filter(None, [self.known_date(row["day"])])
        yield Note(SUMS)

    def videos(self, row: Cells) -> Rows:
        """Take one video; of one from before the period, the counts are of the period alone."""
        if remark := _remark(row):
            yield Note(remark)
            return
        id = self.once(row["id"] if re.fullmatch(_VIDEO_ID, row["id"]) else "", "no video id")
        at, precision = self.moment(row["at"])
        counts: dict[str, Any] = {}
        if at < self.begins:
            yield Note(EARLIER)
        else:
            views = row["engaged"] if "engaged" in row else row.get("views")
            counts = {name: self.count(row.get(name)) for name in RECEIVED}
            counts["impressions"] = self.count(views)
        yield Post(
            id=id,
            at=at,
            text=row["title"],
            url=f"https://youtu.be/{id}",
            precision=precision,
            **counts,
        )


def _kind_of(member: Member) -> str:
    """Return "videos", one row per video, or "sums", all other tables of Studio; else ""."""
    if not member.basename.endswith(".csv"):
        return ""
    with suppress(InputError):
        table = open_table(member, Intake(""), COLUMNS, ())
        names = set(table.columns) if table else set()
        if {"id", "title"} <= names and names & OF_VIDEOS:
            return "sums" if "day" in names else "videos"
        is_daily = "day" in names and names & METRICS and _is_series(member)
        return "sums" if is_daily or names & OF_OTHER_TABS else ""
    return ""


def _stated(member: Member, latest: int) -> tuple[int | None, int | None, str]:
    """Return start and end of the period and the channel, by the zip's or folder's name."""
    if match := re.search(_PERIOD, member.where):
        with suppress(ValueError):
            start, end = (midnight(*map(int, day.split("-"))) for day in match.groups()[:2])
            return start, min(end + DAY - 1, latest), (match[3] or "").strip()
    return None, None, ""


def _is_series(member: Member) -> bool:
    """Return True for a series by day, by its name; "total" alone is one in Portuguese."""
    in_studio = re.search(_PERIOD, member.where) is not None
    return is_series(member) or (in_studio and member.basename == "total.csv")


def _remark(row: Mapping[str, str]) -> str:
    """Return why a row is no video, "" where it may be one.

    A row of totals has a word of the language as its id, and neither title nor date. The last row
    may say, alone in it, that the table is cut off.
    """
    id = row["id"]
    alone = not any(cell for name, cell in row.items() if name != "id")
    is_word = bool(id) and not re.fullmatch(_VIDEO_ID, id)
    if is_total(fold(id)) or (is_word and not alone and not row["title"] and not row["at"]):
        return TOTAL
    return FOOTER if alone and " " in id else ""
