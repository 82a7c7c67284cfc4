"""`klout verify`: compare an application page with a new calculation."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import flags
from klout_cli.cli.output import warn, write
from klout_cli.cli.settings import list_left_out
from klout_cli.errors import AccessError
from klout_cli.translation import gettext as _


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An application page (.html).")],
    paths: flags.Paths = None,
    model: flags.ModelName = None,
    person: flags.Person = "",
    limit_gb: flags.LimitGb = None,
) -> None:
    """Check an application page against the exports.

    Example: klout verify application.html twitter-2026-03-01.zip
    Complete_LinkedInDataExport_03-01-2026.zip
    """
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.report_options import rebuild_application
    from klout_cli.reports.verify import differences, verdict

    page = _read_page(file)
    warn(context, list_left_out(paths or ()))
    rebuilt = rebuild_application(
        page,
        paths or (),
        model=model or "",
        person=person,
        limit_gb=limit_gb,
        progress=choose_progress(context),
    )
    changes = list(differences(page, rebuilt))
    write(verdict(changes))
    if changes:
        raise typer.Exit(1)


def _read_page(file: Path) -> str:
    """Return a page's text; raises AccessError if it can't be read."""
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise AccessError(
            _("This page can't be read."), str(file), _("klout verify PAGE EXPORTS")
        ) from error
