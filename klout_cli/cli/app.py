"""The application: global options, and the list of commands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, NamedTuple

import typer

from klout_cli import __version__
from klout_cli.cli import (
    LANG,
    audit,
    card,
    compare,
    config,
    demo,
    explain,
    export,
    flags,
    hints,
    history,
    init,
    inspect,
    language,
    map,
    network,
    perks,
    rank,
    report,
    score,
    sources,
    team,
    topics,
    verify,
    whatif,
)
from klout_cli.cli import help as help_command
from klout_cli.cli import open as open_command
from klout_cli.cli.help import (
    HELP_NAMES,
    IMPROVE,
    MANY_PEOPLE,
    SHARE,
    YOUR_DATA,
    YOUR_SCORE,
    Command,
    Commands,
)
from klout_cli.errors import UsageError
from klout_cli.translation import Message, languages
from klout_cli.translation import gettext_noop as N_

app = typer.Typer(
    name="klout",
    cls=Commands,
    help="Your influence score from your own exports, explained line by line. "
    "Nothing leaves this computer.",
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": HELP_NAMES},
)
PANELS: Mapping[str, Sequence[Callable[..., None]]] = {
    YOUR_SCORE: (score.score, compare.compare, explain.explain, demo.demo),
    IMPROVE: (hints.hints, whatif.whatif, audit.audit, network.network, topics.topics, perks.perks),
    SHARE: (report.report, card.card, verify.verify),
    YOUR_DATA: (sources.sources, inspect.inspect, map.map, init.init, export.export),
    MANY_PEOPLE: (team.team, rank.rank),
}
for panel, commands in PANELS.items():  # in the order of --help
    for command in commands:
        declared = flags.declare_flags(command)
        app.command(command.__name__, cls=Command, rich_help_panel=panel)(declared)
app.command("open", cls=Command, rich_help_panel=SHARE)(open_command.open_last)
app.command("help", cls=Command, rich_help_panel=YOUR_DATA)(help_command.show_document)
app.add_typer(history.history, name="history", rich_help_panel=YOUR_DATA)
app.add_typer(config.config, name="config", rich_help_panel=YOUR_DATA)
COMMANDS = frozenset(
    (
        *(command.name for command in app.registered_commands),
        *(group.name for group in app.registered_groups),
    )
)


class Globals(NamedTuple):
    """Output options of every command."""

    colour: flags.Colour
    plain: bool
    ascii: bool
    verbose: bool
    quiet: bool
    no_progress: bool
    no_input: bool
    debug: bool


def _version(requested: bool) -> None:
    if requested:
        print(f"klout {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def klout(
    context: typer.Context,
    lang: Annotated[
        str,
        flags.setting(
            LANG, metavar="|".join(languages()), help="Language. Default: your system's."
        ),
    ] = "",
    color: Annotated[flags.Colour, typer.Option(hidden=True, help="When to use colour.")] = "auto",
    plain: Annotated[
        bool, typer.Option("--plain", hidden=True, help="One fact a line, no bars.")
    ] = False,
    ascii: Annotated[
        bool, typer.Option("--ascii", hidden=True, help="Plain ASCII characters only.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", hidden=True, help="Show every detail.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", hidden=True, help="Hide warnings and progress.")
    ] = False,
    no_progress: Annotated[
        bool, flags.setting("--no-progress", hidden=True, help="Hide the progress bar.")
    ] = False,
    no_input: Annotated[
        bool, flags.setting("--no-input", hidden=True, help="Never ask a question.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", hidden=True, help="Show tracebacks.")] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", hidden=True, callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Show three steps to a first score if there is no command."""
    if lang not in ("", *languages()):
        raise UsageError(
            N_("klout doesn't have this language."),
            lang,
            Message("use one of {names}", names=", ".join(languages())),
        )
    context.obj = Globals(color, plain, ascii, verbose, quiet, no_progress, no_input, debug)
    if context.invoked_subcommand is None:
        from klout_cli.cli.start import find_exports

        if exports := find_exports(context):
            arguments = [*language.arguments(), "score", *(str(path) for path in exports)]
            app(arguments, prog_name="klout", standalone_mode=False)
