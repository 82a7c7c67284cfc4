"""Tables of accounts with many people, CSV or Parquet: the rules of the accounts table, by column (interface §4; reliability N, C, Q)."""

import io
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.importers.accounts_table import COUNTS, NO_CONSENT, RATES, TOTAL, TWICE, UNCLEAR, agreed, number_column, person_key
from klout_cli.importers.aliases import TOTAL_TRIM, Synonyms, account_of, aliases, is_total, networks, refuse_doubles, table_columns
from klout_cli.importers.container import Limits, Member, open_container
from klout_cli.importers.interface import Reading
from klout_cli.importers.table import header_names, open_table
from klout_cli.profile.rows import Bad, Intake
from klout_cli.profile.topics import folded
from klout_cli.results import LedgerRow

BLOCK = 256
NUMBERS = (*COUNTS, *RATES)
PARQUET = b"PAR1"
NO_PERSON = "no person"
WORDS = ("person", "account")
REMEDY = "name the columns: person, network, account, followers … (klout rank --help)"

Mask: TypeAlias = npt.NDArray[np.bool_]
Texts: TypeAlias = "pd.Series[str]"


class Population(Struct, frozen=True):
    """Many people's accounts. `frame` has a row an account: person (its place in `names`), network (id), and NUMBERS, NaN is unknown."""

    frame: pd.DataFrame
    names: Texts
    ledger: tuple[LedgerRow, ...]


class Words:
    """A column of mostly different cells: names and handles."""

    def __init__(self) -> None:
        self._blocks: list[pa.Array] = []

    def add(self, cells: Sequence[str]) -> None:
        """Take the cells of some rows."""
        self._blocks.append(pa.array(cells, pa.large_string()))

    @property
    def series(self) -> Texts:
        """Return all cells."""
        return pd.Series(pa.chunked_array(self._blocks, pa.large_string()), dtype="str")


class Coded(dict[str, int]):
    """A column of cells that recur: its different cells, numbered as they first appear, and the number of each row's cell.

    `typed` columns come from a file that knows numbers: their decimal mark is the point.
    """

    def __init__(self, typed: bool = False) -> None:
        super().__init__()
        self.typed = typed
        self._rows = array("i")

    def __missing__(self, cell: str) -> int:
        number = self[cell] = len(self)
        return number

    def add(self, cells: Iterable[str]) -> None:
        """Take the cells of some rows."""
        self._rows.extend(map(self.__getitem__, cells))

    def spread(self, values: Iterable[Any], kind: Any) -> npt.NDArray[Any]:
        """Return one value a row, given one value for each different cell."""
        return np.array([*values], dtype=kind)[np.frombuffer(self._rows, dtype=np.intc)] if self._rows else np.zeros(0, dtype=kind)

    def occurrences(self, cell: str) -> int:
        """Count the rows of a cell."""
        return self._rows.count(self[cell])


class Sheet(Struct):
    """One file: persons and accounts as written, its other columns, and the line (Parquet: the row) of each of its rows."""

    where: str
    stem: str
    lines: npt.NDArray[np.int64]
    words: dict[str, Texts]
    columns: dict[str, Coded]

    def column(self, name: str) -> Coded:
        """Return a column; blank cells where the file has none."""
        if name not in self.columns:
            self.columns[name] = Coded()
            self.columns[name].add([""] * len(self.lines))
        return self.columns[name]


