"""What YAML files say of importers, a block each: sources.yaml, and vocabulary.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from klout_cli.results import Source
from klout_cli.values.yaml_files import load_yaml

Words = Mapping[str, frozenset[str]]

_load = cache(load_yaml)


def load_source(key: str) -> tuple[Source, Mapping[str, str]]:
    """Return a block's `Source`, and for each factor "" where these exports feed it, else why not.

    Raises KeyError for a key without a block.
    """
    block = dict(_load(Path(__file__).with_name("sources.yaml"))[key])
    feeds: Mapping[str, str] = block.pop("feeds")
    return Source(**block), feeds


def words_of(key: str) -> Words:
    """Return what a table calls its columns where languages differ: folded, by canonical name."""
    block = _load(Path(__file__).with_name("vocabulary.yaml"))[key]
    return {str(name): frozenset(words) for name, words in block.items()}
