"""Ghost: the backup of a site (JSON), the analytics of its posts and the list of members (CSV).

Passwords and addresses in these files are never looked at. Members are counted only.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Raw, Struct
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import document, items
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, Claims, File, Note, Rows, Table
from klout_cli.importers.authors import NOT_PUBLISHED, PAGES, keep_own_posts, split_names
from klout_cli.importers.scalars import Scalar, text_of
from klout_cli.importers.subscribers import count_subscribers
from klout_cli.person.rows import Export, Level, Owner, Post
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

BACKUP = "Ghost backup"
TABLES = ("users", "tags", "roles", "posts_tags", "posts_authors", "roles_users", "settings")

LOOKED_INTO = 5  # JSON files of a container that may be a renamed backup
_BACKUP = (
    rb'\A(?:\xef\xbb\xbf)?\s*\{\s*(?:"db"\s*:\s*\[\s*\{\s*)?"meta"\s*:\s*\{[^{}]*"exported_on"'
)

POSTS = (
    *("id", "title", "url", "author", "status", "tags", "featured", "published at", "updated at"),
    *("post access", "email recipients", "sends", "opens"),
)
MEMBERS = ("email", "subscribed to emails", "created at")
# A backup says it in one word, the table in several; what one can read after signing up for free is
# public.
PUBLISHED = {"published", "sent", "published only", "published and emailed", "emailed only"}
EMAILED = {"sent", "published and emailed", "emailed only"}
PUBLIC = {"", "public", "members", "members only"}
TO_ALL = "all subscribers"

Row = Mapping[str, Any]


class StoredPost(Struct, gc=False):
    """One post or page of a backup; `author_id` until 2018."""

    id: Scalar = None
    title: Scalar = None
    html: Scalar = None
    plaintext: Scalar = None
    type: Scalar = None
    status: Scalar = None
    visibility: Scalar = None
    published_at: Scalar = None
    newsletter_id: Scalar = None
    author_id: Scalar = None


class Site(Struct):
    """One site: when its backup was made, and its tables, which are decoded one by one."""

    meta: dict[str, Any] | None = None
    data: dict[str, Raw] | None = None


class Backup(Site):
    """A whole file: usually a list of one site, sometimes the site itself."""

    db: list[Site] | None = None


class Ghost(Archive):
    """Ghost's downloads of one site, any of them alone or all in one folder.

    Each file is an export. A site that sends anything by e-mail is a newsletter, any other a blog.
    """

    key = "ghost"
    network = "newsletter"
    variant = "Ghost post analytics"
    twice = ""
    files = (
        File("backup", name=r".*\.json", head=_BACKUP, whole=True),
        Table("members", columns=MEMBERS, needed=MEMBERS, whole=True),
        Table(
            "posts",
            columns=POSTS,
            needed=("id", "status", "published at"),
            proof=("id", "title", "url", "status", "updated at", "published at", "featured"),
        ),
    )

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the files; of many JSON files only those named as a backup are looked into."""
        named = [member for member in members if member.basename.endswith(".json")]
        if len(named) > LOOKED_INTO:
            others = [member for member in named if "ghost" not in member.basename]
            members = [member for member in members if member not in others]
        return super().identify(members, reading)

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file as an export of one site, named by its posts' host or its title."""
        exports: list[Export] = []
        for member in sorted(members, key=lambda member: member.name):
            exports += super().extract((member,), reading)
        networks = {export.network for export in exports}
        network = max(networks)  # newsletter, if any is
        named = [export for export in exports if export.handle not in networks]
        titles = {export.handle for export in named if export.variant == BACKUP}
        hosts = {export.handle for export in named if export.variant != BACKUP}
        handles = dict.fromkeys(networks, network)
        if len(titles) <= 1 and len(hosts) <= 1:
            name = max(hosts or titles, default=network)
            handles = {export.handle: name for export in exports}
        return [
            replace(export, network=network, handle=handles.get(export.handle, export.handle))
            for export in exports
        ]

    def begin(self, members: Sequence[Member]) -> None:
        """Take the day from the file's name."""
        self.draft.network = "blog"
        self.site_owner = ""
        self.authors: dict[str, set[str]] = {}
        self.hosts: set[str] = set()
        if day := re.search(r"\d{4}-\d{2}-\d{2}", members[0].basename):
            self.draft.exported_at = self.known_date(day[0])

    def members(self, member: Member) -> None:
        """Count the members."""
        self.draft.variant = "Ghost members"
        self.draft.network = self.network
        counted = count_subscribers(member, self.intake, self.reading)
        self.draft.levels.append(counted.level())
        self.draft.exported_at = self.draft.exported_at or counted.newest

    def posts(self, row: Cells) -> Rows:
        """Take a post with its analytics; columns of features that are off are missing.

        How many people an e-mail to all went to is, of several newsletters of a site, of one.
        """
        if fold(row["status"]) not in PUBLISHED:
            yield Note(NOT_PUBLISHED)
            return
        id = self.required(row["id"])
        at, precision = self.moment(row["published at"])
        yield Post(
            id=id,
            at=at,
            public=fold(row["post access"]) in PUBLIC,
            reach=self.count(row["opens"]),
            text=without_markup(f"{row['title']} {row['tags']}"),
            url=row["url"],
            precision=precision,
        )
        self.authors[id] = split_names(row["author"])
        self.hosts.add(host_of(row["url"]))
        if fold(row["status"]) in EMAILED:
            self.draft.network = self.network
        sends = count(row["sends"])
        if isinstance(sends, int) and fold(row["email recipients"]) == TO_ALL:
            yield Level("subscribers", sends, at=at, quality="cut")

    def backup(self, member: Member) -> None:
        """Read a backup, of one site mostly."""
        self.draft.variant = BACKUP
        whole = document(member, Backup, self.intake) or Backup()
        for site in [whole] if whole.db is None else whole.db:
            stated = self.known_date((site.meta or {}).get("exported_on"))
            self.draft.exported_at = stated or self.draft.exported_at
            self.site(member, site.data or {})

    def site(self, member: Member, data: Mapping[str, Raw]) -> None:
        """Read the tables of a site; its title names it, because its address is not in them."""
        tables = {name: self.rows_of(member, data.get(name)) for name in TABLES}
        titles = (row.get("value") for row in tables["settings"] if row.get("key") == "title")
        self.draft.handle = text_of(next(titles, ""))
        self.users = _map_names(tables["users"])
        self.site_owner = _find_owner(tables)
        self.draft.owner = Owner(name=self.site_owner)
        self.tags = _link_names(tables["posts_tags"], "tag_id", _map_names(tables["tags"]))
        authors = _link_names(tables["posts_authors"], "author_id", self.users)
        self.authors = {id: {*names} - {""} for id, names in authors.items()}
        posts = items(member.holding(bytes(data.get("posts", b""))), StoredPost, self.intake)
        self.each(((f"post {number}", post) for number, post in posts), self.stored)

    def rows_of(self, member: Member, table: Raw | None) -> list[Row]:
        """Return the rows of a table, without those of another shape."""
        rows = items(member.holding(bytes(table or b"")), dict[str, Any], self.intake)
        return [row for _, row in rows if not isinstance(row, Bad)]

    def stored(self, post: StoredPost) -> Rows:
        """Take a post of a backup."""
        status = fold(text_of(post.status))
        if post.type == "page" or status not in PUBLISHED:
            yield Note(PAGES if post.type == "page" else NOT_PUBLISHED)
            return
        at, precision = self.moment(post.published_at)
        id = self.required(text_of(post.id))
        content = text_of(post.html) or text_of(post.plaintext)
        words = text_of(post.title), *self.tags.get(id, ()), content
        yield Post(
            id=id,
            at=at,
            public=fold(text_of(post.visibility)) in PUBLIC,
            text=without_markup(" ".join(words)),
            precision=precision,
        )
        if author := self.users.get(text_of(post.author_id)):
            self.authors.setdefault(id, {author})
        if status in EMAILED or text_of(post.newsletter_id):
            self.draft.network = self.network

    def finish(self, members: Sequence[Member]) -> None:
        """Name the site by the host of its posts, and keep those of the person, else its owner."""
        if len(hosts := self.hosts - {""}) == 1:
            (self.draft.handle,) = hosts
        wrote = any(self.site_owner in names for names in self.authors.values())
        person = self.reading.person or (self.site_owner if wrote else "")
        keep_own_posts(self.draft, self.authors, person)


def _map_names(rows: Sequence[Row]) -> dict[str, str]:
    return {text_of(row.get("id")): text_of(row.get("name")) for row in rows}


def _link_names(links: Sequence[Row], field: str, names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the names that a table of links gives each post."""
    linked: dict[str, list[str]] = {}
    for link in links:
        name = names.get(text_of(link.get(field)), "")
        linked.setdefault(text_of(link.get("post_id")), []).append(name)
    return linked


def _find_owner(tables: Mapping[str, Sequence[Row]]) -> str:
    """Return the name of the one user, or of the one who owns the site, where there are several."""
    users, roles = _map_names(tables["users"]), _map_names(tables["roles"])
    owners = [
        users.get(text_of(link.get("user_id")), "")
        for link in tables["roles_users"]
        if fold(roles.get(text_of(link.get("role_id")), "")) == "owner"
    ]
    names = owners if len(tables["users"]) > 1 else list(users.values())
    return names[0] if len(names) == 1 else ""
