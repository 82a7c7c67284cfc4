"""Which accounts count: what klout.yaml says of them, and what --only and --without ask for."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import InputError, UsageError, meant
from klout_cli.person.topics import folded
from klout_cli.results import Measured

if TYPE_CHECKING:
    from klout_cli.person.profile import Account  # what the history keeps of accounts needs none


class AccountSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What klout.yaml says of an account: left out, or numbers that no export holds, marked self-reported."""

    role: Literal["", "personal", "professional", "brand"] = ""
    ignore: bool = False
    followers: int | None = None
    following: int | None = None


NamedT = TypeVar("NamedT", "Account", Measured)


class Choice(Struct, frozen=True):
    """Networks or accounts by name (network, id or handle): all of `only`, none of `without`, and settings by account id."""

    only: Sequence[str] = ()
    without: Sequence[str] = ()
    settings: Mapping[str, AccountSettings] = {}


def chosen(accounts: "Sequence[Account]", choice: Choice) -> "list[Account]":
    """Return the accounts that count, with the numbers klout.yaml adds.

    Raises UsageError for a name no account bears (left unsaid, a slip of the keyboard would be
    another score: A28), InputError where nothing is left.
    """
    return [_with_manual(account, choice.settings) for account in wanted(accounts, choice)]


def wanted(accounts: Sequence[NamedT], choice: Choice) -> tuple[NamedT, ...]:
    """Return the accounts, read or measured, that a choice leaves; raises as `chosen` does.

    No accounts are left as they are.
    """
    _refuse_unknown(accounts, "--only", choice.only)
    _refuse_unknown(accounts, "--without", choice.without)
    kept = tuple(account for account in accounts if _is_wanted(account, choice))
    if accounts and not kept:
        raise InputError(
            "no account is left",
            "--only, --without and ignore in klout.yaml",
            "klout inspect lists the accounts",
        )
    return kept


def _names(account: "Account | Measured") -> dict[str, str]:
    """Return what --only and --without may call an account: its network, its id and its handle, by their folded forms."""
    return {folded(name): name for name in (account.network, account.id, account.handle)}


def _refuse_unknown(
    accounts: "Sequence[Account | Measured]", option: str, asked: Sequence[str]
) -> None:
    known = {short: name for account in accounts for short, name in _names(account).items()}
    for name in asked:
        if folded(name) not in known:
            networks = ", ".join(sorted({account.network for account in accounts}))
            remedy = meant(folded(name), dict(sorted(known.items())), f"one of: {networks}")
            raise UsageError(
                "no such network or account in these exports", f"{option} {name}", remedy
            )


def _is_wanted(account: "Account | Measured", choice: Choice) -> bool:
    names = _names(account).keys()
    settings = choice.settings.get(account.id)
    if names & set(map(folded, choice.without)) or (settings and settings.ignore):
        return False
    return not choice.only or bool(names & set(map(folded, choice.only)))


def _with_manual(account: "Account", settings: Mapping[str, AccountSettings]) -> "Account":
    from klout_cli.person.rows import (
        Level,  # needed where exports are read, and not for what the history keeps
    )

    told = settings.get(account.id, AccountSettings())
    numbers = [("followers", told.followers), ("following", told.following)]
    levels = [
        Level(metric, value, account.exported_at, "manual")
        for metric, value in numbers
        if value is not None
    ]
    return replace(account, levels=account.levels + tuple(levels))
