"""What is said of a person's own tables that can't be read, or not fully: always with a command."""

import os
from collections.abc import Iterable, Sequence
from shlex import quote

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Container, Member
from klout_cli.person.rows import Export
from klout_cli.results import LedgerRow
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.layout import Layout, read_layout
from klout_cli.values.plain_tables import plain_tables
from klout_cli.values.reading import Reading
from klout_cli.values.row_kinds import DAYS, LEVELS, UNCLEAR
from klout_cli.values.tables import kind_of_table

MOST_NAMES, MOST_FILES = 12, 3
"""Columns and files named in a refusal."""

DAYS_OR_POSTS = N_("is a row of this table a post, or the sum of a day?")


def map_command(container: Container, member: Member) -> str:
    """Return the command that maps a table, with its path as it can be given here."""
    single = len(container.members) == 1 and container.path.name == member.name
    path = container.path if single else container.path / member.name
    paths = [str(path), os.path.relpath(path)] if path.is_absolute() else [str(path)]
    return f"klout map {quote(min(paths, key=len))}"


def explain_tables(
    container: Container, members: Iterable[Member], reading: Reading
) -> dict[str, InputError]:
    """Return for each table that nobody reads why that is, with the command that leads on."""
    errors = {
        member.where: _explain(member, map_command(container, member), reading)
        for member in members
        if not member.private
    }
    return {where: error for where, error in errors.items() if error is not None}


def _explain(member: Member, command: str, reading: Reading) -> InputError | None:
    layouts = [read_layout(table, reading) for table in plain_tables(member, reading)]
    known = [layout for layout in layouts if layout is not None and len(layout.choices) > 1]
    if member.container:  # where most tables are something else
        known = [layout for layout in known if layout.rows]
    if not known:
        return None
    layout = max(known, key=lambda layout: len(layout.columns))
    if layout.rows == UNCLEAR:
        posts = Message("if posts: {command}", command=f"{command} --rows posts")
        days = Message("if days: {command}", command=f"{command} --rows days")
        return InputError(DAYS_OR_POSTS, member.where, days, [*_names(layout), posts])
    if layout.rows in (DAYS, LEVELS):
        what = N_("rows are sums of days or months, without a follower count or a number of posts")
    elif "date" not in layout.columns:
        what = N_("this table has no column with dates of posts")
    else:
        what = N_("this table has no column of likes, comments, shares, impressions or followers")
    remedy = Message("to say what the columns are: {command}", command=command)
    return InputError(what, member.where, remedy, _names(layout))


def explain_unused(ledger: Sequence[LedgerRow], notes: Sequence[str]) -> InputError:
    """Return why exports without an account are none: what was wrong with their rows."""
    rows = [row for row in ledger if row.read and not row.used]
    if not rows:
        return InputError(
            "these files hold no account",
            "; ".join(notes),
            "they go together with an export; klout inspect tells what a file is",
        )
    reasons = [
        Message("{file}: {n} × {reason}", file=row.file, n=count, reason=Message(reason))
        for row in rows[:MOST_FILES]
        for reason, count in row.reasons.items()
    ]
    command = f"klout inspect {quote(rows[0].file)} -v"
    return InputError(
        N_("no row of these files can be used"),
        "; ".join([*reasons, *notes]),
        Message("each row: {command}", command=command),
    )


def is_left_to_tables(
    members: Sequence[Member], exports: Sequence[Export], reading: Reading
) -> bool:
    """Return whether files have the header of a network's table but rows of another kind.

    Nothing of them could be used, and each can be read as a person's own table.
    """
    rows = [row for export in exports for row in export.ledger]
    return (
        any(row.read for row in rows)
        and not any(row.used for row in rows)
        and all(kind_of_table(member, reading) for member in members)
    )


def _names(layout: Layout) -> Sequence[str]:
    """Return the headers that are read and those that are not, as two lines."""
    read = [f"{one.name} ({one.meaning})" for one in layout.choices if one.meaning]
    unread = [one.name for one in layout.choices if not one.meaning]
    lines = [Message("understood: {columns}", columns=_list(read))] if read else []
    if unread:
        lines.append(Message("not understood: {columns}", columns=_list(unread)))
    return lines


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")


def note_other(container: Container, member: Member, export: Export) -> Export:
    """Say of a table's account that its network has no benchmarks, and the remedy."""
    if export.network != "other" or not export.posts:
        return export
    command = f"{map_command(container, member)} --network NAME"
    note = Message(
        "{account} counts as a network without benchmarks. To name it: {command}",
        account=export.handle,
        command=command,
    )
    return replace(export, notes=(*export.notes, note))
