"""--help in both languages: short, grouped, and with every text in the catalogue."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from klout_cli.cli.app import app
from klout_cli.cli.help import COMPLETION
from klout_cli.translation import ENGLISH, gettext, use_language
from tests.cli.processes import klout, python, told
from tests.cli.test_lang import GERMAN

ROOT = get_command(app)


def commands(command: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words that call a command, and those below it."""
    yield above
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*above, name))


COMMANDS = list(commands(ROOT))


def find(words: tuple[str, ...]) -> Any:
    command: Any = ROOT
    for word in words:
        command = command.commands[word]
    return command


def help_texts(command: Any) -> Iterator[str]:
    """Yield every text that the help of a command shows."""
    yield from (" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    for parameter in command.params:
        if parameter.name not in COMPLETION and parameter.name != "help":
            yield parameter.help or ""
        if parameter.metavar and not re.fullmatch(r"[\W\w]|en\|de|,\|\.", parameter.metavar):
            yield parameter.metavar


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_text_of_the_help_has_a_german_one(command: tuple[str, ...]) -> None:
    same = re.compile(r"[A-Z|\[\].,… ]+|posts\|days|.*klout .*")
    use_language("de")
    try:
        texts = [text for text in help_texts(find(command)) if text]
        assert not [text for text in texts if gettext(text) == text and not same.fullmatch(text)]
    finally:
        use_language(ENGLISH)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_first_paragraph_of_every_help_is_one_short_sentence(command: tuple[str, ...]) -> None:
    first = next(help_texts(find(command)))
    assert len(first.split()) <= 20
    assert first.count(":") == 0


@pytest.mark.parametrize("lang", ["en", "de"])
def test_the_list_of_commands_fits_50_lines_in_five_groups(lang: str) -> None:
    text = told("--help", "--lang", lang).out
    assert len(text.splitlines()) <= 50
    panels = re.findall(r"^╭─ ([^─]+) ─", text, re.MULTILINE)
    assert len(panels) == 6 and "…" not in text


def test_of_the_global_options_help_shows_language_and_help() -> None:
    text = told("--help").out
    assert set(re.findall(r"--[a-z-]+", text)) == {"--lang", "--help"}


def test_help_follows_the_locale_and_english_help_loads_no_catalogue() -> None:
    german = klout("score", "-h", env={"LC_ALL": "de_DE.UTF-8", "KLOUT_LANG": ""}).out
    assert german == told("score", "-h", *GERMAN).out
    code = "import atexit, sys\natexit.register(lambda: print('babel' in sys.modules, file=sys.stderr))"
    assert python(code, "--help").err == "False\n"
    assert python(code, "--help", *GERMAN).err == "True\n"
