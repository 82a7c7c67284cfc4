"""What a report folds away: the audit, what was read, and the method."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from klout_cli import __version__
from klout_cli.reports.figures import account_label, day, number
from klout_cli.reports.names import network_title
from klout_cli.reports.reasons import scored
from klout_cli.reports.safe import safe
from klout_cli.results import ModelName, Report
from klout_cli.results.audited import Audit, Checked, CheckState
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext, translate


class CheckRow(NamedTuple):
    """One result of the audit."""

    title: str
    account: str
    reason: str
    remedy: str


def folds_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows below the overview."""
    report, audit = dossier.report, dossier.audit
    accounts = scored(report.judgement)
    names = {account.id: account_label(account, accounts) for account in report.judgement.accounts}
    read, skipped = (
        sum(getattr(row, name) for row in report.ledger) for name in ("read", "skipped")
    )
    return {
        "explanations": dossier.explanations,
        "names": names,
        "audit": audit,
        "audit_summary": summarize_audit(audit) if audit else "",
        "audit_lists": list_checks(audit) if audit else (),
        "files_summary": _(
            "What was read: {read} rows, {skipped} skipped",
            read=number(read),
            skipped=number(skipped),
        ),
        "warnings": [safe(translate(warning), 400) for warning in report.warnings],
        "skipped": count_skipped(report),
        "ledger": [row for row in report.ledger if row.skipped],
        "method_text": method_text(),
        "made": list(list_made(dossier)),
        "constants": list(
            dict.fromkeys(
                constant
                for explanation in dossier.explanations
                for constant in explanation.constants
            )
        ),
    }


def summarize_audit(audit: Audit) -> str:
    """Return how many checks had which result."""
    counts = audit.counts
    return " · ".join(
        (
            _("Profile audit"),
            ngettext("one thing to improve", "{n} things to improve", counts["opportunity"]),
            _("{n} to check yourself", n=counts["manual"]),
            _("{n} fine", n=counts["passed"]),
            _("{n} not checkable", n=counts["could_not_check"]),
        )
    )


def list_checks(audit: Audit) -> list[tuple[str, list[CheckRow]]]:
    """Return the results that say something, by state."""
    headings: tuple[tuple[CheckState, str], ...] = (
        ("opportunity", _("To improve")),
        ("manual", _("To check yourself")),
        ("could_not_check", _("Not checkable with these exports")),
    )
    labels = {
        account.id: f"{network_title(account.network)} {safe(account.handle, 60)}"
        for account in audit.accounts
    }
    return [
        (heading, [_check_row(check, labels) for check in audit.checks if check.state == state])
        for state, heading in headings
    ]


def _check_row(check: Checked, labels: dict[str, str]) -> CheckRow:
    to_do = check.state in ("opportunity", "manual")
    return CheckRow(
        check.title,
        labels.get(check.account, ""),
        safe(translate(check.reason), 400),
        safe(translate(check.remedy), 400) if to_do else "",
    )


def count_skipped(report: Report) -> list[tuple[str, int]]:
    """Return the reasons for skipped rows with their number, most frequent first."""
    reasons: Counter[str] = Counter()
    for row in report.ledger:
        reasons.update(row.reasons)
    return reasons.most_common()


def method_text() -> str:
    """Return the method in four sentences."""
    return " ".join(
        (
            _("Everything is counted in your own exports, and nothing is looked up elsewhere."),
            _("Each number is compared with what accounts of that size usually get."),
            _("Your strongest account counts in full, the others less, because audiences overlap."),
            _("The range covers the score in 80 of 100 cases."),
        )
    )


def model_text(model: ModelName) -> str:
    """Return the method and the program that made a page."""
    changed = "" if model.standard else f" ({_('changed')})"
    return _(
        "Method {name} {version}{changed}, klout-cli {program}",
        name=safe(model.name),
        version=str(model.version),
        changed=changed,
        program=__version__,
    )


def list_made(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield how a report was made: method, data, and the options for making it again."""
    report = dossier.report
    yield _("Made with"), model_text(report.model)
    yield _("Fingerprint"), safe(report.model.fingerprint)
    if report.as_of:
        yield _("Data up to"), day(report.as_of)
    for points, who, year in report.landmarks:
        yield safe(translate(who)), f"{number(points)} ({year})"
    for download in sorted(report.inputs, key=lambda one: one.fingerprint):
        files = ngettext("one file", "{n} files", download.files)
        yield safe(download.name), f"{files}, {number(download.bytes)} B, {download.fingerprint}"
    if dossier.options:
        written = " ".join(f"--{name} {value}" for name, value in dossier.options.items())
        yield _("Options"), safe(written, 1000)
