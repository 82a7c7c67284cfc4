"""The Klout style: one of sixteen names for how a person uses networks.

Displayed, never scored.
"""

from collections.abc import Sequence

from msgspec import Struct

from klout_cli.factors.cadence import WEEKS_SHOWN
from klout_cli.factors.interface import Trait
from klout_cli.factors.outreach import given
from klout_cli.person.profile import Seen, week_of
from klout_cli.results import Measurement

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

    Four axes, each decided by the greater half. Participating: of what you gave others, words and
    reposts rather than likes, on accounts that show both. Sharing: of your public posts, reposts of
    others' rather than own ones. Broad: of the posts that count and carry text, those off your
    stated topics. Consistent: of the last 13 weeks, those with a post.

    Blind spots: two names for a person with halves of both tell little; reading leaves no trace in
    an export, and a repost that an export does not mark is taken for an own post.
    """

    id = "style"
    title = "Style"

    def measure(self, seen: Sequence[Seen]) -> Measurement:
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


def _participating(seen: Sequence[Seen]) -> Axis:
    counts = [kinds for account in seen if (kinds := given(account))[LIKES]]
    whole = sum(kinds.total() for kinds in counts)
    words = whole - sum(kinds[LIKES] for kinds in counts)
    parts = ("things you gave others were words or reposts", "things you gave others were likes")
    return Axis(
        ("participating", "listening"), parts, "no export here shows likes you gave", words, whole
    )


def _sharing(seen: Sequence[Seen]) -> Axis:
    kinds = [
        post.kind
        for account in seen
        for post in account.account.posts
        if post.public and post.kind in ("original", "repost")
    ]
    parts = ("posts pass on what others wrote", "posts are your own")
    return Axis(
        ("sharing", "creating"), parts, "no public posts", kinds.count("repost"), len(kinds)
    )


def _broad(seen: Sequence[Seen]) -> Axis:
    topics = any(account.topics for account in seen)
    texts = (
        [counted for account in seen for counted in account.counted if counted.post.text]
        if topics
        else []
    )
    why = "no post that counts carries text" if topics else "no topics are stated in klout.yaml"
    parts = ("posts that count are off your topics", "posts that count are on your topics")
    return Axis(
        ("broad", "focused"), parts, why, sum(not counted.on_topic for counted in texts), len(texts)
    )


def _consistent(seen: Sequence[Seen]) -> Axis:
    weeks = {week_of(post.at) for account in seen for post in account.originals}
    last = max(account.week for account in seen)
    active = sum(last - WEEKS_SHOWN < week <= last for week in weeks)
    parts = ("weeks have a post", "weeks have none")
    return Axis(
        ("consistent", "casual"), parts, "no own public posts", active, WEEKS_SHOWN if weeks else 0
    )
