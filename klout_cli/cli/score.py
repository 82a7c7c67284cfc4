"""`klout score`: the main job."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting

if TYPE_CHECKING:
    from klout_cli.results import LedgerRow, Report, Snapshot, Taken
    from klout_cli.scoring.model import Model


@selecting()
def score(
    context: typer.Context,
    paths: options.Paths = None,
    format: options.Formats = None,
    output: options.Output = None,
    force: options.Force = False,
    redact: options.Redact = False,
    strict: options.Strict = False,
    no_history: options.NoHistory = False,
    history: options.History = None,
    consent: options.Consent = False,
    fail_under: Annotated[
        float | None, typer.Option(metavar="N", help="Exit with 1 when the score is lower.")
    ] = None,
    *,
    selection: Selection,
) -> None:
    """Read exports and score them: the number, its breakdown, and what was not measured or skipped.

    Example: klout score twitter-2026-03-01.zip Complete_LinkedInDataExport_03-01-2026.zip posts.csv
    """
    from klout_cli.cli.output import targets
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.request import build
    from klout_cli.errors import GateError
    from klout_cli.pipeline import judging, measuring

    formats = list(dict.fromkeys(format or [options.Format.table]))
    files = targets(output, formats, paths or [], force)
    request = build(paths, **selection, progress=choose_progress(context))
    taken = measuring.take(request)
    report = judging.judged(taken, request.model)
    show(context, _redacted(taken, request.model) if redact else report, formats, files)
    if not no_history:
        keep(context, taken.snapshot, report, history, request.paths, consent)
    value = report.judgement.score.value
    if fail_under is not None and not value >= fail_under:  # also where N is no number
        raise GateError(f"the score {value:.2f} is below {fail_under:g}", "--fail-under")
    if strict:
        refuse_skips(report.ledger)


def _redacted(taken: "Taken", model: "Model") -> "Report":
    from klout_cli.pipeline import reporting

    return reporting.redacted(taken, model)


def show(
    context: typer.Context,
    report: "Report",
    formats: "Sequence[str]",
    files: "Sequence[Path | None]",
) -> None:
    """Write a report in each format to its file or the stream; warnings that no table shows go to the error stream."""
    from klout_cli.cli import output

    if "table" not in formats:
        output.warn(context, report.warnings)
    output.show(context, formats, files, lambda renderer: renderer.score(report))


def keep(
    context: typer.Context,
    snapshot: "Snapshot",
    report: "Report",
    file: Path | None,
    exports: "Sequence[Path]",
    consent: bool,
) -> None:
    """Keep a snapshot, of another person than before only with their consent (P6).

    Where there is no place for one (S6) a warning is enough; raises AccessError where the history
    cannot take it.
    """
    from klout_cli.cli.output import warn
    from klout_cli.cli.recall import the_history
    from klout_cli.errors import AccessError
    from klout_cli.history.store import NoPlaceError

    try:
        kept = the_history(file, exports)
        if not consent and kept.has_only_others(snapshot):
            warn(
                context,
                [
                    "another person than before, who did not ask for a score: it is not kept; --i-have-consent keeps it"
                ],
            )
        else:
            kept.keep(snapshot, report.model, report.judgement.score)
    except NoPlaceError as fault:
        warn(context, [f"this score is not kept: {fault}"])
    except AccessError as fault:
        raise AccessError(
            f"this score is not kept: {fault.what}", fault.where, fault.remedy
        ) from fault


def refuse_skips(ledger: "Sequence[LedgerRow]") -> None:
    """Raise StrictError when anything was skipped."""
    from klout_cli.errors import StrictError

    skipped = sum(row.skipped for row in ledger)
    if skipped:
        files = sum(row.skipped > 0 for row in ledger)
        raise StrictError(
            f"{skipped} rows of {files} files were skipped",
            "--strict",
            "klout inspect -v names each of them",
        )
