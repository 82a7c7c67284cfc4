"""`klout audit`: the profile audit, account by account."""

from typing import Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.score import refuse_skips
from klout_cli.cli.selection import Selection, selecting


@selecting()
def audit(
    context: typer.Context,
    paths: options.Paths = None,
    format: Annotated[
        options.ExplainFormat, typer.Option("--format", "-f", help="table or json.")
    ] = options.ExplainFormat.table,
    output: options.Output = None,
    force: options.Force = False,
    history: options.History = None,
    redact: options.Redact = False,
    strict: options.Strict = False,
    *,
    selection: Selection,
) -> None:
    """Audit every account: still in use, complete, linked, steady, answered, on your topics; from exports, else from the latest snapshot.

    Example: klout audit twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip
    """
    from klout_cli.cli.output import screen_of, targets, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.subject import subject
    from klout_cli.pipeline import advising, reporting
    from klout_cli.reports.audit import audit_json, audit_screen

    (file,) = targets(output, [format], paths or [], force)
    one = subject(paths or (), history=history, progress=choose_progress(context), **selection)
    found = (
        reporting.redacted_audit(one.taken, one.model)
        if redact
        else advising.audit(one.taken, one.model)
    )
    write(
        audit_json(found)
        if format == "json"
        else audit_screen(found, screen_of(context, to_file=file is not None)),
        file,
    )
    if strict:
        refuse_skips(found.ledger)
