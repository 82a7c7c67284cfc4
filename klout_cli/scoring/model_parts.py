"""The parts of a model: its scale, window, people, margins and networks."""

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from klout_cli.factors import FACTORS
from klout_cli.factors.rules import Percent, Positive, Share, Sourced

Grade: TypeAlias = Literal["A", "B", "C", "D"]


class Ceiling(Struct, frozen=True, forbid_unknown_fields=True):
    """Above `start` the scale bends, so that it nears `start + room` and never reaches it."""

    start: float
    room: Positive


class Scale(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The scale, and how accounts combine.

    `next_account`: what the weight of an account is to that of the next stronger one.
    """

    average: float
    spread: Positive
    origin: float
    slope: Positive
    next_account: Share
    lowest: float
    ceiling: Ceiling
    engagement_spread: Positive
    correlation: Share
    clip: Positive


class Window(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which posts count, and how much."""

    days: Annotated[int, Meta(gt=0)]
    fewest: Annotated[int, Meta(gt=0)]
    longest: Annotated[int, Meta(gt=0)]
    half_life: Positive
    full_volume: Positive


if TYPE_CHECKING:
    Rules: TypeAlias = Any
else:
    Rules = msgspec.defstruct(
        "Rules",
        [(factor.id, factor.Rule) for factor in FACTORS],
        frozen=True,
        forbid_unknown_fields=True,
    )
"""The blocks of all factors by id; a missing one is an error."""


class People(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which contacts are one person, who knows whom and who waits for an answer.

    Nothing of it moves a score.
    """

    same_employer: Percent
    same_handle: Percent
    shortest_handle: int
    most_colleagues: int
    same_time: int
    smallest_community: Annotated[int, Meta(ge=2)]
    answer_within: int


class Outreach(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Points for what is given to others, and where the levels are."""

    points: Annotated[int, Meta(gt=0)]
    first_level: Annotated[int, Meta(gt=0)]
    growth: Annotated[float, Meta(ge=1.1)]


class ReferenceSpread(Struct, frozen=True, forbid_unknown_fields=True):
    """SD of a network's reference values in points, by grade."""

    A: float
    B: float
    C: float
    D: float


class FirstImpression(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a range is told instead of a score: half the interval wider, or less measured.

    `share`: of the person's score that first impressions may make up; `percentile`: half the
    interval up to which the place among people is told.
    """

    wider: Positive
    measured: Share
    share: Share
    percentile: Positive


class Interval(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How sure a score is.

    `scatter`: SD of the logarithm of reactions to own posts, in decades; `widen`: the SD of a
    bootstrap over w weeks is 1 + widen/(w - 1) times as large; `persistence`: how much of what is
    not measured stays between two dates.
    """

    normal: Positive
    replicates: Annotated[int, Meta(gt=1, le=100_000)]
    scatter: Positive
    widen: float
    reference: ReferenceSpread
    one_sum: Grade
    staleness: float
    persistence: Share
    first_impression: FirstImpression


class Robustness(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far other models that are as defensible may be from this one; moves no score.

    `share` and `half_life`: at most so many times as much, or as little; `next_account`: at most
    so much more or less. Reference values move by the points of their grade.
    """

    models: Annotated[int, Meta(ge=1, le=100_000)]
    share: Annotated[float, Meta(ge=1)]
    half_life: Annotated[float, Meta(ge=1)]
    next_account: Share


class NetworkValues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One network's reference values."""

    m: Positive
    c: Positive
    b: Positive
    phi: Share
    grade: Grade
    basis: str
    mutual: bool = False
    until: str = ""


class Landmark(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A point on the scale that tells a reader where others stand."""

    score: Annotated[float, Meta(ge=0, le=100)]
    who: str
