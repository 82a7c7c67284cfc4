"""Mastodon: the archive of an account, and the CSV lists beside it (formats/modern-platforms §2).

The outbox holds direct messages too: they are counted, and nothing of them is used. Bookmarks stay
closed.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, keyed
from klout_cli.files.text import fold, lines
from klout_cli.importers.given import Given
from klout_cli.importers.sources import described
from klout_cli.person.rows import About, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import moment
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_of, links_in, without_markup

NO_DATE = Bad("no date")
NO_ID = Bad("no id")
TWICE = "same post twice"
SAME_PERSON = "same account twice"
NOBODY = "nobody named"
ANOTHER_ACTIVITY = "neither a post nor a boost"
DIRECT = "direct messages: counted, nothing of them is used"
BEFORE_4_3 = (
    "this archive counts no likes and boosts received: Mastodon does so since 4.3; "
    "if the server is newer now, ask for a new archive under Preferences › Import and export › Data export"
)

PUBLIC = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))
LISTS = {"follower": "followers", "following": "following"}

_LIST_NAME = r"(following|follower)s?(?:_accounts)?(?: ?\(\d+\))?\.csv"
_LIST_START = rb"(?:\xef\xbb\xbf)?\"?(?:Account address|[^\s@,;\"]+@[\w.-]+)\"?(?:[,\r\n]|\Z)"
_CLOSED = (
    r"(?:bookmarks|lists|(?:blocked|muted)_accounts|blocked_domains)\.csv|(?:avatar|header)\.\w+"
)
_OUTBOX = rb'"(?:OrderedCollection|outbox\.json)"'
_ADDRESS = r"https?://[^/]+/(?:users/|@)([\w.-]+)(?:/.*)?"
_ARCHIVE_NAME = r"archive-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]+"
_HREF = r"""href=["']([^"']+)["']"""

Value = str | int | float | bool | None


class Total(Struct, rename="camel", gc=False):
    """How many somethings were received."""

    total_items: Value = None


class Tag(Struct, gc=False):
    """Something named in a post: a person, a hashtag, an emoji."""

    type: Value = None
    href: Value = None
    name: Value = None


class Note(Struct, rename="camel"):
    """A post, or a poll."""

    id: Value = None
    published: Value = None
    url: Value = None
    in_reply_to: Value = None
    summary: Value = None
    content: Value = None
    tag: list[Tag] = field(default_factory=list)
    likes: Total | None = None
    shares: Total | None = None


class Activity(Struct):
    """What was done: a post made, or another's post boosted, which is then only an address."""

    type: Value = None
    id: Value = None
    actor: Value = None
    published: Value = None
    to: list[str] | str = field(default_factory=list)
    cc: list[str] | str = field(default_factory=list)
    object: Note | str | None = None


class Attached(Struct, gc=False):
    """A field of the profile."""

    value: Value = None


class Actor(Struct, rename="camel"):
    """Whose archive it is; picture and fields only so far as there are any."""

    id: Value = None
    preferred_username: Value = None
    name: Value = None
    summary: Value = None
    icon: dict[str, Value] | None = None
    attachment: list[Attached] = field(default_factory=list)


class Mastodon:
    """An account's archive with its lists, or a list alone.

    Several accounts are several exports.
    """

    network = "mastodon"
    source, feeds = described("mastodon")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find folders with an outbox.

        To it belong actor, likes, lists and pictures of its folder. A list alone is an export too.
        """
        folders: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            folders[_folder(member)].append(member)
        found = [folder for folder in sorted(folders) if any(map(_is_outbox, folders[folder]))]
        archives = [
            tuple(member for member in members if _belongs(member, folder)) for folder in found
        ]
        loose = [
            [member for member in folders[folder] if _list_of(member)]
            for folder in sorted(folders)
            if folder not in found
        ]
        return archives + [tuple(lists) for lists in loose if lists]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read actor, outbox, likes given and lists; nothing else is opened."""
        archive = _Archive(reading)
        files = sorted(members, key=lambda member: (member.name, member.container))
        for role, read in (
            ("actor.json", _Archive.actor),
            ("outbox.json", _Archive.outbox),
            ("likes.json", _Archive.likes),
        ):
            for member in files:
                if member.basename == role:
                    read(archive, member)
        for member in files:
            if metric := _list_of(member):
                archive.people(member, metric)
        return [archive.finish(files)]


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _is_outbox(member: Member) -> bool:
    return member.basename == "outbox.json" and re.search(_OUTBOX, member.head()) is not None


