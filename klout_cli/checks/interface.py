"""The check interface: one result per account, with reason and remedy.

Checks never see rows.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from klout_cli.checks.limits import Texts
from klout_cli.results import AccountJudgement, Measured, Measurement
from klout_cli.results.audited import CheckState


class UnknownError(Exception):
    """The data of a check isn't known, for this reason."""


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

    def numbers(self, factor: str, *facts: str) -> list[float]:
        """Return measured or observed numbers; raises UnknownError where one is missing."""
        known = [self.number(factor, fact) for fact in facts]
        if None in known:
            raise UnknownError(self.measurement(factor).reason)
        return [value for value in known if value is not None]

    def days_since(self, day: str) -> int:
        """Return how many days before the audit's date a day is; 0 where that has none."""
        if self.as_of is None:
            return 0
        return (date.fromisoformat(self.as_of) - date.fromisoformat(day)).days


class Result(Struct, frozen=True):
    """The result of a check for an account, and why."""

    state: CheckState
    reason: str


passed = partial(Result, "passed")
opportunity = partial(Result, "opportunity")
manual = partial(Result, "manual")
not_applicable = partial(Result, "not_applicable")
could_not_check = partial(Result, "could_not_check")


def verdict(good: bool, reason: str) -> Result:
    """Return that all is well, or that something could be better."""
    return passed(reason) if good else opportunity(reason)


def percent(share: float) -> str:
    """Format a share from 0 to 1 as a whole percentage."""
    return f"{100 * share:.0f} %"


class Check(Struct, frozen=True):
    """One check, a function with the name and the texts of its entry in checks.yaml."""

    id: str
    texts: Texts
    function: Callable[[Case], Result]

    def check(self, case: Case) -> Result:
        """Check an account; on a network that has closed, no check applies."""
        if case.judged.state == "historical":
            return not_applicable(case.judged.reason)
        try:
            return self.function(case)
        except UnknownError as unknown:
            return could_not_check(*unknown.args)
