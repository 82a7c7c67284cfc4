"""Rank many people under one model: one person's formula over columns of a table."""

import math
from typing import Any

import narwhals as nw
import pyarrow as pa

from klout_cli.population.engine import Engine, Frame
from klout_cli.scoring import formula
from klout_cli.scoring.formula import Inputs, Number, Reference
from klout_cli.scoring.model import FACTORS, Model

BREAKDOWN = ("average", *FACTORS, "channels", "ceiling")
COLUMNS = ("person", "score", "low", "high", "measured", "percentile", *BREAKDOWN, "rank")
ORDER = ("group", "rank", "person")
PERSON = ("group", "key")
SHARED = ("score", "measured", *FACTORS)
REFERENCE = Reference.__struct_fields__
ALIKE = 9
"""Decimals that count in a score; further ones depend on the order of additions."""


class Expressions:
    """Operations over the expressions of a frame; unknown is null.

    An operand used more than once first becomes a column of the frame, so that it is computed once.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._columns = 0

    def log10(self, x: Number) -> Number:
        """Return the decimal logarithm."""
        return self._column(x).log(base=10)

    def exp10(self, x: Number) -> Number:
        """Return 10 to the power of x."""
        return (x * math.log(10)).exp()

    def clip(self, x: Number, low: float, high: float) -> Number:
        """Return x within [low, high]; null stays null."""
        x = self._column(x)
        raised = nw.when(x < low).then(_expression(low)).otherwise(x)
        return (
            raised
            if high == math.inf
            else nw.when(x > high).then(_expression(high)).otherwise(raised)
        )

    def where(self, condition: Number, then: Number, otherwise: Number) -> Number:
        """Return one of two values, row by row."""
        return self._column(
            nw.when(condition).then(_expression(then)).otherwise(_expression(otherwise))
        )

    def _column(self, x: Number) -> Number:
        self._columns += 1
        name = f"column {self._columns}"
        self.frame = self.frame.with_columns(x.alias(name))
        return nw.col(name)

    def known(self, x: Number) -> Number:
        """Return whether x isn't null."""
        return ~x.is_null()

    def or_else(self, x: Number, default: float) -> Number:
        """Return x, or the default for null."""
        return x.fill_null(default)


def _expression(value: Number) -> Number:
    """Return a number as an expression, NaN as null."""
    if isinstance(value, nw.Expr):
        return value
    return nw.lit(None if value != value else float(value), nw.Float64)


def rank(engine: Engine, accounts: Frame, model: Model, as_of: str = "") -> Frame:
    """Return one row per person and group, with COLUMNS and `group`.

    People without a scored account have no score. `accounts` are those of `ledger.read`. Rank and
    percentile are within the group. A network that has closed only counts for an `as_of` (ISO date)
    up to that day. Rows aren't sorted yet; see ORDER.
    """
    references = engine.small(_references(accounts, model, as_of))
    judged = engine.keep(_judged(accounts.join(references, on="network", how="left"), model))
    people = engine.keep(_people(engine.keep(_shared(engine, judged, model)), model))
    return _placed(engine, people).select("group", *COLUMNS)


def _references(accounts: Frame, model: Model, as_of: str) -> Any:
    """Return each network's reference values, and whether it had closed."""
    rows = []
    for network in sorted(accounts.select("network").unique().collect()["network"].to_list()):
        until = model.network(network).until
        values = formula.reference(model, network)
        numbers = {
            name: None if (value := getattr(values, name)) != value else value for name in REFERENCE
        }
        rows.append(
            {"network": network, "closed": bool(until) and not "" < as_of <= until, **numbers}
        )
    kinds = {name: pa.bool_() if name == "mutual" else pa.float64() for name in REFERENCE}
    return pa.Table.from_pylist(
        rows, pa.schema({"network": pa.string(), "closed": pa.bool_(), **kinds})
    )


def _judged(accounts: Frame, model: Model) -> Frame:
    """Judge every account: score, points and variance.

    Sums have no weeks to sample and no dates.
    """
    ops = Expressions(accounts)
    judged = formula.account(ops, model, Reference(*map(nw.col, REFERENCE)), _inputs(ops))
    score = ops.where(nw.col("closed"), formula.UNKNOWN, judged.score)
    return ops.frame.select(
        *PERSON,
        "person",
        score=score,
        pooled=formula.pooled(ops, model, score),
        measured=judged.measured,
        variance=judged.missing_variance + judged.reference_variance,
        audience=judged.audience_points,
        **judged.points,
    )


