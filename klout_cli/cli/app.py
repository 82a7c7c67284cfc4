"""The application: global options, and the list of commands."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

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
from klout_cli.cli import open as open_command
from klout_cli.cli.flags import Colour
from klout_cli.cli.help import HELP_NAMES, Commands
from klout_cli.errors import UsageError
from klout_cli.reports.translation import languages

if TYPE_CHECKING:
    from klout_cli.reports.screen import Screen

EPILOG = """Global options may stand before or behind the command. Exit codes: 0 done; 1 gate not
met; 2 wrong usage, settings or model; 3 nothing usable; 4 something skipped and --strict given;
5 cannot read or write; 70 internal fault; 130 interrupted.

Limits of what is read, which limits in klout.yaml changes: 2 GB unpacked, 300 times what was
packed, 100,000 files, 16 folders inside each other, 5,000,000 posts, 10,000,000 contacts and
interactions, a field of 1 MB, a line of 16 MB, JSON nested 200 deep. Reading one download for more
than 60 seconds is no fault, but said. A whole number has at most 18 digits, as many as 64 bits
hold."""

app = typer.Typer(
    name="klout",
    cls=Commands,
    help="An open influence score from your own exports, explained line by line. "
    "Nothing leaves this computer.",
    epilog=EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": HELP_NAMES},
)


# In the order of --help.
app.command()(score.score)
app.command()(compare.compare)
app.command()(demo.demo)
app.command()(explain.explain)
app.command()(hints.hints)
app.command()(whatif.whatif)
app.command()(audit.audit)
app.command()(report.report)
app.command()(verify.verify)
app.command("open")(open_command.open_last)
app.command()(card.card)
app.command()(team.team)
app.command()(perks.perks)
app.command()(network.network)
app.command()(topics.topics)
app.command()(inspect.inspect)
app.command()(sources.sources)
app.command()(rank.rank)
app.command()(export.export)
app.command()(init.init)
app.command()(map.map)
app.add_typer(config.config, name="config")
app.add_typer(history.history, name="history")


class Globals(NamedTuple):
    """Output options of every command."""

    colour: Colour
    plain: bool
    ascii: bool
    verbose: bool
    quiet: bool
    no_progress: bool
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
        typer.Option(
            LANG,
            envvar=language.VARIABLE,
            metavar="|".join(languages()),
            help="Language; default: the locale's.",
        ),
    ] = "",
    color: Annotated[Colour, typer.Option(help="When to use colour.")] = "auto",
    plain: Annotated[
        bool, typer.Option("--plain", help="No bars, one 'name: value' a line (also ACCESSIBLE=1).")
    ] = False,
    ascii: Annotated[bool, typer.Option("--ascii", help="Draw with letters only.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Name every skipped row.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="No warnings and no progress on the error stream.")
    ] = False,
    no_progress: Annotated[
        bool,
        typer.Option(
            "--no-progress", envvar="KLOUT_NO_PROGRESS", help="Do not tell how far a long run is."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show tracebacks; they may contain personal text.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Score what you say by how far it carries: three steps to a first score without a command."""
    if lang not in ("", *languages()):
        raise UsageError(
            "klout does not speak this language", lang, f"one of: {', '.join(languages())}"
        )
    context.obj = Globals(color, plain, ascii, verbose, quiet, no_progress, debug)
    if context.invoked_subcommand is None:
        from klout_cli.cli.output import screen_of, write

        write(first_steps(screen_of(context)))


def first_steps(screen: "Screen") -> str:
    """Return an introduction and the steps to a first score."""
    from klout_cli.reports.layout import Note, Pairs, arrange

    steps = (
        ("1  klout demo", "see it with an invented person"),
        ("2  klout sources", "ask your networks for your data: where, how long, what it holds"),
        ("3  klout score FILE...", "score the downloads, as they come: zip, folder or single file"),
    )
    text = (
        Note("Klout", (WHAT, WHERE)),
        Pairs(steps, "Three steps to a first score"),
        Note("Reads", (READS, HELP)),
    )
    return arrange(text, screen)


WHAT = (
    "klout scores how far what you say carries, 0 to 100, from your own exports, "
    "and explains every point."
)
WHERE = "Everything happens on this computer; nothing is sent anywhere."
READS = (
    "It reads exports of X, LinkedIn, Instagram, Facebook, XING, blogs and more, "
    "and plain tables of any network."
)
HELP = (
    "klout --help lists all commands. "
    "A score is at most one of many factors in a decision about a person."
)
