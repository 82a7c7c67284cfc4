"""Tables of accounts with many people, CSV or Parquet, as rows of an engine.

The rules are those of the accounts table. A row is an account, an unusable row with its reason, or
a note with the number of rows it is about. Whatever takes several rows to decide (refused consent,
repeated accounts) is left to the ledger.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.intake import Bad
from klout_cli.files.table import label
from klout_cli.importers.accounts_table import (
    NO_CONSENT,
    NO_POSTS,
    NUMBERS,
    RATES,
    RECEIVED,
    TOTAL,
    UNCLEAR,
    agreed,
    number_column,
    person_key,
)
from klout_cli.person.topics import folded
from klout_cli.population.cells import Sheet, Source, open_sheet
from klout_cli.population.engine import Engine
from klout_cli.population.readings import PLAIN, Cell, Readings, read_text
from klout_cli.population.sql import literal, text
from klout_cli.values.aliases import (
    TOTAL_TRIM,
    Synonyms,
    aliases,
    is_total,
    table_columns,
)
from klout_cli.values.handles import account_of
from klout_cli.values.reading import Reading

NO_PERSON = "no person"
REMEDY = "name the columns: person, network, account, followers … (klout rank --help)"
ROW = {
    **{"file": "BIGINT", "line": "BIGINT", "rows": "BIGINT", "reason": "VARCHAR"},
    **dict.fromkeys(("note", "cohort", "key", "person", "network", "account"), "VARCHAR"),
    **dict.fromkeys(("refuses", "wanted"), "BOOLEAN"),
    **dict.fromkeys(NUMBERS, "DOUBLE"),
}
"""`key` identifies a person, `account` is the folded handle; unknown is NULL."""


class Choice(Struct, frozen=True):
    """Whom to rank: rows with these (column, value), grouped by the column `by`."""

    by: str = ""
    where: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns as they are named on the command line."""
        return *filter(None, [self.by]), *(name for name, _ in self.where)


def stage(engine: Engine, sources: Sequence[Source], reading: Reading, choice: Choice) -> None:
    """Create the view `staged` of ROW from all files.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """
    parts = [_Accounts(engine, source, reading, choice).stage() for source in sources]
    nothing = ", ".join(f"CAST(NULL AS {kind}) AS {name}" for name, kind in ROW.items())
    engine.view("staged", " UNION ALL ".join([*parts, f"SELECT {nothing} WHERE FALSE"]))


