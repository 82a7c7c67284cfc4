"""The screen of `klout audit`: what to improve first, and how."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from klout_cli.reports.names import account_name, distinct_name
from klout_cli.reports.numbers import count, day
from klout_cli.reports.screens.blocks import (
    Block,
    Column,
    Facts,
    Table,
    person_and_date,
    say,
    suggest,
)
from klout_cli.reports.show import show
from klout_cli.results.audited import Audit, Checked, CheckState, Entered
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext, translate

SHOWN, ACCOUNTS = 6, 3  # checks on the short screen, and accounts named for each
TITLES: Mapping[CheckState, str] = {
    "opportunity": N_("To improve"),
    "manual": N_("To check yourself"),
    "could_not_check": N_("Not checkable with these exports"),
    "not_applicable": N_("Not applicable"),
    "passed": N_("Fine"),
}


def audit_blocks(audit: Audit, *, verbose: bool) -> Iterator[Block]:
    """Yield the counts, then what to improve with remedies; everything else only if verbose."""
    yield person_and_date(audit.person, audit.as_of, N_("YOUR AUDIT"))
    yield say(summarise_audit(audit), style="title")
    yield from _findings(audit, "opportunity", SHOWN if not verbose else None)
    if verbose:
        yield from _findings(audit, "manual", None)
        for state in ("could_not_check", "not_applicable", "passed"):
            yield Facts(translate(TITLES[state]), tuple(list_reasons(audit, state)))
        yield _inventory(audit)
    yield say(*(show(warning, 400) for warning in audit.warnings), style="alert")
    yield say(_("The audit doesn't change your score."))
    yield suggest(
        ("klout audit -v", _("all checks and accounts")),
        ("klout hints", _("what would raise your score")),
    )


def summarise_audit(audit: Audit) -> str:
    """Return how many checks have which result."""
    counts = {state: len(_by_check(audit, state)) for state in TITLES}
    return " · ".join(
        (
            ngettext("{n} thing to improve", "{n} things to improve", counts["opportunity"]),
            ngettext("{n} to check yourself", "{n} to check yourself", counts["manual"]),
            ngettext("{n} fine", "{n} fine", counts["passed"]),
            ngettext("{n} not checkable", "{n} not checkable", counts["could_not_check"]),
        )
    )


def _by_check(audit: Audit, state: CheckState) -> Mapping[str, list[Checked]]:
    """Return the results in one state by check, in the order of the checks."""
    by_check: dict[str, list[Checked]] = defaultdict(list)
    for check in audit.checks:
        if check.state == state:
            by_check[check.id].append(check)
    order = list(dict.fromkeys(check.id for check in audit.checks))
    return {id: by_check[id] for id in order if id in by_check}


def _findings(audit: Audit, state: CheckState, most: int | None) -> Iterator[Block]:
    found = list_findings(audit, state, most)
    rows = [row for title, names, remedy in found[:most] for row in ((title, names), ("", remedy))]
    yield Facts(translate(TITLES[state]), tuple(rows))
    if rest := len(found[most:] if most else ()):
        yield say(ngettext("{n} more: klout audit -v", "{n} more: klout audit -v", rest))


def list_findings(
    audit: Audit, state: CheckState, most: int | None = None
) -> list[tuple[str, str, str]]:
    """Return each check in a state with its accounts and its remedy.

    Every account has its reason, unless only the first `most` checks are to be shown.
    """
    return [
        (
            show(checks[0].title),
            _accounts(audit, checks, short=most is not None),
            show(checks[0].remedy, 400),
        )
        for checks in _by_check(audit, state).values()
    ]


def _accounts(audit: Audit, checks: list[Checked], *, short: bool) -> str:
    names = {account.id: distinct_name(account, audit.accounts) for account in audit.accounts}
    if not short:
        return ", ".join(f"{names[check.account]} ({show(check.reason, 400)})" for check in checks)
    shown = [names[check.account] for check in checks[:ACCOUNTS]]
    rest = len(checks) - len(shown)
    if len(checks) == 1:
        return f"{shown[0]}, {show(checks[0].reason, 400)}"
    more = [ngettext("{n} more", "{n} more", rest)] if rest else []
    return ", ".join([*shown, *more])


def list_reasons(audit: Audit, state: CheckState) -> Iterator[tuple[str, str]]:
    """Yield each check in a state with its reasons, and the accounts of each."""
    names = {account.id: distinct_name(account, audit.accounts) for account in audit.accounts}
    for checks in _by_check(audit, state).values():
        by_reason: dict[str, list[str]] = defaultdict(list)
        for check in checks:
            by_reason[show(check.reason, 400)].append(names[check.account])
        for reason, accounts in by_reason.items():
            yield show(checks[0].title), f"{', '.join(accounts)}: {reason}"


def _inventory(audit: Audit) -> Table:
    columns = (
        Column(),
        Column(_("followers"), right=True),
        Column(_("latest post")),
        Column(_("exported")),
    )
    rows = (
        (
            _full_name(account),
            "" if account.followers is None else count(account.followers),
            day(account.newest),
            day(account.exported_at),
        )
        for account in audit.accounts
    )
    return Table(_("Accounts"), columns, tuple(rows))


def _full_name(account: Entered) -> str:
    name = account_name(account)
    if account.state == "historical":
        return _("{account}, closed network", account=name)
    return name
