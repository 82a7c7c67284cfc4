"""The question of `klout init` on a terminal: followers that exports lack."""

import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from klout_cli.cli import streams
from klout_cli.cli.init import lacks_followers
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.person.account import Account
    from klout_cli.person.choice import AccountSettings
    from klout_cli.scoring.model import Model

NUMBER = re.compile(r"\d{1,3}(?:[.,' ]\d{3}){1,3}|\d{1,12}")


def ask_followers(
    accounts: "Sequence[Account]", known: "Mapping[str, AccountSettings]", model: "Model"
) -> "dict[str, AccountSettings]":
    """Ask for the followers that exports lack; return the settings of answered accounts."""
    from msgspec.structs import replace

    from klout_cli.person.choice import AccountSettings
    from klout_cli.reports.names import channel_name

    answered = {}
    for account in accounts:
        settings = known.get(account.id, AccountSettings())
        if (
            model.network(account.network).until
            or settings.ignore
            or not lacks_followers(account, settings)
        ):
            continue
        name = channel_name(account.network, account.handle)
        number = _ask_number(_("How many followers does {account} have?", account=name))
        if number is not None:
            answered[account.id] = replace(settings, followers=number)
    return answered


def _ask_number(question: str) -> int | None:
    """Return a number like 1204, 1,204 or 1.204; None for an empty or ended answer."""
    while True:
        streams.say([f"{question} {_('[number, or Enter to leave it out]')}"])
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if NUMBER.fullmatch(answer):
            return int(re.sub(r"\D", "", answer))
