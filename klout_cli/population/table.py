"""Tables of accounts with many people, CSV or Parquet, as rows for an engine, by the rules of the accounts table (interface §4).

A row is an account, a row that cannot be used with its reason, or a remark with the number of rows
it is about. What takes more than one row to know (refused consent, the same account twice) is left
to the engine.
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
"""What every row carries, so that an engine can count what became of it."""
SCHEMA = pa.schema(
    [
        *COUNTED,
        *((name, pa.string()) for name in ("key", "person", "network", "account", "group")),
        *((name, pa.bool_()) for name in ("refuses", "wanted")),
        *((name, pa.float64()) for name in NUMBERS),
    ]
)
"""`key` is what rows of one person share, `account` the folded handle; unknown numbers are null."""


class Choice(Struct, frozen=True):
    """Whom to rank: rows with these values (column, value), in groups of one column's values ("" for a single group)."""

    by: str = ""
    where: tuple[tuple[str, str], ...] = ()


def _no_column(name: str, sheet: Sheet, where: str) -> InputError:
    written = {label(column): column.strip() for column in sheet.written if label(column)}
    close = get_close_matches(label(name), {*written, *sheet.names}, 1)
    meant = (
        f"did you mean {written.get(close[0], close[0])}?"
        if close
        else f"one of: {', '.join(written.values())}"
    )
    return InputError(f"no column {name!r}", where, meant)


