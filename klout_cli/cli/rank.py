"""`klout rank`: many people from tables of accounts."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from klout_cli.cli import flags
from klout_cli.cli.options import read_options
from klout_cli.cli.output import targets
from klout_cli.cli.score import refuse_skips


def rank(
    context: typer.Context,
    tables: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="TABLE...", help="Tables with a row per account: CSV, Parquet or folders."
        ),
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="network|COLUMN", help="Rank within each value of a column.")
    ] = "",
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN=VALUE", help="Count only these rows; may be repeated."),
    ] = None,
    top: Annotated[
        int, typer.Option(min=0, metavar="N", help="Keep the top N of each group, ties included.")
    ] = 0,
    edges: Annotated[
        list[Path] | None,
        typer.Option(metavar="EDGES", help="Who follows or mentions whom: source, target, weight."),
    ] = None,
    history: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Save all scores by date: a .parquet or .duckdb file."),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B", help="Two tables, or two dates of --history: who rose and who fell."
        ),
    ] = None,
    engine: Annotated[
        Literal["duckdb", "spark"], typer.Option(help="duckdb on this machine, spark on several.")
    ] = "duckdb",
    master: Annotated[str, typer.Option(metavar="URL", help="Spark's master.")] = "local[*]",
    conf: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="A setting of Spark; may be repeated."),
    ] = None,
    format: Annotated[
        flags.RankFormat,
        typer.Option("--format", "-f", help="table: the first 20; json: an object a line."),
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
    """Score many people from a table, one row per account.

    Example: klout rank people.csv -o ranked.csv
    """
    from klout_cli.cli import rank_tables
    from klout_cli.population.accounts import Choice

    paths = rank_tables.resolve_patterns(tables or ())
    pairs = rank_tables.resolve_patterns(edges or ())
    (file,) = targets(output, ["rank"], [*paths, *pairs], force)
    rank_tables.refuse_contradictions(file, history, engine, format, compare, paths)
    compared = [history] if history else map(Path, compare or ())
    options = read_options(context, paths or [*compared])
    rows = [rank_tables.parse_pair("--where", pair, "network=x") for pair in where or ()]
    settings = [
        rank_tables.parse_pair("--conf", pair, "spark.executor.memory=8g") for pair in conf or ()
    ]
    day = str(options.as_of or "")
    request = rank_tables.Request(
        options,
        paths,
        {"choice": Choice(by, tuple(rows)), "top": top, "edges": pairs, "as_of": day},
        {"engine": engine, "master": master, "settings": dict(settings)},
        history,
        day or str(options.today),
    )
    if compare is None:
        ledger = rank_tables.rank_tables(context, request, file, format)
    else:
        ledger = rank_tables.compare_tables(context, request, compare, file, format)
    if strict:
        refuse_skips(ledger)
