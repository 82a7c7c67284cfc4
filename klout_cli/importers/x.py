"""X (Twitter): the archive a person downloads, in all four shapes it has had since 2010 (formats/seed-platforms §1)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import document, items
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import unescape_x
from klout_cli.importers.messages import message
from klout_cli.importers.sources import described
from klout_cli.importers.x_messages import BODIES, HEADERS, Sent, ThreadItem, is_thread
from klout_cli.importers.x_partners import Partners
from klout_cli.importers.x_shapes import (
    AccountItem,
    ListedItem,
    Manifest,
    NoteItem,
    PayloadDetails,
    ProfileItem,
    RenamingItem,
    Tweet,
    TweetItem,
    User,
    UserDetails,
    UserListItem,
)
from klout_cli.person.rows import About, Draft, Export, Level, Owner, Post
from klout_cli.values.dates import NOT_A_DATE, midnight, moment, x_moment, x_moments
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

FIRST_TWEET = midnight(2006, 3, 21)
BATCH = 500
NOTE_PREFIX = 60  # so many first characters tell a long post's text from another's …
NOTE_WITHIN = 300  # … when it was written at most so many seconds apart

BEFORE_X = Bad("date before 2006")
NO_ID = Bad("no id")

# Only members of these names are ever opened, and threads where they are asked for: likes,
# advertising and the rest stay closed.
TWEETS = ("tweets", "tweet")
NOT_PUBLIC = ("community-tweet", "twitter-circle-tweet")
ABOUT = ("manifest", "account", "profile", "screen-name-change", "user_details", "payload_details")
NEEDED = frozenset(
    (*TWEETS, *NOT_PUBLIC, *ABOUT, "follower", "following", "lists-member", "note-tweet")
)
VARIANTS = {
    "tweets": "archive 2022 to today",
    "tweet": "archive 2020 to 2022",
    "bare": "archive 2018 to 2020",
    "month": "archive until 2018",
}
CSV_COLUMNS = {
    name: (name.replace("_", " "),)
    for name in (
        "tweet_id",
        "timestamp",
        "text",
        "in_reply_to_status_id",
        "in_reply_to_user_id",
        "retweeted_status_id",
    )
}

_NAME = re.compile(r"(?P<kind>[a-z_-]+?|(?P<month>\d{4}_\d\d))(?:-part\d+)?(?: ?\(\d+\))?\.js")
_MARK = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:window\.(?:YTD\.|__THAR_CONFIG)|Grailbird\.data|var (?:user|payload)_details|var tweet_index)"
)
_TYPE = re.compile(rb"(?:\xef\xbb\xbf)?\s*window\.YTD\.([a-z_]+)\.part\d")
_CSV_MARK = re.compile(rb'(?:\xef\xbb\xbf)?"?tweet_id"?,"?in_reply_to_status_id')
_WRAPPED = re.compile(rb'\[\s*\{\s*"tweet"\s*:')
_PRIVATE = re.compile(r"message|chat|dm")
_DAY_IN_NAME = re.compile(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)")
_README = re.compile(r"@(\w{1,20}).{0,200}?Account ID:?\s*(\d+)", re.DOTALL)
_LIST_KEEPER = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/([^/]+)/lists/")
_BELONGS = {
    "data": re.compile(r"data/(?:[^/]+|[^/]+_media/.+)|assets/.+|[^/]*archi[^/]*\.html"),
    "data/js": re.compile(r"data/.+|(?:css|img|lib|js)/.+|index\.html|readme\.txt|tweets\.csv"),
    "": re.compile(r"[^/]+\.js|readme\.txt|[^/]+_media/.+"),
}

T = TypeVar("T")


class XArchive:
    """The archive of an X account: tweets with likes and reposts, follow lists by id, lists, mentions.

    It does not hold who reacted, replies received, views, or anybody's name or reach.
    """

    network = "x"
    source, feeds = described("x")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find archives by the first bytes of files whose names are known.

        All that lies in an archive belongs to it, opened or not.
        """
        layouts: dict[str, set[str]] = defaultdict(set)
        marked: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            if _is_marked(member, alone=len(members) == 1):
                root, layout = _root(member)
                layouts[root].add(layout)
                marked[root].append(member)
        found: dict[str, list[Member]] = {
            root: [] for root in sorted(layouts, key=len, reverse=True)
        }
        for member in members:
            owner = next(
                (
                    root
                    for root in found
                    if _belongs(member, root, layouts[root]) or member in marked[root]
                ),
                None,
            )
            if owner is not None:
                found[owner].append(member)
        return [tuple(found[root]) for root in sorted(found)]

    def is_message(self, member: Member) -> bool:
        """Tell a file of private threads."""
        return is_thread(member)

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one archive: who and when first, then lists, long posts, tweets and private threads."""
        return [_Reader(members, reading).export()]


class _Reader:
    """One archive being read."""

    def __init__(self, members: Sequence[Member], reading: Reading) -> None:
        self.draft = Draft("x", "parts of an archive")
        self.latest, self.private = reading.latest, reading.private
        self.files: dict[str, list[Member]] = defaultdict(list)
        for member in sorted(members, key=lambda member: member.name):
            self.files[_kind(member, alone=len(members) == 1)].append(member)
        self.own: set[str] = set()
        self.stated: dict[str, int] = {}
        self.notes: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.partners = Partners(self.own)

    def export(self) -> Export:
        """Read everything that is needed, in the order in which it is needed."""
        self._about()
        self._profile()
        self._follows("follower", "followers")
        self._follows("following", "following")
        self._lists()
        self._long_posts()
        self._tweets()
        if self.private:
            self._messages()
        draft = self.draft
        draft.interactions += self.partners.interactions()
        if draft.exported_at is None and draft.posts:
            draft.exported_at = max(post.at for post in draft.posts)
        if not self.own:
            draft.notes.append("whose archive this is, is not said in it: threads count as replies")
        return draft.finish()

    # Who and when

    def _about(self) -> None:
        """Read owner and date.

        Where several files say it, the first in the order of the format notes wins.
        """
        for member in self.files["manifest"]:
            with self.draft.reading(member.where) as intake:
                self._manifest(document(member, Manifest, intake) or Manifest(), intake)
        for member in self.files["account"]:
            with self.draft.reading(member.where) as intake:
                for _, item in _good(member, AccountItem, intake):
                    self._owner(
                        item.account.account_id,
                        item.account.username,
                        item.account.account_display_name,
                    )
                    intake.use()
        for member in self.files["user_details"]:
            with self.draft.reading(member.where) as intake:
                details = document(member, UserDetails, intake) or UserDetails()
                self._owner(details.id, details.screen_name, details.full_name)
                intake.use()
        for member in self.files["payload_details"]:
            with self.draft.reading(member.where) as intake:
                self._dated(
                    (document(member, PayloadDetails, intake) or PayloadDetails()).created_at
                )
                intake.use()
        for member in self.files["readme"]:
            if not self.own and (found := _README.search(member.head().decode("utf-8", "replace"))):
                self._owner(found[2], found[1], "")
        self._renamings()
        self._date_in_names()

    def _profile(self) -> None:
        for member in self.files["profile"]:
            with self.draft.reading(member.where) as intake:
                for _, item in _good(member, ProfileItem, intake):
                    said, picture = item.profile.description, item.profile.avatar or ""
                    links = links_in(said.website or "")
                    self.draft.about = About(
                        bool(said.bio),
                        bool(picture) and "default_profile" not in picture,
                        links=links,
                    )
                    intake.use()

    def _manifest(self, manifest: Manifest, intake: Intake) -> None:
        user = manifest.user_info or User()
        self._owner(user.account_id, user.user_name, user.display_name)
        self._dated(manifest.archive_info.generation_date if manifest.archive_info else None)
        for kind, data in manifest.data_types.items():
            totals = [count(file.count) for file in data.files]
            if totals and all(type(total) is int for total in totals):
                self.stated[kind] = sum(total for total in totals if type(total) is int)
        intake.use()

    def _owner(self, account_id: object, handle: str, name: str) -> None:
        known, found = self.draft.owner, _id(account_id)
        self.draft.owner = Owner(
            known.id or (found if isinstance(found, str) else ""), known.name or name, personal=True
        )
        self.draft.handle = self.draft.handle or handle
        if handle:
            self.own.add(handle.lower())

    def _dated(self, written: object) -> None:
        found = moment(written, self.latest)
        if self.draft.exported_at is None and isinstance(found, tuple):
            self.draft.exported_at = self.latest = found[0]

    def _date_in_names(self) -> None:
        """Take the day in the name of the download where no file gives a date: tweets of that whole day are believed."""
        names = sorted(member.where for members in self.files.values() for member in members)
        for found in map(_DAY_IN_NAME.search, names):
            if found and self.draft.exported_at is None:
                self._dated(f"{found[0]} 23:59:59")

    def _renamings(self) -> None:
        for member in self.files["screen-name-change"]:
            with self.draft.reading(member.where) as intake:
                for _, item in _good(member, RenamingItem, intake):
                    change = item.screen_name_change.screen_name_change
                    self.own |= {
                        handle.lower()
                        for handle in (change.changed_from, change.changed_to)
                        if handle
                    }
                    intake.use()

    # Lists

    def _follows(self, kind: str, metric: str) -> None:
        """Keep the ids of a follow list, for mutuals, and count them.

        For a missing or damaged file the manifest's count stands in.
        """
        files, faults = self.files[kind], len(self.draft.faults)
        for member in files:
            with self.draft.reading(member.where) as intake:
                ids: set[str] = getattr(self.draft, metric)
                for number, item in _good(member, ListedItem, intake):
                    found = _id((item.follower or item.following or item).account_id)
                    if isinstance(found, Bad):
                        intake.skip(number, found.reason)
                    else:
                        ids.add(found)
                        intake.use()
        held, stated = len(getattr(self.draft, metric)), self.stated.get(kind)
        if files and len(self.draft.faults) == faults:
            cut = stated is not None and stated > held
            self.draft.levels.append(Level(metric, held, quality="cut" if cut else "exact"))
        elif stated is not None:
            self.draft.levels.append(Level(metric, stated))

    def _lists(self) -> None:
        """Count the lists of others that the person is on.

        Own lists are told by the handle in their address.
        """
        files, faults = self.files["lists-member"], len(self.draft.faults)
        addresses: set[str] = set()
        for member in files:
            with self.draft.reading(member.where) as intake:
                for number, item in _good(member, UserListItem, intake):
                    address = item.user_list_info.url.lower()
                    keeper = _LIST_KEEPER.match(address)
                    if keeper and keeper[1] in self.own:
                        intake.skip(number, "own list")
                    else:
                        addresses.add(address)
                        intake.use()
        if files and len(self.draft.faults) == faults:
            self.draft.levels.append(Level("lists", len(addresses)))

    def _messages(self) -> None:
        """Take who wrote whom and when: from the headers, where they are there, so that no file with words is opened."""
        own = {self.draft.owner.id} - {""}
        for member in self.files[HEADERS] or [file for kind in BODIES for file in self.files[kind]]:
            with self.draft.reading(member.where) as intake:
                for number, item in _good(member, ThreadItem, intake):
                    for sent in (event.message_create for event in item.dm_conversation.messages):
                        if sent:
                            message(
                                self.draft,
                                intake,
                                number,
                                *_sides(sent),
                                own,
                                self._at(sent.created_at),
                            )

    # Tweets

    def _long_posts(self) -> None:
        for member in self.files["note-tweet"]:
            with self.draft.reading(member.where) as intake:
                for number, item in _good(member, NoteItem, intake):
                    at, text = (
                        self._at(item.note_tweet.created_at),
                        unescape_x(item.note_tweet.core.text),
                    )
                    if isinstance(at, Bad):
                        intake.skip(number, at.reason)
                    else:
                        self.notes[text[:NOTE_PREFIX]].append((at, text))
                        intake.use()

    def _tweets(self) -> None:
        for kind in (*TWEETS, "month", *NOT_PUBLIC):
            for member in self.files[kind]:
                wrapped = bool(_WRAPPED.search(member.head(400)))
                if kind in VARIANTS:
                    self.draft.variant = VARIANTS[
                        "bare" if kind == "tweet" and not wrapped else kind
                    ]
                with self.draft.reading(member.where) as intake:
                    tweets = (
                        _unwrapped(_good(member, TweetItem, intake))
                        if wrapped
                        else _good(member, Tweet, intake)
                    )
                    self._posts(tweets, intake, kind not in NOT_PUBLIC)
        for member in self.files["csv"]:
            if self.files["month"]:
                self.draft.notes.append(
                    "tweets.csv is not read: the same tweets lie in data/js, with the accounts they name"
                )
            else:
                self._csv(member)

    def _csv(self, member: Member) -> None:
        """Read the table of the archives until 2018, for people who kept nothing else of theirs."""
        self.draft.variant = VARIANTS["month"]
        with self.draft.reading(member.where) as intake:
            table = open_table(member, intake, CSV_COLUMNS, ("tweet_id", "timestamp", "text"))
            if table is None:
                raise InputError(
                    "not the table of an X archive",
                    member.where,
                    "use the archive as it was downloaded",
                )
            self._posts(_table_tweets(table, intake), intake, public=True)

    def _posts(self, rows: Iterator[tuple[int, Tweet]], intake: Intake, public: bool) -> None:
        """Make posts of tweets, many at once and column by column, because archives hold up to millions.

        Counts are those of the person's own posts since 2018: before, and on reposts, they are not
        theirs.
        """
        partners = Partners(self.own)
        while batch := list(islice(rows, BATCH)):
            lines, tweets = zip(*batch, strict=True)
            texts = [tweet.text if tweet.full_text is None else tweet.full_text for tweet in tweets]
            kinds = [self._kind(tweet, text) for tweet, text in zip(tweets, texts, strict=True)]
            counted = [
                kind != "repost" and tweet.full_text is not None
                for kind, tweet in zip(kinds, tweets, strict=True)
            ]
            ats = self._ats([tweet.created_at for tweet in tweets])
            posts = intake.rows(
                Post,
                lines,
                id=[_id(tweet.id_str or tweet.id) for tweet in tweets],
                at=ats,
                kind=kinds,
                public=[public] * len(lines),
                likes=[
                    _count(tweet.favorite_count) if own else None
                    for tweet, own in zip(tweets, counted, strict=True)
                ],
                shares=[
                    _count(tweet.retweet_count) if own else None
                    for tweet, own in zip(tweets, counted, strict=True)
                ],
                text=[
                    self._whole(text, at, intake) if kind == "original" else ""
                    for text, at, kind in zip(texts, ats, kinds, strict=True)
                ],
            )
            for post, tweet, text in zip(posts, tweets, texts, strict=True):
                if post:
                    self.draft.posts.append(post)
                    partners.add(tweet, text, post.kind, post.at)
        self.partners.include(partners)
        if partners.oneself:
            intake.note("mentions of oneself left out", partners.oneself)

    def _ats(self, written: Sequence[str]) -> Sequence[int | Bad]:
        """Parse the dates of tweets, at once where all of them are of one form and believed."""
        found = x_moments(written)
        return (
            found
            if found and min(found) >= FIRST_TWEET and max(found) <= self.latest
            else [self._at(one) for one in written]
        )

    def _at(self, written: str) -> int | Bad:
        """Parse a tweet's date: `Sat Nov 09 12:14:18 +0000 2024` since 2018, ISO before and in notes."""
        at = x_moment(written, self.latest)
        if at is NOT_A_DATE:
            found = moment(written, self.latest)
            at = found[0] if isinstance(found, tuple) else found or NOT_A_DATE
        return BEFORE_X if isinstance(at, int) and at < FIRST_TWEET else at

    def _kind(self, tweet: Tweet, text: str) -> Kind:
        """Tell a repost by its text, which is its only mark since 2018, and a thread (an answer to oneself) from a conversation."""
        if text.startswith("RT @") or tweet.retweeted_status:
            return "repost"
        answered, name = tweet.in_reply_to_user_id_str, tweet.in_reply_to_screen_name
        if not (answered or name or tweet.in_reply_to_status_id_str):
            return "original"
        own = (
            answered == self.draft.owner.id
            if answered and self.draft.owner.id
            else bool(name and name.lower() in self.own)
        )
        return "self_reply" if own else "reply"

    def _whole(self, text: str, at: int | Bad, intake: Intake) -> str:
        """Return a text without X's escapes.

        Where X has cut a long post, the note that begins alike and was written at the same time.
        """
        text = unescape_x(text)
        if "\0" in text:
            intake.note("NUL characters replaced", text.count("\0"))
            text = text.replace("\0", "\ufffd")
        for written, whole in self.notes.get(text[:NOTE_PREFIX], ()) if self.notes else ():
            if isinstance(at, int) and abs(written - at) <= NOTE_WITHIN and len(whole) > len(text):
                return whole
        return text


