"""What a factor is: one question, the facts that answer it, and how a model makes points of them.

A factor knows no network, no threshold of goodness and no other factor; every constant of its
arithmetic stands in the model file, in its `Rule`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from klout_cli.factors.operations import Number, Operations
from klout_cli.factors.rules import FactorRule, Given, Reference
from klout_cli.person.view import AccountView
from klout_cli.results import Fact, Line, Measured, Measurement, PostSums


class Missing(Struct, frozen=True):
    """Why there is no measurement."""

    why: str


class Factor(ABC):
    """A scored factor.

    The docstring's first line asks its question, the next paragraphs tell how it is counted, the
    last its blind spots. `moved` is the number `klout explain` moves to gain a point; `changes`
    maps what `klout whatif --set` may change to fields of `Facts`, and `stated` are the other
    fields where such a number is all there is.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    unit: ClassVar[str]
    of_posts: ClassVar[bool] = True
    """Whether the counted posts decide it, so that on-topic posts alone may tell something else."""
    moved: ClassVar[str] = ""
    changes: ClassVar[Mapping[str, str]] = {}
    stated: ClassVar[Mapping[str, Any]] = {}
    Rule: ClassVar[type[FactorRule]]
    Facts: ClassVar[type[Struct]]

    @abstractmethod
    def measure(self, view: AccountView) -> Any:
        """Measure one account: `Facts`, or `Missing`."""

    @abstractmethod
    def z(self, ops: Operations, rule: Any, given: Given, facts: Any) -> Number:
        """Return how many SD the account lies above the average one, before clipping."""

    def expected(self, ops: Operations, rule: Any, given: Given, facts: Any) -> Number | None:
        """Return what is expected of such an account, None where nothing is."""
        return None

    @abstractmethod
    def working(self, rule: Any, given: Given, facts: Any) -> Iterator[Line]:
        """Yield the steps from the facts to z, each with its numbers."""

    def shown(self, rule: Any, facts: Any, z: float) -> Mapping[str, float]:
        """Return numbers that reports show beside the facts."""
        return {}

    def applies(self, reference: Reference) -> bool:
        """Return whether accounts of a network can have this factor at all."""
        return True

    def unmeasured(self, rule: Any, facts: Any) -> float:
        """Return the share of the factor that counts as not measured in the interval."""
        return 0.0

    def lost_per_tenfold(self, rule: Any, reference: Reference) -> float:
        """Return by how much z falls at most where the audience is ten times as large."""
        return 0.0

    def current(self, rule: Any, facts: Any, field: str) -> float:
        """Return the number `moved` as it is; 0 where it is not known."""
        return float(getattr(facts, field) or 0.0)

    def in_unit(self, rule: Any, z: float) -> float:
        """Return a z in the factor's own unit, for the ticks of its curve."""
        return z

    def facts_of(self, account: Measured) -> Any:
        """Return the facts of a measured account, None where they are missing."""
        measurement = account.of(self.id)
        if measurement.state != "measured":
            return None
        return msgspec.convert(measurement.facts, self.Facts)

    def measurement(self, facts: Any) -> Measurement:
        """Return facts, or a reason why there are none, as they are stored."""
        if isinstance(facts, Missing):
            return Measurement(self.id, "missing", {}, facts.why)
        stored = msgspec.convert(msgspec.to_builtins(facts), dict[str, Fact])
        return Measurement(self.id, "measured", stored)


class SampledFactor(Factor):
    """A factor that posts feed, so that the bootstrap over weeks can make its facts anew.

    It compares what was received with what is expected: z = log10(received / expected) / sd.
    """

    @abstractmethod
    def of_sums(self, sums: PostSums, responders: float) -> Any:
        """Return the facts that sums of posts and a number of responders make."""

    def lost_per_tenfold(self, rule: Any, reference: Reference) -> float:
        """Return by how much more is expected, in SD."""
        return float(reference.b / rule.sd)

    def in_unit(self, rule: Any, z: float) -> float:
        """Return how many times what is expected a z is."""
        return float(10 ** (z * rule.sd))


class Unscored(ABC):
    """A fact that is displayed, and never scored."""

    id: ClassVar[str]
    title: ClassVar[str]

    def measured(self, **facts: Fact) -> Measurement:
        """Make a measurement of facts."""
        return Measurement(self.id, "measured", facts)

    def missing(self, why: str) -> Measurement:
        """Say why there is no measurement."""
        return Measurement(self.id, "missing", {}, why)


class Observed(Unscored):
    """A fact about one account: for the audit, hints and explanations."""

    @abstractmethod
    def measure(self, view: AccountView) -> Measurement:
        """Measure one account as of the day it is seen: facts, or why there are none."""


class Trait(Unscored):
    """A fact about the whole person, shown beside the score."""

    @abstractmethod
    def measure(self, views: Sequence[AccountView]) -> Measurement:
        """Measure all accounts of a person together: facts, or why there are none."""


def describe(asked: Factor | Unscored) -> tuple[str, str, str]:
    """Return the question, how it is counted and the blind spots, as lines, from a docstring."""
    question, *paragraphs = (" ".join(part.split()) for part in (asked.__doc__ or "").split("\n\n"))
    *counted, blind = paragraphs
    return question, " ".join(counted), blind.removeprefix("Blind spots: ")
