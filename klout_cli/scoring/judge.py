"""The judgement: measurements under a model become points that add up exactly."""

import math
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from klout_cli.results import (
    AccountJudgement,
    Audience,
    Entry,
    Fact,
    FactorJudgement,
    Judgement,
    Measured,
    Measurement,
    PostSums,
    Score,
    State,
)
from klout_cli.scoring import formula
from klout_cli.scoring.formula import UNKNOWN, Floats, Inputs
from klout_cli.scoring.interval import inputs, sampling_variance, staleness_variance
from klout_cli.scoring.model import FACTORS, WEIGHTED, Model

STATES: tuple[State, ...] = ("measured", "inferred", "missing")
NOBODY_VOUCHES = "nobody can vouch for an account on this network"
INFERRED = "the audience is inferred from these same reactions"


def judge(
    measured: Sequence[Measured], model: Model, as_of: str, *, interval: bool = True
) -> Judgement | None:
    """Score every account and combine them.

    None if no account can be scored. `interval`: estimate it by a bootstrap, which takes most of
    the time; otherwise low and high equal the value.
    """
    accounts = [
        _account(account, model, as_of, interval=interval)
        for account in sorted(measured, key=lambda account: account.id)
    ]
    scored = [account for account in accounts if account.state == "scored"]
    if not scored:
        return None
    by_id = dict(
        zip(
            (account.id for account in scored),
            shares([account.score or 0.0 for account in scored], model),
            strict=True,
        )
    )
    accounts = [replace(account, share=by_id.get(account.id, 0.0)) for account in accounts]
    return Judgement(*_score_and_breakdown(accounts, model), tuple(accounts))


def judged_accounts(
    measured: Sequence[Measured], model: Model, as_of: str
) -> list[AccountJudgement]:
    """Return the judged accounts, to explain why none of them can be scored."""
    return [_account(account, model, as_of, interval=False) for account in measured]


def whole(scores: Sequence[float], model: Model) -> float:
    """Combine the sub-scores of one or more accounts, before clipping."""
    pools = [formula.pooled(Floats, model, score) for score in scores]
    return float(formula.combined(Floats, model, math.fsum(pools), max(pools)))


def shares(scores: Sequence[float], model: Model) -> list[float]:
    """Return p_n of each of these sub-scores; they sum to 1."""
    pools = [formula.pooled(Floats, model, score) for score in scores]
    total, strongest = math.fsum(pools), max(pools)
    ties = pools.count(strongest)
    return [
        formula.share(Floats, model, pool, total, strongest, ties, pool == strongest)
        for pool in pools
    ]


def variance(accounts: Sequence[AccountJudgement]) -> float:
    """Return Σ p_n²·var_n of a person's accounts, in points²."""
    return math.fsum(account.share**2 * account.variance for account in accounts)


def standing(measurement: Measurement, model: Model) -> float:
    """Return the closeness-weighted mean standing of the contacts, NaN if unknown.

    The fact `groups` lists (kind, expert, closeness, mean): kind is followers (mean:
    log10(1+followers)), reputation (mean: 0-100) or a position; contacts whose expertise matches a
    topic count `expert` times.
    """
    rule = model.factors.network
    total = weight = 0.0
    for kind, expert, closeness, mean in _groups(measurement):
        counted = closeness * (rule.expert if expert else 1.0)
        total += counted * standing_value(kind, mean, model)
        weight += counted
    return total / weight if weight else UNKNOWN


def standing_value(kind: str, mean: float, model: Model) -> float:
    """Return a standing, about 0 to 6.

    A follower count's as it is, a reputation's and a position's by the model.
    """
    rule = model.factors.network
    if kind == "reputation":
        return rule.reputation.base + mean / rule.reputation.divisor
    return mean if kind == "followers" else float(getattr(rule.standing, kind))


def _groups(measurement: Measurement) -> list[tuple[str, float, float, float]]:
    groups = measurement.facts.get("groups", ())
    rows = groups if isinstance(groups, tuple) else ()
    return [
        (str(kind), float(expert or 0), float(closeness or 0), float(mean or 0))
        for kind, expert, closeness, mean in rows
    ]


def _number(measurement: Measurement, fact: str) -> float:
    value = measurement.facts.get(fact) if measurement.state == "measured" else None
    return float(value) if isinstance(value, float | int) else UNKNOWN


