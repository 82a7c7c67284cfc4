"""The scores before that a report shows beside today's."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klout_cli.cli.snapshots import CommandInputs
    from klout_cli.results import Comparison, Snapshot, StoredSnapshot, Trend


class Past(NamedTuple):
    """The score over time, and the change since the last time."""

    trend: "Trend"
    change: "Comparison"


def find_past(
    context: typer.Context, inputs: "CommandInputs", history: Path | None, *, redact: bool
) -> Past | None:
    """Return the person's scores on all stored dates and now; None for a single date.

    An unreadable history is a warning.
    """
    from klout_cli.cli.output import warn
    from klout_cli.cli.snapshots import open_history
    from klout_cli.errors import KloutError

    now = inputs.person.snapshot
    if now.as_of is None:
        return None
    try:
        stored = open_history(history).all(now.person or now.measured[0].id)
        return _compare_days(stored, now, inputs, redact=redact)
    except KloutError as error:
        warn(context, [f"the report shows no dates before: {error}"])
        return None


def _compare_days(
    stored: "Sequence[StoredSnapshot]", now: "Snapshot", inputs: "CommandInputs", *, redact: bool
) -> Past | None:
    from klout_cli.reports.redact import hidden, redacted_comparison, redacted_trend
    from klout_cli.scoring.compare import compare, trend

    days = {old.as_of: old.snapshot for old in stored} | {now.as_of or "": now}
    dates = [days[day] for day in sorted(days) if day <= (now.as_of or "")]
    if len(dates) < 2:
        return None
    if redact:
        dates = hidden(dates)
    over_time = trend(dates, inputs.model, "month")
    change = compare(dates[-2], dates[-1], inputs.model)
    if redact:
        return Past(redacted_trend(over_time), redacted_comparison(change))
    return Past(over_time, change)
