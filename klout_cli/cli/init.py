"""`klout init`: a commented klout.yaml, from exports or as a template."""

from pathlib import Path
from typing import Unpack

import typer

from klout_cli import SETTINGS_FILE
from klout_cli.cli import flags
from klout_cli.cli.output import targets


def init(
    context: typer.Context,
    paths: flags.Paths = None,
    output: flags.Output = Path(SETTINGS_FILE),
    force: flags.Force = False,
    person: flags.Person = "",
    **shared: Unpack[flags.ReadingFlags],
) -> None:
    """Write a settings file, klout.yaml, for your exports.

    Example: klout init
    twitter-2026-03-01.zip posts.csv
    """
    from klout_cli.cli.settings_page import write_settings

    (file,) = targets(output, ["yaml"], [path for path in paths or [] if path.is_file()], force)
    write_settings(context, paths, file, str(output))
