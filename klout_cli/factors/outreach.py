"""Outreach: what the person gives to others, as points and levels. Displayed, never scored (method §4)."""

from collections import Counter
from collections.abc import Sequence

from klout_cli.factors.interface import Trait
from klout_cli.profile.profile import Seen
from klout_cli.results import Measurement

GIVEN = frozenset(("reaction", "comment", "reply", "mention", "repost", "share", "endorsement", "recommendation"))
POINTS = 10  # for an action
FIRST_LEVEL, GROWTH = 100, 2.7  # points: levels at 100, 270, 729, 1,968, 5,314 …, each 2.7 times the one before


class Outreach(Trait):
    """How much do you give to others?

    Public likes, comments, replies, mentions, reposts, endorsements and recommendations given, on all accounts: 10 points an action.
    The first level is at 100 points, each further one at 2.7 times the points of the last. All actions that the exports hold count,
    whenever they were, so that a level never falls.

    Blind spots: most exports hold only some of these, so the number says least about who gave where nothing is kept of it; what is
    given in private messages is not counted.
    """

    id = "outreach"
    title = "Outreach"

    def measure(self, seen: Sequence[Seen]) -> Measurement:
        """Measure all accounts together: actions by kind, points, the level, and the points of the next one."""
        kinds = sum((given(one) for one in seen), Counter[str]())
        points = POINTS * kinds.total()
        rows = sorted((-count, kind) for kind, count in kinds.items())
        if not points:
            return Measurement(self.id, "missing", {}, "these exports hold no likes, comments, replies or mentions given")
        level = level_of(points)
        return Measurement(
            self.id,
            "measured",
            {
                "actions": kinds.total(),
                "points": points,
                "level": level,
                "next_level_at": level_at(level + 1),
                "kinds": tuple((kind, -count) for count, kind in rows),
            },
        )


def given(seen: Seen) -> Counter[str]:
    """Count what one account gave in public, by kind; some exports hold replies and reposts as posts, without a partner."""
    named: Counter[str] = Counter()
    for one in seen.account.interactions:
        if one.direction == "out" and one.kind in GIVEN and not one.private:
            named[one.kind] += one.count
    return named | Counter(str(post.kind) for post in seen.account.posts if post.kind in GIVEN and post.public)


def level_at(level: int) -> int:
    """Return the points of a level, the first being 1."""
    return round(FIRST_LEVEL * GROWTH ** (level - 1))


def level_of(points: int) -> int:
    """Return the highest level that so many points reach, 0 below the first."""
    level = 0
    while level_at(level + 1) <= points:
        level += 1
    return level
