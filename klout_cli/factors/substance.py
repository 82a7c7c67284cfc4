"""Topics: is the response for what matters?"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from klout_cli.factors.expectation import expected_of, whole_share
from klout_cli.factors.interface import Missing, SampledFactor
from klout_cli.factors.operations import UNKNOWN, Floats, Number, Operations
from klout_cli.factors.rules import Given, Positive, Reference, WeightedRule
from klout_cli.person.view import AccountView
from klout_cli.results import Line, PostSums
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_

NO_TOPICS = N_("you haven't set any topics yet")


class Substance(SampledFactor):
    """Do people respond to the topics you want to be known for?

    How much more response posts on your topics get than all your posts do, each compared with
    what is usual. A like on another post never costs more here than it adds in resonance.

    Blind spots: klout recognises a topic by its words alone, not by irony or pictures.
    """

    id = "substance"
    title = N_("Substance")
    unit = N_("SD of resonance between posts on topic and all posts")

    class Rule(WeightedRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """Received against expected on topic, as resonance has it; one SD is `sd` of its z."""

        sd: Positive
        reaction_sd: Positive
        prior: Positive

    class Facts(Struct, frozen=True):
        """What posts on topic received, and the weights of those where each part is known.

        `responses` of all posts, and all posts, are for the shares that people read.
        """

        on_posts: float
        posts: float
        on_likes: float
        on_carried: float
        on_engagements: float
        on_weight_likes: float
        on_weight_carried: float
        on_weight_engagements: float
        responses: float

        @property
        def on_responses(self) -> float:
            """All responses to posts on topic, weighted."""
            return self.on_likes + self.on_carried + self.on_engagements

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        if not view.topics:
            return Missing(NO_TOPICS)
        if view.counted and not view.has_texts:
            return Missing(N_("this export doesn't include the text of your posts"))
        if not view.counted or not view.sums.answered:
            return Missing(view.why_no_reactions)
        if not view.sums.on_answered:
            return Missing(N_("none of your recent posts is on your topics"))
        return self.of_sums(view.sums, 0.0)

    def z(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Compare the z of posts on topic with that of resonance, as it counts.

        A step of resonance is never worth more here than there.
        """
        on_topic = self._z_on(ops, rule, given, facts)
        return self._step(rule, given) * (on_topic - given.counted_z.get("resonance", UNKNOWN))

    def _step(self, rule: Rule, given: Given) -> float:
        return min(1 / rule.sd, given.points["resonance"] / given.points[self.id])

    def expected(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Return the reactions expected on topic, weighted; unknown where those are nothing."""
        share = whole_share(
            given.reference,
            facts.on_weight_likes,
            facts.on_weight_carried,
            facts.on_weight_engagements,
        )
        return expected_of(ops, given.per_post, share)

    def _z_on(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        expected = self.expected(ops, rule, given, facts)
        received = facts.on_responses
        return ops.log10((rule.prior + received) / (rule.prior + expected)) / rule.reaction_sd

    def working(self, rule: Rule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to z."""
        on_topic = float(self._z_on(Floats, rule, given, facts))
        expected = float(self.expected(Floats, rule, given, facts))
        received = facts.on_responses
        text = N_("{received} reactions, {expected} usual (weighted)")
        yield step(N_("posts on topic"), text, received=received, expected=expected)
        yield step(
            N_("z on topic"),
            "log10(({prior} + {received}) / ({prior} + {expected})) / {sd} = {on_topic}",
            rule,
            received=received,
            expected=expected,
            sd=rule.reaction_sd,
            on_topic=on_topic,
        )
        yield step(
            "z",
            "{step} × ({on_topic} − {all}) = {z}",
            step=self._step(rule, given),
            on_topic=on_topic,
            all=given.counted_z.get("resonance", UNKNOWN),
            z=self.z(Floats, rule, given, facts),
        )

    def shown(self, rule: Rule, facts: Facts, z: float) -> Mapping[str, float]:
        """Return the share of posts that are on topic."""
        return {"share_of_posts": facts.on_posts / facts.posts}

    def of_sums(self, sums: PostSums, responders: float) -> Facts:
        """Return the part of the sums that is on topic."""
        return self.Facts(
            on_posts=sums.on_posts,
            posts=sums.posts,
            on_likes=sums.on_likes,
            on_carried=sums.on_carried,
            on_engagements=sums.on_engagements,
            on_weight_likes=sums.on_weight_likes,
            on_weight_carried=sums.on_weight_carried,
            on_weight_engagements=sums.on_weight_engagements,
            responses=sums.responses,
        )

    def lost_per_tenfold(self, rule: Rule, reference: Reference) -> float:
        """Return 0, as posts on topic and all posts lose as much."""
        return 0.0

    def in_unit(self, rule: Rule, z: float) -> float:
        """Return the difference of both z that a z stands for."""
        return z * rule.sd
