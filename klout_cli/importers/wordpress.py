"""WordPress exports (WXR): posts, comments with their authors and linkbacks of a blog (formats/modern-platforms §12).

E-mail and IP addresses of commenters stand in these files: of the first only a hash is taken, the
others are never looked at.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import fold
from klout_cli.files.xml_items import form, items, opening
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Interaction, Level, Owner, Post
from klout_cli.values.dates import DAY, moment
from klout_cli.values.kinds import Precision
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import address_key, host_of, mail_mark, without_markup

NO_DATE = Bad("no date")
NO_KIND = "item of no stated kind"
NOT_PUBLISHED = "posts not published"
OTHER_ITEMS = {"page": "pages", "attachment": "attachments"}
COMMENT_KINDS = {
    "": "comment",
    "comment": "comment",
    "pingback": "linkback",
    "trackback": "linkback",
    "webmention": "linkback",
}
UNAPPROVED = {
    "spam": "spam",
    "trash": "comment in the trash",
    "post-trashed": "comment in the trash",
}

ITEM = frozenset(
    (
        "title",
        "link",
        "guid",
        "pubDate",
        "dc:creator",
        "content:encoded",
        "wp:post_id",
        "wp:post_date",
        "wp:post_date_gmt",
        "wp:status",
    )
) | {"wp:post_type", "wp:post_password"}
COMMENT = frozenset(
    (
        "wp:comment_id",
        "wp:comment_author",
        "wp:comment_author_url",
        "wp:comment_date",
        "wp:comment_date_gmt",
        "wp:comment_approved",
    )
) | {"wp:comment_type", "wp:comment_parent", "wp:comment_user_id", "wp:comment_author_email"}
AUTHOR = frozenset(("wp:author_id", "wp:author_login", "wp:author_display_name"))
WORDPRESS = "{http://wordpress.org/export/"
PREFIXES = {
    "{http://purl.org/rss/1.0/modules/content/": "content:",
    "{http://purl.org/dc/elements/1.1/": "dc:",
}

Fields = Mapping[str, str]


class WordPress:
    """WordPress's own export: one XML file, or a zip of numbered ones.

    Several blogs are several accounts.
    """

    network = "blog"
    source, feeds = described("wordpress")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files by WordPress's elements in their first lines.

        All of a container are read together.
        """
        found = tuple(member for member in members if form(member) == "wxr")
        return [found] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read every file; those of one blog and one day are one export."""
        blogs: dict[tuple[str, int], list[_File]] = {}
        for member in sorted(members, key=lambda member: member.name):
            file = _File(member, reading)
            blogs.setdefault((file.draft.handle, (file.exported_at or 0) // DAY), []).append(file)
        return [_joined(files) for files in blogs.values()]


@lru_cache(maxsize=256)
def _name(tag: str) -> str:
    """Return a tag with the usual prefix of its namespace, whatever version that has.

    An undeclared prefix stands there already (X5).
    """
    namespace, end, local = tag.rpartition("}")
    if namespace.startswith(WORDPRESS):
        return f"wp:{local}"
    return PREFIXES.get(namespace, namespace + end) + local


def _text(element: Any) -> str:
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()


def _fields(element: Any, wanted: Collection[str]) -> Fields:
    """Return the text of the children with a wanted name."""
    return {
        name: _text(child)
        for child in element.iterchildren("*")
        if (name := _name(child.tag)) in wanted
    }


class _File:
    """One file while it is read: its draft, who its authors are, and the linkbacks in it."""

    def __init__(self, member: Member, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(WordPress.network, "WordPress export")
        self.draft.names_responders = True
        self.contacts: dict[str, Contact] = {}
        self.linkbacks: set[str] = set()
        self.authors: dict[str, str] = {}
        self.own_ids: set[str] = set()
        self.own_names: set[str] = set()
        created = re.search(r'\screated="([^"<>]+)"', opening(member))
        self.exported_at = self._stated(created[1] if created else "")
        with self.draft.reading(member.where) as intake:
            elements = items(member, intake, reading.encoding)
            self._channel(intake, next(elements)[1])
            for line, element in elements:
                self._item(intake, f"line {line}", element)
            self.draft.contacts = list(self.contacts.values())

    def _stated(self, cell: str) -> int | None:
        found = moment(cell, self.reading.latest)
        return found[0] if isinstance(found, tuple) else None

    def _channel(self, intake: Intake, element: Any) -> None:
        """Take the blog's address, its authors and the date of the export from what stands before the first item."""
        hosts: dict[str, str] = {}
        for child in element.iterchildren("*"):
            match name := _name(child.tag):
                case "wp:author":
                    intake.use()
                    self._author(_fields(child, AUTHOR))
                case "wp:base_blog_url" | "wp:base_site_url" | "link":
                    hosts[name] = host_of(_text(child))
                case "pubDate":
                    self.exported_at = self.exported_at or self._stated(_text(child))
        self.draft.handle = (
            hosts.get("wp:base_blog_url") or hosts.get("wp:base_site_url") or hosts.get("link", "")
        )

    def _author(self, author: Fields) -> None:
        login, name = author.get("wp:author_login", ""), author.get("wp:author_display_name", "")
        self.authors[login] = "" if fold(name) == fold(login) else name  # a login is no name
        self.own_ids.add(author.get("wp:author_id", ""))
        self.own_names |= {fold(login), fold(name)}

    def _item(self, intake: Intake, where: str, element: Any) -> None:
        """Take one item with its comments; only a published post is a post."""
        fields = _fields(element, ITEM)
        received = self._comments(intake, where, element, fold(fields.get("dc:creator", "")))
        kind, status = fields.get("wp:post_type"), fields.get("wp:status")
        if not kind:
            intake.skip(where, NO_KIND)
        elif kind != "post" or status != "publish":
            intake.use()
            intake.note(
                NOT_PUBLISHED if kind == "post" else OTHER_ITEMS.get(kind, "items of other kinds")
            )
        else:
            self._post(intake, where, element, fields, received)

    def _post(
        self, intake: Intake, where: str, element: Any, fields: Fields, received: Mapping[str, int]
    ) -> None:
        """Take one post. Its id is its guid, which the blog's feed has too."""
        tags = [_text(child) for child in element.iterchildren("category")]
        link = fields.get("link", "")
        at, precision = self._date(fields, "wp:post_date", "pubDate")
        post = intake.row(
            Post,
            where,
            id=fields.get("guid") or link or fields.get("wp:post_id") or Bad("no id"),
            at=NO_DATE if at is None else at,
            public=not fields.get("wp:post_password"),
            comments=received["comment"],
            shares=received["linkback"],
            text=without_markup(
                " ".join((fields.get("title", ""), *tags, fields.get("content:encoded", "")))
            ),
            url=link,
            precision=precision,
        )
        if post:
            self.draft.posts.append(post)

    def _date(
        self, fields: Fields, name: str, other: str = ""
    ) -> tuple[int | Bad | None, Precision]:
        """Return the date in UTC, else the blog's own, else a third one.

        Unset ones are written 0000-00-00.
        """
        for column, zone in ((f"{name}_gmt", "UTC"), (name, self.reading.zone), (other, "UTC")):
            cell = fields.get(column, "")
            if cell and not cell.startswith("0000"):
                found = moment(cell, self.reading.latest, zone=zone)
                return found if isinstance(found, tuple) else (found, "second")
        return None, "second"

    def _comments(self, intake: Intake, where: str, element: Any, creator: str) -> Counter[str]:
        """Take the comments of an item and count the received ones by kind.

        Own ones are replies given to whom they answer.
        """
        received: Counter[str] = Counter()
        partners: dict[str, str] = {}
        comments = (
            child for child in element.iterchildren("*") if _name(child.tag) == "wp:comment"
        )
        for number, child in enumerate(comments, start=1):
            fields = _fields(child, COMMENT)
            line = f"{where}, comment {number}"
            approved, kind = (
                fields.get("wp:comment_approved", ""),
                COMMENT_KINDS.get(fields.get("wp:comment_type", "")),
            )
            if approved != "1":
                intake.skip(line, UNAPPROVED.get(approved, "comment not approved"))
                continue
            intake.use()
            if kind is None:
                intake.note("comments of other kinds")
            elif (
                kind == "linkback"
                and self.draft.handle
                and host_of(fields.get("wp:comment_author_url", "")) == self.draft.handle
            ):
                intake.note("own linkbacks left out")
            elif kind == "comment" and self._is_own(fields, creator):
                intake.note("own comments, not counted as received")
                self._reply(intake, fields, partners.get(fields.get("wp:comment_parent", ""), ""))
            else:
                received[kind] += 1
                partners[fields.get("wp:comment_id", "")] = self._received(
                    intake, line, fields, kind
                )
        return received

    def _is_own(self, fields: Fields, creator: str) -> bool:
        """Tell the authors' own comments: by the author's id, where the file states none by any user's, else by name.

        On WordPress.com every reader who is logged in has a user id, so that alone makes nobody an
        author.
        """
        user, name = fields.get("wp:comment_user_id", ""), fold(fields.get("wp:comment_author", ""))
        ids = self.own_ids - {""}
        by_id = user in ids if ids else user not in ("", "0")
        return by_id or (name != "" and (name == creator or name in self.own_names))

    def _reply(self, intake: Intake, fields: Fields, partner: str) -> None:
        if partner:
            self.draft.interactions.append(
                Interaction(partner, "out", "reply", at=self._day(intake, fields))
            )

    def _received(self, intake: Intake, line: str, fields: Fields, kind: str) -> str:
        """Note who commented or linked, and return their key: a linking blog's host, a person's address, else the name."""
        name, url = fields.get("wp:comment_author", ""), fields.get("wp:comment_author_url", "")
        if kind == "linkback":
            self.linkbacks.add(fields.get("wp:comment_id") or line)
        partner = (host_of(url) if kind == "linkback" else address_key(url)) or fold(name)
        if partner:
            self.draft.interactions.append(
                Interaction(partner, "in", kind, at=self._day(intake, fields))
            )
        if partner and kind == "comment":
            self.contacts[partner] = Contact(
                partner, name, mail=mail_mark(fields.get("wp:comment_author_email", ""))
            )
        return partner

    def _day(self, intake: Intake, fields: Fields) -> int | None:
        """Return a comment's date; unusable, it is unknown and noted, and the comment stays."""
        at, _ = self._date(fields, "wp:comment_date")
        if isinstance(at, Bad):
            intake.note(f"date unknown: {at.reason}")
            return None
        return at


