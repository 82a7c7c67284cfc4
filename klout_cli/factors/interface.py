"""The factor interface: one question, answered with facts.

A factor never weights or rates anything.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from klout_cli.person.profile import Seen
from klout_cli.results import Fact, Measurement


class Factor(ABC):
    """One factor; its docstring is shown to users.

    The first line is its question, then how it is counted, then "Blind spots:".
    """

    id: ClassVar[str]
    title: ClassVar[str]
    unit: ClassVar[str]
    needs: ClassVar[tuple[str, ...]]
    of_posts: ClassVar[bool] = True
    """Whether it depends on counted posts, so that on-topic posts alone may differ."""

    @abstractmethod
    def measure(self, seen: Seen) -> Measurement:
        """Measure one account as of its day: facts, or the reason for having none."""

    def measured(self, facts: Mapping[str, Fact] | None = None, **more: Fact) -> Measurement:
        """Return a measurement with facts."""
        return Measurement(self.id, "measured", {**(facts or {}), **more})

    def missing(self, why: str) -> Measurement:
        """Return a measurement without facts, and the reason."""
        return Measurement(self.id, "missing", {}, why)


class Trait(ABC):
    """A fact about the whole person, displayed and never scored.

    Its docstring has the same form as a factor's.
    """

    id: ClassVar[str]
    title: ClassVar[str]

    @abstractmethod
    def measure(self, seen: Sequence[Seen]) -> Measurement:
        """Measure all of a person's accounts: facts, or the reason for having none."""


def described(factor: Factor | Trait) -> tuple[str, str, str]:
    """Return question, counting and blind spots from the docstring, each as one line."""
    question, *paragraphs = (
        " ".join(part.split()) for part in (factor.__doc__ or "").split("\n\n")
    )
    *counted, blind = paragraphs
    return question, " ".join(counted), blind.removeprefix("Blind spots: ")
