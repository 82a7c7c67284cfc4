"""Instagram: the download of Meta's Accounts Centre in JSON, every layout from 2020 to 2026.

Folders move between layouts, so a file is told by its base name and its first key. Threads is never
opened, private messages only where they are asked for, and never their words.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.json_items import SHAPE, document, keyed
from klout_cli.files.text import repair_meta
from klout_cli.importers import meta
from klout_cli.importers.archive import Archive, File, Json, Rows, Unusable
from klout_cli.importers.instagram_files import (
    DOWNLOAD,
    FIRST_KEYS,
    FIRST_NAMES,
    KEYS,
    NAMES,
    OTHER_KEYS,
    OTHERS,
    folders_in,
    is_evidence,
    layout_of,
    root_in,
)
from klout_cli.importers.meta import Cell, Item, Medium, Value, meaning_of, text_of
from klout_cli.importers.meta_messages import THREAD, Thread, exchange
from klout_cli.person.rows import Export, Interaction, Level, Post
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import is_rounded
from klout_cli.values.reading import PLAIN, Reading

COUNTS = ("likes", "comments", "shares", "saves", "impressions", "reach")
FARTHEST_ZONE = 14 * 60
TOTALS = "overall or total followers not used: may be the change of the period"


class OldMedium(Struct):
    """A picture or video of the first layout."""

    caption: Value = None
    taken_at: Value = None
    path: Value = None


class OldFile(Struct):
    """Any file of the first layout, until 2020.

    People with a date, [date, owner] of a like, [date, text, owner] of a comment.
    """

    followers: dict[str, Value] = field(default_factory=dict)
    following: dict[str, Value] = field(default_factory=dict)
    media_likes: list[list[Value]] = field(default_factory=list)
    comment_likes: list[list[Value]] = field(default_factory=list)
    media_comments: list[list[Value]] = field(default_factory=list)
    photos: list[OldMedium] = field(default_factory=list)
    videos: list[OldMedium] = field(default_factory=list)
    stories: list[OldMedium] = field(default_factory=list)


class Published:
    """Finds a post among those read so far: stories apart, `taken` ones left out."""

    def __init__(self, posts: Sequence[Post], kind: Kind, taken: Collection[int] = ()) -> None:
        self.posts = posts
        self.ids: dict[str, int] = {}
        self.minutes: dict[int, list[int]] = defaultdict(list)
        self.captions: dict[str, list[int]] = defaultdict(list)
        for index, post in enumerate(posts):
            if post.kind == kind and index not in taken:
                self.add(post, index)

    def add(self, post: Post, index: int) -> None:
        """Take in a post, which is to stand at an index."""
        self.ids.setdefault(post.id, index)
        self.minutes[post.at // 60].append(index)
        self.captions[post.text].append(index)

    def holds(self, post: Post) -> bool:
        """Tell whether a post is there already: its id, or its second with no other caption."""
        others = [self.posts[index] for index in self.minutes[post.at // 60]]
        return post.id in self.ids or any(
            other.at == post.at and (not post.text or other.text in ("", post.text))
            for other in others
        )

    def meant(self, record: Post) -> int | None:
        """Return the one post a record means: by id, caption and about the time, second, minute.

        A date that was written as text ends at the minute and may be of the owner's time zone.
        """
        if record.id in self.ids:
            return self.ids[record.id]
        near = self.minutes[record.at // 60]
        captioned = self.captions[record.text] if record.text else []
        groups = (
            [index for index in captioned if _is_about(self.posts[index].at, record)],
            [index for index in near if self.posts[index].at == record.at],
            [index for index in near if not record.text or not self.posts[index].text],
            near if record.precision == "minute" else [],
        )
        return next((group[0] for group in groups if len(group) == 1), None)


def _is_about(at: int, record: Post) -> bool:
    minutes = abs(at // 60 - record.at // 60)
    return minutes <= 1 or (
        record.precision == "minute" and minutes <= FARTHEST_ZONE and minutes % 15 == 0
    )


def _json(id: str, handler: str = "", *, lists: str = "", whole: bool = False) -> Json:
    keys = tuple(key for key, file in KEYS.items() if file == id)
    return Json(id, handler, meta.named(NAMES[id]), kind=Item, keys=keys, lists=lists, whole=whole)


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
        File("html", name=meta.named("|".join(NAMES.values()), "html")),
        _json("profile"),
        Json("old_profile", "profile", r"profile\.json", head=rb'"username"', kind=Item),
        _json("sign_up"),
        _json("posts", "publish", whole=True),
        _json("archived", "publish", whole=True),
        _json("stories", "publish", whole=True),
        File("first_layout", name=FIRST_NAMES, head=FIRST_KEYS, whole=True),
        _json("insights", "measure", whole=True),
        _json("story_insights", "measure", whole=True),
        _json("audience"),
        _json("followers", "person", lists="followers"),
        _json("following", "person", lists="following"),
        _json("comments", "gift"),
        _json("likes", "gift"),
        File("messages", path=THREAD, private=True, whole=True),
    )

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find a file by its first key, else by its name; messages only where they are read."""
        if not member.basename.endswith((".json", ".html")):
            return None
        if cls.is_message(member):
            return cls.files[-1] if reading.private else None
        file = super().file_of(member, reading)
        if not file or member.private or not OTHERS.isdisjoint(folders_in(member)):
            return None
        if isinstance(file, Json):
            key = meta.first_key(member)
            if key.startswith(OTHER_KEYS):
                return None
            return next((other for other in cls.files if other.id == KEYS.get(key)), file)
        return file

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Group members by the folder an export starts in; the parts of a download are one."""
        groups: dict[str, list[Member]] = defaultdict(list)
        proved: set[str] = set()
        for member in members:
            file = cls.file_of(member, PLAIN)
            root = root_in(member, file)
            if root is not None:
                groups[root].append(member)
                if root not in proved and is_evidence(member, file):
                    proved.add(root)
        return [tuple(groups[root]) for root in sorted(proved)]

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one download; a page whose JSON is there too is only its viewer."""
        return super().extract(meta.without_viewers(members), reading)

    def begin(self, members: Sequence[Member]) -> None:
        """Take user and day from the names of download and folder."""
        user, days = meta.user_and_days(members[0], DOWNLOAD, self.latest)
        self.span = meta.Span(days)
        self.unknown: set[str] = set()
        self.measures: set[Post] = set()
        self.taken: set[int] = set()
        self.seen: set[tuple[object, ...]] = set()
        self.threads: list[tuple[Intake, Thread]] = []
        meta.own(self, user)

    def _cells(self, item: Item) -> Mapping[str, Cell]:
        """Return a record's labelled values by meaning; labels not understood are counted."""
        cells: dict[str, Cell] = {}
        for label, cell in item.cells.items():
            meaning = meaning_of(label)
            if not meaning:
                self.intake.note("label not understood")
                self.unknown.add(repair_meta(label))
            cells.setdefault(meaning, cell)
        return cells

    def html(self, page: Member) -> None:
        """Refuse a page of the HTML form."""
        meta.refuse_html(self)

    def profile(self, item: Item) -> None:
        """Take whose account it is."""
        meta.take_profile(self, item)

    def sign_up(self, item: Item) -> None:
        """Take how old the account is: no date range cuts that."""
        for cell in item.cells.values():
            if at := self.known_date(cell.timestamp):
                self.span.add("sign-up", at)

    def publish(self, member: Member) -> None:
        """Read posts, reels and old IGTV videos; posts taken out of sight; or stories."""
        keys = [key for key in KEYS if key.startswith("ig_")]
        kind: Kind = "story" if self.file.id == "stories" else "original"
        known = Published(self.draft.posts, kind)
        take = partial(self._take, known, kind, self.file.id != "archived")
        self.each(keyed(member, keys, Item, self.intake), take)

    def _take(self, known: Published, kind: Kind, public: bool, item: Item) -> Rows:
        """Take a post; caption and time stand at it or at its first medium."""
        generic = (medium for value in item.values for medium in value.media)
        first = next(iter(item.media), None) or next(generic, Medium(item.uri))
        text = text_of(item.title) or text_of(first.title) or item.labelled("caption")
        at = item.creation_timestamp or first.creation_timestamp or item.timestamp
        return self._post(known, first.uri, at, text, kind, public)

    def _post(
        self, known: Published, uri: Value, date: Value, text: str, kind: Kind, public: bool = True
    ) -> Rows:
        """Take a post, once: a reel may stand in two files, and a file may come twice."""
        at = self.span.add("posts", self.date(date, zone=self.reading.zone))
        post = Post(meta.post_id(uri, at, text), at, kind, public, text=text)
        if known.holds(post):
            raise Unusable(meta.DUPLICATE)
        known.add(post, len(self.draft.posts))
        yield post

    def measure(self, member: Member) -> None:
        """Read the counts of posts, reels and live videos, or of stories."""
        keys = [key for key in KEYS if key.startswith("organic_insights_")]
        items = list(keyed(member, keys, Item, self.intake))  # whole, before any post is changed
        kind: Kind = "story" if self.file.id == "story_insights" else "original"
        known = Published(self.draft.posts, kind, self.taken)
        self.each(items, lambda item: self._join(self._record(item, kind), known))

    def _record(self, item: Item, kind: Kind) -> Post:
        """Return what one insights record says.

        Its date is a labelled time or text, the thumbnail's, or the only time it has.
        """
        cells = self._cells(item)
        thumbnails = item.media_map_data.values() if isinstance(item.media_map_data, dict) else ()
        thumbnail = next(iter(thumbnails), Medium())
        created = cells.get("at", Cell())
        times = {cell.timestamp for cell in cells.values() if cell.timestamp}
        only = times.pop() if len(times) == 1 else None
        at, precision = self.moment(
            created.timestamp or thumbnail.creation_timestamp or only or created.value,
            zone=self.reading.zone,
        )
        captions = (thumbnail.title, item.title, cells.get("caption", Cell()).value)
        text = next(filter(None, map(text_of, captions)), "")
        counts: dict[str, Any] = {name: cells[name].value for name in COUNTS if name in cells}
        if any(map(is_rounded, counts.values())):
            self.intake.note("rounded numbers")
        counts = {name: self.count(value) for name, value in counts.items()}
        return Post(
            meta.post_id(thumbnail.uri, at, text),
            at,
            kind,
            text=text,
            precision=precision,
            **counts,
        )

    def _join(self, record: Post, known: Published) -> Rows:
        """Put the counts of a record on the post it means; each post takes one record.

        A record whose post is not in the download becomes one.
        """
        if record in self.measures:
            raise Unusable(meta.DUPLICATE)
        self.measures.add(record)
        index = known.meant(record)
        self.span.add("posts", record.at)
        if index is None or index in self.taken:
            self.taken.add(len(self.draft.posts))
            yield record
        else:
            self.taken.add(index)
            post = self.draft.posts[index]
            same = {"id": post.id, "at": post.at, "public": post.public, "precision": "second"}
            self.draft.posts[index] = replace(record, text=post.text or record.text, **same)

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
            raise Unusable("no number of followers")
        yield Level("followers", followers, quality="rounded" if is_rounded(value) else "exact")

    def person(self, item: Item) -> Rows:
        """Take somebody who follows, or is followed."""
        user = text_of(item.link.value) or text_of(item.title) or item.labelled("username")
        since = item.link.timestamp or item.timestamp
        return meta.listed(self, self.file.lists, (user or item.address).lower(), since, self.span)

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

    def _give(self, kind: str, partner: str, date: Value, what: str) -> Rows:
        """Take a like or comment once; none of own posts."""
        at = self.optional_date(date)
        gift = self.member, kind, partner, date, what
        if self.required(partner, meta.NOBODY) == self.draft.handle:
            raise Unusable("own post")
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
        self._old_media(old.photos + old.videos, "original")
        self._old_media(old.stories, "story")

    def _old_person(self, metric: str, person: tuple[str, Value]) -> Rows:
        return meta.listed(self, metric, person[0].lower(), person[1], self.span)

    def _old_gift(self, kind: str, row: Sequence[Value]) -> Rows:
        if len(row) < 2:
            raise Unusable(SHAPE.reason)
        what = "".join(text_of(cell) for cell in row[1:-1])
        return self._give(kind, text_of(row[-1]).lower(), row[0], what)

    def _old_media(self, media: Sequence[OldMedium], kind: Kind) -> None:
        known = Published(self.draft.posts, kind)
        self.each(
            enumerate(media, start=1),
            lambda medium: self._post(
                known, medium.path, medium.taken_at, text_of(medium.caption), kind
            ),
        )

    def messages(self, member: Member) -> None:
        """Read who wrote in a thread, and when."""
        thread = document(member, Thread, self.intake) or Thread()
        self.threads.append((self.intake, thread))

    def finish(self, members: Sequence[Member]) -> None:
        """Settle variant and date, and which lists are cut."""
        draft, intakes = self.draft, self.intakes
        measured = intakes["insights"] or intakes["story_insights"] or intakes["audience"]
        layout = layout_of(members, first=bool(intakes["first_layout"]))
        draft.variant = f"{layout}, {'professional' if measured else 'personal'}"
        draft.exported_at = self.span.exported_at
        meta.cut_lists(self, self.span, next((level.value for level in draft.levels), None))
        for metric in ("followers", "following") if intakes["first_layout"] else ():
            self.rows.count_list(metric, False, False)
        if self.unknown:
            among = ", ".join(sorted(self.unknown)[:5])
            draft.notes.append(f"labels not understood: {len(self.unknown)}, among them {among}")
        exchange(draft, self.threads, self.latest)