def _inputs(ops: Expressions) -> Inputs:
    """Return the formula's inputs for a row of sums.

    Posts have equal weight; without posts nothing is known.
    """
    posts, likes, comments, shares = map(nw.col, ("posts", "likes", "comments", "shares"))
    weight = ops.or_else(posts, 0.0)
    knows_likes, knows_carried = ops.known(likes), ops.known(comments) | ops.known(shares)
    followers = nw.col("followers")
    return Inputs(
        followers=followers,
        following=ops.where(
            ops.known(followers), nw.col("following"), formula.UNKNOWN
        ),  # an inferred audience isn't discounted
        posts=posts,
        answered=ops.where(knows_likes | knows_carried, weight, 0.0),
        weight_likes=ops.where(knows_likes, weight, 0.0),
        likes=ops.or_else(likes, 0.0),
        weight_carried=ops.where(knows_carried, weight, 0.0),
        carried=ops.or_else(comments, 0.0) + ops.or_else(shares, 0.0),
        weight_engagements=_expression(0.0),
        engagements=_expression(0.0),
        off_topic_likes=_expression(0.0),
        off_topic_carried=_expression(0.0),
        responders=nw.col("responders"),
        endorsements=nw.col("endorsements"),
        standing=nw.col("standing"),
        give_and_take=nw.col("reciprocity"),
        topic_gain=_expression(formula.UNKNOWN),
    )


def _shared(engine: Engine, accounts: Frame, model: Model) -> Frame:
    """Add each account's share of its person's score."""
    own, total, strongest = map(nw.col, ("pooled", "total", "strongest"))
    sums = accounts.group_by(*PERSON).agg(
        own.sum().alias("total"), own.max().alias("strongest"), nw.len().alias("accounts")
    )
    accounts = engine.keep(accounts.join(engine.keep(sums), on=list(PERSON), how="left"))
    several = accounts.filter(nw.col("accounts") > 1, own == strongest)
    tied = engine.keep(several.group_by(*PERSON).agg(nw.len().cast(nw.Float64).alias("ties")))
    ops = Expressions(accounts.join(tied, on=list(PERSON), how="left"))
    share = formula.share(
        ops, model, own, total, strongest, ops.or_else(nw.col("ties"), 1.0), own == strongest
    )
    return ops.frame.select(
        *PERSON, "person", "total", "strongest", "accounts", "variance", *SHARED, share=share
    )


def _people(accounts: Frame, model: Model) -> Frame:
    """Combine each person's accounts; a single one is taken as is."""
    total, strongest, share = map(nw.col, ("total", "strongest", "share"))
    parts = accounts.with_columns(
        nw.col(*SHARED) * share, variance=share * share * nw.col("variance")
    )
    alone, several = (
        parts.filter(nw.col("accounts") == 1),
        parts.filter(nw.col("accounts") > 1).group_by(*PERSON),
    )
    summed = several.agg(
        nw.col("person").min(),
        nw.col("total", "strongest").max(),
        nw.col("variance", *SHARED).sum(),
    )
    columns = ("group", "person", "total", "strongest", "variance", *SHARED)
    ops = Expressions(nw.concat([alone.select(*columns), summed.select(*columns)]))
    raw = ops.where(
        ops.known(strongest), formula.combined(ops, model, total, strongest), formula.UNKNOWN
    )
    scored = ops.known(strongest)
    value = ops.clip(raw, model.scale.lowest, model.scale.highest)
    half = model.interval.normal * nw.col("variance").sqrt()
    entries = {
        name: ops.where(scored, nw.col(name), formula.UNKNOWN) for name in ("measured", *FACTORS)
    }
    entries["average"] = ops.where(scored, model.scale.average, formula.UNKNOWN)
    low, high = (
        ops.clip(end, model.scale.lowest, model.scale.highest)
        for end in (value - half, value + half)
    )
    channels = ops.where(scored, raw - nw.col("score"), formula.UNKNOWN)
    return ops.frame.select(
        "group",
        "person",
        score=value,
        low=low,
        high=high,
        **entries,
        channels=channels,
        ceiling=value - raw,
    )


def _placed(engine: Engine, people: Frame) -> Frame:
    """Add rank and percentile, the share of the group that scores as much or less.

    A rank is counted among the distinct scores within a hundredth of a point, and added to the
    number of people above: no machine sorts everybody, and only scores are sorted.
    """
    people = people.with_columns(alike=nw.col("score").round(ALIKE))
    within, step = ("group", "step"), (nw.col("alike") * 100).floor().cast(nw.Int64)
    scores = people.select("group", "alike", step=step).filter(~nw.col("alike").is_null())
    levels = engine.keep(scores.group_by(*within, "alike").agg(nw.len().alias("level")))
    steps = levels.group_by(*within).agg(nw.col("level").sum().alias("here"))
    upto, everybody = (
        nw.col("here").cum_sum().over("group", order_by="step"),
        nw.col("here").sum().over("group"),
    )
    steps = engine.keep(
        steps.select(
            *within,
            higher=(everybody - upto + nw.col("here")).cast(nw.Int64),
            everybody=everybody.cast(nw.Int64),
        )
    )
    levels = levels.select(
        *within,
        "alike",
        upto=nw.col("level").cum_sum().over(*within, order_by="alike").cast(nw.Int64),
    )
    levels = levels.join(steps, on=list(within)).with_columns(
        rank=nw.col("higher") - nw.col("upto") + 1
    )
    levels = engine.keep(levels.select("group", "alike", "rank", "everybody"))
    people = people.join(levels, on=["group", "alike"], how="left")
    return people.with_columns(
        percentile=100 * (nw.col("everybody") - nw.col("rank") + 1) / nw.col("everybody")
    )
