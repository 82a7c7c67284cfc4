"""Translation into the language of a run; catalogues are loaded on first use."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ENGLISH = "en"
CATALOGUES = Path(__file__).with_name("languages")
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def languages() -> list[str]:
    """Return the codes of all languages: English, and those with a catalogue."""
    return [ENGLISH, *sorted(file.stem for file in CATALOGUES.glob("*.po"))]


def locale_language(environ: Mapping[str, str]) -> str:
    """Return the language of the first locale variable that is set.

    English if it has no catalogue.
    """
    locale = next((value for name in LOCALE_VARIABLES if (value := environ.get(name))), "")
    return next((code for code in languages() if locale[:2].lower() == code), ENGLISH)


def translator(lang: str) -> Callable[[Any], Any]:
    """Return a function that translates a text, or a block of texts."""
    if lang == ENGLISH:
        return lambda text: text
    from klout_cli.reports.language import language

    return language(lang).block
