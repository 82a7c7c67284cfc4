"""YouTube in a Google Takeout: the videos of a channel, its own comments and subscriptions.

Folders and files are named in the owner's language, so tables are known by their headers. What a
comment says is not read.
"""

import re
from collections.abc import Sequence

from klout_cli.files.container import Member
from klout_cli.files.table import first_names
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, Claims, Listed, Rows, Table, Unusable
from klout_cli.importers.declared import Columns
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Contact, Post
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading

COLUMNS = words_of("youtube_takeout")
SUBSCRIPTIONS = ("channel", "address", "name")
MOMENTS = ("timestamp", "zeitstempel", "zeitpunkt")
PUBLISHED = ("publish", "veröffentlich")
PUBLIC = {"", "public", "öffentlich"}


class TakeoutTable(Table, frozen=True):
    """A table of which only the columns of moments are named in many languages."""

    def synonyms(self, member: Member) -> Columns:
        """Find moments by a word in their name, that of publishing before that of making."""
        moments = {name for name in first_names(member) if any(word in name for word in MOMENTS)}
        published = {name for name in moments if any(word in name for word in PUBLISHED)}
        made = moments - published if published else set()
        return {**COLUMNS, "at": published or moments, "made": made}


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
