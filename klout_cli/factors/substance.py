"""Substance: how far the responses are for the person's topics."""

from klout_cli.factors.interface import Factor
from klout_cli.person.profile import Seen
from klout_cli.results import Measurement

NO_TOPICS = "no topics are stated in klout.yaml"


class Substance(Factor):
    """Does the response come for what you want to be known for?

    The share of responses that posts on your stated topics earned, minus the share of posts on
    those topics (method §4.3).

    Blind spots: a topic is recognised by its words alone; irony and pictures are not.
    """

    id = "substance"
    title = "Substance"
    unit = "share of responses above share of posts"
    needs = ("posts", "topics")

    def measure(self, seen: Seen) -> Measurement:
        """Measure one account."""
        if not seen.topics:
            return self.missing(NO_TOPICS)
        if seen.counted and not seen.tells_words:
            return self.missing("this export does not hold what your posts say")
        shares = seen.sums.on_topic_shares
        if not seen.counted or shares is None:
            return self.missing(
                seen.why_no_reactions
                if not seen.sums.answered
                else "no post of the window got a response"
            )
        return self.measured(
            topic_gain=shares[0] - shares[1],
            share_of_responses=shares[0],
            share_of_posts=shares[1],
            on_topic_posts=sum(counted.on_topic for counted in seen.counted),
            posts=len(seen.counted),
        )
