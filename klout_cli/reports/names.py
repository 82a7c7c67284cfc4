"""Display names of ids, in the language of the run."""

from collections.abc import Iterable, Mapping, Sequence

from klout_cli import __version__
from klout_cli.factors import FACTORS as SCORED
from klout_cli.reports.safe import safe
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, WorkedExample
from klout_cli.results.audited import Entered
from klout_cli.results.names import NETWORKS, account_label, shorten_handle
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

TOOL = {"name": "klout-cli", "version": __version__}

FACTORS: Mapping[str, str] = {
    "average": N_("average person"),
    **{factor.id: factor.title for factor in SCORED},
    "channels": N_("Channels"),
    "ceiling": N_("Ceiling"),
}

BREAKDOWN = tuple(FACTORS)

LONGEST_NAME = 26  # characters of a channel's name in a table


def factor_title(id: str) -> str:
    """Return the display name of a factor or another entry of the breakdown."""
    return _(FACTORS.get(id, id))


def line_title(id: str) -> str:
    """Return the display name of an entry of the breakdown at the beginning of a line."""
    title = factor_title(id)
    return title[:1].upper() + title[1:]


def network_title(network: str) -> str:
    """Return the display name of a network, by default its id."""
    return _(NETWORKS.get(network, network))


def network_titles(networks: Iterable[str]) -> str:
    """Return the display names of networks in one line."""
    return ", ".join(map(network_title, networks))


def is_alone(network: str, accounts: Iterable[AccountJudgement | Entered]) -> bool:
    """Return whether exactly one of the accounts is on a network."""
    return sum(account.network == network for account in accounts) == 1


def channel_name(network: str, handle: str) -> str:
    """Return the network's name and the handle, of a blog without its domain."""
    return show(account_label(network, handle))


def account_name(account: AccountJudgement | WorkedExample | Entered) -> str:
    """Return the network's name and the handle."""
    return channel_name(account.network, account.handle)


def distinct_name(
    account: AccountJudgement | Entered, accounts: Sequence[AccountJudgement | Entered]
) -> str:
    """Return the network's name, with the handle if several accounts are on the network."""
    alone = is_alone(account.network, accounts)
    return network_title(account.network) if alone else account_name(account)


def short_name(account: AccountJudgement, accounts: Sequence[AccountJudgement]) -> str:
    """Return the network's name, or the handle if several accounts are on the network."""
    handle = shorten_handle(account.network, account.handle)
    if is_alone(account.network, accounts) or not handle:
        return network_title(account.network)
    return account_name(account) if handle.isdecimal() else safe(handle)


def fitting_name(account: AccountJudgement, accounts: Sequence[AccountJudgement]) -> str:
    """Return an account's name for a narrow column; what is cut ends with "…"."""
    name = account_name(account)
    if len(name) <= LONGEST_NAME:
        return name
    if is_alone(account.network, accounts):
        return network_title(account.network)
    return name[: LONGEST_NAME - 1].rstrip() + "…"
