"""What tables call their columns where languages differ: vocabulary.yaml, a block an importer."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from klout_cli.values.yaml_files import load_yaml

Words = Mapping[str, frozenset[str]]

_load = cache(load_yaml)


def words_of(key: str) -> Words:
    """Return the words of a block, folded, by canonical name."""
    block = _load(Path(__file__).with_suffix(".yaml"))[key]
    return {str(name): frozenset(words) for name, words in block.items()}
