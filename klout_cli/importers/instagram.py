"""Instagram: the download of Meta's Accounts Centre in JSON, every layout from 2020 to 2026 (formats/seed-platforms §5).

Folders move between layouts, so a file is told by its base name and its first key. Threads is never
opened, private messages only where they are asked for, and never their words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import SHAPE, document, keyed
from klout_cli.files.text import repair_meta
from klout_cli.importers.instagram_files import (
    MESSAGES,
    ROLES_BY_KEY,
    is_evidence,
    layout_of,
    named,
    role_of,
    root_of,
)
from klout_cli.importers.instagram_first import OldFile, OldMedium
from klout_cli.importers.meta_messages import exchange, is_thread
from klout_cli.importers.meta_records import (
    Cell,
    Item,
    Medium,
    Value,
    flat,
    labelled,
    link_of,
    meaning_of,
    person_of,
    post_id,
    text_of,
)
from klout_cli.importers.sources import described
from klout_cli.person.rows import About, Draft, Export, Interaction, Level, Owner, Post
from klout_cli.values.dates import DAY, Moment, iso_day, moment
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import count, is_rounded
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

WHERE = described("instagram")[0].where
HTML = f"this is the HTML form of the download, or part of it: ask for it again in JSON: {WHERE}"

COUNTS = ("likes", "comments", "shares", "saves", "impressions", "reach")
FARTHEST_ZONE = 14 * 60
YEAR = 372 * DAY  # a range of one year, asked for some days before the download was made
WHOLE = 0.9  # a list of followers shorter than this share of the total is not all of it

DUPLICATE = "duplicate record"
NOBODY = "nobody named"
NO_DATE = Bad("no date")


class Gift(Struct, frozen=True):
    """One like or comment of the owner's: to whom, when, and what tells it from another one."""

    partner: str
    at: Value
    what: str = ""


class Instagram:
    """The owner's download: people, posts, what the owner liked and commented, and a professional account's insights."""

    network = "instagram"
    source, feeds = described("instagram")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Group members by the folder an export starts in; the parts of a download are one."""
        groups: dict[str, list[Member]] = defaultdict(list)
        found: set[str] = set()
        for member in members:
            root = root_of(member)
            if root is None:
                continue
            groups[root].append(member)
            if root not in found and is_evidence(member):
                found.add(root)
        return [tuple(groups[root]) for root in sorted(found)]

    def is_message(self, member: Member) -> bool:
        """Tell a file of a private thread."""
        return is_thread(member)

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Translate one download.

        A member that is no such JSON becomes a fault of its own, the others are used.
        """
        roles: dict[str, list[Member]] = defaultdict(list)
        for member in sorted(members, key=lambda member: (member.name, member.container)):
            roles[role_of(member)[0]].append(member)
        names = {member.name.lower() for member in members}
        roles["html"] = [
            page
            for page in roles["html"]
            if page.name.lower().removesuffix("html") + "json" not in names
        ]
        archive = Archive(reading, *named(members, reading.latest))
        for role, read in READERS.items():
            for member in roles[role]:
                read(archive, member)
        if reading.private:
            exchange(archive.draft, roles[MESSAGES], reading.latest)
        professional = roles["insights"] or roles["story insights"] or roles["audience"]
        archive.draft.variant = f"{layout_of([member for member in members if not is_thread(member)])}, {'professional' if professional else 'personal'}"
        return [archive.finish()]


