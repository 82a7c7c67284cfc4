"""The check interface: one result per account, with reason and remedy.

Checks never see rows.
"""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from klout_cli.checks.limits import Texts
from klout_cli.results import AccountJudgement, Measured, Measurement
from klout_cli.results.audited import CheckState


class Case(Struct, frozen=True):
    """An account as measured and judged.

    `others` are the person's other accounts on networks that still exist. `topics`: topics are set;
    `mutual`: contacts of this network are mutual, so that following isn't a separate choice.
    """

    account: Measured
    judged: AccountJudgement
    others: Sequence[Measured]
    as_of: str | None
    topics: bool = False
    mutual: bool = False

    def measurement(self, factor: str) -> Measurement:
        """Return a measurement or observation by name."""
        return self.account.of(factor)

    def number(self, factor: str, fact: str) -> float | None:
        """Return one measured or observed number, None if unknown."""
        value = self.measurement(factor).facts.get(fact)
        return value if isinstance(value, int | float) else None

    def days_since(self, day: str) -> int:
        """Return how many days before the audit's date a day is; 0 where that has none."""
        if self.as_of is None:
            return 0
        return (date.fromisoformat(self.as_of) - date.fromisoformat(day)).days


class Result(Struct, frozen=True):
    """The result of a check for an account, and why."""

    state: CheckState
    reason: str


class Check(Struct, frozen=True):
    """One check, a function with the name and the texts of its entry in checks.yaml."""

    id: str
    texts: Texts
    check: Callable[[Case], Result]


def passed(reason: str) -> Result:
    """Return that all is well."""
    return Result("passed", reason)


def opportunity(reason: str) -> Result:
    """Return that something could be better."""
    return Result("opportunity", reason)


def manual(reason: str) -> Result:
    """Return that only the person can judge."""
    return Result("manual", reason)


def not_applicable(reason: str) -> Result:
    """Return that there is nothing to check."""
    return Result("not_applicable", reason)


def could_not_check(reason: str) -> Result:
    """Return that the data isn't known."""
    return Result("could_not_check", reason)


def verdict(good: bool, reason: str) -> Result:
    """Return that all is well, or that something could be better."""
    return passed(reason) if good else opportunity(reason)


def percent(share: float) -> str:
    """Format a share from 0 to 1 as a whole percentage."""
    return f"{100 * share:.0f} %"