class Rows:
    """Reads one file.

    Raises InputError for a file that is no such table, AccessError for one that cannot be read.
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
            name: frozenset([name]) for name in map(label, self._asked()) if not _named(name, known)
        }

    def _asked(self) -> list[str]:
        return [*filter(None, [self.choice.by]), *(name for name, _ in self.choice.where)]

    def __iter__(self) -> Iterator[Any]:
        """Yield record batches of SCHEMA.

        Each file is read twice, because a column's decimal mark may be settled by its last cell.
        """
        readers = self._decided()
        intake = Faults(self.source.where)
        for cells in self._sheet(intake).blocks:
            yield self._batch(cells, readers, intake)
            yield from told(self.source.number, intake, SCHEMA)
        yield from told(self.source.number, intake, SCHEMA)

    def _sheet(self, intake: Faults) -> Sheet:
        sheet = open_sheet(
            self.source, intake, self.known, ("person", *NUMBERS), self.reading, REMEDY
        )
        if "person" not in sheet.names:
            raise InputError("no column of persons", self.source.where, REMEDY)
        for name in self._asked():
            if _named(label(name), self.known) not in sheet.names:
                raise _no_column(name, sheet, self.source.where)
        return sheet

    def _decided(self) -> dict[str, Reader]:
        """Decide about each column of numbers from the few cells of it that tell something."""
        sheet = self._sheet(Faults(self.source.where))
        telling: dict[str, dict[str, str]] = {name: {} for name in NUMBERS if name in sheet.names}
        for cells in sheet.blocks:
            for name in telling.keys() - sheet.typed:
                telling_cells(cells.columns[name], telling[name])
        preferred = {name: "." if name in sheet.typed else self.reading.decimal for name in telling}
        return {
            name: number_column(name, evidence(found), preferred[name], self.source.where)
            for name, found in telling.items()
        }

    def _batch(self, cells: Cells, readers: Mapping[str, Reader], intake: Faults) -> Any:
        count = len(cells.lines)
        blank = pa.array([""] * count, pa.string())
        column = {
            name: cells.columns.get(name, blank)
            for name in ("person", "network", "account", "consent")
        }
        person = _shown(column["person"])
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
        found = {
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
            "group": self._asked_for(self.choice.by, cells, named) if self.choice.by else blank,
            "refuses": refuses,
            "wanted": self._wanted(cells, named),
            **found,
        }
        return _filled(fields, count)

    def _asked_for(self, name: str, cells: Cells, named: Mapping[str, Column]) -> Column:
        canonical = _named(label(name), self.known)
        return named[canonical] if canonical in named else _shown(cells.columns[canonical])

    def _wanted(self, cells: Cells, named: Mapping[str, Column]) -> Any:
        wanted = pa.array([True] * len(cells.lines), pa.bool_())
        for name, value in self.choice.where:
            is_network = _named(label(name), self.known) == "network"
            asked = account_of(value, "", "")[0] if is_network else value.strip()
            wanted = pc.and_(
                wanted,
                pc.equal(
                    lowered(self._asked_for(name, cells, named), person_key), person_key(asked)
                ),
            )
        return wanted


def _named(written: str, known: Synonyms) -> str:
    """Return the canonical name of a column that is asked for by a label; "" where it has none."""
    return next(
        (name for name, synonyms in known.items() if written == name or written in synonyms), ""
    )


class _Coded:
    """A column of cells that recur: its different cells, each looked at once."""

    def __init__(self, column: Column) -> None:
        coded = column.dictionary_encode()
        self.cells: list[str] = coded.dictionary.to_pylist()
        self._rows = coded.indices

    def spread(self, values: Sequence[Any], kind: Any) -> Any:
        """Return one value a row, given one for each different cell."""
        return pa.array(values, kind).take(self._rows)

    def count(self, cell: str) -> int:
        """Count the rows of a cell."""
        return int(pc.sum(pc.equal(self._rows, self.cells.index(cell))).as_py())


class Reasons:
    """Why a row is not used: the first reason that is given stays."""

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


def told(file: int, intake: Faults, schema: Any) -> Iterator[Any]:
    """Yield what the intake has collected as rows of their own, and forget it."""
    rows = [{"line": line, "rows": count, "reason": reason} for line, count, reason in intake.bad]
    rows += [{"rows": count, "note": note} for note, count in intake.notes.items()]
    intake.bad.clear()
    intake.notes.clear()
    if rows:
        yield pa.RecordBatch.from_pylist([{"file": file, **row} for row in rows], schema)


def _plain(cells: Column) -> Any:
    """Tell whole numbers in plain digits, which mean the same whatever the decimal mark."""
    return pc.and_(pc.ascii_is_decimal(cells), pc.less_equal(pc.binary_length(cells), MOST_DIGITS))


def telling_cells(cells: Column, telling: dict[str, str]) -> None:
    """Keep the first cell of each sort that `number_column` decides by: with a settled mark, with a comma, with and without percent."""
    plain = _plain(cells)
    if "number" not in telling and pc.any(plain).as_py():
        telling["number"] = cells.filter(plain)[0].as_py()
    odd = pc.unique(cells.filter(pc.invert(plain)))
    for sort, mark in (("comma", ","), ("percent", "%")):
        if sort not in telling and (found := odd.filter(pc.match_substring(odd, mark))):
            telling[sort] = found[0].as_py()
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
    """Return what `telling_cells` kept, in the order in which it settles a column."""
    return [telling[sort] for sort in SORTS if sort in telling]


def numbers(cells: Column, reader: Reader, reasons: Reasons, intake: Faults) -> Any:
    """Read a column of numbers: plain ones at once, every other different cell by the reader.

    Unknown and unusable are null.
    """
    simple = _plain(cells)
    if reader["0.5"] == 0.5:
        simple = pc.or_(simple, pc.match_substring_regex(cells, DECIMAL))
    values = pc.if_else(simple, cells, None).cast(pa.float64())
    highest = pc.max(values).as_py() or 0.0
    if isinstance(reader[f"{math.ceil(highest)}"], Bad):  # above what a rate can be
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
    found = coded.spread(
        [value if isinstance(value, float | int) else None for value in read], pa.float64()
    )
    if any(isinstance(value, Bad) for value in read):
        why = coded.spread(
            [value.reason if isinstance(value, Bad) else None for value in read], pa.string()
        )
        texts = pc.replace_with_mask(pa.nulls(len(cells), pa.string()), odd, why)
        reasons.give(pc.is_valid(texts), texts)
    reader.clear()
    return pc.replace_with_mask(values, odd, found)


def lowered(cells: Column, exactly: Any) -> Column:
    """Return the cells without case; `exactly` is what does it beyond ASCII."""
    lowered = pc.ascii_lower(cells)
    foreign = pc.invert(pc.string_is_ascii(cells))
    if not pc.any(foreign).as_py():
        return lowered
    return pc.replace_with_mask(
        lowered, foreign, pa.array(map(exactly, cells.filter(foreign).to_pylist()), pa.string())
    )


def _shown(cells: Column) -> Column:
    """Return texts as they may leave this program (reliability T)."""
    trimmed = pc.utf8_trim_whitespace(cells)
    odd = pc.invert(pc.match_substring_regex(trimmed, HARMLESS))
    return pc.replace_with_mask(
        trimmed, odd, pa.array(map(safe, trimmed.filter(odd).to_pylist()), pa.string())
    )


def _totals(cells: Column) -> Any:
    trimmed = pc.utf8_lower(pc.utf8_trim(cells, TOTAL_TRIM))
    return pc.is_in(trimmed, pa.array(sorted(aliases().totals), pa.string()))


def _handles(networks: _Coded, accounts: Column, stem: str) -> Column:
    """Return what tells accounts of one person and network apart (`account_of`), folded."""
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
