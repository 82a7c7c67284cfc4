"""Reddit: the answer to a data request, a folder of CSV files (formats/modern-platforms §9).

Addresses of machines, votes, chats and settings stay closed; Reddit tells nothing of what posts and
comments received but awards.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from klout_cli.files.container import Member, by_folder
from klout_cli.files.intake import Bad
from klout_cli.files.table import first_names, records
from klout_cli.importers.others import NETWORK, draft_of, name_account
from klout_cli.importers.sources import described
from klout_cli.person.rows import Export, Interaction, Post
from klout_cli.values.dates import moment
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading

TITLE = "Reddit"
NO_DATE = Bad("no date")
NO_ID = Bad("no id")
TWICE = "same post or comment twice"
NAMELESS = "awards whose giver is not named"
OTHER_STATISTICS = "other statistics, not used"

POSTS = {
    "id": {"id"},
    "permalink": {"permalink"},
    "date": {"date"},
    "subreddit": {"subreddit"},
    "title": {"title"},
    "body": {"body"},
}
AWARDS = {"giver": {"gilder username"}, "date": {"date"}, "link": {"content link"}}
STATISTICS = {"statistic": {"statistic"}, "value": {"value"}}

MARKS = {
    "posts": {"permalink", "subreddit", "title"},
    "comments": {"permalink", "subreddit", "parent"},
    "post_headers": {"permalink", "subreddit", "gildings"},
    "comment_headers": {"permalink", "subreddit", "parent"},
    "gold_received": {"content link", "gilder username"},
    "statistics": {"statistic", "value"},
}
"""The files that are opened, and what their headers prove them by."""
PROVING = ("posts", "comments", "post_headers", "comment_headers")
HEADERS = {"post_headers": "posts", "comment_headers": "comments"}
"""The same rows again without their words: opened only where the others are missing."""

_CLOSED = """account_gender announcements approved_submitter_subreddits birthdate chat_history checkfile comment_votes drafts friends
    gilded_content hidden_posts ip_logs linked_identities linked_phone_number moderated_subreddits multireddits payouts persona poll_votes
    post_votes purchases reddit_gold_information saved_comments saved_posts scheduled_posts sensitive_ads_preferences stripe
    subscribed_subreddits twitter user_preferences"""
CLOSED = frozenset(_CLOSED.split())

_FILE = r"([a-z_]+?)(?:_\d+)?(?: ?\(\d+\))?\.csv"
_OWNER = rb"(?m)^\"?account name\"?,"


class Reddit:
    """The owner's posts and comments, and awards received."""

    network = NETWORK
    source, feeds = described("reddit")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find folders with a table of posts or comments, or statistics that name an account.

        Reddit's other files there belong to it.
        """
        found = [files for files in by_folder(members).values() if any(map(_is_evidence, files))]
        return [
            tuple(member for member in files if _role(member) or _name(member) in CLOSED)
            for files in found
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read whose it is, posts, comments and awards; nothing else is opened."""
        request = _Request(reading)
        files: dict[str, list[Member]] = defaultdict(list)
        for member in sorted(members, key=lambda member: (member.name, member.container)):
            files[_role(member)].append(member)
        for role, read in READERS.items():
            for member in [] if role in HEADERS and files[HEADERS[role]] else files[role]:
                read(request, member)
        return [request.finish()]


def _name(member: Member) -> str:
    found = re.fullmatch(_FILE, member.basename)
    return found[1] if found else ""


def _role(member: Member) -> str:
    """Tell which of the files that are opened a member is, by its name and header.

    "" for any other.
    """
    name = _name(member)
    return name if name in MARKS and MARKS[name] <= first_names(member) else ""


def _is_evidence(member: Member) -> bool:
    role = _role(member)
    return role in PROVING or (
        role == "statistics" and re.search(_OWNER, member.head()) is not None
    )


class _Request:
    """One answer while it is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = draft_of(TITLE, "data request")
        self.known: set[str] = set()

    def _moment(self, cell: str) -> int | Bad:
        found = moment(cell, self.reading.latest)
        return found[0] if isinstance(found, tuple) else found or NO_DATE

    def statistics(self, member: Member) -> None:
        """Read the account's name and the time of the export."""
        with self.draft.reading(member.where) as intake:
            for _, cells in records(
                member, intake, STATISTICS, ("statistic", "value"), self.reading.encoding
            ):
                intake.use()
                value = cells["value"]
                match cells["statistic"].lower():
                    case "account name":
                        name_account(self.draft, TITLE, value)
                    case "export time":
                        at = self._moment(value)
                        self.draft.exported_at = at if isinstance(at, int) else None
                    case _:
                        intake.note(OTHER_STATISTICS)

    def posts(self, member: Member) -> None:
        """Read what the owner posted."""
        self._written(member, "original")

    def comments(self, member: Member) -> None:
        """Read what the owner commented: answers, whose addressee the file does not name."""
        self._written(member, "reply")

    def _written(self, member: Member, kind: Kind) -> None:
        with self.draft.reading(member.where) as intake:
            known = set(self.known)
            for line, cells in records(
                member, intake, POSTS, ("id", "permalink", "date"), self.reading.encoding
            ):
                if cells["id"] in known:
                    intake.skip(line, TWICE)
                    continue
                text = " ".join(
                    filter(None, (cells.get(name, "") for name in ("title", "body", "subreddit")))
                )
                at = self._moment(cells["date"])
                if post := intake.row(
                    Post,
                    line,
                    id=cells["id"] or NO_ID,
                    at=at,
                    kind=kind,
                    text=text,
                    url=cells["permalink"],
                ):
                    known.add(post.id)
                    self.draft.posts.append(post)
            self.known = known

    def awards(self, member: Member) -> None:
        """Read who gave awards: vouching for something, no mere reaction."""
        with self.draft.reading(member.where) as intake:
            for line, cells in records(
                member, intake, AWARDS, ("giver", "date"), self.reading.encoding
            ):
                giver = cells["giver"].removeprefix("u/").lower()
                if not giver:
                    intake.use()
                    intake.note(NAMELESS)
                elif award := intake.row(
                    Interaction,
                    line,
                    partner=giver,
                    direction="in",
                    kind="endorsement",
                    at=self._moment(cells["date"]),
                ):
                    self.draft.interactions.append(award)

    def finish(self) -> Export:
        """Without statistics the export is as old as its newest post or comment, and names nobody."""
        draft = self.draft
        draft.exported_at = draft.exported_at or max(
            (post.at for post in draft.posts), default=None
        )
        return draft.finish()


READERS: Mapping[str, Callable[[_Request, Member], None]] = {
    "statistics": _Request.statistics,
    "posts": _Request.posts,
    "post_headers": _Request.posts,
    "comments": _Request.comments,
    "comment_headers": _Request.comments,
    "gold_received": _Request.awards,
}
