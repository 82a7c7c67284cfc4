"""`klout demo`: the bundled invented person."""

from pathlib import Path

import typer

from klout_cli.cli.options import Flags, build_options
from klout_cli.cli.output import show_blocks

BEFORE, NOW, TODAY = "2025-09-01", "2026-03-01", "2026-03-02"


def demo(context: typer.Context) -> None:
    """Try klout with an invented person.

    Example: klout demo --plain
    """
    from klout_cli import pipeline
    from klout_cli.reports.terminal import demo_blocks
    from klout_cli.scoring.compare import compare

    folder, today = sample_person(), Flags(today=TODAY, tz="Europe/Berlin")
    before, now = (build_options([folder / date], today) for date in (BEFORE, NOW))
    older, newer = map(pipeline.measure_exports, (before, now))
    comparison = compare(older.snapshot, newer.snapshot, now.model)
    report = pipeline.make_report(newer, now.model)
    show_blocks(context, demo_blocks(report, comparison, verbose=context.obj.verbose))


def sample_person() -> Path:
    """Return the folder of the bundled person, in the wheel or in a source checkout."""
    package = Path(__file__).parents[1]
    bundled = package / "sample_data" / "erika"
    return bundled if bundled.is_dir() else package.parent / "sample_data" / "erika"
