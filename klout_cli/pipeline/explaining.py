"""Everything there is to say about a printed number, from a snapshot."""

from msgspec.structs import replace

from klout_cli.factors import FACTORS, TRAITS
from klout_cli.factors.interface import described
from klout_cli.pipeline.judging import judged, points
from klout_cli.results import (
    Explanation,
    Formula,
    Judgement,
    Measurement,
    Snapshot,
    Taken,
)
from klout_cli.results.displayed import Figure, Line
from klout_cli.scoring.explain import constants, curve, reckoned
from klout_cli.scoring.figures import FIGURES, figure, level_lines, topic_lines, trait_lines
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import levelled


def explain(snapshot: Snapshot, model: Model, factor: str) -> Explanation:
    """Return everything there is to say about one factor of a snapshot; raises as `judged` does."""
    return explained(snapshot, model, points(snapshot, model), factor)


def explained(snapshot: Snapshot, model: Model, judgement: Judgement, factor: str) -> Explanation:
    """Return the same of a snapshot that is judged already."""
    asked = next(one for one in FACTORS if one.id == factor)
    question, counted, blind = described(asked)
    entry = next(entry for entry in judgement.breakdown if entry.id == factor)
    accounts = reckoned(factor, snapshot.measured, judgement, model)
    return Explanation(
        id=factor,
        title=asked.title,
        question=question,
        counted=counted,
        blind_spots=blind,
        because=getattr(model.factors, factor).because,
        points=entry.points,
        state=entry.state,
        unit=asked.unit,
        accounts=accounts,
        curve=curve(factor, model),
        constants=constants(factor, sorted({one.network for one in accounts}), model),
        evidence={
            account.id: account.of("evidence").facts.get("posts", ())
            for account in snapshot.measured
        },
    )


def formula(snapshot: Snapshot, model: Model) -> Formula:
    """Return the whole reckoning of a snapshot, for checking it by hand.

    Raises as `judged` does.
    """
    judgement = points(snapshot, model)
    explanations = tuple(explained(snapshot, model, judgement, factor.id) for factor in FACTORS)
    scale = model.scale
    return Formula(
        explanations, judgement, scale.average, scale.origin, scale.slope, scale.other_accounts
    )


def displayed(taken: Taken, model: Model, id: str) -> Figure:
    """Explain a printed number that is no factor.

    Raises as `judged` does, where the score is needed.
    """
    if id in FIGURES:
        shown = figure(id, judged(taken, model), model)
        if id != "channels":
            return shown
        from klout_cli.pipeline.advising import (
            subjects,  # knows all else that follows from a snapshot
        )

        return replace(shown, lines=(*shown.lines, *topic_lines(subjects(taken, model))))
    asked = next(trait for trait in TRAITS if trait.id == id)
    traits = levelled(taken.snapshot.traits, model.outreach)
    found = next(
        (one for one in traits if one.factor == id),
        Measurement(id, "missing", {}, "not kept in this snapshot"),
    )
    lines = trait_lines(found.facts) or (
        Line("not measured", "{reason}", {"reason": found.reason}),
    )
    if id == "outreach":
        lines += tuple(level_lines(model.outreach))
    return Figure(id, asked.title, *described(asked), lines)


def questions() -> list[tuple[str, str]]:
    """Return every factor's id and question, in the order of the method."""
    return [(factor.id, described(factor)[0]) for factor in FACTORS]


def other_questions() -> list[tuple[str, str]]:
    """Return id and question of every other printed number that can be explained."""
    return [
        *((id, rule.question) for id, rule in FIGURES.items()),
        *((trait.id, described(trait)[0]) for trait in TRAITS),
    ]


def words(exports: "Sequence[Export]") -> dict[str, str]:
    """Return the texts of the person's own posts by id, for explanations that were asked to show them."""
    return {post.key: post.text for export in exports for post in export.posts}


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from klout_cli.person.rows import Export
