"""Explanations of printed numbers: question, rule and the person's figures."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from klout_cli.factors import FACTORS, OBSERVED, TRAITS
from klout_cli.factors.contrast import Contrast
from klout_cli.factors.interface import describe
from klout_cli.results import (
    Explanation,
    Fact,
    Formula,
    Judgement,
    Measured,
    Measurement,
    Snapshot,
    table_rows,
)
from klout_cli.results.displayed import Figure
from klout_cli.results.explained import Line
from klout_cli.scoring.combine import weights
from klout_cli.scoring.explain import constants, curve, work_through
from klout_cli.scoring.figures import FIGURES, level_lines, trait_lines
from klout_cli.scoring.hint_evidence import rows_of
from klout_cli.scoring.hint_words import DAYS, FORMATS
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import add_levels
from klout_cli.translation import gettext_noop as N_

EXPLAINED = ("answering", "kinds", "strangers", "responders", "linkers", "endorsers", "views")
"""Observations that hints are made from."""
MOST = 10  # lines of a table
TIMES = N_("{times}× the reactions of the others (posts: {posts})")

NAMES: Mapping[str, str] = {
    "open": N_("open comments"),
    "open_people": N_("people waiting"),
    "strangers": N_("unknown contacts"),
    "known": N_("known contacts"),
    "people": N_("people"),
    "top_share": N_("share of the five most active"),
    "new": N_("new people lately"),
    "new_before": N_("new people before"),
    "regular": N_("sites with several links"),
    "silent": N_("sites silent for a while"),
    "unwritten": N_("endorsers without a recommendation"),
    "per_post": N_("views per post"),
    "rate": N_("reactions per view"),
}
"""The facts that are shown, by name."""


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
    question, counted, blind_spots = describe(factor)
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
    each = weights([account.score or 0.0 for account in judgement.scored], model)
    return dict(zip((account.id for account in judgement.scored), each, strict=True))


def explain_trait(id: str, snapshot: Snapshot, model: Model) -> Figure:
    """Explain one displayed trait of a snapshot."""
    trait = next(trait for trait in TRAITS if trait.id == id)
    measurement = next(
        (entry for entry in add_levels(snapshot.traits, model.outreach) if entry.factor == id),
        Measurement(id, "missing", {}, N_("this saved score doesn't include it")),
    )
    known = TRAIT_LINES.get(id, trait_lines)(measurement.facts) if measurement.facts else ()
    lines = tuple(known) or (Line(N_("not measured"), "{reason}", {"reason": measurement.reason}),)
    if id == "outreach":
        lines += tuple(level_lines(model.outreach))
    return Figure(id, trait.title, *describe(trait), lines)


def explain_observed(id: str, snapshot: Snapshot) -> Figure:
    """Explain what is observed of each account for hints."""
    observed = next(observed for observed in OBSERVED if observed.id == id)
    lines = tuple(observation_lines(id, snapshot)) or tuple(
        Line("not measured", "{reason}", {"reason": account.of(id).reason})
        for account in snapshot.measured[:1]
    )
    return Figure(id, observed.title, *describe(observed), lines)


def list_factors() -> list[tuple[str, str]]:
    """Return every factor's id and question, in the order of the method."""
    return [(factor.id, describe(factor)[0]) for factor in FACTORS]


def list_figures() -> list[tuple[str, str]]:
    """Return id and question of every other printed number that can be explained."""
    return [
        *((id, rule.question) for id, rule in FIGURES.items()),
        *((trait.id, describe(trait)[0]) for trait in TRAITS),
        *((one.id, describe(one)[0]) for one in OBSERVED if one.id in EXPLAINED),
    ]


def observation_lines(id: str, snapshot: Snapshot) -> Iterator[Line]:
    """Yield one observation of every account that has it."""
    for account in snapshot.measured:
        if account.of(id).state != "measured":
            continue
        yield Line(account.id, "", {})
        if id == "kinds":
            yield from _formats(account)
        for name, label in NAMES.items():
            value = account.of(id).facts.get(name)
            if isinstance(value, int | float):
                yield Line(label, "{value}", {"value": round(value, 3)})


def _formats(account: Measured) -> Iterator[Line]:
    for name, *numbers in rows_of(account, "kinds", "formats"):
        yield Line(FORMATS[name][2], TIMES, _times(numbers))


def _times(numbers: Sequence[Any]) -> dict[str, float]:
    """Return the numbers of `TIMES`, given the fields of a contrast."""
    row = Contrast(*numbers)
    return {"times": round(math.exp(row.log_ratio), 1), "posts": row.posts}


def slot_lines(facts: Mapping[str, Fact]) -> Iterator[Line]:
    """Yield the times with the most posts."""
    rows = sorted(table_rows(facts, "slots"), key=lambda row: (-row[3], row[:3]))
    for day, first, last, *numbers in rows[:MOST]:
        times = _times(numbers)
        if last - first < 24:
            text = N_(
                "{first}:00 to {last}:00, {times}× the reactions of the others (posts: {posts})"
            )
            yield Line(DAYS[day], text, {"first": first, "last": last, **times})
        else:
            yield Line(DAYS[day], TIMES, times)


def twin_lines(facts: Mapping[str, Fact]) -> Iterator[Line]:
    """Yield how many texts were used twice, and the best ones that were not."""
    for name, label in (("texts", N_("texts compared")), ("used_twice", N_("used twice"))):
        yield Line(label, "{value}", {"value": _number(facts.get(name))})
    for account, _, day, reactions, times in table_rows(facts, "best")[:MOST]:
        numbers = {"day": day, "reactions": reactions, "times": round(times, 1)}
        yield Line(account, N_("{day}, {reactions} reactions, {times}× the median post"), numbers)


TRAIT_LINES: Mapping[str, Callable[[Mapping[str, Fact]], Iterator[Line]]] = {
    "slots": slot_lines,
    "twins": twin_lines,
}


def _number(value: Fact) -> float:
    return value if isinstance(value, int | float) else 0.0
