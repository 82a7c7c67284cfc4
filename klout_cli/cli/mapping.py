"""What the columns of one table are: looked at, asked for, and checked (`klout map`)."""

import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typer
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.cli.output import show_blocks
from klout_cli.errors import UsageError, meant
from klout_cli.files.container import Member, open_container
from klout_cli.files.table import label
from klout_cli.files.workbook import SUFFIXES as BOOKS
from klout_cli.importers import importers_for
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.blocks import Block, Column, Facts, Lines, Table
from klout_cli.reports.show import show
from klout_cli.translation import gettext as _
from klout_cli.values.aliases import SUFFIXES, aliases, header_key
from klout_cli.values.handles import is_network
from klout_cli.values.layout import read_layout
from klout_cli.values.plain_tables import plain_tables
from klout_cli.values.reading import Reading
from klout_cli.values.row_kinds import UNCLEAR
from klout_cli.values.survey import CHECKED, ColumnSeen, survey
from klout_cli.values.tables import kind_of_table

UNREAD = "-"
ROWS = ("posts", "days")
OFFERED = (
    *("date", "time", "likes", "comments", "shares", "saves", "impressions", "reach"),
    *("followers", "posts", "text", "url", "id", "kind", "network", "account"),
    *("person", "name", "reputation", "expertise"),
)
WIDTH = 24
"""Characters of an example."""


class SurveyedTable(Struct, frozen=True):
    """One table of a file, its columns, and how it is read now."""

    file: Path
    member: Member
    reading: Reading
    columns: Sequence[ColumnSeen]

    @property
    def key(self) -> str:
        """The header's name in settings."""
        return header_key(column.name for column in self.columns)

    def read_by(self, mapping: Mapping[str, str]) -> "SurveyedTable":
        """Return the table as it is read by a mapping alone."""
        return replace(self, reading=replace(self.reading, tables={self.key: mapping}))

    def has_unclear_rows(self) -> bool:
        """Return whether a row may be a post or the sum of a day."""
        layout = read_layout(self.member, self.reading)
        return layout is not None and layout.rows == UNCLEAR


def survey_table(file: Path, reading: Reading) -> SurveyedTable:
    """Look at the only table in a file.

    Raises UsageError for anything else, and for tables that need no mapping.
    """
    members = [member for container in open_container(file) for member in container.members]
    tables = plain_tables(members[0], reading) if len(members) == 1 else ()
    if not tables:
        endings = ", ".join((*SUFFIXES, *BOOKS))
        remedy = _("give one file that ends with {endings}", endings=endings)
        raise UsageError(_("This isn't a single table."), str(file), remedy)
    for importer in importers_for(members):
        if importer.network != "table" and importer.identify(members, reading):
            raise UsageError(
                _("This is an export of {network}, and read as such.", network=importer.network),
                str(file),
                _("klout inspect {file} shows what's in it", file=str(file)),
            )
    return SurveyedTable(file, tables[0], reading, survey(tables[0], reading))


# What a command says of the columns


def check_settings(*, rows: str, network: str, account: str) -> dict[str, str]:
    """Return what holds for a whole table; raises UsageError for an unknown kind of rows."""
    if rows and rows not in ROWS:
        raise UsageError(_("There is no such kind of rows."), f"--rows {rows}", meant(rows, ROWS))
    if network and not is_network(network):
        remedy = meant(network, list(aliases().networks))
        raise UsageError(_("klout doesn't know this network."), f"--network {network}", remedy)
    given = {"rows": rows, "network": network, "account": account}
    return {name: value for name, value in given.items() if value}


def parse_mapping(pairs: Sequence[str], columns: Sequence[ColumnSeen]) -> dict[str, str]:
    """Return meaning -> column, from --set and from the columns that are known.

    Raises UsageError for an unknown column or meaning.
    """
    labels = {label(column.name): column.name for column in columns}
    known_meanings = {meaning: meaning for meaning in (*aliases().columns, UNREAD)}
    meanings: dict[str, str] = {}
    for pair in pairs:
        name, _mark, meaning = pair.rpartition("=")
        meaning = meaning.strip().lower()
        meaning = _look_up(meaning, known_meanings, _("A column can't be this."), pair)
        column = _look_up(label(name), labels, _("The table has no such column."), pair)
        meanings[column] = meaning
    mapping: dict[str, str] = {}
    for column, meaning in meanings.items():
        if meaning in mapping:
            raise UsageError(
                _("Two columns are {meaning}.", meaning=meaning),
                f"--set {mapping[meaning]}={meaning} --set {column}={meaning}",
                _("a table has one of each"),
            )
        if meaning != UNREAD:
            mapping[meaning] = column
    known = {
        column.meaning: column.name
        for column in columns
        if column.known and column.name not in meanings
    }
    return known | mapping


def _look_up(name: str, known: Mapping[str, str], message: str, pair: str) -> str:
    if name not in known:
        raise UsageError(message, f"--set {pair}", meant(name, dict(known)))
    return known[name]


def check_mapping(table: SurveyedTable, mapping: Mapping[str, str]) -> list[str]:
    """Return how many dates and counts can be read.

    Raises UsageError for a header that is mapped already, for a mapping that is not enough, and
    for a column of other values.
    """
    if table.key in table.reading.tables:
        raise UsageError(
            _("This header is mapped already."),
            table.key,
            _("change it in klout.yaml, under tables; klout config show says in which one"),
        )
    lines = list(_check_cells(table, mapping))
    mapped = table.read_by(mapping)
    if mapped.has_unclear_rows():
        raise UsageError(
            _("is a row of this table a post, or the sum of a day?"),
            str(table.file),
            _("add --rows posts or --rows days"),
        )
    if not kind_of_table(mapped.member, mapped.reading):
        raise UsageError(
            _("These columns are not enough."),
            ", ".join(mapping) or _("no column"),
            _(
                "posts need a date and a count, accounts a name, followers and another count, "
                "contacts a name and a reputation"
            ),
        )
    return lines


