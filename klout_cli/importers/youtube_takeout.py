"""YouTube in a Google Takeout: the videos of a channel, its own comments and subscriptions.

Folders and files are named in the owner's language, so tables are told by their headers. What a
comment says is not read.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from klout_cli.files.container import Member
from klout_cli.files.table import first_names
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, File, Listed, Rows, Table, Unusable
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Post
from klout_cli.values.reading import PLAIN, Reading

NO_COUNTS = described("youtube_takeout")[1]["resonance"]

COLUMNS = {
    "comment": {"comment id", "kommentar id"},
    "channel": {"channel id", "kanal id"},
    "address": {"channel url", "kanal url"},
    "name": {"channel title", "kanaltitel", "kanal titel"},
    "own name": {"channel title original", "kanaltitel original"},
    "video": {"video id"},
    "title": {"video title original", "videotitel original"},
    "description": {"video description original", "videobeschreibung original"},
    "privacy": {"privacy", "datenschutz"},
}
MOMENTS = ("timestamp", "zeitstempel", "zeitpunkt")
PUBLISHED = ("publish", "veröffentlich")
PUBLIC = {"", "public", "öffentlich"}


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
        Table("channel", columns=COLUMNS, needed=("channel", "own name")),
        Table("videos", columns=COLUMNS, needed=("video", "title"), proof=("video", "title", "at")),
        # after the videos, since comments on own videos are own answers
        Table("comments", columns=COLUMNS, needed=("comment",), proof=("comment", "at")),
        Table(
            "subscriptions",
            columns=COLUMNS,
            needed=("channel", "address", "name"),
            lists="following",
        ),
    )

    def __init__(self, *args: Reading) -> None:
        super().__init__(*args)
        self.videos_read: set[str] = set()

    @classmethod
    def columns(cls, file: File, member: Member, reading: Reading) -> Mapping[str, Collection[str]]:
        """Moments are told by a word in their name, that of publishing before that of making."""
        moments = {name for name in first_names(member) if any(word in name for word in MOMENTS)}
        published = {name for name in moments if any(word in name for word in PUBLISHED)}
        made = moments - published if published else set()
        return {**COLUMNS, "at": published or moments, "made": made}

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the tables; all else below a folder of YouTube that holds some belongs to them."""
        exports = super().identify(members, reading)
        tables = [member for export in exports for member in export]
        parents = {table.name.rpartition("/")[0].rpartition("/")[0] for table in tables}
        roots = tuple(
            f"{root}/" for root in parents if "youtube" in root.rpartition("/")[2].lower()
        )
        beside = [
            member for member in members if member.name.startswith(roots) and member not in tables
        ]
        return [(*tables, *beside)] if tables else []

    def channel(self, row: Cells) -> None:
        """Take whose Takeout it is: the first channel."""
        self.name_account(row["own name"], row["channel"])

    def videos(self, row: Cells) -> Rows:
        """Take one video; a draft has no moment of publishing."""
        id = row["video"]
        self.name_account("", row["channel"])
        yield Post(
            id=self.once(id, "no id"),
            at=self.date(row["at"] or row["made"]),
            public=fold(row["privacy"]) in PUBLIC,
            text=" ".join(filter(None, (row["title"], row["description"]))),
            url=f"https://youtu.be/{id}",
        )
        self.videos_read.add(id)

    def comments(self, row: Cells) -> Rows:
        """Take one comment as a reply.

        Whose video it is on is not in the file, unless it is the owner's.
        """
        self.name_account("", row["channel"])
        yield Post(
            id=self.once(row["comment"], "no id"),
            at=self.date(row["at"]),
            kind="self_reply" if row["video"] in self.videos_read else "reply",
        )

    def subscriptions(self, row: Cells) -> Rows:
        """Take one channel the owner subscribes to."""
        if not re.fullmatch(r"UC[\w-]{22}", row["channel"]):
            raise Unusable("no channel id")
        yield Contact(row["channel"], row["name"])
        yield Listed("following", row["channel"])

    def finish(self, members: Sequence[Member]) -> None:
        """Name a channel without a title by its id."""
        self.name_account(self.draft.owner.id, personal=bool(self.draft.owner.id))
        self.draft.notes.append(NO_COUNTS)