def _standing(network: Measurement, model: Model) -> float:
    """Return the mean standing, as given (accounts table) or from enough contacts."""
    stated = _number(network, "standing")
    if stated == stated:
        return stated
    return (
        standing(network, model)
        if _number(network, "known") >= model.factors.network.fewest
        else UNKNOWN
    )


def give_and_take(measurement: Measurement, model: Model) -> float:
    """Return g, the mean of 2·min(in, out)/(in + out) over partners.

    Only over partners with enough interactions, else the given number. The fact `exchange` lists
    (received, given, people). NaN if not measured.
    """
    exchange = measurement.facts.get("exchange", ())
    rows = (
        [tuple(float(cell or 0) for cell in row) for row in exchange]
        if isinstance(exchange, tuple)
        else []
    )
    counted = [row for row in rows if row[0] + row[1] >= model.factors.reciprocity.fewest]
    people = sum(row[2] for row in counted)
    if not people:
        return _number(measurement, "give_and_take")
    return (
        sum(
            2 * min(received, given) / (received + given) * number
            for received, given, number in counted
        )
        / people
    )


def inputs_of(account: Measured, model: Model) -> Inputs:
    """Return one account's measurements as the formula's inputs; unknown is NaN."""
    audience, resonance = account.of("audience"), account.of("resonance")
    endorsement, network = account.of("endorsement"), account.of("network")
    numbers = {field: _number(resonance, field) for field in PostSums.__struct_fields__}
    known = {field: value for field, value in numbers.items() if value == value}
    sums = inputs(PostSums(**known), UNKNOWN)  # type: ignore[arg-type]
    vouched = _number(endorsement, "vouchers") + model.factors.endorsement.recommendation * _number(
        endorsement, "recommendations"
    )
    return replace(
        sums,
        followers=_number(audience, "followers"),
        following=_number(audience, "following"),
        posts=UNKNOWN if account.window.posts is None else float(account.window.posts),
        responders=_number(account.of("breadth"), "responders"),
        endorsements=vouched,
        standing=_standing(network, model),
        give_and_take=give_and_take(account.of("reciprocity"), model),
        topic_gain=_number(account.of("substance"), "topic_gain"),
    )


def _account(account: Measured, model: Model, as_of: str, *, interval: bool) -> AccountJudgement:
    network = model.network(account.network)
    values = inputs_of(account, model)
    ref = formula.reference(model, account.network)
    result = formula.account(Floats, model, ref, values)
    closed = network.until and as_of > network.until
    scored = not closed and result.score == result.score
    factors = tuple(_factor(account.of(factor), result, values, model, ref) for factor in FACTORS)
    measured = [judged.id for judged in factors if judged.state == "measured"]
    doubts: dict[str, float] = {}
    if scored and interval:
        newest = account.window.newest
        days = (date.fromisoformat(as_of) - date.fromisoformat(newest)).days if newest else 0
        doubts = {
            "sampling": sampling_variance(
                model, ref, result.audience, account.weeks, account.crowd, measured
            ),
            "missing": result.missing_variance,
            "reference": result.reference_variance,
            "staleness": staleness_variance(model, days),
        }
    return AccountJudgement(
        id=account.id,
        network=account.network,
        handle=account.handle,
        state="scored" if scored else "historical" if closed else "listed",
        exported_at=account.exported_at,
        window=account.window,
        audience=_audience(account.of("audience"), result, values),
        factors=factors,
        score=result.score if scored else None,
        variance=sum(doubts.values()),
        doubts=doubts,
        reason=_unscored(closed=bool(closed), until=network.until, account=account)
        if not scored
        else "",
    )


def _unscored(closed: bool, until: str, account: Measured) -> str:
    if closed:
        return f"the network closed on {until}: it counts for earlier dates only"
    return (
        f"{account.of('audience').reason}; and fewer than 5 counted posts with known reactions to "
        "infer it from"
    )


def _audience(measurement: Measurement, result: formula.Account, values: Inputs) -> Audience:
    known = None if result.audience != result.audience else result.audience
    quality = (
        "inferred"
        if result.inferred
        else str(measurement.facts.get("quality", "exact"))
        if known is not None
        else "unknown"
    )
    return Audience(
        followers=known,
        following=None if values.following != values.following else values.following,
        effective=None if result.effective != result.effective else result.effective,
        quality=quality,  # type: ignore[arg-type]
    )


