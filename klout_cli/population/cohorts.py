"""A cohort's scores by date in one file, and how they changed from one date to another.

A file is Parquet, or a DuckDB database with the table `scores`.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from klout_cli.errors import AccessError, InputError, UsageError
from klout_cli.population.duck import translate_errors
from klout_cli.population.engine import Engine
from klout_cli.population.listing import Listing
from klout_cli.population.sql import quoted, text
from klout_cli.scoring.model import Model
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

SUFFIXES = (".parquet", ".duckdb")
KEPT = ("cohort", "key", "person", "score", "low", "high", "measured", "quality", "noise")
LATEST, PREVIOUS = "latest", "previous"
SAME_MEASURED = 0.005  # shares of the method that print as the same percent
CHANGES = ("person", "before", "now", "change", "margin", "verdict")
UP, DOWN, UNCLEAR = N_("up"), N_("down"), N_("no clear change")
VAGUE, NEW, GONE = N_("first impression"), N_("new"), N_("no longer scored")


def save_scores(engine: Engine, place: Path, day: str, model: str, history: Path | None) -> None:
    """Write the view `ranked` of one date as Parquet, with the other dates of a history.

    A date is replaced; people who refuse consent now are removed from all dates.
    """
    kept = ", ".join(KEPT)
    query = f"SELECT {text(day)} AS date, {text(model)} AS model, {kept} FROM ranked"
    if history and history.exists():
        query += (
            f" UNION ALL SELECT date, model, {kept} FROM {_scores(engine, history)} "
            f"WHERE date <> {text(day)} AND key NOT IN (SELECT key FROM refusing)"
        )
    engine.write(f"{query} ORDER BY date, cohort, key", place, "parquet")


def store_history(scores: Path, place: Path) -> None:
    """Turn scores in Parquet into a history file named `place`."""
    if place.suffix == ".parquet":
        scores.replace(place)
        return
    with translate_errors(place.parent), duckdb.connect(str(place)) as base:
        base.execute(f"CREATE TABLE scores AS FROM read_parquet({quoted(scores)})")


def count_verdicts(changes: Listing) -> list[tuple[str, int]]:
    """Return how many people rose, fell and so on, most first."""
    counts = f"SELECT verdict, count(*) AS amount FROM {changes.view} GROUP BY verdict"
    rows = changes.engine.rows(f"{counts} ORDER BY amount DESC, verdict")
    return [(str(verdict), int(amount)) for verdict, amount in rows]


def _scores(engine: Engine, history: Path) -> str:
    """Return the scores of a history, for FROM.

    Raises AccessError if it can't be read.
    """
    place = engine.folder / "history.parquet"
    source = f"read_parquet({quoted(history)})" if history.suffix == ".parquet" else "scores"
    base_file = ":memory:" if history.suffix == ".parquet" else str(history)
    try:
        with duckdb.connect(base_file, read_only=base_file != ":memory:") as base:
            columns = ", ".join(("date", "model", *KEPT))
            base.execute(f"COPY (SELECT {columns} FROM {source}) TO {quoted(place)}")
    except duckdb.Error as fault:
        remedy = Message("choose another file with --history")
        raise AccessError(
            Message("this is no history of klout rank"), str(history), remedy
        ) from fault
    return f"read_parquet({quoted(place)})"


def take_dates(engine: Engine, history: Path, names: Sequence[str]) -> list[str]:
    """Create the views `old` and `new` of two dates of a history; return the dates.

    Raises InputError for a date it doesn't have.
    """
    scores = _scores(engine, history)
    days = f"SELECT DISTINCT date FROM {scores} ORDER BY date"
    known = [str(day) for (day,) in engine.rows(days)]
    words = {LATEST: known[-1:], PREVIOUS: known[-2:-1]}
    chosen = [day for name in names for day in words.get(name, [name] * (name in known))]
    if len(chosen) < len(names):
        remedy = Message("it has these: {days}", days=", ".join(known[-10:]))
        raise InputError(Message("the history doesn't have this date"), str(history), remedy)
    for side, day in zip(("old", "new"), chosen, strict=True):
        engine.view(side, f"SELECT * FROM {scores} WHERE date = {text(day)}")
    return chosen


def take_files(engine: Engine, scores: Sequence[Path]) -> None:
    """Create the views `old` and `new` of two files of `save_scores`."""
    for side, file in zip(("old", "new"), scores, strict=True):
        engine.view(side, f"SELECT * FROM read_parquet({quoted(file)})")


def compare(engine: Engine, model: Model) -> Listing:
    """Return the changes of people from `old` to `new`, the greatest first.

    The margin is that of one person seen twice (docs/method.md), if the same share of the method
    was measured on both dates; else both intervals count in full. Raises UsageError for scores of
    two models.
    """
    models = "SELECT model FROM old UNION SELECT model FROM new"
    if len(list(engine.rows(models))) > 1:
        remedy = Message("rank both tables again, under one model")
        raise UsageError(Message("these scores are of different models"), "--compare", remedy)
    same = f"abs(new.measured - old.measured) < {SAME_MEASURED}"
    apart = "pow((old.high - old.low) / 2, 2) + pow((new.high - new.low) / 2, 2)"
    once = f"{model.interval.normal} * sqrt(old.noise + new.noise)"
    joined = f"""
        SELECT COALESCE(new.cohort, old.cohort) AS cohort,
            COALESCE(new.person, old.person) AS person,
            CASE WHEN old.quality = 'score' THEN old.score END AS before,
            CASE WHEN new.quality = 'score' THEN new.score END AS now,
            old.score IS NULL AS added, new.score IS NULL AS removed,
            CASE WHEN {same} THEN {once} ELSE sqrt({apart}) END AS margin
        FROM old FULL JOIN new ON old.key = new.key AND old.cohort = new.cohort
        WHERE old.score IS NOT NULL OR new.score IS NOT NULL"""
    engine.view(
        "changes",
        f"""SELECT cohort, person, before, now, now - before AS change,
            CASE WHEN now - before IS NOT NULL THEN margin END AS margin,
            CASE WHEN added THEN {text(NEW)} WHEN removed THEN {text(GONE)}
                WHEN now - before IS NULL THEN {text(VAGUE)}
                WHEN abs(now - before) <= margin THEN {text(UNCLEAR)}
                WHEN now > before THEN {text(UP)} ELSE {text(DOWN)} END AS verdict
        FROM ({joined})""",
    )
    ((cohorts,),) = engine.rows("SELECT count(*) FROM changes WHERE cohort <> ''")
    columns = ("group", *CHANGES) if cohorts else CHANGES
    return Listing(engine, "changes", columns, "abs(change) DESC NULLS LAST, person")
