"""Tables of accounts with many people, CSV or Parquet: usable rows, and the ledger of all others.

The rules are those of the accounts table. A person who refuses consent in one row is left out
entirely; of several rows of one account the first is used.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.intake import EXAMPLES_KEPT, Bad
from klout_cli.files.table import label
from klout_cli.importers.accounts_table import (
    NO_CONSENT,
    NO_POSTS,
    NUMBERS,
    RATES,
    RECEIVED,
    TOTAL,
    TWICE,
    UNCLEAR,
    agreed,
    number_column,
    person_key,
)
from klout_cli.person.topics import folded
from klout_cli.population.cells import Rules, Sheet, Source, open_sheets
from klout_cli.population.engine import Engine
from klout_cli.population.readings import (
    ASCII,
    PERSON,
    Cell,
    Numbers,
    Readings,
    Text,
    plain_text,
    read_text,
)
from klout_cli.population.sql import alias_columns, literal, text
from klout_cli.results import LedgerRow
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import (
    Synonyms,
    column_names,
    is_total,
    networks,
    table_columns,
)
from klout_cli.values.handles import account_of
from klout_cli.values.reading import Reading

NO_PERSON = N_("no person")
REMEDY = Message("name the columns person, network, account, followers … (klout rank --help)")
ACCOUNT = ("key", "network", "account")
USED = ("cohort", "key", "person", "network", *NUMBERS)


class Choice(Struct, frozen=True):
    """Whom to rank: rows with these (column, value), grouped by the column `by`."""

    by: str = ""
    where: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns as they are named on the command line."""
        return *filter(None, [self.by]), *(name for name, _ in self.where)


class Population(Struct, frozen=True):
    """Many people's accounts in the view `accounts`, a row each with the columns of `USED`.

    `refused` people are left out of it.
    """

    ledger: tuple[LedgerRow, ...]
    refused: int


def read_accounts(
    engine: Engine, sources: Sequence[Source], reading: Reading, choice: Choice
) -> Population:
    """Create the view `accounts` from all files.

    Raises InputError for a file that isn't such a table, AccessError for an unreadable one.
    """
    columns = _Columns(choice, reading)
    rules = Rules(columns.names, ("person", *NUMBERS), columns.known, reading, REMEDY)
    sheets = open_sheets(engine, "cells", sources, rules)
    for sheet in sheets:
        columns.refuse_missing(sheet)
    readings = Readings(engine, "cells", sheets, columns.readings(), reading.decimal)
    engine.create("staged", columns.rows(readings))
    _judge(engine)
    received = " OR ".join(f"{name} > 0" for name in RECEIVED)
    contradictions = f"""SELECT file, count(*) FROM judged
        WHERE reason IS NULL AND posts = 0 AND ({received}) GROUP BY file"""
    for file, rows in engine.rows(contradictions):
        readings.notes[file][NO_POSTS] = rows
    ((refused,),) = engine.rows("SELECT count(*) FROM refusing")
    return Population(ledger_of(engine, "judged", sheets, readings), refused)


def _judge(engine: Engine) -> None:
    """Create the views `judged` and `accounts`: what takes several rows to decide."""
    engine.create("refusing", "SELECT DISTINCT key FROM staged WHERE refuses AND key <> ''")
    stays = f"refusing.key IS NULL OR COALESCE(reason = {text(TOTAL)}, FALSE)"
    names = ("file", "row", "line", "rows", "wanted", "account", *USED)
    listed = ", ".join(f"staged.{name}" for name in names)
    consenting = f"""SELECT {listed},
            CASE WHEN {stays} THEN reason ELSE {text(NO_CONSENT)} END AS reason
        FROM staged LEFT JOIN refusing ON staged.key = refusing.key"""
    engine.view("consenting", consenting)
    same = ", ".join(ACCOUNT)
    engine.create(
        "again",
        f"""SELECT file, row FROM (
            SELECT file, row, row_number() OVER (PARTITION BY {same} ORDER BY file, row) AS place
            FROM consenting JOIN (SELECT {same} FROM consenting WHERE reason IS NULL
                GROUP BY {same} HAVING count(*) > 1) AS several USING ({same})
            WHERE reason IS NULL) AS repeated WHERE place > 1""",
    )
    listed = ", ".join(f"consenting.{name}" for name in names)
    engine.view(
        "judged",
        f"""SELECT {listed},
            CASE WHEN again.row IS NULL THEN reason ELSE {text(TWICE)} END AS reason
        FROM consenting LEFT JOIN again
            ON again.file = consenting.file AND again.row = consenting.row""",
    )
    used = ", ".join(USED)
    engine.view("accounts", f"SELECT {used} FROM judged WHERE reason IS NULL AND wanted")


