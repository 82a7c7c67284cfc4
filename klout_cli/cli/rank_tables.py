"""Rank tables of accounts or compare them, and show or write the people in order."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from glob import has_magic
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import typer
from msgspec import Struct

from klout_cli.cli.output import replacing, show_blocks, warn, write
from klout_cli.errors import UsageError
from klout_cli.pipeline import Options
from klout_cli.population.engine import Engine, Format
from klout_cli.population.listing import Listing
from klout_cli.population.ranking import Ranking, ranking, started
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block
from klout_cli.reports.screens.ranking import changes_blocks, ranking_blocks
from klout_cli.results import LedgerRow
from klout_cli.translation import format_number, ngettext, translate
from klout_cli.translation import gettext as _

Rows: TypeAlias = Sequence[Mapping[str, Any]]
SCREEN_ROWS, VERBOSE_ROWS = 20, 200
FILES: Mapping[str, Format] = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".jsonl": "json",
    ".json": "json",
}
DATE = r"\d{4}-\d\d-\d\d|latest|previous"


class Request(Struct, frozen=True):
    """What to rank and where to: options of the command that go together."""

    options: Options
    tables: Sequence[Path]
    ranking: Mapping[str, Any]
    engine: Mapping[str, Any]
    history: Path | None
    day: str


def rank_tables(
    context: typer.Context, request: Request, file: Path | None, format: str
) -> Sequence[LedgerRow]:
    """Rank the tables, and show or write the people in order; return the ledger."""
    tables = " ".join(map(_quote, request.tables))
    command = f"klout rank {tables} -o rank.csv"
    step = _("{command}   everybody, with all columns", command=command)
    verbose = context.obj.verbose
    with _ranked(request, request.tables) as ranked:

        def arrange(rows: Rows, total: int) -> Iterable[Block]:
            return ranking_blocks(rows, total, ranked.ledger, step, verbose=verbose)

        _show(context, request, ranked.people, file, format, arrange)
        if request.history:
            _save(ranked, request, request.history)
    on_screen = file is None and format == "table"
    warn(context, _list_notes(ranked, request, skips=not on_screen))
    return ranked.ledger


def compare_tables(
    context: typer.Context,
    request: Request,
    sides: tuple[str, str],
    file: Path | None,
    format: str,
) -> Sequence[LedgerRow]:
    """Compare two dates of the history or two tables; return the ledger of what was read."""
    from klout_cli.population.cohorts import compare, count_verdicts, take_dates

    ledger: list[LedgerRow] = []
    command = ["klout rank --compare", *map(_quote, map(Path, sides))]
    with TemporaryDirectory(prefix="klout-") as folder, started("duckdb") as engine:
        if request.history and request.tables:
            with _ranked(request, request.tables) as ranked:
                _save(ranked, request, request.history)
            ledger += _report(context, ranked, request)
        if request.history and all(re.fullmatch(DATE, side) for side in sides):
            names = take_dates(engine, request.history, sides)
            command.append(f"--history {_quote(request.history)}")
        else:
            names = [Path(side).stem for side in sides]
            ledger += _take_tables(context, request, engine, sides, Path(folder))
        changes = compare(engine, request.options.model)
        step = _("{command}   everybody", command=" ".join([*command, "-o changes.csv"]))

        def arrange(rows: Rows, _total: int) -> Iterable[Block]:
            return changes_blocks(rows, count_verdicts(changes), names, step)

        _show(context, request, changes, file, format, arrange)
    return ledger


def _take_tables(
    context: typer.Context,
    request: Request,
    engine: Engine,
    sides: Sequence[str],
    folder: Path,
) -> list[LedgerRow]:
    """Rank two tables, each on an engine of its own, as the sides of a comparison."""
    from klout_cli.population.cohorts import take_files

    ledger: list[LedgerRow] = []
    files = [folder / f"{number}.parquet" for number in range(len(sides))]
    for side, place in zip(sides, files, strict=True):
        with _ranked(request, resolve_patterns([Path(side)])) as ranked:
            _write_scores(ranked, request, place, None)
        ledger += _report(context, ranked, request)
    take_files(engine, files)
    return ledger


def _report(context: typer.Context, ranked: Ranking, request: Request) -> tuple[LedgerRow, ...]:
    """Warn of what was left out, and return the ledger."""
    warn(context, _list_notes(ranked, request, skips=True))
    return ranked.ledger


@contextmanager
def _ranked(request: Request, tables: Sequence[Path]) -> Iterator[Ranking]:
    """Rank tables on an engine, which runs until the end of the block."""
    options = request.options
    with started(**request.engine) as engine:
        with options.progress.step(_("reading tables"), patience=options.limits.seconds):
            ranked = ranking(
                engine,
                tables,
                options.model,
                options.reading,
                limits=options.limits,
                **request.ranking,
            )
        yield ranked


def _show(
    context: typer.Context,
    request: Request,
    listing: Listing,
    file: Path | None,
    format: str,
    arrange: Callable[[Rows, int], Iterable[Block]],
) -> None:
    """Write a listing to a file or standard output, or its first rows to the screen."""
    step = request.options.progress.step(_("ranking"))
    if file is not None:
        with step, replacing(file) as place:
            listing.write(place, FILES[file.suffix])
    elif format == "table":
        with step:
            rows, total = listing.first(VERBOSE_ROWS if context.obj.verbose else SCREEN_ROWS)
        show_blocks(context, arrange(rows, total))
    else:
        _stream_rows(listing, FILES[f".{format}"], step)


def _stream_rows(listing: Listing, format: Format, step: AbstractContextManager[None]) -> None:
    """Stream all rows to standard output."""
    with TemporaryDirectory(prefix="klout-") as folder:
        place = Path(folder) / "ranked"
        with step:
            listing.write(place, format)
        with place.open(encoding="utf-8", newline="") as rows:
            while piece := rows.read(1 << 20):
                write(piece)


def _save(ranked: Ranking, request: Request, history: Path) -> None:
    """Add the scores of this date to a history."""
    from klout_cli.population.cohorts import store_history

    with replacing(history) as place:
        scores = place.with_suffix(".scores")
        _write_scores(ranked, request, scores, history)
        store_history(scores, place)


def _write_scores(ranked: Ranking, request: Request, place: Path, history: Path | None) -> None:
    from klout_cli.population.cohorts import save_scores

    label = request.options.model.label
    model = f"{label.name} {label.version} {label.fingerprint}"
    save_scores(ranked.people.engine, place, request.day, model, history)


def resolve_patterns(patterns: Sequence[Path]) -> list[Path]:
    """Expand patterns that no shell has expanded, sorted by name."""
    paths: list[Path] = []
    for path in patterns:
        matches = (
            sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
            if has_magic(str(path)) and not path.exists()
            else []
        )
        paths += matches or [path]
    return paths


def _quote(path: Path) -> str:
    name = str(path)
    return quote(safe(name, len(name)))


def _list_notes(ranked: Ranking, request: Request, *, skips: bool) -> Iterator[str]:
    if ranked.refused:
        yield ngettext(
            "{n} person left out, no consent", "{n} people left out, no consent", ranked.refused
        )
    if network := ranked.standings:
        yield _(
            "PageRank of {people} people, {edges} links, {steps} steps",
            people=network.people,
            edges=network.edges,
            steps=network.steps,
        )
    if request.engine["engine"] == "spark" and (large := ranked.large):
        yield _("{file} is one task for Spark: split it, or use Parquet", file=large)
    if skips:
        yield from (
            f"{row.file}: {format_number(count)} × {translate(reason)}"
            for row in ranked.ledger
            for reason, count in row.reasons.items()
        )


def refuse_contradictions(
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
        raise UsageError(_("klout can't write this kind of file."), str(file), remedy)
    if history is not None and history.suffix not in (".parquet", ".duckdb"):
        remedy = _("name a .parquet or .duckdb file")
        raise UsageError(
            _("klout can't keep a history in this kind of file."), str(history), remedy
        )
    if engine == "spark" and (history or compare):
        remedy = _("leave out --engine spark")
        raise UsageError(_("Only DuckDB keeps and compares dates."), "--engine", remedy)
    if engine == "spark" and file is None and format != "table":
        raise UsageError(_("Spark writes folders."), "--format", _("name one with -o"))
    if not paths and not compare:
        remedy = "klout rank people.csv"
        raise UsageError(_("Which table should be ranked?"), "TABLE", remedy)
    if compare and not history and any(re.fullmatch(DATE, side) for side in compare):
        remedy = _("name the file with the saved scores: --history FILE")
        raise UsageError(_("Dates need a history."), "--compare", remedy)


def parse_pair(option: str, pair: str, example: str) -> tuple[str, str]:
    """Split NAME=VALUE; raises UsageError for anything else."""
    name, sign, value = pair.partition("=")
    if not sign or not name.strip():
        raise UsageError(_("This isn't a pair of name and value."), option, f"{option} {example}")
    return name, value
