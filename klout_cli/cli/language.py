"""The language of this run.

From --lang, KLOUT_LANG, person.lang of the nearest klout.yaml or the locale; determined when first
needed.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from klout_cli import SETTINGS_FILE
from klout_cli.cli import LANG
from klout_cli.cli.settings import settings_files
from klout_cli.errors import KloutError
from klout_cli.translation import languages, locale_language

VARIABLE = "KLOUT_LANG"
_arguments: list[str] = []


def remember_arguments(arguments: Sequence[str]) -> None:
    """Store this run's arguments, which can set the language and locate settings."""
    _arguments[:] = arguments
    current_language.cache_clear()


def arguments() -> list[str]:
    """Return this run's arguments."""
    return [*_arguments]


@cache
def current_language() -> str:
    """Return the language of this run."""
    return choose_language(_arguments, os.environ)


def choose_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language set by arguments, environment, settings or locale.

    One without a catalogue is ignored.
    """
    known = languages()
    names = (_flag(arguments), environ.get(VARIABLE, ""))
    return (
        next((name for name in names if name in known), "")
        or _settings_language(arguments, environ, known)
        or locale_language(environ)
    )


def _flag(arguments: Sequence[str]) -> str:
    values = [value for name, value in pairwise(arguments) if name == LANG]
    values += [
        argument.partition("=")[2] for argument in arguments if argument.startswith(f"{LANG}=")
    ]
    return values[0] if values else ""


def _settings_language(
    arguments: Sequence[str], environ: Mapping[str, str], known: Sequence[str]
) -> str:
    """Return the language of the settings, "" if unset; the command reports errors."""
    try:
        paths = [Path(argument) for argument in arguments if argument]
        places = [path for path in paths if path.name == SETTINGS_FILE or path.is_dir()]
        if not settings_files(places, environ):
            return ""
        from klout_cli.cli.settings import load

        name = load(places, environ).person.lang
    except (KloutError, OSError, ValueError):
        return ""
    return name if name in known else ""
