"""Medium's archive: a page for each own post and response, and whom the person follows.

Its other pages (addresses, sessions, reading habits) stay closed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.text import lines
from klout_cli.importers.archive import Archive, Html, Listed, Note, Rows
from klout_cli.importers.authors import NOT_PUBLISHED, most_frequent
from klout_cli.person.rows import Contact, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import address_key

AGAIN = Message("download the archive again")
TEXTS = ("p-name", "p-summary", "p-tag", "e-content")

HEAD = 1 << 14
FOLDERS = (
    "posts|profile|users-following|blocks|bookmarks|claps|highlights|interests|ips|lists"
    "|partner-program|pubs-following|sessions|topics-following|twitter"
)

_ROOT = r"(?P<root>(?:.*/)?)"
_POSTS = rf"(?i){_ROOT}posts/[^/]+\.html"
_FOLLOWING = rf"(?i){_ROOT}users-following/[^/]+\.html"
_MARKED = rb"""<article[^>]*\bclass=["']h-entry["']"""
_FILE_NAME = r"(?:(\d{4}-\d{2}-\d{2})_)?(?:.*-)?([0-9a-f]{8,})"
_EXPORTED = r"Exported from\s+Medium\s+on\s+(\w+ \d{1,2}, \d{4})"


class Medium(Archive):
    """The zip that Medium sends, or its folder.

    The posts of a person's own page, wherever they were published.
    """

    key = "medium"
    network = "blog"
    variant = "Medium archive"
    closed = rf"(?i:(?:{FOLDERS})/[^/]+\.html|readme\.html)"
    twice = twice_listed = ""
    empty_lists = True
    files = (
        Html("profile", path=rf"(?i){_ROOT}profile/profile\.html", proves=False),
        Html("post", path=_POSTS, head=_MARKED, within=HEAD),
        Html("draft", "post", path=_POSTS, proves=False),
        Html("following", path=_FOLLOWING, proves=False, whole=True, lists="following"),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.address = ""
        self.authors: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.exported: list[int] = []

    def profile(self, text: str) -> None:
        """Take the person's own name and address."""
        page = self.parse(text)
        self.address = _link(page, "u-url")
        self.name_account("", name=_text(page, "p-name"), personal=False)

    def post(self, text: str) -> Rows:
        """Take the one post of a page, which may be an own response to somebody."""
        page, name = self.parse(text), self.member.basename.removesuffix(".html")
        dates = [time.get("datetime", "") for time in _elements(page, "dt-published")]
        if name.startswith("draft_") or not (dates or _elements(page, "p-canonical")):
            yield Note(NOT_PUBLISHED)
            return
        match = re.fullmatch(_FILE_NAME, name)
        day = match[1] if match else ""
        at, precision = self.moment((dates[0] if dates else "") or day)
        yield Post(
            id=match[2] if match else name,
            at=at,
            kind="reply" if _is_response(page) else "original",
            text=" ".join(filter(None, (_text(page, part) for part in TEXTS))),
            url=_link(page, "p-canonical"),
            precision=precision,
        )
        self.authors[_link(page, "p-author")] += 1
        self.names[_text(page, "p-author")] += 1
        for footer in page.iter("footer"):  # with the day of the export, below every post
            if stated := re.search(_EXPORTED, _words(footer)):
                self.exported += filter(None, [self.known_date(stated[1])])

    def following(self, member: Member) -> None:
        """Take whom the person follows; each page lists a hundred."""
        page = self.parse("".join(lines(member, self.intake, self.reading.encoding)))
        entries = (next(entry.iter("a"), entry) for entry in page.iter("li"))
        self.each(enumerate(entries, start=1), self.person)

    def person(self, link: Any) -> Rows:
        """Take one person the owner follows."""
        key = self.required(_handle(link.get("href", "")), N_("no name"))
        if key not in self.draft.following:
            yield Contact(key=key, name=_words(link))
            yield Listed("following", key)

    def parse(self, text: str) -> Any:
        """Parse a page. Raises InputError where there is none."""
        from lxml import etree

        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        with suppress(etree.XMLSyntaxError):
            page = etree.fromstring(text.encode("utf-8", "replace"), parser)
            if page is not None:
                return page
        raise InputError(N_("this is no page of Medium"), self.member.where, AGAIN)

    def finish(self, members: Sequence[Member]) -> None:
        """Name the account by the profile's address, else by the author of most posts."""
        self.name_account(
            address_key(self.address or most_frequent(self.authors)),
            name=most_frequent(self.names),
            personal=False,
        )
        self.draft.exported_at = max(self.exported, default=None)


def _elements(element: Any, name: str) -> list[Any]:
    """Return the elements of a class."""
    path = ".//*[contains(concat(' ', normalize-space(@class), ' '), $name)]"
    return list(element.xpath(path, name=f" {name} "))


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _text(element: Any, name: str) -> str:
    return " ".join(map(_words, _elements(element, name)))


def _link(element: Any, name: str) -> str:
    return next((link.get("href", "") for link in _elements(element, name)), "")


def _handle(url: str) -> str:
    """Return the name in a person's address, behind an @ or before medium.com."""
    name = address_key(url).removeprefix("medium.com/").removeprefix("@")
    return name.removesuffix(".medium.com")


def _is_response(page: Any) -> bool:
    """Return True for a response: a post has a subtitle, and its body begins with its title."""
    return not (
        _text(page, "p-summary")
        or _elements(page, "p-tag")
        or page.xpath(".//article//section//*[self::h3 or self::h4]")
    )
