"""`klout export`: everything klout has read, as plain tables."""

from pathlib import Path
from typing import Annotated, Literal, Unpack

import typer

from klout_cli.cli import flags
from klout_cli.cli.options import read_options
from klout_cli.cli.output import replacing, warn
from klout_cli.errors import UsageError
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_


def export(
    context: typer.Context,
    paths: flags.Paths = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="A new folder for the tables."),
    ] = None,
    format: Annotated[
        Literal["csv", "parquet"], typer.Option("--format", "-f", help="csv or parquet.")
    ] = "csv",
    person: flags.Person = "",
    only: flags.Only = None,
    without: flags.Without = None,
    **shared: Unpack[flags.ReadingFlags],
) -> None:
    """Save the data behind your score as tables.

    Example: klout export twitter-2026-03-01.zip -o tables
    """
    from klout_cli import pipeline
    from klout_cli.population.tables import guarded, tables, write_parquet

    if output is None or output.exists():
        raise UsageError(
            N_("Choose a folder that doesn't exist yet."),
            "" if output is None else str(output),
            N_("klout export FILE -o tables"),
        )
    options = read_options(context, paths)
    frames = tables(pipeline.merge_person(pipeline.read_exports(options), options))
    with replacing(output) as folder:
        folder.mkdir(mode=0o700)
        for name, frame in frames.items():
            file = folder / f"{name}.{format}"
            if format == "csv":
                guarded(frame).to_csv(file, index=False, lineterminator="\n")
            else:
                write_parquet(frame, file)
            file.chmod(0o600)
    rows = ", ".join(f"{len(frame):,} {name}" for name, frame in frames.items())
    warn(
        context,
        [
            Message("Saved to {folder}: {rows}", folder=str(output), rows=rows),
            N_("The tables include other people's names. Keep them to yourself."),
        ],
    )
