"""What a person writes to try something out, as a `Change`: `x.followers=+10%`."""

import re
from collections.abc import Iterable, Sequence
from typing import cast, get_args

from klout_cli import factors
from klout_cli.errors import UsageError
from klout_cli.results import Measured
from klout_cli.scoring.change import Change, Operation
from klout_cli.scoring.hint_rules import Changeable

FACTS: tuple[Changeable, ...] = get_args(Changeable)
FACTORS: dict[str, Changeable] = {
    factor.id: cast(Changeable, factor.id if factor in factors.SAMPLED else factor.moved)
    for factor in factors.FACTORS
}
"""factor -> what is changed in the factor's unit, as the score screen shows it."""
ONE_SUM = ("comments", "shares")  # measured together, as what carries a post further
SHARES = ("give_and_take",)
VALUE = re.compile(r"(?P<sign>[-+−x×*]?)(?P<number>\d{1,15}(?:[.,]\d{1,15})?) ?(?P<percent>%?)")
TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
HOW = "write 1200, +3, -3, +10%, -10% or x1.5"


def assignment(text: str, measured: Sequence[Measured]) -> Change:
    """Parse an assignment into a Change.

    Raises UsageError, with a suggestion, for an unknown name or an invalid amount.
    """
    left, equals, right = text.partition("=")
    if not equals:
        raise UsageError("nothing is set", f"--set {text}", "for example --set x.followers=+10%")
    account, fact = _parse_target(left.strip(), measured)
    operation, amount = _amount(right.strip(), fact, text)
    named = left.strip().rpartition(".")[2]
    if named in ONE_SUM and operation != "plus":
        raise UsageError(
            "comments and shares are measured as one sum",
            f"--set {text}",
            f"set {account.id}.carried, or add: +3, -3",
        )
    return Change(account.id, fact, operation, amount)


def _parse_target(left: str, measured: Sequence[Measured]) -> tuple[Measured, Changeable]:
    """Split ACCOUNT.FACT at the last dot, FACTOR.ACCOUNT at the first."""
    head, _, last = left.rpartition(".")
    first, _, tail = left.partition(".")
    if last in ONE_SUM:
        last = "carried"
    facts = {fact: fact for fact in FACTS if fact not in FACTORS}
    if last in facts:
        return find_account(head, measured), facts[last]
    if first in FACTORS:
        return find_account(tail, measured), FACTORS[first]
    known = [*facts, *ONE_SUM]
    meant = (
        f"{head}.{_close(last, known)}"
        if _close(last, known)
        else f"{_close(first, FACTORS)}.{tail}"
        if _close(first, FACTORS)
        else ""
    )
    listed = (
        f"ACCOUNT.FACT with one of {', '.join(known)}; "
        f"or FACTOR.ACCOUNT with one of {', '.join(FACTORS)}"
    )
    raise UsageError(
        "there is nothing of this name to set",
        f"--set {left}",
        f"did you mean {meant}?" if meant else listed,
    )


def find_account(name: str, measured: Sequence[Measured]) -> Measured:
    """Return the only account with this id, network or handle."""
    matches = [account for account in measured if name == account.id] or [
        account for account in measured if name in (account.network, account.handle)
    ]
    if len(matches) == 1:
        return matches[0]
    ids = ", ".join(account.id for account in matches or measured)
    if matches:
        raise UsageError("several accounts go by this name", f"--set {name}", f"one of: {ids}")
    close = _close(
        name,
        [name for account in measured for name in (account.network, account.handle, account.id)],
    )
    raise UsageError(
        "there is no account of this name",
        f"--set {name}",
        f"did you mean {close}?" if close else f"one of: {ids}",
    )


def _amount(right: str, fact: Changeable, text: str) -> tuple[Operation, float]:
    """Parse the right side.

    `1,5` and `1.5` are equal; a number that could have either thousands or decimals is refused.
    """
    match = VALUE.fullmatch(right)
    if not match:
        raise UsageError("not an amount", f"--set {text}", HOW)
    sign, number, percent = match["sign"].replace("−", "-"), match["number"], match["percent"]
    if TWO_WAYS.fullmatch(number):
        plain, point = re.sub("[.,]", "", number), number.replace(",", ".")
        raise UsageError(
            f"{number} can be read in two ways", f"--set {text}", f"write {plain} or {point}0"
        )
    value = float(number.replace(",", "."))
    signed = -value if sign == "-" else value
    if sign in ("+", "-"):
        return ("times", 1 + signed / 100) if percent else ("plus", signed)
    if sign:
        return "times", value / 100 if percent else value
    if percent and fact not in SHARES:
        raise UsageError(
            "a percentage of what?", f"--set {text}", f"write +{number}% or -{number}%"
        )
    return "to", value / 100 if percent else value


def _close(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only needed for typos

    return next(iter(get_close_matches(name, list(known), 1)), "")