class _Columns:
    """The columns of tables of accounts, as cells and as typed values."""

    def __init__(self, choice: Choice, reading: Reading) -> None:
        self.choice = choice
        self.reading = reading
        known = _name_persons(column_names(reading.aliases))
        names = {word: name for name in reversed(list(known)) for word in (*known[name], name)}
        self.options = {
            name: names.get(label(name)) or f"option_{place}"
            for place, name in enumerate(choice.columns)
        }
        fixed = ("person", "network", "account", "consent", *NUMBERS)
        self.names = tuple(dict.fromkeys((*fixed, *self.options.values())))

    def known(self, source: Source) -> Synonyms:
        """Return what a file calls the columns."""
        known = _name_persons(table_columns(source.member, self.reading))
        options = {
            option: frozenset([label(name)])
            for name, option in self.options.items()
            if option not in known
        }
        return {**known, **options}

    def refuse_missing(self, sheet: Sheet) -> None:
        """Raise InputError if a file lacks the persons or a chosen column."""
        where = sheet.source.where
        if "person" not in sheet.names:
            raise InputError(Message("there is no column of persons"), where, REMEDY)
        for name, option in self.options.items():
            if option not in sheet.names:
                raise _no_column(name, sheet)

    def readings(self) -> dict[str, Numbers | Text]:
        """Return how each column is read."""
        columns: dict[str, Numbers | Text] = {
            name: Numbers(partial(number_column, name), name in RATES) for name in NUMBERS
        }
        ids = sorted({id for id in networks().values() if account_of(id, "", "") == (id, id)})
        texts = dict.fromkeys(self.options.values(), Text(PERSON, read_text)) | {
            "person": Text(PERSON, read_text),
            "account": Text(plain_text(ASCII), _read_account),
            "network": Text("|".join(ids), _read_network),
            "consent": Text("yes|no", self._read_consent),
        }
        return {name: columns.get(name) or texts[name] for name in self.names}

    def rows(self, readings: Readings) -> str:
        """Return a query of all rows with typed values."""
        refuses = f"COALESCE({readings.of('consent', 'flag')}, cells.consent = 'no', FALSE)"
        by = self.options.get(self.choice.by, "")
        cohort = _network(readings) if by == "network" else readings.shown(by) if by else "''"
        fields = {
            **{name: f"cells.{name}" for name in ("file", "row", "line", "rows")},
            "reason": f"CASE {' '.join(self._reasons(readings, refuses))} END",
            "cohort": cohort,
            "key": readings.key("person"),
            "person": readings.shown("person"),
            "network": _network(readings),
            "account": _account(readings),
            "refuses": refuses,
            "wanted": self._wanted(readings),
            **{name: readings.number(name) for name in NUMBERS},
        }
        return f"SELECT {alias_columns(fields)} FROM {readings.joined}"

    def _reasons(self, readings: Readings, refuses: str) -> Iterator[str]:
        """Yield why a row is not used; the first reason wins."""
        yield "WHEN cells.reason IS NOT NULL THEN cells.reason"
        totals = map(readings.is_total, ("person", "account"))
        for total in (*totals, readings.of("network", "flag")):
            yield f"WHEN {total} THEN {text(TOTAL)}"
        yield f"WHEN {refuses} THEN {text(NO_CONSENT)}"
        for name in NUMBERS:
            reason = readings.of(name, "reason")
            yield f"WHEN {reason} IS NOT NULL THEN {reason}"
            if name in RATES:
                low, high = RATES[name]
                why = Message("{name} outside {low} to {high}", name=name, low=low, high=high)
                too_great = f"{readings.number(name)} > {literal(high)}"
                yield f"WHEN {too_great} THEN {text(readings.reason(why))}"
        yield f"WHEN {readings.of('consent', 'reason')} IS NOT NULL THEN {text(UNCLEAR.reason)}"
        yield f"WHEN {readings.shown('person')} = '' THEN {text(NO_PERSON)}"

    def _wanted(self, readings: Readings) -> str:
        conditions = ["TRUE"]
        for name, value in self.choice.where:
            key, searched = readings.key(self.options[name]), person_key(value)
            if self.options[name] == "network":
                key = f"lower({_network(readings)})"
                searched = person_key(account_of(value, "", "")[0])
            conditions.append(f"{key} = {text(searched)}")
        return " AND ".join(conditions)

    def _read_consent(self, source: Source, cell: str) -> Cell:
        answer = agreed(cell, self.reading.latest)
        return Cell(reason=answer.reason) if isinstance(answer, Bad) else Cell(flag=answer is False)


