"""Substack: the export of a publication, and the table of its posts' statistics.

Who subscribed, and who got and opened which post, is listed by e-mail address: people are counted,
and nothing about them is stored.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, Claims, File, Html, Note, Rows, Table
from klout_cli.importers.authors import NOT_PUBLISHED, PAGES
from klout_cli.importers.subscribers import Counted, count_subscribers
from klout_cli.person.rows import Level, Post
from klout_cli.values.dates import iso_day
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import without_markup

POSTS = (
    *("post id", "post date", "is published", "email sent at", "type", "audience"),
    *("title", "subtitle"),
)
STATISTICS = (
    *("title", "post date", "section name", "tags", "views", "likes", "comments"),
    *("restacks", "shares", "opens"),
)
PROOF = ("post date", "section name", "restacks")
LIST = ("email", "email disabled", "expiry")
WHOLE_LIST = (*LIST, "active subscription")
LISTS = ("subscribers", "payers")

EVERYONE = "everyone"
PUBLIC = {"", EVERYONE, "only free"}

_OF_A_POST = r"(?:.*/)?posts/(?:.*/)?\d+\.(?:[^/]*\.)?"
_OPENS, _DELIVERS = _OF_A_POST + r"opens\.csv", _OF_A_POST + r"delivers\.csv"
_LIST_NAME = r"email_list\.(.+?)(?: ?\(\d+\))?\.csv"
_STATISTICS_NAME = r"(.+)_email_stats_(\d{4}-\d{2}-\d{2})"


class Substack(Archive):
    """A publication's export, or its lists of subscribers alone.

    Several publications are several accounts.
    """

    key = "substack"
    network = "newsletter"
    variant = "Substack export"
    together = "tree"
    files = (
        Html("page", path=_OF_A_POST + "html", proves=False),
        File("opens", path=_OPENS, proves=False, whole=True),
        Table("posts", columns=POSTS, needed=("post id", "post date", "is published")),
        Table("subscribers", proves=False, columns=WHOLE_LIST, proof=WHOLE_LIST, whole=True),
        Table("payers", "subscribers", proves=False, columns=LIST, proof=LIST, whole=True),
        # who got a post stands for those who subscribe only where there is no list of them
        File("delivered", path=_DELIVERS, proves=False, unless="subscribers", whole=True),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.texts: dict[str, str] = {}
        self.openers: dict[str, int] = {}
        self.titles: dict[str, str] = {}
        self.to_everyone: dict[str, int] = {}
        self.publications: set[str] = set()

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find exports by their posts; a list of subscribers outside of them is one too."""
        exports = super().identify(members, reading)
        inside = {member for export in exports for member in export}
        others = [(member, cls.file_of(member)) for member in members if member not in inside]
        return exports + [(one,) for one, file in others if file and file.id in LISTS]

    def page(self, text: str) -> None:
        """Take the text of a post."""
        self.texts[_number(self.member)] = without_markup(text)

    def opens(self, member: Member) -> None:
        """Count the people who opened a post."""
        self.openers[_number(member)] = self.count_people(member).people

    def posts(self, row: Cells) -> Rows:
        """Take one post; not published, it was taken back if it has a date, else it is a draft."""
        published = row["is published"].lower() == "true"
        if row["type"] == "page" or not (published or self.known_date(row["post date"])):
            yield Note(PAGES if row["type"] == "page" else NOT_PUBLISHED)
            return
        number = self.once(row["post id"].partition(".")[0])
        title, audience = without_markup(row["title"]), fold(row["audience"])
        at, precision = self.moment(row["post date"])
        parts = title, without_markup(row["subtitle"]), self.texts.get(number)
        yield Post(
            id=number,
            at=at,
            kind="repost" if row["type"] == "restack" else "original",
            public=published and audience in PUBLIC,
            reach=self.openers.get(number),
            text=" ".join(filter(None, parts)),
            precision=precision,
        )
        self.titles[number] = title
        if audience == EVERYONE and row["email sent at"]:
            self.to_everyone[number] = at

    def subscribers(self, member: Member) -> None:
        """Count a list of subscribers; the list of those who pay is a part of the whole one."""
        if named := re.fullmatch(_LIST_NAME, member.basename):
            self.publications.add(named[1])
        level = self.count_people(member).level()
        is_part = self.file.id == "payers"
        self.draft.levels.append(replace(level, quality="cut") if is_part else level)

    def delivered(self, member: Member) -> None:
        """Count the people a post to everyone went to, who subscribed then.

        Those who had left its section are missing.
        """
        people = count_subscribers(member, self.intake, self.reading).people
        level = Level("subscribers", people, self.to_everyone[_number(member)], "cut")
        self.draft.levels.append(level)

    def read(self, file: File, member: Member) -> None:
        """Read a file, of deliveries those of posts that went to everyone."""
        if file.id != "delivered" or _number(member) in self.to_everyone:
            super().read(file, member)

    def count_people(self, member: Member) -> Counted:
        """Count the people of a list, and date the export by the newest of them."""
        counted = count_subscribers(member, self.intake, self.reading)
        self.dates += filter(None, [counted.newest])
        return counted

    def finish(self, members: Sequence[Member]) -> None:
        """Name the publication, and the posts as the table of statistics can."""
        if len(self.publications) == 1:
            (self.draft.handle,) = self.publications
        self.draft.posts[:] = _tell_apart(
            replace(post, id=_name(post.at, self.titles[post.id])) for post in self.draft.posts
        )


class SubstackStatistics(Archive):
    """The table of a publication's posts with all their counts.

    Merging finds its posts in the export.
    """

    key = "substack_statistics"
    network = "newsletter"
    variant = "Substack statistics"
    together = "file"
    twice = ""
    dated_by = ()
    files = (Table("posts", columns=STATISTICS, needed=("title", "post date"), proof=PROOF),)

    def begin(self, members: Sequence[Member]) -> None:
        """Take publication and day from the name of the file."""
        if named := re.search(_STATISTICS_NAME, members[0].basename):
            self.draft.handle = named[1]
            self.draft.exported_at = self.known_date(named[2])

    def posts(self, row: Cells) -> Rows:
        """Take one post; posts taken back later are listed like others."""
        title = without_markup(row["title"])
        at, precision = self.moment(row["post date"])
        ways = [self.count(row["restacks"]), self.count(row["shares"])]
        yield Post(
            id=_name(at, title),
            at=at,
            likes=self.count(row["likes"]),
            comments=self.count(row["comments"]),
            shares=None if ways == [None, None] else sum(filter(None, ways)),
            impressions=self.count(row["views"]),
            reach=self.count(row["opens"]),
            text=" ".join(filter(None, (title, row["section name"], row["tags"]))),
            precision=precision,
        )

    def finish(self, members: Sequence[Member]) -> None:
        """Distinguish posts of one title and day."""
        self.draft.posts[:] = _tell_apart(self.draft.posts)


def _number(member: Member) -> str:
    return member.basename.partition(".")[0]


def _name(at: int, title: str) -> str:
    """Return a post's name by day and title: the statistics have no ids to find it by."""
    return f"{iso_day(at)} {fold(title)}"


def _tell_apart(posts: Iterable[Post]) -> Iterator[Post]:
    """Yield posts in order of time; of one title and day, later ones with a number."""
    times: Counter[str] = Counter()
    for post in sorted(posts, key=lambda post: post.at):
        times[post.id] += 1
        number = times[post.id]
        yield replace(post, id=f"{post.id} ({number})") if number > 1 else post
