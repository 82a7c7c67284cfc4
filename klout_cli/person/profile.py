"""A person's accounts with their merged rows, and the posts that count."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from msgspec import Struct
from msgspec.structs import astuple, replace

from klout_cli.person.rows import About, Contact, Group, Interaction, Level, Post, Totals
from klout_cli.person.topics import Topics
from klout_cli.results import LedgerRow, PostSums, Window

DAY = 86_400
EPOCH = date(1970, 1, 1)
RESPONSES = frozenset(("comment", "reaction", "reply", "share", "mention", "linkback"))
TALK = frozenset(("comment", "reply", "mention"))
AUDIENCES = ("followers", "subscribers", "connections", "friends", "readers")
FULL_LISTS = ("exact", "rounded", "manual")
DATED_LISTS = ("connections", "friends")


class WindowRule(Protocol):
    """Which posts count; the numbers come from the model."""

    @property
    def days(self) -> int:
        """Length of the window."""

    @property
    def fewest(self) -> int:
        """Posts below which the fallback applies."""

    @property
    def fallback(self) -> int:
        """Number of newest posts the fallback counts."""

    @property
    def fallback_days(self) -> int:
        """Maximum age of the fallback's posts in days."""

    @property
    def half_life(self) -> float:
        """Days in which a post's weight halves."""


class PeopleRule(Protocol):
    """Who is the same person, who knows whom and who is waiting for a reply.

    The numbers come from the model.
    """

    @property
    def same_employer(self) -> float:
        """Similarity (0–100) from which two employer names are equal."""

    @property
    def same_handle(self) -> float:
        """Similarity (0–100) from which two handles are one person's."""

    @property
    def shortest_handle(self) -> int:
        """Minimum length of a handle that is compared."""

    @property
    def most_colleagues(self) -> int:
        """Maximum number of contacts per employer or group thread that are tied."""

    @property
    def same_time(self) -> int:
        """Days between two exports in which the same employer makes colleagues."""

    @property
    def smallest_community(self) -> int:
        """Minimum size of a community."""

    @property
    def answer_within(self) -> int:
        """Days after which a reply no longer counts."""


class Rules(Protocol):
    """A model's rules for measuring."""

    @property
    def window(self) -> WindowRule:
        """Which posts count."""

    @property
    def people(self) -> PeopleRule:
        """Who is who among the contacts."""


class Account(Struct, frozen=True):
    """One account with all data of all its exports, posts in chronological order.

    `id` is network:handle.
    """

    id: str
    network: str
    handle: str
    exported_at: int | None
    posts: tuple[Post, ...]
    contacts: tuple[Contact, ...]
    interactions: tuple[Interaction, ...]
    levels: tuple[Level, ...]
    followers: frozenset[str]
    following: frozenset[str]
    totals: Totals | None
    names_responders: bool = False
    about: About = About()
    lacks: Mapping[str, str] = {}
    groups: tuple[Group, ...] = ()

    @property
    def shows_exchange(self) -> bool:
        """Return True if the exports cover public conversations in both directions."""
        return self.names_responders and "reciprocity" not in self.lacks


class Counted(Struct, frozen=True):
    """A post that counts, with its weight; `week` numbers ISO weeks across years."""

    post: Post
    weight: float
    week: int
    on_topic: bool


def _added(one: int | None, other: int | None) -> int | None:
    """Add two counts; None only if both are."""
    return None if one is None and other is None else (one or 0) + (other or 0)


def is_response(interaction: Interaction) -> bool:
    """Return True for a public response to the person."""
    return (
        interaction.direction == "in" and interaction.kind in RESPONSES and not interaction.private
    )


def is_dealing(interaction: Interaction, messages: bool) -> bool:
    """Return True for interactions that make a contact.

    Public ones, and with `messages` (only if the person opted in) private ones too.
    """
    return not interaction.private or (messages and interaction.kind == "message")