class Published:
    """Finds a post among those read so far: stories apart, `taken` ones left out."""

    def __init__(self, posts: list[Post], story: bool, taken: Collection[int] = ()) -> None:
        self.posts = posts
        self.ids: dict[str, int] = {}
        self.minutes: dict[int, list[int]] = defaultdict(list)
        self.captions: dict[str, list[int]] = defaultdict(list)
        for index, post in enumerate(posts):
            if (post.kind == "story") == story and index not in taken:
                self._remember(index, post)

    def add(self, post: Post) -> None:
        """Append a post."""
        self._remember(len(self.posts), post)
        self.posts.append(post)

    def _remember(self, index: int, post: Post) -> None:
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
        """Return the one post an insights record means: by id, caption and about the time, second, minute.

        A date that was written as text ends at the minute and may be of the owner's own time zone.
        """
        if record.id in self.ids:
            return self.ids[record.id]
        near = self.minutes[record.at // 60]
        same_words = [
            index
            for index in self.captions[record.text]
            if record.text and _about(self.posts[index].at, record)
        ]
        same_second = [index for index in near if self.posts[index].at == record.at]
        wordless = [index for index in near if not record.text or not self.posts[index].text]
        same_minute = near if record.precision == "minute" else []
        return next(
            (
                group[0]
                for group in (same_words, same_second, wordless, same_minute)
                if len(group) == 1
            ),
            None,
        )


def _about(at: int, record: Post) -> bool:
    minutes = abs(at // 60 - record.at // 60)
    return minutes <= 1 or (
        record.precision == "minute" and minutes <= FARTHEST_ZONE and minutes % 15 == 0
    )


class Archive:
    """One download while it is read: a method for each kind of file."""

    def __init__(self, reading: Reading, user: str, day: int | None) -> None:
        self.reading = reading
        self.day = day
        self.draft = Draft(Instagram.network)
        self.own(user, "")
        self.unknown: set[str] = set()
        self.measures: set[tuple[object, ...]] = set()
        self.taken: set[int] = set()
        self.spans: dict[str, tuple[int, int]] = {}

    def own(self, user: str, name: str) -> None:
        """Set whose download it is."""
        self.draft.handle = user.lower()
        self.draft.owner = Owner(self.draft.handle, name, personal=True)

    def items(self, member: Member, intake: Intake, *keys: str) -> Iterator[tuple[int, Item]]:
        """Yield (number, record); one of another shape is skipped and counted."""
        for number, item in keyed(member, keys, Item, intake):
            if isinstance(item, Bad):
                intake.skip(number, item.reason)
            else:
                yield number, item

    def cells(self, item: Item, intake: Intake) -> dict[str, Cell]:
        """Return a record's labelled values by meaning; labels not understood are counted."""
        found: dict[str, Cell] = {}
        for label, cell in (
            item.string_map_data.items() if isinstance(item.string_map_data, dict) else ()
        ):
            meaning = meaning_of(label)
            if not meaning:
                intake.note("label not understood")
                self.unknown.add(repair_meta(label))
            found.setdefault(meaning, cell)
        return found

    def moment(self, value: Value) -> Moment | Bad | None:
        """Parse Unix time, or a date written as text."""
        return moment(value, self.reading.latest, zone=self.reading.zone)

    def date(self, value: Value) -> int | Bad | None:
        """Parse like `moment`, for the second alone."""
        found = self.moment(value)
        return found[0] if isinstance(found, tuple) else found

    def html(self, page: Member) -> None:
        """Count a page of the HTML form (J10)."""
        with self.draft.reading(page.where) as intake:
            intake.skip(1, "HTML instead of JSON")
        if HTML not in self.draft.notes:
            self.draft.notes.append(HTML)

    def profile(self, member: Member) -> None:
        """Read whose account it is, and whether the profile has a text, a picture and a link."""
        with self.draft.reading(member.where) as intake:
            for _, item in self.items(member, intake, "profile_user"):
                known = item.string_map_data if isinstance(item.string_map_data, dict) else {}
                cells = {meaning_of(label): cell for label, cell in known.items()}
                user = text_of(cells.get("username", Cell(item.username)).value)
                self.own(
                    user or self.draft.handle, text_of(cells.get("name", Cell(item.name)).value)
                )
                if known:
                    # Lines that are empty are left out of the file; a label that is not understood
                    # may be any of them.
                    absent = False if all(map(meaning_of, known)) else None
                    bio, website = (
                        text_of(cells.get(line, Cell()).value) for line in ("bio", "website")
                    )
                    links = links_in(website) if website or absent is False else None
                    self.draft.about = About(
                        bool(bio) or absent, bool(item.media_map_data), links=links
                    )
                intake.use()

    def posts(self, member: Member) -> None:
        """Read posts, reels and old IGTV videos."""
        self.published(member, "original", public=True)

    def archived(self, member: Member) -> None:
        """Read posts the owner took out of sight."""
        self.published(member, "original", public=False)

    def stories(self, member: Member) -> None:
        """Read stories."""
        self.published(member, "story", public=True)

    def published(self, member: Member, kind: Kind, public: bool) -> None:
        """Read a file of posts; caption and time stand at the post or at its first medium."""
        with self.draft.reading(member.where) as intake:
            known = Published(self.draft.posts, kind == "story")
            for number, item in self.items(
                member,
                intake,
                "ig_reels_media",
                "ig_igtv_media",
                "ig_archived_post_media",
                "ig_stories",
            ):
                media = item.media or [
                    medium for value in flat(item.label_values) for medium in value.media
                ]
                first = media[0] if media else Medium(item.uri)
                text = text_of(item.title) or text_of(first.title) or labelled(item, "caption")
                at = self.date(
                    item.creation_timestamp or first.creation_timestamp or item.timestamp
                )
                self.publish(intake, known, number, first.uri, at, text, kind, public)

    def publish(
        self,
        intake: Intake,
        known: Published,
        line: object,
        uri: Value,
        at: int | Bad | None,
        text: str,
        kind: Kind,
        public: bool,
    ) -> None:
        """Take in a post, once: the same reel may stand in two files, and a file may come twice."""
        if not isinstance(at, int):
            intake.skip(line, (at or NO_DATE).reason)
            return
        post = Post(id=post_id(uri, at, text), at=at, kind=kind, public=public, text=text)
        if known.holds(post):
            intake.skip(line, DUPLICATE)
            return
        intake.use()
        known.add(post)

    def insights(self, member: Member) -> None:
        """Read the counts of posts, reels and live videos."""
        self.measured(member, "original")

    def story_insights(self, member: Member) -> None:
        """Read the counts of stories."""
        self.measured(member, "story")

    def measured(self, member: Member, kind: Kind) -> None:
        """Add counts to the posts they mean.

        A record whose post is not in the download becomes one.
        """
        with self.draft.reading(member.where) as intake:
            keys = [key for key in ROLES_BY_KEY if key.startswith("organic_insights_")]
            items = list(self.items(member, intake, *keys))  # whole, before any post is changed
            known = Published(self.draft.posts, kind == "story", self.taken)
            for number, item in items:
                values = self.record(item, intake)
                if tuple(values.values()) in self.measures:
                    intake.skip(number, DUPLICATE)
                    continue
                self.measures.add(tuple(values.values()))
                if record := intake.row(Post, number, kind=kind, **values):
                    self.join(record, known.meant(record))

    def record(self, item: Item, intake: Intake) -> dict[str, Any]:
        """Return the values of one insights record.

        Its date is a labelled time or text, the thumbnail's, or the only time it has.
        """
        cells = self.cells(item, intake)
        thumbnails = (
            list(item.media_map_data.values()) if isinstance(item.media_map_data, dict) else []
        )
        thumbnail = thumbnails[0] if thumbnails else Medium()
        created = cells.get("at", Cell())
        times = {cell.timestamp for cell in cells.values() if cell.timestamp}
        only = times.pop() if len(times) == 1 else None
        found = (
            self.moment(created.timestamp or thumbnail.creation_timestamp or only or created.value)
            or NO_DATE
        )
        at, precision = found if isinstance(found, tuple) else (found, "second")
        text = (
            text_of(thumbnail.title)
            or text_of(item.title)
            or text_of(cells.get("caption", Cell()).value)
        )
        if any(is_rounded(cells[name].value) for name in COUNTS if name in cells):
            intake.note("rounded numbers")
        counts = {name: count(cells[name].value) if name in cells else None for name in COUNTS}
        name = post_id(thumbnail.uri, at, text) if isinstance(at, int) else ""
        return {"id": name, "at": at, "text": text, "precision": precision, **counts}

    def join(self, record: Post, index: int | None) -> None:
        """Put the counts of a record on the post it means; each post takes one record."""
        if index is None or index in self.taken:
            index = len(self.draft.posts)
            self.draft.posts.append(record)
        else:
            post = self.draft.posts[index]
            self.draft.posts[index] = replace(
                record,
                id=post.id,
                at=post.at,
                public=post.public,
                text=post.text or record.text,
                precision="second",
            )
        self.taken.add(index)

    def audience(self, member: Member) -> None:
        """Read the true number of followers.

        What is called overall or total may be the change of the period and is never taken.
        """
        with self.draft.reading(member.where) as intake:
            for number, item in self.items(member, intake, "organic_insights_audience"):
                cells = self.cells(item, intake)
                if "net change" in cells:
                    intake.note(
                        "overall or total followers not used: may be the change of the period"
                    )
                cell = cells.get("followers", Cell())
                value = count(cell.value)
                if value is None:
                    intake.skip(number, "no number of followers")
                elif level := intake.row(
                    Level,
                    number,
                    metric="followers",
                    value=value,
                    quality="rounded" if is_rounded(cell.value) else "exact",
                ):
                    self.draft.levels.append(level)

    def followers(self, member: Member) -> None:
        """Read who follows the owner."""
        self.people(member, "followers")

    def following(self, member: Member) -> None:
        """Read whom the owner follows."""
        self.people(member, "following")

    def people(self, member: Member, name: str) -> None:
        """Read a list of people."""
        with self.draft.reading(member.where) as intake:
            items = self.items(member, intake, f"relationships_{name}")
            self.connect(
                intake,
                name,
                (
                    (line, person_of(item), link_of(item).timestamp or item.timestamp)
                    for line, item in items
                ),
            )

    def connect(self, intake: Intake, name: str, rows: Iterable[tuple[object, str, Value]]) -> None:
        """Add people to a list.

        A date that cannot be believed costs the date, not the connection.
        """
        people: set[str] = getattr(self.draft, name)
        oldest, newest = self.spans.get(name, (self.reading.latest, 0))
        for line, person, value in rows:
            user = person.lower()
            if not user or user in people or user.startswith("__deleted__"):
                intake.skip(
                    line, NOBODY if not user else DUPLICATE if user in people else "deleted account"
                )
                continue
            people.add(user)
            intake.use()
            since = self.date(value)
            if isinstance(since, Bad):
                intake.note(f"used without its date: {since.reason}")
            elif since:
                oldest, newest = min(oldest, since), max(newest, since)
        self.spans[name] = oldest, newest

    def comments(self, member: Member) -> None:
        """Read comments the owner wrote."""
        self.given(member, "comment", "comments_media_comments", "comments_reels_comments")

    def likes(self, member: Member) -> None:
        """Read likes the owner gave."""
        self.given(member, "reaction", "likes_media_likes", "likes_comment_likes")

    def given(self, member: Member, kind: str, *keys: str) -> None:
        """Read likes or comments.

        The other person is the labelled owner, else the record's title, else a generic user name.
        """
        with self.draft.reading(member.where) as intake:
            self.give(
                intake,
                kind,
                (
                    (line, self.gift(item, intake))
                    for line, item in self.items(member, intake, *keys)
                ),
            )

    def gift(self, item: Item, intake: Intake) -> Gift:
        """Return what one record of a like or comment says."""
        cells = self.cells(item, intake)
        link = link_of(item)
        partner = (
            text_of(cells.get("media owner", Cell()).value)
            or text_of(item.title)
            or labelled(item, "username")
        )
        at = cells.get("time", Cell()).timestamp or link.timestamp or item.timestamp
        generic = next((value.href or value.value for value in item.label_values), None)
        return Gift(
            partner.lower(),
            at,
            text_of(cells.get("comment", Cell(link.href or link.value or generic)).value),
        )

    def give(self, intake: Intake, kind: str, rows: Iterable[tuple[object, Gift | Bad]]) -> None:
        """Sum up likes or comments for each other person.

        What went to the owner's own posts is left out (U5).
        """
        counts: Counter[str] = Counter()
        newest: dict[str, int] = {}
        seen: set[Gift] = set()
        for line, gift in rows:
            at = self.date(gift.at) if isinstance(gift, Gift) else gift
            if isinstance(at, Bad) or isinstance(gift, Bad):
                intake.skip(line, at.reason if isinstance(at, Bad) else SHAPE.reason)
            elif not gift.partner or gift.partner == self.draft.handle or gift in seen:
                intake.skip(
                    line, NOBODY if not gift.partner else DUPLICATE if gift in seen else "own post"
                )
            else:
                intake.use()
                seen.add(gift)
                counts[gift.partner] += 1
                newest[gift.partner] = max(at or 0, newest.get(gift.partner, 0))
        for partner, number in counts.items():
            self.draft.interactions.append(
                Interaction(partner, "out", kind, number, newest[partner] or None)
            )

    def first_layout(self, member: Member) -> None:
        """Read a file of the first layout; its dates are ISO text."""
        with self.draft.reading(member.where) as intake:
            old = document(member, OldFile, intake) or OldFile()
            self.connect(
                intake,
                "followers",
                (("followers", user, since) for user, since in old.followers.items()),
            )
            self.connect(
                intake,
                "following",
                (("following", user, since) for user, since in old.following.items()),
            )
            self.give(intake, "reaction", _old_gifts(old.media_likes + old.comment_likes))
            self.give(intake, "comment", _old_gifts(old.media_comments))
            self.old_media(intake, old.photos + old.videos, "original")
            self.old_media(intake, old.stories, "story")

    def old_media(self, intake: Intake, media: Sequence[OldMedium], kind: Kind) -> None:
        """Take in pictures and videos of the first layout."""
        known = Published(self.draft.posts, kind == "story")
        for number, medium in enumerate(media, start=1):
            at = self.date(medium.taken_at)
            self.publish(
                intake, known, number, medium.path, at, text_of(medium.caption), kind, public=True
            )

    def finish(self) -> Export:
        """Settle export date, numbers of people and notes.

        A download made on a day counts to that day's end, its data never ends later.
        """
        draft = self.draft
        dates = [post.at for post in draft.posts] + [
            given.at for given in draft.interactions if given.at and not given.private
        ]
        dates += [newest for _, newest in self.spans.values()] + (
            [self.day + DAY - 1] if self.day else []
        )
        draft.exported_at = max(dates, default=0) or None
        total = next((level.value for level in draft.levels), None)
        listed = len(draft.followers)
        cut = self.is_cut(listed, total)
        if listed and total is None:
            draft.levels.append(Level("followers", listed, quality="cut" if cut else "exact"))
        if draft.following:
            draft.levels.append(Level("following", len(draft.following)))
        if cut:
            draft.followers.clear()
            since = (
                f", the oldest of {iso_day(self.spans['followers'][0])}"
                if self.spans["followers"][1]
                else ""
            )
            draft.notes.append(
                f"the list of followers is probably cut by the date range of the download ({listed} entries{since}): "
                "mutual followers are not counted; ask for “All time” (Gesamter Zeitraum)"
            )
        if self.unknown:
            draft.notes.append(
                f"labels not understood: {len(self.unknown)}, among them {', '.join(sorted(self.unknown)[:5])}"
            )
        return draft.finish()

    def is_cut(self, listed: int, total: int | None) -> bool:
        """Tell whether the date range cut the list of followers: shorter than the total.

        Else all of one year, while following is older.

        Following is never cut (§5.2).
        """
        if not listed or total is not None:
            return 0 < listed < WHOLE * (total or 0)
        year_ago = (self.draft.exported_at or 0) - YEAR
        first_follower, newest = self.spans["followers"]
        return (
            newest > 0 and first_follower > year_ago > self.spans.get("following", (year_ago, 0))[0]
        )


def _old_gifts(rows: Sequence[Sequence[Value]]) -> Iterator[tuple[object, Gift | Bad]]:
    for number, row in enumerate(rows, start=1):
        yield (
            number,
            Gift(text_of(row[-1]).lower(), row[0], "".join(text_of(cell) for cell in row[1:-1]))
            if len(row) > 1
            else SHAPE,
        )


READERS: Mapping[str, Callable[[Archive, Member], None]] = {
    "html": Archive.html,
    "profile": Archive.profile,
    "posts": Archive.posts,
    "archived": Archive.archived,
    "stories": Archive.stories,
    "first layout": Archive.first_layout,
    "insights": Archive.insights,
    "story insights": Archive.story_insights,
    "audience": Archive.audience,
    "followers": Archive.followers,
    "following": Archive.following,
    "comments": Archive.comments,
    "likes": Archive.likes,
}
