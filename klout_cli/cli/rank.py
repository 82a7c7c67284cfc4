"""`klout rank`: many people from a table of accounts."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from klout_cli.cli import options
from klout_cli.cli.score import refuse_skips

if TYPE_CHECKING:
    from klout_cli.results import LedgerRow

SHOWN = 200
PARQUET = ".parquet"


def rank(
    context: typer.Context,
    tables: Annotated[list[Path], typer.Argument(metavar="TABLE...", help="Tables of accounts, CSV or Parquet; a row an account.")],
    format: Annotated[options.RankFormat, typer.Option("--format", "-f", help="A table shows the first 200 people.")] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="All rows to a .csv or .parquet file.")] = None,
    force: options.Force = False,
    model: options.ModelName = None,
    as_of: options.AsOf = None,
    strict: options.Strict = False,
    encoding: options.Encoding = "",
    decimal: options.Decimal = "",
    limit_gb: options.LargestUnpacked = 2,
) -> None:
    """Score every person of tables of accounts, one row a person; who refuses consent is left out, and the number of them said.

    Example: klout rank people.csv -o ranked.csv
    """
    from klout_cli.cli.output import screen_of, targets, warn, write, write_bytes
    from klout_cli.cli.request import build
    from klout_cli.population.rank import rank as ranked
    from klout_cli.population.table import read

    (file,) = targets(output, ["rank"], tables, force)
    request = build(tables, as_of=as_of, model=model, encoding=encoding, decimal=decimal, limit_gb=limit_gb)
    population = read(tables, request.reading, request.limits)
    people = ranked(population, request.model, request.as_of or request.today)
    if file is not None:
        write_bytes(_parquet(people) if file.suffix == PARQUET else _csv(people).encode(), file)
    elif format == "csv":
        write(_csv(people))
    else:
        from klout_cli.reports.terminal import Terminal

        write(Terminal(screen_of(context)).ranking(_rows(people[:SHOWN]), len(people), request.model.label, population.ledger))
    if file is not None or format == "csv":
        warn(context, _skips(population.ledger))
    if strict:
        refuse_skips(population.ledger)


def _rows(people: Any) -> list[dict[str, object]]:
    return [{str(name): None if value != value else value for name, value in row.items()} for row in people.to_dict("records")]


def _csv(people: Any) -> str:
    from klout_cli.reports.csv_report import text

    table = io.StringIO()
    people.assign(person=people["person"].map(text)).to_csv(table, index=False, lineterminator="\n")
    return table.getvalue()


def _parquet(people: Any) -> bytes:
    table = io.BytesIO()
    people.to_parquet(table, index=False)
    return table.getvalue()


def _skips(ledger: "tuple[LedgerRow, ...]") -> list[str]:
    return [f"{row.file}: {count:,} × {reason}" for row in ledger for reason, count in row.reasons.items()]
