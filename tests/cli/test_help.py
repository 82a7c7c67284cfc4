"""--help in the language of the run: whole, German to the last word, and with every option of the English one."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from klout_cli.cli.app import app
from klout_cli.cli.help import first_sentence
from klout_cli.reports.language import language
from tests.cli.processes import klout, python, told
from tests.cli.test_lang import ENGLISH, GERMAN, NAMES

OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*|\bKLOUT_\w+")
EXAMPLE = re.compile(r"Beispiel: (.|\n)*?(?=\n\n|$)")


def commands(one: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words that call a command, and those below it."""
    yield above
    for name, below in getattr(one, "commands", {}).items():
        yield from commands(below, (*above, name))


ROOT = get_command(app)
COMMANDS = list(commands(ROOT))
COMPLETION = ("install_completion", "show_completion")  # in typer's words


def own_texts(words: tuple[str, ...]) -> Iterator[str]:
    """Yield what the help of a command shows in our words."""
    command: Any = ROOT
    for word in words:
        command = command.commands[word]
    yield from (command.help or "").split("\n\n")
    for parameter in command.params:
        if parameter.name not in COMPLETION:
            yield parameter.help
    for below in getattr(command, "commands", {}).values():
        yield first_sentence(below.help)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_has_every_text_and_option_and_german_help_no_english(
    command: tuple[str, ...],
) -> None:
    english, german = told(*command, "--help").out, told(*command, "--help", *GERMAN).out
    texts = [squeezed(text) for text in own_texts(command)]
    assert not [text for text in texts if text not in squeezed(english)]
    translated = [squeezed(language("de").say(text)) for text in texts]
    assert not [text for text in translated if text not in squeezed(german)]
    assert not [
        line for line in EXAMPLE.sub("", german).splitlines() if ENGLISH.search(NAMES.sub("", line))
    ]
    assert set(OPTION.findall(english)) <= set(OPTION.findall(german))
    assert german.startswith("Aufruf: ") and not re.search(
        r"\b(Options|Arguments|Commands|default|env)\b", german
    )


def test_the_list_of_commands_is_cut_nowhere() -> None:
    assert "..." not in told("--help").out.partition("Commands:")[2]


def test_help_follows_the_locale_and_english_help_loads_no_catalogue() -> None:
    assert (
        klout("score", "-h", env={"LC_ALL": "de_DE.UTF-8", "KLOUT_LANG": ""}).out
        == told("score", "-h", *GERMAN).out
    )
    code = "import atexit, sys\natexit.register(lambda: print('babel' in sys.modules, file=sys.stderr))"
    assert python(code, "--help").err == "False\n"
    assert python(code, "--help", *GERMAN).err == "True\n"
