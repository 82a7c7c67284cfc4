"""Newsletter tools whose exports are plain lists: any tool's subscribers, posts of three of them.

They list posts without any counts, and subscribers by e-mail address: people are counted, and
nothing about them is stored.
"""

from collections import Counter
from collections.abc import Sequence

from klout_cli.files.container import Member
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Table
from klout_cli.importers.authors import NOT_PUBLISHED, keep_own_posts, most_frequent, split_names
from klout_cli.importers.subscribers import count_subscribers, is_list
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Post
from klout_cli.values.aliases import table_kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

CONFIRMED = {"", "confirmed"}
ONLY_PAYERS = "premium"

SUBSCRIBERS = "subscriber list"
LISTS = {
    "beehiiv subscribers": ("email", "status", "tier", "created at"),
    "Mailchimp audience": ("email address", "optin time", "leid", "euid"),
}


def _posts_of(variant: str, *proof: str) -> Table:
    columns = words_of(variant.split()[0].lower())
    return Table(variant, "posts", columns=columns, needed=("id", "at"), proof=proof)


class Newsletters(Archive):
    """Lists of posts and of subscribers; each file is an export."""

    key = "newsletters"
    network = "newsletter"
    together = "file"
    twice = ""
    files = (
        *(
            Table(variant, "subscribers", columns=columns, proof=columns, whole=True)
            for variant, columns in LISTS.items()
        ),
        _posts_of("beehiiv posts", "title", "text", "at"),
        _posts_of("Buttondown e-mails", "second id", "title", "at"),
        _posts_of("Wix posts", "text", "at", "url"),
        File(SUBSCRIBERS, "subscribers", name=r".*\.csv", whole=True),
    )

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find lists by their header, those of subscribers of other tools by their shape."""
        file = super().file_of(member, reading)
        is_other = file is not None and file.id == SUBSCRIBERS
        return None if is_other and (table_kind(member, reading) or not is_list(member)) else file

    def read(self, file: File, member: Member) -> None:
        """Read a list as an export of the tool it is of."""
        self.hosts: Counter[str] = Counter()
        self.authors: dict[str, set[str]] = {}
        self.draft.variant = file.id
        self.draft.network = "blog" if file.id.startswith("Wix") else self.network
        super().read(file, member)

    def subscribers(self, member: Member) -> None:
        """Count a list of subscribers."""
        counted = count_subscribers(member, self.intake, self.reading)
        self.draft.levels.append(counted.level())
        self.draft.exported_at = counted.newest

    def posts(self, row: Cells) -> Rows:
        """Take one post; one without a date, or not confirmed, is a draft."""
        if not row["at"] or row["status"] not in CONFIRMED:
            yield Note(NOT_PUBLISHED)
            return
        id = self.required(row["id"])
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
        self.authors[id] = split_names(row["authors"])

    def finish(self, members: Sequence[Member]) -> None:
        """Name the list by the host of most posts, and keep those of the person."""
        self.draft.handle = most_frequent(self.hosts)
        keep_own_posts(self.draft, self.authors, self.reading.person)