def _joined(files: Sequence[_File]) -> Export:
    """Make one export of a blog's files: parts add up, a post or linkback in two of them counts once."""
    draft = files[0].draft
    drafts = [file.draft for file in files]
    whole = [file for file in files if not file.draft.faults]
    posts = [post for one in drafts for post in one.posts]
    draft.posts = list({post.id: post for post in posts}.values())
    if len(draft.posts) < len(posts):
        draft.notes.append(
            f"{len(posts) - len(draft.posts)} posts stand in these files twice: used once"
        )
    dealt = [one for other in drafts for one in other.interactions]
    draft.interactions = list(
        {(one.partner, one.direction, one.kind, one.at): one for one in dealt}.values()
    )
    draft.contacts = list(
        {contact.key: contact for one in drafts for contact in one.contacts}.values()
    )
    draft.intakes = [intake for one in drafts for intake in one.intakes]
    draft.faults = [fault for one in drafts for fault in one.faults]
    if whole:
        linkbacks = set().union(*(file.linkbacks for file in whole))
        draft.levels = [
            Level("linkbacks", len(linkbacks), quality="cut" if draft.faults else "exact")
        ]
    authors = {login: name for file in files for login, name in file.authors.items()}
    draft.owner = Owner(name=next(iter(authors.values())) if len(authors) == 1 else "")
    stated = [file.exported_at for file in files if file.exported_at is not None]
    draft.exported_at = max(stated or _dates(draft), default=None)
    return draft.finish()


def _dates(draft: Draft) -> Iterable[int]:
    yield from (post.at for post in draft.posts)
    yield from (one.at for one in draft.interactions if one.at is not None)
