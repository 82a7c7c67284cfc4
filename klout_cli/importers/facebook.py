"""Facebook: the download of a profile in JSON, every layout from 2018 to 2026 (formats/seed-platforms §3).

It tells what the owner did and who their friends are, never who reacted. Private messages are
opened only where they are asked for, and never their words.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, keyed
from klout_cli.files.text import fold
from klout_cli.importers.facebook_files import (
    KEYS,
    MESSAGES,
    in_folder,
    is_evidence,
    is_others,
    is_ours,
    layout_of,
    role_of,
    root_of,
    told_by_name,
)
from klout_cli.importers.facebook_records import (
    Name,
    ProfileFile,
    Record,
    attached,
    author_of,
    name_of,
    user_of,
    words_of,
)
from klout_cli.importers.meta_messages import exchange, is_thread
from klout_cli.importers.meta_records import Value, flat, link_of, text_of
from klout_cli.importers.sources import described
from klout_cli.person.rows import About, Contact, Draft, Export, Interaction, Level, Owner, Post
from klout_cli.values.dates import DAY, epoch
from klout_cli.values.kinds import Kind
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

WHERE = described("facebook")[0].where
HTML = f"this is the HTML form of the download, or part of it: ask for it again in JSON: {WHERE}"
NO_FRIENDS = "no list of friends in {}: if no other part of the download holds it, ask again with Friends (Freunde) ticked"

PAGE_RUN = "page you run: Meta Business Suite exports its numbers"
DUPLICATE = "duplicate record"
NOBODY = "nobody named"
NO_DATE = Bad("no date")
NO_PARTNER = "used without a partner: its title names no friend, or more than one"


class Facebook:
    """The owner's download of a profile: friends with dates, own posts, comments and reactions given, posts others wrote on the wall."""

    network = "facebook_profile"
    source, feeds = described("facebook")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Group members by the folder an export starts in.

        Where Instagram or Threads lies beside it, only what is Facebook's alone.
        """
        groups: dict[str, list[Member]] = defaultdict(list)
        found: set[str] = set()
        alone: set[str] = set()
        shared: set[str] = set()
        for member in members:
            root = root_of(member)
            if root is None:
                continue
            if is_others(member):
                shared.add(root)
                continue
            groups[root].append(member)
            if root not in alone and is_evidence(member):
                found.add(root)
                if in_folder(member):  # a loose file proves itself, not the folders beside it
                    alone.add(root)
        claims = (
            tuple(member for member in groups[root] if root in alone - shared or is_ours(member))
            for root in sorted(found)
        )
        return [claim for claim in claims if claim]

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
        known = [
            member
            for role, found in roles.items()
            if role not in ("", MESSAGES)
            for member in found
        ]
        archive = Archive(reading, *told_by_name(members, reading.latest))
        archive.draft.variant = layout_of(known)
        for role, read in READERS.items():
            archive.role = role
            for member in roles[role]:
                read(archive, member)
        if reading.private:
            exchange(archive.draft, roles[MESSAGES], reading.latest)
        return [archive.finish(members[0].container or members[0].name)]


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
        """Return the key of the friend a title names, "" where it is none, several, or one of two who bear the name."""
        words = fold(title).split()
        found: set[str | None] = set()
        for start, word in enumerate(words):
            for length in self.lengths.get(word, ()):
                name = tuple(words[start : start + length])
                if name not in self.keys:
                    name = (*name[:-1], name[-1].removesuffix("s"))  # the German genitive
                if name in self.keys:
                    found.add(self.keys[name])
                    break
        return _only(found)

    def of(self, item: Record) -> str:
        """Return the key of the friend a record is about.

        In the generic shape of 2025, a value that is a friend's whole name.
        """
        values = {tuple(fold(text_of(value.value)).split()) for value in flat(item.label_values)}
        return _only({self.keys.get(words, "") for words in values}) or self.in_title(
            text_of(item.title)
        )


def _only(keys: set[str | None]) -> str:
    """Return the one friend of these, "" for none or several.

    The owner is "" among them, a name that two friends bear None.
    """
    friends = keys - {""}
    return (friends.pop() or "") if len(friends) == 1 else ""


class Archive:
    """One download while it is read: a method for each kind of file."""

    def __init__(self, reading: Reading, user: str, days: Sequence[int]) -> None:
        self.reading = reading
        self.user = user
        self.days = days
        self.role = ""
        self.draft = Draft(Facebook.network)
        self.seen: dict[str, Counter[object]] = defaultdict(Counter)
        self.authors: Counter[str] = Counter()
        self.bearers: dict[str, Counter[str]] = defaultdict(Counter)
        self.given: dict[tuple[str, str], list[int | None]] = defaultdict(list)
        self.newest = 0

    @cached_property
    def names(self) -> Names:
        """The friends, once all of them are read."""
        return Names(self.draft.contacts, self.draft.owner.name)

    def date(self, value: Value) -> int | Bad | None:
        """Parse Unix time; the newest that can be believed is remembered."""
        at = epoch(value, self.reading.latest)
        self.newest = max(self.newest, at) if isinstance(at, int) else self.newest
        return at

    def records(self, member: Member, intake: Intake) -> list[tuple[str, Record]]:
        """Return (line, record) of a file, read whole before anything is changed.

        What an earlier file of its role held is counted only.

        Equal records within one file are two: two friends may bear one name.
        """
        encode = msgspec.json.Encoder().encode
        read: list[tuple[str, Record | Bad]] = []
        for number, item in keyed(member, KEYS[self.role], Record, intake):
            inner = None if isinstance(item, Bad) else item.activity_log_data
            read += (
                [(str(number), item)]
                if inner is None
                else [(f"{number}.{place}", one) for place, one in enumerate(inner, start=1)]
            )
        here: Counter[object] = Counter()
        fresh: list[tuple[str, Record]] = []
        for line, item in read:
            if isinstance(item, Bad):
                intake.skip(line, item.reason)
                continue
            mark = encode(item)
            here[mark] += 1
            if here[mark] <= self.seen[self.role][mark]:
                intake.skip(line, DUPLICATE)
            else:
                fresh.append((line, item))
        self.seen[self.role] |= here
        return fresh

    def html(self, page: Member) -> None:
        """Count a page of the HTML form (J10)."""
        with self.draft.reading(page.where) as intake:
            intake.skip(1, "HTML instead of JSON")
        if HTML not in self.draft.notes:
            self.draft.notes.append(HTML)

    def profile(self, member: Member) -> None:
        """Read whose profile it is, and whether it has a text, a job and a link."""
        with self.draft.reading(member.where) as intake:
            file = document(member, ProfileFile, intake) or ProfileFile()
            lines = file.profile_v2 or file.profile
            if lines is None:
                intake.skip(1, NOBODY)
                return
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
            intake.use()

    def friends(self, member: Member) -> None:
        """Read friends.

        Names are the only key there is, and two friends of one name are two people.
        """
        with self.draft.reading(member.where) as intake:
            for line, key, name, since in self.people(member, intake):
                if row := intake.row(Contact, line, key=key, name=name, since=since):
                    self.draft.contacts.append(row)
                    self.draft.interactions.append(Interaction(key, "out", "connection", at=since))

    def followers(self, member: Member) -> None:
        """Read people who follow the owner without being friends."""
        with self.draft.reading(member.where) as intake:
            people = self.people(member, intake)
            intake.use(len(people))
            self.draft.followers.update(key for _, key, _, _ in people)

    def following(self, member: Member) -> None:
        """Read whom the owner follows without being friends."""
        with self.draft.reading(member.where) as intake:
            people = self.people(member, intake)
            intake.use(len(people))
            self.draft.following.update(key for _, key, _, _ in people)

    def people(self, member: Member, intake: Intake) -> list[tuple[str, str, str, int | None]]:
        """Return (line, key, name, since) of a list of people.

        A date that cannot be believed costs the date, not the person.
        """
        people: list[tuple[str, str, str, int | None]] = []
        bearers = self.bearers[self.role]
        for line, item in self.records(member, intake):
            name, since = name_of(item), self.date(item.timestamp or link_of(item).timestamp)
            if not name:
                intake.skip(line, NOBODY)
                continue
            if isinstance(since, Bad):
                intake.note(f"used without its date: {since.reason}")
                since = None
            bearers[name] += 1
            people.append(
                (line, name if bearers[name] == 1 else f"{name}#{bearers[name]}", name, since)
            )
        return people

    def posts(self, member: Member) -> None:
        """Read own posts, links shared among them."""
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                self.publish(intake, line, item, "original")

    def stories(self, member: Member) -> None:
        """Read own stories."""
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                self.publish(intake, line, item, "story")

    def group_posts(self, member: Member) -> None:
        """Read posts to groups, which not everybody sees.

        Until 2021 the comments in groups stand among them.
        """
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                if any(datum.comment for datum in item.data):
                    self.give(intake, line, item, "comment")
                else:
                    self.publish(intake, line, item, "original", public=False)

    def publish(
        self, intake: Intake, line: str, item: Record, kind: Kind, public: bool = True
    ) -> None:
        """Take in a post, named by its second and content, the same in every layout and export."""
        at = self.date(item.timestamp) or NO_DATE
        text = words_of(item)
        content = "\n".join(
            (
                text,
                *(
                    text_of(part.external_context.url)
                    for part in attached(item)
                    if part.external_context
                ),
            )
        )
        name = f"{at}-{zlib.crc32(content.encode('utf-8', 'replace')):08x}"
        if isinstance(at, int) and self.seen["post"][name]:
            intake.skip(line, DUPLICATE)
        elif post := intake.row(Post, line, id=name, at=at, kind=kind, public=public, text=text):
            self.seen["post"][name] += 1
            self.draft.posts.append(post)

    def comments(self, member: Member) -> None:
        """Read comments the owner wrote."""
        self.gifts(member, "comment")

    def reactions(self, member: Member) -> None:
        """Read reactions the owner gave."""
        self.gifts(member, "reaction")

    def others_walls(self, member: Member) -> None:
        """Read what the owner wrote on other profiles and pages."""
        self.gifts(member, "wall_post")

    def gifts(self, member: Member, kind: str) -> None:
        """Read a file of what the owner gave to others."""
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                self.give(intake, line, item, kind)

    def give(self, intake: Intake, line: str, item: Record, kind: str) -> None:
        """Count a comment, reaction or post for the friend it went to, where its title names one."""
        at = self.date(item.timestamp)
        if isinstance(at, Bad):
            intake.skip(line, at.reason)
            return
        intake.use()
        self.authors.update(filter(None, map(author_of, item.data)))
        if partner := self.names.of(item):
            self.given[partner, kind].append(at)
        else:
            intake.note(NO_PARTNER)

    def wall_posts(self, member: Member) -> None:
        """Read posts others wrote on the owner's timeline."""
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                partner = self.names.of(item)
                post = intake.row(
                    Interaction,
                    line,
                    partner=partner,
                    direction="in",
                    kind="wall_post",
                    at=self.date(item.timestamp),
                )
                if post and partner:
                    self.draft.interactions.append(post)
                elif post:
                    intake.note(NO_PARTNER)

    def groups(self, member: Member) -> None:
        """Count groups joined and run; no part of a score."""
        with self.draft.reading(member.where) as intake:
            intake.use(len(self.records(member, intake)))

    def pages_run(self, member: Member) -> None:
        """Count the pages the owner runs: their numbers are in other exports."""
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                if name_of(item):
                    intake.use()
                    intake.note(PAGE_RUN)
                else:
                    intake.skip(line, NOBODY)

    def asked(self, member: Member) -> None:
        """Read when downloads were asked for: the newest is this one, made not much later."""
        with self.draft.reading(member.where) as intake:
            for line, item in self.records(member, intake):
                at = self.date(item.timestamp) or NO_DATE
                if isinstance(at, Bad):
                    intake.skip(line, at.reason)
                else:
                    intake.use()

    def finish(self, where: str) -> Export:
        """Settle owner, export date, numbers of people and notes.

        `where` is how the download is called.
        """
        draft = self.draft
        for (partner, kind), times in sorted(self.given.items()):
            draft.interactions.append(
                Interaction(
                    partner, "out", kind, len(times), max((at for at in times if at), default=None)
                )
            )
        if not draft.handle:
            name = max(sorted(self.authors), key=self.authors.__getitem__, default="")
            draft.owner = Owner("", name, personal=True)
            draft.handle = fold(name) or self.user
        draft.exported_at = self.exported_at()
        self.count_people()
        if not draft.contacts and HTML not in draft.notes:
            draft.notes.append(NO_FRIENDS.format(where))
        return draft.finish()

    def exported_at(self) -> int | None:
        """Return when the download was made: asked for, on its name's day to its end, never before the newest date in it.

        The name's day may be of two orders (12-4-2025): the one that is not before the data counts,
        and neither where both could be.
        """
        days = [day + DAY - 1 for day in self.days if day + DAY > self.newest]
        return (days[0] if len(days) == 1 else self.newest) or None

    def count_people(self) -> None:
        """Turn lists of people into levels.

        Friends follow each other: they stand in no list of followers, yet are followers too.
        """
        draft = self.draft
        friends = [contact.key for contact in draft.contacts]
        if friends:
            draft.levels.append(Level("friends", len(friends)))
        if not draft.followers:
            draft.following.clear()
            return
        draft.followers.update(friends)
        draft.following.update(friends)
        draft.levels.append(Level("followers", len(draft.followers)))


READERS: Mapping[str, Callable[[Archive, Member], None]] = {
    "html": Archive.html,
    "profile": Archive.profile,
    "friends": Archive.friends,  # before what refers to them
    "followers": Archive.followers,
    "following": Archive.following,
    "posts": Archive.posts,
    "stories": Archive.stories,
    "group posts": Archive.group_posts,
    "comments": Archive.comments,
    "reactions": Archive.reactions,
    "others' walls": Archive.others_walls,
    "wall posts": Archive.wall_posts,
    "groups": Archive.groups,
    "pages": Archive.pages_run,
    "requests": Archive.asked,
}
