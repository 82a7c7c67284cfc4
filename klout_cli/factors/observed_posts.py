"""What posts and profiles show, account by account: for hints, audit and explanations."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from math import fsum

from msgspec.structs import astuple

from klout_cli.factors.contrast import spread_facts
from klout_cli.factors.interface import Observed
from klout_cli.factors.substance import NO_TOPICS
from klout_cli.person.account import Counted, day_of, known_reactions, week_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement, Plain, PostSums
from klout_cli.translation import gettext_noop as N_

WEEKS_SHOWN = 13
GAPS_OF = 365  # days
NAMED = 5  # posts
SUMS = PostSums.__struct_fields__.index("on_posts")
"""How many fields of `PostSums` are of all posts, whatever their topic."""


class Cadence(Observed):
    """How steadily do you post?

    Own public posts: the newest and the oldest, how many weeks of the last 13 have one, and the
    longest pause of the last year, in days. How many of the counted ones have a time of day.

    Blind spots: deleted posts are gone from most exports; a pause is no fault, and costs nothing.
    """

    id = "cadence"
    title = "Cadence"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        days = [day_of(post.at) for post in view.originals]
        if not days:
            return self.missing(N_("no public posts of your own in this export"))
        recent = [day for day in days if day >= view.day - timedelta(days=GAPS_OF)]
        gaps = [(later - earlier).days for earlier, later in pairwise([*recent, view.day])]
        return self.measured(
            newest=days[-1].isoformat(),
            oldest=days[0].isoformat(),
            posts=len(days),
            active_weeks=count_active_weeks([view]),
            of_weeks=WEEKS_SHOWN,
            longest_gap=max(gaps, default=None),
            timed=sum(counted.post.precision != "day" for counted in view.counted),
        )


def count_active_weeks(views: Sequence[AccountView]) -> int:
    """Count the weeks with a post on any account among the last `WEEKS_SHOWN`."""
    last = max(view.week for view in views)
    weeks = {week_of(post.at) for view in views for post in view.originals}
    return sum(last - WEEKS_SHOWN < week <= last for week in weeks)


class Evidence(Observed):
    """Which of your posts carry most?

    The counted posts with most public reactions, each times its weight (newer posts weigh more):
    id, date and numbers.

    Blind spots: what a post says is not kept, only which one it is.
    """

    id = "evidence"
    title = "Evidence"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        `posts` are (id, date, reactions, weight, on topic), highest weight first.
        """
        known = known_reactions(view.counted)
        if not known:
            return self.missing(view.why_no_reactions)
        known.sort(key=lambda pair: (-pair[1] * pair[0].weight, pair[0].post.at, pair[0].post.key))
        return self.measured(
            posts=tuple(_to_row(counted, total) for counted, total in known[:NAMED]), of=len(known)
        )


def _to_row(counted: Counted, total: int) -> tuple[str | float | int, ...]:
    return (
        counted.post.key,
        day_of(counted.post.at).isoformat(),
        total,
        counted.weight,
        int(counted.on_topic),
    )


class Concentration(Observed):
    """Does one post or one person carry your response?

    Reactions of the posts that count: all of them, and those of the post that has most. Public
    responses of named people in the window: all of them, and those of whoever responded most. Only
    counts are kept, nobody's name.

    Blind spots: most exports name nobody who reacted; a share among few is large by chance.
    """

    id = "concentration"
    title = "Concentration"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        Numbers of posts or people are None if nothing is known about them.
        """
        known = [total for _, total in known_reactions(view.counted)]
        people = Counter[str]()
        for response in view.responses:
            people[response.partner] += response.count
        if not known and not people:
            return self.missing(view.why_no_reactions)
        return self.measured(
            top_post=max(known, default=None),
            reactions=sum(known) if known else None,
            posts=len(known) or None,
            top_fan=max(people.values(), default=None),
            responses=people.total() if people else None,
            people=len(people) or None,
        )


class Views(Observed):
    """How many of those who see a post react?

    Counted posts with known views and reactions: how many, views per post, reactions per view, and
    the spread of that rate over the weeks.

    Blind spots: networks count views differently, and some count the person's own.
    """

    id = "views"
    title = N_("Views")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account; `mean` and `deviation` are of the weeks' rates."""
        known = [
            (counted.week, counted.post.impressions, total)
            for counted, total in known_reactions(view.counted)
            if counted.post.impressions
        ]
        if not known:
            return self.missing(N_("the export doesn't show views of single posts"))
        weeks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for week, views, reactions in known:
            weeks[week].append((views, reactions))
        rates = [
            fsum(reactions for _, reactions in posts) / fsum(views for views, _ in posts)
            for posts in weeks.values()
        ]
        views = sum(views for _, views, _ in known)
        return self.measured(
            posts=len(known),
            per_post=views / len(known),
            rate=sum(reactions for *_, reactions in known) / views,
            **spread_facts(rates),
        )


class ByTopic(Observed):
    """What do posts on each of your topics get?

    The posts that count, by topic and ISO week: how many, and their weighted reactions, as
    resonance counts them. A post on two topics stands under both; one on none under "".

    Blind spots: a topic is recognised by its words alone; of a text nothing is kept but the names
    of your topics.
    """

    id = "by_topic"
    title = "By topic"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        `weeks` are rows of (topic, week, and the first fields of `PostSums`).
        """
        if not view.topics:
            return self.missing(NO_TOPICS)
        weeks: dict[tuple[str, int], list[Counted]] = {}
        for counted in view.counted:
            for name in view.topics.of(counted.post.text) or [""]:
                weeks.setdefault((name, counted.week), []).append(counted)
        rows: tuple[tuple[Plain, ...], ...] = tuple(
            (name, week, *astuple(PostSums.total(map(view.sums_of, posts)))[:SUMS])
            for (name, week), posts in sorted(weeks.items())
        )
        return self.measured(weeks=rows) if rows else self.missing(N_("no recent posts"))


class Presence(Observed):
    """Does your profile say who you are?

    Whether there is a text, a picture and a position (1 or 0), and where its links lead, as host
    and path; nothing else of a profile is kept.

    Blind spots: an export tells the profile of its own day, and seldom all of it; whether a text is
    good nobody counts.
    """

    id = "presence"
    title = "Profile"

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        A part that no export covers is None; `links` are rows of one address each.
        """
        about = view.account.about
        parts = {"bio": about.bio, "picture": about.picture, "position": about.position}
        facts = {name: None if there is None else int(there) for name, there in parts.items()}
        link = None if about.links is None else int(bool(about.links))
        if link is None and set(facts.values()) == {None}:
            return self.missing(N_("this export doesn't include your profile"))
        links = tuple((address,) for address in about.links or ())
        return self.measured(**facts, link=link, links=links)