def _check_cells(table: SurveyedTable, mapping: Mapping[str, str]) -> Iterator[str]:
    """Yield how many cells of each date and count can be read; raises UsageError for none."""
    columns = {column.name: column for column in reversed(table.columns)}
    for meaning, name in mapping.items():
        column = columns.get(name)
        if column is None or meaning not in CHECKED or not column.filled:
            continue
        good = column.readable[meaning]
        if not good:
            raise UsageError(
                _("No cell of {column} can be read as {meaning}.", column=name, meaning=meaning),
                f"--set {name}={meaning}",
                _("choose another column, or - to leave it out"),
            )
        if good < column.filled or meaning == "date":
            yield _(
                "{column}: {good} of {cells} cells can be read as {meaning}",
                column=name,
                good=good,
                cells=column.filled,
                meaning=meaning,
            )


# Without a word on the columns: the table as it is read, and the command that changes that


def show_survey(context: typer.Context, table: SurveyedTable, *, user: bool) -> None:
    """Print what is read of a table, and the command that maps the rest."""
    read_as = {
        "posts": _("as posts"),
        "accounts": _("as accounts"),
        "contacts": _("as contacts"),
        "": _("not at all"),
    }
    rows = tuple(
        (safe(column.name), show(column.holds), _describe(column)) for column in table.columns
    )
    heads = Column(), Column(_("contains")), Column(_("read as"))
    facts = (
        (_("Read now"), read_as[kind_of_table(table.member, table.reading)]),
        (_("A column can be"), ", ".join(aliases().columns)),
    )
    commands = tuple(safe(text, longest=10_000) for text in _list_commands(table, user=user))
    blocks: list[Block] = [
        Table(_("Column"), heads, rows),
        Facts("", facts),
        Lines(commands, title=_("Correct and run")),
    ]
    show_blocks(context, blocks)


def _describe(column: ColumnSeen) -> str:
    if column.known:
        return column.meaning
    if column.meaning:
        return _("not read; perhaps {meaning}", meaning=column.meaning)
    return _("not read")


def _list_commands(table: SurveyedTable, *, user: bool) -> list[str]:
    """Return the command that maps the table as guessed; two where rows are days or posts."""
    pairs = [
        f"{seen.name}={seen.meaning}" for seen in table.columns if seen.meaning and not seen.known
    ]
    words = ["klout", "map", *(["--user"] if user else []), str(table.file)]
    words += [word for pair in pairs for word in ("--set", pair)]
    if table.has_unclear_rows():
        return [shlex.join([*words, "--rows", rows]) for rows in ROWS]
    return [shlex.join(words if pairs else [*words, "--set", "COLUMN=WHAT"])]


# On a terminal: a table with its first rows, changed by numbers


def ask_mapping(context: typer.Context, table: SurveyedTable) -> dict[str, str]:
    """Ask what the columns are; raises KeyboardInterrupt if the answers end early."""
    meanings = {column.name: column.meaning for column in table.columns if column.meaning}
    while True:
        show_blocks(context, [_make_choice_table(table.columns, meanings)])
        question = _("Number of a column to change, or Enter to save")
        number = _ask_number(question, len(table.columns))
        if not number:
            break
        name = table.columns[number - 1].name
        if meaning := _ask_meaning(name):
            meanings = {other: kept for other, kept in meanings.items() if kept != meaning}
            meanings[name] = meaning
        else:
            meanings.pop(name, None)
    mapping = {meaning: name for name, meaning in meanings.items()}
    if not table.read_by(mapping).has_unclear_rows():
        return mapping
    _say(_("Is each row a post (1), or the sum of a day (2)?"))
    number = 0
    while not number:
        number = _ask_number(_("1 or 2"), len(ROWS))
    return {**mapping, "rows": ROWS[number - 1]}


def _make_choice_table(columns: Sequence[ColumnSeen], meanings: Mapping[str, str]) -> Table:
    rows = tuple(
        (
            str(number),
            safe(column.name),
            meanings.get(column.name, UNREAD),
            *(safe(cell[:WIDTH]) for cell in [*column.examples, "", "", ""][:3]),
        )
        for number, column in enumerate(columns, start=1)
    )
    heads = ("", _("column"), _("read as"), _("first rows"), "", "")
    return Table(_("No."), tuple(Column(head) for head in heads), rows)


def _ask_meaning(name: str) -> str:
    """Ask what a column is; "" where it is not to be read."""
    choices = "  ".join(f"{number} {meaning}" for number, meaning in enumerate(OFFERED, start=1))
    _say(f"0 {_('not read')}  {choices}")
    number = _ask_number(_("What is {column}?", column=name), len(OFFERED))
    return OFFERED[number - 1] if number else ""


def _ask_number(question: str, most: int) -> int:
    """Return a number up to `most`, 0 for an empty line."""
    while True:
        _say(f"{question}: ", end="")
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        answer = line.strip()
        if not answer:
            return 0
        if answer.isdecimal() and int(answer) <= most:
            return int(answer)
        _say(_("a number from 0 to {most}", most=most))


def _say(text: str, end: str = "\n") -> None:
    print(safe(text, longest=1000), end=end, file=sys.stderr, flush=True)
