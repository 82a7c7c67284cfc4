"""`klout audit`: the profile audit, account by account."""

from typing import Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.output import show_blocks, targets, write
from klout_cli.cli.score import refuse_skips
from klout_cli.cli.snapshots import measure_or_recall


def audit(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.TableOrJson = "table",
    output: flags.Output = None,
    force: flags.Force = False,
    redact: flags.Redact = False,
    strict: flags.Strict = False,
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Check your profiles, one thing after the other.

    Example: klout audit twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip
    """
    from klout_cli import pipeline
    from klout_cli.reports.json_report import audit_json
    from klout_cli.reports.screens.audit import audit_blocks

    (file,) = targets(output, [format], paths or [], force)
    inputs = measure_or_recall(context, paths)
    findings = pipeline.audit(inputs.person, inputs.model, redact=redact)
    if format == "json":
        write(audit_json(findings), file)
    else:
        show_blocks(context, audit_blocks(findings, verbose=context.obj.verbose), file)
    if strict:
        refuse_skips(findings.ledger)
