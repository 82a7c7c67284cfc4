"""WordPress exports (WXR): posts, comments with their authors, linkbacks and fediverse reactions.

E-mail and IP addresses of commenters are in these files: of the first only a hash is taken, the
others are never looked at.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.text import fold
from klout_cli.files.xml_items import form, items, opening
from klout_cli.importers.archive import Archive, File, Note, Rows, Unusable, Xml
from klout_cli.importers.authors import NOT_PUBLISHED, PAGES, keep_own_posts, own_authors
from klout_cli.person.rows import Contact, Direction, Interaction, Level, Owner, Post
from klout_cli.results import Quality
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import Moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import address_key, host_of, mail_mark, without_markup

UNAPPROVED = {
    "spam": Message("spam"),
    **dict.fromkeys(("trash", "post-trashed"), Message("comment in the trash")),
}
NOT_POSTS = {"page": PAGES, "attachment": Message("attachments"), "post": NOT_PUBLISHED}
PARTS_MISSING = N_("Parts of this export are missing ({numbers}). Add all of its files.")
LISTED = 5
# type of a comment -> (what of its post it adds to, kind of interaction): plug-ins for webmentions
# and for the fediverse store reactions as comments
KINDS = {
    **dict.fromkeys(("", "comment", "reply"), ("comments", "comment")),
    **dict.fromkeys(("pingback", "trackback", "webmention", "mention"), ("shares", "linkback")),
    **dict.fromkeys(("repost", "share", "announce", "quote"), ("shares", "share")),
    **dict.fromkeys(("like", "favorite", "favourite", "reacji"), ("likes", "reaction")),
    "bookmark": ("saves", "reaction"),
}

# What is read at all; addresses and words of others are not.
_READ = frozenset(
    (
        *("title", "link", "guid", "pubDate", "dc:creator", "content:encoded", "wp:post_id"),
        *("wp:post_date", "wp:post_date_gmt", "wp:status", "wp:post_type", "wp:post_password"),
        *("wp:comment_id", "wp:comment_author", "wp:comment_author_email", "wp:comment_author_url"),
        *("wp:comment_date", "wp:comment_date_gmt", "wp:comment_approved", "wp:comment_type"),
        *("wp:comment_parent", "wp:comment_user_id", "wp:meta_key", "wp:meta_value"),
        *("wp:author_id", "wp:author_login", "wp:author_display_name"),
    )
)
_PREFIXES = {
    "{http://wordpress.org/export": "wp:",
    "{http://purl.org/rss/1.0/modules/content": "content:",
    "{http://purl.org/dc/elements/1.1": "dc:",
}
_NUMBER = r"\.(\d{3})\.xml$"
_CREATED = r'\screated="([^"<>]+)"'
_BLOG = r"<wp:base_blog_url>[^/]*//([^\s/<\]]+)"
_DAY = r'\screated="[^"<>]{10}|<pubDate>[^<]{16}'

Fields = Mapping[str, str]


class WordPress(Archive):
    """WordPress's own export: one XML file, or several numbered ones of a day.

    Several blogs are several accounts.
    """

    key = "wordpress"
    network = "blog"
    variant = "WordPress export"
    twice = twice_listed = ""
    dated_by = ("posts", "interactions")
    files = (Xml("blog", whole=True),)

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the files by WordPress's elements in their first lines."""
        return cls.files[0] if form(member) == "wxr" else None

    @classmethod
    def _root(cls, member: Member, file: File) -> str:
        """Return the blog and the day of a file, which is one export with others of them."""
        text = opening(member)
        matches = (re.search(pattern, text) for pattern in (_BLOG, _DAY))
        return " ".join(match[0] for match in matches if match)

    def begin(self, members: Sequence[Member]) -> None:
        """Name the missing ones of numbered files, the first of which is 0 or 1."""
        self.draft.names_responders = True
        self.stated: list[int] = []
        self.names: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.creators: dict[object, str] = {}
        self.linkbacks: dict[str, str] = {}
        matches = [re.search(_NUMBER, member.basename) for member in members]
        numbers = {int(match[1]) for match in matches if match}
        if missing := sorted({*range(min({1, *numbers}), max({0, *numbers}))} - numbers):
            listed = ", ".join(f"{number:03}" for number in missing[:LISTED])
            self.cut("linkbacks", Message(PARTS_MISSING, numbers=listed))

    def blog(self, member: Member) -> None:
        """Read one file: the channel, then item by item."""
        self.file_linkbacks: dict[str, str] = {}
        created = re.search(_CREATED, opening(member))
        stated = self.known_date(created[1]) if created else None
        self.stated += [stated] if stated else []
        elements = items(member, self.intake, self.reading.encoding)
        self.channel(next(elements)[1], is_dated=stated is not None)
        self.each(((f"line {line}", element) for line, element in elements), self.item)
        self.linkbacks |= self.file_linkbacks

    def channel(self, element: Any, *, is_dated: bool) -> None:
        """Take the blog's address, its authors and the date from what stands before the items."""
        hosts = dict.fromkeys(("wp:base_blog_url", "wp:base_site_url", "link"), "")
        for child in element.iterchildren("*"):
            name = _name(child.tag)
            if name == "wp:author":
                self.intake.use()
                author = _fields(child)
                login = author["wp:author_login"]
                self.names[login] = author["wp:author_display_name"]
                self.ids[login] = author["wp:author_id"]
            elif name in hosts:
                hosts[name] = host_of(_text(child))
            elif name == "pubDate" and not is_dated:
                self.stated += filter(None, [self.known_date(_text(child))])
        self.draft.handle = self.draft.handle or next(filter(None, hosts.values()), "")
        several = self.names if len(self.names) > 1 else ()
        authors = own_authors(several, self.names, self.reading.person) or self.names.keys()
        self.own_ids = {self.ids[login] for login in authors} - {""}
        self.own_names = {fold(name) for login in authors for name in (login, self.names[login])}

    def item(self, element: Any) -> Rows:
        """Take one item with its comments; only a published post is a post."""
        fields = _fields(element)
        kind, self.creator = fields["wp:post_type"], fields["dc:creator"]
        self.received: Counter[str] = Counter()
        self.partners: dict[str, str] = {}
        children = element.iterchildren("*")
        comments = enumerate((row for row in children if _name(row.tag) == "wp:comment"), start=1)
        where = f"{self.line}, comment"
        self.each(((f"{where} {number}", row) for number, row in comments), self.comment)
        self.required(kind, N_("item of an unknown kind"))
        if kind != "post" or fields["wp:status"] != "publish":
            yield Note(NOT_POSTS.get(kind, N_("items of other kinds")))
        else:
            yield self.post(element, fields)

    def post(self, element: Any, fields: Fields) -> Post:
        """Return a post. Its id is its guid, which the blog's feed has too."""
        id = self.required(fields["guid"] or fields["link"] or fields["wp:post_id"])
        tags = [_text(child) for child in element.iterchildren("category")]
        at, precision = self.find_date(fields, "wp:post_date", "pubDate")
        self.creators[id] = self.creator
        return Post(
            id=id,
            at=at,
            public=not fields["wp:post_password"],
            likes=self.received["likes"] or None,
            comments=self.received["comments"],
            shares=self.received["shares"],
            saves=self.received["saves"] or None,
            text=without_markup(" ".join((fields["title"], *tags, fields["content:encoded"]))),
            url=fields["link"],
            precision=precision,
        )

    def find_date(self, fields: Fields, name: str, other: str = "") -> Moment:
        """Return the date in UTC, else the blog's own, else a third; unset ones are 0000-00-00."""
        zones = {f"{name}_gmt": "UTC", name: self.reading.zone, other: "UTC"}
        stated = [name for name in zones if fields[name] and not fields[name].startswith("0000")]
        return self.moment(fields[stated[0]], zone=zones[stated[0]]) if stated else self.moment("")

    def comment(self, element: Any) -> Rows:
        """Take a received comment or reaction; own ones are replies given to whom they answer."""
        fields = _fields(element)
        if (approved := fields["wp:comment_approved"]) != "1":
            raise Unusable(UNAPPROVED.get(approved, N_("comment not approved")))
        counted, kind = KINDS.get(_find_type(element, fields), ("", ""))
        url, name = fields["wp:comment_author_url"], fields["wp:comment_author"]
        if not kind:
            yield Note(N_("comments of other kinds"))
        elif kind == "linkback" and self.draft.handle and host_of(url) == self.draft.handle:
            yield Note(N_("own linkbacks left out"))
        elif kind != "linkback" and self.is_own(fields):
            yield Note(N_("own comments, not counted as received"))
            if partner := self.partners.get(fields["wp:comment_parent"]):
                yield self.interaction(partner, "out", "reply", fields)
        else:
            id = fields["wp:comment_id"]
            partner = (host_of(url) if kind == "linkback" else address_key(url)) or fold(name)
            self.received[counted] += 1
            self.partners[id] = partner
            if kind == "linkback":
                self.file_linkbacks[id or f"{self.line}"] = self.creator
            if partner:
                yield self.interaction(partner, "in", kind, fields)
            if partner and kind != "linkback":
                yield Contact(partner, name, mail=mail_mark(fields["wp:comment_author_email"]))

    def interaction(self, partner: str, way: Direction, kind: str, fields: Fields) -> Interaction:
        """Return what a comment means; its date, if unusable, is unknown and noted."""
        at = None
        try:
            at, _ = self.find_date(fields, "wp:comment_date")
        except Unusable as error:
            if error.reason != "no date":
                self.intake.note(Message("date unknown: {reason}", reason=Message(error.reason)))
        interaction = Interaction(partner, way, kind, at=at)
        self.creators[interaction] = self.creator
        return interaction

    def is_own(self, fields: Fields) -> bool:
        """Return True for comments of the person, of any author where nobody knows who that is.

        By the author's id, where the file gives none by any user's, else by name. On WordPress.com
        every reader who is logged in has a user id, so that alone makes nobody an author.
        """
        user, name = fields["wp:comment_user_id"], fold(fields["wp:comment_author"])
        by_id = user in self.own_ids if self.own_ids else user not in ("", "0")
        return by_id or (name != "" and (name in self.own_names or name == fold(self.creator)))

    def finish(self, members: Sequence[Member]) -> None:
        """Count once what numbered files have twice, and keep what is the person's."""
        draft = self.draft
        posts = {post.id: post for post in draft.posts}
        if twice := len(draft.posts) - len(posts):
            draft.notes.append(
                PluralMessage("{n} post is here twice", "{n} posts are here twice", n=twice)
            )
        draft.posts = list(posts.values())
        draft.interactions = list(dict.fromkeys(draft.interactions))
        draft.contacts = list({contact.key: contact for contact in draft.contacts}.values())
        draft.exported_at = max(self.stated, default=None)
        if len(self.names) == 1:
            ((login, name),) = self.names.items()
            draft.owner = Owner(name="" if fold(name) == fold(login) else name)
        authors = {post.id: {self.creators[post.id]} - {""} for post in draft.posts}
        own = keep_own_posts(draft, authors, self.reading.person, self.names)
        if own is not None:
            self.keep_received(own)
        if own != set() and len(draft.faults) < len(draft.intakes):
            quality: Quality = "cut" if draft.faults or self.cuts else "exact"
            draft.levels = [Level("linkbacks", len(self.linkbacks), quality=quality)]
        self.count_reactions("likes")
        self.count_reactions("saves")

    def keep_received(self, own: set[str]) -> None:
        """Leave out what the posts of other authors received."""
        draft = self.draft
        draft.interactions = [row for row in draft.interactions if self.creators[row] in own]
        partners = {row.partner for row in draft.interactions}
        draft.contacts = [contact for contact in draft.contacts if contact.key in partners]
        self.linkbacks = {id: login for id, login in self.linkbacks.items() if login in own}

    def count_reactions(self, field: str) -> None:
        """Count none of a kind for posts since the first with some: a plug-in had begun then."""
        posts = self.draft.posts
        first = min((post.at for post in posts if getattr(post, field)), default=None)
        for number, post in enumerate(posts):
            if first is not None and post.at >= first and getattr(post, field) is None:
                posts[number] = replace(post, **{field: 0})


@lru_cache(maxsize=256)
def _name(tag: str) -> str:
    """Return a tag with the usual prefix of its namespace, whatever version that has.

    An undeclared prefix stands there already (X5).
    """
    url = next((url for url in _PREFIXES if tag.startswith(url)), "")
    return _PREFIXES[url] + tag.rpartition("}")[2] if url else tag


def _text(element: Any) -> str:
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()


def _fields(element: Any) -> Fields:
    """Return the text of the children that are read by name, "" for what is not there."""
    texts: defaultdict[str, str] = defaultdict(str)
    for child in element.iterchildren("*"):
        if (name := _name(child.tag)) in _READ:
            texts[name] = _text(child)
    return texts


def _find_type(element: Any, fields: Fields) -> str:
    """Return the type of a comment; an older plug-in for webmentions states it beside it."""
    for child in element.iterchildren("*"):
        if child.tag.endswith("commentmeta"):
            meta = _fields(child)
            if meta["wp:meta_key"] == "semantic_linkbacks_type":
                return meta["wp:meta_value"].partition(":")[0]
    return fields["wp:comment_type"]
