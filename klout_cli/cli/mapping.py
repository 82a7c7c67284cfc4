"""Check what a table's columns were said to be (`klout map`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from klout_cli.errors import UsageError
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.files.container import Member
    from klout_cli.values.reading import Reading
    from klout_cli.values.survey import ColumnSeen


def check_settings(*, rows: str, network: str, account: str) -> dict[str, str]:
    """Return what holds for a whole table; raises UsageError for an unknown kind of rows."""
    from klout_cli.cli.map import ROWS
    from klout_cli.errors import meant
    from klout_cli.values.handles import is_network

    if rows and rows not in ROWS:
        raise UsageError(_("unknown kind of rows"), f"--rows {rows}", meant(rows, ROWS))
    if network and not is_network(network):
        from klout_cli.values.aliases import aliases

        raise UsageError(
            _("unknown network"), f"--network {network}", meant(network, aliases().networks)
        )
    given = {"rows": rows, "network": network, "account": account}
    return {name: value for name, value in given.items() if value}


def check_mapping(
    member: "Member",
    reading: "Reading",
    columns: Sequence["ColumnSeen"],
    mapping: Mapping[str, str],
    file: Path,
) -> list[str]:
    """Return how many dates and counts can be read.

    Raises UsageError for a header that is mapped already, for a mapping that is not enough, and
    for a column of other values.
    """
    from klout_cli.values.aliases import header_key
    from klout_cli.values.tables import kind_of_table

    key = header_key(column.name for column in columns)
    if key in reading.tables:
        raise UsageError(
            _("this header is mapped already"),
            key,
            _("change it in klout.yaml, under tables; klout config show says in which one"),
        )
    lines = [line for name in mapping if (line := _check_column(columns, name, mapping[name]))]
    mapped = apply_mapping(reading, columns, mapping)
    if are_rows_unclear(member, mapped):
        raise UsageError(
            _("is a row of this table a post, or the sum of a day?"),
            str(file),
            _("add --rows posts or --rows days"),
        )
    if not kind_of_table(member, mapped):
        raise UsageError(
            _("these columns are not enough"),
            ", ".join(mapping) or _("no column"),
            _(
                "posts need a date and a count, accounts a name, followers and another count, "
                "contacts a name and a reputation"
            ),
        )
    return lines


def apply_mapping(
    reading: "Reading", columns: Sequence["ColumnSeen"], mapping: Mapping[str, str]
) -> "Reading":
    """Return how to read a table by its mapping alone."""
    from msgspec.structs import replace

    from klout_cli.values.aliases import header_key

    key = header_key(column.name for column in columns)
    return replace(reading, tables={key: mapping})


def are_rows_unclear(member: "Member", reading: "Reading") -> bool:
    """Return whether a row of a table may be a post or the sum of a day."""
    from klout_cli.values.layout import read_layout
    from klout_cli.values.row_kinds import UNCLEAR

    layout = read_layout(member, reading)
    return layout is not None and layout.rows == UNCLEAR


def _check_column(columns: Sequence["ColumnSeen"], meaning: str, name: str) -> str:
    """Return how many cells of a date or a count can be read; raises UsageError for none."""
    from klout_cli.values.survey import CHECKED

    column = next((one for one in columns if one.name == name), None)
    if column is None or meaning not in CHECKED or not column.filled:
        return ""
    good = column.readable[meaning]
    if not good:
        raise UsageError(
            _("no cell of {column} can be read as {meaning}", column=name, meaning=meaning),
            f"--set {name}={meaning}",
            _("choose another column, or - to leave it out"),
        )
    if good < column.filled or meaning == "date":
        return _(
            "{column}: {good} of {cells} cells can be read as {meaning}",
            column=name,
            good=good,
            cells=column.filled,
            meaning=meaning,
        )
    return ""
