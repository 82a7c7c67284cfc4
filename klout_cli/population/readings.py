"""What the cells of large tables mean: SQL reads plain ones, Python each other one once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from msgspec import Struct

from klout_cli.files.intake import Bad
from klout_cli.importers.accounts_table import person_key
from klout_cli.population.cells import Sheet, Source
from klout_cli.population.engine import Engine
from klout_cli.reports.safe import LONGEST, safe
from klout_cli.values.aliases import TOTAL_TRIM, aliases, is_total
from klout_cli.values.cells import REMEMBERED, Column
from klout_cli.values.numbers import BLANKS, decimal_mark

WHOLE = "[0-9]{1,10}"
DECIMAL = "[0-9]{1,9}[.][0-9]{1,17}"
ASCII = "!-~"
LETTERS = "À-ÖØ-Þà-öø-ÿĂ-ćČ-ďĘ-ěŁ-ńŇ-ňŐ-őŘ-śŞ-šŤ-ťŮ-űŹ-žА-яЁёぁ-ゖァ-ヺ一-龥가-힣"
"""Letters whose lower case is one letter, the same in Python, DuckDB and Spark."""
FIELDS = {
    **{"file": "BIGINT", "name": "VARCHAR", "cell": "VARCHAR", "value": "DOUBLE"},
    **dict.fromkeys(("reason", "shown", "key"), "VARCHAR"),
    "flag": "BOOLEAN",
}


class Cell(Struct):
    """A number, or a reason for none; a text to show, the key it is compared by, and a mark.

    Shown and compared is the cell itself, if nothing else. `remark`: what is worth noting of it.
    """

    value: float | None = None
    reason: str | None = None
    shown: str | None = None
    key: str | None = None
    flag: bool = False
    remark: str = ""


ReadCell: TypeAlias = Callable[[Source, str], Cell]
ChooseColumn: TypeAlias = Callable[[Collection[str], str, str], Column]


def plain_text(signs: str) -> str:
    """Return the pattern of texts of some signs that trimming and cleaning leave as they are."""
    return f"[{signs}]([ {signs}]{{0,{LONGEST - 2}}}[{signs}])?"


PERSON = plain_text(ASCII + LETTERS)


class Numbers(Struct, frozen=True):
    """A column of numbers: `choose` decides by the cells that may settle it, --decimal and file."""

    choose: ChooseColumn
    rate: bool = False


class Text(Struct, frozen=True):
    """A column of texts: which cells are plain, and how the others are read."""

    pattern: str
    read: ReadCell


class Readings:
    """The meaning of columns as SQL over `cells`, the rows of a view; FROM `joined`."""

    def __init__(
        self,
        engine: Engine,
        view: str,
        sheets: Sequence[Sheet],
        columns: Mapping[str, Numbers | Text],
        decimal: str,
    ) -> None:
        """Read every cell that is not plain; `notes` count the rows of remarks on them by file."""
        self.notes = {sheet.source.number: dict(sheet.intake.notes) for sheet in sheets}
        self._reasons = {reason: reason for sheet in sheets for reason in sheet.intake.reasons}
        self._engine = engine
        self._view = view
        self._sheets = {sheet.source.number: sheet for sheet in sheets}
        self._columns = columns
        self._decimal = decimal
        patterns = {name: self._pattern(column) for name, column in columns.items()}
        self._odd = self._find_odd(patterns, f"{view}_odd")
        settled_by_plain = [
            name for name, column in columns.items() if self._needs_all(name, column)
        ]
        if settled_by_plain:
            patterns |= dict.fromkeys(settled_by_plain, "")
            self._odd = self._find_odd(patterns, f"{view}_all")
        self._chosen = self._choose_columns()
        engine.load(f"{view}_readings", FIELDS, self._cells())

    def _pattern(self, column: Numbers | Text) -> str:
        if isinstance(column, Text):
            return column.pattern
        return f"{WHOLE}|{DECIMAL}" if column.rate and self._decimal != "," else WHOLE

    def _find_odd(self, patterns: Mapping[str, str], table: str) -> str:
        """Create a table of the different cells that match no pattern, with their first row."""
        cells = ", ".join(
            f"CASE WHEN {name} <> ''"
            f"{f' AND NOT {self._engine.matches(name, pattern)}' if pattern else ''} "
            f"THEN {name} END AS {name}"
            for name, pattern in patterns.items()
        )
        self._engine.create(
            table,
            "SELECT file, name, cell, count(*) AS amount, min(row) AS start "
            f"FROM (SELECT file, row, {cells} FROM {self._view}) "
            f"UNPIVOT (cell FOR name IN ({', '.join(patterns)})) GROUP BY file, name, cell",
        )
        return table

    def _needs_all(self, name: str, column: Numbers | Text) -> bool:
        """Return whether plain cells help to settle how a column of rates is read."""
        if isinstance(column, Text) or not column.rate:
            return False
        sign = f"name = '{name}' AND (instr(cell, ',') > 0 OR instr(cell, '%') > 0)"
        ((cells,),) = self._engine.rows(f"SELECT count(*) FROM {self._odd} WHERE {sign}")
        return bool(cells)

    def _choose_columns(self) -> dict[tuple[int, str], Column]:
        """Decide how each file's columns of numbers are read, by their cells in order."""
        chosen = {}
        rows = self._engine.rows(
            f"SELECT file, name, cell FROM {self._odd} ORDER BY file, name, start"
        )
        for (file, name), cells in groupby(rows, itemgetter(0, 1)):
            column, sheet = self._columns[name], self._sheets[file]
            if isinstance(column, Numbers):
                typed = name in sheet.typed
                settling = [] if typed else choose_settling_cells(cell for *_, cell in cells)
                decimal = "." if typed else self._decimal
                chosen[file, name] = column.choose(settling, decimal, sheet.source.where)
        return chosen

    def _cells(self) -> Iterator[tuple[Any, ...]]:
        self._read: set[str] = set()
        for file, name, cell, amount in self._engine.rows(
            f"SELECT file, name, cell, amount FROM {self._odd}"
        ):
            column = self._columns[name]
            if isinstance(column, Text):
                found = column.read(self._sheets[file].source, cell)
            else:
                found = _read_number(self._chosen[file, name], cell)
            self._read.add(name)
            if found.reason:
                self._reasons[found.reason] = found.reason
            if found.remark:
                notes = self.notes[file]
                notes[found.remark] = notes.get(found.remark, 0) + amount
            shown = safe(cell.strip()) if found.shown is None else found.shown
            key = person_key(cell) if found.key is None else found.key
            yield file, name, cell, found.value, found.reason, shown, key, found.flag

    def reason(self, reason: str) -> str:
        """Return a reason that the engine gives back as the message that went in."""
        return self._reasons.setdefault(reason, reason)

    @property
    def joined(self) -> str:
        """The rows with their readings, for FROM."""
        return f"{self._view} AS cells" + "".join(
            f" LEFT JOIN (SELECT * FROM {self._view}_readings WHERE name = '{name}') AS {name}_r "
            f"ON {name}_r.file = cells.file AND {name}_r.cell = cells.{name}"
            for name in sorted(self._read)
        )

    def of(self, name: str, field: str) -> str:
        """Return what was read of a column's cells, NULL of plain ones."""
        return f"{name}_r.{field}" if name in self._read else f"CAST(NULL AS {FIELDS[field]})"

    def number(self, name: str) -> str:
        """Return a column of numbers; unknown and unusable is NULL."""
        plain = f"TRY_CAST(cells.{name} AS DOUBLE)"
        column = self._columns[name]
        if isinstance(column, Numbers) and column.rate:
            plain = f"round({plain}, 9)"
        if name not in self._read:
            return plain
        return f"CASE WHEN {name}_r.cell IS NULL THEN {plain} ELSE {name}_r.value END"

    def shown(self, name: str) -> str:
        """Return a column of texts, safe for every output."""
        return f"COALESCE({self.of(name, 'shown')}, cells.{name}, '')"

    def is_total(self, name: str) -> str:
        """Return a condition: a column's text is a word for totals."""
        trimmed = f"[{TOTAL_TRIM}]*"
        words = "|".join(sorted(aliases().totals))
        total = self._engine.matches(f"lower(cells.{name})", f"{trimmed}({words}){trimmed}")
        return f"COALESCE({self.of(name, 'flag')}, {total}, FALSE)"

    def key(self, name: str) -> str:
        """Return a column of texts as they are compared."""
        return f"COALESCE({self.of(name, 'key')}, lower(cells.{name}), '')"


def read_text(source: Source, cell: str) -> Cell:
    """Read a text to be shown."""
    return Cell(flag=is_total(cell))


def _read_number(column: Column, cell: str) -> Cell:
    if len(column) > REMEMBERED:
        column.clear()
    value = column[cell]
    if isinstance(value, Bad):
        return Cell(reason=value.reason)
    return Cell(value=value, remark=column.remarks.get(cell, ""))


def choose_settling_cells(cells: Iterable[str]) -> list[str]:
    """Return the first cell of each sort that settles how a column of numbers is read.

    These are cells with a definite separator, with a comma, with and without percent.
    """
    first: dict[str, str] = {}
    for cell in cells:
        plain = cell.strip()
        if "mark" not in first and decimal_mark((cell,)):
            first["mark"] = cell
        if "," in cell:
            first.setdefault("comma", cell)
        if "%" in cell:
            first.setdefault("percent", cell)
        if plain.casefold() not in BLANKS and not plain.endswith("%"):
            first.setdefault("number", cell)
    return [first[sort] for sort in ("mark", "comma", "percent", "number") if sort in first]
