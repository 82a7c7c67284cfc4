"""The picture in README: a real run on a terminal, drawn by rich as SVG.

`pytest --golden` draws it again.
"""

import io
import re
from collections.abc import Callable

from rich.console import CONSOLE_SVG_FORMAT, Console
from rich.text import Text

from tests.cli.processes import ERIKA, ROOT, terminal

Golden = Callable[[str, str], None]

COLUMNS = 80
COMMAND = ("score", ERIKA, "--no-history")
# Fonts that rich would have the reader's browser fetch; the system's do.
FETCHED = re.compile(r"\s*@font-face \{\{.*?\}\}", re.DOTALL)


def draw() -> str:
    """Run klout on a terminal with colours and return what appears there as SVG."""
    shown = terminal(*COMMAND, columns=COLUMNS, env={"KLOUT_LANG": "en"})
    console = Console(width=COLUMNS, record=True, file=io.StringIO())
    console.print(Text.from_ansi(shown), soft_wrap=True)
    return console.export_svg(
        title="klout score", unique_id="score", code_format=FETCHED.sub("", CONSOLE_SVG_FORMAT)
    )


def test_the_picture_is_of_a_real_run(golden: Golden) -> None:
    svg = draw()
    golden("readme-score.svg", svg)
    assert "<script" not in svg and not re.search(r"url\((?!#)", svg) and "@import" not in svg


def test_readme_shows_the_picture_and_describes_it() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"!\[[^]]{20,}\]\((.+)\)", text) == ["tests/golden/readme-score.svg"]