def _good(member: Member, kind: type[T], intake: Intake) -> Iterator[tuple[int, T]]:
    """Yield the items of the right shape and count the others."""
    for number, item in items(member, kind, intake):
        if isinstance(item, Bad):
            intake.skip(number, item.reason)
        else:
            yield number, item


def _unwrapped(rows: Iterator[tuple[int, TweetItem]]) -> Iterator[tuple[int, Tweet]]:
    return ((number, item.tweet) for number, item in rows)


def _table_tweets(table: Table, intake: Intake) -> Iterator[tuple[int, Tweet]]:
    """Yield the rows of `tweets.csv` as tweets."""
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            intake.skip(line, cells.reason)
            continue
        row = {name: cells[index] or None for name, index in table.columns.items()}
        yield (
            line,
            Tweet(
                id_str=row["tweet_id"],
                created_at=row["timestamp"] or "",
                text=row["text"] or "",
                in_reply_to_status_id_str=row.get("in_reply_to_status_id"),
                in_reply_to_user_id_str=row.get("in_reply_to_user_id"),
                retweeted_status=row.get("retweeted_status_id"),
            ),
        )


def _id(value: object) -> str | Bad:
    """Ids are text, whatever they were written as.

    Damaged by a spreadsheet they are none (J13, Q12, Q13).
    """
    if type(value) is int:
        return str(value)
    return value if type(value) is str and value.isdecimal() else NO_ID


