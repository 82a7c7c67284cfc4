"""The Klout style: one of sixteen names for how a person uses networks.

Displayed, never scored.
"""

from collections.abc import Sequence

from msgspec import Struct

from klout_cli.factors.cadence import WEEKS_SHOWN
from klout_cli.factors.interface import Trait
from klout_cli.factors.outreach import given
from klout_cli.person.account import week_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

# Klout published the names in this grid, but not the rules. Here a row is participating or
# listening, then consistent or casual; a column is sharing or creating, then broad or focused.
GRID = (
    ("Curator", "Broadcaster", "Taste Maker", "Celebrity"),  # participating, consistent
    ("Dabbler", "Conversationalist", "Socializer", "Networker"),  # participating, casual
    ("Syndicator", "Feeder", "Thought Leader", "Pundit"),  # listening, consistent
    ("Observer", "Explorer", "Activist", "Specialist"),  # listening, casual
)
LIKES = "reaction"


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
            return Measurement(
                self.id, "missing", {}, "; ".join(dict.fromkeys(axis.why for axis in axes))
            )
        name = _name(*axes) if len(sides) == len(axes) else ", ".join(sides)
        return Measurement(
            self.id, "measured", {"style": name, "axes": tuple(axis.row for axis in axes)}
        )


def _name(participating: Axis, sharing: Axis, broad: Axis, consistent: Axis) -> str:
    return GRID[2 * participating.second + consistent.second][2 * sharing.second + broad.second]


def _participating(seen: Sequence[AccountView]) -> Axis:
    counts = [kinds for account in seen if (kinds := given(account))[LIKES]]
    whole = sum(kinds.total() for kinds in counts)
    words = whole - sum(kinds[LIKES] for kinds in counts)
    parts = (
        N_("things you gave others were words or reposts"),
        N_("things you gave others were likes"),
    )
    return Axis(
        ("participating", "listening"),
        parts,
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
    weeks = {week_of(post.at) for account in seen for post in account.originals}
    last = max(account.week for account in seen)
    active = sum(last - WEEKS_SHOWN < week <= last for week in weeks)
    parts = (N_("weeks have a post"), N_("weeks have none"))
    return Axis(
        ("consistent", "casual"),
        parts,
        N_("no public posts of your own"),
        active,
        WEEKS_SHOWN if weeks else 0,
    )
