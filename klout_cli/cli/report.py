"""`klout report`: the full report as one file, or one page for an application."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags
from klout_cli.cli.score import refuse_skips

if TYPE_CHECKING:
    from klout_cli.cli.snapshots import CommandInputs
    from klout_cli.results import Trend
    from klout_cli.results.around import Circle

SUFFIXES = {
    ".html": flags.Format.html,
    ".md": flags.Format.markdown,
    ".json": flags.Format.json,
    ".csv": flags.Format.csv,
}
GIT = "the report is written into a work tree of git: keep it out of what is committed"


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
        typer.Option(metavar="ID", help="Show this own post as best work; may be repeated."),
    ] = None,
    redact: flags.Redact = False,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Name the people of the network.")
    ] = False,
    force: flags.Force = False,
    strict: flags.Strict = False,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="Leave out what the history keeps.")
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
    """Write the whole report as one file that shows everywhere and asks for nothing: from exports,
    else from the latest snapshot.

    Example: klout report twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip -o
    report.html
    """
    from msgspec.structs import replace

    from klout_cli.cli import language, report_options
    from klout_cli.cli.output import show, targets, warn, write
    from klout_cli.cli.snapshots import measure_or_recall

    formats = [str(form) for form in dict.fromkeys(format or [_format_by_suffix(output)])]
    _refuse_halves(formats, paths, post, application=application)
    if with_names:
        _refuse_names(application=application, redact=redact)
    files = targets(output, formats, paths or [], force)
    warn(context, [GIT] if output and _is_in_git(output) else [])
    options = report_options.read_report_options(
        context, post or (), redact=redact, lang=language.current_language()
    )
    if paths:
        report_options.refuse_leaks(options)
    inputs = measure_or_recall(context, paths, history)
    if application:
        write(report_options.format_application(inputs, options), files[0])
        return
    dossier = replace(
        report_options.make_dossier(inputs, options),
        around=_find_circle(inputs, redact=redact, with_names=with_names),
        trend=None if no_history else _find_trend(context, inputs, history, redact=redact),
    )
    show(context, formats, files, lambda renderer: renderer.dossier(dossier))
    if strict:
        refuse_skips(inputs.person.ledger)


def _format_by_suffix(output: Path | None) -> flags.Format:
    """Return the format of a file name's suffix.

    Raises UsageError for any other suffix, or none.
    """
    from klout_cli.errors import UsageError

    if output is None or output.suffix.lower() not in SUFFIXES:
        raise UsageError(
            "which format is meant?",
            "-o",
            f"name a file with {', '.join(SUFFIXES)}, or give --format",
        )
    return SUFFIXES[output.suffix.lower()]


def _refuse_halves(
    formats: Sequence[str],
    paths: Sequence[Path] | None,
    posts: Sequence[str] | None,
    *,
    application: bool,
) -> None:
    """Raise UsageError for options that need another one, before anything is read."""
    from klout_cli.errors import UsageError

    if application and formats != ["html"]:
        raise UsageError(
            "a page for an application is HTML", "--application", "give one file with .html"
        )
    if application and not paths:
        raise UsageError(
            "a page that is to be checked needs the exports",
            "--application",
            "klout report PATH... --application -o FILE",
        )
    if posts and not paths:
        raise UsageError(
            "the words of posts are not kept in the history",
            "--post",
            "give the exports: klout report PATH... --post ID",
        )


def _refuse_names(*, application: bool, redact: bool) -> None:
    """Raise UsageError if names are both requested and withheld."""
    from klout_cli.errors import UsageError

    if application or redact:
        raise UsageError(
            "names cannot be both withheld and written",
            "--with-names",
            "leave out --application and --redact",
        )


def _find_circle(inputs: "CommandInputs", *, redact: bool, with_names: bool) -> "Circle | None":
    """Return the people around the person, numbered unless names were requested.

    None without exports, as the history has no names.
    """
    if inputs.exports is None or inputs.options is None:
        return None
    from klout_cli import pipeline
    from klout_cli.person.circle import nameless, redacted

    circle = pipeline.gather_circle(inputs.exports, inputs.options)
    if redact:
        return redacted(circle)
    return circle if with_names else nameless(circle)


def _is_in_git(file: Path) -> bool:
    """Return True if a file would be inside a git work tree."""
    return any((folder / ".git").exists() for folder in file.absolute().parents)


def _find_trend(
    context: typer.Context, inputs: "CommandInputs", history: Path | None, *, redact: bool
) -> "Trend | None":
    """Return the person's scores on all stored dates and now; None for a single date.

    An unreadable history is a warning.
    """
    from klout_cli.cli.output import warn
    from klout_cli.cli.snapshots import open_history
    from klout_cli.errors import KloutError
    from klout_cli.reports.redact import hidden, redacted_trend
    from klout_cli.scoring import compare as comparing

    now = inputs.person.snapshot
    if now.as_of is None:
        return None
    try:
        stored = open_history(history).all(now.person or now.measured[0].id)
        days = {old.as_of: old.snapshot for old in stored} | {now.as_of: now}
        dates = [days[day] for day in sorted(days)]
        if len(dates) < 2:
            return None
        trend = comparing.trend(hidden(dates) if redact else dates, inputs.model, "month")
    except KloutError as error:
        warn(context, [f"the report shows no dates before: {error}"])
        return None
    return redacted_trend(trend) if redact else trend
