"""Reactions: do people respond at all?"""

from collections.abc import Iterator, Mapping

from klout_cli.factors.expectation import (
    ReactionRule,
    all_parts,
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


class Resonance(SampledFactor):
    """Do people react to what you post?

    Public likes, comments, shares and saves on your recent posts, compared with the usual for
    this audience. Newer posts count more. One viral post can't lift the score alone, and
    posting less doesn't lower it.

    Blind spots: klout doesn't read what you wrote; posts without counts in the export are left
    out.
    """

    id = "resonance"
    title = N_("Resonance")
    unit = N_("× the usual reactions")
    moved = "likes"

    Rule = ReactionRule
    Facts = PostSums

    def measure(self, view: AccountView) -> PostSums | Missing:
        """Measure one account."""
        return view.sums if view.sums.answered else Missing(view.why_no_reactions)

    def z(self, ops: Operations, rule: ReactionRule, given: Given, facts: PostSums) -> Number:
        """Compare reactions with those expected; unknown where the audience is inferred."""
        parts = all_parts(given.reference, facts, rule.off_topic)
        z = surprise(ops, rule, parts.received, expected_of(ops, given.per_post, parts.share))
        return ops.where(given.counted, z, UNKNOWN)

    def expected(
        self, ops: Operations, rule: ReactionRule, given: Given, facts: PostSums
    ) -> Number:
        """Return the reactions expected, weighted."""
        return expected_of(ops, given.per_post, all_parts(given.reference, facts).share)

    def working(self, rule: ReactionRule, given: Given, facts: PostSums) -> Iterator[Line]:
        """Yield the steps to z."""
        parts = all_parts(given.reference, facts, rule.off_topic)
        expected = float(self.expected(Floats, rule, given, facts))
        yield from expectation_lines(given)
        text = N_("{each} × {share} (posts, weighted) = {expected}")
        yield step("expected", text, parts, each=given.per_post, expected=expected)
        yield step(N_("reactions"), N_("{received} (weighted)"), parts)
        yield surprise_line(rule, parts.received, expected)

    def shown(self, rule: ReactionRule, facts: PostSums, z: float) -> Mapping[str, float]:
        """Return all reactions, weighted, and those of a post."""
        known = max(facts.weight_likes, facts.weight_carried, facts.weight_engagements)
        return {"reactions": facts.responses, "per_post": facts.responses / known}

    def of_sums(self, sums: PostSums, responders: float) -> PostSums:
        """Return the sums themselves."""
        return sums
