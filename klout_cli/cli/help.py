"""The layout of --help: complete command lists, and translation."""

from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from klout_cli.cli.language import current_language, translate
from klout_cli.errors import UsageError, meant
from klout_cli.reports.translation import ENGLISH

HELP_NAMES = ["-h", "--help"]


class Commands(TyperGroup):
    """A group whose help shows each command's whole first sentence."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Prepare a run, with translated help for another language than English."""
        if {*HELP_NAMES} & {*args} and current_language() != ENGLISH:
            self.context_class = TranslatedContext
        return super().make_context(info_name, args, parent, **extra)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command with the same help layout as this group, or None."""
        command = super().get_command(ctx, cmd_name)
        if command and self.context_class is TranslatedContext:
            command.context_class = TranslatedContext
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the called command. Raises UsageError for an unknown name."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            remedy = f"{ctx.command_path} --help lists what there is"
            raise UsageError("no such command", args[0], meant(args[0], [*self.commands], remedy))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write a line or two for each command."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, first_sentence(command.help or ""))
                    for name, command in self.commands.items()
                ]
            )


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, in one line."""
    sentence, end, _ = " ".join(text.split()).partition(". ")
    return sentence + end.rstrip()


class TranslatedFormatter(typer.Context.formatter_class):  # type: ignore[misc,valid-type]
    """Lays out help in the language of this run."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, translate(args), f"{translate('Usage')}: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        super().write_heading(translate(heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        super().write_text(
            "\n\n".join(translate(" ".join(paragraph.split())) for paragraph in text.split("\n\n"))
        )

    def write_dl(self, rows: Sequence[tuple[str, str]], **layout: int) -> None:
        """Write names and descriptions, which can end with facts in brackets."""
        parts = [(name, *text.partition("  [")) for name, text in rows]
        super().write_dl(
            [
                (name, translate(text) + begin + translate(facts[:-1]) + facts[-1:])
                for name, text, begin, facts in parts
            ],
            **layout,
        )


class TranslatedContext(typer.Context):
    """The context of a command with translated help."""

    formatter_class = TranslatedFormatter
