"""The audit as a screen and as JSON: inventory, states of checks, remedies."""

import json
from collections.abc import Callable, Iterator, Mapping

from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.legacy_facts import account_name, count, data_date
from klout_cli.reports.names import TOOL, network_title
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results.audited import Audit, Checked, CheckState, Entered
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.audit/1"
LONGEST = 400
STATES: Mapping[CheckState, str] = {
    "opportunity": "Opportunities",
    "manual": "To look at yourself",
    "could_not_check": "Could not check",
    "not_applicable": "Not applicable",
    "passed": "Passed",
}
COUNTED: tuple[CheckState, ...] = ("not_applicable", "passed")
TO_DO: tuple[CheckState, ...] = ("opportunity", "manual")
NOTHING_SCORED = "No check touches the score: klout hints tells what would raise it."


def audit_json(audit: Audit) -> str:
    """Return the audit as JSON (schema `klout.audit/1`), pure ASCII."""
    tree = to_builtins(audit)
    tree.pop("redacted")
    ledger = [
        {name: value for name, value in row.items() if name != "examples"} for row in tree["ledger"]
    ]
    shaped = {
        "person": {"name": audit.person, "redacted": audit.redacted},
        "counts": dict(audit.counts),
        "ledger": ledger,
    }
    return (
        json.dumps({"schema": SCHEMA, "tool": TOOL, **tree, **shaped}, indent=2, allow_nan=False)
        + "\n"
    )


def audit_screen(audit: Audit, screen: Screen) -> str:
    """Return the audit's screen.

    Checks that passed or don't apply are only counted, unless the screen is verbose.
    """
    return arrange([*audit_blocks(audit, screen.verbose)], screen)


def audit_blocks(audit: Audit, verbose: bool) -> Iterator[Block]:
    """Return the audit's blocks.

    Checks that passed or don't apply are only counted, unless verbose.
    """
    person = (Part("Person", safe(audit.person)),) if audit.person else ()
    yield Parts(
        (
            Part("Audit", "of the profiles", "KLOUT AUDIT", "title"),
            *person,
            data_date(audit.as_of),
        )
    )
    yield inventory(audit)
    yield Pairs(
        tuple((name, count(audit.counts[state])) for state, name in STATES.items()),
        f"{len(audit.checks)} checks",
    )
    for state, name in STATES.items():
        if verbose or state not in COUNTED:
            yield Pairs(tuple(results(audit, state)), name)
            if state in TO_DO:
                yield Pairs(tuple(remedies(audit, state)), "What to do")
    yield Note("Warning", tuple(safe(warning) for warning in audit.warnings), "alert")
    yield Note("Score", (NOTHING_SCORED,), "quiet")
    hidden = (
        () if verbose else (("klout audit -v", "also what has passed and what does not apply"),)
    )
    yield Pairs(
        (*hidden, ("klout sources", "where to ask for the exports that are missing")), "Next"
    )


def inventory(audit: Audit) -> Table:
    """List the accounts and what stands out about them."""
    return Table(
        ("Account", "Followers", "Newest post", "Exported"), tuple(map(_entered, audit.accounts))
    )


def _entered(account: Entered) -> tuple[str, ...]:
    followers = "" if account.followers is None else count(account.followers)
    closed = ", historical" if account.state == "historical" else ""
    return (
        account_name(account) + closed,
        followers,
        account.newest or "",
        account.exported_at or "",
    )


def results(audit: Audit, state: CheckState) -> Iterator[tuple[str, str]]:
    """Yield the results of each check, grouping accounts with the same one."""
    by_result: dict[tuple[str, str], list[str]] = {}
    names = {account.id: _short(account, audit) for account in audit.accounts}
    for check in sorted(_in(audit, state), key=_place(audit)):
        by_result.setdefault((check.title, check.reason), []).append(names[check.account])
    yield from (
        (title, f"{', '.join(accounts)}: {safe(reason, LONGEST)}")
        for (title, reason), accounts in by_result.items()
    )


def _short(account: Entered, audit: Audit) -> str:
    alone = sum(other.network == account.network for other in audit.accounts) == 1
    return network_title(account.network) if alone else account_name(account)


def _in(audit: Audit, state: CheckState) -> list[Checked]:
    return [check for check in audit.checks if check.state == state]


def remedies(audit: Audit, state: CheckState) -> Iterator[tuple[str, str]]:
    """Yield each check's remedy once, with its effort."""
    checks = {check.id: check for check in sorted(_in(audit, state), key=_place(audit))}
    yield from (
        (check.title, f"{check.remedy} {check.why} ({check.effort} effort)")
        for check in checks.values()
    )


def _place(audit: Audit) -> Callable[[Checked], int]:
    """Return a key that sorts by the order of the checks."""
    places = {
        id: place for place, id in enumerate(dict.fromkeys(check.id for check in audit.checks))
    }
    return lambda check: places[check.id]
