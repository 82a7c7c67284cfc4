"""`klout map`: what the columns of an unknown table are, told once and remembered for every table with that header."""

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
    "posts need date and one of likes, comments, shares, saves, engagements, impressions, reach, followers; "
    "accounts need person, name or network, followers, and another number; contacts need name or account, and reputation or expertise"
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
    """Tell once what the columns of an unknown table are; klout.yaml remembers it for every table with this header.

    On a terminal it asks column by column; elsewhere --set tells. Example: klout map kept.csv --set Wann=date --set Herzchen=likes
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
    member = _table(file, reading)
    seen = survey(member, reading)
    if not set:
        _show(context, seen, table_kind(member, reading))
    if not set and not (sys.stdin.isatty() and sys.stdout.isatty()):
        write(_command(file, seen, user))
        return
    columns = _told(set, seen) if set else _asked(seen)
    key = header_key(column.name for column in seen)
    _refuse_useless(member, reading, key, columns)
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_bytes().decode("utf-8", "replace") if target.exists() else ""
    write(with_table(before, key, columns, str(target)), target)
    warn(
        context,
        [
            f"remembered in {target}; klout inspect {shlex.quote(str(file))} tells what the table holds"
        ],
    )


def _table(file: Path, reading: "Reading") -> "Member":
    """Return the one table a path holds.

    Raises UsageError for what is no table, and for what klout reads without help.
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


def _show(context: typer.Context, seen: Sequence["ColumnSeen"], kind: str) -> None:
    from klout_cli.cli.output import screen_of, write
    from klout_cli.reports.layout import Pairs, Table, arrange
    from klout_cli.reports.safe import safe
    from klout_cli.values.aliases import aliases

    rows = tuple((safe(column.name), column.holds, _read_as(column)) for column in seen)
    facts = (
        ("Read now", f"as a table of {kind}" if kind else "not at all"),
        ("A column can be", ", ".join(aliases().columns)),
    )
    write(arrange([Table(("Column", "Holds", "Read as"), rows), Pairs(facts)], screen_of(context)))


def _read_as(column: "ColumnSeen") -> str:
    if column.known:
        return column.guess
    return f"not read; perhaps {column.guess}" if column.guess else "not read"


def _command(file: Path, seen: Sequence["ColumnSeen"], user: bool) -> str:
    """Return the command that maps the table as guessed, to be corrected."""
    import shlex

    from klout_cli.cli.speech import said
    from klout_cli.reports.safe import safe

    guessed = [
        f"{column.name}={column.guess}" for column in seen if column.guess and not column.known
    ] or ["COLUMN=WHAT"]
    words = [
        "klout",
        "map",
        *(["--user"] if user else []),
        str(file),
        *(word for pair in guessed for word in ("--set", pair)),
    ]
    return f"\n  {said('Correct and run')}\n    {safe(shlex.join(words), longest=10_000)}\n"


def _told(pairs: Sequence[str], seen: Sequence["ColumnSeen"]) -> dict[str, str]:
    """Return what --set and the known names of columns tell: thing -> column.

    Raises UsageError for a column or thing there is not.
    """
    from klout_cli.errors import UsageError

    told: dict[str, str] = {}
    for pair in pairs:
        written, _, what = pair.rpartition("=")
        told[_column(written, seen, pair)] = _thing(what, pair)
    columns: dict[str, str] = {}
    for column, what in told.items():
        if what in columns:
            raise UsageError(
                f"two columns for {what}",
                f"--set {columns[what]}={what} --set {column}={what}",
                "a table has one of each",
            )
        if what != UNREAD:
            columns[what] = column
    rest = {
        column.guess: column.name for column in seen if column.known and column.name not in told
    }
    return {**rest, **columns}


def _column(written: str, seen: Sequence["ColumnSeen"], pair: str) -> str:
    from klout_cli.files.table import label

    return _one_of(
        {label(column.name): column.name for column in seen},
        label(written),
        "the table has no such column",
        pair,
    )


