"""`klout export`: everything klout read, as plain tables."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting


@selecting("as_of", "model", "include_private")
def export(
    context: typer.Context,
    paths: options.Paths = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="A folder to write; it must not exist."),
    ] = None,
    format: Annotated[
        options.TableForm, typer.Option("--format", "-f", help="csv or parquet.")
    ] = options.TableForm.csv,
    *,
    selection: Selection,
) -> None:
    """Write the merged tables behind a score: accounts, levels, posts, interactions and contacts.

    Example: klout export twitter-2026-03-01.zip -o tables
    """
    from klout_cli.cli.output import replacing, warn
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.request import build
    from klout_cli.errors import UsageError
    from klout_cli.pipeline import measuring
    from klout_cli.population.tables import guarded, tables

    if output is None or output.exists():
        raise UsageError(
            "name a folder that does not exist yet",
            "-o DIR" if output is None else str(output),
            "klout export PATH... -o DIR",
        )
    request = build(paths, **selection, progress=choose_progress(context))
    found = tables(measuring.person(measuring.exports_of(request), request))
    with replacing(output) as folder:
        folder.mkdir(mode=0o700)
        for name, frame in found.items():
            file = folder / f"{name}.{format}"
            if format == options.TableForm.csv:
                guarded(frame).to_csv(file, index=False, lineterminator="\n")
            else:
                frame.to_parquet(file, index=False)
            file.chmod(0o600)
    rows = ", ".join(f"{len(frame):,} {name}" for name, frame in found.items())
    warn(
        context,
        [
            f"wrote {output}: {rows}",
            "contacts and interactions name other people: keep them to yourself",
        ],
    )
