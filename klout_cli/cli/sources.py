"""`klout sources`: where to ask for one's data."""

from typing import Annotated

import typer

from klout_cli.cli import options


def sources(
    context: typer.Context,
    network: Annotated[
        str,
        typer.Argument(
            metavar="NETWORK",
            autocompletion=options.networks,
            help="x, linkedin, instagram ...; without it, all.",
        ),
    ] = "",
) -> None:
    """Tell where to ask each network for your data, in which format, how long it takes, what it holds and what it cannot.

    Example: klout sources linkedin
    """
    from klout_cli.cli.output import screen_of, warn, write
    from klout_cli.pipeline import inspecting
    from klout_cli.reports.terminal import Terminal

    known = inspecting.sources()
    chosen = [source for source in known if source.network == network.lower()] if network else known
    if not chosen:
        raise options.no_network("no such network is read", network, options.networks())
    warn(context, inspecting.plugin_faults())
    write(Terminal(screen_of(context)).sources(chosen))
