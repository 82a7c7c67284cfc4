"""Many people under one model: the formula of one person over the columns of a table (method §2–§6; performance §1)."""

import math
from typing import Any

import narwhals as nw
import pandas as pd

from klout_cli.population.table import Population
from klout_cli.scoring import formula
from klout_cli.scoring.formula import Inputs, Number, Reference
from klout_cli.scoring.model import FACTORS, Model

BREAKDOWN = ("average", *FACTORS, "channels", "ceiling")
COLUMNS = ("person", "score", "low", "high", "measured", "percentile", *BREAKDOWN, "rank")
SHARED = ("score", "measured", *FACTORS)
SLICE = 1 << 18
REFERENCE = Reference.__struct_fields__
ALIKE = 9
"""Decimals from which two scores are one: what is behind them is the order of additions."""


class Expressions:
    """Operations over the expressions of a frame; unknown is null.

    Every choice becomes a column of the frame, so that what the formula uses again is computed once.
    """

    def __init__(self, frame: nw.DataFrame[Any]) -> None:
        self.frame = frame

    def log10(self, x: Number) -> Number:
        """Return the decimal logarithm."""
        return x.log(base=10)

    def exp10(self, x: Number) -> Number:
        """Return 10 to the power of x."""
        return (x * math.log(10)).exp()

    def clip(self, x: Number, low: float, high: float) -> Number:
        """Return x within [low, high]; null stays null."""
        return x.clip(low, None if high == math.inf else high)

    def where(self, condition: Number, then: Number, otherwise: Number) -> Number:
        """Return one of two, row by row."""
        name = f"choice {len(self.frame.columns)}"
        self.frame = self.frame.with_columns(nw.when(condition).then(_expression(then)).otherwise(_expression(otherwise)).alias(name))
        return nw.col(name)

    def known(self, x: Number) -> Number:
        """Tell whether x is not null."""
        return ~x.is_null()

    def or_else(self, x: Number, default: float) -> Number:
        """Return the default for null."""
        return x.fill_null(default)


def _expression(value: Number) -> Number:
    """Return a plain number as an expression; NaN, unknown among floats, as null."""
    if isinstance(value, nw.Expr):
        return value
    return nw.lit(None if value != value else float(value), nw.Float64)


def rank(population: Population, model: Model, as_of: str = "") -> pd.DataFrame:
    """Return one row a person with COLUMNS, highest score first; people without an account that can be scored stand last, without a score.

    A network that has closed counts only for an `as_of` (ISO date) up to that day.
    """
    slices = [population.frame[start : start + SLICE] for start in range(0, max(1, len(population.frame)), SLICE)]
    accounts = nw.concat([_judged(nw.from_native(_with_reference(part, model, as_of)), model) for part in slices])
    ranked: pd.DataFrame = _people(accounts, model).to_native()
    ranked["percentile"] = [formula.percentile(model, score) for score in ranked["score"]]
    ranked["person"] = population.names.iloc[ranked["person"]].to_numpy()
    ranked["rank"] = ranked["score"].round(ALIKE).rank(method="min", ascending=False).astype("Int64")
    return ranked.sort_values(["rank", "person"], ignore_index=True)[list(COLUMNS)]


def _with_reference(frame: pd.DataFrame, model: Model, as_of: str) -> pd.DataFrame:
    """Add each account's reference values, and whether its network had closed."""
    networks = frame["network"].cat.categories
    references = {network: formula.reference(model, network) for network in networks}
    closed = {network: bool(until := model.network(network).until) and not "" < as_of <= until for network in networks}
    columns: dict[str, Any] = {"closed": frame["network"].map(closed).astype(bool)}
    for name in REFERENCE:
        kind = bool if name == "mutual" else float
        columns[name] = frame["network"].map({network: getattr(values, name) for network, values in references.items()}).astype(kind)
    return frame.assign(**columns)


def _judged(accounts: nw.DataFrame[Any], model: Model) -> nw.DataFrame[Any]:
    """Judge every account: score, points and variance (method §4, §6; sums have no weeks to draw from, and no dates)."""
    ops = Expressions(accounts)
    judged = formula.account(ops, model, Reference(*map(nw.col, REFERENCE)), _inputs(ops))
    score = ops.where(nw.col("closed"), formula.UNKNOWN, judged.score)
    pooled = formula.pooled(ops, model, score)
    return ops.frame.select(
        "person",
        score=score,
        pooled=pooled,
        measured=judged.measured,
        variance=judged.missing_variance + judged.reference_variance,
        audience=judged.audience_points,
        **judged.points,
    )


def _inputs(ops: Expressions) -> Inputs:
    """Return what the formula needs of a row of sums: posts of equal weight, and nothing known without posts (interface §4)."""
    posts, likes, comments, shares = map(nw.col, ("posts", "likes", "comments", "shares"))
    weight = ops.or_else(posts, 0.0)
    knows_likes, knows_carried = ops.known(likes), ops.known(comments) | ops.known(shares)
    followers = nw.col("followers")
    return Inputs(
        followers=followers,
        following=ops.where(ops.known(followers), nw.col("following"), formula.UNKNOWN),  # an inferred audience is not discounted
        posts=posts,
        answered=ops.where(knows_likes | knows_carried, weight, 0.0),
        weight_likes=ops.where(knows_likes, weight, 0.0),
        likes=ops.or_else(likes, 0.0),
        weight_carried=ops.where(knows_carried, weight, 0.0),
        carried=ops.or_else(comments, 0.0) + ops.or_else(shares, 0.0),
        weight_engagements=0.0,
        engagements=0.0,
        off_topic_likes=0.0,
        off_topic_carried=0.0,
        responders=nw.col("responders"),
        endorsements=nw.col("endorsements"),
        standing=nw.col("standing"),
        give_and_take=nw.col("reciprocity"),
        topic_gain=_expression(formula.UNKNOWN),
    )


def _people(accounts: nw.DataFrame[Any], model: Model) -> nw.DataFrame[Any]:
    """Combine the accounts of each person (method §2, §6)."""
    own, total, strongest, share = map(nw.col, ("pooled", "total", "strongest", "share"))
    accounts = accounts.with_columns(total=own.sum().over("person"), strongest=own.max().over("person"))
    ops = Expressions(accounts.with_columns(ties=(own == strongest).cast(nw.Float64).sum().over("person")))
    shares = formula.share(ops, model, own, total, strongest, nw.col("ties"), own == strongest)
    accounts = ops.frame.with_columns(share=shares)
    people = (
        accounts.with_columns(nw.col(*SHARED) * share, variance=share * share * nw.col("variance"))
        .group_by("person")
        .agg(nw.col("total", "strongest").max(), nw.col("variance", *SHARED).sum())
    )
    ops = Expressions(people)
    raw = formula.combined(ops, model, total, strongest)
    scored = ops.known(raw)
    value = ops.clip(raw, model.scale.lowest, model.scale.highest)
    half = model.interval.normal * nw.col("variance").sqrt()
    entries = {name: ops.where(scored, nw.col(name), formula.UNKNOWN) for name in ("measured", *FACTORS)}
    entries["average"] = ops.where(scored, model.scale.average, formula.UNKNOWN)
    low, high = (ops.clip(end, model.scale.lowest, model.scale.highest) for end in (value - half, value + half))
    return ops.frame.select("person", score=value, low=low, high=high, **entries, channels=raw - nw.col("score"), ceiling=value - raw)
