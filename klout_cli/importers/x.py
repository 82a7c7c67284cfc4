"""X (Twitter): the archive a person downloads, in all four shapes it has had since 2010.

It does not hold who reacted, replies received, views, or anybody's name or reach.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.private import names_private
from klout_cli.files.text import unescape_x
from klout_cli.importers import x_shapes as shapes
from klout_cli.importers import x_tweets
from klout_cli.importers.archive import Archive, File, Json, Listed, Note, Rows, Unusable
from klout_cli.importers.declared import date_in_names
from klout_cli.importers.messages import exchange
from klout_cli.importers.x_layouts import find_archives, name_inside
from klout_cli.importers.x_messages import Sent, Threads
from klout_cli.person.rows import About, Draft, Interaction, Level, Post
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

LONG_POST_START, LONG_POST_WITHIN = 60, 300
"""A long post is told by so many first characters, and the moment within so many seconds."""

OWN_LIST = "own list"
ONESELF = "mentions of oneself left out"
WITHOUT_OWNER = "whose archive this is, is not said in it: threads count as replies"
TABLE_TOO = "tweets.csv is not read: the same tweets lie in data/js, with the accounts they name"
NOT_WHOLE = "{} is missing or empty: give the whole archive, as it was downloaded"
OTHERS_MISSING = (
    "the archive lists files that are missing or empty ({:,}, such as {}): "
    "unless you removed them, unpack it again"
)

VARIANTS = {
    "tweets": "archive 2022 to today",
    "tweet": "archive 2020 to 2022",
    "bare": "archive 2018 to 2020",
    **dict.fromkeys(("month", "csv"), "archive until 2018"),
}
NOT_PUBLIC = ("community-tweet", "twitter-circle-tweet")
LABELS = {
    **dict.fromkeys(("tweets", "tweet", "month", "csv"), "posts"),
    "community-tweet": "posts in communities",
    "twitter-circle-tweet": "posts to circles",
    "note-tweet": "long posts",
    "follower": "followers",
    "following": "accounts you follow",
    "lists-member": "lists you are on",
}
"""What the archive lists how many of."""
COUNTED = {
    "like": "likes given",
    "block": "accounts you block",
    "mute": "accounts you mute",
}
"""Lists of which only the length is taken."""
OF_POSTS = ("resonance", "amplification", "substance")
NEEDING = {
    "follower": ("reciprocity",),
    "following": ("reciprocity",),
    "lists-member": ("endorsement",),
}
"""Factors that need all of a list."""

_SCRIPT = r"%s(?:-part\d+)?(?: ?\(\d+\))?\.js"
_README = r"(?s)@(\w{1,20}).{0,200}?Account ID:?\s*(\d+)"
_LIST_KEEPER = r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/([^/]+)/lists/"

_count = lru_cache(maxsize=4096, typed=True)(count)  # most counts are the same small numbers


class XArchive(Archive):
    """The archive of an X account: posts with likes and reposts, follow lists by id, lists.

    Likes and blocked accounts are only counted; advertising and the rest stay closed.
    """

    key = network = "x"
    variant = "parts of an archive"
    twice = twice_listed = ""
    empty_lists = True
    harmless = (OWN_LIST,)
    date_in_name = r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)"
    files = (
        Json("manifest", name=_SCRIPT % "manifest", kind=shapes.Manifest),
        Json("account", name=_SCRIPT % "account", kind=shapes.AccountItem),
        Json("user_details", name=_SCRIPT % "user_details", kind=shapes.UserDetails),
        Json("payload_details", name=_SCRIPT % "payload_details", kind=shapes.PayloadDetails),
        Json("renaming", name=_SCRIPT % "screen-name-change", kind=shapes.RenamingItem),
        Json("months", name=_SCRIPT % "tweet_index", kind=shapes.Month),
        Json("profile", name=_SCRIPT % "profile", kind=shapes.ProfileItem),
        Json("follower", name=_SCRIPT % "follower", kind=shapes.ListedItem, lists="followers"),
        Json("following", name=_SCRIPT % "following", kind=shapes.ListedItem, lists="following"),
        Json(
            "lists-member",
            "entry",
            _SCRIPT % "lists-member",
            kind=shapes.UserListItem,
            lists="lists",
        ),
        Json(
            "header",
            name=_SCRIPT % "tweet-headers",
            kind=shapes.TweetHeader,
            proves=False,
            unless="manifest",
        ),
        *(Json(id, "counted", _SCRIPT % id, proves=False) for id in COUNTED),
        Json("note-tweet", "long_post", name=_SCRIPT % "note-tweet", kind=shapes.NoteItem),
        x_tweets.Tweets("tweets", name=_SCRIPT % "tweets"),
        x_tweets.Tweets("tweet", "tweets", name=_SCRIPT % "tweet"),
        x_tweets.Tweets("month", "tweets", name=_SCRIPT % r"\d{4}_\d\d"),
        x_tweets.Tweets("community-tweet", "tweets", name=_SCRIPT % "community-tweet"),
        x_tweets.Tweets("twitter-circle-tweet", "tweets", name=_SCRIPT % "twitter-circle-tweet"),
        x_tweets.TweetTable("csv", "tweets", name=r"tweets\.csv", unless="month"),
        Threads("headers", "message", name=_SCRIPT % "direct-message-headers"),
        Threads("threads", "message", name=_SCRIPT % "direct-messages?", unless="headers"),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.ids: set[str] = set()
        self.readme: list[Member] = []
        self.own: set[str] = set()
        self.declared: dict[str, int] = {}
        self.lists: set[str] = set()
        self.long_posts: dict[str, list[tuple[int, str]]] = {}
        self.partners = {kind: dict[str, Interaction]() for kind in ("reply", "mention", "repost")}

    # Which files are an archive

    @classmethod
    def files_of(
        cls, members: Sequence[Member], reading: Reading
    ) -> Iterable[tuple[Member, File | None]]:
        """Tell a lone file under another name by its first bytes."""
        if len(members) == 1 and (name := name_inside(members[0])):
            alias = Member("", name, members[0].size, members[0].opener)
            return [(members[0], cls.file_of(members[0]) or cls.file_of(alias))]
        return super().files_of(members, reading)

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find archives by the first bytes of files whose names are known."""
        files = cls.files_of(members, reading)
        return find_archives(members, [one for one, file in files if file and file.proves])

    def begin(self, members: Sequence[Member]) -> None:
        """Take the date in the names; tweets of that whole day are believed."""
        files = self.files_of(members, self.reading)
        self.ids = {file.id for member, file in files if file and member.size}
        self.readme = [member for member in members if member.basename == "readme.txt"]
        self.latest = date_in_names(self.date_in_name, members, self.latest) or self.latest

    # Who, when and how much

    def manifest(self, manifest: shapes.Manifest) -> None:
        """Take owner and date, and how much is in each file."""
        user = manifest.user_info or shapes.User()
        self._name_owner(user.account_id, user.user_name, user.display_name)
        self._date(manifest.archive_info.generation_date if manifest.archive_info else None)
        for kind, data in manifest.data_types.items():
            id = re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", kind)
            totals = [count(file.count) for file in data.files]
            known = [total for total in totals if isinstance(total, int)]
            if totals and len(known) == len(totals):
                self.declared[id] = sum(known)

    def account(self, item: shapes.AccountItem) -> None:
        """Take whose archive it is, of archives without a manifest."""
        account = item.account
        self._name_owner(account.account_id, account.username, account.account_display_name)

    def user_details(self, details: shapes.UserDetails) -> None:
        """Take whose archive it is, until 2018."""
        self._name_owner(details.id, details.screen_name, details.full_name)

    def payload_details(self, details: shapes.PayloadDetails) -> None:
        """Take when the archive was made, until 2018."""
        self._date(details.created_at)

    def _read_readme(self) -> None:
        """Take whose archive it is, where no other file says it."""
        for member in self.readme:
            if match := re.search(_README, member.head().decode("utf-8", "replace")):
                self._name_owner(match[2], match[1])

    def renaming(self, item: shapes.RenamingItem) -> None:
        """Take a former handle."""
        change = item.screen_name_change.screen_name_change
        self.own |= {name.lower() for name in (change.changed_from, change.changed_to) if name}

    def _name_owner(self, account_id: object, handle: str, name: str = "") -> None:
        self.name_account(handle, x_tweets.text_id(account_id), name)
        self.own |= {handle.lower()} - {""}

    def _date(self, written: object) -> None:
        at = moment(written, self.reading.latest)
        if self.draft.exported_at is None and isinstance(at, tuple):
            self.draft.exported_at = self.latest = at[0]

    def months(self, month: shapes.Month) -> None:
        """Take how many tweets a month has, until 2018."""
        id = "month" if "month" in self.ids else "csv"
        self.declared[id] = self.declared.get(id, 0) + (self.count(month.tweet_count) or 0)

    def header(self, header: shapes.TweetHeader) -> None:
        """Count a tweet, where no manifest does."""
        self.declared["tweets"] = self.declared.get("tweets", 0) + 1

    def profile(self, item: shapes.ProfileItem) -> None:
        """Take whether the profile has a text, a picture and links."""
        description, picture = item.profile.description, item.profile.avatar or ""
        has_picture = bool(picture) and "default_profile" not in picture
        links = links_in(description.website or "")
        self.draft.about = About(bool(description.bio), has_picture, links=links)

    # Lists

    def follower(self, item: shapes.ListedItem) -> Rows:
        """Take the id of a follower."""
        yield Listed("followers", self.checked(x_tweets.parse_id(item.account.account_id)))

    def following(self, item: shapes.ListedItem) -> Rows:
        """Take the id of somebody the owner follows."""
        yield Listed("following", self.checked(x_tweets.parse_id(item.account.account_id)))

    def entry(self, item: shapes.UserListItem) -> None:
        """Take a list the owner is on; own ones are told by the handle in their address."""
        address = item.user_list_info.url.lower()
        keeper = re.match(_LIST_KEEPER, address)
        if keeper and keeper[1] in self.own:
            raise Unusable(OWN_LIST)
        self.lists.add(address)

    def counted(self, item: object) -> Rows:
        """Count an item, of which nothing is kept."""
        yield Note(COUNTED[self.file.id])

    # Tweets

    def long_post(self, item: shapes.NoteItem) -> None:
        """Keep the whole text of a long post, which its tweet has not."""
        text = unescape_x(item.note_tweet.core.text)
        at = self.checked(x_tweets.parse_date(item.note_tweet.created_at, self.latest))
        self.long_posts.setdefault(text[:LONG_POST_START], []).append((at, text))

    def read(self, file: File, member: Member) -> None:
        """Read a file; of one that is refused nothing stays."""
        lists, partners = set(self.lists), {kind: {**met} for kind, met in self.partners.items()}
        if not self.own and file.id not in ("manifest", "account", "user_details"):
            self._read_readme()
        super().read(file, member)
        if self.intake.refused:
            self.lists, self.partners = lists, partners
        variant = "bare" if file.id == "tweet" and x_tweets.is_bare(member) else file.id
        self.draft.variant = VARIANTS.get(variant, self.draft.variant)

    def tweets(self, lines: Sequence[int], tweets: Sequence[x_tweets.Tweet]) -> None:
        """Make posts of tweets column by column, because archives hold up to millions.

        Counts are those of the person's own posts since 2018: before, and on reposts, they are not
        theirs.
        """
        texts = [tweet.words for tweet in tweets]
        kinds = [tweet.kind(self.draft.owner.id, self.own) for tweet in tweets]
        counted = [
            None if kind == "repost" or tweet.full_text is None else tweet
            for kind, tweet in zip(kinds, tweets, strict=True)
        ]
        ats = x_tweets.parse_dates([tweet.created_at for tweet in tweets], self.latest)
        posts = self.intake.rows(
            Post,
            lines,
            id=[x_tweets.parse_id(tweet.id_str or tweet.id) for tweet in tweets],
            at=ats,
            kind=kinds,
            public=[self.file.id not in NOT_PUBLIC] * len(lines),
            likes=[tweet and _count(tweet.favorite_count) for tweet in counted],
            shares=[tweet and _count(tweet.retweet_count) for tweet in counted],
            text=[
                self._whole(text, at) if kind == "original" else ""
                for text, at, kind in zip(texts, ats, kinds, strict=True)
            ],
        )
        for post, tweet in zip(posts, tweets, strict=True):
            if post:
                self.draft.posts.append(post)
                self._meet(tweet, post)

    def _whole(self, text: str, at: int | Bad) -> str:
        """Return a text without X's escapes, and all of it where X cut a long post."""
        text = unescape_x(text)
        if "\0" in text:
            self.intake.note("NUL characters replaced", text.count("\0"))
            text = text.replace("\0", "\ufffd")
        for written, whole in self.long_posts.get(text[:LONG_POST_START], ()):
            close = isinstance(at, int) and abs(written - at) <= LONG_POST_WITHIN
            if close and len(whole) > len(text):
                return whole
        return text

    def _meet(self, tweet: x_tweets.Tweet, post: Post) -> None:
        for kind, name in tweet.partners(post.kind):
            handle, met = name.lower(), self.partners[kind]
            times, newest = 1, post.at
            if handle in met:
                known = met[handle]
                times, newest = known.count + 1, max(known.at or 0, newest)
            if handle in self.own:
                self.intake.note(ONESELF)
            elif handle:
                met[handle] = Interaction(handle, "out", kind, times, newest)

    def message(self, sent: Sent) -> Rows:
        """Take who wrote whom, and when."""
        sender, own = x_tweets.text_id(sent.sender_id), {self.draft.owner.id} - {""}
        at = x_tweets.parse_date(sent.created_at, self.latest)
        return exchange(sender, [x_tweets.text_id(sent.recipient_id)], own, at)

    # Whether it is all there

    def finish(self, members: Sequence[Member]) -> None:
        """Add the partners, and compare what is there with what the archive lists."""
        draft = self.draft
        for met in self.partners.values():
            draft.interactions += met.values()
        draft.notes += [TABLE_TOO] if {"csv", "month"} <= self.ids else []
        draft.notes += [] if self.own else [WITHOUT_OWNER]
        public = any(post.public for post in draft.posts)
        for id, label in LABELS.items():
            factors = () if public or label != "posts" else OF_POSTS
            self.expect(id, self.declared.get(id, 0), label, NEEDING.get(id, factors))
        for id in sorted(COUNTED.keys() & self.ids):
            self.expect(id, self.declared.get(id, 0), COUNTED[id])
        for id, metric in (("follower", "followers"), ("following", "following")):
            if self.declared.get(id) and not self.listed(metric):
                draft.levels.append(Level(metric, self.declared[id]))
        known = self.ids | self.declared.keys()
        if known.isdisjoint(VARIANTS):
            self.cut("", NOT_WHOLE.format("tweets.js"), OF_POSTS)
        if known.isdisjoint(("follower", "month", "csv")):
            self.cut("", NOT_WHOLE.format("follower.js"), ("audience", "reciprocity"))
        there = {member.basename for member in members if member.size}
        missing = [
            (total, f"{id}.js")
            for id, total in self.declared.items()
            if total and f"{id}.js" not in there and not (id in LABELS or names_private(id))
        ]
        if missing:
            draft.notes.append(OTHERS_MISSING.format(len(missing), max(missing)[1]))

    def listed(self, metric: str) -> Collection[str]:
        """Return who is in a list, or the lists the owner is on."""
        return self.lists if metric == "lists" else super().listed(metric)

    def settle(self, members: Sequence[Member]) -> Iterable[Draft]:
        """Drop a part of a list after it was counted: it does not tell who is mutual."""
        drafts = super().settle(members)
        for metric in self.cuts & {"followers", "following"}:
            getattr(self.draft, metric).clear()
        return drafts
