"""Exchange: give and take."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import fsum, log2
from typing import ClassVar

from msgspec import Struct

from klout_cli.factors.interface import Factor, Missing
from klout_cli.factors.operations import Floats, Number, Operations
from klout_cli.factors.rules import Given, Positive, WeightedRule
from klout_cli.person.view import AccountView
from klout_cli.results import Line
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_


class Pair(Struct, frozen=True, array_like=True):
    """So many people with whom as much was received and given."""

    received: float
    given: float
    people: float

    @property
    def mutual(self) -> float:
        """What counts of their exchange: log2(1 + the smaller of both)."""
        return self.people * log2(1 + min(self.received, self.given))


class Reciprocity(Factor):
    """Do conversations go both ways?

    Public comments, replies and mentions since the first counted post, person by person. What
    counts is the smaller of received and given, so an open comment costs nothing and an answer
    adds. Private messages count only with --include-private. Where follow lists exist, the
    share of those you follow who follow back counts if it is larger.

    Blind spots: following back is a courtesy, not a conversation; private messages count only
    if you allow it.
    """

    id = "reciprocity"
    title = N_("Give & take")
    unit = N_("g, 0 to 1")
    moved = "give_and_take"
    changes: ClassVar = {"give_and_take": "stated"}

    class Rule(WeightedRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """Constants of g: `half` of exchanges, `mutual` and `following` of follow lists."""

        mean: float
        sd: Positive
        half: Positive
        mutual: Positive
        following: Positive

    class Facts(Struct, frozen=True):
        """Exchanges, where the kind of export shows both directions; lists; or g as stated."""

        pairs: tuple[Pair, ...] | None = None
        mutual: float | None = None
        following: float | None = None
        stated: float | None = None

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        account = view.account
        talk = {partner: list(counts) for partner, counts in view.exchange.items()}
        for partner, (received, given) in view.threads.items():
            known = talk.setdefault(partner, [0, 0])
            known[0], known[1] = known[0] + received, known[1] + given
        pairs = mutual = following = None
        if talk or view.shows_exchange:
            people = Counter(map(tuple, talk.values()))
            pairs = tuple(
                Pair(received, given, number)
                for (received, given), number in sorted(people.items())
            )
        if account.followers and account.following:
            mutual = len(account.followers & account.following)
            following = len(account.following)
        stated = account.totals.reciprocity if account.totals else None
        if pairs is None and following is None and stated is None:
            return Missing(N_("this export doesn't show both who follows you and whom you follow"))
        return self.Facts(pairs, mutual, following, stated)

    def z(self, ops: Operations, rule: Rule, given: Given, facts: Facts) -> Number:
        """Compare g with the usual one."""
        return (self.g(rule, facts) - rule.mean) / rule.sd

    def g(self, rule: Rule, facts: Facts) -> Number:
        """Return g: as it is stated, else the larger of that of exchanges and that of lists."""
        if facts.stated is not None:
            return facts.stated
        shares = []
        if facts.pairs is not None:
            mutual = fsum(pair.mutual for pair in facts.pairs)
            shares.append(mutual / (mutual + rule.half))
        if facts.following is not None and facts.mutual is not None:
            shares.append((facts.mutual + rule.mutual) / (facts.following + rule.following))
        return max(shares)

    def working(self, rule: Rule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to z."""
        if facts.pairs is not None and facts.stated is None:
            total = fsum(pair.mutual for pair in facts.pairs)
            answered = sum(
                pair.people for pair in facts.pairs if pair.received > 0 and pair.given > 0
            )
            text = N_(
                "{answered} people, log2(1 + smaller of received and given) adds up to {total}"
            )
            yield step("exchange", text, answered=answered, total=total)
            text, g = "{total} / ({total} + {half}) = {g}", total / (total + rule.half)
            yield step(N_("g of the exchange"), text, rule, total=total, g=g)
        if facts.following is not None and facts.mutual is not None and facts.stated is None:
            plus, more = rule.mutual, rule.following
            g = (facts.mutual + plus) / (facts.following + more)
            text = "({mutual} + {plus}) / ({following} + {more}) = {g}"
            yield step(N_("g of follow lists"), text, facts, plus=plus, more=more, g=g)
        g, z = self.g(rule, facts), self.z(Floats, rule, given, facts)
        yield step("z", "({g} − {mean}) / {sd} = {z}", rule, g=g, z=z)

    def shown(self, rule: Rule, facts: Facts, z: float) -> Mapping[str, float]:
        """Return g."""
        return {"give_and_take": float(self.g(rule, facts))}

    def current(self, rule: Rule, facts: Facts, field: str) -> float:
        """Return g."""
        return float(self.g(rule, facts))

    def in_unit(self, rule: Rule, z: float) -> float:
        """Return the g that a z stands for."""
        return rule.mean + z * rule.sd