def _thing(what: str, pair: str) -> str:
    from klout_cli.values.aliases import aliases

    return _one_of(
        {name: name for name in (*aliases().columns, UNREAD)},
        what.strip().lower(),
        "a column cannot be this",
        pair,
    )


def _one_of(known: Mapping[str, str], wanted: str, fault: str, pair: str) -> str:
    if wanted not in known:
        from klout_cli.errors import UsageError, meant

        raise UsageError(fault, f"--set {pair}", meant(wanted, known))
    return known[wanted]


def _asked(seen: Sequence["ColumnSeen"]) -> dict[str, str]:
    """Ask for each column what it is. Raises KeyboardInterrupt where the answers end too early."""
    from klout_cli.cli.streams import say

    say([f"Enter takes what stands in brackets; {UNREAD} leaves a column out."])
    columns: dict[str, str] = {}
    for column in seen:
        what = _answer(column, columns)
        if what != UNREAD:
            columns[what] = column.name
    return columns


def _answer(column: "ColumnSeen", taken: Mapping[str, str]) -> str:
    from klout_cli.cli.speech import said
    from klout_cli.cli.streams import say
    from klout_cli.errors import UsageError
    from klout_cli.reports.safe import safe

    offered = column.guess if column.guess not in taken else ""
    while True:
        print(
            safe(f"{column.name}, {said(column.holds)} [{offered or UNREAD}]: ", longest=1000),
            end="",
            file=sys.stderr,
            flush=True,
        )
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        try:
            what = _thing(line.strip() or offered or UNREAD, line.strip())
        except UsageError as fault:
            say([f"{fault.what}; {fault.remedy}"])
            continue
        if what not in taken:
            return what
        say([f"{what} is {taken[what]!r} already"])


def _refuse_useless(
    member: "Member", reading: "Reading", key: str, columns: Mapping[str, str]
) -> None:
    """Refuse to remember what is remembered already, and what would not make the table readable."""
    from msgspec.structs import replace

    from klout_cli.errors import UsageError
    from klout_cli.values.aliases import table_kind

    if key in reading.tables:
        raise UsageError(
            "this header is mapped already",
            key,
            "change it in klout.yaml, under tables; klout config show tells in which one",
        )
    if not table_kind(member, replace(reading, tables={key: columns})):
        raise UsageError("these columns are not enough", ", ".join(columns) or "no column", TABLES)


def with_table(text: str, key: str, columns: Mapping[str, str], name: str) -> str:
    """Return settings with one more table, all else as it stands; `name` is the file's.

    Raises UsageError with the line to add where that cannot be written without touching something
    else.
    """
    import yaml

    from klout_cli.cli.settings import parse
    from klout_cli.errors import UsageError
    from klout_cli.scoring.model import laid_over

    def block(depth: int) -> str:
        return indent(
            yaml.safe_dump(
                {key: dict(columns)}, allow_unicode=True, sort_keys=False, width=1 << 20
            ),
            " " * depth,
        )

    place = _first_table(text)
    if place is None:
        longer = f"{text.rstrip()}\n\ntables:\n{block(2)}".lstrip()
    else:
        longer = (
            text[: place.index - place.column]
            + block(place.column)
            + text[place.index - place.column :]
        )
    try:
        if parse(longer, name) == laid_over(parse(text, name), {"tables": {key: dict(columns)}}):
            return longer
    except UsageError:
        pass  # what stands there leaves no room for a block of its own
    line = yaml.safe_dump(
        {key: dict(columns)},
        allow_unicode=True,
        sort_keys=False,
        width=1 << 20,
        default_flow_style=True,
    )
    raise UsageError(
        "the settings are written in a way that nothing can be added to",
        name,
        f"add under tables: {line.strip()[1:-1]}",
    )


def _first_table(text: str) -> "yaml.Mark | None":
    """Return where the first of the tables stands, if there is one."""
    import yaml

    from klout_cli.values.yaml_files import SafeLoader

    root = yaml.compose(text, Loader=SafeLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else []:
        if key.value == "tables" and isinstance(value, yaml.MappingNode) and value.value:
            mark: yaml.Mark = value.value[0][0].start_mark
            return mark
    return None
