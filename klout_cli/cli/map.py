"""`klout map`: what the columns of an unknown table are, told once and remembered for every table with that header."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klout_cli.cli import options

if TYPE_CHECKING:
    from klout_cli.importers.container import Member
    from klout_cli.importers.interface import Reading
    from klout_cli.importers.survey import ColumnSeen

UNREAD = "-"
TABLES = (
    "posts need date and one of likes, comments, shares, saves, engagements, impressions, reach, followers; "
    "accounts need person, name or network, followers, and another number; contacts need name or account, and reputation or expertise"
)


def map(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table: CSV with names of columns in its first row.")],
    set: Annotated[list[str] | None, typer.Option("--set", metavar="COLUMN=WHAT", help="What a column is; - leaves it out.")] = None,
    user: Annotated[bool, typer.Option("--user", help="Remember it in your own settings, not in this folder's klout.yaml.")] = False,
    encoding: options.Encoding = "",
    today: options.Today = None,
) -> None:
    """Tell once what the columns of an unknown table are; klout.yaml remembers it for every table with this header.

    On a terminal it asks column by column; elsewhere --set tells. Example: klout map kept.csv --set Wann=date --set Herzchen=likes
    """
    from klout_cli.cli.output import targets, warn, write
    from klout_cli.cli.request import build
    from klout_cli.cli.settings import SETTINGS_FILE, user_file
    from klout_cli.importers.aliases import header_key
    from klout_cli.importers.survey import survey

    target = user_file() if user else Path(SETTINGS_FILE)
    targets(target, ["yaml"], [file], force=True)
    reading = build([file], encoding=encoding, today=today).reading
    member = _table(file, reading)
    seen = survey(member, reading)
    if not set and not (sys.stdin.isatty() and sys.stdout.isatty()):
        _show(context, seen)
        write(_command(file, seen, user))
        return
    if set:
        columns = _told(set, seen)
    else:
        _show(context, seen)
        columns = _asked(seen)
    key = header_key(column.name for column in seen)
    _refuse_useless(member, reading, key, columns)
    target.parent.mkdir(parents=True, exist_ok=True)
    write(with_table(target, key, columns), target)
    warn(context, [f"remembered in {target}; klout inspect {shlex.quote(str(file))} tells what the table holds"])


def _table(file: Path, reading: "Reading") -> "Member":
    """Return the one table a path holds. Raises UsageError for what is no table, and for what klout reads without help."""
    from klout_cli.errors import UsageError
    from klout_cli.importers import importers_for
    from klout_cli.importers.aliases import SUFFIXES
    from klout_cli.importers.container import open_container

    members = [member for container in open_container(file) for member in container.members]
    if len(members) != 1 or not members[0].basename.endswith(SUFFIXES):
        raise UsageError("not a single table", str(file), f"give one file that ends with {', '.join(SUFFIXES)}")
    for importer in importers_for(members):
        if importer.network != "table" and importer.identify(members, reading):
            raise UsageError(f"this is an export of {importer.network}, and read as such", str(file), "klout inspect tells what it holds")
    return members[0]


def _show(context: typer.Context, seen: "Sequence[ColumnSeen]") -> None:
    from klout_cli.cli.output import screen_of, write
    from klout_cli.reports.layout import Table, arrange
    from klout_cli.reports.safe import safe

    rows = tuple((safe(column.name), column.holds, _read_as(column)) for column in seen)
    write(arrange([Table(("Column", "Holds", "Read as"), rows)], screen_of(context)) + "\n")


def _read_as(column: "ColumnSeen") -> str:
    if column.known:
        return column.guess
    return f"not read; perhaps {column.guess}" if column.guess else "not read"


def _command(file: Path, seen: "Sequence[ColumnSeen]", user: bool) -> str:
    """Return the command that maps the table as guessed, for the person to correct, and what a column can be."""
    from klout_cli.importers.aliases import aliases

    guessed = [f"{column.name}={column.guess}" for column in seen if column.guess and not column.known] or ["COLUMN=WHAT"]
    words = ["klout", "map", str(file), *(word for pair in guessed for word in ("--set", pair)), *["--user"][: int(user)]]
    return f"A column can be: {', '.join(aliases().columns)}\n\nCorrect and run:\n  {shlex.join(words)}\n"
