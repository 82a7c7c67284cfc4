"""A person: accounts with their merged rows, as of a day."""

from collections.abc import Sequence
from datetime import UTC, date, tzinfo

from msgspec import Struct

from klout_cli.person.account import Account
from klout_cli.person.rules import Rules
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.results import LedgerRow


class Profile(Struct, frozen=True):
    """All data read for one person, ready to be measured."""

    name: str
    accounts: tuple[Account, ...]
    as_of: date | None
    ledger: tuple[LedgerRow, ...]
    warnings: tuple[str, ...]

    def seen(
        self, rules: Rules, topics: Topics, zone: tzinfo | None = UTC
    ) -> Sequence[AccountView]:
        """Return each account as of the day it is seen."""
        return [AccountView(account, self.as_of, rules, topics, zone) for account in self.accounts]
