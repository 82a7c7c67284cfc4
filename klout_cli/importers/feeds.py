"""Feeds of an own blog, saved as a file: RSS, Atom and JSON Feed (formats/modern-platforms §15).

They hold the newest ten to fifty posts, sometimes with the number of comments, the answers of the
blog itself among them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, keyed
from klout_cli.files.xml_items import AGAIN, LOST, body, form, parsed
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Post
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, without_markup

NO_DATE = Bad("no date")
NOT_A_DATE = Bad("not a date")
NO_ID = Bad("no id")
COMMENTS = "comments, not posts"
TAGS = "(?i)(?:^|[:}])(?:category|keywords|subject|tags)$"
MAX_TAGS, MAX_ATTRIBUTES = 5_000, 100
UTF8 = {"content-type": "application/xml; charset=utf-8"}
FAMILIES = {"rss": "RSS feed", "atom": "Atom feed"}

Value: TypeAlias = str | int | float | bool | None
Fields: TypeAlias = Mapping[str, Any]


class JsonItem(Struct, gc=False):
    """One post of a JSON Feed; numbers as ids occur."""

    id: Value = None
    url: Value = None
    title: Value = None
    summary: Value = None
    content_text: Value = None
    content_html: Value = None
    date_published: Value = None
    date_modified: Value = None
    tags: list[Value] | None = None


class JsonFeed(Struct):
    """What a JSON Feed says of itself."""

    home_page_url: Value = None
    feed_url: Value = None


class Feeds:
    """A saved feed of the person's own blog.

    One file is one export, and feeds of several blogs are several accounts.
    """

    network = "blog"
    source, feeds = described("feeds")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find feeds by their first element or version.

        Of JSON files only one alone, or named as a feed, is looked into.
        """
        return [
            (member,)
            for member in members
            if form(member) == "feed" or _is_json_feed(member, alone=len(members) == 1)
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each feed as an export of its own."""
        return [
            (_json_feed if member.basename.endswith(".json") else _xml_feed)(member, reading)
            for member in members
        ]


def _is_json_feed(member: Member, alone: bool) -> bool:
    named = member.basename.endswith(".json") and (alone or "feed" in member.basename)
    return named and b"jsonfeed.org/version" in member.head().replace(b"\\/", b"/")


def _xml_feed(member: Member, reading: Reading) -> Export:
    """Read RSS or Atom."""
    draft = Draft("blog", "feed")
    stated: Fields = {}
    with draft.reading(member.where) as intake:
        text = "".join(body(member, intake, reading.encoding))
        found = _parsed(text, member.where, intake)
        draft.variant = FAMILIES.get(found.version.rstrip("0123456789"), "feed")
        stated = dict(found.feed)
        for number, entry in enumerate(found.entries, start=1):
            _take(draft, intake, f"item {number}", dict(entry), reading.latest)
        lost = len(re.findall(r"<(?:item|entry)[\s/>]", text)) - len(found.entries)
        if found.bozo and lost > 0:
            intake.skip("", LOST.reason, lost)
    return _finished(
        draft, _text(stated.get("link")), _date(stated, ("updated", "published"), reading.latest)
    )


def _parsed(text: str, where: str, intake: Intake) -> Any:
    """Parse a feed.

    Feedparser gets bytes, never a name it could open, and only what the parser with limits has
    looked through (case X3).
    """
    import feedparser

    looked = parsed(text, 1, intake)
    if isinstance(looked, Bad):
        raise InputError(looked.reason, where, AGAIN)
    if _is_crowded(looked.getroottree()):
        raise InputError("more tags or attributes than a feed has", where, AGAIN)
    try:
        return feedparser.parse(
            BytesIO(text.encode()),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers=UTF8,
        )
    except Exception as fault:  # odd markup makes it raise KeyError, ValueError and others
        raise InputError("damaged feed", where, AGAIN) from fault


def _is_crowded(tree: Any) -> bool:
    """Return whether feedparser would take the square of the number of tags or attributes."""
    tags = 0
    for element in tree.iter("*"):
        if re.search(TAGS, element.tag):
            tags += 1 + (element.text or "").count(",")
        if tags > MAX_TAGS or len(element.attrib) > MAX_ATTRIBUTES:
            return True
    return False


def _take(draft: Draft, intake: Intake, line: str, entry: Fields, latest: int) -> None:
    """Take one entry as feedparser gives it.

    Feeds of comments link to them, or say what they answer.
    """
    link = _text(entry.get("link"))
    if "#comment" in link or "thr_in-reply-to" in entry:
        intake.use()
        intake.note(COMMENTS)
        return
    replies = (
        one.get("thr:count") for one in entry.get("links", ()) if one.get("rel") == "replies"
    )
    numbers = (entry.get("slash_comments"), entry.get("thr_total"), *replies)
    texts = [
        entry.get("title"),
        *(tag.get("term") for tag in entry.get("tags", ())),
        *_contents(entry),
    ]
    post = intake.row(
        Post,
        line,
        id=_text(entry.get("id")) or link or NO_ID,
        at=_date(entry, ("published", "updated"), latest),
        comments=count(next((number for number in numbers if number), None)),
        text=without_markup(" ".join(filter(None, texts))),
        url=link,
    )
    if post:
        draft.posts.append(post)


def _contents(entry: Fields) -> Iterator[str]:
    """Yield the whole text of an entry, else its summary."""
    contents = [content.get("value") for content in entry.get("content", ())]
    yield from contents or [entry.get("summary")]


def _date(fields: Fields, names: Sequence[str], latest: int) -> int | Bad:
    """Return the first date there is; `Bad` where none can be used."""
    for name in names:
        if parts := fields.get(f"{name}_parsed"):
            found = moment("{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*parts), latest)
            return found[0] if isinstance(found, tuple) else found or NO_DATE
    return NOT_A_DATE if any(fields.get(name) for name in names) else NO_DATE


def _json_feed(member: Member, reading: Reading) -> Export:
    """Read a JSON Feed."""
    draft = Draft("blog", "JSON Feed")
    link = ""
    with draft.reading(member.where) as intake:
        feed = document(member, JsonFeed, intake) or JsonFeed()
        link = _text(feed.home_page_url) or _text(feed.feed_url)
        for number, item in keyed(member, ("items",), JsonItem, intake):
            if isinstance(item, Bad):
                intake.skip(f"item {number}", item.reason)
            elif post := _json_post(intake, f"item {number}", item, reading):
                draft.posts.append(post)
    return _finished(draft, link, NO_DATE)


def _json_post(intake: Intake, line: str, item: JsonItem, reading: Reading) -> Post | None:
    found = moment(item.date_published or item.date_modified, reading.latest, zone=reading.zone)
    texts = (item.title, *(item.tags or ()), item.content_text or item.content_html or item.summary)
    at, precision = found if isinstance(found, tuple) else (found or NO_DATE, "second")
    return intake.row(
        Post,
        line,
        id=_text(item.id) or _text(item.url) or NO_ID,
        at=at,
        text=without_markup(" ".join(map(_text, texts))),
        url=_text(item.url),
        precision=precision,
    )


def _text(value: Value) -> str:
    return (
        str(value).strip()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
        else ""
    )


def _finished(draft: Draft, link: str, stated: int | Bad) -> Export:
    """Name the blog by the host of its address, else of most posts.

    Its day is the stated one, else the newest post's.
    """
    hosts = Counter(host for post in draft.posts if (host := host_of(post.url)))
    draft.handle = host_of(link) or min(hosts, key=lambda host: (-hosts[host], host), default="")
    newest = max((post.at for post in draft.posts), default=None)
    draft.exported_at = newest if isinstance(stated, Bad) else stated
    return draft.finish()
