"""What a check is: one look at one account, with the reason for what it says and what to do about it. It never sees a row."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from msgspec import Struct

from klout_cli.results import AccountJudgement, Measured, Measurement
from klout_cli.results.audited import CheckState, Effort


class Case(Struct, frozen=True):
    """An account as measured and judged.

    `others` are the person's other accounts on networks that still exist.

    `topics`: topics are stated; `mutual`: contacts of this network are mutual, so that following is
    no choice of its own.
    """

    account: Measured
    judged: AccountJudgement
    others: Sequence[Measured]
    as_of: str
    topics: bool = False
    mutual: bool = False

    def found(self, factor: str) -> Measurement:
        """Return what was measured or observed.

        Of a snapshot from before a factor was observed, nothing.
        """
        known = (
            one
            for one in (*self.account.measurements, *self.account.observed)
            if one.factor == factor
        )
        return next(
            known,
            Measurement(
                factor,
                "missing",
                {},
                "this snapshot is older than the check: read the exports again",
            ),
        )

    def number(self, factor: str, fact: str) -> float | None:
        """Return one number that was measured or observed, None where it is not known."""
        value = self.found(factor).facts.get(fact)
        return value if isinstance(value, int | float) else None

    def days_since(self, day: str) -> int:
        """Return how many days before the audit's date a day is."""
        return (date.fromisoformat(self.as_of) - date.fromisoformat(day)).days


class Result(Struct, frozen=True):
    """What a check says of an account, and why."""

    state: CheckState
    reason: str


class Check(ABC):
    """Texts are for people: what is looked at, why it matters, what to do, and how much work that is."""

    id: ClassVar[str]
    title: ClassVar[str]
    what: ClassVar[str]
    why: ClassVar[str]
    remedy: ClassVar[str]
    effort: ClassVar[Effort]

    @abstractmethod
    def check(self, case: Case) -> Result:
        """Look at one account; the thresholds are those of `limits`."""


def passed(reason: str) -> Result:
    """Say that all is well."""
    return Result("passed", reason)


def opportunity(reason: str) -> Result:
    """Say that something could be better."""
    return Result("opportunity", reason)


def manual(reason: str) -> Result:
    """Say that only the person can tell."""
    return Result("manual", reason)


def not_applicable(reason: str) -> Result:
    """Say that there is nothing to check here."""
    return Result("not_applicable", reason)


def could_not_check(reason: str) -> Result:
    """Say that what is needed is not known."""
    return Result("could_not_check", reason)


def verdict(good: bool, reason: str) -> Result:
    """Say that all is well, or that something could be better."""
    return passed(reason) if good else opportunity(reason)


def percent(share: float) -> str:
    """Write a share of 0 to 1 as a whole percentage."""
    return f"{100 * share:.0f} %"
