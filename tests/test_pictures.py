"""The pictures of README: real runs on a terminal, drawn by rich as SVG.

`pytest --golden` draws them anew.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import CONSOLE_SVG_FORMAT, Console
from rich.text import Text

from tests.cli.processes import ERIKA, ROOT, X, terminal

Golden = Callable[[str, str], None]

COLUMNS = 100
PICTURES = {
    "score": ("score", X, "--no-history"),
    "explain": ("explain", "resonance", X),
    "compare": ("compare", ERIKA, "--as-of", "2025-12-31", "--as-of", "2026-03-01"),
}
# Fonts that rich would have the reader's browser fetch; the system's do.
FETCHED = re.compile(r"\s*@font-face \{\{.*?\}\}", re.DOTALL)


def drawn(name: str) -> str:
    """Run klout on a terminal with colours and return what appears there as SVG."""
    shown = terminal(*PICTURES[name], columns=COLUMNS, env={"KLOUT_LANG": "en"})
    console = Console(width=COLUMNS, record=True, file=io.StringIO())
    console.print(Text.from_ansi(shown), soft_wrap=True)
    command = " ".join(
        Path(word).name if word.startswith("sample_data") else word
        for word in PICTURES[name]
        if word != "--no-history"
    )
    return console.export_svg(
        title=f"klout {command}", unique_id=name, code_format=FETCHED.sub("", CONSOLE_SVG_FORMAT)
    )


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_of_real_runs(golden: Golden, name: str) -> None:
    svg = drawn(name)
    golden(f"readme-{name}.svg", svg)
    assert "<script" not in svg and not re.search(r"url\((?!#)", svg) and "@import" not in svg


def test_readme_shows_every_picture_and_says_what_is_on_it() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in PICTURES:
        assert re.search(rf"!\[[^]]{{20,}}\]\(tests/golden/readme-{name}\.svg\)", text)
