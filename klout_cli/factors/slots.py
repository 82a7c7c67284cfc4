"""Reactions by weekday and time of day, over all accounts. Displayed for hints, never scored."""

import math
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import astuple, replace

from klout_cli.factors.contrast import Reacted, contrasts, reacted
from klout_cli.factors.interface import Trait
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.translation import gettext_noop as N_

ALL_DAY = 24


class Slots(Trait):
    """When do people react to you?

    Counted posts of all accounts that have a time, each against the mean of its own account, by
    weekday and time of day in your time zone. Each slot is compared with your other posts, as
    logarithms with their standard error.

    Blind spots: what was posted may matter more than when; posts with a date alone are left out.
    """

    id = "slots"
    title = N_("Timing")

    def measure(self, views: Sequence[AccountView]) -> Measurement:
        """Measure all accounts together.

        `slots` are rows of (weekday from Monday as 0, first hour, hour after the last, and the
        fields of `Contrast`); `hours` are (weekday, hour, posts, times the account's mean).
        """
        hours = views[0].rules.hints.evidence.slot_hours
        slots: dict[tuple[int, int, int], list[Reacted]] = defaultdict(list)
        cells: dict[tuple[int, int], list[Reacted]] = defaultdict(list)
        posts: list[Reacted] = []
        for view in views:
            for post in _relative(view):
                local = view.local(post.counted.post.at)
                first = local.hour // hours * hours
                slots[local.weekday(), 0, ALL_DAY].append(post)
                slots[local.weekday(), first, first + hours].append(post)
                cells[local.weekday(), local.hour].append(post)
                posts.append(post)
        rows = tuple((*slot, *astuple(row)) for slot, row in contrasts(slots, posts))
        if not rows:
            return self.missing(N_("too few posts with a time and known reactions"))
        times = tuple((*cell, len(posts), _times(posts)) for cell, posts in sorted(cells.items()))
        return self.measured(posts=len(posts), slots=tuple(sorted(rows)), hours=times)


def _relative(view: AccountView) -> list[Reacted]:
    """Return an account's posts with a time, their reactions relative to its mean."""
    posts = [post for post in reacted(view.counted) if post.counted.post.precision != "day"]
    mean = math.fsum(post.log for post in posts) / len(posts) if posts else 0.0
    return [replace(post, log=post.log - mean) for post in posts]


def _times(posts: Sequence[Reacted]) -> float:
    return math.exp(math.fsum(post.log for post in posts) / len(posts))
