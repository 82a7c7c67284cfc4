"""Who a person's connections are, as JSON."""

from typing import Any

from klout_cli.reports.json_output import to_json
from klout_cli.reports.names import TOOL
from klout_cli.reports.screens.listeners import withhold_counts
from klout_cli.results.around import FEWER, few
from klout_cli.results.listeners import Listeners

SCHEMA = "klout.audience/1"


def listeners_json(found: Listeners, *, with_names: bool) -> str:
    """Return counts by level and field, schema `klout.audience/1`; companies only with names.

    Withheld counts are null. Positions that aren't recognised count as "unknown".
    """
    levels, fields = (
        {
            name or "unknown": people
            for name, people in withhold_counts(counts, redacted=found.redacted).items()
        }
        for counts in (found.levels, found.fields)
    )
    tree: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": TOOL,
        "person": {"name": found.person if with_names else None, "redacted": found.redacted},
        "as_of": found.as_of,
        "networks": list(found.networks),
        "people": _amount(found.people, found),
        "with_position": _amount(found.with_position, found),
        "levels": levels,
        "fields": fields,
    }
    if with_names:
        tree["companies"] = [{"name": name, "people": people} for name, people in found.companies]
    return to_json(tree)


def _amount(people: int, found: Listeners) -> int | str:
    return FEWER if found.redacted and few(people) else people
