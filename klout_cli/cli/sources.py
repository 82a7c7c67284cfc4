"""`klout sources`: where to request exports."""

from typing import Annotated

import typer

from klout_cli.cli import flags
from klout_cli.translation import gettext_noop as N_


def sources(
    context: typer.Context,
    network: Annotated[
        str,
        typer.Argument(
            metavar="NETWORK",
            autocompletion=flags.list_networks,
            help="x, linkedin, instagram … Without one, all.",
        ),
    ] = "",
) -> None:
    """Show where to request your data.

    Example: klout sources linkedin
    """
    from klout_cli.cli.output import screen_of, warn, write
    from klout_cli.importers.plugins import list_sources, plugins
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.sources import sources_blocks

    known = list_sources()
    matches = [source for source in known if network.lower() in ("", source.network)]
    if not matches:
        names = flags.list_networks()
        raise flags.unknown_network(N_("klout can't read this network."), network, names)
    _, faults = plugins()
    warn(context, faults)
    screen = screen_of(context)
    write(draw(sources_blocks(matches, verbose=screen.verbose), screen))
