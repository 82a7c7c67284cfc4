"""A report's options, embedded in the page so that `klout verify` can rerun it."""

from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

import typer
from msgspec import MsgspecError
from msgspec.json import decode, encode
from msgspec.structs import asdict, replace

from klout_cli import details, pipeline
from klout_cli.cli.options import Flags, build_options, read_flags
from klout_cli.cli.snapshots import CommandInputs, measure_person
from klout_cli.errors import GateError, InputError, UsageError
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.person.circle import redacted as redacted_circle
from klout_cli.reports.application import BEST_POSTS
from klout_cli.reports.html_report import HtmlReport
from klout_cli.reports.redact import ordinals, redact_activity
from klout_cli.reports.verify import options_of
from klout_cli.results.activity import Activity
from klout_cli.results.dossier import Dossier, FeaturedPost
from klout_cli.results.plain import to_builtins
from klout_cli.translation import ENGLISH, in_language, languages, translate
from klout_cli.translation import gettext as _

DASHBOARD_POSTS = 5


class ReportOptions(Flags, frozen=True, kw_only=True):
    """Options of `klout report` that change a page's contents, by name."""

    post: tuple[str, ...] = ()
    no_posts: bool = False
    redact: bool = False
    lang: str = ENGLISH


def read_report_options(
    context: typer.Context, posts: Sequence[str], *, no_posts: bool, redact: bool, lang: str
) -> ReportOptions:
    """Return the report options of a command."""
    flags = asdict(read_flags(context))
    return ReportOptions(**flags, post=tuple(posts), no_posts=no_posts, redact=redact, lang=lang)


def refuse_leaks(options: ReportOptions) -> None:
    """Raise UsageError for options that would reveal what --redact withholds."""
    accounts = any(":" in name for name in (*options.only, *options.without))
    if options.redact and (options.post or accounts):
        raise UsageError(
            _("This would show what is left out."),
            "--redact",
            _("leave out --post, and give networks instead of accounts"),
        )


def make_dossier(
    inputs: CommandInputs, options: ReportOptions, most_posts: int = DASHBOARD_POSTS
) -> Dossier:
    """Return a person's full report, with its options.

    Raises the same errors as `pipeline.make_dossier`, and UsageError for a post that isn't theirs.
    """
    dossier = pipeline.make_dossier(inputs.person, inputs.model, redact=options.redact)
    dossier = replace(dossier, options=_format_options(_resolve(options, inputs)))
    if inputs.exports is None or inputs.options is None or options.redact:
        return dossier
    posts: tuple[FeaturedPost, ...] = ()
    if not options.no_posts:
        judgement = dossier.report.judgement
        posts = details.feature_posts(
            inputs.exports, inputs.options, judgement, options.post, most_posts
        )
    headline = details.find_headline(inputs.exports, inputs.options)
    return replace(dossier, posts=posts, headline=headline)


def with_all_posts(dossier: Dossier, inputs: CommandInputs, options: ReportOptions) -> Dossier:
    """Return a report with all own posts that count instead of the best, for a spreadsheet."""
    if inputs.exports is None or inputs.options is None or options.redact or options.no_posts:
        return dossier
    return replace(dossier, posts=details.list_posts(inputs.exports, inputs.options))


def make_full_dossier(inputs: CommandInputs, options: ReportOptions) -> Dossier:
    """Return a report with the people around the person, and what posts got over time.

    Neither is there without exports, as neither is saved. Raises the same errors as `make_dossier`.
    """
    dossier = make_dossier(inputs, options)
    if inputs.exports is None or inputs.options is None:
        return dossier
    circle = details.gather_circle(inputs.exports, inputs.options)
    return replace(
        dossier,
        around=redacted_circle(circle) if options.redact else circle,
        activity=_gather_activity(inputs, options, inputs.options.zone),
    )


def _gather_activity(
    inputs: CommandInputs, options: ReportOptions, zone: tzinfo | None
) -> Activity | None:
    """Return what posts got over time, None without exports; hours are those of `zone`."""
    if inputs.exports is None or inputs.options is None:
        return None
    activity = details.gather_activity(inputs.exports, inputs.options, zone)
    if options.redact:
        return redact_activity(activity, ordinals((inputs.person.snapshot,)))
    return activity


def _resolve(options: ReportOptions, inputs: CommandInputs) -> ReportOptions:
    """Return the options that give the same report on any day.

    Folders and withheld names are left out.
    """
    return replace(
        options,
        as_of=inputs.person.snapshot.as_of or "",
        model=Path(options.model).name,
        person="" if options.redact else options.person,
    )


def _format_options(options: ReportOptions) -> dict[str, str]:
    """Return options as written on the command line."""
    return {
        name: ", ".join(value) if isinstance(value, list | tuple) else str(value)
        for name, value in to_builtins(options).items()
    }


def format_application(inputs: CommandInputs, options: ReportOptions) -> str:
    """Return the page for an application; raises the same errors as `make_dossier`."""
    dossier = make_dossier(inputs, options, BEST_POSTS)
    activity = _gather_activity(inputs, options, None)
    return HtmlReport(options.lang).application(
        replace(dossier, activity=activity), encode(_resolve(options, inputs)).decode()
    )


def rebuild_application(
    page: str,
    paths: Sequence[Path],
    *,
    model: str = "",
    person: str = "",
    limit_gb: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> str:
    """Remake an application page from exports, with the options embedded in it.

    `model` and `person` replace those of the page. Raises UsageError without exports, InputError
    for another kind of page, GateError for invalid options, and the errors of `format_application`.
    """
    if not paths:
        raise UsageError(
            _("There are no exports to check against."), "", _("klout verify PAGE EXPORTS")
        )
    options = _decode_options(page)
    options = replace(options, model=model or options.model, person=person or options.person)
    try:
        refuse_leaks(options)
        inputs = measure_person(build_options(paths, options, limit_gb=limit_gb, progress=progress))
        with in_language(options.lang):
            return format_application(inputs, options)
    except UsageError as error:
        rejected = _("Rejected: {reason}", reason=translate(error.what))
        raise GateError(rejected, error.where, error.remedy) from error


def _decode_options(page: str) -> ReportOptions:
    embedded = options_of(page)
    if embedded is None:
        raise InputError(
            _("This isn't an application page."),
            "",
            _("klout report PATH... --application -o application.html"),
        )
    try:
        options = decode(embedded, type=ReportOptions)
    except MsgspecError as error:
        raise GateError(_("Rejected: the options in this page are not klout's.")) from error
    if options.lang not in languages():
        raise GateError(_("Rejected: the options in this page are not klout's."))
    return options
