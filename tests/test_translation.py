"""Texts in the language of a run: filled, counted, and none missing in a catalogue."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import klout_cli
from klout_cli import translation
from klout_cli.translation import (
    CATALOGUES,
    ENGLISH,
    Message,
    PluralMessage,
    format_date,
    format_number,
    gettext,
    languages,
    ngettext,
    translate,
    use_language,
)

ROOT = Path(klout_cli.__file__).parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "N_": None,
    "gettext_noop": None,
    "Message": None,
    "ngettext": (1, 2),
    "PluralMessage": (1, 2),
    "phrase": None,
    "plural_phrase": (1, 2),
}
METHODS = [
    ("**.py", "python"),
    *((f"reports/page/**.{ending}", "jinja2") for ending in ("html", "md", "svg")),
]
HOLE = re.compile(r"\{(\w+)[^}]*\}")
OTHERS = [code for code in languages() if code != ENGLISH]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave other tests in English."""
    yield
    use_language(ENGLISH)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Translate with a catalogue of three texts."""
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "few.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n'
        'Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "no date"\nmsgstr "kein Datum"\n\n'
        'msgid "{file} has {reason}"\nmsgstr "{file}: {reason}"\n\n'
        'msgid "{n} post since {day}"\nmsgid_plural "{n} posts since {day}"\n'
        'msgstr[0] "{n} Beitrag seit {day}"\nmsgstr[1] "{n} Beiträge seit {day}"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(translation, "CATALOGUES", tmp_path)
    translation._load.cache_clear()
    use_language("de")
    translation._load.cache_clear()


def test_english_fills_numbers_and_dates() -> None:
    assert gettext("{n} of {day}", n=1204, day=date(2026, 2, 28)) == "1,204 of 28 Feb 2026"
    assert ngettext("{n} post", "{n} posts", 1) == "1 post"
    assert ngettext("{n} post", "{n} posts", 1204) == "1,204 posts"
    assert format_number(-1204.25, 1) == "−1,204.2"
    assert format_date(date(2026, 3, 1)) == "1 Mar 2026"


@pytest.mark.usefixtures("german")
def test_another_language_has_its_own_texts_numbers_and_dates() -> None:
    assert gettext("no date") == "kein Datum"
    assert gettext("unknown {n}", n=1204) == "unknown 1.204"
    day = date(2026, 2, 28)
    assert ngettext("{n} post since {day}", "{n} posts since {day}", 1, day=day) == (
        "1 Beitrag seit 28.02.2026"
    )
    assert format_number(1204.5, 1) == "1.204,5"


@pytest.mark.usefixtures("german")
def test_a_message_is_english_until_it_is_shown() -> None:
    message = Message("{file} has {reason}", file="a.csv", reason=Message("no date"))
    assert message == "a.csv has no date"
    assert translate(message) == "a.csv: kein Datum"
    posts = PluralMessage(
        "{n} post since {day}", "{n} posts since {day}", n=1204, day=date(2026, 2, 28)
    )
    assert posts == "1,204 posts since 28 Feb 2026"
    assert translate(posts) == "1.204 Beiträge seit 28.02.2026"
    assert translate(posts.with_texts(str.upper)) == translate(posts)
    assert translate(message.with_texts(str.upper)) == "A.CSV: kein Datum"


def test_a_value_with_braces_is_left_alone() -> None:
    assert Message("{file}", file="{n} {0}") == "{n} {0}"
    assert translate(Message("{file}", file="{n}")) == "{n}"


def used() -> set[str]:
    """Return every text that the sources mark."""
    texts: set[str] = set()
    for _, _, message, _, _ in extract_from_dir(ROOT, METHODS, keywords=KEYWORDS):
        texts.add(message if isinstance(message, str) else message[0])
    return texts - {""}


@pytest.mark.parametrize("code", OTHERS)
def test_every_marked_text_is_translated_with_the_same_values(code: str) -> None:
    known = {}
    for path in sorted((CATALOGUES / code).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=code):
                singular = message.id if isinstance(message.id, str) else message.id[0]
                known[singular] = message
    for text in sorted(used()):
        assert text in known, f"no translation of {text!r}"
        message = known[text]
        forms = (message.string,) if isinstance(message.string, str) else message.string
        for form in forms:
            assert form, f"an empty translation of {text!r}"
            assert set(HOLE.findall(form)) <= set(HOLE.findall(str(message.id))), text
