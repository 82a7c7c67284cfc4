"""Threads: the folder of it in a download of Meta's Accounts Centre, beside Instagram and Facebook (formats/modern-platforms §4).

What was read, saved and blocked stays closed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from klout_cli.files.container import Member, by_folder
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import keyed
from klout_cli.importers.given import Given
from klout_cli.importers.meta_records import (
    Cell,
    Item,
    Medium,
    Value,
    link_of,
    meaning_of,
    post_id,
    text_of,
)
from klout_cli.importers.sources import described
from klout_cli.person.rows import About, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import DAY, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

NO_DATE = Bad("no date")
NOBODY = "nobody named"
DUPLICATE = "duplicate record"
DELETED = "deleted account"
WHERE = described("threads")[0].where
HTML = f"this is the HTML form of the download, or part of it: ask for it again in JSON: {WHERE}"

KEYS = {
    "personal_information": "text_post_app_text_post_app_profile",
    "threads_and_replies": "text_post_app_text_posts",
    "archived_threads": "text_post_app_text_app_archived_posts",
    "followers": "text_post_app_text_post_app_followers",
    "following": "text_post_app_text_post_app_following",
    "liked_threads": "text_post_app_media_likes",
}
"""The files that are opened, with the one key each has."""

_FILE = r"([a-z_]+?)(?:_\d+)?(?: ?\(\d+\))?\.(json|html)"
_EVIDENCE = rb'(?:\xef\xbb\xbf)?\s*\{\s*"text_post_app_'
_HTML_FOLDER = r"(?:.*/)?your_instagram_activity/threads"
_EXPORT_NAME = r"^instagram-([\w.]+)-(\d{4}-\d{2}-\d{2})(?!\d)"
_PART = r"[-_ ]part[-_ ]?\d+(?=/)"
_PROFILE = r"https?://(?:www\.)?threads\.(?:net|com)/@?([\w.]+)(?:[/?].*)?"
_MENTION = r"(?<![\w.@])@(\w[\w.]*)"


class Kept(Struct, gc=False):
    """What Threads keeps of a post; whether it is an answer, newer downloads say."""

    is_reply: Value = None


class Part(Medium):
    """A picture, a video or the words of a post."""

    text_app_post: Kept | None = None


class Written(Struct):
    """A post: words and time stand at it or at its first part."""

    title: Value = None
    creation_timestamp: Value = None
    media: list[Part] = field(default_factory=list)


class Threads:
    """The owner's posts, followers, following, and likes given; nothing that was received."""

    network = "threads"
    source, feeds = described("threads")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find Threads' folders: by their name and a key of Threads', or all of their files have one; parts of a download are one."""
        found: dict[str, list[Member]] = defaultdict(list)
        for folder, files in by_folder(members).items():
            if _is_ours(folder.lower(), files):
                found[re.sub(_PART, "", f"{folder}/")] += files
        return [tuple(found[folder]) for folder in sorted(found)]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read whose it is first, then posts, people and likes.

        A file that is no such JSON is a fault of its own.
        """
        archive = _Archive(reading)
        archive.name(members)
        files = sorted(members, key=lambda member: (member.name, member.container))
        for name, read in READERS.items():
            for member in files:
                found = re.fullmatch(_FILE, member.basename)
                if found and found[1] == name:
                    (read if found[2] == "json" else _Archive.html)(archive, member)
        return [archive.finish()]


def _is_ours(folder: str, files: Sequence[Member]) -> bool:
    pages = [member for member in files if member.basename.endswith(".json")]
    ours = [re.match(_EVIDENCE, page.head(100)) is not None for page in pages]
    if folder.rpartition("/")[2] == "threads":
        return any(ours) or (not pages and re.fullmatch(_HTML_FOLDER, folder) is not None)
    return bool(pages) and all(ours)