def _name_persons(known: Synonyms) -> Synonyms:
    """Return column names with those of a person's name as `person`."""
    return {**known, "person": known["person"] | known["name"], "name": frozenset()}


def _no_column(name: str, sheet: Sheet) -> InputError:
    headers = {label(column): column.strip() for column in sheet.header if label(column)}
    close = get_close_matches(label(name), {*headers, *sheet.names}, 1)
    remedy = (
        Message("did you mean {name}?", name=headers.get(close[0], close[0]))
        if close
        else Message("one of: {names}", names=", ".join(headers.values()))
    )
    return InputError(Message("there is no column {name!r}", name=name), sheet.source.where, remedy)


def _read_account(source: Source, cell: str) -> Cell:
    return Cell(key=folded(cell.strip().removeprefix("@")), flag=is_total(cell))


def _read_network(source: Source, cell: str) -> Cell:
    """Read a network; a handle there begins with `reason`, and is `key` where it is blank."""
    network, alone = account_of(cell, "", source.stem)
    prefix = account_of(cell, "-", "")[1].removesuffix("-")
    return Cell(reason=folded(prefix), shown=network, key=folded(alone), flag=is_total(cell))


def _network(readings: Readings) -> str:
    return f"COALESCE({readings.of('network', 'shown')}, NULLIF(cells.network, ''), 'other')"


def _account(readings: Readings) -> str:
    """Return the folded name that identifies a person's account on one network."""
    bare = (
        "CASE WHEN substr(cells.account, 1, 1) = '@' THEN substr(cells.account, 2)"
        " ELSE cells.account END"
    )
    handle = f"COALESCE({readings.of('account', 'key')}, lower({bare}), '')"
    alone = f"COALESCE({readings.of('network', 'key')}, NULLIF(cells.network, ''), cells.stem)"
    prefix = f"COALESCE({readings.of('network', 'reason')}, '')"
    return f"CASE WHEN {handle} = '' THEN {alone} ELSE concat({prefix}, {handle}) END"


def ledger_of(
    engine: Engine, judged: str, sheets: Sequence[Sheet], readings: Readings
) -> tuple[LedgerRow, ...]:
    """Return what became of every file's rows, with the first unused ones."""
    read: defaultdict[int, int] = defaultdict(int)
    first: dict[int, int] = {}
    reasons: defaultdict[int, dict[str, int]] = defaultdict(dict)
    counted = engine.rows(
        f"SELECT file, reason, CAST(sum(rows) AS BIGINT), min(row) FROM {judged} "
        "GROUP BY file, reason"
    )
    for file, reason, rows, start in sorted(counted, key=lambda row: (-row[2], row[1] or "")):
        read[file] += rows
        first[file] = min(start, first.get(file, start))
        if reason:
            reasons[file][readings.reason(reason)] = rows
    examples: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for file, row, line, rows, reason in _examples(engine, judged):
        above = 2 if sheets[file].layout.format == "csv" else 1
        start = row - first[file] + above if line is None else line
        place = str(start) if rows == 1 else f"{start} to {start + rows - 1}"
        examples[file].append((place, readings.reason(reason)))
    return tuple(
        LedgerRow(
            sheet.source.where,
            read[file],
            read[file] - sum(reasons[file].values()),
            sum(reasons[file].values()),
            reasons[file],
            readings.notes[file],
            tuple(examples[file]),
        )
        for file, sheet in enumerate(sheets)
    )


def _examples(engine: Engine, judged: str) -> Iterable[tuple[int, int, int | None, int, str]]:
    """Return each file's first unused rows."""
    return engine.rows(f"""
        SELECT file, row, line, rows, reason FROM (
            SELECT file, row, line, rows, reason,
                row_number() OVER (PARTITION BY file ORDER BY row) AS place
            FROM {judged} WHERE reason IS NOT NULL
        ) AS skipped WHERE place <= {EXAMPLES_KEPT} ORDER BY file, row""")