def read(paths: Sequence[Path], reading: Reading, limits: Limits | None = None) -> Population:
    """Read tables of accounts. A person who refuses consent in one row is left out with all of them.

    Raises InputError for a file that is no such table, AccessError for one that cannot be read.
    """
    members = [member for path in paths for container in open_container(path, limits) for member in container.members]
    intakes = [Intake(member.where) for member in members]
    sheets = [_sheet(member, intake, reading) for member, intake in zip(members, intakes, strict=True)]
    persons, names = _people(sheets)
    refusing = {int(person) for sheet, rows in zip(sheets, persons, strict=True) for person in rows[_refused(sheet, reading)]}
    nobody = set(np.flatnonzero(names == "").tolist())
    frames = []
    for sheet, rows, intake in zip(sheets, persons, intakes, strict=True):
        frames.append(_used(sheet, rows, intake, refusing - nobody, nobody, reading))
    frame = pd.concat(frames, keys=range(len(frames)), names=["file", "line"])
    twice = _twice(frame, [sheet.stem for sheet in sheets])
    for file, line in twice:
        intakes[file].skip(line, TWICE)
    frame = frame.drop(index=twice) if twice else frame
    for file, intake in enumerate(intakes):
        intake.use(int((frame.index.get_level_values("file") == file).sum()))
    frame = frame.drop(columns=["named", "account"]).reset_index(drop=True)
    return Population(frame, names, tuple(intake.ledger() for intake in intakes))


def _sheet(member: Member, intake: Intake, reading: Reading) -> Sheet:
    known = table_columns(member, reading)
    known = {**known, "person": known["person"] | known["name"], "name": frozenset()}
    sheet = _parquet(member, known) if member.head(len(PARQUET)) == PARQUET else _csv(member, intake, known, reading.encoding)
    if "person" not in sheet.words:
        raise InputError("no column of persons", member.where, REMEDY)
    sheet.words.setdefault("account", pd.Series("", index=sheet.words["person"].index, dtype="str"))
    return sheet


def _csv(member: Member, intake: Intake, known: Synonyms, encoding: str) -> Sheet:
    table = open_table(member, intake, known, (), encoding)
    if table is None:
        raise InputError("no header with known columns", member.where, REMEDY)
    refuse_doubles(table.header, known, ("person", *NUMBERS), member.where)
    columns: dict[str, Words | Coded] = {name: Words() if name in WORDS else Coded() for name in table.columns}
    lines = array("q")
    while block := list(islice(table.rows, BLOCK)):
        rows = []
        for line, cells in block:
            if isinstance(cells, Bad):
                intake.skip(line, cells.reason)
            else:
                lines.append(line)
                rows.append(cells)
        by_column = list(zip(*rows, strict=True))
        for name, index in table.columns.items():
            columns[name].add(by_column[index] if rows else ())
    return Sheet(
        where=member.where,
        stem=PurePosixPath(member.name).stem,
        lines=np.array(lines, dtype=np.int64),
        words={name: column.series for name, column in columns.items() if isinstance(column, Words)},
        columns={name: column for name, column in columns.items() if isinstance(column, Coded)},
    )


def _parquet(member: Member, known: Synonyms) -> Sheet:
    try:
        frame = pd.read_parquet(io.BytesIO(member.read()))
    except (OSError, ValueError, NotImplementedError) as fault:
        raise InputError("damaged Parquet", member.where, "write it again") from fault
    header = [str(name) for name in frame.columns]
    refuse_doubles(header, known, ("person", *NUMBERS), member.where)
    found = {name: frame.iloc[:, indexes[0]].reset_index(drop=True) for name, indexes in header_names(header, known).items()}
    return Sheet(
        where=member.where,
        stem=PurePosixPath(member.name).stem,
        lines=np.arange(1, len(frame) + 1),
        words={name: _texts(found[name]) for name in WORDS if name in found},
        columns={name: _coded(column) for name, column in found.items() if name not in WORDS},
    )


def _texts(column: "pd.Series[Any]") -> Texts:
    """Return a typed column as cells: missing values are blank, numbers and dates as Python writes them."""
    return column.map(str, na_action="ignore").astype(object).fillna("").astype("str")


def _coded(column: "pd.Series[Any]") -> Coded:
    numbers, cells = pd.factorize(_texts(column))
    coded = Coded(typed=pd.api.types.is_numeric_dtype(column))
    coded.add(np.asarray(cells, dtype=object)[numbers].tolist())
    return coded


