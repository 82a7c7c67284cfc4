"""`klout report`: the full report as one file, or one page for an application."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Unpack

import typer
from msgspec.structs import replace

from klout_cli.cli import flags, language
from klout_cli.cli.output import warn
from klout_cli.cli.score import refuse_skips
from klout_cli.cli.snapshots import (
    CommandInputs,
    measure_or_recall,
    open_history,
    read_history_flag,
)
from klout_cli.errors import KloutError, UsageError
from klout_cli.results.dossier import Dossier
from klout_cli.translation import Message
from klout_cli.translation import gettext as _


def report(
    context: typer.Context,
    paths: flags.Paths = None,
    output: flags.Output = None,
    format: flags.Formats = None,
    application: Annotated[
        bool,
        typer.Option(
            "--application", help="One page for a job application; klout verify checks it."
        ),
    ] = False,
    post: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Show this own post as a best one; may be repeated."),
    ] = None,
    no_posts: Annotated[bool, typer.Option("--no-posts", help="Show no posts.")] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open the report when it is written.")
    ] = False,
    redact: flags.Redact = False,
    force: flags.Force = False,
    strict: flags.Strict = False,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="Leave out saved scores.")
    ] = False,
    **shared: Unpack[flags.RecallFlags],
) -> None:
    """Save the full report as a web page, PDF, spreadsheet or text.

    Example: klout report twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip --open
    """
    from klout_cli.cli import report_files, report_options

    output = output if output or format else report_files.DEFAULT_FILE
    _refuse_without_exports(paths, post, application=application)
    files = report_files.plan_files(
        output, format or [], paths or [], application=application, open_it=open_it, force=force
    )
    report_files.warn_of_git(context, files)
    options = report_options.read_report_options(
        context, post or (), no_posts=no_posts, redact=redact, lang=language.current_language()
    )
    if paths:
        report_options.refuse_leaks(options)
    inputs = measure_or_recall(context, paths)
    if application:
        report_files.write_page(report_options.format_application(inputs, options), files[0])
    else:
        dossier = report_options.make_full_dossier(inputs, options)
        if not no_history:
            dossier = _add_past(context, dossier, inputs, redact=redact)
        if files[0].format == "xlsx":
            dossier = report_options.with_all_posts(dossier, inputs, options)
        report_files.write_dossier(context, dossier, files)
    report_files.finish(context, output, files[0], open_it=open_it)
    if strict:
        refuse_skips(inputs.person.ledger)


def _refuse_without_exports(
    paths: Sequence[Path] | None, posts: Sequence[str] | None, *, application: bool
) -> None:
    """Raise UsageError for options that need exports, before anything is read."""
    if application and not paths:
        raise UsageError(
            _("A page that can be checked needs the exports."),
            "--application",
            _("klout report PATH... --application -o application.html"),
        )
    if posts and not paths:
        raise UsageError(
            _("The texts of posts are not saved."), "--post", _("klout report PATH... --post ID")
        )


def _add_past(
    context: typer.Context, dossier: Dossier, inputs: "CommandInputs", *, redact: bool
) -> Dossier:
    """Return a report with the score over time and its last change, where there are two dates.

    An unreadable history is a warning.
    """
    from klout_cli.reports.redact import hidden, redacted_comparison, redacted_trend
    from klout_cli.scoring.compare import compare, trend

    now = inputs.person.snapshot
    if now.as_of is None:
        return dossier
    try:
        stored = open_history(read_history_flag(context)).all(now.person or now.measured[0].id)
        days = {old.as_of: old.snapshot for old in stored} | {now.as_of: now}
        dates = [days[day] for day in sorted(days) if day <= now.as_of]
        if len(dates) < 2:
            return dossier
        dates = hidden(dates) if redact else dates
        over_time = trend(dates, inputs.model, "month")
        change = compare(dates[-2], dates[-1], inputs.model)
    except KloutError as error:
        warn(context, [Message("The report shows no earlier dates: {reason}", reason=str(error))])
        return dossier
    if redact:
        over_time, change = redacted_trend(over_time), redacted_comparison(change)
    return replace(dossier, trend=over_time, change=change)
