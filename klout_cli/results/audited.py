"""The frozen nouns of the audit: what each check says of each account.

Like those of `results`, which judge, they hold no row.
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
    """What one check of the audit says of one account: a state with its reason, and the check's own texts; `effort` is low to high."""

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
    """One account in the audit's inventory; `newest` is the day of the newest own post."""

    id: str
    network: str
    handle: str
    state: AccountState
    followers: float | None
    newest: str | None
    exported_at: str | None


class Audit(Struct, frozen=True):
    """All checks of all accounts, accounts in the order of the inventory and checks in that of their list."""

    model: ModelName
    person: str
    as_of: str
    accounts: tuple[Entered, ...]
    checks: tuple[Checked, ...]
    ledger: tuple[LedgerRow, ...] = ()
    warnings: tuple[str, ...] = ()
    redacted: bool = False

    @property
    def counts(self) -> Mapping[CheckState, int]:
        """How many checks have which state, also where none has."""
        return {state: sum(one.state == state for one in self.checks) for state in CHECK_STATES}
