"""`klout map`: say once what a table's columns are, for all tables with its header."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.files.container import Member
    from klout_cli.values.reading import Reading
    from klout_cli.values.survey import ColumnSeen

UNREAD = "-"
ROWS = ("posts", "days")


def map(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A table: CSV with names of columns in its first row."),
    ],
    set: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="COLUMN=WHAT", help="What a column is; - leaves it out."),
    ] = None,
    rows: Annotated[
        str, typer.Option(metavar="posts|days", help="Whether a row is a post or sums of a day.")
    ] = "",
    network: Annotated[
        str, typer.Option(metavar="NAME", help="The network, if no column names it.")
    ] = "",
    account: Annotated[
        str, typer.Option(metavar="NAME", help="The account, if no column names it.")
    ] = "",
    user: Annotated[
        bool,
        typer.Option(
            "--user", help="Save it in your own settings, not in this folder's klout.yaml."
        ),
    ] = False,
    encoding: flags.Encoding = "",
    today: flags.Today = None,
) -> None:
    """Say once what the columns of a table mean.

    Example: klout map kept.csv --set Wann=date --set Herzchen=likes
    """
    from klout_cli import SETTINGS_FILE
    from klout_cli.cli.mapping import check_mapping, check_settings
    from klout_cli.cli.options import read_options
    from klout_cli.cli.output import targets, warn
    from klout_cli.cli.places import user_file
    from klout_cli.cli.settings_file import describe_save, save_entries
    from klout_cli.cli.streams import on_terminal
    from klout_cli.values.aliases import header_key
    from klout_cli.values.survey import survey

    target = user_file() if user else Path(SETTINGS_FILE)
    if target.parent.is_dir():  # klout's own folder is made where the settings are saved
        targets(target, ["yaml"], [file], force=True)
    reading = read_options(context, [file]).reading
    member = find_table(file, reading)
    columns = survey(member, reading)
    given = check_settings(rows=rows, network=network, account=account)
    if set or given:
        mapping = {**parse_mapping(set or [], columns), **given}
    elif on_terminal():
        from klout_cli.cli.map_dialog import ask_mapping

        mapping = ask_mapping(context, columns, member, reading)
    else:
        _print_survey(context, columns, member, reading, file, user=user)
        return
    checked = check_mapping(member, reading, columns, mapping, file)
    save_entries(target, "tables", {header_key(column.name for column in columns): mapping})
    warn(context, [*checked, *describe_save(target, [file])])


def find_table(file: Path, reading: "Reading") -> "Member":
    """Return the only table in a file.

    Raises UsageError for anything else, and for tables that need no mapping.
    """
    from klout_cli.errors import UsageError
    from klout_cli.files.container import open_container
    from klout_cli.files.workbook import SUFFIXES as BOOKS
    from klout_cli.importers import importers_for
    from klout_cli.values.aliases import SUFFIXES
    from klout_cli.values.plain_tables import plain_tables

    members = [member for container in open_container(file) for member in container.members]
    endings = (*SUFFIXES, *BOOKS)
    tables = plain_tables(members[0], reading) if len(members) == 1 else ()
    if not tables:
        raise UsageError(
            _("not a single table"),
            str(file),
            _("give one file that ends with {endings}", endings=", ".join(endings)),
        )
    for importer in importers_for(members):
        if importer.network != "table" and importer.identify(members, reading):
            raise UsageError(
                _("this is an export of {network}, and read as such", network=importer.network),
                str(file),
                _("klout inspect {file} shows what's in it", file=str(file)),
            )
    return tables[0]


def parse_mapping(pairs: Sequence[str], columns: Sequence["ColumnSeen"]) -> dict[str, str]:
    """Return meaning -> column, from --set and from the columns that are known.

    Raises UsageError for an unknown column or meaning.
    """
    from klout_cli.errors import UsageError

    meanings: dict[str, str] = {}
    for pair in pairs:
        name, _mark, meaning = pair.rpartition("=")
        meanings[_find_column(name, columns, pair)] = find_meaning(meaning, pair)
    mapping: dict[str, str] = {}
    for column, meaning in meanings.items():
        if meaning in mapping:
            raise UsageError(
                _("two columns for {meaning}", meaning=meaning),
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


def _find_column(name: str, columns: Sequence["ColumnSeen"], pair: str) -> str:
    from klout_cli.files.table import label

    known = {label(column.name): column.name for column in columns}
    return _look_up(label(name), known, _("the table has no such column"), pair)


def find_meaning(name: str, pair: str) -> str:
    """Return what a column can be; raises UsageError for anything else."""
    from klout_cli.values.aliases import aliases

    known = {meaning: meaning for meaning in (*aliases().columns, UNREAD)}
    return _look_up(name.strip().lower(), known, _("a column cannot be this"), pair)


def _look_up(name: str, known: Mapping[str, str], message: str, pair: str) -> str:
    if name not in known:
        from klout_cli.errors import UsageError, meant

        raise UsageError(message, f"--set {pair}", meant(name, dict(known)))
    return known[name]


def _print_survey(
    context: typer.Context,
    columns: Sequence["ColumnSeen"],
    member: "Member",
    reading: "Reading",
    file: Path,
    *,
    user: bool,
) -> None:
    """Print what is read of a table, and the command that maps the rest."""
    from klout_cli.cli.output import screen_of, write
    from klout_cli.reports.safe import safe
    from klout_cli.reports.screens.blocks import Block, Column, Facts, Lines, Table
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.show import show
    from klout_cli.values.aliases import aliases
    from klout_cli.values.tables import kind_of_table

    read_as = {
        "posts": _("as posts"),
        "accounts": _("as accounts"),
        "contacts": _("as contacts"),
        "": _("not at all"),
    }
    rows = tuple((safe(one.name), show(one.holds), _describe(one)) for one in columns)
    heads = Column(), Column(_("contains")), Column(_("read as"))
    facts = (
        (_("Read now"), read_as[kind_of_table(member, reading)]),
        (_("A column can be"), ", ".join(aliases().columns)),
    )
    commands = tuple(
        safe(text, longest=10_000) for text in _commands(member, reading, columns, file, user)
    )
    blocks: list[Block] = [
        Table(_("Column"), heads, rows),
        Facts("", facts),
        Lines(commands, title=_("Correct and run")),
    ]
    write(draw(blocks, screen_of(context)))


def _describe(column: "ColumnSeen") -> str:
    if column.known:
        return column.meaning
    if column.meaning:
        return _("not read; perhaps {meaning}", meaning=column.meaning)
    return _("not read")


def _commands(
    member: "Member",
    reading: "Reading",
    columns: Sequence["ColumnSeen"],
    file: Path,
    user: bool,
) -> list[str]:
    """Return the command that maps the table as guessed; two where rows are days or posts."""
    import shlex

    from klout_cli.cli.mapping import are_rows_unclear

    pairs = [f"{one.name}={one.meaning}" for one in columns if one.meaning and not one.known]
    words = ["klout", "map", *(["--user"] if user else []), str(file)]
    words += [word for pair in pairs for word in ("--set", pair)]
    if are_rows_unclear(member, reading):
        return [shlex.join([*words, "--rows", rows]) for rows in ROWS]
    return [shlex.join(words if pairs else [*words, "--set", "COLUMN=WHAT"])]
