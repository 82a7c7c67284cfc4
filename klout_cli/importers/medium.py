"""Medium's archive: a page for each own post and response, and whom the person follows (formats/modern-platforms §11).

Addresses, sessions and reading habits stand in other pages of it; they stay closed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.text import lines
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import moment
from klout_cli.values.kinds import Precision
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import address_key

NO_DATE = Bad("no date")
DRAFTS = "posts not published"
NOBODY = "nobody named"
NOT_A_PAGE = "not a page of Medium"

HEAD = 1 << 14
LOOKED_INTO = 5  # pages of a folder whose first bytes may show that it is Medium's
FOLDERS = {"posts", "profile", "users-following"} | {
    *("blocks", "bookmarks", "claps", "highlights", "interests", "ips", "lists"),
    *("partner-program", "pubs-following", "sessions", "topics-following", "twitter"),
}

_PLACE = r"(?:(?P<root>.*)/)?(?P<folder>[^/]+)/[^/]+\.html"
_MARKED = rb"""<article[^>]*\bclass=["']h-entry["']"""
_FILE_NAME = r"(?:(\d{4}-\d{2}-\d{2})_)?(?:.*-)?([0-9a-f]{8,})"
_EXPORTED = r"Exported from\s+Medium\s+on\s+(\w+ \d{1,2}, \d{4})"


class Medium:
    """The zip that Medium sends, or its folder.

    The posts of a person's own page, wherever they were published.
    """

    network = "blog"
    source, feeds = described("medium")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find folders with pages of posts in them.

        To the archive belong all of Medium's folders beside them.
        """
        archives: dict[str, list[Member]] = {}
        pages: dict[str, list[Member]] = {}
        for member in members:
            root, folder = _place(member)
            if folder in FOLDERS:
                archives.setdefault(root, []).append(member)
            if folder == "posts":
                pages.setdefault(root, []).append(member)
        roots = (
            root
            for root in sorted(pages)
            if any(re.search(_MARKED, page.head(HEAD)) for page in pages[root][:LOOKED_INTO])
        )
        return [(*archives[root], *_readme(members, root)) for root in roots]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read profile, posts and whom the person follows; no other page is opened."""
        archive = _Archive(reading)
        for member in sorted(members, key=lambda member: member.name):
            match _place(member)[1], member.basename:
                case "profile", "profile.html":
                    archive.profile(member)
                case "posts", _:
                    archive.post(member)
                case "users-following", _:
                    archive.following(member)
        return [archive.finish()]


def _readme(members: Sequence[Member], root: str) -> Iterator[Member]:
    return (
        member
        for member in members
        if member.name.lower() == f"{root}/readme.html".lstrip("/").lower()
    )


def _place(member: Member) -> tuple[str, str]:
    """Return where the archive begins, and in which of its folders a page lies.

    "" for what is none.
    """
    found = re.fullmatch(_PLACE, member.name)
    return (found["root"] or "", found["folder"].lower()) if found else ("", "")


def _all(element: Any, name: str) -> list[Any]:
    """Return the elements of a class."""
    found: list[Any] = element.xpath(
        ".//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} "
    )
    return found


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _text(element: Any, name: str) -> str:
    return " ".join(map(_words, _all(element, name)))


def _link(element: Any, name: str) -> str:
    return next((found.get("href", "") for found in _all(element, name)), "")


def _person(url: str) -> str:
    """Return the name in a person's address, which stands behind an @ or before medium.com."""
    return (
        address_key(url).removeprefix("medium.com/").removeprefix("@").removesuffix(".medium.com")
    )


def _is_response(page: Any) -> bool:
    """Tell an own response to somebody: Medium gives every post a subtitle, and its body begins with its title."""
    return not (
        _text(page, "p-summary")
        or _all(page, "p-tag")
        or page.xpath(".//article//section//*[self::h3 or self::h4]")
    )


class _Archive:
    """One archive while it is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(Medium.network, "Medium archive")
        self.own = ""
        self.authors: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.exported: list[int] = []
        self.lists: list[Intake] = []

    def _page(self, member: Member, intake: Intake) -> Any:
        """Parse a page. Raises InputError where there is none."""
        from lxml import etree

        text = "".join(lines(member, intake, self.reading.encoding))
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            page = etree.fromstring(text.encode("utf-8", "replace"), parser)
        except etree.XMLSyntaxError as fault:
            raise InputError(NOT_A_PAGE, member.where, "download the archive again") from fault
        if page is None:
            raise InputError(NOT_A_PAGE, member.where, "download the archive again")
        return page

    def profile(self, member: Member) -> None:
        """Take the person's own name and address."""
        with self.draft.reading(member.where) as intake:
            page = self._page(member, intake)
            self.own = _link(page, "u-url")
            self.draft.owner = Owner(name=_text(page, "p-name"))
            intake.use()

    def post(self, member: Member) -> None:
        """Take the one post of a page, which may be an own response to somebody."""
        with self.draft.reading(member.where) as intake:
            page = self._page(member, intake)
            if member.basename.startswith("draft_") or not (
                _all(page, "p-canonical") or _all(page, "dt-published")
            ):
                intake.use()
                intake.note(DRAFTS)
                return
            named = re.fullmatch(_FILE_NAME, member.basename.removesuffix(".html"))
            at, precision = self._date(page, named[1] if named else "")
            post = intake.row(
                Post,
                1,
                id=named[2] if named else member.basename.removesuffix(".html"),
                at=at,
                kind="reply" if _is_response(page) else "original",
                text=" ".join(
                    filter(
                        None,
                        (
                            _text(page, name)
                            for name in ("p-name", "p-summary", "p-tag", "e-content")
                        ),
                    )
                ),
                url=_link(page, "p-canonical"),
                precision=precision,
            )
            if post:
                self.draft.posts.append(post)
                self.authors[_link(page, "p-author")] += 1
                self.names[_text(page, "p-author")] += 1
                self._dated(page)

    def _date(self, page: Any, otherwise: str) -> tuple[int | Bad, Precision]:
        """Return the moment of publication, else the day in the file's name."""
        stated = next((found.get("datetime", "") for found in _all(page, "dt-published")), "")
        found = moment(stated or otherwise, self.reading.latest)
        return found if isinstance(found, tuple) else (found or NO_DATE, "second")

    def _dated(self, page: Any) -> None:
        """Note the day of the export, which stands below every post."""
        for footer in page.iter("footer"):
            if (stated := re.search(_EXPORTED, _words(footer))) and isinstance(
                found := moment(stated[1], self.reading.latest), tuple
            ):
                self.exported.append(found[0])

    def following(self, member: Member) -> None:
        """Take whom the person follows; a hundred stand on each page."""
        with self.draft.reading(member.where) as intake:
            self.lists.append(intake)
            for number, person in enumerate(self._people(member, intake), start=1):
                name = _person(person.get("href", ""))
                if not name:
                    intake.skip(number, NOBODY)
                elif name in self.draft.following:
                    intake.use()
                elif contact := intake.row(Contact, number, key=name, name=_words(person)):
                    self.draft.contacts.append(contact)
                    self.draft.following.add(name)

    def _people(self, member: Member, intake: Intake) -> Iterator[Any]:
        for entry in self._page(member, intake).iter("li"):
            yield next(entry.iter("a"), entry)

    def finish(self) -> Export:
        """Name the account by the profile's address, else by the author of most posts."""
        draft = self.draft
        address = self.own or min(
            self.authors, key=lambda one: (-self.authors[one], one), default=""
        )
        draft.handle = address_key(address)
        if not draft.owner.name:
            draft.owner = Owner(
                name=min(self.names, key=lambda one: (-self.names[one], one), default="")
            )
        if self.lists:
            cut = any(intake.reasons for intake in self.lists)
            draft.levels.append(
                Level("following", len(draft.following), quality="cut" if cut else "exact")
            )
        draft.exported_at = max(self.exported or [post.at for post in draft.posts], default=None)
        return draft.finish()
