"""Substack: the export of a publication, and the table of its posts' statistics (formats/modern-platforms §14).

Who subscribed, and who got and opened which post, stands in it by e-mail address: people are
counted, and nothing of them is kept.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import first_names, records
from klout_cli.files.text import fold, lines
from klout_cli.importers.sources import described
from klout_cli.importers.subscribers import count_subscribers
from klout_cli.person.rows import Draft, Export, Level, Post
from klout_cli.values.dates import iso_day, moment
from klout_cli.values.kinds import Kind, Precision
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import without_markup

NO_DATE = Bad("no date")
NO_ID = Bad("no id")
TWICE = "same post twice"
DRAFTS = "posts not published"
PAGES = "pages"

POSTS = {
    "id": {"post id"},
    "at": {"post date"},
    "published": {"is published"},
    "sent": {"email sent at"},
    "kind": {"type"},
    "audience": {"audience"},
    "title": {"title"},
    "subtitle": {"subtitle"},
}
STATS = {
    "title": {"title"},
    "at": {"post date"},
    "section": {"section name"},
    "tags": {"tags"},
    "views": {"views"},
    "likes": {"likes"},
    "comments": {"comments"},
    "restacks": {"restacks"},
    "shares": {"shares"},
    "opens": {"opens"},
}
POSTS_NAMES = {"post id", "post date", "is published"}
STATS_NAMES = {"post date", "section name", "restacks"}
LIST_NAMES = {"email", "email disabled", "expiry"}
WHOLE_LIST = "active subscription"
"""The column of the list of all subscribers; those who pay have a list of their own."""

EVERYONE = "everyone"
PUBLIC = {"", EVERYONE, "only free"}
KINDS: Mapping[str, Kind] = {"restack": "repost"}

_OF_A_POST = r"(?:.*/)?posts/(?:.*/)?\d+\.(?:[^/]*\.)?(html|opens\.csv|delivers\.csv)"
_LIST_NAME = r"email_list\.(.+?)(?: ?\(\d+\))?\.csv"
_STATS_NAME = r"(.+)_email_stats_(\d{4}-\d{2}-\d{2})"

LISTS, POSTS_CSV, PAGE, OPENS, DELIVERS = "lists", "posts", "html", "opens.csv", "delivers.csv"


class Substack:
    """A publication's export, or its lists of subscribers alone.

    Several publications are several accounts.
    """

    network = "newsletter"
    source, feeds = described("substack")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find posts.csv and lists by their first line.

        To an export belongs what lies below its posts.csv.
        """
        roles = {member: role for member in members if (role := _role(member))}
        exports: dict[str, list[Member]] = {
            _folder(member): [] for member, role in roles.items() if role == POSTS_CSV
        }
        alone: list[tuple[Member, ...]] = []
        for member, role in roles.items():
            root = max(
                (root for root in exports if not root or member.name.startswith(f"{root}/")),
                key=len,
                default=None,
            )
            if root is not None:
                exports[root].append(member)
            elif role == LISTS:
                alone.append((member,))
        return [tuple(found) for _, found in sorted(exports.items())] + alone

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read an export; of its deliveries only where it has no list of subscribers."""
        files: dict[str, list[Member]] = {}
        for member in sorted(members, key=lambda member: member.name):
            files.setdefault(_role(member), []).append(member)
        archive = _Archive(reading)
        for role, read in (
            (PAGE, archive.page),
            (OPENS, archive.opens),
            (POSTS_CSV, archive.posts),
            (LISTS, archive.subscribers),
        ):
            for member in files.get(role, ()):
                read(member)
        if not archive.has_list:
            for member in files.get(DELIVERS, ()):
                archive.delivered(member)
        return [archive.finish()]


class SubstackStatistics:
    """The table of a publication's posts with all that is counted about them."""

    network = "newsletter"
    source, feeds = described("substack_statistics")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find tables by their first line."""
        return [(member,) for member in members if first_names(member) >= STATS_NAMES]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each table as an export of its own; merging finds its posts in the other export."""
        return [_statistics(member, reading) for member in members]


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _role(member: Member) -> str:
    """Tell what a file is, by its name where it is of one post, else by its first line.

    "" for everything else.
    """
    if found := re.fullmatch(_OF_A_POST, member.name):
        return found[1]
    names = first_names(member)
    if names >= POSTS_NAMES:
        return POSTS_CSV
    return LISTS if names >= LIST_NAMES else ""


def _number(member: Member) -> str:
    return member.basename.partition(".")[0]


def _when(cell: str, latest: int) -> tuple[int | Bad, Precision]:
    found = moment(cell, latest)
    return found if isinstance(found, tuple) else (found or NO_DATE, "second")


def _name(at: int | Bad, title: str) -> str:
    """Name a post by day and title: the table of statistics has no ids, and it shall find its posts in the export."""
    return "" if isinstance(at, Bad) else f"{iso_day(at)} {fold(title)}"


def _told_apart(posts: Sequence[Post]) -> Iterator[Post]:
    """Yield posts in order of time; of one title and day, later ones with a number."""
    seen: Counter[str] = Counter()
    for post in sorted(posts, key=lambda post: post.at):
        seen[post.id] += 1
        yield replace(post, id=f"{post.id} ({seen[post.id]})") if seen[post.id] > 1 else post


