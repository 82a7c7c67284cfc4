"""Ghost: the backup of a site (JSON), the analytics of its posts and the list of its members (CSV) (formats/modern-platforms §13).

Passwords and addresses stand in these files; they are never looked at. Members are counted only.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from klout_cli.files.container import Member, by_folder
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, items
from klout_cli.files.table import first_names, records
from klout_cli.files.text import fold
from klout_cli.importers.sources import described
from klout_cli.importers.subscribers import count_subscribers
from klout_cli.person.rows import Draft, Export, Level, Owner, Post
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

NO_DATE = Bad("no date")
NO_ID = Bad("no id")
NOT_PUBLISHED = "posts not published"
PAGES = "pages"

LOOKED_INTO = 5  # JSON files of a container that may be a renamed backup
BACKUP = rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"db"\s*:\s*\[\s*\{\s*)?"meta"\s*:\s*\{[^{}]*"exported_on"'
DATED = r"\d{4}-\d{2}-\d{2}"

POSTS = {
    "id": {"id"},
    "title": {"title"},
    "url": {"url"},
    "status": {"status"},
    "at": {"published at"},
    "tags": {"tags"},
    "access": {"post access"},
    "recipients": {"email recipients"},
    "sends": {"sends"},
    "opens": {"opens"},
}
POSTS_NAMES = {"id", "title", "url", "status", "updated at", "published at", "featured"}
MEMBERS_NAMES = {"email", "subscribed to emails", "created at"}

# A backup says it in one word, the table in several; what one can read after signing up for free is
# public.
PUBLISHED = {"published", "sent", "published only", "published and emailed", "emailed only"}
EMAILED = {"sent", "published and emailed", "emailed only"}
PUBLIC = {"", "public", "members", "members only"}
TO_ALL = "all subscribers"

Text: TypeAlias = str | int | float | bool | None


class StoredPost(Struct, gc=False):
    """One post or page of a backup."""

    id: Text = None
    title: Text = None
    html: Text = None
    plaintext: Text = None
    type: Text = None
    status: Text = None
    visibility: Text = None
    published_at: Text = None
    newsletter_id: Text = None


class Named(Struct, gc=False):
    """A user, by name, or a tag."""

    id: Text = None
    name: Text = None


class Setting(Struct, gc=False):
    """One setting of the site; of most nothing is known."""

    key: Text = None
    value: Any = None


class Tagged(Struct, gc=False):
    """A tag on a post."""

    post_id: Text = None
    tag_id: Text = None


class Tables(Struct):
    """The tables of a site that are looked at; posts are decoded one by one."""

    posts: msgspec.Raw = msgspec.Raw(b"[]")
    users: list[Named] | None = None
    tags: list[Named] | None = None
    posts_tags: list[Tagged] | None = None
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


class Ghost:
    """Ghost's downloads of one site, any of them alone or all in one folder."""

    network = "newsletter"
    source, feeds = described("ghost")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files by their first line or keys; those of one folder are of one site."""
        json = [member for member in members if member.basename.endswith(".json")]
        looked_into = {
            member.where
            for member in json
            if len(json) <= LOOKED_INTO or "ghost" in member.basename
        }
        ours = (
            member
            for member in members
            if _is_table(member) or (member.where in looked_into and _is_backup(member))
        )
        return [tuple(files) for files in by_folder(ours).values()]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each file as an export.

        A site of which anything goes out by e-mail is a newsletter, any other a blog.
        """
        files = [
            _File(member, reading) for member in sorted(members, key=lambda member: member.name)
        ]
        network = "newsletter" if any(file.emailed for file in files) else "blog"
        hosts, titles = (
            {file.draft.handle for file in files if file.is_backup == kind} - {""}
            for kind in (False, True)
        )
        for file in files:
            file.draft.network = network
            if len(hosts) <= 1 and len(titles) <= 1:
                file.draft.handle = max(hosts, default=max(titles, default=""))
        return [file.draft.finish() for file in files]


def _is_table(member: Member) -> bool:
    names = first_names(member)
    return names >= POSTS_NAMES or names >= MEMBERS_NAMES


def _is_backup(member: Member) -> bool:
    return member.basename.endswith(".json") and re.match(BACKUP, member.head()) is not None


def _text(value: Text) -> str:
    return (
        str(value).strip()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
        else ""
    )


