"""`klout network`: the most important people around the person, and why."""

from pathlib import Path
from typing import Annotated, Unpack

import typer
from msgspec.structs import replace

from klout_cli.cli import flags
from klout_cli.cli.options import read_options
from klout_cli.cli.output import screen_of, targets, write
from klout_cli.errors import InputError, UsageError
from klout_cli.reports.screen import Screen
from klout_cli.results.listeners import Listeners
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_


def network(
    context: typer.Context,
    paths: flags.Paths = None,
    top: Annotated[int, typer.Option(metavar="N", min=1, help="People in each list.")] = 10,
    merges: Annotated[
        bool, typer.Option("--merges", help="Show which contacts are the same person, and why.")
    ] = False,
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Keep contacts of different networks apart.")
    ] = False,
    graph: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Save the graph as .graphml, .gexf or .csv."),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Save a picture of the network as .svg.")
    ] = None,
    redact: Annotated[
        bool,
        typer.Option("--redact", "--share", help="Replace names by numbers and hide small counts."),
    ] = False,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Include names in JSON.")
    ] = False,
    format: flags.TableOrJson = "table",
    audience: Annotated[
        bool,
        typer.Option("--audience", help="Show your connections by level, field and company."),
    ] = False,
    output: flags.Output = None,
    force: flags.Force = False,
    **shared: Unpack[flags.PersonFlags],
) -> None:
    """Show whom to answer, who supports you and who counts.

    Example: klout network Complete_LinkedInDataExport_03-01-2026.zip twitter-2026-03-01.zip --svg
    network.svg
    """
    from klout_cli import details, pipeline
    from klout_cli.person.circle import nameless, redacted
    from klout_cli.reports.network_json import network_json
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.network import merges_blocks, network_blocks

    inputs = paths or []
    if audience and (graph or svg or merges):
        raise UsageError(
            N_("--audience is a screen of its own."), "", N_("run klout network twice")
        )
    _refuse_together(graph, svg, output, redact=redact, with_names=with_names)
    (file,) = targets(output, [format], inputs, force)
    (graph_file,), (svg_file,) = (
        targets(graph, ["graph"], inputs, force),
        targets(svg, ["svg"], inputs, force),
    )
    options = read_options(context, paths)
    exports = pipeline.read_exports(options)
    if audience:
        listeners = details.gather_listeners(exports, options)
        if redact:
            listeners = replace(listeners, person="", companies=(), redacted=True)
        screen = None if format == "json" else screen_of(context, to_file=file is not None)
        write(_format_audience(listeners, top, screen, with_names=with_names), file)
        return
    circle = details.gather_circle(exports, options, merge=not no_merge)
    if not circle.members:
        raise InputError(
            N_("These exports don't include people you exchanged with."),
            "",
            N_("klout sources shows which exports do"),
        )
    people = redacted(circle) if redact else circle
    if format == "json":
        text = network_json(people if redact or with_names else nameless(people))
    else:
        screen = screen_of(context, to_file=file is not None)
        blocks = (
            merges_blocks(people) if merges else network_blocks(people, top, verbose=screen.verbose)
        )
        text = draw(blocks, screen)
    write(text, file)
    if graph and graph_file:
        from klout_cli.reports.graph_files import FORMS

        write(FORMS[graph.suffix.lower()](people), graph_file)
    if svg_file:
        from klout_cli.reports.network_svg import picture

        write(picture(people), svg_file)


def _format_audience(
    listeners: Listeners, top: int, screen: Screen | None, *, with_names: bool
) -> str:
    """Return who the connections are, for a screen or as JSON; raises InputError for none."""
    from klout_cli.reports.network_json import listeners_json
    from klout_cli.reports.screens.console import draw
    from klout_cli.reports.screens.listeners import listeners_blocks

    if not listeners.people:
        raise InputError(
            N_("These exports don't list connections on LinkedIn or XING."),
            "",
            N_("klout sources linkedin shows how to get them"),
        )
    if screen is None:
        return listeners_json(listeners, with_names=with_names)
    return draw(listeners_blocks(listeners, top, verbose=screen.verbose), screen)


def _refuse_together(
    graph: Path | None, svg: Path | None, output: Path | None, *, redact: bool, with_names: bool
) -> None:
    """Raise UsageError for contradictory options, before anything is read."""
    from klout_cli.reports.graph_files import FORMS

    flags.refuse_names(redact=redact, with_names=with_names)
    if graph and graph.suffix.lower() not in FORMS:
        raise UsageError(
            N_("klout can't write this kind of graph."),
            "--graph",
            Message("use one of {names}", names=", ".join(FORMS)),
        )
    if svg and svg.suffix.lower() != ".svg":
        raise UsageError(
            N_("The picture is an SVG."), "--svg", N_("use a name that ends with .svg")
        )
    files = [path.absolute() for path in (graph, svg, output) if path]
    if len(set(files)) < len(files):
        raise UsageError(N_("Two results would go to one file."), "", N_("use different names"))
