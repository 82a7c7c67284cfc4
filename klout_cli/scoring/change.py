"""A change of one number of an account, and what every kind of change needs."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import UsageError
from klout_cli.factors import FACTORS
from klout_cli.factors.interface import Factor
from klout_cli.results import Measured
from klout_cli.scoring.hint_rules import Changeable
from klout_cli.translation import Message

Operation: TypeAlias = Literal["to", "plus", "times"]

BY_ID = {factor.id: factor for factor in FACTORS}
OF_NUMBER = {name: factor for factor in FACTORS for name in factor.changes}
"""What can be changed -> the factor that has it."""
BOUNDS: Mapping[str, tuple[float, float]] = {"give_and_take": (0, 1), "standing": (0, 8)}
LARGEST = 1e12
COUNTS = (0.0, LARGEST)  # the bounds of all else


class Change(Struct, frozen=True):
    """One change of an account, by its id.

    A fact is set `to` an amount, or an amount is added (`plus`) or multiplied (`times`). Facts are
    counts of the account or its window; resonance, amplification, breadth and substance are
    multiples of what is expected.
    """

    account: str
    fact: Changeable
    operation: Operation
    amount: float


def amount_after(change: Change, now: float | None) -> float:
    """Return the amount after a change.

    Raises UsageError where there is none to change, or it would leave its bounds.
    """
    if now is None and change.operation != "to":
        raise UsageError(
            Message("{fact} is not measured", fact=change.fact),
            change.account,
            Message("set it to a number first, without + - % or x"),
        )
    value = change.amount
    if now is not None and change.operation != "to":
        value = now + change.amount if change.operation == "plus" else now * change.amount
    low, high = BOUNDS.get(change.fact, COUNTS)
    if not low <= value <= high:
        raise UsageError(
            Message("{fact} would be {value}", fact=change.fact, value=f"{value:,.6g}"),
            change.account,
            Message("it is a number from {low} to {high}", low=int(low), high=int(high)),
        )
    return value


def with_facts(account: Measured, factor: Factor, facts: Any) -> Measured:
    """Return an account with other facts of one factor."""
    measurements = tuple(
        factor.measurement(facts) if found.factor == factor.id else found
        for found in account.measurements
    )
    return replace(account, measurements=measurements)
