"""Topics one by one: what do posts on each get, week by week?

Observed for `klout topics`, channels and hints, never scored.
"""

from msgspec.structs import astuple

from klout_cli.factors.interface import Observed
from klout_cli.factors.substance import NO_TOPICS
from klout_cli.person.account import Counted
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement, Plain, PostSums
from klout_cli.translation import gettext_noop as N_

SUMS = PostSums.__struct_fields__.index("on_posts")
"""How many fields of `PostSums` are of all posts, whatever their topic."""


class ByTopic(Observed):
    """What do posts on each of your topics get?

    The posts that count, by topic and ISO week: how many, and their weighted reactions, as
    resonance counts them. A post on two topics stands under both; one on none under "".

    Blind spots: a topic is recognised by its words alone; of a text nothing is kept but the names
    of your topics.
    """

    id = "by_topic"
    title = "By topic"
    unit = "× the expected reactions"
    needs = ("posts", "topics")

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
