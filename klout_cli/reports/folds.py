"""What a report folds away: the audit, what was read, and the method."""

from collections.abc import Iterator, Mapping
from typing import Any

from klout_cli.reports.names import distinct_name
from klout_cli.reports.numbers import count, day, number
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import describe_method
from klout_cli.reports.screens.audit import (
    TITLES,
    list_findings,
    list_reasons,
    summarise_audit,
)
from klout_cli.reports.screens.explain import constants
from klout_cli.reports.screens.ledger import count_rows
from klout_cli.reports.show import show
from klout_cli.results import Report
from klout_cli.results.audited import Audit
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext


def folds_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows below the overview."""
    report, audit = dossier.report, dossier.audit
    accounts = report.judgement.accounts
    return {
        "explanations": dossier.explanations,
        "names": {account.id: distinct_name(account, accounts) for account in accounts},
        "audit": audit,
        "audit_summary": _("Profile audit") + " · " + summarise_audit(audit) if audit else "",
        "audit_lists": list_checks(audit) if audit else (),
        "files_summary": _(
            "What was read: {read} rows, {skipped} skipped",
            read=count(sum(row.read for row in report.ledger)),
            skipped=count(sum(row.skipped for row in report.ledger)),
        ),
        "warnings": [show(warning, 400) for warning in report.warnings],
        "skipped": count_rows(row.reasons for row in report.ledger).most_common(),
        "ledger": [row for row in report.ledger if row.skipped],
        "method_text": describe_calculation(),
        "made": list(list_origins(report, dossier.options)),
        "constants": constants(dossier.explanations),
    }


def list_checks(audit: Audit) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return the results that say something, by state: check, accounts and remedy."""
    unchecked = [(*row, "") for row in list_reasons(audit, "could_not_check")]
    return [
        (_(TITLES["opportunity"]), [*list_findings(audit, "opportunity")]),
        (_(TITLES["manual"]), [*list_findings(audit, "manual")]),
        (_(TITLES["could_not_check"]), [*unchecked]),
    ]


def describe_calculation() -> str:
    """Return the method in four sentences."""
    return " ".join(
        (
            _("Everything is counted in your own exports, and nothing is looked up elsewhere."),
            _("Each number is compared with what accounts of that size usually get."),
            _("Your strongest account counts in full, the others less, because audiences overlap."),
            _("The range covers the score in 80 of 100 cases."),
        )
    )


def list_origins(report: Report, options: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield how a report was made: method, data, and the options for making it again."""
    yield from describe_method(report.model)
    yield _("Fingerprint"), safe(report.model.fingerprint)
    if report.as_of:
        yield _("Data up to"), day(report.as_of)
    for points, who, year in report.landmarks:
        yield show(who), f"{number(points, 0)} ({year})"
    for download in sorted(report.inputs, key=lambda download: download.fingerprint):
        files = ngettext("one file", "{n} files", download.files)
        yield safe(download.name), f"{files}, {count(download.bytes)} B, {download.fingerprint}"
    if options:
        written = " ".join(f"--{name} {value}" for name, value in options.items())
        yield _("Options"), safe(written, 1000)
