"""How every JSON result is written: indented, in pure ASCII, so that no console can damage it."""

import json
from collections.abc import Mapping
from typing import Any


def to_json(tree: Mapping[str, Any]) -> str:
    """Return a tree as JSON with a line feed at its end.

    Raises ValueError for a number that isn't finite, which would be a bug.
    """
    return json.dumps(tree, indent=2, allow_nan=False) + "\n"
