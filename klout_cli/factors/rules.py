"""What a model file says of a factor, and the reference values of a network."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from klout_cli.factors.operations import Number

Positive: TypeAlias = Annotated[float, Meta(gt=0)]
Share: TypeAlias = Annotated[float, Meta(ge=0, le=1)]
Percent: TypeAlias = Annotated[float, Meta(ge=0, le=100)]
NotAbove: TypeAlias = Annotated[float, Meta(le=0)]


class Sourced(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every number carries: where it is from, when, and whether evidence or judgement."""

    source: str
    year: int
    grade: Literal["E", "J"]


class FactorRule(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The block of a factor in a model file."""

    because: str


class WeightedRule(FactorRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A factor with a share of the points; z counts from `low` up to the scale's clip."""

    share: Share
    low: NotAbove


class Norm(Struct, frozen=True, forbid_unknown_fields=True):
    """Vouchers an audience usually brings: log10(1 + L) = a + b log10(1 + F), and its SD."""

    a: float
    b: float
    sd: Positive


class Reference(Struct, frozen=True):
    """The reference values of an account's network, floats or columns.

    `median`: the audience of people who post; a post of an audience F is expected to get c·F^b
    public reactions, of which the share `phi` are comments or shares. `spread`: SD of the
    reference in points. `mutual`: contacts are mutual, so that following costs nothing. The norm
    of endorsement is unknown where nobody can vouch.
    """

    median: Number
    c: Number
    b: Number
    phi: Number
    spread: Number
    mutual: Number
    norm_a: Number
    norm_b: Number
    norm_sd: Number


class Given(Struct):
    """What the factors of one account are held against.

    `followers` are known or inferred (then not `counted`), `reacting` those of whom reactions are
    expected; `per_post` the reactions expected of a counted post with everything known, `posts` how
    many count. `points`: P of each factor, points for one SD; `counted_z`: the clipped z of the
    factors before, by id.
    """

    reference: Reference
    followers: Number
    reacting: Number
    counted: Number
    posts: Number
    volume: Number
    per_post: Number
    points: Mapping[str, float]
    counted_z: dict[str, Number]
