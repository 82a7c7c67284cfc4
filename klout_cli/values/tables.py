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
from klout_cli.values.layout import read_layout
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.row_kinds import PERIODS, POSTS


def kind_of_table(member: Member, reading: Reading = PLAIN) -> str:
    """Return "posts", "accounts" or "contacts"; "" for any other table and for vendors' own.

    A vendor's table has no column of networks.
    """
    layout, kind = read_layout(member, reading), table_kind(member, reading)
    if layout is None:
        return kind
    vendors = is_foreign(layout.header) and "network" not in layout.columns
    if not layout.mapped and (vendors or is_series(member)):
        return ""
    if layout.rows in (POSTS, PERIODS) or (layout.is_read and "followers" in layout.columns):
        return "posts"
    # A column of other dates says that the rows are no people.
    known = set().union(*column_names({}).values(), aliases().dates_of_people)
    others = any(label(name) not in known for name in layout.dates)
    return "" if kind == "posts" or others else kind
