"""Evidence: the posts that carry most.

Observed so that explanations can name them, by id and date only.
"""

from klout_cli.factors.interface import Observed
from klout_cli.person.profile import Counted, AccountView, day_of
from klout_cli.results import Measurement

NAMED = 5


class Evidence(Observed):
    """Which of your posts carry most?

    The counted posts with most public reactions, each times its weight (newer posts weigh more,
    method §3): id, date and numbers.

    Blind spots: what a post says is not kept, only which one it is.
    """

    id = "evidence"
    title = "Evidence"
    unit = "reactions, weighed"
    needs = ("posts",)

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account.

        `posts` holds (id, date, reactions, weight, on topic), the weightiest first.
        """
        known = [(one, total) for one in view.counted if (total := one.post.reactions) is not None]
        if not known:
            return self.missing(view.why_no_reactions)
        known.sort(key=lambda pair: (-pair[1] * pair[0].weight, pair[0].post.at, pair[0].post.key))
        return self.found(
            posts=tuple(_named(one, total) for one, total in known[:NAMED]), of=len(known)
        )


def _named(one: Counted, total: int) -> tuple[str | float | int, ...]:
    return one.post.key, day_of(one.post.at).isoformat(), total, one.weight, int(one.on_topic)
