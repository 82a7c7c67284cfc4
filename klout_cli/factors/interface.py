"""What a factor is: one question, answered with facts.

Never a weight, never a threshold of goodness.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from klout_cli.person.profile import Seen
from klout_cli.results import Fact, Measurement


class Factor(ABC):
    """A factor's docstring asks its question in the first line, tells how it is counted, and ends with its blind spots."""

    id: ClassVar[str]
    title: ClassVar[str]
    unit: ClassVar[str]
    needs: ClassVar[tuple[str, ...]]
    of_posts: ClassVar[bool] = True
    """Whether the counted posts decide it, so that on-topic posts alone may tell something else."""

    @abstractmethod
    def measure(self, seen: Seen) -> Measurement:
        """Measure one account as of the day it is seen: facts, or the reason why there are none."""

    def found(self, facts: Mapping[str, Fact] | None = None, **more: Fact) -> Measurement:
        """Make a measurement of facts."""
        return Measurement(self.id, "measured", {**(facts or {}), **more})

    def missing(self, why: str) -> Measurement:
        """Say why there is no measurement."""
        return Measurement(self.id, "missing", {}, why)


class Trait(ABC):
    """A fact about the whole person, displayed and never scored (method §4).

    Its docstring is of a factor's form.
    """

    id: ClassVar[str]
    title: ClassVar[str]

    @abstractmethod
    def measure(self, seen: Sequence[Seen]) -> Measurement:
        """Measure all accounts of a person together: facts, or the reason why there are none."""


def described(asked: Factor | Trait) -> tuple[str, str, str]:
    """Return the question, how it is counted and the blind spots, each as one line, from the docstring."""
    question, *paragraphs = (" ".join(part.split()) for part in (asked.__doc__ or "").split("\n\n"))
    *counted, blind = paragraphs
    return question, " ".join(counted), blind.removeprefix("Blind spots: ")
