"""Words of tables and lists in vocabulary.yaml: what a header is compared with is folded."""

from pathlib import Path

import pytest

from klout_cli.files.text import fold
from klout_cli.importers import vocabulary
from klout_cli.importers.vocabulary import words_of
from klout_cli.values.yaml_files import load_yaml

BLOCKS = load_yaml(Path(vocabulary.__file__).with_suffix(".yaml"))
LISTS = {"tiktok_lists"}  # part/list, which are no headers


@pytest.mark.parametrize("block", BLOCKS)
def test_every_word_is_folded_since_no_header_matches_it_otherwise(block: str) -> None:
    for words in words_of(block).values():
        assert words
        assert block in LISTS or {fold(word) for word in words} == words


def test_an_unknown_block_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        words_of("nothing")


@pytest.mark.parametrize("block", ["youtube_studio", "youtube_takeout", "tiktok_studio", "matomo"])
def test_no_word_means_two_columns(block: str) -> None:
    words = [word for words in words_of(block).values() for word in words]
    assert len(words) == len(set(words))
