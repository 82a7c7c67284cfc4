"""YouTube: the tables of Studio's advanced mode, and a channel in a Google Takeout.

Studio's have one row per video, in seven languages. A zip contains the table and two series by day,
whose sums are the same events again. What is counted is what happened in the period chosen.

A Takeout has the videos, the owner's comments and subscriptions. Folders and files are named in the
owner's language, so tables are known by their headers. What a comment says is not read.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import first_names, open_table
from klout_cli.files.text import fold
from klout_cli.importers.archive import (
    Archive,
    Cells,
    Claims,
    File,
    Listed,
    Note,
    Rows,
    Table,
    Unusable,
)
from klout_cli.importers.declared import Columns
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Contact, Export, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import is_series, is_total
from klout_cli.values.dates import DAY, midnight
from klout_cli.values.reading import PLAIN, Reading

SUMS = Message("totals by day or group, not added to videos")
TOTAL = Message("row of totals, which counts deleted videos too")
FOOTER = Message("row saying that the table is cut off")
CUT = Message("YouTube cuts tables off at 500 rows, so the videos further down are missing")
EARLIER = Message("videos from before the period, so their full counts are unknown")
TABLE_ENDS = 500

STUDIO = words_of("youtube_studio")
OF_VIDEOS = {"at", "views", "engaged", "hours"}
OF_OTHER_TABS = {"engaged", "hours", "duration", "status"}
RECEIVED = ("likes", "comments", "shares", "reach")
METRICS = STUDIO.keys() - {"id", "day", "title", "at"}

_VIDEO_ID = r"[\w-]{11}"
_PERIOD = (
    r"(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)(?:[ _]+([^/:]+?))?(?: ?\(\d+\))?(?:\.zip)?(?:[:/]|$)"
)

TAKEOUT = words_of("youtube_takeout")
SUBSCRIPTIONS = ("channel", "address", "name")
MOMENTS = ("timestamp", "zeitstempel", "zeitpunkt")
PUBLISHED = ("publish", "veröffentlich")
PUBLIC = {"", "public", "öffentlich"}


class YouTubeStudio(Archive):
    """A channel's tables: views, likes, comments and shares of each video in the period chosen."""

    key = "youtube_studio"
    network = "youtube"
    variant = "YouTube Studio"
    twice = "same video twice"
    files = (
        Table("sums", columns=STUDIO),
        Table("videos", columns=STUDIO, needed=("id", "title")),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.period: list[int] = []
        self.begins = 0

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the tables of videos, one row per video, and all other tables of Studio."""
        sums, videos = cls.files
        return {"sums": sums, "videos": videos}.get(_kind_of(member))

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
            archive.begins = _parse_name(member, reading.latest)[0] or min(first.period, default=0)
            archive.read(videos, member)
        _, end, channel = _parse_name(ordered[0], reading.latest)
        for archive in archives:
            archive.draft.handle, archive.draft.exported_at = channel, end
            archive.dates += first.period
        return [draft.finish() for archive in archives for draft in archive.settle(members)]

    def read(self, file: File, member: Member) -> None:
        """Read a table; the zip's own series shows the days of the period."""
        self.series: list[int] = []
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
        if remark := _explain_row(row):
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
        table = open_table(member, Intake(""), STUDIO, ())
        names = set(table.columns) if table else set()
        if {"id", "title"} <= names and names & OF_VIDEOS:
            return "sums" if "day" in names else "videos"
        is_daily = "day" in names and names & METRICS and _is_series(member)
        return "sums" if is_daily or names & OF_OTHER_TABS else ""
    return ""


def _parse_name(member: Member, latest: int) -> tuple[int | None, int | None, str]:
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


def _explain_row(row: Mapping[str, str]) -> str:
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


class TakeoutTable(Table, frozen=True):
    """A table of which only the columns of moments are named in many languages."""

    def synonyms(self, member: Member) -> Columns:
        """Find moments by a word in their name, that of publishing before that of making."""
        moments = {name for name in first_names(member) if any(word in name for word in MOMENTS)}
        published = {name for name in moments if any(word in name for word in PUBLISHED)}
        made = moments - published if published else set()
        return {**TAKEOUT, "at": published or moments, "made": made}


class YouTubeTakeout(Archive):
    """A channel's videos with their dates, and what its owner gave; nothing that was received."""

    key = "youtube_takeout"
    network = "youtube"
    variant = "YouTube Takeout"
    together = "all"
    empty_lists = True
    twice = twice_listed = "duplicate record"
    date_in_name = r"takeout-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z"
    files = (
        TakeoutTable("channel", needed=("channel", "own name")),
        TakeoutTable("videos", needed=("video", "title"), proof=("video", "title", "at")),
        # after the videos, since comments on own videos are own answers
        TakeoutTable("comments", needed=("comment",), proof=("comment", "at")),
        TakeoutTable("subscriptions", needed=SUBSCRIPTIONS, lists="following"),
    )

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the tables; all else below a folder of YouTube with tables belongs to them."""
        tables = [member for export in super().identify(members, reading) for member in export]
        parents = {table.name.rpartition("/")[0].rpartition("/")[0] for table in tables}
        roots = tuple(f"{root}/" for root in parents if "youtube" in root.split("/")[-1].lower())
        beside = [
            member for member in members if member.name.startswith(roots) and member not in tables
        ]
        return [(*tables, *beside)] if tables else []

    def channel(self, row: Cells) -> None:
        """Take whose Takeout it is: the first channel."""
        self.name_account(row["own name"], row["channel"])

    def videos(self, row: Cells) -> Rows:
        """Take one video; a draft has no moment of publishing."""
        self.name_account("", row["channel"])
        yield Post(
            id=self.once(row["video"]),
            at=self.date(row["at"] or row["made"]),
            public=fold(row["privacy"]) in PUBLIC,
            text=" ".join(filter(None, (row["title"], row["description"]))),
            url=f"https://youtu.be/{row['video']}",
        )

    def comments(self, row: Cells) -> Rows:
        """Take one comment as a reply; whose video it is on is known of own videos only."""
        self.name_account("", row["channel"])
        yield Post(
            id=self.once(row["comment"]),
            at=self.date(row["at"]),
            kind="self_reply" if row["video"] in self.rows.post_ids else "reply",
        )

    def subscriptions(self, row: Cells) -> Rows:
        """Take one channel the owner subscribes to."""
        if not re.fullmatch(r"UC[\w-]{22}", row["channel"]):
            raise Unusable(N_("no channel id"))
        yield Contact(row["channel"], row["name"])
        yield Listed("following", row["channel"])

    def finish(self, members: Sequence[Member]) -> None:
        """Name a channel without a title by its id."""
        self.name_account(self.draft.owner.id, personal=bool(self.draft.owner.id))
        self.draft.notes.append(self.feeds["resonance"])
