"""Rows of a view in order, as a table on a screen or in a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from klout_cli.population.engine import Engine, Format
from klout_cli.population.sql import alias_columns, text
from klout_cli.reports.csv_report import FORMULA

TEXTS = ("group", "person", "quality", "verdict")
DECIMALS = 11
"""Decimals written; a breakdown's parts still sum to their score within 1e-9."""


class Listing(Struct, frozen=True):
    """Rows of `view` in `order`; `columns` are those of an output, `condition` chooses rows."""

    engine: Engine
    view: str
    columns: tuple[str, ...]
    order: str
    condition: str = "TRUE"

    def first(self, count: int) -> tuple[list[dict[str, Any]], int]:
        """Return the first rows, and the number of all."""
        rows = self.engine.rows(f"{self._query(str, _round)} LIMIT {count}")
        ((total,),) = self.engine.rows(f"SELECT count(*) FROM {self.view} WHERE {self.condition}")
        return [dict(zip(self.columns, row, strict=True)) for row in rows], total

    def write(self, place: Path, format: Format) -> None:
        """Write all rows, numbers rounded to `DECIMALS`; JSON is a row a line."""
        # A decimal is written twice as fast as the shortest text of a double.
        query = self._query(_harmless, _decimal) if format == "csv" else self._query(str, _round)
        self.engine.write(query, place, format)

    def _query(self, name: Callable[[str], str], number: Callable[[str], str]) -> str:
        columns = {}
        for column in self.columns:
            source = "cohort" if column == "group" else column
            if column in TEXTS:
                source = name(source)
            elif column != "rank":
                source = number(source)
            columns[self.engine.quote(column)] = source
        return (
            f"SELECT {alias_columns(columns)} FROM {self.view} WHERE {self.condition} "
            f"ORDER BY {self.order}"
        )


def _round(column: str) -> str:
    """Return a number rounded; adding 0 turns -0.0 into 0.0."""
    return f"round({column}, {DECIMALS}) + 0e0"


def _decimal(column: str) -> str:
    return f"CAST({column} AS DECIMAL(18, {DECIMALS}))"


def _harmless(column: str) -> str:
    """Return a text column that no spreadsheet takes for formulas."""
    signs = ", ".join(map(text, FORMULA))
    return (
        f"CASE WHEN substr(ltrim({column}), 1, 1) IN ({signs}) THEN concat(chr(39), {column}) "
        f"ELSE {column} END"
    )