def _statistics(member: Member, reading: Reading) -> Export:
    """Read the table of statistics; posts taken back later stand in it like others."""
    draft = Draft(SubstackStatistics.network, "Substack statistics")
    if named := re.search(_STATS_NAME, member.basename):
        draft.handle = named[1]
        stated = _when(named[2], reading.latest)[0]
        draft.exported_at = stated if isinstance(stated, int) else None
    with draft.reading(member.where) as intake:
        for line, row in records(member, intake, STATS, ("title", "at"), reading.encoding):
            title = without_markup(row["title"])
            at, precision = _when(row["at"], reading.latest)
            post = intake.row(
                Post,
                line,
                id=_name(at, title),
                at=at,
                likes=count(row.get("likes")),
                comments=count(row.get("comments")),
                shares=_added(count(row.get("restacks")), count(row.get("shares"))),
                impressions=count(row.get("views")),
                reach=count(row.get("opens")),
                text=" ".join(filter(None, (title, row.get("section"), row.get("tags")))),
                precision=precision,
            )
            if post:
                draft.posts.append(post)
        draft.posts[:] = _told_apart(draft.posts)
    return draft.finish()


def _added(restacks: int | Bad | None, shares: int | Bad | None) -> int | Bad | None:
    """Add two ways of carrying a post further; unknown only where both are."""
    if isinstance(restacks, Bad) or isinstance(shares, Bad):
        return restacks if isinstance(restacks, Bad) else shares
    return None if restacks is None and shares is None else (restacks or 0) + (shares or 0)


class _Archive:
    """One export while it is read: texts and openers of posts come first, then the posts, then those who get them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(Substack.network, "Substack export")
        self.texts: dict[str, str] = {}
        self.openers: dict[str, int] = {}
        self.to_everyone: dict[str, int] = {}
        self.publications: set[str] = set()
        self.known: set[str] = set()
        self.dates: list[int] = []
        self.has_list = False

    def page(self, member: Member) -> None:
        """Read the text of a post."""
        with self.draft.reading(member.where) as intake:
            self.texts[_number(member)] = without_markup(
                "".join(lines(member, intake, self.reading.encoding))
            )
            intake.use()

    def opens(self, member: Member) -> None:
        """Count the people who opened a post."""
        with self.draft.reading(member.where) as intake:
            counted = count_subscribers(member, intake, self.reading)
            self.openers[_number(member)] = counted.people
            self.dates += filter(None, [counted.newest])

    def posts(self, member: Member) -> None:
        """Read the list of posts."""
        with self.draft.reading(member.where) as intake:
            for line, row in records(
                member, intake, POSTS, ("id", "at", "published"), self.reading.encoding
            ):
                self._post(intake, line, row)
            self.draft.posts[:] = _told_apart(self.draft.posts)

    def _post(self, intake: Intake, line: int, row: Mapping[str, str]) -> None:
        """Take one post; not published, it was taken back if it has a date, else it is a draft."""
        published = row["published"].lower() == "true"
        at, precision = _when(row["at"], self.reading.latest)
        if row.get("kind") == "page" or (isinstance(at, Bad) and not published):
            intake.use()
            intake.note(PAGES if row.get("kind") == "page" else DRAFTS)
            return
        number = row["id"].partition(".")[0]
        if number in self.known:
            intake.skip(line, TWICE)
            return
        title, audience = without_markup(row.get("title", "")), fold(row.get("audience", ""))
        post = intake.row(
            Post,
            line,
            id=_name(at, title) if number else NO_ID,
            at=at,
            kind=KINDS.get(row.get("kind", ""), "original"),
            public=published and audience in PUBLIC,
            reach=self.openers.get(number),
            text=" ".join(
                filter(
                    None, (title, without_markup(row.get("subtitle", "")), self.texts.get(number))
                )
            ),
            precision=precision,
        )
        if post:
            self.known.add(number)
            self.draft.posts.append(post)
            if audience == EVERYONE and row.get("sent"):
                self.to_everyone[number] = post.at

    def subscribers(self, member: Member) -> None:
        """Count a list of subscribers; the list of those who pay is a part of the whole one."""
        if named := re.fullmatch(_LIST_NAME, member.basename):
            self.publications.add(named[1])
        with self.draft.reading(member.where) as intake:
            counted = count_subscribers(member, intake, self.reading)
            whole = WHOLE_LIST in first_names(member)
            self.draft.levels.append(
                Level(
                    "subscribers",
                    counted.people,
                    quality="exact" if whole and counted.whole else "cut",
                )
            )
            self.has_list |= whole
            self.dates += filter(None, [counted.newest])

    def delivered(self, member: Member) -> None:
        """Count the people a post to everyone went to: subscribers then, besides those who had left the post's section."""
        if _number(member) not in self.to_everyone:
            return
        with self.draft.reading(member.where) as intake:
            counted = count_subscribers(member, intake, self.reading)
            self.draft.levels.append(
                Level("subscribers", counted.people, self.to_everyone[_number(member)], "cut")
            )

    def finish(self) -> Export:
        """Settle publication and date: an export says neither, so its newest date stands for it."""
        if len(self.publications) == 1:
            (self.draft.handle,) = self.publications
        dates = [post.at for post in self.draft.posts] + self.dates
        self.draft.exported_at = max(dates, default=None)
        return self.draft.finish()
