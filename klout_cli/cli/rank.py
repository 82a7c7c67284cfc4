"""`klout rank`: many people from tables of accounts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags
from klout_cli.cli.score import refuse_skips
from klout_cli.errors import UsageError

if TYPE_CHECKING:
    from klout_cli.files.progress import Progress
    from klout_cli.population.ranking import Ranking

SCREEN_ROWS = 200
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
        flags.Engine, typer.Option(help="duckdb on this machine, or spark on many.")
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
        flags.RankFormat,
        typer.Option("--format", "-f", help="table: first 200; json: an object a line."),
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="To .csv, .parquet or .jsonl; Spark: a folder."
        ),
    ] = None,
    force: flags.Force = False,
    model: flags.ModelName = None,
    as_of: flags.AsOf = None,
    strict: flags.Strict = False,
    encoding: flags.Encoding = "",
    decimal: flags.Decimal = "",
    limit_gb: flags.LimitGb = None,
) -> None:
    """Score every person of tables of accounts, one row a person; who refuses consent is left out,
    and the number of them said.

    Example: klout rank people.csv -o ranked.csv
    """
    from klout_cli.cli.options import read_options
    from klout_cli.cli.output import replacing, screen_of, targets, warn, write
    from klout_cli.population.ranking import ranking, started
    from klout_cli.population.accounts import Choice

    paths = _resolve_patterns(tables)
    (file,) = targets(output, ["rank"], [*paths, *(edges or ())], force)
    if file is not None and file.suffix not in FILES:
        raise UsageError(
            "the output is named like no table", str(file), f"one of: {', '.join(FILES)}"
        )
    if engine == "spark" and file is None and format != "table":
        raise UsageError("Spark writes folders", "--format", "name one with -o")
    options = read_options(context, paths)
    choice = Choice(by, tuple(map(_parse_condition, where or ())))
    with started(engine, master) as running:
        with options.progress.step("reading tables", patience=options.limits.seconds):
            ranked = ranking(
                running,
                paths,
                options.model,
                options.reading,
                limits=options.limits,
                as_of=str(options.as_of or ""),
                choice=choice,
                top=top,
                edges=_resolve_patterns(edges or ()),
            )
        if file is not None:
            with options.progress.step("ranking"), replacing(file) as place:
                ranked.write(place, FILES[file.suffix])
        elif format == "table":
            from klout_cli.reports.terminal import Terminal

            with options.progress.step("ranking"):
                rows, total = ranked.first(SCREEN_ROWS)
            terminal, label = Terminal(screen_of(context)), options.model.label
            write(terminal.ranking(rows, total, label, ranked.ledger))
        else:
            _stream_rows(ranked, format, options.progress)
    warn(context, _list_notes(ranked, skips=file is not None or format != "table"))
    if strict:
        refuse_skips(ranked.ledger)


def _resolve_patterns(patterns: Sequence[Path]) -> list[Path]:
    """Expand patterns that no shell has expanded, sorted by name."""
    from glob import has_magic

    paths: list[Path] = []
    for path in patterns:
        matches = (
            sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
            if has_magic(str(path)) and not path.exists()
            else []
        )
        paths += matches or [path]
    return paths


def _parse_condition(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise UsageError("not a condition", "--where", "for example --where network=linkedin")
    return name, value


def _stream_rows(ranked: "Ranking", format: str, progress: "Progress") -> None:
    """Stream all rows to standard output."""
    import tempfile

    from klout_cli.cli.output import write

    with tempfile.TemporaryDirectory(prefix="klout-") as folder:
        place = Path(folder) / "ranked"
        with progress.step("ranking"):
            ranked.write(place, format)
        with place.open(encoding="utf-8", newline="") as rows:
            while piece := rows.read(1 << 20):
                write(piece)


def _list_notes(ranked: "Ranking", *, skips: bool) -> Iterator[str]:
    if ranked.refused:
        people = "person" if ranked.refused == 1 else "people"
        yield f"{ranked.refused:,} {people} without consent left out"
    if network := ranked.standings:
        yield (
            f"PageRank of {network.people:,} people over {network.edges:,} edges: "
            f"{network.steps} steps, last change {network.change:.1e}"
        )
    if skips:
        yield from (
            f"{row.file}: {count:,} × {reason}"
            for row in ranked.ledger
            for reason, count in row.reasons.items()
        )
