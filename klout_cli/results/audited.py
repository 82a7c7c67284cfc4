"""Frozen structs of the audit: the result of each check for each account.

Like the other results, they contain no rows.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.results import AccountState, LedgerRow, ModelName

CheckState: TypeAlias = Literal[
    "opportunity", "manual", "could_not_check", "not_applicable", "passed"
]
Effort: TypeAlias = Literal["low", "medium", "high"]
CHECK_STATES: tuple[CheckState, ...] = (
    "opportunity",
    "manual",
    "could_not_check",
    "not_applicable",
    "passed",
)


class Checked(Struct, frozen=True):
    """The result of one check for one account.

    A state with its reason, and the check's own texts; `effort` is low to high.
    """

    id: str
    account: str
    state: CheckState
    reason: str
    title: str
    what: str
    why: str
    remedy: str
    effort: Effort


class Entered(Struct, frozen=True):
    """One account in the audit's inventory; `newest` dates its newest own post."""

    id: str
    network: str
    handle: str
    state: AccountState
    followers: float | None
    newest: str | None
    exported_at: str | None


class Audit(Struct, frozen=True):
    """All results; accounts in inventory order, checks in the order of their list."""

    model: ModelName
    person: str
    as_of: str | None
    accounts: tuple[Entered, ...]
    checks: tuple[Checked, ...]
    ledger: tuple[LedgerRow, ...] = ()
    warnings: tuple[str, ...] = ()
    redacted: bool = False

    @property
    def counts(self) -> Mapping[CheckState, int]:
        """The number of results by state, including zeros."""
        return {state: sum(check.state == state for check in self.checks) for state in CHECK_STATES}
