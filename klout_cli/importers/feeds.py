"""Feeds of an own blog, saved as a file: RSS, Atom and JSON Feed.

They list the newest ten to fifty posts, sometimes with the number of comments, the answers of the
blog itself among them.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from typing import Any

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_items import document, keyed
from klout_cli.files.json_text import AGAIN
from klout_cli.files.xml_items import LOST, body, form, parsed
from klout_cli.importers.archive import Archive, Claims, File, Note, Rows, Unusable
from klout_cli.importers.authors import keep_own_posts, most_frequent
from klout_cli.importers.scalars import Scalar, text_of
from klout_cli.person.rows import Post
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

TAGS = "(?i)(?:^|[:}])(?:category|keywords|subject|tags)$"
MAX_TAGS, MAX_ATTRIBUTES = 5_000, 100
FAMILIES = {"rss": "RSS feed", "atom": "Atom feed"}
_UTF8 = {"content-type": "application/xml; charset=utf-8"}

Fields = Mapping[str, Any]


class Author(Struct, gc=False):
    """Somebody who wrote a post."""

    name: Scalar = None


class JsonPart(Struct):
    """A JSON Feed, or a post of one; numbers as ids occur."""

    home_page_url: Scalar = None
    feed_url: Scalar = None
    id: Scalar = None
    url: Scalar = None
    title: Scalar = None
    summary: Scalar = None
    content_text: Scalar = None
    content_html: Scalar = None
    date_published: Scalar = None
    date_modified: Scalar = None
    tags: list[Scalar] | None = None
    author: Author | None = None
    authors: list[Author] | None = None

    def names(self) -> set[str]:
        """Return the names of its authors."""
        authors = self.authors or [self.author or Author()]
        return {text_of(author.name) for author in authors} - {""}


class Feeds(Archive):
    """A saved feed of the person's own blog.

    One file is one export, and feeds of several blogs are several accounts.
    """

    key = "feeds"
    network = "blog"
    variant = "feed"
    together = "file"
    twice = ""
    files = (
        File("json_feed", name=r".*\.json", head=rb"jsonfeed\.org\\?/version", whole=True),
        File("xml_feed", whole=True),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.link = ""
        self.feed_authors: set[str] = set()
        self.authors: dict[str, set[str]] = {}

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find feeds by their version or first element."""
        file = super().file_of(member, reading)
        return None if file and file.id == "xml_feed" and form(member) != "feed" else file

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find feeds; of JSON files only one alone, or named as a feed, is looked into."""
        if len(members) > 1:
            members = [
                member for member in members if re.search(r"feed|(?<!\.json)$", member.basename)
            ]
        return super().identify(members, reading)

    def xml_feed(self, member: Member) -> None:
        """Read RSS or Atom."""
        text = self.text(member)
        feed = self.parse(text)
        self.draft.variant = FAMILIES.get(feed.version.rstrip("0123456789"), "feed")
        about = dict(feed.feed)  # feedparser's own takes one date for another, with a warning
        self.link = text_of(about.get("link"))
        self.feed_authors = _find_authors(about)
        with suppress(Unusable):
            self.draft.exported_at = self.first_date(about, "updated", "published")
        entries = enumerate(map(dict, feed.entries), start=1)
        self.each(((f"item {number}", entry) for number, entry in entries), self.entry)
        lost = len(re.findall(r"<(?:item|entry)[\s/>]", text)) - len(feed.entries)
        if feed.bozo and lost > 0:
            self.intake.skip("", LOST.reason, lost)

    def text(self, member: Member) -> str:
        """Return all text of a feed. Where it is refused, the items before are counted."""
        texts: list[str] = []
        try:
            texts.extend(body(member, self.intake, self.reading.encoding))
        except InputError:
            self.intake.use(len(re.findall(r"</(?:item|entry)\s*>", "".join(texts))))
            raise
        return "".join(texts)

    def parse(self, text: str) -> Any:
        """Parse a feed. Raises InputError where there is none.

        Feedparser gets bytes, never a name it could open, and only what the parser with limits has
        looked through (X3).
        """
        import feedparser

        where = self.member.where
        looked = parsed(text, 1, self.intake)
        if isinstance(looked, Bad):
            raise InputError(looked.reason, where, AGAIN)
        if _is_crowded(looked.getroottree()):
            raise InputError(N_("this has more tags or attributes than a feed has"), where, AGAIN)
        self.member.spend(text.count("<"))  # feedparser takes as long for a tag as others for rows
        options = {"sanitize_html": False, "resolve_relative_uris": False}
        try:
            return feedparser.parse(BytesIO(text.encode()), response_headers=_UTF8, **options)
        except Exception as fault:  # odd markup makes it raise KeyError, ValueError and others
            raise InputError(N_("this feed is damaged"), where, AGAIN) from fault

    def entry(self, entry: Fields) -> Rows:
        """Take one entry; feeds of comments link to them, or say what they answer."""
        link = text_of(entry.get("link"))
        if "#comment" in link or "thr_in-reply-to" in entry:
            yield Note(N_("comments, not posts"))
            return
        links = [link for link in entry.get("links", ()) if link.get("rel") == "replies"]
        replies = (link.get("thr:count") for link in links)
        numbers = (entry.get("slash_comments"), entry.get("thr_total"), *replies)
        tags = (tag.get("term") for tag in entry.get("tags", ()))
        contents = [content.get("value") for content in entry.get("content", ())]
        texts = entry.get("title"), *tags, *(contents or [entry.get("summary")])
        id = self.required(text_of(entry.get("id")) or link)
        yield Post(
            id=id,
            at=self.first_date(entry, "published", "updated"),
            comments=self.count(next(filter(None, numbers), None)),
            text=without_markup(" ".join(filter(None, texts))),
            url=link,
        )
        self.authors[id] = _find_authors(entry) or self.feed_authors

    def first_date(self, fields: Fields, *names: str) -> int:
        """Return the first date there is. Raises Unusable where none can be used."""
        for name in names:
            if parts := fields.get(f"{name}_parsed"):
                return self.date("{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*parts))
        raise Unusable("not a date" if any(fields.get(name) for name in names) else "no date")

    def json_feed(self, member: Member) -> None:
        """Read a JSON Feed."""
        self.draft.variant = "JSON Feed"
        feed = document(member, JsonPart, self.intake) or JsonPart()
        self.link = text_of(feed.home_page_url) or text_of(feed.feed_url)
        self.feed_authors = feed.names()
        posts = keyed(member, ("items",), JsonPart, self.intake)
        self.each(((f"item {number}", post) for number, post in posts), self.json_item)

    def json_item(self, item: JsonPart) -> Rows:
        """Take one post of a JSON Feed."""
        content = item.content_text or item.content_html or item.summary
        texts = item.title, *(item.tags or ()), content
        id = self.required(text_of(item.id) or text_of(item.url))
        stated = item.date_published or item.date_modified
        at, precision = self.moment(stated, zone=self.reading.zone)
        yield Post(
            id=id,
            at=at,
            text=without_markup(" ".join(map(text_of, texts))),
            url=text_of(item.url),
            precision=precision,
        )
        self.authors[id] = item.names() or self.feed_authors

    def finish(self, members: Sequence[Member]) -> None:
        """Name the blog by the host of its address, else of most posts."""
        hosts = Counter(host for post in self.draft.posts if (host := host_of(post.url)))
        self.draft.handle = host_of(self.link) or most_frequent(hosts)
        keep_own_posts(self.draft, self.authors, self.reading.person)


def _find_authors(entry: Fields) -> set[str]:
    """Return the names of an entry's, or a feed's, authors; RSS writes "mail (name)"."""
    text = text_of(entry.get("author"))
    if mail := re.fullmatch(r"(\S+)@\S+(?:\s*\((.+)\))?", text):
        return {mail[2] or mail[1]}
    names = {text_of(author.get("name")) for author in entry.get("authors", ())}
    return names - {""} or {text} - {""}


def _is_crowded(tree: Any) -> bool:
    """Return True where feedparser would take the square of the number of tags or attributes."""
    tags = 0
    for element in tree.iter("*"):
        if re.search(TAGS, element.tag):
            tags += 1 + (element.text or "").count(",")
        if tags > MAX_TAGS or len(element.attrib) > MAX_ATTRIBUTES:
            return True
    return False
