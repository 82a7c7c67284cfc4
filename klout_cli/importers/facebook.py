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
from klout_cli.importers.archive import Archive, Claims, File, Listed, Note, Rows, Values
from klout_cli.importers.collected import Given
from klout_cli.importers.facebook_records import (
    Names,
    Profile,
    Record,
    is_proved,
    layout_of,
    user_of,
)
from klout_cli.importers.meta import text_of
from klout_cli.importers.meta_files import LAYOUTS, build_files, is_page, user_and_days
from klout_cli.importers.meta_messages import MESSAGES, Thread, add_threads
from klout_cli.person.rows import About, Contact, Interaction, Level, Owner, Post
from klout_cli.results import Quality
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

PAGE_RUN = N_("page you run, whose numbers are in Meta Business Suite")
NO_FRIENDS = N_("{file} has no list of friends. Ask for it again with “Friends” selected.")
NO_PARTNER = N_("activity without a person (the title mentions none or several)")

LAYOUT = LAYOUTS["facebook"]
GIFTS = {"reactions": "reaction", "others_walls": "wall_post"}


class Facebook(Archive):
    """The owner's download of a profile.

    Friends with dates, own posts, comments and reactions given, posts of others on the wall.
    """

    key = "facebook"
    network = "facebook_profile"
    twice = twice_listed = meta.DUPLICATE
    files = (*build_files("facebook", {"profile": Profile, "": Record}), MESSAGES)

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find a file by its name; messages only where they are read."""
        file = super().file_of(member, reading) if is_page(member) else None
        return None if not file or LAYOUT.is_closed(file, member, reading) else file

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Group members by the folder an export starts in.

        Where Instagram or Threads lies beside it, only what is Facebook's alone.
        """
        files = {member: cls.file_of(member) for member in members}
        proofs = {member: is_proved(member, file) for member, file in files.items()}
        exports: Claims = []
        for group in LAYOUT.group(proofs):
            own = [member for member in group if not LAYOUT.is_others(member)]
            folders = {member: LAYOUT.folders_in(member) for member in own}
            ours = {member for member in own if not LAYOUT.ours.isdisjoint(folders[member])}
            proving = [
                member
                for member in own
                if proofs[member]
                or not LAYOUT.strong.isdisjoint(folders[member])
                or (member in ours and (file := files[member]) and file.id == "html")
            ]
            # a loose file proves itself, not the folders beside it
            alone = len(own) == len(group) and any(folders[member] for member in proving)
            ours.update(member for member in own if proofs[member] and not folders[member])
            if export := tuple(member for member in own if alone or member in ours):
                exports += [export] if proving else []
        return exports

    def begin(self, members: Sequence[Member]) -> None:
        """Take user and day from the names of download and folder."""
        self.user, days = user_and_days(members[0], "facebook", self.latest)
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
        encode = msgspec.json.Encoder().encode
        known, here = self.records[self.file.id], Counter[bytes]()
        fresh: list[tuple[object, Any]] = []
        for line, item in _unwrap_records(values):
            if isinstance(item, Record):
                record = encode(item)
                here[record] += 1
                item = Bad(meta.DUPLICATE) if here[record] <= known[record] else item
            fresh.append((line, item))
        super().each(fresh, handle)
        known |= here

    @cached_property
    def names(self) -> Names:
        """The friends, once all of them are read."""
        return Names(self.draft.contacts, self.draft.owner.name)

    def profile(self, item: Profile) -> None:
        """Take whose profile it is, and whether it has a text, a job and a link."""
        name = text_of(item.name.get("full_name") if isinstance(item.name, dict) else item.name)
        number, user = user_of(text_of(item.profile_uri))
        user = text_of(item.username).lower() or user
        self.required(user or number or name, meta.NOBODY)
        self.draft.handle = user or fold(name)
        self.draft.owner = Owner(user or number, name, personal=True)
        job, links = bool(item.work_experiences), links_in(item.addresses)
        self.draft.about = About(bool(item.intro_bio), position=job, links=links)
        if since := self.known_date(item.registration_timestamp):
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
        since = meta.read_date(self, metric, item.timestamp or item.link.timestamp, self.span)
        bearers = self.bearers[metric]
        bearers[name] += 1
        return name if bearers[name] == 1 else f"{name}#{bearers[name]}", name, since

    def post(self, item: Record) -> Rows:
        """Take a post or story, named by its second and content, the same in every layout.

        Posts to groups not everybody sees; until 2021 the comments in groups are among them.
        """
        group = self.file.id == "group_posts"
        if group and any(datum.comment for datum in item.data):
            yield from self.gift(item)
            return
        at = self.span.add("posts", self.date(item.timestamp))
        text = item.words
        content = "\n".join((text, *item.links)).encode("utf-8", "replace")
        id = f"{at}-{zlib.crc32(content):08x}"
        kind: Kind = "story" if self.file.id == "stories" else "original"
        yield Post(id, at, kind, public=not group, text=text)

    def gift(self, item: Record) -> Rows:
        """Count what the owner gave for the friend it went to, where its title names one.

        It is a comment or reaction, or what they wrote on another profile.
        """
        at = self._read_date(item)
        self.authors.update(filter(None, (datum.author for datum in item.data)))
        if partner := self.names.of(item):
            self.given.add(partner, GIFTS.get(self.file.id, "comment"), at)
        else:
            yield Note(NO_PARTNER)

    def _read_date(self, item: Record) -> int | None:
        at = self.optional_date(item.timestamp)
        return at and self.span.add("others", at)

    def wall_posts(self, item: Record) -> Rows:
        """Take a post somebody wrote on the owner's timeline."""
        at = self._read_date(item)
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
        draft.variant = layout_of(LAYOUT, read)
        draft.interactions += self.given.interactions(())
        if not draft.handle:
            name = max(sorted(self.authors), key=self.authors.__getitem__, default="")
            draft.owner = Owner("", name, personal=True)
            draft.handle = fold(name) or self.user
        draft.exported_at = self.span.exported_at
        self._count_people()
        if not draft.contacts and not self.intakes["html"]:
            where = members[0].container or members[0].name
            draft.notes.append(Message(NO_FRIENDS, file=where))
        add_threads(draft, self.threads, self.latest)

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
            mutual = bool(draft.followers)
            meta.say_cut(self, metric, len(lists[metric]), self.span, mutual=mutual)
        for metric, found in people.items():
            if found:
                quality: Quality = "cut" if cut and metric in (*cut, "followers") else "exact"
                draft.levels.append(Level(metric, len(found), quality=quality))
        draft.followers = set() if cut else people.get("followers", set())
        if not draft.followers:
            draft.following.clear()


def _unwrap_records(values: Iterable[tuple[object, Any]]) -> Iterator[tuple[object, Any]]:
    """Yield records; the first layout wraps its lists once more."""
    for line, item in values:
        wrapped = item.activity_log_data if isinstance(item, Record) else None
        if wrapped is None:
            yield line, item
        else:
            yield from ((f"{line}.{place}", each) for place, each in enumerate(wrapped, start=1))
