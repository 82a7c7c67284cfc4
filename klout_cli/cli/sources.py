"""`klout sources`: where to request exports, and a reminder to do it again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from klout_cli.cli import flags
from klout_cli.cli.options import parse_today
from klout_cli.cli.output import show_blocks, targets, warn, write
from klout_cli.results import Source
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_


def sources(
    context: typer.Context,
    network: Annotated[
        str,
        typer.Argument(
            metavar="NETWORK",
            autocompletion=flags.list_networks,
            help="x, linkedin, instagram... Without one, all.",
        ),
    ] = "",
    remind: Annotated[
        bool,
        typer.Option("--remind", help="Write a calendar file that reminds you in three months."),
    ] = False,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The calendar file of --remind."),
    ] = Path("klout-reminder.ics"),
    force: flags.Force = False,
    today: flags.Today = None,
) -> None:
    """Show where to request your data.

    Example: klout sources linkedin
    """
    from klout_cli.importers.plugins import list_sources, plugins
    from klout_cli.reports.screens.sources import sources_blocks

    known = list_sources()
    matches = [source for source in known if network.lower() in ("", source.network)]
    if not matches:
        names = flags.list_networks()
        raise flags.unknown_network(N_("klout can't read this network."), network, names)
    warn(context, plugins()[1])
    if remind:
        _write_reminder(context, network.lower(), matches, output, force=force, today=today or "")
        return
    show_blocks(context, sources_blocks(matches, verbose=context.obj.verbose))


def _write_reminder(
    context: typer.Context,
    network: str,
    sources: Sequence[Source],
    output: Path,
    *,
    force: bool,
    today: str,
) -> None:
    """Write the calendar file, and say how to use it."""
    from klout_cli.reports.calendar_file import next_request, reminder

    (file,) = targets(output, ["ics"], [], force)
    day = parse_today(today)
    write(reminder(network, sources, day), file)
    if file:
        advice = _("Open it to put {day} into your calendar.", day=next_request(day))
        warn(context, [_("saved in {file}", file=str(file)), advice])
