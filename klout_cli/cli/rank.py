"""`klout rank`: many people from tables of accounts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import options
from klout_cli.cli.score import refuse_skips
from klout_cli.errors import UsageError

if TYPE_CHECKING:
    from klout_cli.files.progress import Progress
    from klout_cli.population.ranking import Ranking

SHOWN = 200
FILES = {".csv": "csv", ".parquet": "parquet", ".jsonl": "json", ".json": "json"}


def rank(
    context: typer.Context,
    tables: Annotated[
        list[Path],
        typer.Argument(
            metavar="TABLE...", help="Tables of accounts, CSV or Parquet; a row an account."
        ),
    ],
    engine: Annotated[
        options.Engine, typer.Option(help="duckdb on this machine, or spark on many.")
    ] = "duckdb",
    master: Annotated[str, typer.Option(metavar="URL", help="Spark's master.")] = "local[*]",
    edges: Annotated[
        list[Path] | None,
        typer.Option(metavar="EDGES", help="Who points to whom: source, target, weight."),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="network|COLUMN",
            help="Rank within each value of a column, from its rows alone.",
        ),
    ] = "",
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN=VALUE", help="Count only these rows; may be repeated."),
    ] = None,
    top: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help="Only so many of each group, and who is level with the last."
        ),
    ] = 0,
    format: Annotated[
        options.RankFormat,
        typer.Option("--format", "-f", help="table: first 200; json: an object a line."),
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="To .csv, .parquet or .jsonl; Spark: a folder."
        ),
    ] = None,
    force: options.Force = False,
    model: options.ModelName = None,
    as_of: options.AsOf = None,
    strict: options.Strict = False,
    encoding: options.Encoding = "",
    decimal: options.Decimal = "",
    limit_gb: options.LargestUnpacked = None,
) -> None:
    """Score every person of tables of accounts, one row a person; who refuses consent is left out, and the number of them said.

    Example: klout rank people.csv -o ranked.csv
    """
    from klout_cli.cli.output import replacing, screen_of, targets, warn, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.request import build
    from klout_cli.population.ranking import ranking, started
    from klout_cli.population.table import Choice

    paths = _paths(tables)
    (file,) = targets(output, ["rank"], [*paths, *(edges or ())], force)
    if file is not None and file.suffix not in FILES:
        raise UsageError(
            "the output is named like no table", str(file), f"one of: {', '.join(FILES)}"
        )
    if engine == "spark" and file is None and format != "table":
        raise UsageError("Spark writes folders", "--format", "name one with -o")
    request = build(
        paths,
        as_of=as_of,
        model=model,
        encoding=encoding,
        decimal=decimal,
        limit_gb=limit_gb,
        progress=choose_progress(context),
    )
    choice = Choice(by, tuple(map(_condition, where or ())))
    with started(engine, master) as running:
        with request.progress.step("reading tables", patience=request.limits.seconds):
            found = ranking(
                running,
                paths,
                request.model,
                request.reading,
                limits=request.limits,
                as_of=request.as_of or request.today,
                choice=choice,
                top=top,
                edges=_paths(edges or ()),
            )
        if file is not None:
            with request.progress.step("ranking"), replacing(file) as place:
                found.write(place, FILES[file.suffix])
        elif format == "table":
            from klout_cli.reports.terminal import Terminal

            with request.progress.step("ranking"):
                rows, total = found.first(SHOWN)
            write(
                Terminal(screen_of(context)).ranking(rows, total, request.model.label, found.ledger)
            )
        else:
            _stream(found, format, request.progress)
    warn(context, _said(found, file is not None or format != "table"))
    if strict:
        refuse_skips(found.ledger)


def _paths(given: Sequence[Path]) -> list[Path]:
    """Return the files of patterns that no shell has resolved, in the order of their names."""
    from glob import has_magic

    paths: list[Path] = []
    for path in given:
        found = (
            sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
            if has_magic(str(path)) and not path.exists()
            else []
        )
        paths += found or [path]
    return paths


def _condition(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise UsageError("not a condition", "--where", "for example --where network=linkedin")
    return name, value


def _stream(found: "Ranking", format: str, progress: "Progress") -> None:
    """Write all rows to the standard stream, a piece at a time."""
    import tempfile

    from klout_cli.cli.output import write

    with tempfile.TemporaryDirectory(prefix="klout-") as folder:
        place = Path(folder) / "ranked"
        with progress.step("ranking"):
            found.write(place, format)
        with place.open(encoding="utf-8", newline="") as rows:
            while piece := rows.read(1 << 20):
                write(piece)


def _said(found: "Ranking", skips: bool) -> Iterator[str]:
    if found.refused:
        yield f"{found.refused:,} {'person' if found.refused == 1 else 'people'} without consent left out"
    if network := found.standings:
        yield f"PageRank of {network.people:,} people over {network.edges:,} edges: {network.steps} steps, last change {network.change:.1e}"
    if skips:
        yield from (
            f"{row.file}: {count:,} × {reason}"
            for row in found.ledger
            for reason, count in row.reasons.items()
        )
