"""Tables of accounts with many people, CSV or Parquet, as rows for an engine.

The rules are those of the accounts table. A row is an account, an unusable row with its reason, or
a remark with the number of rows it is about. Whatever takes several rows to decide (refused
consent, repeated accounts) is left to the engine.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.intake import Bad
from klout_cli.files.table import label
from klout_cli.importers.accounts_table import (
    COUNTS,
    NO_CONSENT,
    RATES,
    TOTAL,
    UNCLEAR,
    agreed,
    number_column,
    person_key,
)
from klout_cli.person.topics import folded
from klout_cli.population.cells import Cells, Column, Faults, Sheet, Source, open_sheet
from klout_cli.reports.safe import LONGEST, safe
from klout_cli.values.aliases import (
    TOTAL_TRIM,
    Synonyms,
    account_of,
    aliases,
    is_total,
    table_columns,
)
from klout_cli.values.cells import IMPLAUSIBLE, TOO_GREAT
from klout_cli.values.cells import Column as Reader
from klout_cli.values.numbers import BLANKS, MOST_DIGITS, decimal_mark
from klout_cli.values.reading import Reading

NUMBERS = (*COUNTS, *RATES)
NO_PERSON = "no person"
REMEDY = "name the columns: person, network, account, followers … (klout rank --help)"
HARMLESS = f"^[ -~]{{0,{LONGEST}}}$"
DECIMAL = "^[0-9]{1,9}[.][0-9]{1,9}$"
SORTS = ("mark", "comma", "percent", "number")
COUNTED = [
    ("file", pa.int32()),
    ("line", pa.int64()),
    ("rows", pa.int64()),
    ("reason", pa.string()),
    ("note", pa.string()),
]
"""The fields of every row that the engine counts for the ledger."""
SCHEMA = pa.schema(
    [
        *COUNTED,
        *((name, pa.string()) for name in ("key", "person", "network", "account", "cohort")),
        *((name, pa.bool_()) for name in ("refuses", "wanted")),
        *((name, pa.float64()) for name in NUMBERS),
    ]
)
"""`key` identifies a person, `account` is the folded handle; unknown is null."""


class Choice(Struct, frozen=True):
    """Whom to rank: rows with these (column, value), grouped by the column `by`."""

    by: str = ""
    where: tuple[tuple[str, str], ...] = ()


def _no_column(name: str, sheet: Sheet, where: str) -> InputError:
    written = {label(column): column.strip() for column in sheet.written if label(column)}
    close = get_close_matches(label(name), {*written, *sheet.names}, 1)
    remedy = (
        f"did you mean {written.get(close[0], close[0])}?"
        if close
        else f"one of: {', '.join(written.values())}"
    )
    return InputError(f"no column {name!r}", where, remedy)


class Rows:
    """Reads one file.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """

    def __init__(self, source: Source, reading: Reading, choice: Choice) -> None:
        self.source = source
        self.reading = reading
        self.choice = choice
        self.known = self._known()

    def _known(self) -> Synonyms:
        known = table_columns(self.source.open(), self.reading)
        known = {**known, "person": known["person"] | known["name"], "name": frozenset()}
        return known | {
            name: frozenset([name])
            for name in map(label, self._option_columns())
            if not _canonical_name(name, known)
        }

    def _option_columns(self) -> list[str]:
        return [*filter(None, [self.choice.by]), *(name for name, _ in self.choice.where)]

    def __iter__(self) -> Iterator[Any]:
        """Yield record batches of SCHEMA.

        Each file is read twice, as the last cell may settle a column's decimal separator.
        """
        readers = self._decided()
        intake = Faults(self.source.where)
        for cells in self._sheet(intake).blocks:
            yield self._batch(cells, readers, intake)
            yield from skipped_rows(self.source.number, intake, SCHEMA)
        yield from skipped_rows(self.source.number, intake, SCHEMA)

    def _sheet(self, intake: Faults) -> Sheet:
        sheet = open_sheet(
            self.source, intake, self.known, ("person", *NUMBERS), self.reading, REMEDY
        )
        if "person" not in sheet.names:
            raise InputError("no column of persons", self.source.where, REMEDY)
        for name in self._option_columns():
            if _canonical_name(label(name), self.known) not in sheet.names:
                raise _no_column(name, sheet, self.source.where)
        return sheet

    def _decided(self) -> dict[str, Reader]:
        """Choose a reader for each number column from its few decisive cells."""
        sheet = self._sheet(Faults(self.source.where))
        telling: dict[str, dict[str, str]] = {name: {} for name in NUMBERS if name in sheet.names}
        for cells in sheet.blocks:
            for name in telling.keys() - sheet.typed:
                telling_cells(cells.columns[name], telling[name])
        preferred = {name: "." if name in sheet.typed else self.reading.decimal for name in telling}
        return {
            name: number_column(name, evidence(decisive), preferred[name], self.source.where)
            for name, decisive in telling.items()
        }

    def _batch(self, cells: Cells, readers: Mapping[str, Reader], intake: Faults) -> Any:
        count = len(cells.lines)
        blank = pa.array([""] * count, pa.string())
        column = {
            name: cells.columns.get(name, blank)
            for name in ("person", "network", "account", "consent")
        }
        person = _sanitised(column["person"])
        networks = _Coded(column["network"])
        ids = networks.spread([account_of(cell, "", "")[0] for cell in networks.cells], pa.string())
        consents = _Coded(column["consent"])
        answers = [agreed(cell, self.reading.latest) for cell in consents.cells]
        refuses = consents.spread([answer is False for answer in answers], pa.bool_())
        reasons = Reasons(count)
        for words in (column["person"], column["account"]):
            reasons.give(_totals(words), TOTAL)
        reasons.give(networks.spread(list(map(is_total, networks.cells)), pa.bool_()), TOTAL)
        reasons.give(refuses, NO_CONSENT)
        columns = {
            name: numbers(cells.columns[name], readers[name], reasons, intake) for name in readers
        }
        reasons.give(
            consents.spread([isinstance(answer, Bad) for answer in answers], pa.bool_()),
            UNCLEAR.reason,
        )
        reasons.give(pc.equal(person, ""), NO_PERSON)
        named = {"network": ids, "person": person}
        fields = {
            "file": pa.array([self.source.number] * count, pa.int32()),
            "line": cells.lines,
            "rows": pa.array([1] * count, pa.int64()),
            "reason": reasons.texts,
            "key": lowered(pc.utf8_trim_whitespace(column["person"]), person_key),
            "person": person,
            "network": ids,
            "account": _handles(networks, column["account"], self.source.stem),
            "cohort": self._cohort(cells, named) if self.choice.by else blank,
            "refuses": refuses,
            "wanted": self._wanted(cells, named),
            **columns,
        }
        return _filled(fields, count)

    def _cohort(self, cells: Cells, named: Mapping[str, Column]) -> Column:
        return self._option_column(self.choice.by, cells, named)

    def _option_column(self, name: str, cells: Cells, named: Mapping[str, Column]) -> Column:
        canonical = _canonical_name(label(name), self.known)
        return named[canonical] if canonical in named else _sanitised(cells.columns[canonical])

    def _wanted(self, cells: Cells, named: Mapping[str, Column]) -> Any:
        wanted = pa.array([True] * len(cells.lines), pa.bool_())
        for name, value in self.choice.where:
            is_network = _canonical_name(label(name), self.known) == "network"
            searched = account_of(value, "", "")[0] if is_network else value.strip()
            wanted = pc.and_(
                wanted,
                pc.equal(
                    lowered(self._option_column(name, cells, named), person_key),
                    person_key(searched),
                ),
            )
        return wanted


def _canonical_name(written: str, known: Synonyms) -> str:
    """Return a column's canonical name by label, "" if it has none."""
    return next(
        (name for name, synonyms in known.items() if written == name or written in synonyms), ""
    )


