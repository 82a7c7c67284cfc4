"""Contacts: who they are, by expertise and standing."""

from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nlargest
from math import fsum, log2
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from klout_cli.factors.interface import Factor, Missing
from klout_cli.factors.operations import Floats, Number, Operations
from klout_cli.factors.rules import Given, Positive, WeightedRule
from klout_cli.person.people import standings
from klout_cli.person.view import AccountView
from klout_cli.results import Line
from klout_cli.results.explained import step
from klout_cli.translation import gettext_noop as N_

NOT_STATED = N_("this export doesn't show the reach of your contacts")
NO_DEALINGS = N_(
    "this export doesn't show what you exchanged with these contacts; add the network's archive"
)
MAX_PLACES = 50
"""Places a model may count, and largest standings stored of each group of contacts."""
MAX_INTERACTIONS = 15
"""Interactions a model may need to count a contact in full, and as many are told apart."""


class Group(Struct, frozen=True, array_like=True):
    """Contacts of one kind of standing who were dealt with as often.

    `kind`: followers (`value`: log10(1 + followers)), reputation (0 to 100), a class of position,
    or "" where only the expertise is known. `interactions` are counted up to `Rule.full`.
    """

    kind: str
    value: float
    expert: bool
    interactions: float
    people: int


class StandingByPosition(Struct, frozen=True, forbid_unknown_fields=True):
    """Standing of a contact by position, on the scale of log10(1 + followers)."""

    owner: float
    director: float
    manager: float
    specialist: float
    junior: float


class StandingByReputation(Struct, frozen=True, forbid_unknown_fields=True):
    """Standing = base + reputation / divisor."""

    base: float
    divisor: Positive


class Network(Factor):
    """Do you exchange with people who know your field and have reach?

    The twenty contacts who count most, by reach above the average and by expertise on one of
    your topics. They count as far as you exchange comments, replies, mentions and shares.
    Another contact can only add.

    Blind spots: contacts whose reach isn't known are left out; a position isn't a reputation.
    """

    id = "network"
    title = N_("Network")
    unit = N_("reach of the contacts who count")
    of_posts = False
    moved = "standing"
    changes: ClassVar = {"standing": "standing"}

    class Rule(WeightedRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
        """How a contact counts, and how many do (`places`).

        `full`: interactions with which a contact counts in full; `expert`: what a stated
        expertise on one of the person's topics adds.
        """

        mean: float
        sd: Positive
        places: Annotated[int, Meta(ge=1, le=MAX_PLACES)]
        full: Annotated[float, Meta(ge=1, le=MAX_INTERACTIONS)]
        expert: Positive
        standing: StandingByPosition
        reputation: StandingByReputation

        def standing_of(self, kind: str, value: float) -> float | None:
            """Return a standing, about 0 to 6; None where it is unknown."""
            if kind == "reputation":
                return self.reputation.base + value / self.reputation.divisor
            if kind == "followers":
                return value
            return float(getattr(self.standing, kind)) if kind else None

        def credit(self, standing: float | None, interactions: float, *, expert: bool) -> float:
            """Return what one contact counts."""
            above = 0.0 if standing is None else max(0.0, standing - self.mean) / self.sd
            dealt = min(1.0, log2(1 + interactions) / log2(1 + self.full))
            return dealt * (above + (self.expert if expert else 0.0))

    class Facts(Struct, frozen=True):
        """Contacts in groups; how many there are, and of how many something is known.

        `standing`: the mean standing, where a table states it instead.
        """

        groups: tuple[Group, ...] = ()
        known: int = 0
        contacts: int = 0
        standing: float | None = None

    def measure(self, view: AccountView) -> "Facts | Missing":
        """Measure one account."""
        known = standings(view.account.contacts, view.topics)
        dealings = view.dealings if known else {}
        groups = Counter(
            Group(
                standing.kind,
                standing.value,
                standing.expert,
                min(dealings[key], MAX_INTERACTIONS),
                0,
            )
            for key, standing in known.items()
            if dealings.get(key)
        )
        if groups:
            return self.Facts(
                groups=tuple(_largest(groups)), known=groups.total(), contacts=len(dealings)
            )
        totals = view.account.totals
        if totals is not None and totals.standing is not None:
            return self.Facts(standing=totals.standing)
        return Missing(NO_DEALINGS if known else NOT_STATED)

    def z(self, ops: Operations, rule: Rule, given: Given | None, facts: Facts) -> Number:
        """Return the mean of the largest credits; empty places count as average."""
        if facts.standing is not None:
            return (facts.standing - rule.mean) / rule.sd
        return fsum(self.credits(rule, facts)) / rule.places

    def credits(self, rule: Rule, facts: Facts) -> list[float]:
        """Return the credits that count, the largest first."""
        return nlargest(
            rule.places,
            (
                rule.credit(
                    rule.standing_of(group.kind, group.value),
                    group.interactions,
                    expert=group.expert,
                )
                for group in facts.groups
                for _ in range(min(group.people, rule.places))
            ),
        )

    def working(self, rule: Rule, given: Given, facts: Facts) -> Iterator[Line]:
        """Yield the steps to z."""
        z = float(self.z(Floats, rule, given, facts))
        if facts.standing is not None:
            text = "({standing} − {mean}) / {sd} = {z}"
            yield step("z", text, rule, standing=facts.standing, z=z)
            return
        text = N_("reach or expertise known for {known} of {contacts} contacts")
        yield step("known", text, facts)
        credits = self.credits(rule, facts)
        yield step(
            "credits",
            N_("the {count} largest add up to {total}, from {largest} to {least}"),
            count=len(credits),
            total=fsum(credits),
            largest=credits[0],
            least=credits[-1],
        )
        yield step("z", "{total} / {places} = {z}", rule, total=fsum(credits), z=z)

    def shown(self, rule: Rule, facts: Facts, z: float) -> Mapping[str, float]:
        """Return the mean standing that would count as much."""
        return {"standing": self.in_unit(rule, z)}

    def unmeasured(self, rule: Rule, facts: Facts) -> float:
        """Return the share of places that nobody of known standing takes."""
        return 0.0 if facts.standing is not None else 1 - min(1.0, facts.known / rule.places)

    def current(self, rule: Rule, facts: Facts, field: str) -> float:
        """Return the mean standing that would count as much."""
        return self.in_unit(rule, float(self.z(Floats, rule, None, facts)))

    def in_unit(self, rule: Rule, z: float) -> float:
        """Return the mean standing that a z stands for."""
        return rule.mean + z * rule.sd


def _order(group: Group) -> tuple[str, bool, float, float]:
    return group.kind, group.expert, group.interactions, -group.value


def _largest(groups: "Counter[Group]") -> Iterator[Group]:
    """Yield groups with the number of their people, of equal ones the largest standings alone."""
    stored: Counter[tuple[str, bool, float]] = Counter()
    for group in sorted(groups, key=_order):
        alike = (group.kind, group.expert, group.interactions)
        if people := min(groups[group], MAX_PLACES - stored[alike]):
            stored[alike] += people
            yield Group(group.kind, group.value, group.expert, group.interactions, people)