def _list_of(member: Member) -> str:
    """Tell a list of accounts by its name and its beginning; "" for any other file."""
    found = re.fullmatch(_LIST_NAME, member.basename)
    return LISTS[found[1]] if found and re.match(_LIST_START, member.head(), re.IGNORECASE) else ""


def _belongs(member: Member, folder: str) -> bool:
    if _folder(member) != folder:
        return member.name.startswith(f"{folder}/media_attachments/".lstrip("/"))
    ours = member.basename in ("actor.json", "outbox.json", "likes.json", "bookmarks.json")
    return ours or bool(_list_of(member)) or re.fullmatch(_CLOSED, member.basename) is not None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _listed(value: list[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else value


def _account(address: object) -> str:
    """Return name@host, lower case, from the address of a profile or post.

    "" where it does not tell, as for numbered ids.
    """
    found = re.fullmatch(_ADDRESS, _text(address))
    return f"{found[1]}@{host_of(found[0])}".lower() if found else ""


def _mentioned(note: Note) -> dict[str, str]:
    """Return the people named in a post: address of the profile -> name@host.

    The host is left out for one's own server.
    """
    people: dict[str, str] = {}
    for tag in note.tag:
        if tag.type == "Mention" and (name := _text(tag.name).removeprefix("@").lower()):
            people[_text(tag.href)] = name if "@" in name else f"{name}@{host_of(_text(tag.href))}"
    return people


class _Archive:
    """One archive while it is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(Mastodon.network, "lists of accounts")
        self.known: set[str] = set()
        self.counted = False

    def actor(self, member: Member) -> None:
        """Read whose archive it is, and whether the profile has a text, a picture and links."""
        with self.draft.reading(member.where) as intake:
            actor = document(member, Actor, intake) or Actor()
            name, host = _text(actor.preferred_username), host_of(_text(actor.id))
            self.draft.handle = f"{name}@{host}".lower() if name and host else _account(actor.id)
            self.draft.owner = Owner(_text(actor.id), _text(actor.name), personal=True)
            links = " ".join(
                link for one in actor.attachment for link in re.findall(_HREF, _text(one.value))
            )
            self.draft.about = About(
                bool(without_markup(_text(actor.summary))), bool(actor.icon), links=links_in(links)
            )
            intake.use()

    def outbox(self, member: Member) -> None:
        """Read posts and boosts; the outbox's own total is wrong on old servers and never used."""
        with self.draft.reading(member.where) as intake:
            self.draft.variant = "archive"
            known, met = set(self.known), Given()
            for number, item in keyed(member, ("orderedItems",), Activity, intake):
                if isinstance(item, Bad):
                    intake.skip(number, item.reason)
                else:
                    self._activity(item, number, known, met, intake)
            self.known = known
            self.draft.interactions += met.interactions((self.draft.handle,))

    def _activity(
        self, item: Activity, number: int, known: set[str], met: Given, intake: Intake
    ) -> None:
        seen_by = {*_listed(item.to), *_listed(item.cc)}
        public = not PUBLIC.isdisjoint(seen_by)
        if item.type not in ("Create", "Announce"):
            intake.skip(number, ANOTHER_ACTIVITY)
        elif not public and not any(address.endswith("/followers") for address in seen_by):
            intake.use()
            intake.note(DIRECT)
        else:
            self._post(item, public, number, known, met, intake)

    def _post(
        self, item: Activity, public: bool, number: int, known: set[str], met: Given, intake: Intake
    ) -> None:
        """Take a post or a boost.

        What is only for followers counts nowhere, but is theirs to know.
        """
        note = item.object if isinstance(item.object, Note) else Note(id=item.object)
        boost = item.type == "Announce"
        name = _text(item.id) if boost else _text(note.id) or _text(item.id)
        if name and name in known:
            intake.skip(number, TWICE)
            return
        found = moment(item.published or note.published, self.reading.latest)
        values = {} if boost else self._said(note)
        post = intake.row(
            Post,
            number,
            id=name or NO_ID,
            at=found[0] if isinstance(found, tuple) else found or NO_DATE,
            kind="repost" if boost else self._kind(note, item),
            public=public,
            **values,
        )
        if post:
            known.add(name)
            self.draft.posts.append(post)
            if public:
                _meet(note, post, met)

    def _said(self, note: Note) -> dict[str, object]:
        """Return text, address and what was received.

        The few replies listed in a post are the owner's own.
        """
        self.counted = self.counted or note.likes is not None or note.shares is not None
        return {
            "likes": count(note.likes.total_items) if note.likes else None,
            "shares": count(note.shares.total_items) if note.shares else None,
            "text": without_markup(f"{_text(note.summary)} {_text(note.content)}"),
            "url": _text(note.url),
        }

    def _kind(self, note: Note, item: Activity) -> Kind:
        """Tell a thread, which goes on from an own post, from an answer to somebody."""
        answered = _text(note.in_reply_to)
        if not answered:
            return "original"
        own = [address for address in (_text(item.actor), self.draft.owner.id) if address]
        mine = (
            any(answered.startswith(f"{address}/") for address in own)
            or _account(answered) == self.draft.handle
        )
        return "self_reply" if mine else "reply"

    def likes(self, member: Member) -> None:
        """Read whose posts the owner liked: addresses without a date."""
        with self.draft.reading(member.where) as intake:
            given = Given()
            for number, address in keyed(member, ("orderedItems",), str, intake):
                account = address if isinstance(address, Bad) else _account(address)
                if isinstance(account, Bad) or not account:
                    intake.skip(number, account.reason if isinstance(account, Bad) else NOBODY)
                else:
                    intake.use()
                    given.add(account, "reaction")
            self.draft.interactions += given.interactions((self.draft.handle,))

    def people(self, member: Member, metric: str) -> None:
        """Read a list of accounts: the first cell of each row is an address.

        A header is not in every version.
        """
        with self.draft.reading(member.where) as intake:
            people: set[str] = getattr(self.draft, metric)
            before = len(people)
            for number, line in enumerate(lines(member, intake, self.reading.encoding), start=1):
                cell = line.partition(",")[0].strip().strip('"')
                if fold(cell) == "account address" or not line.strip():
                    continue
                account = cell.removeprefix("@").lower()
                if "@" not in account or account in people:
                    intake.skip(number, SAME_PERSON if account in people else NOBODY)
                else:
                    people.add(account)
                    intake.use()
            if len(people) > before:
                self.draft.levels.append(
                    Level(
                        metric, len(people), quality="cut" if NOBODY in intake.reasons else "exact"
                    )
                )

    def finish(self, files: Sequence[Member]) -> Export:
        """Date the archive by its name, in UTC, else by its newest post."""
        draft = self.draft
        names = [part for member in files for part in (member.container, *member.name.split("/"))]
        stated = next((found for name in names if (found := re.match(_ARCHIVE_NAME, name))), None)
        day = (
            moment("{}-{}-{} {}:{}:{}Z".format(*stated.groups()), self.reading.latest)
            if stated
            else None
        )
        draft.exported_at = (
            day[0]
            if isinstance(day, tuple)
            else max((post.at for post in draft.posts), default=None)
        )
        if any(post.kind != "repost" for post in draft.posts) and not self.counted:
            draft.notes.append(BEFORE_4_3)
        return draft.finish()


def _meet(note: Note, post: Post, met: Given) -> None:
    """Count whom a post answers, names or boosts, each once."""
    if post.kind == "repost":
        met.add(_account(note.id), "repost", post.at)
        return
    people = _mentioned(note)
    target = _text(note.in_reply_to)
    answered = next(
        (name for profile, name in people.items() if profile and target.startswith(f"{profile}/")),
        _account(target),
    )
    if post.kind == "reply":
        met.add(answered, "reply", post.at)
    for name in set(people.values()) - {answered}:
        met.add(name, "mention", post.at)