class _Coded:
    """A column of repeated cells; each distinct cell is processed once."""

    def __init__(self, column: Column) -> None:
        coded = column.dictionary_encode()
        self.cells: list[str] = coded.dictionary.to_pylist()
        self._rows = coded.indices

    def spread(self, values: Sequence[Any], kind: Any) -> Any:
        """Return one value per row, given one per distinct cell."""
        return pa.array(values, kind).take(self._rows)

    def count(self, cell: str) -> int:
        """Count the rows of a cell."""
        return int(pc.sum(pc.equal(self._rows, self.cells.index(cell))).as_py())


class Reasons:
    """Why rows aren't used; the first reason wins."""

    def __init__(self, count: int) -> None:
        self.texts = pa.nulls(count, pa.string())

    def give(self, mask: Any, reason: Any) -> None:
        """Give the rows of a mask a reason: a text, or a column of texts."""
        if pc.any(mask).as_py():
            self.texts = pc.if_else(pc.and_(mask, pc.is_null(self.texts)), reason, self.texts)


def _filled(fields: Mapping[str, Any], count: int) -> Any:
    return pa.record_batch(
        [fields.get(field.name, pa.nulls(count, field.type)) for field in SCHEMA], schema=SCHEMA
    )


def skipped_rows(file: int, intake: Faults, schema: Any) -> Iterator[Any]:
    """Yield the intake's skips and notes as rows, and clear them."""
    rows = [{"line": line, "rows": count, "reason": reason} for line, count, reason in intake.bad]
    rows += [{"rows": count, "note": note} for note, count in intake.notes.items()]
    intake.bad.clear()
    intake.notes.clear()
    if rows:
        yield pa.RecordBatch.from_pylist([{"file": file, **row} for row in rows], schema)


