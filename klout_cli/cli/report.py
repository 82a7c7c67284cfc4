"""`klout report`: the full report as one file, or one page for an application."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags
from klout_cli.cli.score import refuse_skips
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.cli.report_options import ReportOptions
    from klout_cli.cli.snapshots import CommandInputs
    from klout_cli.results.dossier import Dossier


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
    history: flags.History = None,
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
    """Save the full report as a web page, PDF, spreadsheet or text.

    Example: klout report twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip --open
    """
    from klout_cli.cli import language, report_files, report_options
    from klout_cli.cli.snapshots import measure_or_recall

    asked = report_files.ReportFiles(
        output=output if output or format else report_files.DEFAULT_FILE,
        formats=[str(one) for one in format or []],
        application=application,
        open_it=open_it,
    )
    _refuse_without_exports(paths, post, application=application)
    files = report_files.plan_files(asked, paths or [], force=force)
    report_files.warn_of_git(context, files)
    options = report_options.read_report_options(
        context, post or (), no_posts=no_posts, redact=redact, lang=language.current_language()
    )
    if paths:
        report_options.refuse_leaks(options)
    inputs = measure_or_recall(context, paths, history)
    if application:
        page = report_options.format_application(inputs, options)
        report_files.write_page(page, files[0])
    else:
        dossier = _make_dossier(context, inputs, options, None if no_history else (history,))
        if files[0].format == "xlsx":
            dossier = report_options.with_all_posts(dossier, inputs, options)
        report_files.write_dossier(context, dossier, files)
    report_files.finish(context, asked, files)
    if strict:
        refuse_skips(inputs.person.ledger)


def _refuse_without_exports(
    paths: Sequence[Path] | None, posts: Sequence[str] | None, *, application: bool
) -> None:
    """Raise UsageError for options that need exports, before anything is read."""
    from klout_cli.errors import UsageError

    if application and not paths:
        raise UsageError(
            _("a page that can be checked needs the exports"),
            "--application",
            _("klout report PATH... --application -o application.html"),
        )
    if posts and not paths:
        raise UsageError(
            _("the texts of posts are not saved"),
            "--post",
            _("klout report PATH... --post ID"),
        )


def _make_dossier(
    context: typer.Context,
    inputs: "CommandInputs",
    options: "ReportOptions",
    history: tuple[Path | None] | None,
) -> "Dossier":
    """Return everything a report shows; `history` is None where saved scores are left out."""
    from msgspec.structs import replace

    from klout_cli.cli import report_options
    from klout_cli.cli.report_history import find_past

    dossier = report_options.make_full_dossier(inputs, options)
    past = find_past(context, inputs, history[0], redact=options.redact) if history else None
    return replace(dossier, trend=past.trend, change=past.change) if past else dossier
