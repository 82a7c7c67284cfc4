"""`klout sources`: where to ask for one's data."""

from typing import Annotated

import typer

from klout_cli.cli import options


def sources(
    context: typer.Context,
    network: Annotated[
        str, typer.Argument(metavar="NETWORK", autocompletion=options.networks, help="x, linkedin, instagram ...; without it, all.")
    ] = "",
) -> None:
    """Tell where to ask each network for your data, in which format, how long it takes, what it holds and what it cannot.

    Example: klout sources linkedin
    """
    from difflib import get_close_matches

    from klout_cli.cli.output import screen_of, warn, write
    from klout_cli.errors import UsageError
    from klout_cli.pipeline import inspecting
    from klout_cli.reports.terminal import Terminal

    known = inspecting.sources()
    chosen = [source for source in known if source.network == network.lower()] if network else known
    if not chosen:
        names = options.networks()
        close = get_close_matches(network.lower(), names, 1)
        raise UsageError("no such network is read", network, f"did you mean {close[0]}?" if close else f"one of: {', '.join(names)}")
    warn(context, inspecting.plugin_faults())
    write(Terminal(screen_of(context)).sources(chosen))