def _plain(cells: Column) -> Any:
    """Mark integers in plain digits, which don't depend on the decimal separator."""
    return pc.and_(pc.ascii_is_decimal(cells), pc.less_equal(pc.binary_length(cells), MOST_DIGITS))


def telling_cells(cells: Column, telling: dict[str, str]) -> None:
    """Store the first cell of each sort that `number_column` needs to decide.

    These are cells with a definite separator, with a comma, with and without percent.
    """
    plain = _plain(cells)
    if "number" not in telling and pc.any(plain).as_py():
        telling["number"] = cells.filter(plain)[0].as_py()
    odd = pc.unique(cells.filter(pc.invert(plain)))
    for sort, mark in (("comma", ","), ("percent", "%")):
        if sort not in telling and (matches := odd.filter(pc.match_substring(odd, mark))):
            telling[sort] = matches[0].as_py()
    if not {"mark", "number"} <= telling.keys():
        for cell in odd.to_pylist():
            if "mark" not in telling and decimal_mark((cell,)):
                telling["mark"] = cell
            if (
                "number" not in telling
                and cell.strip().casefold() not in BLANKS
                and not cell.strip().endswith("%")
            ):
                telling["number"] = cell


def evidence(telling: Mapping[str, str]) -> list[str]:
    """Return the cells of `telling_cells` in the order in which they settle a column."""
    return [telling[sort] for sort in SORTS if sort in telling]


def numbers(cells: Column, reader: Reader, reasons: Reasons, intake: Faults) -> Any:
    """Read a column of numbers: plain ones in bulk, others once per distinct cell.

    Unknown and unusable are null.
    """
    simple = _plain(cells)
    if reader["0.5"] == 0.5:
        simple = pc.or_(simple, pc.match_substring_regex(cells, DECIMAL))
    values = pc.if_else(simple, cells, None).cast(pa.float64())
    highest = pc.max(values).as_py() or 0.0
    if isinstance(reader[f"{math.ceil(highest)}"], Bad):  # above the maximum of a rate
        simple, values = pa.array([False] * len(cells)), pa.nulls(len(cells), pa.float64())
    elif highest > IMPLAUSIBLE:
        intake.note(TOO_GREAT, pc.sum(pc.greater(values, IMPLAUSIBLE)).as_py())
    odd = pc.invert(simple)
    coded = _Coded(cells.filter(odd))
    if not coded.cells:
        return values
    read = [reader[cell] for cell in coded.cells]
    for cell in reader.remarks.keys() & set(coded.cells):
        intake.note(reader.remarks[cell], coded.count(cell))
    parsed = coded.spread(
        [value if isinstance(value, float | int) else None for value in read], pa.float64()
    )
    if any(isinstance(value, Bad) for value in read):
        why = coded.spread(
            [value.reason if isinstance(value, Bad) else None for value in read], pa.string()
        )
        texts = pc.replace_with_mask(pa.nulls(len(cells), pa.string()), odd, why)
        reasons.give(pc.is_valid(texts), texts)
    reader.clear()
    return pc.replace_with_mask(values, odd, parsed)


def lowered(cells: Column, exactly: Any) -> Column:
    """Return the cells in lower case; `exactly` handles those beyond ASCII."""
    lowered = pc.ascii_lower(cells)
    foreign = pc.invert(pc.string_is_ascii(cells))
    if not pc.any(foreign).as_py():
        return lowered
    return pc.replace_with_mask(
        lowered, foreign, pa.array(map(exactly, cells.filter(foreign).to_pylist()), pa.string())
    )


def _sanitised(cells: Column) -> Column:
    """Return sanitised texts that are safe to output."""
    trimmed = pc.utf8_trim_whitespace(cells)
    odd = pc.invert(pc.match_substring_regex(trimmed, HARMLESS))
    return pc.replace_with_mask(
        trimmed, odd, pa.array(map(safe, trimmed.filter(odd).to_pylist()), pa.string())
    )


def _totals(cells: Column) -> Any:
    trimmed = pc.utf8_lower(pc.utf8_trim(cells, TOTAL_TRIM))
    return pc.is_in(trimmed, pa.array(sorted(aliases().totals), pa.string()))


def _handles(networks: _Coded, accounts: Column, stem: str) -> Column:
    """Return the folded names that identify a person's accounts on one network."""
    handles = pc.utf8_trim_whitespace(accounts)
    handles = pc.if_else(pc.starts_with(handles, "@"), pc.utf8_slice_codeunits(handles, 1), handles)
    alone = networks.spread([account_of(cell, "", stem)[1] for cell in networks.cells], pa.string())
    before = networks.spread(
        [account_of(cell, "-", stem)[1].removesuffix("-") for cell in networks.cells], pa.string()
    )
    return lowered(
        pc.if_else(pc.equal(handles, ""), alone, pc.binary_join_element_wise(before, handles, "")),
        folded,
    )
