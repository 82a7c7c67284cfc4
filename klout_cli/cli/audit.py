"""`klout audit`: the profile audit, account by account."""

import typer

from klout_cli.cli import flags
from klout_cli.cli.score import refuse_skips


def audit(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.TableOrJson = flags.ExplainFormat.table,
    output: flags.Output = None,
    force: flags.Force = False,
    history: flags.History = None,
    redact: flags.Redact = False,
    strict: flags.Strict = False,
    as_of: flags.AsOf = None,
    model: flags.ModelName = None,
    person: flags.Person = "",
    only: flags.Only = None,
    without: flags.Without = None,
    include_private: flags.IncludePrivate = None,
    encoding: flags.Encoding = "",
    decimal: flags.Decimal = "",
    date_order: flags.DateOrder = None,
    tz: flags.TimeZone = "UTC",
    today: flags.Today = None,
    limit_gb: flags.LimitGb = None,
) -> None:
    """Check your profiles, one thing after the other.

    Example: klout audit twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip
    """
    from klout_cli import pipeline
    from klout_cli.cli.output import screen_of, targets, write
    from klout_cli.cli.snapshots import measure_or_recall
    from klout_cli.reports.json_report import audit_json
    from klout_cli.reports.screens.audit import audit_blocks
    from klout_cli.reports.screens.console import draw

    (file,) = targets(output, [format], paths or [], force)
    inputs = measure_or_recall(context, paths, history)
    findings = pipeline.audit(inputs.person, inputs.model, redact=redact)
    if format == "json":
        write(audit_json(findings), file)
    else:
        screen = screen_of(context, to_file=file is not None)
        write(draw(audit_blocks(findings, verbose=screen.verbose), screen), file)
    if strict:
        refuse_skips(findings.ledger)
