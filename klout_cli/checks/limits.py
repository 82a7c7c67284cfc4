"""Texts and thresholds of the audit, from one YAML file."""

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from klout_cli.results.audited import Effort
from klout_cli.values.yaml_files import load_yaml

Part: TypeAlias = Literal["bio", "picture", "link", "position"]


class Limit(Struct, frozen=True, forbid_unknown_fields=True):
    """A threshold of a check, and why it is this value."""

    value: float
    because: str


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """All thresholds; days, weeks of 13, counts, and shares from 0 to 1."""

    quiet_days: Limit
    active_weeks: Limit
    longest_gap: Limit
    reactions: Limit
    unanswered: Limit
    top_post: Limit
    top_fan: Limit
    fewest: Limit
    on_topic: Limit
    export_lag: Limit
    audience_age: Limit
    nameless: Limit


class Texts(Struct, frozen=True, forbid_unknown_fields=True):
    """What a check is about: `what` is checked, `why` it matters, the `remedy` and its `effort`."""

    title: str
    what: str
    why: str
    remedy: str
    effort: Effort


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file.

    `profiles` are the parts of each network's profile, `addresses` those of its accounts.
    """

    checks: dict[str, Texts]
    limits: Limits
    profiles: dict[str, tuple[Part, ...]]
    addresses: dict[str, tuple[str, ...]]
    unheard: frozenset[str]
    without_following: frozenset[str]
    shorteners: frozenset[str]


@cache
def page() -> Page:
    """Load the file strictly.

    Raises msgspec.ValidationError for a wrong key or type, which would be a bug.
    """
    return msgspec.convert(load_yaml(Path(__file__).with_name("checks.yaml")), Page)
