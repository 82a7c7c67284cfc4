"""The language of this run: --lang, KLOUT_LANG, person.lang of the nearest klout.yaml, then the locale's; looked for when needed."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from klout_cli.cli import LANG

VARIABLE = "KLOUT_LANG"
_heard: list[str] = []


def hear(arguments: Sequence[str]) -> None:
    """Remember the arguments of this run, in which the language and settings beside exports are named."""
    _heard[:] = arguments
    lang.cache_clear()


def said(text: str) -> str:
    """Return a text in the language of this run."""
    from klout_cli.reports.tongue import said_in  # the version is told without all this

    return str(said_in(lang())(text))


@cache
def lang() -> str:
    """Return the language of this run; one that klout does not speak counts as not named."""
    return chosen(_heard, os.environ)


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language that arguments, environment and settings ask for."""
    from klout_cli.reports.tongue import languages, of_locale

    spoken = languages()
    named = (_flag(arguments), environ.get(VARIABLE, ""))
    return (
        next((name for name in named if name in spoken), "")
        or _of_settings(arguments, environ, spoken)
        or of_locale(environ)
    )


def _flag(arguments: Sequence[str]) -> str:
    given = [value for name, value in pairwise(arguments) if name == LANG]
    joined = [
        argument.partition("=")[2] for argument in arguments if argument.startswith(f"{LANG}=")
    ]
    return next(iter((*given, *joined)), "")


def _of_settings(
    arguments: Sequence[str], environ: Mapping[str, str], spoken: Sequence[str]
) -> str:
    """Ask the settings, where there are any: of what is wrong with them others tell."""
    from pathlib import Path  # a version is told without it

    from klout_cli.cli.places import settings_files
    from klout_cli.errors import KloutError

    try:
        folders = [Path(argument) for argument in arguments if argument and Path(argument).is_dir()]
        if not settings_files(folders, environ):
            return ""
        from klout_cli.cli.settings import load

        named = load(folders, environ).person.lang
    except (KloutError, OSError, ValueError):
        return ""
    return named if named in spoken else ""
