"""Rank many people under one model: one person's formulas as SQL over a table of accounts."""

import math
from collections.abc import Mapping
from typing import Any

from klout_cli.factors import FACTORS, SAMPLED, WEIGHTED
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Network
from klout_cli.factors.operations import UNKNOWN
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.factors.rules import Reference
from klout_cli.population.engine import Engine
from klout_cli.population.sql import Sql, SqlOperations, literal
from klout_cli.results import PostSums
from klout_cli.scoring.account import AccountScore, score_account
from klout_cli.scoring.combine import pool, unpool
from klout_cli.scoring.interval import scatter_variance
from klout_cli.scoring.model import Model

POINTS = tuple(factor.id for factor in FACTORS)
BREAKDOWN = ("average", *POINTS, "channels", "ceiling")
COLUMNS = (
    *("person", "score", "low", "high", "measured", "quality", "percentile"),
    *BREAKDOWN,
    "rank",
)
ORDER = "ranked.cohort NULLS LAST, ranked.rank NULLS LAST, ranked.person NULLS LAST"
"""Of the view `ranked`, whatever an output calls its own columns."""
ALIKE = 9
"""Decimals that count in a rank; further ones depend on the order of additions."""
STEPS = 100
"""Steps of the scale to a point, within which people are sorted."""


def rank(
    engine: Engine, accounts: str, model: Model, as_of: str = "", *, cohorts: bool = True
) -> None:
    """Create the view `ranked`: a row for each person and cohort, with COLUMNS, key and noise.

    People without a scored account have no score. `accounts` is a table of `accounts.USED`. Rank
    and percentile are within the cohort; the percentile is the share of it that scores as much or
    less, for those with a narrow interval. A network that has closed only counts for an `as_of`
    (ISO date) up to that day. `noise` is the variance of a score from one date to another.
    Without `cohorts`, all are in one.
    """
    _load_networks(engine, accounts, model, as_of)
    scored = _score_accounts(f"{accounts} JOIN networks USING (network)", model)
    engine.create("people", _combine(f"({scored})", model, cohorts=cohorts))
    engine.view("ranked", _place("people"))


def _load_networks(engine: Engine, accounts: str, model: Model, as_of: str) -> None:
    """Load each network's reference values, and whether it had closed."""
    names = [name for (name,) in engine.rows(f"SELECT DISTINCT network FROM {accounts}")]
    fields = dict.fromkeys(Reference.__struct_fields__, "DOUBLE") | {"mutual": "BOOLEAN"}
    rows = []
    for name in sorted(names):
        until, reference = model.network(name).until, model.reference(name)
        values = [getattr(reference, field) for field in fields]
        closed = bool(until) and not "" < as_of <= until
        rows.append((name, closed, *(None if value != value else value for value in values)))
    engine.load("networks", {"network": "VARCHAR", "closed": "BOOLEAN", **fields}, rows)


def _score_accounts(table: str, model: Model) -> str:
    """Return a query of each account's score, points, variance and kind of score."""
    ops = SqlOperations()
    sums = _sums(ops)
    reference = Reference(*map(Sql, Reference.__struct_fields__))
    account = score_account(ops, model, reference, _facts(ops, sums), Sql("posts"))
    score = ops.where(Sql("closed"), UNKNOWN, account.score)
    whole, limits = math.fsum(model.points.values()), model.interval.first_impression
    known = {
        factor.id: ops.where(ops.known(account.z[factor.id]), model.points[factor.id], 0.0)
        for factor in WEIGHTED
    }
    measured = sum(known.values()) / whole
    missing, sampling = account.missing_variance(model), _sampling(ops, model, account, sums, known)
    variance = missing + account.reference_variance + sampling
    half = model.interval.normal * ops.sqrt(variance)
    vague = account.inferred | (half > limits.wider) | (measured < limits.measured)
    return ops.select(
        table,
        {
            **{name: Sql(name) for name in ("cohort", "key", "person")},
            "score": score,
            "pooled": pool(ops, model, score),
            "measured": measured,
            "variance": variance,
            "noise": sampling + (1 - model.interval.persistence) * missing,
            "vague": vague,
            **account.points,
        },
    )


def _sampling(
    ops: SqlOperations,
    model: Model,
    account: AccountScore,
    sums: PostSums,
    known: Mapping[str, Any],
) -> Any:
    """Return the variance that comes of so many posts; sums have no weeks to draw."""
    points = sum(known[factor.id] for factor in SAMPLED)
    return scatter_variance(ops, model, account.given, sums, points)


def _sums(ops: SqlOperations) -> PostSums:
    """Return the sums of posts that an accounts table states: equal weights, one blank part.

    Without posts nothing is known of them.
    """
    posts = ops.or_else(Sql("posts"), 0.0)
    likes, comments, shares = Sql("likes"), Sql("comments"), Sql("shares")
    knows_likes, knows_carried = ops.known(likes), ops.known(comments) | ops.known(shares)
    answered = ops.where(knows_likes | knows_carried, posts, 0.0)
    parts: dict[str, Any] = {
        "weight_likes": ops.where(knows_likes, posts, 0.0),
        "likes": ops.or_else(likes, 0.0),
        "weight_carried": ops.where(knows_carried, posts, 0.0),
        "carried": ops.or_else(comments, 0.0) + ops.or_else(shares, 0.0),
    }
    return PostSums(
        posts=posts,  # type: ignore[arg-type]
        answered=answered,  # type: ignore[arg-type]
        weight=answered,  # type: ignore[arg-type]
        weight_answered=answered,  # type: ignore[arg-type]
        squares=answered,  # type: ignore[arg-type]
        **parts,
        **{f"on_{name}": value for name, value in parts.items()},
    )


