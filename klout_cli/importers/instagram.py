"""Instagram: the download of Meta's Accounts Centre in JSON, every layout from 2020 to 2026.

Folders move between layouts, so a file is told by its base name and its first key. Threads is never
opened, private messages only where they are asked for, and never their words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.json_items import SHAPE, document
from klout_cli.files.text import repair_meta
from klout_cli.importers import meta
from klout_cli.importers.archive import Archive, Claims, File, Json, Listed, Rows, Unusable
from klout_cli.importers.instagram_records import OldFile, OldMedium, Published, layout_of
from klout_cli.importers.meta import Cell, Item, Medium, meaning_of, text_of
from klout_cli.importers.meta_files import LAYOUTS, build_files, first_key, is_page, user_and_days
from klout_cli.importers.meta_messages import MESSAGES, Thread, add_threads
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Interaction, Level, Post
from klout_cli.translation import PluralMessage
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.kinds import Kind, Media, find_media
from klout_cli.values.numbers import is_rounded
from klout_cli.values.reading import PLAIN, Reading

LAYOUT = LAYOUTS["instagram"]
COUNTS = ("likes", "comments", "shares", "saves", "impressions", "reach")
TOTALS = N_("total of followers not used, as it may be the change of the period")
_FIRST_NAMES = r"(?:connections|likes|comments|media)\.json"
_FIRST_KEYS = (
    rb'"(?:followers|following|follow_requests_sent|(?:media|comment)_likes|media_comments|'
    rb'photos|videos|stories)"'
)
_OTHER_KEYS = ("text_post_app_", "basel_app_", "subscriptions_")  # Threads, Edits, subscriptions
_MARKS = rb'"(?:string_(?:list|map)_data|creation_timestamp|label_values)"'


class Instagram(Archive):
    """The owner's download: people, posts, likes and comments given.

    Of a professional account also its insights.
    """

    key = network = "instagram"
    twice = ""  # posts are compared by more than their ids
    twice_listed = meta.DUPLICATE
    harmless = (meta.NOBODY, meta.DELETED)
    adds_up = True
    files = (
        *build_files("instagram", {}, ("publish", "measure")),
        Json("old_profile", "profile", r"profile\.json", head=rb'"username"', kind=Item),
        File("first_layout", name=_FIRST_NAMES, head=_FIRST_KEYS, whole=True),
        MESSAGES,
    )

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find a file by its first key, else by its name; messages only where they are read."""
        file = super().file_of(member, reading) if is_page(member) else None
        if not file or LAYOUT.is_closed(file, member, reading):
            return None
        key = first_key(member) if isinstance(file, Json) else ""
        return None if key.startswith(_OTHER_KEYS) else _keyed(cls.files, key) or file

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Group members by the folder an export starts in."""
        files = {member: cls.file_of(member) for member in members}
        exports: Claims = []
        for group in LAYOUT.group(files):
            own = tuple(member for member in group if not LAYOUT.is_others(member))
            exports += [own] if any(cls._proves(member, files[member]) for member in own) else []
        return exports

    @classmethod
    def _proves(cls, member: Member, file: File | None) -> bool:
        """Tell whether this member alone proves an Instagram export."""
        named = re.match(LAYOUT.wrapper, member.container.lower())
        if named or not LAYOUT.strong.isdisjoint(LAYOUT.folders_in(member)):
            return True
        if not file or file.id == "html":
            return False
        keyed = file.head or _keyed(cls.files, first_key(member))
        return bool(keyed or re.search(_MARKS, member.head()))

    def begin(self, members: Sequence[Member]) -> None:
        """Take user and day from the names of download and folder."""
        user, days = user_and_days(members[0], "instagram", self.latest)
        self.span = meta.Span(days)
        self.unknown: set[str] = set()
        self.published: dict[Kind, Published] = {}  # by all files so far, looked through once
        self.measures: set[Post] = set()
        self.taken: set[int] = set()
        self.seen: set[tuple[object, ...]] = set()
        self.threads: list[tuple[Intake, Thread]] = []
        meta.name_owner(self, user)

    def _cells(self, item: Item) -> Mapping[str, Cell]:
        """Return a record's labelled values by meaning; labels not understood are counted."""
        cells: dict[str, Cell] = {}
        for label, cell in item.cells.items():
            meaning = meaning_of(label)
            if not meaning:
                self.intake.note(N_("unknown label"))
                self.unknown.add(repair_meta(label))
            cells.setdefault(meaning, cell)
        return cells

    profile = meta.take_profile

    def sign_up(self, item: Item) -> None:
        """Take how old the account is: no date range cuts that."""
        for cell in item.cells.values():
            if at := self.known_date(cell.timestamp):
                self.span.add("sign-up", at)

    def publish(self, member: Member) -> None:
        """Read posts, reels and old IGTV videos; posts taken out of sight; or stories."""
        kind: Kind = "story" if self.file.id == "stories" else "original"
        if kind not in self.published:
            self.published[kind] = Published(self.draft.posts, kind)
        self.known = self.published[kind]
        try:
            self.each(self.file.values(member, self.intake, ""), self.post)
        except InputError:  # its posts are taken back
            self.published.clear()
            raise

    def post(self, item: Item) -> Rows:
        """Take a post, once: a reel may stand in two files, and a file may come twice.

        Caption and time stand at it or at its first medium.
        """
        generic = (medium for value in item.values for medium in value.media)
        first = next(iter(item.media), None) or next(generic, Medium(item.uri))
        text = text_of(item.title) or text_of(first.title) or item.labelled("caption")
        date = item.creation_timestamp or first.creation_timestamp or item.timestamp
        at = self.span.add("posts", self.date(date, zone=self.reading.zone))
        id, public = meta.post_id(first.uri, at, text), self.file.id != "archived"
        shown = _media_of([first, *item.media])
        post = Post(id, at, self.known.kind, public, text=text, media=shown)
        if self.known.holds(post):
            raise Unusable(meta.DUPLICATE)
        self.known.add(post, len(self.draft.posts))
        yield post

    def measure(self, member: Member) -> None:
        """Read the counts of posts, reels and live videos, or of stories."""
        items = list(self.file.values(member, self.intake, ""))  # before any post is changed
        kind: Kind = "story" if self.file.id == "story_insights" else "original"
        self.published.clear()
        self.known = Published(self.draft.posts, kind, self.taken)
        self.each(items, self.insight)

    def insight(self, item: Item) -> Rows:
        """Put the counts of a record on the post it means; each post takes one record.

        A record whose post is not in the download becomes one.
        """
        record = self._record(item)
        if record in self.measures:
            raise Unusable(meta.DUPLICATE)
        self.measures.add(record)
        index = self.known.meant(record)
        self.span.add("posts", record.at)
        if index is None or index in self.taken:
            self.taken.add(len(self.draft.posts))
            yield record
        else:
            self.taken.add(index)
            post = self.draft.posts[index]
            same = {"id": post.id, "at": post.at, "public": post.public, "precision": "second"}
            self.draft.posts[index] = replace(record, text=post.text or record.text, **same)

    def _record(self, item: Item) -> Post:
        """Return what one insights record says.

        Its date is a labelled time or text, the thumbnail's, or the only time it has.
        """
        cells = self._cells(item)
        thumbnails = item.media_map_data.values() if isinstance(item.media_map_data, dict) else ()
        thumbnail = next(iter(thumbnails), Medium())
        created = cells.get("at", Cell())
        times = {cell.timestamp for cell in cells.values() if cell.timestamp}
        only = times.pop() if len(times) == 1 else None
        date = created.timestamp or thumbnail.creation_timestamp or only or created.value
        at, precision = self.moment(date, zone=self.reading.zone)
        captions = (thumbnail.title, item.title, cells.get("caption", Cell()).value)
        text = next(filter(None, map(text_of, captions)), "")
        counts: dict[str, Any] = {name: cells[name].value for name in COUNTS if name in cells}
        if any(map(is_rounded, counts.values())):
            self.intake.note(N_("rounded numbers"))
        counts = {name: self.count(value) for name, value in counts.items()}
        id = meta.post_id(thumbnail.uri, at, text)
        return Post(id, at, self.known.kind, text=text, precision=precision, **counts)

    def audience(self, item: Item) -> Rows:
        """Take the true number of followers.

        What is called overall or total may be the change of the period and is never taken.
        """
        cells = self._cells(item)
        if "net change" in cells:
            self.intake.note(TOTALS)
        value = cells.get("followers", Cell()).value
        followers = self.count(value)
        if followers is None:
            raise Unusable(N_("no follower count"))
        yield Level("followers", followers, quality="rounded" if is_rounded(value) else "exact")

    def person(self, item: Item) -> list[Listed]:
        """Take somebody who follows, or is followed."""
        user = text_of(item.link.value) or text_of(item.title) or item.labelled("username")
        since = item.link.timestamp or item.timestamp
        return meta.list_person(
            self, self.file.lists, (user or item.address).lower(), since, self.span
        )

    def gift(self, item: Item) -> Rows:
        """Take a like or comment given: to whom, when, and what tells it from another one.

        The other person is the labelled owner, else the title, else a generic user name.
        """
        cells, link = self._cells(item), item.link
        owner = text_of(cells.get("media owner", Cell()).value)
        partner = owner or text_of(item.title) or item.labelled("username")
        at = cells.get("time", Cell()).timestamp or link.timestamp or item.timestamp
        generic = next((value.href or value.value for value in item.label_values), None)
        comment = cells.get("comment", Cell(link.href or link.value or generic)).value
        kind = "comment" if self.file.id == "comments" else "reaction"
        return self._give(kind, partner.lower(), at, text_of(comment))

    def _give(self, kind: str, partner: str, date: Scalar, what: str) -> Rows:
        """Take a like or comment once; none of own posts."""
        at = self.optional_date(date)
        gift = self.member.where, kind, partner, date, what
        if self.required(partner, meta.NOBODY) == self.draft.handle:
            raise Unusable(N_("own post"))
        if gift in self.seen:
            raise Unusable(meta.DUPLICATE)
        self.seen.add(gift)
        yield Interaction(partner, "out", kind, at=at and self.span.add("given", at))

    def first_layout(self, member: Member) -> None:
        """Read a file of the first layout; its dates are ISO text."""
        old = document(member, OldFile, self.intake) or OldFile()
        for metric, people in (("followers", old.followers), ("following", old.following)):
            take = partial(self._old_person, metric)
            self.each(((metric, person) for person in people.items()), take)
        likes = old.media_likes + old.comment_likes
        self.each(enumerate(likes, start=1), partial(self._old_gift, "reaction"))
        self.each(enumerate(old.media_comments, start=1), partial(self._old_gift, "comment"))
        media: dict[Kind, list[OldMedium]] = {
            "original": old.photos + old.videos,
            "story": old.stories,
        }
        for kind, posts in media.items():
            items = (Item(post.caption, post.path, post.taken_at) for post in posts)
            self.published.clear()
            self.known = Published(self.draft.posts, kind)
            self.each(enumerate(items, start=1), self.post)

    def _old_person(self, metric: str, person: tuple[str, Scalar]) -> list[Listed]:
        return meta.list_person(self, metric, person[0].lower(), person[1], self.span)

    def _old_gift(self, kind: str, row: Sequence[Scalar]) -> Rows:
        if len(row) < 2:
            raise Unusable(SHAPE.reason)
        what = "".join(text_of(cell) for cell in row[1:-1])
        return self._give(kind, text_of(row[-1]).lower(), row[0], what)

    def messages(self, member: Member) -> None:
        """Read who wrote in a thread, and when."""
        thread = document(member, Thread, self.intake) or Thread()
        self.threads.append((self.intake, thread))

    def finish(self, members: Sequence[Member]) -> None:
        """Settle variant and date, and which lists are cut."""
        draft, intakes = self.draft, self.intakes
        measured = intakes["insights"] or intakes["story_insights"] or intakes["audience"]
        layout = layout_of(LAYOUT, members, first=bool(intakes["first_layout"]))
        draft.variant = f"{layout}, {'professional' if measured else 'personal'}"
        draft.exported_at = self.span.exported_at
        meta.cut_lists(self, self.span, next((level.value for level in draft.levels), None))
        for metric in ("followers", "following") if intakes["first_layout"] else ():
            self.rows.count_list(metric, cut=False, empty=False)
        if self.unknown:
            names = ", ".join(sorted(self.unknown)[:5])
            unknown = PluralMessage(
                "Unknown label: {names}",
                "{n} unknown labels, such as {names}",
                n=len(self.unknown),
                names=names,
            )
            draft.notes.append(unknown)
        add_threads(draft, self.threads, self.latest)


def _keyed(files: Sequence[File], key: str) -> Json | None:
    """Return the file whose list stands under a key."""
    return next((file for file in files if isinstance(file, Json) and key in file.keys), None)


def _media_of(parts: Iterable[Medium]) -> Media | None:
    """Return what a post shows; every post on Instagram shows something."""
    media = find_media(text_of(part.uri) for part in parts)
    return None if media == "none" else media
