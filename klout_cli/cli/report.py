"""`klout report`: a whole report as one file, or the one page for an application."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.score import refuse_skips
from klout_cli.cli.selection import Selection, selecting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klout_cli.cli.subject import Subject
    from klout_cli.results import Trend
    from klout_cli.results.around import Circle

SUFFIXES = {
    ".html": options.Format.html,
    ".md": options.Format.markdown,
    ".json": options.Format.json,
    ".csv": options.Format.csv,
}
GIT = "the report is written into a work tree of git: keep it out of what is committed"


@selecting()
def report(
    context: typer.Context,
    paths: options.Paths = None,
    output: options.Output = None,
    format: options.Formats = None,
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
    redact: options.Redact = False,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Name the people of the network.")
    ] = False,
    force: options.Force = False,
    strict: options.Strict = False,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="Leave out what the history keeps.")
    ] = False,
    history: options.History = None,
    *,
    selection: Selection,
) -> None:
    """Write the whole report as one file that shows everywhere and asks for nothing: from exports, else from the latest snapshot.

    Example: klout report twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip -o
    report.html
    """
    from msgspec.structs import replace

    from klout_cli.cli import asked as asking
    from klout_cli.cli import speech
    from klout_cli.cli.output import show, targets, warn, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.subject import subject

    formats = [str(one) for one in dict.fromkeys(format or [_by_suffix(output)])]
    _refuse_halves(application, formats, bool(paths), post or [])
    if with_names:
        _refuse_names(application, redact)
    files = targets(output, formats, paths or [], force)
    warn(context, [GIT] if output and _in_git(output) else [])
    asked = asking.asked_for(selection, tuple(post or ()), redact, speech.lang())
    limit = selection["limit_gb"]
    if application:
        write(asking.application(paths or (), asked, limit, choose_progress(context)), files[0])
        return
    one = (
        asking.seen(paths, asked, limit, choose_progress(context))
        if paths
        else subject((), history=history, **selection)
    )
    made = replace(asking.dossier(one, asked), around=_around(one, redact, with_names))
    if not no_history:
        made = replace(made, trend=_trend(context, one, history, redact))
    show(context, formats, files, lambda renderer: renderer.dossier(made))
    if strict:
        refuse_skips(one.taken.ledger)


def _by_suffix(output: Path | None) -> options.Format:
    """Return the format a file's name asks for.

    Raises UsageError for any other name, and where there is none.
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
    application: bool, formats: "Sequence[str]", paths: bool, posts: "Sequence[str]"
) -> None:
    """Raise UsageError for what goes only with something else, before anything is read."""
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


def _refuse_names(application: bool, redact: bool) -> None:
    """Raise UsageError where names are asked for and withheld at once."""
    from klout_cli.errors import UsageError

    if application or redact:
        raise UsageError(
            "names cannot be both withheld and written",
            "--with-names",
            "leave out --application and --redact",
        )


def _around(one: "Subject", redact: bool, with_names: bool) -> "Circle | None":
    """Return the people around the person, by ordinals unless names were asked for.

    None without exports, as no history keeps a name.
    """
    if one.request is None or one.found is None:
        return None
    from klout_cli.person.circle import nameless, redacted
    from klout_cli.pipeline import from_exports

    found = from_exports.around(one.request, one.found)
    return redacted(found) if redact else found if with_names else nameless(found)


def _in_git(file: Path) -> bool:
    """Tell whether a file would lie in a work tree of git (reliability P7)."""
    return any((folder / ".git").exists() for folder in file.absolute().parents)


def _trend(
    context: typer.Context, one: "Subject", history: Path | None, redact: bool
) -> "Trend | None":
    """Return the person's score on all dates that are kept, and now; None where that is one date.

    A history that cannot be read is said.
    """
    from klout_cli.cli.output import warn
    from klout_cli.cli.recall import the_history
    from klout_cli.errors import KloutError
    from klout_cli.reports.redact import hidden, redacted_trend
    from klout_cli.scoring import compare as comparing

    now = one.snapshot
    try:
        kept = [
            other.snapshot for other in the_history(history).all(now.person or now.measured[0].id)
        ]
        days = {snapshot.as_of: snapshot for snapshot in (*kept, now)}
        dates = [days[day] for day in sorted(days)]
        if len(dates) < 2:
            return None
        found = comparing.trend(hidden(dates) if redact else dates, one.model, "month")
    except KloutError as fault:
        warn(context, [f"the report shows no dates before: {fault}"])
        return None
    return redacted_trend(found) if redact else found
