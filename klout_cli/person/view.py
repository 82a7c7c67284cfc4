"""What counts of an account as of a day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import groupby

from msgspec.structs import replace

from klout_cli.person.account import (
    CONNECTIONS,
    DATED_LISTS,
    DAY,
    DEALINGS,
    EPOCH,
    FULL_LISTS,
    NEVER,
    TALK,
    Account,
    Counted,
    add_counts,
    day_of,
    is_response,
    newest_row,
    sum_totals,
    week_of,
)
from klout_cli.person.rows import Interaction, Level, Post
from klout_cli.person.rules import Rules
from klout_cli.person.topics import Topics, folded
from klout_cli.results import PostSums, Window
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_


class AccountView:
    """One account on the day it is seen: as-of, or its export's own date if that is earlier.

    A table without a date of its own is seen at its newest row; without that and an as-of, on no
    day at all, and `dated` is False.
    """

    def __init__(
        self,
        account: Account,
        as_of: date | None,
        rules: Rules,
        topics: Topics,
        zone: tzinfo | None = UTC,
    ) -> None:
        self.account = account
        self.zone = zone
        self.rules = rules
        self.rule = rules.window
        self.people = rules.people
        self.topics = topics
        at = newest_row(account) if account.exported_at is None else account.exported_at
        known = [day for day in (as_of, None if at is None else day_of(at)) if day is not None]
        self.dated = bool(known)
        self.day = min(known, default=NEVER)

    def local(self, at: int) -> datetime:
        """Return Unix seconds in the person's time zone; None as zone is the system's."""
        return datetime.fromtimestamp(at, self.zone)

    @property
    def end(self) -> int:
        """The Unix second after the day."""
        return (self.day - EPOCH).days * DAY + DAY

    @property
    def week(self) -> int:
        """The day's ISO week, numbered as by `week_of`."""
        return week_of((self.day - EPOCH).days * DAY)

    @cached_property
    def originals(self) -> list[Post]:
        """Own public original posts up to the day, oldest first."""
        return [
            post
            for post in self.account.posts
            if post.kind == "original" and post.public and post.at < self.end
        ]

    @cached_property
    def counted(self) -> list[Counted]:
        """Posts of the window, and the next older ones where these are too few.

        Counted back from the newest post and not from the day, so that a pause changes nothing
        until all posts are too old.
        """
        if (
            not self.originals
            or (self.day - day_of(self.originals[-1].at)).days > self.rule.longest
        ):
            return []
        newest = self.originals[-1].at
        posts = self._since(newest, self.rule.days)
        if len(posts) < self.rule.fewest:
            posts = self._since(newest, self.rule.longest)[-self.rule.fewest :]
        return [self._count(post, newest) for post in posts]

    def on_topic_alone(self) -> "AccountView":
        """Return the account with its on-topic posts alone."""
        alone = AccountView(self.account, self.day if self.dated else None, self.rules, self.topics)
        alone.originals = self.originals
        alone.counted = [counted for counted in self.counted if counted.on_topic]
        return alone

    def _since(self, newest: int, days: int) -> list[Post]:
        """Return the posts of some days before the newest one; of periods, the whole ones."""
        first = newest // DAY - days
        return [post for post in self.originals if post.first_day >= first]

    def _count(self, post: Post, newest: int) -> Counted:
        age = (newest - post.at) / DAY
        return Counted(
            post, 0.5 ** (age / self.rule.half_life), week_of(post.at), self.topics.match(post.text)
        )

    @cached_property
    def has_texts(self) -> bool:
        """Return True if any post has its text.

        Without one, it is unknown what is on topic, which isn't the same as off topic.
        """
        return any(counted.post.text for counted in self.counted)

    @cached_property
    def weeks(self) -> Mapping[int, PostSums]:
        """Sums of the counted posts by ISO week that has any, oldest first."""
        by_week = groupby(self.counted, key=lambda counted: counted.week)
        return {week: PostSums.total(map(self.sums_of, posts)) for week, posts in by_week}

    def sums_of(self, counted: Counted) -> PostSums:
        """Return what one post adds to the sums."""
        post, weight = counted.post, counted.weight
        likes = add_counts(post.likes, post.saves)
        carried = add_counts(post.comments, post.shares)
        whole = post.engagements if likes is None and carried is None else None
        on_topic = 1.0 if counted.on_topic or not (self.topics and self.has_texts) else 0.0
        parts: list[float] = []
        for known in (likes, carried, whole):
            parts += (0.0, 0.0) if known is None else (weight, weight * known)
        answered = float(any(known is not None for known in (likes, carried, whole)))
        return PostSums(  # type: ignore[call-arg]
            1,
            answered,
            weight,
            answered * weight,
            weight * weight,
            *parts,
            on_topic,
            on_topic * answered,
            on_topic * weight,
            *(on_topic * part for part in parts),
        )

    @cached_property
    def sums(self) -> PostSums:
        """Sums of all counted posts.

        Without any, those of an accounts table: posts of equal weight.
        """
        if self.weeks or self.account.totals is None:
            return PostSums.total(self.weeks.values())
        return sum_totals(self.account.totals)

    @property
    def why_no_reactions(self) -> str:
        """Return why there are no reactions to count."""
        if self.counted:
            return N_("this export doesn't include reactions you received")
        if not self.originals:
            return N_("no public posts of your own in this export")
        age = (self.day - day_of(self.originals[-1].at)).days
        if age <= self.rule.longest:
            return Message("the periods have more than {days} days", days=self.rule.longest)
        return Message(
            "no post in the last {days} days, the latest is {age} days old",
            days=self.rule.longest,
            age=age,
        )

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
        numbers = {week: bit for bit, week in enumerate(self.weeks)}
        crowd: dict[str, int] = {}
        for response in self.responses:
            posted = [week for week in numbers if week <= week_of(response.at or 0)]
            bit = numbers[posted[-1]] if posted else 0  # else the week of the first post
            crowd[response.partner] = crowd.get(response.partner, 0) | 1 << bit
        return crowd

    @cached_property
    def exchange(self) -> dict[str, list[int]]:
        """Public conversations since the first counted post, by contact key.

        Each value is [received, given].

        Empty if the export doesn't cover both directions. Like the posts, unchanged by a pause.
        """
        if not self.shows_exchange:
            return {}
        public = (
            interaction
            for interaction in self.account.interactions
            if interaction.kind in TALK and not interaction.private
        )
        return self._exchange_with(public, day_of(self.counted[0].post.at))

    @property
    def shows_exchange(self) -> bool:
        """Whether posts count, and the kind of export shows talk in both directions."""
        return bool(self.counted) and self.account.shows_exchange

    @cached_property
    def dealings(self) -> Mapping[str, int]:
        """Public talk and shares up to the day by contact key; a connection counts one."""
        dealings: Counter[str] = Counter()
        connected: set[str] = set()
        own = folded(self.account.handle)
        for interaction in self.account.interactions:
            if interaction.private or (interaction.at or 0) >= self.end:
                continue
            if not interaction.partner or folded(interaction.partner) == own:
                continue
            if interaction.kind in CONNECTIONS:
                connected.add(interaction.partner)
            elif interaction.kind in DEALINGS:
                dealings[interaction.partner] += interaction.count
        dealings.update(connected)
        return dealings

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
        if self.counted:
            return self._exchange_with(private, day_of(self.counted[0].post.at))
        return self._exchange_with(private, self.day - timedelta(days=self.rule.days))

    def _exchange_with(self, talk: Iterable[Interaction], first: date) -> dict[str, list[int]]:
        partners: dict[str, list[int]] = {}
        for interaction in talk:
            if interaction.at is not None and first <= day_of(interaction.at) <= self.day:
                pair = partners.setdefault(interaction.partner, [0, 0])
                pair[interaction.direction == "out"] += interaction.count
        return partners

    @property
    def window(self) -> Window:
        """The days and the number of posts that count.

        For an accounts table, the number of posts it gives.
        """
        posts = self.account.totals.posts if self.account.totals else 0
        if not self.dated:
            return Window(None, None, posts)
        first = self.day - timedelta(days=self.rule.days)
        if not self.counted:
            return Window(first.isoformat(), self.day.isoformat(), posts)
        first = min(first, day_of(self.counted[0].post.first_day * DAY))
        newest = day_of(self.counted[-1].post.at).isoformat()
        return Window(first.isoformat(), self.day.isoformat(), len(self.counted), newest)

    def level(self, *metrics: str) -> Level | None:
        """Return the newest level of the first available metric, up to the day.

        Complete lists win over truncated ones. `at` is the level's date, None if unknown; it is
        after the day if only a later level is known, which is used instead.
        """
        for metric in metrics:
            levels = [
                replace(level, at=self.account.exported_at) if level.at is None else level
                for level in self.account.levels
                if level.metric == metric
            ]
            if levels:
                return self._on_day(max(levels, key=self._rank))
        return None

    def _rank(self, level: Level) -> tuple[bool, bool, int, int]:
        if level.at is None:
            return (level.quality in FULL_LISTS, True, 0, level.value)
        known = day_of(level.at) <= self.day
        return (level.quality in FULL_LISTS, known, level.at if known else -level.at, level.value)

    def _on_day(self, level: Level) -> Level:
        """Subtract followers who joined after the day, where lists have their dates.

        Lists don't include those who left since, so the number is an approximation.
        """
        since = [contact.since for contact in self.account.contacts if contact.since is not None]
        is_later = level.at is not None and day_of(level.at) > self.day
        if not is_later or level.metric not in DATED_LISTS or not since:
            return level
        joined = sum(self.end <= at <= (level.at or 0) for at in since)
        return replace(
            level, value=max(0, level.value - joined), at=self.end - 1, quality="rounded"
        )
