"""`klout rank`: many people from tables of accounts."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import flags
from klout_cli.cli.rank_tables import (
    DATE,
    FILES,
    Request,
    compare_tables,
    rank_tables,
    resolve_patterns,
)
from klout_cli.cli.score import refuse_skips
from klout_cli.errors import UsageError
from klout_cli.translation import gettext as _


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
        flags.Engine, typer.Option(help="duckdb on this machine, spark on several.")
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
    from klout_cli.cli.options import read_options
    from klout_cli.cli.output import targets
    from klout_cli.population.accounts import Choice

    paths, pairs = resolve_patterns(tables or ()), resolve_patterns(edges or ())
    (file,) = targets(output, ["rank"], [*paths, *pairs], force)
    _refuse(file, history, engine, format, compare, paths)
    compared = [history] if history else map(Path, compare or ())
    options = read_options(context, paths or [*compared])
    choice = Choice(by, tuple(_parse_pair("--where", pair, "network=x") for pair in where or ()))
    settings = [_parse_pair("--conf", pair, "spark.executor.memory=8g") for pair in conf or ()]
    request = Request(
        options,
        paths,
        {"choice": choice, "top": top, "edges": pairs, "as_of": str(options.as_of or "")},
        {"engine": engine, "master": master, "settings": dict(settings)},
        history,
        str(options.as_of or options.today),
    )
    if compare is None:
        ledger = rank_tables(context, request, file, format)
    else:
        ledger = compare_tables(context, request, compare, file, format)
    if strict:
        refuse_skips(ledger)


def _refuse(
    file: Path | None,
    history: Path | None,
    engine: str,
    format: str,
    compare: tuple[str, str] | None,
    paths: Sequence[Path],
) -> None:
    """Raise UsageError for options that don't fit together."""
    if file is not None and file.suffix not in FILES:
        remedy = _("one of: {names}", names=", ".join(FILES))
        raise UsageError(_("unknown kind of output file"), str(file), remedy)
    if history is not None and history.suffix not in (".parquet", ".duckdb"):
        remedy = _("name a .parquet or .duckdb file")
        raise UsageError(_("unknown kind of history file"), str(history), remedy)
    if engine == "spark" and (history or compare):
        remedy = _("leave out --engine spark")
        raise UsageError(_("only DuckDB keeps and compares dates"), "--engine", remedy)
    if engine == "spark" and file is None and format != "table":
        raise UsageError(_("Spark writes folders"), "--format", _("name one with -o"))
    if not paths and not compare:
        remedy = "klout rank people.csv"
        raise UsageError(_("which table?"), "TABLE", remedy)
    if compare and not history and any(re.fullmatch(DATE, side) for side in compare):
        remedy = _("name the file with the saved scores: --history FILE")
        raise UsageError(_("dates need a history"), "--compare", remedy)


def _parse_pair(option: str, pair: str, example: str) -> tuple[str, str]:
    name, sign, value = pair.partition("=")
    if not sign or not name.strip():
        raise UsageError(_("not a pair of name and value"), option, f"{option} {example}")
    return name, value