class _File:
    """One file while it is read. `emailed`: it shows that the site sends a newsletter."""

    def __init__(self, member: Member, reading: Reading) -> None:
        self.reading = reading
        self.is_backup = member.basename.endswith(".json")
        self.emailed = False
        self.draft = Draft(Ghost.network)
        found = re.search(DATED, member.basename)
        self.draft.exported_at = self._stated(found[0] if found else "")
        with self.draft.reading(member.where) as intake:
            if self.is_backup:
                self._backup(member, intake)
            elif first_names(member) >= MEMBERS_NAMES:
                self._members(member, intake)
            else:
                self._table(member, intake)

    def _stated(self, cell: Text) -> int | None:
        found = moment(cell, self.reading.latest)
        return found[0] if isinstance(found, tuple) else None

    def _members(self, member: Member, intake: Intake) -> None:
        self.draft.variant = "Ghost members"
        self.emailed = True
        counted = count_subscribers(member, intake, self.reading)
        self.draft.levels.append(
            Level("subscribers", counted.people, quality="exact" if counted.whole else "cut")
        )
        self.draft.exported_at = self.draft.exported_at or counted.newest

    def _table(self, member: Member, intake: Intake) -> None:
        """Read the analytics of posts; columns of features that are off are missing in it."""
        self.draft.variant = "Ghost post analytics"
        hosts: set[str] = set()
        for line, row in records(
            member, intake, POSTS, ("id", "status", "at"), self.reading.encoding
        ):
            status = fold(row["status"])
            post = self._post(
                intake,
                line,
                status,
                row["at"],
                id=row["id"] or NO_ID,
                public=fold(row.get("access", "")) in PUBLIC,
                reach=count(row.get("opens")),
                text=without_markup(" ".join((row.get("title", ""), row.get("tags", "")))),
                url=row.get("url", ""),
            )
            if post:
                hosts.add(host_of(post.url))
                self.emailed |= status in EMAILED
                self._sent(post, row)
        self.draft.handle = min(hosts - {""}) if len(hosts - {""}) == 1 else ""

    def _sent(self, post: Post, row: Mapping[str, str]) -> None:
        """Note how many people an e-mail to all went to: of several newsletters of a site, those of one."""
        sends = count(row.get("sends"))
        if isinstance(sends, int) and fold(row.get("recipients", "")) == TO_ALL:
            self.draft.levels.append(Level("subscribers", sends, at=post.at, quality="cut"))

    def _backup(self, member: Member, intake: Intake) -> None:
        self.draft.variant = "Ghost backup"
        whole = document(member, Backup, intake) or Backup()
        for site in [whole] if whole.db is None else whole.db:
            self.draft.exported_at = (
                self._stated(site.meta.exported_on if site.meta else None) or self.draft.exported_at
            )
            self._site(member, site.data or Tables(), intake)

    def _site(self, member: Member, tables: Tables, intake: Intake) -> None:
        """Read the tables of a site; its title names it, because its address is not in them."""
        self.draft.handle = next(
            (_text(one.value) for one in tables.settings or () if one.key == "title"), ""
        )
        names = [_text(user.name) for user in tables.users or ()]
        self.draft.owner = Owner(name=names[0] if len(names) == 1 else "")
        tags = _tags(tables)
        for number, post in items(member.holding(bytes(tables.posts)), StoredPost, intake):
            if isinstance(post, Bad):
                intake.skip(f"post {number}", post.reason)
            elif post.type == "page":
                intake.use()
                intake.note(PAGES)
            else:
                self._stored(intake, number, post, tags.get(_text(post.id), []))

    def _stored(self, intake: Intake, number: int, post: StoredPost, tags: Sequence[str]) -> None:
        status = fold(_text(post.status))
        texts = (_text(post.title), *tags, _text(post.html) or _text(post.plaintext))
        made = self._post(
            intake,
            f"post {number}",
            status,
            post.published_at,
            id=_text(post.id) or NO_ID,
            public=fold(_text(post.visibility)) in PUBLIC,
            text=without_markup(" ".join(texts)),
        )
        self.emailed |= made is not None and (status in EMAILED or bool(_text(post.newsletter_id)))

    def _post(
        self, intake: Intake, line: object, status: str, published: Text, **values: object
    ) -> Post | None:
        """Make a row of a post that is published."""
        if status not in PUBLISHED:
            intake.use()
            intake.note(NOT_PUBLISHED)
            return None
        found = moment(published, self.reading.latest)
        at = found[0] if isinstance(found, tuple) else found or NO_DATE
        post = intake.row(
            Post,
            line,
            at=at,
            precision=found[1] if isinstance(found, tuple) else "second",
            **values,
        )
        if post:
            self.draft.posts.append(post)
        return post


def _tags(tables: Tables) -> dict[str, list[str]]:
    """Return the names of each post's tags."""
    names = {_text(tag.id): _text(tag.name) for tag in tables.tags or ()}
    tags: dict[str, list[str]] = {}
    for tagged in tables.posts_tags or ():
        tags.setdefault(_text(tagged.post_id), []).append(names.get(_text(tagged.tag_id), ""))
    return tags