def _sides(sent: Sent) -> tuple[str, list[str]]:
    sender, recipient = (
        found if isinstance(found := _id(side), str) else ""
        for side in (sent.sender_id, sent.recipient_id)
    )
    return sender, [recipient]


_count = lru_cache(maxsize=4096, typed=True)(count)  # most of the counts are the same small numbers


def _kind(member: Member, alone: bool) -> str:
    """Tell by its name which needed file a member is, "" for every other.

    A lone file under another name is told by its first bytes.
    """
    name = member.basename
    if name in ("tweets.csv", "readme.txt"):
        return {"tweets.csv": "csv", "readme.txt": "readme"}[name]
    found = _NAME.fullmatch(name)
    kind = "month" if found and found["month"] else found["kind"] if found else ""
    if kind in NEEDED or kind == "month" or kind == HEADERS or kind in BODIES:
        return kind
    if (
        alone
        and name.endswith(".js")
        and not _PRIVATE.search(name)
        and (stated := _TYPE.match(member.head(400)))
    ):
        return stated[1].decode().replace("_", "-")
    return ""


def _is_marked(member: Member, alone: bool) -> bool:
    """Tell whether a member is a needed file by name and by its first bytes."""
    kind = _kind(member, alone)
    if kind == "csv":
        return bool(_CSV_MARK.match(member.head(400)))
    return (kind in NEEDED or kind == "month") and bool(_MARK.match(member.head(400)))


def _root(member: Member) -> tuple[str, str]:
    """Return the folder an archive lies in ("" or with a slash at its end), and where in it this member was found."""
    folder = member.name.lower().rpartition("/")[0]
    for tail, layout in (("data/js/tweets", "data/js"), ("data/js", "data/js"), ("data", "data")):
        if folder == tail or folder.endswith("/" + tail):
            return folder[: -len(tail)], layout
    return folder and folder + "/", ""


def _belongs(member: Member, root: str, layouts: Iterable[str]) -> bool:
    name = member.name.lower()
    return name.startswith(root) and any(
        _BELONGS[layout].fullmatch(name, len(root)) for layout in layouts
    )
