"""What the cells of a large table mean: an engine reads plain ones, Python each other one once."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.intake import Bad
from klout_cli.importers.accounts_table import person_key
from klout_cli.population.cells import Sheet
from klout_cli.population.engine import Engine
from klout_cli.reports.safe import LONGEST, safe
from klout_cli.values.aliases import is_total
from klout_cli.values.cells import REMEMBERED, Column
from klout_cli.values.numbers import BLANKS, decimal_mark

WHOLE = "[0-9]{1,10}"
DECIMAL = "[0-9]{1,9}[.][0-9]{1,9}"
PLAIN = f"[!-~]([ -~]{{0,{LONGEST - 2}}}[!-~])?|"
"""A text that stays as it is when it is trimmed, cleaned and folded, but for its case."""
FIELDS = {
    **{"name": "VARCHAR", "cell": "VARCHAR", "value": "DOUBLE", "reason": "VARCHAR"},
    **{"shown": "VARCHAR", "key": "VARCHAR", "flag": "BOOLEAN"},
}


class Cell(Struct):
    """A number, or a reason for none; a text to show, the key it is compared by, and a mark.

    `remark`: what is worth noting of it.
    """

    value: float | None = None
    reason: str | None = None
    shown: str | None = None
    key: str | None = None
    flag: bool = False
    remark: str = ""


ReadCell: TypeAlias = Callable[[str], Cell]


class Readings:
    """The meaning of a sheet's columns as SQL over `cells`, its rows, joined with `joined`.

    First add columns, then read them once; `notes` count the rows of remarks on their cells.
    """

    def __init__(self, engine: Engine, sheet: Sheet) -> None:
        self.notes = dict(sheet.notes)
        self._engine = engine
        self._sheet = sheet
        self._table = f"{sheet.rows}_readings"
        self._readers: dict[str, ReadCell] = {}
        self._columns: dict[str, str] = {}
        self._patterns: dict[str, str] = {}
        self._odd: set[str] = set()

    def add(self, name: str, column: str, pattern: str, read: ReadCell) -> None:
        """Read a column's cells; those of a pattern are plain."""
        self._readers[name], self._columns[name] = read, column
        self._patterns[name] = pattern
        odd = f"{column} <> ''" if pattern else "TRUE"
        plain = self._engine.matches(column, pattern) if pattern else "FALSE"
        self._engine.create(
            f"{self._table}_{name}",
            f"SELECT {column} AS cell, min(line) AS line, count(*) AS number "
            f"FROM {self._sheet.rows} WHERE {column} IS NOT NULL AND {odd} AND NOT {plain} "
            f"GROUP BY {column}",
        )

    def add_number(
        self,
        name: str,
        choose: Callable[[Collection[str], str], Column],
        decimal: str,
        *,
        rate: bool,
    ) -> Column:
        """Read a column of numbers by its decisive cells; plain ones depend on no decimal mark."""
        typed = name in self._sheet.typed
        pattern = f"{WHOLE}|{DECIMAL}" if rate else WHOLE
        self.add(name, name, pattern, lambda cell: Cell())
        cells = [] if typed else telling_cells(self._evidence(name, rate=rate))
        column = choose(cells, "." if typed else decimal)
        if rate and column["0.5"] != 0.5:
            self._engine.drop(f"{self._table}_{name}")
            self.add(name, name, WHOLE, lambda cell: Cell())
        self._readers[name] = lambda cell: _read_number(column, cell)
        return column

    def _evidence(self, name: str, *, rate: bool) -> Iterator[str]:
        """Yield the cells that may settle a column in the order of their rows."""
        first = [WHOLE, DECIMAL] if rate else [WHOLE]
        plain = "".join(
            f" UNION ALL SELECT min_by({name}, line), min(line) FROM {self._sheet.rows} "
            f"WHERE {self._engine.matches(name, pattern)}"
            for pattern in first
        )
        rows = self._engine.rows(
            f"SELECT cell, line FROM (SELECT cell, line FROM {self._table}_{name}{plain}) AS told "
            "WHERE cell IS NOT NULL ORDER BY line"
        )
        return (cell for cell, _ in rows)

    def read(self) -> None:
        """Read every cell that is not plain."""
        self._engine.load(self._table, FIELDS, self._cells())
        for name in self._readers:
            self._engine.drop(f"{self._table}_{name}")

    def _cells(self) -> Iterator[tuple[Any, ...]]:
        for name, read in self._readers.items():
            for cell, rows in self._engine.rows(f"SELECT cell, number FROM {self._table}_{name}"):
                found = read(cell)
                self._odd.add(name)
                yield name, cell, found.value, found.reason, found.shown, found.key, found.flag
                if found.remark:
                    self.notes[found.remark] = self.notes.get(found.remark, 0) + rows

    def drop(self) -> None:
        """Remove what is no longer needed."""
        self._engine.drop(self._table)
        self._engine.drop(self._sheet.rows)

    @property
    def joined(self) -> str:
        """The rows with their readings, for FROM."""
        return f"{self._sheet.rows} AS cells" + "".join(
            f" LEFT JOIN (SELECT * FROM {self._table} WHERE name = '{name}') AS {name}_r "
            f"ON {name}_r.cell = cells.{column}"
            for name, column in self._columns.items()
            if name in self._odd
        )

    def of(self, name: str, field: str) -> str:
        """Return what was read of a column's cells, NULL of plain ones."""
        return f"{name}_r.{field}" if name in self._odd else f"CAST(NULL AS {FIELDS[field]})"

    def number(self, name: str) -> str:
        """Return a column of numbers; unknown and unusable is NULL."""
        plain = self._engine.matches(f"cells.{name}", self._patterns[name])
        cast = f"TRY_CAST(cells.{name} AS DOUBLE)"
        return f"CASE WHEN {plain} THEN {cast} ELSE {self.of(name, 'value')} END"

    def shown(self, name: str) -> str:
        """Return a column of texts, safe for every output."""
        return f"COALESCE({self.of(name, 'shown')}, cells.{self._columns[name]}, '')"

    def key(self, name: str) -> str:
        """Return a column of texts as they are compared."""
        return f"COALESCE({self.of(name, 'key')}, lower(cells.{self._columns[name]}), '')"


def read_text(cell: str) -> Cell:
    """Read a text to be shown."""
    return Cell(shown=safe(cell.strip()), key=person_key(cell), flag=is_total(cell))


def _read_number(column: Column, cell: str) -> Cell:
    if len(column) > REMEMBERED:
        column.clear()
    value = column[cell]
    if isinstance(value, Bad):
        return Cell(reason=value.reason)
    return Cell(value=value, remark=column.remarks.get(cell, ""))


def telling_cells(cells: Iterable[str]) -> list[str]:
    """Return the first cell of each sort that settles how a column of numbers is read.

    These are cells with a definite separator, with a comma, with and without percent.
    """
    telling: dict[str, str] = {}
    for cell in cells:
        plain = cell.strip()
        if "mark" not in telling and decimal_mark((cell,)):
            telling["mark"] = cell
        if "," in cell:
            telling.setdefault("comma", cell)
        if "%" in cell:
            telling.setdefault("percent", cell)
        if plain.casefold() not in BLANKS and not plain.endswith("%"):
            telling.setdefault("number", cell)
    return [telling[sort] for sort in ("mark", "comma", "percent", "number") if sort in telling]
