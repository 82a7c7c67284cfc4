"""Facebook: the download of a profile in JSON, every layout from 2018 to 2026.

It tells what the owner did and who their friends are, never who reacted. Private messages are
opened only where they are asked for, and never their words.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import msgspec

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document
from klout_cli.files.text import fold
from klout_cli.importers import meta
from klout_cli.importers.archive import Archive, File, Json, Listed, Note, Rows, Unusable, Values
from klout_cli.importers.facebook_files import (
    DOWNLOAD,
    KEYS,
    NAMES,
    OTHERS,
    OURS,
    STRONG,
    folders_in,
    is_proved,
    layout_of,
    root_in,
)
from klout_cli.importers.facebook_records import Name, ProfileFile, Record, user_of
from klout_cli.importers.given import Given
from klout_cli.importers.meta import text_of
from klout_cli.importers.meta_messages import THREAD, Thread, exchange
from klout_cli.person.rows import About, Contact, Export, Interaction, Level, Owner, Post
from klout_cli.results import Quality
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

NO_FRIENDS = (
    "no list of friends in {}: if no other part of the download holds it, "
    "ask again with Friends (Freunde) ticked"
)
PAGE_RUN = "page you run: Meta Business Suite exports its numbers"
NO_PARTNER = "used without a partner: its title names no friend, or more than one"

HANDLERS = {
    "followers": "person",
    "following": "person",
    "posts": "post",
    "stories": "post",
    "group_posts": "post",
    "comments": "gift",
    "reactions": "gift",
    "others_walls": "gift",
}
GIFTS = {"comments": "comment", "reactions": "reaction", "others_walls": "wall_post"}


class Names:
    """Finds the one friend a title names.

    Titles are written in the language of the account, so nothing else of them is understood.
    """

    def __init__(self, friends: Iterable[Contact], owner: str) -> None:
        self.keys: dict[tuple[str, ...], str | None] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for words, key in [(tuple(fold(friend.name).split()), friend.key) for friend in friends]:
            if len(words) > 1:  # a single word may be any word of a title
                self.keys[words] = None if words in self.keys else key
                lengths[words[0]].add(len(words))
        self.lengths = {word: sorted(known, reverse=True) for word, known in lengths.items()}
        self.keys[tuple(fold(owner).split())] = ""

    def in_title(self, title: str) -> str:
        """Return the key of the one friend a title names, "" also for one of two of a name."""
        words = fold(title).split()
        friends: set[str | None] = set()
        for start, word in enumerate(words):
            for length in self.lengths.get(word, ()):
                name = tuple(words[start : start + length])
                if name not in self.keys:
                    name = (*name[:-1], name[-1].removesuffix("s"))  # the German genitive
                if name in self.keys:
                    friends.add(self.keys[name])
                    break
        return _only(friends)

    def of(self, item: Record) -> str:
        """Return the key of the friend a record is about.

        In the generic shape of 2025, a value that is a friend's whole name.
        """
        values = {tuple(fold(text_of(value.value)).split()) for value in item.values}
        friend = _only({self.keys.get(words, "") for words in values})
        return friend or self.in_title(text_of(item.title))


def _only(keys: set[str | None]) -> str:
    """Return the one friend of these, "" for none or several.

    The owner is "" among them, a name that two friends bear None.
    """
    friends = keys - {""}
    return (friends.pop() or "") if len(friends) == 1 else ""


class Facebook(Archive):
    """The owner's download of a profile.

    Friends with dates, own posts, comments and reactions given, posts of others on the wall.
    """

    key = "facebook"
    network = "facebook_profile"
    twice = twice_listed = meta.DUPLICATE
    files = (
        File("html", name=meta.named("|".join(NAMES.values()), "html")),
        File("profile", name=meta.named(NAMES["profile"])),
        *(
            Json(id, HANDLERS.get(id, ""), meta.named(names), kind=Record, keys=KEYS[id])
            for id, names in NAMES.items()  # friends first, since others refer to them
            if id != "profile"
        ),
        File("messages", path=THREAD, private=True, whole=True),
    )

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find a file by its name; messages only where they are read."""
        if not member.basename.endswith((".json", ".html")):
            return None
        if cls.is_message(member):
            others = not OTHERS.isdisjoint(folders_in(member))
            return cls.files[-1] if reading.private and not others else None
        file = None if member.private else super().file_of(member, reading)
        return file if file and OTHERS.isdisjoint(folders_in(member)) else None

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Group members by the folder an export starts in.

        Where Instagram or Threads lies beside it, only what is Facebook's alone.
        """
        groups: dict[str, list[tuple[Member, bool]]] = defaultdict(list)
        proved: set[str] = set()
        alone: set[str] = set()
        shared: set[str] = set()
        for member in members:
            inside, file = folders_in(member), cls.file_of(member)
            proof = _proves(member, file)
            root = root_in(member, proved=proof)
            if root is None:
                continue
            if not OTHERS.isdisjoint(inside):
                shared.add(root)
                continue
            ours = not OURS.isdisjoint(inside)
            groups[root].append((member, ours or (not inside and proof)))
            if proof or not STRONG.isdisjoint(inside) or (ours and file and file.id == "html"):
                proved.add(root)
                if inside:  # a loose file proves itself, not the folders beside it
                    alone.add(root)
        claims = (
            tuple(member for member, ours in groups[root] if ours or root in alone - shared)
            for root in sorted(proved)
        )
        return [claim for claim in claims if claim]

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one download; a page whose JSON is there too is only its viewer."""
        return super().extract(meta.without_viewers(members), reading)

    def begin(self, members: Sequence[Member]) -> None:
        """Take user and day from the names of download and folder."""
        self.user, days = meta.user_and_days(members[0], DOWNLOAD, self.latest)
        self.span = meta.Span(days)
        self.records: dict[str, Counter[bytes]] = defaultdict(Counter)
        self.authors: Counter[str] = Counter()
        self.bearers: dict[str, Counter[str]] = defaultdict(Counter)
        self.given = Given()
        self.threads: list[tuple[Intake, Thread]] = []

    def each(self, values: Values, handle: Callable[[Any], Iterable[Any] | None]) -> None:
        """Hand over the records of a file, of which none is used before all are read.

        What an earlier file of its kind held is counted only. Equal records within one file are
        two: two friends may bear one name.
        """
        super().each(self._fresh(list(values)), handle)

    def _fresh(self, values: Iterable[tuple[object, Any]]) -> Iterator[tuple[object, Any]]:
        encode = msgspec.json.Encoder().encode
        known, here = self.records[self.file.id], Counter[bytes]()
        for line, item in _unwrapped(values):
            if isinstance(item, Record):
                record = encode(item)
                here[record] += 1
                yield line, Bad(meta.DUPLICATE) if here[record] <= known[record] else item
            else:
                yield line, item
        known |= here

    @cached_property
    def names(self) -> Names:
        """The friends, once all of them are read."""
        return Names(self.draft.contacts, self.draft.owner.name)

    def html(self, page: Member) -> None:
        """Refuse a page of the HTML form."""
        meta.refuse_html(self)

    def profile(self, member: Member) -> None:
        """Read whose profile it is, and whether it has a text, a job and a link."""
        file = document(member, ProfileFile, self.intake) or ProfileFile()
        lines = file.profile_v2 or file.profile
        if lines is None:
            raise Unusable(meta.NOBODY)
        name = text_of(lines.name.full_name if isinstance(lines.name, Name) else lines.name)
        number, user = user_of(text_of(lines.profile_uri))
        user = text_of(lines.username).lower() or user
        self.draft.handle = user or fold(name)
        self.draft.owner = Owner(user or number, name, personal=True)
        self.draft.about = About(
            bool(lines.intro_bio),
            position=bool(lines.work_experiences),
            links=links_in(lines.addresses),
        )
        if since := self.known_date(lines.registration_timestamp):
            self.span.add("sign-up", since)

    def friends(self, item: Record) -> Rows:
        """Take a friend: names are the only key, and two friends of one name are two people."""
        key, name, since = self._person("friends", item)
        yield Contact(key, name, since=since)
        yield Interaction(key, "out", "connection", at=since)

    def person(self, item: Record) -> Rows:
        """Take somebody who follows the owner, or is followed, without being a friend."""
        yield Listed(self.file.id, self._person(self.file.id, item)[0])

    def _person(self, metric: str, item: Record) -> tuple[str, str, int | None]:
        """Return key, name and since when."""
        name = self.required(item.called, meta.NOBODY)
        since = meta.believed(self, metric, item.timestamp or item.link.timestamp, self.span)
        bearers = self.bearers[metric]
        bearers[name] += 1
        return name if bearers[name] == 1 else f"{name}#{bearers[name]}", name, since

    def post(self, item: Record) -> Rows:
        """Take a post or story, named by its second and content, the same in every layout.

        Posts to groups not everybody sees; until 2021 the comments in groups are among them.
        """
        group = self.file.id == "group_posts"
        if group and any(datum.comment for datum in item.data):
            yield from self._give(item, "comment")
            return
        at = self.span.add("posts", self.date(item.timestamp))
        content = "\n".join((item.words, *item.links)).encode("utf-8", "replace")
        id = f"{at}-{zlib.crc32(content):08x}"
        kind: Kind = "story" if self.file.id == "stories" else "original"
        yield Post(id, at, kind, public=not group, text=item.words)

    def gift(self, item: Record) -> Rows:
        """Take a comment or reaction the owner gave, or what they wrote on another profile."""
        return self._give(item, GIFTS[self.file.id])

    def _give(self, item: Record, kind: str) -> Rows:
        """Count what the owner gave for the friend it went to, where its title names one."""
        at = self._when(item)
        self.authors.update(filter(None, (datum.author for datum in item.data)))
        if partner := self.names.of(item):
            self.given.add(partner, kind, at)
        else:
            yield Note(NO_PARTNER)

    def _when(self, item: Record) -> int | None:
        at = self.optional_date(item.timestamp)
        return at and self.span.add("others", at)

    def wall_posts(self, item: Record) -> Rows:
        """Take a post somebody wrote on the owner's timeline."""
        at = self._when(item)
        if partner := self.names.of(item):
            yield Interaction(partner, "in", "wall_post", at=at)
        else:
            yield Note(NO_PARTNER)

    def groups(self, item: Record) -> None:
        """Count a group joined or run; no part of a score."""

    def pages(self, item: Record) -> Rows:
        """Count a page the owner runs: its numbers are in other exports."""
        self.required(item.called, meta.NOBODY)
        yield Note(PAGE_RUN)

    def requests(self, item: Record) -> None:
        """Take when a download was asked for: the newest is this one, made not much later."""
        self.span.add("requests", self.date(item.timestamp))

    def messages(self, member: Member) -> None:
        """Read who wrote in a thread, and when."""
        thread = document(member, Thread, self.intake) or Thread()
        self.threads.append((self.intake, thread))

    def finish(self, members: Sequence[Member]) -> None:
        """Settle owner, date, layout, and numbers of people."""
        draft = self.draft
        read = [member for member in members if self.file_of(member)]
        draft.variant = layout_of(read)
        draft.interactions += self.given.interactions(())
        if not draft.handle:
            name = max(sorted(self.authors), key=self.authors.__getitem__, default="")
            draft.owner = Owner("", name, personal=True)
            draft.handle = fold(name) or self.user
        draft.exported_at = self.span.exported_at
        self._count_people()
        if not draft.contacts and not self.intakes["html"]:
            where = members[0].container or members[0].name
            draft.notes.append(NO_FRIENDS.format(where))
        exchange(draft, self.threads, self.latest)

    def _count_people(self) -> None:
        """Count friends and followers; the friends, who stand in no list of these, are both.

        A list that is cut shows nobody who is missing.
        """
        draft = self.draft
        people = {"friends": {contact.key for contact in draft.contacts}}
        if draft.followers:
            people["followers"] = draft.followers | people["friends"]
            draft.following |= people["friends"]
        lists = {"friends": people["friends"], "followers": draft.followers}
        cut = [name for name in lists if lists[name] and self.span.is_cut(name, len(lists[name]))]
        for metric in cut:
            also = meta.NOT_MUTUAL if draft.followers else ""
            meta.say_cut(self, metric, len(lists[metric]), self.span, also)
        for metric, found in people.items():
            if found:
                quality: Quality = "cut" if cut and metric in (*cut, "followers") else "exact"
                draft.levels.append(Level(metric, len(found), quality=quality))
        draft.followers = set() if cut else people.get("followers", set())
        if not draft.followers:
            draft.following.clear()


def _proves(member: Member, file: File | None) -> bool:
    """Tell whether the content of a file alone proves a profile's download."""
    return file is not None and file.id in KEYS and is_proved(member, KEYS[file.id])


def _unwrapped(values: Iterable[tuple[object, Any]]) -> Iterator[tuple[object, Any]]:
    """Yield records; the first layout wraps its lists once more."""
    for line, item in values:
        wrapped = item.activity_log_data if isinstance(item, Record) else None
        if wrapped is None:
            yield line, item
        else:
            yield from ((f"{line}.{place}", each) for place, each in enumerate(wrapped, start=1))
