"""Which language things are said in. English says itself.

Any other is loaded when something is said in it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ENGLISH = "en"
CATALOGUES = Path(__file__).with_name("languages")
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def languages() -> list[str]:
    """Return the codes of all languages: English, and those there is a catalogue of."""
    return [ENGLISH, *sorted(file.stem for file in CATALOGUES.glob("*.po"))]


def of_locale(environ: Mapping[str, str]) -> str:
    """Return the language of the first locale variable that is set, English where klout does not speak it (L2: no setlocale)."""
    named = next((value for name in LOCALES if (value := environ.get(name))), "")
    return next((code for code in languages() if named[:2].lower() == code), ENGLISH)


def said_in(lang: str) -> Callable[[Any], Any]:
    """Return what says a text, or a block of texts, in a language."""
    if lang == ENGLISH:
        return lambda said: said
    from klout_cli.reports.language import language

    return language(lang).block
