"""The manual page, from the same source as --help: man(7) text of the commands, their options and examples."""

import inspect
from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from klout_cli.cli.app import app


def page() -> str:
    """Return klout(1).

    It carries no version and no date, so that nothing but a changed option changes it.
    """
    command = get_command(app)
    lines = [
        '.\\" Made from --help: pytest tests/test_manual.py --golden',
        ".TH KLOUT 1",
        ".SH NAME",
        "klout \\- influence score from your own exports",
    ]
    lines += [
        ".SH SYNOPSIS",
        ".B klout",
        "[OPTIONS] COMMAND [ARGUMENTS]",
        ".SH DESCRIPTION",
        *_text(command.help or ""),
    ]
    lines += [".SH OPTIONS", *_options(command), ".SH COMMANDS"]
    for name, one in _walk(command):
        lines += [".SS " + _escaped(f"klout {name}"), *_text(one.help or ""), *_options(one)]
    return "\n".join([*lines, ".SH EXIT CODES AND LIMITS", *_text(command.epilog or "")]) + "\n"


def _walk(command: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    for name, one in getattr(command, "commands", {}).items():
        yield f"{above}{name}", one
        yield from _walk(one, f"{above}{name} ")


def _text(help: str) -> Iterator[str]:
    for place, paragraph in enumerate(inspect.cleandoc(help).split("\n\n")):
        if place:
            yield ".PP"
        yield _escaped(" ".join(paragraph.split()))


def _options(command: Any) -> Iterator[str]:
    for one in command.params:
        names = ", ".join((*one.opts, *one.secondary_opts)) if one.opts[0].startswith("-") else ""
        value = (
            ""
            if getattr(one, "is_flag", False)
            else str(one.metavar or "|".join(getattr(one.type, "choices", ())) or one.name.upper())
        )
        yield from (".TP", ".B " + _escaped(f"{names} {value}".strip()), _escaped(one.help or ""))


def _escaped(text: str) -> str:
    """Keep a line from being taken for a request, and its hyphens as they are typed."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text
