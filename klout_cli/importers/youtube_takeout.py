"""YouTube in a Google Takeout: the videos of a channel, its own comments and subscriptions (formats/modern-platforms §8).

Folders and files are named in the owner's language, so tables are told by their headers. What a
comment says is not read.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import first_names, records
from klout_cli.files.text import fold
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import moment
from klout_cli.values.reading import PLAIN, Reading

NO_COUNTS = described("youtube_takeout")[1]["resonance"]
TWICE = "duplicate record"
NO_DATE = Bad("no date")
NO_ID = Bad("no id")
NO_CHANNEL = Bad("no channel id")

HEADERS = {
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
ROLES = {
    "channel": {"channel", "own name"},
    "videos": {"video", "title", "at"},
    "comments": {"comment", "at"},
    "subscriptions": {"channel", "address", "name"},
}
"""What a table is that has all of these columns, in the order in which they are read: comments on own videos are own answers."""
IDS = {"channel": "channel", "videos": "video", "comments": "comment", "subscriptions": "channel"}
MOMENTS = ("timestamp", "zeitstempel", "zeitpunkt")
PUBLISHED = ("publish", "veröffentlich")
PUBLIC = {"", "public", "öffentlich"}

_CHANNEL_ID = r"UC[\w-]{22}"
_ZIP_NAME = r"takeout-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z"


class YouTubeTakeout:
    """A channel's videos with their dates, and what its owner gave: comments and subscriptions.

    Nothing received is in it.
    """

    network = "youtube"
    source, feeds = described("youtube_takeout")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the tables.

        What else lies below a folder of YouTube that has some belongs to it, unread.
        """
        found = [member for member in members if _role(member)]
        roots = {
            root
            for member in found
            if "youtube" in (root := _root(member)).rpartition("/")[2].lower()
        }
        beside = [
            member
            for member in members
            if member not in found and any(member.name.startswith(f"{root}/") for root in roots)
        ]
        return [(*found, *beside)] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read the tables; nothing else is opened."""
        takeout = _Takeout(reading)
        rows = {
            "channel": takeout.channel,
            "videos": takeout.video,
            "comments": takeout.comment,
            "subscriptions": takeout.subscription,
        }
        for role, take in rows.items():
            for member in sorted(members, key=lambda member: (member.name, member.container)):
                if _role(member) == role:
                    takeout.read(member, role, take)
        return [takeout.finish(members)]


def _root(member: Member) -> str:
    """Return the folder above the one a table lies in."""
    return member.name.rpartition("/")[0].rpartition("/")[0]


def _columns(member: Member) -> dict[str, set[str]]:
    """Return what the table calls its columns: moments by a word in their name, the one of publishing before that of making."""
    moments = {name for name in first_names(member) if any(word in name for word in MOMENTS)}
    published = {name for name in moments if any(word in name for word in PUBLISHED)}
    return {
        **HEADERS,
        "at": published or moments,
        "made": moments - published if published else set(),
    }


def _role(member: Member) -> str:
    names = first_names(member)
    found = (
        {column for column, synonyms in _columns(member).items() if names & synonyms}
        if names
        else set()
    )
    return next((role for role, needed in ROLES.items() if needed <= found), "")


class _Takeout:
    """One Takeout while it is read: `known` are the ids of rows taken, by what they are."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(YouTubeTakeout.network, "YouTube Takeout")
        self.owner = ""
        self.known: dict[str, set[str]] = {role: set() for role in ROLES}
        self.lists: list[Intake] = []

    def read(
        self, member: Member, role: str, take: Callable[[Intake, int, Mapping[str, str]], None]
    ) -> None:
        """Read one table, each row of it once."""
        with self.draft.reading(member.where) as intake:
            self.lists += [intake] if role == "subscriptions" else []
            for line, row in records(
                member, intake, _columns(member), ROLES[role] - {"at"}, self.reading.encoding
            ):
                id = row.get(IDS[role], "")
                if id and id in self.known[role]:
                    intake.skip(line, TWICE)
                else:
                    self.known[role].add(id)
                    take(intake, line, row)

    def channel(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        """Take whose Takeout it is: the first channel."""
        intake.use()
        self.owner = self.owner or row["channel"]
        self.draft.handle = self.draft.handle or row["own name"]

    def video(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        """Take one video; a draft has no moment of publishing."""
        self.owner = self.owner or row.get("channel", "")
        self._post(
            intake,
            line,
            id=row["video"] or NO_ID,
            at=self._at(row.get("at") or row.get("made", "")),
            public=fold(row.get("privacy", "")) in PUBLIC,
            text=" ".join(filter(None, (row["title"], row.get("description")))),
            url=f"https://youtu.be/{row['video']}",
        )

    def comment(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        """Take one comment as a reply.

        Whose video it is on is not in the file, unless it is the owner's.
        """
        self.owner = self.owner or row.get("channel", "")
        own = row.get("video", "") in self.known["videos"] - {""}
        self._post(
            intake,
            line,
            id=row["comment"] or NO_ID,
            at=self._at(row.get("at", "")),
            kind="self_reply" if own else "reply",
        )

    def _post(self, intake: Intake, line: int, **values: Any) -> None:
        if post := intake.row(Post, line, **values):
            self.draft.posts.append(post)

    def _at(self, cell: str) -> int | Bad:
        found = moment(cell, self.reading.latest)
        return found[0] if isinstance(found, tuple) else found or NO_DATE

    def subscription(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        """Take one channel the owner subscribes to."""
        id = row["channel"]
        if contact := intake.row(
            Contact, line, key=id if re.fullmatch(_CHANNEL_ID, id) else NO_CHANNEL, name=row["name"]
        ):
            self.draft.contacts.append(contact)
            self.draft.following.add(id)

    def finish(self, members: Sequence[Member]) -> Export:
        """Settle owner, date, and how many channels the owner subscribes to."""
        draft = self.draft
        if self.lists:
            cut = any(intake.reasons.keys() - {TWICE} for intake in self.lists)
            draft.levels.append(
                Level("following", len(draft.following), quality="cut" if cut else "exact")
            )
        draft.owner = Owner(self.owner, personal=bool(self.owner))
        draft.handle = draft.handle or self.owner
        stamps = (re.search(_ZIP_NAME, member.where) for member in members)
        made = [self._at("{}-{}-{} {}:{}:{}Z".format(*stamp.groups())) for stamp in stamps if stamp]
        posted = [post.at for post in draft.posts]
        draft.exported_at = max([at for at in made if isinstance(at, int)] or posted, default=None)
        draft.notes.append(NO_COUNTS)
        return draft.finish()
