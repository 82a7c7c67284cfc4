"""What is displayed of the whole person beside the score: steadiness, outreach and style."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from klout_cli.factors.interface import Trait
from klout_cli.factors.observed_posts import WEEKS_SHOWN, count_active_weeks
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

GIVEN = frozenset(
    ("reaction", "comment", "reply", "mention", "repost", "share", "endorsement", "recommendation")
)
# Klout published the names in this grid, but not the rules. Here a row is participating or
# listening, then consistent or casual; a column is sharing or creating, then broad or focused.
GRID = (
    ("Curator", "Broadcaster", "Taste Maker", "Celebrity"),  # participating, consistent
    ("Dabbler", "Conversationalist", "Socializer", "Networker"),  # participating, casual
    ("Syndicator", "Feeder", "Thought Leader", "Pundit"),  # listening, consistent
    ("Observer", "Explorer", "Activist", "Specialist"),  # listening, casual
)
LIKES = "reaction"


class Steadiness(Trait):
    """Do you keep at it?

    Weeks with a post on any account among the last 13, and the h-index of your recent posts. It
    is h if h posts have at least h reactions each.

    Blind spots: the h-index grows with the audience, and posts without known reactions are left
    out.
    """

    id = "steadiness"
    title = "Steadiness"

    def measure(self, seen: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together; `h_index` is None without known reactions."""
        counts = [counted.post.reactions for account in seen for counted in account.counted]
        ranked = sorted((known for known in counts if known is not None), reverse=True)
        h_index = sum(count > place for place, count in enumerate(ranked))
        return self.measured(
            active_weeks=count_active_weeks(seen),
            of_weeks=WEEKS_SHOWN,
            h_index=h_index if ranked else None,
        )


class Outreach(Trait):
    """How much do you give to others?

    Public likes, comments, replies, mentions, reposts, endorsements and recommendations you
    gave, on all accounts. The method gives points for each and sets the levels. Everything in
    the exports counts, whenever it was, so a level never falls.

    Blind spots: most exports include only some of these, so the number says little where
    nothing is recorded; private messages don't count.
    """

    id = "outreach"
    title = "Outreach"

    def measure(self, seen: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together: actions in total and by kind."""
        kinds = sum((given(account) for account in seen), Counter[str]())
        rows = sorted((-count, kind) for kind, count in kinds.items())
        if not kinds.total():
            return self.missing(
                N_("these exports don't include likes, comments or mentions you gave")
            )
        return self.measured(
            actions=kinds.total(), kinds=tuple((kind, -count) for count, kind in rows)
        )


def given(seen: AccountView) -> Counter[str]:
    """Count an account's public actions towards others by kind.

    Some exports list replies and reposts as posts, without a partner.
    """
    named: Counter[str] = Counter()
    for interaction in seen.account.interactions:
        if interaction.direction == "out" and interaction.kind in GIVEN and not interaction.private:
            named[interaction.kind] += interaction.count
    return named | Counter(
        str(post.kind) for post in seen.account.posts if post.kind in GIVEN and post.public
    )


class Axis(Struct, frozen=True):
    """Two sides, the share of the first, and what the parts of both are.

    Without a whole, `why` is the reason.
    """

    sides: tuple[str, str]
    parts: tuple[str, str]
    why: str
    part: int
    whole: int

    @property
    def second(self) -> bool:
        """True if the second side has more than half."""
        return 2 * self.part < self.whole

    @property
    def side(self) -> str | None:
        """The larger side, None if not measured."""
        return self.sides[self.second] if self.whole else None

    @property
    def row(self) -> tuple[str, str | None, int, int, str]:
        """(axis, side, its part, the whole, what the part is or why there is none)."""
        name = "/".join(self.sides)
        if not self.whole:
            return name, None, 0, 0, self.why
        return (
            name,
            self.side,
            self.whole - self.part if self.second else self.part,
            self.whole,
            self.parts[self.second],
        )


class Style(Trait):
    """Which of sixteen kinds of networker are you?

    Four questions, each decided by the larger half. Do you give others words and reposts, or
    likes? Do you repost, or post yourself? Are your posts off your topics, or on them? Have
    more of the last 13 weeks a post, or none?

    Blind spots: two names say little about a person with halves of both; reading leaves no
    trace in an export.
    """

    id = "style"
    title = "Style"

    def measure(self, seen: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together; `axes` are the rows of the four."""
        axes = (_participating(seen), _sharing(seen), _broad(seen), _consistent(seen))
        sides = [axis.side for axis in axes if axis.side]
        if not sides:
            return self.missing("; ".join(dict.fromkeys(axis.why for axis in axes)))
        name = _name(*axes) if len(sides) == len(axes) else ", ".join(sides)
        return self.measured(style=name, axes=tuple(axis.row for axis in axes))


def _name(participating: Axis, sharing: Axis, broad: Axis, consistent: Axis) -> str:
    return GRID[2 * participating.second + consistent.second][2 * sharing.second + broad.second]


def _participating(seen: Sequence[AccountView]) -> Axis:
    counts = [kinds for account in seen if (kinds := given(account))[LIKES]]
    whole = sum(kinds.total() for kinds in counts)
    words = whole - sum(kinds[LIKES] for kinds in counts)
    return Axis(
        ("participating", "listening"),
        (
            N_("things you gave others were words or reposts"),
            N_("things you gave others were likes"),
        ),
        N_("no export here shows likes you gave"),
        words,
        whole,
    )


def _sharing(seen: Sequence[AccountView]) -> Axis:
    kinds = [
        post.kind
        for account in seen
        for post in account.account.posts
        if post.public and post.kind in ("original", "repost")
    ]
    parts = (N_("posts are reposts of others"), N_("posts are your own"))
    return Axis(
        ("sharing", "creating"), parts, N_("no public posts"), kinds.count("repost"), len(kinds)
    )


def _broad(seen: Sequence[AccountView]) -> Axis:
    topics = any(account.topics for account in seen)
    texts = (
        [counted for account in seen for counted in account.counted if counted.post.text]
        if topics
        else []
    )
    why = N_("no recent post has text") if topics else N_("you haven't set any topics yet")
    parts = (N_("recent posts are off your topics"), N_("recent posts are on your topics"))
    return Axis(
        ("broad", "focused"), parts, why, sum(not counted.on_topic for counted in texts), len(texts)
    )


def _consistent(seen: Sequence[AccountView]) -> Axis:
    published = any(account.originals for account in seen)
    return Axis(
        ("consistent", "casual"),
        (N_("weeks have a post"), N_("weeks have none")),
        N_("no public posts of your own"),
        count_active_weeks(seen),
        WEEKS_SHOWN if published else 0,
    )
