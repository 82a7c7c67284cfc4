"""`klout demo`: the bundled invented person."""

from pathlib import Path

import typer

BEFORE, NOW = "2025-09-01", "2026-03-01"


def demo(context: typer.Context) -> None:
    """Score Erika Beispiel, an invented person whose exports are bundled, and compare two dates.

    Example: klout demo --plain
    """
    from klout_cli.cli.output import screen_of, write
    from klout_cli.cli.request import build
    from klout_cli.pipeline import judging, measuring
    from klout_cli.reports.terminal import Terminal
    from klout_cli.scoring.compare import compare

    folder = sample_person()
    requests = [build([folder / date], today="2026-03-02") for date in (BEFORE, NOW)]
    before, now = (measuring.take(request) for request in requests)
    model = requests[-1].model
    found = compare(before.snapshot, now.snapshot, model)
    write(Terminal(screen_of(context)).demo(judging.judged(now, model), found))


def sample_person() -> Path:
    """Return the folder of the bundled person: in the wheel, or in a source checkout."""
    package = Path(__file__).parents[1]
    bundled = package / "sample_data" / "erika"
    return bundled if bundled.is_dir() else package.parent / "sample_data" / "erika"
