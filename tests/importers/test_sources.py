"""Texts of sources.yaml and other_forms.yaml: shown by `translate`, so each has a translation."""

from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from klout_cli.importers import every_importer
from klout_cli.importers.unread import load_forms
from klout_cli.results import Source
from klout_cli.translation import CATALOGUES, ENGLISH, languages

SHOWN = [field for field in Source.__struct_fields__ if field != "network"]
OTHERS = [code for code in languages() if code != ENGLISH]


def shown_texts() -> Iterator[str]:
    for importer in every_importer():
        yield from (getattr(importer.source, field) for field in SHOWN)
        yield from filter(None, importer.feeds.values())
    for form in load_forms():
        yield form.id
        yield str(form.remedy.values["where"])


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_that_is_shown_is_translated(code: str) -> None:
    known: dict[object, object] = {}
    for path in (CATALOGUES / code).glob("*.po"):
        with path.open("rb") as file:
            known |= {message.id: message.string for message in read_po(file, locale=code)}
    assert sorted(text for text in set(shown_texts()) if not known.get(text)) == []


def test_a_text_has_at_most_one_colon_and_no_banned_verb() -> None:
    for text in shown_texts():
        assert text.count(":") <= 1, text
        assert not {"holds", "tells", "states", "carries", "standing."} & set(text.split()), text


def test_every_block_says_of_every_factor_whether_it_is_fed() -> None:
    factors = {frozenset(importer.feeds) for importer in every_importer()}
    assert len(factors) == 1