class _Accounts:
    """One file on its way to rows."""

    def __init__(self, engine: Engine, source: Source, reading: Reading, choice: Choice) -> None:
        self.engine = engine
        self.source = source
        self.reading = reading
        self.choice = choice
        self.known = self._known()
        needed = ("person", *NUMBERS)
        rows = f"cells_{source.number}"
        self.sheet = open_sheet(engine, rows, source, self.known, needed, reading, REMEDY)
        self._refuse_missing()
        self.readings = Readings(engine, self.sheet)

    def _known(self) -> Synonyms:
        known = table_columns(self.source.member, self.reading)
        known = {**known, "person": known["person"] | known["name"], "name": frozenset()}
        return known | {
            f"option_{place}": frozenset([name])
            for place, name in enumerate(map(label, self.choice.columns))
            if not _canonical_name(name, known)
        }

    def _refuse_missing(self) -> None:
        if "person" not in self.sheet.names:
            raise InputError("no column of persons", self.source.where, REMEDY)
        for name in self.choice.columns:
            if self._option(name) not in self.sheet.names:
                raise _no_column(name, self.sheet, self.source.where)

    def _option(self, name: str) -> str:
        return _canonical_name(label(name), self.known)

    def stage(self) -> str:
        """Create tables of ROW, and return the query of them."""
        has, readings = self.sheet.names, self.readings
        for name in sorted({"person", *map(self._option, self.choice.columns)} - {"network"}):
            readings.add(f"{name}_text", name, PLAIN, read_text)
        if "account" in has:
            readings.add("account", "account", PLAIN, _read_account)
        if "network" in has:
            readings.add("network", "network", "", self._read_network)
        if "consent" in has:
            readings.add("consent", "consent", "", self._read_consent)
        columns = [name for name in NUMBERS if name in has]
        for name in columns:
            choose = partial(_number_column, name, self.source.where)
            readings.add_number(name, choose, self.reading.decimal, rate=name in RATES)
        readings.read()
        staged = f"staged_{self.source.number}"
        self.engine.create(staged, self._rows(columns))
        readings.drop()
        noted = f"noted_{self.source.number}"
        self.engine.load(noted, ROW, self._notes(staged))
        return f"SELECT * FROM {staged} UNION ALL SELECT * FROM {noted}"

    def _notes(self, staged: str) -> Iterator[tuple[Any, ...]]:
        received = " OR ".join(f"{name} > 0" for name in RECEIVED)
        ((contradictions,),) = self.engine.rows(
            f"SELECT count(*) FROM {staged} WHERE reason IS NULL AND posts = 0 AND ({received})"
        )
        notes = self.readings.notes | ({NO_POSTS: contradictions} if contradictions else {})
        for note, rows in notes.items():
            yield self.source.number, None, rows, None, note, *(None for _ in range(len(ROW) - 5))

    def _read_network(self, cell: str) -> Cell:
        """Read a network; a handle there begins with `reason`, and is `key` where it is blank."""
        network, alone = account_of(cell, "", self.source.stem)
        prefix = account_of(cell, "-", "")[1].removesuffix("-")
        return Cell(reason=folded(prefix), shown=network, key=folded(alone), flag=is_total(cell))

    def _read_consent(self, cell: str) -> Cell:
        answer = agreed(cell, self.reading.latest)
        return Cell(reason=answer.reason) if isinstance(answer, Bad) else Cell(flag=answer is False)

    def _rows(self, columns: Sequence[str]) -> str:
        """Return a query of ROW."""
        has, readings = self.sheet.names, self.readings
        fields = {
            "file": str(self.source.number),
            "line": "line",
            "rows": "rows",
            "reason": f"CASE {' '.join(self._reasons(columns))} END",
            "note": "CAST(NULL AS VARCHAR)",
            "cohort": self._shown(self._option(self.choice.by)) if self.choice.by else "''",
            "key": readings.key("person_text"),
            "person": readings.shown("person_text"),
            "network": f"COALESCE({readings.of('network', 'shown')}, 'other')"
            if "network" in has
            else "'other'",
            "account": self._account(),
            "refuses": f"COALESCE({readings.of('consent', 'flag')}, FALSE)"
            if "consent" in has
            else "FALSE",
            "wanted": self._wanted(),
            **dict.fromkeys(NUMBERS, "CAST(NULL AS DOUBLE)"),
            **{name: readings.number(name) for name in columns},
        }
        listed = ", ".join(f"{value} AS {name}" for name, value in fields.items())
        return f"SELECT {listed} FROM {readings.joined}"

    def _reasons(self, columns: Sequence[str]) -> Iterator[str]:
        """Yield why a row is not used; the first reason wins."""
        has, readings = self.sheet.names, self.readings
        yield "WHEN cells.reason IS NOT NULL THEN cells.reason"
        totals = ", ".join(text(word) for word in sorted(aliases().totals))
        for name, reading in (("person", "person_text"), ("account", "account")):
            if name in has:
                word = f"lower(trim(BOTH {text(TOTAL_TRIM)} FROM cells.{name}))"
                flag = readings.of(reading, "flag")
                yield f"WHEN {word} IN ({totals}) OR {flag} THEN {text(TOTAL)}"
        if "network" in has:
            yield f"WHEN {readings.of('network', 'flag')} THEN {text(TOTAL)}"
        if "consent" in has:
            yield f"WHEN {readings.of('consent', 'flag')} THEN {text(NO_CONSENT)}"
        for name in columns:
            reason = readings.of(name, "reason")
            yield f"WHEN {reason} IS NOT NULL THEN {reason}"
            if name in RATES:
                low, high = RATES[name]
                why = text(f"{name} outside {low:g} to {high:g}")
                yield f"WHEN {readings.number(name)} > {literal(high)} THEN {why}"
        if "consent" in has:
            yield f"WHEN {readings.of('consent', 'reason')} IS NOT NULL THEN {text(UNCLEAR.reason)}"
        yield f"WHEN {readings.shown('person_text')} = '' THEN {text(NO_PERSON)}"

    def _shown(self, column: str) -> str:
        if column == "network":
            return self.readings.of("network", "shown")
        return self.readings.shown(f"{column}_text")

    def _account(self) -> str:
        """Return the folded name that identifies a person's account on one network."""
        alone, prefix = text(folded(self.source.stem)), "''"
        if "network" in self.sheet.names:
            alone, prefix = (self.readings.of("network", name) for name in ("key", "reason"))
        if "account" not in self.sheet.names:
            return alone
        plain = (
            "lower(CASE WHEN substr(cells.account, 1, 1) = '@' THEN substr(cells.account, 2)"
            " ELSE cells.account END)"
        )
        handle = f"COALESCE({self.readings.of('account', 'key')}, {plain})"
        return f"CASE WHEN {handle} = '' THEN {alone} ELSE concat({prefix}, {handle}) END"

    def _wanted(self) -> str:
        conditions = ["TRUE"]
        for name, value in self.choice.where:
            column = self._option(name)
            if column == "network":
                searched, key = account_of(value, "", "")[0], f"lower({self._shown(column)})"
            else:
                searched, key = value.strip(), self.readings.key(f"{column}_text")
            conditions.append(f"{key} = {text(person_key(searched))}")
        return " AND ".join(conditions)


def _canonical_name(written: str, known: Synonyms) -> str:
    """Return a column's canonical name by label, "" if it has none."""
    return next(
        (name for name, synonyms in known.items() if written == name or written in synonyms), ""
    )


def _no_column(name: str, sheet: Sheet, where: str) -> InputError:
    written = {label(column): column.strip() for column in sheet.written if label(column)}
    close = get_close_matches(label(name), {*written, *sheet.names}, 1)
    remedy = (
        f"did you mean {written.get(close[0], close[0])}?"
        if close
        else f"one of: {', '.join(written.values())}"
    )
    return InputError(f"no column {name!r}", where, remedy)


def _number_column(name: str, where: str, cells: Any, preferred: str) -> Any:
    return number_column(name, cells, preferred, where)


def _read_account(cell: str) -> Cell:
    return Cell(key=folded(cell.strip().removeprefix("@")), shown="", flag=is_total(cell))
