"""Help in the language of the run, with commands grouped by what people want; `klout help`."""

from copy import copy
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from klout_cli.cli.output import screen_of, show_blocks, write
from klout_cli.errors import UsageError, meant
from klout_cli.translation import Message, translate
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_

HELP_NAMES = ["-h", "--help"]
COMPLETION = ("install_completion", "show_completion")  # see `klout help options`
YOUR_SCORE = N_("Your score")
IMPROVE = N_("Improve it")
SHARE = N_("Share it")
YOUR_DATA = N_("Your data")
MANY_PEOPLE = N_("Many people")
DOCS = Path(__file__).parents[1] / "docs"


class Command(TyperCommand):
    """A command whose help is translated when it is shown."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help in the language of the run."""
        _print_help(self, ctx)


class Commands(TyperGroup):
    """A group of commands whose help is translated when it is shown."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help in the language of the run."""
        _print_help(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the called command. Raises UsageError for an unknown name."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            remedy = Message("see {command} --help", command=ctx.command_path)
            what = Message("There is no command {name}.", name=args[0])
            raise UsageError(what, "", meant(args[0], [*self.commands], remedy))
        return super().resolve_command(ctx, args)


def _print_help(command: Any, ctx: Any) -> None:
    rich_utils.ARGUMENTS_PANEL_TITLE = _("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = _("Options")
    rich_utils.COMMANDS_PANEL_TITLE = _("Commands")
    rich_utils.rich_format_help(obj=_translate(command), ctx=ctx, markup_mode="rich")


def _translate(command: Any) -> Any:
    """Return a copy of a command with its texts in the language of the run."""
    shown = copy(command)
    shown.help = _paragraphs(command.help)
    shown.rich_help_panel = _(command.rich_help_panel) if command.rich_help_panel else None
    shown.params = [_translate_parameter(parameter) for parameter in command.params]
    if hasattr(command, "commands"):
        shown.commands = {name: _translate(child) for name, child in command.commands.items()}
    return shown


def _translate_parameter(parameter: Any) -> Any:
    shown = copy(parameter)
    if getattr(parameter, "help", None):
        shown.help = _(parameter.help)
    if parameter.metavar:
        shown.metavar = _(parameter.metavar)
    if getattr(parameter, "rich_help_panel", None):
        shown.rich_help_panel = _(parameter.rich_help_panel)
    if parameter.name in COMPLETION:
        shown.hidden = True
    return shown


def _paragraphs(text: str | None) -> str:
    """Translate a docstring, paragraph by paragraph."""
    parts = (" ".join(part.split()) for part in (text or "").split("\n\n"))
    return "\n\n".join(translate(part) for part in parts if part)


def list_topics() -> list[str]:
    """Return the names of all documents."""
    return sorted(file.stem for file in DOCS.glob("*.md"))


def show_document(
    context: typer.Context,
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            autocompletion=list_topics,
            help="method, tables, privacy... Without one, all topics.",
        ),
    ] = "",
) -> None:
    """Read about the method, tables, privacy and more.

    Example: klout help method
    """
    from klout_cli.reports.screens.document import document_text, topics_blocks

    topics = list_topics()
    if topic and topic not in topics:
        raise UsageError(Message("There is no topic {name}.", name=topic), "", meant(topic, topics))
    if topic:
        text = (DOCS / f"{topic}.md").read_text(encoding="utf-8")
        write(document_text(text, screen_of(context)))
    else:
        show_blocks(context, topics_blocks({name: _title(name) for name in topics}))


def _title(topic: str) -> str:
    with (DOCS / f"{topic}.md").open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").strip()
