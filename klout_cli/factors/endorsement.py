"""Vouching: lists, endorsements, recommendations, linkbacks."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from klout_cli.factors.interface import Factor, Missing
from klout_cli.factors.operations import Floats, Number, Operations
from klout_cli.factors.rules import Given, Norm, Positive, Reference, WeightedRule
from klout_cli.person.view import AccountView
from klout_cli.results import Line
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_

VOUCHERS = ("lists", "endorsements", "linkbacks")


class Endorsement(Factor):
    """Do others recommend you?

    Lists that others put you on (X), endorsements and recommendations (LinkedIn), and links
    from other sites (blogs). They are compared with the usual for this audience. Having none is
    normal and costs little.

    Blind spots: endorsements are exchanged as favours; a list may collect people somebody
    dislikes.
    """

    id = "endorsement"
    title = N_("Endorsement")
    unit = N_("endorsements")
    of_posts = False
    moved = "endorsements"
    changes: ClassVar = {"endorsements": "vouchers", "recommendations": "recommendations"}
    stated: ClassVar = {"vouchers": 0.0}

    class Rule(WeightedRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """What a written recommendation is worth in endorsements, and each network's norm."""

        recommendation: Positive
        norms: dict[str, Norm]

    class Facts(Struct, frozen=True):
        """Vouchers, what they are called, and written recommendations."""

        vouchers: float
        recommendations: float = 0.0
        metric: str = "vouchers"

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        vouchers, recommendations = view.level(*VOUCHERS), view.level("recommendations")
        if vouchers is not None:
            written = recommendations.value if recommendations else 0
            return self.Facts(vouchers.value, written, vouchers.metric)
        totals = view.account.totals
        if totals is not None and totals.endorsements is not None:
            return self.Facts(totals.endorsements)
        return Missing(N_("this export doesn't include lists, endorsements or links to you"))

    def z(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Compare the logarithm of vouchers with the network's norm for such an audience."""
        above = ops.log10(1 + self._counted(rule, facts)) - self.expected(ops, rule, given, facts)
        return above / given.reference.norm_sd

    @staticmethod
    def _counted(rule: Rule, facts: Facts) -> Number:
        return facts.vouchers + rule.recommendation * facts.recommendations

    def expected(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Return the logarithm of vouchers that is usual, never below that of none."""
        reference = given.reference
        usual = reference.norm_a + reference.norm_b * ops.log10(1 + given.followers)
        return ops.clip(usual, 0.0, float("inf"))

    def working(self, rule: Rule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to z."""
        reference = given.reference
        expected = float(self.expected(Floats, rule, given, facts))
        counted = self._counted(rule, facts)
        if facts.recommendations:
            text = N_("{vouchers} + {each} × {written} recommendations = {counted}")
            each, written = rule.recommendation, facts.recommendations
            yield step("vouchers", text, facts, each=each, written=written, counted=counted)
        else:
            yield step("vouchers", "{counted}", counted=counted)
        text = N_("{a} + {b} × log10(1 + {followers}) = {expected}, at least 0")
        a, b, sd = reference.norm_a, reference.norm_b, reference.norm_sd
        yield step("usual", text, given, a=a, b=b, expected=expected)
        z = self.z(Floats, rule, given, facts)
        text = "(log10(1 + {counted}) − {expected}) / {sd} = {z}"
        yield step("z", text, counted=counted, expected=expected, sd=sd, z=z)

    def applies(self, reference: Reference) -> bool:
        """Return whether anybody can vouch for an account on this network."""
        return bool(reference.norm_a == reference.norm_a)

    def lost_per_tenfold(self, rule: Rule, reference: Reference) -> float:
        """Return by how much more vouchers are usual, in SD; 0 where nobody can vouch."""
        lost = reference.norm_b / reference.norm_sd
        return float(lost) if lost == lost else 0.0

    def current(self, rule: Rule, facts: Facts, field: str) -> float:
        """Return the vouchers alone; recommendations stay as they are."""
        return facts.vouchers
