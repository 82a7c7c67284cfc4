"""`klout map`: say once what a table's columns are, for all tables with its header."""

from pathlib import Path
from typing import Annotated

import typer

from klout_cli import SETTINGS_FILE
from klout_cli.cli import flags
from klout_cli.cli.options import read_options
from klout_cli.cli.output import targets, warn
from klout_cli.cli.settings import user_file
from klout_cli.cli.settings_file import describe_save, save_entries
from klout_cli.cli.streams import can_ask


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
    from klout_cli.cli import mapping

    target = user_file() if user else Path(SETTINGS_FILE)
    if target.parent.is_dir():  # klout's own folder is made where the settings are saved
        targets(target, ["yaml"], [file], force=True)
    table = mapping.survey_table(file, read_options(context, [file]).reading)
    given = mapping.check_settings(rows=rows, network=network, account=account)
    if set or given:
        columns = {**mapping.parse_mapping(set or [], table.columns), **given}
    elif can_ask(context):
        columns = mapping.ask_mapping(context, table)
    else:
        mapping.show_survey(context, table, user=user)
        return
    checked = mapping.check_mapping(table, columns)
    save_entries(target, "tables", {table.key: columns})
    warn(context, [*checked, *describe_save(target, [file])])