class _Archive:
    """One download while it is read."""

    def __init__(self, reading: Reading) -> None:
        self.latest = reading.latest
        self.draft = Draft(Threads.network, "Accounts Centre")
        self.dates: list[int] = []
        self.known: set[str] = set()

    def name(self, members: Sequence[Member]) -> None:
        """Take user and day from the name of the download or of its folder.

        It counts to that day's end.
        """
        names = {
            part
            for member in members
            for part in (member.container.lower(), *member.name.lower().split("/"))
        }
        for user, written in sorted(
            found for name in names for found in re.findall(_EXPORT_NAME, name)
        )[:1]:
            self._own(user, "")
            day = moment(written, self.latest)
            self.dates += [day[0] + DAY - 1] if isinstance(day, tuple) else []

    def _own(self, user: str, name: str) -> None:
        self.draft.handle = user.lower() or self.draft.handle
        self.draft.owner = Owner(self.draft.handle, name, personal=True)

    def html(self, page: Member) -> None:
        """Count a page of the HTML form (J10)."""
        with self.draft.reading(page.where) as intake:
            intake.skip(1, "HTML instead of JSON")
        if HTML not in self.draft.notes:
            self.draft.notes.append(HTML)

    def _items(self, member: Member, name: str, intake: Intake) -> Iterator[tuple[int, Item]]:
        for number, item in keyed(member, (KEYS[name],), Item, intake):
            if isinstance(item, Bad):
                intake.skip(number, item.reason)
            else:
                yield number, item

    def profile(self, member: Member) -> None:
        """Read whose account it is; lines that are empty are left out of the file."""
        with self.draft.reading(member.where) as intake:
            for _, item in self._items(member, "personal_information", intake):
                known = item.string_map_data if isinstance(item.string_map_data, dict) else {}
                cells = {meaning_of(label): cell for label, cell in known.items()}
                user, name, bio, website = (
                    text_of(cells.get(line, Cell()).value)
                    for line in ("username", "name", "bio", "website")
                )
                self._own(user, name)
                self.draft.about = About(
                    bool(bio), bool(item.media_map_data), links=links_in(website)
                )
                intake.use()

    def posts(self, member: Member) -> None:
        """Read posts and answers."""
        self._written(member, "threads_and_replies", public=True)

    def archived(self, member: Member) -> None:
        """Read posts that the owner took out of sight."""
        self._written(member, "archived_threads", public=False)

    def _written(self, member: Member, name: str, public: bool) -> None:
        with self.draft.reading(member.where) as intake:
            given, known = Given(), set(self.known)
            for number, item in keyed(member, (KEYS[name],), Written, intake):
                if isinstance(item, Bad):
                    intake.skip(number, item.reason)
                elif post := self._post(item, public, number, known, intake):
                    known.add(post.id)
                    self.draft.posts.append(post)
                    if public:
                        _meet(post, given)
            self.known = known
            self.draft.interactions += given.interactions((self.draft.handle,))

    def _post(
        self, item: Written, public: bool, number: int, known: set[str], intake: Intake
    ) -> Post | None:
        """Make a post, once.

        What begins with a name is an answer too: older downloads do not say it.
        """
        first = item.media[0] if item.media else Part()
        text = text_of(item.title) or next(
            filter(None, (text_of(part.title) for part in item.media)), ""
        )
        found = moment(item.creation_timestamp or first.creation_timestamp, self.latest)
        at = found[0] if isinstance(found, tuple) else found or NO_DATE
        name = post_id(first.uri, at, text) if isinstance(at, int) else ""
        if name and name in known:
            intake.skip(number, DUPLICATE)
            return None
        answer = text.startswith("@") or any(
            part.text_app_post and part.text_app_post.is_reply is True for part in item.media
        )
        return intake.row(
            Post,
            number,
            id=name,
            at=at,
            kind="reply" if answer else "original",
            public=public,
            text=text,
        )

    def followers(self, member: Member) -> None:
        """Read who follows the owner."""
        self._people(member, "followers", self.draft.followers)

    def following(self, member: Member) -> None:
        """Read whom the owner follows."""
        self._people(member, "following", self.draft.following)

    def _people(self, member: Member, name: str, people: set[str]) -> None:
        """Add people to a list; a date that cannot be believed costs the date, not the person."""
        with self.draft.reading(member.where) as intake:
            for number, item in self._items(member, name, intake):
                user = _person(item)
                if not user or user in people or user.startswith("__deleted__"):
                    intake.skip(
                        number, NOBODY if not user else DUPLICATE if user in people else DELETED
                    )
                    continue
                people.add(user)
                intake.use()
                since = moment(link_of(item).timestamp, self.latest)
                if isinstance(since, tuple):
                    self.dates.append(since[0])

    def likes(self, member: Member) -> None:
        """Read whose posts the owner liked: the title is the author, the value only a sign."""
        with self.draft.reading(member.where) as intake:
            given = Given()
            for number, item in self._items(member, "liked_threads", intake):
                link = link_of(item)
                author = (text_of(item.title) or _user(link.href)).lower()
                at = moment(link.timestamp, self.latest)
                if isinstance(at, Bad) or not author:
                    intake.skip(number, at.reason if isinstance(at, Bad) else NOBODY)
                    continue
                intake.use()
                given.add(author, "reaction", at[0] if at else None)
            self.draft.interactions += given.interactions((self.draft.handle,))

    def finish(self) -> Export:
        """Count the lists.

        Without a day in its name the download is as old as the newest date in it.
        """
        draft = self.draft
        lists = (("followers", draft.followers), ("following", draft.following))
        draft.levels += [Level(metric, len(people)) for metric, people in lists if people]
        dates = (
            [post.at for post in draft.posts]
            + [one.at for one in draft.interactions if one.at]
            + self.dates
        )
        draft.exported_at = max(dates, default=None)
        return draft.finish()


READERS: Mapping[str, Callable[[_Archive, Member], None]] = {
    "personal_information": _Archive.profile,
    "threads_and_replies": _Archive.posts,
    "archived_threads": _Archive.archived,
    "followers": _Archive.followers,
    "following": _Archive.following,
    "liked_threads": _Archive.likes,
}


def _user(address: Value) -> str:
    """Return the user name in the address of a profile or post of either of Threads' homes."""
    found = re.fullmatch(_PROFILE, text_of(address))
    return found[1] if found else ""


def _person(item: Item) -> str:
    """Return an entry's user name: its value, else what its address ends with, else its title, which is the name they go by."""
    link = link_of(item)
    return (text_of(link.value) or _user(link.href) or text_of(item.title)).lower()


def _meet(post: Post, given: Given) -> None:
    """Count whom a post names: the first of an answer that begins with a name is the one answered."""
    named = [name.rstrip(".").lower() for name in re.findall(_MENTION, post.text)]
    answered = named[0] if named and post.text.startswith("@") else ""
    given.add(answered, "reply", post.at)
    for name in set(named) - {answered}:
        given.add(name, "mention", post.at)