def _facts(ops: SqlOperations, sums: PostSums) -> dict[str, Any]:
    """Return the facts of every factor as columns of an accounts table."""
    followers: Any = Sql("followers")
    # An inferred audience isn't discounted.
    following: Any = ops.where(ops.known(followers), Sql("following"), UNKNOWN)
    # Responders without posts are a contradiction; blank ones are unknown.
    responders: Any = ops.where(Sql("posts") > 0, Sql("responders"), UNKNOWN)
    vouchers: Any = Sql("endorsements")
    standing: Any = Sql("standing")
    return {
        "audience": Audience.Facts(followers=followers, following=following),
        "resonance": sums,
        "amplification": Amplification().of_sums(sums, 0.0),
        "breadth": Breadth.Facts(responders=responders, posts=sums.posts),
        "endorsement": Endorsement.Facts(vouchers=vouchers),
        "network": Network.Facts(standing=standing),
        "reciprocity": Reciprocity.Facts(stated=Sql("reciprocity")),  # type: ignore[arg-type]
        "substance": None,
    }


def _combine(table: str, model: Model, *, cohorts: bool) -> str:
    """Return a query that combines each person's accounts by their weights.

    The k-th strongest account weighs `next_account`^(k-1); equal ones share the mean.
    """
    ratio = model.scale.next_account
    mean = (
        f"pow({literal(ratio)}, stronger) * (1e0 - pow({literal(ratio)}, equal))"
        f" / (equal * (1e0 - {literal(ratio)}))"
    )
    if ratio == 1:
        mean = "1e0"
    person = "cohort, key" if cohorts else "key"  # two keys take a quarter longer than one
    persons = f"PARTITION BY {person} ORDER BY score DESC NULLS LAST"
    placed = f"""
        SELECT *, rank() OVER ({persons}) - 1 AS stronger,
            count(*) OVER ({persons} RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS equal
        FROM {table}"""
    weighted = f"SELECT *, pooled * {mean} AS weighted FROM ({placed})"
    shared = ", ".join(
        f"sum(weighted * {name}) / sum(weighted) AS {name}"
        for name in ("score", "measured", *POINTS)
    )
    squared = ", ".join(
        f"sum(weighted * weighted * {name}) / (sum(weighted) * sum(weighted)) AS {name}"
        for name in ("variance", "noise")
    )
    summed = f"""
        SELECT min(cohort) AS cohort, key, min(person) AS person, sum(weighted) AS total,
            {shared}, {squared},
            sum(CASE WHEN vague THEN weighted ELSE 0e0 END) / sum(weighted) AS vague
        FROM ({weighted}) GROUP BY {person}"""
    return _people(f"({summed})", model)


def _people(summed: str, model: Model) -> str:
    """Return a query of scores, intervals and breakdowns of people whose accounts are summed."""
    ops, limits = SqlOperations(), model.interval.first_impression
    raw = unpool(ops, model, Sql("total"))
    half = model.interval.normal * ops.sqrt(Sql("variance"))
    value = _bend(ops, model, raw)
    vague = (
        (half > limits.wider) | (Sql("measured") < limits.measured) | (Sql("vague") > limits.share)
    )
    quality = Sql(f"CASE WHEN {vague} THEN 'first_impression' ELSE 'score' END", half.depth)
    told = ops.where(vague, False, half <= limits.percentile)
    scored = ops.known(raw)
    return ops.select(
        summed,
        {
            **{name: Sql(name) for name in ("cohort", "key", "person", "noise")},
            "score": value,
            "low": _bend(ops, model, raw - half),
            "high": _bend(ops, model, raw + half),
            "measured": Sql("measured"),
            "quality": f"CASE WHEN {scored} THEN {quality} END",
            "told": told,
            "average": ops.where(scored, model.scale.average, UNKNOWN),
            **{name: Sql(name) for name in POINTS},
            "channels": raw - Sql("score"),
            "ceiling": value - raw,
        },
    )


def _bend(ops: SqlOperations, model: Model, score: Any) -> Sql:
    """Return a score on the scale, as `combine.bend` does."""
    ceiling = model.scale.ceiling
    above = (score - ceiling.start) / ceiling.room
    bent = ceiling.start + ceiling.room * (1 - ops.exp10(above * -math.log10(math.e)))
    return ops.where(score > ceiling.start, bent, ops.clip(score, model.scale.lowest, math.inf))


def _place(people: str) -> str:
    """Return a query that adds rank and percentile; people without a score have neither.

    A rank is the number of people in higher steps of the scale, and the rank within the step: no
    machine of a cluster has to sort everybody.
    """
    columns = ", ".join(name for name in COLUMNS if name not in ("percentile", "rank"))
    alike = f"""(SELECT *, floor(alike * {STEPS}) AS step
        FROM (SELECT *, round(score, {ALIKE}) AS alike FROM {people}))"""
    counts = f"SELECT cohort, step, count(*) AS amount FROM {alike} GROUP BY cohort, step"
    steps = f"""(SELECT cohort, step,
            CAST(sum(amount) OVER (PARTITION BY cohort) AS BIGINT) AS everybody,
            CAST(sum(amount) OVER (PARTITION BY cohort ORDER BY step DESC) AS BIGINT) - amount
                AS above
        FROM ({counts}) WHERE step IS NOT NULL)"""
    placed = f"""
        SELECT alike.*, everybody, above
            + rank() OVER (PARTITION BY alike.cohort, alike.step ORDER BY alike DESC) AS place
        FROM {alike} AS alike LEFT JOIN {steps} AS steps
            ON steps.cohort = alike.cohort AND steps.step = alike.step"""
    return f"""
        SELECT cohort, key, noise, {columns}, place AS rank,
            CASE WHEN told THEN 1e2 * (everybody - place + 1) / everybody END AS percentile
        FROM ({placed})"""
