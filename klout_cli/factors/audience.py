"""Audience: how many people can see the posts."""

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import AUDIENCES, Seen, day_of
from klout_cli.results import Measurement


class Audience(Factor):
    """How many people can see you?

    Followers, or connections, friends, subscribers, monthly readers: the newest number up to the
    day the account is seen, else the first after it, less who joined in between where a list tells
    that. Following many more than follow back is discounted by the model (method §4).

    Blind spots: bought and dead followers count like others; people reached through others do not
    count here.
    """

    id = "audience"
    title = "Audience"
    unit = "followers"
    needs = ("levels",)
    of_posts = False

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        level = seen.level(*AUDIENCES)
        if level is None:
            return self.missing("this export holds no number of followers")
        following = seen.level("following")
        return self.measured(
            followers=level.value,
            metric=level.metric,
            quality=level.quality,
            as_of=None if level.at is None else day_of(level.at).isoformat(),
            following=None if following is None else following.value,
        )
