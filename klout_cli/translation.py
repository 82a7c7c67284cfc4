"""Texts in the language of a run, marked and translated where they are made.

Reports and commands use `gettext` and `ngettext`, which translate at once. The rooms below them
make data, which is the same in every language: they use `Message` and `PluralMessage`, strings that
read English until `translate` shows them. `gettext_noop` marks a constant that is shown by
`translate`. Placeholders are filled by `str.format`, numbers and dates as the language writes them.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ENGLISH = "en"
CATALOGUES = Path(__file__).with_name("languages")
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Message(str):
    """A text with values that can still be translated; as a string it is English."""

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> "Message":
        """Fill the template in English; `translate` fills its translation."""
        message = super().__new__(cls, _fill(template, values, _english))
        message.template = template
        message.values = values
        return message

    def with_texts(self, change: Callable[[str], str]) -> "Message":
        """Return the message with `change` applied to each text among its values."""
        return self.with_values(lambda value: change(value) if isinstance(value, str) else value)

    def with_values(self, change: Callable[[Any], Any]) -> "Message":
        """Return the message with `change` applied to each value, in inner messages too."""
        changed = {
            name: value.with_values(change) if isinstance(value, Message) else change(value)
            for name, value in self.values.items()
        }
        return self._copy(changed)

    def _copy(self, values: Mapping[str, Any]) -> "Message":
        return Message(self.template, **values)

    def _translated(self) -> str:
        return gettext(self.template, **self.values)


class PluralMessage(Message):
    """A message whose wording depends on its value `n`."""

    plural: str

    def __new__(cls, singular: str, plural: str, /, n: int | str, **values: Any) -> "PluralMessage":
        """Fill the form for `n` in English."""
        values["n"] = n
        message = str.__new__(cls, _fill(singular if n == 1 else plural, values, _english))
        message.template, message.plural, message.values = singular, plural, values
        return message

    def _copy(self, values: Mapping[str, Any]) -> "Message":
        return PluralMessage(self.template, self.plural, **values)

    def _translated(self) -> str:
        values = dict(self.values)
        return ngettext(self.template, self.plural, values.pop("n"), **values)


class Language:
    """A catalogue with the number and date formats of its locale."""

    def __init__(self, code: str) -> None:
        """Read every catalogue of the language.

        Raises OSError if there is none.
        """
        from gettext import GNUTranslations, NullTranslations
        from io import BytesIO

        from babel.core import Locale
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        self.locale = Locale.parse(code)
        self.translations = NullTranslations()
        for path in sorted((CATALOGUES / code).glob("*.po")):
            with path.open("rb") as file:
                compiled = BytesIO()
                write_mo(compiled, read_po(file, locale=code))
            compiled.seek(0)
            self.translations.add_fallback(GNUTranslations(compiled))

    def format(self, value: Any) -> Any:
        """Return a number, date or message as this language writes it, anything else as it is."""
        if isinstance(value, Message):
            return translate(value)
        if isinstance(value, bool) or not isinstance(value, (int, float, date)):
            return value
        if isinstance(value, date):
            from babel.dates import format_date as format_day

            return format_day(
                value,
                "dd.MM.yyyy" if self.locale.language == "de" else "medium",
                locale=self.locale,
            )
        return self.format_digits(_digits(value))

    def format_month(self, day: date) -> str:
        """Return the month of a day as this language writes it."""
        from babel.dates import format_date as format_day

        pattern = "MM.yyyy" if self.locale.language == "de" else "MMM yyyy"
        return format_day(day, pattern, locale=self.locale)

    def format_digits(self, english: str) -> str:
        """Replace the English marks of a number by the locale's."""
        from babel.numbers import get_decimal_symbol, get_group_symbol

        marks: dict[str, str | int | None] = {
            ".": get_decimal_symbol(self.locale),
            ",": get_group_symbol(self.locale),
        }
        return english.translate(str.maketrans(marks))


_language: Language | None = None  # None: English, which needs no catalogue


def use_language(code: str) -> None:
    """Translate into a language from now on.

    Raises OSError for one without a catalogue.
    """
    global _language
    _language = None if code == ENGLISH else _load(code)


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Translate a block into another language, then go on in the one before."""
    global _language
    before = _language
    use_language(code)
    try:
        yield
    finally:
        _language = before


@cache
def _load(code: str) -> Language:
    return Language(code)


def languages() -> list[str]:
    """Return the codes of all languages: English, and those with a catalogue."""
    return [ENGLISH, *sorted(folder.name for folder in CATALOGUES.iterdir() if folder.is_dir())]


def locale_language(environ: Mapping[str, str]) -> str:
    """Return the language of the first locale variable that is set.

    English if it has no catalogue.
    """
    locale = next((value for name in LOCALE_VARIABLES if (value := environ.get(name))), "")
    return next((code for code in languages() if locale[:2].lower() == code), ENGLISH)


def gettext(text: str, /, **values: Any) -> str:
    """Translate a text and fill its placeholders."""
    if _language is None:
        return _fill(text, values, _english)
    return _fill(_language.translations.gettext(text) if text else "", values, _language.format)


def ngettext(singular: str, plural: str, n: int | str, /, **values: Any) -> str:
    """Translate the form of a text for `n` things and fill its placeholders, `{n}` among them.

    A withheld number such as "<5" takes the form of several.
    """
    values["n"] = n
    if _language is None:
        return _fill(singular if n == 1 else plural, values, _english)
    text = _language.translations.ngettext(singular, plural, n if isinstance(n, int) else 2)
    return _fill(text, values, _language.format)


def gettext_noop(text: str) -> str:
    """Mark a constant for translation by `translate` where it is shown."""
    return text


def as_message(text: str) -> Message:
    """Return a message or a marked constant as a value that is translated in another message."""
    return text if isinstance(text, Message) else Message(text)


def translate(text: str) -> str:
    """Show a message or a marked constant in the language of the run."""
    return text._translated() if isinstance(text, Message) else gettext(text)


def every_translation(text: str) -> list[str]:
    """Return a text in all languages, English first."""
    others = (_load(code) for code in languages() if code != ENGLISH)
    return [text, *(language.translations.gettext(text) for language in others)]


def format_number(value: float, digits: int = 0) -> str:
    """Return a number with its thousands grouped: 1,204 or 1.204."""
    return _local(f"{value:,.{digits}f}".replace("-", "−"))


def format_date(day: date) -> str:
    """Return a date: 28 Feb 2026 or 28.02.2026."""
    return _english(day) if _language is None else str(_language.format(day))


def format_month(day: date) -> str:
    """Return the month of a day: Feb 2026 or 02.2026."""
    if _language is None:
        return f"{MONTHS[day.month - 1]} {day.year}"
    return _language.format_month(day)


def _local(english: str) -> str:
    return english if _language is None else _language.format_digits(english)


def _fill(text: str, values: Mapping[str, Any], show: Callable[[Any], Any]) -> str:
    if not values:
        return text
    return text.format(**{name: show(value) for name, value in values.items()})


def _english(value: Any) -> Any:
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(value) if isinstance(value, Message) else value
    return _digits(value)


def _digits(value: float) -> str:
    return (f"{value:,}" if isinstance(value, int) else f"{value:,g}").replace("-", "−")
