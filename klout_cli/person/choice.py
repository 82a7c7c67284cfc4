"""Account selection: settings in klout.yaml, --only and --without."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from klout_cli.errors import InputError, UsageError, meant
from klout_cli.person.topics import folded
from klout_cli.results import Measured
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

if TYPE_CHECKING:
    from klout_cli.person.account import Account


People: TypeAlias = Annotated[int, Meta(ge=0, le=10**12)]


class AccountSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """An account's settings in klout.yaml; its numbers are marked as self-reported."""

    role: Literal["", "personal", "professional", "brand"] = ""
    ignore: bool = False
    followers: People | None = None
    following: People | None = None


NamedT = TypeVar("NamedT", "Account", Measured)


class Choice(Struct, frozen=True):
    """Account selection by network, id or handle, and settings by account id."""

    only: Sequence[str] = ()
    without: Sequence[str] = ()
    settings: Mapping[str, AccountSettings] = {}


def chosen(accounts: "Sequence[Account]", choice: Choice) -> "list[Account]":
    """Return the selected accounts, with the numbers set in klout.yaml.

    Raises UsageError for an unknown name (ignoring a typo would give a different score) and
    InputError if no account is left.
    """
    return [_with_manual(account, choice.settings) for account in wanted(accounts, choice)]


def wanted(accounts: Sequence[NamedT], choice: Choice) -> tuple[NamedT, ...]:
    """Return the selected accounts, read or measured.

    An empty input is returned as is. Raises the same errors as `chosen`.
    """
    _refuse_unknown(accounts, "--only", choice.only)
    _refuse_unknown(accounts, "--without", choice.without)
    selected = tuple(account for account in accounts if _is_wanted(account, choice))
    if accounts and not selected:
        raise InputError(
            N_("No account is left."),
            "--only, --without, ignore (klout.yaml)",
            N_("klout inspect lists the accounts"),
        )
    return selected


def _names(account: "Account | Measured") -> dict[str, str]:
    """Return the names an account can be selected by: folded form -> name."""
    return {folded(name): name for name in (account.network, account.id, account.handle)}


def _refuse_unknown(
    accounts: "Sequence[Account | Measured]", option: str, selected: Sequence[str]
) -> None:
    known = {short: name for account in accounts for short, name in _names(account).items()}
    for name in selected:
        if folded(name) not in known:
            networks = ", ".join(sorted({account.network for account in accounts}))
            remedy = meant(
                folded(name),
                dict(sorted(known.items())),
                Message("use one of {names}", names=networks),
            )
            raise UsageError(
                N_("These exports have no such network or account."), f"{option} {name}", remedy
            )


def _is_wanted(account: "Account | Measured", choice: Choice) -> bool:
    names = _names(account).keys()
    settings = choice.settings.get(account.id)
    if names & set(map(folded, choice.without)) or (settings and settings.ignore):
        return False
    return not choice.only or bool(names & set(map(folded, choice.only)))


def _with_manual(account: "Account", settings: Mapping[str, AccountSettings]) -> "Account":
    from klout_cli.person.rows import Level  # saved scores don't need it

    entered = settings.get(account.id, AccountSettings())
    numbers = [("followers", entered.followers), ("following", entered.following)]
    levels = [
        Level(metric, value, account.exported_at, "manual")
        for metric, value in numbers
        if value is not None
    ]
    return replace(account, levels=account.levels + tuple(levels))
