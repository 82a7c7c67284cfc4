"""A person's exports as plain tables, in the units of `person.rows`."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klout_cli.person.account import day_of
from klout_cli.person.profile import Profile
from klout_cli.population.sql import quoted
from klout_cli.reports.csv_report import guarded as guarded_cell

if TYPE_CHECKING:
    from pandas import DataFrame


def _columns(text: str) -> Mapping[str, str]:
    """Return the columns of a table, each with the field it is from where that has another name."""
    pairs = (word.partition("=") for word in text.split())
    return {name: field or name for name, _, field in pairs}


# The fields are those of a row; those of `account.…` are its account's.
COLUMNS = {
    "accounts": _columns(
        "account=account.id network=account.network handle=account.handle "
        "exported_at=account.exported_at"
    ),
    "levels": _columns("account=account.id metric value date=at quality"),
    "posts": _columns(
        "date=moment network=account.network account=account.handle id=key kind public text url "
        "likes comments shares saves engagements impressions reach"
    ),
    "interactions": _columns("account=account.id partner direction kind count date=at private"),
    "contacts": _columns(
        "account=account.id key name followers position company reputation expertise since"
    ),
}
_COUNTS = "likes comments shares saves engagements impressions reach followers value count"
COUNTS = frozenset(_COUNTS.split())
DAYS = ("exported_at", "at", "since")


def tables(profile: Profile) -> "Mapping[str, DataFrame]":
    """Return one frame for each of `COLUMNS`.

    Unknown is missing, dates are ISO 8601 (UTC). `posts` has the columns of a posts table, so that
    it can be scored again.
    """
    from pandas import DataFrame

    frames = {}
    for table, columns in COLUMNS.items():
        cells = [_read_field(field) for field in columns.values()]
        rows = [
            [read(account, row) for read in cells]
            for account in profile.accounts
            for row in ([account] if table == "accounts" else getattr(account, table))
        ]
        counts = {name: "Int64" for name in columns if name in COUNTS}
        frames[table] = DataFrame(rows, columns=list(columns)).astype(counts)
    return frames


def _read_field(field: str) -> Callable[[Any, Any], Any]:
    """Return how a cell is read of an account and one of its rows."""
    if field == "moment":
        return lambda account, post: _moment(post)
    get = attrgetter(field.removeprefix("account."))
    of_account, is_day = field.startswith("account."), field.split(".")[-1] in DAYS

    def read(account: Any, row: Any) -> Any:
        value = get(account if of_account else row)
        return day_of(value).isoformat() if is_day and value is not None else value

    return read


def _moment(post: Any) -> str:
    day, seconds = day_of(post.at).isoformat(), post.at % 86_400
    clock = f"T{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}Z"
    return day if post.precision == "day" else day + clock


def guarded(frame: "DataFrame") -> "DataFrame":
    """Return a frame without texts that spreadsheets take for formulas.

    Such a text gets a leading '. Numbers never do.
    """
    texts = frame.select_dtypes(["object", "string"]).columns
    return frame.assign(
        **{name: frame[name].map(guarded_cell, na_action="ignore") for name in texts}
    )


def write_parquet(frame: "DataFrame", file: Path) -> None:
    """Write a frame as Parquet; a column of nothing but unknown texts is one of texts."""
    import duckdb

    with duckdb.connect() as base:
        # By all cells: a column that begins with many unknown ones has a type too.
        base.execute(f"SET pandas_analyze_sample = {len(frame) + 1}")
        base.register("frame", frame)
        kinds = base.execute("DESCRIBE SELECT * FROM frame").fetchall()
        listed = ", ".join(
            f'CAST("{name}" AS {kind if "NULL" not in kind else "VARCHAR"}) AS "{name}"'
            for name, kind, *_ in kinds
        )
        base.execute(f"COPY (SELECT {listed} FROM frame) TO {quoted(file)} (FORMAT parquet)")
