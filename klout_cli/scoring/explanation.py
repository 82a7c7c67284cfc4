"""Explanations of printed numbers: question, rule and the person's figures."""

from klout_cli.factors import FACTORS, OBSERVED, TRAITS
from klout_cli.factors.interface import described
from klout_cli.results import Explanation, Formula, Judgement, Measurement, Snapshot
from klout_cli.results.displayed import Figure
from klout_cli.results.explained import Line
from klout_cli.scoring.combine import weights
from klout_cli.scoring.evidence_lines import TRAIT_LINES, observation_lines
from klout_cli.scoring.explain import constants, curve, work_through
from klout_cli.scoring.figures import FIGURES, level_lines, trait_lines
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import levelled
from klout_cli.translation import gettext_noop as N_

EXPLAINED = ("answering", "kinds", "strangers", "responders", "linkers", "endorsers", "views")
"""Observations that hints are made from."""


def explain_factor(
    id: str,
    snapshot: Snapshot,
    judgement: Judgement,
    model: Model,
    *,
    next_points: bool = True,
) -> Explanation:
    """Explain one factor of a judged snapshot; without `next_points` in a tenth of the time."""
    factor = next(factor for factor in FACTORS if factor.id == id)
    question, counted, blind_spots = described(factor)
    entry = next(entry for entry in judgement.breakdown if entry.id == id)
    accounts = work_through(factor, snapshot.measured, judgement, model, next_points=next_points)
    return Explanation(
        id=id,
        title=factor.title,
        question=question,
        counted=counted,
        blind_spots=blind_spots,
        because=model.rule(factor).because,
        points=entry.points,
        state=entry.state,
        unit=factor.unit,
        accounts=accounts,
        curve=curve(factor, model),
        constants=constants(factor, sorted({account.network for account in accounts}), model),
        evidence={
            account.id: account.of("evidence").facts.get("posts", ())
            for account in snapshot.measured
        },
        quality=judgement.score.quality,
    )


def explain_factors(
    snapshot: Snapshot, judgement: Judgement, model: Model, *, next_points: bool = True
) -> tuple[Explanation, ...]:
    """Explain every factor of a judged snapshot, in the order of the method."""
    return tuple(
        explain_factor(factor.id, snapshot, judgement, model, next_points=next_points)
        for factor in FACTORS
    )


def explain_formula(snapshot: Snapshot, judgement: Judgement, model: Model) -> Formula:
    """Return the full calculation of a score, for checking it by hand."""
    scale = model.scale
    return Formula(
        explain_factors(snapshot, judgement, model),
        judgement,
        scale.average,
        scale.origin,
        scale.slope,
        scale.next_account,
        _weights(judgement, model),
    )


def _weights(judgement: Judgement, model: Model) -> dict[str, float]:
    """Return the weight of each scored account."""
    scored = [account for account in judgement.accounts if account.score is not None]
    each = weights([account.score or 0.0 for account in scored], model)
    return {account.id: weight for account, weight in zip(scored, each, strict=True)}


def explain_trait(id: str, snapshot: Snapshot, model: Model) -> Figure:
    """Explain one displayed trait of a snapshot."""
    trait = next(trait for trait in TRAITS if trait.id == id)
    measurement = next(
        (entry for entry in levelled(snapshot.traits, model.outreach) if entry.factor == id),
        Measurement(id, "missing", {}, N_("this saved score doesn't include it")),
    )
    known = TRAIT_LINES.get(id, trait_lines)(measurement.facts) if measurement.facts else ()
    lines = tuple(known) or (Line(N_("not measured"), "{reason}", {"reason": measurement.reason}),)
    if id == "outreach":
        lines += tuple(level_lines(model.outreach))
    return Figure(id, trait.title, *described(trait), lines)


def explain_observed(id: str, snapshot: Snapshot) -> Figure:
    """Explain what is observed of each account for hints."""
    observed = next(observed for observed in OBSERVED if observed.id == id)
    lines = tuple(observation_lines(id, snapshot)) or tuple(
        Line("not measured", "{reason}", {"reason": account.of(id).reason})
        for account in snapshot.measured[:1]
    )
    return Figure(id, observed.title, *described(observed), lines)


def list_factors() -> list[tuple[str, str]]:
    """Return every factor's id and question, in the order of the method."""
    return [(factor.id, described(factor)[0]) for factor in FACTORS]


def list_figures() -> list[tuple[str, str]]:
    """Return id and question of every other printed number that can be explained."""
    return [
        *((id, rule.question) for id, rule in FIGURES.items()),
        *((trait.id, described(trait)[0]) for trait in TRAITS),
        *((one.id, described(one)[0]) for one in OBSERVED if one.id in EXPLAINED),
    ]
