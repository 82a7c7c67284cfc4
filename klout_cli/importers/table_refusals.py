"""What is said of a person's own tables that can't be read, or not fully: always with a command."""

import os
from collections.abc import Sequence
from shlex import quote

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Container, Member
from klout_cli.person.rows import Export
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.layout import Layout, read_layout
from klout_cli.values.plain_tables import plain_tables
from klout_cli.values.reading import Reading
from klout_cli.values.row_kinds import DAYS, LEVELS, UNCLEAR

MOST_NAMES = 12
"""Columns named in a refusal."""

DAYS_OR_POSTS = N_("is a row of this table a post, or the sum of a day?")
SUMS = N_("rows are sums of days or months, without a follower count or a number of posts")
NO_DATE = N_("this table has no column with dates of posts")
NO_COUNTS = N_("this table has no column of likes, comments, shares, impressions or followers")


def map_command(container: Container, member: Member) -> str:
    """Return the command that maps a table, with its path as it can be given here."""
    return f"klout map {quote(_path(container, member))}"


def _path(container: Container, member: Member) -> str:
    single = len(container.members) == 1 and container.path.name == member.name
    path = container.path if single else container.path / member.name
    shorter = os.path.relpath(path) if path.is_absolute() else str(path)
    return shorter if len(shorter) < len(str(path)) else str(path)


def explain_table(container: Container, member: Member, reading: Reading) -> InputError | None:
    """Say why a table that nobody reads is not read; None for what has no header of one."""
    layouts = [read_layout(table, reading) for table in plain_tables(member, reading)]
    known = [layout for layout in layouts if layout is not None and len(layout.choices) > 1]
    if not known:
        return None
    layout = max(known, key=lambda layout: len(layout.columns))
    command = map_command(container, member)
    if layout.rows == UNCLEAR:
        posts = Message("if posts: {command}", command=f"{command} --rows posts")
        days = Message("if days: {command}", command=f"{command} --rows days")
        return InputError(DAYS_OR_POSTS, member.where, days, [*_names(layout), posts])
    remedy = Message("to say what the columns are: {command}", command=command)
    return InputError(_reason(layout), member.where, remedy, _names(layout))


def _reason(layout: Layout) -> str:
    if layout.rows in (DAYS, LEVELS):
        return SUMS
    if "date" not in layout.columns:
        return NO_DATE
    return NO_COUNTS


def _names(layout: Layout) -> Sequence[str]:
    """Return the headers that are read and those that are not, as two lines."""
    read = [f"{one.name} ({one.meaning})" for one in layout.choices if one.meaning]
    unread = [one.name for one in layout.choices if not one.meaning]
    lines = (
        (Message("understood: {columns}", columns=_list(read)), read),
        (Message("not understood: {columns}", columns=_list(unread)), unread),
    )
    return [line for line, names in lines if names]


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")


def note_other(container: Container, member: Member, export: Export) -> Export:
    """Say of a table's account that its network has no benchmarks, and the remedy."""
    if export.network != "other" or not export.posts:
        return export
    note = Message(
        "{account} counts as a network without benchmarks. To name it: {command}",
        account=export.handle,
        command=f"{map_command(container, member)} --network NAME",
    )
    return replace(export, notes=(*export.notes, note))
