"""The room's list, and what it costs to enter."""

import subprocess
import sys

import pytest

from klout_cli.errors import UsageError
from klout_cli.reports import FORMATS, renderer
from klout_cli.reports.screen import Screen
from tests.reports.people import bot, consultant


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_the_same_for_the_same_report(format: str) -> None:
    first, second = (renderer(format, Screen(width=80)).score(consultant()) for _ in range(2))
    assert first == second != renderer(format, Screen(width=80)).score(bot())
    assert first.endswith("\n")


def test_unknown_format() -> None:
    with pytest.raises(UsageError, match="no format 'xml'"):
        renderer("xml", Screen())


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("klout_cli.reports", {"rich", "typer", "json", "csv"}),
        ("klout_cli.reports.json_report", {"rich", "typer"}),
        ("klout_cli.reports.csv_report", {"rich", "typer"}),
    ],
)
def test_modules_load_only_when_asked_for(module: str, unwanted: set[str]) -> None:
    code = f"import sys, {module}; print(*sorted({unwanted!r} & set(sys.modules)))"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == ""
    )
