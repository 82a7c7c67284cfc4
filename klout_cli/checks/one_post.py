"""One post with most of the reactions."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, percent, verdict
from klout_cli.checks.limits import page


class OnePost(Check):
    """The share of the post with most reactions."""

    id = "one_post"
    title = "More than one post"
    what = "Which share of all reactions the post with most of them has."
    why = (
        "One lucky post says little about the next; a score that hangs on it falls when it leaves "
        "the window."
    )
    remedy = (
        "Write again about what that post was about, and see whether it was the subject or luck."
    )
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check the largest share, if there are enough posts."""
        top, total, posts = (
            case.number("concentration", fact) for fact in ("top_post", "reactions", "posts")
        )
        if top is None or posts is None:
            return could_not_check(
                case.measurement("concentration").reason
                or "the reactions on single posts are not known"
            )
        if not total or posts < page().limits.fewest.value:
            return could_not_check(f"too few: {total or 0:,.0f} reactions on {posts:,.0f} posts")
        share = top / total
        return verdict(
            share <= page().limits.top_post.value,
            f"{percent(share)} of the reactions on {posts:,.0f} posts are one post's",
        )
