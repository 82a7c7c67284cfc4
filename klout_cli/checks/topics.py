"""The topics the person wants to be known for."""

from klout_cli.checks.interface import (
    Case,
    Check,
    Result,
    could_not_check,
    opportunity,
    percent,
    verdict,
)
from klout_cli.checks.limits import page


class Topics(Check):
    """Topics that are set, and how far the posts are about them."""

    id = "topics"
    title = "On your topics"
    what = (
        "Whether topics are stated in klout.yaml, and which share of the posts that count is on "
        "them."
    )
    why = (
        "Without topics nobody, and no score, can tell what you want to be known for from "
        "everything else."
    )
    remedy = (
        "State your topics (klout init), and write about them more often than about other things."
    )
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check the share of posts on topic."""
        if not case.topics:
            return opportunity("no topics are stated in klout.yaml")
        share = case.number("substance", "share_of_posts")
        if share is None:
            return could_not_check(case.measurement("substance").reason)
        return verdict(
            share >= page().limits.on_topic.value,
            f"{percent(share)} of the posts are on your topics",
        )
