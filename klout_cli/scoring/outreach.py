"""Outreach: a model's points and levels for actions towards others.

Displayed, never scored.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from klout_cli.results import Measurement
from klout_cli.scoring.model_parts import Outreach


def add_levels(traits: Iterable[Measurement], rule: Outreach) -> tuple[Measurement, ...]:
    """Return displayed traits, with points and levels for outreach."""
    return tuple(
        _add_level(trait, rule)
        if trait.factor == "outreach" and trait.state == "measured"
        else trait
        for trait in traits
    )


def _add_level(trait: Measurement, rule: Outreach) -> Measurement:
    actions = int(str(trait.facts["actions"]))
    points = rule.points * actions
    level = level_of(points, rule)
    judged = {
        "actions": actions,
        "points": points,
        "level": level,
        "next_level_at": level_at(level + 1, rule),
    }
    return replace(trait, facts={**judged, "kinds": trait.facts["kinds"]})


def level_at(level: int, rule: Outreach) -> int:
    """Return the points of a level, counted from 1."""
    return round(rule.first_level * rule.growth ** (level - 1))


def level_of(points: int, rule: Outreach) -> int:
    """Return the highest level reached by so many points, 0 below the first."""
    level = 0
    while level_at(level + 1, rule) <= points:
        level += 1
    return level
