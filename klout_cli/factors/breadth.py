"""Responders: how many different people?"""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from klout_cli.factors.expectation import expectation_lines
from klout_cli.factors.interface import Missing, SampledFactor
from klout_cli.factors.operations import UNKNOWN, Floats, Number, Operations
from klout_cli.factors.rules import Given, Positive, Reference, WeightedRule
from klout_cli.person.view import AccountView
from klout_cli.results import Line, PostSums
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_

LEAST = 1e-12  # keeps the logarithm of "nothing expected" defined


class Breadth(SampledFactor):
    """Do many people respond, or always the same few?

    Different people who commented on, shared or linked your recent posts, compared with the
    usual for this audience.

    Blind spots: most exports don't say who reacted; one person with two names counts twice.
    """

    id = "breadth"
    title = N_("Breadth")
    unit = N_("× the usual number of responders")
    moved = "responders"
    changes: ClassVar = {"responders": "responders"}

    class Rule(WeightedRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """People expected of reactions: people × reactions ^ exponent."""

        sd: Positive
        prior: Positive
        people: Positive
        exponent: Positive

    class Facts(Struct, frozen=True):
        """Distinct responders in the window, and how many posts counted."""

        responders: float
        posts: float | None

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        if view.counted and view.account.names_responders:
            return self.Facts(responders=len(view.crowd), posts=len(view.counted))
        totals = view.account.totals
        if totals is None or totals.responders is None:
            return Missing(N_("this export doesn't say who responded"))
        if not totals.posts:
            return Missing(N_("there are responders, but no posts"))
        return self.Facts(responders=totals.responders, posts=totals.posts)

    def z(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Compare people with those expected."""
        expected = self.expected(ops, rule, given, facts)
        return ops.log10((rule.prior + facts.responders) / (rule.prior + expected)) / rule.sd

    def expected(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Return the people expected to respond to all counted posts."""
        reactions = ops.where(given.posts > 0, given.per_post * given.posts, UNKNOWN)
        counted = ops.clip(reactions, LEAST, float("inf"))
        return rule.people * ops.exp10(rule.exponent * ops.log10(counted))

    def working(self, rule: Rule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to z."""
        expected = float(self.expected(Floats, rule, given, facts))
        yield from expectation_lines(given)
        text = N_("{people} × ({each} × {posts})^{exponent} = {expected} people")
        yield step("expected", text, rule, given, each=given.per_post, expected=expected)
        yield step("responders", "{responders}", facts)
        text = "log10(({prior} + {responders}) / ({prior} + {expected})) / {sd} = {z}"
        z = self.z(Floats, rule, given, facts)
        yield step("z", text, rule, facts, expected=expected, z=z)

    def lost_per_tenfold(self, rule: Rule, reference: Reference) -> float:
        """Return by how much more is expected, in SD."""
        return float(rule.exponent * reference.b / rule.sd)

    def of_sums(self, sums: PostSums, responders: float) -> Facts:
        """Return the responders."""
        return self.Facts(responders, sums.posts)
