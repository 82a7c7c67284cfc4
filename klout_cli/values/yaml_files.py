"""YAML files that ship with klout; whoever loads one keeps it for the rest of the process."""

from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader  # 8 times as fast
except ImportError:  # PyYAML built without its C library
    from yaml import SafeLoader  # type: ignore[assignment]

__all__ = ["SafeLoader", "load_yaml"]


def load_yaml(path: Path) -> Any:
    """Return what a file of ours holds.

    Raises OSError where it cannot be read, yaml.YAMLError where it is damaged.
    """
    return yaml.load(path.read_bytes(), Loader=SafeLoader)
