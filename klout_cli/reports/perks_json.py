"""Perks as JSON."""

from klout_cli.reports.json_output import to_json
from klout_cli.results.displayed import Offers
from klout_cli.results.plain import to_builtins

SCHEMA = "klout.perks/1"


def perks_json(offers: Offers) -> str:
    """Return the offers as JSON, schema `klout.perks/1`, pure ASCII.

    Its keys are the struct's.
    """
    tree = {**to_builtins(offers), "score": offers.score.value, "quality": offers.score.quality}
    return to_json({"schema": SCHEMA, **tree})
