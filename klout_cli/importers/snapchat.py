"""Snapchat: “My Data”, of which only numbers and the public profile are read.

Friends, chats, snaps and places stay closed. The number of friends is one of the statistics.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import Raw, Struct

from klout_cli.files.container import Member
from klout_cli.files.json_items import SHAPE, document, items
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, File, Json, Note, Rows, Unusable
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import About, Level, Post
from klout_cli.translation import Message
from klout_cli.values.kinds import Kind
from klout_cli.values.web import links_in

NOT_NEEDED = Message("viewed, scored and other sections, not used")

LEVELS = words_of("snapchat_levels")
FIELDS = words_of("snapchat_posts")
SECTIONS = {
    "statistics": "levels",
    "profile": "profile",
    "your story views": "story",
    "spotlights": "spotlight",
}
"""Section of a file, folded -> what takes its rows."""

_FILE = r"(?P<root>(?:.*?/)??)(?:json/)?%s(?: ?\(\d+\))?\.json"
_MADE = r"(?:^|[:/])mydata~(\d{13})(?!\d)"
_CLOSED = (
    r"(?i:(?:json|html|memories|chat_media|shared_story)/.+|index\.html|(?:account_history|"
    r"bitmoji|cameos_metadata|connected_apps|custom_sticker|email_campaign_history|"
    r"feature_emails|friends|in_app_\w+|location_history|memories_history|purchase_history|"
    r"search_history|shop_history|snap_\w+|snapchat_\w+|subscriptions|support_note|"
    r"terms_history|user_profile)\.json)"
)


def _sections(name: str, head: bytes) -> File:
    return File(name, "sections", path=_FILE % name, head=head, whole=True)


class BasicInformation(Struct, rename={"username": "Username"}):
    """Whose account it is."""

    username: str | None = None


class Account(Struct, rename={"basic": "Basic Information"}):
    """Of which log-ins and devices are not looked at."""

    basic: BasicInformation | None = None


class Snapchat(Archive):
    """Stories with their views, the public profile, and how many friends there are."""

    key = "snapchat"
    title = "Snapchat"
    variant = "My Data"
    twice = "same story twice"
    closed = _CLOSED
    files = (
        Json("account", path=_FILE % "account", proves=False, kind=Account),
        _sections("ranking", b'"Snapscore"|"Your Total Friends"'),
        _sections("story_history", b'"(?:Your|Friend and Public) Story Views"'),
        _sections("snap_pro", b'"Profile Title"|"Saved Stories"'),
    )

    def begin(self, members: Sequence[Member]) -> None:
        """Take the date from the name of the download, in milliseconds since 1970."""
        names = [match for member in members if (match := re.search(_MADE, member.where))]
        dates = [at for match in names if (at := self.known_date(int(match[1])))]
        self.draft.exported_at = max(dates, default=None)

    def account(self, account: Account) -> None:
        """Take the name of the account."""
        if account.basic:
            self.name_account((account.basic.username or "").strip().lower())

    def sections(self, member: Member) -> None:
        """Read a file section by section; each has rows, or is one."""
        for name, raw in (document(member, dict[str, Raw], self.intake) or {}).items():
            handler = getattr(self, SECTIONS.get(fold(name), "other"))
            self.each(items(member.holding(bytes(raw)), Any, self.intake), handler)

    def levels(self, item: Any) -> Rows:
        """Take the numbers of people."""
        for metric, cell in _fields(item, LEVELS).items():
            if (value := self.count(cell)) is not None:
                yield Level(metric, value)

    def profile(self, item: Any) -> Rows:
        """Take the public profile: its followers, and whether there are a picture and a link."""
        yield from self.levels(item)
        fields = _fields(item, {"picture": ("profile photo",), "link": ("profile website",)})
        link = fields.get("link")
        links = links_in(link) if isinstance(link, str) else ()
        self.draft.about = About(picture=bool(fields.get("picture")), links=links)

    def story(self, item: Any, kind: Kind = "story") -> Rows:
        """Take a story, which is gone after a day."""
        fields = _fields(item, FIELDS)
        at = self.date(fields.get("at"))
        text = fields.get("text")
        yield Post(
            id=self.once(f"{kind}-{at}", "no date"),
            at=at,
            kind=kind,
            impressions=self.count(fields.get("views")),
            comments=self.count(fields.get("replies")),
            likes=self.count(fields.get("likes")),
            shares=self.count(fields.get("shares")),
            text=text if isinstance(text, str) else "",
        )

    def spotlight(self, item: Any) -> Rows:
        """Take a spotlight, a public video."""
        yield from self.story(item, "original")

    def other(self, item: Any) -> Rows:
        """Count a row of another section."""
        yield Note(NOT_NEEDED)


def _fields(item: Any, names: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """Return the fields of an item by canonical names. Raises Unusable where it has none."""
    if not isinstance(item, dict):
        raise Unusable(SHAPE.reason)
    known = {word: name for name, words in names.items() for word in words}
    cells = ((fold(name), cell) for name, cell in item.items())
    return {known[name]: cell for name, cell in cells if name in known}
