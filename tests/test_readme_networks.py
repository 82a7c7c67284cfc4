"""The table of networks in the documents is what the importers say of themselves.

`pytest --golden` updates it.
"""

import re

import pytest

from klout_cli.importers import every_importer
from klout_cli.reports.names import factor_title
from tests.cli.processes import ROOT

DOCUMENT = ROOT / "klout_cli/docs/networks.md"
HEAD = "| export | what it includes | factors |\n|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(\|[^\n]*\n)+")


def table() -> str:
    """Return the table: a row for each importer, from its block in sources.yaml."""
    rows = (
        (
            importer.source.title,
            importer.source.holds,
            ", ".join(factor_title(factor) for factor, why in importer.feeds.items() if not why)
            or "none by itself",
        )
        for importer in every_importer()
    )
    return HEAD + "".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows
    )


def test_the_table_lists_every_export(request: pytest.FixtureRequest) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    if request.config.getoption("--golden"):
        DOCUMENT.write_text(TABLE.sub(lambda _: table(), text), encoding="utf-8")
    assert table() in DOCUMENT.read_text(encoding="utf-8")
