"""What a table is: of posts, accounts or contacts, by its columns' names and values."""

from klout_cli.files.archives import Member
from klout_cli.files.table import label
from klout_cli.values.aliases import (
    aliases,
    column_names,
    is_foreign,
    is_series,
    table_kind,
)
from klout_cli.values.layout import Layout, read_layout
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.row_kinds import PERIODS, POSTS


def kind_of_table(member: Member, reading: Reading = PLAIN) -> str:
    """Return "posts", "accounts" or "contacts"; "" for any other table and for vendors' own.

    A vendor's table has no column of networks.
    """
    layout = read_layout(member, reading)
    if layout is None:
        return table_kind(member, reading)
    vendors = is_foreign(layout.header) and "network" not in layout.columns
    if not layout.mapped and (vendors or is_series(member)):
        return ""
    return "posts" if _is_usable(layout) else _people(member, layout, reading)


def _is_usable(layout: Layout) -> bool:
    """Return whether the rows give posts or follower counts."""
    return layout.rows in (POSTS, PERIODS) or (layout.is_read and "followers" in layout.columns)


def _people(member: Member, layout: Layout, reading: Reading) -> str:
    """Return "accounts" or "contacts" where no column that is not read has dates."""
    kind = table_kind(member, reading)
    if kind == "posts" or (kind and _has_other_dates(layout)):
        return ""
    return kind


def _has_other_dates(layout: Layout) -> bool:
    """Return whether a column of dates is left over, that says the rows are no people."""
    known = set().union(*column_names({}).values(), aliases().dates_of_people)
    return any(label(name) not in known for name in layout.dates)
