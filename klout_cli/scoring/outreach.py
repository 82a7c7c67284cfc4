"""Outreach: the points and levels a model gives for what was given to others.

Displayed, never scored (method §4).
"""

from collections.abc import Iterable

from msgspec.structs import replace

from klout_cli.results import Measurement
from klout_cli.scoring.model import Outreach


def levelled(traits: Iterable[Measurement], rule: Outreach) -> tuple[Measurement, ...]:
    """Return displayed traits, outreach with its points, the level they reach, and the points of the next one."""
    return tuple(
        _levelled(one, rule) if one.factor == "outreach" and one.state == "measured" else one
        for one in traits
    )


def _levelled(found: Measurement, rule: Outreach) -> Measurement:
    actions = int(str(found.facts["actions"]))
    points = rule.points * actions
    level = level_of(points, rule)
    judged = {
        "actions": actions,
        "points": points,
        "level": level,
        "next_level_at": level_at(level + 1, rule),
    }
    return replace(found, facts={**judged, "kinds": found.facts["kinds"]})


def level_at(level: int, rule: Outreach) -> int:
    """Return the points of a level, the first being 1."""
    return round(rule.first_level * rule.growth ** (level - 1))


def level_of(points: int, rule: Outreach) -> int:
    """Return the highest level that so many points reach, 0 below the first."""
    level = 0
    while level_at(level + 1, rule) <= points:
        level += 1
    return level
