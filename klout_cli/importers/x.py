"""X (Twitter): the archive a person downloads, in all four shapes it has had since 2010.

It doesn't include who reacted, replies received, views, or anybody's name or reach.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.json_text import NULS
from klout_cli.files.private import names_private
from klout_cli.files.text import unescape_x
from klout_cli.importers import x_files, x_tweets
from klout_cli.importers.archive import Archive, Claims, File, Listed, Note, Rows, Unusable
from klout_cli.importers.declared import date_in_names
from klout_cli.importers.messages import exchange
from klout_cli.person.rows import About, Draft, Interaction, Level, Post
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in

LONG_POST_START, LONG_POST_WITHIN = 60, 300
"""A long post matches a tweet by so many first characters, within so many seconds."""

OWN_LIST = Message("a list of your own")
ONESELF = Message("mentions of yourself, left out")
WITHOUT_OWNER = Message("this archive doesn't say whose it is: threads count as replies")
NOT_WHOLE = N_("{file} is missing or empty: use the whole archive, as downloaded")
TABLE_TOO = Message("tweets.csv is skipped: data/js has the same tweets with more details")

VARIANTS = {
    "tweets": N_("archive 2022 to today"),
    "tweet": N_("archive 2020 to 2022"),
    "bare": N_("archive 2018 to 2020"),
    **dict.fromkeys(("month", "csv"), N_("archive until 2018")),
}
NOT_PUBLIC = ("community-tweet", "twitter-circle-tweet")
OF_POSTS = ("resonance", "amplification", "substance")
POSTS = N_("posts")
LABELS: dict[str, tuple[str, Sequence[str]]] = {
    **dict.fromkeys(("tweets", "tweet", "month", "csv"), (POSTS, OF_POSTS)),
    "community-tweet": (N_("posts in communities"), ()),
    "twitter-circle-tweet": (N_("posts to circles"), ()),
    "note-tweet": (N_("long posts"), ()),
    "follower": (N_("followers"), ("reciprocity",)),
    "following": (N_("accounts you follow"), ("reciprocity",)),
    "lists-member": (N_("lists you are on"), ("endorsement",)),
    "block": (N_("accounts you block"), ()),
    "like": (N_("likes given"), ()),
    "mute": (N_("accounts you mute"), ()),
}
"""What the archive says how many there are of, and the factors that need all of them."""

_README = r"(?s)@(?P<handle>\w{1,20}).{0,200}?Account ID:?\s*(?P<id>\d+)"
_LIST_KEEPER = r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/([^/]+)/lists/"

_count = lru_cache(maxsize=4096, typed=True)(count)  # most counts are the same small numbers


class XArchive(Archive):
    """The archive of an X account: posts with likes and reposts, follow lists by id, lists.

    Likes and blocked accounts are only counted; advertising and the rest stay closed.
    """

    key = network = "x"
    variant = N_("parts of an archive")
    twice = twice_listed = ""
    empty_lists = True
    harmless = (OWN_LIST,)
    date_in_name = r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)"
    files = x_files.FILES

    # Which files are an archive

    @classmethod
    def files_of(
        cls, members: Sequence[Member], reading: Reading
    ) -> Iterable[tuple[Member, File | None]]:
        """Know a lone file under another name by its first bytes."""
        if len(members) == 1 and (name := x_files.name_inside(members[0])):
            alias = Member("", name, members[0].size, members[0].opener)
            return [(members[0], cls.file_of(members[0]) or cls.file_of(alias))]
        return super().files_of(members, reading)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find archives by the first bytes of files whose names are known."""
        files = cls.files_of(members, reading)
        proofs = [member for member, file in files if file and file.proves]
        return x_files.find_archives(members, proofs)

    def begin(self, members: Sequence[Member]) -> None:
        """Take the date in the names; tweets of that whole day are believed."""
        self.own: set[str] = set()
        self.declared: Counter[str] = Counter()
        self.lists: set[str] = set()
        self.long_posts: dict[str, list[tuple[int, str]]] = {}
        self.partners: dict[tuple[str, str], Interaction] = {}
        files = self.files_of(members, self.reading)
        self.ids = {file.id for member, file in files if file and member.size}
        readme = [member for member in members if member.basename == "readme.txt"]
        self.readme = [member.head().decode("utf-8", "replace") for member in readme]
        self.latest = date_in_names(self.date_in_name, members, self.latest) or self.latest

    # Who, when and how much

    def manifest(self, manifest: x_files.Manifest) -> None:
        """Take owner and date, and how much is in each file."""
        self._name_owner(manifest.user_info or {}, "accountId", "userName", "displayName")
        self._date(manifest.archive_info or {}, "generationDate")
        for kind, data in manifest.data_types.items():
            id = re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", kind)
            totals = [count(file.get("count")) for file in data.files]
            known = [total for total in totals if isinstance(total, int)]
            if totals and len(known) == len(totals):
                self.declared[id] = sum(known)

    def account(self, account: dict[str, Any]) -> None:
        """Take whose archive it is, of archives without a manifest."""
        self._name_owner(account, "accountId", "username", "accountDisplayName")

    def user_details(self, details: dict[str, Any]) -> None:
        """Take whose archive it is, until 2018."""
        self._name_owner(details, "id", "screen_name", "full_name")

    def payload_details(self, details: dict[str, Any]) -> None:
        """Take when the archive was made, until 2018."""
        self._date(details, "created_at")

    def renaming(self, change: dict[str, Any]) -> None:
        """Take a former handle."""
        handles = map(change.get, ("changedFrom", "changedTo"))
        self.own |= {handle.lower() for handle in handles if handle and isinstance(handle, str)}

    def _name_owner(self, owner: dict[str, Any], id: str, handle: str, name: str) -> None:
        handle, name = (
            text if isinstance(text, str) else "" for text in map(owner.get, (handle, name))
        )
        self.name_account(handle, x_tweets.text_id(owner.get(id)), name)
        self.own |= {handle.lower()} - {""}

    def _date(self, details: dict[str, Any], name: str) -> None:
        at = moment(details.get(name), self.reading.latest)
        if self.draft.exported_at is None and isinstance(at, tuple):
            self.draft.exported_at = self.latest = at[0]

    def month(self, month: dict[str, Any]) -> None:
        """Take how many tweets a month has, until 2018."""
        total = self.count(month.get("tweet_count")) or 0
        self.declared["month" if "month" in self.ids else "csv"] += total

    def header(self, header: dict[str, Any]) -> None:
        """Count a tweet, where no manifest does."""
        self.declared["tweets"] += 1

    def profile(self, profile: x_files.Profile) -> None:
        """Take whether the profile has a text, a picture and links."""
        text, picture = profile.description, profile.avatar or ""
        has_picture = bool(picture) and "default_profile" not in picture
        self.draft.about = About(
            bool(text.get("bio")), has_picture, links=links_in(text.get("website") or "")
        )

    # Lists

    def follow(self, account: x_files.Listed) -> Rows:
        """Take the id of a follower, or of somebody the owner follows."""
        account = account.follower or account.following or account
        yield Listed(self.file.lists, self.checked(x_tweets.parse_id(account.account_id)))

    def entry(self, address: str) -> None:
        """Take a list the owner is on; the address of an own one has the owner's handle."""
        keeper = re.match(_LIST_KEEPER, address.lower())
        if keeper and keeper[1] in self.own:
            raise Unusable(OWN_LIST)
        self.lists.add(address.lower())

    def counted(self, item: object) -> Rows:
        """Count an item, of which nothing is kept."""
        yield Note(LABELS[self.file.id][0])

    # Tweets

    def long_post(self, post: x_files.LongPost) -> None:
        """Keep the whole text of a long post, which its tweet doesn't have."""
        text = unescape_x(post.core.text)
        at = self.checked(x_tweets.parse_date(post.created_at, self.latest))
        self.long_posts.setdefault(text[:LONG_POST_START], []).append((at, text))

    def read(self, file: File, member: Member) -> None:
        """Read a file; of one that is refused nothing stays."""
        lists, partners = set(self.lists), dict(self.partners)
        if not self.own and file.id not in ("manifest", "account", "user_details"):
            for match in filter(None, (re.search(_README, text) for text in self.readme)):
                self._name_owner(match.groupdict(), "id", "handle", "")
        super().read(file, member)
        if self.intake.refused:
            self.lists, self.partners = lists, partners
        variant = "bare" if file.id == "tweet" and x_tweets.is_bare(member) else file.id
        self.draft.variant = VARIANTS.get(variant, self.draft.variant)

    def tweets(self, lines: Sequence[int], tweets: Sequence[x_tweets.Tweet]) -> None:
        """Make posts of tweets column by column, because archives have up to millions.

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
            media=[tweet.media for tweet in tweets],
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
                self._add_partners(tweet, post)

    def _whole(self, text: str, at: int | Bad) -> str:
        """Return a text without X's escapes, and all of it where X cut a long post."""
        text = unescape_x(text)
        if "\0" in text:
            self.intake.note(NULS, text.count("\0"))
            text = text.replace("\0", "\ufffd")
        for written, whole in self.long_posts.get(text[:LONG_POST_START], ()):
            close = isinstance(at, int) and abs(written - at) <= LONG_POST_WITHIN
            if close and len(whole) > len(text):
                return whole
        return text

    def _add_partners(self, tweet: x_tweets.Tweet, post: Post) -> None:
        for kind, name in tweet.partners(post.kind):
            key, times, newest = (kind, name.lower()), 1, post.at
            if known := self.partners.get(key):
                times, newest = known.count + 1, max(known.at or 0, newest)
            if key[1] in self.own:
                self.intake.note(ONESELF)
            elif name:
                self.partners[key] = Interaction(key[1], "out", kind, times, newest)

    def messages(self, member: Member) -> None:
        """Read private conversations of two people."""
        for number, item in self.file.values(member, self.intake, ""):
            sent = [item] if isinstance(item, Bad) else item.direct_messages
            self.each(((number, message) for message in sent), self.message)

    def message(self, sent: x_files.Sent) -> Rows:
        """Take who wrote whom, and when."""
        sender, own = x_tweets.text_id(sent.sender_id), {self.draft.owner.id} - {""}
        at = x_tweets.parse_date(sent.created_at, self.latest)
        return exchange(sender, [x_tweets.text_id(sent.recipient_id)], own, at)

    # Whether it is all there

    def finish(self, members: Sequence[Member]) -> None:
        """Add the partners, and compare what is there with what the archive lists."""
        draft = self.draft
        draft.interactions += self.partners.values()
        draft.notes += [TABLE_TOO] if {"csv", "month"} <= self.ids else []
        draft.notes += [] if self.own else [WITHOUT_OWNER]
        public = any(post.public for post in draft.posts)
        checked = [id for id in LABELS if id in self.ids or id not in x_files.COUNTED]
        for id in checked:
            label, factors = LABELS[id]
            self.expect(id, self.declared[id], label, () if public and label == POSTS else factors)
        for id, metric in (("follower", "followers"), ("following", "following")):
            if self.declared[id] and not self.listed(metric):
                draft.levels.append(Level(metric, self.declared[id]))
        known = self.ids | self.declared.keys()
        if known.isdisjoint(VARIANTS):
            self.cut("", Message(NOT_WHOLE, file="tweets.js"), OF_POSTS)
        if known.isdisjoint(("follower", "month", "csv")):
            self.cut("", Message(NOT_WHOLE, file="follower.js"), ("audience", "reciprocity"))
        there = {member.basename for member in members if member.size}
        missing = [
            (total, f"{id}.js")
            for id, total in self.declared.items()
            if total and f"{id}.js" not in there and not (id in checked or names_private(id))
        ]
        if missing:
            note = PluralMessage(
                "{n} file that the archive lists is missing or empty, {file}: unpack it again",
                "{n} files that the archive lists are missing or empty, such as {file}: "
                "unpack it again",
                n=len(missing),
                file=max(missing)[1],
            )
            draft.notes.append(note)

    def listed(self, metric: str) -> Collection[str]:
        """Return who is in a list, or the lists the owner is on."""
        return self.lists if metric == "lists" else super().listed(metric)

    def settle(self, members: Sequence[Member]) -> Iterable[Draft]:
        """Drop a list that was cut, after it was counted: it doesn't show who is mutual."""
        drafts = super().settle(members)
        for metric in self.cuts & {"followers", "following"}:
            getattr(self.draft, metric).clear()
        return drafts
