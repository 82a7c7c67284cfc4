"""Comments and shares: does what you say travel?"""

from collections.abc import Iterator

from msgspec import Struct

from klout_cli.factors.expectation import (
    ReactionRule,
    expectation_lines,
    expected_of,
    surprise,
    surprise_line,
)
from klout_cli.factors.interface import Missing, SampledFactor
from klout_cli.factors.operations import UNKNOWN, Floats, Number, Operations
from klout_cli.factors.rules import Given
from klout_cli.person.view import AccountView
from klout_cli.results import Line, PostSums
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_


class Amplification(SampledFactor):
    """Do people comment on your posts and share them?

    Comments and shares alone, which take more effort than a like. They are compared with their
    usual share on this network.

    Blind spots: a mocking share counts like any other; links passed on in private aren't
    visible.
    """

    id = "amplification"
    title = N_("Amplification")
    unit = N_("× the usual comments and shares")
    moved = "carried"

    Rule = ReactionRule

    class Facts(Struct, frozen=True):
        """Comments and shares, and the weight of the posts where they are known."""

        carried: float
        weight_carried: float
        posts: float
        on_carried: float = 0.0

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        if view.sums.weight_carried:
            return self.of_sums(view.sums, 0.0)
        if not view.sums.answered:
            return Missing(view.why_no_reactions)
        return Missing(N_("this export doesn't include comments or shares you received"))

    def z(self, ops: Operations, rule: ReactionRule, given: Given, facts: Facts) -> Number:
        """Compare comments and shares with those expected; unknown for an inferred audience."""
        z = surprise(ops, rule, self._received(rule, facts), self.expected(ops, rule, given, facts))
        return ops.where(given.counted, z, UNKNOWN)

    def expected(self, ops: Operations, rule: ReactionRule, given: Given, facts: Facts) -> Number:
        """Return the comments and shares expected, weighted."""
        return expected_of(ops, given.per_post, given.reference.phi * facts.weight_carried)

    def working(self, rule: ReactionRule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to z."""
        expected = float(self.expected(Floats, rule, given, facts))
        yield from expectation_lines(given)
        yield step(
            "expected",
            N_("{each} × {phi} × {weight} (posts, weighted) = {expected}"),
            given.reference,
            each=given.per_post,
            weight=facts.weight_carried,
            expected=expected,
        )
        received = self._received(rule, facts)
        yield step("comments, shares", "{received} (weighted)", received=received)
        yield surprise_line(rule, received, expected)

    def of_sums(self, sums: PostSums, responders: float) -> Facts:
        """Return the part of the sums that is comments and shares."""
        return self.Facts(sums.carried, sums.weight_carried, sums.posts, sums.on_carried)

    @staticmethod
    def _received(rule: ReactionRule, facts: Facts) -> Number:
        return facts.carried - (1 - rule.off_topic) * (facts.carried - facts.on_carried)
