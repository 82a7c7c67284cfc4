"""`klout score`: the main command."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Unpack

import typer

from klout_cli.cli import flags, output
from klout_cli.cli.options import read_options
from klout_cli.cli.output import targets, warn
from klout_cli.cli.snapshots import measure_person, open_history
from klout_cli.errors import AccessError, GateError, InputError, StrictError
from klout_cli.results import LedgerRow, Report, Score, Snapshot
from klout_cli.translation import Message, PluralMessage
from klout_cli.translation import gettext_noop as N_


def score(
    context: typer.Context,
    paths: flags.Paths = None,
    format: flags.Formats = None,
    output: flags.Output = None,
    force: flags.Force = False,
    redact: flags.Redact = False,
    strict: flags.Strict = False,
    no_history: flags.NoHistory = False,
    history: flags.History = None,
    consent: flags.Consent = False,
    fail_under: Annotated[
        float | None, typer.Option(metavar="N", help="Exit with code 1 if the score is lower.")
    ] = None,
    **shared: Unpack[flags.PersonFlags],
) -> None:
    """Score your exports and explain the number.

    Example: klout score twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip posts.csv
    """
    from klout_cli import pipeline
    from klout_cli.cli.start import offer_downloads

    paths = paths or offer_downloads(context)
    formats = list(dict.fromkeys(format or [flags.Format.table]))
    files = targets(output, formats, paths or [], force)
    inputs = measure_person(read_options(context, paths))
    report = pipeline.make_report(inputs.person, inputs.model)
    public = pipeline.make_report(inputs.person, inputs.model, redact=True) if redact else report
    write_report(context, public, formats, files)
    if not no_history:
        snapshot = inputs.person.snapshot
        _store_snapshot(context, history, paths or (), snapshot, report, consent=consent)
    value = report.judgement.score.value
    if fail_under is not None:
        refuse_impressions(report.judgement.score)
    if fail_under is not None and not value >= fail_under:  # true for NaN as well
        what = Message(
            "The score {score} is below {limit}.", score=round(value, 2), limit=fail_under
        )
        raise GateError(what, "--fail-under")
    if strict:
        refuse_skips(report.ledger)


def write_report(
    context: typer.Context,
    report: Report,
    formats: Sequence[str],
    files: Sequence[Path | None],
) -> None:
    """Write a report in each format to its file or standard output.

    Warnings that no table shows go to standard error.
    """
    if "table" not in formats:
        output.warn(context, report.warnings)
    output.show(context, formats, files, lambda renderer: renderer.score(report))


def _store_snapshot(
    context: typer.Context,
    history: Path | None,
    exports: Sequence[Path],
    snapshot: Snapshot,
    report: Report,
    *,
    consent: bool,
) -> None:
    """Store a dated snapshot; another person's only with their consent.

    A missing place for the history is a warning; raises AccessError if it can't be written.
    """
    from klout_cli.history.store import NoPlaceError

    if snapshot.as_of is None:
        undated = N_("Not saved, because these files have no date. Add it with --as-of 2026-03-01")
        warn(context, [undated])
        return
    try:
        store = open_history(history, exports)
        if not consent and store.has_only_others(snapshot):
            refusal = N_(
                "Not saved, because this is another person. With their consent: --i-have-consent"
            )
            warn(context, [refusal])
        else:
            store.keep(snapshot, report.model, report.judgement.score)
    except NoPlaceError as error:
        unsaved = Message("This score wasn't saved. {reason}", reason=error.what)
        warn(context, [unsaved, error.remedy])
    except AccessError as error:
        raise AccessError(
            Message("This score wasn't saved. {reason}", reason=error.what),
            error.where,
            error.remedy,
        ) from error


def refuse_impressions(*scores: Score) -> None:
    """Raise InputError where a gate would be decided by a first impression."""
    if any(score.quality == "first_impression" for score in scores):
        raise InputError(
            N_("This is a first impression, too little is measured for a number."),
            "",
            N_("klout score shows which export would help most"),
        )


def refuse_skips(ledger: Sequence[LedgerRow]) -> None:
    """Raise StrictError if anything was skipped."""
    skipped = sum(row.skipped for row in ledger)
    if skipped:
        raise StrictError(
            PluralMessage("{n} row was skipped.", "{n} rows were skipped.", n=skipped),
            "--strict",
            N_("klout inspect -v lists them"),
        )
