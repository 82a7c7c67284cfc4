"""Check and save what a table's columns were said to be (`klout map`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

from klout_cli.errors import UsageError
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    import yaml

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
    from msgspec.structs import replace

    from klout_cli.values.aliases import header_key
    from klout_cli.values.layout import read_layout
    from klout_cli.values.row_kinds import UNCLEAR
    from klout_cli.values.tables import kind_of_table

    key = header_key(column.name for column in columns)
    if key in reading.tables:
        raise UsageError(
            _("this header is mapped already"),
            key,
            _("change it in klout.yaml, under tables; klout config show says in which one"),
        )
    lines = [line for name in mapping if (line := _check_column(columns, name, mapping[name]))]
    mapped = replace(reading, tables={key: mapping})
    layout = read_layout(member, mapped)
    if layout is not None and layout.rows == UNCLEAR:
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


def save_mapping(target: Path, columns: Sequence["ColumnSeen"], mapping: Mapping[str, str]) -> None:
    """Add a mapping to settings, which otherwise stay as they are."""
    from klout_cli.cli.output import write
    from klout_cli.values.aliases import header_key

    key = header_key(column.name for column in columns)
    target.parent.mkdir(parents=True, exist_ok=True)
    before = target.read_bytes().decode("utf-8", "replace") if target.exists() else ""
    write(add_table(before, key, mapping, str(target)), target)


def add_table(text: str, key: str, mapping: Mapping[str, str], name: str) -> str:
    """Return settings with another table, otherwise unchanged; `name` is the file's.

    Raises UsageError with the line to add if it can't be inserted without other changes.
    """
    import yaml

    from klout_cli.cli.settings import parse
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
        _("nothing can be added to settings written like this"),
        name,
        _("add under tables: {line}", line=dump(flow=True).strip()[1:-1]),
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
