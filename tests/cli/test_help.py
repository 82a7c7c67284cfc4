"""--help in the language of the run: whole, German to the last word, and with every option of the English one."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from typer.main import get_command

from klout_cli.cli.app import app
from tests.cli.processes import klout, python, told
from tests.cli.test_lang import ENGLISH, GERMAN, NAMES

OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*|\bKLOUT_\w+")
EXAMPLE = re.compile(r"Beispiel: (.|\n)*?(?=\n\n|$)")


def commands(one: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words that call a command, and those below it."""
    yield above
    for name, below in getattr(one, "commands", {}).items():
        yield from commands(below, (*above, name))


COMMANDS = list(commands(get_command(app)))


@pytest.mark.parametrize("command", [(), ("score",)], ids=" ".join)
def test_german_help_is_golden(
    golden: Callable[[str, str], None], command: tuple[str, ...]
) -> None:
    golden("-".join(("de-help", *command)) + ".txt", told(*command, "--help", *GERMAN).out)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_german_help_has_no_english_and_every_option(command: tuple[str, ...]) -> None:
    english, german = told(*command, "--help").out, told(*command, "--help", *GERMAN).out
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
