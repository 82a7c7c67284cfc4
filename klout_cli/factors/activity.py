"""Activity: what the person does in public.

Observed for the audit, never scored: volume earns no points.
"""

from klout_cli.factors.interface import Observed
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement

GIVEN = frozenset(("mention", "reply", "comment", "reaction", "repost", "wall_post"))


class Activity(Observed):
    """What do you do here in public?

    Own public posts of any kind up to the day, public talk and reactions given to others, and
    private talk where it was read.

    Blind spots: what an export leaves out looks like silence; messages are not read.
    """

    id = "activity"
    title = "Activity"
    unit = "posts and actions"
    needs = ("posts", "interactions")

    def measure(self, view: AccountView) -> Measurement:
        """Measure one account."""
        account = view.account
        return self.measured(
            published=sum(post.public and post.at < view.end for post in account.posts),
            given=sum(
                interaction.count
                for interaction in account.interactions
                if interaction.direction == "out"
                and interaction.kind in GIVEN
                and not interaction.private
            ),
            private=sum(
                interaction.count for interaction in account.interactions if interaction.private
            ),
        )
