"""Responses by topic and week. Observed for `klout topics`, channels and hints.

Never scored.
"""

from klout_cli.factors.interface import Factor
from klout_cli.factors.substance import NO_TOPICS
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement, Plain

# The first fields of PostSums: posts, answered, weight, then weight and sum of likes, carried and
# engagements.
SUMS = 9


class ByTopic(Factor):
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

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account.

        `weeks` are rows of (topic, week, and the first fields of `PostSums`).
        """
        if not seen.topics:
            return self.missing(NO_TOPICS)
        weeks: dict[tuple[str, int], list[tuple[float, ...]]] = {}
        for counted in seen.counted:
            for name in seen.topics.of(counted.post.text) or [""]:
                weeks.setdefault((name, counted.week), []).append(seen.sums_of(counted)[:SUMS])
        rows: tuple[tuple[Plain, ...], ...] = tuple(
            (name, week, *(sum(column) for column in zip(*posts, strict=True)))
            for (name, week), posts in sorted(weeks.items())
        )
        return self.measured(weeks=rows) if rows else self.missing("no post of the window")
