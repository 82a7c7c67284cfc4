"""Thresholds of the audit: one page of YAML, each with its reason."""

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from klout_cli.values.yaml_files import load_yaml

Part: TypeAlias = Literal["bio", "picture", "link", "position"]


class Limit(Struct, frozen=True, forbid_unknown_fields=True):
    """A number above or below which a check speaks up, and why it stands there."""

    value: float
    because: str


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """All of them; days, weeks of 13, counts, and shares of 0 to 1."""

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


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole page: `profiles` are the parts each network's profile has, `addresses` where its accounts are found."""

    limits: Limits
    profiles: dict[str, tuple[Part, ...]]
    addresses: dict[str, tuple[str, ...]]
    unheard: frozenset[str]
    without_following: frozenset[str]
    shorteners: frozenset[str]


@cache
def page() -> Page:
    """Load the page strictly.

    A wrong key or type in it is a fault of ours and raises msgspec.ValidationError.
    """
    return msgspec.convert(load_yaml(Path(__file__).with_name("checks.yaml")), Page)
