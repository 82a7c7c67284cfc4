"""Ghost: the backup of a site (JSON), the analytics of its posts and the list of members (CSV).

Passwords and addresses stand in these files; they are never looked at. Members are counted only.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.json_items import document, items
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Table
from klout_cli.importers.authors import keep_own_posts
from klout_cli.importers.subscribers import count_subscribers
from klout_cli.person.rows import Export, Level, Owner, Post
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

NOT_PUBLISHED = "posts not published"
PAGES = "pages"
BACKUP = "Ghost backup"

LOOKED_INTO = 5  # JSON files of a container that may be a renamed backup
_BACKUP = (
    rb'\A(?:\xef\xbb\xbf)?\s*\{\s*(?:"db"\s*:\s*\[\s*\{\s*)?"meta"\s*:\s*\{[^{}]*"exported_on"'
)

POSTS = {
    **{name: {name} for name in ("id", "title", "url", "author", "status", "tags", "featured")},
    **{"at": {"published at"}, "updated": {"updated at"}, "access": {"post access"}},
    **{"recipients": {"email recipients"}, "sends": {"sends"}, "opens": {"opens"}},
}
MEMBERS = {"address": {"email"}, "wanted": {"subscribed to emails"}, "since": {"created at"}}
# A backup says it in one word, the table in several; what one can read after signing up for free is
# public.
PUBLISHED = {"published", "sent", "published only", "published and emailed", "emailed only"}
EMAILED = {"sent", "published and emailed", "emailed only"}
PUBLIC = {"", "public", "members", "members only"}
TO_ALL = "all subscribers"

Text = str | int | float | bool | None


class StoredPost(Struct, gc=False):
    """One post or page of a backup; `author_id` until 2018."""

    id: Text = None
    title: Text = None
    html: Text = None
    plaintext: Text = None
    type: Text = None
    status: Text = None
    visibility: Text = None
    published_at: Text = None
    newsletter_id: Text = None
    author_id: Text = None


class Named(Struct, gc=False):
    """A user, a role or a tag, by name."""

    id: Text = None
    name: Text = None


class Setting(Struct, gc=False):
    """One setting of the site; of most nothing is known."""

    key: Text = None
    value: Any = None


class Link(Struct, gc=False):
    """A tag on a post, an author of a post, or a role of a user."""

    post_id: Text = None
    tag_id: Text = None
    author_id: Text = None
    user_id: Text = None
    role_id: Text = None


class Tables(Struct):
    """The tables of a site that are looked at; posts are decoded one by one."""

    posts: msgspec.Raw = msgspec.Raw(b"[]")
    users: list[Named] | None = None
    tags: list[Named] | None = None
    roles: list[Named] | None = None
    posts_tags: list[Link] | None = None
    posts_authors: list[Link] | None = None
    roles_users: list[Link] | None = None
    settings: list[Setting] | None = None


class Meta(Struct):
    """When the backup was made, in milliseconds."""

    exported_on: Text = None


class Site(Struct):
    """One site."""

    meta: Meta | None = None
    data: Tables | None = None


class Backup(Site):
    """A whole file: usually a list of one site, sometimes the site itself."""

    db: list[Site] | None = None


class Ghost(Archive):
    """Ghost's downloads of one site, any of them alone or all in one folder.

    Each file is an export. A site of which anything goes out by e-mail is a newsletter, any other a
    blog.
    """

    key = "ghost"
    network = "newsletter"
    variant = "Ghost post analytics"
    twice = ""
    files = (
        File("backup", name=r".*\.json", head=_BACKUP, whole=True),
        Table("members", columns=MEMBERS, needed=tuple(MEMBERS), whole=True),
        Table(
            "posts",
            columns=POSTS,
            needed=("id", "status", "at"),
            proof=("id", "title", "url", "status", "updated", "at", "featured"),
        ),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.draft.network = "blog"
        self.site_owner = ""
        self.authors: dict[str, set[str]] = {}
        self.users: dict[str, str] = {}
        self.tags: dict[str, list[str]] = {}
        self.hosts: set[str] = set()

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files; of many JSON files only those named as a backup are looked into."""
        if sum(member.basename.endswith(".json") for member in members) > LOOKED_INTO:
            members = [
                member
                for member in members
                if "ghost" in member.basename or not member.basename.endswith(".json")
            ]
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
        one_site = len(titles) <= 1 and len(hosts) <= 1
        name = max(hosts or titles, default=network) if one_site else ""
        return [
            replace(
                export,
                network=network,
                handle=name or (network if export.handle in networks else export.handle),
            )
            for export in exports
        ]

    def begin(self, members: Sequence[Member]) -> None:
        """Take the day from the file's name."""
        if day := re.search(r"\d{4}-\d{2}-\d{2}", members[0].basename):
            self.draft.exported_at = self.known_date(day[0])

    def members(self, member: Member) -> None:
        """Count the members."""
        self.draft.variant = "Ghost members"
        self.draft.network = self.network
        counted = count_subscribers(member, self.intake, self.reading)
        level = Level("subscribers", counted.people, quality="exact" if counted.whole else "cut")
        self.draft.levels.append(level)
        self.draft.exported_at = self.draft.exported_at or counted.newest

    def posts(self, row: Cells) -> Rows:
        """Take a post with its analytics; columns of features that are off are missing.

        How many people an e-mail to all went to is, of several newsletters of a site, of one.
        """
        if fold(row["status"]) not in PUBLISHED:
            yield Note(NOT_PUBLISHED)
            return
        id = self.required(row["id"], "no id")
        at, precision = self.moment(row["at"])
        yield Post(
            id=id,
            at=at,
            public=fold(row["access"]) in PUBLIC,
            reach=self.count(row["opens"]),
            text=without_markup(" ".join((row["title"], row["tags"]))),
            url=row["url"],
            precision=precision,
        )
        self.authors[id] = {name.strip() for name in row["author"].split(",")} - {""}
        self.hosts.add(host_of(row["url"]))
        if fold(row["status"]) in EMAILED:
            self.draft.network = self.network
        sends = count(row["sends"])
        if isinstance(sends, int) and fold(row["recipients"]) == TO_ALL:
            yield Level("subscribers", sends, at=at, quality="cut")

    def backup(self, member: Member) -> None:
        """Read a backup, of one site mostly."""
        self.draft.variant = BACKUP
        whole = document(member, Backup, self.intake) or Backup()
        for site in [whole] if whole.db is None else whole.db:
            stated = self.known_date(site.meta.exported_on if site.meta else None)
            self.draft.exported_at = stated or self.draft.exported_at
            self.site(member, site.data or Tables())

    def site(self, member: Member, tables: Tables) -> None:
        """Read the tables of a site; its title names it, because its address is not in them."""
        titles = (setting.value for setting in tables.settings or () if setting.key == "title")
        self.draft.handle = _text(next(titles, ""))
        self.users = _by_id(tables.users)
        self.site_owner = _owner(tables)
        self.draft.owner = Owner(name=self.site_owner)
        self.tags = _linked(tables.posts_tags, "tag_id", _by_id(tables.tags))
        authors = _linked(tables.posts_authors, "author_id", self.users)
        self.authors = {id: {*names} - {""} for id, names in authors.items()}
        posts = items(member.holding(bytes(tables.posts)), StoredPost, self.intake)
        self.each(((f"post {number}", post) for number, post in posts), self.stored)

    def stored(self, post: StoredPost) -> Rows:
        """Take a post of a backup."""
        if post.type == "page" or fold(_text(post.status)) not in PUBLISHED:
            yield Note(PAGES if post.type == "page" else NOT_PUBLISHED)
            return
        at, precision = self.moment(post.published_at)
        id = self.required(_text(post.id), "no id")
        tags, content = self.tags.get(id, ()), _text(post.html) or _text(post.plaintext)
        yield Post(
            id=id,
            at=at,
            public=fold(_text(post.visibility)) in PUBLIC,
            text=without_markup(" ".join((_text(post.title), *tags, content))),
            precision=precision,
        )
        if author := self.users.get(_text(post.author_id)):
            self.authors.setdefault(id, {author})
        if fold(_text(post.status)) in EMAILED or _text(post.newsletter_id):
            self.draft.network = self.network

    def finish(self, members: Sequence[Member]) -> None:
        """Name the site by the host of its posts, and keep those of the person, else its owner."""
        if len(hosts := self.hosts - {""}) == 1:
            (self.draft.handle,) = hosts
        wrote = any(self.site_owner in names for names in self.authors.values())
        person = self.reading.person or (self.site_owner if wrote else "")
        keep_own_posts(self.draft, self.authors, person)


def _text(value: Text) -> str:
    known = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if known else ""


def _by_id(rows: Iterable[Named] | None) -> dict[str, str]:
    return {_text(row.id): _text(row.name) for row in rows or ()}


def _linked(
    links: Iterable[Link] | None, field: str, names: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the names that a table of links gives each post."""
    linked: dict[str, list[str]] = {}
    for link in links or ():
        name = names.get(_text(getattr(link, field)), "")
        linked.setdefault(_text(link.post_id), []).append(name)
    return linked


def _owner(tables: Tables) -> str:
    """Return the name of the one user, or of the one who owns the site, where there are several."""
    users, roles = _by_id(tables.users), _by_id(tables.roles)
    owners = [
        users.get(_text(link.user_id), "")
        for link in tables.roles_users or ()
        if fold(roles.get(_text(link.role_id), "")) == "owner"
    ]
    names = owners if len(tables.users or ()) > 1 else list(users.values())
    return names[0] if len(names) == 1 else ""