def _people(sheets: Sequence[Sheet]) -> tuple[list[npt.NDArray[np.int64]], Texts]:
    """Return the number of each row's person, for each file, and their names as first written."""
    written = pd.concat([sheet.words["person"] for sheet in sheets], ignore_index=True).str.strip()
    keys = written.str.lower()
    foreign = ~written.str.isascii()
    keys[foreign] = written[foreign].map(person_key)
    numbers, _ = pd.factorize(keys)
    borders = np.cumsum([len(sheet.lines) for sheet in sheets])[:-1]
    return np.split(numbers.astype(np.int64), borders), written[~keys.duplicated()].reset_index(drop=True)


def _refused(sheet: Sheet, reading: Reading) -> Mask:
    consent = sheet.column("consent")
    return consent.spread((agreed(cell, reading.latest) is False for cell in consent), bool)


def _used(
    sheet: Sheet, persons: npt.NDArray[np.int64], intake: Intake, refusing: set[int], nobody: set[int], reading: Reading
) -> pd.DataFrame:
    """Skip and count what cannot be used, with the reasons and in the order of the accounts table, and return the rest by line."""
    network, consent = sheet.column("network"), sheet.column("consent")
    reasons = np.full(len(persons), "", dtype=object)

    def give(mask: Mask, reason: str) -> None:
        reasons[mask & (reasons == "")] = reason

    for words in sheet.words.values():
        give(words.str.strip(TOTAL_TRIM).str.lower().isin(aliases().totals).to_numpy(bool), TOTAL)
    give(network.spread(map(is_total, network), bool), TOTAL)
    give(_refused(sheet, reading) | np.isin(persons, [*refusing]), NO_CONSENT)
    numbers = {name: _numbers(sheet, name, intake, give, reading) for name in NUMBERS}
    give(consent.spread((isinstance(agreed(cell, reading.latest), Bad) for cell in consent), bool), UNCLEAR.reason)
    give(np.isin(persons, [*nobody]), NO_PERSON)
    used = reasons == ""
    for row in np.flatnonzero(~used):
        intake.skip(int(sheet.lines[row]), reasons[row])
    ids = sorted(set(networks().values()))
    numbered = network.spread((ids.index(account_of(cell, "", "")[0]) for cell in network), np.int64)
    frame: dict[str, Any] = {
        "person": persons[used],
        "network": pd.Categorical.from_codes(numbered[used], pd.Index(ids)),
        "named": network.spread(network, object)[used],
        "account": sheet.words["account"][used].array,
    }
    for name in NUMBERS:
        frame[name] = numbers.pop(name)[used]
    return pd.DataFrame(frame, index=sheet.lines[used])


def _numbers(sheet: Sheet, name: str, intake: Intake, give: Callable[[Mask, str], None], reading: Reading) -> npt.NDArray[np.float64]:
    """Read a column of numbers, each different cell once; unknown and unusable are NaN."""
    column = sheet.column(name)
    read = number_column(name, column, "." if column.typed else reading.decimal, sheet.where)
    values = [read[cell] for cell in column]
    for cell, what in read.remarks.items():
        intake.note(what, column.occurrences(cell))
    for reason in sorted({value.reason for value in values if isinstance(value, Bad)}):
        give(column.spread((isinstance(value, Bad) and value.reason == reason for value in values), bool), reason)
    del sheet.columns[name]
    return column.spread((value if isinstance(value, float | int) else np.nan for value in values), np.float64)


def _twice(frame: pd.DataFrame, stems: Sequence[str]) -> list[tuple[int, int]]:
    """Return (file, line) of rows that name an account again; handles are compared only where person and network recur."""
    seen: set[tuple[int, str, str]] = set()
    twice = []
    again = frame[frame.duplicated(["person", "network"], keep=False)]
    for (file, line), person, named, account in zip(again.index, again["person"], again["named"], again["account"], strict=True):
        network, handle = account_of(named, account, stems[file])
        key = (person, network, folded(handle))
        if key in seen:
            twice.append((file, line))
        seen.add(key)
    return twice
