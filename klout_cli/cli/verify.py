"""`klout verify`: computes a page for an application anew."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import options


def verify(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A page of klout report --application.")
    ],
    paths: options.Paths = None,
    model: options.ModelName = None,
    person: options.Person = "",
    limit_gb: options.LargestUnpacked = None,
) -> None:
    """Compute every number on a page for an application anew from the exports: accepted (0), or rejected with what differs (1).

    Example: klout verify application.html twitter-2026-03-01.zip
    Complete_LinkedInDataExport_03-01-2026.zip
    """
    from klout_cli.cli.asked import again
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.reports.verify import differences, verdict

    given = _read(file)
    found = list(
        differences(
            given,
            again(given, paths or [], model or "", person, limit_gb, choose_progress(context)),
        )
    )
    write(verdict(found, screen_of(context)))
    if found:
        raise typer.Exit(1)


def _read(file: Path) -> str:
    """Return a page's text. Raises AccessError where it cannot be read."""
    from klout_cli.errors import AccessError

    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError as fault:
        raise AccessError(
            f"cannot read: {fault.strerror}", str(file), "name a page of klout report --application"
        ) from fault
