"""README's table of networks is what the importers say of themselves.

`pytest --golden` writes it anew.
"""

import re

import pytest

from klout_cli.importers import every_importer
from klout_cli.reports.names import factor_title
from tests.cli.processes import ROOT

README = ROOT / "README.md"
HEAD = "| export | what it holds | factors it can feed |\n|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(\|[^\n]*\n)+")


def table() -> str:
    """Return a row for each importer; what it holds is told by `klout sources` too."""
    rows = (
        (
            one.source.title,
            one.source.holds,
            ", ".join(factor_title(factor) for factor, why in one.feeds.items() if not why)
            or "none by itself",
        )
        for one in every_importer()
    )
    return HEAD + "".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows
    )


def test_every_export_stands_in_readme(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--golden"):
        README.write_text(TABLE.sub(lambda _: table(), text), encoding="utf-8")
    assert table() in README.read_text(encoding="utf-8")
