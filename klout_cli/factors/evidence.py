"""Evidence: the posts that count most.

Observed for explanations, which list them, by id and date only.
"""

from klout_cli.factors.interface import Observed
from klout_cli.person.account import Counted, day_of, known_reactions
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement

NAMED = 5


class Evidence(Observed):
    """Which of your posts carry most?

    The counted posts with most public reactions, each times its weight (newer posts weigh more):
    id, date and numbers.

    Blind spots: what a post says is not kept, only which one it is.
    """

    id = "evidence"
    title = "Evidence"
    unit = "reactions, weighed"
    needs = ("posts",)

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