def day_of(at: int) -> date:
    """Return the UTC day of Unix seconds."""
    return EPOCH + timedelta(days=at // DAY)


def week_of(at: int) -> int:
    """Return the ISO week (Monday to Sunday, UTC) of Unix seconds.

    1970-01-01 was a Thursday.
    """
    return (at // DAY + 3) // 7


class Seen:
    """One account as of a day: the as-of date or its own export date, if earlier."""

    def __init__(self, account: Account, as_of: date, rules: Rules, topics: Topics) -> None:
        self.account = account
        self.rules = rules
        self.rule = rules.window
        self.people = rules.people
        self.topics = topics
        exported = day_of(account.exported_at) if account.exported_at is not None else as_of
        self.day = min(as_of, exported)

    @property
    def week(self) -> int:
        """The day's ISO week, numbered as by `week_of`."""
        return week_of((self.day - EPOCH).days * DAY)

    @cached_property
    def originals(self) -> list[Post]:
        """Own public original posts up to the day, oldest first."""
        end = (self.day - EPOCH).days * DAY + DAY
        return [
            post
            for post in self.account.posts
            if post.kind == "original" and post.public and post.at < end
        ]

    @cached_property
    def counted(self) -> list[Counted]:
        """Posts of the window, or the fallback's if it has too few.

        Both count back from the newest post, not from the day: a pause changes nothing until the
        fallback's period has no post.
        """
        if (
            not self.originals
            or (self.day - day_of(self.originals[-1].at)).days > self.rule.fallback_days
        ):
            return []
        newest = self.originals[-1].at
        posts = self._since(newest, self.rule.days)
        if len(posts) < self.rule.fewest:
            posts = self._since(newest, self.rule.fallback_days)[-self.rule.fallback :]
        return [self._count(post, newest) for post in posts]

    def on_topic_alone(self) -> "Seen":
        """Return the account with its on-topic posts only."""
        alone = Seen(self.account, self.day, self.rules, self.topics)
        alone.originals = self.originals
        alone.counted = [counted for counted in self.counted if counted.on_topic]
        return alone

    def _since(self, newest: int, days: int) -> list[Post]:
        first = newest // DAY - days
        return [post for post in self.originals if post.at // DAY >= first]

    def _count(self, post: Post, newest: int) -> Counted:
        age = (newest - post.at) / DAY
        return Counted(
            post, 0.5 ** (age / self.rule.half_life), week_of(post.at), self.topics.match(post.text)
        )

    @cached_property
    def tells_words(self) -> bool:
        """Return True if any post has its text.

        Without one, it is unknown what is on topic, which isn't the same as off topic.
        """
        return any(counted.post.text for counted in self.counted)

    @cached_property
    def weeks(self) -> tuple[PostSums, ...]:
        """Sums of the counted posts per ISO week with posts, oldest first."""
        weeks: dict[int, list[tuple[float, ...]]] = {}
        for counted in self.counted:
            weeks.setdefault(counted.week, []).append(self.sums_of(counted))
        return tuple(PostSums.total(rows) for _, rows in sorted(weeks.items()))

    def sums_of(self, counted: Counted) -> tuple[float, ...]:
        """Return what a post adds to `PostSums`, field by field."""
        post, weight = counted.post, counted.weight
        likes = _added(post.likes, post.saves)
        carried = _added(post.comments, post.shares)
        whole = post.engagements if likes is None and carried is None else None
        parts: list[float] = []
        for known in (likes, carried, whole):
            parts += (0.0, 0.0) if known is None else (weight, weight * known)
        off = 1.0 if self.topics and self.tells_words and not counted.on_topic else 0.0
        answered = int(any(known is not None for known in (likes, carried, whole)))
        return (
            1,
            answered,
            weight,
            *parts,
            off * weight,
            off * parts[1],
            off * parts[3],
            off * parts[5],
        )

    @cached_property
    def sums(self) -> PostSums:
        """Sums of all counted posts.

        Without posts, the sums of an accounts table: posts of equal weight.
        """
        if self.weeks or self.account.totals is None:
            return PostSums.total(astuple(week) for week in self.weeks)
        totals = self.account.totals
        posts = totals.posts or 0
        carried = _added(totals.comments, totals.shares)
        known = totals.likes is not None or carried is not None
        return PostSums(
            posts=posts,
            answered=posts if known else 0,
            weight=posts,
            weight_likes=posts if totals.likes is not None else 0,
            likes=totals.likes or 0,
            weight_carried=posts if carried is not None else 0,
            carried=carried or 0,
        )

    @property
    def why_no_reactions(self) -> str:
        """Return why there are no reactions to count."""
        if self.counted:
            return "this export holds no reactions received"
        if not self.originals:
            return "no own public posts in this export"
        age = (self.day - day_of(self.originals[-1].at)).days
        return f"no post in the last {self.rule.fallback_days} days: the newest is {age:,} days old"

    @cached_property
    def responses(self) -> list[Interaction]:
        """Public responses of the window."""
        if not self.counted:
            return []
        first, last = self.counted[0].post.at // DAY, (self.day - EPOCH).days
        return [
            interaction
            for interaction in self.account.interactions
            if is_response(interaction)
            and interaction.at is not None
            and first <= interaction.at // DAY <= last
        ]

    @cached_property
    def crowd(self) -> dict[str, int]:
        """Distinct people who responded publicly in the window.

        Maps contact key to a bit mask of the `weeks` they were active in.
        """
        numbers = {
            week: bit for bit, week in enumerate(sorted({counted.week for counted in self.counted}))
        }
        crowd: dict[str, int] = {}
        for response in self.responses:
            crowd[response.partner] = crowd.get(response.partner, 0) | self._bit(
                response.at or 0, numbers
            )
        return crowd

    @cached_property
    def exchange(self) -> dict[str, list[int]]:
        """Public conversations since the first counted post, by contact key.

        Each value is [received, given].

        Empty if the export doesn't cover both directions. Like the posts, unchanged by a pause.
        """
        if not self.counted or not self.account.shows_exchange:
            return {}
        public = (
            interaction
            for interaction in self.account.interactions
            if interaction.kind in TALK and not interaction.private
        )
        return self._both_ways(public, day_of(self.counted[0].post.at))

    @cached_property
    def threads(self) -> dict[str, list[int]]:
        """Private messages of the same days, as for `exchange`.

        Empty unless the person opted in; only used for reciprocity.
        """
        private = (
            interaction
            for interaction in self.account.interactions
            if interaction.kind == "message" and interaction.private
        )
        return self._both_ways(
            private,
            day_of(self.counted[0].post.at)
            if self.counted
            else self.day - timedelta(days=self.rule.days),
        )

    def _both_ways(self, talk: Iterable[Interaction], first: date) -> dict[str, list[int]]:
        partners: dict[str, list[int]] = {}
        for interaction in talk:
            if interaction.at is not None and first <= day_of(interaction.at) <= self.day:
                partners.setdefault(interaction.partner, [0, 0])[
                    interaction.direction == "out"
                ] += interaction.count
        return partners

    @staticmethod
    def _bit(at: int, numbers: Mapping[int, int]) -> int:
        """Return the bit of the response's week, or of the last earlier week with posts."""
        week = max((number for number in numbers if number <= week_of(at)), default=min(numbers))
        return 1 << numbers[week]

    @property
    def window(self) -> Window:
        """The days and the number of posts that count.

        For an account of sums, the number of posts it states.
        """
        first = self.day - timedelta(days=self.rule.days)
        if not self.counted:
            posts = self.account.totals.posts if self.account.totals else 0
            return Window(first.isoformat(), self.day.isoformat(), posts)
        first = min(first, day_of(self.counted[0].post.at))
        newest = day_of(self.counted[-1].post.at).isoformat()
        return Window(first.isoformat(), self.day.isoformat(), len(self.counted), newest)

    def level(self, *metrics: str) -> Level | None:
        """Return the newest level of the first available metric, up to the day.

        Complete lists win over truncated ones. `at` is the level's date, None if unknown; it is
        after the day if only a later level is known, which is used instead.
        """
        for metric in metrics:
            levels = [
                replace(level, at=self._known_at(level))
                for level in self.account.levels
                if level.metric == metric
            ]
            if levels:
                return self._as_of_the_day(max(levels, key=self._rank))
        return None

    def _known_at(self, level: Level) -> int | None:
        return level.at if level.at is not None else self.account.exported_at

    def _rank(self, level: Level) -> tuple[bool, bool, int, int]:
        if level.at is None:
            return (level.quality in FULL_LISTS, True, 0, level.value)
        known = day_of(level.at) <= self.day
        return (level.quality in FULL_LISTS, known, level.at if known else -level.at, level.value)

    def _as_of_the_day(self, level: Level) -> Level:
        """Subtract followers who joined after the day, where lists have their dates.

        Lists don't include those who left since, so the number is an approximation.
        """
        since = [contact.since for contact in self.account.contacts if contact.since is not None]
        if (
            level.at is None
            or day_of(level.at) <= self.day
            or level.metric not in DATED_LISTS
            or not since
        ):
            return level
        end = (self.day - EPOCH).days * DAY + DAY
        joined = sum(end <= at <= level.at for at in since)
        return replace(level, value=max(0, level.value - joined), at=end - 1, quality="rounded")


class Profile(Struct, frozen=True):
    """All data read for one person, ready to be measured."""

    name: str
    accounts: tuple[Account, ...]
    as_of: date
    ledger: tuple[LedgerRow, ...]
    warnings: tuple[str, ...]

    def seen(self, rules: Rules, topics: Topics) -> Sequence[Seen]:
        """Return each account as of its day."""
        return [Seen(account, self.as_of, rules, topics) for account in self.accounts]