def _factor(
    measurement: Measurement,
    result: formula.Account,
    values: Inputs,
    model: Model,
    ref: formula.Reference,
) -> FactorJudgement:
    if measurement.factor == "audience":
        return _audience_factor(measurement, result, ref)
    z = result.z[measurement.factor]
    if z == z:
        return FactorJudgement(
            measurement.factor,
            "measured",
            result.points[measurement.factor],
            z,
            _facts_behind(measurement, result, values),
        )
    state: State = "missing"
    reason = measurement.reason
    if measurement.factor == "endorsement" and ref.norm_a != ref.norm_a:
        state, reason = "not_applicable", NOBODY_VOUCHES
    elif measurement.state == "measured" and measurement.factor == "network":
        known = measurement.facts.get("known")
        reason = (
            f"standing known for {known} contact{'' if known == 1 else 's'}; "
            f"{model.factors.network.fewest} are needed"
        )
    elif measurement.state == "measured" and measurement.factor == "reciprocity":
        reason = (
            f"nobody has {model.factors.reciprocity.fewest} public comments or answers with the "
            "person in the window"
        )
    elif measurement.state == "measured":
        reason = INFERRED if result.inferred else "the audience is not known"
    return FactorJudgement(measurement.factor, state, 0.0, None, {}, reason)


def _audience_factor(
    measurement: Measurement, result: formula.Account, ref: formula.Reference
) -> FactorJudgement:
    if result.audience != result.audience:
        return FactorJudgement("audience", "missing", 0.0, None, {}, measurement.reason)
    facts: dict[str, Fact] = {
        "followers": result.audience,
        "effective": result.effective,
        "median": ref.m,
    }
    following = measurement.facts.get("following")
    if following is not None:
        facts["following"] = following
    return FactorJudgement(
        "audience",
        "inferred" if result.inferred else "measured",
        result.audience_points,
        None,
        facts,
    )


def _facts_behind(
    measurement: Measurement, result: formula.Account, values: Inputs
) -> Mapping[str, Fact]:
    """Return a measured factor's facts and expectations, for checking z by hand."""
    facts = {
        name: value
        for name, value in measurement.facts.items()
        if name not in ("groups", "exchange")
    }
    if measurement.factor in result.expected:
        facts["expected"] = result.expected[measurement.factor]
    if measurement.factor == "endorsement":
        facts["endorsements"] = values.endorsements
        facts["followers"] = result.audience
    if measurement.factor == "network":
        facts["standing"] = values.standing
    if measurement.factor == "reciprocity":
        facts["give_and_take"] = values.give_and_take
    return facts


def _score_and_breakdown(
    accounts: Sequence[AccountJudgement], model: Model
) -> tuple[Score, tuple[Entry, ...]]:
    scale = model.scale
    scored = [account for account in accounts if account.score is not None]
    raw = whole([account.score or 0.0 for account in scored], model)
    value = Floats.clip(raw, scale.lowest, scale.highest)
    entries = [Entry("average", scale.average)]
    entries += [_entry(factor, scored) for factor in FACTORS]
    entries.append(
        Entry(
            "channels",
            raw - math.fsum(account.share * (account.score or 0.0) for account in scored),
        )
    )
    if value != raw:
        entries.append(Entry("ceiling", value - raw))
    half = model.interval.normal * math.sqrt(variance(accounts))
    score = Score(
        value=value,
        low=Floats.clip(value - half, scale.lowest, scale.highest),
        high=Floats.clip(value + half, scale.lowest, scale.highest),
        measured=math.fsum(account.share * measured_share(account, model) for account in scored),
        percentile=formula.percentile(model, value),
    )
    return score, tuple(entries)


def _entry(factor: str, scored: Sequence[AccountJudgement]) -> Entry:
    judged = [(account.share, account.of(factor)) for account in scored]
    states = {judgement.state for _, judgement in judged}
    state: State = next((state for state in STATES if state in states), "not_applicable")
    return Entry(factor, math.fsum(share * judgement.points for share, judgement in judged), state)


def measured_share(account: AccountJudgement, model: Model) -> float:
    """Return the measured share of an account's ΣP."""
    measured = math.fsum(
        model.points[factor] for factor in WEIGHTED if account.of(factor).state == "measured"
    )
    return measured / math.fsum(model.points.values())
