"""`klout map`: name an unknown table's columns, for all tables with its header."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import flags

if TYPE_CHECKING:
    import yaml

    from klout_cli.files.container import Member
    from klout_cli.values.reading import Reading
    from klout_cli.values.survey import ColumnSeen

UNREAD = "-"
TABLES = (
    "posts need date and one of likes, comments, shares, saves, engagements, impressions, reach, "
    "followers; accounts need person, name or network, followers, and another number; "
    "contacts need name or account, and reputation or expertise"
)


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
    user: Annotated[
        bool,
        typer.Option(
            "--user", help="Remember it in your own settings, not in this folder's klout.yaml."
        ),
    ] = False,
    encoding: flags.Encoding = "",
    today: flags.Today = None,
) -> None:
    """Tell once what the columns of an unknown table are; klout.yaml remembers it for every table
    with this header.

    On a terminal it asks column by column; elsewhere --set tells. Example: klout map kept.csv --set
    Wann=date --set Herzchen=likes
    """
    import shlex

    from klout_cli import SETTINGS_FILE
    from klout_cli.cli.options import read_options
    from klout_cli.cli.output import targets, warn, write
    from klout_cli.cli.places import user_file
    from klout_cli.values.aliases import header_key, table_kind
    from klout_cli.values.survey import survey

    target = user_file() if user else Path(SETTINGS_FILE)
    targets(target, ["yaml"], [file], force=True)
    reading = read_options(context, [file]).reading
    member = _find_table(file, reading)
    columns = survey(member, reading)
    if not set:
        _print_survey(context, columns, table_kind(member, reading))
    if not set and not (sys.stdin.isatty() and sys.stdout.isatty()):
        write(_format_command(file, columns, user=user))
        return
    mapping = _parse_mapping(set, columns) if set else _ask_mapping(columns)
    key = header_key(column.name for column in columns)
    _refuse_useless(member, reading, key, mapping)
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_bytes().decode("utf-8", "replace") if target.exists() else ""
    write(add_table(before, key, mapping, str(target)), target)
    remembered = (
        f"remembered in {target}; klout inspect {shlex.quote(str(file))} tells what the table holds"
    )
    warn(context, [remembered])


def _find_table(file: Path, reading: "Reading") -> "Member":
    """Return the only table in a file.

    Raises UsageError for anything else, and for tables that need no mapping.
    """
    from klout_cli.errors import UsageError
    from klout_cli.files.container import open_container
    from klout_cli.importers import importers_for
    from klout_cli.values.aliases import SUFFIXES

    members = [member for container in open_container(file) for member in container.members]
    if len(members) != 1 or not members[0].basename.endswith(SUFFIXES):
        raise UsageError(
            "not a single table", str(file), f"give one file that ends with {', '.join(SUFFIXES)}"
        )
    for importer in importers_for(members):
        if importer.network != "table" and importer.identify(members, reading):
            raise UsageError(
                f"this is an export of {importer.network}, and read as such",
                str(file),
                "klout inspect tells what it holds",
            )
    return members[0]


def _print_survey(context: typer.Context, columns: Sequence["ColumnSeen"], kind: str) -> None:
    from klout_cli.cli.output import screen_of, write
    from klout_cli.reports.layout import Pairs, Table, arrange
    from klout_cli.reports.safe import safe
    from klout_cli.values.aliases import aliases

    rows = tuple((safe(column.name), column.holds, _format_guess(column)) for column in columns)
    facts = (
        ("Read now", f"as a table of {kind}" if kind else "not at all"),
        ("A column can be", ", ".join(aliases().columns)),
    )
    write(arrange([Table(("Column", "Holds", "Read as"), rows), Pairs(facts)], screen_of(context)))


def _format_guess(column: "ColumnSeen") -> str:
    if column.known:
        return column.guess
    return f"not read; perhaps {column.guess}" if column.guess else "not read"


def _format_command(file: Path, columns: Sequence["ColumnSeen"], *, user: bool) -> str:
    """Return the command that maps the table as guessed, to be corrected."""
    import shlex

    from klout_cli.reports.safe import safe
    from klout_cli.translation import translate

    pairs = [
        f"{column.name}={column.guess}" for column in columns if column.guess and not column.known
    ] or ["COLUMN=WHAT"]
    words = [
        "klout",
        "map",
        *(["--user"] if user else []),
        str(file),
        *(word for pair in pairs for word in ("--set", pair)),
    ]
    return f"\n  {translate('Correct and run')}\n    {safe(shlex.join(words), longest=10_000)}\n"


def _parse_mapping(pairs: Sequence[str], columns: Sequence["ColumnSeen"]) -> dict[str, str]:
    """Return field -> column, from --set and from the columns with known names.

    Raises UsageError for an unknown column or field.
    """
    from klout_cli.errors import UsageError

    fields: dict[str, str] = {}
    for pair in pairs:
        name, _, field = pair.rpartition("=")
        fields[_find_column(name, columns, pair)] = _find_field(field, pair)
    mapping: dict[str, str] = {}
    for column, field in fields.items():
        if field in mapping:
            raise UsageError(
                f"two columns for {field}",
                f"--set {mapping[field]}={field} --set {column}={field}",
                "a table has one of each",
            )
        if field != UNREAD:
            mapping[field] = column
    known = {
        column.guess: column.name
        for column in columns
        if column.known and column.name not in fields
    }
    return known | mapping


def _find_column(name: str, columns: Sequence["ColumnSeen"], pair: str) -> str:
    from klout_cli.files.table import label

    known = {label(column.name): column.name for column in columns}
    return _look_up(label(name), known, "the table has no such column", pair)


def _find_field(name: str, pair: str) -> str:
    from klout_cli.values.aliases import aliases

    known = {field: field for field in (*aliases().columns, UNREAD)}
    return _look_up(name.strip().lower(), known, "a column cannot be this", pair)


def _look_up(name: str, known: Mapping[str, str], message: str, pair: str) -> str:
    if name not in known:
        from klout_cli.errors import UsageError, meant

        raise UsageError(message, f"--set {pair}", meant(name, known))
    return known[name]


def _ask_mapping(columns: Sequence["ColumnSeen"]) -> dict[str, str]:
    """Ask what each column is; raises KeyboardInterrupt if the answers end early."""
    from klout_cli.cli.streams import say

    say([f"Enter takes what stands in brackets; {UNREAD} leaves a column out."])
    mapping: dict[str, str] = {}
    for column in columns:
        field = _ask_column(column, mapping)
        if field != UNREAD:
            mapping[field] = column.name
    return mapping


def _ask_column(column: "ColumnSeen", mapping: Mapping[str, str]) -> str:
    from klout_cli.cli.streams import say
    from klout_cli.errors import UsageError
    from klout_cli.reports.safe import safe
    from klout_cli.translation import translate

    default = (column.guess if column.guess not in mapping else "") or UNREAD
    while True:
        print(
            safe(f"{column.name}, {translate(column.holds)} [{default}]: ", longest=1000),
            end="",
            file=sys.stderr,
            flush=True,
        )
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        try:
            field = _find_field(line.strip() or default, line.strip())
        except UsageError as error:
            say([f"{error.what}; {error.remedy}"])
            continue
        if field not in mapping:
            return field
        say([f"{field} is {mapping[field]!r} already"])


def _refuse_useless(
    member: "Member", reading: "Reading", key: str, mapping: Mapping[str, str]
) -> None:
    """Raise UsageError for a mapped header or an incomplete mapping."""
    from msgspec.structs import replace

    from klout_cli.errors import UsageError
    from klout_cli.values.aliases import table_kind

    if key in reading.tables:
        raise UsageError(
            "this header is mapped already",
            key,
            "change it in klout.yaml, under tables; klout config show tells in which one",
        )
    if not table_kind(member, replace(reading, tables={key: mapping})):
        raise UsageError("these columns are not enough", ", ".join(mapping) or "no column", TABLES)


def add_table(text: str, key: str, mapping: Mapping[str, str], name: str) -> str:
    """Return settings with another table, otherwise unchanged; `name` is the file's.

    Raises UsageError with the line to add if it can't be inserted without other changes.
    """
    import yaml

    from klout_cli.cli.settings import parse
    from klout_cli.errors import UsageError
    from klout_cli.scoring.model import laid_over

    table = {key: dict(mapping)}

    def dump(*, flow: bool = False) -> str:
        return yaml.safe_dump(
            table, allow_unicode=True, sort_keys=False, width=1 << 20, default_flow_style=flow
        )

    mark = _find_first_table(text)
    if mark is None:
        longer = f"{text.rstrip()}\n\ntables:\n{indent(dump(), '  ')}".lstrip()
    else:
        start = mark.index - mark.column
        longer = text[:start] + indent(dump(), " " * mark.column) + text[start:]
    try:
        if parse(longer, name) == laid_over(parse(text, name), {"tables": table}):
            return longer
    except UsageError:
        pass  # the existing section leaves no room for a block
    raise UsageError(
        "the settings are written in a way that nothing can be added to",
        name,
        f"add under tables: {dump(flow=True).strip()[1:-1]}",
    )


def _find_first_table(text: str) -> "yaml.Mark | None":
    """Return where the first of the tables begins, None if there are none."""
    import yaml

    from klout_cli.values.yaml_files import SafeLoader

    root = yaml.compose(text, Loader=SafeLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else []:
        if key.value == "tables" and isinstance(value, yaml.MappingNode) and value.value:
            mark: yaml.Mark = value.value[0][0].start_mark
            return mark
    return None
