"""The files of a report: which ones, what may be replaced, and opening them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from klout_cli.cli import language
from klout_cli.cli.browser import print_pdf
from klout_cli.cli.open import open_file, remember_report
from klout_cli.cli.output import refuse_file, show, targets, warn, write, write_bytes
from klout_cli.errors import UsageError
from klout_cli.reports.html_report import HtmlReport
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import translate

SUFFIXES = {
    ".html": "html",
    ".md": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".pdf": "pdf",
}
DEFAULT_FILE = Path("klout-report.html")
GIT = N_(
    "This folder is a git repository. Don't commit the report, because it contains personal data."
)
BEGINNING = 2000
MARK = '<meta name="generator" content="klout-cli'
PAGES = ("html", "pdf")


class PlannedFile(NamedTuple):
    """One file to be written, None for standard output, in one format."""

    file: Path | None
    format: str


def plan_files(
    output: Path | None,
    formats: Sequence[str],
    inputs: Sequence[Path],
    *,
    application: bool,
    open_it: bool,
    force: bool,
) -> list[PlannedFile]:
    """Return the files to write, checked before anything is read.

    Raises UsageError for a format or a place that doesn't work.
    """
    if output == DEFAULT_FILE and not formats:
        refuse_file(DEFAULT_FILE, inputs, force=force or is_report(DEFAULT_FILE))
        return [PlannedFile(DEFAULT_FILE, "html")]
    formats = list(dict.fromkeys(formats or [_format_by_suffix(output)]))
    if application and (len(formats) > 1 or formats[0] not in PAGES):
        raise UsageError(
            _("An application page is a web page or a PDF."),
            "--application",
            _("klout report PATH... --application -o application.pdf"),
        )
    files = targets(output, formats, inputs, force)
    if open_it and files[0] is None:
        raise UsageError(_("Only a file can be opened."), "--open", _("-o klout-report.html"))
    return [PlannedFile(file, form) for file, form in zip(files, formats, strict=True)]


def _format_by_suffix(output: Path | None) -> str:
    """Return the format of a file name; raises UsageError for an unknown suffix."""
    if output is None or str(output) == "-":
        return "html"
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        *others, last = SUFFIXES
        raise UsageError(
            _(
                "klout can write {suffixes} and {last}, not {suffix}.",
                suffixes=", ".join(others),
                last=last,
                suffix=suffix or output.name,
            ),
            "-o",
            _("-o klout-report.html"),
        )
    return SUFFIXES[suffix]


def is_report(file: Path) -> bool:
    """Return True for a page that klout has written."""
    try:
        with file.open(encoding="utf-8", errors="replace") as page:
            return MARK in page.read(BEGINNING)
    except OSError:
        return False


def warn_of_git(context: typer.Context, files: Sequence[PlannedFile]) -> None:
    """Warn if a file would be inside a git work tree."""
    for planned in files:
        folders = planned.file.absolute().parents if planned.file else ()
        if any((folder / ".git").exists() for folder in folders):
            warn(context, [translate(GIT)])
            return


def write_page(page: str, planned: PlannedFile) -> None:
    """Write a page as it is, or as a PDF."""
    if planned.format == "pdf":
        _write_pdf(page, planned.file)
    else:
        write(page, planned.file)


def write_dossier(context: typer.Context, dossier: Dossier, files: Sequence[PlannedFile]) -> None:
    """Write a report in every format."""
    for planned in files:
        if planned.format == "pdf":
            _write_pdf(HtmlReport(language.current_language()).dossier(dossier), planned.file)
        elif planned.format == "xlsx":
            from klout_cli.reports.workbook import make_workbook

            write_bytes(make_workbook(dossier), _require_file(planned.file))
        else:
            show(context, [planned.format], [planned.file], lambda one: one.dossier(dossier))


def _write_pdf(page: str, file: Path | None) -> None:
    write_bytes(print_pdf(page), _require_file(file))


def _require_file(file: Path | None) -> Path:
    if file is None:
        raise UsageError(_("This format needs a file."), "-o", _("-o report.xlsx"))
    return file


def finish(
    context: typer.Context, output: Path | None, planned: PlannedFile, *, open_it: bool
) -> None:
    """Say where a report without a name is, remember it, and open it if asked to."""
    if planned.file is None:
        return
    if output == DEFAULT_FILE and not open_it:
        warn(context, [_("Report saved. Open it: klout open")])
    if planned.format in PAGES:
        remember_report(planned.file)
    if open_it:
        open_file(planned.file)
