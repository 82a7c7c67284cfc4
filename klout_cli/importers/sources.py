"""What each export is and which factors it feeds: sources.yaml, one block an importer."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from klout_cli.results import Source
from klout_cli.values.yaml_files import load_yaml


@cache
def _blocks() -> Mapping[str, Mapping[str, Any]]:
    blocks: Mapping[str, Mapping[str, Any]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return blocks


def described(key: str) -> tuple[Source, Mapping[str, str]]:
    """Return a block's `Source`, and for each factor "" where these exports feed it, else why not.

    Raises KeyError for a key without a block.
    """
    block = dict(_blocks()[key])
    feeds: Mapping[str, str] = block.pop("feeds")
    return Source(**block), feeds
