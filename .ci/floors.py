"""Print the lowest version that pyproject.toml allows of each dependency, one constraint a line."""

import re
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
for requirement in project["dependencies"]:
    name, floor = re.match(r"([\w.-]+)>=([\w.]+)", requirement).groups()  # type: ignore[union-attr]
    print(f"{name}=={floor}")
