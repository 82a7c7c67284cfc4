"""Newsletter tools whose exports are plain lists: any tool's subscribers, posts of three of them.

They hold posts without any counts, and subscribers by e-mail address: people are counted, and
nothing of them is kept.
"""

from collections import Counter
from collections.abc import Sequence

from klout_cli.files.container import Member
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Table
from klout_cli.importers.authors import keep_own_posts
from klout_cli.importers.subscribers import count_subscribers, is_list
from klout_cli.person.rows import Level, Post
from klout_cli.values.aliases import table_kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

NOT_PUBLISHED = "posts not published"
CONFIRMED = {"", "confirmed"}
ONLY_PAYERS = "premium"

SUBSCRIBERS = "subscriber list"
LISTS = {
    "beehiiv subscribers": {"email", "status", "tier", "created at"},
    "Mailchimp audience": {"email address", "optin time", "leid", "euid"},
}
BEEHIIV = {
    "id": {"id"},
    "at": {"created at"},
    "title": {"web title"},
    "tags": {"content tags"},
    "text": {"content html"},
    "url": {"url"},
    "status": {"status"},
    "audience": {"audience"},
    "authors": {"author", "authors"},
}
BUTTONDOWN = {
    "id": {"id"},
    "at": {"publish date"},
    "title": {"subject"},
    "second id": {"secondary id"},
}
WIX = {
    "id": {"id"},
    "at": {"published date"},
    "title": {"title"},
    "text": {"plain content"},
    "url": {"post page url"},
    "authors": {"author", "authors"},
}


def _list_of(tool: str) -> Table:
    names = LISTS[tool]
    columns = {name: {name} for name in names}
    return Table(tool, "subscribers", columns=columns, proof=tuple(names), whole=True)


class Newsletters(Archive):
    """Lists of posts and of subscribers; each file is an export."""

    key = "newsletters"
    network = "newsletter"
    together = "file"
    twice = ""
    files = (
        *map(_list_of, LISTS),
        Table(
            "beehiiv posts",
            "posts",
            columns=BEEHIIV,
            needed=("id", "at"),
            proof=("title", "text", "at"),
        ),
        Table(
            "Buttondown e-mails",
            "posts",
            columns=BUTTONDOWN,
            needed=("id", "at"),
            proof=("second id", "title", "at"),
        ),
        Table("Wix posts", "posts", columns=WIX, needed=("id", "at"), proof=("text", "at", "url")),
        File(SUBSCRIBERS, "subscribers", name=r".*\.csv", whole=True),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.hosts: Counter[str] = Counter()
        self.authors: dict[str, set[str]] = {}

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find lists by their header, those of subscribers of other tools by their shape."""
        file = super().file_of(member, reading)
        is_other = file is not None and file.id == SUBSCRIBERS
        return None if is_other and (table_kind(member, reading) or not is_list(member)) else file

    def read(self, file: File, member: Member) -> None:
        """Read a list as an export of the tool it is of."""
        self.draft.variant = file.id
        self.draft.network = "blog" if file.id.startswith("Wix") else self.network
        super().read(file, member)

    def subscribers(self, member: Member) -> None:
        """Count a list of subscribers."""
        counted = count_subscribers(member, self.intake, self.reading)
        level = Level("subscribers", counted.people, quality="exact" if counted.whole else "cut")
        self.draft.levels.append(level)
        self.draft.exported_at = counted.newest

    def posts(self, row: Cells) -> Rows:
        """Take one post; one without a date, or not confirmed, is a draft."""
        if not row["at"] or row["status"] not in CONFIRMED:
            yield Note(NOT_PUBLISHED)
            return
        id = self.required(row["id"], "no id")
        at, precision = self.moment(row["at"])
        yield Post(
            id=id,
            at=at,
            public=row["audience"] != ONLY_PAYERS,
            text=without_markup(" ".join((row["title"], row["tags"], row["text"]))),
            url=row["url"],
            precision=precision,
        )
        self.hosts[host_of(row["url"])] += 1
        self.authors[id] = {name.strip() for name in row["authors"].split(",")} - {""}

    def finish(self, members: Sequence[Member]) -> None:
        """Name the list by the host of most posts, and keep those of the person."""
        hosts = self.hosts
        self.draft.handle = min(hosts, key=lambda host: (-hosts[host], host), default="")
        keep_own_posts(self.draft, self.authors, self.reading.person)
