"""Pages of YAML that ship with klout, parsed once: Python keeps them as it keeps modules, compiled and by the page's date and size.

PyYAML takes a fifth of the time that most commands have; people's own pages, which change, are read
with it each time.
"""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

_MARK = (
    ".page"  # aliases.yaml stands beside aliases.py: their compiled files must not bear one name
)


def bundled(page: Path) -> Any:
    """Return what a bundled page says.

    Raises OSError where it cannot be read, yaml.YAMLError where it is damaged.
    """
    module = ModuleType(page.stem)
    _Page(page.stem, f"{page}{_MARK}").exec_module(module)
    return module.tree


class _Page(SourceFileLoader):
    """A page as a module with one name, `tree`."""

    def path_stats(self, path: str) -> Any:
        return super().path_stats(path.removesuffix(_MARK))

    def get_data(self, path: str) -> bytes:
        return super().get_data(path.removesuffix(_MARK))

    def source_to_code(self, data: Any, path: Any, *_: Any) -> Any:  # type: ignore[override] # a newer Python gives more
        import yaml

        return compile(f"tree = {yaml.load(data, Loader=yaml.CSafeLoader)!r}", path, "exec")
